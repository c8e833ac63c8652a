#include "sim/processes/competition/competition.hpp"

namespace staffsim {

using levers::Authority;
using levers::Grade;
using levers::Scope;
using levers::Type;

namespace {

struct LadderDefaults {
    Ladder ladder;
    const char* key;
    const char* en;
    const char* zh;
    const char* regime;
    int lead_days;
    double min_years, max_age;
    Authority authority;
};

levers::Table<LadderRules> ladder_levers(const LadderDefaults& d) {
    levers::Table<LadderRules> t;
    const std::string prefix = std::string("promotion.") + d.key + ".";
    const std::string en = std::string(" (") + d.en + ")";
    const std::string zh = std::string("（") + d.zh + "）";
    t.choice<Regime>(prefix + "regime", &LadderRules::regime,
                     {{"seniority", Regime::seniority},
                      {"appointment", Regime::appointment},
                      {"competition", Regime::competition},
                      {"random", Regime::random},
                      {"best_record", Regime::best_record},
                      {"push", Regime::push},
                      {"fixed_probabilities", Regime::fixed_probabilities}},
                     d.regime)
        .policy(d.authority, "3.2", Scope::unit)
        .says("How posts are filled" + en, "选任方式" + zh,
              "Who chooses among the candidates; random, best_record, push and fixed_probabilities (a draw by "
              "posts.<id>.filled_from says from which post or whether from outside, chance who) are for theory. For "
              "competition for a part of the posts see competition_share beside it.")
        .from("domain §7; theory A, B, D", Grade::Lm)
        .everyday();
    t.whole(Type::days, prefix + "lead_days", &LadderRules::lead_days, d.lead_days, {0, 3650}, "days")
        .assumption()
        .plausible(d.lead_days / 2.0, d.lead_days * 2.0)
        .says("Days to fill a post" + en, "补缺周期" + zh, "Days from vacancy to appointment.")
        .from("own choice; steps in domain §7", Grade::A);
    t.whole(Type::days, prefix + "retry_days", &LadderRules::retry_days, 180, {1, 3650}, "days")
        .assumption()
        .plausible(90, 365)
        .says("Days to the next round" + en, "再次启动间隔" + zh, "After a round that found nobody.")
        .from("own choice", Grade::A);
    t.number(Type::years, prefix + "min_years_in_tier", &LadderRules::min_years_in_tier, d.min_years, {0, 20}, "years")
        .policy(Authority::centre, "3.2", Scope::unit)
        .says("Years needed at the present level" + en, "任职年限条件" + zh,
              "Needed to be a candidate: for middle posts at the present tier, for leadership posts at the present "
              "statutory level, which heads of offices share with clerks.")
        .from("appointment rules 2019, from memory", Grade::Lm);
    t.number(Type::years, prefix + "min_township_years", &LadderRules::min_township_years, 0, {0, 20}, "years")
        .policy(Authority::county, "3.2", Scope::unit)
        .says("Township service needed" + en, "乡镇工作年限条件" + zh, "Township service needed to be a candidate.")
        .from("policy outline, part 3", Grade::A);
    t.number(Type::age, prefix + "max_age", &LadderRules::max_age, d.max_age, {25, 200}, "years old")
        .policy(d.authority, "3.2", Scope::unit)
        .none_at(200)
        .says("Age limit" + en, "年龄上限" + zh,
              "Oldest age, in completed years, at which one may be chosen; 200 = no cap.")
        .from("practice, from memory (parameters §4)", Grade::Lm);
    t.whole(Type::count, prefix + "candidates", &LadderRules::candidates, 4, {1, 100}, "per post")
        .assumption()
        .plausible(2, 8)
        .says("Candidates per post" + en, "每职位竞争人数" + zh, "Mean number of eligible people who stand.")
        .from("parameters §4: 2 to 8", Grade::A);
    t.whole(Type::count, prefix + "min_candidates", &LadderRules::min_candidates, 1, {1, 10}, "per post")
        .policy(Authority::county, "3.2", Scope::unit)
        .says("Fewest candidates" + en, "最低竞争人数" + zh, "With fewer the rule for too few candidates applies.")
        .from("own choice", Grade::A)
        .everyday();
    t.choice<TooFew>(prefix + "if_too_few", &LadderRules::if_too_few,
                     {{"widen", TooFew::widen}, {"appoint", TooFew::appoint}, {"leave_empty", TooFew::leave_empty}},
                     "widen")
        .policy(Authority::county, "3.2", Scope::unit)
        .says("If there are too few candidates" + en, "人选不足时" + zh,
              "Widen the area, appoint one of all the eligible (who need not stand), or leave the post empty.")
        .from("own choice", Grade::A)
        .everyday(d.ladder == Ladder::middle);
    t.number(Type::share, prefix + "competition_share", &LadderRules::competition_share, 1, {0, 1}, "of posts")
        .policy(Authority::county, "3.2", Scope::unit)
        .says("Posts filled by competition" + en, "竞争上岗比例" + zh,
              "Under the regime competition: share of posts filled by it; the others are filled by appointment.")
        .from("policy outline, part 3", Grade::A);
    t.choice<CandidateArea>(prefix + "area", &LadderRules::area,
                            {{"as_post", CandidateArea::as_post},
                             {"unit", CandidateArea::unit},
                             {"same_kind", CandidateArea::same_kind},
                             {"county", CandidateArea::county}},
                            "as_post")
        .policy(Authority::county, "3.2", Scope::unit)
        .says("Candidates from" + en, "人选范围" + zh,
              "The own unit, all units of the kind or the whole county; as_post: what the post type says.")
        .from("domain §7", Grade::Lm);
    t.number(Type::probability, prefix + "push_probability", &LadderRules::push_probability, 0, {0, 1}, "per year")
        .assumption()
        .plausible(0, 0)
        .says("Chance of promotion a year" + en, "年度晋升概率" + zh,
              "Regime push: chance a year that a holder of a feeder post moves up, whatever is vacant.")
        .from("theory A; textbook models only", Grade::A);
    return t;
}

void add_calendar_and_trial(levers::Table<CompetitionRules>& t) {
    t.whole(Type::days, "promotion.exam_days", &CompetitionRules::exam_days, 30, {0, 365}, "days")
        .policy(Authority::county, "3.2", Scope::unit)
        .says("Days of a competition", "竞争考试天数", "Registration, exam and rating, on top of the lead time.")
        .from("own choice; steps in domain §7", Grade::A);
    t.whole(Type::days, "promotion.notice_days", &CompetitionRules::notice_days, 7, {0, 60}, "days")
        .policy(Authority::centre, "3.2", Scope::unit)
        .says("Public notice", "公示天数", "At least five working days before an appointment.")
        .from("domain §7, from memory", Grade::Lm);
    static const levers::Table<TrialRules> trial = [] {
        levers::Table<TrialRules> i;
        i.whole(Type::days, "promotion.trial.days", &TrialRules::days, 365, {0, 730}, "days")
            .policy(Authority::centre, "3.2", Scope::unit)
            .says("Trial period after promotion", "晋升试用期",
                  "Trial after a promotion; 0 = none. Nobody on trial is a candidate again.")
            .from("Civil Service Law art. 48; length from memory", Grade::L);
        i.number(Type::probability, "promotion.trial.failure", &TrialRules::failure, 0.005, {0, 0.1}, "probability")
            .assumption()
            .plausible(0, 0.03)
            .says("Failed trials", "试用不合格概率", "Probability that a trial ends in a return.")
            .from("as failed probation (parameters §2)", Grade::A);
        i.flag("promotion.trial.reserve_former", &TrialRules::reserve_former, false)
            .policy(Authority::county, "3.2", Scope::unit)
            .says("Former post kept during the trial", "试用期保留原职",
                  "The former titled post stays empty for the return.")
            .from("policy outline, part 3", Grade::A);
        return i;
    }();
    t.include(trial, [](CompetitionRules& rules) -> TrialRules& { return rules.trial; });
}

void add_leadership(levers::Table<CompetitionRules>& t) {
    static const levers::Table<LeadershipRules> table = [] {
        levers::Table<LeadershipRules> i;
        i.whole(Type::count, "leadership.change_years", &LeadershipRules::change_years, 0, {0, 10}, "years")
            .fact()
            .none_at(0)
            .says("Years between changes of teams", "领导班子换届周期", "Years between changes; 0 = no change.")
            .from("five-year terms, domain §7, from memory", Grade::Lm);
        i.whole(Type::count, "leadership.first_change", &LeadershipRules::first_change, 2026, {1990, 2100},
                "calendar year")
            .fact()
            .says("First change of teams", "首次换届年份", "Calendar year from which changes are counted.")
            .from("township congresses 2021, 2026, from memory", Grade::Lm);
        i.month_day("leadership.day", &LeadershipRules::day, {9, 30})
            .fact()
            .says("Day of a change of teams", "换届日", "Day of the year on which leaders step down or move.")
            .from("own choice", Grade::A);
        i.number(Type::share, "leadership.rotation_share", &LeadershipRules::rotation_share, 0.3, {0, 1}, "of leaders")
            .policy(Authority::county, "3.2")
            .says("Leaders exchanged when teams change", "换届交流比例",
                  "Township leaders who take the same post in another township at a change.")
            .from("own choice", Grade::A)
            .everyday();
        i.number(Type::age, "leadership.second_line.age", &LeadershipRules::second_line_age, 200, {45, 200},
                 "years old")
            .policy(Authority::county, "3.2")
            .none_at(200)
            .says("Age of stepping down to the second line", "退居二线年龄",
                  "Township leaders of this age give up their post and keep place and level; 200 = none.")
            .from("about 52 in practice, from memory (parameters §4)", Grade::Lm)
            .everyday();
        i.choice<SecondLineTiming>("leadership.second_line.timing", &LeadershipRules::second_line_timing,
                                   {{"yearly", SecondLineTiming::yearly}, {"at_change", SecondLineTiming::at_change}},
                                   "yearly")
            .policy(Authority::county, "3.2")
            .says("When leaders step down", "退居二线时点", "Every year, or at changes of teams only.")
            .from("own choice", Grade::A);
        i.number(Type::share, "leadership.second_line.presence", &LeadershipRules::second_line_presence, 0.6, {0, 1},
                 "of working time")
            .assumption()
            .plausible(0.3, 0.9)
            .says("Presence in the second line", "二线人员在岗比例",
                  "Working time that those who stepped down still give.")
            .from("own choice", Grade::A);
        i.number(Type::years, "leadership.term_years", &LeadershipRules::term_years, 0, {0, 20}, "years")
            .policy(Authority::centre, "3.2")
            .none_at(0)
            .says(
                "Longest time in one leading post", "领导职务任职年限",
                "Township leaders change posts with leaders of other townships on the day of the change once they have "
                "been so long in theirs; whoever finds nobody stays. 0 = no limit.")
            .from("terms of 5 years, 10 in one post at most, from memory (parameters §5: 3 to 5)", Grade::Lm);
        return i;
    }();
    t.include(table, [](CompetitionRules& rules) -> LeadershipRules& { return rules.leadership; });
}

void add_selection(levers::Table<CompetitionRules>& t) {
    const std::vector<std::string> components{"written", "interview", "democratic", "record"};
    t.numbers<component_count>(Type::by_name, "promotion.weights", &CompetitionRules::weights, components,
                               {0.3, 0.3, 0.2, 0.2}, {0, 1}, "weight")
        .policy(Authority::county, "3.2", Scope::unit)
        .says("Weights in competition", "竞争上岗各环节权重", "Weights of the components of a competition.")
        .from("30/30/40, domain §7", Grade::A)
        .sums_to_one()
        .everyday();
    t.numbers<component_count>(Type::by_name, "promotion.validity", &CompetitionRules::validity, components,
                               {0.50, 0.45, 0.55, 0.60}, {0.1, 0.9}, "correlation")
        .assumption()
        .plausible({{0.2, 0.7}, {0.2, 0.7}, {0.2, 0.7}, {0.3, 0.8}})
        .says("Validity of components", "各环节效度", "Correlation of each component with true suitability.")
        .from("parameters §4: .2 to .7; record own choice", Grade::A);
    t.number(Type::coefficient, "promotion.appointment_validity", &CompetitionRules::appointment_validity, 0.45,
             {0.1, 0.8}, "correlation")
        .assumption()
        .plausible(0.2, 0.7)
        .says("Validity of appointment", "委任判断效度", "Correlation of the superior's judgement with suitability.")
        .from("parameters §4; range .2 to .7 as for the other methods", Grade::A);
    t.number(Type::share, "promotion.appointment_seniority_weight", &CompetitionRules::appointment_seniority_weight,
             0.5, {0, 1}, "weight")
        .assumption()
        .plausible(0, 1)
        .says("Seniority in appointment", "委任中资历权重",
              "Weight of years at the present level when a superior appoints.")
        .from("parameters §4 [PUB 40, 43]", Grade::A);
    t.number(Type::coefficient, "promotion.network_bias", &CompetitionRules::network_bias, 0.3, {0, 0.6}, "correlation")
        .assumption()
        .plausible(0, 0.6)
        .says("Connections in appointment", "委任中的人情偏差",
              "Correlation of the superior's judgement with connections that have nothing to do with suitability.")
        .from("parameters §4", Grade::A);
    t.number(Type::coefficient, "promotion.long_service_credit", &CompetitionRules::long_service_credit, 0.0, {0, 1},
             "SD per 10 township years")
        .policy(Authority::county, "3.2", Scope::unit)
        .says("Credit for township service", "乡镇工作加分",
              "Added to a competition's score, where suitability has a standard deviation of about 1, for each ten "
              "township years.")
        .from("policy outline, part 3", Grade::A)
        .everyday();
    t.number(Type::coefficient, "promotion.front_line_credit", &CompetitionRules::front_line_credit, 0.2, {0, 1},
             "SD per front-line year")
        .policy(Authority::county, "3.2", Scope::unit)
        .says("Credit for front-line exercise", "一线锻炼加分",
              "Added to a competition's score, where suitability has a standard deviation of about 1, for each "
              "front-line year.")
        .from("policy outline, part 3", Grade::A)
        .everyday();
    t.number(Type::share, "promotion.second_title_share", &CompetitionRules::second_title_share, 0, {0, 1},
             "of middle-level posts")
        .policy(Authority::county, "3.2", Scope::unit)
        .says("Middle-level posts as second titles", "领导兼任中层职务比例",
              "Share of middle-level posts that a deputy leader of the unit takes besides the own one when they fall "
              "empty; nobody is promoted into them.")
        .from("practice of small townships; own choice", Grade::A);
    t.flag("promotion.whole_career", &CompetitionRules::whole_career, false)
        .policy(Authority::county, "3.2", Scope::unit)
        .says("Whole record counts, not three years", "考察历年全部考核",
              "best_record compares the mean of all assessment scores; otherwise of the last three.")
        .from("three years: Civil Service Law practice", Grade::Lm);
    t.month_day("promotion.push_day", &CompetitionRules::push_day, {12, 31})
        .fact()
        .says("Day of promotions (push model)", "年度晋升日", "Regime push: day on which people move up.")
        .from("theory A; textbook models only", Grade::A);
}

}  // namespace

const levers::Table<CompetitionRules>& competition_levers() {
    static const levers::Table<CompetitionRules> table = [] {
        levers::Table<CompetitionRules> t;
        const LadderDefaults ladders[] = {
            {Ladder::middle, "middle", "middle level", "中层", "appointment", 60, 2, 60, Authority::county},
            {Ladder::deputy, "deputy", "deputy section", "副科", "appointment", 120, 3, 40, Authority::county},
            {Ladder::chief, "chief", "section chief", "正科", "appointment", 120, 2, 45, Authority::county}};
        for (const LadderDefaults& d : ladders) {
            const auto index = static_cast<std::size_t>(d.ladder);
            t.include(ladder_levers(d),
                      [index](CompetitionRules& rules) -> LadderRules& { return rules.ladder[index]; });
        }
        add_calendar_and_trial(t);
        add_leadership(t);
        add_selection(t);
        return t;
    }();
    return table;
}

}  // namespace staffsim
