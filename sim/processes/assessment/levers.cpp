#include "sim/processes/assessment/assessment.hpp"

namespace staffsim {

using levers::Authority;
using levers::Grade;
using levers::Scope;
using levers::Type;

namespace {

const std::vector<std::string>& sources() {
    static const std::vector<std::string> names{"superior", "peers", "grassroots", "clients"};
    return names;
}

void add_procedure(levers::Table<AssessmentRules>& t) {
    t.flag("assessment.enabled", &AssessmentRules::enabled, true)
        .policy(Authority::centre, "3.1")
        .says("Annual assessment", "年度考核", "Off in textbook models.")
        .from("Civil Service Law art. 35-39", Grade::L);
    t.choice<AssessmentTiming>(
         "assessment.timing", &AssessmentRules::timing,
         {{"county_day", AssessmentTiming::county_day}, {"anniversary", AssessmentTiming::anniversary}}, "county_day")
        .fact()
        .says("When assessments are held", "考核时间安排",
              "All on one day, or everybody on the anniversary of entry (textbook models: no pools, nobody excellent).")
        .from("structural switch", Grade::L);
    t.month_day("assessment.day", &AssessmentRules::day, {1, 15})
        .fact()
        .says("Day of the assessment", "年度考核日", "Day on which last year's results are settled.")
        .from("domain §4, from memory", Grade::Lm);
    t.number(Type::share, "assessment.excellent_share", &AssessmentRules::excellent_share, 0.20, {0, 0.5},
             "of those assessed")
        .policy(Authority::centre, "3.1", Scope::unit)
        .says("Limit on excellent results", "优秀等次比例上限",
              "Most that may be excellent, rounded down in each pool.")
        .from("assessment rules 2020, from memory", Grade::Lm)
        .everyday();
    t.number(Type::share, "assessment.in_turn_share", &AssessmentRules::in_turn_share, 0.3, {0, 0.8}, "of excellent")
        .assumption()
        .plausible(0, 0.8)
        .says("Excellent in turns", "优秀轮流坐庄", "Share of excellent results given by rotation.")
        .from("parameters §3, widely reported", Grade::A);
    t.numbers<rater_source_count>(Type::by_name, "assessment.raters", &AssessmentRules::raters, sources(), {1, 8, 0, 0},
                                  {0, 100}, "raters")
        .policy(Authority::county, "3.1", Scope::unit)
        .says("Number of raters", "测评人数",
              "Raters per person and source; clients rate staff of townships below leadership level only.")
        .from("parameters §3", Grade::A)
        .everyday();
    t.numbers<rater_source_count>(Type::by_name, "assessment.weights", &AssessmentRules::weights, sources(),
                                  {0.7, 0.3, 0.0, 0.0}, {0, 1}, "weight")
        .policy(Authority::county, "3.1", Scope::unit)
        .says("Weights of raters", "测评权重", "Weights of the sources; those without raters drop out.")
        .from("parameters §3", Grade::A)
        .everyday();
}

void add_indicators(levers::Table<AssessmentRules>& t) {
    static const levers::Table<IndicatorRules> table = [] {
        levers::Table<IndicatorRules> i;
        i.number(Type::share, "assessment.indicators.share", &IndicatorRules::share, 0, {0, 1},
                 "of the superior's judgement")
            .policy(Authority::county, "3.1", Scope::unit)
            .says("Share of hard indicators", "硬指标比重",
                  "Part of the superior's judgement that rests on measured indicators; the rest is soft.")
            .from("policy outline, part 3", Grade::A)
            .everyday();
        i.number(Type::share, "assessment.indicators.reliability", &IndicatorRules::reliability, 0.9, {0.7, 0.95},
                 "correlation")
            .assumption()
            .plausible(0.7, 0.95)
            .says("Reliability of hard indicators", "硬指标信度", "Agreement of two measurements of the same work.")
            .from("parameters §3", Grade::A);
        i.number(Type::share, "assessment.indicators.coverage", &IndicatorRules::coverage, 0.5, {0.25, 0.81},
                 "of variance")
            .assumption()
            .plausible(0.25, 0.81)
            .says("Coverage of hard indicators", "硬指标覆盖面",
                  "Share of the variance of the whole job in the part that indicators measure.")
            .from("parameters §3", Grade::A);
        i.number(Type::coefficient, "assessment.indicators.gaming", &IndicatorRules::gaming, 0.3, {0, 0.8},
                 "z per unit of share")
            .assumption()
            .plausible(0, 0.8)
            .says("Effort drawn to indicators", "指标导向的精力转移",
                  "Effort that moves from unmeasured to measured work when indicators are all that counts.")
            .from("parameters §3", Grade::A);
        i.number(Type::coefficient, "assessment.indicators.gaming_by_integrity", &IndicatorRules::gaming_by_integrity,
                 0.3, {0, 1}, "share per z")
            .assumption()
            .plausible(0, 0.6)
            .says("Integrity against gaming", "品行对指标投机的抑制", "How much less effort moves per z of integrity.")
            .from("own choice", Grade::A);
        i.number(Type::share, "assessment.indicators.gaming_waste", &IndicatorRules::gaming_waste, 0.5, {0, 1},
                 "of the effort")
            .assumption()
            .plausible(0.2, 0.8)
            .says("Effort that moves the indicator only", "虚功比例",
                  "Part of the drawn effort that improves the figure and not the work.")
            .from("own choice", Grade::A);
        return i;
    }();
    t.include(table, [](AssessmentRules& rules) -> IndicatorRules& { return rules.indicators; });
}

void add_targets(levers::Table<AssessmentRules>& t) {
    static const levers::Table<TargetRules> table = [] {
        levers::Table<TargetRules> i;
        i.whole(Type::count, "assessment.targets.number", &TargetRules::number, 0, {0, 10}, "targets")
            .policy(Authority::county, "3.1", Scope::unit)
            .says("One-vote-veto targets", "一票否决事项数",
                  "Targets fixed beforehand whose miss caps the year's result.")
            .from("domain §4; policy outline, part 3", Grade::A)
            .everyday();
        i.number(Type::share, "assessment.targets.miss_share", &TargetRules::miss_share, 0.03, {0, 0.3}, "a year")
            .assumption()
            .plausible(0.01, 0.1)
            .says("Targets missed", "未完成目标比例", "Share of people who miss a target in a year.")
            .from("own choice", Grade::A);
        i.number(Type::coefficient, "assessment.targets.dependence", &TargetRules::dependence, 0.4, {0, 0.95},
                 "correlation")
            .assumption()
            .plausible(0.1, 0.7)
            .says("Targets and performance", "目标完成与实绩相关", "Correlation of meeting a target with performance.")
            .from("own choice", Grade::A);
        i.number(Type::share, "assessment.targets.waived_share", &TargetRules::waived_share, 0.8, {0, 1}, "of misses")
            .policy(Authority::county, "3.1", Scope::unit)
            .says("Missed targets that are waived", "未完成目标的弹性豁免比例",
                  "Share of misses that the superior waives or adjusts: 1 elastic, 0 rigid.")
            .from("policy outline, part 3: from elastic to rigid", Grade::A);
        i.choice<TargetCap>(
             "assessment.targets.cap", &TargetRules::cap,
             {{"not_excellent", TargetCap::not_excellent}, {"basically_competent", TargetCap::basically_competent}},
             "not_excellent")
            .policy(Authority::county, "3.1", Scope::unit)
            .says("Best result after a missed target", "未完成目标的后果",
                  "Best result after a miss that was not waived.")
            .from("own choice; one-veto practice", Grade::A);
        return i;
    }();
    t.include(table, [](AssessmentRules& rules) -> TargetRules& { return rules.targets; });
}

void add_practice(levers::Table<AssessmentRules>& t) {
    t.choice<StaffPool>("assessment.staff_pool", &AssessmentRules::staff_pool,
                        {{"unit", StaffPool::unit}, {"county", StaffPool::county}}, "unit")
        .policy(Authority::county, "3.1")
        .says("Where the excellent quota is counted", "优秀名额统筹层级",
              "Where the number of excellent is rounded down: in each unit, or in one pool of the county.")
        .from("domain §4", Grade::Lm);
    t.number(Type::count, "assessment.people_served", &AssessmentRules::people_served, 60, {0, 1000}, "people")
        .assumption()
        .plausible(30, 120)
        .says("Most clients who rate one person", "服务对象人数", "Most clients who can rate one person in a year.")
        .from("own choice", Grade::A);
    t.flag("assessment.clients_by_service", &AssessmentRules::clients_by_service, true)
        .fact()
        .says("Raters must be clients of the unit", "评议人须为服务对象",
              "Whether a unit has no more clients to rate a person than its service saw a year and hand.")
        .from("the mechanism itself", Grade::A);
    t.number(Type::coefficient, "assessment.satisfaction_effect", &AssessmentRules::satisfaction_effect, 2, {0, 10},
             "z per unit of satisfaction")
        .assumption()
        .plausible(0, 5)
        .says("Satisfaction in clients' ratings", "满意率对群众评议的作用",
              "Shift of what clients say of everybody in a unit per unit of its share of satisfied citizens.")
        .from("own choice: ten points of satisfaction are a fifth of a standard deviation", Grade::A);
    t.number(Type::count, "assessment.routine.times", &AssessmentRules::routine_times, 4, {1, 12}, "a year")
        .policy(Authority::county, "3.1", Scope::unit)
        .says("Routine assessments a year", "平时考核次数", "Routine assessments a year.")
        .from("quarterly; domain §3, from memory", Grade::Lm);
    t.number(Type::share, "assessment.routine.weight", &AssessmentRules::routine_weight, 0, {0, 1},
             "of the superior's judgement")
        .policy(Authority::county, "3.1", Scope::unit)
        .says("Weight of routine assessments", "平时考核权重",
              "Part of the superior's judgement that is the mean of the routine assessments.")
        .from("policy outline, part 3; today a formality", Grade::A);
    t.number(Type::coefficient, "assessment.leniency", &AssessmentRules::leniency, 0.8, {0, 1.5}, "z")
        .assumption()
        .plausible(0.4, 1.2)
        .says("Leniency of assessments", "考核从宽幅度", "How far practice shifts the thresholds of poor results down.")
        .from("calibrated so that lenient practice gives the shares below", Grade::A);
    t.number(Type::share, "assessment.standard_procedure", &AssessmentRules::standard_procedure, 0, {0, 1}, "share")
        .policy(Authority::county, "3.1", Scope::unit)
        .says("Standardised assessment procedure", "考核规范化程度",
              "How much of leniency and of excellent in turns a standard procedure removes.")
        .from("policy outline, part 3", Grade::A)
        .everyday();
    t.flag("assessment.host_assesses", &AssessmentRules::host_assesses, true)
        .policy(Authority::centre, "3.1", Scope::unit)
        .says("Host unit assesses the seconded", "挂职人员由接收单位考核",
              "Who was a guest for more than half a year is assessed by the host.")
        .from("domain §4, from memory", Grade::Lm);
}

void add_raters(levers::Table<AssessmentRules>& t) {
    t.numbers<rater_source_count>(Type::by_name, "assessment.reliability", &AssessmentRules::reliability, sources(),
                                  {0.52, 0.40, 0.25, 0.20}, {0.05, 1}, "correlation")
        .assumption()
        .plausible({{0.45, 0.65}, {0.3, 0.52}, {0.1, 0.4}, {0.1, 0.4}})
        .says("Reliability of one rater", "单个评价者信度", "Published correlation between two raters of a source.")
        .from("superior .52 [PUB 54-56]; others parameters §3, grassroots as far either way as clients", Grade::P);
    t.numbers<rater_source_count>(Type::by_name, "assessment.shared_bias", &AssessmentRules::shared_bias, sources(),
                                  {0.30, 0.20, 0.25, 0.25}, {0, 0.6}, "variance")
        .assumption()
        .plausible_for_each(0, 0.6)
        .says("Shared bias", "评价者共同偏差",
              "Variance of the bias that all raters of a source share; truth has variance 1.")
        .from("parameters §3: 0 to .6", Grade::A);
    t.number(Type::share, "assessment.basically_competent_share", &AssessmentRules::basically_competent_share, 0.01,
             {0, 0.1}, "share")
        .assumption()
        .plausible(0, 0.03)
        .says("Share rated basically competent", "基本称职比例", "Long-run share of this result.")
        .from("parameters §2", Grade::A);
    t.number(Type::share, "assessment.incompetent_share", &AssessmentRules::incompetent_share, 0.002, {0, 0.05},
             "share")
        .assumption()
        .plausible(0, 0.01)
        .says("Share rated incompetent", "不称职比例", "Long-run share of this result.")
        .from("parameters §2", Grade::A);
}

void add_links(levers::Table<AssessmentRules>& t) {
    const auto link = [&t](const char* key, bool AssessmentRules::*field, const char* en, const char* zh,
                           const char* meaning, Scope scope = Scope::unit) {
        return t.flag(key, field, true)
            .policy(Authority::centre, "3.1", scope)
            .says(en, zh, meaning)
            .from("Civil Service Law art. 39; domain §4", Grade::L);
    };
    link("assessment.links.step", &AssessmentRules::links_step, "Result counts towards pay steps", "考核与工资档次挂钩",
         "Competent years count towards steps, unless a demerit or worse is in force on the day.", Scope::person);
    link("assessment.links.grade", &AssessmentRules::links_grade, "Result counts towards pay grades", "考核与级别挂钩",
         "Competent years count towards pay grades, unless a sanction is in force on the day.", Scope::person);
    link("assessment.links.rank", &AssessmentRules::links_rank, "Result counts towards ranks", "考核与职级挂钩",
         "Excellent years shorten the years in rank; years not competent, or without a grade, do not count.");
    link("assessment.links.promotion", &AssessmentRules::links_promotion, "Result bars promotion", "考核与晋升挂钩",
         "After a basically competent or incompetent year there is no promotion for a year.")
        .everyday();
    link("assessment.links.commendation", &AssessmentRules::links_commendation, "Result brings awards",
         "考核与奖励挂钩", "An excellent year brings a commendation, three in succession a merit.");
    link("assessment.links.demotion", &AssessmentRules::links_demotion, "Result leads to demotion", "考核与降职挂钩",
         "After an incompetent year the post, or without one the rank, is one level lower.")
        .everyday();
    link("assessment.links.dismissal", &AssessmentRules::links_dismissal, "Result leads to dismissal", "考核与辞退挂钩",
         "Two incompetent years in succession end the service.")
        .everyday();
    t.flag("assessment.links.training", &AssessmentRules::links_training, true)
        .policy(Authority::county, "3.1", Scope::unit)
        .says("Missed required training bars excellent", "培训学分与考核挂钩",
              "Who missed required training is not excellent that year.")
        .from("policy outline, part 1", Grade::A);
    t.money("assessment.commendation", &AssessmentRules::commendation, 1500, {0, 10000}, "yuan")
        .policy(Authority::centre, "3.1", Scope::unit)
        .says("Bonus of a commendation", "嘉奖奖金", "Paid once for an excellent year.")
        .from("rules on rewards, from memory", Grade::Lm);
    t.money("assessment.merit", &AssessmentRules::merit, 3000, {0, 20000}, "yuan")
        .policy(Authority::centre, "3.1", Scope::unit)
        .says("Bonus of a merit", "三等功奖金", "Paid once for the third excellent year in succession.")
        .from("rules on rewards, from memory", Grade::Lm);
}

}  // namespace

const levers::Table<AssessmentRules>& assessment_levers() {
    static const levers::Table<AssessmentRules> table = [] {
        levers::Table<AssessmentRules> t;
        add_procedure(t);
        add_raters(t);
        add_practice(t);
        add_indicators(t);
        add_targets(t);
        add_links(t);
        return t;
    }();
    return table;
}

}  // namespace staffsim
