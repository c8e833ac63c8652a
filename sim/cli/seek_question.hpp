// What `staffsim seek` was asked: options on the command line, and the question they make for a scenario.
#pragma once

#include "analysis/kept_answers.hpp"
#include "sim/cli/answer_store.hpp"
#include "sim/cli/commands.hpp"

namespace staffsim::cli {

struct SeekOptions {
    std::vector<std::string> specs;
    std::string lever, other, target, where = "average", probability = "0.9", budget, range, other_range;
    std::int64_t by = 5, replications = 100, seed = 1, threads = 0, other_values = 5;
    ScenarioOptions scenarios;
    AnswerOptions answers{"seek"};
    ShowOptions show;

    bool read(const Words& words);
};

struct SeekTask {
    analysis::SeekReport question;  // without evidence
    analysis::SeekSearch search;
};

// InputError: no lever or target, an unknown one, ranges that are none, a year that is not simulated, or so few futures
// that the probability could not be shown even if all of them met the target.
SeekTask seek_task(const SeekOptions& options, const scenario::Scenario& scenario);

}  // namespace staffsim::cli
