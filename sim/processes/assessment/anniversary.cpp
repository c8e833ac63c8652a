// Assessment of everybody alone, on the anniversary of entry.
#include "sim/model/routine_records.hpp"
#include "sim/processes/assessment/consequences.hpp"

namespace staffsim {

namespace {

// `is_plain`: that of the terms.
template <bool is_plain>
void assess_one_by_one(const AnniversaryTerms& terms, World& world, std::span<const std::uint32_t> slots,
                       std::span<const double> luck) {
    County& county = world.county;
    County::CompetentYears competent(county);
    const PersonHot* const people = county.people().data();
    const Day today = county.today();
    const RatingScheme scheme = terms.scheme;
    const PerformanceMix performance = terms.performance;
    for (const std::uint32_t slot : slots) {
        const PersonId person{slot};
        const double own_luck = luck[slot];
        const Record& record = competent.record(person);
        if (record.all_years == 0 && county.cold(person).entry >= today) continue;
        const PersonHot& hot = people[slot];
        const bool may_lack_a_grade = hot.on_probation | hot.under_inquiry | (today < hot.sanction_until);
        if (may_lack_a_grade && !gets_a_grade(county, person)) [[unlikely]] {
            leave_without_grade(*terms.rules, world, AssessmentYear::before(today), person);
            continue;
        }
        double truth, score;
        if constexpr (is_plain) {
            truth = performance.of_luck_alone(own_luck);
            score = scheme.score(truth, static_cast<double>(record.effort_shift), 0.0);
        } else {
            truth = performance.of(county, person, own_luck);
            if (terms.effort_is_drawn) draw_effort(terms.rules->indicators, world, person, truth);
            score = scheme.score(world, person, truth);
        }
        const Result result = scheme.result(score);
        if (result != Result::competent) [[unlikely]] {
            settle_result(*terms.rules, world, AssessmentYear::before(today), {person, truth, score}, result);
            continue;
        }
        competent.add(person, static_cast<float>(score), static_cast<float>(truth));
    }
    competent.close();
}

}  // namespace

AnniversaryTerms::AnniversaryTerms(const AssessmentRules& of, const PerformanceRules& of_performance)
    : rules(&of),
      scheme(of),
      performance(of_performance),
      effort_is_drawn(draws_effort(of.indicators)),
      is_plain(performance.is_luck_alone() && !effort_is_drawn && !scheme.has_noise()) {}

void assess_on_anniversary(const AnniversaryTerms& terms, World& world, std::span<const std::uint32_t> slots,
                           std::span<const double> luck) {
    if (terms.is_plain) {
        assess_one_by_one<true>(terms, world, slots, luck);
    } else {
        assess_one_by_one<false>(terms, world, slots, luck);
    }
}

}  // namespace staffsim
