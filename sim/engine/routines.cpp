// What happens to everybody on set days of the year, after the day's events.

#include <algorithm>

#include "sim/engine/county_run.hpp"
#include "sim/model/fetch.hpp"

namespace staffsim::engine {

namespace {

// What an assessment brings about for people under these rules.
class Consequences {
  public:
    Consequences(const AssessmentRules& assessment, const PayRules& pay, const MotivationRules& motivation)
        : assessment_(assessment),
          pay_(pay),
          motivation_(motivation),
          stakes_(stakes(assessment, pay.bonus_needs_competent_year)) {}

    void follow(World& world, PersonId person) const {
        County& county = world.county;
        if (!assessment_.enabled) return go_without(world, person);
        const Result result = county.record(person).results[2];
        const bool gained = is_competent(result) && count_year(county, person);
        const bool moved = review_motivation(motivation_, world, person, {stakes_, result});
        if (gained || changes_pay(pay_, county.record(person))) {
            county.touch(person);
        } else if (moved) {
            county.stir(person);
        }
    }

  private:
    // A year without assessment: nothing hangs on results, there is no new one, and a bar lasts no longer than a year.
    void go_without(World& world, PersonId person) const {
        world.county.set_barred(person, false);
        if (review_motivation(motivation_, world, person, {})) world.county.stir(person);
    }

    // A sanction in force withholds pay grades, a demerit or worse also steps. Whether the year brought either.
    bool count_year(County& county, PersonId person) const {
        const bool sanctioned = county.is_sanctioned(person);
        const bool for_step = assessment_.links_step && !(sanctioned && withholds_steps(county, person));
        PayState& pay = county.pay_position(person);
        const bool for_grade =
            assessment_.links_grade && !sanctioned && pay.grades < highest_grades(pay_, pay, county.post_of(person));
        return count_competent_year(pay_, pay, for_step, for_grade);
    }

