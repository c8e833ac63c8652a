// Annual assessment. Raters of several sources see true performance through a bias they share and errors of their own,
// of which only the weighted sum matters to anything and is drawn, with the variance of that sum;
// the superior's judgement may rest in part on hard indicators, which measure one part of the job well and draw effort
// to it; the weighted composite orders a pool; a capped share is excellent, part of it "in turns"; the far lower end is
// basically competent or incompetent, fewer of them the more lenient the practice. Missed one-veto targets cap the
// result unless the superior waives them. Consequences are separate switches. Staff are pooled by unit or by county,
// leadership teams by county; who was hosted for more than half a year is assessed by the host.
#pragma once

#include <array>
#include <span>

#include "sim/levers/table.hpp"
#include "sim/processes/shared/performance.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

inline constexpr std::size_t rater_source_count = 4;  // superior, peers, grassroots people, clients
enum class RaterSource : std::uint8_t { superior, peers, grassroots, clients };

// On one day of the year, or everybody alone on the anniversary of entry: then there is no pool, and nobody is
// excellent (textbook models).
enum class AssessmentTiming : std::uint8_t { county_day, anniversary };
enum class StaffPool : std::uint8_t { unit, county };
// What a missed target that was not waived does to the result.
enum class TargetCap : std::uint8_t { not_excellent, basically_competent };

struct IndicatorRules {
    double share;        // of the superior's judgement
    double reliability;  // of what they measure
    double coverage;     // share of the variance of the whole job in the measured part
    double gaming;       // z of effort drawn to the measured part when the share is 1
    double gaming_by_integrity;
    double gaming_waste;  // part of that effort that moves the indicator only
};

struct TargetRules {
    int number;
    double miss_share;
    double dependence;  // correlation of missing one with true performance
    double waived_share;
    TargetCap cap;
};

struct AssessmentRules {
    bool enabled;
    AssessmentTiming timing;
    MonthDay day;
    double excellent_share, in_turn_share;
    StaffPool staff_pool;
    std::array<double, rater_source_count> raters, weights, reliability, shared_bias;
    double people_served;
    bool clients_by_service;     // no more clients than were served
    double satisfaction_effect;  // z of client scores per unit of satisfaction
    double routine_times, routine_weight;
    IndicatorRules indicators;
    TargetRules targets;
    double basically_competent_share, incompetent_share;
    double leniency, standard_procedure;
    bool host_assesses;
    bool links_step, links_grade, links_rank, links_promotion, links_commendation, links_demotion, links_dismissal,
        links_training;
    Money commendation, merit;
};
const levers::Table<AssessmentRules>& assessment_levers();

// Error variance of one rater such that the published correlation between two raters of the source, who share their
// bias, is `reliability`; var(truth) = 1. Source: theory E6, (1 + B)/(1 + B + E).
double rater_error_variance(double reliability, double shared_bias);
// Squared correlation of the composite of somebody who serves clients with true performance (theory E6; with hard
// indicators, routine assessments and the limit of people served); sources without raters drop out.
double composite_reliability(const AssessmentRules& rules);

// Clients rate those who deal with them: staff of townships below leadership level.
bool serves_clients(const PostType& post);

// Scores of unit variance below which results are incompetent and basically competent, leniency aside; by the rules
// alone, so that they are worked out once for many cohorts.
struct ResultBounds {
    double incompetent = 0, basically_competent = 0;
    ResultBounds() = default;
    explicit ResultBounds(const AssessmentRules& rules);
};

// How raters see a cohort under a block of rules, with everything that does not depend on the person.
class RatingScheme {
  public:
    RatingScheme() = default;
    explicit RatingScheme(const AssessmentRules& rules, bool with_clients = true)
        : RatingScheme(rules, ResultBounds(rules), with_clients, UnitService{}) {}
    // Clients of a unit: no more than were served, in a mood of its service. `bounds`: of the rules.
    RatingScheme(const AssessmentRules& rules, const ResultBounds& bounds, bool with_clients,
                 const UnitService& service);
    // The composite score. `effort`: z drawn to what indicators measure; `noise`: standard normal, stands for all
    // biases, errors and what indicators show beside the job.
    double score(double truth, double effort, double noise) const {
        return mood_ + weight_of_truth_ * truth + weight_of_effort_ * effort + noise_sd_ * noise;
    }
    bool has_noise() const { return noise_sd_ > 0; }
    // Of one person in the present calendar year, with the noise of that year.
    double score(const World& world, PersonId person, double truth) const {
        const double effort = static_cast<double>(world.county.record(person).effort_shift);
        return score(truth, effort, noise_sd_ > 0 ? noise_of(world, person) : 0.0);
    }
    // Of somebody who is not excellent.
    Result result(double score) const {
        if (score < incompetent_below_) return Result::incompetent;
        return score < basically_below_ ? Result::basically_competent : Result::competent;
    }
    double reliability() const;

  private:
    static double noise_of(const World& world, PersonId person);

    double weight_of_truth_ = 0, weight_of_effort_ = 0;
    double noise_sd_ = 0, variance_ = 0;  // variance: of the score
    double incompetent_below_ = 0, basically_below_ = 0;
    double mood_ = 0;  // added to every score: what clients think of the unit
};
// The noise of the scores of a calendar year.
void draw_rating_noise(const World& world, std::int32_t year, std::span<const EntityKey> people,
                       std::span<double> noise);

// z of effort that a person draws to what indicators measure, and what true performance loses (below 0) or gains by it.
double effort_shift(const IndicatorRules& rules, const Traits& traits);
double performance_change(const IndicatorRules& rules, double shift);
bool draws_effort(const IndicatorRules& rules);
// The effort that a person draws in the climate of the unit, put on record; takes from `truth` what performance loses.
double draw_effort(const IndicatorRules& rules, World& world, PersonId person, double& truth);

// How much hangs on results: share of the consequences that are linked. The year-end bonus is a rule of pay.
double stakes(const AssessmentRules& rules, bool links_bonus);

// Assesses everybody for the past calendar year and applies the consequences that are linked; sets the fairness of
// units.
void hold_assessment(const RulesView<AssessmentRules>& rules, const RulesView<PerformanceRules>& performance,
                     World& world);

// What an assessment on the anniversary of entry asks of everybody, worked out once for the county's rules, which must
// outlive this.
struct AnniversaryTerms {
    AnniversaryTerms() = default;
    AnniversaryTerms(const AssessmentRules& rules, const PerformanceRules& performance);

    const AssessmentRules* rules = nullptr;
    RatingScheme scheme;
    PerformanceMix performance;
    bool effort_is_drawn = false;
    bool is_plain = false;  // a score follows from luck and what is on record: nothing else is drawn or asked
};
// Assesses those who entered on this day of an earlier year, each for the year since the last anniversary. `luck`: of
// the present calendar year, by slot.
void assess_on_anniversary(const AnniversaryTerms& terms, World& world, std::span<const std::uint32_t> slots,
                           std::span<const double> luck);

// Excellent results allowed in a pool of n.
int excellent_quota(double share, std::size_t n);

}  // namespace staffsim
