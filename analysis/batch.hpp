// One experiment ready to run: its scenarios, its plan, and the function that lives one replication of all of them. The
// warm-up, from which starting people get what the roster does not say, is shared by all scenarios with the same county
// and history; so matched futures start with the very same people.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "sim/experiment/futures.hpp"
#include "sim/experiment/runner.hpp"
#include "sim/scenario/scenario.hpp"

namespace staffsim::analysis {

class Batch {
  public:
    // InputError when the scenarios cannot be compared (plan.hpp). scenarios[0] is the baseline. Portraits are kept of
    // every future.
    Batch(std::vector<scenario::Scenario> scenarios, std::uint32_t seed, const std::vector<EqualCost>& equal_cost = {},
          const PathwayStudy& pathways = {}, const Overrides& overrides = {});

    // With a plan made for these scenarios; only the `kept_groups` (positions among all groups of the county, in the
    // order of the plan's groups) are kept of every run.
    Batch(std::vector<scenario::Scenario> scenarios, store::Plan plan, std::vector<std::size_t> kept_groups);

    const store::Plan& plan() const { return plan_; }
    const std::vector<scenario::Scenario>& scenarios() const { return scenarios_; }

    // All scenarios of one replication, in plan order. A pure function of the replication; may be called by several
    // threads at once.
    std::vector<store::UnitResult> run(std::uint32_t replication) const;
    // `count` scenarios from `first` on.
    std::vector<store::UnitResult> run(std::uint32_t replication, std::size_t first, std::size_t count) const;

    // Another scenario than those compared on the past of the one at `place`, so with the very same people on the first
    // day: for what is lived beside the comparison. Outcomes alone.
    store::UnitResult run_beside(const scenario::Scenario& other, std::size_t place, std::uint32_t replication) const;

    // Lives what so many replications from `first` on need of the warm-ups, on so many threads.
    void live_ahead(std::uint32_t first, std::uint32_t count, int threads) const;

    // For the runner; the batch must outlive it.
    experiment::RunPart runner() const {
        return [this](std::uint32_t replication, std::size_t first, std::size_t count) {
            return run(replication, first, count);
        };
    }

  private:
    std::vector<scenario::Scenario> scenarios_;
    store::Plan plan_;
    std::unique_ptr<experiment::WarmUps> warm_ups_;  // a batch can be moved
    std::vector<const engine::WarmUp*> continued_;   // by scenario: the warm-up it continues
    std::vector<std::size_t> kept_groups_;           // empty: all
    bool keeps_portraits_ = false;
    void find_warm_ups();
    store::UnitResult kept(store::UnitResult unit) const;
};

}  // namespace staffsim::analysis
