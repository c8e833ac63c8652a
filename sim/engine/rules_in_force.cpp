// Which rules hold for whom from a day on, and what a change of rules sets in motion.

#include "sim/engine/county_run.hpp"

#include <algorithm>
#include <type_traits>

namespace staffsim::engine {

namespace {

// `of_block(b)`: what block b of the policy holds of a family.
template <class OfBlock>
auto view_of(const PolicyTimeline& policy, const PolicyStep& step, OfBlock of_block) {
    using R = std::remove_cvref_t<decltype(of_block(std::size_t{0}))>;
    std::vector<const R*> rules;
    rules.reserve(step.block_of_unit.size() + step.block_of_entrants.size());
    for (const std::size_t block : step.block_of_unit) rules.push_back(&of_block(block));
    for (const std::size_t block : step.block_of_entrants) rules.push_back(&of_block(block));
    return RulesView<R>{std::move(rules), &of_block(step.county_block), policy.entrants_since};
}

template <class R>
RulesView<R> view(const PolicyTimeline& policy, const PolicyStep& step, R Policy::*family) {
    return view_of(policy, step,
                   [&policy, family](std::size_t block) -> const R& { return policy.blocks[block].*family; });
}

// Whether it is so of the county's rules, or those of a unit or of entrants.
template <class Is>
bool is_so_somewhere(const PolicyTimeline& policy, const PolicyStep& step, Is is_so) {
    const auto of_block = [&](std::size_t block) { return is_so(policy.blocks[block]); };
    return of_block(step.county_block) || std::any_of(step.block_of_unit.begin(), step.block_of_unit.end(), of_block) ||
           std::any_of(step.block_of_entrants.begin(), step.block_of_entrants.end(), of_block);
}

// How far the budget for extra pay would reach today under these rules; the county stays as it is.
double reach_of_budget(const RulesView<PayRules>& rules, World& world) {
    const double kept = world.county.extra_pay_scale();
    const auto bound = [&] { return world.county.tally().flows[0][static_cast<std::size_t>(Flow::budget_bound)]; };
    const std::int64_t bound_before = bound();
    fix_extra_pay(rules, world);
    const double reach = world.county.extra_pay_scale();
    world.county.set_extra_pay_scale(kept);
    world.county.count(UnitId{std::size_t{0}}, Flow::budget_bound, bound_before - bound());
    return reach;
}

// People compare their pay with pay outside when the county has been assessed; where everybody has a day of the own, on
// the first of the year.
MonthDay comparison_day(const AssessmentRules& rules) {
    return rules.timing == AssessmentTiming::county_day ? rules.day : MonthDay{1, 1};
}

}  // namespace

void CountyRun::set_rules(const PolicyStep& step) {
    rules_.pay = view(policy_, step, &Policy::pay);
    rules_.recruitment = view(policy_, step, &Policy::recruitment);
    rules_.competition = view(policy_, step, &Policy::competition);
    rules_.assessment = view(policy_, step, &Policy::assessment);
    rules_.exchange = view(policy_, step, &Policy::exchange);
    rules_.front_line = view(policy_, step, &Policy::front_line);
    rules_.training = view(policy_, step, &Policy::training);
    rules_.retention = view(policy_, step, &Policy::retention);
    rules_.conduct = view(policy_, step, &Policy::conduct);
    rules_.service = view(policy_, step, &Policy::service);
    rules_.motivation = view(policy_, step, &Policy::motivation);
    rules_.performance = view(policy_, step, &Policy::performance);
    rules_.environment = &policy_.blocks[step.county_block].environment;
    hazards_are_known_ = false;
    anniversary_ = AnniversaryTerms(rules_.assessment.county_wide(), rules_.performance.county_wide());
    assessment_matters_ = matters_somewhere(step);
    comparison_day_ = comparison_day(rules_.assessment.county_wide());
    agenda_ = agenda_of_rules();
    plan_courses();
    course_ = view_of(policy_, step, [this](std::size_t block) -> const TrainingCourse& { return courses_[block]; });
    training_moves_conduct_ = conduct_looks_at_training(step);
    age_matters_ = age_matters_somewhere(step);
    outside_pay_moves_ =
        is_so_somewhere(policy_, step, [](const Policy& policy) { return outside_pay_moves(policy.pay); });
    pay_term_ = view_of(policy_, step, [this](std::size_t block) -> const PayTerms& { return pay_terms_[block]; });
    plan_hazard_terms(step);
}

bool CountyRun::matters_somewhere(const PolicyStep& step) const {
    return is_so_somewhere(policy_, step, [](const Policy& policy) {
        const bool moves_pay = policy.pay.bonus_months != 0 || policy.pay.long_service ||
                               policy.pay.performance_bonus.fen != 0 ||
                               policy.pay.rank_regime == RankRegime::years_2015;
        return policy.assessment.links_step || policy.assessment.links_grade || policy.motivation.enabled ||
               (policy.pay.enabled && moves_pay);
    });
}

bool CountyRun::conduct_looks_at_training(const PolicyStep& step) const {
    return is_so_somewhere(policy_, step, [](const Policy& policy) { return depends_on_training(policy.conduct); });
}

bool CountyRun::age_matters_somewhere(const PolicyStep& step) const {
    return is_so_somewhere(policy_, step, [](const Policy& policy) {
        return own_pay_moves_with_time(policy.pay) || hazards_move_with_time(policy.retention);
    });
}

// The year's training under the rules in force, anew when they, the year or its methods change.
void CountyRun::plan_courses() {
    courses_.clear();
    for (const Policy& policy : policy_.blocks) {
        courses_.emplace_back(policy.training, county_.lecture_kept(), county_.date().year);
    }
}

// Lessons that are the same for everybody, as soon as their luck and the course are known.
void CountyRun::learn_ahead() {
    const TrainingCourse* course = course_.of_all();
    if (course == nullptr || training_luck_.empty()) {
        lessons_.clear();
    } else {
        staffsim::learn_ahead(*course, training_luck_, lessons_);
    }
    lessons_are_known_ = !lessons_.empty() && !county_.training_places_are_given(county_.date().year);
}

// Phase 0 of a day: the rules of the day take hold.
void CountyRun::switch_policy(Day today) {
    const bool is_first = next_step_ == 0;
    if (!is_first) pay_for_days_away(today);  // under the rules that held until today
    const RulesView<CompetitionRules> before = rules_.competition;
    const RulesView<PayRules> pay_before = rules_.pay;
    const RulesView<TrainingRules> training_before = rules_.training;
    do {
        set_rules(policy_.steps[next_step_++]);
    } while (is_policy_due(today));
    if (is_first) {
        compare_as_on(latest_until(today, comparison_day_));
        turns_.begin(days_of_turns(), today);
    } else {
        turns_.change(days_of_turns(), today);
    }
    if (!is_first) convert_to_ranks(pay_before, rules_.pay, world_);
    // Rules that leave it where it was today change nothing, though staff have changed since it was fixed.
    if (is_first || reach_of_budget(pay_before, world_) != reach_of_budget(rules_.pay, world_)) apply_budget();
    if (!is_start_of_year(county_.date())) plan_rest_of_year(training_before, rules_.training, world_);
    draw_luck();
    learn_ahead();
    service_.adopt(rules_.service, county_);
    for (std::size_t u = 0; u < was_continuous_.size(); ++u) announce_waiting_places(UnitId{u});
    if (!is_first) call_for_waiting_seats(before);
    for (const Unit& unit : county_.units()) {
        for (const PersonId person : unit.members) {
            schedule_retirement(person, county_.today());
            enlist(person);
            county_.touch(person);
        }
    }
}

// Places that fell empty under annual recruitment, when a unit changes to continuous recruitment.
void CountyRun::announce_waiting_places(UnitId unit) {
    const RecruitmentRules& rules = rules_.recruitment.of(unit);
    const bool continuous = rules.mode == RecruitmentMode::continuous;
    const bool changes = continuous && !was_continuous_[unit.value];
    was_continuous_[unit.value] = continuous;
    if (!changes) return;
    for (std::size_t i = 0; i < county_.unit(unit).place_openings.size(); ++i) {
        decide_on_place(rules, world_, intake_, unit);
    }
}

// Seats that fell empty while their ladder was pushed, when it no longer is.
void CountyRun::call_for_waiting_seats(const RulesView<CompetitionRules>& before) {
    for (std::size_t s = 0; s < county_.seats().size(); ++s) {
        const Seat& seat = county_.seats()[s];
        const CompetitionRules& rules = rules_.competition.of(seat.unit);
        const bool waited = seat.opening.exists() && waits_for_push(before.of(seat.unit), county_, SeatId{s});
        if (waited && !waits_for_push(rules, county_, SeatId{s})) ask_for_fill(rules, SeatId{s});
    }
}

void CountyRun::ask_for_fill(const CompetitionRules& rules, SeatId seat) {
    const int days = days_to_decision(rules, world_, seat);
    requests_.about(county_.today() + days, EventKind::fill_seat, county_, seat);
}
// How far the budget for extra pay of townships reaches.
void CountyRun::apply_budget() {
    if (!fix_extra_pay(rules_.pay, world_)) return;
    for (std::size_t u = 0; u < county_.units().size(); ++u) {
        const bool is_township = county_.is_township(UnitId{u});
        for (const PersonId person : county_.units()[u].members) {
            if (is_township || township_worked_in(county_, person)) county_.touch(person);
        }
    }
}
Turns::Days CountyRun::days_of_turns() const {
    Turns::Days days;
    const auto day_of = [&days](Turn turn) -> MonthDay& { return days[static_cast<std::size_t>(turn)].day; };
    const auto step_of = [&days](Turn step, std::size_t round, MonthDay day, std::int32_t years_ahead) {
        days[static_cast<std::size_t>(of_round(step, round))] = {day, years_ahead};
    };
    const RecruitmentRules& recruitment = rules_.recruitment.county_wide();
    day_of(Turn::assessment) = rules_.assessment.county_wide().day;
    day_of(Turn::comparison) = comparison_day_;
    day_of(Turn::push) = rules_.competition.county_wide().push_day;
    day_of(Turn::leadership) = rules_.competition.county_wide().leadership.day;
    day_of(Turn::front_line) = rules_.front_line.county_wide().day;
    day_of(Turn::exchange) = rules_.exchange.county_wide().day;
    day_of(Turn::rank_review) = rules_.pay.county_wide().rank_review;
    day_of(Turn::second_rank_review) = second_rank_review(rules_.pay.county_wide().rank_review);
    day_of(Turn::open_selection) = recruitment.open_selection;
    for (std::size_t round = 0; round < most_rounds; ++round) {
        const RoundDays& of = recruitment.round[round];
        step_of(Turn::announcement, round, of.announcement, of.years_from_announcement());
        step_of(Turn::exam, round, of.exam, of.years_from_exam());
        step_of(Turn::interview, round, of.interview, of.years_from_interview());
        step_of(Turn::entry, round, of.entry, 0);
    }
    return days;
}

Agenda CountyRun::agenda_of_rules() const {
    Agenda agenda;
    for (const Turns::Yearly& yearly : days_of_turns()) agenda.mark(yearly.day);
    agenda.mark_later(rules_.pay.county_wide().rank_review, 6);
    return agenda;
}

}  // namespace staffsim::engine
