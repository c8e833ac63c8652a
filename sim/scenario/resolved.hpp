// The resolved content of a scenario in canonical lines: what its identity is hashed from and what `--diff` compares.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/posts.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/units.hpp"

namespace staffsim::scenario {

// "400", or with dates, pilots and new entrants "400; from 2027-01-01: 800; from 2027-01-01 in T03, T11: 900; from
// 2028-01-01 for entrants since 2028-01-01: 950", every step of a phase-in by itself. Settings that change nothing do
// not show. Days after the horizon do show.
std::string effective_text(const ResolvedLever& lever, Day start);

// Levers in listing order, then start, years …, posts and units by id. Labels and names are left out.
std::vector<ResolvedLine> resolved_lines(const Scenario& scenario, const Posts& posts, const Units& units);

// SHA-256 of the lines, the history policy and the hashes of roster and establishment.
std::string hash_of(const Scenario& scenario, const std::vector<std::string>& table_hashes);

}  // namespace staffsim::scenario
