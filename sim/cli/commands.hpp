// The commands of the program, each in a file of its own.
#pragma once

#include <string>
#include <vector>

namespace staffsim::cli {

using Words = std::vector<std::string>;

// Each returns an exit code and throws InputError, InvariantError, store::StoreError or analysis::OutputError.
int run_new(const Words& words);
int run_roster(const Words& words);
int run_check(const Words& words);
int run_levers(const Words& words);
int run_run(const Words& words);
int run_compare(const Words& words);
int run_experiment_file(const Words& words);
int run_sensitivity(const Words& words);
int run_decompose(const Words& words);
int run_best(const Words& words);
int run_seek(const Words& words);
int run_report(const Words& words);
int run_verify(const Words& words);
int run_bench(const Words& words);

struct Command {
    const char* name;
    const char* summary;
    int (*run)(const Words& words);
};
const std::vector<Command>& commands();

}  // namespace staffsim::cli
