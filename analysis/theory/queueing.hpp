// Theory M: waits at a window with several servers (Erlang C) and Little's law, from the event by event queue.
#pragma once

#include "analysis/theory/cases.hpp"

namespace staffsim::theory {

// Chance to wait at `servers` servers, each busy for the share `utilisation` of the time (M/M/c; Erlang 1917).
double erlang_c(int servers, double utilisation);

std::vector<Text> queue_objections(const scenario::Scenario& scenario);
std::vector<Quantity> queue_quantities(const scenario::Scenario& scenario);
Observation observe_queue(const scenario::Scenario& scenario, RandomKey key);

}  // namespace staffsim::theory
