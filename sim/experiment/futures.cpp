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

engine::DonorPool lived(const Scenario& scenario, std::uint32_t seed, int threads) {
    const engine::CountyInput& input = scenario.input;
    std::vector<std::vector<engine::Donor>> lives(static_cast<std::size_t>(input.warm_up_lives));
    in_parallel(lives.size(), threads,
                [&](std::size_t life) { lives[life] = engine::live_warm_up(input, seed, static_cast<int>(life)); });
    std::vector<engine::Donor> donors;
    for (const auto& life : lives) donors.insert(donors.end(), life.begin(), life.end());
    return engine::DonorPool(std::move(donors));
}

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

const engine::DonorPool& WarmUps::of(const Scenario& scenario) {
    const std::string key = warm_up_key(scenario);
    const std::lock_guard lock(mutex_);
    auto known = pools_.find(key);
    if (known == pools_.end()) known = pools_.emplace(key, lived(scenario, seed_, threads_)).first;
    return known->second;
}

bool WarmUps::has(const Scenario& scenario) const {
    const std::string key = warm_up_key(scenario);
    const std::lock_guard lock(mutex_);
    return pools_.contains(key);
}

measures::YearlyValues live_future(const Scenario& scenario, RandomKey key, const engine::DonorPool& donors) {
    measures::Observer observer(scenario.input.plan, static_cast<std::size_t>(scenario.input.years));
    engine::simulate(scenario.input, key, donors, observer);
    return observer.values();
}

bool live_futures(const FuturesPlan& plan, WarmUps& warm_ups, const ReadFuture& read, Progress& progress,
                  const std::atomic<bool>& interrupted) {
    std::vector<const engine::DonorPool*> donors;
    for (const Scenario* scenario : plan.scenarios) donors.push_back(&warm_ups.of(*scenario));
    std::atomic<std::size_t> lived = 0;
    std::mutex mutex;
    const std::size_t scenarios = plan.scenarios.size();
    in_parallel(scenarios * plan.count, plan.threads, [&](std::size_t unit) {
        if (interrupted) return;
        const std::size_t s = unit % scenarios;
        const auto replication = plan.first + static_cast<std::uint32_t>(unit / scenarios);
        read(s, replication, live_future(*plan.scenarios[s], {plan.seed, replication}, *donors[s]));
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
