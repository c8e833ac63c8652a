// Reads the *.cases files (see README.md): one source for this test and for run_cli.sh.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace staffsim::tests {

struct BadInput {
    std::string name;
    std::map<std::string, std::string> files;  // path -> content
    std::vector<std::string> folders;
    std::string check = "scenario.toml";
    std::vector<std::string> sets, contexts;
    std::string variant;
    std::vector<std::string> expected;
};

// Throws std::runtime_error for a line it does not understand.
std::vector<BadInput> read_cases(const std::filesystem::path& file);

// Writes the files of `sound` and over them those of `input` into the folder.
void write_files(const BadInput& sound, const BadInput& input, const std::filesystem::path& folder);

}  // namespace staffsim::tests
