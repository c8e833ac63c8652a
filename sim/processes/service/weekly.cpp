#include "sim/processes/service/weekly.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace staffsim {

namespace {

// A calm line counts as at rest when its state is so near; then it is set there exactly.
constexpr double near_enough = 0.1;
// From this utilisation on a line swings, and below the other one it is calm again once its queue is no longer than at
// rest. At .85 a queue remembers about two weeks.
constexpr Congestion swings_from{1.0 / (1.0 - 0.85)}, calm_below{1.0 / (1.0 - 0.82)};
// When the share of matters that is given up moves by less from week to week, it stands still.
constexpr double stands_still = 0.001;
constexpr double most_utilisation = 1.0 - 1e-9;
// Below so many arrivals their number is drawn by inversion, above as a rounded normal made of 25 coins.
constexpr double few_arrivals = 8;

// Sub-draws of a township's week, one block each. The queue by events draws for kinds, not for the township.
constexpr std::uint16_t numbers_sub = 0, line_sub = 1, first_backlog_sub = line_sub + matter_count,
                        month_sub = first_backlog_sub + matter_count;
constexpr double weeks_per_month = days_per_year / 7.0 / 12.0;

double arrivals_from(std::uint32_t bits, double mean) {
    if (mean < few_arrivals) {
        const double u = (static_cast<double>(bits) + 0.5) * 0x1p-25;
        double term = portable_exp(-mean), sum = term, count = 0;
        while (u > sum && term > 1e-12) {
            count += 1;
            term *= mean / count;
            sum += term;
        }
        return count;
    }
    const double z = (std::popcount(bits) - 12.5) * 0.4;  // 25 coins: standard deviation 2.5
    return std::max(0.0, mean + std::sqrt(mean) * z);
}

// Numbers with these means: 25 bits each of one block.
ByMatter numbers_at(const Draws& draws, DrawAddress at, const ByMatter& means) {
    const auto words = draws.block(at);
    const std::uint64_t low = (std::uint64_t{words[1]} << 32) | words[0];
    const std::uint64_t high = (std::uint64_t{words[3]} << 32) | words[2];
    const std::array<std::uint64_t, matter_count> bits{low, low >> 25, high, high >> 25,
                                                       (low >> 50) | (high >> 50 << 14)};
    ByMatter numbers{};
    for (std::size_t k = 0; k < matter_count; ++k) {
        if (means[k] > 0) numbers[k] = arrivals_from(static_cast<std::uint32_t>(bits[k] & 0x1FFFFFF), means[k]);
    }
    return numbers;
}

ByMatter numbers_of_week(const WeeklyQueue::Week& week) {
    ByMatter means{};
    for (std::size_t k = 0; k < matter_count; ++k) means[k] = week.capacity.windows[k].arrivals;
    return numbers_at(week.draws, {week.township, +Purpose::matters_of_week, week.number, numbers_sub}, means);
}

// `number` matters of a kind with what they can expect.
void add(double number, const Prospects& expected, std::size_t kind, ServiceBooks books) {
    const double escalated = number * expected.escalated[kind], satisfied = number * expected.satisfied[kind],
                 complaints = number * expected.complaints[kind];
    ServiceYear& year = books.year;
    year[ServiceSum::matters] += number;
    year[ServiceSum::handled] += number * expected.handled[kind];
    year[ServiceSum::wait_days] += number * expected.wait_days[kind];
    year[ServiceSum::queue_days] += number * expected.queue_days[kind];
    year[ServiceSum::on_time] += number * expected.on_time[kind];
    year[ServiceSum::failed] += number * expected.failed[kind];
    year[ServiceSum::legal_errors] += number * expected.errors[kind];
    year[ServiceSum::escalated] += escalated;
    year[ServiceSum::satisfied] += satisfied;
    year[of_kind(ServiceSum::complaints_by_kind, kind)] += complaints;
    ServiceYear& quarter = books.quarter;
    quarter[ServiceSum::matters] += number;
    quarter[ServiceSum::escalated] += escalated;
    quarter[ServiceSum::satisfied] += satisfied;
    quarter[of_kind(ServiceSum::complaints_by_kind, kind)] += complaints;
}

double patience(const WeeklyQueue::Week& week) { return week.rules.patience_days * week.demand.day / week.demand.week; }
double utilisation(const WindowWeek& window) { return std::min(window.utilisation(), most_utilisation); }

}  // namespace

void WeeklyQueue::adopt(const ServiceRules& rules) {
    const bool one_stop = rules.windows == Windows::one_stop;
    if (one_stop != one_stop_) {  // other windows: they open at rest; who waits is seen to as it was to be expected
        for (std::size_t k = 0; k < matter_count; ++k) {
            left_[k] += lines_[line_of(k)].waiting / (one_stop_ ? double{matter_count} : 1.0);
        }
        lines_ = {};
        is_new_ = true;
    }
    one_stop_ = one_stop;
    settled_ = false;
    for (Line& line : lines_) line.at_rest = false;
}

