// The windows of a township side by side against the same formulas one by one, to the last bit. ctest goes through all
// widths of registers (processes.registers_…).
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "sim/foundation/real.hpp"
#include "sim/processes/service/lanes.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;

namespace {

// Sakasegawa's power between whole ones by a straight line, and what follows from it.
Wait plain_wait(double u, double arrivals, double capacity, int servers, double spread) {
    const double r = 1.0 - 1.0 / u;
    if (r <= 0 || capacity <= 0) return {0, 0, 1};
    const double power = std::sqrt(2.0 * (servers + 1)) - 1.0;
    const int whole = static_cast<int>(power);
    const double part = power - whole;
    double below = 1;
    for (int i = 1; i < whole; ++i) below *= r;
    const double chance = std::min(1.0, below * r * (1.0 - part + part * r));
    const double of_those = spread * u / capacity;
    const double rest = (1.0 - arrivals / capacity) * u;
    const double share = std::max(least_random_share, rest > 1.0 ? 1.0 / rest : rest);
    return {chance, (1.0 - share) * of_those, share * of_those};
}
double plain_longer(const Wait& wait, double weeks) {
    if (weeks <= wait.fixed) return wait.chance;
    const double units = (weeks - wait.fixed) / wait.random;
    return units < 20.0 ? wait.chance * portable_exp(-units) : 0.0;
}

struct Expected {
    double wait_days, queue_days, handled, on_time, failed, errors, escalated, complaints, satisfied;
};
Expected plain_expectation(const ServiceRules& rules, const ServiceDemand& demand, const Capacity& capacity,
                           std::size_t kind, const Wait& wait, double given_up) {
    const double days_a_week = demand.week / demand.day, patience = rules.patience_days / days_a_week;
    const double own_days = capacity.windows[kind].minutes / capacity.windows[kind].speed / demand.day;
    const double leaves = given_up < 0 ? plain_longer(wait, patience) : given_up;
    Expected e{};
    const double mean = wait.chance * (wait.fixed + wait.random) - wait.random * plain_longer(wait, patience);
    e.queue_days = (patience <= wait.fixed ? wait.chance * patience : mean) * days_a_week;
    e.handled = 1.0 - leaves;
    const double approved = rules.approval_share[kind], approval = demand.approval_days[kind];
    e.wait_days = e.queue_days + e.handled * (own_days + approved * approval);
    const auto too_long = [&](double days) { return days <= 0 ? 1.0 : plain_longer(wait, days / days_a_week); };
    const double in_time = rules.promised_days[kind] - own_days;
    const double too_late = (1.0 - approved) * too_long(in_time) + approved * too_long(in_time - approval);
    const double late = std::max(leaves, too_late);
    e.on_time = 1.0 - late;
    const double fails = std::min(0.95, demand.failed[kind] * capacity.hurry);  // of those handled
    e.failed = fails * e.handled;
    e.errors = std::min(e.failed, demand.errors[kind] * capacity.hurry * e.handled);
    const double handled_late = late - leaves;
    const double by_late = handled_late * rules.escalates_late, by_failure = fails * rules.escalates_failed;
    e.escalated = leaves + (by_late + e.handled * by_failure - by_late * by_failure);
    e.complaints = late * rules.complains_late + e.failed * rules.complains_failed + demand.manner;
    const double content = rules.satisfied_well * ((1.0 - late) * (1.0 - fails)) +
                           rules.satisfied_late * (handled_late * (1.0 - fails)) +
                           rules.satisfied_failed * (e.failed + leaves);
    e.satisfied = std::max(0.0, content - rules.satisfaction_per_day * e.wait_days);
    return e;
}

// Numbers between two ends, one after the other.
class Numbers {
  public:
    explicit Numbers(std::int32_t number) : number_(number) {}
    double between(double low, double high) {
        return low + (high - low) * draws_.uniform({entity_key("lanes"), 1, number_, sub_++});
    }

  private:
    Draws draws_{{1, 1}};
    std::int32_t number_;
    std::uint16_t sub_ = 0;
};

struct Case {
    WindowLanes windows;
    ServiceRules rules = tiny::defaults(service_levers());
    ServiceDemand demand;
    Capacity capacity;
    Lanes given_up{}, asked{};

    explicit Case(std::int32_t number) {
        Numbers next(number);
        demand.week = 2400, demand.day = 480, demand.manner = next.between(0, 0.1);
        capacity.hurry = next.between(1, 3);
        rules.patience_days = next.between(1, 120);
        for (std::size_t k = 0; k < lane_count; ++k) {
            windows.u[k] = next.between(0, 1) < 0.1 ? 1 : 1 / next.between(0.001, 1);
            windows.servers[k] = std::floor(next.between(1, 40));
            windows.spread[k] = next.between(0.5, 3);
            windows.capacity[k] = next.between(0, 1) < 0.1 ? 0 : next.between(1, 200);
            windows.expected[k] = windows.capacity[k] * next.between(0, 1.2);
            capacity.windows[k].minutes = next.between(10, 2000);
            capacity.windows[k].speed = next.between(0.5, 1.5);
            rules.approval_share[k] = std::floor(next.between(0, 3)) / 2;
            rules.promised_days[k] = next.between(0, 40);
            demand.approval_days[k] = next.between(0, 30);
            demand.failed[k] = next.between(0, 0.6);
            demand.errors[k] = next.between(0, 0.6);
            given_up[k] = next.between(0, 1) < 0.5 ? as_patience_lasts : next.between(0, 1);
            asked[k] = std::floor(next.between(0, 4)) > 0 ? 1 : 0;
        }
    }
};

}  // namespace

TEST_CASE("windows side by side wait, and let expect, what each does alone", "[registers]") {
    std::size_t asked = 0, different = 0;
    for (std::int32_t number = 0; number < 3000; ++number) {
        const Case c(number);
        const WaitLanes waits = wait_at(c.windows);
        const Lanes rest = at_rest(c.windows, 0.999);
        const Lanes longer = longer_than(waits, 0.7);
        Prospects prospects;
        expect(c.rules, c.demand, c.capacity, waits, c.given_up, c.asked, prospects);
        const auto same = [&different](double a, double b) { different += a == b ? 0 : 1; };
        for (std::size_t k = 0; k < lane_count; ++k) {
            const Wait wait = plain_wait(c.windows.u[k], c.windows.expected[k], c.windows.capacity[k],
                                         static_cast<int>(c.windows.servers[k]), c.windows.spread[k]);
            same(waits.chance[k], wait.chance), same(waits.fixed[k], wait.fixed), same(waits.random[k], wait.random);
            same(rest[k], at_rest(c.windows.expected[k], c.windows.capacity[k], 0.999).u);
            same(longer[k], plain_longer(wait, 0.7));
            if (c.asked[k] == 0) {  // as it was
                same(prospects.handled[k], 1), same(prospects.wait_days[k], 0), same(prospects.satisfied[k], 1);
                continue;
            }
            ++asked;
            const Expected e = plain_expectation(c.rules, c.demand, c.capacity, k, wait, c.given_up[k]);
            same(prospects.wait_days[k], e.wait_days), same(prospects.queue_days[k], e.queue_days);
            same(prospects.handled[k], e.handled), same(prospects.on_time[k], e.on_time);
            same(prospects.failed[k], e.failed), same(prospects.errors[k], e.errors);
            same(prospects.escalated[k], e.escalated), same(prospects.complaints[k], e.complaints);
            same(prospects.satisfied[k], e.satisfied);
        }
    }
    CHECK(asked > 10000);
    CHECK(different == 0);
}
