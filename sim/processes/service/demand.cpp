// What comes to a township and what its people can do about it.

#include <algorithm>
#include <cmath>

#include "sim/model/fetch.hpp"
#include "sim/processes/service/service.hpp"

namespace staffsim {

namespace {

constexpr std::size_t at(TimeUse use) { return static_cast<std::size_t>(use); }
constexpr std::size_t at(Skill skill) { return static_cast<std::size_t>(skill); }
constexpr std::size_t at(Matter matter) { return static_cast<std::size_t>(matter); }

// Thousands of residents, counted as a township of the reference size has them.
double thousands(const ServiceRules& rules, int residents) {
    if (residents <= 0) return 0;
    const double relative = residents / rules.reference_residents;
    return rules.reference_residents / 1000.0 * portable_exp(rules.scale_elasticity * portable_log(relative));
}

// Full-time institution and contract staff for one use of time.
double other_hands(const ServiceRules& rules, double institution, double contract, TimeUse use) {
    return institution * rules.institution_time[at(use)] +
           contract * rules.contract_time[at(use)] * rules.contract_efficiency;
}

// Skills of those who see to citizens: civil servants and others by the time they give.
std::array<double, skill_count> skills_at_work(const ServiceRules& rules, const ServiceStaff& staff, double others) {
    const double civil = staff.hands * rules.time[at(TimeUse::citizens)];
    std::array<double, skill_count> skill{};
    if (civil + others <= 0) return skill;
    for (std::size_t s = 0; s < skill_count; ++s) {
        skill[s] = (civil * staff.skill[s] + others * rules.other_skill) / (civil + others);
    }
    return skill;
}

double needed_skill(const ServiceRules& rules, const std::array<double, skill_count>& skill, std::size_t kind) {
    const double law = rules.law_share[kind], mass_work = rules.mass_work_share[kind];
    return (1.0 - law - mass_work) * skill[at(Skill::administration)] + law * skill[at(Skill::law)] +
           mass_work * skill[at(Skill::mass_work)];
}

// What skill and motivation make of the work, all exponentials at once.
struct Quality {
    std::array<double, matter_count> minutes, failures;  // factors
    double errors, manner, development;
};
Quality quality_of(const ServiceRules& rules, const std::array<double, skill_count>& skill, double manner) {
    const double procedure = rules.procedure - rules.procedure_centre;
    std::array<double, 2 * matter_count + 3> factors;
    for (std::size_t k = 0; k < matter_count; ++k) {
        const double above = needed_skill(rules, skill, k) - rules.skill_centre;
        factors[k] = -rules.time_effect * above;
        factors[matter_count + k] = -rules.failure_effect * above - rules.procedure_failure_effect * procedure;
    }
    double* const rest = factors.data() + 2 * matter_count;
    rest[0] =
        -rules.error_effect * (skill[at(Skill::law)] - rules.law_centre) - rules.procedure_error_effect * procedure;
    rest[1] = -rules.manner_effect * manner;
    rest[2] = rules.development_effect * (skill[at(Skill::mass_work)] - rules.skill_centre);
    portable_exps(factors);
    Quality quality{{}, {}, rest[0], rest[1], rest[2]};
    std::copy_n(factors.begin(), matter_count, quality.minutes.begin());
    std::copy_n(factors.begin() + matter_count, matter_count, quality.failures.begin());
    return quality;
}

void add_quality(const ServiceRules& rules, const Quality& quality, ServiceDemand& demand) {
    const double procedure = rules.procedure - rules.procedure_centre;
    const double approval = std::max(0.0, 1.0 - rules.procedure_approval_saving * procedure);
    for (std::size_t k = 0; k < matter_count; ++k) {
        demand.minutes[k] = std::max(1.0, rules.minutes[k] * quality.minutes[k] + rules.procedure_minutes * procedure);
        demand.errors[k] = std::min(0.9, rules.legal_risk[k] * quality.errors);
        demand.failed[k] = std::min(0.95, rules.difficulty[k] * quality.failures[k] + demand.errors[k]);
        demand.approval_days[k] = rules.approval_days[k] * approval;
    }
}

// Windows by kind of matter: people are split in proportion to work.
void open_windows(const ServiceDemand& demand, double minutes, double work, Capacity& capacity) {
    for (std::size_t k = 0; k < matter_count; ++k) {
        Window& window = capacity.windows[k];
        if (window.arrivals <= 0) continue;
        const double given = minutes * (window.arrivals * window.minutes) / work;
        const double hands = given / demand.week;
        window.servers = std::max(1, static_cast<int>(hands + 0.5));
        window.speed = hands / window.servers;
        window.capacity = given / window.minutes;
    }
}

// Windows that take everything: one queue; whoever does everything is slower by a share.
void open_one_stop(const ServiceDemand& demand, double minutes, double work, Capacity& capacity) {
    double arrivals = 0, squares = 0;
    for (const Window& window : capacity.windows) {
        arrivals += window.arrivals;
        squares += window.arrivals * window.minutes * window.minutes;
    }
    const double hands = minutes / demand.week;
    const int servers = std::max(1, static_cast<int>(hands + 0.5));
    for (Window& window : capacity.windows) {
        window.servers = servers;
        window.speed = hands / servers;
        window.capacity = minutes * arrivals / work;
        window.spread = squares * arrivals / (work * work);
    }
}

}  // namespace

ServiceDemand demand_of(const ServiceRules& rules, const UnitPlan& unit, double institution_staff,
                        const ServiceStaff& staff) {
    ServiceDemand demand;
    demand.day = rules.minutes_per_day;
    demand.week = rules.days_per_year * rules.minutes_per_day / weeks_per_year;
    const double contract = unit.contract_staff;
    const double others = other_hands(rules, institution_staff, contract, TimeUse::citizens);
    demand.other_minutes = others * demand.week;
    demand.other_development =
        other_hands(rules, institution_staff, contract, TimeUse::development) * demand.week / demand.day;
    const double manner = staff.motivation + staff.attitude - rules.manner_centre;
    const Quality quality = quality_of(rules, skills_at_work(rules, staff, others), manner);
    add_quality(rules, quality, demand);
    demand.manner = std::min(1.0, rules.complains_manner * quality.manner);
    demand.development_output = quality.development;
    const double people = thousands(rules, unit.residents);
    demand.development_due = rules.development_days * people / weeks_per_year;
    for (std::size_t k = 0; k < matter_count; ++k) demand.arrivals[k] = rules.rates[k] * people / weeks_per_year;
    demand.arrivals[at(Matter::requests)] += rules.requests_per_100_days * demand.development_due / 100.0;
    return demand;
}

Capacity capacity_of(const ServiceRules& rules, const ServiceDemand& demand, double hands, double shock,
                     double escalated) {
    Capacity capacity;
    const bool one_stop = rules.windows == Windows::one_stop;
    double work = 0;
    for (std::size_t k = 0; k < matter_count; ++k) {
        Window& window = capacity.windows[k];
        window.arrivals = demand.arrivals[k] * shock;
        window.minutes = demand.minutes[k] * (one_stop ? 1.0 + rules.one_stop_loss : 1.0);
        work += window.arrivals * window.minutes;
    }
    const double planned = hands * demand.week * rules.time[at(TimeUse::citizens)] + demand.other_minutes;
    const double development = hands * demand.week * rules.time[at(TimeUse::development)];
    const double trouble = std::min(escalated * rules.escalation_minutes, rules.escalation_most * planned);
    const double wanted = (work + trouble) / rules.target_load;
    const double taken = std::clamp(wanted - planned, 0.0, rules.flex * development);
    capacity.citizens = planned + taken;
    capacity.work = work;
    capacity.development = (development - taken) / demand.day + demand.other_development;
    // Somebody always answers the door, for a minute a week at least.
    const double left = std::max(1.0, capacity.citizens - trouble);
    capacity.load = work / left;
    const double above = capacity.load - rules.target_load;
    if (above > 0) capacity.hurry = portable_exp(rules.hurry_effect * std::min(above, 1.0));
    if (work <= 0) return capacity;
    one_stop ? open_one_stop(demand, left, work, capacity) : open_windows(demand, left, work, capacity);
    return capacity;
}

void look_at_staff(const County& county, std::vector<ServiceStaff>& staff) {
    staff.assign(county.units().size(), {});
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        const Unit& unit = county.units()[u];
        const bool township = county.is_township(UnitId{u});
        if (!township && unit.away == 0) continue;
        for (std::size_t i = 0; i < unit.members.size(); ++i) {
            const PersonId person = unit.members[i], soon = ahead(unit.members, i);
            fetch(county.hot(soon), county.traits(soon), county.cold(soon));
            const std::uint16_t host = county.hot(person).host;
            const bool counts = host == u ? township : county.is_township(UnitId{std::size_t{host}});
            if (!counts) continue;
            ServiceStaff& there = staff[host];
            const Traits& traits = county.traits(person);
            const double hands = county.hands_at_work(person);
            for (std::size_t s = 0; s < skill_count; ++s)
                there.skill[s] += hands * static_cast<double>(traits.skill(s));
            there.motivation += hands * static_cast<double>(traits.motivation);
            there.hands += hands;
        }
    }
    for (std::size_t u = 0; u < staff.size(); ++u) {
        ServiceStaff& unit = staff[u];
        unit.attitude = county.unit(UnitId{u}).climate.service;
        if (unit.hands <= 0) continue;
        for (double& skill : unit.skill) skill /= unit.hands;
        unit.motivation /= unit.hands;
    }
}

}  // namespace staffsim
