#include "sim/engine/simulate.hpp"

#include "sim/engine/county_run.hpp"

namespace staffsim::engine {

RunSummary simulate(const CountyInput& input, RandomKey key, const DonorPool& donors, Sink& sink) {
    CountyRun run(input.plan, input.policy, key, input.plan.start, input.years);
    if (input.plan.start_full) {
        run.settle_full();
    } else {
        run.settle_roster(donors);
    }
    run.run(sink);
    return {run.county().fingerprint(), run.county().facts() + run.routine_events(), run.person_days()};
}

}  // namespace staffsim::engine
