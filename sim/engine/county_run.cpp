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

std::size_t places_of(const CountyPlan& plan) {
    std::size_t places = 0;
    for (const UnitPlan& unit : plan.units) places += static_cast<std::size_t>(unit.places);
    return places;
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

}  // namespace

std::uint64_t CountyRun::OrderKey::operator()(const kernel::Event& event) const {
    switch (static_cast<EventKind>(event.kind)) {
        case EventKind::fill_seat: {  // the highest posts first, so that a chain runs down within a day
            const Seat& seat = county->seat(SeatId{event.entity});
            const auto tier = static_cast<std::uint64_t>(county->post_type(seat.post).tier);
            return ((255 - tier) << 56) | (seat.key.value >> 8);
        }
        case EventKind::recruit_arrival:
        case EventKind::institution_refill:
            return county->unit(UnitId{event.entity}).key.value;
        default:
            return county->cold(PersonId{event.entity}).key.value;
    }
}

CountyRun::CountyRun(const CountyPlan& plan, const PolicyTimeline& policy, RandomKey key, Day start, int years)
    : plan_(plan),
      policy_(policy),
      draws_(key),
      county_(plan, start),
      world_{county_, draws_, {}, entity_key(plan.id), requests_},
      calendar_(start, OrderKey{&county_}),
      start_(start),
      end_(add_years(start, years)),
      training_days_(places_of(plan)),
      anniversaries_(places_of(plan)),
      hazards_(plan.units.size(), UnitHazards(start)),
      service_(plan.units.size()),
      reviews_(static_cast<std::size_t>(years) * 12 + 2),
      was_continuous_(plan.units.size(), true) {
    courses_.reserve(policy.blocks.size());
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
    rules_.service = view(policy_, step, &Policy::service);
    rules_.motivation = view(policy_, step, &Policy::motivation);
    rules_.performance = view(policy_, step, &Policy::performance);
    rules_.environment = &policy_.blocks[step.county_block].environment;
    rating_ = RatingScheme(rules_.assessment.county_wide());
    performance_ = PerformanceMix(rules_.performance.county_wide());
    assessment_matters_ = matters_somewhere(step);
    agenda_ = agenda_of_rules();
    plan_courses();
    course_ = view_of(policy_, step, [this](std::size_t block) -> const TrainingCourse& { return courses_[block]; });
    training_moves_conduct_ = conduct_looks_at_training(step);
}

bool CountyRun::matters_somewhere(const PolicyStep& step) const {
    return is_so_somewhere(policy_, step, [](const Policy& policy) {
        return policy.assessment.links_step || policy.assessment.links_grade || policy.motivation.enabled ||
               policy.pay.bonus_months != 0 || policy.pay.long_service || policy.pay.performance_bonus.fen != 0 ||
               policy.pay.rank_regime == RankRegime::years_2015;
    });
}

bool CountyRun::conduct_looks_at_training(const PolicyStep& step) const {
    return is_so_somewhere(policy_, step, [](const Policy& policy) { return depends_on_training(policy.conduct); });
}

// The year's training under the rules in force, anew when they, the year or its methods change.
void CountyRun::plan_courses() {
    courses_.clear();
    for (const Policy& policy : policy_.blocks) {
        courses_.emplace_back(policy.training, county_.lecture_kept(), county_.date().year);
    }
}

