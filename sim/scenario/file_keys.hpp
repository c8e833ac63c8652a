// The keys of a scenario file that are not levers: what they are called, what they take, and their JSON Schema.
#pragma once

#include <string>
#include <vector>

namespace staffsim::scenario {

inline constexpr int longest_horizon = 1000;  // years; theory runs that long
inline constexpr int longest_warm_up = 200;   // years
inline constexpr int most_warm_up_lives = 1000;

// name, extends, roster, … and the tables posts, units, matters, sources.
const std::vector<std::string>& file_keys();
bool is_file_table(const std::string& key);   // posts, units, matters, sources
const std::vector<std::string>& post_keys();  // keys within [posts.<id>]
const std::vector<std::string>& unit_keys();  // keys within [units.<id>]

// JSON object: properties of all of them.
std::string file_keys_schema();

}  // namespace staffsim::scenario
