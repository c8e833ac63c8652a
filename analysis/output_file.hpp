// Files for people: written whole or not at all.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

namespace staffsim::analysis {

// The file could not be written: disk full, no permission. Not the user's input and not a defect.
class OutputError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// Writes a neighbour of `path` and renames it over `path`: whoever looks sees the old file or the new one. OutputError.
void write_file(const std::filesystem::path& path, std::string_view content);

// InputError when `path` can never be written: its folder does not exist, or it is a folder itself. For asking before a
// long simulation.
void check_can_write(const std::filesystem::path& path, const std::string& option);

// The same for a folder of results, which may be new: it must not be a file, and its parent must exist.
void check_can_fill(const std::filesystem::path& folder, const std::string& option);

}  // namespace staffsim::analysis
