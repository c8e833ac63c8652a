#include "sim/stats/selection.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/foundation/diagnostics.hpp"
#include "sim/foundation/real.hpp"
#include "sim/stats/ratio.hpp"
#include "sim/stats/students_t.hpp"

namespace staffsim::stats {

namespace {

std::vector<double> differences(const std::vector<double>& a, const std::vector<double>& b) {
    if (a.size() != b.size()) throw InvariantError("selection: replications are not matched");
    std::vector<double> result(a.size());
    for (std::size_t r = 0; r < a.size(); ++r) result[r] = a[r] - b[r];
    return result;
}

// h squared of Kim and Nelson for c = 1: 2 * eta * (n0 - 1).
double kim_nelson_h_squared(std::size_t policies, const SelectionGoal& goal) {
    const double rivals = static_cast<double>(policies) - 1;
    const double freedom = static_cast<double>(goal.first_look) - 1;
    const double eta = 0.5 * (portable_exp(-2 / freedom * portable_log(2 * goal.alpha / rivals)) - 1);
    return 2 * eta * freedom;
}

}  // namespace

BestOfRace::BestOfRace(std::size_t policies, SelectionGoal goal)
    : goal_(goal), first_(policies), sums_(policies), counts_(policies) {
    const bool is_sound =
        policies >= 1 && goal.indifference > 0 && goal.alpha > 0 && goal.alpha < 0.5 && goal.first_look >= 2;
    if (!is_sound) throw InvariantError("BestOfRace: no policy, or a goal out of bounds");
    // With 2 * alpha >= rivals the bound would be negative: for two policies alpha < 0.5 is enough.
    if (policies > 1) h_squared_ = std::max(0.0, kim_nelson_h_squared(policies, goal));
    state_.remaining.resize(policies);
    std::iota(state_.remaining.begin(), state_.remaining.end(), std::size_t{0});
    state_.eliminated_after.resize(policies);
    state_.eliminated_by.resize(policies);
}

void BestOfRace::add(std::span<const double> values, bool look) {
    ++state_.replications;
    for (const std::size_t i : state_.remaining) {
        const double value = goal_.lower_is_better ? -values[i] : values[i];
        sums_[i] += value;
        ++counts_[i];
        if (state_.replications <= goal_.first_look) first_[i].push_back(value);
    }
    if (state_.replications == goal_.first_look) begin_elimination();
    if (look && state_.replications >= goal_.first_look && !is_over()) eliminate();
}

void BestOfRace::begin_elimination() {
    variances_.assign(first_.size(), std::vector<double>(first_.size()));
    for (std::size_t a = 0; a < first_.size(); ++a) {
        for (std::size_t b = 0; b < first_.size(); ++b) {
            variances_[a][b] = sample_variance(differences(first_[a], first_[b]));
        }
    }
}

double BestOfRace::difference_variance(std::size_t a, std::size_t b) const { return variances_[a][b]; }

void BestOfRace::eliminate() {
    const double n = state_.replications;
    const auto lag = [&](std::size_t i, std::size_t rival) {
        const double bound = h_squared_ * difference_variance(i, rival) / (goal_.indifference * goal_.indifference);
        return std::max(0.0, goal_.indifference / (2 * n) * (bound - n));
    };
    std::vector<std::size_t> kept;
    for (const std::size_t i : state_.remaining) {
        const auto beater = std::ranges::find_if(state_.remaining, [&](std::size_t rival) {
            return rival != i && sums_[i] / n < sums_[rival] / n - lag(i, rival);
        });
        if (beater == state_.remaining.end()) {
            kept.push_back(i);
            continue;
        }
        state_.eliminated_after[i] = state_.replications;
        state_.eliminated_by[i] = *beater;
    }
    state_.remaining = std::move(kept);
    // Beyond every bound those that are left have equal means to the last digit: any will do, the first is taken.
    if (state_.remaining.size() < 2 || state_.replications <= most_needed()) return;
    for (std::size_t at = 1; at < state_.remaining.size(); ++at) {
        state_.eliminated_after[state_.remaining[at]] = state_.replications;
        state_.eliminated_by[state_.remaining[at]] = state_.remaining.front();
    }
    state_.remaining.resize(1);
}

std::uint32_t BestOfRace::most_needed() const {
    double most = 0;
    for (const std::size_t a : state_.remaining) {
        for (const std::size_t b : state_.remaining) {
            if (a != b && !variances_.empty()) most = std::max(most, difference_variance(a, b));
        }
    }
    const double bound = std::floor(h_squared_ * most / (goal_.indifference * goal_.indifference));
    return static_cast<std::uint32_t>(std::min(bound, 4e9));
}

double BestOfRace::mean(std::size_t policy) const {
    const double mean = sums_[policy] / counts_[policy];
    return goal_.lower_is_better ? -mean : mean;
}

std::vector<std::size_t> subset_with_best(const std::vector<std::vector<double>>& values, bool lower_is_better,
                                          double alpha) {
    const std::size_t policies = values.size();
    if (policies < 2) return policies == 0 ? std::vector<std::size_t>{} : std::vector<std::size_t>{0};
    const std::size_t n = values.front().size();
    if (n < 2) throw InvariantError("subset_with_best: fewer than two replications");
    const double t = two_sided_t(2 * alpha / (static_cast<double>(policies) - 1), n - 1);
    std::vector<std::size_t> subset;
    for (std::size_t i = 0; i < policies; ++i) {
        const bool may_be_best = std::ranges::all_of(values, [&](const std::vector<double>& rival) {
            const std::vector<double> d = differences(values[i], rival);
            const double bound = t * std::sqrt(sample_variance(d) / static_cast<double>(n));
            return (lower_is_better ? -stats::mean(d) : stats::mean(d)) >= -bound;
        });
        if (may_be_best) subset.push_back(i);
    }
    return subset;
}

}  // namespace staffsim::stats
