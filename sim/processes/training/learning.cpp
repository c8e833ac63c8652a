// One calendar year's training of those who have their day together: what they learn and what fades, in passes over
// everybody, so that chance and exponentials are taken for many at once.

#include <algorithm>

#include "sim/model/routine_records.hpp"
#include "sim/processes/training/training.hpp"

namespace staffsim {

namespace {

// People who have their day together, under the same rules.
struct Class {
    static constexpr std::size_t most = 32;
    const TrainingCourse* course = nullptr;
    std::size_t people = 0;
    std::array<std::uint32_t, most> slot;
    bool is_alike = false;                                       // all are sent on the days of the course
    std::array<std::array<double, skill_count>, most> own_days;  // otherwise: on which each is sent
    std::array<double, most> motivation, effort;
    std::array<bool, most> learns;
    std::array<double, most * skill_count> exponents;  // of learners, one for each kind that has days

    PersonId person(std::size_t i) const { return PersonId{slot[i]}; }
    const std::array<double, skill_count>& days(std::size_t i) const { return is_alike ? course->days : own_days[i]; }
};

std::array<double, skill_count> days_of(const TrainingCourse& course, const World& world, PersonId person) {
    std::array<double, skill_count> days{};
    if (has_training_place(world.county, person, world.year())) {
        days = course.is_for_everybody ? course.days : days_meant_for(*course.rules, world, person);
    }
    const double initial = course.rules->initial_days;
    if (initial > 0 && is_newcomer(world.county, person)) {
        for (double& of_kind : days) of_kind += initial / skill_count;
    }
    return days;
}

// Nothing for whoever has learned more under other rules.
double left_to_learn(double ceiling, double trained) { return std::max(0.0, ceiling - trained); }

double sum(const std::array<double, skill_count>& days) {
    double total = 0;
    for (const double of_kind : days) total += of_kind;
    return total;
}

void send(const World& world, Class& all) {
    const TrainingCourse& course = *all.course;
    all.is_alike = course.is_for_everybody && course.rules->initial_days == 0 &&
                   !world.county.training_places_are_given(world.year());
    if (all.is_alike) {
        std::fill_n(all.learns.begin(), all.people, course.total_days > 0);
    } else {
        for (std::size_t i = 0; i < all.people; ++i) {
            all.own_days[i] = days_of(course, world, all.person(i));
            all.learns[i] = sum(all.own_days[i]) > 0;
        }
    }
    if (!course.asks_for_will) return;
    for (std::size_t i = 0; i < all.people; ++i) all.motivation[i] = learning_motivation(world.county, all.person(i));
}

void miss(const TrainingRules& rules, World& world, PersonId person) {
    world.county.count(person, Flow::training_no_shows);
    if (rules.will.requirement <= 0) return;
    world.county.learning(person).short_year = static_cast<std::int16_t>(world.year());
    world.county.count(person, Flow::training_credits_short);
}

// Of those who are sent, some do not turn up.
void call_the_roll(World& world, Class& all) {
    const TrainingRules& rules = *all.course->rules;
    if (rules.will.no_show == 0) return;
    std::array<EntityKey, Class::most> keys;
    std::array<double, Class::most> u;
    for (std::size_t i = 0; i < all.people; ++i) keys[i] = world.county.keys()[all.slot[i]];
    world.draws.uniforms(std::span(keys).first(all.people), {{}, +Purpose::training_no_show, world.year()}, u);
    for (std::size_t i = 0; i < all.people; ++i) {
        if (!all.learns[i] || u[i] >= no_show(rules.will, all.motivation[i])) continue;
        all.learns[i] = false;
        miss(rules, world, all.person(i));
    }
}

// By will and luck: "I want to learn" and "I must learn". `luck` by slot; everybody's is 1 where there is none.
void make_effort(Class& all, std::span<const double> luck) {
    const TrainingRules& rules = *all.course->rules;
    std::fill_n(all.effort.begin(), all.people, all.course->effort_per_day);
    if (all.course->asks_for_will) {
        std::array<double, Class::most> uptake;
        for (std::size_t i = 0; i < all.people; ++i) {
            uptake[i] = rules.will.learning_effect * all.motivation[i] + rules.will.must_learn * rules.will.requirement;
        }
        portable_exps(std::span(uptake).first(all.people));
        for (std::size_t i = 0; i < all.people; ++i) all.effort[i] *= uptake[i];
    }
    if (rules.luck <= 0) return;
    for (std::size_t i = 0; i < all.people; ++i) {
        const double own = luck.empty() ? 1.0 : luck[all.slot[i]];
        all.effort[i] *= 1.0 - rules.luck + rules.luck * own;
    }
}

// How much of what is left to learn a learner leaves, by kind that has days.
void learn(Class& all) {
    std::size_t exponents = 0;
    for (std::size_t i = 0; i < all.people; ++i) {
        if (!all.learns[i]) continue;
        for (const double days : all.days(i)) {
            all.exponents[exponents] = -(all.effort[i] * days) / all.course->rules->ceiling;
            exponents += days > 0 ? 1 : 0;
        }
    }
    portable_exps(std::span(all.exponents).first(exponents));
}

// What was learned with faster-fading methods fades faster: the mean of both parts, by their size.
void mix_fading(Traits& traits, double before, double gain, double fading) {
    const double total = before + gain;
    if (total <= 0 || traits.fading == static_cast<float>(fading)) return;
    traits.fading = static_cast<float>((before * static_cast<double>(traits.fading) + gain * fading) / total);
}

void book(County& county, PersonId person, const TrainingCourse::Booking& booking, double gained) {
    county.learning(person).last_trained = county.today();
    auto& flows = county.flows_of(person);
    flows[static_cast<std::size_t>(Flow::skill_gained_milli)] += static_cast<std::int64_t>(gained * 1000.0 + 0.5);
    flows[static_cast<std::size_t>(Flow::trainings)] += 1;
    flows[static_cast<std::size_t>(Flow::training_milli_days)] += booking.milli_days;
    county.remark(Fact::Kind::trained, days_of_fact(booking.milli_days), person);
    county.spend(UnitId{county.hot(person).unit}, OneOff::training, booking.cost);
    // The hands are missed where they work.
    const UnitId at_work{county.hot(person).host};
    county.spend_days_on_training(at_work, booking.days_absent * county.hands_at_work(person));
}

void wear(std::array<float, skill_count>& experience, const TrainingCourse::Wear& wear) {
    for (std::size_t kind = 0; kind < skill_count; ++kind) experience[kind] *= wear.kept[kind];
}

// Of one of them. `left_of`: for each kind that has days, moved on behind the last one used. Without wear only these
// kinds move.
template <bool wears>
void learn_and_forget(const Class& all, std::size_t i, County& county, const double*& left_of) {
    const TrainingCourse& course = *all.course;
    const PersonId person = all.person(i);
    Traits& traits = county.traits(person);
    const bool township = wears && county.is_township(UnitId{county.hot(person).unit});
    const TrainingCourse::Wear& fading = township ? course.in_townships : course.in_organs;
    if (wears) wear(traits.experience, fading);
    const std::array<double, skill_count>& days = all.days(i);
    double gained = 0, all_before = 0;
    for (std::size_t kind = 0; kind < skill_count; ++kind) {
        const double before = static_cast<double>(traits.trained[kind]);
        all_before += before;
        const bool moves = days[kind] > 0 || (wears && before != 0);
        if (!moves) continue;
        const double gain =
            all.learns[i] && days[kind] > 0 ? left_to_learn(course.rules->ceiling, before) * (1.0 - *left_of++) : 0;
        const double lost =
            wears ? std::min(1.0, fading.decay[kind] * static_cast<double>(traits.fading)) * before : 0.0;
        traits.trained[kind] = static_cast<float>(before + gain - lost);
        gained += gain;
    }
    if (!all.learns[i]) return;
    mix_fading(traits, all_before, gained, course.fading);
    book(county, person, all.is_alike ? course.booking : course.book(sum(days)), gained);
}

template <bool wears>
void all_learn_and_forget(const Class& all, County& county) {
    const double* left_of = all.exponents.data();
    for (std::size_t i = 0; i < all.people; ++i) learn_and_forget<wears>(all, i, county, left_of);
}

void teach(Class& all, World& world, std::span<const double> luck) {
    send(world, all);
    call_the_roll(world, all);
    make_effort(all, luck);
    learn(all);
    (all.course->wears ? all_learn_and_forget<true> : all_learn_and_forget<false>)(all, world.county);
}

// What one kind's days leave of what is left to learn, by luck. Both may be the same span.
void learn_alike(const TrainingCourse& course, std::size_t kind, std::span<const double> luck, std::span<double> left) {
    const double share = course.rules->luck, without = 1.0 - share, days = course.days[kind];
    const double ceiling = course.rules->ceiling, effort = course.effort_per_day;
    for (std::size_t i = 0; i < luck.size(); ++i) left[i] = -(effort * (without + share * luck[i]) * days) / ceiling;
    portable_exps(left.first(luck.size()));
}

void learn_alike(const TrainingCourse& course, std::size_t kind, std::span<const std::uint32_t> slots,
                 std::span<const double> luck, std::span<double> left) {
    const TrainingRules& rules = *course.rules;
    if (rules.luck <= 0) {
        std::fill_n(left.begin(), slots.size(),
                    portable_exp(-(course.effort_per_day * course.days[kind]) / rules.ceiling));
        return;
    }
    for (std::size_t i = 0; i < slots.size(); ++i) left[i] = luck.empty() ? 1.0 : luck[slots[i]];
    learn_alike(course, kind, left.first(slots.size()), left);
}

double sum(const std::array<float, skill_count>& trained) {
    return static_cast<double>(trained[0]) + static_cast<double>(trained[1]) + static_cast<double>(trained[2]);
}

// The same as `teach` where the course is alike for everybody: kind by kind, no questions about persons.
void teach_alike(const TrainingCourse& course, County& county, std::span<const std::uint32_t> slots,
                 std::span<const double> luck) {
    std::array<double, Class::most> left, gained, before;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        before[i] = sum(county.traits(PersonId{slots[i]}).trained);
        gained[i] = 0;
    }
    const double ceiling = course.rules->ceiling;
    for (std::size_t kind = 0; kind < skill_count; ++kind) {
        if (course.days[kind] <= 0) continue;
        learn_alike(course, kind, slots, luck, left);
        for (std::size_t i = 0; i < slots.size(); ++i) {
            float& trained = county.traits(PersonId{slots[i]}).trained[kind];
            const double gain = left_to_learn(ceiling, static_cast<double>(trained)) * (1.0 - left[i]);
            trained = static_cast<float>(static_cast<double>(trained) + gain);
            gained[i] += gain;
        }
    }
    std::size_t i = 0;
    county.train(slots, course.booking, [&](Traits& traits, std::uint32_t) {
        mix_fading(traits, before[i], gained[i], course.fading);
        return gained[i++];
    });
}

}  // namespace

