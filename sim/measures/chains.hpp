// What one vacancy sets off: how long the chains were that ended in one future, and how long their links stayed empty;
// whole county, all years together. The links of all chains are those of the outcome "chain_length".
#pragma once

#include <cstdint>
#include <vector>

#include "sim/model/tally.hpp"

namespace staffsim::measures {

// Where each part begins in the row of numbers that a future leaves behind.
inline constexpr std::size_t chain_lengths = ChainTally::longest;
inline constexpr std::size_t chains_ended = 0;
inline constexpr std::size_t chain_filled = chains_ended + chain_lengths;
inline constexpr std::size_t chain_days = chain_filled + chain_lengths;
inline constexpr std::size_t chain_filled_on = chain_days + chain_lengths;
inline constexpr std::size_t chain_days_on = chain_filled_on + ladder_count;
inline constexpr std::size_t chain_links_beyond = chain_days_on + ladder_count;
inline constexpr std::size_t chain_numbers = chain_links_beyond + 1;

// Adds a year to the row, which is made when it is empty.
void add_chains(const ChainTally& year, std::vector<std::int64_t>& row);

}  // namespace staffsim::measures
