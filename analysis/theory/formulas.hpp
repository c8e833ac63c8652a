// Closed forms of manpower planning that the simulator must reproduce when behaviour is off. Rates per year, times in
// years. Sources: Bartholomew, Forbes & McClean, Statistical Techniques for Manpower Planning; White, Chains of
// Opportunity.
#pragma once

#include <vector>

namespace staffsim::theory {

// Push model: a Markov chain of grades (theory A). Over a year somebody of grade i is found in grade j with probability
// move[i][j] and has left otherwise; then intake[i] people enter grade i.
struct PushModel {
    std::vector<std::vector<double>> move;
    std::vector<double> intake;
};
// Expected people by grade `years` after `start`.
std::vector<double> stocks_after(const PushModel& model, std::vector<double> start, int years);
// Expected years in each grade of somebody who enters grade i: row i of (I - move)^-1.
std::vector<double> years_in_grades(const PushModel& model, std::size_t grade);
// Stocks that reproduce themselves: intake (I - move)^-1.
std::vector<double> steady_stocks(const PushModel& model);
// Probability that somebody who enters grade i is ever in grade j.
double ever_in_grade(const PushModel& model, std::size_t from, std::size_t to);

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

// Vacancy chains (theory D): a vacancy of stratum i is filled from stratum j with probability filled_from[i][j], where
// another vacancy opens, and from outside with what the row lacks to 1, which ends the chain. Every stratum is filled
// from outside at the end.
using OriginOfFills = std::vector<std::vector<double>>;
// Mean moves, that from outside included, of a chain that begins in each stratum: (I - filled_from)^-1 1.
std::vector<double> mean_chain_lengths(const OriginOfFills& filled_from);
// Probability that a chain has exactly `length` moves, at least 1, where initial[i] of all begin in stratum i.
double chain_length_probability(const OriginOfFills& filled_from, std::vector<double> initial, int length);

// Vacant share of posts that are refilled after a lead time (theory F1).
double vacant_share_lead_time(double leaving, double lead);
// Vacant share with one intake every `interval`; posts vacant `lead` before it are each filled with probability `fill`
// (theory F2).
double vacant_share_intake(double leaving, double interval, double lead, double fill);

// One post whose holders are of two kinds: a share leaves at the higher rate, the others at the lower (theory C1).
struct MixedExponential {
    double share, high, low;
};
double mean_of(const MixedExponential& holders);
double survival(const MixedExponential& holders, double time);
// Speed at which the renewal rate settles; rate and expected number of renewals after the first holder took the post.
double settling_rate(const MixedExponential& holders);
double renewal_rate(const MixedExponential& holders, double time);
double renewals(const MixedExponential& holders, double time);
// In the long run, the share of holders at any moment who are still there after `time`.
double stability_index(const MixedExponential& holders, double time);

// One post whose holders never leave before `lock`, then at a constant rate (theory C3).
double locked_renewals(double lock, double rate, double time);
double locked_renewal_rate(double lock, double rate, double time);

// Delay of statutory retirement, months after the old age, of somebody born that many months after the base month
// (theory I).
int retirement_delay(int months_after_base);

// Competing constant hazards (theory G).
double survival(const std::vector<double>& hazards, double time);
double cumulative_incidence(const std::vector<double>& hazards, std::size_t cause, double time);

// Mean of the top k of n standard normals; k = 1: of their maximum (theory E1, E3). 1 <= k <= n.
double top_mean(int n, int k);
// The same for the top share of an infinite pool: density at the cut over the share.
double top_share_mean(double share);

// Reliability of the mean of k parallel measurements (theory E6).
double spearman_brown(double reliability, double k);
// A source of ratings: weight, raters, variance of the bias that they share and of the error of one of them; the truth
// has variance 1.
struct RatingSource {
    double weight, raters, shared_bias, error;
};
double rating_reliability(const std::vector<RatingSource>& sources);

// Rises after n years when every `years_per_rise`-th competent year, each with probability q, brings one (theory H1).
double mean_rises(int n, double q, int years_per_rise);

// Probability of k at a mean.
double poisson_probability(double mean, int k);
// Probability of k of n at share p.
double binomial_probability(int n, int k, double p);

}  // namespace staffsim::theory
