#include "sim/processes/service/lanes.hpp"

#include <algorithm>
#include <cmath>

#include "sim/foundation/real.hpp"
#include "sim/foundation/registers.hpp"

namespace staffsim {

namespace {

// Loops without branches, so that they can be vectorised.
[[gnu::always_inline]] inline void rest_of(const WindowLanes& windows, double most, Lanes& u) {
    for (std::size_t k = 0; k < lane_count; ++k) {
        u[k] = at_rest(windows.expected[k], windows.capacity[k], most).u;
    }
}
STAFFSIM_FOR_ALL_REGISTERS(rest, (const WindowLanes& windows, double most, Lanes& u), (windows, most, u))

// The power r^s, s >= 1, as congestion.hpp has it, with as many steps as the largest s needs.
[[gnu::always_inline]] inline void waits_of(const WindowLanes& windows, WaitLanes& waits) {
    Lanes r, whole, part, below;
    double most = 1;
    for (std::size_t k = 0; k < lane_count; ++k) {
        const double power = std::sqrt(2.0 * (windows.servers[k] + 1.0)) - 1.0;
        whole[k] = static_cast<double>(static_cast<int>(power));
        part[k] = power - whole[k];
        r[k] = 1.0 - 1.0 / windows.u[k];
        below[k] = 1;
    }
    for (std::size_t k = 0; k < lane_count; ++k) most = most < whole[k] ? whole[k] : most;
    for (double i = 1; i < most; i += 1) {
        for (std::size_t k = 0; k < lane_count; ++k) {
            const double next = below[k] * r[k];
            below[k] = i < whole[k] ? next : below[k];
        }
    }
    for (std::size_t k = 0; k < lane_count; ++k) {
        const double chance = below[k] * r[k] * (1.0 - part[k] + part[k] * r[k]);
        const double of_those = windows.spread[k] * windows.u[k] / windows.capacity[k];
        const double rest = (1.0 - windows.expected[k] / windows.capacity[k]) * windows.u[k];
        const double inverse = 1.0 / rest;
        const double random = rest > 1.0 ? inverse : rest;
        const double share = least_random_share < random ? random : least_random_share;
        const bool is_empty = (r[k] <= 0) | (windows.capacity[k] <= 0);
        const double fixed = (1.0 - share) * of_those;
        waits.chance[k] = is_empty ? 0.0 : chance < 1.0 ? chance : 1.0;
        waits.fixed[k] = is_empty ? 0.0 : fixed;
        waits.random[k] = is_empty ? 1.0 : share * of_those;
    }
}
STAFFSIM_FOR_ALL_REGISTERS(waits, (const WindowLanes& windows, WaitLanes& waits), (windows, waits))

constexpr double most_failures = 0.95;
constexpr double so_long_that_nobody = 20.0;  // mean waits

// Exponents of the shares that wait longer than `weeks`; 0 where there is none to be taken.
[[gnu::always_inline]] inline void exponents_of(const WaitLanes& waits, const Lanes& weeks, double* exponents) {
    for (std::size_t k = 0; k < lane_count; ++k) {
        const double units = (weeks[k] - waits.fixed[k]) / waits.random[k];
        const bool is_taken = (weeks[k] > waits.fixed[k]) & (units < so_long_that_nobody);
        exponents[k] = is_taken ? -units : 0.0;
    }
}
[[gnu::always_inline]] inline void shares_of(const WaitLanes& waits, const Lanes& weeks, const double* exps,
                                             Lanes& longer) {
    for (std::size_t k = 0; k < lane_count; ++k) {
        const double units = (weeks[k] - waits.fixed[k]) / waits.random[k];
        const double late = waits.chance[k] * exps[k];
        const double beyond = units < so_long_that_nobody ? late : 0.0;
        longer[k] = weeks[k] <= waits.fixed[k] ? waits.chance[k] : beyond;
    }
}
STAFFSIM_FOR_ALL_REGISTERS(exponents, (const WaitLanes& waits, const Lanes& weeks, double* exponents),
                           (waits, weeks, exponents))
STAFFSIM_FOR_ALL_REGISTERS(shares, (const WaitLanes& waits, const Lanes& weeks, const double* exps, Lanes& longer),
                           (waits, weeks, exps, longer))

// What rules and the township's state say of each kind.
struct Terms {
    const ServiceRules& rules;
    const ServiceDemand& demand;
    const Capacity& capacity;
    double days_a_week;
    Lanes patience;
    Lanes minutes, speed;  // of a matter's work, of a server

