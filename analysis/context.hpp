// What a report needs beside numbers, fixed when an experiment is planned and kept with its results as JSON: so that
// any report can be rebuilt from the store alone. Holds counts and settings, no person, no clock, no host.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/told_warning.hpp"
#include "sim/measures/parts.hpp"

namespace staffsim::analysis {

struct UnitContext {
    std::string id;
    bool is_township = true;
    int places = 0;
    bool operator==(const UnitContext&) const = default;
};

struct Context {
    std::vector<Text> notes;
    std::vector<ToldWarning> warnings;
    std::size_t township_count = 0, places = 0, staff = 0;  // places and staff of the townships
    std::size_t leaders = 0;                                // of townships, on the first day
    // Of these, who retire or step down to the second line by age, and who of them steps down: by year, the first six.
    std::vector<int> leaders_due, leaders_stepping_down;
    std::vector<UnitContext> units;
    std::vector<std::vector<Setting>> settings;  // by scenario; what differs from the baseline
    std::vector<EqualCost> equal_cost;           // without what the futures compared say
    PathwayStudy pathways;
    Overrides overrides;
    std::vector<measures::Part> parts;  // of breakdowns; empty when none are kept
};

std::string to_json(const Context& context);
// InvariantError when it is not what to_json wrote.
Context context_of(const std::string& json);

// What was found beside the comparison when a store was begun, and has to be planned again by whoever continues it
// without finding it anew: levers of equal cost, pathways. Nothing when there is no store at `path` or it is not ours
// (opening it for good says why).
struct Remembered {
    std::vector<EqualCost> equal_cost;
    PathwayStudy pathways;
};
Remembered remembered_in(const std::filesystem::path& path);

}  // namespace staffsim::analysis
