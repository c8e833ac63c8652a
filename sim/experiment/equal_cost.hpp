// Equal cost: the size of one lever at which a policy costs what the baseline costs, found on pilot futures that are
// none of those the policies are judged by. Assumes that the mean difference of cost over fixed pilot futures is a
// function of the lever alone and changes its sign somewhere between the lever's present value and an end of its range.
// Leaves out: how a scenario with another value is made (the caller's) and what the difference is on fresh futures.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "sim/engine/donors.hpp"
#include "sim/engine/input.hpp"

namespace staffsim::experiment {

struct CostLever {
    double low = 0, high = 1;  // range, both ends allowed
    double present = 0;        // value from which the search starts
    bool whole = false;        // whole numbers only
};

struct EqualCost {
    bool is_found = false;
    double value = 0;       // of the lever; the nearest that was tried when not found
    double difference = 0;  // there
    int runs = 0;           // values of the lever that were tried, the present one included
    // When not found: differences at the ends of the range, and whether their signs say that equal cost lies between
    // two neighbouring values (whole numbers, or a jump).
    double at_low = 0, at_high = 0;
    bool is_between = false;
};

// Share of the range to which a lever's value is found; values are multiples of a power of ten near it, so that they
// can be written down.
inline constexpr double lever_resolution = 1e-6;
inline constexpr int most_pilot_runs = 40;

// The value at which |difference(value)| <= tolerance, by TOMS 748 between the present value and the end of the range
// at which the difference has the other sign (of two such ends the nearer one); it ends early at a tenth of the
// tolerance. The ends are not tried when the present value will do. `difference` must always give the same for the
// same value.
EqualCost solve_equal_cost(const CostLever& lever, double tolerance, const std::function<double(double)>& difference);

// The futures on which equal cost is sought.
struct Pilot {
    std::uint32_t seed = 0;
    std::uint32_t replications = 20;
    int threads = 0;  // at once; below 1: as many as there are processors
};

// Another seed than `seed`, always the same one.
std::uint32_t pilot_seed(std::uint32_t seed);

// Total cost a year (outcome total_cost, 10,000 yuan) over all years of the input, by future: of the townships, or of
// everybody where there are none. The same for any number of threads. `advance` is called after each future, never by
// two threads at once.
std::vector<double> pilot_costs(const engine::CountyInput& input, const engine::WarmUp& warm_up, const Pilot& pilot,
                                const std::function<void()>& advance = {});

// The input as it is announced: the first year with nobody reacting (leaving.behaviour and motivation.enabled off).
engine::CountyInput as_announced(engine::CountyInput input);

}  // namespace staffsim::experiment
