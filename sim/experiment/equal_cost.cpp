#include "sim/experiment/equal_cost.hpp"

#include <algorithm>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <limits>
#include <map>
#include <mutex>

#include "sim/engine/simulate.hpp"
#include "sim/experiment/futures.hpp"
#include "sim/experiment/parallel.hpp"
#include "sim/measures/observe.hpp"

namespace staffsim::experiment {

namespace {

// The search stops when a difference is so small a part of the tolerance: what is left is noise of the pilot anyway.
constexpr double good_enough = 0.1;

// Tries values on the lever's grid and remembers what came out.
class Trials {
  public:
    Trials(const CostLever& lever, double tolerance, const std::function<double(double)>& difference)
        : lever_(lever), tolerance_(tolerance), difference_(difference) {
        const double finest = lever_resolution * (lever.high - lever.low);
        if (!lever.whole && finest > 0) steps_per_unit_ = std::pow(10.0, std::ceil(-std::log10(finest)));
    }

    double on_grid(double value) const {
        return std::clamp(std::round(value * steps_per_unit_) / steps_per_unit_, lever_.low, lever_.high);
    }
    double step() const { return 1.0 / steps_per_unit_; }

    // Exactly 0 when it is good enough, which ends the search.
    double operator()(double value) {
        const double at = on_grid(value);
        const auto known = tried_.find(at);
        const double found = known != tried_.end() ? known->second : tried_[at] = difference_(at);
        return std::abs(found) <= good_enough * tolerance_ ? 0.0 : found;
    }

    // The value with the smallest difference; of equal ones the lowest.
    EqualCost best() const {
        EqualCost result;
        double smallest = std::numeric_limits<double>::infinity();
        for (const auto& [value, found] : tried_) {
            if (std::abs(found) >= smallest) continue;
            smallest = std::abs(found);
            result.value = value;
            result.difference = found;
        }
        result.runs = static_cast<int>(tried_.size());
        result.is_found = smallest <= tolerance_;
        return result;
    }
    double at(double value) const { return tried_.at(on_grid(value)); }

  private:
    const CostLever& lever_;
    double tolerance_;
    const std::function<double(double)>& difference_;
    double steps_per_unit_ = 1;
    std::map<double, double> tried_;
};

bool have_other_signs(double a, double b) { return (a < 0) != (b < 0); }

// The end of the range to search towards; `present` when neither will do.
double other_end(const CostLever& lever, double present, double here, double at_low, double at_high) {
    const bool low = at_low == 0 || have_other_signs(here, at_low);
    const bool high = at_high == 0 || have_other_signs(here, at_high);
    if (low && high) return present - lever.low <= lever.high - present ? lever.low : lever.high;
    return low ? lever.low : high ? lever.high : present;
}

void search(Trials& trials, double a, double b) {
    const double low = std::min(a, b);
    const double high = std::max(a, b);
    const double at_low = trials(low);
    const double at_high = trials(high);
    if (at_low == 0 || at_high == 0) return;
    const auto is_narrow = [step = trials.step()](double left, double right) { return right - left < step; };
    boost::uintmax_t most_runs = most_pilot_runs;
    boost::math::tools::toms748_solve([&trials](double value) { return trials(value); }, low, high, at_low, at_high,
                                      is_narrow, most_runs);
}

std::size_t headline_group(const CountyPlan& plan) {
    const bool has_township = std::any_of(plan.units.begin(), plan.units.end(),
                                          [](const UnitPlan& unit) { return unit.kind == UnitKind::township; });
    return has_township ? measures::townships_group : measures::all_group;
}

double cost_of(const engine::CountyInput& input, const engine::WarmUp& warm_up, RandomKey key) {
    const auto years = static_cast<std::size_t>(input.years);
    measures::Observer observer(input.plan, years);
    engine::simulate(input, key, warm_up, observer);
    const std::size_t outcome = measures::outcome_index("total_cost");
    const measures::YearlyValues values = observer.values();
    measures::Ratio sum;
    for (std::size_t year = 0; year < years; ++year) sum += values.at(outcome, headline_group(input.plan), year);
    return sum.numerator / sum.denominator;
}

}  // namespace

EqualCost solve_equal_cost(const CostLever& lever, double tolerance, const std::function<double(double)>& difference) {
    Trials trials(lever, tolerance, difference);
    const double present = trials.on_grid(lever.present);
    const double here = trials(present);
    if (here == 0) return trials.best();
    const double at_low = trials(lever.low);
    const double at_high = trials(lever.high);
    const double end = other_end(lever, present, here, at_low, at_high);
    const bool is_between = end != present;
    if (is_between) search(trials, present, end);
    EqualCost result = trials.best();
    result.at_low = trials.at(lever.low);
    result.at_high = trials.at(lever.high);
    result.is_between = is_between;
    return result;
}

std::uint32_t pilot_seed(std::uint32_t seed) {
    constexpr std::uint32_t other = 0x9E3779B9u;  // any number but 0
    return seed ^ other;
}

std::vector<double> pilot_costs(const engine::CountyInput& input, const engine::WarmUp& warm_up, const Pilot& pilot,
                                const std::function<void()>& advance) {
    std::vector<double> costs(pilot.replications);
    live_ahead({&warm_up}, 0, pilot.replications, pilot.threads);
    std::mutex mutex;
    in_parallel(costs.size(), pilot.threads, [&](std::size_t replication) {
        costs[replication] = cost_of(input, warm_up, {pilot.seed, static_cast<std::uint32_t>(replication)});
        if (!advance) return;
        const std::lock_guard lock(mutex);
        advance();
    });
    return costs;
}

engine::CountyInput as_announced(engine::CountyInput input) {
    input.years = 1;
    for (engine::Policy& block : input.policy.blocks) {
        block.retention.behaviour = false;
        block.motivation.enabled = false;
    }
    return input;
}

}  // namespace staffsim::experiment
