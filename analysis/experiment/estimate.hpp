// What an experiment will take, before it is run: lived on a pilot replication of some of its scenarios.
#pragma once

#include <cstdint>

#include "analysis/batch.hpp"

namespace staffsim::analysis {

struct Estimate {
    double warm_up_seconds = 0;  // once, on all threads
    double run_seconds = 0;      // one scenario of one replication, on one thread
    double run_bytes = 0;        // the same in the store
    double plan_bytes = 0;       // scenario files, settings and points in the store
};

// Lives what so many replications need of the warm-ups, and one future of at most eight scenarios, evenly spaced over
// the plan; nothing is kept. Times are the machine's of the moment.
Estimate measured_on_pilot(const Batch& batch, std::uint32_t replications, int threads);

double total_seconds(const Estimate& estimate, std::uint64_t runs, int threads);
double total_bytes(const Estimate& estimate, std::uint64_t runs);

}  // namespace staffsim::analysis