// Phase 0 of a day: the rules of the day take hold.
void CountyRun::switch_policy(Day today) {
    const bool is_first = next_step_ == 0;
    const auto is_due = [&] { return next_step_ < policy_.steps.size() && policy_.steps[next_step_].from <= today; };
    if (!is_first && !is_due()) return;
    const RulesView<CompetitionRules> before = rules_.competition;
    const RulesView<PayRules> pay_before = rules_.pay;
    do {
        set_rules(policy_.steps[next_step_++]);
    } while (is_due());
    // Rules that leave it where it was today change nothing, though staff have changed since it was fixed.
    if (is_first || reach_of_budget(pay_before, world_) != reach_of_budget(rules_.pay, world_)) apply_budget();
    draw_luck();
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
        requests_.about(county_.today() + rules.lead_days, EventKind::recruit_arrival, unit);
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

void CountyRun::begin_calendar_year(std::int32_t year) {
    world_.shocks = shocks_of_year(*rules_.environment, draws_, world_.county_key, year);
    moved_above_this_year_ = 0;
    draw_luck();
}

// How far the budget for extra pay of townships reaches.
void CountyRun::apply_budget() {
    if (!fix_extra_pay(rules_.pay, world_)) return;
    for (std::size_t u = 0; u < county_.units().size(); ++u) {
        if (!county_.is_township(UnitId{u})) continue;
        for (const PersonId person : county_.units()[u].members) county_.touch(person);
    }
}

// Of everybody at once, which costs a fraction of drawing one by one.
void CountyRun::draw_luck() {
    const std::int32_t year = county_.date().year;
    const std::size_t slots = county_.keys().size();
    performance_luck_.resize(assesses_on_anniversaries() ? slots : 0);
    draw_performance_luck(world_, year, performance_luck_);
    training_luck_.resize(rules_.training.county_wide().luck > 0 ? slots : 0);
    draw_training_luck(world_, year, training_luck_);
}

// Of somebody who has entered during the year and will not be assessed in it.
void CountyRun::draw_luck_of_newcomer(PersonId person) {
    if (assesses_on_anniversaries()) performance_luck_.resize(county_.keys().size());
    if (rules_.training.county_wide().luck <= 0) return;
    training_luck_.resize(county_.keys().size());
    training_luck_[person.value] = training_luck(world_, county_.date().year, person);
}

bool CountyRun::assesses_on_anniversaries() const {
    const AssessmentRules& assessment = rules_.assessment.county_wide();
    return assessment.enabled && assessment.timing == AssessmentTiming::anniversary;
}

void CountyRun::finish_settling() {
    county_.open_initial_vacancies();
    for (const Unit& unit : county_.units()) {
        for (const PersonId person : unit.members) county_.touch(person);
    }
    apply_budget();
    draw_luck();
    begin_climate(rules_.conduct, world_);
    count_competitors(rules_.competition, rules_.retention, county_);
    service_.begin_quarter(rules_.service, county_);
    review_month();
    catch_up();
    begin_with_open_cases(rules_.conduct, world_);
    county_.settle_ledgers(county_.today());
    county_.begin_year(year_of(county_.today()));
}

void CountyRun::run(Sink& sink) {
    if (sink.wants_facts()) county_.listen(&facts_);
    sink.on_start(county_);
    live_until(end_, sink);
    county_.listen(nullptr);
}

void CountyRun::live_until(Day day, Sink& sink) {
    const Day stop = std::min(day, end_);
    while (calendar_.today() < stop) {
        const Day year_end = add_years(start_, years_ended_ + 1);
        while (calendar_.today() < std::min(stop, year_end)) {
            live_day(calendar_.today());
            hand_over_facts(sink);
        }
        if (calendar_.today() == year_end) end_year(static_cast<std::size_t>(years_ended_++), sink);
    }
}

// Facts are only collected for sinks that want them.
void CountyRun::hand_over_facts(Sink& sink) {
    if (facts_.empty()) return;
    sink.on_facts(facts_, county_);
    facts_.clear();
}

void CountyRun::live_day(Day today) {
    county_.begin_day(today);
    const CivilDate date = county_.date();
    if (date.month == 1 && date.day_of_month == 1) {
        begin_calendar_year(date.year);
        improve_living(rules_.pay, world_);
        apply_budget();
        count_competitors(rules_.competition, rules_.retention, county_);
    }
    switch_policy(today);
    catch_up();
    calendar_.run_day([this](const kernel::Event& event) { handle(event); });
    do_routines();
}

void CountyRun::end_year(std::size_t index, Sink& sink) {
    county_.settle_ledgers(calendar_.today());
    for (const Exposure& exposure : county_.tally().exposure) person_days_ += exposure.person_days;
    take_stocks(rules_.competition, rules_.performance, county_);
    check_gates(county_);
    hand_over_facts(sink);
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
        continuous_arrival(rules_.recruitment.of_entrant(unit, county_.today()), world_, unit);
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
            if (!still_away) break;
            const double burden =
                end_assignment(rules_.exchange.county_wide(), rules_.front_line.county_wide(), world_, person);
            if (burden > 0) bear_family_burden(rules_.motivation.of(county_, person), world_, person, burden);
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
            if (cold.retirement > today) break;
            const bool early = statutory_retirement(rules_.retention.of(county_, person), cold.sex, cold.birth) > today;
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
        default:
            handle_hazard(static_cast<HazardCause>(static_cast<std::uint32_t>(kind) -
                                                   static_cast<std::uint32_t>(EventKind::hazard_resignation)),
                          person);
    }
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
    if (outcome.winner.exists()) win_promotion(rules_.motivation.of(unit), world_, outcome.winner);
    for (const PersonId loser : outcome.losers) lose_competition(rules_.motivation.of(county_, loser), world_, loser);
}

