// Closed forms of manpower planning that the simulator must reproduce when behaviour is off. Rates per year, times in
// years. Sources: Bartholomew, Forbes & McClean, Statistical Techniques for Manpower Planning; White, Chains of
// Opportunity.
#pragma once

#include <vector>

namespace staffsim::theory {

// Pull model: grades of fixed size filled from the grade below, entry at the bottom, instantly (theory B).
struct PullModel {
    std::vector<double> size;     // by grade, lowest first
    std::vector<double> leaving;  // by grade
};
// Flow into each grade a year; the first is recruitment.
std::vector<double> flow_into_grades(const PullModel& model);
// Probability that somebody of grade i (not the highest) is ever promoted.
double promotion_probability(const PullModel& model, std::size_t grade);
// Mean time at grade i of those who are promoted from it.
double random_wait(const PullModel& model, std::size_t grade);
double seniority_wait(const PullModel& model, std::size_t grade);  // fluid limit
// Moves a year, recruits included: each exit in grade i sets off a chain of length i.
double moves_a_year(const PullModel& model);
double mean_completed_service(const PullModel& model);

// Vacant share of posts that are refilled after a lead time (theory F1).
double vacant_share_lead_time(double leaving, double lead);
// Vacant share with one intake every `interval`; posts vacant `lead` before it are each filled with probability `fill`
// (theory F2).
double vacant_share_intake(double leaving, double interval, double lead, double fill);

// Competing constant hazards (theory G).
double survival(const std::vector<double>& hazards, double time);
double cumulative_incidence(const std::vector<double>& hazards, std::size_t cause, double time);

// Probability of k of n at share p.
double binomial_probability(int n, int k, double p);

}  // namespace staffsim::theory
