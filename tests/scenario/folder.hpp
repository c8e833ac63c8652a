// A temporary folder that is the working directory while it lives, so that files are named as a planner names them.
#pragma once

#include <filesystem>
#include <string>

#include "tests/support/folder.hpp"

namespace staffsim::tests {

class TemporaryFolder {
  public:
    TemporaryFolder() : before_(std::filesystem::current_path()) { std::filesystem::current_path(folder_.path()); }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::current_path(before_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return folder_.path(); }
    void write(const std::string& name, const std::string& content) const { folder_.write(name, content); }

  private:
    std::filesystem::path before_;
    Folder folder_;
};

}  // namespace staffsim::tests