// --- catching up

void CountyRun::catch_up() {
    if (!county_.has_news() && requests_.empty()) return;
    settle_in_movers();
    for (county_.take_touched(touched_); !touched_.empty(); county_.take_touched(touched_)) {
        std::erase_if(touched_, [this](PersonId person) {
            const bool is_here = county_.hot(person).in_service;
            if (!is_here) bid_farewell(person);
            return !is_here;
        });
        for (const PersonId person : touched_) {
            const bool is_known =
                person.value < known_.size() && known_[person.value].generation == county_.hot(person).generation;
            if (!is_known) welcome(person);
            refresh_pay_and_dates(person);
        }
        refresh_hazards(touched_);
        for (const PersonId person : touched_) plan_next_review(person);
    }
    county_.take_stirred(stirred_);
    std::erase_if(stirred_, [this](PersonId person) { return !county_.hot(person).in_service; });
    refresh_hazards(stirred_);
    county_.take_new_openings(new_openings_);
    for (const OpeningId opening : new_openings_) answer_opening(opening);
    requests_.take(new_requests_);
    for (const Request& request : new_requests_) schedule(request);
}

void CountyRun::settle_in_movers() {
    for (county_.take_moved(moved_); const PersonId person : moved_) {
        if (county_.hot(person).in_service) begin_settling_in(rules_.performance.of(county_, person), world_, person);
    }
}

void CountyRun::welcome(PersonId person) {
    if (person.value >= known_.size()) known_.resize(person.value + 1);
    known_[person.value] = Known{};
    known_[person.value].generation = county_.hot(person).generation;
    known_[person.value].unit = county_.hot(person).unit;
    enlist(person);
    schedule_retirement(person, county_.today());
    if (county_.cold(person).entry == county_.today()) draw_luck_of_newcomer(person);
}

void CountyRun::bid_farewell(PersonId person) {
    training_days_.leave(person.value);
    anniversaries_.leave(person.value);
}

// Puts a person on the lists of days that the rules say.
void CountyRun::enlist(PersonId person) {
    const PersonCold& cold = county_.cold(person);
    const bool is_newcomer = cold.entry == county_.today();
    const std::uint32_t anniversary = day_of_year(is_newcomer ? county_.date() : to_civil(cold.entry));
    training_days_.join(person.value, training_day(rules_.training.of(county_, person), cold.key, anniversary));
    if (assesses_on_anniversaries()) {
        anniversaries_.join(person.value, anniversary);
    } else {
        anniversaries_.leave(person.value);
    }
}

void CountyRun::refresh_pay_and_dates(PersonId person) {
    // The retirement age may be another one in the new unit.
    if (known_[person.value].unit != county_.hot(person).unit) schedule_retirement(person, county_.today() + 1);
    refresh_pay(rules_.pay.of(county_, person), world_, person);
}

// Of people in service whom something happened to.
void CountyRun::refresh_hazards(std::span<const PersonId> people) {
    for (const PersonId person : people) {
        expect_personal_factors(rules_.retention.of(county_, person), world_, person, stale_);
        expect_sanction_factor(rules_.conduct.of(county_, person), world_, person, stale_);
    }
    stale_.settle();
    for (const PersonId person : people) {
        set_personal_hazards(rules_.retention.of(county_, person), world_, person);
        set_sanction_hazard(rules_.conduct.of(county_, person), world_, person);
        update_rates(hazards_, world_, person);
    }
}

