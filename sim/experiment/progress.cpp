#include "sim/experiment/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <ostream>
#include <string>

namespace staffsim::experiment {

namespace {

constexpr double seconds_between_redraws = 0.1;
constexpr std::uint32_t bar_width = 24;
constexpr const char* line_start = "\r\x1b[K";  // back to the first column, rest of the line cleared

double steady_seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::uint32_t tenths(std::uint32_t done, std::uint32_t total) {
    return static_cast<std::uint32_t>(std::uint64_t{10} * done / total);
}

struct Words {
    const char *count, *rate, *left, *seconds, *minutes, *hours;
};
constexpr Words english{"{:3} %  {}/{} futures", "  {:.1f}/s", "  {} left", "{} s", "{} min {:02} s", "{} h {:02} min"};
constexpr Words chinese{"{:3} %  推演 {}/{} 次", "  每秒 {:.1f} 次", "  还需 {}", "{} 秒",
                        "{} 分 {:02} 秒",        "{} 小时 {:02} 分"};
const Words& words(Language language) { return language == Language::zh ? chinese : english; }

// 45 s, 3 min 05 s, 2 h 07 min
std::string duration(double seconds, const Words& say) {
    const auto whole = static_cast<long>(std::ceil(seconds));
    if (whole < 60) return fmt::format(fmt::runtime(say.seconds), whole);
    if (whole < 3600) return fmt::format(fmt::runtime(say.minutes), whole / 60, whole % 60);
    return fmt::format(fmt::runtime(say.hours), whole / 3600, whole / 60 % 60);
}

std::string bar(std::uint32_t done, std::uint32_t total, bool colour) {
    const auto full = static_cast<std::uint32_t>(std::uint64_t{bar_width} * done / total);
    return fmt::format("[{}{:#<{}}{}{:-<{}}] ", colour ? "\x1b[32m" : "", "", full, colour ? "\x1b[0m" : "", "",
                       bar_width - full);
}

}  // namespace

ProgressOptions progress_options(bool quiet, Language language) {
    const bool is_terminal = ::isatty(STDERR_FILENO) == 1;
    const char* no_colour = std::getenv("NO_COLOR");
    const bool colour = is_terminal && (no_colour == nullptr || *no_colour == '\0');
    const ProgressStyle loud = is_terminal ? ProgressStyle::bar : ProgressStyle::lines;
    return {quiet ? ProgressStyle::quiet : loud, colour, language};
}

Progress::Progress(std::ostream& out, ProgressOptions options) : Progress(out, options, steady_seconds) {}
Progress::Progress(std::ostream& out, ProgressOptions options, Clock clock)
    : out_(out), options_(options), clock_(std::move(clock)) {}

void Progress::start(std::uint32_t done, std::uint32_t total) {
    already_ = done_ = std::min(done, total);
    total_ = total;
    started_ = drawn_ = clock_();
    if (options_.style == ProgressStyle::bar && done_ < total_) redraw();
}

void Progress::advance() {
    const std::uint32_t before = done_++;
    if (options_.style == ProgressStyle::lines) show_line(before);
    if (options_.style != ProgressStyle::bar) return;
    if (done_ == total_ || clock_() - drawn_ >= seconds_between_redraws) redraw();
}

void Progress::finish() {
    if (!line_is_open_) return;
    redraw();
    out_ << '\n' << std::flush;
    line_is_open_ = false;
}

void Progress::show_line(std::uint32_t before) {
    if (tenths(done_, total_) > tenths(before, total_)) out_ << status() << '\n' << std::flush;
}

void Progress::redraw() {
    drawn_ = clock_();
    line_is_open_ = true;
    out_ << line_start << bar(done_, total_, options_.colour) << status() << std::flush;
}

// " 40 %  200/500 futures  35.2/s  9 s left"
std::string Progress::status() const {
    const Words& say = words(options_.language);
    std::string text = fmt::format(fmt::runtime(say.count), std::uint64_t{100} * done_ / total_, done_, total_);
    const double elapsed = clock_() - started_;
    const double rate = elapsed > 0 ? (done_ - already_) / elapsed : 0;
    if (rate <= 0) return text;
    text += fmt::format(fmt::runtime(say.rate), rate);
    if (done_ == total_) return text;
    return text + fmt::format(fmt::runtime(say.left), duration((total_ - done_) / rate, say));
}

}  // namespace staffsim::experiment
