// Runs what a store lacks: the part that `run` and `compare` share.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "analysis/batch.hpp"
#include "sim/cli/common.hpp"
#include "sim/store/store.hpp"

namespace staffsim::cli {

struct FinishedRun {
    store::Store store;
    bool interrupted = false;
    std::uint32_t replications = 0;  // to be told of; fewer than the store holds when it was precise enough before
};

// Opens or begins the store at `path`, simulates until it holds the wanted replications and keeps the run log beside
// it. An interrupted store is left to be continued.
FinishedRun run_experiment(const analysis::Batch& batch, const BatchOptions& options, const ShowOptions& show,
                           const std::filesystem::path& path, const std::string& command,
                           const std::optional<stats::PrecisionRule>& precision = {});

// Number of futures of --precision or --replications: for the interruption's message.
std::int64_t wanted_futures(const BatchOptions& options, const std::optional<stats::PrecisionRule>& precision);

// Lives one future alone, in time that does not grow with its number, and prints its fingerprints; keeps nothing.
int replayed(const analysis::Batch& batch, std::uint32_t replication);

// What a finished comparison is told with and its futures do not hold: policies on pay at the lowest effect of pay, and
// the proofs. Whichever command a store was begun with, it holds the same.
void live_beside(const analysis::Batch& batch, store::Store& store, const BatchOptions& options);

// Says on stderr what is kept.
void tell_interruption(const store::Store& store, std::int64_t wanted, const ShowOptions& show);

}  // namespace staffsim::cli
