// A changed setting in words: what it becomes, step by step where it has several days, pilots or new entrants, each day
// named once; both languages. What holds on the first day is not repeated behind "old →".
#pragma once

#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "sim/foundation/text.hpp"
#include "sim/scenario/scenario.hpp"

namespace staffsim::analysis {

// "400"; "not used" where the old rules do not use it
Text old_value_words(const Setting& setting);

// "800", "from 2028-01-01: 600; from 2029-01-01: 800", "from 2027-07-01 in T03, T11: 900"
Text new_value_words(const Setting& setting);

// The units that alone get another value; empty where others do, too.
std::vector<std::string> confined_to(const Setting& setting);

// Does the new value name its day itself? Then nothing else need say when the setting starts.
bool names_its_start(const Setting& setting);

// "400 → 800 yuan/month from 2028-01-01"
Text change_words(const Setting& setting);

// From when, where and for whom a number sought for a lever holds: those of the setting it takes the place of. "from
// 2028-01-01 in T03, T11"; empty when it holds from the first day, everywhere and for everybody.
Text sought_holds(const scenario::ResolvedLever& lever, Day start);

}  // namespace staffsim::analysis
