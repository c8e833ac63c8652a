#include "sim/cli/interruption.hpp"

#include <unistd.h>

#include <csignal>
#include <string_view>

namespace staffsim::cli {

namespace {

std::atomic<bool> is_interrupted = false;
std::atomic<bool> is_answered_in_chinese = false;
static_assert(std::atomic<bool>::is_always_lock_free);

// Only what is safe in a signal handler.
extern "C" void on_signal(int signal) {
    is_interrupted = true;
    std::signal(signal, SIG_DFL);
    constexpr std::string_view en = "\ninterrupted: finishing the futures that are running (again to stop at once)\n";
    constexpr std::string_view zh = "\n已中断：正在推演的各次完成后停止（再按一次立即停止）\n";
    const std::string_view words = is_answered_in_chinese ? zh : en;
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, words.data(), words.size());
}

}  // namespace

void answer_interruptions_in(Language language) { is_answered_in_chinese = language == Language::zh; }

const std::atomic<bool>& interruption() {
    static const bool is_caught = [] {
        std::signal(SIGINT, on_signal);
        std::signal(SIGTERM, on_signal);
        return true;
    }();
    static_cast<void>(is_caught);
    return is_interrupted;
}

}  // namespace staffsim::cli
