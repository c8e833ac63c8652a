// Futures of loaded scenarios, lived one by one: what studies are made of that try many scenarios and keep numbers, not
// stores. Matched futures start with the same people, whose warm-up is lived once.
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

// Warm-ups by their key, each lived when first asked for and kept. May be asked by several threads at once. Every kept
// warm-up takes some megabytes: for scenarios that differ in assumptions use one object for each set of assumptions.
class WarmUps {
  public:
    // `threads` lives of a warm-up at once; below 1: as many as there are processors.
    WarmUps(std::uint32_t seed, int threads) : seed_(seed), threads_(threads) {}
    const engine::DonorPool& of(const scenario::Scenario& scenario);
    bool has(const scenario::Scenario& scenario) const;

  private:
    std::uint32_t seed_;
    int threads_;
    mutable std::mutex mutex_;
    std::map<std::string, engine::DonorPool> pools_;
};

// All outcomes of one future, by group and year. A pure function of its arguments.
measures::YearlyValues live_future(const scenario::Scenario& scenario, RandomKey key, const engine::DonorPool& donors);

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
