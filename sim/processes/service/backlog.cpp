#include "sim/processes/service/backlog.hpp"

#include <algorithm>
#include <cmath>

#include "sim/foundation/real.hpp"

namespace staffsim {

namespace {

constexpr double nearly_full = 0.999;

// Erlang's chance that all of n servers are busy, by the recursion of his loss formula.
double all_busy(int servers, double utilisation) {
    const double load = servers * utilisation;
    double lost = 1;
    for (int n = 1; n <= servers; ++n) lost = load * lost / (n + load * lost);
    return lost / (1.0 - utilisation * (1.0 - lost));
}

}  // namespace

// Matters that may be present while nobody waits: at rest the backlog is exponential with mean spread r / (1 - r), and
// is above the margin with Erlang's chance. Beyond full load it stays what it is there.
double margin_of(const WindowWeek& week) {
    const double r = std::clamp(week.utilisation(), 0.01, nearly_full);
    return week.spread * r / (1.0 - r) * -portable_log(all_busy(week.servers, r));
}

// The lowest point of a Brownian motion that ends `moved` from where it began, with `variance`, lies
// (sqrt(moved^2 + 2 variance E) - moved) / 2 below it; what would have fallen below 0 is pushed up.
Backlog Backlog::after_week(const WindowWeek& week, double normal, double unit) const {
    // Of the work: its squared coefficient of variation, 2 spread - 1, for each matter that is worked on.
    const double worked = std::min(week.expected, week.capacity);
    const double luck = std::sqrt(std::max(0.0, worked * (2.0 * week.spread - 1.0)));
    const double moved = week.come - week.capacity + luck * normal;
    const double variance = 2.0 * week.spread * worked;
    const double lowest = 0.5 * (std::sqrt(moved * moved + 2.0 * variance * unit) - moved);
    return {matters + moved + std::max(0.0, lowest - matters)};
}

double Backlog::waiting(const WindowWeek& week) const { return std::max(0.0, matters - week.margin); }

double Backlog::give_up(const WindowWeek& week, double patience) {
    const double leave = std::max(0.0, matters - full(week, patience).matters);
    matters -= leave;
    return leave;
}

// Who finds q waiting is served after q + 1 matters: fixed and exponential part have the mean and the variance of that.
Wait Backlog::wait(const WindowWeek& week, double stay) const {
    const double before = waiting(week);
    if (before <= 0) return {0, 0, 1};
    const double pace = std::max(week.capacity, stay);
    const double mean = before + week.spread;
    const double swing = std::min(mean, std::sqrt((before + 1.0) * std::max(0.0, 2.0 * week.spread - 1.0)));
    const double random = std::max(1e-6, swing);
    return {1, (mean - random) / pace, random / pace};
}

}  // namespace staffsim
