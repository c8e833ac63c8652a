// What happens to everybody on set days of the year, after the day's events.

#include <algorithm>

#include "sim/engine/county_run.hpp"

namespace staffsim::engine {

namespace {

bool is_on(CivilDate date, MonthDay day) { return date.month == day.month && date.day_of_month == day.day_of_month; }

}  // namespace

void CountyRun::do_routines() {
    const CivilDate date = county_.date();
    if (is_start_of_year(date)) {
        plan_training(rules_.training, world_);
        plan_courses();
        learn_ahead();
    }
    if (date.day_of_month == 1) {
        keep_up_borrowing(rules_.exchange, world_);
        end_month();
        serve_the_public(date);
        review_month();
    }
    if (PublicService::begins_week(county_.today())) service_.live_week(rules_.service, world_);
    const bool has_dated = agenda_.is_marked(date);
    const AssessmentRules& assessment = rules_.assessment.county_wide();
    const bool on_county_day = has_dated && assessment.timing == AssessmentTiming::county_day;
    if (on_county_day && is_on(date, assessment.day)) assess_all();
    const bool leap_day = date.month == 2 && date.day_of_month == 29;
    if (!leap_day) {
        const std::uint32_t day = day_of_year(date);
        assess_todays(day);
        train_todays(day);
    }
    if (has_dated) do_dated(date);
    catch_up();
}

// What the county does on days of the calendar that its rules name.
void CountyRun::do_dated(CivilDate date) {
    if (is_rank_review(rules_.pay.county_wide(), date)) review_ranks(rules_.pay, world_);
    if (is_on(date, rules_.competition.county_wide().push_day)) push_people();
    recruit(date);
    if (is_leadership_day(rules_.competition.county_wide().leadership, date)) {
        change_leadership(rules_.competition, world_);
    }
    if (is_on(date, rules_.front_line.county_wide().day)) plan_front_line(rules_.front_line, world_);
    if (is_on(date, rules_.exchange.county_wide().day)) {
        plan_exchange(rules_.exchange, world_);
        rotate_heads(rules_.exchange, world_);
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
void CountyRun::recruit(CivilDate date) {
    const RecruitmentRules& rules = rules_.recruitment.county_wide();
    const auto on = [&date](MonthDay day) { return date.month == day.month && date.day_of_month == day.day_of_month; };
    const bool annual = rules.mode == RecruitmentMode::annual;
    for (std::size_t round = 0; round < most_rounds; ++round) {
        const RoundDays& days = rules.round[round];
        const auto examine = [&] {
            if (on(days.exam)) hold_exams(rules_.recruitment, world_, intake_, round);
            if (on(days.interview)) hold_interviews(rules_.recruitment, rules_.performance, world_, intake_, round);
        };
        examine();
        if (on(days.entry)) admit_entrants(rules_.recruitment, world_, intake_, round);
        if (!annual || static_cast<int>(round) >= rules.rounds_per_year || !on(days.announcement)) continue;
        announce_seats(rules_.recruitment, rules_.performance, world_, intake_, round);
        examine();
    }
    if (on(rules.round[0].entry)) admit_fixed_number(rules_.recruitment, world_);
    if (annual && on(rules.open_selection)) hold_open_selection(rules_.recruitment, world_);
}

// What changes without an event, month by month: the circumstances of units, and people's age and years of service.
// Units where nothing reacts know their hazards for ever.
void CountyRun::review_month() {
    month_ = months_since_start(county_.date());
    const Day next_month = add_months(county_.covariate_day(), 1);
    double half_life = 0, kept = 0;  // the last half-life seen, and what is left after a month
    const std::size_t units = hazards_are_known_ ? 0 : county_.units().size();
    hazards_are_known_ = true;
    for (std::size_t u = 0; u < units; ++u) {
        const RetentionRules& rules = rules_.retention.of(UnitId{u});
        const bool reacts = rules.behaviour || rules_.conduct.of(UnitId{u}).behaviour;
        if (!reacts && hazards_[u].known_until == never) continue;
        hazards_are_known_ = false;
        if (rules.prospect_half_life != half_life) {
            half_life = rules.prospect_half_life;
            kept = portable_exp(-0.6931471805599453 / 12.0 / half_life);
        }
        county_.set_recent_openings(UnitId{u}, county_.units()[u].recent_openings * kept);
        set_pressure(pressure_on(UnitId{u}), world_, UnitId{u}, hazards_[u], reacts ? next_month : never);
    }
    review_people();
}

UnitPressure CountyRun::pressure_on(UnitId unit) const {
    UnitPressure pressure = unit_pressure(rules_.retention.of(unit), world_, unit);
    const ConductRules& conduct = rules_.conduct.of(unit);
    if (conduct.behaviour) {
        pressure.factor[static_cast<std::size_t>(HazardCause::sanction)] = conduct_pressure(conduct, world_, unit);
    }
    return pressure;
}

void CountyRun::review_people() {
    reviewed_.clear();
    for (const Review& review : reviews_[month_]) {
        Known& known = known_[review.person.value];
        const bool is_meant = known.generation == review.generation && known.next_review == month_;
        if (!is_meant || !county_.hot(review.person).in_service) continue;
        known.next_review = 0;
        const PayRules& pay = rules_.pay.of(county_, review.person);
        if (known.reviews_own_pay) {
            refresh_pay(pay, world_, review.person, known_pay_);
        } else {
            refresh_outside_option(pay, world_, review.person);
        }
        reviewed_.push_back(review.person);
    }
    reviews_[month_] = {};
    refresh_hazards(reviewed_);
    for (const PersonId person : reviewed_) plan_next_review(person);
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
    for (const Unit& unit : county_.units()) {
        for (const PersonId person : unit.members) after_assessment(person);
    }
}

void CountyRun::after_assessment(PersonId person) {
    const AssessmentRules& assessment = rules_.assessment.of(county_, person);
    if (!assessment.enabled) return;
    const bool competent = is_competent(county_.record(person).results[2]);
    const bool linked = assessment.links_step || assessment.links_grade;
    const bool counts = competent && linked && !withholds_steps(county_, person);
    const bool gained = counts && count_competent_year(rules_.pay.of(county_, person), county_.pay_position(person),
                                                       assessment.links_step, assessment.links_grade);
    const bool moved = review_motivation(rules_.motivation.of(county_, person), world_, person, stakes(assessment));
    const bool news = changes_pay(rules_.pay.of(county_, person), county_.record(person));
    if (gained || news) {
        county_.touch(person);
    } else if (moved) {
        county_.stir(person);
    }
}

void CountyRun::assess_todays(std::uint32_t day) {
    const std::span<const std::uint32_t> slots = anniversaries_.on(day);
    if (slots.empty()) return;
    assess_on_anniversary(rules_.assessment.county_wide(), rating_, performance_, world_, slots, performance_luck_);
    if (!assessment_matters_) return;
    for (const std::uint32_t slot : slots) {
        if (county_.cold(PersonId{slot}).entry < county_.today()) after_assessment(PersonId{slot});
    }
}

void CountyRun::train_todays(std::uint32_t day) {
    const std::span<const std::uint32_t> slots = training_days_.on(day);
    train(course_, world_, slots, training_luck_, lessons_);
    routine_events_ += slots.size();
    if (!training_moves_conduct_) return;
    refresh_sanction_hazards(slots);
}

// Of people who have been trained.
void CountyRun::refresh_sanction_hazards(std::span<const std::uint32_t> slots) {
    const auto rules = [this](std::uint32_t slot) -> const ConductRules& {
        return rules_.conduct.of(county_, PersonId{slot});
    };
    for (const std::uint32_t slot : slots) {
        if (depends_on_training(rules(slot))) expect_sanction_factor(rules(slot), world_, PersonId{slot}, stale_);
    }
    stale_.settle();
    for (const std::uint32_t slot : slots) {
        if (!depends_on_training(rules(slot))) continue;
        set_sanction_hazard(rules(slot), world_, PersonId{slot});
        update_rate(hazards_, world_, PersonId{slot}, HazardCause::sanction);
    }
}

}  // namespace staffsim::engine
