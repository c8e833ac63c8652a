#include "sim/engine/county_run.hpp"

#include <algorithm>
#include <limits>

namespace staffsim::engine {

namespace {

template <class R>
RulesView<R> view(const PolicyTimeline& policy, const PolicyStep& step, R Policy::*family) {
    std::vector<const R*> by_unit;
    by_unit.reserve(step.block_of_unit.size());
    for (const std::size_t block : step.block_of_unit) by_unit.push_back(&(policy.blocks[block].*family));
    return {std::move(by_unit), &(policy.blocks[step.county_block].*family)};
}

constexpr Day never{std::numeric_limits<std::int32_t>::max()};

}  // namespace

std::uint64_t CountyRun::OrderKey::operator()(const kernel::Event& event) const {
    switch (static_cast<EventKind>(event.kind)) {
        case EventKind::fill_seat: {  // the highest posts first, so that a chain runs down within a day
            const Seat& seat = county->seat(SeatId{event.entity});
            const auto tier = static_cast<std::uint64_t>(county->post_type(seat.post).tier);
            return ((255 - tier) << 56) | (seat.key.value >> 8);
        }
        case EventKind::recruit_arrival:
            return county->unit(UnitId{event.entity}).key.value;
        default:
            return county->cold(PersonId{event.entity}).key.value;
    }
}

CountyRun::CountyRun(const CountyPlan& plan, const PolicyTimeline& policy, RandomKey key, Day start)
    : plan_(plan),
      policy_(policy),
      draws_(key),
      county_(plan, start),
      world_{county_, draws_, {}, entity_key(plan.id), requests_},
      calendar_(start, OrderKey{&county_}),
      pressure_(plan.units.size()),
      next_review_(start),
      was_continuous_(plan.units.size(), true) {
    switch_policy(start);
    begin_calendar_year(year_of(start));
}

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
    rules_.motivation = view(policy_, step, &Policy::motivation);
    rules_.performance = view(policy_, step, &Policy::performance);
    rules_.environment = &policy_.blocks[step.county_block].environment;
}

// Phase 0 of a day: the rules of the day take hold.
void CountyRun::switch_policy(Day today) {
    bool switched = false;
    while (next_step_ < policy_.steps.size() && (next_step_ == 0 || policy_.steps[next_step_].from <= today)) {
        set_rules(policy_.steps[next_step_++]);
        switched = true;
    }
    if (!switched) return;
    for (std::size_t u = 0; u < was_continuous_.size(); ++u) announce_waiting_places(UnitId{u});
    for (const Unit& unit : county_.units()) {
        for (const PersonId person : unit.members) {
            schedule_retirement(person);
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
        requests_.about(county_.today() + rules.lead_days, EventKind::recruit_arrival, unit);
    }
}

void CountyRun::begin_calendar_year(std::int32_t year) {
    world_.shocks = shocks_of_year(*rules_.environment, draws_, world_.county_key, year);
    moved_above_this_year_ = 0;
}

void CountyRun::finish_settling() {
    county_.open_initial_vacancies();
    for (const Unit& unit : county_.units()) {
        for (const PersonId person : unit.members) county_.touch(person);
    }
    review_month(county_.today());
    catch_up();
    county_.settle_ledgers(county_.today());
    county_.begin_year(year_of(county_.today()));
}

void CountyRun::run(int years, Sink& sink) {
    const Day start = calendar_.today();
    if (sink.wants_facts()) county_.listen(&facts_);
    for (int year = 0; year < years; ++year) {
        const Day end = add_years(start, year + 1);
        while (calendar_.today() < end) live_day(calendar_.today());
        end_year(static_cast<std::size_t>(year), sink);
    }
    county_.listen(nullptr);
}

void CountyRun::live_day(Day today) {
    county_.begin_day(today);
    const CivilDate date = to_civil(today);
    if (date.month == 1 && date.day_of_month == 1) begin_calendar_year(date.year);
    switch_policy(today);
    catch_up();
    calendar_.run_day([this](const kernel::Event& event) { handle(event); });
    do_routines(today);
}

void CountyRun::end_year(std::size_t index, Sink& sink) {
    county_.settle_ledgers(calendar_.today());
    for (const Exposure& exposure : county_.tally().exposure) person_days_ += exposure.person_days;
    take_stocks(rules_.competition, county_);
    check_gates(county_);
    if (sink.wants_facts()) {
        sink.on_facts(facts_, county_);
        facts_.clear();
    }
    sink.on_year(index, county_);
    county_.begin_year(county_.tally().year + 1);
}

// --- events

void CountyRun::handle(const kernel::Event& event) {
    handling_ = event.kind;
    const auto kind = static_cast<EventKind>(event.kind);
    if (kind == EventKind::fill_seat) {
        const SeatId seat{event.entity};
        if (county_.seat(seat).generation == event.generation && !county_.seat(seat).holder.exists()) handle_fill(seat);
    } else if (kind == EventKind::recruit_arrival) {
        const UnitId unit{event.entity};
        continuous_arrival(rules_.recruitment.of(unit), world_, unit);
    } else if (county_.hot(PersonId{event.entity}).generation == event.generation) {
        handle_person(kind, PersonId{event.entity});
    }
    catch_up();
    handling_ = no_kind;
}

void CountyRun::handle_person(EventKind kind, PersonId person) {
    const Day today = county_.today();
    switch (kind) {
        case EventKind::minimum_service_end:
            county_.touch(person);
            break;
        case EventKind::probation_end: {
            const RecruitmentRules& rules = rules_.recruitment.of(county_, person);
            const bool failed =
                draws_.chance({county_.cold(person).key, +Purpose::failed_probation}, rules.failed_probation);
            if (failed) return county_.leave(person, ExitCause::failed_probation);
            county_.end_probation(person);
            break;
        }
        case EventKind::assignment_end: {
            const bool still_away =
                county_.hot(person).assignment != Assignment::home && county_.cold(person).assignment_until == today;
            if (still_away)
                end_assignment(rules_.exchange.county_wide(), rules_.front_line.county_wide(), world_, person);
            break;
        }
        case EventKind::retirement:
            if (county_.cold(person).retirement <= today) county_.leave(person, ExitCause::retirement);
            break;
        case EventKind::dismissal:
            county_.leave(person, ExitCause::dismissal);
            break;
        default:
            handle_hazard(static_cast<HazardCause>(static_cast<std::uint32_t>(kind) -
                                                   static_cast<std::uint32_t>(EventKind::hazard_resignation)),
                          person);
    }
}

// The event is stale when the rate has changed since it was made.
void CountyRun::handle_hazard(HazardCause cause, PersonId person) {
    const kernel::Spell& spell = county_.leaving(person).spell[static_cast<std::size_t>(cause)];
    if (!spell.is_due_by(county_.today())) return;
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
            return suffer_sanction(person);
    }
}

