#include <algorithm>
#include <cmath>

#include "sim/processes/recruitment/recruitment.hpp"

namespace staffsim {

namespace {

constexpr std::size_t at(Channel channel) { return static_cast<std::size_t>(channel); }

// Sub-draws of an applicant's attributes.
enum Attribute : std::uint16_t { sex, age, education, field, native, skills, skills_more, drives, character };

Traits traits_of(const RecruitmentRules& rules, const Draws& draws, const Entrant& entrant) {
    const auto pair = [&](Attribute sub) {
        return draws.two_normals({entrant.key, +Purpose::applicant_attributes, 0, sub});
    };
    const double correlation = rules.skill_ability_correlation;
    const double rest = std::sqrt(1.0 - correlation * correlation);
    const auto first = pair(skills), second = pair(skills_more), drive = pair(drives), moral = pair(character);
    Traits traits;
    traits.ability = entrant.ability;
    const double own[skill_count] = {first.first, first.second, second.first};
    for (std::size_t kind = 0; kind < skill_count; ++kind) {
        traits.innate[kind] = static_cast<float>(correlation * static_cast<double>(entrant.ability) + rest * own[kind]);
    }
    if (entrant.channel != Channel::open_exam) {
        traits.innate[static_cast<std::size_t>(Skill::mass_work)] += static_cast<float>(rules.mass_work_bonus);
    }
    traits.disposition = static_cast<float>(drive.first);
    traits.motivation = traits.disposition;
    traits.learning = static_cast<float>(drive.second);
    traits.integrity = static_cast<float>(moral.first);
    traits.taste = static_cast<float>(moral.second);
    return traits;
}

double mean_applicants(const RecruitmentRules& rules, const County& county, UnitId unit, Channel channel) {
    const double mean = rules.applicants_per_seat[at(channel)];
    if (!county.is_township(unit)) return mean * rules.county_organ_factor;
    return mean * portable_exp(-rules.remote_effect * (county.plan().units[unit.value].remote_class - 1));
}

}  // namespace

ExamOutcome hold_exam(const RecruitmentRules& rules, World& world, UnitId unit, Channel channel, EntityKey place) {
    const EntityKey seat = combine(place, at(channel));
    const auto fixed_ability = [&] { return static_cast<float>(world.draws.normal({seat, +Purpose::latent_ability})); };
    if (rules.seat_fill == SeatFill::fixed) {
        const bool filled = world.draws.chance({seat, +Purpose::seat_fill}, rules.fixed_fill_probability);
        return {filled, {unit, channel, combine(seat, 0), fixed_ability()}};
    }
    const double mean = mean_applicants(rules, world.county, unit, channel);
    const auto applicants = static_cast<int>(world.draws.poisson({seat, +Purpose::applicant_count}, mean));
    world.county.count(unit, Flow::applicants, applicants);
    if (applicants < rules.opening_ratio) return {};
    struct Scored {
        double score, ability;
        EntityKey key;
    };
    std::vector<Scored> field;
    field.reserve(static_cast<std::size_t>(applicants));
    const double noise = std::sqrt(1.0 - rules.exam_validity * rules.exam_validity);
    for (int k = 0; k < applicants; ++k) {
        const EntityKey key = combine(seat, static_cast<std::uint64_t>(k));
        const auto draw = world.draws.two_normals({key, +Purpose::applicant_score});
        field.push_back({rules.exam_validity * draw.first + noise * draw.second,
                         rules.ability_mean[at(channel)] + draw.first, key});
    }
    const int asked = std::min(3, applicants);
    std::partial_sort(field.begin(), field.begin() + asked, field.end(), [](const Scored& a, const Scored& b) {
        return a.score != b.score ? a.score > b.score : a.key < b.key;
    });
    for (int k = 0; k < asked; ++k) {
        const Scored& best = field[static_cast<std::size_t>(k)];
        if (world.draws.chance({best.key, +Purpose::acceptance}, rules.acceptance)) {
            return {true, {unit, channel, best.key, static_cast<float>(best.ability)}};
        }
    }
    return {};
}

County::Newcomer newcomer(const RecruitmentRules& rules, const World& world, const Entrant& entrant) {
    const auto u = [&](Attribute sub) {
        return world.draws.uniform({entrant.key, +Purpose::applicant_attributes, 1, sub});
    };
    const Day today = world.today();
    County::Newcomer person;
    person.cold.key = entrant.key;
    person.cold.entry = person.cold.post_since = person.cold.tier_since = person.cold.township_since = today;
    person.cold.channel = entrant.channel;
    person.cold.sex = u(sex) < rules.share_women ? Sex::female : Sex::male;
    const double years = rules.entry_age[at(entrant.channel)] + rules.entry_age_spread * (2.0 * u(age) - 1.0);
    person.cold.birth = today - static_cast<std::int32_t>(years * days_per_year);
    person.cold.education = static_cast<Education>(category(rules.education, u(education)));
    person.cold.field = static_cast<Field>(category(rules.fields, u(field)));
    person.cold.native = u(native) < rules.native_share[at(entrant.channel)];
    person.traits = traits_of(rules, world.draws, entrant);
    person.pay.rank = static_cast<std::int16_t>(person.cold.education == Education::junior_college ? 1
                                                : person.cold.education == Education::bachelor     ? 2
                                                                                                   : 3);
    person.pay.rank_since = today;
    const bool township = world.county.is_township(entrant.unit);
    const double lock = township ? rules.minimum_service_years : 0.0;
    person.minimum_service_until = today + static_cast<std::int32_t>(lock * days_per_year + 0.5);
    person.on_probation = rules.probation_days > 0;
    return person;
}

PersonId admit(const RecruitmentRules& rules, World& world, const Entrant& entrant) {
    const County::Newcomer person = newcomer(rules, world, entrant);
    const PersonId id = world.county.enter(entrant.unit, person);
    if (person.on_probation) {
        world.requests.about(world.today() + rules.probation_days, EventKind::probation_end, world.county, id);
    }
    if (person.minimum_service_until > world.today()) {
        world.requests.about(person.minimum_service_until, EventKind::minimum_service_end, world.county, id);
    }
    return id;
}

}  // namespace staffsim
