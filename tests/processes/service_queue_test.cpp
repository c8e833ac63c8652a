// Queues of the service to the public, event by event, against Erlang's formulas. Statistical cases: 30 independent
// replications with fixed seeds, t with 29 degrees of freedom at 4.6, so that one check of a right queue fails in
// 10,000.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "sim/processes/service/public_service.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

constexpr double week_minutes = 2400;

// Erlang C: chance to wait at c servers with offered load a = rho c.
double erlang_c(int servers, double rho) {
    const double a = rho * servers;
    double term = 1, sum = 1;
    for (int k = 1; k < servers; ++k) sum += term *= a / k;
    const double last = term * a / servers / (1 - rho);
    return last / (sum + last);
}

ServiceRules patient() {
    ServiceRules rules = defaults(service_levers());
    rules.patience_days = 1e6;
    return rules;
}

// A window of `servers` at utilisation rho with work of `minutes` on the mean, alone in its township.
Capacity window(double rho, int servers, double minutes) {
    Capacity capacity;
    capacity.windows[0] = {.arrivals = rho * servers * week_minutes / minutes,
                           .minutes = minutes,
                           .capacity = servers * week_minutes / minutes,
                           .servers = servers};
    return capacity;
}

ServiceDemand demand() {
    ServiceDemand demand;
    demand.week = week_minutes;
    demand.day = week_minutes / 5;
    return demand;
}

// Weeks of the event queue after a start that is left out.
ServiceYear lived(const ServiceRules& rules, const Capacity& capacity, int weeks, std::uint32_t replication) {
    EventQueue queue;
    ServiceYear sums, start;
    const Draws draws({1, replication});
    const ServiceDemand d = demand();
    for (int week = 0; week < weeks; ++week) {
        queue.live_week(rules, d, capacity, draws, entity_key("T01"), week, week < weeks / 10 ? start : sums);
    }
    return sums;
}

struct Estimate {
    double mean = 0, error = 0;
};
template <class Of>
Estimate estimate(Of of) {
    constexpr int n = 30;
    double sum = 0, squares = 0;
    for (std::uint32_t r = 0; r < n; ++r) {
        const double x = of(r);
        sum += x;
        squares += x * x;
    }
    const double mean = sum / n;
    return {mean, std::sqrt((squares / n - mean * mean) / (n - 1))};
}

double mean_wait(const ServiceYear& sums) {
    return sums.all_kinds(ServiceSum::queue_minutes_by_kind) / sums.all_kinds(ServiceSum::taken_up_by_kind);
}

struct QueueCase {
    double rho;
    int servers, weeks;
};
constexpr QueueCase cases[] = {{0.5, 1, 3000}, {0.8, 1, 6000}, {0.7, 2, 2500}, {0.85, 4, 2500}, {0.9, 8, 2000}};

}  // namespace

TEST_CASE("waits of the event by event queue are Erlang's", "[slow]") {
    for (const auto& [rho, servers, weeks] : cases) {
        const Capacity capacity = window(rho, servers, 120);
        const double chance = erlang_c(servers, rho);
        const double wait = chance * 120 / (servers * (1 - rho));
        const int length = weeks;
        const Estimate waits =
            estimate([&](std::uint32_t r) { return mean_wait(lived(patient(), capacity, length, r)); });
        const Estimate chances = estimate([&](std::uint32_t r) {
            const ServiceYear sums = lived(patient(), capacity, length / 4, r + 100);
            return sums[ServiceSum::had_to_queue] / sums[ServiceSum::matters];
        });
        INFO("rho " << rho << ", " << servers << " servers: wait " << waits.mean << " +- " << waits.error << " of "
                    << wait << "; chance " << chances.mean << " +- " << chances.error << " of " << chance);
        CHECK(std::abs(waits.mean - wait) <= 4.6 * waits.error);
        CHECK(waits.error <= 0.02 * wait);
        CHECK(std::abs(chances.mean - chance) <= 4.6 * chances.error);
        CHECK(chances.error <= 0.01 * chance);
    }
}

// The sample-path law: exact but for those who wait over the ends of the time looked at.
TEST_CASE("the mean number in the queue is the rate of arrivals times the mean wait") {
    for (const auto& [rho, servers, weeks] : cases) {
        const ServiceYear sums = lived(patient(), window(rho, servers, 120), 3000, 7);
        const double number = sums[ServiceSum::queue_integral] / sums[ServiceSum::clock_minutes];
        const double rate = sums[ServiceSum::matters] / sums[ServiceSum::clock_minutes];
        INFO("rho " << rho << ", " << servers << " servers");
        CHECK(number == Approx(rate * mean_wait(sums)).epsilon(0.005));
    }
}

