// A county at one moment: units, seats, people, openings. Others read it freely; it changes only through the operations
// below, which keep headcounts, seats, ledgers and vacancy chains consistent and write one fact each into the
// fingerprint and, when somebody listens, into the record batch.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sim/foundation/exchange_for_empty.hpp"
#include "sim/kernel/entity_lists.hpp"
#include "sim/kernel/fingerprint.hpp"
#include "sim/model/conduct_state.hpp"
#include "sim/model/county_plan.hpp"
#include "sim/model/fact.hpp"
#include "sim/model/fetch.hpp"
#include "sim/model/opening.hpp"
#include "sim/model/person.hpp"
#include "sim/model/seat.hpp"
#include "sim/model/stay.hpp"
#include "sim/model/tally.hpp"
#include "sim/model/unit.hpp"

namespace staffsim {

class County {
  public:
    County(const CountyPlan& plan, Day start);

    // --- reading
    const CountyPlan& plan() const { return *plan_; }
    const std::vector<Unit>& units() const { return units_; }
    const std::vector<Seat>& seats() const { return seats_; }
    const std::vector<PersonHot>& people() const { return hot_; }
    std::span<const EntityKey> keys() const { return keys_; }  // by slot, for draws of everybody at once
    const Unit& unit(UnitId id) const { return units_[id.value]; }
    const Seat& seat(SeatId id) const { return seats_[id.value]; }
    const PersonHot& hot(PersonId id) const { return hot_[id.value]; }
    const PersonCold& cold(PersonId id) const { return cold_[id.value]; }
    const Traits& traits(PersonId id) const { return traits_[id.value]; }
    const PayState& pay(PersonId id) const { return pay_[id.value]; }
    const Leaving& leaving(PersonId id) const { return leaving_[id.value]; }
    const LeavingFactors& leaving_factors(PersonId id) const { return leaving_factors_[id.value]; }
    const Record& record(PersonId id) const { return files_[id.value].record; }
    const Learning& learning(PersonId id) const { return files_[id.value].learning; }
    const Opening& opening(OpeningId id) const { return openings_[id.value]; }
    const std::vector<Opening>& openings() const { return openings_; }  // of the whole run, oldest first
    const PostType& post_type(PostTypeId id) const { return plan_->posts[id.value]; }
    Ladder ladder_of(SeatId id) const { return post_type(seat(id).post).ladder; }
    const PostType& post_of(PersonId id) const { return plan_->posts[hot_[id.value].post]; }
    // Holds a leadership post: not in the second line, nor at a leadership level without a seat.
    bool leads(PersonId id) const { return hot_[id.value].seat.exists() && is_leadership(post_of(id).ladder); }
    bool is_township(UnitId id) const { return plan_->units[id.value].kind == UnitKind::township; }
    std::size_t tiers() const { return tiers_; }
    std::size_t cell_of(PersonId id) const { return hot_[id.value].unit * tiers_ + hot_[id.value].tier; }
    // Whether holders of post type `from` may be promoted to `to`.
    bool feeds(std::uint8_t from, PostTypeId to) const { return feeds_[to.value * plan_->posts.size() + from]; }
    // The same of all post types, by the one to be promoted from: 1 or 0.
    std::span<const std::uint8_t> feeders_of(PostTypeId to) const {
        return std::span(feeds_).subspan(to.value * plan_->posts.size(), plan_->posts.size());
    }
    // Slots of everybody in service whose post type it is, with or without a seat, in no order that matters.
    std::span<const std::uint32_t> holders_of(PostTypeId post) const { return holders_.on(post.value); }
    // Of these, where the post type is a titled one, who stands at its level without a seat; the second line, too.
    std::span<const std::uint32_t> without_seat(PostTypeId post) const { return without_seat_.on(post.value); }
    // What moves alone change, kept up to date where people come and go.
    struct CellPeople {
        std::int32_t persons = 0, women = 0, degree = 0, native = 0;
        std::int64_t birth_days = 0;       // sum of days of birth
        std::int64_t monthly_pay_fen = 0;  // sum
        bool operator==(const CellPeople&) const = default;
    };
    const CellPeople& people_in(std::size_t cell) const { return ledgers_[cell].people; }
    // Whether anybody has been paid so far.
    bool has_payroll() const { return has_payroll_; }
    // People who are borrowed at the moment.
    int borrowed() const { return borrowed_; }
    // Statutory or chosen earlier.
    Day retirement(PersonId id) const { return retirement_[id.value]; }
    std::span<const Day> retirements() const { return retirement_; }  // by slot
    double connection(PersonId id) const { return files_[id.value].connection; }
    PostTypeId entry_post(UnitId id) const {
        return entry_post_[static_cast<std::size_t>(plan_->units[id.value].kind)];
    }
    // Share of allowances, long-service pay and performance bonus that this year's budget pays out.
    double extra_pay_scale() const { return extra_pay_scale_; }
    // Of the lectures of training's mix of methods, the share that innovation has not replaced yet.
    double lecture_kept() const { return lecture_kept_; }
    // Whether places for training were given out in that year, so that only those who have one go.
    bool training_places_are_given(std::int32_t year) const { return places_given_year_ == year; }
    Day today() const { return today_; }
    CivilDate date() const { return date_; }  // of today
    // First of the current month: the day as of which pay and hazards see ages and years of service, so that looking
    // again within a month finds the same.
    Day covariate_day() const { return month_began_; }
    // What no rule decides is decided by lot, which falls otherwise in every future but alike under every policy. So
    // that nobody is favoured by a name.
    void draw_lots(RandomKey future) { lots_ = mix_bits(std::uint64_t{future.seed} << 32 | future.replication); }
    EntityKey lot(EntityKey key) const { return {mix_bits(key.value ^ lots_)}; }
    EntityKey lot(PersonId id) const { return lot(keys_[id.value]); }

