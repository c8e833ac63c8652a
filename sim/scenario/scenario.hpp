// A scenario: one county, the people in it and the rules it lives under over time, read from files and ready to run.
// Assumes that every file is at hand on the local disk. Nothing here writes a file.
//
//   Scenario s = load_scenario(parse_spec("salary.toml+exchange.toml"), {.sets = {"years=10"}});
//
// Layers of a scenario, later ones win: standard posts < root file < files that extend it < named variant < contexts <
// --set < values found for equal cost. A dated value holds from its day (and, phased in, in full from the last of its
// yearly steps), a pilot value in its units, a value for new entrants for those who entered on its day or later;
// before, elsewhere and for others the layers below hold. A dated table may give some of its names only: the others
// stay what the layers below make them, on each day.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/engine/input.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/foundation/text.hpp"
#include "sim/levers/row.hpp"

namespace staffsim::scenario {

// A file that went into a scenario. Rosters keep no text: they are personal data.
struct SourceFile {
    std::string path;    // as named
    std::string sha256;  // of its bytes; of a table of its text in UTF-8 with line feeds: saving it anew is no change
    std::string text;    // empty for rosters
    bool is_roster = false;
    std::string key = {};  // what names it: "extends", "roster", "establishment"; empty: the command line
    Place named_at = {};   // where; no file: on the command line
};

// One value given to a lever, with where it was written.
struct Setting {
    levers::Value value;
    Place place;
    std::optional<Day> starts;  // holds from this day on (the day included); nothing: always
    // Number of steps from the value that held on the day before to this one: the first on `starts`, the others on its
    // anniversaries. 1: at once.
    int phase_in_years = 1;
    bool new_entrants = false;  // holds for people who entered the service on `starts` (which is set) or later
    std::optional<std::vector<std::string>>
        units;             // holds in these units only (may be empty: nowhere); nothing: everywhere
    bool in_root = false;  // set by the root file of the chain
    // By name, of a dated table that gives only some names: which ones. The others stay as the layers below have them.
    // Empty: all are given.
    std::vector<bool> given = {};
};

// Settings from the lowest layer to the highest: the last one that applies wins; none applies: the row's default.
struct ResolvedLever {
    const levers::Row* row = nullptr;
    std::vector<Setting> settings;
};

// `unit` nullptr: the county-wide rule. `entry`: for somebody who entered the service on that day; nothing: for those
// who were there before any policy for new entrants.
levers::Value value_on(const ResolvedLever& lever, Day day, const std::string* unit, std::optional<Day> entry = {});

// What the roster gives and what has to be drawn; counts only, no person.
struct RosterSummary {
    std::size_t persons = 0;
    std::size_t away = 0;                      // who starts away: on exchange, borrowed or at the front line
    std::size_t other_fields = 0;              // fields of study counted as "other" because the word is not known
    std::vector<std::string> present, absent;  // columns, by their English heading
    std::map<std::string, std::size_t> drawn;  // optional column -> persons for whom it is drawn
};

// One line of the resolved content, as hashed and as compared by `--diff`.
struct ResolvedLine {
    std::string key;
    std::string value;
    Place place;  // where the value was set; no file: a default
};

struct Scenario {
    Text name;
    std::string id;                 // short: "salary", "salary+exchange", "allowance_800"
    std::vector<SourceFile> files;  // the chain, root first, then contexts, establishment and roster
    engine::CountyInput input;
    std::vector<int> verdict_years;              // rising, all within the horizon
    std::map<std::string, double> matters;       // outcome id -> smallest change that matters
    std::map<std::string, std::string> sources;  // lever key -> where the number comes from
    bool synthetic = false;
    std::vector<Problem> warnings;
    std::vector<ResolvedLever> levers;  // every lever, in listing order
    RosterSummary roster;
    std::vector<ResolvedLine> resolved;
    // SHA-256 of everything that can change a result: values with dates and units, posts, units, contents of roster and
    // establishment, start, years, history policy. Not paths, names, labels, comments, matters or sources.
    std::string resolved_hash;
};

// What the user named: one or more scenario files ("a.toml", "a.toml+b.toml") and, for a variant on the command line,
// its assignments over the first file.
struct Spec {
    std::vector<std::string> files;
    std::string variant;      // name of the variant, empty for plain files
    std::string assignments;  // "key=value, key2=value2"
};

// A number found for a lever, for example by the search for equal cost.
struct FoundValue {
    std::string key;
    double value = 0;
};

struct LoadOptions {
    std::vector<std::string> sets;         // each "key=value"
    std::vector<std::string> contexts;     // files applied on top of every scenario
    std::vector<std::string> outcome_ids;  // what [matters] may name; empty: not checked
    // Above everything else. Each takes the place of the value that would have been the last to win, with its date,
    // steps, units and entrants. For levers that take one number.
    std::vector<FoundValue> found = {};
};

// "Name: key=value, key2=value2" and "key=value" mean a variant of `baseline`; anything else names files. An existing
// file of that exact name is always a file. Throws InputError for an empty text and for a variant without a baseline.
Spec parse_spec(std::string_view text, const std::string& baseline = "");

// Throws InputError with all problems at once, sorted by place; one syntax error per file.
Scenario load_scenario(const Spec& spec, const LoadOptions& options = {});

// Where a found value was set, in messages and in `check --origin`.
inline constexpr std::string_view found_origin = "--equal-cost";

// JSON Schema of a scenario file, for editors.
std::string json_schema();

}  // namespace staffsim::scenario
