#include "sim/engine/simulate.hpp"

#include "sim/engine/county_run.hpp"

namespace staffsim::engine {

RunSummary simulate(const CountyInput& input, RandomKey key, const StartState& start, Sink& sink) {
    CountyRun run(input.plan, input.policy, key, input.plan.start);
    if (input.plan.start_full) {
        run.settle_full();
    } else {
        run.settle_roster(start);
    }
    run.run(input.years, sink);
    return {run.county().fingerprint(), run.county().facts() + run.routine_events(), run.person_days()};
}

}  // namespace staffsim::engine
