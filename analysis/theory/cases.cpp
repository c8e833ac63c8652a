#include "analysis/theory/cases.hpp"

#include "analysis/theory/competing_risks.hpp"
#include "analysis/theory/legal_clocks.hpp"
#include "analysis/theory/pull_model.hpp"
#include "analysis/theory/pure_functions.hpp"
#include "analysis/theory/push_model.hpp"
#include "analysis/theory/queueing.hpp"
#include "analysis/theory/renewal.hpp"
#include "analysis/theory/retirement.hpp"
#include "analysis/theory/selection.hpp"
#include "analysis/theory/vacancies.hpp"
#include "analysis/theory/vacancy_chains.hpp"

namespace staffsim::theory {

const std::vector<TheoryCase>& theory_cases() {
    static const std::vector<TheoryCase> cases{
        {"a_push", "A push model", 400, push_model_objections, push_stocks_quantities, observe_push_stocks},
        {"a_push_steady", "A push model in the long run", 60, push_steady_objections, push_steady_quantities,
         observe_push_steady},
        {"b_random", "B pull model, random choice", 600, pull_model_objections, pull_model_quantities,
         observe_pull_model},
        {"b_seniority", "B pull model, seniority, sizes x 50", 30, pull_model_objections, pull_model_quantities,
         observe_pull_model},
        {"d_chains", "D vacancy chains, fixed probabilities", 100, chain_objections, chain_quantities, observe_chains},
        {"e1_selection", "E1 selection by a noisy score", 100, selection_objections, selection_quantities,
         observe_selection},
        {"e3_quota", "E3 quota of excellent", 60, quota_objections, quota_quantities, observe_quota},
        {"e6_rating", "E6 reliability of ratings", 60, rating_objections, rating_quantities, observe_rating},
        {"f1_lead_time", "F1 vacant share with a lead time", 300, vacancy_objections, lead_time_quantities,
         observe_lead_time},
        {"c1_two_kinds", "C1 renewal of posts, two kinds of people", 80, two_kinds_objections, two_kinds_quantities,
         observe_two_kinds},
        {"c3_minimum_service", "C3 renewal of posts, minimum service", 60, minimum_service_objections,
         minimum_service_quantities, observe_minimum_service},
        {"f2_annual_intake", "F2 vacant share with annual intake", 300, intake_objections, intake_quantities,
         observe_intake},
        {"f2_two_intakes", "F2 vacant share with two intakes a year", 300, intake_objections, intake_quantities,
         observe_intake},
        {"g_competing_risks", "G competing risks", 200, cohort_objections, cohort_quantities, observe_cohort},
        {"i_retirement_table",
         "I statutory ages of the reform",
         1,
         {},
         retirement_table_quantities,
         observe_retirement_table,
         false},
        {"i_retirement_rate", "I retirements while the age rises", 60, retirement_objections, retirement_quantities,
         observe_retirement},
        {"h1_steps", "H1 steps and pay grades", 60, steps_objections, steps_quantities, observe_steps},
        {"h3_rank_clock", "H3 rank clock", 30, rank_clock_objections, rank_clock_quantities, observe_rank_clock},
        {"h4_sanctions", "H4 periods of sanctions", 1, sanction_objections, sanction_quantities, observe_sanctions},
        {"m_queue", "M waits in a queue", 60, queue_objections, queue_quantities, observe_queue},
        {"j_dynamic_retention", "J dynamic retention", 1, {}, {}, {}, true, retention_case},
        {"k_assignment", "K assignment", 1, {}, {}, {}, true, assignment_case},
    };
    return cases;
}

}  // namespace staffsim::theory
