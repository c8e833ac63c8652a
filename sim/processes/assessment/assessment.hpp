// Annual assessment: raters of several sources see true performance through a bias they share and errors of their own;
// the weighted composite orders a pool; a capped share is excellent, part of it "in turns"; the far lower end is
// basically competent or incompetent. Consequences are separate switches. Staff are pooled by unit, leadership teams by
// county. Left out here: indicators, elastic targets, routine assessment (later issue).
#pragma once

#include <array>

#include "sim/levers/table.hpp"
#include "sim/processes/shared/performance.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

inline constexpr std::size_t rater_source_count = 3;  // superior, peers, clients

// On one day of the year, or everybody alone on the anniversary of entry: then there is no pool, and nobody is
// excellent (textbook models).
enum class AssessmentTiming : std::uint8_t { county_day, anniversary };

struct AssessmentRules {
    bool enabled;
    AssessmentTiming timing;
    MonthDay day;
    double excellent_share, in_turn_share;
    std::array<double, rater_source_count> raters, weights, reliability, shared_bias;
    double basically_competent_share, incompetent_share;
    bool links_pay, links_rank, links_promotion, links_dismissal;
};
const levers::Table<AssessmentRules>& assessment_levers();

// Error variance of one rater such that the published correlation between two raters of the source, who share their
// bias, is `reliability`; var(truth) = 1. Source: theory E6, (1 + B)/(1 + B + E).
double rater_error_variance(double reliability, double shared_bias);
// Reliability of the weighted composite (theory E6); sources without raters drop out.
double composite_reliability(const AssessmentRules& rules);

// How raters see a cohort under a block of rules, with everything that does not depend on the person.
class RatingScheme {
  public:
    RatingScheme() = default;
    explicit RatingScheme(const AssessmentRules& rules);
    // Sets `score` from `truth`. A source without bias and error draws nothing.
    void rate(const World& world, std::int32_t year, Cohort& cohort) const;
    // The same for one person in the present calendar year.
    double score(const World& world, PersonId person, double truth) const;
    // Of somebody who is not excellent.
    Result result(double score) const;

  private:
    std::array<double, rater_source_count> weight_{}, bias_sd_{}, error_sd_{};
    double incompetent_below_ = 0, basically_below_ = 0;
    bool sees_truth_ = false;  // one source, without bias and error
};

// Assesses everybody for the past calendar year and applies the consequences that are linked.
void hold_assessment(const RulesView<AssessmentRules>& rules, const RulesView<PerformanceRules>& performance,
                     World& world);

// Assesses one person for the year since the last anniversary; `luck` is that of the present calendar year.
void assess_on_anniversary(const AssessmentRules& rules, const RatingScheme& scheme, const PerformanceMix& performance,
                           World& world, PersonId person, double luck);

// Excellent results allowed in a pool of n.
int excellent_quota(double share, std::size_t n);

}  // namespace staffsim
