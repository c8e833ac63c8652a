// The inverse question: the smallest value of a lever, or the cheapest, at which a target is met within a budget.
// Assumes that trying a value always gives the same answer for the same value (matched futures of one seed). Usually a
// target once met stays met as the lever grows; the search checks that on a coarse grid and halves the interval between
// the last value that fails and the first that meets it. Of a target that larger values lose (a limit on cost) the
// largest value is asked for; where a target is met, lost and met again, a fine grid is tried instead. Cost may
// rise or fall with the lever: towards a neighbour that is too dear, or on the way to something cheaper, the interval
// is halved too. Assumes that between two values tried neither cost nor target turns more than once. Leaves out how a
// value is tried and what the answer is worth on fresh futures (the caller's).
#pragma once

#include <functional>
#include <vector>

namespace staffsim::experiment {

struct SeekLever {
    double low = 0, high = 1;  // both allowed
    double resolution = 0.01;  // values are low, or multiples of this, or high
};

struct SeekTrial {
    bool meets = false, is_affordable = true;
    double cost = 0;
    bool will_do() const { return meets && is_affordable; }
};

// Of values that meet the target and are affordable; of equally cheap ones the smallest. Of a target that falls the
// smallest stands for the largest: small values meet it anyway.
enum class SeekWish { smallest, cheapest };

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
    double value = 0;  // the one wished for
    SeekShape shape = SeekShape::none;
    std::vector<double> tried;  // rising
};

inline constexpr int coarse_grid = 5, fine_grid = 33;

// A round resolution (1, 2 or 5 times a power of ten) of about a two-hundredth of the range; 1 at least for whole
// numbers.
double usual_resolution(double low, double high, bool whole);

// `try_value` is asked once for each value. It may throw to break off.
SeekAnswer seek(const SeekLever& lever, SeekWish wish, const std::function<SeekTrial(double)>& try_value);

}  // namespace staffsim::experiment
