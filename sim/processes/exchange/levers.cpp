#include "sim/processes/exchange/exchange.hpp"

namespace staffsim {

using levers::Authority;
using levers::Grade;
using levers::Scope;
using levers::Type;

const levers::Table<ExchangeRules>& exchange_levers() {
    static const levers::Table<ExchangeRules> table = [] {
        levers::Table<ExchangeRules> t;
        const auto policy = [](levers::RowWriter row, const char* en, const char* zh, const char* meaning,
                               const char* source) {
            row.policy(Authority::county, "3.2").says(en, zh, meaning).from(source, Grade::A);
        };
        policy(t.whole(Type::count, "exchange.pairs_per_year", &ExchangeRules::pairs_per_year, 4, {0, 5000},
                       "pairs a year"),
               "Exchange pairs", "县乡交流对数", "People who go each way in a year, whole county.",
               "current practice 4, parameters head (1)");
        policy(t.month_day("exchange.day", &ExchangeRules::day, {6, 1}), "Day of exchange", "交流启动日",
               "Yearly day on which the exchanged start.", "own choice");
        policy(t.number(Type::years, "exchange.term_years", &ExchangeRules::term_years, 2, {0.25, 10}, "years"),
               "Term of exchange", "交流期限", "Years after which the exchanged return.",
               "domain §8: half a year to 3");
        policy(t.number(Type::years, "exchange.min_township_years", &ExchangeRules::min_service_years, 3, {0, 20},
                        "years"),
               "Service needed for exchange", "交流服务年限",
               "Township service (for township staff) or service (for others).", "own choice");
        policy(
            t.number(Type::years, "exchange.min_years_between", &ExchangeRules::min_years_between, 4, {0, 30}, "years"),
            "Years between exchanges", "两次交流间隔", "Nobody is exchanged again sooner.", "own choice");
        policy(t.number(Type::age, "exchange.max_age", &ExchangeRules::max_age, 45, {25, 65}, "years"),
               "Age limit of exchange", "交流年龄上限", "Oldest age at which one is exchanged.", "own choice");
        policy(
            t.whole(Type::count, "exchange.max_away_per_unit", &ExchangeRules::max_away_per_unit, 2, {0, 50}, "people"),
            "Most away per unit", "单位外派上限", "People of one unit who may be on exchange at a time.", "own choice");
        policy(t.number(Type::coefficient, "exchange.need_weight", &ExchangeRules::need_weight, 1.0, {0, 5}, "weight"),
               "Weight of need", "缺人程度权重", "How much the plan favours hosts short of hands.", "own choice");
        policy(
            t.number(Type::coefficient, "exchange.skill_weight", &ExchangeRules::skill_weight, 0.5, {0, 5}, "weight"),
            "Weight of skill gaps", "专业互补权重", "How much the plan sends skill where it is short.", "own choice");
        policy(t.number(Type::coefficient, "exchange.distance_weight", &ExchangeRules::distance_weight, 0.5, {0, 5},
                        "weight"),
               "Weight of distance", "路程权重", "How much the plan avoids distance, per 10 km.", "own choice");
        t.number(Type::coefficient, "exchange.learning_per_year", &ExchangeRules::learning_per_year, 0.10, {0, 0.4},
                 "z a year")
            .assumption()
            .says("Learning on exchange", "交流历练收益", "Rise of the other level's skill in a year away.")
            .from("near front-line learning, parameters §6", Grade::A);
        t.number(Type::coefficient, "exchange.learning_ceiling", &ExchangeRules::learning_ceiling, 0.5, {0.1, 1}, "z")
            .assumption()
            .says("Ceiling of learning on exchange", "历练收益上限",
                  "Most that exchange and front line add to a skill.")
            .from("own choice", Grade::A);
        t.money("exchange.cost_per_year", &ExchangeRules::cost_per_year, 9600, {0, 200000}, "yuan a person and year")
            .fact()
            .says("Cost of exchange", "交流人员经费", "Lodging, travel, allowance.")
            .from("own choice", Grade::A);
        return t;
    }();
    return table;
}

const levers::Table<FrontLineRules>& front_line_levers() {
    static const levers::Table<FrontLineRules> table = [] {
        levers::Table<FrontLineRules> t;
        const auto policy = [](levers::RowWriter row, const char* en, const char* zh, const char* meaning,
                               const char* source) {
            row.policy(Authority::county, "3.2", Scope::county).says(en, zh, meaning).from(source, Grade::A);
        };
        t.whole(Type::count, "front_line.places_per_township", &FrontLineRules::places_per_township, 1, {0, 20},
                "places")
            .policy(Authority::county, "3.2", Scope::unit)
            .says("Front-line places", "一线锻炼名额", "People of a township on front-line exercise at a time.")
            .from("current practice 1, parameters head (1)", Grade::A);
        policy(t.month_day("front_line.day", &FrontLineRules::day, {5, 1}), "Day of front-line exercise",
               "一线锻炼启动日", "Yearly day on which free places are filled.", "own choice");
        policy(t.number(Type::years, "front_line.term_years", &FrontLineRules::term_years, 2, {0.5, 5}, "years"),
               "Term at the front line", "一线锻炼期限", "Years at the front line.", "parameters §2, from memory");
        policy(t.number(Type::age, "front_line.max_age", &FrontLineRules::max_age, 35, {22, 50}, "years"),
               "Age limit at the front line", "一线锻炼年龄上限", "Oldest age at which one is sent.",
               "policy outline: young civil servants");
        policy(t.number(Type::share, "front_line.presence_at_home", &FrontLineRules::presence_at_home, 0.5, {0, 1},
                        "of working time"),
               "Presence at home", "在岗时间比例", "Working time still spent at the own post.", "own choice");
        policy(t.whole(Type::count, "front_line.excellent_within_years", &FrontLineRules::excellent_within_years, 3,
                       {0, 10}, "years"),
               "Outstanding means", "优秀年限条件",
               "An excellent result within these years counts as outstanding; 0 = everybody qualifies.", "own choice");
        t.number(Type::coefficient, "front_line.learning_per_year", &FrontLineRules::learning_per_year, 0.15, {0, 0.4},
                 "z a year")
            .assumption()
            .says("Learning at the front line", "一线锻炼收益", "Rise of mass-work skill in a front-line year.")
            .from("parameters §6", Grade::A);
        t.number(Type::coefficient, "front_line.learning_ceiling", &FrontLineRules::learning_ceiling, 0.5, {0.1, 1},
                 "z")
            .assumption()
            .says("Ceiling of learning at the front line", "一线锻炼收益上限",
                  "Most that exchange and front line add to a skill.")
            .from("own choice", Grade::A);
        t.money("front_line.cost_per_year", &FrontLineRules::cost_per_year, 6000, {0, 200000}, "yuan a person and year")
            .fact()
            .says("Cost of front-line exercise", "一线锻炼经费", "Allowance and travel.")
            .from("own choice", Grade::A);
        return t;
    }();
    return table;
}

}  // namespace staffsim
