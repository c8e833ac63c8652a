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
    Search(const SeekLever& lever, const std::function<bool(double)>& meets) : lever_(lever), meets_(meets) {}

    SeekAnswer run() {
        try_grid(coarse_grid);
        if (shape() == SeekShape::mixed || shape() == SeekShape::none) try_grid(fine_grid);
        if (shape() == SeekShape::rising || shape() == SeekShape::falling) halve();
        SeekAnswer answer;
        answer.shape = shape();
        answer.is_found = answer.shape != SeekShape::none;
        answer.value = found();
        for (const auto& [value, ignored] : tried_) answer.tried.push_back(value);
        return answer;
    }

  private:
    // Multiples of the resolution are rounded through their count, so that the same value is always the same number.
    double on_grid(double value) const {
        if (value <= lever_.low || value >= lever_.high) return std::clamp(value, lever_.low, lever_.high);
        const double per_unit = 1 / lever_.resolution;
        const double steps = std::round(value / lever_.resolution);
        const double rounded =
            per_unit == std::round(per_unit) ? steps / std::round(per_unit) : steps * lever_.resolution;
        return std::clamp(rounded, lever_.low, lever_.high);
    }

    bool ask(double value) {
        const double at = on_grid(value);
        const auto known = tried_.find(at);
        return known != tried_.end() ? known->second : (tried_[at] = meets_(at));
    }

    void try_grid(int count) {
        for (int i = 0; i < count; ++i) {
            const double value = lever_.low + (lever_.high - lever_.low) * i / (count - 1);
            ask(value);
        }
    }

    static bool differ(const std::pair<const double, bool>& a, const std::pair<const double, bool>& b) {
        return a.second != b.second;
    }

    SeekShape shape() const {
        const bool begins = tried_.begin()->second, ends = tried_.rbegin()->second;
        const auto border = std::ranges::adjacent_find(tried_, differ);
        if (border == tried_.end()) return begins ? SeekShape::all : SeekShape::none;
        if (std::adjacent_find(std::next(border), tried_.end(), differ) != tried_.end()) return SeekShape::mixed;
        return ends ? SeekShape::rising : SeekShape::falling;
    }

    double found() const {
        const auto meets = [](const auto& one) { return one.second; };
        if (shape() == SeekShape::none) return 0;
        if (shape() == SeekShape::falling) return std::prev(std::ranges::find_if_not(tried_, meets))->first;
        return std::ranges::find_if(tried_, meets)->first;
    }

    void halve() {
        while (true) {
            const auto border = std::ranges::adjacent_find(tried_, differ);
            const double low = border->first, high = std::next(border)->first;
            const double middle = on_grid((low + high) / 2);
            if (middle <= low || middle >= high) return;
            ask(middle);
        }
    }

    const SeekLever& lever_;
    const std::function<bool(double)>& meets_;
    std::map<double, bool> tried_;
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

SeekAnswer seek_smallest(const SeekLever& lever, const std::function<bool(double)>& meets) {
    return Search(lever, meets).run();
}

}  // namespace staffsim::experiment
