// What an experiment is going to do, declared before it runs and kept with its results: scenarios, luck, years,
// outcomes and the family of comparisons that will get verdicts. Enough to rebuild a report without simulating. Leaves
// out everything about the machine.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sim/foundation/text.hpp"
#include "sim/measures/outcome.hpp"

namespace staffsim::store {

// A file that a scenario was read from. Of a roster only the hash and the number of rows are kept.
struct SourceFile {
    std::string name;  // as the user named it
    std::string sha256;
    std::string text;  // the whole file; empty for a roster
    bool is_roster = false;
    std::int64_t row_count = 0;  // rows of a roster; 0 for scenario files
    bool operator==(const SourceFile&) const = default;
};

// One lever's value in one scenario; a phase-in is several rows of one key.
struct SettingRow {
    std::string key;
    std::string value;
    std::string unit;
    std::string origin;  // file:line, "--set" or "default"
    std::string starts;  // 2027-01-01, or empty when it holds from the start
    bool operator==(const SettingRow&) const = default;
};

struct PlannedScenario {
    std::string id;  // short and unique: "base", "salary" …
    Text name;
    std::string unit_key;              // hash of the resolved scenario, its rosters and the model version
    std::vector<SourceFile> files;     // the chain, in the order of reading
    std::vector<SettingRow> settings;  // in the order of the lever list
    bool operator==(const PlannedScenario&) const = default;
};

// A point of an experiment: a scenario and the values that were swept over it. Points that resolve to the same scenario
// share its runs.
struct PlannedPoint {
    std::string name;   // unique: "salary: township_allowance=480"
    std::string hash;   // of the resolved scenario, shortened
    std::string group;  // the sweep that made it, or empty
    std::size_t scenario = 0;
    std::vector<std::pair<std::string, std::string>> values;  // key and value as in a scenario file
    bool operator==(const PlannedPoint&) const = default;
};

struct Plan {
    std::string model_version;
    std::uint32_t seed = 1;
    std::uint32_t replications = 0;  // that the last run was to live; more may follow. 0: nobody has said
    std::size_t lives = 0;  // of the warm-up, which replications continue in turn; 0: each has a past of its own
    int start_year = 0;
    int years = 0;
    std::vector<int> verdict_years;             // counts of years: 3, 5, 10
    std::vector<std::string> primary_outcomes;  // ids
    double confidence = 0.95;
    std::vector<PlannedScenario> scenarios;  // [0] is the baseline
    std::vector<measures::Group> groups;
    std::vector<measures::Outcome> outcomes;  // `matters` as used
    std::string county;
    bool synthetic = false;
    std::vector<PlannedPoint> points;      // of an experiment file; empty for a comparison
    std::vector<SourceFile> design_files;  // the experiment file
    std::string context_json;              // what the analysis needs beside: notes, warnings, counts; no clock, no host
};
bool operator==(const Plan& a, const Plan& b);

// Throws InvariantError when the plan cannot be stored: no scenario, outcome, group or year, a primary outcome that is
// not among the outcomes, or a roster with its text.
void check(const Plan& plan);

// How many groups from the first on are sums over several units; named units follow.
std::size_t aggregate_groups(const Plan& plan);

// In words: which tables and levers of a stored scenario are not those of the one wanted, the first of them. Empty when
// the difference lies elsewhere, for example in posts, places or the warm-up.
Text what_differs(const PlannedScenario& stored, const PlannedScenario& wanted);

// In words, one entry for each reason why results of `stored` cannot be continued as `wanted`; empty when they can.
// Counts: seed, years, scenarios (their unit keys, in order), outcomes and groups, and the declared family with its
// confidence and smallest changes that matter. Does not count: names, labels, file names, points and comments in
// scenario files, nor how many replications were to be lived. The model version is not looked at here: a store of
// another version is refused before.
std::vector<Text> mismatches(const Plan& stored, const Plan& wanted);

}  // namespace staffsim::store
