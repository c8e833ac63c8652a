#include "sim/experiment/seek.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

namespace staffsim::experiment {

namespace {

class Search {
  public:
    Search(const SeekLever& lever, SeekWish wish, const std::function<SeekTrial(double)>& try_value)
        : lever_(lever), wish_(wish), try_value_(try_value) {}

    SeekAnswer run() {
        try_grid(coarse_grid);
        if (shape() == SeekShape::mixed || shape() == SeekShape::none) try_grid(fine_grid);
        if (shape() == SeekShape::rising || shape() == SeekShape::falling) find_border();
        while (ask_beside_the_best()) {
        }
        SeekAnswer answer;
        answer.shape = shape();
        if (const auto found = best(); found != tried_.end()) {
            answer.is_found = true;
            answer.value = found->first;
        }
        for (const auto& [value, ignored] : tried_) answer.tried.push_back(value);
        return answer;
    }

  private:
    using Tried = std::map<double, SeekTrial>;

    // Multiples of the resolution are rounded through their count, so that the same value is always the same number.
    double on_grid(double value) const {
        if (value <= lever_.low || value >= lever_.high) return std::clamp(value, lever_.low, lever_.high);
        const double per_unit = 1 / lever_.resolution;
        const double steps = std::round(value / lever_.resolution);
        const double rounded =
            per_unit == std::round(per_unit) ? steps / std::round(per_unit) : steps * lever_.resolution;
        return std::clamp(rounded, lever_.low, lever_.high);
    }

    void ask(double value) {
        const double at = on_grid(value);
        if (!tried_.contains(at)) tried_[at] = try_value_(at);
    }

    void try_grid(int count) {
        for (int i = 0; i < count; ++i) ask(lever_.low + (lever_.high - lever_.low) * i / (count - 1));
    }

    static bool differ(const Tried::value_type& a, const Tried::value_type& b) {
        return a.second.meets != b.second.meets;
    }

    SeekShape shape() const {
        const bool begins = tried_.begin()->second.meets, ends = tried_.rbegin()->second.meets;
        const auto border = std::ranges::adjacent_find(tried_, differ);
        if (border == tried_.end()) return begins ? SeekShape::all : SeekShape::none;
        if (std::adjacent_find(std::next(border), tried_.end(), differ) != tried_.end()) return SeekShape::mixed;
        return ends ? SeekShape::rising : SeekShape::falling;
    }

    // False when there is no value between the two.
    bool ask_between(Tried::const_iterator below, Tried::const_iterator above) {
        const double middle = on_grid((below->first + above->first) / 2);
        if (middle <= below->first || middle >= above->first) return false;
        ask(middle);
        return true;
    }

    void find_border() {
        while (true) {
            const auto border = std::ranges::adjacent_find(std::as_const(tried_), differ);
            if (!ask_between(border, std::next(border))) return;
        }
    }

    bool wants_largest() const { return wish_ == SeekWish::smallest && shape() == SeekShape::falling; }

    Tried::const_iterator best() const {
        const bool takes_last = wants_largest();
        auto best = tried_.cend();
        for (auto one = tried_.cbegin(); one != tried_.cend(); ++one) {
            const bool is_first = best == tried_.cend();
            const bool is_cheaper = wish_ == SeekWish::cheapest && !is_first && one->second.cost < best->second.cost;
            if (one->second.will_do() && (is_first || is_cheaper || takes_last)) best = one;
        }
        return best;
    }

    // One value more where a better one may lie; false when there is none.
    bool ask_beside_the_best() {
        const auto found = best();
        if (found == tried_.cend()) return false;
        const bool has_below = found != tried_.cbegin();
        const auto above = std::next(found);
        if (wish_ == SeekWish::smallest) {
            // The border of the target is known: what is left is the edge of the budget.
            if (wants_largest()) return above != tried_.cend() && above->second.meets && ask_between(found, above);
            return has_below && std::prev(found)->second.meets && ask_between(std::prev(found), found);
        }
        const bool will_do_below = has_below && std::prev(found)->second.will_do();
        const bool will_do_above = above != tried_.cend() && above->second.will_do();
        const bool is_between = will_do_below && will_do_above;  // both dearer: the least cost lies around here
        if (has_below && (is_between || !will_do_below) && ask_between(std::prev(found), found)) return true;
        return above != tried_.cend() && (is_between || !will_do_above) && ask_between(found, above);
    }

    const SeekLever& lever_;
    const SeekWish wish_;
    const std::function<SeekTrial(double)>& try_value_;
    Tried tried_;
};

}  // namespace

double usual_resolution(double low, double high, bool whole) {
    const double wanted = (high - low) / 200;
    if (!(wanted > 0)) return 1;
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    double resolution = 10 * power;
    for (const double factor : {5.0, 2.0, 1.0}) {
        if (factor * power >= wanted * (1 - 1e-9)) resolution = factor * power;
    }
    return whole ? std::max(1.0, std::round(resolution)) : resolution;
}

SeekAnswer seek(const SeekLever& lever, SeekWish wish, const std::function<SeekTrial(double)>& try_value) {
    return Search(lever, wish, try_value).run();
}

}  // namespace staffsim::experiment