    // By whose age and year people compare their pay with pay outside: set when they compare; at first the first day.
    Day outside_as_of() const { return outside_as_of_; }
    void set_outside_as_of(Day day) { outside_as_of_ = day; }
    double township_years(PersonId id) const { return township_years_by(id, today_); }
    double township_years_by(PersonId id, Day day) const;
    // Whether service in townships of that length is complete. A year from one anniversary to the next is up to a day
    // shorter than the mean year by which service of several stays is added up.
    bool has_township_years(PersonId id, double years) const {
        return township_years(id) >= years - 1.0 / days_per_year;
    }
    double age(PersonId id) const { return years_between(cold_[id.value].birth, today_); }
    double service_years(PersonId id) const { return years_between(cold_[id.value].entry, today_); }
    double years_in_tier(PersonId id) const { return years_between(cold_[id.value].tier_since, today_); }
    bool is_locked(PersonId id) const { return today_ < hot_[id.value].minimum_service_until; }
    bool is_sanctioned(PersonId id) const { return today_ < hot_[id.value].sanction_until; }
    // The gravest one that still holds: a demerit or worse may run out before the warning that came after it.
    Sanction sanction_in_force(PersonId id) const {
        if (!is_sanctioned(id)) return Sanction::none;
        const PersonCold& cold = cold_[id.value];
        return today_ < cold.grave_until ? cold.sanction : Sanction::warning;
    }
    // Neither under a sanction nor under an inquiry.
    bool is_in_good_standing(PersonId id) const { return !is_sanctioned(id) && !hot_[id.value].under_inquiry; }
    // May be sent elsewhere, or take another post of the same level (转任规定 2020, from memory): neither on probation
    // or trial nor in the second line, and in good standing.
    bool may_be_moved(PersonId id) const {
        const PersonHot& hot = hot_[id.value];
        return !hot.on_probation && !hot.on_trial && !hot.second_line && is_in_good_standing(id);
    }
    // Law forbids leaving of own will: inside the minimum service or under an inquiry (Civil Servants Law, art. 86).
    bool may_not_leave(PersonId id) const { return is_locked(id) || hot_[id.value].under_inquiry; }
    // Hands present in a unit, less those away for training and education.
    double hands(UnitId id) const {
        const Unit& unit = units_[id.value];
        return unit.in_training >= unit.present ? 0.0 : unit.present - unit.in_training;
    }
    // Within two years of its end, whoever had one.
    bool is_soon_after_minimum_service(PersonId id) const {
        const Day end = hot_[id.value].minimum_service_until;
        return end > cold_[id.value].entry && end <= today_ && today_ - end < 730;
    }
    const std::vector<ConductCase>& cases() const { return cases_; }
    // Of the units that count complaints, together: summed when somebody asks and some have changed.
    struct Complaints {
        double a_year = 0, residents = 0;
    };
    const Complaints& complaints() const {
        if (!knows_complaints_) add_up_complaints();
        return complaints_;
    }
    int empty_places(UnitId id) const;
    std::uint64_t fingerprint() const { return fingerprint_.value(); }
    std::uint64_t facts() const { return fingerprint_.facts(); }

