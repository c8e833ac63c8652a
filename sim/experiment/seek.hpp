// The inverse question: the smallest value of a lever at which a target is met. Assumes that trying a value always
// gives the same answer for the same value (matched futures of one seed). Usually a target once met stays met as the
// lever grows; the search checks that on a coarse grid and halves the interval between the last value that fails and
// the first that meets it; where it does not hold, a fine grid is tried instead and the smallest value that meets it is
// taken. Leaves out how a value is tried and what the answer is worth on fresh futures (the caller's).
#pragma once

#include <functional>
#include <vector>

namespace staffsim::experiment {

struct SeekLever {
    double low = 0, high = 1;  // both allowed
    double resolution = 0.01;  // values are low, or multiples of this, or high
};

struct SeekAnswer {
    bool is_found = false;
    double value = 0;           // smallest that meets the target
    bool is_monotone = true;    // of all values tried, none that meets it lies below one that fails
    std::vector<double> tried;  // rising
};

inline constexpr int coarse_grid = 5, fine_grid = 33;

// A round resolution (1, 2 or 5 times a power of ten) of about a two-hundredth of the range; 1 at least for whole
// numbers.
double usual_resolution(double low, double high, bool whole);

// `meets(value)` is asked once for each value. It may throw to break off.
SeekAnswer seek_smallest(const SeekLever& lever, const std::function<bool(double)>& meets);

}  // namespace staffsim::experiment
