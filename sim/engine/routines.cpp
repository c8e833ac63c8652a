// What happens to everybody on set days of the year, after the day's events.

#include <algorithm>

#include "sim/engine/county_run.hpp"

namespace staffsim::engine {

namespace {

constexpr int days_before_month[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

// Day of the year 0..364; 29 February counts as 28 February.
std::uint32_t day_of_year(const CivilDate& date) {
    const int day = date.month == 2 && date.day_of_month == 29 ? 28 : date.day_of_month;
    return static_cast<std::uint32_t>(days_before_month[date.month - 1] + day - 1);
}

}  // namespace

void CountyRun::do_routines(Day today) {
    const CivilDate date = to_civil(today);
    const auto on = [&date](MonthDay day) { return date.month == day.month && date.day_of_month == day.day_of_month; };
    if (date.day_of_month == 1) review_month(today);
    if (on(rules_.assessment.county_wide().day)) assess_all();
    train_todays(today);
    if (on(rules_.pay.county_wide().rank_review)) review_ranks(rules_.pay, world_);
    const RecruitmentRules& recruitment = rules_.recruitment.county_wide();
    if (on(recruitment.entry))
        admit_entrants(rules_.recruitment, world_, entrants_);  // also those promised under other rules
    if (recruitment.mode == RecruitmentMode::annual) {
        if (on(recruitment.announcement)) announce_seats(rules_.recruitment, world_, entrants_);
        if (on(recruitment.open_selection)) hold_open_selection(rules_.recruitment, world_);
    }
    if (on(rules_.front_line.county_wide().day)) plan_front_line(rules_.front_line, world_);
    if (on(rules_.exchange.county_wide().day)) plan_exchange(rules_.exchange, world_);
    catch_up();
}

void CountyRun::review_month(Day today) {
    const CivilDate date = to_civil(today);
    const Day first = to_day({date.year, date.month, 1});
    next_review_ = add_months(first, 1);
    for (std::size_t u = 0; u < county_.units().size(); ++u) {
        const RetentionRules& rules = rules_.retention.of(UnitId{u});
        const double kept = portable_exp(-0.6931471805599453 / 12.0 / rules.prospect_half_life);
        county_.set_recent_openings(UnitId{u}, county_.units()[u].recent_openings * kept);
        pressure_[u] = unit_pressure(rules, world_, UnitId{u});
        for (const PersonId person : county_.units()[u].members) {
            if (known_generation_.size() <= person.value) continue;  // settled today, refreshed when welcomed
            grow_older(person);
            update_rates(pressure_[u], world_, person, next_review_);
        }
    }
}

// What changes without an event: age and years of service, month by month.
void CountyRun::grow_older(PersonId person) {
    const bool pay_changed = refresh_pay(rules_.pay.of(county_, person), world_, person);
    const RetentionRules& rules = rules_.retention.of(county_, person);
    if (pay_changed) {
        refresh_personal_hazards(rules, world_, person);
    } else {
        refresh_hazards_by_age(rules, world_, person);
    }
}

void CountyRun::assess_all() {
    hold_assessment(rules_.assessment, rules_.performance, world_);
    for (const Unit& unit : county_.units()) {
        for (const PersonId person : unit.members) {
            const Result result = county_.record(person).results[2];
            const AssessmentRules& assessment = rules_.assessment.of(county_, person);
            if (!assessment.enabled) continue;
            const bool competent = result == Result::excellent || result == Result::competent;
            if (competent && assessment.links_pay) {
                count_competent_year(rules_.pay.of(county_, person), county_.pay_position(person));
            }
            review_motivation(rules_.motivation.of(county_, person), world_, person);
        }
    }
}

void CountyRun::train_todays(Day today) {
    const CivilDate date = to_civil(today);
    if (date.month == 2 && date.day_of_month == 29) return;
    for (const std::uint32_t slot : training_days_.on(day_of_year(date))) {
        const PersonId person{slot};
        train(rules_.training.of(county_, person), world_, person);
        ++routine_events_;
    }
}

}  // namespace staffsim::engine
