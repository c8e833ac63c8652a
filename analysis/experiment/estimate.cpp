#include "analysis/experiment/estimate.hpp"

#include <algorithm>
#include <chrono>

#include "sim/experiment/parallel.hpp"
#include "sim/store/packed.hpp"

namespace staffsim::analysis {

namespace {

constexpr std::size_t most_pilots = 8;
constexpr double rule_bytes = 8, unit_bytes = 60, setting_row_bytes = 12;

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

double bytes_of(const store::UnitResult& result, std::size_t aggregate_groups) {
    const store::PackedUnit unit = store::packed(result, aggregate_groups);
    double bytes = unit_bytes + static_cast<double>(unit.aggregates.size() + unit.units.size());
    for (const measures::RuleCount& rule : unit.rules) bytes += rule_bytes + static_cast<double>(rule.rule.size());
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

Estimate measured_on_pilot(const Batch& batch, std::uint32_t replications, int threads) {
    Estimate estimate;
    const double began = now();
    batch.live_ahead(0, replications, threads);
    const double warm = now();
    const std::size_t scenarios = batch.plan().scenarios.size(), pilots = std::min(most_pilots, scenarios);
    const std::size_t aggregates = store::aggregate_groups(batch.plan());
    for (std::size_t i = 0; i < pilots; ++i)
        estimate.run_bytes +=
            bytes_of(batch.run(0, i * scenarios / pilots, 1).front(), aggregates) / static_cast<double>(pilots);
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
