// Where values come from and how two scenarios differ, in words: what `check --origin` and `check --diff` print.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace staffsim::scenario {

// Every lever on a line or more: value, file and line (or "default"), source where one is given; below it, indented,
// what the layers beneath said and every dated or pilot value. Then the keys of the county that were set.
std::string origin_text(const Scenario& scenario);

struct Difference {
    std::string key;
    std::string before, after;  // "" when the key does not exist there
    std::string unit;           // unit of measure, for levers
    Place place;                // where the later value (or, failing that, the earlier one) was set
};
std::vector<Difference> differences(const Scenario& before, const Scenario& after);

// One line a difference, "pay.township_allowance: 400 → 800 yuan/month (salary.toml:5)"; "no difference" for none.
std::string diff_text(const Scenario& before, const Scenario& after);

// "salary.toml:5", "--set", "default".
std::string place_text(const Place& place);
// The place without the folders of its file: what may enter a store or a report, which must not depend on where files
// lie.
Place without_folders(Place place);

}  // namespace staffsim::scenario