void learn_ahead(const TrainingCourse& course, std::span<const double> luck, std::vector<double>& left) {
    const bool is_known = course.only_kind != TrainingCourse::several;
    left.resize(is_known ? luck.size() : 0);
    if (is_known) learn_alike(course, course.only_kind, luck, left);
}

void learn_ahead(const TrainingCourse& course, double luck, std::uint32_t slot, std::vector<double>& left) {
    if (left.empty() || course.only_kind == TrainingCourse::several) return;
    if (slot >= left.size()) left.resize(slot + 1);
    learn_alike(course, course.only_kind, {&luck, 1}, {&left[slot], 1});
}

void train_as_known(const TrainingCourse& course, County& county, std::span<const std::uint32_t> slots,
                    std::span<const double> left) {
    const std::size_t kind = course.only_kind;
    const double ceiling = course.rules->ceiling, fading = course.fading;
    const auto rounded_fading = static_cast<float>(fading);
    county.train(slots, course.booking, [=](Traits& traits, std::uint32_t slot) {
        const double trained = static_cast<double>(traits.trained[kind]);
        const double gain = left_to_learn(ceiling, trained) * (1.0 - left[slot]);
        if (traits.fading != rounded_fading) [[unlikely]]
            mix_fading(traits, sum(traits.trained), gain, fading);
        traits.trained[kind] = static_cast<float>(trained + gain);
        return gain;
    });
}

