// Futures of loaded scenarios, lived one by one: what studies are made of that try many scenarios and keep numbers, not
// stores. Matched futures start with the same people.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "sim/engine/donors.hpp"
#include "sim/experiment/progress.hpp"
#include "sim/measures/outcome.hpp"
#include "sim/scenario/scenario.hpp"

namespace staffsim::experiment {

// Equal keys have equal warm-ups: county on paper, first day, length and rules of the warm-up.
std::string warm_up_key(const scenario::Scenario& scenario);

// Warm-ups by their key, made when first asked for and kept. May be asked by several threads at once. Every kept
// warm-up takes some megabytes: for scenarios that differ in assumptions use one object for each set of assumptions.
class WarmUps {
  public:
    explicit WarmUps(std::uint32_t seed) : seed_(seed) {}
    // Its lives are lived when a future asks for them, or by live_ahead.
    const engine::WarmUp& of(const scenario::Scenario& scenario);
    bool has(const scenario::Scenario& scenario) const;

  private:
    std::uint32_t seed_;
    mutable std::mutex mutex_;
    std::map<std::string, engine::WarmUp> warm_ups_;
};

// Lives what the futures first … first + count - 1 need of the warm-ups, on several threads (below 1: as many as there
// are processors), so that no future has to wait for another's past.
void live_ahead(const std::vector<const engine::WarmUp*>& warm_ups, std::uint32_t first, std::uint32_t count,
                int threads);

// All outcomes of one future, by group and year. A pure function of its arguments.
measures::YearlyValues live_future(const scenario::Scenario& scenario, RandomKey key, const engine::WarmUp& warm_up);

// Futures first … first + count - 1 of every scenario, in any order, on several threads; each is handed to `read`,
// which may be called by several threads at once and must put what it wants where no other future's does. False when
// `interrupted` became true before all were lived.
struct FuturesPlan {
    std::vector<const scenario::Scenario*> scenarios;
    std::uint32_t seed = 1, first = 0, count = 0;
    int threads = 0;  // below 1: as many as there are processors
};
using ReadFuture =
    std::function<void(std::size_t scenario, std::uint32_t replication, const measures::YearlyValues& values)>;
bool live_futures(const FuturesPlan& plan, WarmUps& warm_ups, const ReadFuture& read, Progress& progress,
                  const std::atomic<bool>& interrupted);

// Townships; in a county without any, the whole county.
std::size_t headline_group(const CountyPlan& plan);

}  // namespace staffsim::experiment
