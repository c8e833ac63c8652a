// The days and years of a county: what each begins and ends with, and who answers.
#include "sim/engine/county_run.hpp"

#include <algorithm>

namespace staffsim::engine {

namespace {

std::size_t places_of(const CountyPlan& plan) {
    std::size_t places = 0;
    for (const UnitPlan& unit : plan.units) places += static_cast<std::size_t>(unit.places);
    return places;
}

}  // namespace

std::uint64_t CountyRun::OrderKey::operator()(const kernel::Event& event) const {
    switch (static_cast<EventKind>(event.kind)) {
        case EventKind::fill_seat: {  // the highest posts first, so that a chain runs down within a day
            const Seat& seat = county->seat(SeatId{event.entity});
            const auto tier = static_cast<std::uint64_t>(county->post_type(seat.post).tier);
            return ((255 - tier) << 56) | (county->lot(seat.key).value >> 8);
        }
        case EventKind::recruit_arrival:
        case EventKind::institution_refill:
            return county->lot(county->unit(UnitId{event.entity}).key).value;
        default:
            return county->lot(PersonId{event.entity}).value;
    }
}

CountyRun::CountyRun(const CountyPlan& plan, const PolicyTimeline& policy, RandomKey key, Day start, int years)
    : plan_(plan),
      policy_(policy),
      draws_(key),
      county_(plan, start),
      requests_(add_years(start, years)),
      world_{county_, draws_, {}, entity_key(plan.id), requests_},
      calendar_(start, OrderKey{&county_}),
      start_(start),
      end_(add_years(start, years)),
      training_days_(places_of(plan)),
      anniversaries_(places_of(plan)),
      hazards_(plan.units.size(), UnitHazards(start)),
      service_(plan.units.size()),
      reviews_(static_cast<std::size_t>(years) * 12 + 2),
      was_continuous_(plan.units.size(), true),
      recruited_behind_(county_.seats().size(), OpeningId::none()) {
    county_.draw_lots(key);
    courses_.reserve(policy.blocks.size());
    for (const Policy& block : policy.blocks) pay_terms_.emplace_back(block.pay);
    CivilDate first = to_civil(county_.covariate_day());
    for (int month = 0; month < years * 12 + 2; ++month) {
        month_begins_.push_back(to_day(first));
        first = first.month == 12 ? CivilDate{first.year + 1, 1, 1} : CivilDate{first.year, first.month + 1, 1};
    }
    stays_paid_until_ = start;
    switch_policy(start);
    begin_calendar_year(year_of(start));
}
void CountyRun::begin_calendar_year(std::int32_t year) {
    world_.shocks = shocks_of_year(*rules_.environment, draws_, world_.county_key, year);
    moved_above_this_year_ = 0;
    decide_anew(rules_.recruitment, world_, intake_);
    draw_luck();
}
// Of everybody at once, which costs a fraction of drawing one by one.
void CountyRun::draw_luck() {
    const std::int32_t year = county_.date().year;
    const std::size_t slots = county_.keys().size();
    const Luck wanted{year, slots, next_step_};
    if (luck_ == wanted) return;
    luck_ = wanted;
    const bool trains_by_luck = rules_.training.county_wide().luck > 0;
    performance_luck_.resize(trains_by_luck || assesses_on_anniversaries() ? slots : 0);
    training_luck_.resize(trains_by_luck ? slots : 0);
    if (trains_by_luck) return draw_two_lucks(world_, year, performance_luck_, training_luck_);
    draw_performance_luck(world_, year, performance_luck_);
}

// Of somebody who has entered during the year and will not be assessed in it, but perhaps trained.
void CountyRun::draw_luck_of_newcomer(PersonId person, bool is_trained_this_year) {
    const bool trains_by_luck = rules_.training.county_wide().luck > 0;
    const std::size_t slots = county_.keys().size();
    const bool is_new_slot = performance_luck_.size() < slots;
    if (is_new_slot && (trains_by_luck || assesses_on_anniversaries())) performance_luck_.resize(slots);
    if (!trains_by_luck) return;
    if (training_luck_.size() < slots) training_luck_.resize(slots);
    if (!is_trained_this_year) return;
    training_luck_[person.value] = second_luck(world_, county_.date().year, person);
    if (lessons_.empty()) return;
    staffsim::learn_ahead(*course_.of_all(), training_luck_[person.value], person.value, lessons_);
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
    if (sink.wants_facts()) county_.listen(&facts_, sink.wants_routine());
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

// What tomorrow's events are about: people whom nobody has looked at for long. Always inline, see fetch.
[[gnu::always_inline]] inline void CountyRun::have_at_hand(const kernel::Event& event) const {
    switch (static_cast<EventKind>(event.kind)) {
        case EventKind::fill_seat:
            fetch(county_.seat(SeatId{event.entity}));
            break;
        case EventKind::recruit_arrival:
            county_.fetch_newcomer();
            fetch(county_.unit(UnitId{event.entity}), county_.unit(UnitId{event.entity}).place_openings);
            break;
        case EventKind::institution_refill:
            break;
        default:
            county_.fetch_person(PersonId{event.entity});
            training_days_.fetch(event.entity);
            anniversaries_.fetch(event.entity);
            if (event.entity < known_.size()) fetch(known_[event.entity]);
    }
}

void CountyRun::live_day(Day today) {
    county_.begin_day(today);
    calendar_.look_ahead(today + 1, [this](const kernel::Event& event) { have_at_hand(event); });
    const CivilDate date = county_.date();
    // First the rules of the day, so that what a year begins with is done under those that begin with it.
    if (is_policy_due(today)) switch_policy(today);
    if (date.month == 1 && date.day_of_month == 1) {
        begin_calendar_year(date.year);
        improve_living(rules_.pay, world_);
        count_competitors(rules_.competition, rules_.retention, county_);
    }
    if (date.day_of_month == 1) apply_budget();
    catch_up();
    calendar_.run_day([this](const kernel::Event& event) { handle(event); });
    do_routines();
}

void CountyRun::end_year(std::size_t index, Sink& sink) {
    pay_for_days_away(calendar_.today());
    service_.close_books(rules_.service, county_);
    county_.settle_ledgers(calendar_.today());
    for (const Exposure& exposure : county_.tally().exposure) person_days_ += exposure.person_days;
    if (sink.wants_stocks()) take_stocks(rules_.competition, rules_.performance, rules_.training, county_);
    check_gates(county_);
    hand_over_facts(sink);
    sink.on_year(index, county_);
    county_.begin_year(county_.tally().year + 1);
}

}  // namespace staffsim::engine
