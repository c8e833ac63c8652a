#include "analysis/report/assets.hpp"

// Symbols of report_assets.S: first byte and one past the last byte of each file.
#define STAFFSIM_ASSET(name)                                                 \
    extern "C" const char staffsim_asset_##name##_begin[];                   \
    extern "C" const char staffsim_asset_##name##_end[];                     \
    std::string_view staffsim::analysis::assets::name() {                    \
        return {staffsim_asset_##name##_begin, staffsim_asset_##name##_end}; \
    }

STAFFSIM_ASSET(page)
STAFFSIM_ASSET(style)
STAFFSIM_ASSET(script)
STAFFSIM_ASSET(compared)
STAFFSIM_ASSET(answer)
STAFFSIM_ASSET(scorecard)
STAFFSIM_ASSET(scorecard_table)
STAFFSIM_ASSET(change_cell)
STAFFSIM_ASSET(pilot_table)
STAFFSIM_ASSET(changes)
STAFFSIM_ASSET(development)
STAFFSIM_ASSET(often)
STAFFSIM_ASSET(cost)
STAFFSIM_ASSET(structure)
STAFFSIM_ASSET(careers)
STAFFSIM_ASSET(lives)
STAFFSIM_ASSET(chains)
STAFFSIM_ASSET(units)
STAFFSIM_ASSET(groups)
STAFFSIM_ASSET(pathways)
STAFFSIM_ASSET(outlook)
STAFFSIM_ASSET(assumptions)
STAFFSIM_ASSET(parts)
STAFFSIM_ASSET(best)
STAFFSIM_ASSET(sought)
STAFFSIM_ASSET(record)
STAFFSIM_ASSET(beside_choice)
STAFFSIM_ASSET(spread_table)
