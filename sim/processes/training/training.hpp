// Training: planned days a year raise three skills towards a ceiling and fade without use.
//
// Learning curve: an exponential approach to the ceiling (Heathcote, Brown and Mewhort 2000 for single learners), so
// that the next day always brings less than the last; training's total contribution to a skill is capped, so that no
// amount of it makes everybody outstanding. Days split into several courses leave more behind than one block (spacing
// effect: Cepeda et al. 2006). What was learned fades at the speed of the methods it was learned with, slower where the
// work uses the skill.
//
// Who goes: each kind has a rule of coverage; newcomers have initial training in their first year. Limited places or
// money are given out for a year at a time, and for the rest of it when rules of training change; where they do not
// suffice, a stated order says who goes. The others, and whoever enters later, have initial training at most. Of those
// sent, some do not turn up, fewer when they want to learn (own motivation plus guidance) or must (credits). Days away
// take hands from the unit in the month in which they fall. Everybody has a training day of their own in the year, on
// which the year's training is booked.
//
// Left out: who teaches, single courses, and that the training of one person rubs off on colleagues.
#pragma once

#include <array>
#include <vector>

#include "sim/levers/table.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

// A day of their own for everybody, spread over the year, or half a year after the anniversary of entry (textbook
// models).
enum class TrainingTiming : std::uint8_t { spread, half_year_after_entry };
// Who is sent: a share of everybody, by chance each year; leaders only; staff below leadership level; those who entered
// in the past years; or everybody in turn, each after as many years as the share says.
enum class Coverage : std::uint8_t { all, leaders, staff, entrants, in_turn };
// Who goes first where places are scarce.
enum class PlaceOrder : std::uint8_t { chance, longest_since, leaders, staff, newest };
// How a curriculum of several years deals its days: the same every year, all in its first year, or one kind a year.
enum class CurriculumShape : std::uint8_t { even, front_loaded, themes };

enum class Method : std::uint8_t { lecture, cases, on_the_job, online };
inline constexpr std::size_t method_count = 4;

struct CoverageRules {
    Coverage administration, law, mass_work;
    Coverage of(std::size_t kind) const { return kind == 0 ? administration : kind == 1 ? law : mass_work; }
    bool operator==(const CoverageRules&) const = default;
};

struct MethodRules {
    std::array<double, method_count> mix, gain, cost, absence, fading;  // relative but for mix and absence
    double innovation;  // share of the remaining lectures that other methods replace in a year
    bool operator==(const MethodRules&) const = default;
};

struct WillRules {
    double learning_effect;  // log gain per z of learning motivation
    double no_show;          // share of those sent at the mean of motivation and without requirement
    double no_show_effect;   // share of it per z of learning motivation
    double requirement;      // 0 none … 1 all of the year's training are credits that count
    double must_learn;       // log gain when all counts
    double must_attend;      // share of the no-shows that a full requirement removes
    double guidance_days;    // a year
    double guidance_gain, guidance_ceiling, guidance_decay;
    bool operator==(const WillRules&) const = default;
};

struct TrainingRules {
    std::array<double, skill_count> days;  // a year: administration, law, mass work
    double initial_days;                   // once, in equal parts
    CoverageRules coverage;
    double covered;  // share of those meant
    double entrant_years;
    PlaceOrder order;
    double places;  // a year, whole county
    Money budget;   // a year and post of the establishment
    int curriculum_years;
    CurriculumShape curriculum_shape;
    std::int32_t curriculum_from;  // its first calendar year; follows from the day on which these rules take hold
    double repeated_content;
    int sessions;
    double spacing_effect;
    double gain_per_10_days;  // z, far from the ceiling
    double decay;             // per year
    double ceiling;           // z, training's total contribution
    std::array<double, skill_count> used_in_townships, used_in_organs;
    double use_effect;
    double working_days;  // a year
    Money cost_per_day;
    TrainingTiming timing;
    double luck;  // share of a gain that is multiplied by a unit exponential
    MethodRules method;
    WillRules will;
    bool operator==(const TrainingRules&) const = default;
};
const levers::Table<TrainingRules>& training_levers();

// At or above it nothing limits places, or money.
inline constexpr double no_limit_of_places = 1'000'000;
inline constexpr double no_limit_of_budget_yuan = 10'000;

// Day of the year (0..364) of a person's training, the same in every year of a future; `entry`: that on which the
// person entered the service.
std::uint32_t training_day(const TrainingRules& rules, const Draws& draws, EntityKey person, std::uint32_t entry);

