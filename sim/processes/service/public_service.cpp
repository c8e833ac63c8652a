// What the engine calls, and what of a township is kept between weeks.

#include <algorithm>
#include <cmath>

#include "sim/processes/service/public_service.hpp"

namespace staffsim {

namespace {

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

// What is left over where more is planned than can be done: it has grown to the most for years.
double development_at_rest(const ServiceDemand& demand, const Capacity& capacity) {
    const double due = demand.development_due;
    return due > capacity.development * demand.development_output ? due * weeks_per_year : 0;
}

// Rules that differ only in what nobody reads leave the queue where it is.
bool is_the_same_to_citizens(const ServiceRules& before, ServiceRules now) {
    if (before.windows != Windows::one_stop && now.windows != Windows::one_stop) {
        now.order = before.order;
        now.one_stop_loss = before.one_stop_loss;
    }
    return now == before;
}

}  // namespace

void PublicService::adopt(const RulesView<ServiceRules>& rules, County& county) {
    is_on_ = false;
    for (std::size_t u = 0; u < townships_.size(); ++u) {
        is_on_ = is_on_ || (county.is_township(UnitId{u}) && rules.of(UnitId{u}).queue != ServiceQueue::off);
    }
    if (is_on_ && !has_looked_) look(county);
    for (std::size_t u = 0; u < townships_.size(); ++u) {
        Township& township = townships_[u];
        const ServiceRules& rule = rules.of(UnitId{u});
        if (township.rules != nullptr && is_the_same_to_citizens(*township.rules, rule)) continue;
        if (township.rules != nullptr) book(*township.rules, county, UnitId{u});
        township.rules = &rule;
        township.rules_are_new = true;
        if (is_on_) plan_demand(rule, county, UnitId{u});
    }
}

void PublicService::plan_demand(const ServiceRules& rules, const County& county, UnitId unit) {
    if (!county.is_township(unit)) return;
    Township& township = townships_[unit.value];
    township.demand = demand_of(rules, county.plan().units[unit.value], township.institution_staff, township.staff);
    township.hands = -1;  // capacity is looked at anew as well
}

void PublicService::look(const County& county) {
    has_looked_ = true;
    look_at_staff(county, staff_);
    for (std::size_t u = 0; u < townships_.size(); ++u) {
        townships_[u].staff = staff_[u];
        townships_[u].institution_staff = county.unit(UnitId{u}).institution_staff;
    }
}

void PublicService::begin_quarter(const RulesView<ServiceRules>& rules, County& county) {
    if (!is_on_) return;
    look(county);
    for (std::size_t u = 0; u < townships_.size(); ++u) {
        Township& township = townships_[u];
        book(rules.of(UnitId{u}), county, UnitId{u});
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
    for (std::size_t u = 0; u < townships_.size(); ++u) plan_demand(rules.of(UnitId{u}), county, UnitId{u});
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

void PublicService::close_books(const RulesView<ServiceRules>& rules, County& county) {
    for (std::size_t u = 0; u < townships_.size(); ++u) book(rules.of(UnitId{u}), county, UnitId{u});
}

// Capacity as of today.
void PublicService::renew_capacity(const ServiceRules& rules, Township& township) const {
    const Capacity capacity =
        capacity_of(rules, township.demand, std::max(0.0, township.hands), shock_, township.escalated);
    // Rules may differ in what neither demand nor capacity shows: what is promised, who has a right to what.
    if (!township.is_new && !township.rules_are_new && capacity == township.capacity) return;
    township.capacity = capacity;
    if (township.is_new) township.backlog = development_at_rest(township.demand, capacity);
    township.is_new = township.rules_are_new = false;
    township.weekly.adopt(rules);
}

// Weeks that were only counted are added up, as they were.
void PublicService::book(const ServiceRules& rules, County& county, UnitId unit) {
    Township& township = townships_[unit.value];
    if (township.unbooked == 0) return;
    ServiceYear& year = county.service_year(unit);
    const double weeks = township.unbooked;
    year[ServiceSum::resident_years] += weeks * county.plan().units[unit.value].residents / 1000.0 / weeks_per_year;
    year[ServiceSum::staff_minutes] += weeks * township.capacity.citizens;
    township.weekly.book(township.capacity, {year, township.quarter});
    for (; township.unbooked > 0; --township.unbooked) {
        ++township.weeks;
        develop(rules, township.demand, township.capacity, township.backlog, year);
    }
}

void PublicService::live_week(const RulesView<ServiceRules>& rules, World& world) {
    if (!is_on_) {
        if (has_looked_) townships_.assign(townships_.size(), {}), has_looked_ = false;
        return;
    }
    const Day today = world.today();
    const std::int32_t week = week_number(today);
    const CivilDate date = to_civil(today);
    const std::int32_t month = date.year * 12 + date.month;
    const bool is_last_of_month = date.month != to_civil(today + 7).month;
    if (workload_ != world.shocks.workload) {
        workload_ = world.shocks.workload;
        shock_ = portable_exp(workload_);
    }
    for (std::size_t u = 0; u < townships_.size(); ++u) {
        const UnitId unit{u};
        if (!world.county.is_township(unit)) continue;
        const ServiceRules& rule = rules.of(unit);
        if (rule.queue == ServiceQueue::off) {
            if (!townships_[u].is_new) book(rule, world.county, unit), townships_[u] = Township{};
            continue;
        }
        live_week(rule, world, unit, week, month);
        if (is_last_of_month) book(rule, world.county, unit);
    }
}

void PublicService::live_week(const ServiceRules& rules, World& world, UnitId unit, std::int32_t week,
                              std::int32_t month) {
    Township& township = townships_[unit.value];
    const double hands = world.county.hands(unit);
    const bool is_other = hands != township.hands || township.shock != shock_ ||
                          township.escalated_known != township.escalated || township.is_new;
    if (is_other) {
        book(rules, world.county, unit);
        township.hands = hands;
        township.shock = shock_;
        township.escalated_known = township.escalated;
        renew_capacity(rules, township);
    }
    if (township.capacity.work <= 0 && township.demand.development_due <= 0) return;
    ++township.unbooked;
    const EntityKey key = world.county.unit(unit).key;
    ServiceYear& year = world.county.service_year(unit);
    if (rules.queue == ServiceQueue::weekly) {
        township.weekly.live_week({rules, township.demand, township.capacity, world.draws, key, week, month},
                                  {year, township.quarter});
        return;
    }
    ServiceYear sums;
    township.events.live_week(rules, township.demand, township.capacity, world.draws, key, week, sums);
    township.quarter += sums;
    year += sums;
}

}  // namespace staffsim
