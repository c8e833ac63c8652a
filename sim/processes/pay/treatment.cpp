// The rule of 2015: after years at a level the treatment of the next (domain handbook §5), and what it becomes when
// ranks take its place.
#include <algorithm>

#include "sim/processes/pay/pay.hpp"

namespace staffsim {

namespace {

// The rank that corresponds to a statutory level, 1 deputy section (domain handbook §5: 四级主任科员, 二级主任科员,
// 四级调研员); a clerk's is that of entry.
constexpr int rank_of_level[] = {1, 3, 5, 7};
constexpr int highest_level = 3;

}  // namespace

bool recent_results_suffice(const Record& record, int needed) {
    for (int i = 0; i < needed; ++i) {
        if (!is_competent(record.results[static_cast<std::size_t>(2 - i)])) return false;
    }
    return true;
}

double years_to_level(const PayRules& rules, int own_level, int levels) {
    double years = 0;
    for (int i = 0; i < levels; ++i) years += rules.years_2015[own_level + i < 1 ? 0 : 1];
    return years;
}

int levels_reached(const PayRules& rules, const County& county, PersonId person) {
    const int own = county.post_of(person).statutory_level();
    const double years = years_between(county.cold(person).level_since, county.covariate_day());
    int levels = 0;
    while (levels < most_levels_by_years && years >= years_to_level(rules, own, levels + 1)) ++levels;
    return levels;
}

int levels_by_years(const PayRules& rules, const County& county, PersonId person) {
    return recent_results_suffice(county.record(person), 1) ? levels_reached(rules, county, person) : 0;
}

void convert_to_ranks(const RulesView<PayRules>& before, const RulesView<PayRules>& now, World& world) {
    County& county = world.county;
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        if (!has_ranks(now.county_wide(), county, UnitId{u})) continue;
        for (const PersonId person : county.units()[u].members) {
            const PayRules& old = before.of(county, person);
            const bool converts =
                old.rank_regime == RankRegime::years_2015 && now.of(county, person).rank_regime == RankRegime::parallel;
            if (!converts) continue;
            const int own = county.post_of(person).statutory_level();
            const int levels = levels_reached(old, county, person);
            const int rank = rank_of_level[std::min(own + levels, highest_level)];
            if (rank <= county.pay(person).rank) continue;
            const Day since = day_after_years(county.cold(person).level_since, years_to_level(old, own, levels));
            county.convert_rank(person, rank, since);
        }
    }
}

}  // namespace staffsim
