// The layers taken apart: one entry per value given, in stack order, lowest layer first. Whoever needs a value takes
// the last entry that applies. Keys that mean nothing are errors here, with a suggestion.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/levers/row.hpp"
#include "sim/scenario/layers.hpp"

namespace staffsim::scenario {

// `starts`, `phase_in_years`, `units` and `applies_to` of one table: they hold for the keys set in it, and in tables in
// it as far as these say nothing else.
struct Conditions {
    std::optional<Day> starts;
    Place starts_place;
    std::optional<std::vector<std::pair<std::string, Place>>> units;  // nothing: all units
    Place units_place;
    int phase_in_years = 1;
    Place phase_in_place;
    bool new_entrants = false;
    Place applies_to_place;
};

struct Entry {
    std::string key;                // dotted, as the planner knows it: "pay.township_allowance", "units.T03.places"
    std::vector<std::string> path;  // the same in parts: ids may contain dots
    const Node* node = nullptr;
    const Layer* layer = nullptr;
    const levers::Row* row = nullptr;        // levers only
    const Conditions* conditions = nullptr;  // levers only, may be null
};

struct Entries {
    std::vector<Entry> levers;
    std::vector<Entry> others;  // scalars, posts.*.*, units.*.*, matters.*, sources.*
    std::deque<Conditions> conditions;

    // Last entry of that key, nullptr when nobody set it.
    const Entry* last(const std::string& key) const;
};

// Whether a key of a table says when, where and for whom the values beside it hold: starts, phase_in_years, units,
// applies_to.
bool is_condition(const std::string& key);

// `rows` are all levers. The entries point into `layers`.
Entries entries_of(const Layers& layers, const std::vector<const levers::Row*>& rows, Diagnostics& diagnostics);

// Values that two operands of a+b give to one key for overlapping units, differently: an error naming both places.
void report_conflicts(const Entries& entries, Diagnostics& diagnostics);

// A context or --set that hides a value of a file above the root: a warning, since the variant may differ in nothing
// then. The same, and "Name: key=value", that hides a value of any file which holds from a day, in some units or for
// new entrants, without saying so again: a warning that this is lost.
void warn_of_hidden_values(const Entries& entries, Diagnostics& diagnostics);

}  // namespace staffsim::scenario
