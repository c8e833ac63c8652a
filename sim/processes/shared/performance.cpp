#include "sim/processes/shared/performance.hpp"

#include <cmath>

namespace staffsim {

using levers::Grade;
using levers::Range;
using levers::Type;

const levers::Table<PerformanceRules>& performance_levers() {
    static const levers::Table<PerformanceRules> table = [] {
        levers::Table<PerformanceRules> t;
        t.number(Type::coefficient, "performance.ability_weight", &PerformanceRules::ability_weight, 0.6, {0, 1},
                 "z per z")
            .assumption()
            .says("Weight of ability in performance", "能力对实绩的作用",
                  "Change of true performance per z of ability.")
            .from("scaled so that potential has variance near 1", Grade::A);
        t.number(Type::coefficient, "performance.skill_weight", &PerformanceRules::skill_weight, 0.5, {0, 1}, "z per z")
            .assumption()
            .says("Weight of skill in performance", "业务水平对实绩的作用",
                  "Change of true performance per z of mean skill.")
            .from("scaled so that potential has variance near 1", Grade::A);
        t.number(Type::coefficient, "performance.motivation_weight", &PerformanceRules::motivation_weight, 0.35, {0, 1},
                 "z per z")
            .assumption()
            .says("Weight of motivation in performance", "工作积极性对实绩的作用",
                  "Change of true performance per z of work motivation.")
            .from("scaled so that potential has variance near 1", Grade::A);
        t.number(Type::share, "performance.stability", &PerformanceRules::stability, 0.8, {0, 0.95}, "correlation")
            .assumption()
            .says("Year-to-year stability of performance", "实绩年际稳定性",
                  "Correlation of true performance between years at constant traits.")
            .from("parameters §3", Grade::A);
        return t;
    }();
    return table;
}

PerformanceMix::PerformanceMix(const PerformanceRules& rules)
    : rules_(&rules), lasting_(std::sqrt(rules.stability)), luck_(std::sqrt(1.0 - rules.stability)) {}

void performance_in_year(const PerformanceRules& rules, const World& world, std::int32_t year, Cohort& cohort) {
    cohort.truth.resize(cohort.people.size());
    world.draws.normals(cohort.keys, {{}, +Purpose::performance_luck, year}, cohort.truth);
    const PerformanceMix mix(rules);
    for (std::size_t i = 0; i < cohort.people.size(); ++i) {
        cohort.truth[i] = mix.of(world.county.traits(cohort.people[i]), cohort.truth[i]);
    }
}

void draw_performance_luck(const World& world, std::int32_t year, std::span<double> luck) {
    world.draws.normals(world.county.keys().first(luck.size()), {{}, +Purpose::performance_luck, year}, luck);
}

}  // namespace staffsim
