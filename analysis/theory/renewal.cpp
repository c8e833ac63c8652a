#include "analysis/theory/renewal.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/theory/formulas.hpp"

namespace staffsim::theory {

namespace {

constexpr int settled_after = 20;  // years

double places(const scenario::Scenario& scenario) { return scenario.input.plan.units[0].places; }

// Years under risk until the end of a year of the run: the first day is not charged.
double years_until(const scenario::Scenario& scenario, int year) {
    const Day start = scenario.input.plan.start;
    return (add_years(start, year) - start - 1) / days_per_year;
}

std::vector<Text> renewal_objections(const scenario::Scenario& scenario) {
    std::vector<Text> wrong;
    const CountyPlan& plan = scenario.input.plan;
    if (plan.units.size() != 1) wrong.push_back(Text{"one unit is needed", "须有一个单位"});
    if (std::any_of(plan.units[0].quota.begin(), plan.units[0].quota.end(), [](int quota) { return quota > 0; }))
        wrong.push_back(Text{"the unit must have no titled posts", "单位不得有领导职务"});
    if (!plan.start_full || plan.start_service_years != 0)
        wrong.push_back(Text{"start_full must be true and start_service_years 0: all posts are filled on the first day",
                             "start_full 应为 true，start_service_years 应为 0：起始日各岗位满员"});
    const RecruitmentRules& recruitment = policy_of(scenario).recruitment;
    if (recruitment.mode != RecruitmentMode::continuous || recruitment.lead_days != 0)
        wrong.push_back(Text{"recruitment.mode must be \"continuous\" and recruitment.lead_days 0",
                             "recruitment.mode 应为 \"continuous\"，recruitment.lead_days 应为 0"});
    if (recruitment.approved_share != 1)
        wrong.push_back(Text{"recruitment.approved_share must be 1", "recruitment.approved_share 应为 1"});
    if (policy_of(scenario).retention.resignation <= 0)
        wrong.push_back(Text{"leaving.resignation must be positive", "leaving.resignation 应大于 0"});
    return wrong;
}

// Resignations by day of the run.
class RenewalWatcher : public engine::Sink {
  public:
    explicit RenewalWatcher(const scenario::Scenario& scenario)
        : start_(scenario.input.plan.start),
          by_day_(static_cast<std::size_t>(add_years(start_, scenario.input.years) - start_)) {}
    bool wants_facts() const override { return true; }
    void on_facts(std::span<const Fact> facts, const County&) override {
        for (const Fact& fact : facts) {
            if (fact.kind == Fact::Kind::left) by_day_[static_cast<std::size_t>(fact.day - start_)] += 1;
        }
    }
    void on_year(std::size_t index, const County& county) override {
        if (index == 0) first_cohort_ = entered_before(county, start_ + 1);
        if (static_cast<int>(index) < settled_after) return;
        stayed_ += entered_before(county, add_years(start_, static_cast<int>(index)));
        ++years_;
    }
    // Of the time (from, until], years under risk.
    double between(double from, double until) const {
        double sum = 0;
        for (std::size_t day = 0; day < by_day_.size(); ++day) {
            const double time = static_cast<double>(day) / days_per_year;
            if (time > from && time <= until) sum += by_day_[day];
        }
        return sum;
    }
    double stayed_ = 0, first_cohort_ = 0;
    double years_ = 0;

  private:
    static double entered_before(const County& county, Day day) {
        const std::vector<PersonId>& members = county.unit(UnitId{std::size_t{0}}).members;
        return static_cast<double>(std::count_if(members.begin(), members.end(),
                                                 [&](PersonId person) { return county.cold(person).entry < day; }));
    }

