#include "analysis/theory/selection.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/theory/bare_county.hpp"
#include "analysis/theory/formulas.hpp"

namespace staffsim::theory {

namespace {

constexpr int contests = 4000;    // of each unit in a replication
constexpr int quota_years = 150;  // of a replication
constexpr double least_share = 1e-9;

int clerks(const UnitPlan& unit) { return unit.places - std::accumulate(unit.quota.begin(), unit.quota.end(), 0); }

// The component that alone counts in a competition; the number of components when there is none.
std::size_t only_component(const CompetitionRules& rules) {
    std::size_t only = component_count;
    for (std::size_t c = 0; c < component_count; ++c) {
        if (rules.weights[c] <= 0) continue;
        if (only < component_count) return component_count;
        only = c;
    }
    return only;
}

SeatId first_seat(const County& county, UnitId unit) { return SeatId{county.unit(unit).first_seat}; }

// Excellent results by the rule that they are rounded down.
int excellent_of(const scenario::Scenario& scenario, const UnitPlan& unit) {
    return static_cast<int>(policy_of(scenario).assessment.excellent_share * unit.places + least_share);
}

}  // namespace

// --- E1: the best of n by score

std::vector<Text> selection_objections(const scenario::Scenario& scenario) {
    std::vector<Text> wrong = potential_objections(scenario);
    const CompetitionRules& rules = policy_of(scenario).competition;
    if (only_component(rules) == component_count)
        wrong.push_back(
            Text{"exactly one of promotion.weights must be positive", "promotion.weights 中应恰有一项大于 0"});
    if (rules.long_service_credit != 0)
        wrong.push_back(Text{"promotion.long_service_credit must be 0", "promotion.long_service_credit 应为 0"});
    for (const UnitPlan& unit : scenario.input.plan.units) {
        const int titled = unit.places - clerks(unit);
        if (titled < 1 || clerks(unit) < 1)
            wrong.push_back(worded("unit {} needs a titled post and somebody who stands for it",
                                   "单位 {} 须有领导职务和参加竞争的人员", unit.id));
    }
    return wrong;
}

std::vector<Quantity> selection_quantities(const scenario::Scenario& scenario) {
    const CompetitionRules& rules = policy_of(scenario).competition;
    const double validity = rules.validity[only_component(rules)];
    std::vector<Quantity> quantities;
    for (const UnitPlan& unit : scenario.input.plan.units) {
        const int n = clerks(unit);
        Quantity quantity{worded("true mean of the best of {}", "{} 人中最优者的真实均值", n),
                          validity * top_mean(n, 1)};
        if (n == 1) quantity.scale = 1;
        quantities.push_back(std::move(quantity));
    }
    return quantities;
}

Observation observe_selection(const scenario::Scenario& scenario, RandomKey key) {
    BareCounty bare(scenario, key);
    std::vector<std::vector<PersonId>> fields;
    for (std::size_t u = 0; u < bare.county.units().size(); ++u) fields.push_back(bare.settle_clerks(UnitId{u}));
    Observation seen;
    seen.values.resize(fields.size(), {0, contests});
    for (int contest = 0; contest < contests; ++contest) {
        bare.county.begin_day(bare.county.today() + 1);
        for (std::size_t u = 0; u < fields.size(); ++u) {
            bare.draw_abilities(fields[u], contest);
            const PersonId winner = choose(Regime::competition, bare.policy().competition, bare.policy().performance,
                                           bare.world, first_seat(bare.county, UnitId{u}), fields[u]);
            seen.values[u].numerator += potential(bare.policy().performance, bare.county.traits(winner));
        }
    }
    return seen;
}

// --- E3: the quota of excellent

std::vector<Text> quota_objections(const scenario::Scenario& scenario) {
    std::vector<Text> wrong = potential_objections(scenario);
    const AssessmentRules& rules = policy_of(scenario).assessment;
    if (!rules.enabled || rules.timing != AssessmentTiming::county_day)
        wrong.push_back(Text{"assessment must be enabled, on one day for all", "考核应启用，且同日进行"});
    if (rules.in_turn_share != 0)
        wrong.push_back(Text{"assessment.in_turn_share must be 0", "assessment.in_turn_share 应为 0"});
    for (std::size_t s = 0; s < rater_source_count; ++s) {
        const bool counts = rules.raters[s] > 0 && rules.weights[s] > 0;
        if (counts && (rules.reliability[s] != 1 || rules.shared_bias[s] != 0))
            wrong.push_back(Text{"every rater who counts must see the truth: reliability 1, shared_bias 0",
                                 "计入的评价者都应看到真实情况：reliability 为 1，shared_bias 为 0"});
    }
    if (policy_of(scenario).performance.stability != 0)
        wrong.push_back(Text{"performance.stability must be 0", "performance.stability 应为 0"});
    for (const UnitPlan& unit : scenario.input.plan.units) {
        if (clerks(unit) != unit.places) wrong.push_back(Text{"units must have no titled posts", "单位不得有领导职务"});
        if (excellent_of(scenario, unit) < 1)
            wrong.push_back(
                worded("unit {}: the quota allows nobody to be excellent", "单位 {}：按比例没有优秀名额", unit.id));
    }
    return wrong;
}

std::vector<Quantity> quota_quantities(const scenario::Scenario& scenario) {
    std::vector<Quantity> quantities;
    for (const UnitPlan& unit : scenario.input.plan.units) {
        const int k = excellent_of(scenario, unit);
        quantities.push_back({worded("mean of the excellent {} of {}", "{1} 人中优秀 {0} 人的均值", k, unit.places),
                              top_mean(unit.places, k)});
        quantities.push_back({worded("excellent of {} a year", "{} 人中每年优秀人数", unit.places),
                              static_cast<double>(k), 0, Quantity::Kind::exact});
    }
    return quantities;
}

Observation observe_quota(const scenario::Scenario& scenario, RandomKey key) {
    BareCounty bare(scenario, key);
    std::vector<std::vector<PersonId>> pools;
    for (std::size_t u = 0; u < bare.county.units().size(); ++u) pools.push_back(bare.settle_clerks(UnitId{u}));
    const auto assessment = bare.everywhere(&engine::Policy::assessment);
    const auto performance = bare.everywhere(&engine::Policy::performance);
    Observation seen;
    seen.values.resize(2 * pools.size(), {0, 0});
    for (int year = 0; year < quota_years; ++year) {
        bare.county.begin_day(add_years(bare.county.today(), 1));
        hold_assessment(assessment, performance, bare.world);
        for (std::size_t u = 0; u < pools.size(); ++u) {
            for (const PersonId person : pools[u]) {
                const Record& record = bare.county.record(person);
                if (record.results[2] != Result::excellent) continue;
                seen.values[2 * u].numerator += static_cast<double>(record.performance);
                seen.values[2 * u].denominator += 1;
                seen.values[2 * u + 1].numerator += 1;
            }
            seen.values[2 * u + 1].denominator += 1;
        }
    }
    return seen;
}

// --- E6: reliability of ratings

namespace {

struct Panel {
    Text name;
    AssessmentRules rules;
    double expected;
};

double formula(const AssessmentRules& rules) {
    std::vector<RatingSource> sources;
    for (std::size_t s = 0; s < rater_source_count; ++s) {
        const double error = (1.0 + rules.shared_bias[s]) * (1.0 - rules.reliability[s]) / rules.reliability[s];
        sources.push_back({rules.weights[s], rules.raters[s], rules.shared_bias[s], error});
    }
    return rating_reliability(sources);
}

AssessmentRules superiors_only(AssessmentRules rules, double raters, double shared_bias) {
    rules.raters = {raters, 0, 0, 0};
    rules.weights = {1, 0, 0, 0};
    rules.shared_bias[0] = shared_bias;
    return rules;
}

// The scenario's own panel; superiors alone without shared bias, where Spearman and Brown's formula holds; and clients
// so many that nothing but their shared bias is left.
std::vector<Panel> panels(const scenario::Scenario& scenario) {
    const AssessmentRules& own = policy_of(scenario).assessment;
    std::vector<Panel> list{{Text{"composite as given", "按所设综合评价"}, own, formula(own)}};
    for (const int raters : {1, 2, 5}) {
        list.push_back({worded("{} without shared bias", "{} 名上级、无共同偏差", raters),
                        superiors_only(own, raters, 0.0), spearman_brown(own.reliability[0], raters)});
    }
    AssessmentRules one = superiors_only(own, 1, own.shared_bias[0]);
    list.push_back({Text{"one superior", "一名上级"}, one, formula(one)});
    AssessmentRules crowd = own;
    crowd.raters = {0, 0, 0, 1e12};
    crowd.weights = {0, 0, 0, 1};
    crowd.people_served = 1e12;
    list.push_back({Text{"clients without number", "服务对象不计其数"}, crowd, 1.0 / (1.0 + own.shared_bias[3])});
    return list;
}

double squared_correlation(const std::vector<PersonId>& people, const County& county) {
    double truth = 0, score = 0, truth2 = 0, score2 = 0, product = 0;
    for (const PersonId person : people) {
        const auto t = static_cast<double>(county.record(person).performance);
        const auto s = static_cast<double>(county.record(person).scores[2]);
        truth += t, score += s, truth2 += t * t, score2 += s * s, product += t * s;
    }
    const auto n = static_cast<double>(people.size());
    const double covariance = product - truth * score / n;
    return covariance * covariance / ((truth2 - truth * truth / n) * (score2 - score * score / n));
}

}  // namespace

std::vector<Text> rating_objections(const scenario::Scenario& scenario) {
    std::vector<Text> wrong = potential_objections(scenario);
    const CountyPlan& plan = scenario.input.plan;
    if (plan.units.size() != 1 || plan.units[0].places < 1000 || clerks(plan.units[0]) != plan.units[0].places)
        wrong.push_back(Text{"one unit of at least 1,000 places without titled posts is needed",
                             "须有一个编制不少于 1000、没有领导职务的单位"});
    if (!policy_of(scenario).assessment.enabled) wrong.push_back(Text{"assessment must be enabled", "考核应启用"});
    if (composite_reliability(policy_of(scenario).assessment) <= 0)
        wrong.push_back(Text{"somebody must rate", "须有人评价"});
    return wrong;
}

std::vector<Quantity> rating_quantities(const scenario::Scenario& scenario) {
    std::vector<Quantity> quantities;
    for (const Panel& panel : panels(scenario)) {
        quantities.push_back({Text{"scores and truth: ", "得分与真实情况的相关："} + panel.name, panel.expected});
        quantities.push_back({Text{"stated: ", "公式值："} + panel.name, panel.expected, 0, Quantity::Kind::exact});
    }
    return quantities;
}

Observation observe_rating(const scenario::Scenario& scenario, RandomKey key) {
    BareCounty bare(scenario, key);
    const std::vector<PersonId> people = bare.settle_clerks(UnitId{0});
    bare.draw_abilities(people, 0);
    const auto performance = bare.everywhere(&engine::Policy::performance);
    Observation seen;
    for (const Panel& panel : panels(scenario)) {
        bare.county.begin_day(add_years(bare.county.today(), 1));
        hold_assessment({{&panel.rules}, &panel.rules}, performance, bare.world);
        seen.values.push_back({squared_correlation(people, bare.county), 1});
        seen.values.push_back({composite_reliability(panel.rules), 1});
    }
    return seen;
}

}  // namespace staffsim::theory
