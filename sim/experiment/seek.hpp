// The inverse question: the smallest value of a lever at which a target is met. Assumes that trying a value always
// gives the same answer for the same value (matched futures of one seed). Usually a target once met stays met as the
// lever grows, or, of a target that larger values hurt (a limit on cost), once lost stays lost: the largest value is
// then asked for. The search checks that on a coarse grid and halves the interval at the border; where it is neither, a
// fine grid is tried instead and the smallest value that meets it is taken. Leaves out how a value is tried and what
// the answer is worth on fresh futures (the caller's).
#pragma once

#include <functional>
#include <vector>

namespace staffsim::experiment {

struct SeekLever {
    double low = 0, high = 1;  // both allowed
    double resolution = 0.01;  // values are low, or multiples of this, or high
};

// Of the values tried, from small to large.
enum class SeekShape {
    none,     // none meets the target
    all,      // all do
    rising,   // from some value on
    falling,  // up to some value
    mixed,    // met and lost again, or the other way round
};

struct SeekAnswer {
    bool is_found = false;
    double value = 0;  // smallest that meets the target; the largest when the target falls
    SeekShape shape = SeekShape::none;
    std::vector<double> tried;  // rising
};

inline constexpr int coarse_grid = 5, fine_grid = 33;

// A round resolution (1, 2 or 5 times a power of ten) of about a two-hundredth of the range; 1 at least for whole
// numbers.
double usual_resolution(double low, double high, bool whole);

// `meets(value)` is asked once for each value. It may throw to break off.
SeekAnswer seek_smallest(const SeekLever& lever, const std::function<bool(double)>& meets);

}  // namespace staffsim::experiment