// A calendar year of training under one block of rules: everything that does not depend on the person, worked out once.
struct TrainingCourse {
    // `lecture_kept`: as County has it in that year.
    TrainingCourse(const TrainingRules& rules, double lecture_kept, std::int32_t year);

    // What fades in a year, by kind, before the speed of the methods; and what is left of experience.
    struct Wear {
        std::array<double, skill_count> decay{};
        std::array<float, skill_count> kept{};
    };
    // Money and hands for so many days.
    using Booking = County::TrainingDays;
    Booking book(double days) const;

    const TrainingRules* rules;  // must outlive this
    std::array<double, skill_count> days{};
    double total_days = 0;
    bool is_for_everybody = false;             // all are sent on all days, whoever they are
    double effort_per_day = 0;                 // z, of somebody of average will
    double fading = 1, cost = 1, absence = 1;  // of the year's mix of methods, relative
    Booking booking;                           // of the days
    bool asks_for_will = false;                // what is learned, or who turns up, depends on it
    bool wears = false;                        // anything fades
    bool is_alike = false;                     // the same for everybody, whatever the will, and nothing fades
    static constexpr std::size_t several = skill_count;
    std::size_t only_kind = several;  // that has days, if it is one and the course is alike
    Wear in_townships, in_organs;
};

// What is left of what is left to learn after the year's lessons, by slot, where these are known beforehand: where
// everybody is sent on the same days of one kind, whatever the will, and nothing fades. Otherwise nothing. It depends
// on the luck of the year alone, so that exponentials are taken of everybody at once.
void learn_ahead(const TrainingCourse& course, std::span<const double> luck, std::vector<double>& left);
// The same of one more slot, if there is anything.
void learn_ahead(const TrainingCourse& course, double luck, std::uint32_t slot, std::vector<double>& left);

// The year's training and fading of people who have their day today, side by side; people of one day may be under
// different rules. `luck`: unit exponentials of this calendar year, by slot (draw_two_lucks); empty when no rules have
// any.
void train(const RulesView<TrainingCourse>& courses, World& world, std::span<const std::uint32_t> slots,
           std::span<const double> luck);
// The same where everybody's lessons are known: `left` is that of learn_ahead and not empty, and places suffice.
void train_as_known(const TrainingCourse& course, County& county, std::span<const std::uint32_t> slots,
                    std::span<const double> left);
// The same of one person.
void train(const TrainingRules& rules, World& world, PersonId person, double luck = 1);

// --- parts, for tests and the plan

// Days of a kind in a calendar year, of somebody who is covered; a year before the curriculum's first is planned by
// itself.
double days_in_year(const TrainingRules& rules, std::size_t kind, std::int32_t year);
// Days by kind on which the rules would send a person in this calendar year, whatever the places.
std::array<double, skill_count> days_meant_for(const TrainingRules& rules, const World& world, PersonId person);
// Whether a person goes to the annual plan's training of that year, as far as places decide.
inline bool has_training_place(const County& county, PersonId person, std::int32_t year) {
    return !county.training_places_are_given(year) || county.learning(person).place_year == year;
}
// Initial training is due: from the day after entry to its first anniversary, so that everybody has exactly one
// training day as a newcomer, whose day is the day of entry a year later.
bool is_newcomer(const County& county, PersonId person);
// The mix of methods as innovation has left it; sums to one.
std::array<double, method_count> mix_today(const MethodRules& rules, double lecture_kept);
// Learning motivation: the own part and what guidance has made of the unit.
double learning_motivation(const County& county, PersonId person);
// Share of the sent who do not turn up, 0 to 1.
double no_show(const WillRules& rules, double motivation);
// Factor on decay of a skill of which the work uses the share `used`.
double fading_in_use(const TrainingRules& rules, double used);

// --- the year's plan and the months (plan.cpp)

// On the first day of a year: where places or money are limited, who goes; and a year's innovation.
void plan_training(const RulesView<TrainingRules>& rules, World& world);
// On a day within a year on which rules change: who goes of those whose day is still to come, with what the others have
// left. Rules of training that say the same change nothing. Assumption: those who have gone and are still in service
// count with what they would have cost under the rules of the day before; of those who have left nothing is known.
void plan_rest_of_year(const RulesView<TrainingRules>& before, const RulesView<TrainingRules>& rules, World& world);
// On the first of each month: guidance moves the units' will to learn, and the past month's days become hands away.
void end_training_month(const RulesView<TrainingRules>& rules, World& world);

}  // namespace staffsim
