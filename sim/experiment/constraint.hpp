// Conditions on the points of a sweep, written as in arithmetic:
//
//     "township_allowance + 2 * living_money <= 900"     "regime == 'competition' or pairs_per_year > 0"
//
// Numbers, texts in single quotes, swept keys (in full, or their last part where that is clear), + - * / ( ), the
// comparisons == != < <= > >=, and, or, not. true and false are 1 and 0. A key that is not swept is an error: it would
// be the same for every point.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "sim/foundation/diagnostics.hpp"

namespace staffsim::experiment {

using ConstraintValue = std::variant<double, std::string>;
using ConstraintValues = std::map<std::string, ConstraintValue>;  // by full key

class Constraint {
  public:
    struct Node;

    // Reports what cannot be understood with its place (`place` is that of the text's first character) and gives a
    // condition that always holds.
    Constraint(const std::string& text, const Place& place, const std::vector<std::string>& keys,
               Diagnostics& diagnostics);

    // InputError with the place when a text is used as a number, or a list compared.
    bool holds(const ConstraintValues& values) const;

    // Full keys of the levers that it names.
    std::vector<std::string> keys() const;

  private:
    std::string text_;
    Place place_;
    std::shared_ptr<const Node> root_;
};

// How a swept value written as in a scenario file is seen by conditions: numbers, true and false as numbers, a text
// without its quotes; lists and tables as the text that they are.
ConstraintValue constraint_value(const std::string& written);

}  // namespace staffsim::experiment
