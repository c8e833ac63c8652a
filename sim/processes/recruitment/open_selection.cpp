#include <algorithm>
#include <cmath>
#include <utility>

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

// Places that were kept back from recruitment; of the annual one also a share of those that have fallen empty since, or
// were not filled by an exam, as far as they are approved.
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
        const bool others_are_called = rules.of(unit).mode == RecruitmentMode::continuous;
        const int to_look_at =
            others_are_called ? kept_back : empty - std::min(empty - kept_back, of_year.not_approved);
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
    std::sort(places.begin(), places.end(), [&world](const OpenPlace& a, const OpenPlace& b) {
        return world.county.lot(a.key) < world.county.lot(b.key);
    });
    return places;
}

// Of one place after the other: who sits for it.
struct Draw {
    std::vector<EntityKey> pairs;  // of person and place
    std::vector<double> u;
};

// The best of those who sit for a place; none sits where nobody may, or luck has it so.
std::size_t best_for(const RecruitmentRules& rule, const World& world, const OpenPlace& place,
                     const std::vector<PersonId>& people, Draw& draw) {
    if (people.empty()) return 0;
    const double noise = std::sqrt(1.0 - rule.exam_validity * rule.exam_validity);
    const double sits = static_cast<double>(rule.open_selection_candidates) / static_cast<double>(people.size());
    draw.pairs.resize(people.size());
    draw.u.resize(people.size());
    for (std::size_t i = 0; i < people.size(); ++i) {
        draw.pairs[i] = combine(world.county.keys()[people[i].value], place.key);
    }
    world.draws.uniforms(draw.pairs, {{}, +Purpose::open_selection, 0, 0}, draw.u);
    double best_score = -1e300;
    std::size_t best = people.size();
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (draw.u[i] >= sits) continue;
        const double luck = world.draws.normal({draw.pairs[i], +Purpose::open_selection, 0, 1});
        const double score =
            rule.exam_validity * static_cast<double>(world.county.traits(people[i]).ability) + noise * luck;
        if (score > best_score) {
            best_score = score;
            best = i;
        }
    }
    return best;
}

// What was kept back and stays empty goes back to recruitment: annual, at the next announcement.
void give_back(const RulesView<RecruitmentRules>& rules, World& world, Intake& intake) {
    for (std::size_t u = 0; u < intake.places.size(); ++u) {
        const RecruitmentRules& rule = rules.of(UnitId{u});
        const int left = std::exchange(intake.places[u].kept_back, 0);
        if (rule.mode != RecruitmentMode::continuous) continue;
        for (int k = 0; k < left; ++k) call_recruit(rule, world, intake, UnitId{u});
    }
}

}  // namespace

void hold_open_selection(const RulesView<RecruitmentRules>& rules, World& world, Intake& intake) {
    const std::vector<OpenPlace> places = places_to_fill(rules, world, intake);
    std::vector<PersonId> people;
    if (!places.empty()) people = pool(rules, world.county);
    Draw draw;
    for (const OpenPlace& place : places) {
        const std::size_t best = best_for(rules.county_wide(), world, place, people, draw);
        if (best == people.size()) continue;
        world.county.transfer(people[best], place.unit);
        int& kept_back = intake.places_of(place.unit).kept_back;
        kept_back = std::max(0, kept_back - 1);
        people[best] = people.back();
        people.pop_back();
    }
    give_back(rules, world, intake);
}

}  // namespace staffsim