    // --- parts that rules may move directly: they are no headcount, seat or ledger
    Traits& traits(PersonId id) { return traits_[id.value]; }
    Leaving& leaving(PersonId id) { return leaving_[id.value]; }
    LeavingFactors& leaving_factors(PersonId id) { return leaving_factors_[id.value]; }
    Record& record(PersonId id) { return files_[id.value].record; }
    Learning& learning(PersonId id) { return files_[id.value].learning; }
    PayState& pay_position(PersonId id) { return pay_[id.value]; }  // clocks and steps; rates only by set_pay
    void set_barred(PersonId id, bool barred) { hot_[id.value].barred_from_promotion = barred; }
    void set_recent_openings(UnitId id, double value) { units_[id.value].recent_openings = value; }
    void set_fairness(UnitId id, double value) { units_[id.value].fairness = value; }
    void set_living(UnitId id, double value) { units_[id.value].living = value; }
    void set_connection(PersonId id, double value) { files_[id.value].connection = value; }
    // A cause of leaving came to nothing or may come again: the wait for it has another number.
    void count_spell(PersonId id, HazardCause cause) {
        ++cold_[id.value].spell_number[static_cast<std::size_t>(cause)];
    }
    void set_climate(UnitId id, const Climate& value) { units_[id.value].climate = value; }
    void spend_days_on_training(UnitId id, double person_days) { units_[id.value].training_days += person_days; }
    // Once a month: what the past month took becomes hands away. `working_days` of a month, above 0.
    void end_training_month(UnitId id, double working_days) {
        Unit& unit = units_[id.value];
        book_training_days(id);
        unit.in_training = unit.training_days / working_days;
        unit.training_days = unit.training_booked = 0;
    }
    void set_service(UnitId id, const UnitService& value) {
        UnitService& service = units_[id.value].service;
        knows_complaints_ = knows_complaints_ && service.known == value.known && service.complaints == value.complaints;
        service = value;
    }
    void set_extra_pay_scale(double value) { extra_pay_scale_ = value; }
    void set_lecture_kept(double value) { lecture_kept_ = value; }
    void set_training_places_given(std::int32_t year) { places_given_year_ = year; }
    void set_approved_entrants(UnitId id, std::int32_t count) { units_[id.value].approved_entrants = count; }
    void set_competitors(UnitId id, std::int32_t count) { units_[id.value].competitors = count; }

    // --- operations
    void begin_day(Day today) {
        date_ = today == today_ + 1 ? next_day(date_) : to_civil(today);
        today_ = today;
        month_began_ = today - (date_.day_of_month - 1);
    }

    // A newcomer takes a place of the unit (without title). `closes`: the oldest open place of the unit gets filled.
    struct Newcomer {
        PersonCold cold;
        Traits traits;
        PayState pay;
        Day retirement{-1000000};
        Day minimum_service_until;
        bool on_probation = false;
        std::optional<Day> level_since{};  // none: since the present tier, or since entry below the statutory ladder
    };
    PersonId enter(UnitId unit, const Newcomer& newcomer);
    // The same into an empty seat, whose chain ends with it.
    PersonId enter_seat(SeatId seat, const Newcomer& newcomer);
    // Slots for so many newcomers are made at once; they take them in order. Not needed.
    void expect_newcomers(std::size_t count);
    // The same on the first day, from the roster: with title, without a fact of entry.
    PersonId settle(UnitId unit, const Newcomer& newcomer, PostTypeId post, SeatId seat);

    // Brings into the nearest memory what somebody who leaves or is appointed soon, or the next newcomer, will touch.
    [[gnu::always_inline]] void fetch_person(PersonId id) const {
        const std::size_t slot = id.value;
        fetch(hot_[slot], cold_[slot], pay_[slot], leaving_[slot], files_[slot]);
        fetch(member_index_[slot]);
        holders_.fetch(id.value);
    }
    [[gnu::always_inline]] void fetch_newcomer() const {
        if (free_slots_.empty()) return;
        const PersonId next{free_slots_.back()};
        fetch_person(next);
        fetch(cold_[next.value].grave_until, traits_[next.value]);
    }

