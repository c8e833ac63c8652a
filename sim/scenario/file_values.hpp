// The plain keys of a scenario: everything but levers, posts and units.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/entries.hpp"

namespace staffsim::scenario {

// A file named in a scenario, as it can be opened from the working directory.
struct NamedFile {
    std::string path;
    Place place;
};

struct FileValues {
    std::map<std::size_t, Text> names;  // by operand
    std::optional<NamedFile> roster, establishment;
    std::optional<Day> start;
    Place start_place, years_place, warm_up_place, warm_up_lives_place, start_full_place, start_ages_place,
        county_place;
    int years = 20;
    int warm_up_years = 60;
    int warm_up_lives = 20;
    std::vector<int> verdict_years{3, 5, 10, 20};
    Place verdict_years_place;
    bool synthetic = false;
    bool start_full = false;
    std::optional<std::array<double, 2>> start_ages;
    std::string county = "county";
    std::map<std::string, double> matters;
    std::map<std::string, std::string> sources;
};

// Later layers win; the values of all layers are checked. `sources` may name levers, `matters` the given outcomes (not
// checked when there are none).
FileValues file_values(const Entries& entries, const std::vector<const levers::Row*>& rows,
                       const std::vector<std::string>& outcome_ids, Diagnostics& diagnostics);

}  // namespace staffsim::scenario
