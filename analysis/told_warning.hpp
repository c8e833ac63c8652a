// A warning as it is told, in both languages, with its kind (id_of in scenario/warnings.hpp): whoever treats some
// warnings in a way of their own asks for that and not for words.
#pragma once

#include <string>

#include "sim/foundation/text.hpp"

namespace staffsim::analysis {

struct ToldWarning : Text {
    std::string kind;
    bool operator==(const ToldWarning&) const = default;
};

}  // namespace staffsim::analysis
