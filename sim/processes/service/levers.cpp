#include <algorithm>

#include "sim/processes/service/service.hpp"

namespace staffsim {

using levers::Authority;
using levers::Grade;
using levers::Range;
using levers::Scope;
using levers::Type;

namespace {

using Table = levers::Table<ServiceRules>;

const std::vector<std::string> matters{"certificates", "land", "benefits", "disputes", "requests"};
const std::vector<std::string> uses{"citizens", "development", "internal"};
constexpr const char* own = "own choice";

void add_matters(Table& t) {
    t.choice<ServiceQueue>(
         "service.queue", &ServiceRules::queue,
         {{"weekly", ServiceQueue::weekly}, {"events", ServiceQueue::events}, {"off", ServiceQueue::off}}, "weekly")
        .assumption()
        .plausible(0, 0)
        .says("Queue of citizens' matters", "群众事项排队方式",
              "By weekly sums, matter by matter (slower; the measure of the other), or not at all.")
        .from("structural switch; error of the sums in docs/service.md", Grade::A);
    t.numbers<matter_count>(Type::by_name, "service.rates", &ServiceRules::rates, matters, {900, 70, 270, 14, 50},
                            {0, 20000}, "a year and 1,000 residents")
        .fact()
        .plausible({{450, 1800}, {35, 140}, {135, 540}, {7, 28}, {25, 100}})
        .says("Matters that citizens bring", "群众事项发生率",
              "A year and 1,000 residents, by kind, in a township of the reference size.")
        .from(
            "own choice: about 1.3 matters a resident; look it up in the service hall's register; range: half to "
            "double",
            Grade::A);
    t.number(Type::coefficient, "service.scale_elasticity", &ServiceRules::scale_elasticity, 0.6, {0.3, 1},
             "log matters per log residents")
        .assumption()
        .plausible(0.4, 0.9)
        .says("Matters by size of township", "事项量随人口弹性",
              "Per cent more matters for one per cent more residents; people of large towns also use county halls.")
        .from(own, Grade::A);
    t.number(Type::count, "service.reference_residents", &ServiceRules::reference_residents, 8000, {1000, 100000},
             "residents")
        .fact()
        .says("Reference size of a township", "参照乡镇人口", "Residents of the township to which the rates refer.")
        .from("mean of the worked county, rounded", Grade::A);
    t.numbers<matter_count>(Type::by_name, "service.minutes", &ServiceRules::minutes, matters,
                            {36, 540, 130, 2100, 540}, {1, 20000}, "working minutes")
        .fact()
        .plausible({{24, 54}, {360, 810}, {87, 195}, {1400, 3150}, {360, 810}})
        .says("Work of a matter", "每件事项工时", "Working minutes of a matter by kind, visits and files included.")
        .from("own choice; range: a third less to half more", Grade::A);
    t.numbers<matter_count>(Type::by_name, "service.promised_days", &ServiceRules::promised_days, matters,
                            {3, 15, 10, 45, 20}, {0.1, 500}, "working days")
        .policy(Authority::county, "2", Scope::unit)
        .says("Promised time limits", "承诺办结时限", "Working days within which a matter is to be finished, by kind.")
        .from("mediation and land matters as usual in service halls, from memory", Grade::A);
    t.numbers<matter_count>(Type::by_name, "service.law_share", &ServiceRules::law_share, matters,
                            {0.1, 0.5, 0.2, 0.4, 0.1}, {0, 0.5}, "of the skill needed")
        .assumption()
        .plausible({{0, 0.2}, {0.3, 0.5}, {0.05, 0.4}, {0.2, 0.5}, {0, 0.25}})
        .says("Legal skill in a matter", "事项所需法律能力比重",
              "Share of legal skill in what a matter needs, by kind.")
        .from("own choice; range: one or two tenths either way", Grade::A);
    t.numbers<matter_count>(Type::by_name, "service.mass_work_share", &ServiceRules::mass_work_share, matters,
                            {0, 0.1, 0.3, 0.5, 0.5}, {0, 0.5}, "of the skill needed")
        .assumption()
        .plausible({{0, 0.1}, {0, 0.25}, {0.1, 0.5}, {0.25, 0.5}, {0.25, 0.5}})
        .says("Mass-work skill in a matter", "事项所需群众工作能力比重",
              "Share of mass-work skill in what a matter needs, by kind; the rest is administration.")
        .from("own choice; range: one or two tenths either way", Grade::A);
    t.numbers<matter_count>(Type::by_name, "service.difficulty", &ServiceRules::difficulty, matters,
                            {0.003, 0.02, 0.008, 0.1, 0.025}, {0, 0.5}, "of matters")
        .assumption()
        .plausible({{0.0015, 0.006}, {0.01, 0.04}, {0.004, 0.016}, {0.05, 0.2}, {0.0125, 0.05}})
        .says("Difficulty of matters", "事项难度", "Share that is not resolved for lack of skill, by kind.")
        .from("own choice; range: half to double", Grade::A);
    t.numbers<matter_count>(Type::by_name, "service.legal_risk", &ServiceRules::legal_risk, matters,
                            {0.002, 0.02, 0.007, 0.03, 0.01}, {0, 0.5}, "of matters")
        .assumption()
        .plausible({{0.001, 0.004}, {0.01, 0.04}, {0.0035, 0.014}, {0.015, 0.06}, {0.005, 0.02}})
        .says("Errors of law and procedure", "违法违规差错率", "Share handled with such an error, by kind.")
        .from("own choice; range: half to double", Grade::A);
    t.numbers<matter_count>(Type::by_name, "service.approval_share", &ServiceRules::approval_share, matters,
                            {0.1, 0.6, 0.4, 0.05, 0.3}, {0, 1}, "of matters")
        .policy(Authority::county, "2", Scope::unit)
        .says("Matters that need an approval", "需上级审批事项比例",
              "Share for which a county office must decide, by kind; less where powers are delegated.")
        .from(own, Grade::A);
    t.numbers<matter_count>(Type::by_name, "service.approval_days", &ServiceRules::approval_days, matters,
                            {2, 10, 7, 5, 10}, {0, 100}, "working days")
        .policy(Authority::county, "2", Scope::unit)
        .says("Days of an approval", "审批天数", "Working days that an approval takes, by kind.")
        .from(own, Grade::A);
}

void add_staff(Table& t) {
    const auto hours = [&t](const char* key, ByTimeUse ServiceRules::*field, std::vector<double> values) {
        return t.numbers<time_use_count>(Type::by_name, key, field, uses, std::move(values), {0, 1}, "of working time");
    };
    hours("service.time", &ServiceRules::time, {0.2, 0.3, 0.5})
        .policy(Authority::township, "2", Scope::unit)
        .says("Working time of civil servants", "公务员工时分配",
              "Shares for citizens' matters, development work and internal work.")
        .from("own choice; complaints about internal work are general", Grade::A)
        .sums_to_one();
    hours("service.institution_time", &ServiceRules::institution_time, {0.25, 0.3, 0.45})
        .policy(Authority::township, "2", Scope::unit)
        .says("Working time of institution staff", "事业人员工时分配", "As for civil servants.")
        .from(own, Grade::A)
        .sums_to_one();
    hours("service.contract_time", &ServiceRules::contract_time, {0.25, 0.25, 0.5})
        .policy(Authority::township, "2", Scope::unit)
        .says("Working time of contract staff", "编外人员工时分配", "As for civil servants.")
        .from(own, Grade::A)
        .sums_to_one();
    t.number(Type::share, "service.contract_efficiency", &ServiceRules::contract_efficiency, 0.8, {0, 1},
             "of a civil servant's")
        .assumption()
        .says("Work of contract staff", "编外人员工效", "Of a working hour, compared with a civil servant's.")
        .from(own, Grade::A)
        .plausible(0.6, 1);
    t.number(Type::coefficient, "service.other_skill", &ServiceRules::other_skill, 0, {-1, 1}, "z")
        .assumption()
        .says("Skill of institution and contract staff", "事业编外人员能力", "On the scale of civil servants.")
        .from(own, Grade::A)
        .plausible(-0.5, 0.3);
    t.number(Type::days, "service.days_per_year", &ServiceRules::days_per_year, 240, {200, 260}, "days a year")
        .fact()
        .plausible(233, 243)
        .says("Working days of a year", "全年工作日", "Weekends, holidays and leave taken off.")
        .from("365 less weekends, 13 holidays and about ten days of leave; range: five to fifteen", Grade::A);
    t.number(Type::count, "service.minutes_per_day", &ServiceRules::minutes_per_day, 480, {240, 720}, "minutes")
        .fact()
        .says("Working minutes of a day", "每日工作分钟", "Of the clock on which matters are worked off.")
        .from("eight hours", Grade::L);
    t.number(Type::share, "service.target_load", &ServiceRules::target_load, 0.8, {0.3, 1}, "of working time")
        .policy(Authority::township, "2", Scope::unit)
        .says("Load from which development work gives way", "满负荷警戒线",
              "Citizens' work over the time planned for it, from which on development work gives way.")
        .from(own, Grade::A);
    t.number(Type::share, "service.flex", &ServiceRules::flex, 0.3, {0, 1}, "of development time")
        .policy(Authority::township, "2", Scope::unit)
        .says("Development time that may give way", "可调剂的发展工时",
              "Most of the time for development work that goes to citizens' matters when these are too many.")
        .from(own, Grade::A);
    t.choice<Windows>("service.windows", &ServiceRules::windows,
                      {{"by_matter", Windows::by_matter}, {"one_stop", Windows::one_stop}}, "by_matter")
        .policy(Authority::county, "2", Scope::unit)
        .says("Service windows", "办事窗口设置", "A window for each kind of matter, or windows that take everything.")
        .from("comprehensive windows since about 2018, from memory", Grade::Lm)
        .everyday();
    t.choice<QueueOrder>("service.order", &ServiceRules::order,
                         {{"first_come", QueueOrder::first_come}, {"urgent_first", QueueOrder::urgent_first}},
                         "first_come")
        .policy(Authority::county, "2", Scope::unit)
        .says("Order at one-stop windows", "综合窗口办理顺序", "First come, or shortest promised time first.")
        .from(own, Grade::A);
    t.number(Type::share, "service.one_stop_loss", &ServiceRules::one_stop_loss, 0.08, {0, 0.5}, "of working time")
        .assumption()
        .says("Time lost at one-stop windows", "综合窗口工效损失",
              "More minutes of a matter where everybody does everything.")
        .from(own, Grade::A)
        .plausible(0, 0.2);
}

void add_quality(Table& t) {
    const auto effect = [&t](const char* key, double ServiceRules::*field, double value, Range range, const char* unit,
                             const char* en, const char* zh, const char* meaning, const char* source) {
        return t.number(Type::coefficient, key, field, value, range, unit)
            .assumption()
            .says(en, zh, meaning)
            .from(source, Grade::A);
    };
    effect("service.skill_centre", &ServiceRules::skill_centre, 0.04, {-1, 1}, "z", "Skill in service in the baseline",
           "服务能力基准", "Mean skill of those who see to citizens in the baseline.", "mean of the 2026 baseline")
        .plausible(-0.06, 0.14);
    effect("service.law_centre", &ServiceRules::law_centre, 0.02, {-1, 1}, "z",
           "Legal skill in service in the baseline", "服务法律能力基准",
           "Mean legal skill of those who see to citizens in the baseline.", "mean of the 2026 baseline")
        .plausible(-0.08, 0.12);
    effect("service.time_effect", &ServiceRules::time_effect, 0.1, {0, 0.5}, "log minutes per z",
           "Effect of skill on speed", "能力对办理速度的作用", "Log working minutes less per z of the skill needed.",
           own)
        .plausible(0, 0.25);
    effect("service.failure_effect", &ServiceRules::failure_effect, 0.5, {0, 1.5}, "log share per z",
           "Effect of skill on success", "能力对办成率的作用", "Log share of failures less per z of the skill needed.",
           own)
        .plausible(0.2, 1);
    effect("service.error_effect", &ServiceRules::error_effect, 0.7, {0, 2}, "log share per z",
           "Effect of legal skill on errors", "法律能力对差错的作用",
           "Log share of legal errors less per z of legal skill.", own)
        .plausible(0.3, 1.3);
    t.number(Type::share, "service.procedure", &ServiceRules::procedure, 0.5, {0, 1}, "of handling")
        .policy(Authority::county, "2", Scope::unit)
        .says("Handling by written procedure", "规范行政行为程度",
              "Share of handling that follows a written procedure: steps, papers, time limits, reasons.")
        .from("outline 2: standardise administrative behaviour; level by own choice", Grade::A)
        .everyday();
    t.number(Type::share, "service.procedure_centre", &ServiceRules::procedure_centre, 0.5, {0, 1}, "of handling")
        .fact()
        .plausible(0.3, 0.7)
        .says("Standardised procedure at present", "现行规范化程度",
              "At which minutes, failures and errors are as given.")
        .from("own choice; range: two tenths either way", Grade::A);
    effect("service.procedure_error_effect", &ServiceRules::procedure_error_effect, 1, {0, 3}, "log share",
           "Effect of procedure on errors", "规范程序减少差错", "Log share of legal errors less at full procedure.",
           own)
        .plausible(0.3, 2);
    effect("service.procedure_failure_effect", &ServiceRules::procedure_failure_effect, 0.2, {0, 1}, "log share",
           "Effect of procedure on success", "规范程序提高办成率", "Log share of failures less at full procedure.", own)
        .plausible(0, 0.5);
    t.number(Type::share, "service.procedure_approval_saving", &ServiceRules::procedure_approval_saving, 0.3, {0, 1},
             "of approval days")
        .assumption()
        .says("Approvals faster by procedure", "规范程序缩短审批",
              "Share of the days of approvals saved at full procedure.")
        .from(own, Grade::A)
        .plausible(0.1, 0.5);
    t.number(Type::count, "service.procedure_minutes", &ServiceRules::procedure_minutes, 10, {0, 120},
             "working minutes a matter")
        .assumption()
        .says("Paperwork of procedure", "规范程序文书工时",
              "Minutes of records that full procedure adds to each matter.")
        .from(own, Grade::A)
        .plausible(2, 30);
    effect("service.hurry_effect", &ServiceRules::hurry_effect, 1, {0, 4}, "log share per unit of load",
           "Effect of hurry", "忙中出错", "Log share of failures and errors more per unit of load above the target.",
           own)
        .plausible(0.3, 2.5);
}

void add_results(Table& t) {
    const auto share = [&t](const char* key, double ServiceRules::*field, double value, Range range, const char* unit,
                            const char* en, const char* zh, const char* meaning) {
        t.number(Type::share, key, field, value, range, unit)
            .assumption()
            .says(en, zh, meaning)
            .from(own, Grade::A)
            .plausible(value / 2, std::min(range.high, value * 1.5));
    };
    t.number(Type::days, "service.patience_days", &ServiceRules::patience_days, 60, {1, 500}, "working days")
        .assumption()
        .says("Citizens' patience in the queue", "群众等待限度",
              "Wait in the queue after which citizens take the matter to the county.")
        .from(own, Grade::A)
        .plausible(20, 120);
    share("service.escalates_late", &ServiceRules::escalates_late, 0.05, {0, 1}, "of late matters",
          "Late matters that escalate", "逾期事项上访比例", "Share of late matters that are taken to the county.");
    share("service.escalates_failed", &ServiceRules::escalates_failed, 0.3, {0, 1}, "of failed matters",
          "Failed matters that escalate", "未办成事项上访比例",
          "Share of failed matters that are taken to the county.");
    t.number(Type::count, "service.escalation_minutes", &ServiceRules::escalation_minutes, 480, {0, 10000},
             "working minutes")
        .assumption()
        .says("Work of an escalated matter", "上访事项处置工时",
              "Minutes of the township's time that a matter costs when it comes back from the county.")
        .from(own, Grade::A)
        .plausible(120, 1920);
    share("service.escalation_most", &ServiceRules::escalation_most, 0.15, {0, 0.5}, "of the time for citizens",
          "Most time for escalated matters", "上访处置工时上限",
          "Most of the time for citizens that escalated matters take; the rest is left to the county.");
    share("service.complains_late", &ServiceRules::complains_late, 0.1, {0, 1}, "of late matters",
          "Complaints about lateness", "逾期投诉比例", "Complaints per late matter.");
    share("service.complains_failed", &ServiceRules::complains_failed, 0.3, {0, 1}, "of failed matters",
          "Complaints about failures", "未办成投诉比例", "Complaints per failed matter.");
    share("service.complains_manner", &ServiceRules::complains_manner, 0.003, {0, 0.1}, "of matters",
          "Complaints about manner", "态度投诉比例", "Complaints about manner per matter, at mean motivation.");
    t.number(Type::coefficient, "service.manner_effect", &ServiceRules::manner_effect, 0.5, {0, 2}, "log share per z")
        .assumption()
        .plausible(0.1, 1)
        .says("Effect of motivation on manner", "积极性对服务态度的作用",
              "Log share of complaints about manner less per z of motivation and of the unit's attitude to service.")
        .from(own, Grade::A);
    t.number(Type::coefficient, "service.manner_centre", &ServiceRules::manner_centre, 0.16, {-1, 1}, "z")
        .assumption()
        .says("Motivation and attitude in the baseline", "积极性与服务意识基准",
              "Mean of motivation and attitude to service in the baseline.")
        .from("mean of the 2026 baseline", Grade::A)
        .plausible(0, 0.3);
    share("service.satisfied_well", &ServiceRules::satisfied_well, 0.95, {0, 1}, "of matters",
          "Satisfied when done well", "办结满意率", "Share satisfied with a matter resolved in time, before waiting.");
    share("service.satisfied_late", &ServiceRules::satisfied_late, 0.5, {0, 1}, "of late matters",
          "Satisfied though late", "逾期满意率", "Share satisfied with a matter resolved late.");
    share("service.satisfied_failed", &ServiceRules::satisfied_failed, 0.1, {0, 1}, "of failed matters",
          "Satisfied though failed", "未办成满意率", "Share satisfied though the matter was not resolved.");
    t.number(Type::coefficient, "service.satisfaction_per_day", &ServiceRules::satisfaction_per_day, 0.005, {0, 0.1},
             "share per working day")
        .assumption()
        .says("Satisfaction lost by waiting", "等待降低满意率", "Share satisfied less per working day of wait.")
        .from(own, Grade::A)
        .plausible(0, 0.02);
    t.number(Type::count, "service.development_days", &ServiceRules::development_days, 500, {0, 10000},
             "person-days a year and 1,000 residents")
        .policy(Authority::county, "2", Scope::unit)
        .says("Development work planned", "年度发展任务",
              "Person-days of development work that a township of the reference size is given.")
        .from(own, Grade::A);
    t.number(Type::coefficient, "service.development_slack_weeks", &ServiceRules::development_slack_weeks, 4, {0, 26},
             "weeks")
        .assumption()
        .says("Slack of development work", "发展任务宽限",
              "Weeks of work by which tasks may lie behind and be in time.")
        .from(own, Grade::A)
        .plausible(1, 12);
    t.number(Type::coefficient, "service.development_effect", &ServiceRules::development_effect, 0.15, {0, 1},
             "log output per z")
        .assumption()
        .says("Effect of mass-work skill on development", "群众工作能力对发展任务的作用",
              "Log person-days delivered per day worked, per z of mass-work skill.")
        .from(own, Grade::A)
        .plausible(0, 0.4);
    t.number(Type::coefficient, "service.requests_per_100_days", &ServiceRules::requests_per_100_days, 5, {0, 100},
             "matters per 100 person-days")
        .assumption()
        .says("Requests that development brings", "发展任务带来的诉求", "Requests per 100 person-days of planned work.")
        .from(own, Grade::A)
        .plausible(1, 15);
    t.money("service.income_per_development_day", &ServiceRules::income_per_day, 300, {0, 10000}, "yuan/person-day")
        .assumption()
        .says("Household income of development work", "发展工作的增收示意",
              "What a person-day might add to household incomes: an illustration of scale, moves nothing.")
        .from(own, Grade::A)
        .plausible(100, 600);
    t.number(Type::coefficient, "service.load_centre", &ServiceRules::load_centre, -0.32, {-2, 1}, "log load")
        .assumption()
        .says("Load of citizens' matters in the baseline", "群众事项负荷基准",
              "Mean log of work over working time in the baseline.")
        .from("mean of the 2026 baseline", Grade::A)
        .plausible(-0.42, -0.22);
    t.number(Type::share, "service.satisfaction_centre", &ServiceRules::satisfaction_centre, 0.93, {0, 1}, "of matters")
        .assumption()
        .says("Satisfaction in the baseline", "满意率基准", "Mean share satisfied in the baseline.")
        .from("mean of the 2026 baseline", Grade::A)
        .plausible(0.9, 0.96);
}

}  // namespace

const levers::Table<ServiceRules>& service_levers() {
    static const Table table = [] {
        Table t;
        add_matters(t);
        add_staff(t);
        add_quality(t);
        add_results(t);
        return t;
    }();
    return table;
}

}  // namespace staffsim