    // Opens what is empty on the first day, without a cause. Call once, after everybody has been settled.
    void open_initial_vacancies();

    // Leaves the county's service; seat and place open.
    void leave(PersonId person, ExitCause cause);
    // Takes the empty seat; the person's former seat or place opens, caused by the seat's opening. Comes home first if
    // away. On trial: `reserve_former` keeps a former seat in the same county empty, without an opening, until the
    // trial ends.
    struct Terms {
        std::optional<Day> trial_until;
        bool reserve_former = false;
    };
    void appoint(PersonId person, SeatId seat, const Terms& terms);
    void appoint(PersonId person, SeatId seat) { appoint(person, seat, Terms{}); }
    // The trial is over: a reserved seat opens; or the person goes back to it, or to the former level without a seat
    // when none was reserved, and the tried post opens. A full unit makes a supernumerary place for who returns.
    void pass_trial(PersonId person);
    void fail_trial(PersonId person);
    // Down to the highest post type that feeds the present one, without a seat; the seat opens.
    void demote(PersonId person);
    // A leader takes an empty middle-level seat of the own unit as a second title: it is filled, a clerk's place falls
    // empty where the unit has one, tier, place and pay stay. The title ends, and the seat opens, when the leader
    // changes post or leaves.
    void hold_second_title(PersonId person, SeatId seat);
    // Gives up the seat for good, keeps level and place, and is present for a share of the working time.
    void step_down(PersonId person, double presence);
    // Moves without title to a clerk's place of another unit (open selection, transfer); the former position opens as
    // part of the chain of the place that is filled.
    void transfer(PersonId person, UnitId to);
    // Goes on exchange to another unit, or to the front line with `presence_at_home` of the working time at home.
    void send_out(PersonId person, Assignment assignment, UnitId host, Day until, double presence_at_home);
    // The same on the first day, of somebody who has been away since an earlier one and knows the work there. A
    // borrowing that may not be extended ends on that day.
    void settle_away(PersonId person, const Stay& stay, Day until, double presence_at_home, bool may_be_extended);
    void come_back(PersonId person);
    void sanction(PersonId person, Sanction kind, Day until);
    // --- misconduct (conduct_operations.cpp)
    // It has happened today and is hidden.
    void hide_case(const ConductCase& hidden);
    // The same of one from before the first day; it may be under inquiry already.
    void bring_in_case(const ConductCase& one);
    // The person's case that is found today: an inquiry runs until that day. Its number; none when there is none (any
    // more).
    std::optional<std::uint16_t> begin_inquiry(PersonId person, Day until);
    // The day on which the person's last inquiry ends; long ago when none runs.
    Day inquiry_until(PersonId person) const;
    // The inquiry that ends today: the case is taken off the list and handed out.
    std::optional<ConductCase> end_inquiry(PersonId person);
    // Looks at all cases in order; `keep(case)` may move a case on and says whether it stays.
    template <class Keep>
    void review_cases(Keep&& keep) {
        std::erase_if(cases_, [&](ConductCase& one) { return !keep(one); });
    }
    void end_probation(PersonId person) { hot_[person.value].on_probation = false; }
    void set_pay(PersonId person, const std::array<DailyRate, pay_component_count>& rate, Money monthly, Money outside,
                 float relative);
    void set_outside_option(PersonId person, Money outside, float relative) {
        pay_[person.value].outside = outside;
        pay_[person.value].relative = relative;
    }
    void raise_rank(PersonId person, Day since);
    void lower_rank(PersonId person, Day since);              // not below 1
    void convert_rank(PersonId person, int rank, Day since);  // another system of ranks; no promotion
    void set_retirement(PersonId person, Day day) { retirement_[person.value] = day; }
    void note_exchange(PersonId person) { cold_[person.value].last_exchange = today_; }
    void record_result(PersonId person, Result result, float score, float performance);
    // The same of people found competent; lifts what bars them from promotion. For many people of one day: what is told
    // of them is not complete before `close`.
    class CompetentYears;  // routine_records.hpp
    // Of people who are trained today, each alike: days and money, and what each gains (z), which `learn(traits, slot)`
    // works out and adds to the traits.
    struct TrainingDays {
        std::int64_t milli_days = 0;
        Money cost;
        double days_absent = 0;
    };
    template <class Learn>  // routine_records.hpp
    void train(std::span<const std::uint32_t> slots, TrainingDays each, Learn&& learn);

