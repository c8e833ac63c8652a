// Which of k policies is best: ranking and selection on paired differences. All that are still in the race are judged
// on the same matched replications 0 … n - 1, so that pairs stay balanced and most of the luck cancels.
//
// Procedure of Kim and Nelson (ACM TOMACS 11 (2001) 251-273, c = 1). Guarantee: when the best policy's mean is better
// than every other's by at least `indifference`, it is chosen with probability at least 1 - alpha; among policies
// closer to each other than that, any may be chosen. It assumes that the replications are independent of each other and
// that paired differences are about normal, as means over a county's people and years are. Looking less often than
// after every replication keeps the guarantee.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace staffsim::stats {

struct SelectionGoal {
    double indifference = 0;  // smallest difference that is worth telling apart; above 0
    double alpha = 0.05;
    bool lower_is_better = false;
    std::uint32_t first_look = 20;  // replications of all policies before anybody may be eliminated; at least 2
};

struct SelectionState {
    std::vector<std::size_t> remaining;  // rising; exactly one when the race is over
    std::uint32_t replications = 0;      // judged so far, by those that remain
    // By policy: after how many replications it was eliminated, 0 while it remains; and by which policy.
    std::vector<std::uint32_t> eliminated_after;
    std::vector<std::size_t> eliminated_by;
};

class BestOfRace {
  public:
    // InvariantError when the goal is out of bounds or there is no policy.
    BestOfRace(std::size_t policies, SelectionGoal goal);

    const SelectionState& state() const { return state_; }
    bool is_over() const { return state_.remaining.size() == 1; }

    // The next replication: one value per policy, in their order; those of eliminated policies are not read. Looks
    // when `look` is true and there have been enough.
    void add(std::span<const double> values, bool look = true);
    // Most replications that can still be needed if means stay as they are, 0 before the first look.
    std::uint32_t most_needed() const;
    double mean(std::size_t policy) const;  // over the replications it took part in

  private:
    void begin_elimination();
    void eliminate();
    double difference_variance(std::size_t a, std::size_t b) const;

    SelectionGoal goal_;
    double h_squared_ = 0;
    SelectionState state_;
    std::vector<std::vector<double>> first_;      // values of the first look, by policy
    std::vector<double> sums_;                    // by policy, signed so that more is better
    std::vector<std::uint32_t> counts_;           // by policy
    std::vector<std::vector<double>> variances_;  // of paired differences at the first look
};

// Subset that contains the best with probability at least 1 - alpha, whatever the differences are: everything whose
// mean is not worse than another's by more than the one-sided paired t bound at alpha / (k - 1). `values[policy]`: one
// number per matched replication, a number of replications fixed before. Rising. Source: Nelson, Swann, Goldsman and
// Song, Oper. Res. 49 (2001) 950-963 (screening, here with paired variances and Bonferroni).
std::vector<std::size_t> subset_with_best(const std::vector<std::vector<double>>& values, bool lower_is_better,
                                          double alpha = 0.05);

}  // namespace staffsim::stats
