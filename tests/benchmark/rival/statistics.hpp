// What a run of the ladder says of the average township, with standard errors over townships.
#pragma once

#include <string>
#include <vector>

#include "tests/benchmark/rival/ladder.hpp"

namespace ladder {

// Counts are per township over the whole run, vacancy is the share of a level's posts and days in %, mean_chain the
// number of posts filled per recruit. The standard error is 0 with one township.
struct Statistic {
    std::string name;
    double mean = 0;
    double standard_error = 0;
};
// At least one township. Shares of nothing (no years, no recruits) are 0.
std::vector<Statistic> statistics(const std::vector<Tally>& townships, std::uint32_t years);

double person_years(const std::vector<Tally>& townships, std::uint32_t years);

}  // namespace ladder
