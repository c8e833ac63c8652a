#include "sim/processes/pay/pay.hpp"

namespace staffsim {

using levers::Authority;
using levers::Grade;
using levers::Scope;
using levers::Type;

namespace {

void add_basic_pay(levers::Table<PayRules>& t) {
    t.flag("pay.enabled", &PayRules::enabled, true)
        .fact()
        .says("Pay", "工资",
              "Off in textbook models without money: nobody is paid or compares pay; payroll and relative pay are 0.")
        .from("structural switch", Grade::A);
    t.money("pay.basic_clerk", &PayRules::basic_clerk, 4000, {1000, 20000})
        .fact()
        .plausible(2700, 6000)
        .says("Basic pay of a new clerk", "新录用科员基本工资",
              "Monthly basic pay before steps, grades, ranks and posts.")
        .from("set so that township pay is near 6,000 yuan/month; range: 4,000 to 9,000 (parameters §5)", Grade::A);
    t.number(Type::share, "pay.step_share", &PayRules::step_share, 0.015, {0.01, 0.03}, "of basic pay")
        .fact()
        .plausible(0.01, 0.03)
        .says("Pay of one step", "每档工资", "What one step adds, as a share of the basic pay of a new clerk.")
        .from("parameters §5: .01 to .03", Grade::A);
    t.number(Type::share, "pay.grade_share", &PayRules::grade_share, 0.03, {0.02, 0.05}, "of basic pay")
        .fact()
        .plausible(0.02, 0.05)
        .says("Pay of one pay grade", "每级工资", "What one pay grade adds.")
        .from("parameters §5: .02 to .05", Grade::A);
    t.number(Type::share, "pay.rank_share", &PayRules::rank_share, 0.06, {0.04, 0.10}, "of basic pay")
        .fact()
        .plausible(0.04, 0.1)
        .says("Pay of one rank", "每一职级工资", "What one parallel rank adds.")
        .from("parameters §5: .04 to .10", Grade::A);
    t.number(Type::share, "pay.post_share", &PayRules::post_share, 0.12, {0.08, 0.20}, "of basic pay")
        .fact()
        .plausible(0.08, 0.2)
        .says("Pay of one post level", "每一职务层次工资", "What one post level (clerk to deputy section) adds.")
        .from("parameters §5: .08 to .20", Grade::A);
    t.whole(Type::count, "pay.years_per_step", &PayRules::years_per_step, 2, {1, 10}, "competent years")
        .policy(Authority::centre, "3.3", Scope::person)
        .says("Competent years for a pay step", "晋升档次年限", "Cumulative competent years for one step.")
        .from("pay reform 2006, from memory", Grade::Lm);
    t.whole(Type::count, "pay.years_per_grade", &PayRules::years_per_grade, 5, {1, 20}, "competent years")
        .policy(Authority::centre, "3.3", Scope::person)
        .says("Competent years for a pay grade", "晋升级别年限", "Cumulative competent years for one pay grade.")
        .from("pay reform 2006, from memory", Grade::Lm);
    t.numbers<rank_count>(Type::list, "pay.top_grades", &PayRules::top_grades,
                          {"second_clerk", "first_clerk", "fourth_principal", "third_principal", "second_principal",
                           "first_principal", "fourth_researcher", "third_researcher", "second_researcher",
                           "first_researcher", "second_inspector", "first_inspector"},
                          {19, 18, 18, 17, 16, 15, 14, 13, 12, 11, 10, 8}, {1, 27}, "pay grade")
        .policy(Authority::centre, "3.3", Scope::person)
        .says("Highest pay grade by rank", "各职级最高级别",
              "27 is the lowest; at the top of the band competent years wait. Deputies have at least the third rank's "
              "band, chiefs the fifth's.")
        .from("domain §5 [PUB 20]", Grade::P);
    t.number(Type::coefficient, "pay.bonus_months", &PayRules::bonus_months, 1, {0, 6}, "months of basic pay")
        .policy(Authority::centre, "3.1", Scope::person)
        .says("Year-end bonus", "年终一次性奖金", "Paid for a competent or excellent year.")
        .from("Civil Service Law art. 80; amount from memory", Grade::Lm);
    t.flag("assessment.links.bonus", &PayRules::bonus_needs_competent_year, true)
        .policy(Authority::centre, "3.1", Scope::person)
        .says("Result decides the year-end bonus", "考核与年终奖金挂钩",
              "Only a competent or excellent year brings the year-end bonus; off: every year does.")
        .from("Civil Service Law art. 80", Grade::L);
    t.money("pay.performance_bonus", &PayRules::performance_bonus, 0, {0, 5000})
        .policy(Authority::county, "3.3", Scope::person)
        .says("Performance bonus", "绩效奖金", "Monthly bonus of a competent year, by local policy.")
        .from("domain §10: larger than the year-end bonus, local; 0 keeps it inside total pay", Grade::A)
        .everyday();
    t.numbers<bonus_result_count>(Type::by_name, "pay.performance_spread", &PayRules::performance_spread,
                                  {"excellent", "competent", "basically_competent", "incompetent"},
                                  {1.2, 1.0, 0.5, 0.0}, {0, 3}, "of the bonus")
        .policy(Authority::county, "3.1", Scope::person)
        .says("Performance bonus by result", "绩效奖金档差", "Share of the performance bonus that a result brings.")
        .from("own choice", Grade::A)
        .everyday();
    t.money("pay.extra_budget", &PayRules::extra_budget, no_extra_limit_yuan, {0, no_extra_limit_yuan},
            "yuan/month per township place")
        .policy(Authority::county, "3.3")
        .none_at(no_extra_limit_yuan)
        .says("Budget for extra pay", "补贴奖金预算",
              "Most that allowances, long-service pay and performance bonuses may cost; 10000 = no limit. Where more "
              "is due, all are paid the same part of it, looked at anew every month, after the assessment and when "
              "recruits enter.")
        .from("own choice", Grade::A);
}

void add_allowances(levers::Table<PayRules>& t) {
    t.money("pay.township_allowance", &PayRules::township_allowance, 400, {0, 5000})
        .policy(Authority::county, "3.3", Scope::person)
        .says("Township work allowance", "乡镇工作补贴",
              "Paid while somebody works in a township, to the day: not to who is seconded or borrowed into a county "
              "organ, but to its staff who are seconded to a township.")
        .from("domain §10 [PUB 17]; at least 200 from memory", Grade::P)
        .everyday();
    t.moneys("pay.remote_supplement", &PayRules::remote_supplement, {"class_1", "class_2", "class_3"}, {0, 100, 200},
             {0, 5000})
        .policy(Authority::county, "3.3", Scope::person)
        .says("Supplement for remote townships", "边远乡镇补贴",
              "On top of the allowance, by remoteness class 1 to 3 of the township worked in.")
        .from("domain §10: higher for remote townships, from memory", Grade::Lm)
        .everyday();
}

void add_living(levers::Table<PayRules>& t) {
    t.money("pay.allowance_per_year", &PayRules::allowance_per_year, 0, {0, 200}, "yuan/month per year")
        .policy(Authority::county, "3.3", Scope::person)
        .says("Allowance for township years", "乡镇工作年限补贴",
              "Added to the allowance for each full year with a post in a township, years of secondment among them.")
        .from("domain §10: higher for long service, from memory", Grade::Lm);
    t.number(Type::years, "pay.allowance_years", &PayRules::allowance_years, 20, {1, 40}, "years")
        .policy(Authority::county, "3.3", Scope::person)
        .says("Most township years that count", "年限补贴封顶年数", "Township years beyond these add nothing.")
        .from("own choice", Grade::A);
    static const levers::Table<LivingRules> table = [] {
        levers::Table<LivingRules> l;
        l.money("pay.living.fund", &LivingRules::fund, 0, {0, 2000}, "yuan/month per place")
            .policy(Authority::county, "3.3", Scope::unit)
            .says(
                "Money for living conditions", "改善生活条件经费",
                "Housing, canteen, commuting, schooling: spent on a township, for each of its places, for a year on 1 "
                "January; a start within a year waits for the next.")
            .from("policy outline, part 3", Grade::A);
        l.number(Type::coefficient, "pay.living.gain", &LivingRules::gain, 0.1, {0, 0.5}, "z a year per 100 yuan")
            .assumption()
            .plausible(0.03, 0.3)
            .says("Effect of money on living conditions", "经费改善效果",
                  "Rise of living conditions by a year of the money.")
            .from("own choice; range a third to three times", Grade::A);
        l.number(Type::rate, "pay.living.decay", &LivingRules::decay, 0.1, {0.02, 0.5}, "per year")
            .assumption()
            .plausible(0.03, 0.3)
            .says("Wear of living conditions", "生活条件折旧", "Share of the improvement lost in a year.")
            .from("own choice; range: half of it gone after 2 to 23 years", Grade::A);
        return l;
    }();
    t.include(table, [](PayRules& rules) -> LivingRules& { return rules.living; });
}

void add_long_service(levers::Table<PayRules>& t) {
    t.flag("pay.long_service.enabled", &PayRules::long_service, false)
        .policy(Authority::province, "3.3", Scope::person)
        .says("Long-service pay", "年限待遇", "Township staff with long service get the pay of the post level above.")
        .from("policy outline, part 3", Grade::A)
        .everyday();
    t.number(Type::years, "pay.long_service.years_in_tier", &PayRules::long_service_years_in_tier, 12, {1, 40}, "years")
        .policy(Authority::province, "3.3", Scope::person)
        .says("Years at one level for long-service pay", "年限待遇任职年限",
              "Years at the present statutory level, which heads of offices share with clerks, after which the rule "
              "pays.")
        .from("near the 2015 rule (domain §5)", Grade::A)
        .everyday();
    t.number(Type::years, "pay.long_service.years_of_service", &PayRules::long_service_years_of_service, 20, {1, 45},
             "years")
        .policy(Authority::province, "3.3", Scope::person)
        .says("Years of service for long-service pay", "年限待遇工作年限", "Or this many years of service.")
        .from("near the 2015 rule (domain §5)", Grade::A)
        .everyday();
    t.number(Type::share, "pay.long_service.pays_level_above", &PayRules::pays_level_above, 1.0, {0, 1}, "of the gap")
        .policy(Authority::province, "3.3", Scope::person)
        .says("Long-service pay, share of the gap", "年限待遇差额发放比例",
              "Share of the pay gap to the post level above.")
        .from("policy outline, part 3", Grade::A)
        .everyday();
    t.flag("pay.long_service.welfare_too", &PayRules::welfare_too, true)
        .policy(Authority::province, "3.3", Scope::person)
        .says("Long-service pay counts for welfare", "年限待遇计缴福利",
              "Housing fund and the like are paid on it too.")
        .from("policy outline, part 3", Grade::A)
        .everyday();
    t.number(Type::share, "pay.welfare_share", &PayRules::welfare_share, 0.12, {0, 0.3}, "of pay")
        .fact()
        .says("Employer's welfare share", "单位缴存比例", "Housing fund and the like, as a share of pay.")
        .from("usual housing-fund rate, from memory", Grade::Lm);
    t.whole(Type::count, "pay.long_service.needs_competent_years", &PayRules::needs_competent_years, 3, {0, 3}, "years")
        .policy(Authority::province, "3.3", Scope::person)
        .says("Competent years for long-service pay", "年限待遇近年称职条件",
              "Recent results that must all be competent or better.")
        .from("policy outline, part 3", Grade::A)
        .everyday();
}

void add_outside_option(levers::Table<PayRules>& t) {
    t.number(Type::coefficient, "pay.outside_ratio", &PayRules::outside_ratio, 1.0, {0.8, 1.3}, "ratio")
        .assumption()
        .plausible(0.8, 1.3)
        .says("Outside pay against the baseline", "外部工资系数", "Outside pay over the outside pay of the baseline.")
        .from("parameters §5, anchored on [PUB 30]", Grade::A);
    t.money("pay.outside_base", &PayRules::outside_base, 4900, {1000, 30000})
        .assumption()
        .plausible(4000, 6000)
        .says("Outside pay at 22", "外部起薪", "Monthly pay outside the service at age 22.")
        .from("near township pay (parameters §5)", Grade::A);
    t.number(Type::share, "pay.outside_growth", &PayRules::outside_growth, 0.015, {0, 0.05}, "per year of age")
        .assumption()
        .plausible(0, 0.03)
        .says("Growth of outside pay with age", "外部工资随龄增长",
              "Added per year of age, as a share of outside pay at 22.")
        .from("own choice; range: flat to double", Grade::A);
    t.number(Type::age, "pay.outside_growth_ends_at_age", &PayRules::outside_growth_ends_at_age, 42, {30, 60},
             "years old")
        .assumption()
        .plausible(35, 50)
        .says("Age at which outside pay stops growing", "外部工资停止增长年龄", "Outside pay is flat after this age.")
        .from("own choice", Grade::A);
    t.number(Type::rate, "pay.outside_trend", &PayRules::outside_trend, 0, {-0.03, 0.05}, "per year")
        .assumption()
        .plausible(-0.01, 0.03)
        .says("Trend of outside pay", "外部工资趋势",
              "Growth of outside pay against township pay, a year, from the start.")
        .from("own choice; 0 = both grow alike", Grade::A);
}

void add_ranks(levers::Table<PayRules>& t) {
    t.choice<RankRegime>(
         "pay.rank_regime", &PayRules::rank_regime,
         {{"none", RankRegime::none}, {"years_2015", RankRegime::years_2015}, {"parallel", RankRegime::parallel}},
         "parallel")
        .policy(Authority::centre, "3.3")
        .says("Ranks beside posts", "职务与职级",
              "none: no non-leadership ranks in townships; years_2015: pay of higher levels by years, for county and "
              "below; parallel: ranks of 2019.")
        .from("Civil Service Law art. 17, 19; domain §5", Grade::L)
        .everyday();
    t.flag("pay.ranks_in_organs", &PayRules::ranks_in_organs, true)
        .policy(Authority::centre, "3.3")
        .says("Ranks in county organs too", "县直机关实行职级",
              "Off: parallel ranks are raised in townships only, within quotas of their places.")
        .from("posts and ranks 2019, from memory: on", Grade::Lm);
    t.numbers<2>(Type::list, "pay.years_2015", &PayRules::years_2015, {"to_deputy", "beyond"}, {12, 15}, {1, 40},
                 "years")
        .policy(Authority::centre, "3.3")
        .says(
            "Years of the 2015 rule", "2015年职级年限",
            "Years at a statutory level for the pay of deputy section level, and of each level beyond; for clerks and "
            "heads of offices they count since entry.")
        .from("domain §5 [PUB 15]", Grade::P);
    t.month_day("pay.rank_review", &PayRules::rank_review, {7, 1})
        .fact()
        .says("Day of the rank review", "职级晋升日", "Yearly day on which ranks are raised.")
        .from("own choice", Grade::A);
    t.whole(Type::count, "pay.rank_reviews_per_year", &PayRules::rank_reviews_per_year, 1, {1, 2}, "a year")
        .policy(Authority::county, "3.3")
        .says("Rank reviews a year", "每年职级晋升次数", "2: another review half a year after the first.")
        .from("usual practice once or twice, from memory", Grade::Lm);
    t.number(Type::years, "pay.rank_minimum_years", &PayRules::rank_minimum_years, 2, {1, 10}, "years")
        .policy(Authority::centre, "3.3", Scope::person)
        .says("Years needed in a rank", "职级最低年限", "Minimum years in a rank before the next.")
        .from("posts and ranks 2019, from memory", Grade::Lm);
    t.number(Type::years, "pay.rank_excellent_credit", &PayRules::rank_excellent_credit, 0.5, {0, 2}, "years")
        .policy(Authority::centre, "3.1", Scope::person)
        .says("Years in rank saved by an excellent year", "优秀缩短职级年限",
              "Each excellent year shortens the years in rank.")
        .from("posts and ranks 2019, from memory", Grade::Lm);
    t.number(Type::share, "pay.rank_quota", &PayRules::rank_quota, 0.6, {0, 1}, "of places without leadership post")
        .policy(Authority::centre, "3.3")
        .says("Quota of principal-staff ranks", "主任科员职数比例", "Holders of the four principal-staff ranks.")
        .from("posts and ranks 2019, from memory", Grade::Lm);
    t.number(Type::share, "pay.rank_quota_upper", &PayRules::rank_quota_upper, 0.5, {0, 1}, "of the quota")
        .policy(Authority::centre, "3.3")
        .says("Upper two ranks, share of the quota", "一二级主任科员比例",
              "Holders of the two upper principal-staff ranks.")
        .from("posts and ranks 2019, from memory", Grade::Lm);
    t.number(Type::share, "pay.rank_quota_researcher", &PayRules::rank_quota_researcher, 0.05, {0, 0.2},
             "of places without leadership post")
        .policy(Authority::centre, "3.3")
        .says("Quota of researcher ranks", "三四级调研员比例", "Holders of the two lower researcher ranks.")
        .from("posts and ranks 2019, from memory", Grade::Lm);
}

}  // namespace

const levers::Table<PayRules>& pay_levers() {
    static const levers::Table<PayRules> table = [] {
        levers::Table<PayRules> t;
        add_basic_pay(t);
        add_allowances(t);
        add_living(t);
        add_long_service(t);
        add_outside_option(t);
        add_ranks(t);
        return t;
    }();
    return table;
}

}  // namespace staffsim