    // --- operations of exchange (exchange_operations.cpp)
    // Two people of the entry posts take each other's place for good. No place opens; neither is away or inside the
    // minimum service.
    void swap_places(PersonId a, PersonId b);
    // Each takes the seat of the next, the last one that of the first. All seats are of one post type; nothing opens,
    // the time in the post begins anew, that in the tier does not.
    void rotate_seats(std::span<const PersonId> holders);
    void send_to_front_line(PersonId person, FrontLineKind kind, Day until, double presence_at_home);
    // Once; requires somebody borrowed whose time has not been extended.
    void extend_borrowing(PersonId person, Day until);
    // Until that day the person's hands count for less by `share_lost`; a later move begins anew.
    void begin_settling_in(PersonId person, Day until, double share_lost);
    void end_settling_in(PersonId person);
    // Of the working time, how much is spent at the own post: 1 for whoever is at home.
    double presence_at_home(PersonId person) const { return static_cast<double>(presence_[person.value].at_home); }
    // Hands where the person works: less than 1 while settling in, and for who is only partly there.
    double hands_at_work(PersonId person) const {
        const bool is_guest = hot_[person.value].host != hot_[person.value].unit;
        return is_guest ? static_cast<double>(presence_[person.value].hands) : presence_of(person);
    }
    // People whose work changed since the last call: sent to another unit or back from it, transferred, rotated,
    // appointed to another unit or post type. May repeat; exchanged for the emptied vector.
    bool has_movers() const { return !moved_.empty(); }
    void take_moved(std::vector<PersonId>& into) { exchange_for_empty(moved_, into); }
    // Of somebody who is away.
    Stay stay_of(PersonId person) const;
    // Stays that ended since the last call, at the end of their term or before it; exchanged for the emptied vector.
    bool has_homecomings() const { return !homecomings_.empty(); }
    void take_homecomings(std::vector<Homecoming>& into) { exchange_for_empty(homecomings_, into); }

    // --- public-institution staff, known by number only (vacancies.cpp)
    // One of them has become a civil servant: a pair of hands fewer until the place is refilled. Requires somebody
    // there.
    void take_institution_hand(UnitId unit);
    void refill_institution_hand(UnitId unit);

    // --- counting
    void count(PersonId person, Flow flow, std::int64_t by = 1) { tally_.add(hot_[person.value].unit, flow, by); }
    void count(UnitId unit, Flow flow, std::int64_t by = 1) { tally_.add(unit.value, flow, by); }
    // seats_advertised, seats_filled or applicants, of a unit and by channel.
    void count_seats(UnitId unit, Channel channel, Flow flow, std::int64_t by = 1) {
        count(unit, flow, by);
        tally_.seats[unit.value].add(channel, flow, by);
    }
    // Of the person's unit, for who counts several things at once.
    FlowRow& flows_of(PersonId person) { return tally_.flows[hot_[person.value].unit]; }
    void spend(UnitId unit, OneOff kind, Money amount) {
        tally_.one_off_fen[unit.value][static_cast<std::size_t>(kind)] += amount.fen;
    }
    ServiceYear& service_year(UnitId unit) { return tally_.service[unit.value]; }
    // Brings all ledgers up to the end of the day before `until`, and sums them into the tally. Before that, exposures
    // and days of emptiness of the tally mean nothing.
    void settle_ledgers(Day until);
    // Starts an empty tally for a year; ledgers must be settled.
    void begin_year(std::int32_t year);
    YearTally& tally() { return tally_; }
    const YearTally& tally() const { return tally_; }

