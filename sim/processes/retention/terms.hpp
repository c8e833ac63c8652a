// The personal hazards of leaving, step by step, on terms worked out once for a unit and its rules. Inline: they are
// looked at two or three times a person and year, more often than anything else of a person.
#pragma once

#include "sim/processes/retention/retention.hpp"
#include "sim/processes/shared/expected_factors.hpp"

namespace staffsim {

// What rules and place say of the personal hazards of everybody in a unit. `..._mean`: what centres a covariate, so
// that its mean factor is 1. Ages and years of service in days.
struct LeavingTerms {
    bool behaviour, two_kinds, early_retirement_needs_service;
    double pay_effect, pay_centre, moved_above_pay_effect;
    double motivation_effect, motivation_mean, taste_effect, taste_mean;
    double distance;  // log factor; 0 in county organs
    double native_effect, native_mean, lost_effect, lost_centre;
    double resignation;
    std::array<double, 3> moved_above;
    float early_retirement, death;
    std::int32_t middle_age, upper_age;
    std::int32_t service, service_near_age, to_go;  // that early retirement asks for
    // Ages in days, by sex, from which on somebody may be, and is, so near to the statutory age.
    struct NearAge {
        std::int32_t earliest, latest;
    };
    std::array<NearAge, 2> near_age;
    const RetentionRules* rules;

    LeavingTerms(const RetentionRules& rules, const County& county, UnitId unit);
};

// Hazards of somebody of whom they ask nothing but the post, free or where the law forbids to leave.
struct KnownHazards {
    YearlyHazards if_free{}, if_bound{};
};
// Whether some hazard asks for age or years of service, so that it may differ from one month to the next though nothing
// happens (next_hazard_change).
bool hazards_move_with_time(const RetentionRules& rules);
// Whether they ask for nothing else, and then what they are for holders of a post; that of misconduct is left at 0.
bool know_hazards(const LeavingTerms& terms);
KnownHazards known_hazards(const LeavingTerms& terms, const PostType& post);

// Of leaving by own will, over the mean of both kinds of people.
double mobility(const RetentionRules& rules, const World& world, PersonId person);

// The statutory day, which the age for early retirement is counted from, whatever day somebody has chosen.
Day statutory_retirement(const LeavingTerms& terms, const PersonCold& person);

// Whether the statutory age is as near as early retirement asks for; worked out of those alone of whom their age does
// not tell.
inline bool is_near_statutory_age(const LeavingTerms& terms, const PersonCold& person, Day as_of) {
    const LeavingTerms::NearAge& near = terms.near_age[static_cast<std::size_t>(person.sex)];
    const std::int32_t age = as_of - person.birth;
    if (age < near.earliest || age >= near.latest) return age >= near.latest;
    return statutory_retirement(terms, person) - as_of <= terms.to_go;
}

inline bool may_retire_early(const LeavingTerms& terms, const PersonCold& person, Day as_of) {
    if (!terms.early_retirement_needs_service) return true;
    // One branch, which few take: how long people have served cannot be foreseen.
    const std::int32_t service = as_of - person.entry, age = as_of - person.birth;
    const bool asks_for_age = (service >= terms.service_near_age) & (service < terms.service) &
                              (age >= terms.near_age[static_cast<std::size_t>(person.sex)].earliest);
    if (asks_for_age) return is_near_statutory_age(terms, person, as_of);
    return service >= terms.service;
}

// Recent disappointments; more than three do not count.
inline double log_factor_of_losses(const LeavingTerms& terms, const Record& record) {
    constexpr int most = 3;
    const int lost = record.lost_competitions < most ? record.lost_competitions : most;
    return terms.lost_effect * (lost - terms.lost_centre);
}

// The factors e^… on resignation and on leaving for a higher office that follow from what the person is as of the
// month. Two expectations.
inline void expect_personal_factors(const LeavingTerms& terms, County& county, PersonId person,
                                    ExpectedFactors& expected) {
    if (!terms.behaviour) return;
    LeavingFactors& factors = county.leaving_factors(person);
    const Traits& traits = county.traits(person);
    const double relative = static_cast<double>(county.pay(person).relative) - terms.pay_centre;
    const double lost = log_factor_of_losses(terms, county.record(person));
    double sum = -terms.pay_effect * relative;
    sum += terms.motivation_effect * -static_cast<double>(traits.motivation) - terms.motivation_mean;
    sum += terms.taste_effect * -static_cast<double>(traits.taste) - terms.taste_mean;
    sum += terms.distance;
    sum -= terms.native_effect * static_cast<double>(county.cold(person).native) + terms.native_mean;
    expected.expect(factors.resignation, sum + lost);
    expected.expect(factors.moved_above, lost - terms.moved_above_pay_effect * relative);
}

// When the factors are settled: the yearly hazards, without that of misconduct.
[[gnu::always_inline]] inline YearlyHazards personal_hazards(const LeavingTerms& terms, const World& world,
                                                             PersonId person) {
    const County& county = world.county;
    const LeavingFactors& factors = county.leaving_factors(person);
    const PersonCold& cold = county.cold(person);
    const Day as_of = county.covariate_day();
    const std::int32_t age = as_of - cold.birth;
    const double own = county.post_of(person).resignation_rate;
    double resignation = own >= 0 ? own : terms.resignation;
    const auto band =
        static_cast<std::size_t>(age >= terms.middle_age) + static_cast<std::size_t>(age >= terms.upper_age);
    double moved_above = terms.moved_above[band];
    if (terms.two_kinds) {
        const double mobile = mobility(*terms.rules, world, person);
        resignation *= mobile;
        moved_above *= mobile;
    }
    if (terms.behaviour) {
        resignation *= static_cast<double>(factors.resignation.factor);
        moved_above *= static_cast<double>(factors.moved_above.factor);
    }
    const float early_retirement = terms.early_retirement * static_cast<float>(may_retire_early(terms, cold, as_of));
    return {static_cast<float>(resignation), static_cast<float>(moved_above), early_retirement, terms.death, 0.0f};
}

// First day after the month began on which they might differ though nothing happens to the person.
inline Day next_hazard_change(const LeavingTerms& terms, const County& county, PersonId person) {
    const PersonCold& cold = county.cold(person);
    Day next = never;
    const auto consider = [&next, today = county.covariate_day()](Day day) {
        if (day > today && day < next) next = day;
    };
    if (terms.moved_above[0] != terms.moved_above[1]) consider(cold.birth + terms.middle_age);
    if (terms.moved_above[1] != terms.moved_above[2]) consider(cold.birth + terms.upper_age);
    if (terms.early_retirement > 0 && terms.early_retirement_needs_service) {
        const Day after_long_service = cold.entry + terms.service;
        consider(after_long_service);
        consider(cold.entry + terms.service_near_age);
        // Whoever has served so long by then does not ask for the age.
        const LeavingTerms::NearAge& near = terms.near_age[static_cast<std::size_t>(cold.sex)];
        const Day may_be_near = cold.birth + near.earliest;
        const bool is_young = may_be_near > county.covariate_day();
        if (is_young && may_be_near < after_long_service) consider(may_be_near);
        const bool asks_for_age = !is_young && after_long_service > county.covariate_day();
        if (asks_for_age && county.covariate_day() < cold.birth + near.latest) {
            consider(statutory_retirement(terms, cold) - terms.to_go);
        }
    }
    return next;
}

}  // namespace staffsim
