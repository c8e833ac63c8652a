#include "analysis/experiment/estimate.hpp"

#include <algorithm>
#include <chrono>

#include "sim/experiment/parallel.hpp"
#include "sim/store/cells.hpp"

namespace staffsim::analysis {

namespace {

constexpr std::size_t most_pilots = 8;
constexpr double row_bytes = 14, unit_bytes = 40, setting_row_bytes = 12;

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

double bytes_of(const store::UnitResult& unit) {
    store::Cells cells;
    double bytes = unit_bytes;
    for (std::size_t outcome = 0; outcome < unit.values.outcome_count(); ++outcome) {
        store::split(unit.values.of_outcome(outcome), cells);
        const std::size_t arrays = cells.denominators ? 2 : 1;
        bytes += row_bytes + static_cast<double>(cells.numerators.size() * sizeof(double) * arrays);
    }
    return bytes;
}

double bytes_of(const store::Plan& plan) {
    double bytes = static_cast<double>(plan.context_json.size());
    for (const store::PlannedScenario& scenario : plan.scenarios) {
        for (const store::SettingRow& row : scenario.settings)
            bytes += setting_row_bytes + static_cast<double>(row.key.size() + row.value.size() + row.unit.size() +
                                                             row.origin.size() + row.starts.size());
    }
    for (const store::SourceFile& file : plan.scenarios.front().files) bytes += static_cast<double>(file.text.size());
    return bytes;
}

}  // namespace

Estimate measured_on_pilot(const Batch& batch, int threads) {
    Estimate estimate;
    const double began = now();
    batch.warm_up(threads);
    const double warm = now();
    const std::size_t scenarios = batch.plan().scenarios.size(), pilots = std::min(most_pilots, scenarios);
    for (std::size_t i = 0; i < pilots; ++i)
        estimate.run_bytes += bytes_of(batch.run(0, i * scenarios / pilots, 1).front()) / static_cast<double>(pilots);
    estimate.warm_up_seconds = warm - began;
    estimate.run_seconds = (now() - warm) / static_cast<double>(pilots);
    estimate.plan_bytes = bytes_of(batch.plan());
    return estimate;
}

double total_seconds(const Estimate& estimate, std::uint64_t runs, int threads) {
    const double at_once =
        static_cast<double>(std::min(experiment::thread_count(threads), experiment::thread_count(0)));
    return estimate.warm_up_seconds + static_cast<double>(runs) * estimate.run_seconds / at_once;
}

double total_bytes(const Estimate& estimate, std::uint64_t runs) {
    return estimate.plan_bytes + static_cast<double>(runs) * estimate.run_bytes;
}

}  // namespace staffsim::analysis