    const AssessmentRules& assessment_;
    const PayRules& pay_;
    const MotivationRules& motivation_;
    double stakes_;
};

}  // namespace

void CountyRun::do_routines() {
    const CivilDate date = county_.date();
    if (is_start_of_year(date)) {
        plan_training(rules_.training, world_);
        plan_courses();
        learn_ahead();
    }
    if (date.day_of_month == 1) {
        keep_up_borrowing(rules_.exchange, world_, borrowing_order_);
        end_month();
        serve_the_public(date);
        review_month();
    }
    if (PublicService::begins_week(county_.today())) service_.live_week(rules_.service, world_);
    const bool has_dated = agenda_.is_marked(date) || turns_.have_changed(county_.today());
    if (has_dated) assess_and_compare();
    const bool leap_day = date.month == 2 && date.day_of_month == 29;
    if (!leap_day) {
        const std::uint32_t day = day_of_year(date);
        assess_todays(day);
        train_todays(day);
    }
    if (has_dated) do_dated();
    catch_up();
}

bool CountyRun::is_turn(Turn turn) { return turns_.take(turn, county_.today(), county_.date()); }

void CountyRun::assess_and_compare() {
    if (is_turn(Turn::assessment) && !assesses_on_anniversaries()) {
        assess_all();
        apply_budget();
    }
    if (is_turn(Turn::comparison)) compare_with_outside();
}

// What the county does on days of the calendar that its rules name.
void CountyRun::do_dated() {
    review_ranks();
    if (is_turn(Turn::push)) push_people();
    recruit();
    if (is_turn(Turn::leadership)) change_leadership(rules_.competition, world_);
    if (is_turn(Turn::front_line)) plan_front_line(rules_.front_line, world_);
    if (is_turn(Turn::exchange)) {
        plan_exchange(rules_.exchange, world_);
        rotate_heads(rules_.exchange, world_);
    }
}

void CountyRun::review_ranks() {
    const bool first = is_turn(Turn::rank_review), second = is_turn(Turn::second_rank_review);
    if (first || (second && rules_.pay.county_wide().rank_reviews_per_year > 1)) {
        staffsim::review_ranks(rules_.pay, world_);
    }
}

// The plan of a year is made on its first day, or on that of the run.
bool CountyRun::is_start_of_year(CivilDate date) const {
    return (date.month == 1 && date.day_of_month == 1) || county_.today() == start_;
}

// What a month of training and education leaves behind; before hazards look at it.
void CountyRun::end_month() {
    review_climate(rules_.conduct, world_);
    end_training_month(rules_.training, world_);
    review_cases(rules_.conduct, world_);
}

// What is under way goes on also under other rules than those it began under; a seat announced today is looked at again
// when the exam is today too.
void CountyRun::recruit() {
    const RecruitmentRules& rules = rules_.recruitment.county_wide();
    const bool annual = rules.mode == RecruitmentMode::annual;
    bool entered = false, entered_first = false;  // somebody may have; the first round's day has come
    for (std::size_t round = 0; round < most_rounds; ++round) {
        const bool exam = is_turn(of_round(Turn::exam, round)), interview = is_turn(of_round(Turn::interview, round));
        const auto examine = [&] {
            if (exam) hold_exams(rules_.recruitment, world_, intake_, round);
            if (interview) hold_interviews(rules_.recruitment, rules_.performance, world_, intake_, round);
        };
        examine();
        if (is_turn(of_round(Turn::entry, round))) {
            if (admit_entrants(rules_.recruitment, world_, intake_, round)) entered = true;
            if (round == 0) entered = entered_first = true;
        }
        const bool announces = is_turn(of_round(Turn::announcement, round));
        if (!announces || !annual || static_cast<int>(round) >= rules.rounds_per_year) continue;
        announce_seats(rules_.recruitment, rules_.performance, world_, intake_,
                       {turns_.year_of_last(of_round(Turn::announcement, round)), round});
        examine();
    }
    if (entered_first) admit_fixed_number(rules_.recruitment, world_);
    const bool selects = rules.mode != RecruitmentMode::fixed_number;
    if (is_turn(Turn::open_selection) && selects) hold_open_selection(rules_.recruitment, world_, intake_);
    if (entered) apply_budget();
}

void CountyRun::review_people() {
    reviewed_.clear();
    reviewed_pay_.clear();
    for (const Review& review : reviews_[month_]) {
        Known& known = known_[review.person.value];
        const bool is_meant = known.generation == review.generation && known.next_review == month_;
        if (!is_meant || !county_.hot(review.person).in_service) continue;
        known.next_review = 0;
        if (known.reviews_own_pay) reviewed_pay_.push_back(review.person);
        reviewed_.push_back(review.person);
    }
    reviews_[month_] = {};
    pay_.all(pay_term_, world_, reviewed_pay_);
    refresh_hazards(reviewed_);
    if (!age_matters_) return;
    for (const PersonId person : reviewed_) {
        if (!know_next_changes(person)) plan_next_review(person);
    }
}

// People compare their pay with what they could have outside once a year, as in the middle of the year that begins.
void CountyRun::compare_as_on(Day day) {
    constexpr std::int32_t half_a_year = 6;
    county_.set_outside_as_of(add_months(day, half_a_year));
}

void CountyRun::compare_with_outside() {
    compare_as_on(county_.today());
    if (!outside_pay_moves_) return;
    for (const Unit& unit : county_.units()) pay_.outside_options(pay_term_, world_, unit.members);
}

// At the turn of a month: what has been seen of the service, before people react to it.
void CountyRun::serve_the_public(CivilDate date) {
    if (date.month % 3 == 1) service_.begin_quarter(rules_.service, county_);
    service_.publish(rules_.service, world_);
}

void CountyRun::push_people() {
    for (const PersonId person : push_up(rules_.competition, world_)) {
        win_promotion(rules_.motivation.of(county_, person), world_, person);
    }
}

void CountyRun::assess_all() {
    hold_assessment(rules_.assessment, rules_.performance, world_);
    const AssessmentRules* assessment = rules_.assessment.of_all();
    const PayRules* pay = rules_.pay.of_all();
    const MotivationRules* motivation = rules_.motivation.of_all();
    const bool same_for_all = assessment != nullptr && pay != nullptr && motivation != nullptr;
    const auto each_member = [this](auto follow) {
        for (const Unit& unit : county_.units()) {
            for (std::size_t i = 0; i < unit.members.size(); ++i) {
                const PersonId soon = ahead(unit.members, i);
                fetch(county_.record(soon), county_.pay(soon), county_.traits(soon));
                follow(unit.members[i]);
            }
        }
    };
    if (!same_for_all) return each_member([this](PersonId person) { after_assessment(person); });
    const Consequences consequences(*assessment, *pay, *motivation);
    each_member([&](PersonId person) { consequences.follow(world_, person); });
}

void CountyRun::after_assessment(PersonId person) {
    const Consequences consequences(rules_.assessment.of(county_, person), rules_.pay.of(county_, person),
                                    rules_.motivation.of(county_, person));
    consequences.follow(world_, person);
}

void CountyRun::assess_todays(std::uint32_t day) {
    const std::span<const std::uint32_t> slots = anniversaries_.on(day);
    if (slots.empty()) return;
    assess_on_anniversary(anniversary_, world_, slots, performance_luck_);
    if (!assessment_matters_) return;
    for (const std::uint32_t slot : slots) {
        if (county_.cold(PersonId{slot}).entry < county_.today()) after_assessment(PersonId{slot});
    }
}

void CountyRun::train_todays(std::uint32_t day) {
    const std::span<const std::uint32_t> slots = training_days_.on(day);
    routine_events_ += slots.size();
    if (lessons_are_known_) {
        train_as_known(*course_.of_all(), county_, slots, lessons_);
    } else {
        train(course_, world_, slots, training_luck_);
    }
    if (!training_moves_conduct_) return;
    refresh_sanction_hazards(slots);
}

}  // namespace staffsim::engine