TEST_CASE("what is urgent waits as Cobham's formula says, and the rest pays for it", "[slow]") {
    ServiceRules rules = patient();
    rules.windows = Windows::one_stop;
    rules.order = QueueOrder::urgent_first;
    rules.promised_days = {1, 2, 3, 4, 5};
    Capacity capacity = window(0.4, 2, 120);
    capacity.windows[1] = capacity.windows[0];
    for (Window& w : capacity.windows) w.servers = 2, w.capacity = capacity.windows[0].capacity;
    const double base = erlang_c(2, 0.8) * 120 / 2;
    for (const auto& [kind, expected] : {std::pair{std::size_t{0}, base / 0.6}, {std::size_t{1}, base / (0.6 * 0.2)}}) {
        const Estimate wait = estimate([&, kind = kind](std::uint32_t r) {
            const ServiceYear sums = lived(rules, capacity, 2000, r);
            return sums[of_kind(ServiceSum::queue_minutes_by_kind, kind)] /
                   sums[of_kind(ServiceSum::taken_up_by_kind, kind)];
        });
        INFO("kind " << kind << ": " << wait.mean << " +- " << wait.error << " of " << expected);
        CHECK(std::abs(wait.mean - expected) <= 4.6 * wait.error);
        CHECK(wait.error <= 0.03 * expected);
        CHECK(base / 0.2 * urgency_factor(rules, capacity, kind, 0.8) == Approx(expected));
    }
}

TEST_CASE("the congestion formula is exact for one server, else within a tenth of the wait or .055 of the work") {
    for (const double rho : {0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99}) {
        CHECK(queue_length(rho, 1) == Approx(rho * rho / (1 - rho)));
        for (const int servers : {2, 3, 4, 6, 8, 12, 16, 24}) {
            const double wait = wait_at({1 / (1 - rho)}, servers, rho * servers, servers).mean();  // in works
            const double exact = erlang_c(servers, rho) / (servers * (1 - rho));
            INFO(servers << " servers at " << rho << ": " << wait << " of " << exact);
            CHECK(std::abs(wait - exact) <= std::max(0.1 * exact, 0.055));
        }
    }
}

TEST_CASE("a window at rest stays there, one in disorder goes there, and an overloaded one grows by what is too much") {
    for (const int servers : {1, 3, 10}) {
        for (const double rho : {0.2, 0.8, 0.97}) {
            const double capacity = 40.0 * servers, arrivals = rho * capacity;
            const Congestion rest = at_rest(arrivals, capacity, 0.999999);
            CHECK(after_week(rest, servers, arrivals, capacity).u == Approx(rest.u));
            for (Congestion state : {Congestion{1}, Congestion{500}}) {
                for (int week = 0; week < 3000; ++week) state = after_week(state, servers, arrivals, capacity);
                CHECK(state.u == Approx(rest.u).epsilon(0.001));
            }
        }
        Congestion state{1};
        for (int week = 0; week < 52; ++week) state = after_week(state, servers, 44.0 * servers, 40.0 * servers);
        const double number = servers * state.utilisation() + queue_length(state.utilisation(), servers);
        CHECK(number == Approx(52 * 4.0 * servers).epsilon(0.15));  // some of it while the window fills
        CHECK(number > 52 * 4.0 * servers);
    }
    CHECK(after_week({1}, 2, 0, 0).u == 1);
    CHECK(after_week({1e9}, 1, 5, 1).u <= 1e9);
}

// 400,000 weeks; the mean of so many has an error below 2 % (checked by halves).
TEST_CASE("a line that swings waits as Erlang says when nothing changes", "[slow]") {
    const Draws draws({1, 1});
    for (const auto& [rho, servers] : {std::pair{0.86, 1}, {0.9, 4}, {0.95, 8}, {0.9, 25}}) {
        WindowWeek week{.expected = rho * 12.0 * servers, .capacity = 12.0 * servers, .servers = servers};
        week.margin = margin_of(week);
        Backlog backlog;
        double waits = 0, waited = 0;
        constexpr int weeks = 400000;
        for (int w = 0; w < weeks; ++w) {
            const EntityKey key = combine(entity_key("line"), static_cast<std::uint64_t>(w));
            week.come = draws.poisson({key, 1, servers}, week.expected);
            backlog = backlog.after_week(week, draws.normal({key, 2, servers}), draws.exponential({key, 3, servers}));
            const Wait wait = backlog.wait(week, 0);
            waits += wait.mean();
            waited += wait.chance;
        }
        const double chance = erlang_c(servers, rho);
        INFO(servers << " servers at " << rho);
        CHECK(waited / weeks == Approx(chance).epsilon(0.02));
        CHECK(waits / weeks == Approx(chance / (12.0 * servers * (1 - rho))).epsilon(0.04));
    }
}

TEST_CASE("nobody who is being served gives up") {
    const WindowWeek week{.capacity = 4, .servers = 3, .margin = 2};
    Backlog backlog{10};
    CHECK(backlog.give_up(week, 1) == 4);  // a week's work and those two may stay
    CHECK(backlog.matters == 6);
    CHECK(backlog.give_up(week, 1) == 0);
}
