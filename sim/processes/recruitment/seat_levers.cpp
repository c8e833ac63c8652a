#include "sim/processes/recruitment/seat_levers.hpp"

namespace staffsim {

using levers::Authority;
using levers::Grade;
using levers::Scope;
using levers::Type;

namespace {

constexpr const char* usual_calendar = "domain §9, from memory";

levers::Table<RoundDays> days_of_first_round() {
    levers::Table<RoundDays> t;
    t.month_day("recruitment.announcement", &RoundDays::announcement, {2, 10})
        .policy(Authority::province, "4")
        .says("Day of announcement", "招录公告日",
              "Day on which seats are counted and advertised and applicants register.")
        .from(usual_calendar, Grade::Lm)
        .everyday();
    t.month_day("recruitment.exam", &RoundDays::exam, {3, 20})
        .policy(Authority::province, "4")
        .says("Day of the written exam", "笔试日", "Day of the written exam, next after the announcement.")
        .from(usual_calendar, Grade::Lm);
    t.month_day("recruitment.interview", &RoundDays::interview, {5, 10})
        .policy(Authority::province, "4")
        .says("Day of the interview", "面试日",
              "Day on which the best are asked whether they come, next after the exam.")
        .from(usual_calendar, Grade::Lm);
    t.month_day("recruitment.entry", &RoundDays::entry, {9, 15})
        .policy(Authority::province, "4")
        .says("Day of entry", "报到日", "Day on which the year's recruits enter, next after the interview.")
        .from("domain §9, from memory; lead time .6 years", Grade::Lm)
        .everyday();
    return t;
}

levers::Table<RoundDays> days_of_second_round() {
    const std::string source = "own choice: as soon as the first round has ended, and faster";
    levers::Table<RoundDays> t;
    t.month_day("recruitment.second.announcement", &RoundDays::announcement, {8, 20})
        .policy(Authority::province, "4")
        .says("Day of announcement, second round", "第二次招录公告日", "When there are two rounds a year.")
        .from(source, Grade::A);
    t.month_day("recruitment.second.exam", &RoundDays::exam, {9, 20})
        .policy(Authority::province, "4")
        .says("Day of the written exam, second round", "第二次笔试日", "Next after that announcement.")
        .from(source, Grade::A);
    t.month_day("recruitment.second.interview", &RoundDays::interview, {10, 25})
        .policy(Authority::province, "4")
        .says("Day of the interview, second round", "第二次面试日", "Next after that exam.")
        .from(source, Grade::A);
    t.month_day("recruitment.second.entry", &RoundDays::entry, {12, 20})
        .policy(Authority::province, "4")
        .says("Day of entry, second round", "第二次报到日", "Next after that interview.")
        .from(source, Grade::A);
    return t;
}

}  // namespace

const std::vector<std::string>& recruitment_channels() {
    static const std::vector<std::string> names{"open_exam", "institution_staff", "village_cadre", "village_official",
                                                "service_programme"};
    return names;
}

void add_rounds(levers::Table<RecruitmentRules>& t) {
    t.include(days_of_first_round(), [](RecruitmentRules& rules) -> RoundDays& { return rules.round[0]; });
    t.include(days_of_second_round(), [](RecruitmentRules& rules) -> RoundDays& { return rules.round[1]; });
}

void add_seat_conditions(levers::Table<RecruitmentRules>& t) {
    t.whole(Type::count, "recruitment.opening_ratio", &RecruitmentRules::opening_ratio, 3, {1, 10},
            "applicants per seat")
        .policy(Authority::province, "4", Scope::unit)
        .says("Fewest applicants per seat", "开考比例", "A seat with fewer applicants is cancelled.")
        .from("usual 1:3, from memory", Grade::Lm)
        .everyday();
    t.number(Type::share, "recruitment.specialty_share", &RecruitmentRules::specialty_share, 0.3, {0, 1}, "of seats")
        .policy(Authority::county, "4", Scope::unit)
        .says("Seats with a specialty requirement", "限专业职位比例",
              "Share of graduates' seats that ask for a field of study which the unit needs: fewer applicants, better "
              "match.")
        .from("own choice", Grade::A)
        .everyday();
    t.number(Type::share, "recruitment.degree_share", &RecruitmentRules::degree_share, 0, {0, 1}, "of township seats")
        .policy(Authority::county, "4", Scope::unit)
        .says("Seats that ask for a degree", "限本科职位比例",
              "Share of township seats for which a bachelor's degree is asked.")
        .from("own choice", Grade::A);
    t.number(Type::share, "recruitment.local_share", &RecruitmentRules::local_share, 0, {0, 1}, "of township seats")
        .policy(Authority::county, "4", Scope::unit)
        .says("Seats for local people", "限本地户籍职位比例",
              "Share of township seats that only people from this county may take.")
        .from("domain §9, from memory; share own choice", Grade::A);
    t.numbers<channel_count>(Type::by_name, "recruitment.max_age", &RecruitmentRules::max_age, recruitment_channels(),
                             {38, 38, 40, 38, 38}, {18, 60}, "years old")
        .policy(Authority::centre, "4")
        .says("Age limit of recruits", "报考年龄上限", "Oldest age in completed years, by channel; 35 until 2025.")
        .from("domain §9 [PUB 28]; village cadres own choice", Grade::P)
        .everyday();
    t.number(Type::age, "recruitment.max_age_postgraduate", &RecruitmentRules::max_age_postgraduate, 43, {18, 60},
             "years old")
        .policy(Authority::centre, "4")
        .says("Age limit of masters and doctors", "硕博报考年龄上限", "Where it is higher than the general one.")
        .from("domain §9 [PUB 28]", Grade::P);
    t.whole(Type::count, "recruitment.relaxed.from_class", &RecruitmentRules::relaxed_from_class, 4, {1, 4}, "class")
        .policy(Authority::province, "4")
        .says("Relaxed conditions from remoteness class", "放宽招录条件的边远类别",
              "Townships of this class or a remoter one have the relaxed conditions below; 4: nowhere.")
        .from("hardship-area rule of 2014, from memory; not a hardship area", Grade::Lm);
    t.flag("recruitment.relaxed.no_degree", &RecruitmentRules::relaxed_degree, true)
        .policy(Authority::province, "4")
        .says("Relaxed: no degree asked", "放宽学历", "There, recruitment.degree_share does not hold.")
        .from("hardship-area rule of 2014, from memory", Grade::Lm);
    t.number(Type::share, "recruitment.relaxed.local_share", &RecruitmentRules::relaxed_local_share, 0.3, {0, 1},
             "of seats")
        .policy(Authority::province, "4")
        .says("Relaxed: seats for local people", "艰苦地区限本地户籍比例",
              "There, in place of recruitment.local_share.")
        .from("hardship-area rule of 2014, from memory; share own choice", Grade::A);
    t.whole(Type::count, "recruitment.relaxed.opening_ratio", &RecruitmentRules::relaxed_opening_ratio, 1, {1, 10},
            "applicants per seat")
        .policy(Authority::province, "4")
        .says("Relaxed: fewest applicants per seat", "艰苦地区开考比例",
              "There, in place of recruitment.opening_ratio.")
        .from("hardship-area rule of 2014, from memory", Grade::Lm);
}

}  // namespace staffsim
