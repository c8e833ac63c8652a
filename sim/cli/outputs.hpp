// Where a comparison goes: report, CSV folder, stdout.
#pragma once

#include <filesystem>
#include <string>

#include "analysis/comparison.hpp"
#include "sim/cli/common.hpp"

namespace staffsim::cli {

struct OutputOptions {
    std::string report;  // empty: none
    bool no_report = false;
    std::string csv;       // empty: none
    std::string workbook;  // empty: none
    std::string pdf;       // empty: none
    bool details = false;

    void declare(Options& options);
    // InputError when a report is asked for and forbidden. As typed: before a default takes the place of a name.
    void refuse_contradiction() const;
    // InputError when something could not be written in the end, or would replace a file that is no earlier output of
    // its kind, such as an input. `store`: of the command, read or written; `named`: as its user knows it.
    void check(const std::filesystem::path& store, const Text& named = same_in_both("--store")) const;
    // The page is needed for the report or for the PDF.
    bool wants_page() const { return wants_report() || !pdf.empty(); }
    bool wants_report() const { return !no_report && !report.empty(); }
};

// Where nobody names a report: beside the store and named like it, `usual` without a store. So the page of another
// comparison, which has another store, is not replaced.
std::string default_report(const std::string& store, const std::string& usual);

// Writes report and CSV, prints the comparison. With the table, the last line on stdout is the path of the report (or
// of the CSV folder, or of the store), and `after_table` stands behind the comparison; with JSON and CSV stdout holds
// nothing else and the paths are told on stderr.
void put_out(const analysis::Comparison& comparison, const OutputOptions& outputs, const ShowOptions& show,
             const std::string& store, const std::string& next, const std::string& after_table = "");

// Of a comparison that was stopped before its end: prints what is there in the wanted format and writes no file, for
// files are what a finished comparison leaves. With the table the last line is the path of the store.
void put_out_stopped(const analysis::Comparison& comparison, const ShowOptions& show, const std::string& store);

}  // namespace staffsim::cli
