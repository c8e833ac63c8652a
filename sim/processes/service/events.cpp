#include "sim/processes/service/events.hpp"

#include <algorithm>
#include <functional>

namespace staffsim {

namespace {

// Luck of one matter: two blocks. Sub-draws of the second purpose begin where those of the first end.
constexpr std::uint16_t arrivals_sub = 1;  // of matters_of_week: the weekly queue has sub-draw 0

}  // namespace

struct EventQueue::Week {
    const ServiceRules& rules;
    const ServiceDemand& demand;
    const Capacity& capacity;
    const Draws& draws;
    EntityKey township;
    std::int32_t week;
    ServiceYear& sums;

    double minutes(std::size_t kind) const { return capacity.windows[kind].minutes / capacity.windows[kind].speed; }
    bool is_one_stop() const { return rules.windows == Windows::one_stop; }
    // Whether `a` is taken up before `b` at windows that take everything.
    bool goes_first(std::size_t a, std::size_t b) const {
        const double first = rules.promised_days[a], second = rules.promised_days[b];
        return first != second ? first < second : a < b;
    }
};

void EventQueue::draw_arrivals(const Week& now) {
    arrivals_.clear();
    for (std::size_t kind = 0; kind < matter_count; ++kind) {
        const double mean = now.capacity.windows[kind].arrivals;
        if (mean <= 0) continue;
        const EntityKey entity = combine(now.township, kind);
        const std::uint32_t number =
            now.draws.poisson({entity, +Purpose::matters_of_week, now.week, arrivals_sub}, mean);
        for (std::uint32_t k = 0; k < std::min(number, 65535u); ++k) {
            const auto sub = static_cast<std::uint16_t>(k);
            const auto words = now.draws.block({entity, +Purpose::matter, now.week, sub});
            arrivals_.push_back({Draws::to_uniform(words[0], words[1]) * now.demand.week,
                                 -portable_log(Draws::to_uniform(words[2], words[3])), now.week, sub,
                                 static_cast<std::uint8_t>(kind)});
        }
    }
    std::sort(arrivals_.begin(), arrivals_.end(), [&now](const Arrival& a, const Arrival& b) {
        if (!now.is_one_stop() && a.kind != b.kind) return a.kind < b.kind;
        if (a.at != b.at) return a.at < b.at;
        return a.kind != b.kind ? a.kind < b.kind : a.number < b.number;
    });
}

// How the matter ends. Counted when it is taken up, or given up.
void EventQueue::close(const Week& now, const Arrival& matter, double waited, double worked, bool gave_up) {
    const std::size_t kind = matter.kind;
    const ServiceRules& rules = now.rules;
    const auto luck =
        now.draws.four_uniforms({combine(now.township, kind), +Purpose::matter_outcome, matter.week, matter.number});
    const double queue_days = waited / now.demand.day;
    const double approval = luck[0] < rules.approval_share[kind] ? now.demand.approval_days[kind] : 0.0;
    const double days = queue_days + (gave_up ? 0.0 : worked / now.demand.day + approval);
    const bool late = gave_up || days > rules.promised_days[kind];
    const bool failed = !gave_up && luck[1] < std::min(0.95, now.demand.failed[kind] * now.capacity.hurry);
    const bool error = failed && luck[1] < now.demand.errors[kind] * now.capacity.hurry;
    const double by_late = late ? rules.escalates_late : 0.0, by_failure = failed ? rules.escalates_failed : 0.0;
    const bool escalated = gave_up || luck[2] < by_late + by_failure - by_late * by_failure;
    const double complains =
        (late ? rules.complains_late : 0.0) + (failed ? rules.complains_failed : 0.0) + now.demand.manner;
    const bool unresolved = failed || gave_up;
    const double content = unresolved ? rules.satisfied_failed : late ? rules.satisfied_late : rules.satisfied_well;
    ServiceYear& sums = now.sums;
    sums[ServiceSum::matters] += 1;
    sums[ServiceSum::handled] += gave_up ? 0 : 1;
    sums[ServiceSum::wait_days] += days;
    sums[ServiceSum::queue_days] += queue_days;
    sums[ServiceSum::on_time] += late ? 0 : 1;
    sums[ServiceSum::failed] += failed ? 1 : 0;
    sums[ServiceSum::legal_errors] += error ? 1 : 0;
    sums[ServiceSum::escalated] += escalated ? 1 : 0;
    sums[ServiceSum::satisfied] += luck[3] < content - rules.satisfaction_per_day * days ? 1 : 0;
    // The same luck decides on escalating and complaining: those who go to the county complain first.
    sums[of_kind(ServiceSum::complaints_by_kind, kind)] += luck[2] < complains ? 1 : 0;
    sums[of_kind(ServiceSum::taken_up_by_kind, kind)] += 1;
    sums[of_kind(ServiceSum::queue_minutes_by_kind, kind)] += waited;
    sums[ServiceSum::had_to_queue] += waited > 0 ? 1 : 0;
}

// Begins work on a matter at `time`; false when it was given up meanwhile.
bool EventQueue::start(const Week& now, Line& line, const Arrival& matter, double time) {
    const double waited = time - matter.at;
    const double patience = now.rules.patience_days * now.demand.day;
    if (waited > patience) {
        close(now, matter, patience, 0, true);
        return false;
    }
    const double worked = matter.work * now.minutes(matter.kind);
    line.finish.push_back(time + worked);
    std::push_heap(line.finish.begin(), line.finish.end(), std::greater<>());
    close(now, matter, waited, worked, false);
    return true;
}

// Gives free servers something to do.
void EventQueue::take_up(const Week& now, Line& line, double time) {
    const auto servers = static_cast<std::size_t>(now.capacity.windows[line.kind].servers);
    while (line.finish.size() < servers && line.length > 0) {
        std::size_t next = matter_count;
        for (std::size_t kind = 0; kind < matter_count; ++kind) {
            if (line.head[kind] == line.waiting[kind].size()) continue;
            const bool is_better = [&] {
                if (next == matter_count) return true;
                if (now.rules.order == QueueOrder::urgent_first) return now.goes_first(kind, next);
                return line.waiting[kind][line.head[kind]].at < line.waiting[next][line.head[next]].at;
            }();
            if (is_better) next = kind;
        }
        const Arrival matter = line.waiting[next][line.head[next]++];
        --line.length;
        if (line.head[next] == line.waiting[next].size()) line.waiting[next].clear(), line.head[next] = 0;
        start(now, line, matter, time);
    }
}

// One queue through the week, with the arrivals [first, last).
void EventQueue::run_line(const Week& now, Line& line, std::size_t first, std::size_t last) {
    double time = 0;
    const auto advance = [&](double to) {
        now.sums[ServiceSum::queue_integral] += static_cast<double>(line.length) * (to - time);
        time = to;
    };
    take_up(now, line, 0);  // there may be more servers than last week
    for (;;) {
        const double arrival = first < last ? arrivals_[first].at : now.demand.week;
        const double finish = line.finish.empty() ? now.demand.week : line.finish.front();
        if (std::min(arrival, finish) >= now.demand.week) break;
        if (finish <= arrival) {
            advance(finish);
            std::pop_heap(line.finish.begin(), line.finish.end(), std::greater<>());
            line.finish.pop_back();
        } else {
            advance(arrival);
            line.waiting[arrivals_[first].kind].push_back(arrivals_[first]);
            ++line.length;
            ++first;
        }
        take_up(now, line, time);
    }
    advance(now.demand.week);
    // The next week begins at 0.
    for (double& finish : line.finish) finish -= now.demand.week;
    for (std::size_t kind = 0; kind < matter_count; ++kind) {
        auto& waiting = line.waiting[kind];
        waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(line.head[kind]));
        line.head[kind] = 0;
        for (Arrival& matter : waiting) matter.at -= now.demand.week;
    }
}

