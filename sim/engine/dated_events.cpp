// What happens to one person, seat or unit on a date of the calendar.

#include "sim/engine/county_run.hpp"

namespace staffsim::engine {

void CountyRun::handle(const kernel::Event& event) {
    handling_ = event.kind;
    if (event.kind == static_cast<std::uint32_t>(EventKind::fill_seat)) filling_ = OrderKey{&county_}(event);
    const auto kind = static_cast<EventKind>(event.kind);
    if (kind == EventKind::fill_seat) {
        const SeatId seat{event.entity};
        if (county_.seat(seat).generation == event.generation && !county_.seat(seat).holder.exists()) handle_fill(seat);
    } else if (kind == EventKind::recruit_arrival) {
        const UnitId unit{event.entity};
        continuous_arrival(rules_.recruitment.of_entrant(unit, county_.today()), world_, intake_, unit);
    } else if (kind == EventKind::institution_refill) {
        county_.refill_institution_hand(UnitId{event.entity});
    } else if (county_.hot(PersonId{event.entity}).generation == event.generation) {
        handle_person(kind, PersonId{event.entity});
    }
    catch_up();
    handling_ = no_kind;
}

void CountyRun::handle_person(EventKind kind, PersonId person) {
    const Day today = county_.today();
    switch (kind) {
        case EventKind::first_year_end:
            county_.count(person, Flow::first_years_completed);
            break;
        case EventKind::minimum_service_end:
            county_.count(person, Flow::minimum_service_ended);
            county_.stir(person);
            break;
        case EventKind::probation_end: {
            const ProbationEnd end = end_of_probation(rules_.recruitment.of(county_, person), world_, person);
            if (end == ProbationEnd::quit) county_.count(person, Flow::quit_on_probation);
            if (end == ProbationEnd::quit || end == ProbationEnd::failed)
                return county_.leave(person, ExitCause::failed_probation);
            if (end == ProbationEnd::passed) county_.end_probation(person);
            break;
        }
        case EventKind::assignment_end: {
            const bool still_away =
                county_.hot(person).assignment != Assignment::home && county_.cold(person).assignment_until == today;
            if (still_away) end_assignment(rules_.exchange.county_wide(), world_, person);
            break;
        }
        case EventKind::trial_end: {
            const bool still_on_trial = county_.hot(person).on_trial && county_.cold(person).trial.until == today;
            if (still_on_trial) end_trial(rules_.competition.of(county_, person), world_, person);
            break;
        }
        case EventKind::settled_in:
            end_settling_in(world_, person);
            break;
        case EventKind::retirement: {
            const PersonCold& cold = county_.cold(person);
            if (county_.retirement(person) > today) break;
            const Day statutory = statutory_retirement(rules_.retention.of(county_, person), cold.sex, cold.birth);
            const bool early = statutory > today;
            if (early && county_.may_not_leave(person)) return retire_when_free(person, statutory);
            if (early) county_.count(person, Flow::retired_flexibly);
            return county_.leave(person, ExitCause::retirement);
        }
        case EventKind::misconduct_found:
            open_inquiry(rules_.conduct.of(county_, person), world_, person);
            break;
        case EventKind::inquiry_end: {
            const bool dismissed = close_inquiry(rules_.conduct.of(county_, person), world_, person);
            if (dismissed) county_.leave(person, ExitCause::dismissal);
            break;
        }
        case EventKind::dismissal:
            county_.leave(person, ExitCause::dismissal);
            break;
        case EventKind::find_seat:
            take_empty_seat_of_own_level(world_, person);
            break;
        default:
            handle_hazard(static_cast<HazardCause>(static_cast<std::uint32_t>(kind) -
                                                   static_cast<std::uint32_t>(EventKind::hazard_resignation)),
                          person);
    }
}

// Who has chosen an earlier day, but may not leave of own will on it, goes as soon as that ends.
void CountyRun::retire_when_free(PersonId person, Day statutory) {
    const Day free = std::max(county_.hot(person).minimum_service_until, county_.inquiry_until(person));
    const Day day = std::min(std::max(free, county_.today() + 1), statutory);
    county_.set_retirement(person, day);
    requests_.about(day, EventKind::retirement, county_, person);
}

// The event is stale when the rate has changed since it was made.
void CountyRun::handle_hazard(HazardCause cause, PersonId person) {
    const UnitHazards& hazards = hazards_[county_.hot(person).unit];
    if (!hazards.is_due(county_.leaving(person), cause, county_.today())) return;
    switch (cause) {
        case HazardCause::resignation:
            return county_.leave(person, ExitCause::resignation);
        case HazardCause::early_retirement:
            return county_.leave(person, ExitCause::early_retirement);
        case HazardCause::death:
            return county_.leave(person, ExitCause::death);
        case HazardCause::moved_above:
            return try_to_move_above(person);
        case HazardCause::sanction:
            return do_wrong(person);
    }
}

void CountyRun::try_to_move_above(PersonId person) {
    if (!county_.may_be_moved(person)) return begin_anew(world_, person, HazardCause::moved_above);
    if (moved_above_this_year_ < rules_.retention.county_wide().moved_above_seats) {
        ++moved_above_this_year_;
        return county_.leave(person, ExitCause::moved_above);
    }
    county_.count(person, Flow::moves_refused);
    begin_anew(world_, person, HazardCause::moved_above);
}

// Hidden at first; without behaviour punished at once.
void CountyRun::do_wrong(PersonId person) {
    const ConductRules& rules = rules_.conduct.of(county_, person);
    if (rules.behaviour) {
        commit_misconduct(rules, world_, person);
    } else if (impose_sanction(rules, world_, person)) {
        return county_.leave(person, ExitCause::dismissal);
    }
    begin_anew(world_, person, HazardCause::sanction);
}

void CountyRun::handle_fill(SeatId seat) {
    const UnitId unit = county_.seat(seat).unit;
    if (waits_for_push(rules_.competition.of(unit), county_, seat)) return;
    const FillOutcome outcome = fill_seat(rules_.competition.of(unit), rules_.performance.of(unit), world_, seat);
    if (outcome.from_outside) {
        admit_to_seat(rules_.recruitment.of_entrant(unit, county_.today()), world_, seat);
        return;
    }
    if (outcome.winner.exists()) win_promotion(rules_.motivation.of(unit), world_, outcome.winner);
    for (const PersonId loser : outcome.losers) lose_competition(rules_.motivation.of(county_, loser), world_, loser);
    if (!county_.seat(seat).holder.exists()) recruit_behind(seat);
}

// A seat that nobody can take keeps no place empty: under continuous recruitment a recruit comes early for it, once.
void CountyRun::recruit_behind(SeatId id) {
    const Seat& seat = county_.seat(id);
    const RecruitmentRules& rules = rules_.recruitment.of(seat.unit);
    if (rules.mode != RecruitmentMode::continuous || recruited_behind_[id.value] == seat.opening) return;
    if (decide_on_place(rules, world_, intake_, seat.unit)) recruited_behind_[id.value] = seat.opening;
}

}  // namespace staffsim::engine
