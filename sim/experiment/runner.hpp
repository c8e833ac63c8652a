// Runs the units of work that a store lacks, on several threads, and commits them in plan order: what is stored does
// not depend on the number of threads or on interruptions. A piece of parallel work is one replication of all scenarios
// or, where these are many, of some neighbours among them; nothing is told of a replication before it is complete.
// Memory is bounded by what is in flight, not by the number of replications. Leaves out: how a replication is simulated
// (the caller's function), looks and finishing the file (the caller's, too).
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <vector>

#include "sim/experiment/progress.hpp"
#include "sim/store/store.hpp"

namespace staffsim::experiment {

using store::UnitResult;

// All scenarios, in plan order, of one replication (numbered from 0). Called from several threads at once, for
// different replications, in no particular order; its result must depend on nothing but the replication.
using RunReplication = std::function<std::vector<UnitResult>(std::uint32_t replication)>;

// The same of `count` scenarios from `first` on.
using RunPart = std::function<std::vector<UnitResult>(std::uint32_t replication, std::size_t first, std::size_t count)>;

// Scenarios that one piece of work holds at most when parts can be run.
inline constexpr std::size_t part_size = 16;

struct RunRequest {
    std::uint32_t replications = 0;  // how many the store shall hold in the end, those that it has included
    int threads = 0;                 // simulating at once; below 1: as many as there are processors
};

struct RunReport {
    std::uint32_t completed = 0;  // replications now in the store
    bool interrupted = false;     // fewer than asked for, because `interrupted` was set
};

// Executes the missing replications. When `interrupted` becomes true no further one is begun; those being simulated are
// finished and committed, and the call returns.
// A failing replication stops the run in the same way: those before it are committed, then its error is thrown with the
// number of the replication put before the message (InvariantError stays InvariantError, InputError stays InputError,
// others become std::runtime_error). Of several failing ones it is always the first. StoreError: when committing fails.
RunReport run_missing(store::Store& store, RunRequest request, const RunReplication& run, Progress& progress,
                      const std::atomic<bool>& interrupted);

// In parts of part_size scenarios. An interrupted run keeps whole parts; what is in the store of the next replication
// is not run again. Progress counts whole
// replications.
RunReport run_missing(store::Store& store, RunRequest request, const RunPart& run, Progress& progress,
                      const std::atomic<bool>& interrupted);

}  // namespace staffsim::experiment
