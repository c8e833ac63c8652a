// The sheets of the workbook in their order, each written by one function.
#pragma once

#include "analysis/comparison.hpp"
#include "analysis/workbook/sheet.hpp"

namespace staffsim::analysis::xlsx {

void add_answer(Book& book, const Comparison& comparison);      // answer_sheet.cpp
void add_scorecard(Book& book, const Comparison& comparison);   // scorecard_sheet.cpp
void add_pilots(Book& book, const Comparison& comparison);      // pilots_sheet.cpp; no sheet when there are none
void add_yearly(Book& book, const Comparison& comparison);      // yearly_sheet.cpp
void add_flows(Book& book, const Comparison& comparison);       // flows_sheet.cpp
void add_townships(Book& book, const Comparison& comparison);   // flows_sheet.cpp
void add_groups(Book& book, const Comparison& comparison);      // flows_sheet.cpp
void add_portraits(Book& book, const Comparison& comparison);   // portrait_sheets.cpp
void add_answers(Book& book, const Comparison& comparison);     // answers_sheet.cpp; no sheet when there are none
void add_settings(Book& book, const Comparison& comparison);    // record_sheets.cpp
void add_record(Book& book, const Comparison& comparison);      // record_sheets.cpp
void add_dictionary(Book& book, const Comparison& comparison);  // record_sheets.cpp

// Five cells of a change against the baseline: difference, from, to, verdict, better in … of 100 (scorecard_sheet.cpp).
void add_policy_change(Sheet& sheet, const Comparison& comparison, const Cell& cell);

// "B Double allowance".
std::string lettered_name(const Book& book, const Comparison& comparison, std::size_t scenario);

}  // namespace staffsim::analysis::xlsx
