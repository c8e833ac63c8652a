// The weekly aggregate, and what of it is kept between weeks.

#include <algorithm>
#include <bit>
#include <cmath>

#include "sim/processes/service/public_service.hpp"

namespace staffsim {

namespace {

constexpr double weeks_per_year = days_per_year / 7.0;
// A window counts as at rest when its state is so near; then it is set there exactly.
constexpr double near_enough = 0.02;
// A window from which more go to the county is looked at every week.
constexpr double few_give_up = 0.01;
constexpr double most_utilisation = 1.0 - 1e-9;
// Below so many arrivals a week their number is drawn by inversion, above as a rounded normal made of 25 coins.
constexpr double few_arrivals = 8;

// Number of arrivals from 25 random bits. `known`: e^-mean for few, the root of the mean for many.
double arrivals_from(std::uint32_t bits, double mean, double known) {
    if (mean < few_arrivals) {
        const double u = (static_cast<double>(bits) + 0.5) * 0x1p-25;
        double term = known, sum = term, count = 0;
        while (u > sum && term > 1e-12) {
            count += 1;
            term *= mean / count;
            sum += term;
        }
        return count;
    }
    const double z = (std::popcount(bits) - 12.5) * 0.4;  // 25 coins: standard deviation 2.5
    return std::max(0.0, mean + known * z);
}

using Numbers = ByMatter;

// How many matters of each kind arrive: 25 bits each of one block.
Numbers numbers_of_week(const Draws& draws, EntityKey township, std::int32_t week, const Capacity& capacity,
                        const ByMatter& root_or_exp) {
    const auto words = draws.block({township, +Purpose::matters_of_week, week});
    const std::uint64_t low = (std::uint64_t{words[1]} << 32) | words[0];
    const std::uint64_t high = (std::uint64_t{words[3]} << 32) | words[2];
    const std::array<std::uint64_t, matter_count> bits{low, low >> 25, high, high >> 25,
                                                       (low >> 50) | (high >> 50 << 14)};
    Numbers numbers{};
    for (std::size_t k = 0; k < matter_count; ++k) {
        const double mean = capacity.windows[k].arrivals;
        if (mean <= 0) continue;
        numbers[k] = arrivals_from(static_cast<std::uint32_t>(bits[k] & 0x1FFFFFF), mean, root_or_exp[k]);
    }
    return numbers;
}

// `number` matters of a kind with what they can expect; the quarter keeps only what is looked at later.
void count(double number, const Prospects& expected, ServiceYear& year, ServiceYear& quarter, std::size_t kind) {
    const double escalated = number * expected.escalated, satisfied = number * expected.satisfied,
                 complaints = number * expected.complaints;
    year[ServiceSum::matters] += number;
    year[ServiceSum::handled] += number * expected.handled;
    year[ServiceSum::wait_days] += number * expected.wait_days;
    year[ServiceSum::queue_days] += number * expected.queue_days;
    year[ServiceSum::on_time] += number * expected.on_time;
    year[ServiceSum::failed] += number * expected.failed;
    year[ServiceSum::legal_errors] += number * expected.errors;
    year[ServiceSum::escalated] += escalated;
    year[ServiceSum::satisfied] += satisfied;
    year[of_kind(ServiceSum::complaints_by_kind, kind)] += complaints;
    quarter[ServiceSum::matters] += number;
    quarter[ServiceSum::escalated] += escalated;
    quarter[ServiceSum::satisfied] += satisfied;
    quarter[of_kind(ServiceSum::complaints_by_kind, kind)] += complaints;
}

// A week of development work: what is planned and what was left over, with the time for it.
void develop(const ServiceRules& rules, const ServiceDemand& demand, const Capacity& capacity, double& backlog,
             ServiceYear& year) {
    const double due = demand.development_due;
    const double able = capacity.development * demand.development_output;
    const bool in_time = backlog <= able * rules.development_slack_weeks;
    const double done = std::min(backlog + due, able);
    backlog = std::min(backlog + due - done, due * weeks_per_year);
    year[ServiceSum::development_due] += due;
    year[ServiceSum::development_done] += done;
    year[ServiceSum::development_on_time] += in_time ? done : 0.0;
    year[ServiceSum::illustrated_income] += done * to_yuan(rules.income_per_day);
}

}  // namespace

double urgency_factor(const ServiceRules& rules, const Capacity& capacity, std::size_t kind, double utilisation) {
    if (rules.windows != Windows::one_stop || rules.order != QueueOrder::urgent_first) return 1;
    double before = 0, up_to = 0, work = 0;  // shares of work that go first
    for (std::size_t k = 0; k < matter_count; ++k) {
        const double part = capacity.windows[k].arrivals * capacity.windows[k].minutes;
        work += part;
        const bool is_first = rules.promised_days[k] < rules.promised_days[kind] ||
                              (rules.promised_days[k] == rules.promised_days[kind] && k < kind);
        if (is_first) before += part;
        if (is_first || k == kind) up_to += part;
    }
    if (work <= 0) return 1;
    return (1.0 - utilisation) / ((1.0 - before / work * utilisation) * (1.0 - up_to / work * utilisation));
}

Prospects prospects_at(const ServiceRules& rules, const ServiceDemand& demand, const Capacity& capacity,
                       std::size_t kind, const Wait& wait) {
    const double days_a_week = demand.week / demand.day;
    const double own_days = capacity.windows[kind].minutes / capacity.windows[kind].speed / demand.day;
    Prospects expected;
    const double patience = rules.patience_days / days_a_week;
    const double gives_up = wait.longer_than(patience);
    expected.queue_days = wait.mean_up_to(patience) * days_a_week;
    expected.handled = 1.0 - gives_up;
    const double approved = rules.approval_share[kind], approval = demand.approval_days[kind];
    expected.wait_days = expected.queue_days + expected.handled * (own_days + approved * approval);
    const double in_time = rules.promised_days[kind] - own_days;
    const auto too_long = [&](double days) { return days <= 0 ? 1.0 : wait.longer_than(days / days_a_week); };
    const double late =
        std::max(gives_up, (1.0 - approved) * too_long(in_time) + approved * too_long(in_time - approval));
    expected.on_time = 1.0 - late;
    expected.failed = std::min(0.95, demand.failed[kind] * capacity.hurry) * expected.handled;
    expected.errors = std::min(expected.failed, demand.errors[kind] * capacity.hurry * expected.handled);
    const double by_late = late * rules.escalates_late, by_failure = expected.failed * rules.escalates_failed;
    expected.escalated = gives_up + (1.0 - gives_up) * (by_late + by_failure - by_late * by_failure);
    expected.complaints = late * rules.complains_late + expected.failed * rules.complains_failed + demand.manner;
    const double well = (1.0 - late) * (1.0 - expected.failed);
    const double content = rules.satisfied_well * well + rules.satisfied_late * late * (1.0 - expected.failed) +
                           rules.satisfied_failed * expected.failed;
    expected.satisfied = std::max(0.0, content - rules.satisfaction_per_day * expected.wait_days);
    return expected;
}

void PublicService::adopt(const RulesView<ServiceRules>& rules, const County& county) {
    is_on_ = false;
    for (std::size_t u = 0; u < townships_.size(); ++u) {
        is_on_ = is_on_ || (county.is_township(UnitId{u}) && rules.of(UnitId{u}).queue != ServiceQueue::off);
    }
    if (!is_on_) return;
    if (!has_looked_) look(county);
    for (std::size_t u = 0; u < townships_.size(); ++u) {
        if (!county.is_township(UnitId{u})) continue;
        const UnitPlan& plan = county.plan().units[u];
        const ServiceDemand demand =
            demand_of(rules.of(UnitId{u}), plan, townships_[u].institution_staff, townships_[u].staff);
        // Rules may differ in what demand does not show: capacity is looked at anew as well.
        townships_[u].demand = demand;
        townships_[u].hands = -1;
    }
}

void PublicService::look(const County& county) {
    has_looked_ = true;
    look_at_staff(county, staff_);
    for (std::size_t u = 0; u < townships_.size(); ++u) {
        townships_[u].staff = staff_[u];
        townships_[u].institution_staff = county.unit(UnitId{u}).institution_staff;
    }
}

void PublicService::begin_quarter(const RulesView<ServiceRules>& rules, const County& county) {
    if (!is_on_) return;
    look(county);
    for (std::size_t u = 0; u < townships_.size(); ++u) {
        Township& township = townships_[u];
        if (township.weeks == 0) continue;
        const double weeks = township.weeks;
        const double matters = township.quarter[ServiceSum::matters];
        township.escalated = township.quarter[ServiceSum::escalated] / weeks;
        for (std::size_t k = 0; k < matter_count; ++k) {
            township.seen.complaints[k] = static_cast<float>(
                township.quarter[of_kind(ServiceSum::complaints_by_kind, k)] * weeks_per_year / weeks);
        }
        const double hands = std::max(1.0, county.hands(UnitId{u}));
        township.seen.people_served = static_cast<float>(matters * weeks_per_year / weeks / hands);
        if (matters > 0) {
            township.seen.satisfaction = static_cast<float>(township.quarter[ServiceSum::satisfied] / matters -
                                                            rules.of(UnitId{u}).satisfaction_centre);
        }
        township.seen.known = true;
        township.quarter = {};
        township.weeks = 0;
    }
    adopt(rules, county);
}

void PublicService::publish(const RulesView<ServiceRules>& rules, World& world) {
    if (!is_on_ && !is_seen_) return;
    is_seen_ = is_on_;
    for (std::size_t u = 0; u < townships_.size(); ++u) {
        const UnitId unit{u};
        if (!world.county.is_township(unit)) continue;
        Township& township = townships_[u];
        const ServiceRules& rule = rules.of(unit);
        if (rule.queue == ServiceQueue::off || township.capacity.load <= 0) {
            world.county.set_service(unit, {});
            continue;
        }
        township.seen.load = static_cast<float>(portable_log(township.capacity.load) - rule.load_centre);
        world.county.set_service(unit, township.seen);
    }
}

// Capacity as of today; when it is another one, the windows leave their rest.
void PublicService::renew_capacity(const ServiceRules& rules, Township& township) const {
    const Capacity capacity =
        capacity_of(rules, township.demand, std::max(0.0, township.hands), shock_, township.escalated);
    if (!township.is_new && capacity == township.capacity) return;
    township.capacity = capacity;
    township.settled = false;
    township.at_rest = {};
    for (std::size_t k = 0; k < matter_count; ++k) {
        const double mean = capacity.windows[k].arrivals;
        township.root_or_exp[k] = mean < few_arrivals ? portable_exp(-mean) : std::sqrt(mean);
    }
}

void PublicService::move_on(const ServiceRules& rules, Township& township) const {
    const Capacity& capacity = township.capacity;
    const bool one_stop = rules.windows == Windows::one_stop;
    bool at_rest_all = true;
    double all_arrivals = 0;
    for (const Window& window : capacity.windows) all_arrivals += window.arrivals;
    for (std::size_t k = 0; k < matter_count; ++k) {
        const Window& window = capacity.windows[k];
        if (window.servers == 0 || township.at_rest[k]) continue;
        Congestion& state = township.congestion[one_stop ? 0 : k];
        if (!one_stop || k == 0) {
            const double come = one_stop ? all_arrivals : window.arrivals;
            const double stay = come * (township.is_new ? 1.0 : township.prospects[k].handled);
            const Congestion rest = at_rest(stay, window.capacity, most_utilisation);
            const bool is_overloaded = stay >= window.capacity * most_utilisation;
            const auto is_near_rest = [&] {
                return std::abs(state.u - rest.u) <= near_enough * rest.u && come - stay <= few_give_up * come;
            };
            if (township.is_new) {
                state = is_overloaded ? Congestion{} : rest;
            } else if (!is_near_rest()) {
                state = after_week(state, window.servers, stay, window.capacity, window.spread);
            }
            const bool is_near = is_near_rest();
            if (is_near) state = rest;
            at_rest_all = at_rest_all && is_near;
            township.at_rest[k] = is_near && !one_stop;
        }
        const double arrivals = one_stop ? all_arrivals : window.arrivals;
        Wait wait = wait_at(state, window.servers, arrivals, window.capacity, window.spread);
        const double factor = urgency_factor(rules, capacity, k, state.utilisation());
        wait.fixed *= factor;
        wait.random *= factor;
        township.prospects[k] = prospects_at(rules, township.demand, capacity, k, wait);
    }
    township.is_new = false;
    township.settled = at_rest_all;
}

void PublicService::live_week(const RulesView<ServiceRules>& rules, World& world) {
    if (!is_on_) {
        if (has_looked_) townships_.assign(townships_.size(), {}), has_looked_ = false;
        return;
    }
    const std::int32_t week = week_number(world.today());
    if (workload_ != world.shocks.workload) {
        workload_ = world.shocks.workload;
        shock_ = portable_exp(workload_);
    }
    for (std::size_t u = 0; u < townships_.size(); ++u) {
        const UnitId unit{u};
        if (!world.county.is_township(unit)) continue;
        const ServiceRules& rule = rules.of(unit);
        if (rule.queue == ServiceQueue::off) {
            if (!townships_[u].is_new) townships_[u] = Township{};
            continue;
        }
        live_week(rule, world, unit, week);
    }
}

void PublicService::live_week(const ServiceRules& rules, World& world, UnitId unit, std::int32_t week) {
    Township& township = townships_[unit.value];
    const double hands = world.county.hands(unit);
    const bool is_other = hands != township.hands || township.shock != shock_ ||
                          township.escalated_known != township.escalated || township.is_new;
    if (is_other) {
        township.hands = hands;
        township.shock = shock_;
        township.escalated_known = township.escalated;
        renew_capacity(rules, township);
    }
    if (township.capacity.work <= 0 && township.demand.development_due <= 0) return;
    ServiceYear& year = world.county.service_year(unit);
    const EntityKey key = world.county.unit(unit).key;
    if (rules.queue == ServiceQueue::events) {
        township.is_new = false;
        ServiceYear sums;
        township.events.live_week(rules, township.demand, township.capacity, world.draws, key, week, sums);
        township.quarter += sums;
        year += sums;
    } else {
        if (!township.settled) move_on(rules, township);
        const Numbers numbers = numbers_of_week(world.draws, key, week, township.capacity, township.root_or_exp);
        for (std::size_t k = 0; k < matter_count; ++k) {
            if (numbers[k] == 0) continue;
            count(numbers[k], township.prospects[k], year, township.quarter, k);
            year[ServiceSum::work_minutes] += numbers[k] * township.capacity.windows[k].minutes;
        }
    }
    year[ServiceSum::resident_years] += world.county.plan().units[unit.value].residents / 1000.0 / weeks_per_year;
    year[ServiceSum::staff_minutes] += township.capacity.citizens;
    ++township.weeks;
    develop(rules, township.demand, township.capacity, township.backlog, year);
}

}  // namespace staffsim
