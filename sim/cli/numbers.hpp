// Numbers on the command line, and names of loaded scenarios.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace staffsim::cli {

// InputError when the text is not a number from low to high, ends allowed.
double number_option(const std::string& name, const std::string& text, double low, double high);

// Names and ids; equal ids get a number behind them.
struct ScenarioNames {
    std::vector<Text> names;
    std::vector<std::string> ids;
};
ScenarioNames names_of(const std::vector<scenario::Scenario>& scenarios);

// The lever of that key; InputError with the nearest right one, and when it does not take one number. `option` is for
// the message.
const scenario::ResolvedLever& number_lever(const scenario::Scenario& scenario, const std::string& key,
                                            const std::string& option);

}  // namespace staffsim::cli
