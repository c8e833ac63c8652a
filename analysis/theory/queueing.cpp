#include "analysis/theory/queueing.hpp"

#include <cmath>

namespace staffsim::theory {

namespace {

struct Model {
    double rate = 0;     // arrivals a working minute
    double minutes = 0;  // of work
    double servers = 0;
    double utilisation() const { return rate * minutes / servers; }
};

std::size_t kinds_that_come(const ServiceRules& rules) {
    std::size_t kinds = 0;
    for (const double rate : rules.rates) kinds += rate > 0 ? 1 : 0;
    return kinds;
}

Model queue_of(const scenario::Scenario& scenario) {
    const ServiceRules& rules = scenario.input.policy.blocks[0].service;
    const UnitPlan& unit = scenario.input.plan.units[0];
    Model model;
    for (std::size_t k = 0; k < matter_count; ++k) {
        if (rules.rates[k] == 0) continue;
        model.rate = rules.rates[k] * unit.residents / 1000.0 / (rules.days_per_year * rules.minutes_per_day);
        model.minutes = rules.minutes[k];
    }
    model.servers = unit.places * rules.time[0];
    return model;
}

// Sums of the service after the first year.
class QueueWatcher : public engine::Sink {
  public:
    void on_year(std::size_t index, const County& county) override {
        if (index > 0) sums += county.tally().service[0];
    }
    ServiceYear sums;
};

}  // namespace

double erlang_c(int servers, double utilisation) {
    const double offered = utilisation * servers;
    double term = 1, sum = 1;
    for (int k = 1; k < servers; ++k) sum += term *= offered / k;
    const double all_busy = term * offered / servers / (1.0 - utilisation);
    return all_busy / (sum + all_busy);
}

std::vector<Text> queue_objections(const scenario::Scenario& scenario) {
    const ServiceRules& rules = scenario.input.policy.blocks[0].service;
    const std::vector<UnitPlan>& units = scenario.input.plan.units;
    std::vector<Text> wrong;
    const auto object = [&wrong](bool is_wrong, const Text& why) {
        if (is_wrong) wrong.push_back(why);
    };
    object(rules.queue != ServiceQueue::events,
           Text{"service.queue must be \"events\"", "service.queue 应为 \"events\""});
    object(units.size() != 1 || units[0].kind != UnitKind::township,
           Text{"there must be one township and nothing else", "应只有一个乡镇"});
    object(kinds_that_come(rules) != 1,
           Text{"service.rates must be above 0 for one kind of matter", "service.rates 应恰有一类事项大于 0"});
    object(rules.scale_elasticity != 1, Text{"service.scale_elasticity must be 1", "service.scale_elasticity 应为 1"});
    object(rules.requests_per_100_days != 0,
           Text{"service.requests_per_100_days must be 0", "service.requests_per_100_days 应为 0"});
    object(rules.time_effect != 0, Text{"service.time_effect must be 0", "service.time_effect 应为 0"});
    object(rules.procedure != rules.procedure_centre, Text{"service.procedure must be service.procedure_centre",
                                                           "service.procedure 应为 service.procedure_centre"});
    object(rules.flex != 0, Text{"service.flex must be 0", "service.flex 应为 0"});
    object(rules.escalation_minutes != 0,
           Text{"service.escalation_minutes must be 0", "service.escalation_minutes 应为 0"});
    object(rules.windows != Windows::by_matter,
           Text{"service.windows must be \"by_matter\"", "service.windows 应为 \"by_matter\""});
    if (!wrong.empty()) return wrong;
    const Model model = queue_of(scenario);
    object(std::abs(model.servers - std::round(model.servers)) > 1e-9 || model.servers < 1,
           Text{"places x service.time.citizens must be a whole number of servers",
                "编制数 × service.time.citizens 应为整数个窗口"});
    object(units[0].institution_staff + units[0].contract_staff > 0,
           Text{"there must be no other staff", "不得有其他人员"});
    object(model.utilisation() >= 0.96,
           Text{"servers must be busy for less than 96 % of the time", "窗口忙碌的时间应少于 96%"});
    object(scenario.input.years < 2,
           Text{"years must be 2 or more: the first is left out", "years 应不小于 2：第一年略去"});
    const double longest = model.minutes / (model.servers * (1 - model.utilisation()));
    object(rules.patience_days * rules.minutes_per_day < 30 * longest,
           Text{"service.patience_days must be out of reach", "service.patience_days 应大到不起作用"});
    return wrong;
}

std::vector<Quantity> queue_quantities(const scenario::Scenario& scenario) {
    const Model model = queue_of(scenario);
    const auto servers = static_cast<int>(std::lround(model.servers));
    const double chance = erlang_c(servers, model.utilisation());
    const double wait = chance * model.minutes / (model.servers * (1.0 - model.utilisation()));
    return {{Text{"wait in the queue, working minutes", "排队等候（工作分钟）"}, wait, 0.01},
            {Text{"chance to wait", "须等候的概率"}, chance},
            {Text{"mean number in the queue", "平均排队人数"}, model.rate * wait, 0.01},
            {Text{"Little's law: number in the queue over rate times wait",
                  "利特尔定律：排队人数与（到达率 × 等候时间）之比"},
             1.0, 0.001}};
}

Observation observe_queue(const scenario::Scenario& scenario, RandomKey key) {
    QueueWatcher watcher;
    engine::simulate(scenario.input, key, {}, watcher);
    const ServiceYear& sums = watcher.sums;
    const double waits = sums.all_kinds(ServiceSum::queue_minutes_by_kind);
    return {{{waits, sums.all_kinds(ServiceSum::taken_up_by_kind)},
             {sums[ServiceSum::had_to_queue], sums[ServiceSum::matters]},
             {sums[ServiceSum::queue_integral], sums[ServiceSum::clock_minutes]},
             {sums[ServiceSum::queue_integral], waits}}};
}

}  // namespace staffsim::theory