    // --- observing
    // Of what everybody meets every year, assessments and trainings, only when asked for.
    void listen(std::vector<Fact>* batch, bool with_routine = true) {
        batch_ = batch;
        routine_batch_ = with_routine ? batch : nullptr;
    }
    // Tells only those who listen: of what moves no headcount, seat or ledger. No part of the fingerprint.
    void remark(Fact::Kind kind, std::uint8_t detail, PersonId person) {
        const bool is_routine = kind == Fact::Kind::assessed || kind == Fact::Kind::trained;
        std::vector<Fact>* const batch = is_routine ? routine_batch_ : batch_;
        if (batch != nullptr) batch->push_back({today_, kind, detail, person, UnitId{hot_[person.value].unit}, {}, {}});
    }
    // Seats and places that fell empty since the last call, one by one, where nothing opens meanwhile: whoever fills
    // them takes them from here. answer(OpeningId).
    template <class Answer>
    void hand_out_new_openings(Answer&& answer) {
        for (const OpeningId opening : new_openings_) answer(opening);
        new_openings_.clear();
    }
    bool has_news() const { return !touched_.empty() || !stirred_.empty() || !new_openings_.empty(); }
    // People whose pay and hazards need a refresh, because something happened to them. May repeat. This call and the
    // next exchange what has gathered since the last one for the emptied vector, so that neither allocates.
    void take_touched(std::vector<PersonId>& into) { exchange_for_empty(touched_, into); }
    void touch(PersonId person) { touched_.push_back(person); }
    // People whose hazards alone need one: what they feel has changed, their pay has not.
    void take_stirred(std::vector<PersonId>& into) { exchange_for_empty(stirred_, into); }
    void stir(PersonId person) { stirred_.push_back(person); }

  private:
    friend void check_gates(const County&);

    void reserve_slots(const CountyPlan& plan);
    void add_slots(std::size_t count);
    PersonId take_slot(const PersonHot& hot, const Newcomer& newcomer);
    void join_unit(PersonId person, UnitId unit);
    void leave_unit(PersonId person);
    std::int64_t days_unsettled() const { return today_ - settled_until_; }
    void settle_cell(std::size_t cell, std::int64_t days);
    void change_staff(UnitId unit, int by);
    void change_present(std::size_t unit, double by) {
        units_[unit].present += by;
        tally_.hand_days[unit] -= by * static_cast<double>(days_unsettled());
    }
    void book_training_days(UnitId id) {
        Unit& unit = units_[id.value];
        tally_.training_days[id.value] += unit.training_days - unit.training_booked;
        unit.training_booked = unit.training_days;
    }
    void change_empty_leadership(const Seat& seat, int by);
    void change_cell_person(PersonId person, int sign);
    void open_position(PersonId person, OpeningId cause);
    void open_seat(SeatId seat, OpeningId cause);
    void vacate_seat(SeatId seat);
    void announce_seat(SeatId seat, OpeningId cause);
    void release_reserved(PersonId person);
    void end_trial(PersonId person);
    void end_second_title(PersonId person);
    void open_place(UnitId unit, OpeningId cause);
    OpeningId close_place(UnitId unit);
    void drop_filled_places(UnitId unit);
    void close_opening(OpeningId opening);
    void end_chain(OpeningId opening);
    void count_chain(UnitId ended_in, std::int64_t links);
    OpeningId new_opening(SeatId seat, UnitId unit, OpeningId cause);
    void list_holder(PersonId person);
    void take_seat(PersonId person, SeatId seat);
    void put_in_seat(PersonId person, SeatId seat);
    void change_post(PersonId person, PostTypeId post, SeatId seat);
    void move_to_unit(PersonId person, UnitId to);  // another one
    void change_unit(PersonId person, UnitId to);
    PersonId place_newcomer(UnitId unit, const Newcomer& newcomer, PostTypeId post, SeatId seat);
    // Hands at home.
    double presence_of(PersonId id) const {
        return static_cast<double>(presence_[id.value].at_home) * static_cast<double>(presence_[id.value].hands);
    }
    void count_first_times(PersonId person, Ladder reached, UnitId from);
    void set_hands(PersonId person, float hands);
    void note_presence(PersonId person);
    [[gnu::cold]] void train_in_part(PersonId person, double days_absent);
    void put_away(PersonId person, Assignment assignment, UnitId host, double presence_at_home);
    void return_home(PersonId person);
    std::uint64_t fact_of(Fact::Kind kind, std::uint8_t detail, EntityKey who, UnitId unit, SeatId seat) const;
    void add_to_fingerprint(Fact::Kind kind, std::uint8_t detail, EntityKey who, UnitId unit, SeatId seat) {
        fingerprint_.add(fact_of(kind, detail, who, unit, seat));
    }
    void tell(Fact::Kind kind, std::uint8_t detail, PersonId person, UnitId unit, SeatId seat = {},
              OpeningId opening = {});
    void tell_of_result(PersonId person, Result result);
    void remark_trained(std::span<const std::uint32_t> slots, std::int64_t milli_days);
    static void record_unusual(Record& record, FlowRow& flows, Result result);
    void add_up_complaints() const;