void WeeklyQueue::book(const Capacity& capacity, ServiceBooks books) {
    for (std::size_t k = 0; k < matter_count; ++k) {
        const Window& window = capacity.windows[k];
        double number = left_[k];
        if (!lines_[line_of(k)].swings) {
            const double came = weeks_ * window.arrivals * luck_[k];
            books.year[ServiceSum::work_minutes] += came * window.minutes;
            number += came;
        }
        if (number != 0) add(number, prospects_, k, books);
    }
    weeks_ = 0;
    left_ = {};
}

// Calm lines do not move by luck, so one number a kind and month is enough for them.
void WeeklyQueue::begin_month(const Week& week) {
    month_ = week.month;
    ByMatter means{};
    for (std::size_t k = 0; k < matter_count; ++k) means[k] = week.capacity.windows[k].arrivals * weeks_per_month;
    luck_ = numbers_at(week.draws, {week.township, +Purpose::matters_of_week, week.month, month_sub}, means);
    for (std::size_t k = 0; k < matter_count; ++k) luck_[k] /= std::max(means[k], 1e-9);
}

// From a calm line some give up, as its queue lets expect; a line that swings says itself who leaves.
WindowWeek WeeklyQueue::window_week(const Week& week, std::size_t line) const {
    const Window& window = week.capacity.windows[line];
    WindowWeek sum{.capacity = window.capacity, .servers = window.servers, .spread = window.spread};
    const auto [first, last] = kinds_of(line);
    for (std::size_t k = first; k < last; ++k) {
        sum.expected += week.capacity.windows[k].arrivals * (lines_[line].swings ? 1.0 : prospects_.handled[k]);
    }
    return sum;
}

// The same of all kinds' lines.
WindowLanes WeeklyQueue::windows_of(const Week& week) const {
    WindowLanes lanes;
    for (std::size_t k = 0; k < matter_count; ++k) {
        const Line& line = lines_[line_of(k)];
        const Window& window = week.capacity.windows[line_of(k)];
        lanes.u[k] = line.state.u;
        lanes.capacity[k] = window.capacity;
        lanes.spread[k] = window.spread;
        lanes.servers[k] = window.servers;
        lanes.expected[k] = week.capacity.windows[k].arrivals * (line.swings ? 1.0 : prospects_.handled[k]);
    }
    if (one_stop_) lanes.expected = all_lanes(window_week(week, 0).expected);
    return lanes;
}

// Adds `number` matters of a line to its kinds, as they come.
void WeeklyQueue::share_out(const Week& week, std::size_t line, double number, ByMatter& to) const {
    const auto [first, last] = kinds_of(line);
    double all = 0;
    for (std::size_t k = first; k < last; ++k) all += week.capacity.windows[k].arrivals;
    for (std::size_t k = first; k < last; ++k) to[k] += number * week.capacity.windows[k].arrivals / all;
}

// A line opens at rest (one with more to do than it can, where patience keeps it), begins to swing when it comes near
// full load, and ends it; whether it did any of this.
bool WeeklyQueue::choose(const Week& week, std::size_t index) {
    Line& line = lines_[index];
    WindowWeek window = window_week(week, index);
    const Congestion rest = at_rest(window.expected, window.capacity, most_utilisation);
    if (line.swings) {
        if (rest.u >= calm_below.u || line.backlog.matters > window.spread * (rest.u - 1.0)) return false;
        share_out(week, index, line.waiting, left_);
        line = Line{};
        line.state = rest;
        return true;
    }
    const bool can_do_all = window.expected < window.capacity * most_utilisation;
    const bool opens = is_new_ && can_do_all;
    if (opens) line.state = rest;
    if (std::max(line.state.u, rest.u) < swings_from.u) return opens;
    const double unit = week.draws.exponential(
        {week.township, +Purpose::matters_of_week, week.number, static_cast<std::uint16_t>(first_backlog_sub + index)});
    line.swings = true;
    window.margin = margin_of(window);
    line.backlog = is_first_day_ && !can_do_all ? Backlog::full(window, patience(week))
                                                : Backlog::drawn(line.state, window.spread, unit);
    // Who waits on the first day has not been booked; a line that was calm before has booked them when they came.
    if (is_first_day_) line.waiting = line.backlog.waiting(window);
    Step opening;
    opening.windows = windows_of(week);
    for (std::size_t k = kinds_of(index).first; k < kinds_of(index).last; ++k) {
        opening.moves[k] = 1;
        opening.waits.set(k, line.backlog.wait(window, 0));
    }
    expect(week, opening);
    return true;
}

void WeeklyQueue::begin(const Week& week, Step& step) {
    step.windows = windows_of(week);
    step.rest = at_rest(step.windows, most_utilisation);
    bool has_chosen = false;
    for (std::size_t index = 0; index < line_count(); ++index) {
        const Line& line = lines_[index];
        if (week.capacity.windows[index].servers == 0 || line.at_rest) continue;
        for (std::size_t k = kinds_of(index).first; k < kinds_of(index).last; ++k) step.moves[k] = 1;
        const bool is_near_full = std::max(line.state.u, step.rest[index]) >= swings_from.u;
        if (!line.swings && !is_near_full && !is_new_) continue;
        has_chosen = choose(week, index) || has_chosen;
    }
    is_new_ = is_first_day_ = false;
    if (!has_chosen) return;
    step.windows = windows_of(week);
    step.rest = at_rest(step.windows, most_utilisation);
}

