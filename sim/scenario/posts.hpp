// Post types from the tables [posts.<id>] of all layers, key by key: a higher layer changes the keys it names.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/model/career_graph.hpp"
#include "sim/scenario/entries.hpp"

namespace staffsim::scenario {

struct Posts {
    std::vector<PostType> types;          // in order of first mention
    std::map<std::string, Place> places;  // "posts.<id>" and "posts.<id>.<key>" -> where it was set last
    bool is_sound = true;                 // false: errors were reported
};

// Errors: wrong types and words, missing keys (title, unit_kind, tier, ladder), unknown feeders and origins, one title
// twice within a unit kind, and everything check_career_graph finds, at the post's place.
Posts posts_of(const Entries& entries, Diagnostics& diagnostics);

}  // namespace staffsim::scenario
