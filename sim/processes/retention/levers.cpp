#include "sim/processes/retention/retention.hpp"

namespace staffsim {

using levers::Authority;
using levers::Grade;
using levers::Scope;
using levers::Type;

namespace {

void add_retirement(levers::Table<RetentionRules>& t) {
    t.flag("retirement.enabled", &RetentionRules::retirement, true)
        .fact()
        .says("Statutory retirement", "法定退休", "Off in textbook models.")
        .from("structural switch", Grade::L);
    t.flag("retirement.reform_2025", &RetentionRules::retirement_reform, true)
        .policy(Authority::centre, "5", Scope::person)
        .says("Retirement reform of 2025", "渐进式延迟退休", "Ages rise by a month per four birth months, at most 36.")
        .from("decision of 2024-09-13 [PUB 35]; table from memory", Grade::P);
    t.whole(Type::age, "retirement.age_men", &RetentionRules::age_men, 60, {50, 70}, "years old")
        .policy(Authority::centre, "5", Scope::person)
        .says("Retirement age, men", "男退休年龄", "Before the reform's delay.")
        .from("domain §11 [PUB 35]", Grade::P);
    t.whole(Type::age, "retirement.age_women", &RetentionRules::age_women, 55, {45, 70}, "years old")
        .policy(Authority::centre, "5", Scope::person)
        .says("Retirement age, women cadres", "女干部退休年龄", "Before the reform's delay.")
        .from("domain §11 [PUB 35]", Grade::P);
    t.number(Type::share, "retirement.flexible_share", &RetentionRules::flexible_share, 0.3, {0, 0.8}, "share")
        .assumption()
        .plausible(0, 0.8)
        .says("Flexible early retirement", "弹性提前退休比例",
              "Share of those whose age the reform delays who retire up to 36 months earlier, not before the old age.")
        .from("parameters §2 [PUB 36]", Grade::A);
}

void add_base_hazards(levers::Table<RetentionRules>& t) {
    t.number(Type::rate, "leaving.resignation", &RetentionRules::resignation, 0.006, {0, 0.6}, "per year")
        .assumption()
        .plausible(0.002, 0.015)
        .says("Resignation rate", "辞职率", "Base hazard after the minimum service; inside it nobody resigns.")
        .from("anchored on Hong Kong .0045-.008 [PUB 33]", Grade::A);
    t.numbers<3>(Type::list, "leaving.moved_above", &RetentionRules::moved_above, {"under_35", "from_35", "from_45"},
                 {0.015, 0.006, 0.001}, {0, 0.5}, "per year")
        .assumption()
        .plausible({{0.006, 0.03}, {0.002, 0.012}, {0, 0.002}})
        .says("Rate of moves above the county", "调往上级机关比率",
              "Base hazard of winning a post above the county, by age.")
        .from("part of the upward transfer of parameters §2, as far either way as that", Grade::A);
    t.whole(Type::count, "leaving.moved_above_seats", &RetentionRules::moved_above_seats, 30, {0, 1000000}, "a year")
        .assumption()
        .plausible(10, 60)
        .says("Seats above the county", "上级机关可调入名额",
              "Seats that organs above offer the county's people each year.")
        .from("own choice", Grade::A);
    t.number(Type::rate, "leaving.early_retirement", &RetentionRules::early_retirement, 0.02, {0, 0.3}, "per year")
        .assumption()
        .plausible(0, 0.1)
        .says("Early retirement rate", "提前退休率", "Base hazard once eligible.")
        .from("parameters §2, Civil Service Law art. 93", Grade::A);
    t.number(Type::share, "leaving.mobile.share", &RetentionRules::mobile_share, 0, {0, 0.9}, "share")
        .assumption()
        .plausible(0, 0.5)
        .says("People more inclined to leave", "流动倾向高者比例",
              "Share of people who leave of own will at a higher rate; the mean rate stays that of the base hazards.")
        .from("two kinds of people as in mixed-exponential manpower models; off; range: none to every other one",
              Grade::A);
    t.number(Type::coefficient, "leaving.mobile.ratio", &RetentionRules::mobile_ratio, 3, {1, 50}, "hazard ratio")
        .assumption()
        .plausible(1.5, 10)
        .says("Leaving rate of the more inclined, ratio", "流动倾向高者风险比", "Over that of the others.")
        .from("own choice", Grade::A);
    t.flag("leaving.early_retirement_needs_service", &RetentionRules::early_retirement_needs_service, true)
        .policy(Authority::centre, "5", Scope::person)
        .says("Early retirement needs long service", "提前退休条件",
              "30 years of service, or 20 and at most 5 years before the statutory age.")
        .from("Civil Service Law art. 93", Grade::L);
    t.number(Type::rate, "leaving.death", &RetentionRules::death, 0.0015, {0, 0.1}, "per year")
        .assumption()
        .plausible(0.001, 0.003)
        .says("Rate of death and ill health", "死亡病退率", "Constant hazard.")
        .from("parameters §2", Grade::A);
}

void add_effects(levers::Table<RetentionRules>& t) {
    const auto effect = [&t](const char* key, double RetentionRules::*field, double value, levers::Range range,
                             const char* unit, const char* en, const char* zh, const char* meaning,
                             const char* source) {
        return t.number(Type::coefficient, key, field, value, range, unit)
            .assumption()
            .says(en, zh, meaning)
            .from(source, Grade::A);
    };
    t.flag("leaving.behaviour", &RetentionRules::behaviour, true)
        .assumption()
        .says("Leaving reacts to conditions", "离职随条件变化",
              "Whether hazards react to pay, workload, prospect and motivation.")
        .from("structural switch", Grade::A);
    effect("leaving.pay_elasticity", &RetentionRules::pay_elasticity, 1.46, {0.5, 3}, "% per %",
           "Effect of pay on resignation", "工资对辞职的弹性",
           "Per cent fewer resignations for one per cent more relative pay.", "RAND, US data [parameters §5]")
        .plausible(0.5, 3);
    effect("leaving.pay_centre", &RetentionRules::pay_centre, 0.06, {-1, 1}, "log ratio",
           "Relative pay in the baseline", "相对工资基准", "Mean log of own over outside pay in the baseline.",
           "mean of the 2026 baseline")
        .plausible(0, 0.12);
    effect("leaving.workload_effect", &RetentionRules::workload_effect, 0.6, {0, 2}, "per log point",
           "Effect of workload on resignation", "工作负荷对辞职的作用",
           "Log hazard of resignation per log point of workload.", "own choice")
        .plausible(0.2, 1.2);
    effect("leaving.workload_centre", &RetentionRules::workload_centre, 0.095, {-1, 1}, "log ratio",
           "Workload in the baseline", "工作负荷基准", "Mean workload in the baseline.", "mean of the 2026 baseline")
        .plausible(0.03, 0.15);
    effect("leaving.service_load_effect", &RetentionRules::service_load_effect, 0.2, {0, 1}, "per log load",
           "Effect of citizens' matters on resignation", "群众事项负荷对辞职的作用",
           "Log hazard of resignation per log of citizens' work over the time for it, above the baseline's mean.",
           "own choice; role overload [PUB 50]")
        .plausible(0, 0.5);
    effect(
        "leaving.prospect_effect", &RetentionRules::prospect_effect, 1.5, {0, 4}, "per unit",
        "Effect of promotion prospects on leaving", "晋升预期对离职的作用",
        "Log hazard of leaving per unit of promotion prospects: recent titled openings of the unit over these and the "
        "colleagues who meet the conditions of a higher post.",
        "own choice")
        .plausible(0.5, 3);
    effect("leaving.prospect_centre", &RetentionRules::prospect_centre, 0.18, {0, 1}, "share",
           "Promotion prospects in the baseline", "晋升预期基准", "Mean prospect in the baseline.",
           "mean of the 2026 baseline")
        .plausible(0.1, 0.3);
    effect("leaving.prospect_half_life", &RetentionRules::prospect_half_life, 2, {0.25, 10}, "years",
           "How long openings are remembered", "晋升机会记忆期", "Half-life with which past openings fade.",
           "own choice")
        .plausible(1, 5);
    effect("leaving.motivation_effect", &RetentionRules::motivation_effect, 0.357, {0, 0.7}, "per z",
           "Effect of motivation on resignation", "积极性对辞职的作用",
           "Log hazard of resignation per z less motivation.",
           "satisfaction hazard ratio .7 (parameters §5; sign [PUB 51]); range: hazard ratio .9 to .5")
        .plausible(0.105, 0.693);
    effect("leaving.taste_effect", &RetentionRules::taste_effect, 0.4, {0, 1}, "per z",
           "Effect of public-service motivation", "公共服务动机对辞职的作用",
           "Log hazard of resignation per z less public-service motivation.", "own choice; sign [PUB 51]")
        .plausible(0.1, 0.8);
    effect("leaving.distance_effect", &RetentionRules::distance_effect, 0.08, {0, 0.3}, "per 10 km",
           "Effect of distance on resignation", "距离对辞职的作用",
           "Log hazard per 10 km between township and county seat.", "own choice; [PUB 4-8]")
        .plausible(0, 0.2);
    effect("leaving.distance_centre", &RetentionRules::distance_centre, 3, {0, 20}, "10 km", "Distance in the baseline",
           "距离基准", "Mean distance of townships.", "worked county")
        .plausible(2, 4);
    effect("leaving.native_effect", &RetentionRules::native_effect, 0.4, {0, 1.5}, "log hazard",
           "Effect of being native on resignation", "本地人对辞职的作用",
           "Log hazard of resignation lower for natives.", "own choice")
        .plausible(0, 1);
    effect("leaving.native_centre", &RetentionRules::native_centre, 0.6, {0, 1}, "share", "Natives in the baseline",
           "本地人基准", "Share of natives with which the mean rate of resignation is the base rate.",
           "marginals of the 2026 baseline")
        .plausible(0.4, 0.8);
    effect("leaving.living_effect", &RetentionRules::living_effect, 0.15, {0, 0.5}, "per z",
           "Effect of living conditions on resignation", "生活条件对辞职的作用",
           "Log hazard of resignation per z less of the living conditions that money moves.", "own choice")
        .plausible(0, 0.4);
    effect("leaving.lost_effect", &RetentionRules::lost_effect, 0.1, {0, 0.4}, "per competition",
           "Effect of lost competitions on leaving", "竞争落选对离职的作用",
           "Log hazard of leaving of own will per competition lost since the last promotion, at most three.",
           "own choice; causes of leaving [PUB 4-8]")
        .plausible(0, 0.25);
    effect("leaving.lost_centre", &RetentionRules::lost_centre, 0, {0, 3}, "competitions",
           "Lost competitions in the baseline", "竞争落选基准",
           "Mean number in the baseline, where posts go by appointment and nobody loses.",
           "mean of the 2026 baseline; range up to every other one, where posts were competed for before")
        .plausible(0, 0.5);
    effect("leaving.institution_hand", &RetentionRules::institution_hand, 0.5, {0, 1}, "civil servants",
           "Work of a missing institution worker", "事业人员分担的工作",
           "Workload that a missing member of the institution staff leaves to civil servants.", "own choice")
        .plausible(0.25, 0.8);
    effect("leaving.moved_above_pay_share", &RetentionRules::moved_above_pay_share, 0.5, {0, 1}, "share",
           "Pay effect on moves above the county", "工资对上调的作用",
           "Share of the pay effect that acts on moves above the county.",
           "own choice; range: nobody knows, all or nothing")
        .plausible(0, 1);
}

}  // namespace

const levers::Table<RetentionRules>& retention_levers() {
    static const levers::Table<RetentionRules> table = [] {
        levers::Table<RetentionRules> t;
        add_retirement(t);
        add_base_hazards(t);
        add_effects(t);
        return t;
    }();
    return table;
}

}  // namespace staffsim
