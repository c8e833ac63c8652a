// One value of a lever (or of two) lived on matched futures: how often the target is met, and what it costs.
#pragma once

#include "analysis/answer_types.hpp"
#include "sim/cli/common.hpp"
#include "sim/experiment/futures.hpp"
#include "sim/scenario/given_values.hpp"

namespace staffsim::cli {

class Trials {
  public:
    // Thrown when a value was not lived to its end.
    struct Interrupted {};

    // All futures have the luck of `seed`. The question and the scenario must outlive the trials.
    Trials(const analysis::SeekReport& question, const scenario::Scenario& scenario, std::uint32_t seed, int threads,
           const ShowOptions& show);

    // `other` is not read when the question is about one lever.
    analysis::SeekEvidence evidence(double value, double other);

  private:
    struct Lived {
        std::vector<double> meets;  // 1 or 0 by future
        std::vector<measures::Ratio> outcomes, costs;
    };
    bool reaches(measures::Ratio ratio) const;
    bool is_met(const measures::YearlyValues& future) const;
    Lived lived(const std::vector<scenario::GivenValue>& values);

    const analysis::SeekReport& question_;
    const scenario::Scenario& scenario_;
    experiment::FuturesPlan futures_;
    experiment::WarmUps warm_ups_;
    experiment::Progress progress_;
    std::vector<measures::Ratio> present_costs_;
};

}  // namespace staffsim::cli
