#include "analysis/theory/vacancies.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "analysis/theory/formulas.hpp"

namespace staffsim::theory {

namespace {

constexpr int vacancy_years_discarded = 60;
constexpr std::size_t vacancy_snapshot_every = 10;  // years: far apart, so that snapshots are as good as independent

const RecruitmentRules& recruitment(const scenario::Scenario& scenario) {
    return scenario.input.policy.blocks[0].recruitment;
}
double leaving(const scenario::Scenario& scenario) { return scenario.input.policy.blocks[0].retention.resignation; }

double lead_years(const scenario::Scenario& scenario) {
    const RecruitmentRules& rules = recruitment(scenario);
    if (rules.mode == RecruitmentMode::continuous) return rules.lead_days / days_per_year;
    const int days = on(2001, rules.round[0].entry) - on(2001, rules.round[0].announcement);
    return (days < 0 ? days + 365 : days) / days_per_year;
}

// Days from entry to entry: a year, or half a year with two rounds.
std::vector<double> intervals(const RecruitmentRules& rules) {
    if (rules.rounds_per_year == 1) return {365};
    const int first = on(2001, rules.round[0].entry) - first_of_year(2001);
    const int second = on(2001, rules.round[1].entry) - first_of_year(2001);
    const int apart = std::abs(second - first);
    return {static_cast<double>(apart), static_cast<double>(365 - apart)};
}

double lead_of_round(const RoundDays& days) {
    const int lead = on(2001, days.entry) - on(2001, days.announcement);
    return (lead < 0 ? lead + 365 : lead) / days_per_year;
}

// Vacant place-days, and snapshots of the number vacant by unit.
class VacancyWatcher : public engine::Sink {
  public:
    explicit VacancyWatcher(int places) : snapshots_(static_cast<std::size_t>(places) + 1) {}
    void on_year(std::size_t index, const County& county) override {
        if (static_cast<int>(index) < vacancy_years_discarded) return;
        for (std::size_t u = 0; u < county.units().size(); ++u) {
            vacant_days_ += static_cast<double>(county.tally().empty_place_days[u]);
            place_days_ += static_cast<double>(county.tally().days) * county.units()[u].places;
            if (index % vacancy_snapshot_every == 0)
                snapshots_[static_cast<std::size_t>(county.empty_places(UnitId{u}))] += 1;
        }
    }
    double vacant_days_ = 0, place_days_ = 0;
    std::vector<double> snapshots_;
};

VacancyWatcher watch(const scenario::Scenario& scenario, RandomKey key) {
    VacancyWatcher watcher(scenario.input.plan.units[0].places);
    engine::simulate(scenario.input, key, {}, watcher);
    return watcher;
}

double lead_time_share(const scenario::Scenario& scenario) {
    return vacant_share_lead_time(leaving(scenario), lead_years(scenario));
}

std::vector<double> binomial_classes(int places, double share) {
    std::vector<double> probabilities;
    for (int k = 0; k <= places; ++k) probabilities.push_back(binomial_probability(places, k, share));
    return probabilities;
}

}  // namespace

std::vector<Text> vacancy_objections(const scenario::Scenario& scenario) {
    std::vector<Text> wrong;
    for (const UnitPlan& unit : scenario.input.plan.units) {
        if (std::any_of(unit.quota.begin(), unit.quota.end(), [](int quota) { return quota > 0; }))
            wrong.push_back(Text{"units must have no titled posts", "单位不得有领导职务"});
        if (unit.places != scenario.input.plan.units[0].places)
            wrong.push_back(Text{"all units must have the same number of places", "各单位编制数应相同"});
    }
    if (leaving(scenario) <= 0)
        wrong.push_back(Text{"leaving.resignation must be positive", "leaving.resignation 应大于 0"});
    if (recruitment(scenario).approved_share != 1)
        wrong.push_back(Text{"recruitment.approved_share must be 1", "recruitment.approved_share 应为 1"});
    if (scenario.input.years <= vacancy_years_discarded)
        wrong.push_back(
            worded("years must exceed the {} that are discarded", "years 应大于略去的 {} 年", vacancy_years_discarded));
    return wrong;
}

std::vector<Quantity> lead_time_quantities(const scenario::Scenario& scenario) {
    const int places = scenario.input.plan.units[0].places;
    const double share = lead_time_share(scenario);
    return {{Text{"vacant share", "空缺比例"}, share},
            {worded("number vacant is Binomial({}, v)", "空缺数服从二项分布（{}, v）", places), 0, 0,
             Quantity::Kind::chi_square, binomial_classes(places, share)}};
}

std::vector<Text> intake_objections(const scenario::Scenario& scenario) {
    std::vector<Text> wrong = vacancy_objections(scenario);
    const RecruitmentRules& rules = recruitment(scenario);
    if (rules.mode != RecruitmentMode::annual)
        wrong.push_back(Text{"recruitment.mode must be \"annual\"", "recruitment.mode 应为 \"annual\""});
    if (rules.specialty_share != 0)
        wrong.push_back(Text{"recruitment.specialty_share must be 0", "recruitment.specialty_share 应为 0"});
    if (rules.withdrawal != 0)
        wrong.push_back(Text{"recruitment.withdrawal must be 0", "recruitment.withdrawal 应为 0"});
    if (rules.fixed_fill_probability <= 0)
        wrong.push_back(
            Text{"recruitment.fixed_fill_probability must be positive", "recruitment.fixed_fill_probability 应大于 0"});
    if (rules.rounds_per_year == 1) return wrong;
    const std::vector<double> apart = intervals(rules);
    if (std::abs(apart[0] - apart[1]) > 3)
        wrong.push_back(Text{"entries of the two rounds must be half a year apart", "两次录用到岗应相隔半年"});
    if (std::abs(lead_of_round(rules.round[0]) - lead_of_round(rules.round[1])) > 2 / days_per_year)
        wrong.push_back(
            Text{"both rounds must have the same time from announcement to entry", "两次从公告到录用的时间应相同"});
    if (lead_of_round(rules.round[0]) >= 0.5)
        wrong.push_back(Text{"a round must end before the next one is announced", "前一次应在后一次公告之前结束"});
    return wrong;
}

std::vector<Quantity> intake_quantities(const scenario::Scenario& scenario) {
    const RecruitmentRules& rules = recruitment(scenario);
    const double fill = rules.fixed_fill_probability;
    return {{Text{"vacant share", "空缺比例"},
             vacant_share_intake(leaving(scenario), 1.0 / rules.rounds_per_year, lead_years(scenario), fill)}};
}

Observation observe_lead_time(const scenario::Scenario& scenario, RandomKey key) {
    VacancyWatcher watcher = watch(scenario, key);
    return {{{watcher.vacant_days_, watcher.place_days_}, {0, 1, std::move(watcher.snapshots_)}}};
}

Observation observe_intake(const scenario::Scenario& scenario, RandomKey key) {
    const VacancyWatcher watcher = watch(scenario, key);
    return {{{watcher.vacant_days_, watcher.place_days_}}};
}

}  // namespace staffsim::theory
