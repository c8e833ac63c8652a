#include "sim/cli/run_log.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <ctime>
#include <fstream>

#include "analysis/version.hpp"

namespace staffsim::cli {

namespace {

std::string host_name() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown host";
}

}  // namespace

RunLog::RunLog(std::filesystem::path store, std::string command, std::int64_t threads)
    : path_(std::move(store)), began_(std::chrono::steady_clock::now()) {
    path_ += ".log";
    line(fmt::format("staffsim {} on {}, threads {}, folder {}: {}", analysis::program_version(), host_name(),
                     threads == 0 ? "all" : std::to_string(threads), std::filesystem::current_path().string(),
                     command));
}

void RunLog::line(const std::string& text) const {
    std::ofstream out(path_, std::ios::app);
    out << fmt::format("{:%Y-%m-%d %H:%M:%S} {}\n", fmt::localtime(std::time(nullptr)), text);
}

void RunLog::finished(std::uint32_t replications_run, std::uint32_t replications_now, std::int64_t wanted) const {
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
    line(fmt::format("{} futures simulated in {:.2f} s, the store holds {}{}", replications_run, seconds,
                     replications_now,
                     replications_now < wanted ? fmt::format(", interrupted before all {}", wanted) : ""));
}

}  // namespace staffsim::cli
