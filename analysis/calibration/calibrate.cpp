#include "analysis/calibration/calibrate.hpp"

#include "sim/engine/simulate.hpp"
#include "sim/experiment/futures.hpp"
#include "sim/experiment/parallel.hpp"
#include "sim/stats/level.hpp"

namespace staffsim::analysis {

namespace {

bool holds_for(const CalibrationTarget& target, const scenario::Scenario& scenario) {
    const int year = year_of(scenario.input.plan.start);
    return target.starts_from <= year && year <= target.starts_until;
}

std::vector<PopulationSums> live(const scenario::Scenario& scenario, const CalibrationRequest& request) {
    const engine::WarmUp warm_up(scenario.input, request.seed);
    experiment::live_ahead({&warm_up}, 0, request.futures, request.threads);
    const RetentionRules& rules = scenario.input.policy.blocks.front().retention;
    std::vector<PopulationSums> futures(request.futures);
    experiment::in_parallel(futures.size(), request.threads, [&](std::size_t future) {
        PopulationObserver observer(scenario.input.plan, rules, request.first_year, request.last_year);
        engine::simulate(scenario.input, {request.seed, static_cast<std::uint32_t>(future)}, warm_up, observer);
        futures[future] = observer.sums();
    });
    return futures;
}

CalibrationRow row_of(const CalibrationTarget& target, const std::vector<PopulationSums>& futures, stats::Pasts pasts) {
    std::vector<measures::Ratio> values;
    for (const PopulationSums& sums : futures) values.push_back(target.estimator->of(sums, target.group));
    const stats::LevelSummary level = stats::level_summary(values, pasts);
    return {target, level.value, level.low, level.high, level.value >= target.low && level.value <= target.high};
}

}  // namespace

std::vector<CalibrationRow> calibrate(const scenario::Scenario& scenario, const std::vector<CalibrationTarget>& targets,
                                      const CalibrationRequest& request) {
    const std::vector<PopulationSums> futures = live(scenario, request);
    const stats::Pasts pasts{engine::lives_before(scenario.input)};
    std::vector<CalibrationRow> rows;
    for (const CalibrationTarget& target : targets) {
        if (holds_for(target, scenario)) rows.push_back(row_of(target, futures, pasts));
    }
    return rows;
}

}  // namespace staffsim::analysis
