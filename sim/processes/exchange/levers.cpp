#include "sim/processes/exchange/exchange.hpp"

namespace staffsim {

using levers::Authority;
using levers::Grade;
using levers::Scope;
using levers::Type;

namespace {

levers::RowWriter policy(levers::RowWriter row, const char* en, const char* zh, const char* meaning,
                         const char* source) {
    return row.policy(Authority::county, "3.2").says(en, zh, meaning).from(source, Grade::A);
}

void add_plan(levers::Table<ExchangeRules>& t) {
    policy(
        t.whole(Type::count, "exchange.pairs_per_year", &ExchangeRules::pairs_per_year, 4, {0, 5000}, "pairs a year"),
        "Pairs exchanged a year", "县乡交流对数",
        "People who go each way in a year, whole county; people, when they go in one direction.",
        "current practice 4, parameters head (1)")
        .everyday();
    policy(t.choice("exchange.mode", &ExchangeRules::mode,
                    {{"secondment", ExchangeMode::secondment}, {"transfer", ExchangeMode::transfer}}, "secondment"),
           "Form of exchange", "交流方式",
           "Secondment (挂职): the place stays at home, and one returns. Transfer (转任): two clerks take each other's "
           "place for good; nobody inside the minimum service, and nobody who keeps a level without a seat.",
           "domain §8")
        .everyday();
    policy(
        t.choice("exchange.direction", &ExchangeRules::direction,
                 {{"both", ExchangeDirection::both}, {"down", ExchangeDirection::down}, {"up", ExchangeDirection::up}},
                 "both"),
        "Direction of exchange", "交流方向",
        "Down: from county organs to townships. Of secondments; a transfer always goes both ways.", "domain §8");
    policy(t.month_day("exchange.day", &ExchangeRules::day, {6, 1}), "Day of exchange", "交流启动日",
           "Yearly day on which the exchanged start.", "own choice");
    policy(t.number(Type::years, "exchange.term_years", &ExchangeRules::term_years, 2, {0.25, 10}, "years"),
           "Term of exchange", "交流期限", "Years, by the calendar, after which the exchanged return.",
           "domain §8: half a year to 3")
        .everyday();
    policy(t.number(Type::years, "exchange.min_township_years", &ExchangeRules::min_service_years, 3, {0, 20}, "years"),
           "Service needed for exchange", "交流服务年限",
           "Township service (for township staff) or service (for others).", "own choice")
        .everyday();
    policy(t.number(Type::years, "exchange.min_years_between", &ExchangeRules::min_years_between, 4, {0, 30}, "years"),
           "Years between exchanges", "两次交流间隔", "Nobody is exchanged again sooner, by the calendar.",
           "own choice");
    policy(t.number(Type::age, "exchange.max_age", &ExchangeRules::max_age, 45, {25, 65}, "years old"),
           "Age limit of exchange", "交流年龄上限", "Oldest age, in completed years, at which one is exchanged.",
           "own choice")
        .everyday();
    policy(
        t.whole(Type::count, "exchange.max_away_per_unit", &ExchangeRules::max_away_per_unit, 2, {0, 50}, "people"),
        "Most people away from a unit", "单位外派上限",
        "Planned exchange takes nobody more once so many of the unit are away: exchange and borrowing count one each, "
        "the front line the working time spent there, the second line not. Of a transfer: people of one unit a year.",
        "own choice")
        .everyday();
    policy(
        t.numbers<exchange_weight_count>(Type::by_name, "exchange.weights", &ExchangeRules::weights,
                                         {"need", "skill", "specialty", "distance", "years_since_move"},
                                         {1.0, 0.5, 0.25, 0.5, 0.05}, {0, 5}, "weight"),
        "Weights of the exchange plan", "交流方案权重",
        "What the plan favours: hosts short of hands (log shortage), the skill that a host's level needs (z), fields "
        "rare among the host's staff (1 = nobody has it), short distance (10 km), years since the last move (at most "
        "10).",
        "own choice");
}

void add_effects(levers::Table<ExchangeRules>& t) {
    t.number(Type::coefficient, "exchange.learning_per_year", &ExchangeRules::learning_per_year, 0.11, {0, 0.4},
             "z a year")
        .assumption()
        .plausible(0, 0.4)
        .says("Learning on exchange", "交流历练收益",
              "Rise of the other level's skill in a year away, far from the ceiling; every further year brings less.")
        .from("near front-line learning, parameters §6: a first year brings .10 under the default ceiling", Grade::A);
    t.number(Type::coefficient, "exchange.learning_ceiling", &ExchangeRules::learning_ceiling, 0.5, {0.1, 1}, "z")
        .assumption()
        .plausible(0.25, 1)
        .says("Ceiling of learning on exchange", "历练收益上限", "Most that exchange and front line add to a skill.")
        .from("own choice", Grade::A);
    t.number(Type::coefficient, "exchange.family_burden", &ExchangeRules::family_burden, 0.02, {0, 0.1},
             "z per 10 km and year")
        .assumption()
        .plausible(0, 0.05)
        .says("Burden on the family", "两地分居负担",
              "Fall of work motivation at the end of an exchange or borrowing, by distance and days away, also when "
              "called home early.")
        .from("own choice", Grade::A);
    t.money("exchange.cost_per_year", &ExchangeRules::cost_per_year, 9600, {0, 200000}, "yuan a person and year")
        .fact()
        .plausible(4800, 19200)
        .says("Cost of exchange", "交流人员经费", "Lodging, travel, allowance of the seconded, for the days away.")
        .from("own choice; range: half to double", Grade::A);
    t.money("exchange.transfer_cost", &ExchangeRules::transfer_cost, 3000, {0, 100000}, "yuan a person")
        .fact()
        .plausible(1000, 9000)
        .says("Cost of a transfer", "转任安置经费", "Removal and settling, once for each of the two who change places.")
        .from("own choice; range: a third to three times", Grade::A);
}

void add_borrowing(levers::Table<ExchangeRules>& t) {
    t.number(Type::share, "exchange.borrowed_share", &ExchangeRules::borrowed_share, 0.02, {0, 0.2},
             "of township staff")
        .policy(Authority::province, "3.2")
        .says("Township staff borrowed by county organs", "县直机关借调比例",
              "Share of township staff that county organs keep away on informal borrowing (借调).")
        .from("parameters §2: .02 after the rule of August 2024 [PUB 22, 23], .08 (.02 to .20) before", Grade::A)
        .everyday();
    t.whole(Type::count, "exchange.borrowing_months", &ExchangeRules::borrowing_months, 6, {1, 36}, "months")
        .policy(Authority::province, "3.2")
        .says("Months of borrowing", "借调月数", "Term of a borrowing, and of its one extension.")
        .from("domain §8 [PUB 22, 23]: at most 6, once extendable by 6", Grade::A);
    t.number(Type::share, "exchange.borrowing_extension_share", &ExchangeRules::borrowing_extension_share, 0.3, {0, 1},
             "of borrowings")
        .assumption()
        .plausible(0.1, 0.6)
        .says("Borrowings extended", "借调延期比例",
              "Share extended once by the same term, while no more are borrowed than the share says.")
        .from("own choice", Grade::A);
    t.number(Type::coefficient, "exchange.borrowing_skill_preference", &ExchangeRules::borrowing_skill_preference, 0.5,
             {0, 2}, "log odds per z")
        .assumption()
        .plausible(0, 1)
        .says("Preference for the skilled", "借调偏好骨干程度",
              "How much more often organs borrow a clerk with one z more skill in administration.")
        .from("own choice", Grade::A);
}

void add_rotation(levers::Table<ExchangeRules>& t) {
    policy(t.number(Type::years, "exchange.rotation_years", &ExchangeRules::rotation_years, 0, {0, 10}, "years"),
           "Rotation of office heads", "中层轮岗年限",
           "Heads who have held their post so long by the calendar exchange seats on the day of exchange; 0 = no "
           "rotation.",
           "domain §8 [LAW CSL 71; MEM]: 5 typical, at most 10")
        .none_at(0);
    policy(t.choice("exchange.rotation_area", &ExchangeRules::rotation_area,
                    {{"unit", Area::unit}, {"same_kind", Area::same_kind}}, "unit"),
           "Area of rotation", "轮岗范围",
           "same_kind: heads who find nobody to change with in their unit change seats with such heads of other units.",
           "own choice");
}

levers::RowWriter by_kind(levers::Table<FrontLineRules>& t, const char* key, ByFrontLineKind FrontLineRules::*field,
                          std::vector<double> values, levers::Range range, const char* unit) {
    return t.numbers<front_line_kind_count>(Type::by_name, key, field,
                                            {"village", "project", "stability", "family_planning"}, std::move(values),
                                            range, unit);
}

void add_places(levers::Table<FrontLineRules>& t) {
    by_kind(t, "front_line.places", &FrontLineRules::places, {1, 0, 0, 0}, {0, 20}, "places")
        .policy(Authority::county, "3.2", Scope::unit)
        .says("Front-line places", "一线锻炼名额",
              "People of a township at the front line at a time: village organisations, key projects, comprehensive "
              "management and stability, family planning (before 2021). Of a fraction, that share of townships has one "
              "place more.")
        .from("current practice 1, parameters head (1); 0 to 5 in all, parameters §2", Grade::A)
        .everyday();
    policy(t.month_day("front_line.day", &FrontLineRules::day, {5, 1}), "Day of front-line exercise", "一线锻炼启动日",
           "Yearly day on which free places are filled.", "own choice");
    policy(by_kind(t, "front_line.term", &FrontLineRules::term_years, {2, 2, 1, 2}, {0.5, 5}, "years"),
           "Term at the front line", "一线锻炼期限", "Years at the front line, by the calendar.",
           "parameters §2: 1 to 3; first secretaries 2, from memory");
    policy(by_kind(t, "front_line.presence", &FrontLineRules::presence_at_home, {0.5, 0.5, 0.7, 0.7}, {0, 1},
                   "of working time"),
           "Time still worked at the own post", "原岗位在岗时间比例", "Working time still spent at the own post.",
           "own choice");
}

void add_conditions(levers::Table<FrontLineRules>& t) {
    policy(t.number(Type::age, "front_line.max_age", &FrontLineRules::max_age, 35, {22, 50}, "years old"),
           "Age limit at the front line", "一线锻炼年龄上限", "Oldest age, in completed years, at which one is sent.",
           "policy outline: young civil servants");
    policy(
        t.number(Type::years, "front_line.min_service_years", &FrontLineRules::min_service_years, 0, {0, 10}, "years"),
        "Service needed for the front line", "一线锻炼服务年限", "Years of service before one is sent.", "own choice");
    policy(t.whole(Type::count, "front_line.excellent_within_years", &FrontLineRules::excellent_within_years, 3,
                   {0, 10}, "years"),
           "Years in which an excellent result counts", "近年优秀条件",
           "An excellent result within these years counts as outstanding; 0 = everybody qualifies.", "own choice")
        .none_at(0);
}

void add_effects(levers::Table<FrontLineRules>& t) {
    by_kind(t, "front_line.learning", &FrontLineRules::learning_per_year, {0.18, 0.18, 0.18, 0.18}, {0, 0.4},
            "z a year")
        .assumption()
        .plausible_for_each(0, 0.4)
        .says("Learning at the front line", "一线锻炼收益",
              "Rise of skill in a year there, far from the ceiling: administration in projects, mass work elsewhere; "
              "every "
              "further year brings less.")
        .from("parameters §6: a first year brings .15 under the default ceiling", Grade::A);
    t.number(Type::coefficient, "front_line.learning_ceiling", &FrontLineRules::learning_ceiling, 0.5, {0.1, 1}, "z")
        .assumption()
        .plausible(0.25, 1)
        .says("Ceiling of learning at the front line", "一线锻炼收益上限",
              "Most that exchange and front line add to a skill.")
        .from("own choice", Grade::A);
    t.money("front_line.cost_per_year", &FrontLineRules::cost_per_year, 6000, {0, 200000}, "yuan a person and year")
        .fact()
        .plausible(3000, 12000)
        .says("Cost of front-line exercise", "一线锻炼经费", "Allowance and travel, for the days there.")
        .from("own choice; range: half to double", Grade::A);
}

}  // namespace

const levers::Table<ExchangeRules>& exchange_levers() {
    static const levers::Table<ExchangeRules> table = [] {
        levers::Table<ExchangeRules> t;
        add_plan(t);
        add_effects(t);
        add_borrowing(t);
        add_rotation(t);
        return t;
    }();
    return table;
}

const levers::Table<FrontLineRules>& front_line_levers() {
    static const levers::Table<FrontLineRules> table = [] {
        levers::Table<FrontLineRules> t;
        add_places(t);
        add_conditions(t);
        add_effects(t);
        return t;
    }();
    return table;
}

}  // namespace staffsim
