#include "sim/processes/recruitment/seat_levers.hpp"

namespace staffsim {

using levers::Authority;
using levers::Grade;
using levers::Scope;
using levers::Type;

namespace {

void add_calendar(levers::Table<RecruitmentRules>& t) {
    t.choice<RecruitmentMode>("recruitment.mode", &RecruitmentRules::mode,
                              {{"annual", RecruitmentMode::annual},
                               {"continuous", RecruitmentMode::continuous},
                               {"fixed_number", RecruitmentMode::fixed_number}},
                              "annual")
        .policy(Authority::province, "4")
        .says("Recruitment calendar", "招录方式",
              "annual: one joint exam a year; continuous: each place by itself, as if the exam had found somebody; "
              "fixed_number: textbook models.")
        .from("Civil Service Law art. 24, domain §9", Grade::L);
    t.whole(Type::days, "recruitment.lead_days", &RecruitmentRules::lead_days, 180, {0, 3650}, "days")
        .policy(Authority::province, "4")
        .says("Days to recruit (continuous mode)", "招录周期",
              "Continuous mode: days from an empty place to the recruit's arrival.")
        .from("parameters §2: .4 to .9 years", Grade::A);
    t.whole(Type::count, "recruitment.entrants_per_year", &RecruitmentRules::entrants_per_year, 0, {0, 100000},
            "people a year and unit")
        .assumption()
        .plausible(0, 0)
        .says("Entrants a year", "年度固定录用人数", "Fixed-number mode: how many enter each unit on the day of entry.")
        .from("theory A; textbook models only", Grade::A);
    t.flag("recruitment.poisson_entrants", &RecruitmentRules::poisson_entrants, false)
        .assumption()
        .plausible(0, 0)
        .says("Entrants vary by chance", "录用人数随机", "Fixed-number mode: the number is Poisson with that mean.")
        .from("theory A; textbook models only", Grade::A);
    t.whole(Type::count, "recruitment.rounds_per_year", &RecruitmentRules::rounds_per_year, 1, {1, 2}, "rounds")
        .policy(Authority::province, "4")
        .says("Recruitment rounds a year", "年招录次数",
              "2: a second round fills what the first left empty and what has fallen empty since.")
        .from("parameters §2: 1 to 2", Grade::Lm)
        .everyday();
    t.number(Type::share, "recruitment.approved_share", &RecruitmentRules::approved_share, 0.8, {0, 1},
             "of empty places")
        .policy(Authority::county, "4", Scope::unit)
        .says("Empty places approved for recruitment", "用编计划批准比例",
              "Share of empty places that may be advertised.")
        .from("own choice", Grade::A)
        .everyday();
    t.numbers<channel_count>(Type::by_name, "recruitment.seats", &RecruitmentRules::seats, recruitment_channels(),
                             {0.80, 0.0, 0.05, 0.0, 0.15}, {0, 1}, "share of township seats")
        .policy(Authority::province, "4", Scope::unit)
        .says("Township seats by channel of entry", "招录渠道比例",
              "Shares of township seats by channel; county organs use the open exam.")
        .from("domain §9 [PUB 24]: about 15 % for programmes", Grade::P)
        .sums_to_one()
        .everyday();
    t.number(Type::years, "recruitment.minimum_service_years", &RecruitmentRules::minimum_service_years, 5, {0, 15},
             "years")
        .policy(Authority::centre, "4", Scope::person)
        .says("Minimum service of recruits", "最低服务年限",
              "Township recruits may not resign, transfer or sit open selection before.")
        .from("domain §9, from memory; Civil Service Law art. 86", Grade::Lm)
        .everyday();
    t.numbers<channel_count>(Type::by_name, "recruitment.extra_service_years", &RecruitmentRules::extra_service_years,
                             recruitment_channels(), {0, 0, 0, 0, 0}, {0, 10}, "years")
        .policy(Authority::province, "4", Scope::person)
        .says("Extra minimum service by channel", "定向招录加长服务年限",
              "Years of minimum service added for recruits of a channel.")
        .from("reserved seats may ask for more; own choice", Grade::A);
    t.whole(Type::days, "recruitment.probation_days", &RecruitmentRules::probation_days, 365, {0, 730}, "days")
        .fact()
        .says("Length of probation", "试用期天数", "Days of probation.")
        .from("Civil Service Law art. 34", Grade::L);
    t.number(Type::probability, "recruitment.failed_probation", &RecruitmentRules::failed_probation, 0.005, {0, 0.2},
             "probability")
        .assumption()
        .plausible(0, 0.03)
        .says("Failed probation", "试用不合格率", "Share of recruits whose recruitment is cancelled.")
        .from("parameters §2", Grade::A);
    t.number(Type::probability, "recruitment.quits_on_probation", &RecruitmentRules::quits_on_probation, 0.01, {0, 0.2},
             "probability")
        .assumption()
        .plausible(0.002, 0.05)
        .says("Quits on probation", "试用期内放弃率",
              "Share of recruits who give up during probation, when the recruitment is cancelled at their wish.")
        .from(
            "Hong Kong: over 60 % of resigners are on probation [PUB 33]; level own choice; range up to what Hong "
            "Kong's figures come to for a long probation",
            Grade::A);
    t.whole(Type::days, "recruitment.institution_refill_days", &RecruitmentRules::institution_refill_days, 365,
            {0, 3650}, "days")
        .assumption()
        .plausible(180, 730)
        .says("Refill of institution staff", "事业岗位补员时间",
              "Days until the place of a recruited member of the institution staff is filled again.")
        .from("own choice: a yearly intake; range: twice a year to every other year", Grade::A);
    t.money("recruitment.cost_per_seat", &RecruitmentRules::cost_per_seat, 3000, {0, 100000}, "yuan/seat")
        .fact()
        .plausible(1000, 9000)
        .says("Cost of an advertised seat", "每职位招录费用",
              "Exam, interview, health check, background check; for seats that are not cancelled.")
        .from("own choice; range: a third to three times", Grade::A);
}

void add_applicants(levers::Table<RecruitmentRules>& t) {
    t.choice<SeatFill>("recruitment.seat_fill", &RecruitmentRules::seat_fill,
                       {{"applicants", SeatFill::applicants}, {"fixed", SeatFill::fixed}}, "applicants")
        .assumption()
        .says("How seats are filled", "职位录用方式", "applicants: fill is a result of the exam; fixed: a probability.")
        .from("structural switch", Grade::A);
    t.number(Type::probability, "recruitment.fixed_fill_probability", &RecruitmentRules::fixed_fill_probability, 0.9,
             {0, 1}, "probability")
        .assumption()
        .plausible(0.7, 1)
        .says("Fixed fill probability", "固定录用概率", "Used when seats are filled by a fixed probability.")
        .from("parameters §2", Grade::A);
    t.numbers<channel_count>(Type::by_name, "recruitment.applicants_per_seat", &RecruitmentRules::applicants_per_seat,
                             recruitment_channels(), {30, 12, 6, 10, 12}, {0, 500}, "applicants")
        .assumption()
        .plausible({{5, 100}, {2, 40}, {1, 20}, {2, 33}, {2, 40}})
        .says("Applicants per seat", "每职位报考人数", "Mean number of qualified applicants of a township of class 1.")
        .from("parameters §2: 5 to 100; the other channels as far either way", Grade::A);
    t.number(Type::coefficient, "recruitment.remote_effect", &RecruitmentRules::remote_effect, 0.5, {0, 1.5},
             "log per class")
        .assumption()
        .plausible(0.2, 1)
        .says("Effect of remoteness on applicants", "边远对报考的影响", "Log loss of applicants per remoteness class.")
        .from("own choice; domain §9", Grade::A);
    t.number(Type::coefficient, "recruitment.county_organ_factor", &RecruitmentRules::county_organ_factor, 1.5,
             {0.5, 5}, "ratio")
        .assumption()
        .plausible(1, 3)
        .says("Applicants of county organs", "县直机关报考倍数", "Applicants per seat over those of a township.")
        .from("own choice; range: as many to three times", Grade::A);
    t.number(Type::coefficient, "recruitment.pay_elasticity", &RecruitmentRules::pay_elasticity, 1, {0, 3}, "% per %")
        .assumption()
        .plausible(0.3, 2)
        .says("Effect of pay on applicants", "工资对报考的弹性",
              "Per cent more applicants for one per cent more pay of the unit's untitled staff over pay outside.")
        .from("own choice; sign domain §14", Grade::A);
    t.number(Type::coefficient, "recruitment.pay_centre", &RecruitmentRules::pay_centre, -0.036, {-1, 1}, "log ratio")
        .assumption()
        .plausible(-0.14, 0.06)
        .says("Relative pay in the baseline, townships", "乡镇招录相对工资基准",
              "Mean log of own over outside pay of untitled township staff in the baseline.")
        .from("mean of the 2026 baseline; range: outside pay a tenth higher or lower", Grade::A);
    t.number(Type::coefficient, "recruitment.pay_centre_county_organs", &RecruitmentRules::pay_centre_organs, -0.061,
             {-1, 1}, "log ratio")
        .assumption()
        .plausible(-0.16, 0.04)
        .says("Relative pay in the baseline, county organs", "县直招录相对工资基准",
              "Mean log of own over outside pay of untitled staff of county organs in the baseline.")
        .from("mean of the 2026 baseline; range: outside pay a tenth higher or lower", Grade::A);
    t.number(Type::coefficient, "recruitment.service_effect", &RecruitmentRules::service_effect, 0.03, {0, 0.15},
             "log per year")
        .assumption()
        .plausible(0, 0.08)
        .says("Effect of minimum service on applicants", "服务年限对报考的影响",
              "Log loss of township applicants per year of minimum service; centred at five years.")
        .from("own choice", Grade::A);
    t.number(Type::coefficient, "recruitment.exam_validity", &RecruitmentRules::exam_validity, 0.5, {0.2, 0.7},
             "correlation")
        .assumption()
        .plausible(0.2, 0.7)
        .says("Validity of the exam", "考录效度", "Correlation of exam score and ability.")
        .from("parameters §4, written test", Grade::A);
    t.number(Type::probability, "recruitment.acceptance", &RecruitmentRules::acceptance, 0.9, {0.3, 1}, "probability")
        .assumption()
        .plausible(0.7, 1)
        .says("Acceptance", "录取后报到率",
              "Share of successful applicants who come; the next is asked, three at most.")
        .from("own choice; range: filled posts of parameters §2", Grade::A);
    t.numbers<channel_count>(Type::by_name, "recruitment.channel_validity", &RecruitmentRules::channel_validity,
                             recruitment_channels(), {1, 1, 1, 1, 1}, {0.3, 1.4}, "ratio")
        .assumption()
        .plausible({{1, 1}, {0.7, 1.2}, {0.7, 1.2}, {0.7, 1.2}, {0.7, 1.2}})
        .says("Validity of the exam by channel", "各渠道考录效度系数",
              "Over the validity of the open exam: smaller exams of reserved seats may show less of ability.")
        .from("no evidence of a difference; range: three tenths less to a fifth more", Grade::A);
    t.numbers<channel_count>(Type::by_name, "recruitment.channel_acceptance", &RecruitmentRules::channel_acceptance,
                             recruitment_channels(), {1, 1.1, 1.1, 1, 1}, {0.3, 2}, "ratio")
        .assumption()
        .plausible({{1, 1}, {0.9, 1.2}, {0.9, 1.2}, {0.8, 1.2}, {0.8, 1.2}})
        .says("Acceptance by channel", "各渠道报到率系数",
              "Over that of the open exam, at most 1 in all: people from the place come.")
        .from("own choice; range: a tenth or two less, or everybody comes", Grade::A);
    t.number(Type::share, "recruitment.withdrawal", &RecruitmentRules::withdrawal, 0.005, {0, 0.2}, "per month")
        .assumption()
        .plausible(0.001, 0.03)
        .says("Withdrawal before entry", "录用后放弃率",
              "Share of chosen applicants who find something else in a month between interview and entry.")
        .from("own choice; range: 1 to 20 % over a lead time of seven months", Grade::A);
    t.numbers<channel_count>(Type::by_name, "recruitment.ability_mean", &RecruitmentRules::ability_mean,
                             recruitment_channels(), {-0.8, -0.8, -0.8, -0.8, -0.8}, {-2, 2}, "z")
        .assumption()
        .plausible_for_each(-1.2, -0.4)
        .says("Mean ability of applicants", "报考者平均能力",
              "On the scale of serving staff; the exam selects above it.")
        .from("set so that those selected have mean near 0; range: half of it either way", Grade::A);
    t.numbers<channel_count>(Type::by_name, "recruitment.entry_age", &RecruitmentRules::entry_age,
                             recruitment_channels(), {25, 33, 36, 27, 26}, {18, 43}, "years old")
        .assumption()
        .plausible({{23, 28}, {29, 37}, {31, 40}, {25, 30}, {24, 29}})
        .says("Entry age", "录用年龄", "Mean age at entry by channel.")
        .from("parameters §1; own choice by channel; range: two to five years either way", Grade::A);
    t.number(Type::years, "recruitment.entry_age_spread", &RecruitmentRules::entry_age_spread, 3, {0, 7}, "years")
        .assumption()
        .plausible(2, 5)
        .says("Spread of entry age", "录用年龄幅度", "Ages are uniform within this distance of the mean.")
        .from("own choice", Grade::A);
    t.number(Type::share, "recruitment.older_share", &RecruitmentRules::older_share, 0.03, {0, 0.5}, "share")
        .assumption()
        .plausible(0, 0.1)
        .says("Older applicants", "大龄报考者比例",
              "Share of possible applicants above the spread of entry age, up to 45, before the age limit.")
        .from("own choice; range: at most those with a master's degree, a tenth", Grade::A);
    t.number(Type::share, "recruitment.share_women", &RecruitmentRules::share_women, 0.45, {0, 1}, "share")
        .assumption()
        .plausible(0.25, 0.5)
        .says("Women among recruits", "录用女性比例", "Share of women among successful applicants.")
        .from("parameters §1: .25 to .50 of staff", Grade::A);
    t.number(Type::coefficient, "recruitment.mass_work_bonus", &RecruitmentRules::mass_work_bonus, 0.5, {0, 1.5}, "z")
        .assumption()
        .plausible(0, 1)
        .says("Mass-work skill from the grassroots", "基层渠道群众工作优势",
              "Head start of grassroots channels in mass work over the open exam.")
        .from("own choice", Grade::A);
    t.number(Type::coefficient, "recruitment.skill_ability_correlation", &RecruitmentRules::skill_ability_correlation,
             0.4, {0, 0.9}, "correlation")
        .assumption()
        .plausible(0.2, 0.6)
        .says("Skill and ability", "业务水平与能力的相关", "Correlation of innate skill and ability.")
        .from("own choice", Grade::A);
    t.numbers<channel_count>(Type::by_name, "recruitment.native_share", &RecruitmentRules::native_share,
                             recruitment_channels(), {0.5, 0.9, 1.0, 0.7, 0.6}, {0, 1}, "share")
        .assumption()
        .plausible({{0.3, 0.8}, {0.7, 1}, {0.9, 1}, {0.4, 0.9}, {0.3, 0.9}})
        .says("Natives among recruits", "录用本地人比例", "Share of recruits from this county.")
        .from("own choice; range: two or three tenths either way", Grade::A);
    t.numbers<4>(Type::by_name, "recruitment.education", &RecruitmentRules::education,
                 {"junior_college", "bachelor", "master", "doctor"}, {0.15, 0.75, 0.10, 0.0}, {0, 1}, "share")
        .assumption()
        .says("Education of recruits", "录用学历构成", "Shares among applicants.")
        .from("own choice", Grade::A)
        .sums_to_one();
    t.numbers<channel_count>(Type::by_name, "recruitment.without_degree", &RecruitmentRules::without_degree,
                             recruitment_channels(), {0, 0.3, 0.6, 0, 0}, {0, 1}, "share")
        .assumption()
        .plausible({{0, 0.1}, {0.1, 0.5}, {0.3, 0.8}, {0, 0.1}, {0, 0.1}})
        .says("Without a degree by channel", "各渠道专科比例",
              "Share of a channel's applicants with junior college at most, beyond that of recruitment.education.")
        .from("own choice; range: a tenth of graduates, two or three tenths either way of the others", Grade::A);
    t.numbers<6>(Type::by_name, "recruitment.fields", &RecruitmentRules::fields,
                 {"law", "agriculture", "economics", "engineering", "administration", "other"},
                 {0.15, 0.12, 0.18, 0.15, 0.20, 0.20}, {0, 1}, "share")
        .assumption()
        .says("Fields of study", "报考者专业构成", "Shares among applicants.")
        .from("own choice", Grade::A)
        .sums_to_one();
}

void add_open_selection(levers::Table<RecruitmentRules>& t) {
    t.number(Type::share, "recruitment.open_selection.share", &RecruitmentRules::open_selection_share, 0.5, {0, 1},
             "of empty places")
        .policy(Authority::county, "3.2")
        .says("Places filled by open selection", "公开遴选比例",
              "Share of county organs' empty places filled by open selection among township staff.")
        .from("Civil Service Law art. 71; share own choice", Grade::A)
        .everyday();
    t.month_day("recruitment.open_selection.day", &RecruitmentRules::open_selection, {11, 1})
        .policy(Authority::county, "3.2")
        .says("Day of open selection", "遴选日", "Yearly day on which chosen staff move.")
        .from("own choice", Grade::A);
    t.number(Type::age, "recruitment.open_selection.max_age", &RecruitmentRules::open_selection_max_age, 38, {25, 60},
             "years old")
        .policy(Authority::county, "3.2")
        .says("Age limit of open selection", "遴选年龄上限", "Oldest age, in completed years, at which one may sit.")
        .from("selection rules 2021, from memory", Grade::Lm);
    t.number(Type::years, "recruitment.open_selection.min_township_years",
             &RecruitmentRules::open_selection_min_township_years, 2, {0, 15}, "years")
        .policy(Authority::province, "3.2")
        .says("Township service for open selection", "遴选基层年限",
              "Township service needed, beside the minimum service.")
        .from("selection rules 2021, from memory", Grade::Lm);
    t.whole(Type::count, "recruitment.open_selection.candidates", &RecruitmentRules::open_selection_candidates, 6,
            {1, 100}, "per place")
        .assumption()
        .plausible(3, 12)
        .says("Candidates per place", "遴选报名人数", "Mean number of eligible staff who sit for a place.")
        .from("own choice", Grade::A);
}

}  // namespace

const levers::Table<RecruitmentRules>& recruitment_levers() {
    static const levers::Table<RecruitmentRules> table = [] {
        levers::Table<RecruitmentRules> t;
        add_calendar(t);
        add_rounds(t);
        add_seat_conditions(t);
        add_applicants(t);
        add_open_selection(t);
        return t;
    }();
    return table;
}

}  // namespace staffsim
