#include "sim/engine/simulate.hpp"

#include "sim/engine/county_run.hpp"

namespace staffsim::engine {

RunSummary simulate(const CountyInput& input, RandomKey key, const WarmUp& warm_up, Sink& sink) {
    CountyRun run(input.plan, input.policy, key, input.plan.start, input.years);
    const bool nobody_looks = !sink.wants_stocks() && !sink.looks_at_people() && !sink.wants_facts();
    if (nobody_looks) run.spare_what_nobody_reads();
    if (input.plan.start_full) {
        run.settle_full();
    } else {
        run.settle_roster(warm_up.of(key.replication));
    }
    run.run(sink);
    return {run.county().fingerprint(), run.county().facts() + run.routine_events(), run.person_days()};
}

}  // namespace staffsim::engine
