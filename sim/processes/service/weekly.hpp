// The weekly aggregate of one township: how many matters of each kind come is drawn; what each of them can expect
// follows from the state of its line. A calm line moves by its mean (congestion.hpp), and the luck of its arrivals,
// which moves nothing, is drawn by the month; a line near full load swings by the luck of each week (backlog.hpp). A
// township whose lines are all at rest costs nothing but the count of its weeks.
#pragma once

#include <array>
#include <cstdint>

#include "sim/processes/service/backlog.hpp"
#include "sim/processes/service/lanes.hpp"

namespace staffsim {

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
    // What the lines do in a week.
    struct Step {
        WindowLanes windows;
        Lanes rest{};  // u at which they would rest
        WaitLanes waits;
        Lanes gives_up{}, moves{};
        ByMatter taken_up{};  // of lines that swing; or given up
    };
    std::size_t line_count() const { return one_stop_ ? 1 : matter_count; }

    void begin_month(const Week& week);
    void move(const Week& week, ServiceBooks books);
    WindowWeek window_week(const Week& week, std::size_t line) const;
    WindowLanes windows_of(const Week& week) const;
    void share_out(const Week& week, std::size_t line, double number, ByMatter& to) const;
    void begin(const Week& week, Step& step);
    bool choose(const Week& week, std::size_t line);
    void calm(const Week& week, Step& step);
    void swing(const Week& week, std::size_t line, const ByMatter& numbers, Step& step, ServiceBooks books);
    void swing_all(const Week& week, Step& step, ServiceBooks books);
    void expect(const Week& week, Step& step);
    void book_half(const Step& step, ServiceBooks books) const;

    std::array<Line, matter_count> lines_;
    Prospects prospects_;
    ByMatter luck_{};   // of the month: matters that come to calm lines over those to be expected
    ByMatter left_{};   // of lines that have become calm: taken up, not booked yet
    double weeks_ = 0;  // of calm lines, not booked yet
    std::int32_t month_ = -1;
    bool one_stop_ = false, is_new_ = true, is_first_day_ = true, settled_ = false;
};

}  // namespace staffsim
