// What is said of the answers to single questions (answer_types.hpp): screens for the terminal, JSON and CSV. Sentences
// are made once, so that terminal and report say the same.
#pragma once

#include <string>
#include <vector>

#include "analysis/answer_types.hpp"
#include "analysis/export/comparison_csv.hpp"
#include "analysis/terminal/style.hpp"

namespace staffsim::analysis {

std::string best_screen(const BestOf& best, const Style& style);
std::string best_json(const BestOf& best);
// One row per candidate, or per part and interaction, or per value tried; the questions themselves in the last columns.
std::string best_csv(const std::vector<BestOf>& races);
Text best_question(const BestOf& best);   // "Which is best: leavers, persons a year, at year 5"
Text best_answer(const BestOf& best);     // who is best, or who is left
Text best_guarantee(const BestOf& best);  // what the choice promises
Text best_subset(const BestOf& best);     // who may be the best from the first look alone
Text best_fate(const BestOf& best, std::size_t candidate);

std::string package_screen(const Package& package, int verdict_year, const Style& style);
std::string package_json(const Package& package);
std::string package_csv(const std::vector<Package>& packages);
Text package_help();
Text package_name(const Package& package);                               // the parts, joined by +
Text pair_name(const Package& package, const PackageInteraction& pair);  // "a × b"

std::string seek_screen(const SeekReport& report, const Style& style);
std::string seek_json(const SeekReport& report);
std::string seek_csv(const std::vector<SeekReport>& reports);
Text seek_question(const SeekReport& report);
Text seek_answer(const SeekReport& report);
Text seek_confirmation(const SeekReport& report);  // empty when nothing was found
Text seek_shape(const SeekReport& report);         // whether more of the lever always helps; empty when nothing does

// All of them, behind the comparison's screen; packages at `verdict_year`. Empty when there are none.
std::string answers_screen(const Answers& answers, int verdict_year, const Style& style);
// {"packages": […], "races": […], "seeks": […]}
std::string answers_json(const Answers& answers);
// package.csv, best.csv, seek.csv, those that have rows.
std::vector<CsvFile> answers_tables(const Answers& answers);

}  // namespace staffsim::analysis
