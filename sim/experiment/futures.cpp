#include "sim/experiment/futures.hpp"

#include <algorithm>

#include "sim/engine/simulate.hpp"
#include "sim/experiment/parallel.hpp"
#include "sim/foundation/digest.hpp"
#include "sim/measures/observe.hpp"
#include "sim/scenario/timeline.hpp"

namespace staffsim::experiment {

namespace {

using scenario::Scenario;

bool is_table(const scenario::SourceFile& file) { return file.is_roster || file.path.ends_with(".csv"); }

}  // namespace

std::string warm_up_key(const Scenario& scenario) {
    std::string content;
    std::vector<std::string> levers;
    for (const scenario::ResolvedLever& lever : scenario.levers) {
        levers.push_back(lever.row->key);
        content += lever.row->key + " = " + levers::to_text(*lever.row, scenario::history_value(lever)) + "\n";
    }
    for (const scenario::ResolvedLine& line : scenario.resolved) {
        const bool is_lever = std::ranges::find(levers, line.key) != levers.end();
        if (!is_lever && line.key != "years") content += line.key + " = " + line.value + "\n";
    }
    for (const scenario::SourceFile& file : scenario.files) {
        if (is_table(file)) content += "table " + file.sha256 + "\n";
    }
    return sha256_hex(content);
}

const engine::WarmUp& WarmUps::of(const Scenario& scenario) {
    const std::string key = warm_up_key(scenario);
    const std::lock_guard lock(mutex_);
    return warm_ups_.try_emplace(key, scenario.input, seed_).first->second;
}

bool WarmUps::has(const Scenario& scenario) const {
    const std::string key = warm_up_key(scenario);
    const std::lock_guard lock(mutex_);
    return warm_ups_.contains(key);
}

void live_ahead(const std::vector<const engine::WarmUp*>& warm_ups, std::uint32_t first, std::uint32_t count,
                int threads) {
    struct Life {
        const engine::WarmUp* warm_up;
        std::uint32_t replication;
        auto operator<=>(const Life&) const = default;
    };
    std::vector<Life> lives;
    for (const engine::WarmUp* warm_up : warm_ups) {
        const auto number = std::min<std::size_t>(count, warm_up->lives());
        for (std::size_t i = 0; i < number; ++i) lives.push_back({warm_up, first + static_cast<std::uint32_t>(i)});
    }
    std::ranges::sort(lives);
    lives.erase(std::ranges::unique(lives).begin(), lives.end());
    in_parallel(lives.size(), threads, [&](std::size_t i) { lives[i].warm_up->of(lives[i].replication); });
}

measures::YearlyValues live_future(const Scenario& scenario, RandomKey key, const engine::WarmUp& warm_up) {
    measures::Observer observer(scenario.input.plan, static_cast<std::size_t>(scenario.input.years));
    engine::simulate(scenario.input, key, warm_up, observer);
    return observer.values();
}

bool live_futures(const FuturesPlan& plan, WarmUps& warm_ups, const ReadFuture& read, Progress& progress,
                  const std::atomic<bool>& interrupted) {
    std::vector<const engine::WarmUp*> continued;
    for (const Scenario* scenario : plan.scenarios) continued.push_back(&warm_ups.of(*scenario));
    live_ahead(continued, plan.first, plan.count, plan.threads);
    std::atomic<std::size_t> lived = 0;
    std::mutex mutex;
    const std::size_t scenarios = plan.scenarios.size();
    in_parallel(scenarios * plan.count, plan.threads, [&](std::size_t unit) {
        if (interrupted) return;
        const std::size_t s = unit % scenarios;
        const auto replication = plan.first + static_cast<std::uint32_t>(unit / scenarios);
        read(s, replication, live_future(*plan.scenarios[s], {plan.seed, replication}, *continued[s]));
        ++lived;
        const std::lock_guard lock(mutex);
        progress.advance();
    });
    return lived == scenarios * plan.count;
}

std::size_t headline_group(const CountyPlan& plan) {
    const bool has_township =
        std::ranges::any_of(plan.units, [](const UnitPlan& unit) { return unit.kind == UnitKind::township; });
    return has_township ? measures::townships_group : measures::all_group;
}

}  // namespace staffsim::experiment
