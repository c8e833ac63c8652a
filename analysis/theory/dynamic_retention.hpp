// Dynamic retention: somebody who looks ahead decides each period whether to stay for one more or to leave for good
// (theory J; Gotz & McCall; Ashby, Mattock & Hosek). Each period both choices carry a fresh extreme-value shock of the
// same scale, so that the value of having the choice is a log-sum and the chance of staying a logit. A pure function;
// the simulator's own hazards are reduced forms and do not call it.
#pragma once

#include <vector>

namespace staffsim::theory {

struct RetentionProblem {
    std::vector<double> pay_inside;   // w^c by period
    std::vector<double> pay_outside;  // w^x by period, as many
    double taste = 0;                 // γ, for public service, each period inside
    double discount = 1;              // β, of a period
    double scale = 1;                 // τ > 0, of the shocks
    double terminal = 0;              // value after the last period, wherever one is
};

// By period.
struct RetentionSolution {
    std::vector<double> stay_value;        // V^S, before the period's shocks
    std::vector<double> leave_value;       // V^L
    std::vector<double> choice_value;      // E: of deciding at the period
    std::vector<double> stay_probability;  // of those still there
};
RetentionSolution solve(const RetentionProblem& problem);

}  // namespace staffsim::theory
