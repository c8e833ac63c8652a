// staffsim seek: the smallest value of a lever, or the least-cost mix of two, that meets a target.
#include <iostream>

#include "analysis/answers.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/exit_codes.hpp"
#include "sim/cli/seek_question.hpp"
#include "sim/cli/seek_trials.hpp"

namespace staffsim::cli {

namespace {

// Values that are kept are not lived again; every new one is kept at once.
analysis::SeekReport answered(const SeekOptions& options, const SeekTask& task, const scenario::Scenario& scenario,
                              store::Store& store) {
    const analysis::KeptQuestion kept = analysis::kept(task.question, task.search, analysis::identity_of({scenario}));
    const analysis::KeptPoints points = analysis::begin(store, kept);
    const int threads = static_cast<int>(options.threads);
    Trials searched(task.question, scenario, task.question.seed, threads, options.show);
    Trials fresh(task.question, scenario, task.question.fresh_seed, threads, options.show);
    auto next = static_cast<std::uint32_t>(points.size());
    return analysis::sought(task.question, task.search, points, [&](bool is_fresh, double value, double other) {
        const analysis::SeekEvidence evidence = (is_fresh ? fresh : searched).evidence(value, other);
        store.commit_point(kept.name, next++, analysis::numbers_of(evidence, is_fresh));
        return evidence;
    });
}

}  // namespace

int run_seek(const Words& words) {
    SeekOptions options;
    if (!options.read(words)) return success;
    options.show.apply();
    const scenario::Scenario scenario = options.scenarios.load(options.specs).front();
    const SeekTask task = seek_task(options, scenario);
    options.answers.check();
    const analysis::Overrides overrides = options.scenarios.overrides(options.specs.front(), scenario);
    store::Store store = open_answers(options.answers, {scenario}, task.question.seed, overrides, options.show);
    try {
        const analysis::SeekReport report = answered(options, task, scenario, store);
        if (options.show.format == "json") std::cout << analysis::seek_json(report);
        if (options.show.format == "csv") std::cout << analysis::seek_csv({report});
        if (options.show.format == "table")
            print_answer(analysis::seek_screen(report, options.show.style()), overrides, options.show);
    } catch (const Trials::Interrupted&) {
        return tell_answer_interrupted(store, options.show);
    }
    close_answers(store, options.answers, options.show);
    return success;
}

}  // namespace staffsim::cli
