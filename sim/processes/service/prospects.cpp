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

}  // namespace staffsim
