#include "sim/processes/shared/performance.hpp"

#include <algorithm>
#include <cmath>

namespace staffsim {

using levers::Grade;
using levers::Range;
using levers::Type;

namespace {

void add_field_fit(levers::Table<PerformanceRules>& t) {
    static const std::vector<std::string> names{"law",         "agriculture",    "economics",
                                                "engineering", "administration", "other"};
    t.numbers<6>(Type::by_name, "performance.fit.township", &PerformanceRules::fit_township, names,
                 {1, 1, 0.5, 0.5, 1, 0}, {0, 1}, "0 to 1")
        .assumption()
        .plausible({{0.7, 1}, {0.7, 1}, {0.25, 0.75}, {0.25, 0.75}, {0.7, 1}, {0, 0.3}})
        .says("Need of townships by field", "乡镇所需专业", "How well a field of study meets the work of a township.")
        .from("own choice; range: about a quarter either way", Grade::A);
    t.numbers<6>(Type::by_name, "performance.fit.county_organ", &PerformanceRules::fit_organ, names,
                 {1, 0.5, 1, 0.5, 1, 0}, {0, 1}, "0 to 1")
        .assumption()
        .plausible({{0.7, 1}, {0.25, 0.75}, {0.7, 1}, {0.25, 0.75}, {0.7, 1}, {0, 0.3}})
        .says("Need of county organs by field", "县直机关所需专业",
              "How well a field of study meets the work of a county organ.")
        .from("own choice; range: about a quarter either way", Grade::A);
    t.number(Type::coefficient, "performance.fit.effect", &PerformanceRules::fit_effect, 0.2, {0, 0.6}, "z")
        .assumption()
        .plausible(0, 0.4)
        .says("Effect of specialty match", "专业对口的作用",
              "True performance of a full match of field and work over none.")
        .from("own choice", Grade::A);
    t.number(Type::coefficient, "performance.fit.centre", &PerformanceRules::fit_centre, 0.68, {0, 1}, "0 to 1")
        .assumption()
        .plausible(0.5, 0.85)
        .says("Specialty match in the baseline", "专业对口基准", "Mean match in the baseline.")
        .from("mean of the 2026 baseline; range: another mix of fields", Grade::A);
}

}  // namespace

const levers::Table<PerformanceRules>& performance_levers() {
    static const levers::Table<PerformanceRules> table = [] {
        levers::Table<PerformanceRules> t;
        t.number(Type::coefficient, "performance.ability_weight", &PerformanceRules::ability_weight, 0.6, {0, 1},
                 "z per z")
            .assumption()
            .plausible(0.4, 0.8)
            .says("Weight of ability in performance", "能力对实绩的作用",
                  "Change of true performance per z of ability.")
            .from("scaled so that potential has variance near 1", Grade::A);
        t.number(Type::coefficient, "performance.skill_weight", &PerformanceRules::skill_weight, 0.5, {0, 1}, "z per z")
            .assumption()
            .plausible(0.3, 0.7)
            .says("Weight of skill in performance", "业务水平对实绩的作用",
                  "Change of true performance per z of mean skill.")
            .from("scaled so that potential has variance near 1", Grade::A);
        t.number(Type::coefficient, "performance.motivation_weight", &PerformanceRules::motivation_weight, 0.35, {0, 1},
                 "z per z")
            .assumption()
            .plausible(0.15, 0.6)
            .says("Weight of motivation in performance", "工作积极性对实绩的作用",
                  "Change of true performance per z of work motivation.")
            .from("scaled so that potential has variance near 1", Grade::A);
        t.number(Type::share, "performance.stability", &PerformanceRules::stability, 0.8, {0, 0.95}, "correlation")
            .assumption()
            .plausible(0.5, 0.95)
            .says("Year-to-year stability of performance", "实绩年际稳定性",
                  "Correlation of true performance between years at constant traits.")
            .from("parameters §3", Grade::A);
        t.number(Type::share, "exchange.disruption_share", &PerformanceRules::disruption_share, 0.25, {0, 0.5},
                 "of output")
            .assumption()
            .plausible(0.1, 0.5)
            .says("Output lost while settling in", "岗位变动初期工作损失",
                  "Share of performance and hands lost in the first months after a move to other work.")
            .from("parameters §6: .1 to .5", Grade::A);
        t.whole(Type::count, "exchange.disruption_months", &PerformanceRules::disruption_months, 6, {0, 24}, "months")
            .assumption()
            .plausible(3, 12)
            .says(
                "Months of settling in", "岗位变动适应月数",
                "Months after a secondment, its end, a transfer, a rotation, a borrowing or an appointment to another "
                "post type or unit in which output is lost.")
            .from("parameters §6: first half-year", Grade::A);
        t.number(Type::share, "performance.output_sd", &PerformanceRules::output_sd, 0.32, {0.15, 0.6},
                 "of mean output per z")
            .assumption()
            .plausible(0.19, 0.48)
            .says("Spread of output", "实绩的产出离散度",
                  "Share of mean output that one z of performance stands for; turns output lost into z.")
            .from(
                "Hunter, Schmidt and Judiesch 1990, jobs of medium complexity, from memory; range: simple to complex "
                "jobs",
                Grade::A);
        add_field_fit(t);
        return t;
    }();
    return table;
}

namespace {

std::int32_t common_days(SettlingIn spell, Day from, Day until) {
    return std::max(0, std::min(spell.until, until) - std::max(spell.from, from));
}

}  // namespace

double disruption(const PerformanceRules& rules, const PersonCold& person, Day from, Day until) {
    const SettlingIn& latest = person.settling[1];
    const SettlingIn before{person.settling[0].from, std::min(person.settling[0].until, latest.from)};
    const std::int32_t days = common_days(before, from, until) + common_days(latest, from, until);
    if (days == 0) return 0;
    return rules.disruption_share / rules.output_sd * days / (until - from);
}

void begin_settling_in(const PerformanceRules& rules, World& world, PersonId person) {
    if (rules.disruption_share == 0 || rules.disruption_months == 0) return;
    const Day until = add_months(world.today(), rules.disruption_months);
    world.county.begin_settling_in(person, until, rules.disruption_share);
    world.requests.about(until, EventKind::settled_in, world.county, person);
}

void end_settling_in(World& world, PersonId person) {
    if (world.county.cold(person).settling[1].until <= world.today()) world.county.end_settling_in(person);
}

PerformanceMix::PerformanceMix(const PerformanceRules& rules)
    : rules_(&rules), lasting_(std::sqrt(rules.stability)), luck_(std::sqrt(1.0 - rules.stability)) {}

void draw_performance_luck(const World& world, std::int32_t year, std::span<const EntityKey> people,
                           std::span<double> luck) {
    world.draws.normals(people, {{}, +Purpose::performance_luck, year}, luck);
}

void draw_performance_luck(const World& world, std::int32_t year, std::span<double> luck) {
    draw_performance_luck(world, year, world.county.keys().first(luck.size()), luck);
}

void draw_two_lucks(const World& world, std::int32_t year, std::span<double> performance,
                    std::span<double> exponential) {
    const std::span<const EntityKey> people = world.county.keys().first(performance.size());
    world.draws.two_uniforms(people, {{}, +Purpose::performance_luck, year}, performance, exponential);
    inverse_normals(performance);
    minus_logs(exponential);
}

double second_luck(const World& world, std::int32_t year, PersonId person) {
    const DrawAddress at{world.county.cold(person).key, +Purpose::performance_luck, year};
    return -portable_log(world.draws.second_uniform(at));
}

}  // namespace staffsim
