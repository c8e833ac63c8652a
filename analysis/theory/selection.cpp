#include "analysis/theory/selection.hpp"

#include <fmt/format.h>

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

std::vector<std::string> selection_objections(const scenario::Scenario& scenario) {
    std::vector<std::string> wrong = potential_objections(scenario);
    const CompetitionRules& rules = policy_of(scenario).competition;
    if (only_component(rules) == component_count) wrong.push_back("exactly one of promotion.weights must be positive");
    if (rules.long_service_credit != 0) wrong.push_back("promotion.long_service_credit must be 0");
    for (const UnitPlan& unit : scenario.input.plan.units) {
        const int titled = unit.places - clerks(unit);
        if (titled < 1 || clerks(unit) < 1)
            wrong.push_back(fmt::format("unit {} needs a titled post and somebody who stands for it", unit.id));
    }
    return wrong;
}

std::vector<Quantity> selection_quantities(const scenario::Scenario& scenario) {
    const CompetitionRules& rules = policy_of(scenario).competition;
    const double validity = rules.validity[only_component(rules)];
    std::vector<Quantity> quantities;
    for (const UnitPlan& unit : scenario.input.plan.units) {
        const int n = clerks(unit);
        Quantity quantity{fmt::format("true mean of the best of {}", n), validity * top_mean(n, 1)};
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

std::vector<std::string> quota_objections(const scenario::Scenario& scenario) {
    std::vector<std::string> wrong = potential_objections(scenario);
    const AssessmentRules& rules = policy_of(scenario).assessment;
    if (!rules.enabled || rules.timing != AssessmentTiming::county_day)
        wrong.push_back("assessment must be enabled, on one day for all");
    if (rules.in_turn_share != 0) wrong.push_back("assessment.in_turn_share must be 0");
    for (std::size_t s = 0; s < rater_source_count; ++s) {
        const bool counts = rules.raters[s] > 0 && rules.weights[s] > 0;
        if (counts && (rules.reliability[s] != 1 || rules.shared_bias[s] != 0))
            wrong.push_back("every rater who counts must see the truth: reliability 1, shared_bias 0");
    }
    if (policy_of(scenario).performance.stability != 0) wrong.push_back("performance.stability must be 0");
    for (const UnitPlan& unit : scenario.input.plan.units) {
        if (clerks(unit) != unit.places) wrong.push_back("units must have no titled posts");
        if (excellent_of(scenario, unit) < 1)
            wrong.push_back(fmt::format("unit {}: the quota allows nobody to be excellent", unit.id));
    }
    return wrong;
}

std::vector<Quantity> quota_quantities(const scenario::Scenario& scenario) {
    std::vector<Quantity> quantities;
    for (const UnitPlan& unit : scenario.input.plan.units) {
        const int k = excellent_of(scenario, unit);
        quantities.push_back({fmt::format("mean of the excellent {} of {}", k, unit.places), top_mean(unit.places, k)});
        quantities.push_back(
            {fmt::format("excellent of {} a year", unit.places), static_cast<double>(k), 0, Quantity::Kind::exact});
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
    std::string name;
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
    std::vector<Panel> list{{"composite as given", own, formula(own)}};
    for (const int raters : {1, 2, 5}) {
        list.push_back({fmt::format("{} without shared bias", raters), superiors_only(own, raters, 0.0),
                        spearman_brown(own.reliability[0], raters)});
    }
    AssessmentRules one = superiors_only(own, 1, own.shared_bias[0]);
    list.push_back({"one superior", one, formula(one)});
    AssessmentRules crowd = own;
    crowd.raters = {0, 0, 0, 1e12};
    crowd.weights = {0, 0, 0, 1};
    crowd.people_served = 1e12;
    list.push_back({"clients without number", crowd, 1.0 / (1.0 + own.shared_bias[3])});
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

std::vector<std::string> rating_objections(const scenario::Scenario& scenario) {
    std::vector<std::string> wrong = potential_objections(scenario);
    const CountyPlan& plan = scenario.input.plan;
    if (plan.units.size() != 1 || plan.units[0].places < 1000 || clerks(plan.units[0]) != plan.units[0].places)
        wrong.push_back("one unit of at least 1,000 places without titled posts is needed");
    if (!policy_of(scenario).assessment.enabled) wrong.push_back("assessment must be enabled");
    if (composite_reliability(policy_of(scenario).assessment) <= 0) wrong.push_back("somebody must rate");
    return wrong;
}

std::vector<Quantity> rating_quantities(const scenario::Scenario& scenario) {
    std::vector<Quantity> quantities;
    for (const Panel& panel : panels(scenario)) {
        quantities.push_back({"scores and truth: " + panel.name, panel.expected});
        quantities.push_back({"stated: " + panel.name, panel.expected, 0, Quantity::Kind::exact});
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
