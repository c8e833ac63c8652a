#include "sim/processes/training/training.hpp"

namespace staffsim {

using levers::Authority;
using levers::Grade;
using levers::Scope;
using levers::Type;

const levers::Table<TrainingRules>& training_levers() {
    static const levers::Table<TrainingRules> table = [] {
        levers::Table<TrainingRules> t;
        t.numbers<3>(Type::by_name, "training.days", &TrainingRules::days, {"administration", "law", "mass_work"},
                     {4, 2, 2}, {0, 60}, "days a year")
            .policy(Authority::county, "1", Scope::person)
            .says("Training days", "年度培训天数", "Days of training a year and person, by kind.")
            .from("norm of 12 days a year, from memory; current practice lower", Grade::A);
        t.number(Type::share, "training.covered", &TrainingRules::covered, 1.0, {0, 1}, "of staff")
            .policy(Authority::county, "1", Scope::person)
            .says("Coverage of training", "培训覆盖面", "Share of staff who are sent to training in a year.")
            .from("own choice", Grade::A);
        t.number(Type::coefficient, "training.gain_per_10_days", &TrainingRules::gain_per_10_days, 0.05, {0, 0.15}, "z")
            .assumption()
            .says("Gain of 10 days", "每十天培训收益", "Rise of a skill by ten days of training, far from the ceiling.")
            .from("parameters §6", Grade::A);
        t.number(Type::rate, "training.decay", &TrainingRules::decay, 0.05, {0, 0.15}, "per year")
            .assumption()
            .says("Fading of training", "培训效果衰减", "Share of what training added that is lost in a year.")
            .from("parameters §6", Grade::A);
        t.number(Type::coefficient, "training.ceiling", &TrainingRules::ceiling, 0.4, {0.1, 100}, "z")
            .assumption()
            .plausible(0.2, 0.8)
            .says("Ceiling of training", "培训贡献上限", "Most that training can add to a skill.")
            .from("parameters, head (6)", Grade::A);
        t.number(Type::coefficient, "training.learning_effect", &TrainingRules::learning_effect, 0.2, {0, 0.6},
                 "log gain per z")
            .assumption()
            .says("Effect of learning motivation", "学习动力作用",
                  "\"I want to learn\": gain per z of learning motivation.")
            .from("own choice", Grade::A);
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
            .says("When training is", "培训时间安排",
                  "Everybody on a day of their own, or half a year after the anniversary of entry (textbook models).")
            .from("structural switch", Grade::L);
        t.money("training.cost_per_day", &TrainingRules::cost_per_day, 200, {0, 5000}, "yuan/day")
            .fact()
            .says("Cost of a training day", "每人每天培训费", "Course, travel and board.")
            .from("own choice", Grade::A);
        return t;
    }();
    return table;
}

std::uint32_t training_day(const TrainingRules& rules, const PersonCold& person) {
    if (rules.timing == TrainingTiming::half_year_after_entry) return (day_of_year(to_civil(person.entry)) + 182) % 365;
    return static_cast<std::uint32_t>(combine(person.key, std::uint64_t{0x7261696E}).value % 365u);
}

void draw_training_luck(const World& world, std::int32_t year, std::span<double> luck) {
    world.draws.exponentials(world.county.keys().first(luck.size()), {{}, +Purpose::training_luck, year}, luck);
}

double training_luck(const World& world, std::int32_t year, PersonId person) {
    return world.draws.exponential({world.county.cold(person).key, +Purpose::training_luck, year});
}

void train(const TrainingRules& rules, World& world, PersonId person, double luck) {
    Traits& traits = world.county.traits(person);
    const EntityKey key = world.county.cold(person).key;
    const bool covered =
        rules.covered >= 1 || world.draws.chance({key, +Purpose::random_choice, world.year()}, rules.covered);
    double uptake = covered ? 1.0 : 0.0;
    if (covered && rules.learning_effect != 0) {
        uptake = portable_exp(rules.learning_effect * static_cast<double>(traits.learning));
    }
    uptake *= 1.0 - rules.luck + rules.luck * luck;
    double days = 0;
    const auto kept = static_cast<float>(1.0 - rules.decay);
    for (std::size_t kind = 0; kind < skill_count; ++kind) {
        traits.experience[kind] *= kept;
        if (rules.days[kind] == 0 && traits.trained[kind] == 0) continue;
        const double before = static_cast<double>(traits.trained[kind]);
        // Exponential approach to the ceiling: near `effort` far below it, never beyond it.
        const double effort = rules.gain_per_10_days * rules.days[kind] / 10.0 * uptake;
        const double gain = effort > 0 ? (rules.ceiling - before) * (1.0 - portable_exp(-effort / rules.ceiling)) : 0.0;
        traits.trained[kind] = static_cast<float>(before + gain - rules.decay * before);
        days += covered ? rules.days[kind] : 0.0;
    }
    if (!covered) return;
    world.county.count(person, Flow::trainings);
    const auto whole_days = static_cast<std::int64_t>(days + 0.5);
    world.county.count(person, Flow::training_days, whole_days);
    world.county.spend(UnitId{world.county.hot(person).unit}, OneOff::training,
                       Money{whole_days * rules.cost_per_day.fen});
}

}  // namespace staffsim
