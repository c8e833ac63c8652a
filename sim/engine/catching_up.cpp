// After something happened: newcomers get dates and spells, the touched pay and hazards, openings somebody who fills
// them.

#include "sim/engine/county_run.hpp"

#include <algorithm>
#include <utility>

namespace staffsim::engine {

void CountyRun::hear_the_news() {
    ++news_;
    if (county_.has_homecomings()) settle_homecomings();
    if (county_.has_movers()) settle_in_movers();
    for (county_.take_touched(touched_); !touched_.empty(); county_.take_touched(touched_)) {
        meet_touched();
        // As many at a time as the nearest memory holds: each step looks at the same people again.
        constexpr std::size_t at_a_time = 64;
        for (std::size_t from = 0; from < touched_.size(); from += at_a_time) {
            const auto people = std::span(touched_).subspan(from, std::min(at_a_time, touched_.size() - from));
            pay_.all(pay_term_, world_, people);
            refresh_hazards(people);
            if (!age_matters_) continue;
            for (const PersonId person : people) {
                if (!know_next_changes(person)) plan_next_review(person);
            }
        }
    }
    county_.take_stirred(stirred_);
    if (!stirred_.empty()) {
        std::erase_if(stirred_,
                      [this](PersonId person) { return !county_.hot(person).in_service || has_been_heard(person); });
        refresh_hazards(stirred_);
    }
    county_.hand_out_new_openings([this](OpeningId opening) { answer_opening(opening); });
    requests_.hand_out([this](const Request& request) { schedule(request); });
}

// Bids farewell to those of the touched who have left, and takes note of the others.
void CountyRun::meet_touched() {
    std::size_t here = 0;
    for (const PersonId person : touched_) {
        const PersonHot& hot = county_.hot(person);
        if (!hot.in_service) {
            bid_farewell(person);
            continue;
        }
        touched_[here++] = person;
        const bool is_known = person.value < known_.size() && known_[person.value].generation == hot.generation;
        if (!is_known) welcome(person);
        Known& known = known_[person.value];
        known.heard = news_;
        if (known.unit == hot.unit) continue;
        // The retirement age may be another one in the new unit.
        known.unit = hot.unit;
        known.step = look_anew;
        schedule_retirement(person, county_.today() + 1);
    }
    touched_.resize(here);
}

// Whether a person's hazards are fresh since the news began; from now on they are.
bool CountyRun::has_been_heard(PersonId person) { return std::exchange(known_[person.value].heard, news_) == news_; }

// Of whoever has left for good only the money is settled.
void CountyRun::settle_homecomings() {
    const ExchangeRules& exchange = rules_.exchange.county_wide();
    const FrontLineRules& front_line = rules_.front_line.county_wide();
    for (county_.take_homecomings(homecomings_); const Homecoming& home : homecomings_) {
        pay_for_stay(exchange, front_line, county_, home.stay, stays_paid_until_, county_.today());
        if (county_.hot(home.person).generation != home.generation) continue;
        const double burden = settle_stay(exchange, front_line, world_, home.person, home.stay);
        if (burden <= 0) continue;
        bear_family_burden(rules_.motivation.of(county_, home.person), world_, home.person, burden);
    }
}

// For the days before `day`.
void CountyRun::pay_for_days_away(Day day) {
    pay_for_stays(rules_.exchange.county_wide(), rules_.front_line.county_wide(), county_, stays_paid_until_, day);
    stays_paid_until_ = day;
}

void CountyRun::settle_in_movers() {
    for (county_.take_moved(moved_); const PersonId person : moved_) {
        if (county_.hot(person).in_service) begin_settling_in(rules_.performance.of(county_, person), world_, person);
    }
}

void CountyRun::welcome(PersonId person) {
    if (person.value >= known_.size()) known_.resize(std::max<std::size_t>(person.value + 1, county_.people().size()));
    known_[person.value] = Known{};
    known_[person.value].generation = county_.hot(person).generation;
    known_[person.value].unit = county_.hot(person).unit;
    const std::uint32_t training = enlist(person);
    schedule_retirement(person, county_.today());
    if (county_.cold(person).entry != county_.today()) return;
    draw_luck_of_newcomer(person, training >= day_of_year(county_.date()));
}

void CountyRun::bid_farewell(PersonId person) {
    training_days_.leave(person.value);
    anniversaries_.leave(person.value);
}

// Puts a person on the lists of days that the rules say.
std::uint32_t CountyRun::enlist(PersonId person) {
    const PersonCold& cold = county_.cold(person);
    const bool is_newcomer = cold.entry == county_.today();
    const std::uint32_t anniversary = day_of_year(is_newcomer ? county_.date() : to_civil(cold.entry));
    const std::uint32_t training = training_day(rules_.training.of(county_, person), draws_, cold.key, anniversary);
    training_days_.join(person.value, training);
    if (assesses_on_anniversaries()) {
        anniversaries_.join(person.value, anniversary);
    } else {
        anniversaries_.leave(person.value);
    }
    return training;
}

std::uint32_t CountyRun::months_since_start(CivilDate date) const {
    const CivilDate began = to_civil(start_);
    return static_cast<std::uint32_t>((date.year - began.year) * 12 + date.month - began.month);
}

// The first month of the run that begins on a day or later.
std::uint32_t CountyRun::first_month_from(Day day) const {
    constexpr std::int32_t longest_month = 31;
    std::size_t month = static_cast<std::size_t>((day - month_begins_.front()) / longest_month);
    while (month_begins_[month] < day) ++month;
    return static_cast<std::uint32_t>(month);
}

// Whether all that days of change depend on is as it was when they were found, and none of them has passed.
bool CountyRun::know_next_changes(PersonId person) const {
    const Known& known = known_[person.value];
    const bool depend_on_the_same =
        known.step == static_cast<std::uint16_t>(next_step_) && known.tier_since == county_.cold(person).tier_since;
    return depend_on_the_same && county_.covariate_day() < known.next_change;
}

// Those that have passed; all of them after a change of what they depend on.
void CountyRun::find_next_changes(PersonId person) {
    Known& known = known_[person.value];
    const Day tier_since = county_.cold(person).tier_since;
    const auto step = static_cast<std::uint16_t>(next_step_);
    if (known.step != step || known.tier_since != tier_since) {
        known.step = step;
        known.tier_since = tier_since;
        known.own_pay = known.hazards = county_.covariate_day();
    }
    const auto has_passed = [this](Day day) { return day <= county_.covariate_day(); };
    if (has_passed(known.own_pay)) {
        known.own_pay = next_own_pay_change(rules_.pay.of(county_, person), county_, person);
    }
    if (has_passed(known.hazards)) {
        known.hazards = next_hazard_change(term_.of(county_, person).leaving, county_, person);
    }
}

void CountyRun::plan_next_review(PersonId person) {
    find_next_changes(person);
    Known& known = known_[person.value];
    const Day next = std::min(known.own_pay, known.hazards);
    constexpr std::int32_t longest_month = 31;
    known.reviews_own_pay = known.own_pay <= next + longest_month;
    if (next == known.next_change) return;
    known.next_change = next;
    if (next >= end_) return;
    const std::uint32_t month = first_month_from(next);
    if (month == known.next_review) return;
    known.next_review = static_cast<std::uint16_t>(month);
    reviews_[month].push_back({person, known.generation});
}

// Whoever is past the age retires on `earliest`.
void CountyRun::schedule_retirement(PersonId person, Day earliest) {
    const RetentionRules& rules = rules_.retention.of(county_, person);
    const PersonCold& cold = county_.cold(person);
    Day planned = rules.retirement ? planned_retirement(rules, draws_, cold) : never;
    // Whoever was still there on the first day had not retired before.
    if (planned < start_) planned = statutory_retirement(rules, cold.sex, cold.birth);
    if (std::max(planned, county_.today()) == county_.retirement(person)) return;
    const Day day = std::max(planned, earliest);
    county_.set_retirement(person, day);
    requests_.about(day, EventKind::retirement, county_, person);
}

void CountyRun::answer_opening(OpeningId id) {
    const Opening& opening = county_.opening(id);
    if (opening.seat.exists()) {
        const CompetitionRules& rules = rules_.competition.of(opening.unit);
        if (!waits_for_push(rules, county_, opening.seat)) ask_for_fill(rules, opening.seat);
    } else if (rules_.recruitment.of(opening.unit).mode == RecruitmentMode::continuous) {
        decide_on_place(rules_.recruitment.of(opening.unit), world_, intake_, opening.unit);
    }
}

// Kinds before the one that is handled; of seats, those before the one that is filled, as where somebody moves to an
// equal post.
bool CountyRun::has_had_its_turn(const kernel::Event& event) const {
    if (event.kind != static_cast<std::uint32_t>(EventKind::fill_seat) || event.kind != handling_)
        return event.kind < handling_;
    return OrderKey{&county_}(event) < filling_;
}

// An event for today whose turn has passed is handled tomorrow; one after the end never.
void CountyRun::schedule(const Request& request) {
    const auto kind = static_cast<std::uint32_t>(request.kind);
    Day day = std::max(request.day, calendar_.today());
    const bool day_is_running = handling_ != no_kind;
    if (day_is_running && day == calendar_.today() && has_had_its_turn({day, request.entity, request.generation, kind}))
        day = day + 1;
    if (day < end_) calendar_.schedule({day, request.entity, request.generation, kind});
}

}  // namespace staffsim::engine
