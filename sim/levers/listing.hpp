// Lists of levers for people, programs and editors: a table for the terminal, a JSON array, and a JSON Schema of a
// scenario file. All three walk lever rows and know no lever by name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/foundation/text.hpp"
#include "sim/levers/row.hpp"

namespace staffsim::levers {

// everyday: what planners ask for first of what somebody can decide, by clause of the policy outline. policy_only: all
// of that. all: facts and assumptions as well.
enum class Selection { everyday, policy_only, all };

std::vector<const Row*> selected(const std::vector<const Row*>& rows, Selection selection);

// What somebody can decide under a clause ("3" holds 3.1, 3.2 …). InputError naming the clauses when there is none.
std::vector<const Row*> of_clause(const std::vector<const Row*>& rows, const std::string& clause);

// The lever of that key, or those of that table ("pay.long_service"), whoever decides them; none: an empty list.
std::vector<const Row*> of_key(const std::vector<const Row*>& rows, const std::string& key);

// Everything that is known of one lever: as in the listing, with what it means, where it may differ, how sure it is and
// where it comes from.
std::string row_text(const Row& row, Language language);

// Two or more lines a lever (key, default, who decides; then label and allowed range), no line wider than 78 columns on
// a terminal where a Chinese character takes two. Policy levers come by clause, facts and assumptions behind them.
// An empty list of rows gives a table that says so. Behind the everyday ones stands how many more there are.
std::string listing_text(const std::vector<const Row*>& rows, Selection selection, Language language);

// Array of objects with the keys key, type, unit, default, low, high, choices, names, kind, authority, scope, clause,
// label {en, zh}, meaning, source, grade, plausible_low, plausible_high, plausible_by_name, everyday. low and high are
// null for types without a range, plausible_* where the truth may lie anywhere in it; plausible_by_name has [low, high]
// by name.
std::string listing_json(const std::vector<const Row*>& rows, Selection selection);

// JSON Schema (2020-12) of a scenario file: nested tables from the dotted keys, nothing else allowed. Every table that
// holds levers also takes `starts`, `phase_in_years`, `units` and `applies_to`. `other_properties` is a JSON object
// with the properties of the keys that are not levers (name, roster, years …); malformed JSON there is a defect of the
// caller and throws.
std::string scenario_schema(const std::vector<const Row*>& rows, std::string_view other_properties);

}  // namespace staffsim::levers
