// One experiment ready to run: its scenarios, its plan, and the function that lives one replication of all of them. The
// warm-up, from which starting people get what the roster does not say, is lived once for all replications of all
// scenarios with the same county and history; so matched futures start with the very same people.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "sim/engine/donors.hpp"
#include "sim/experiment/runner.hpp"
#include "sim/scenario/scenario.hpp"

namespace staffsim::analysis {

class Batch {
  public:
    // InputError when the scenarios cannot be compared (plan.hpp). scenarios[0] is the baseline.
    Batch(std::vector<scenario::Scenario> scenarios, std::uint32_t seed, const std::vector<EqualCost>& equal_cost = {},
          const PathwayStudy& pathways = {});

    const store::Plan& plan() const { return plan_; }
    const std::vector<scenario::Scenario>& scenarios() const { return scenarios_; }

    // All scenarios of one replication, in plan order. A pure function of the replication; may be called by several
    // threads at once. The first call lives the warm-ups unless that has been done.
    std::vector<store::UnitResult> run(std::uint32_t replication) const;

    // Lives the warm-ups on so many threads, once.
    void warm_up(int threads) const;

    // For the runner; the batch must outlive it.
    experiment::RunReplication runner() const {
        return [this](std::uint32_t replication) { return run(replication); };
    }

  private:
    std::vector<scenario::Scenario> scenarios_;
    store::Plan plan_;
    std::vector<std::size_t> start_of_;  // by scenario: which warm-up it starts from
    std::vector<std::size_t> warm_ups_;  // by warm-up: the first scenario that needs it
    void live_warm_ups(int threads) const;
    mutable std::once_flag warmed_up_;
    mutable std::vector<engine::DonorPool> donors_;  // by warm-up; never changes once made
};

// Equal keys have equal warm-ups: county on paper, first day, length and rules of the warm-up.
std::string warm_up_key(const scenario::Scenario& scenario);

}  // namespace staffsim::analysis
