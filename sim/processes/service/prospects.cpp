// What a matter that comes to a window now can expect.

#include <algorithm>

#include "sim/processes/service/weekly.hpp"

namespace staffsim {

double urgency_factor(const ServiceRules& rules, const Capacity& capacity, std::size_t kind, double utilisation) {
    if (rules.windows != Windows::one_stop || rules.order != QueueOrder::urgent_first) return 1;
    double before = 0, up_to = 0, work = 0;  // shares of work that go first
    for (std::size_t k = 0; k < matter_count; ++k) {
        const double part = capacity.windows[k].arrivals * capacity.windows[k].minutes;
        work += part;
        const bool is_first = rules.promised_days[k] < rules.promised_days[kind] ||
                              (rules.promised_days[k] == rules.promised_days[kind] && k < kind);
        if (is_first) before += part;
        if (is_first || k == kind) up_to += part;
    }
    if (work <= 0) return 1;
    return (1.0 - utilisation) / ((1.0 - before / work * utilisation) * (1.0 - up_to / work * utilisation));
}

Prospects prospects_at(const ServiceRules& rules, const ServiceDemand& demand, const Capacity& capacity,
                       std::size_t kind, const Wait& wait, double gives_up) {
    const double days_a_week = demand.week / demand.day;
    const double own_days = capacity.windows[kind].minutes / capacity.windows[kind].speed / demand.day;
    Prospects expected;
    const double patience = rules.patience_days / days_a_week;
    expected.queue_days = wait.mean_up_to(patience) * days_a_week;
    expected.handled = 1.0 - gives_up;
    const double approved = rules.approval_share[kind], approval = demand.approval_days[kind];
    expected.wait_days = expected.queue_days + expected.handled * (own_days + approved * approval);
    const double in_time = rules.promised_days[kind] - own_days;
    const auto too_long = [&](double days) { return days <= 0 ? 1.0 : wait.longer_than(days / days_a_week); };
    double too_late = approved < 1 ? (1.0 - approved) * too_long(in_time) : 0.0;
    if (approved > 0) too_late += approved * too_long(in_time - approval);
    const double late = std::max(gives_up, too_late);
    expected.on_time = 1.0 - late;
    expected.failed = std::min(0.95, demand.failed[kind] * capacity.hurry) * expected.handled;
    expected.errors = std::min(expected.failed, demand.errors[kind] * capacity.hurry * expected.handled);
    const double by_late = late * rules.escalates_late, by_failure = expected.failed * rules.escalates_failed;
    expected.escalated = gives_up + (1.0 - gives_up) * (by_late + by_failure - by_late * by_failure);
    expected.complaints = late * rules.complains_late + expected.failed * rules.complains_failed + demand.manner;
    const double well = (1.0 - late) * (1.0 - expected.failed);
    const double content = rules.satisfied_well * well + rules.satisfied_late * late * (1.0 - expected.failed) +
                           rules.satisfied_failed * expected.failed;
    expected.satisfied = std::max(0.0, content - rules.satisfaction_per_day * expected.wait_days);
    return expected;
}

}  // namespace staffsim
