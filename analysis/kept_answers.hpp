// How the store keeps answers to single questions (answer_types.hpp): the question is the study's design, what was
// lived its points, and the answer is made from them whenever it is wanted. So an interrupted question is gone on with,
// the same question asked again costs nothing, and a report needs no simulation.
//
//   decompose  a point per future: the outcomes of all subsets; more futures extend it
//   best       a point per future: the value of every policy in the race; a larger limit extends it
//   seek       a point per value tried, on the search's futures or on fresh ones
//
// A question asked anew of scenarios that have changed takes the place of the old one.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "analysis/answer_types.hpp"
#include "sim/experiment/race.hpp"
#include "sim/measures/outcome.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/store/store.hpp"

namespace staffsim::analysis {

// Hash of the resolved scenarios and the model version: what an answer stands and falls with.
std::string identity_of(const std::vector<scenario::Scenario>& scenarios);

// A question as a study: the same question has the same name, and the same design while its scenarios are the same.
struct KeptQuestion {
    std::string name, design;
};
using KeptPoints = std::vector<std::vector<double>>;
// Begins or continues it, and returns the points that are there.
KeptPoints begin(store::Store& store, const KeptQuestion& question);

struct PackageQuestion {
    std::vector<Text> parts;
    std::vector<std::size_t> outcomes;
    std::vector<int> years;
    std::uint32_t seed = 1;
    std::size_t lives = 0;  // of the warm-up (stats/pasts.hpp)
    std::string identity;   // of all subsets
    std::size_t subsets() const { return std::size_t{1} << parts.size(); }
    std::size_t comparisons() const { return outcomes.size() * years.size(); }
    // Where numerator and denominator of a subset's outcome and year, by their places in the lists, stand in a point.
    std::size_t place(std::size_t subset, std::size_t comparison) const {
        return 2 * (subset * comparisons() + comparison);
    }
};
KeptQuestion kept(const PackageQuestion& question);
// From all points, at least two: whoever tells it tells the same.
Package package_of(const PackageQuestion& question, const KeptPoints& points);

struct RaceQuestion {
    std::vector<Text> names;
    std::vector<std::string> ids;
    std::size_t outcome = 0;
    int verdict_year = 0;
    experiment::RaceRules rules;
    std::uint32_t seed = 1;
    std::string identity;
};
KeptQuestion kept(const RaceQuestion& question);
BestOf best_of(const RaceQuestion& question, const experiment::RaceResult& result);

struct SeekSearch {
    double low = 0, high = 1, resolution = 0.01;
    std::vector<double> others;  // values of the second lever; of one lever its present value alone
};
// `question`: a report without evidence.
KeptQuestion kept(const SeekReport& question, const SeekSearch& search, const std::string& identity);
// One trial as a point, and back.
std::vector<double> numbers_of(const SeekEvidence& evidence, bool is_fresh);
using TryValue = std::function<SeekEvidence(bool is_fresh, double value, double other)>;
// Searches: of the values within the budget the smallest that meets the target (the largest, of one lever whose larger
// values lose it), of a mix the cheapest of all that were tried (of equally cheap ones the first); the answer is tried
// again on fresh futures. `try_value` is asked once for each value and may throw.
SeekReport sought(SeekReport question, const SeekSearch& search, const TryValue& try_value);
// From kept trials; those that are missing are asked of `live`.
SeekReport sought(const SeekReport& question, const SeekSearch& search, const KeptPoints& points, const TryValue& live);

// Everything that can be answered from the store; a question whose first answer is not there yet is left out.
Answers answers_in(const store::Store& store);

}  // namespace staffsim::analysis