    Terms(const ServiceRules& rules_in_force, const ServiceDemand& demand_today, const Capacity& capacity_today)
        : rules(rules_in_force),
          demand(demand_today),
          capacity(capacity_today),
          days_a_week(demand.week / demand.day),
          patience(all_lanes(rules.patience_days / days_a_week)) {
        for (std::size_t k = 0; k < lane_count; ++k) {
            minutes[k] = capacity.windows[k].minutes;
            speed[k] = capacity.windows[k].speed;
        }
    }
};

// Of a township: patience, the promised time, and the promised time less that of an approval, in weeks at the window.
struct Limits {
    Lanes own_days;  // of work
    Lanes patience, in_time, approved_in_time;
};
// What belongs to them, at first exponents and then the exponentials; together, to be taken at once.
struct alignas(64) Exponents {
    std::array<double, 3 * lane_count> of;
    double* patience() { return of.data(); }
    double* in_time() { return of.data() + lane_count; }
    double* approved_in_time() { return of.data() + 2 * lane_count; }
};
[[gnu::always_inline]] inline void limits_of(const Terms& terms, const WaitLanes& waits, Limits& limits,
                                             Exponents& exponents) {
    limits.patience = terms.patience;
    for (std::size_t k = 0; k < lane_count; ++k) {
        limits.own_days[k] = terms.minutes[k] / terms.speed[k] / terms.demand.day;
        const double in_time = terms.rules.promised_days[k] - limits.own_days[k];
        limits.in_time[k] = in_time / terms.days_a_week;
        limits.approved_in_time[k] = (in_time - terms.demand.approval_days[k]) / terms.days_a_week;
    }
    exponents_of(waits, limits.patience, exponents.patience());
    exponents_of(waits, limits.in_time, exponents.in_time());
    exponents_of(waits, limits.approved_in_time, exponents.approved_in_time());
}

// Who has no time left is late whether there is a queue or not.
[[gnu::always_inline]] inline void too_late_of(const Terms& terms, const WaitLanes& waits, const Limits& limits,
                                               Exponents& exps, Lanes& too_late) {
    Lanes late, late_if_approved;
    shares_of(waits, limits.in_time, exps.in_time(), late);
    shares_of(waits, limits.approved_in_time, exps.approved_in_time(), late_if_approved);
    for (std::size_t k = 0; k < lane_count; ++k) {
        const double plain = limits.in_time[k] <= 0 ? 1.0 : late[k];
        const double approved = limits.approved_in_time[k] <= 0 ? 1.0 : late_if_approved[k];
        too_late[k] = (1.0 - terms.rules.approval_share[k]) * plain + terms.rules.approval_share[k] * approved;
    }
}

[[gnu::always_inline]] inline void prospects_of(const Terms& terms, const WaitLanes& waits, const Lanes& given_up,
                                                const Limits& limits, Exponents& exps, Prospects& expected) {
    const ServiceRules& rules = terms.rules;
    Lanes stays, too_late;
    shares_of(waits, limits.patience, exps.patience(), stays);  // longer than patience lasts
    too_late_of(terms, waits, limits, exps, too_late);
    for (std::size_t k = 0; k < lane_count; ++k) {
        const double patience = limits.patience[k];
        const double all = waits.chance[k] * (waits.fixed[k] + waits.random[k]);
        const double some = all - waits.random[k] * stays[k];
        const double queue = patience <= waits.fixed[k] ? waits.chance[k] * patience : some;
        const double leaves = given_up[k] < 0 ? stays[k] : given_up[k];
        const double handled = 1.0 - leaves;
        const double queue_days = queue * terms.days_a_week;
        const double wait_days =
            queue_days + handled * (limits.own_days[k] + terms.rules.approval_share[k] * terms.demand.approval_days[k]);
        const double late = leaves < too_late[k] ? too_late[k] : leaves;
        const double fails = terms.demand.failed[k] * terms.capacity.hurry;
        const double of_handled = fails < most_failures ? fails : most_failures;
        const double failed = of_handled * handled;
        const double errs = terms.demand.errors[k] * terms.capacity.hurry * handled;
        const double handled_late = late - leaves;
        const double by_late = handled_late * rules.escalates_late, by_failure = of_handled * rules.escalates_failed;
        const double well = (1.0 - late) * (1.0 - of_handled);
        const double resolved_late = handled_late * (1.0 - of_handled);
        const double content = rules.satisfied_well * well + rules.satisfied_late * resolved_late +
                               rules.satisfied_failed * (failed + leaves);
        const double satisfied = content - rules.satisfaction_per_day * wait_days;
        expected.queue_days[k] = queue_days;
        expected.handled[k] = handled;
        expected.wait_days[k] = wait_days;
        expected.on_time[k] = 1.0 - late;
        expected.failed[k] = failed;
        expected.errors[k] = errs < failed ? errs : failed;
        expected.escalated[k] = leaves + (by_late + handled * by_failure - by_late * by_failure);
        expected.complaints[k] = late * rules.complains_late + failed * rules.complains_failed + terms.demand.manner;
        expected.satisfied[k] = satisfied > 0.0 ? satisfied : 0.0;
    }
}

[[gnu::always_inline]] inline void choose_of(const Lanes& asked, const Prospects& from, Prospects& to) {
    const auto take = [&asked](const Lanes& new_ones, Lanes& lanes) {
        for (std::size_t k = 0; k < lane_count; ++k) lanes[k] = asked[k] > 0 ? new_ones[k] : lanes[k];
    };
    take(from.wait_days, to.wait_days);
    take(from.queue_days, to.queue_days);
    take(from.handled, to.handled);
    take(from.on_time, to.on_time);
    take(from.failed, to.failed);
    take(from.errors, to.errors);
    take(from.escalated, to.escalated);
    take(from.complaints, to.complaints);
    take(from.satisfied, to.satisfied);
}
[[gnu::always_inline]] inline void expectations_of(const Terms& terms, const WaitLanes& waits, const Lanes& gives_up,
                                                   const Limits& limits, Exponents& exps, const Lanes& asked,
                                                   Prospects& prospects) {
    Prospects expected;
    prospects_of(terms, waits, gives_up, limits, exps, expected);
    choose_of(asked, expected, prospects);
}

STAFFSIM_FOR_ALL_REGISTERS(limits, (const Terms& terms, const WaitLanes& waits, Limits& limits, Exponents& exponents),
                           (terms, waits, limits, exponents))
STAFFSIM_FOR_ALL_REGISTERS(expectations,
                           (const Terms& terms, const WaitLanes& waits, const Lanes& gives_up, const Limits& limits,
                            Exponents& exps, const Lanes& asked, Prospects& prospects),
                           (terms, waits, gives_up, limits, exps, asked, prospects))

}  // namespace

Lanes at_rest(const WindowLanes& windows, double most) {
    static const auto rest = STAFFSIM_WIDEST(rest);
    Lanes u;
    rest(windows, most, u);
    return u;
}

WaitLanes wait_at(const WindowLanes& windows) {
    static const auto waits = STAFFSIM_WIDEST(waits);
    WaitLanes lanes;
    waits(windows, lanes);
    return lanes;
}

Wait wait_at(Congestion state, int servers, double arrivals, double capacity, double spread) {
    const WaitLanes waits = wait_at({.u = all_lanes(state.u),
                                     .expected = all_lanes(arrivals),
                                     .capacity = all_lanes(capacity),
                                     .spread = all_lanes(spread),
                                     .servers = all_lanes(servers)});
    return {waits.chance[0], waits.fixed[0], waits.random[0]};
}

Lanes longer_than(const WaitLanes& waits, double weeks) {
    static const auto exponents = STAFFSIM_WIDEST(exponents);
    static const auto shares = STAFFSIM_WIDEST(shares);
    const Lanes limit = all_lanes(weeks);
    Lanes exps, longer;
    exponents(waits, limit, exps.data());
    portable_exps(exps);
    shares(waits, limit, exps.data(), longer);
    return longer;
}

void expect(const ServiceRules& rules, const ServiceDemand& demand, const Capacity& capacity, const WaitLanes& waits,
            const Lanes& gives_up, const Lanes& asked, Prospects& prospects) {
    static const auto limits_and_exponents = STAFFSIM_WIDEST(limits);
    static const auto expectations = STAFFSIM_WIDEST(expectations);
    const Terms terms(rules, demand, capacity);
    Limits limits;
    Exponents exps;
    limits_and_exponents(terms, waits, limits, exps);
    portable_exps(exps.of);
    expectations(terms, waits, gives_up, limits, exps, asked, prospects);
}

}  // namespace staffsim