    Day start_;
    std::vector<double> by_day_;
};

// --- C1

constexpr int times[] = {1, 5, 10};

MixedExponential holders(const scenario::Scenario& scenario) {
    const RetentionRules& rules = policy_of(scenario).retention;
    const double low = rules.resignation / (1.0 + rules.mobile_share * (rules.mobile_ratio - 1.0));
    return {rules.mobile_share, low * rules.mobile_ratio, low};
}

}  // namespace

std::vector<Text> two_kinds_objections(const scenario::Scenario& scenario) {
    std::vector<Text> wrong = renewal_objections(scenario);
    if (policy_of(scenario).recruitment.minimum_service_years != 0)
        wrong.push_back(
            Text{"recruitment.minimum_service_years must be 0", "recruitment.minimum_service_years 应为 0"});
    if (scenario.input.years <= settled_after)
        wrong.push_back(worded("years must exceed {}", "years 应大于 {}", settled_after));
    if (!wrong.empty()) return wrong;
    if (std::exp(-settling_rate(holders(scenario)) * settled_after) > 1e-3)
        wrong.push_back(worded("rates are so low that posts have not settled after {} years",
                               "离开率太低，{} 年后岗位仍未稳定", settled_after));
    return wrong;
}

std::vector<Quantity> two_kinds_quantities(const scenario::Scenario& scenario) {
    const MixedExponential people = holders(scenario);
    std::vector<Quantity> quantities;
    for (const int year : times) {
        quantities.push_back({worded("renewals of a post in {} years", "一个岗位在 {} 年内的更替次数", year),
                              renewals(people, years_until(scenario, year))});
    }
    quantities.push_back({Text{"first holders still there after a year", "一年后仍在的首任者"},
                          survival(people, years_until(scenario, 1))});
    quantities.push_back({Text{"stability index in the long run", "长期稳定指数"}, stability_index(people, 1)});
    return quantities;
}

Observation observe_two_kinds(const scenario::Scenario& scenario, RandomKey key) {
    RenewalWatcher watcher(scenario);
    engine::simulate(scenario.input, key, {}, watcher);
    const double posts = places(scenario);
    Observation seen;
    for (const int year : times) seen.values.push_back({watcher.between(0, years_until(scenario, year)), posts});
    seen.values.push_back({watcher.first_cohort_, posts});
    seen.values.push_back({watcher.stayed_, posts * watcher.years_});
    return seen;
}

// --- C3

namespace {

double lock_years(const scenario::Scenario& scenario) {
    return std::floor(policy_of(scenario).recruitment.minimum_service_years * days_per_year + 0.5) / days_per_year;
}

struct Window {
    Text name;
    double from, until;
};

// The first wave, before and after its members may leave again, and the long run.
std::vector<Window> windows(const scenario::Scenario& scenario) {
    const double lock = lock_years(scenario);
    return {{Text{"a year after the first lock", "首个服务期满后一年"}, lock + 0.75, lock + 1.25},
            {Text{"just before the second lock ends", "第二个服务期将满之时"}, 2 * lock - 0.5, 2 * lock},
            {Text{"just after the second lock ends", "第二个服务期刚满之后"}, 2 * lock, 2 * lock + 0.5},
            {Text{"in the long run", "长期"}, 12 * lock - 1, 12 * lock}};
}

}  // namespace

std::vector<Text> minimum_service_objections(const scenario::Scenario& scenario) {
    std::vector<Text> wrong = renewal_objections(scenario);
    if (scenario.input.plan.units[0].kind != UnitKind::township)
        wrong.push_back(Text{"the unit must be a township: county organs have no minimum service",
                             "单位应为乡镇：县直机关没有最低服务年限"});
    if (policy_of(scenario).retention.mobile_share != 0)
        wrong.push_back(Text{"leaving.mobile.share must be 0", "leaving.mobile.share 应为 0"});
    if (lock_years(scenario) < 1.5)
        wrong.push_back(Text{"recruitment.minimum_service_years must be 1.5 or more",
                             "recruitment.minimum_service_years 应不小于 1.5"});
    if (scenario.input.years < 12 * lock_years(scenario))
        wrong.push_back(
            Text{"years must be 12 times the minimum service or more", "years 应不少于最低服务年限的 12 倍"});
    return wrong;
}

std::vector<Quantity> minimum_service_quantities(const scenario::Scenario& scenario) {
    const double lock = lock_years(scenario), rate = policy_of(scenario).retention.resignation;
    std::vector<Quantity> quantities{
        {Text{"exits inside the first lock", "首个服务期内的离开人数"}, 0, 0, Quantity::Kind::exact}};
    for (const Window& window : windows(scenario)) {
        const double exits = locked_renewals(lock, rate, window.until) - locked_renewals(lock, rate, window.from);
        // A window of half a year has few exits: a standard error of 1.8 %.
        quantities.push_back({worded("exits a year and post, {}", "每岗每年离开人数，{}", window.name),
                              exits / (window.until - window.from), 0.018});
    }
    for (const int locks : {2, 12}) {
        quantities.push_back({worded("renewals of a post in {} locks", "一个岗位在 {} 个服务期内的更替次数", locks),
                              locked_renewals(lock, rate, locks * lock)});
    }
    return quantities;
}

Observation observe_minimum_service(const scenario::Scenario& scenario, RandomKey key) {
    RenewalWatcher watcher(scenario);
    engine::simulate(scenario.input, key, {}, watcher);
    const double posts = places(scenario), lock = lock_years(scenario);
    Observation seen{{{watcher.between(-1, lock), 1}}};
    for (const Window& window : windows(scenario)) {
        seen.values.push_back({watcher.between(window.from, window.until), posts * (window.until - window.from)});
    }
    for (const int locks : {2, 12}) seen.values.push_back({watcher.between(0, locks * lock), posts});
    return seen;
}

}  // namespace staffsim::theory
