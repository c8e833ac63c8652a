#include "analysis/theory/formulas.hpp"

#include <cmath>
#include <numeric>

namespace staffsim::theory {

std::vector<double> flow_into_grades(const PullModel& model) {
    std::vector<double> flow(model.size.size());
    double sum = 0;
    for (std::size_t i = model.size.size(); i-- > 0;) {
        sum += model.size[i] * model.leaving[i];
        flow[i] = sum;
    }
    return flow;
}

double promotion_probability(const PullModel& model, std::size_t grade) {
    const std::vector<double> flow = flow_into_grades(model);
    return flow[grade + 1] / flow[grade];
}

double random_wait(const PullModel& model, std::size_t grade) {
    // Everybody of the grade is promoted at the same rate: the time at the grade is exponential whatever ends it.
    return model.size[grade] / flow_into_grades(model)[grade];
}

double seniority_wait(const PullModel& model, std::size_t grade) {
    const double flow = flow_into_grades(model)[grade];
    const double w = model.leaving[grade];
    return -std::log(1.0 - model.size[grade] * w / flow) / w;
}

double moves_a_year(const PullModel& model) {
    double sum = 0;
    for (std::size_t i = 0; i < model.size.size(); ++i)
        sum += static_cast<double>(i + 1) * model.size[i] * model.leaving[i];
    return sum;
}

double mean_completed_service(const PullModel& model) {
    return std::accumulate(model.size.begin(), model.size.end(), 0.0) / flow_into_grades(model)[0];
}

double vacant_share_lead_time(double leaving, double lead) { return leaving * lead / (1.0 + leaving * lead); }

double vacant_share_intake(double leaving, double interval, double lead, double fill) {
    const double decay = std::exp(-leaving * interval);
    const double cycle =
        interval * (1.0 + std::exp(leaving * lead) * decay / (1.0 - decay)) + interval * (1.0 - fill) / fill;
    return 1.0 - 1.0 / leaving / cycle;
}

double survival(const std::vector<double>& hazards, double time) {
    return std::exp(-std::accumulate(hazards.begin(), hazards.end(), 0.0) * time);
}

double cumulative_incidence(const std::vector<double>& hazards, std::size_t cause, double time) {
    const double total = std::accumulate(hazards.begin(), hazards.end(), 0.0);
    return total > 0 ? hazards[cause] / total * (1.0 - survival(hazards, time)) : 0.0;
}

double binomial_probability(int n, int k, double p) {
    const double log_choose = std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0);
    return std::exp(log_choose + k * std::log(p) + (n - k) * std::log1p(-p));
}

}  // namespace staffsim::theory
