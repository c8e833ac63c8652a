#include "analysis/theory/competing_risks.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/theory/formulas.hpp"

namespace staffsim::theory {

namespace {

struct Cause {
    Text name;
    ExitCause exit;
};
constexpr std::size_t cause_count = 5;
const Cause causes[cause_count] = {{{"resigned", "辞职"}, ExitCause::resignation},
                                   {{"moved above", "上调"}, ExitCause::moved_above},
                                   {{"retired early", "提前退休"}, ExitCause::early_retirement},
                                   {{"dismissed", "开除"}, ExitCause::dismissal},
                                   {{"died", "死亡"}, ExitCause::death}};
constexpr std::size_t moved_above = 1;

std::vector<double> hazards(const scenario::Scenario& scenario) {
    const engine::Policy& policy = scenario.input.policy.blocks[0];
    return {policy.retention.resignation, policy.retention.moved_above[0], policy.retention.early_retirement,
            policy.conduct.sanction * policy.conduct.severity[5], policy.retention.death};
}

// Year-ends at which the cohort is looked at: about a third and half of the way, and at the end.
std::vector<int> years_looked_at(const scenario::Scenario& scenario) {
    const int years = scenario.input.years;
    std::vector<int> at{std::max(1, years / 3), std::max(1, years / 2), years};
    at.erase(std::unique(at.begin(), at.end()), at.end());
    return at;
}

// Days and causes of all exits.
class CohortWatcher : public engine::Sink {
  public:
    void on_year(std::size_t, const County&) override {}
    bool wants_facts() const override { return true; }
    void on_facts(std::span<const Fact> facts, const County&) override {
        for (const Fact& fact : facts) {
            if (fact.kind != Fact::Kind::left) continue;
            for (std::size_t cause = 0; cause < cause_count; ++cause) {
                if (static_cast<ExitCause>(fact.detail) == causes[cause].exit) ++exits_[fact.day.value][cause];
            }
        }
    }
    // Exits of a cause before a day.
    double left(std::size_t cause, Day before) const {
        double sum = 0;
        for (const auto& [day, by_cause] : exits_) sum += day < before.value ? by_cause[cause] : 0;
        return sum;
    }
    // One minus Kaplan-Meier of a cause with the others as censored.
    double kaplan_meier_loss(std::size_t cause, Day before, double people) const {
        double at_risk = people, stays = 1;
        for (const auto& [day, by_cause] : exits_) {
            if (day >= before.value) break;
            stays *= 1.0 - by_cause[cause] / at_risk;
            for (const int exits : by_cause) at_risk -= exits;
        }
        return 1.0 - stays;
    }

  private:
    std::map<std::int32_t, std::array<int, cause_count>> exits_;
};

}  // namespace

std::vector<Text> cohort_objections(const scenario::Scenario& scenario) {
    const engine::Policy& policy = scenario.input.policy.blocks[0];
    std::vector<Text> wrong;
    if (policy.recruitment.approved_share != 0)
        wrong.push_back(Text{"recruitment.approved_share must be 0: nobody is replaced",
                             "recruitment.approved_share 应为 0：不补充人员"});
    if (policy.retention.early_retirement_needs_service)
        wrong.push_back(Text{"leaving.early_retirement_needs_service must be false",
                             "leaving.early_retirement_needs_service 应为 false"});
    for (const double rate : policy.retention.moved_above) {
        if (rate != policy.retention.moved_above[0])
            wrong.push_back(
                Text{"leaving.moved_above must be the same at all ages", "leaving.moved_above 在各年龄应相同"});
    }
    return wrong;
}

std::vector<Quantity> cohort_quantities(const scenario::Scenario& scenario) {
    const std::vector<double> rates = hazards(scenario);
    std::vector<Quantity> quantities;
    for (const int time : years_looked_at(scenario)) {
        quantities.push_back({worded("still there after {} years", "{} 年后仍在", time), survival(rates, time)});
        for (std::size_t cause = 0; cause < cause_count; ++cause) {
            // Rare causes are allowed a standard error of 3 %: half a per cent would need five million people.
            const double allowed = rates[cause] < 0.01 ? 0.03 : 0.01;
            quantities.push_back({worded("{} within {} years", "{1} 年内{0}", causes[cause].name, time),
                                  cumulative_incidence(rates, cause, time), allowed});
        }
        const double alone = 1.0 - std::exp(-rates[moved_above] * time);
        const double excess = alone - cumulative_incidence(rates, moved_above, time);
        quantities.push_back({worded("moved above by 1-KM, wrong, {} years", "{} 年内上调（误用 1−KM）", time), alone});
        quantities.push_back({worded("… too much by, {} years", "……{} 年内多计", time), excess, 0.01});
    }
    return quantities;
}

Observation observe_cohort(const scenario::Scenario& scenario, RandomKey key) {
    CohortWatcher watcher;
    engine::simulate(scenario.input, key, {}, watcher);
    const double people = scenario.input.plan.units[0].places;
    Observation seen;
    for (const int time : years_looked_at(scenario)) {
        const Day end = add_years(scenario.input.plan.start, time);
        double staff = people;
        std::vector<Observation::Value> left;
        for (std::size_t cause = 0; cause < cause_count; ++cause) {
            left.push_back({watcher.left(cause, end), people});
            staff -= left.back().numerator;
        }
        seen.values.push_back({staff, people});
        seen.values.insert(seen.values.end(), left.begin(), left.end());
        const double alone = watcher.kaplan_meier_loss(moved_above, end, people);
        seen.values.push_back({alone, 1});
        seen.values.push_back({alone - left[moved_above].numerator / people, 1});
    }
    return seen;
}

}  // namespace staffsim::theory
