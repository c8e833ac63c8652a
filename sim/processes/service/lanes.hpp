// The windows of a township side by side, a lane each, so that the formulas of congestion.hpp and of what a matter can
// expect work on whole registers. The same bits whatever the registers.
#pragma once

#include "sim/processes/service/congestion.hpp"
#include "sim/processes/service/service.hpp"

namespace staffsim {

using Lanes = ByMatter;
inline constexpr std::size_t lane_count = matter_count;
constexpr Lanes all_lanes(double value) {
    Lanes lanes{};
    lanes.fill(value);
    return lanes;
}

// Windows in motion, numbers a week. `u`: 1 / (1 - r), see Congestion.
struct WindowLanes {
    Lanes u{}, expected{}, capacity{}, spread{}, servers{};
};
struct WaitLanes {
    Lanes chance{}, fixed{}, random{};
    void set(std::size_t lane, const Wait& wait) {
        chance[lane] = wait.chance;
        fixed[lane] = wait.fixed;
        random[lane] = wait.random;
    }
};

// at_rest and wait_at of each lane, and the share that waits longer. In weeks.
Lanes at_rest(const WindowLanes& windows, double most);
WaitLanes wait_at(const WindowLanes& windows);
Lanes longer_than(const WaitLanes& waits, double weeks);

// What a matter that arrives now can expect, by kind.
struct Prospects {
    Lanes wait_days{}, queue_days{}, handled = all_lanes(1);
    Lanes on_time = all_lanes(1), failed{}, errors{}, escalated{}, complaints{}, satisfied = all_lanes(1);
};
// Of those lanes that are `asked` for (1, else 0), at windows in this state; `gives_up`: share that does not wait so
// long, or `as_patience_lasts` where it is those whose wait would be longer than their patience.
inline constexpr double as_patience_lasts = -1;
void expect(const ServiceRules& rules, const ServiceDemand& demand, const Capacity& capacity, const WaitLanes& waits,
            const Lanes& gives_up, const Lanes& asked, Prospects& prospects);

}  // namespace staffsim
