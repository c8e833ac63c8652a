// Runs what a store lacks: the part that `run` and `compare` share.
#pragma once

#include <filesystem>
#include <string>

#include "analysis/batch.hpp"
#include "sim/cli/common.hpp"
#include "sim/store/store.hpp"

namespace staffsim::cli {

struct FinishedRun {
    store::Store store;
    bool interrupted = false;
};

// Opens or begins the store at `path`, simulates until it holds the wanted replications and keeps the run log beside
// it. An interrupted store is left to be continued.
FinishedRun run_experiment(const analysis::Batch& batch, const BatchOptions& options, const ShowOptions& show,
                           const std::filesystem::path& path, const std::string& command);

// Says on stderr what is kept.
void tell_interruption(const store::Store& store, std::int64_t wanted);

}  // namespace staffsim::cli
