#include "sim/engine/policy.hpp"

namespace staffsim::engine {

const std::vector<levers::Lever<Policy>>& all_levers() {
    static const levers::Table<Policy> table = [] {
        levers::Table<Policy> t;
        t.include(pay_levers(), [](Policy& p) -> PayRules& { return p.pay; });
        t.include(recruitment_levers(), [](Policy& p) -> RecruitmentRules& { return p.recruitment; });
        t.include(competition_levers(), [](Policy& p) -> CompetitionRules& { return p.competition; });
        t.include(assessment_levers(), [](Policy& p) -> AssessmentRules& { return p.assessment; });
        t.include(exchange_levers(), [](Policy& p) -> ExchangeRules& { return p.exchange; });
        t.include(front_line_levers(), [](Policy& p) -> FrontLineRules& { return p.front_line; });
        t.include(training_levers(), [](Policy& p) -> TrainingRules& { return p.training; });
        t.include(retention_levers(), [](Policy& p) -> RetentionRules& { return p.retention; });
        t.include(conduct_levers(), [](Policy& p) -> ConductRules& { return p.conduct; });
        t.include(service_levers(), [](Policy& p) -> ServiceRules& { return p.service; });
        t.include(motivation_levers(), [](Policy& p) -> MotivationRules& { return p.motivation; });
        t.include(performance_levers(), [](Policy& p) -> PerformanceRules& { return p.performance; });
        t.include(environment_levers(), [](Policy& p) -> EnvironmentRules& { return p.environment; });
        return t;
    }();
    return table.levers();
}

Policy default_policy() {
    Policy policy{};
    for (const auto& lever : all_levers()) lever.apply(policy, lever.row.default_value);
    return policy;
}

void leave_out_unpaid_effects(Policy& policy) {
    if (policy.pay.enabled) return;
    policy.retention.pay_elasticity = 0;
    policy.motivation.pay_effect = 0;
    policy.conduct.pay_effect = 0;
    policy.recruitment.pay_elasticity = 0;
}

}  // namespace staffsim::engine
