#include "analysis/theory/dynamic_retention.hpp"

#include <algorithm>
#include <cmath>

namespace staffsim::theory {

RetentionSolution solve(const RetentionProblem& problem) {
    const std::size_t periods = problem.pay_inside.size();
    RetentionSolution result;
    for (auto* values : {&result.stay_value, &result.leave_value, &result.choice_value, &result.stay_probability})
        values->resize(periods);
    double leave_next = problem.terminal, choice_next = problem.terminal;
    for (std::size_t t = periods; t-- > 0;) {
        const double leave = problem.pay_outside[t] + problem.discount * leave_next;
        const double stay = problem.taste + problem.pay_inside[t] + problem.discount * choice_next;
        // log(e^stay + e^leave) without overflow.
        const double better = std::max(stay, leave), gap = std::abs(stay - leave) / problem.scale;
        result.leave_value[t] = leave_next = leave;
        result.stay_value[t] = stay;
        result.choice_value[t] = choice_next = better + problem.scale * std::log1p(std::exp(-gap));
        result.stay_probability[t] = 1.0 / (1.0 + std::exp((leave - stay) / problem.scale));
    }
    return result;
}

}  // namespace staffsim::theory