void CountyRun::try_to_move_above(PersonId person) {
    if (moved_above_this_year_ < rules_.retention.county_wide().moved_above_seats) {
        ++moved_above_this_year_;
        return county_.leave(person, ExitCause::moved_above);
    }
    county_.count(person, Flow::moves_refused);
    ++county_.leaving(person).spell_number[static_cast<std::size_t>(HazardCause::moved_above)];
    begin_spell(world_, person, HazardCause::moved_above);
    county_.touch(person);
}

void CountyRun::suffer_sanction(PersonId person) {
    if (impose_sanction(rules_.conduct.of(county_, person), world_, person)) {
        return county_.leave(person, ExitCause::dismissal);
    }
    ++county_.leaving(person).spell_number[static_cast<std::size_t>(HazardCause::sanction)];
    begin_spell(world_, person, HazardCause::sanction);
}

void CountyRun::handle_fill(SeatId seat) {
    const UnitId unit = county_.seat(seat).unit;
    const FillOutcome outcome = fill_seat(rules_.competition.of(unit), rules_.performance.of(unit), world_, seat);
    if (outcome.winner.exists()) win_promotion(rules_.motivation.of(unit), world_, outcome.winner);
    for (const PersonId loser : outcome.losers) lose_competition(rules_.motivation.of(county_, loser), world_, loser);
}

// --- catching up

void CountyRun::catch_up() {
    for (std::vector<PersonId> touched = county_.take_touched(); !touched.empty(); touched = county_.take_touched()) {
        for (const PersonId person : touched) {
            if (!county_.hot(person).in_service) {
                if (person.value < on_training_list_.size() && on_training_list_[person.value]) {
                    training_days_.leave(person.value);
                    on_training_list_[person.value] = false;
                }
                continue;
            }
            if (person.value >= known_generation_.size() ||
                known_generation_[person.value] != county_.hot(person).generation) {
                welcome(person);
            }
            refresh(person);
        }
    }
    for (const OpeningId opening : county_.take_new_openings()) answer_opening(opening);
    for (const Request& request : requests_.take()) schedule(request);
}

void CountyRun::welcome(PersonId person) {
    if (person.value >= known_generation_.size()) {
        known_generation_.resize(person.value + 1, 0);
        on_training_list_.resize(person.value + 1, false);
    }
    known_generation_[person.value] = county_.hot(person).generation;
    if (on_training_list_[person.value]) training_days_.leave(person.value);
    training_days_.join(person.value, training_day(county_.cold(person).key));
    on_training_list_[person.value] = true;
    begin_spells(world_, person);
    schedule_retirement(person);
}

void CountyRun::refresh(PersonId person) {
    refresh_pay(rules_.pay.of(county_, person), world_, person);
    refresh_personal_hazards(rules_.retention.of(county_, person), world_, person);
    refresh_sanction_hazard(rules_.conduct.of(county_, person), world_, person);
    update_rates(pressure_[county_.hot(person).unit], world_, person, next_review_);
}

void CountyRun::schedule_retirement(PersonId person) {
    const RetentionRules& rules = rules_.retention.of(county_, person);
    const PersonCold& cold = county_.cold(person);
    const Day statutory = statutory_retirement(rules, cold.sex, cold.birth);
    const Day day = rules.retirement ? std::max(statutory, county_.today()) : never;
    if (day == cold.retirement) return;
    county_.set_retirement(person, day);
    if (day != never) requests_.about(day, EventKind::retirement, county_, person);
}

void CountyRun::answer_opening(OpeningId id) {
    const Opening& opening = county_.opening(id);
    if (opening.seat.exists()) {
        const Ladder ladder = county_.post_type(county_.seat(opening.seat).post).ladder;
        const LadderRules& rules = rules_.competition.of(opening.unit).ladder[static_cast<std::size_t>(ladder)];
        requests_.about(county_.today() + rules.lead_days, EventKind::fill_seat, county_, opening.seat);
    } else if (rules_.recruitment.of(opening.unit).mode == RecruitmentMode::continuous) {
        requests_.about(county_.today() + rules_.recruitment.of(opening.unit).lead_days, EventKind::recruit_arrival,
                        opening.unit);
    }
}

// An event for today whose turn has passed is handled tomorrow.
void CountyRun::schedule(const Request& request) {
    const auto kind = static_cast<std::uint32_t>(request.kind);
    Day day = std::max(request.day, calendar_.today());
    const bool day_is_running = handling_ != no_kind;
    if (day_is_running && day == calendar_.today() && kind < handling_) day = day + 1;
    calendar_.schedule({day, request.entity, request.generation, kind});
}

}  // namespace staffsim::engine
