#include "sim/processes/assessment/assessment.hpp"

namespace staffsim {

using levers::Authority;
using levers::Grade;
using levers::Scope;
using levers::Type;

namespace {

const std::vector<std::string>& sources() {
    static const std::vector<std::string> names{"superior", "peers", "clients"};
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
        .says("When assessments are", "考核时间安排",
              "All on one day, or everybody on the anniversary of entry (textbook models: no pools, nobody excellent).")
        .from("structural switch", Grade::L);
    t.month_day("assessment.day", &AssessmentRules::day, {1, 15})
        .fact()
        .says("Day of the assessment", "年度考核日", "Day on which last year's results are settled.")
        .from("domain §4, from memory", Grade::Lm);
    t.number(Type::share, "assessment.excellent_share", &AssessmentRules::excellent_share, 0.20, {0, 0.5},
             "of those assessed")
        .policy(Authority::centre, "3.1", Scope::unit)
        .says("Share of excellent", "优秀等次比例", "Most that may be excellent, rounded down in each pool.")
        .from("assessment rules 2020, from memory", Grade::Lm);
    t.number(Type::share, "assessment.in_turn_share", &AssessmentRules::in_turn_share, 0.3, {0, 0.8}, "of excellent")
        .assumption()
        .says("Excellent in turns", "优秀轮流坐庄", "Share of excellent results given by rotation.")
        .from("parameters §3, widely reported", Grade::A);
    t.numbers<rater_source_count>(Type::by_name, "assessment.raters", &AssessmentRules::raters, sources(), {1, 8, 0},
                                  {0, 100}, "raters")
        .policy(Authority::county, "3.1", Scope::unit)
        .says("Number of raters", "测评人数", "Raters per person and source.")
        .from("parameters §3", Grade::A);
    t.numbers<rater_source_count>(Type::by_name, "assessment.weights", &AssessmentRules::weights, sources(),
                                  {0.7, 0.3, 0.0}, {0, 1}, "weight")
        .policy(Authority::county, "3.1", Scope::unit)
        .says("Weights of raters", "测评权重", "Weights of the sources; those without raters drop out.")
        .from("parameters §3", Grade::A);
}

void add_raters(levers::Table<AssessmentRules>& t) {
    t.numbers<rater_source_count>(Type::by_name, "assessment.reliability", &AssessmentRules::reliability, sources(),
                                  {0.52, 0.40, 0.20}, {0.05, 1}, "correlation")
        .assumption()
        .says("Reliability of one rater", "单个评价者信度", "Published correlation between two raters of a source.")
        .from("superior .52 [PUB 54-56]; others parameters §3", Grade::P);
    t.numbers<rater_source_count>(Type::by_name, "assessment.shared_bias", &AssessmentRules::shared_bias, sources(),
                                  {0.30, 0.20, 0.25}, {0, 0.6}, "variance")
        .assumption()
        .says("Shared bias", "评价者共同偏差",
              "Variance of the bias that all raters of a source share; truth has variance 1.")
        .from("parameters §3", Grade::A);
    t.number(Type::share, "assessment.basically_competent_share", &AssessmentRules::basically_competent_share, 0.01,
             {0, 0.1}, "share")
        .assumption()
        .says("Basically competent", "基本称职比例", "Long-run share of this result.")
        .from("parameters §2", Grade::A);
    t.number(Type::share, "assessment.incompetent_share", &AssessmentRules::incompetent_share, 0.002, {0, 0.05},
             "share")
        .assumption()
        .says("Incompetent", "不称职比例", "Long-run share of this result.")
        .from("parameters §2", Grade::A);
}

void add_links(levers::Table<AssessmentRules>& t) {
    const auto link = [&t](const char* key, bool AssessmentRules::*field, const char* en, const char* zh,
                           const char* meaning, Scope scope = Scope::unit) {
        t.flag(key, field, true)
            .policy(Authority::centre, "3.1", scope)
            .says(en, zh, meaning)
            .from("Civil Service Law art. 39; domain §4", Grade::L);
    };
    link("assessment.links.pay", &AssessmentRules::links_pay, "Result moves pay", "考核与工资挂钩",
         "Competent years count towards steps and grades.", Scope::person);
    link("assessment.links.rank", &AssessmentRules::links_rank, "Result moves ranks", "考核与职级挂钩",
         "Excellent years shorten the years in rank.");
    link("assessment.links.promotion", &AssessmentRules::links_promotion, "Result bars promotion", "考核与晋升挂钩",
         "After a basically competent or incompetent year there is no promotion for a year.");
    link("assessment.links.dismissal", &AssessmentRules::links_dismissal, "Result leads to dismissal", "考核与辞退挂钩",
         "Two incompetent years in succession end the service.");
}

}  // namespace

const levers::Table<AssessmentRules>& assessment_levers() {
    static const levers::Table<AssessmentRules> table = [] {
        levers::Table<AssessmentRules> t;
        add_procedure(t);
        add_raters(t);
        add_links(t);
        return t;
    }();
    return table;
}

}  // namespace staffsim