void train(const RulesView<TrainingCourse>& courses, World& world, std::span<const std::uint32_t> slots,
           std::span<const double> luck) {
    const TrainingCourse* of_all = courses.of_all();
    if (of_all != nullptr && of_all->is_alike && !world.county.training_places_are_given(world.year())) {
        for (std::size_t from = 0; from < slots.size(); from += Class::most) {
            teach_alike(*of_all, world.county, slots.subspan(from, std::min(Class::most, slots.size() - from)), luck);
        }
        return;
    }
    Class all;
    for (const std::uint32_t slot : slots) {
        const TrainingCourse& course = of_all != nullptr ? *of_all : courses.of(world.county, PersonId{slot});
        if (all.people > 0 && (all.people == Class::most || all.course != &course)) {
            teach(all, world, luck);
            all.people = 0;
        }
        all.course = &course;
        all.slot[all.people++] = slot;
    }
    if (all.people > 0) teach(all, world, luck);
}

void train(const TrainingRules& rules, World& world, PersonId person, double luck) {
    const TrainingCourse course(rules, world.county.lecture_kept(), world.year());
    Class all;
    all.course = &course;
    all.people = 1;
    all.slot[0] = person.value;
    const std::vector<double> by_slot(person.value + 1, luck);
    teach(all, world, by_slot);
}

}  // namespace staffsim
