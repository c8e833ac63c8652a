#include "sim/processes/motivation/motivation.hpp"

namespace staffsim {

using levers::Grade;
using levers::Type;

const levers::Table<MotivationRules>& motivation_levers() {
    static const levers::Table<MotivationRules> table = [] {
        levers::Table<MotivationRules> t;
        const auto effect = [&t](const char* key, double MotivationRules::*field, double value, levers::Range range,
                                 const char* unit, const char* en, const char* zh, const char* meaning,
                                 const char* source) {
            return t.number(Type::coefficient, key, field, value, range, unit)
                .assumption()
                .says(en, zh, meaning)
                .from(source, Grade::A);
        };
        t.flag("motivation.enabled", &MotivationRules::enabled, true)
            .assumption()
            .says("Motivation changes over time", "积极性变化", "Off: everybody keeps the own disposition.")
            .from("structural switch", Grade::A);
        effect("motivation.reversion", &MotivationRules::reversion, 0.3, {0.05, 1}, "per year", "Return to disposition",
               "积极性回归速度", "Share of the distance to the target closed in a year.", "own choice")
            .plausible(0.1, 0.7);
        effect("motivation.pay_effect", &MotivationRules::pay_effect, 0.6, {0, 2}, "z per log point",
               "Effect of pay on motivation", "工资对积极性的作用",
               "Shift of the target per log point of relative pay.", "own choice")
            .plausible(0.2, 1.2);
        effect("motivation.pay_centre", &MotivationRules::pay_centre, 0.06, {-1, 1}, "log ratio",
               "Relative pay in the baseline (motivation)", "相对工资基准（积极性）",
               "Mean log of own over outside pay in the baseline.", "mean of the 2026 baseline")
            .plausible(0, 0.12);
        effect("motivation.excellent_effect", &MotivationRules::excellent_effect, 0.1, {0, 0.3}, "z",
               "Excellent result raises motivation", "优秀的激励", "Rise after an excellent result.", "own choice")
            .plausible(0, 0.3);
        effect("motivation.poor_result_effect", &MotivationRules::poor_result_effect, 0.2, {0, 0.6}, "z",
               "Poor result lowers motivation", "不佳考核的打击",
               "Fall after a basically competent or incompetent result.", "own choice")
            .plausible(0, 0.5);
        effect("motivation.promotion_effect", &MotivationRules::promotion_effect, 0.2, {0, 0.6}, "z",
               "Promotion raises motivation", "晋升的激励", "Rise after a promotion.", "own choice")
            .plausible(0, 0.5);
        effect("motivation.lost_competition_effect", &MotivationRules::lost_competition_effect, 0.05, {0, 0.15}, "z",
               "Lost competition lowers motivation", "竞争落选的打击", "Fall after a lost competition.",
               "parameters §5")
            .plausible(0, 0.15);
        effect("motivation.incentive_effect", &MotivationRules::incentive_effect, 0.3, {0, 1}, "z per unit",
               "Effect of fair consequences", "公平兑现的激励",
               "Shift of the target per unit of correlation between results and performance, when everything hangs on "
               "results.",
               "own choice")
            .plausible(0, 0.7);
        effect("motivation.fairness_centre", &MotivationRules::fairness_centre, 0.39, {0, 1}, "correlation",
               "Fairness of results in the baseline", "考核公平感基准",
               "Mean correlation of results with true performance within a unit in the baseline.",
               "mean of the 2026 baseline")
            .plausible(0.3, 0.48);
        effect("motivation.service_load_effect", &MotivationRules::service_load_effect, 0.1, {0, 0.5}, "z per log load",
               "Effect of citizens' matters on motivation", "群众事项负荷对积极性的作用",
               "Lower target per log of citizens' work over the time for it, above the baseline's mean.",
               "own choice; burnout in rural services [PUB 47]")
            .plausible(0, 0.3);
        effect("motivation.stagnation_effect", &MotivationRules::stagnation_effect, 0.2, {0, 0.6}, "z",
               "Long wait for promotion lowers motivation", "长期未晋升的影响",
               "Lower target after ten years at the lowest tier.", "own choice")
            .plausible(0, 0.5);
        return t;
    }();
    return table;
}

namespace {

void shift(const MotivationRules& rules, World& world, PersonId person, double by) {
    if (rules.enabled) world.county.traits(person).motivation += static_cast<float>(by);
}

}  // namespace

bool review_motivation(const MotivationRules& rules, World& world, PersonId person, AssessmentFelt felt) {
    if (!rules.enabled) return false;
    const County& county = world.county;
    Traits& traits = world.county.traits(person);
    double target = static_cast<double>(traits.disposition) +
                    rules.pay_effect * (static_cast<double>(county.pay(person).relative) - rules.pay_centre);
    target -=
        rules.service_load_effect * static_cast<double>(county.unit(UnitId{county.hot(person).unit}).service.load);
    const std::optional<double> fairness = county.unit(UnitId{county.hot(person).unit}).fairness;
    if (fairness) target += rules.incentive_effect * felt.stakes * (*fairness - rules.fairness_centre);
    if (county.hot(person).tier == 0 && county.years_in_tier(person) > 10) target -= rules.stagnation_effect;
    double motivation = static_cast<double>(traits.motivation);
    motivation += rules.reversion * (target - motivation);
    const bool is_poor = felt.result == Result::basically_competent || felt.result == Result::incompetent;
    if (felt.result == Result::excellent) motivation += rules.excellent_effect;
    if (is_poor) motivation -= rules.poor_result_effect;
    const float before = traits.motivation;
    traits.motivation = static_cast<float>(motivation);
    return traits.motivation != before;
}

void lose_competition(const MotivationRules& rules, World& world, PersonId person) {
    shift(rules, world, person, -rules.lost_competition_effect);
    std::uint8_t& lost = world.county.record(person).lost_competitions;
    if (lost < 255) ++lost;
    world.county.count(person, Flow::lost_competitions);
    world.county.remark(Fact::Kind::lost_competition, 0, person);
    world.county.stir(person);
}

void win_promotion(const MotivationRules& rules, World& world, PersonId person) {
    shift(rules, world, person, rules.promotion_effect);
    world.county.record(person).lost_competitions = 0;
}

void bear_family_burden(const MotivationRules& rules, World& world, PersonId person, double fall) {
    shift(rules, world, person, -fall);
}

}  // namespace staffsim
