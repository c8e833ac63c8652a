#include "analysis/theory/cases.hpp"

#include <fmt/format.h>

#include "analysis/theory/formulas.hpp"
#include "analysis/theory/legal_clocks.hpp"
#include "analysis/theory/pull_model.hpp"
#include "analysis/theory/pure_functions.hpp"
#include "analysis/theory/push_model.hpp"
#include "analysis/theory/queueing.hpp"
#include "analysis/theory/selection.hpp"
#include "analysis/theory/vacancies.hpp"

namespace staffsim::theory {

namespace {

// --- theory G: one cohort, competing constant causes

struct Cause {
    const char* name;
    Flow flow;
};
constexpr Cause causes[] = {{"resign", Flow::exit_resignation},
                            {"moved above", Flow::exit_moved_above},
                            {"early retirement", Flow::exit_early_retirement},
                            {"dismissal", Flow::exit_dismissal},
                            {"death", Flow::exit_death}};

std::vector<double> hazards(const scenario::Scenario& scenario) {
    const engine::Policy& policy = scenario.input.policy.blocks[0];
    return {policy.retention.resignation, policy.retention.moved_above[0], policy.retention.early_retirement,
            policy.conduct.sanction * policy.conduct.severity[5], policy.retention.death};
}

std::vector<std::string> cohort_objections(const scenario::Scenario& scenario) {
    const engine::Policy& policy = scenario.input.policy.blocks[0];
    std::vector<std::string> wrong;
    if (policy.recruitment.approved_share != 0)
        wrong.push_back("recruitment.approved_share must be 0: nobody is replaced");
    if (policy.retention.early_retirement_needs_service)
        wrong.push_back("leaving.early_retirement_needs_service must be false");
    for (const double rate : policy.retention.moved_above) {
        if (rate != policy.retention.moved_above[0])
            wrong.push_back("leaving.moved_above must be the same at all ages");
    }
    return wrong;
}

std::vector<Quantity> cohort_quantities(const scenario::Scenario& scenario) {
    const std::vector<double> rates = hazards(scenario);
    const double time = scenario.input.years;
    std::vector<Quantity> quantities{{fmt::format("still there after {} years", time), survival(rates, time)}};
    for (std::size_t cause = 0; cause < rates.size(); ++cause) {
        // Rare causes are allowed a standard error of 3 %: half a per cent would need five million people.
        const double allowed = rates[cause] < 0.01 ? 0.03 : 0.01;
        quantities.push_back(
            {fmt::format("left by {}", causes[cause].name), cumulative_incidence(rates, cause, time), allowed});
    }
    return quantities;
}

class CohortWatcher : public engine::Sink {
  public:
    void on_year(std::size_t, const County& county) override {
        for (const auto& flows : county.tally().flows) {
            for (std::size_t cause = 0; cause < 5; ++cause)
                left_[cause] += static_cast<double>(flows[static_cast<std::size_t>(causes[cause].flow)]);
        }
        staff_ = county.units()[0].staff;
    }
    std::array<double, 5> left_{};
    double staff_ = 0;
};

Observation observe_cohort(const scenario::Scenario& scenario, RandomKey key) {
    CohortWatcher watcher;
    engine::simulate(scenario.input, key, {}, watcher);
    const double people = scenario.input.plan.units[0].places;
    Observation seen{{{watcher.staff_, people}}};
    for (const double left : watcher.left_) seen.values.push_back({left, people});
    return seen;
}

}  // namespace

const std::vector<TheoryCase>& theory_cases() {
    static const std::vector<TheoryCase> cases{
        {"a_push", "A push model", 400, push_model_objections, push_stocks_quantities, observe_push_stocks},
        {"a_push_steady", "A push model in the long run", 60, push_steady_objections, push_steady_quantities,
         observe_push_steady},
        {"b_random", "B pull model, random choice", 600, pull_model_objections, pull_model_quantities,
         observe_pull_model},
        {"b_seniority", "B pull model, seniority, sizes x 50", 30, pull_model_objections, pull_model_quantities,
         observe_pull_model},
        {"e1_selection", "E1 selection by a noisy score", 100, selection_objections, selection_quantities,
         observe_selection},
        {"e3_quota", "E3 quota of excellent", 60, quota_objections, quota_quantities, observe_quota},
        {"e6_rating", "E6 reliability of ratings", 60, rating_objections, rating_quantities, observe_rating},
        {"f1_lead_time", "F1 vacant share with a lead time", 300, vacancy_objections, lead_time_quantities,
         observe_lead_time},
        {"f2_annual_intake", "F2 vacant share with annual intake", 300, vacancy_objections, intake_quantities,
         observe_intake},
        {"g_competing_risks", "G competing risks", 200, cohort_objections, cohort_quantities, observe_cohort},
        {"h1_steps", "H1 steps and pay grades", 60, steps_objections, steps_quantities, observe_steps},
        {"h3_rank_clock", "H3 rank clock", 30, rank_clock_objections, rank_clock_quantities, observe_rank_clock},
        {"h4_sanctions", "H4 periods of sanctions", 1, sanction_objections, sanction_quantities, observe_sanctions},
        {"m_queue", "M waits in a queue", 60, queue_objections, queue_quantities, observe_queue},
        {"j_dynamic_retention", "J dynamic retention", 1, {}, retention_quantities, observe_retention, false},
        {"k_assignment", "K assignment", 1, {}, assignment_quantities, observe_assignment, false},
    };
    return cases;
}

}  // namespace staffsim::theory
