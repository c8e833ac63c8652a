// How raters see: the composite score of a person or a cohort.

#include <algorithm>
#include <cmath>

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

RatingScheme::RatingScheme(const AssessmentRules& rules, bool with_clients, const UnitService& service) {
    const IndicatorRules& indicators = rules.indicators;
    coverage_sd_ = std::sqrt(indicators.coverage);
    rest_sd_ = std::sqrt(1.0 - indicators.coverage);
    indicator_error_sd_ = std::sqrt((1.0 - indicators.reliability) / indicators.reliability);
    double total = 0;
    for (std::size_t s = 0; s < rater_source_count; ++s) {
        total += raters_of(rules, s, with_clients, service) > 0 ? rules.weights[s] : 0.0;
    }
    double noise = 0;
    for (std::size_t s = 0; s < rater_source_count && total > 0; ++s) {
        const double raters = raters_of(rules, s, with_clients, service);
        if (raters <= 0) continue;
        const bool superior = s == at(RaterSource::superior);
        weight_[s] = rules.weights[s] / total;
        hard_[s] = superior ? indicators.share : 0.0;
        const double soft = 1.0 - hard_[s];
        const double error = rater_error_variance(rules.reliability[s], rules.shared_bias[s]) / raters;
        bias_sd_[s] = soft * std::sqrt(rules.shared_bias[s]);
        error_sd_[s] = soft * std::sqrt(superior ? error * error_share_of_routine(rules) : error);
        sees_truth_ = weight_[s] == 1 && bias_sd_[s] == 0 && error_sd_[s] == 0 && hard_[s] == 0;
        weight_of_truth_ += weight_[s] * (soft + hard_[s] * coverage_sd_);
        const double of_indicators = rest_sd_ * rest_sd_ + indicator_error_sd_ * indicator_error_sd_;
        noise += weight_[s] * weight_[s] *
                 (bias_sd_[s] * bias_sd_[s] + error_sd_[s] * error_sd_[s] + hard_[s] * hard_[s] * of_indicators);
    }
    mood_ = weight_[at(RaterSource::clients)] * rules.satisfaction_effect * static_cast<double>(service.satisfaction);
    variance_ = weight_of_truth_ * weight_of_truth_ + noise;
    const double strictness = rules.leniency * rules.standard_procedure;
    const auto threshold = [&](double share) {
        return share > 0 ? (inverse_normal(share) + strictness) * std::sqrt(variance_) : -1e300;
    };
    incompetent_below_ = threshold(rules.incompetent_share);
    basically_below_ = threshold(rules.incompetent_share + rules.basically_competent_share);
}

double RatingScheme::reliability() const {
    return variance_ > 0 ? weight_of_truth_ * weight_of_truth_ / variance_ : 0.0;
}

// What hard indicators show: the measured part of the job, effort drawn to it included.
double RatingScheme::indicated(double truth, double rest, double error, double shift) const {
    constexpr auto superior = at(RaterSource::superior);
    return weight_[superior] * hard_[superior] *
           (coverage_sd_ * truth + rest_sd_ * rest + indicator_error_sd_ * error + shift);
}

void RatingScheme::rate(const World& world, std::int32_t year, Cohort& cohort) const {
    const std::size_t n = cohort.people.size();
    cohort.score.assign(n, mood_);
    cohort.first_noise.assign(n, 0);
    cohort.second_noise.assign(n, 0);
    for (std::size_t s = 0; s < rater_source_count; ++s) {
        if (weight_[s] == 0) continue;
        if (bias_sd_[s] != 0 || error_sd_[s] != 0) {
            world.draws.two_normals(cohort.keys, {{}, +Purpose::rating_error, year, static_cast<std::uint16_t>(s)},
                                    cohort.first_noise, cohort.second_noise);
        }
        for (std::size_t i = 0; i < n; ++i) {
            cohort.score[i] += judged(s, cohort.truth[i], cohort.first_noise[i], cohort.second_noise[i]);
        }
    }
    if (hard_[at(RaterSource::superior)] == 0) return;
    world.draws.two_normals(cohort.keys, {{}, +Purpose::indicator, year}, cohort.first_noise, cohort.second_noise);
    for (std::size_t i = 0; i < n; ++i) {
        const double shift = static_cast<double>(world.county.record(cohort.people[i]).effort_shift);
        cohort.score[i] += indicated(cohort.truth[i], cohort.first_noise[i], cohort.second_noise[i], shift);
    }
}

double RatingScheme::score(const World& world, PersonId person, double truth) const {
    if (sees_truth_) return truth;
    const EntityKey key = world.county.cold(person).key;
    double sum = mood_;
    for (std::size_t s = 0; s < rater_source_count; ++s) {
        if (weight_[s] == 0) continue;
        Draws::Pair noise{0, 0};
        if (bias_sd_[s] != 0 || error_sd_[s] != 0) {
            noise = world.draws.two_normals({key, +Purpose::rating_error, world.year(), static_cast<std::uint16_t>(s)});
        }
        sum += judged(s, truth, noise.first, noise.second);
    }
    if (hard_[at(RaterSource::superior)] == 0) return sum;
    const auto noise = world.draws.two_normals({key, +Purpose::indicator, world.year()});
    const double shift = static_cast<double>(world.county.record(person).effort_shift);
    return sum + indicated(truth, noise.first, noise.second, shift);
}

Result RatingScheme::result(double score) const {
    if (score < incompetent_below_) return Result::incompetent;
    return score < basically_below_ ? Result::basically_competent : Result::competent;
}

double effort_shift(const IndicatorRules& rules, const Traits& traits) {
    const double inclination = 1.0 - rules.gaming_by_integrity * static_cast<double>(traits.integrity);
    return rules.gaming * rules.share * std::max(0.0, inclination);
}

double performance_change(const IndicatorRules& rules, double shift) {
    const double measured = std::sqrt(rules.coverage), unmeasured = std::sqrt(1.0 - rules.coverage);
    return shift * (measured * (1.0 - rules.gaming_waste) - unmeasured);
}

}  // namespace staffsim
