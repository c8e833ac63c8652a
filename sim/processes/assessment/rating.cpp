// How raters see: the composite score of a person or a cohort.

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/processes/assessment/assessment.hpp"

namespace staffsim {

namespace {

constexpr std::size_t at(RaterSource source) { return static_cast<std::size_t>(source); }

// Raters who take part: clients are never more than the people served.
double raters_of(const AssessmentRules& rules, std::size_t source, bool with_clients, const UnitService& service) {
    if (source != at(RaterSource::clients)) return rules.raters[source];
    if (!with_clients) return 0;
    const double most = std::min(rules.raters[source], rules.people_served);
    const bool is_bound = rules.clients_by_service && service.known;
    return is_bound ? std::min(most, static_cast<double>(service.people_served)) : most;
}

// Routine assessments repeat the superior's judgement with errors of their own; the annual one has the rest of the
// weight.
double error_share_of_routine(const AssessmentRules& rules) {
    if (rules.routine_times <= 0) return 1;
    const double routine = rules.routine_weight;
    return (1 - routine) * (1 - routine) + routine * routine / rules.routine_times;
}

}  // namespace

bool serves_clients(const PostType& post) {
    return post.unit_kind == UnitKind::township && !is_leadership(post.ladder);
}

double rater_error_variance(double reliability, double shared_bias) {
    return (1.0 + shared_bias) * (1.0 - reliability) / reliability;
}

double composite_reliability(const AssessmentRules& rules) { return RatingScheme(rules).reliability(); }

ResultBounds::ResultBounds(const AssessmentRules& rules) {
    const double strictness = rules.leniency * rules.standard_procedure;
    const auto bound = [strictness](double share) {
        return share > 0 ? inverse_normal(share) + strictness : -std::numeric_limits<double>::infinity();
    };
    incompetent = bound(rules.incompetent_share);
    basically_competent = bound(rules.incompetent_share + rules.basically_competent_share);
}

RatingScheme::RatingScheme(const AssessmentRules& rules, const ResultBounds& bounds, bool with_clients,
                           const UnitService& service) {
    const IndicatorRules& indicators = rules.indicators;
    double total = 0;
    for (std::size_t s = 0; s < rater_source_count; ++s) {
        total += raters_of(rules, s, with_clients, service) > 0 ? rules.weights[s] : 0.0;
    }
    double noise = 0;
    for (std::size_t s = 0; s < rater_source_count && total > 0; ++s) {
        const double raters = raters_of(rules, s, with_clients, service);
        if (raters <= 0) continue;
        const bool superior = s == at(RaterSource::superior);
        const double weight = rules.weights[s] / total;
        const double hard = superior ? indicators.share : 0.0, soft = 1.0 - hard;
        const double error = rater_error_variance(rules.reliability[s], rules.shared_bias[s]) / raters;
        const double of_raters = rules.shared_bias[s] + (superior ? error * error_share_of_routine(rules) : error);
        // Indicators show the measured part of the job, effort drawn to it included, something beside it, and err.
        const double of_indicators =
            1.0 - indicators.coverage + (1.0 - indicators.reliability) / indicators.reliability;
        weight_of_truth_ += weight * (soft + hard * std::sqrt(indicators.coverage));
        weight_of_effort_ += weight * hard;
        noise += weight * weight * (soft * soft * of_raters + hard * hard * of_indicators);
        if (s == at(RaterSource::clients)) {
            mood_ = weight * rules.satisfaction_effect * static_cast<double>(service.satisfaction);
        }
    }
    noise_sd_ = std::sqrt(noise);
    variance_ = weight_of_truth_ * weight_of_truth_ + noise;
    const double sd = std::sqrt(variance_);
    const auto below = [sd](double bound) { return bound > -1e300 ? bound * sd : -1e300; };
    incompetent_below_ = below(bounds.incompetent);
    basically_below_ = below(bounds.basically_competent);
}

double RatingScheme::reliability() const {
    return variance_ > 0 ? weight_of_truth_ * weight_of_truth_ / variance_ : 0.0;
}

double RatingScheme::noise_of(const World& world, PersonId person) {
    return world.draws.normal({world.county.cold(person).key, +Purpose::rating_error, world.year()});
}

void draw_rating_noise(const World& world, std::int32_t year, std::span<const EntityKey> people,
                       std::span<double> noise) {
    world.draws.normals(people, {{}, +Purpose::rating_error, year}, noise);
}

double effort_shift(const IndicatorRules& rules, const Traits& traits) {
    const double inclination = 1.0 - rules.gaming_by_integrity * static_cast<double>(traits.integrity);
    return rules.gaming * rules.share * std::max(0.0, inclination);
}

double performance_change(const IndicatorRules& rules, double shift) {
    const double measured = std::sqrt(rules.coverage), unmeasured = std::sqrt(1.0 - rules.coverage);
    return shift * (measured * (1.0 - rules.gaming_waste) - unmeasured);
}

bool draws_effort(const IndicatorRules& rules) { return rules.share != 0 && rules.gaming != 0; }

double draw_effort(const IndicatorRules& rules, World& world, PersonId person, double& truth) {
    if (!draws_effort(rules)) return world.county.record(person).effort_shift = 0;
    const double climate = world.county.unit(UnitId{world.county.hot(person).unit}).climate.gaming;
    const auto shift = static_cast<float>(effort_shift(rules, world.county.traits(person)) * climate);
    world.county.record(person).effort_shift = shift;
    truth += performance_change(rules, static_cast<double>(shift));
    return static_cast<double>(shift);
}

}  // namespace staffsim