    const CountyPlan* plan_;
    std::size_t tiers_ = 1;
    std::array<PostTypeId, 2> entry_post_{};
    std::vector<std::uint8_t> feeds_;  // [to][from]
    Day today_;
    CivilDate date_;
    Day month_began_;
    Day outside_as_of_;
    std::uint64_t lots_ = 0;  // of this future
    std::vector<Unit> units_;
    std::vector<Seat> seats_;
    std::vector<Opening> openings_;
    std::vector<OpeningId> new_openings_;
    std::vector<PersonId> touched_, stirred_;
    std::vector<PersonId> moved_;
    std::vector<Homecoming> homecomings_;
    std::vector<PersonHot> hot_;
    std::vector<EntityKey> keys_;
    std::vector<Day> retirement_;
    std::vector<PersonCold> cold_;
    std::vector<Traits> traits_;
    std::vector<PayState> pay_;
    std::vector<Leaving> leaving_;
    std::vector<LeavingFactors> leaving_factors_;
    std::vector<PersonnelFile> files_;
    std::vector<Presence> presence_;
    std::vector<std::uint32_t> member_index_;
    kernel::EntityLists holders_, without_seat_;  // by post type
    int borrowed_ = 0;
    std::vector<std::uint32_t> free_slots_;
    struct Ledger {  // of a cell
        CellPeople people;
        std::array<std::int64_t, pay_component_count> rate{};
        std::int64_t total_rate = 0;
    };
    std::vector<Ledger> ledgers_;
    Day settled_until_;  // days of all ledgers are booked until the evening before
    bool has_payroll_ = false;
    YearTally tally_;
    Day year_began_;
    double extra_pay_scale_ = 1;
    double lecture_kept_ = 1;
    std::vector<ConductCase> cases_;
    std::int32_t places_given_year_ = 0;
    mutable Complaints complaints_;
    mutable bool knows_complaints_ = false;
    kernel::Fingerprint fingerprint_;
    std::vector<Fact>*batch_ = nullptr, *routine_batch_ = nullptr;
};

inline std::uint64_t County::fact_of(Fact::Kind kind, std::uint8_t detail, EntityKey who, UnitId unit,
                                     SeatId seat) const {
    const std::uint64_t what = (std::uint64_t{static_cast<std::uint32_t>(today_.value)} << 32) |
                               (static_cast<std::uint64_t>(kind) << 24) | (std::uint64_t{detail} << 16) | unit.value;
    return who.value + what * 0x9E3779B97F4A7C15u + seat.value * 0xC2B2AE3D27D4EB4Fu;
}

inline void County::tell(Fact::Kind kind, std::uint8_t detail, PersonId person, UnitId unit, SeatId seat,
                         OpeningId opening) {
    add_to_fingerprint(kind, detail, person.exists() ? keys_[person.value] : units_[unit.value].key, unit, seat);
    if (person.exists()) touched_.push_back(person);
    if (batch_ != nullptr) batch_->push_back({today_, kind, detail, person, unit, seat, opening});
}

// A result changes nothing that has to be looked at again by itself.
inline void County::tell_of_result(PersonId person, Result result) {
    const auto detail = static_cast<std::uint8_t>(result);
    const UnitId unit{hot_[person.value].unit};
    add_to_fingerprint(Fact::Kind::assessed, detail, keys_[person.value], unit, SeatId::none());
    remark(Fact::Kind::assessed, detail, person);
}

// Conservation gates (stock = stock + entries - exits per unit and tier, holders within quota, filled within places
// plus supernumerary, payroll = sum of components …). Throws InvariantError naming day, rule and ids. Called at every
// year end.
void check_gates(const County& county);

}  // namespace staffsim
