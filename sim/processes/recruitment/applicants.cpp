// Who applies for a seat, who is best, who accepts, and what a newcomer brings along.
#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/processes/recruitment/recruitment.hpp"
#include "sim/processes/shared/calendar_years.hpp"

namespace staffsim {

namespace {

// Ages of possible applicants of a channel: most are uniform around the mean; the others, who have worked elsewhere,
// from there to this age.
constexpr double oldest_applicant = 45;

struct Ages {
    double low, middle, older_share;
    double high() const { return std::max(middle, oldest_applicant); }
    // Share of those up to an age.
    double below(double age) const {
        const double most =
            middle > low ? std::clamp((age - low) / (middle - low), 0.0, 1.0) : (age >= low ? 1.0 : 0.0);
        const double rest = high() > middle ? std::clamp((age - middle) / (high() - middle), 0.0, 1.0) : 1.0;
        return (1.0 - older_share) * most + older_share * rest;
    }
    // Age below which that share lies.
    double at_share(double share) const {
        if (older_share == 0 || share < 1.0 - older_share) {
            return low + (middle - low) * (older_share < 1 ? share / (1.0 - older_share) : 1.0);
        }
        return middle + (high() - middle) * (share - (1.0 - older_share)) / older_share;
    }
};

Ages ages_of(const RecruitmentRules& rules, Channel channel) {
    const double mean = rules.entry_age[at(channel)];
    return {mean - rules.entry_age_spread, mean + rules.entry_age_spread, rules.older_share};
}

// The birthday before which one is not too old: limits are in completed years.
double too_old_at(const RecruitmentRules& rules, Channel channel, bool postgraduate) {
    const double limit = rules.max_age[at(channel)];
    return 1.0 + (postgraduate ? std::max(limit, rules.max_age_postgraduate) : limit);
}

// Share without a degree among a channel's possible applicants.
double junior_share(const RecruitmentRules& rules, Channel channel) {
    const double extra = rules.without_degree[at(channel)];
    return extra + (1.0 - extra) * rules.education[static_cast<std::size_t>(Education::junior_college)];
}

std::array<double, 6> needed_fields(const RecruitmentRules& rules, const PerformanceRules& performance, bool township) {
    std::array<double, 6> weights = rules.fields;
    for (std::size_t f = 0; f < weights.size(); ++f) {
        weights[f] *= field_fit(performance, township, static_cast<Field>(f));
    }
    return weights;
}

// The field of somebody who meets a specialty requirement.
Field field_that_fits(const RecruitmentRules& rules, const PerformanceRules& performance, bool township, double u) {
    std::array<double, 6> weights = needed_fields(rules, performance, township);
    double sum = 0;
    for (const double weight : weights) sum += weight;
    if (sum <= 0) return Field::other;
    for (double& weight : weights) weight /= sum;
    return static_cast<Field>(category(weights, u));
}

Education draw_education(const RecruitmentRules& rules, const Entrant& entrant, double u) {
    const double junior = junior_share(rules, entrant.channel);
    if (entrant.conditions.degree) u = junior < 1 ? junior + (1.0 - junior) * u : 1.0;
    if (u < junior) return Education::junior_college;
    // The others in the proportions of those with a degree.
    const double own = rules.education[0];
    const double rest = junior < 1 ? (u - junior) / (1.0 - junior) : 0.0;
    return own < 1 ? static_cast<Education>(category(rules.education, own + (1.0 - own) * rest)) : Education::bachelor;
}

void set_traits(const RecruitmentRules& rules, const Entrant& entrant, const std::array<double, 7>& z, Traits& traits) {
    const double correlation = rules.skill_ability_correlation;
    const double rest = std::sqrt(1.0 - correlation * correlation);
    traits.ability = entrant.ability;
    for (std::size_t kind = 0; kind < skill_count; ++kind) {
        traits.innate[kind] = static_cast<float>(correlation * static_cast<double>(entrant.ability) + rest * z[kind]);
    }
    if (entrant.channel != Channel::open_exam) {
        traits.innate[static_cast<std::size_t>(Skill::mass_work)] += static_cast<float>(rules.mass_work_bonus);
    }
    traits.disposition = traits.motivation = static_cast<float>(z[3]);
    traits.learning = static_cast<float>(z[4]);
    traits.integrity = static_cast<float>(z[5]);
    traits.taste = static_cast<float>(z[6]);
}

// Whoever reads them after all will notice.
void leave_undrawn(Traits& traits) {
    constexpr float undrawn = std::numeric_limits<float>::quiet_NaN();
    traits.ability = traits.learning = traits.integrity = traits.taste = undrawn;
    traits.disposition = traits.motivation = undrawn;
    traits.innate.fill(undrawn);
}

double service_years_asked(const RecruitmentRules& rules, Channel channel) {
    return rules.minimum_service_years + rules.extra_service_years[at(channel)];
}

}  // namespace

double share_young_enough(const RecruitmentRules& rules, Channel channel) {
    const Ages ages = ages_of(rules, channel);
    const double postgraduates = (1.0 - rules.without_degree[at(channel)]) * (rules.education[2] + rules.education[3]);
    return (1.0 - postgraduates) * ages.below(too_old_at(rules, channel, false)) +
           postgraduates * ages.below(too_old_at(rules, channel, true));
}

std::optional<double> unit_relative_pay(const County& county, UnitId unit) {
    const PostTypeId entry = county.entry_post(unit);
    double sum = 0;
    int people = 0;
    for (const PersonId person : county.unit(unit).members) {
        if (county.hot(person).post != entry.value) continue;  // also who keeps a level without a seat
        sum += static_cast<double>(county.pay(person).relative);
        ++people;
    }
    if (people == 0) return std::nullopt;
    return sum / people;
}

double mean_applicants(const RecruitmentRules& rules, const PerformanceRules& performance, const County& county,
                       UnitId unit, Channel channel, const SeatConditions& conditions, double relative_pay) {
    const bool township = county.is_township(unit);
    double mean = rules.applicants_per_seat[at(channel)] * share_young_enough(rules, channel);
    double log_factor = rules.pay_elasticity * (relative_pay - (township ? rules.pay_centre : rules.pay_centre_organs));
    if (township) {
        constexpr double usual_service = 5;
        log_factor -= rules.remote_effect * (county.plan().units[unit.value].remote_class - 1);
        log_factor -= rules.service_effect * (service_years_asked(rules, channel) - usual_service);
    } else {
        mean *= rules.county_organ_factor;
    }
    if (conditions.degree) mean *= 1.0 - junior_share(rules, channel);
    if (conditions.local) mean *= rules.native_share[at(channel)];
    if (conditions.specialty) {
        double meets = 0;
        for (const double share : needed_fields(rules, performance, township)) meets += share;
        mean *= meets;
    }
    return log_factor == 0 ? mean : mean * portable_exp(log_factor);
}

// Two applicants share a block, and four blocks are drawn at once.
Shortlist best_three(const Draws& draws, EntityKey seat, int applicants) {
    Shortlist best{};
    constexpr int at_once = 8;
    for (int first = 0; first < applicants; first += at_once) {
        const std::array<double, at_once> score =
            draws.four_times_two_uniforms({seat, +Purpose::applicant_score, 0, static_cast<std::uint16_t>(first / 2)});
        for (int k = 0; k < at_once && first + k < applicants; ++k) {
            const Candidate one{first + k, score[static_cast<std::size_t>(k)]};
            if (best.back().number >= 0 && best.back().score_quantile >= one.score_quantile) continue;
            auto at = best.end() - 1;
            *at = one;
            for (; at != best.begin(); --at) {
                const bool is_better = (at - 1)->number < 0 || (at - 1)->score_quantile < at->score_quantile;
                if (!is_better) break;
                std::swap(*(at - 1), *at);
            }
        }
    }
    return best;
}

std::optional<Entrant> choose(const RecruitmentRules& rules, const PerformanceRules& performance, const World& world,
                              const AdvertisedSeat& seat) {
    Entrant entrant{seat.unit, seat.channel, combine(seat.key, 0), 0, seat.conditions, {}, seat.round, world.today()};
    const auto decide_field = [&] {
        if (!seat.conditions.specialty) return;
        const double u = world.draws.four_uniforms({entrant.key, +Purpose::applicant_attributes, 0, 0})[3];
        entrant.field = field_that_fits(rules, performance, world.county.is_township(seat.unit), u);
    };
    if (rules.seat_fill == SeatFill::fixed) {
        if (!world.draws.chance({seat.key, +Purpose::seat_fill}, rules.fixed_fill_probability)) return std::nullopt;
        entrant.ability = static_cast<float>(world.draws.normal({seat.key, +Purpose::latent_ability}));
        decide_field();
        return entrant;
    }
    const double validity = std::min(1.0, rules.exam_validity * rules.channel_validity[at(seat.channel)]);
    const double noise = std::sqrt(1.0 - validity * validity);
    const double accepts = std::min(1.0, rules.acceptance * rules.channel_acceptance[at(seat.channel)]);
    for (const Candidate& candidate : seat.shortlist) {
        if (candidate.number < 0) break;
        entrant.key = combine(seat.key, static_cast<std::uint64_t>(candidate.number));
        if (!world.draws.chance({entrant.key, +Purpose::acceptance}, accepts)) continue;
        // Score and ability are jointly normal: what the score does not say of ability is drawn when asked for.
        const double score = inverse_normal(candidate.score_quantile);
        const double rest = world.draws.normal({entrant.key, +Purpose::latent_ability});
        entrant.ability = static_cast<float>(rules.ability_mean[at(seat.channel)] + validity * score + noise * rest);
        decide_field();
        return entrant;
    }
    return std::nullopt;
}

int grades_at_entry(Education education) {
    static constexpr int grade[] = {26, 25, 24, 22};
    return bachelor_grade - grade[static_cast<std::size_t>(education)];
}

int rank_at_entry(Education education) {
    static constexpr int rank[] = {1, 2, 3, 5};
    return rank[static_cast<std::size_t>(education)];
}

AttributeLuck attribute_luck(const World& world, EntityKey applicant) {
    const DrawAddress facts{applicant, +Purpose::applicant_attributes, 0, 0};
    if (!world.traits_are_read) return {world.draws.four_uniforms(facts), {}, 0};
    const auto blocks = world.draws.four_times_four_uniforms(facts);
    std::array<double, 8> second_and_third;  // the last one is no trait, but fills the register
    std::copy_n(blocks[1].begin(), 4, second_and_third.begin());
    std::copy_n(blocks[2].begin(), 4, second_and_third.begin() + 4);
    inverse_normals(second_and_third);
    AttributeLuck luck{blocks[0], {}, blocks[2][3]};
    std::copy_n(second_and_third.begin(), luck.traits.size(), luck.traits.begin());
    return luck;
}

std::vector<AttributeLuck> attribute_luck(const World& world, std::span<const EntityKey> applicants) {
    std::vector<AttributeLuck> luck;
    luck.reserve(applicants.size());
    std::vector<std::array<double, 4>> block(applicants.size());
    const auto draw = [&](std::uint16_t sub) {
        world.draws.four_uniforms(applicants, {{}, +Purpose::applicant_attributes, 0, sub}, block);
    };
    const auto draw_normals = [&](std::uint16_t sub) {
        draw(sub);
        if (sub == 2) {
            for (std::size_t i = 0; i < luck.size(); ++i) luck[i].home = block[i][3];
        }
        if (!block.empty()) inverse_normals({block.front().data(), 4 * block.size()});
    };
    draw(0);
    for (const std::array<double, 4>& facts : block) luck.push_back({facts, {}, 0});
    if (!world.traits_are_read) return luck;
    draw_normals(1);
    for (std::size_t i = 0; i < luck.size(); ++i) std::copy_n(block[i].begin(), 4, luck[i].traits.begin());
    draw_normals(2);
    for (std::size_t i = 0; i < luck.size(); ++i) std::copy_n(block[i].begin(), 3, luck[i].traits.begin() + 4);
    return luck;
}

namespace {

// Copied, not built in place: processors begin slowly to fill a few words with zeros.
constexpr County::Newcomer nobody{};

}  // namespace

County::Newcomer newcomer(const RecruitmentRules& rules, const World& world, const Entrant& entrant,
                          const AttributeLuck& luck) {
    const std::array<double, 4>& u = luck.facts;
    const Day today = world.today();
    County::Newcomer person = nobody;
    person.cold.key = entrant.key;
    person.cold.entry = person.cold.post_since = person.cold.tier_since = person.cold.township_since = today;
    person.cold.channel = entrant.channel;
    person.cold.sex = u[0] < rules.share_women ? Sex::female : Sex::male;
    person.cold.education = draw_education(rules, entrant, u[2]);
    const Ages ages = ages_of(rules, entrant.channel);
    const double allowed = ages.below(too_old_at(rules, entrant.channel, person.cold.education >= Education::master));
    const double years = ages.at_share(u[1] * (allowed > 0 ? allowed : 1.0));
    person.cold.birth = today - static_cast<std::int32_t>(years * days_per_year);
    person.cold.field = entrant.field.value_or(static_cast<Field>(category(rules.fields, u[3])));
    if (world.traits_are_read) {
        set_traits(rules, entrant, luck.traits, person.traits);
        person.cold.native = entrant.conditions.local || luck.home < rules.native_share[at(entrant.channel)];
    } else {
        leave_undrawn(person.traits);
    }
    person.pay.grades = static_cast<std::int16_t>(grades_at_entry(person.cold.education));
    person.pay.rank = static_cast<std::int16_t>(rank_at_entry(person.cold.education));
    person.pay.rank_since = today;
    const bool township = world.county.is_township(entrant.unit);
    const double lock = township ? service_years_asked(rules, entrant.channel) : 0.0;
    person.minimum_service_until = years_later(today, lock);
    person.on_probation = rules.probation_days > 0;
    return person;
}

}  // namespace staffsim
