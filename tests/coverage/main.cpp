// coverage_study [--repetitions N] [--kind ID]… [--markdown]: measures coverage, prints a table, ends with 1 when a
// promise is broken. Seeds are fixed, so it always ends in the same way; were they not, a kept two-sided promise would
// be called broken in 0.3 % of studies.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "tests/coverage/study.hpp"

namespace {

using namespace staffsim::coverage;

struct Request {
    std::uint32_t repetitions = 2000;
    std::vector<std::string> kinds;
    bool markdown = false;
};

Request request_of(int count, char** words) {
    Request request;
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        if (word == "--markdown") request.markdown = true;
        if (i + 1 == count) continue;
        if (word == "--repetitions") request.repetitions = static_cast<std::uint32_t>(std::atoi(words[i + 1]));
        if (word == "--kind") request.kinds.emplace_back(words[i + 1]);
    }
    return request;
}

const char* promise_words(Promise promise) {
    if (promise == Promise::two_sided) return "exactly";
    return promise == Promise::at_least ? "at least" : "about";
}

std::string line(const Result& result, bool markdown) {
    const char* judged = result.kind.promise == Promise::reported ? "reported" : result.is_kept() ? "kept" : "BROKEN";
    return fmt::format(fmt::runtime(markdown ? "| {} | {} | {} {:.0f} % | {:.1f} % ± {:.1f} | {} | {} |\n"
                                             : "{:18} {:74} {:>8} {:.0f} %  {:5.1f} % ± {:.1f}  {:>6}  {}\n"),
                       result.kind.id, result.kind.words, promise_words(result.kind.promise), 100 * result.kind.nominal,
                       100 * result.share(), 100 * result.standard_error(), result.repetitions, judged);
}

}  // namespace

int main(int count, char** words) {
    const Request request = request_of(count, words);
    bool all_kept = true;
    if (request.markdown)
        std::cout << "| kind | what | promised | measured | repetitions | |\n|---|---|---|---|---|---|\n";
    for (const Kind& kind : all_kinds()) {
        const bool is_wanted =
            request.kinds.empty() || std::ranges::find(request.kinds, kind.id) != request.kinds.end();
        if (!is_wanted) continue;
        const Result result = measured(kind, request.repetitions);
        all_kept = all_kept && result.is_kept();
        std::cout << line(result, request.markdown) << std::flush;
    }
    return all_kept ? 0 : 1;
}
