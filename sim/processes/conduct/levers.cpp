#include "sim/processes/conduct/conduct.hpp"

namespace staffsim {

using levers::Authority;
using levers::Grade;
using levers::Range;
using levers::Scope;
using levers::Type;

namespace {

const std::vector<std::string>& contents() {
    static const std::vector<std::string> names{"ideology", "achievements", "service"};
    return names;
}

void add_sanctions(levers::Table<ConductRules>& t) {
    t.flag("conduct.behaviour", &ConductRules::behaviour, true)
        .assumption()
        .says("Misconduct reacts to conditions", "违纪随条件变化",
              "Whether misconduct is hidden first and reacts to education, supervision, pay and posts; off: sanctions "
              "come at once, at a rate moved by integrity alone, and education and supervision are neither held nor "
              "paid for.")
        .from("structural switch", Grade::A);
    t.number(Type::rate, "conduct.sanction", &ConductRules::sanction, 0.012, {0, 0.1}, "per year")
        .assumption()
        .plausible(0.004, 0.023)
        .says("Rate of sanctions", "处分发生率", "Sanctions of whatever severity per person and year in the baseline.")
        .from("anchored on [PUB 37]: .004 to .023", Grade::A);
    t.numbers<6>(Type::by_name, "conduct.severity", &ConductRules::severity,
                 {"warning", "demerit", "major_demerit", "demotion", "removal", "dismissal"},
                 {0.55, 0.20, 0.10, 0.05, 0.05, 0.05}, {0, 1}, "share")
        .assumption()
        .says("Severity of sanctions", "处分轻重构成", "Shares of the six sanctions.")
        .from("parameters §2", Grade::A)
        .sums_to_one();
    t.number(Type::coefficient, "conduct.repeat_effect", &ConductRules::repeat_effect, 0.3, {0, 2}, "log per sanction")
        .assumption()
        .plausible(0, 1)
        .says(
            "Repeat cases", "屡犯从重",
            "Severity of somebody with earlier sanctions: each takes the lightest 1 - exp(-effect) of the shares away.")
        .from(
            "heavier for repeated offences, Sanctions Law art. 13, from memory; size own choice; range: not heavier to "
            "2.7 times",
            Grade::A);
    t.number(Type::share, "conduct.added_period", &ConductRules::added_period, 1.0, {0, 1}, "of the new period")
        .fact()
        .says("Further sanctions, period added", "合并处分期",
              "Share of a further sanction's period that is added to what is left of the one in force.")
        .from("several equal sanctions: from one period to the sum, Sanctions Law art. 10; domain §12", Grade::L);
}

void add_hazard(levers::Table<ConductRules>& t) {
    const auto effect = [&t](const char* key, double ConductRules::*field, double value, Range range, const char* unit,
                             const char* en, const char* zh, const char* meaning, const char* source) {
        return t.number(Type::coefficient, key, field, value, range, unit)
            .assumption()
            .says(en, zh, meaning)
            .from(source, Grade::A);
    };
    effect("conduct.integrity_effect", &ConductRules::integrity_effect, 0.5, {0, 1.5}, "log hazard per z",
           "Effect of integrity on misconduct", "廉洁品行对违纪的作用",
           "Log hazard of misconduct per z less integrity.", "own choice")
        .plausible(0.2, 1);
    effect("conduct.law_effect", &ConductRules::law_effect, 0.15, {0, 0.5}, "log hazard per z",
           "Effect of legal skill on misconduct", "法律水平对违纪的作用",
           "Log hazard of misconduct per z less legal skill: who knows the rule breaks it less by mistake.",
           "own choice")
        .plausible(0, 0.35);
    effect("conduct.pay_effect", &ConductRules::pay_effect, 0.5, {0, 2}, "log hazard per log point",
           "Effect of the pay gap on misconduct", "收入差距对违纪的作用",
           "Log hazard of misconduct per log point less own pay relative to the outside option.",
           "sign: Van Rijckeghem and Weder 2001, Svensson 2005, disputed; size own choice; range from none, being "
           "disputed")
        .plausible(0, 1);
    t.numbers<ladder_count>(Type::list, "conduct.discretion", &ConductRules::discretion,
                            {"entry", "middle", "deputy", "chief"}, {0, 0.2, 0.5, 0.7}, {0, 2}, "log hazard")
        .assumption()
        .plausible({{0, 0}, {0, 0.5}, {0.1, 1}, {0.2, 1.3}})
        .says("Discretion of the post and misconduct", "岗位权力对违纪的作用",
              "Log hazard of misconduct by kind of post held, against a post without title. Whoever keeps a level "
              "without a post, as in the second line, holds none.")
        .from(
            "sign: section leaders are 1 in 7 of those punished [PUB 37], fewer of the staff; size own choice; range: "
            "from little to twice that",
            Grade::A);
    effect("conduct.centre", &ConductRules::centre, 0.15, {-1, 1}, "log factor", "Misconduct in the baseline",
           "违纪风险基准", "Log of the mean factor of posts, pay and legal skill in the baseline.",
           "mean of the 2026 baseline; range: another county's people and visits")
        .plausible(0, 0.3);
    effect("conduct.gaming_effect", &ConductRules::gaming_effect, 0.6, {0, 2}, "log effort per z",
           "Right view of achievements against gaming", "政绩观的作用",
           "Log of the effort drawn to indicators per z less of the unit's view of achievements.", "own choice")
        .plausible(0.2, 1.2);
}

void add_education(levers::Table<ConductRules>& t) {
    static const levers::Table<EducationRules> table = [] {
        levers::Table<EducationRules> e;
        e.numbers<education_count>(Type::by_name, "conduct.education.days", &EducationRules::days, contents(),
                                   {2, 1, 1}, {0, 24}, "days a year")
            .policy(Authority::county, "2", Scope::unit)
            .says("Days of education on conduct", "思想作风教育天数",
                  "Days a year and person on purpose and power, on the right view of achievements, and on service.")
            .from("own choice", Grade::A)
            .everyday();
        e.number(Type::coefficient, "conduct.education.gain", &EducationRules::gain_per_10_days, 0.3, {0, 1.5},
                 "z per 10 days")
            .assumption()
            .plausible(0.1, 0.8)
            .says("Effect of 10 days of education on conduct", "十天思想作风教育收益",
                  "Rise of a unit's stock by ten days, far from the ceiling.")
            .from("own choice", Grade::A);
        e.number(Type::coefficient, "conduct.education.ceiling", &EducationRules::ceiling, 0.8, {0.2, 3}, "z")
            .assumption()
            .plausible(0.4, 1.6)
            .says("Most that education on conduct can reach", "教育收益上限", "Highest stock that education can reach.")
            .from("own choice", Grade::A);
        e.number(Type::rate, "conduct.education.decay", &EducationRules::decay, 0.5, {0.1, 3}, "per year")
            .assumption()
            .plausible(0.2, 1.5)
            .says("Fading of education on conduct", "教育效果衰减", "Rate at which the stocks fade.")
            .from("own choice; range: half of it gone after half a year to 3.5 years", Grade::A);
        e.numbers<education_count>(Type::by_name, "conduct.education.centre", &EducationRules::centre, contents(),
                                   {0.1065, 0.057, 0.057}, {0, 3}, "z")
            .assumption()
            .plausible({{0.053, 0.16}, {0.028, 0.086}, {0.028, 0.086}})
            .says("Education on conduct in the baseline", "教育存量基准",
                  "Where the stocks stand on the first day and the effects are none.")
            .from("where the days of the baseline settle; range: half of it either way", Grade::A);
        e.number(Type::share, "conduct.education.absence", &EducationRules::absence, 0.5, {0, 1}, "of a day")
            .assumption()
            .plausible(0.25, 1)
            .says("Absence for education", "教育占用工时", "How much of a day of education is lost to the work.")
            .from("own choice; held in the own unit", Grade::A);
        e.money("conduct.education.cost_per_day", &EducationRules::cost_per_day, 20, {0, 2000}, "yuan/day")
            .fact()
            .plausible(7, 60)
            .says("Cost of a day of education on conduct", "每人每天教育费用", "Materials and speakers, per person.")
            .from("own choice; range: a third to three times", Grade::A);
        return e;
    }();
    t.include(table, [](ConductRules& rules) -> EducationRules& { return rules.education; });
}

void add_supervision(levers::Table<ConductRules>& t) {
    static const levers::Table<SupervisionRules> table = [] {
        levers::Table<SupervisionRules> s;
        s.number(Type::count, "conduct.supervision.visits", &SupervisionRules::visits, 2, {0, 24}, "a year per unit")
            .policy(Authority::county, "2", Scope::unit)
            .says("Supervision visits", "监督检查次数", "Inspections of a unit a year.")
            .from("own choice", Grade::A)
            .everyday();
        s.number(Type::share, "conduct.targeting", &SupervisionRules::targeting, 0, {0, 1}, "of education and visits")
            .policy(Authority::county, "2", Scope::unit)
            .says("Effort aimed at what the public complains of", "针对群众投诉的力度",
                  "Share of education and supervision that goes to townships by their complaints, and of education to "
                  "what the complaints are about. The whole effort stays that of the plan.")
            .from("policy outline, part 2", Grade::A)
            .everyday();
        s.number(Type::count, "conduct.supervision.centre", &SupervisionRules::centre, 2, {0, 24}, "a year per unit")
            .assumption()
            .plausible(1, 4)
            .says("Supervision visits in the baseline", "监督检查基准",
                  "Visits at which supervision has the effect of the baseline.")
            .from("the baseline's visits; range: half to double", Grade::A);
        s.number(Type::coefficient, "conduct.supervision.deterrence", &SupervisionRules::deterrence, 0.2, {0, 1},
                 "log hazard per log")
            .assumption()
            .plausible(0, 0.5)
            .says("Deterrence by supervision", "监督震慑作用", "Log hazard of misconduct per log of (1 + visits).")
            .from("certainty of being found deters: Nagin 2013, from memory; size own choice", Grade::A);
        s.number(Type::coefficient, "conduct.supervision.detection_effect", &SupervisionRules::detection_effect, 0.6,
                 {0, 1.5}, "log hazard per log")
            .assumption()
            .plausible(0.2, 1)
            .says("Misconduct found by visits", "监督发现能力",
                  "Log hazard of being found by supervision per log of (1 + visits).")
            .from("own choice", Grade::A);
        s.money("conduct.supervision.cost_per_visit", &SupervisionRules::cost_per_visit, 2000, {0, 100000},
                "yuan/visit")
            .fact()
            .plausible(700, 6000)
            .says("Cost of a supervision visit", "每次检查费用", "Travel and working time of the inspectors.")
            .from("own choice; range: a third to three times", Grade::A);
        return s;
    }();
    t.include(table, [](ConductRules& rules) -> SupervisionRules& { return rules.supervision; });
}

void add_detection(levers::Table<ConductRules>& t) {
    static const levers::Table<DetectionRules> table = [] {
        levers::Table<DetectionRules> d;
        d.number(Type::share, "conduct.found_share", &DetectionRules::found_share, 0.5, {0.1, 1}, "of misconduct")
            .assumption()
            .plausible(0.2, 0.9)
            .says("Share of misconduct that is found", "违纪发现比例",
                  "Share of misconduct that is ever found in the baseline; the fewer, the more lies behind the "
                  "sanctions.")
            .from("own choice; nobody knows", Grade::A);
        d.number(Type::years, "conduct.years_to_finding", &DetectionRules::years_to_finding, 1.5, {0.1, 10}, "years")
            .assumption()
            .plausible(0.5, 4)
            .says("Years until found", "发现平均时间", "Mean time from misconduct to discovery, of what is found.")
            .from("own choice; range a third to nearly three times", Grade::A);
        d.number(Type::share, "conduct.found_by_complaint", &DetectionRules::by_complaint, 0.3, {0, 1},
                 "of what is found")
            .assumption()
            .plausible(0.1, 0.6)
            .says("Found on a complaint", "群众举报发现比例", "Share of discoveries that citizens' complaints lead to.")
            .from("own choice", Grade::A);
        d.number(Type::days, "conduct.inquiry_days", &DetectionRules::inquiry_days, 90, {1, 365}, "days")
            .fact()
            .says("Days of an inquiry", "立案调查天数",
                  "From discovery to decision; nobody is promoted or leaves of own will meanwhile.")
            .from("rules on inquiries: 3 months, may be extended, from memory", Grade::Lm);
        d.number(Type::share, "conduct.cleared_share", &DetectionRules::cleared_share, 0.1, {0, 0.9}, "of inquiries")
            .assumption()
            .plausible(0.02, 0.3)
            .says("Inquiries without a sanction", "查否比例", "Share of inquiries that end without a sanction.")
            .from("own choice; range a fifth to three times", Grade::A);
        return d;
    }();
    t.include(table, [](ConductRules& rules) -> DetectionRules& { return rules.detection; });
}

}  // namespace

const levers::Table<ConductRules>& conduct_levers() {
    static const levers::Table<ConductRules> table = [] {
        levers::Table<ConductRules> t;
        add_sanctions(t);
        add_hazard(t);
        add_education(t);
        add_supervision(t);
        add_detection(t);
        return t;
    }();
    return table;
}

}  // namespace staffsim
