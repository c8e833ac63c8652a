#include "sim/experiment/progress.hpp"

#include <catch2/catch.hpp>
#include <sstream>
#include <vector>

using namespace staffsim;
using namespace staffsim::experiment;

namespace {

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> all;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) all.push_back(line);
    return all;
}

// `done` of `total` are there; the rest take half a second each.
std::string progress_of(ProgressOptions options, std::uint32_t done, std::uint32_t total) {
    std::ostringstream out;
    double now = 100;
    Progress progress(out, options, [&] { return now; });
    progress.start(done, total);
    for (std::uint32_t at = done; at < total; ++at) {
        now += 0.5;
        progress.advance();
    }
    progress.finish();
    progress.finish();
    return out.str();
}

}  // namespace

TEST_CASE("away from a terminal there is one line per tenth") {
    const auto all = lines(progress_of({.style = ProgressStyle::lines}, 0, 200));
    REQUIRE(all.size() == 10);
    CHECK(all[0] == " 10 %  20/200 futures  2.0/s  1 min 30 s left");
    CHECK(all[8] == " 90 %  180/200 futures  2.0/s  10 s left");
    CHECK(all[9] == "100 %  200/200 futures  2.0/s");
}

TEST_CASE("few futures make few lines") {
    CHECK(lines(progress_of({.style = ProgressStyle::lines}, 0, 3)).size() == 3);
    CHECK(progress_of({.style = ProgressStyle::lines}, 5, 5).empty());
}

TEST_CASE("futures from an earlier run do not count for the rate") {
    const auto all = lines(progress_of({.style = ProgressStyle::lines}, 100, 200));
    REQUIRE(all.size() == 5);
    CHECK(all[0] == " 60 %  120/200 futures  2.0/s  40 s left");
}

TEST_CASE("on a terminal one line is redrawn and ended once") {
    const std::string text = progress_of({.style = ProgressStyle::bar}, 0, 4);
    CHECK(lines(text).size() == 1);
    CHECK(text.find("[############------------]  50 %  2/4 futures  2.0/s  1 s left") != std::string::npos);
    CHECK(text.find("\x1b[32m") == std::string::npos);
    CHECK(text.back() == '\n');
    CHECK(progress_of({.style = ProgressStyle::bar, .colour = true}, 0, 4).find("\x1b[32m") != std::string::npos);
}

TEST_CASE("redrawing is held to ten times a second") {
    std::ostringstream out;
    double now = 0;
    Progress progress(out, {.style = ProgressStyle::bar}, [&] { return now; });
    progress.start(0, 10000);
    for (int at = 0; at < 1000; ++at) {
        now += 0.001;
        progress.advance();
    }
    const std::string text = out.str();
    CHECK(std::count(text.begin(), text.end(), '\r') <= 11);
}

TEST_CASE("quiet says nothing") { CHECK(progress_of({.style = ProgressStyle::quiet}, 0, 50).empty()); }

TEST_CASE("progress is told in Chinese, too") {
    const auto all = lines(progress_of({.style = ProgressStyle::lines, .language = Language::zh}, 0, 200));
    CHECK(all[0] == " 10 %  推演 20/200 次  每秒 2.0 次  还需 1 分 30 秒");
}

TEST_CASE("quiet wins over the terminal") {
    CHECK(progress_options(true, Language::en).style == ProgressStyle::quiet);
    CHECK(progress_options(false, Language::zh).language == Language::zh);
}
