// One person's training in one year: whether they are sent, whether they turn up, what they learn, what fades.

#include "sim/processes/training/training.hpp"

#include <algorithm>

namespace staffsim {

namespace {

constexpr std::int32_t first_year_days = 365;

double weighted(const std::array<double, method_count>& mix, const std::array<double, method_count>& value) {
    double sum = 0;
    for (std::size_t m = 0; m < method_count; ++m) sum += mix[m] * value[m];
    return sum;
}

bool is_meant(const TrainingRules& rules, const World& world, PersonId person, std::size_t kind, bool by_chance) {
    const County& county = world.county;
    const bool leader = is_leadership(county.post_of(person).ladder);
    switch (rules.coverage.of(kind)) {
        case Coverage::all:
            return by_chance;
        case Coverage::leaders:
            return leader && by_chance;
        case Coverage::staff:
            return !leader && by_chance;
        case Coverage::entrants:
            return by_chance && county.service_years(person) < rules.entrant_years;
        case Coverage::in_turn: {
            // Everybody starts somewhere in the rotation and moves on by the share each year.
            const double start = world.draws.uniform(
                {county.cold(person).key, +Purpose::training_turn, static_cast<std::int32_t>(kind)});
            const auto turns = [&](std::int32_t year) {
                return static_cast<std::int64_t>(start + rules.covered * static_cast<double>(year));
            };
            return turns(world.year()) > turns(world.year() - 1);
        }
    }
    return false;
}

// Gain of somebody with what training has added so far, from an effort in z far from the ceiling.
double gain_of(const TrainingRules& rules, double before, double effort) {
    return effort > 0 ? (rules.ceiling - before) * (1.0 - portable_exp(-effort / rules.ceiling)) : 0.0;
}

// z of effort per day, for somebody of average will.
double effort_per_day(const TrainingRules& rules, const std::array<double, method_count>& mix) {
    double effort = rules.gain_per_10_days / 10.0 * weighted(mix, rules.method.gain);
    if (rules.sessions > 1) effort *= 1.0 + rules.spacing_effect * (1.0 - 1.0 / rules.sessions);
    if (rules.curriculum_years > 1) {
        effort *= (1.0 - rules.repeated_content / rules.curriculum_years) / (1.0 - rules.repeated_content);
    }
    return effort;
}

// How willing somebody is to make something of a day: "I want to learn" and "I must learn".
double uptake_of(const WillRules& rules, double motivation) {
    const double will = rules.learning_effect * motivation + rules.must_learn * rules.requirement;
    return will == 0 ? 1.0 : portable_exp(will);
}

void book(const TrainingRules& rules, World& world, PersonId person, double days,
          const std::array<double, method_count>& mix) {
    County& county = world.county;
    const UnitId unit{county.hot(person).unit};
    const auto whole_days = static_cast<std::int64_t>(days + 0.5);
    county.learning(person).last_trained = world.today();
    county.count(person, Flow::trainings);
    county.count(person, Flow::training_days, whole_days);
    county.remark(Fact::Kind::trained, static_cast<std::uint8_t>(std::min<std::int64_t>(255, whole_days)), person);
    const double fen = static_cast<double>(whole_days * rules.cost_per_day.fen) * weighted(mix, rules.method.cost);
    county.spend(unit, OneOff::training, Money{static_cast<std::int64_t>(fen + 0.5)});
    county.spend_days_on_training(unit, days * weighted(mix, rules.method.absence));
}

// Turns up, or misses what was required.
bool turns_up(const TrainingRules& rules, World& world, PersonId person, double motivation) {
    const double missing = no_show(rules.will, motivation);
    const EntityKey key = world.county.cold(person).key;
    if (missing <= 0 || !world.draws.chance({key, +Purpose::training_no_show, world.year()}, missing)) return true;
    world.county.count(person, Flow::training_no_shows);
    if (rules.will.requirement > 0) {
        world.county.learning(person).short_year = static_cast<std::int16_t>(world.year());
        world.county.count(person, Flow::training_credits_short);
    }
    return false;
}

bool has_place(const County& county, PersonId person, std::int32_t year) {
    return !county.training_places_are_scarce(year) || county.learning(person).place_year == year ||
           is_newcomer(county, person);
}

// What was learned with faster-fading methods fades faster: the mean of both parts, by their size.
void mix_fading(Learning& learning, double before, double gain, double fading) {
    const double total = before + gain;
    if (total <= 0) return;
    learning.fading = static_cast<float>((before * static_cast<double>(learning.fading) + gain * fading) / total);
}

}  // namespace

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

double days_in_year(const TrainingRules& rules, std::size_t kind, std::int32_t year) {
    const int cycle = rules.curriculum_years;
    const double days = rules.days[kind];
    if (cycle <= 1 || rules.curriculum_shape == CurriculumShape::even) return days;
    const auto in_cycle = static_cast<std::size_t>(year % cycle);
    if (rules.curriculum_shape == CurriculumShape::front_loaded) return in_cycle == 0 ? days * cycle : 0.0;
    // Themes in turn; a cycle shorter than the number of kinds leaves the last ones as they are.
    const std::size_t themes = (static_cast<std::size_t>(cycle) + skill_count - 1 - kind) / skill_count;
    if (themes == 0) return days;
    return in_cycle % skill_count == kind ? days * cycle / static_cast<double>(themes) : 0.0;
}

bool is_newcomer(const County& county, PersonId person) {
    return county.today() - county.cold(person).entry < first_year_days;
}

std::array<double, skill_count> days_meant_for(const TrainingRules& rules, const World& world, PersonId person) {
    std::array<double, skill_count> days{};
    const EntityKey key = world.county.cold(person).key;
    const bool by_chance =
        rules.covered >= 1 || world.draws.chance({key, +Purpose::random_choice, world.year()}, rules.covered);
    for (std::size_t kind = 0; kind < skill_count; ++kind) {
        if (rules.days[kind] > 0 && is_meant(rules, world, person, kind, by_chance)) {
            days[kind] = days_in_year(rules, kind, world.year());
        }
    }
    return days;
}

std::array<double, method_count> mix_today(const MethodRules& rules, double lecture_kept) {
    std::array<double, method_count> mix = rules.mix;
    if (lecture_kept >= 1) return mix;
    constexpr auto lecture = static_cast<std::size_t>(Method::lecture);
    const double freed = mix[lecture] * (1.0 - lecture_kept);
    const double others = 1.0 - mix[lecture];
    // To the other methods in their proportions, evenly where there were none.
    for (std::size_t m = 0; m < method_count; ++m) {
        if (m != lecture) mix[m] += freed * (others > 0 ? rules.mix[m] / others : 1.0 / (method_count - 1));
    }
    mix[lecture] -= freed;
    return mix;
}

double learning_motivation(const County& county, PersonId person) {
    return static_cast<double>(county.traits(person).learning) +
           county.unit(UnitId{county.hot(person).unit}).climate.learning;
}

double no_show(const WillRules& rules, double motivation) {
    const double share = rules.no_show * (1.0 - rules.no_show_effect * motivation);
    return std::clamp(share * (1.0 - rules.must_attend * rules.requirement), 0.0, 1.0);
}

double fading_in_use(const TrainingRules& rules, double used) { return 1.0 + rules.use_effect * (1.0 - 2.0 * used); }

void train(const TrainingRules& rules, World& world, PersonId person, double luck) {
    County& county = world.county;
    Traits& traits = county.traits(person);
    Learning& learning = county.learning(person);
    const bool township = county.is_township(UnitId{county.hot(person).unit});
    std::array<double, skill_count> days{};
    double total = 0;
    const double motivation = learning_motivation(county, person);
    if (has_place(county, person, world.year())) days = days_meant_for(rules, world, person);
    if (rules.initial_days > 0 && is_newcomer(county, person)) {
        for (double& of_kind : days) of_kind += rules.initial_days / skill_count;
    }
    for (const double of_kind : days) total += of_kind;
    const bool learns = total > 0 && turns_up(rules, world, person, motivation);
    std::array<double, method_count> mix{};
    double effort = 0, fading = 1;
    if (learns) {
        mix = mix_today(rules.method, county.lecture_kept());
        fading = weighted(mix, rules.method.fading);
        effort =
            effort_per_day(rules, mix) * uptake_of(rules.will, motivation) * (1.0 - rules.luck + rules.luck * luck);
    }
    double gained = 0, all_before = 0;
    for (std::size_t kind = 0; kind < skill_count; ++kind) {
        const double used = township ? rules.used_in_townships[kind] : rules.used_in_organs[kind];
        const double decay = std::min(1.0, rules.decay * fading_in_use(rules, used));
        traits.experience[kind] *= static_cast<float>(1.0 - decay);
        if (days[kind] == 0 && traits.trained[kind] == 0) continue;
        const double before = static_cast<double>(traits.trained[kind]);
        const double gain = learns ? gain_of(rules, before, effort * days[kind]) : 0.0;
        const double lost = std::min(1.0, decay * static_cast<double>(learning.fading)) * before;
        traits.trained[kind] = static_cast<float>(before + gain - lost);
        gained += gain;
        all_before += before;
    }
    if (!learns) return;
    mix_fading(learning, all_before, gained, fading);
    county.count(person, Flow::skill_gained_milli, static_cast<std::int64_t>(gained * 1000.0 + 0.5));
    book(rules, world, person, total, mix);
}

}  // namespace staffsim