void EventQueue::live_week(const ServiceRules& rules, const ServiceDemand& demand, const Capacity& capacity,
                           const Draws& draws, EntityKey township, std::int32_t week, ServiceYear& sums) {
    const Week now{rules, demand, capacity, draws, township, week, sums};
    draw_arrivals(now);
    sums[ServiceSum::clock_minutes] += demand.week;
    for (const Arrival& matter : arrivals_) {
        sums[ServiceSum::work_minutes] += capacity.windows[matter.kind].minutes;
    }
    if (now.is_one_stop()) {
        move_waiting_together();
        return run_line(now, lines_[0], 0, arrivals_.size());
    }
    std::size_t first = 0;
    for (std::size_t kind = 0; kind < matter_count; ++kind) {
        std::size_t last = first;
        while (last < arrivals_.size() && arrivals_[last].kind == kind) ++last;
        lines_[kind].kind = kind;
        if (capacity.windows[kind].servers > 0) run_line(now, lines_[kind], first, last);
        first = last;
    }
}

// Windows may have changed from one a kind to one for all, or back.
void EventQueue::move_waiting_together() {
    lines_[0].kind = 0;
    for (std::size_t kind = 1; kind < matter_count; ++kind) {
        Line& line = lines_[kind];
        for (std::size_t of = 0; of < matter_count; ++of) {
            for (std::size_t i = line.head[of]; i < line.waiting[of].size(); ++i) {
                lines_[0].waiting[of].push_back(line.waiting[of][i]);
                ++lines_[0].length;
            }
        }
        line = Line{};
    }
}

}  // namespace staffsim
