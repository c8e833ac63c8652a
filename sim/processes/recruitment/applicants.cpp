#include <algorithm>
#include <cmath>

#include "sim/processes/recruitment/recruitment.hpp"

namespace staffsim {

namespace {

constexpr std::size_t at(Channel channel) { return static_cast<std::size_t>(channel); }

// Seven traits and whether somebody is a native, from two blocks.
void draw_traits(const RecruitmentRules& rules, const Draws& draws, const Entrant& entrant, Traits& traits,
                 bool& native) {
    const double correlation = rules.skill_ability_correlation;
    const double rest = std::sqrt(1.0 - correlation * correlation);
    const auto first = draws.four_normals({entrant.key, +Purpose::applicant_attributes, 0, 1});
    const auto second = draws.four_uniforms({entrant.key, +Purpose::applicant_attributes, 0, 2});
    traits.ability = entrant.ability;
    for (std::size_t kind = 0; kind < skill_count; ++kind) {
        traits.innate[kind] =
            static_cast<float>(correlation * static_cast<double>(entrant.ability) + rest * first[kind]);
    }
    if (entrant.channel != Channel::open_exam) {
        traits.innate[static_cast<std::size_t>(Skill::mass_work)] += static_cast<float>(rules.mass_work_bonus);
    }
    traits.disposition = traits.motivation = static_cast<float>(first[3]);
    traits.learning = static_cast<float>(inverse_normal(second[0]));
    traits.integrity = static_cast<float>(inverse_normal(second[1]));
    traits.taste = static_cast<float>(inverse_normal(second[2]));
    native = second[3] < rules.native_share[at(entrant.channel)];
}

double mean_applicants(const RecruitmentRules& rules, const County& county, UnitId unit, Channel channel) {
    const double mean = rules.applicants_per_seat[at(channel)];
    if (!county.is_township(unit)) return mean * rules.county_organ_factor;
    return mean * portable_exp(-rules.remote_effect * (county.plan().units[unit.value].remote_class - 1));
}

struct Applicant {
    int number = -1;
    double score_quantile = 0;  // of the exam score among all who might apply
};

// The three with the highest scores, or as many as there are. Two applicants share a block.
std::vector<Applicant> best_three(const Draws& draws, EntityKey seat, int applicants) {
    constexpr std::size_t asked = 3;
    std::vector<Applicant> best;
    for (int number = 0; number < applicants; number += 2) {
        const auto words = draws.block({seat, +Purpose::applicant_score, 0, static_cast<std::uint16_t>(number / 2)});
        for (int k = 0; k < 2 && number + k < applicants; ++k) {
            const Applicant one{number + k, Draws::to_uniform(words[2 * k], words[2 * k + 1])};
            if (best.size() == asked && best.back().score_quantile >= one.score_quantile) continue;
            if (best.size() == asked) best.pop_back();
            const auto at = std::find_if(best.begin(), best.end(), [&one](const Applicant& other) {
                return other.score_quantile < one.score_quantile;
            });
            best.insert(at, one);
        }
    }
    return best;
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
    const double noise = std::sqrt(1.0 - rules.exam_validity * rules.exam_validity);
    for (const Applicant& applicant : best_three(world.draws, seat, applicants)) {
        const EntityKey key = combine(seat, static_cast<std::uint64_t>(applicant.number));
        if (!world.draws.chance({key, +Purpose::acceptance}, rules.acceptance)) continue;
        // Score and ability are jointly normal: what the score does not say of ability is drawn when asked for.
        const double score = inverse_normal(applicant.score_quantile);
        const double rest = world.draws.normal({key, +Purpose::latent_ability});
        const double ability = rules.ability_mean[at(channel)] + rules.exam_validity * score + noise * rest;
        return {true, {unit, channel, key, static_cast<float>(ability)}};
    }
    return {};
}

int grades_at_entry(Education education) {
    static constexpr int grade[] = {26, 25, 24, 22};
    return bachelor_grade - grade[static_cast<std::size_t>(education)];
}

int rank_at_entry(Education education) {
    static constexpr int rank[] = {1, 2, 3, 5};
    return rank[static_cast<std::size_t>(education)];
}

County::Newcomer newcomer(const RecruitmentRules& rules, const World& world, const Entrant& entrant) {
    const auto u = world.draws.four_uniforms({entrant.key, +Purpose::applicant_attributes, 0, 0});
    const Day today = world.today();
    County::Newcomer person;
    person.cold.key = entrant.key;
    person.cold.entry = person.cold.post_since = person.cold.tier_since = person.cold.township_since = today;
    person.cold.channel = entrant.channel;
    person.cold.sex = u[0] < rules.share_women ? Sex::female : Sex::male;
    const double years = rules.entry_age[at(entrant.channel)] + rules.entry_age_spread * (2.0 * u[1] - 1.0);
    person.cold.birth = today - static_cast<std::int32_t>(years * days_per_year);
    person.cold.education = static_cast<Education>(category(rules.education, u[2]));
    person.cold.field = static_cast<Field>(category(rules.fields, u[3]));
    draw_traits(rules, world.draws, entrant, person.traits, person.cold.native);
    person.pay.grades = static_cast<std::int16_t>(grades_at_entry(person.cold.education));
    person.pay.rank = static_cast<std::int16_t>(rank_at_entry(person.cold.education));
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
