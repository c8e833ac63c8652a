// Files for people: written whole or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "sim/foundation/diagnostics.hpp"

namespace staffsim::analysis {

// The file could not be written: disk full, no permission. Not the user's input and not a defect.
class OutputError : public WordedError {
  public:
    using WordedError::WordedError;
};

// A file beside the one it is going to be, removed unless it takes that one's place: whoever looks sees the old file or
// the new one.
class PartFile {
  public:
    explicit PartFile(std::filesystem::path path);
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;
    ~PartFile();
    const std::filesystem::path& beside() const { return beside_; }  // to be written
    void write(std::string_view content) const;                      // OutputError
    void take_place() const;                                         // OutputError

  private:
    std::filesystem::path path_, beside_;
};

// Writes a PartFile and lets it take the place of `path`. OutputError.
void write_file(const std::filesystem::path& path, std::string_view content);

// The whole file; empty when it cannot be read.
std::string read_file(const std::filesystem::path& path);

// InputError when `path` can never be written: its folder does not exist, or it is a folder itself. For asking before a
// long simulation.
void check_can_write(const std::filesystem::path& path, const std::string& option);

// The same for a folder of results, which may be new: it must not be a file, and its parent must exist.
void check_can_fill(const std::filesystem::path& folder, const std::string& option);

}  // namespace staffsim::analysis
