// What weighs on everybody in a unit this month: work, prospects, offers outside, living conditions.
#include "sim/processes/retention/retention.hpp"

namespace staffsim {

namespace {

// Places over hands present.
double work_per_hand(const RetentionRules& rules, const County& county, UnitId id) {
    const Unit& unit = county.unit(id);
    const double undone = rules.institution_hand * unit.institution_missing;
    return (unit.places + undone + 1.0) / (county.hands(id) + 1.0);
}

struct LogPressure {
    double resignation, moved_above;
};
LogPressure log_pressure(const RetentionRules& rules, const World& world, const Unit& unit, double workload) {
    const double load = rules.workload_effect * (workload - rules.workload_centre);
    const double matters = rules.service_load_effect * static_cast<double>(unit.service.load);
    const double prospect = -rules.prospect_effect * (visible_prospect(unit) - rules.prospect_centre);
    const double outside = rules.pay_elasticity * world.shocks.outside_wage;
    const double living = -rules.living_effect * unit.living;
    return {load + matters + prospect + outside + living, prospect + rules.moved_above_pay_share * outside};
}

double& factor_of(UnitPressure& pressure, HazardCause cause) {
    return pressure.factor[static_cast<std::size_t>(cause)];
}

}  // namespace

double workload(const RetentionRules& rules, const World& world, UnitId id) {
    return portable_log(work_per_hand(rules, world.county, id)) + world.shocks.workload;
}

double visible_prospect(const Unit& unit) {
    const double sought = unit.recent_openings + unit.competitors;
    return sought > 0 ? unit.recent_openings / sought : 0.0;
}

std::span<UnitPressure> PressureOnUnits::of(const RulesView<RetentionRules>& rules, const World& world,
                                            std::span<const UnitId> units) {
    const std::size_t n = units.size();
    pressure_.assign(n, UnitPressure{});
    workloads_.resize(n);
    exps_.resize(2 * n);
    for (std::size_t i = 0; i < n; ++i) workloads_[i] = work_per_hand(rules.of(units[i]), world.county, units[i]);
    minus_logs(workloads_);
    for (std::size_t i = 0; i < n; ++i) {
        const double load = -workloads_[i] + world.shocks.workload;
        const LogPressure log = log_pressure(rules.of(units[i]), world, world.county.unit(units[i]), load);
        exps_[2 * i] = log.resignation;
        exps_[2 * i + 1] = log.moved_above;
    }
    portable_exps(exps_);
    for (std::size_t i = 0; i < n; ++i) {
        if (!rules.of(units[i]).behaviour) continue;
        factor_of(pressure_[i], HazardCause::resignation) = exps_[2 * i];
        factor_of(pressure_[i], HazardCause::moved_above) = exps_[2 * i + 1];
    }
    return pressure_;
}

UnitPressure unit_pressure(const RetentionRules& rules, const World& world, UnitId id) {
    UnitPressure pressure;
    if (!rules.behaviour) return pressure;
    const LogPressure log = log_pressure(rules, world, world.county.unit(id), workload(rules, world, id));
    factor_of(pressure, HazardCause::resignation) = portable_exp(log.resignation);
    factor_of(pressure, HazardCause::moved_above) = portable_exp(log.moved_above);
    return pressure;
}

}  // namespace staffsim
