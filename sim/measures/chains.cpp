#include "sim/measures/chains.hpp"

#include <span>

namespace staffsim::measures {

void add_chains(const ChainTally& year, std::vector<std::int64_t>& row) {
    row.resize(chain_numbers);
    const auto add = [&row](std::size_t first, std::span<const std::int64_t> values) {
        for (std::size_t i = 0; i < values.size(); ++i) row[first + i] += values[i];
    };
    add(chains_ended, year.ended);
    add(chain_filled, year.filled);
    add(chain_days, year.days);
    add(chain_filled_on, year.filled_on);
    add(chain_days_on, year.days_on);
    row[chain_links_beyond] += year.links_beyond;
}

}  // namespace staffsim::measures
