#include "sim/processes/training/training.hpp"

namespace staffsim {

using levers::Authority;
using levers::Grade;
using levers::Scope;
using levers::Type;

namespace {

const std::vector<std::string>& kinds() {
    static const std::vector<std::string> names{"administration", "law", "mass_work"};
    return names;
}
const std::vector<std::string>& methods() {
    static const std::vector<std::string> names{"lecture", "cases", "on_the_job", "online"};
    return names;
}

void add_annual_plan(levers::Table<TrainingRules>& t) {
    t.numbers<3>(Type::by_name, "training.days", &TrainingRules::days, kinds(), {4, 2, 2}, {0, 60}, "days a year")
        .policy(Authority::county, "1", Scope::person)
        .says("Training days", "年度培训天数", "Days of training a year and person, by kind.")
        .from("norm of 12 days a year, from memory; current practice lower", Grade::A)
        .everyday();
    t.number(Type::days, "training.initial_days", &TrainingRules::initial_days, 12, {0, 90}, "days")
        .policy(Authority::county, "1", Scope::person)
        .says("Initial training", "初任培训天数",
              "Days of training in the first year of service, beside the annual plan.")
        .from("civil service training rules: at least 12 days, from memory", Grade::Lm);
    t.number(Type::share, "training.covered", &TrainingRules::covered, 1.0, {0, 1}, "of those it is for")
        .policy(Authority::county, "1", Scope::person)
        .says("Coverage of training", "培训覆盖率",
              "Share of those whom a kind of training is for who are sent in a year.")
        .from("own choice", Grade::A);
    t.number(Type::years, "training.entrant_years", &TrainingRules::entrant_years, 3, {1, 10}, "years")
        .policy(Authority::county, "1", Scope::unit)
        .says("Years as a recent entrant", "新进人员年限", "Years after entry in which somebody is a recent entrant.")
        .from("own choice", Grade::A);
}

void add_coverage(levers::Table<TrainingRules>& t) {
    static const levers::Table<CoverageRules> table = [] {
        levers::Table<CoverageRules> c;
        const auto coverage = [&c](const char* key, Coverage CoverageRules::*field, const char* en, const char* zh) {
            c.choice<Coverage>(key, field,
                               {{"all", Coverage::all},
                                {"leaders", Coverage::leaders},
                                {"staff", Coverage::staff},
                                {"entrants", Coverage::entrants},
                                {"in_turn", Coverage::in_turn}},
                               "all")
                .policy(Authority::county, "1", Scope::unit)
                .says(en, zh,
                      "Everybody, leaders, those below leadership level, recent entrants, or everybody in turn: each "
                      "after "
                      "as many years as the coverage says.")
                .from("own choice", Grade::A);
        };
        coverage("training.coverage.administration", &CoverageRules::administration,
                 "Who is sent to administration courses", "业务培训对象");
        coverage("training.coverage.law", &CoverageRules::law, "Who is sent to law courses", "法律培训对象");
        coverage("training.coverage.mass_work", &CoverageRules::mass_work, "Who is sent to mass-work courses",
                 "群众工作培训对象");
        return c;
    }();
    t.include(table, [](TrainingRules& rules) -> CoverageRules& { return rules.coverage; });
}

void add_limits(levers::Table<TrainingRules>& t) {
    t.choice<PlaceOrder>("training.order", &TrainingRules::order,
                         {{"chance", PlaceOrder::chance},
                          {"longest_since", PlaceOrder::longest_since},
                          {"leaders", PlaceOrder::leaders},
                          {"staff", PlaceOrder::staff},
                          {"newest", PlaceOrder::newest}},
                         "longest_since")
        .policy(Authority::county, "1")
        .says("Who goes first where places are short", "名额不足时的选派次序",
              "By chance, longest since the last training, leaders, those below leadership level, or latest entrants "
              "first; ties by chance. Initial training is beside it.")
        .from("own choice", Grade::A);
    t.number(Type::count, "training.places", &TrainingRules::places, no_limit_of_places, {0, no_limit_of_places},
             "people a year")
        .policy(Authority::county, "1")
        .none_at(no_limit_of_places)
        .says(
            "Places for training", "年度培训名额",
            "People of the county who can go to the annual plan's training in a year; initial training needs no place. "
            "Given out on 1 January, and anew for the rest of the year when rules of training change; who enters "
            "later has none. 1000000 = no limit.")
        .from("own choice", Grade::A);
    t.money("training.budget", &TrainingRules::budget, no_limit_of_budget_yuan, {0, no_limit_of_budget_yuan},
            "yuan a year per place")
        .policy(Authority::county, "1")
        .none_at(no_limit_of_budget_yuan)
        .says("Budget for training", "年度培训经费",
              "Most that the annual plan may cost per place of the establishment; given out like the places. "
              "10000 = no limit.")
        .from("own choice", Grade::A);
}

void add_long_term_plan(levers::Table<TrainingRules>& t) {
    t.whole(Type::count, "training.long_term.years", &TrainingRules::curriculum_years, 0, {0, 10}, "years")
        .policy(Authority::county, "1", Scope::unit)
        .none_at(0)
        .says("Years of the long-term training plan", "中长期培训规划年数",
              "Years that one curriculum spans, so that contents do not come again sooner; 0 or 1 = every year by "
              "itself. The first is the first full calendar year under the plan.")
        .from("policy outline, part 1: long-term plans", Grade::A)
        .everyday();
    t.choice<CurriculumShape>("training.long_term.shape", &TrainingRules::curriculum_shape,
                              {{"even", CurriculumShape::even},
                               {"front_loaded", CurriculumShape::front_loaded},
                               {"themes", CurriculumShape::themes}},
                              "even")
        .policy(Authority::county, "1", Scope::unit)
        .says("Timing within the long-term training plan", "中长期培训规划进度安排",
              "The same days every year, all days of the curriculum in its first year, or the years in turn for one "
              "kind.")
        .from("own choice", Grade::A);
    t.number(Type::share, "training.long_term.repeated_content", &TrainingRules::repeated_content, 0.15, {0, 0.4},
             "of a year's content")
        .assumption()
        .plausible(0.05, 0.3)
        .says("Repeated content", "重复内容比例",
              "Share of a year's content that people know already where each year is planned by itself; a curriculum "
              "of n "
              "years repeats a n-th of it.")
        .from("own choice", Grade::A);
    t.whole(Type::count, "training.sessions", &TrainingRules::sessions, 1, {1, 12}, "courses a year")
        .policy(Authority::county, "1", Scope::unit)
        .says("Courses a year", "年度分期次数", "Separate courses into which a person's days of a year are split.")
        .from("own choice; mostly one block a year today", Grade::A);
    t.number(Type::coefficient, "training.spacing_effect", &TrainingRules::spacing_effect, 0.28, {0, 0.6},
             "of the gain")
        .assumption()
        .plausible(0.1, 0.45)
        .says("Effect of spacing", "间隔学习效应",
              "How much more is left of many separate courses than of one block; n courses reach 1 - 1/n of it.")
        .from("Cepeda et al. 2006, 317 experiments: final recall 47 % spaced, 37 % massed, figures from memory",
              Grade::P);
}

void add_learning_curve(levers::Table<TrainingRules>& t) {
    t.number(Type::coefficient, "training.gain_per_10_days", &TrainingRules::gain_per_10_days, 0.05, {0, 0.15}, "z")
        .assumption()
        .plausible(0, 0.15)
        .says("Skill gained in 10 days of training", "每十天培训收益",
              "Rise of a skill by ten days of training, far from the ceiling.")
        .from("parameters §6", Grade::A);
    t.number(Type::rate, "training.decay", &TrainingRules::decay, 0.05, {0, 0.15}, "per year")
        .assumption()
        .plausible(0.02, 0.15)
        .says("Fading of training", "培训效果衰减",
              "Share of what training added that is lost in a year, with the present mix and half used.")
        .from("parameters §6", Grade::A);
    t.number(Type::coefficient, "training.ceiling", &TrainingRules::ceiling, 0.4, {0.1, 100}, "z")
        .assumption()
        .plausible(0.2, 0.8)
        .says("Ceiling of training", "培训贡献上限", "Most that training can add to a skill.")
        .from("parameters, head (6)", Grade::A);
    t.numbers<3>(Type::by_name, "training.used_in_townships", &TrainingRules::used_in_townships, kinds(),
                 {0.4, 0.4, 0.7}, {0, 1}, "of the skill")
        .assumption()
        .plausible({{0.2, 0.7}, {0.2, 0.7}, {0.4, 0.9}})
        .says("Use of skills in townships", "乡镇工作用到的技能", "How far the daily work uses each skill.")
        .from("own choice; range: two or three tenths either way", Grade::A);
    t.numbers<3>(Type::by_name, "training.used_in_organs", &TrainingRules::used_in_organs, kinds(), {0.7, 0.5, 0.3},
                 {0, 1}, "of the skill")
        .assumption()
        .plausible({{0.4, 0.9}, {0.3, 0.8}, {0.1, 0.6}})
        .says("Use of skills in county organs", "县直工作用到的技能", "How far the daily work uses each skill.")
        .from("own choice; range: two or three tenths either way", Grade::A);
    t.number(Type::share, "training.use_effect", &TrainingRules::use_effect, 0.4, {0, 1}, "of the fading")
        .assumption()
        .plausible(0.1, 0.7)
        .says("Use slows forgetting", "用则不忘",
              "By how much less a skill fades that is used all the time, and more one that never is.")
        .from("sign: Arthur, Bennett, Stanush and McNelly 1998, skill decay by time without use; size own choice",
              Grade::A);
    t.number(Type::share, "training.luck", &TrainingRules::luck, 0, {0, 1}, "of the gain")
        .assumption()
        .plausible(0, 0.5)
        .says("Luck in training", "培训收益的偶然性",
              "Share of a year's gain that is multiplied by a unit exponential; the mean gain stays.")
        .from("own choice", Grade::A);
    t.choice<TrainingTiming>(
         "training.timing", &TrainingRules::timing,
         {{"spread", TrainingTiming::spread}, {"half_year_after_entry", TrainingTiming::half_year_after_entry}},
         "spread")
        .fact()
        .says("When training is held", "培训时间安排",
              "Everybody on a day of their own, or half a year after the anniversary of entry (textbook models).")
        .from("structural switch", Grade::L);
    t.money("training.cost_per_day", &TrainingRules::cost_per_day, 200, {0, 5000}, "yuan/day")
        .fact()
        .plausible(100, 400)
        .says("Cost of a training day", "每人每天培训费", "Course, travel and board, with the present mix of methods.")
        .from("own choice; range: half to double", Grade::A);
    t.number(Type::days, "training.working_days", &TrainingRules::working_days, 250, {200, 366}, "days a year")
        .fact()
        .says("Working days", "年工作日", "Working days of a year, against which days away are counted.")
        .from("365 less weekends and 11 to 13 public holidays", Grade::L);
}

void add_methods(levers::Table<TrainingRules>& t) {
    static const levers::Table<MethodRules> table = [] {
        levers::Table<MethodRules> m;
        m.numbers<4>(Type::by_name, "training.mix", &MethodRules::mix, methods(), {0.6, 0.1, 0.1, 0.2}, {0, 1}, "share")
            .policy(Authority::county, "1")
            .says("Mix of training methods", "培训方式结构", "Shares of the days by method.")
            .from("own choice; mostly lectures today", Grade::A)
            .sums_to_one()
            .everyday();
        m.number(Type::share, "training.innovation", &MethodRules::innovation, 0, {0, 0.5}, "of the lectures a year")
            .policy(Authority::county, "1")
            .says("Lectures replaced by other methods", "讲授改用其他方式的比例",
                  "Share of the remaining lectures that other methods replace each year, in their present proportions.")
            .from("policy outline, part 1", Grade::A)
            .everyday();
        m.numbers<4>(Type::by_name, "training.method_gain", &MethodRules::gain, methods(), {0.9, 1.4, 1.6, 0.8}, {0, 3},
                     "of the present mix")
            .assumption()
            .plausible({{0.6, 1.1}, {0.9, 2}, {0.9, 2.4}, {0.4, 1.1}})
            .says("Gain by method", "各方式收益", "What a day brings, with the present mix as 1.")
            .from(
                "active above lecture: Freeman et al. 2014, .47 sd, from memory; sizes own choice; range: no better "
                "than a "
                "lecture to twice as good",
                Grade::A);
        m.numbers<4>(Type::by_name, "training.method_cost", &MethodRules::cost, methods(), {1.1, 1.6, 0.6, 0.6}, {0, 5},
                     "of the present mix")
            .assumption()
            .plausible({{0.8, 1.5}, {1, 2.5}, {0.2, 1}, {0.2, 1}})
            .says("Cost by method", "各方式费用", "What a day costs, with the present mix as 1.")
            .from("own choice; range: a third less to half more, without board a fifth to the whole", Grade::A);
        m.numbers<4>(Type::by_name, "training.method_absence", &MethodRules::absence, methods(), {1, 1, 0.2, 0.5},
                     {0, 1}, "of a day")
            .assumption()
            .plausible({{0.8, 1}, {0.8, 1}, {0, 0.5}, {0.2, 0.9}})
            .says("Absence by method", "各方式脱岗程度", "How much of a training day is lost to the work.")
            .from(
                "own choice; range: a fifth of lectures and cases in one's own time, three to four tenths either way "
                "elsewhere",
                Grade::A);
        m.numbers<4>(Type::by_name, "training.method_fading", &MethodRules::fading, methods(), {1.1, 0.8, 0.6, 1.0},
                     {0, 3}, "of the present mix")
            .assumption()
            .plausible({{0.8, 1.5}, {0.5, 1.1}, {0.3, 1}, {0.7, 1.4}})
            .says("Fading by method", "各方式遗忘快慢", "How fast what was learned fades, with the present mix as 1.")
            .from("own choice; what is done stays longer than what is heard; range: all alike to twice that", Grade::A);
        return m;
    }();
    t.include(table, [](TrainingRules& rules) -> MethodRules& { return rules.method; });
}

void add_will(levers::Table<TrainingRules>& t) {
    static const levers::Table<WillRules> table = [] {
        levers::Table<WillRules> w;
        w.number(Type::coefficient, "training.learning_effect", &WillRules::learning_effect, 0.2, {0, 0.6},
                 "log gain per z")
            .assumption()
            .plausible(0, 0.4)
            .says("Effect of learning motivation", "学习动力作用",
                  "\"I want to learn\": gain per z of learning motivation.")
            .from("own choice", Grade::A);
        w.number(Type::share, "training.no_show", &WillRules::no_show, 0.1, {0, 0.5}, "of those sent")
            .assumption()
            .plausible(0.02, 0.3)
            .says("Absent from training", "培训缺席率",
                  "Share of those sent who do not turn up, at average motivation and without requirement.")
            .from("own choice", Grade::A);
        w.number(Type::coefficient, "training.no_show_effect", &WillRules::no_show_effect, 0.3, {0, 1}, "share per z")
            .assumption()
            .plausible(0, 0.6)
            .says("Motivation against absence", "学习动力减少缺席", "Share of the absent per z of learning motivation.")
            .from("own choice", Grade::A);
        w.number(Type::share, "training.requirement", &WillRules::requirement, 0, {0, 1}, "of training")
            .policy(Authority::county, "1", Scope::unit)
            .says("Training that is required", "培训学分要求",
                  "\"I must learn\": how far the year's training is required credits; who misses them is not excellent "
                  "where the assessment is linked.")
            .from("policy outline, part 1", Grade::A)
            .everyday();
        w.number(Type::coefficient, "training.must_learn", &WillRules::must_learn, 0.1, {0, 0.5}, "log gain")
            .assumption()
            .plausible(0, 0.3)
            .says("Effect of a requirement", "学分要求的作用", "More gain when all of the training is required.")
            .from("own choice; weaker than wanting to learn", Grade::A);
        w.number(Type::share, "training.must_attend", &WillRules::must_attend, 0.7, {0, 1}, "of the absent")
            .assumption()
            .plausible(0.4, 0.95)
            .says("Requirement against absence", "学分要求减少缺席",
                  "Share of the absent whom a full requirement brings in.")
            .from("own choice", Grade::A);
        w.number(Type::days, "training.guidance.days", &WillRules::guidance_days, 0, {0, 12}, "days a year")
            .policy(Authority::county, "1", Scope::unit)
            .says("Days of guidance to learning", "学习引导天数",
                  "Days a year and person of guidance that make people want to learn.")
            .from("policy outline, part 1", Grade::A)
            .everyday();
        w.number(Type::coefficient, "training.guidance.gain", &WillRules::guidance_gain, 1, {0, 4}, "z per 10 days")
            .assumption()
            .plausible(0.3, 2)
            .says("Gain of guidance", "学习引导收益", "Rise of learning motivation by ten days, far from the ceiling.")
            .from("own choice", Grade::A);
        w.number(Type::coefficient, "training.guidance.ceiling", &WillRules::guidance_ceiling, 0.6, {0.1, 2}, "z")
            .assumption()
            .plausible(0.3, 1.2)
            .says("Ceiling of guidance", "学习引导上限", "Most that guidance can add to learning motivation.")
            .from("own choice", Grade::A);
        w.number(Type::rate, "training.guidance.decay", &WillRules::guidance_decay, 0.5, {0.1, 3}, "per year")
            .assumption()
            .plausible(0.2, 1.5)
            .says("Fading of guidance", "学习引导衰减", "Rate at which the effect of guidance fades.")
            .from("own choice; range: half of it gone after half a year to 3.5 years", Grade::A);
        return w;
    }();
    t.include(table, [](TrainingRules& rules) -> WillRules& { return rules.will; });
}

}  // namespace

const levers::Table<TrainingRules>& training_levers() {
    static const levers::Table<TrainingRules> table = [] {
        levers::Table<TrainingRules> t;
        add_annual_plan(t);
        add_coverage(t);
        add_limits(t);
        add_long_term_plan(t);
        add_learning_curve(t);
        add_methods(t);
        add_will(t);
        return t;
    }();
    return table;
}

}  // namespace staffsim
