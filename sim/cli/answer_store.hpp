// Where decompose, best and seek keep their answers: in the store of a comparison with the same baseline and luck, or
// in one of their own that holds no futures. Shared options, and what is shown in the end.
#pragma once

#include <filesystem>
#include <string>

#include "sim/cli/common.hpp"
#include "sim/cli/outputs.hpp"
#include "sim/store/store.hpp"

namespace staffsim::cli {

struct AnswerOptions {
    std::string store, report, csv;
    bool fresh = false, no_report = false;

    // `command` names the store where none is given: best.staffsim.
    explicit AnswerOptions(std::string command) : command_(std::move(command)) {}
    void declare(Options& options);
    std::filesystem::path store_path() const;
    // InputError when something could not be written in the end.
    void check() const;

  private:
    std::string command_;
};

// Continues the store at the options' path, or begins one planned for `scenarios` (the first is the baseline). A store
// that holds futures is used for any question about its baseline with its seed. InputError: another baseline or seed,
// an experiment's store, another model version.
// `overrides` are kept with a new store; one that is there has its own, which say the same. Warnings of the scenarios
// go to stderr.
store::Store open_answers(const AnswerOptions& options, const std::vector<scenario::Scenario>& scenarios,
                          std::uint32_t seed, const analysis::Overrides& overrides, const ShowOptions& show);

// The answer on stdout, on a terminal below what was put on top of every scenario's files.
void print_answer(const std::string& screen, const analysis::Overrides& overrides, const ShowOptions& show);

// Puts the store into its final form, writes report and tables, and prints the path of what was written last, where
// stdout is not for a program to read.
void close_answers(store::Store& store, const AnswerOptions& options, const ShowOptions& show);

// What `report` shows of a store that holds answers and no futures. InputError for a workbook, which needs futures.
void put_out_answers(const store::Store& store, const OutputOptions& outputs, const ShowOptions& show);

// Says on stderr what is kept.
int tell_answer_interrupted(const store::Store& store, const ShowOptions& show);

// The futures that a report is about: of the last look, or all; none where only questions were asked. And its number.
struct ShownFutures {
    std::uint32_t replications = 0;
    int look = 1;
};
ShownFutures shown_futures(const store::Store& store);

}  // namespace staffsim::cli