// The mean moves towards its rest.
void WeeklyQueue::calm(const Week& week, Step& step) {
    for (std::size_t index = 0; index < line_count(); ++index) {
        Line& line = lines_[index];
        if (step.moves[index] == 0 || line.swings) continue;
        const double rest = step.rest[index];
        const auto is_near = [&] { return std::abs(line.state.u - rest) <= near_enough * rest; };
        if (!is_near()) {
            const Window& window = week.capacity.windows[index];
            line.state =
                after_week(line.state, window.servers, step.windows.expected[index], window.capacity, window.spread);
        }
        line.at_rest = is_near();
        if (line.at_rest) line.state.u = rest;
        step.windows.u[index] = line.state.u;
    }
    if (one_stop_) step.windows.u = all_lanes(step.windows.u[0]);
    step.waits = wait_at(step.windows);
    step.gives_up = one_stop_ ? longer_than(step.waits, patience(week)) : all_lanes(as_patience_lasts);
}

// Matters are booked when they are taken up: those that came, less what the queue has grown by. Half of them have seen
// the queue of the week's beginning, half that of its end. `gives_up`: of those who are taken up or give up now.
void WeeklyQueue::swing(const Week& week, std::size_t index, const ByMatter& numbers, Step& step, ServiceBooks books) {
    Line& line = lines_[index];
    WindowWeek window = window_week(week, index);
    window.margin = margin_of(window);
    const auto [first, last] = kinds_of(index);
    for (std::size_t k = first; k < last; ++k) {
        window.come += numbers[k];
        step.taken_up[k] = numbers[k];
        books.year[ServiceSum::work_minutes] += numbers[k] * week.capacity.windows[k].minutes;
    }
    const auto words = week.draws.block(
        {week.township, +Purpose::matters_of_week, week.number, static_cast<std::uint16_t>(line_sub + index)});
    line.backlog = line.backlog.after_week(window, inverse_normal(Draws::to_uniform(words[0], words[1])),
                                           -portable_log(Draws::to_uniform(words[2], words[3])));
    const double gave_up = line.backlog.give_up(window, patience(week));
    const double waited = line.waiting;
    line.waiting = line.backlog.waiting(window);
    share_out(week, index, waited - line.waiting, step.taken_up);
    const double all = std::max(1.0, window.come + waited - line.waiting);
    for (std::size_t k = first; k < last; ++k) {
        step.gives_up[k] = std::min(1.0, gave_up / all);
        step.waits.set(k, line.backlog.wait(window, window.expected - gave_up));
    }
}

void WeeklyQueue::swing_all(const Week& week, Step& step, ServiceBooks books) {
    ByMatter numbers{};
    bool is_drawn = false;
    for (std::size_t index = 0; index < line_count(); ++index) {
        if (step.moves[index] == 0 || !lines_[index].swings) continue;
        if (!is_drawn) numbers = numbers_of_week(week);
        is_drawn = true;
        swing(week, index, numbers, step, books);
    }
}

void WeeklyQueue::book_half(const Step& step, ServiceBooks books) const {
    for (std::size_t k = 0; k < matter_count; ++k) {
        if (step.taken_up[k] != 0) add(0.5 * step.taken_up[k], prospects_, k, books);
    }
}

void WeeklyQueue::expect(const Week& week, Step& step) {
    if (one_stop_) {
        const double load = lines_[0].swings ? utilisation(window_week(week, 0)) : lines_[0].state.utilisation();
        for (std::size_t k = 0; k < matter_count; ++k) {
            const double factor = urgency_factor(week.rules, week.capacity, k, load);
            step.waits.fixed[k] *= factor;
            step.waits.random[k] *= factor;
        }
    }
    staffsim::expect(week.rules, week.demand, week.capacity, step.waits, step.gives_up, step.moves, prospects_);
}

void WeeklyQueue::live_week(const Week& week, ServiceBooks books) {
    if (week.month != month_) begin_month(week);
    if (!settled_) move(week, books);
    weeks_ += 1;
}

void WeeklyQueue::move(const Week& week, ServiceBooks books) {
    book(week.capacity, books);
    Step step;
    begin(week, step);
    calm(week, step);
    swing_all(week, step, books);
    const Lanes handled = prospects_.handled;
    book_half(step, books);
    expect(week, step);
    book_half(step, books);
    settled_ = true;
    for (std::size_t index = 0; index < line_count(); ++index) {
        Line& line = lines_[index];
        if (step.moves[index] == 0) continue;
        line.at_rest = line.at_rest && std::abs(prospects_.handled[index] - handled[index]) <= stands_still;
        settled_ = settled_ && line.at_rest;
    }
}

}  // namespace staffsim