std::uint32_t CountyRun::months_since_start(CivilDate date) const {
    const CivilDate began = to_civil(start_);
    return static_cast<std::uint32_t>((date.year - began.year) * 12 + date.month - began.month);
}

// Those that have passed; all of them after a change of what they depend on. Whether there were any.
bool CountyRun::find_next_changes(PersonId person) {
    Known& known = known_[person.value];
    const Day tier_since = county_.cold(person).tier_since;
    const std::uint16_t unit = county_.hot(person).unit;
    const auto step = static_cast<std::uint16_t>(next_step_);
    const bool depend_on_the_same = known.step == step && known.unit == unit && known.tier_since == tier_since;
    if (depend_on_the_same && county_.covariate_day() < known.next_change) return false;
    if (!depend_on_the_same) {
        known.step = step;
        known.unit = unit;
        known.tier_since = tier_since;
        known.own_pay = known.outside = known.hazards = county_.covariate_day();
    }
    const auto has_passed = [this](Day day) { return day <= county_.covariate_day(); };
    const PayRules& pay = rules_.pay.of(county_, person);
    if (has_passed(known.own_pay)) known.own_pay = next_own_pay_change(pay, county_, person);
    if (has_passed(known.outside)) known.outside = next_outside_change(pay, county_, person);
    if (has_passed(known.hazards)) {
        known.hazards = next_hazard_change(rules_.retention.of(county_, person), county_, person);
    }
    return true;
}

void CountyRun::plan_next_review(PersonId person) {
    if (!find_next_changes(person)) return;
    Known& known = known_[person.value];
    const Day next = std::min({known.own_pay, known.outside, known.hazards});
    constexpr std::int32_t longest_month = 31;
    known.reviews_own_pay = known.own_pay <= next + longest_month;
    if (next == known.next_change) return;
    known.next_change = next;
    if (next >= end_) return;
    // The first month that begins on that day or later.
    const CivilDate date = to_civil(next);
    const std::uint32_t month = months_since_start(date) + (date.day_of_month > 1 ? 1 : 0);
    if (month == known.next_review) return;
    known.next_review = month;
    reviews_[month].push_back({person, known.generation});
}

// Whoever is past the age retires on `earliest`.
void CountyRun::schedule_retirement(PersonId person, Day earliest) {
    const RetentionRules& rules = rules_.retention.of(county_, person);
    const PersonCold& cold = county_.cold(person);
    Day planned = rules.retirement ? planned_retirement(rules, draws_, cold) : never;
    // Whoever was still there on the first day had not retired before.
    if (planned < start_) planned = statutory_retirement(rules, cold.sex, cold.birth);
    if (std::max(planned, county_.today()) == cold.retirement) return;
    const Day day = std::max(planned, earliest);
    county_.set_retirement(person, day);
    if (day != never) requests_.about(day, EventKind::retirement, county_, person);
}

void CountyRun::answer_opening(OpeningId id) {
    const Opening& opening = county_.opening(id);
    if (opening.seat.exists()) {
        const CompetitionRules& rules = rules_.competition.of(opening.unit);
        if (!waits_for_push(rules, county_, opening.seat)) ask_for_fill(rules, opening.seat);
    } else if (rules_.recruitment.of(opening.unit).mode == RecruitmentMode::continuous) {
        requests_.about(county_.today() + rules_.recruitment.of(opening.unit).lead_days, EventKind::recruit_arrival,
                        opening.unit);
    }
}

// An event for today whose turn has passed is handled tomorrow; one after the end never.
void CountyRun::schedule(const Request& request) {
    const auto kind = static_cast<std::uint32_t>(request.kind);
    Day day = std::max(request.day, calendar_.today());
    const bool day_is_running = handling_ != no_kind;
    if (day_is_running && day == calendar_.today() && kind < handling_) day = day + 1;
    if (day < end_) calendar_.schedule({day, request.entity, request.generation, kind});
}

}  // namespace staffsim::engine
