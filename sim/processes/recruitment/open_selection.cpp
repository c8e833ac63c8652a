#include <algorithm>
#include <cmath>

#include "sim/processes/recruitment/recruitment.hpp"
#include "sim/processes/shared/calendar_years.hpp"

namespace staffsim {

namespace {

// `born_from`: whoever is not too old.
bool may_sit(const RecruitmentRules& rules, const County& county, PersonId person, Day born_from) {
    const Ladder ladder = county.post_of(person).ladder;
    return !is_leadership(ladder) && !county.is_locked(person) && !is_out_of_the_running(county.hot(person)) &&
           !county.is_sanctioned(person) && county.cold(person).birth >= born_from &&
           county.has_township_years(person, rules.open_selection_min_township_years);
}

std::vector<PersonId> pool(const RulesView<RecruitmentRules>& rules, const County& county) {
    std::vector<PersonId> people;
    const Day oldest_birth = born_from(county.today(), rules.county_wide().open_selection_max_age);
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        if (!county.is_township(UnitId{u})) continue;
        for (const PersonId person : county.units()[u].members) {
            if (may_sit(rules.county_wide(), county, person, oldest_birth)) people.push_back(person);
        }
    }
    return people;
}

struct OpenPlace {
    EntityKey key;
    UnitId unit;
};

// Places that were kept back from the exams, and a share of those that have fallen empty since, or were not filled by
// an exam, as far as they are approved.
std::vector<OpenPlace> places_to_fill(const RulesView<RecruitmentRules>& rules, const World& world, Intake& intake) {
    const double selection_share = rules.county_wide().open_selection_share;
    std::vector<OpenPlace> places;
    for (std::size_t u = 0; u < world.county.units().size(); ++u) {
        const UnitId unit{u};
        if (world.county.is_township(unit)) continue;
        const int empty = world.county.empty_places(unit) - world.county.unit(unit).approved_entrants;
        const YearsPlaces& of_year = intake.places_of(unit);
        const int kept_back = std::min(empty, of_year.kept_back);
        const int approved = kept_back + of_year.came_to_nothing;
        const double approved_share = rules.of(unit).approved_share;
        const int to_look_at = empty - std::min(empty - kept_back, of_year.not_approved);
        for (int k = 0; k < to_look_at; ++k) {
            const EntityKey key =
                combine(combine(world.county.unit(unit).key, static_cast<std::uint64_t>(world.year())),
                        combine(EntityKey{0x5E1EC7}, static_cast<std::uint64_t>(k)));
            const bool is_approved = k < approved || world.draws.chance({key, +Purpose::approval}, approved_share);
            const bool is_offered =
                k < kept_back || (is_approved && world.draws.chance({key, +Purpose::vacancy_source}, selection_share));
            if (is_offered) places.push_back({key, unit});
        }
    }
    std::sort(places.begin(), places.end(), [](const OpenPlace& a, const OpenPlace& b) { return a.key < b.key; });
    return places;
}

}  // namespace

void hold_open_selection(const RulesView<RecruitmentRules>& rules, World& world, Intake& intake) {
    const RecruitmentRules& rule = rules.county_wide();
    std::vector<PersonId> people = pool(rules, world.county);
    const double noise = std::sqrt(1.0 - rule.exam_validity * rule.exam_validity);
    std::vector<EntityKey> pairs;
    std::vector<double> u;
    const std::vector<OpenPlace> places = places_to_fill(rules, world, intake);
    for (YearsPlaces& of_unit : intake.places) of_unit.kept_back = 0;
    for (const OpenPlace& place : places) {
        if (people.empty()) return;
        const double sits = static_cast<double>(rule.open_selection_candidates) / static_cast<double>(people.size());
        pairs.clear();
        for (const PersonId person : people) pairs.push_back(combine(world.county.cold(person).key, place.key));
        u.resize(people.size());
        world.draws.uniforms(pairs, {{}, +Purpose::open_selection, 0, 0}, u);
        double best_score = -1e300;
        std::size_t best = people.size();
        for (std::size_t i = 0; i < people.size(); ++i) {
            if (u[i] >= sits) continue;
            const double luck = world.draws.normal({pairs[i], +Purpose::open_selection, 0, 1});
            const double score =
                rule.exam_validity * static_cast<double>(world.county.traits(people[i]).ability) + noise * luck;
            if (score > best_score) {
                best_score = score;
                best = i;
            }
        }
        if (best == people.size()) continue;
        world.county.transfer(people[best], place.unit);
        people[best] = people.back();
        people.pop_back();
    }
}

}  // namespace staffsim
