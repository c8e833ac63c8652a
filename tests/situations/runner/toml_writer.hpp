// A value of a scenario file written back as TOML on one line.
#pragma once

#include <string>

#include "sim/levers/row.hpp"
#include "sim/scenario/node.hpp"

namespace staffsim::situations {

std::string toml_quoted(const std::string& text);
std::string toml_text(const scenario::Node& node);
std::string toml_text(const levers::Row& row, const levers::Value& value);

}  // namespace staffsim::situations
