// Experiment files: which scenarios are lived, with which levers swept, and what is asked of them. Reading a file says
// everything that is wrong with it at once; expanding it gives the points in a fixed order. Paths are relative to the
// file. Leaves out: loading scenarios and judging values of levers (the scenario layer does, point by point).
//
//     base         = "baseline.toml"
//     scenarios    = ["salary.toml", "long_service.toml+exchange.toml", "Allowance 800: pay.township_allowance=800"]
//     contexts     = ["drain.toml"]          # on top of every point
//     replications = 20
//     outcomes     = ["leavers", "payroll"]  # the declared family; left out: all primary outcomes
//     groups       = ["T03"]                 # townships judged beside the whole
//     verdict_years = [5, 10]
//     [matters]
//     leavers = 1
//     [precision]                            # instead of a fixed number
//     half_width = 0.5
//     [[sweep]]
//     name      = "allowance"
//     scenarios = ["baseline.toml", "exchange.toml"]   # left out: the base
//     [sweep.levers]                         # every combination, the first varies slowest
//     pay.township_allowance  = { from = 400, to = 800, step = 80 }
//     exchange.pairs_per_year = [0, 5, 10]
//     [[sweep.lockstep]]                     # together, tuple by tuple
//     levers = ["pay.remote_supplement", "pay.living_money"]
//     values = [[[0, 100, 200], 0], [[0, 200, 400], 50]]
//     labels = ["low", "high"]
//     [[sweep]] …
//     constraints = ["township_allowance + 50 * pairs_per_year <= 900"]
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/experiment/constraint.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/stats/precision.hpp"

namespace staffsim::experiment {

struct NamedText {
    std::string text;
    Place place;
};

// One dimension of a sweep: one lever, or several in lockstep.
struct Axis {
    std::vector<NamedText> levers;
    std::vector<std::vector<std::string>> values;  // by position; one text per lever, as in a scenario file
    std::vector<std::string> labels;               // empty, or one per position
};

struct Sweep {
    std::string name;
    std::vector<NamedText> scenarios;  // specs; empty: the base
    std::vector<Axis> axes;
    std::vector<Constraint> constraints;
    Place place;
};

struct Design {
    std::string path, text, sha256;
    std::string title;
    NamedText base;
    std::vector<NamedText> scenarios, outcomes, groups;
    std::vector<std::string> contexts, sets;
    std::optional<std::int64_t> years, seed, replications;
    std::vector<int> verdict_years;
    std::map<std::string, double> matters;  // by outcome
    std::map<std::string, Place> matters_places;
    std::optional<stats::PrecisionRule> precision;
    std::vector<Sweep> sweeps;
};

inline constexpr std::size_t most_points = 100'000;

// InputError with all problems, each with file, line and column.
Design read_design(const std::string& path);

struct SweptValue {
    std::string key;
    std::string value;  // as in a scenario file
    Place place;
};

// A scenario with values laid over it. `name` is unique among the points.
struct DesignPoint {
    std::string spec;   // as the scenario layer takes it; paths from the working directory
    std::string sweep;  // name of the sweep, empty for plain scenarios
    std::string label;  // "township_allowance=480, pairs_per_year=5"; empty for plain scenarios
    Place place;
    std::vector<SweptValue> values;
};

// The base first, then the scenarios, then sweep by sweep, scenario by scenario, the last lever varying fastest; points
// that a constraint excludes are left out. InputError for more than most_points.
std::vector<DesignPoint> expanded(const Design& design);

}  // namespace staffsim::experiment
