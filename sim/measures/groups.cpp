#include "sim/measures/observe.hpp"

namespace staffsim::measures {

std::vector<Group> groups_of(const CountyPlan& plan) {
    std::vector<Group> groups{{"townships", {"all townships", "全部乡镇"}, Group::Kind::aggregate},
                              {"county_organs", {"county organs", "县直机关"}, Group::Kind::aggregate},
                              {"all", {"whole county", "全县"}, Group::Kind::aggregate}};
    for (const UnitPlan& unit : plan.units) groups.push_back({unit.id, unit.label, Group::Kind::unit});
    return groups;
}

std::vector<std::vector<std::size_t>> units_of_groups(const CountyPlan& plan) {
    std::vector<std::vector<std::size_t>> units(first_unit_group + plan.units.size());
    for (std::size_t u = 0; u < plan.units.size(); ++u) {
        const bool township = plan.units[u].kind == UnitKind::township;
        units[township ? townships_group : county_organs_group].push_back(u);
        units[all_group].push_back(u);
        units[first_unit_group + u].push_back(u);
    }
    return units;
}

}  // namespace staffsim::measures
