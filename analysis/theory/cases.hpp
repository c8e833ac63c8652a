// The cases of `verify`: which scenario file, what its numbers must look like, what to observe and what to expect.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "analysis/theory/own_numbers.hpp"
#include "sim/engine/simulate.hpp"
#include "sim/scenario/scenario.hpp"

namespace staffsim::theory {

// A quantity with its expected value and how it is estimated from replications.
struct Quantity {
    enum class Kind { mean, exact, chi_square };
    Text name;
    double expected = 0;
    double max_relative_error = 0.005;  // of the standard error, over the scale
    Kind kind = Kind::mean;
    // chi_square: probabilities of the classes; `got` of a replication are counts per class, flattened.
    std::vector<double> classes = {};
    double scale = 0;  // 0: the expected value
};

inline constexpr auto exact = Quantity::Kind::exact;

// What one replication observed, one entry per quantity: a ratio (numerator, denominator), summed over replications;
// for a chi_square quantity the class counts.
struct Observation {
    struct Value {
        double numerator = 0, denominator = 1;
        std::vector<double> counts = {};
    };
    std::vector<Value> values;
};

struct PureCase {
    std::vector<Quantity> quantities;
    std::function<Observation(RandomKey)> observe;
};

struct TheoryCase {
    std::string id;  // also the stem of its file
    Text title;
    std::uint32_t replications;  // 1: nothing is random
    // Sentences on what keeps the formula from applying; empty when it applies.
    std::function<std::vector<Text>(const scenario::Scenario&)> objections;
    std::function<std::vector<Quantity>(const scenario::Scenario&)> expect;
    std::function<Observation(const scenario::Scenario&, RandomKey)> observe;
    bool has_file = true;  // false: a table of the law; the scenario is empty
    // Instead of the three functions above: a pure function on the numbers of its own file, which is no scenario.
    std::function<PureCase(OwnNumbers&)> pure = {};
};

const std::vector<TheoryCase>& theory_cases();

// Theory cases have one policy, in force throughout.
inline const engine::Policy& policy_of(const scenario::Scenario& scenario) { return scenario.input.policy.blocks[0]; }

}  // namespace staffsim::theory
