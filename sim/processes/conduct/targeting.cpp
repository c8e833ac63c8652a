// Where education and supervision go: to units by their complaints, and to what these are about.

#include "sim/processes/conduct/conduct.hpp"

namespace staffsim {

namespace {

// What units aim, as planned and as complaints would have it.
struct Pool {
    double planned = 0, wanted = 0;
    void add(double effort, double ratio) {
        planned += effort;
        wanted += effort * ratio;
    }
    // Of the share that is aimed; nobody can be given more where nobody wants any.
    double factor(double aimed, double ratio) const {
        return wanted > 0 ? 1.0 - aimed + aimed * ratio * (planned / wanted) : 1.0;
    }
};

bool aims(const RulesView<ConductRules>& rules, const County& county, UnitId unit) {
    const ConductRules& rule = rules.of(unit);
    return rule.behaviour && rule.supervision.targeting > 0 && knows_complaints(county, unit);
}

double sum(const std::array<double, education_count>& days) { return days[0] + days[1] + days[2]; }

}  // namespace

Aim::Aim(const RulesView<ConductRules>& rules, const World& world) {
    const ConductRules* of_all = rules.of_all();
    if (of_all != nullptr && of_all->supervision.targeting == 0) return;
    const County& county = world.county;
    Pool visits, days;
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        if (!aims(rules, county, UnitId{u})) continue;
        const ConductRules& rule = rules.of(UnitId{u});
        const double aimed = rule.supervision.targeting, ratio = complaint_ratio(county, UnitId{u});
        visits.add(aimed * rule.supervision.visits, ratio);
        days.add(aimed * sum(rule.education.days) * county.units()[u].staff, ratio);
    }
    shares_.resize(county.units().size());
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        if (!aims(rules, county, UnitId{u})) continue;
        const double aimed = rules.of(UnitId{u}).supervision.targeting, ratio = complaint_ratio(county, UnitId{u});
        shares_[u] = {visits.factor(aimed, ratio), days.factor(aimed, ratio)};
    }
}

std::array<double, education_count> days_by_content(const ConductRules& rules, const County& county, UnitId unit) {
    const double aimed = rules.supervision.targeting;
    std::array<double, education_count> days = rules.education.days;
    if (aimed == 0) return days;
    for (std::size_t content = 0; content < education_count; ++content) {
        days[content] *= 1.0 - aimed + aimed * content_ratio(county, unit, content);
    }
    const double moved = sum(days);
    if (moved <= 0) return rules.education.days;
    for (double& of_content : days) of_content *= sum(rules.education.days) / moved;
    return days;
}

}  // namespace staffsim
