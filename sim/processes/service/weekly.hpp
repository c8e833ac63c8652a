// The weekly aggregate of one township: how many matters of each kind come is drawn; what each of them can expect
// follows from the state of its line. A calm line moves by its mean (congestion.hpp), and the luck of its arrivals,
// which moves nothing, is drawn by the month; a line near full load swings by the luck of each week (backlog.hpp). A
// township whose lines are all at rest costs nothing but the count of its weeks.
#pragma once

#include <array>
#include <cstdint>

#include "sim/processes/service/backlog.hpp"
#include "sim/processes/service/congestion.hpp"
#include "sim/processes/service/service.hpp"

namespace staffsim {

// What a matter that arrives now can expect, by kind.
struct Prospects {
    double wait_days = 0, queue_days = 0, handled = 1;
    double on_time = 1, failed = 0, errors = 0, escalated = 0, complaints = 0, satisfied = 1;
};

// What to expect at a window in this state; `gives_up`: share that does not wait so long.
Prospects prospects_at(const ServiceRules& rules, const ServiceDemand& demand, const Capacity& capacity,
                       std::size_t kind, const Wait& wait, double gives_up);
// Wait of one kind where one queue serves all (theory: Cobham 1954, windows that take everything, urgent first).
double urgency_factor(const ServiceRules& rules, const Capacity& capacity, std::size_t kind, double utilisation);

// Where a week's matters are added up.
struct ServiceBooks {
    ServiceYear& year;
    ServiceYear& quarter;  // only what is looked at later
};

class WeeklyQueue {
  public:
    // What a week needs.
    struct Week {
        const ServiceRules& rules;
        const ServiceDemand& demand;
        const Capacity& capacity;
        const Draws& draws;
        EntityKey township;
        std::int32_t number = 0, month = 0;  // of the calendar
    };

    // Capacity is another one: no line is at rest any more. What was counted before has been booked.
    void adopt(const ServiceRules& rules);
    void live_week(const Week& week, ServiceBooks books);
    // Matters are counted as long as what they can expect stays the same, and booked before it changes, before capacity
    // does and before anybody reads the books.
    void book(const Capacity& capacity, ServiceBooks books);

  private:
    struct Line {
        Congestion state;
        Backlog backlog;
        double waiting = 0;  // of the backlog, not yet taken up and so not yet booked
        bool swings = false, at_rest = false;
    };
    struct Kinds {
        std::size_t first = 0, last = 0;
    };

    Kinds kinds_of(std::size_t line) const { return one_stop_ ? Kinds{0, matter_count} : Kinds{line, line + 1}; }
    std::size_t line_of(std::size_t kind) const { return one_stop_ ? 0 : kind; }
    void begin_month(const Week& week);
    void move(const Week& week, ServiceBooks books);
    WindowWeek window_week(const Week& week, std::size_t line) const;
    void share_out(const Week& week, std::size_t line, double number, ByMatter& to) const;
    bool choose(const Week& week, std::size_t line, const WindowWeek& window);
    void calm(const Week& week, std::size_t line, const WindowWeek& window);
    void swing(const Week& week, std::size_t line, WindowWeek window, const ByMatter& numbers, ServiceBooks books);
    void expect(const Week& week, std::size_t line, const Wait& wait, double utilisation, double gave_up);

    std::array<Line, matter_count> lines_;
    std::array<Prospects, matter_count> prospects_;
    ByMatter luck_{};   // of the month: matters that come to calm lines over those to be expected
    ByMatter left_{};   // of lines that have become calm: taken up, not booked yet
    double weeks_ = 0;  // of calm lines, not booked yet
    std::int32_t month_ = -1;
    bool one_stop_ = false, is_new_ = true, settled_ = false;
};

}  // namespace staffsim
