// Every matter for itself, on a clock of working minutes: the oracle of the weekly aggregate. A matter comes at a
// minute of its week, waits until a server is free, is worked on for an exponential time, may need an approval, may
// fail. Its luck is addressed by township, kind, week and number. Servers finish what they have begun when there are
// fewer of them next week. Whoever has waited too long goes to the county when the turn comes.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/processes/service/service.hpp"

namespace staffsim {

class EventQueue {
  public:
    // The week numbered `week`; adds to `sums` what was taken up in it.
    void live_week(const ServiceRules& rules, const ServiceDemand& demand, const Capacity& capacity, const Draws& draws,
                   EntityKey township, std::int32_t week, ServiceYear& sums);

  private:
    struct Arrival {
        double at = 0;    // minute of the present week; below 0 if it came earlier
        double work = 0;  // times the mean
        std::int32_t week = 0;
        std::uint16_t number = 0;
        std::uint8_t kind = 0;
    };
    struct Line {                                                // one queue and its servers
        std::vector<double> finish;                              // of busy servers
        std::array<std::vector<Arrival>, matter_count> waiting;  // by kind, first come first
        std::array<std::size_t, matter_count> head{};            // of those, the first that still waits
        std::size_t length = 0;
        std::size_t kind = 0;  // whose window it is
    };
    struct Week;  // everything that a week needs

    void draw_arrivals(const Week& now);
    void move_waiting_together();
    void run_line(const Week& now, Line& line, std::size_t first, std::size_t last);
    void take_up(const Week& now, Line& line, double time);
    bool start(const Week& now, Line& line, const Arrival& matter, double time);
    void close(const Week& now, const Arrival& matter, double waited, double worked, bool gave_up);

    std::array<Line, matter_count> lines_;
    std::vector<Arrival> arrivals_;
};

}  // namespace staffsim
