// The year's plan, and what a month of training takes from a unit.

#include <algorithm>
#include <optional>

#include "sim/processes/shared/stock.hpp"
#include "sim/processes/training/training.hpp"

namespace staffsim {

namespace {

struct Wish {
    PersonId person;
    std::int64_t fen = 0;  // of a year's training
    // Lower goes first; ties by chance.
    double turn = 0;
    double luck = 0;
};

double turn_of(PlaceOrder order, const County& county, PersonId person) {
    const bool leader = is_leadership(county.post_of(person).ladder);
    switch (order) {
        case PlaceOrder::chance:
            return 0;
        case PlaceOrder::longest_since:
            return county.learning(person).last_trained.value;
        case PlaceOrder::leaders:
            return leader ? 0 : 1;
        case PlaceOrder::staff:
            return leader ? 1 : 0;
        case PlaceOrder::newest:
            return -county.cold(person).entry.value;
    }
    return 0;
}

std::vector<Wish> wishes(const RulesView<TrainingRules>& rules, const World& world) {
    std::vector<Wish> wishes;
    std::optional<TrainingCourse> course;  // under the rules of the last person
    const PlaceOrder order = rules.county_wide().order;
    for (const Unit& unit : world.county.units()) {
        for (const PersonId person : unit.members) {
            const TrainingRules& rule = rules.of(world.county, person);
            double days = 0;
            for (const double of_kind : days_meant_for(rule, world, person)) days += of_kind;
            if (days == 0) continue;
            if (!course || course->rules != &rule) course.emplace(rule, world.county.lecture_kept(), world.year());
            const EntityKey key = world.county.cold(person).key;
            wishes.push_back({person, course->book(days).cost.fen, turn_of(order, world.county, person),
                              world.draws.uniform({key, +Purpose::training_place, world.year()})});
        }
    }
    return wishes;
}

std::int64_t budget_fen(const TrainingRules& rules, const County& county) {
    std::int64_t places = 0;
    for (const Unit& unit : county.units()) places += unit.places;
    return rules.budget.fen * places;
}

bool is_limited(const TrainingRules& rules) {
    return rules.places < no_limit_of_places || rules.budget < from_yuan(no_limit_of_budget_yuan);
}

void give_places(const TrainingRules& rules, World& world, std::vector<Wish>& wishes) {
    std::sort(wishes.begin(), wishes.end(),
              [](const Wish& a, const Wish& b) { return a.turn != b.turn ? a.turn < b.turn : a.luck < b.luck; });
    double places = rules.places;
    const bool has_budget = rules.budget < from_yuan(no_limit_of_budget_yuan);
    std::int64_t fen = budget_fen(rules, world.county);
    for (const Wish& wish : wishes) {
        const bool fits = places >= 1 && (!has_budget || fen >= wish.fen);
        if (!fits) {
            world.county.count(wish.person, Flow::training_without_place);
            continue;
        }
        places -= 1;
        fen -= wish.fen;
        world.county.learning(wish.person).place_year = static_cast<std::int16_t>(world.year());
    }
}

}  // namespace

// A limit that does not bind changes nothing: only those who were refused are told apart.
void plan_training(const RulesView<TrainingRules>& rules, World& world) {
    const TrainingRules& rule = rules.county_wide();
    if (rule.method.innovation > 0) {
        world.county.set_lecture_kept(world.county.lecture_kept() * (1.0 - rule.method.innovation));
    }
    if (!is_limited(rule)) return;
    std::vector<Wish> all = wishes(rules, world);
    double places = 0;
    std::int64_t fen = 0;
    for (const Wish& wish : all) places += 1, fen += wish.fen;
    const bool has_budget = rule.budget < from_yuan(no_limit_of_budget_yuan);
    const bool suffices = places <= rule.places && (!has_budget || fen <= budget_fen(rule, world.county));
    if (suffices) return;
    world.county.set_scarce_training_places(world.year());
    give_places(rule, world, all);
}

void end_training_month(const RulesView<TrainingRules>& rules, World& world) {
    const TrainingRules* of_all = rules.of_all();
    const std::size_t units = world.county.units().size();
    for (std::size_t u = 0; u < units; ++u) {
        const UnitId unit{u};
        const TrainingRules& rule = of_all != nullptr ? *of_all : rules.of(unit);
        const WillRules& will = rule.will;
        if (will.guidance_days > 0 || world.county.unit(unit).climate.learning != 0) {
            Climate climate = world.county.unit(unit).climate;
            const StockRules stock{will.guidance_gain / 10.0, will.guidance_ceiling, will.guidance_decay};
            climate.learning = month_later(stock, climate.learning, will.guidance_days / 12.0);
            world.county.set_climate(unit, climate);
            const double days = will.guidance_days / 12.0 * world.county.unit(unit).staff;
            world.county.spend_days_on_training(unit, days);
            world.county.spend(
                unit, OneOff::training,
                Money{static_cast<std::int64_t>(days * static_cast<double>(rule.cost_per_day.fen) + 0.5)});
        }
        world.county.end_training_month(unit, rule.working_days / 12.0);
    }
}

}  // namespace staffsim
