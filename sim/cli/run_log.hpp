// The run log beside a store: everything about clock, host and command line, so that results need hold nothing of it.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

namespace staffsim::cli {

class RunLog {
  public:
    // `command` as typed. Lines are appended to <store>.log; a log that cannot be written is no error.
    RunLog(std::filesystem::path store, std::string command, std::int64_t threads);
    void line(const std::string& text) const;
    // `wanted`: how many the store was to hold.
    void finished(std::uint32_t replications_run, std::uint32_t replications_now, std::int64_t wanted) const;

  private:
    std::filesystem::path path_;
    std::chrono::steady_clock::time_point began_;
};

}  // namespace staffsim::cli
