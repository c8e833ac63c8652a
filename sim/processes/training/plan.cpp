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
    const bool leader = county.leads(person);
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

// What a person's annual training costs, by the rules; no days: nothing.
class Prices {
  public:
    Prices(const RulesView<TrainingRules>& rules, const World& world) : rules_(rules), world_(world) {}
    std::optional<std::int64_t> of(PersonId person) {
        const TrainingRules& rule = rules_.of(world_.county, person);
        double days = 0;
        for (const double of_kind : days_meant_for(rule, world_, person)) days += of_kind;
        if (days == 0) return std::nullopt;
        if (!course_ || course_->rules != &rule) course_.emplace(rule, world_.county.lecture_kept(), world_.year());
        return course_->book(days).cost.fen;
    }

  private:
    const RulesView<TrainingRules>& rules_;
    const World& world_;
    std::optional<TrainingCourse> course_;  // under the rules of the last person
};

std::vector<PersonId> everybody_in(const County& county) {
    std::vector<PersonId> people;
    for (const Unit& unit : county.units()) people.insert(people.end(), unit.members.begin(), unit.members.end());
    return people;
}

std::vector<Wish> wishes(const RulesView<TrainingRules>& rules, const World& world,
                         const std::vector<PersonId>& people) {
    std::vector<Wish> wishes;
    Prices prices(rules, world);
    const PlaceOrder order = rules.county_wide().order;
    for (const PersonId person : people) {
        const auto fen = prices.of(person);
        if (!fen) continue;
        const EntityKey key = world.county.cold(person).key;
        wishes.push_back({person, *fen, turn_of(order, world.county, person),
                          world.draws.uniform({key, +Purpose::training_place, world.year()})});
    }
    return wishes;
}

// What there is to give out.
struct Supply {
    double places = 0;
    bool has_budget = false;
    std::int64_t fen = 0;

    Supply(const TrainingRules& rules, const County& county)
        : places(rules.places), has_budget(rules.budget < from_yuan(no_limit_of_budget_yuan)) {
        std::int64_t posts = 0;
        for (const Unit& unit : county.units()) posts += unit.places;
        fen = rules.budget.fen * posts;
    }
    bool suffices_for(double so_many, std::int64_t cost) const {
        return so_many <= places && (!has_budget || cost <= fen);
    }
    void take(std::int64_t cost) {
        places -= 1;
        fen -= cost;
    }
};

bool is_limited(const TrainingRules& rules) {
    return rules.places < no_limit_of_places || rules.budget < from_yuan(no_limit_of_budget_yuan);
}

// Where there is enough for all wishes, whoever is there goes; otherwise in order. Counted are those who lose a place.
void give_places(const RulesView<TrainingRules>& rules, World& world, Supply supply,
                 const std::vector<PersonId>& people) {
    County& county = world.county;
    const auto this_year = static_cast<std::int16_t>(world.year());
    std::vector<Wish> all = wishes(rules, world, people);
    std::int64_t fen = 0;
    for (const Wish& wish : all) fen += wish.fen;
    if (supply.suffices_for(static_cast<double>(all.size()), fen)) {
        for (const PersonId person : people) county.learning(person).place_year = this_year;
        return;
    }
    std::sort(all.begin(), all.end(),
              [](const Wish& a, const Wish& b) { return a.turn != b.turn ? a.turn < b.turn : a.luck < b.luck; });
    for (const Wish& wish : all) {
        const bool fits = supply.suffices_for(1, wish.fen);
        if (fits) supply.take(wish.fen);
        if (!fits && has_training_place(county, wish.person, this_year)) {
            county.count(wish.person, Flow::training_without_place);
        }
        county.learning(wish.person).place_year = fits ? this_year : std::int16_t{0};
    }
}

bool is_same_training(const RulesView<TrainingRules>& before, const RulesView<TrainingRules>& now,
                      const County& county) {
    const TrainingRules *last_before = &before.county_wide(), *last_now = &now.county_wide();
    if (*last_before != *last_now) return false;
    for (const Unit& unit : county.units()) {
        for (const PersonId person : unit.members) {
            const TrainingRules &a = before.of(county, person), &b = now.of(county, person);
            if (&a == &b || (&a == last_before && &b == last_now)) continue;
            if (a != b) return false;
            last_before = &a;
            last_now = &b;
        }
    }
    return true;
}

bool has_gone(const World& world, PersonId person) {
    return world.county.learning(person).last_trained >= first_of_year(world.year());
}

bool is_to_go(const TrainingRules& rules, const World& world, PersonId person) {
    const PersonCold& cold = world.county.cold(person);
    const std::uint32_t day = training_day(rules, world.draws, cold.key, day_of_year(to_civil(cold.entry)));
    return !has_gone(world, person) && day >= day_of_year(world.county.date());
}

}  // namespace

// Whoever was there is not touched by a limit that does not bind.
void plan_training(const RulesView<TrainingRules>& rules, World& world) {
    const TrainingRules& rule = rules.county_wide();
    County& county = world.county;
    if (rule.method.innovation > 0) county.set_lecture_kept(county.lecture_kept() * (1.0 - rule.method.innovation));
    if (!is_limited(rule)) return;
    give_places(rules, world, Supply(rule, county), everybody_in(county));
    county.set_training_places_given(world.year());
}

void plan_rest_of_year(const RulesView<TrainingRules>& before, const RulesView<TrainingRules>& rules, World& world) {
    County& county = world.county;
    if (is_same_training(before, rules, county)) return;
    const TrainingRules& rule = rules.county_wide();
    if (!is_limited(rule)) return county.set_training_places_given(0);
    Supply left(rule, county);
    Prices prices(before, world);
    std::vector<PersonId> to_go;
    for (const PersonId person : everybody_in(county)) {
        if (is_to_go(rules.of(county, person), world, person)) to_go.push_back(person);
        if (!has_gone(world, person) || !has_training_place(county, person, world.year())) continue;
        if (const auto fen = prices.of(person)) left.take(*fen);
    }
    give_places(rules, world, left, to_go);
    county.set_training_places_given(world.year());
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
            world.county.spend_days_on_training(unit, will.guidance_days / 12.0 * world.county.unit(unit).present);
            world.county.spend(
                unit, OneOff::training,
                Money{static_cast<std::int64_t>(days * static_cast<double>(rule.cost_per_day.fen) + 0.5)});
        }
        world.county.end_training_month(unit, rule.working_days / 12.0);
    }
}

}  // namespace staffsim
