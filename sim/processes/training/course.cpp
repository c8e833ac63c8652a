// What a calendar year's training is worth, takes and costs under one block of rules, whoever goes.

#include <algorithm>

#include "sim/processes/training/training.hpp"

namespace staffsim {

namespace {

double weighted(const std::array<double, method_count>& mix, const std::array<double, method_count>& value) {
    double sum = 0;
    for (std::size_t m = 0; m < method_count; ++m) sum += mix[m] * value[m];
    return sum;
}

// z of effort per day, for somebody of average will.
double effort_of_day(const TrainingRules& rules, const std::array<double, method_count>& mix) {
    double effort = rules.gain_per_10_days / 10.0 * weighted(mix, rules.method.gain);
    if (rules.sessions > 1) effort *= 1.0 + rules.spacing_effect * (1.0 - 1.0 / rules.sessions);
    if (rules.curriculum_years > 1) {
        effort *= (1.0 - rules.repeated_content / rules.curriculum_years) / (1.0 - rules.repeated_content);
    }
    return effort;
}

TrainingCourse::Wear wear_of(const TrainingRules& rules, const std::array<double, skill_count>& used) {
    TrainingCourse::Wear wear;
    for (std::size_t kind = 0; kind < skill_count; ++kind) {
        wear.decay[kind] = std::min(1.0, rules.decay * fading_in_use(rules, used[kind]));
        wear.kept[kind] = static_cast<float>(1.0 - wear.decay[kind]);
    }
    return wear;
}

bool covers_everybody(const TrainingRules& rules) {
    const auto is_covered = [&rules](std::size_t kind) {
        return rules.days[kind] == 0 || rules.coverage.of(kind) == Coverage::all;
    };
    return rules.covered >= 1 && is_covered(0) && is_covered(1) && is_covered(2);
}

}  // namespace

double days_in_year(const TrainingRules& rules, std::size_t kind, std::int32_t year) {
    const int cycle = rules.curriculum_years;
    const double days = rules.days[kind];
    const bool is_planned_by_itself = cycle <= 1 || year < rules.curriculum_from;
    if (is_planned_by_itself || rules.curriculum_shape == CurriculumShape::even) return days;
    const auto in_cycle = static_cast<std::size_t>((year - rules.curriculum_from) % cycle);
    if (rules.curriculum_shape == CurriculumShape::front_loaded) return in_cycle == 0 ? days * cycle : 0.0;
    // Themes in turn; a cycle shorter than the number of kinds leaves the last ones as they are.
    const std::size_t themes = (static_cast<std::size_t>(cycle) + skill_count - 1 - kind) / skill_count;
    if (themes == 0) return days;
    return in_cycle % skill_count == kind ? days * cycle / static_cast<double>(themes) : 0.0;
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

double fading_in_use(const TrainingRules& rules, double used) { return 1.0 + rules.use_effect * (1.0 - 2.0 * used); }

TrainingCourse::TrainingCourse(const TrainingRules& of, double lecture_kept, std::int32_t year)
    : rules(&of), in_townships(wear_of(of, of.used_in_townships)), in_organs(wear_of(of, of.used_in_organs)) {
    for (std::size_t kind = 0; kind < skill_count; ++kind) days[kind] = days_in_year(of, kind, year);
    for (const double of_kind : days) total_days += of_kind;
    is_for_everybody = covers_everybody(of);
    const std::array<double, method_count> mix = mix_today(of.method, lecture_kept);
    effort_per_day = effort_of_day(of, mix);
    fading = weighted(mix, of.method.fading);
    cost = weighted(mix, of.method.cost);
    absence = weighted(mix, of.method.absence);
    booking = book(total_days);
    asks_for_will =
        of.will.learning_effect != 0 || of.will.must_learn * of.will.requirement != 0 || of.will.no_show != 0;
    wears = of.decay != 0;
    is_alike = is_for_everybody && of.initial_days == 0 && total_days > 0 && !asks_for_will && !wears;
    const auto has_days = [](double of_kind) { return of_kind > 0; };
    if (is_alike && std::count_if(days.begin(), days.end(), has_days) == 1) {
        only_kind = static_cast<std::size_t>(std::find_if(days.begin(), days.end(), has_days) - days.begin());
    }
}

TrainingCourse::Booking TrainingCourse::book(double so_many_days) const {
    const double fen = so_many_days * static_cast<double>(rules->cost_per_day.fen) * cost;
    return {static_cast<std::int64_t>(so_many_days * 1000.0 + 0.5), Money{static_cast<std::int64_t>(fen + 0.5)},
            so_many_days * absence};
}

}  // namespace staffsim
