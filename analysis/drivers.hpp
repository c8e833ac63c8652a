// What drives the differences between policies: assumptions varied in their ranges, for every policy alike, while luck
// is matched. Part of a Comparison; assembled from the studies that the store holds (`staffsim sensitivity`), empty
// when there are none. Three ways of looking:
//   tornado  one assumption at a time at the ends of its range
//   joint    all assumptions at once (Latin hypercube): how often the sign of the difference stays
//   shares   which part of the variance of the difference is due to which assumption (Sobol), after screening (Morris)
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/foundation/text.hpp"
#include "sim/stats/sobol_indices.hpp"
#include "sim/stats/verdict.hpp"

namespace staffsim::analysis {

// An assumption that was varied, or a fact that is assumed here though somebody could look it up. Values as they would
// stand in a scenario file; of a table every name is a factor of its own.
struct DriverFactor {
    std::string key;
    Text label;
    std::string kind = "assumption";  // or "fact"
    std::string unit, source, grade;
    std::string present, low, high;
    bool is_switch = false;  // of a switch or choice `low` is the other setting and `high` is empty
};

// A difference with one assumption at one end of its range. `low` and `high` are its interval, at the confidence of the
// comparison shared among all range ends.
struct RangeEnd {
    double difference = 0, low = 0, high = 0;
    bool flips = false;  // clear of 0 on the other side than the difference with everything at its present value
};

struct TornadoRow {
    std::size_t outcome = 0, scenario = 0;
    int verdict_year = 0;
    std::size_t factor = 0;
    double present = 0;        // the difference on the same futures with nothing changed
    RangeEnd at_low, at_high;  // of a switch both are the other setting
    // Does an end lie farther from `present` than luck moves the two, or turn the difference round? Otherwise the
    // assumption may do nothing.
    bool is_clear = true;
    bool flips() const { return at_low.flips || at_high.flips; }
    double swing() const;  // largest distance between the three differences
};

// What varying assumptions did to one comparison; feeds its verdict.
struct Dependence {
    std::size_t outcome = 0, scenario = 0;
    int verdict_year = 0;
    stats::Sensitivity sensitivity;
    std::vector<std::size_t> sign_flips;  // factors, by falling swing
    std::uint32_t draws = 0;              // joint draws; 0: none
    double p05 = 0, p50 = 0, p95 = 0;     // quantiles of the difference over the joint draws
    // Share of the variance of the joint draws' differences that is luck (upper bound, stats::noise_share).
    double noise = 0;
};

// One assumption's part in the variance of one difference.
struct DriverShare {
    std::size_t outcome = 0, scenario = 0;
    int verdict_year = 0;
    std::size_t factor = 0;
    bool is_screened_out = false;          // Morris found it unimportant; no shares then
    double mean_absolute = 0, spread = 0;  // Morris: mu*, sigma; over the whole range
    stats::ShareEstimate first, total;     // Sobol
    double noise = 0;  // share of that variance that is luck (upper bound); the same for all factors of a comparison
};

// A study that is told here: how it looked, what it varied and on how many matched futures at every point.
struct DriverStudy {
    std::string method;                // tornado, joint, morris, sobol
    std::vector<std::size_t> factors;  // places in Drivers::factors
    std::uint32_t replications = 0;
};

struct Drivers {
    // Of all studies together. An assumption that two studies varied in different ranges stands there twice.
    std::vector<DriverFactor> factors;
    std::vector<DriverStudy> studies;  // by method
    std::vector<TornadoRow> tornado;
    std::vector<Dependence> dependence;  // by outcome, scenario, year; primary outcomes
    std::vector<DriverShare> shares;
    std::uint32_t point_replications = 0;  // matched futures at every point, at most
    std::vector<std::string> not_varied;   // keys of assumptions that no study varied, with the reason
    bool is_empty() const { return tornado.empty() && dependence.empty() && shares.empty(); }
};

// Null when there is none.
const DriverStudy* find_study(const Drivers& drivers, std::string_view method);
// How many assumptions were varied, in whatever range.
std::size_t assumptions_varied(const Drivers& drivers);

}  // namespace staffsim::analysis
