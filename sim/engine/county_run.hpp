// One county on its way through time: the calendar, the rules in force, and which rule answers which event. The engine
// decides nothing itself.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "sim/engine/agenda.hpp"
#include "sim/engine/simulate.hpp"
#include "sim/engine/turns.hpp"
#include "sim/kernel/calendar.hpp"
#include "sim/kernel/routine_lists.hpp"
#include "sim/processes/conduct/terms.hpp"
#include "sim/processes/pay/terms.hpp"
#include "sim/processes/retention/terms.hpp"
#include "sim/processes/service/public_service.hpp"

namespace staffsim::engine {

class CountyRun {
  public:
    CountyRun(const CountyPlan& plan, const PolicyTimeline& policy, RandomKey key, Day start, int years);

    // Before anybody is settled, for runs that nobody looks at: traits that no rule reads at any time of the run are
    // not drawn (NaN), and first years end without an event.
    void spare_what_nobody_reads();
    // People of the first day, then empty seats and places open.
    void settle_full();
    void settle_roster(const DonorPool& donors);

    // Lives the years that are left; calls the sink after each.
    void run(Sink& sink);
    // Lives on until the evening before `day`, at most to the end of the run; calls the sink after each year that ends
    // on the way. For those who look at the county on a date; facts are collected only by `run`.
    void live_until(Day day, Sink& sink);

    County& county() { return county_; }
    std::uint64_t routine_events() const { return routine_events_; }
    std::int64_t person_days() const { return person_days_; }

  private:
    struct OrderKey {
        const County* county;
        std::uint64_t operator()(const kernel::Event& event) const;
    };
    struct Rules {
        RulesView<PayRules> pay;
        RulesView<RecruitmentRules> recruitment;
        RulesView<CompetitionRules> competition;
        RulesView<AssessmentRules> assessment;
        RulesView<ExchangeRules> exchange;
        RulesView<FrontLineRules> front_line;
        RulesView<TrainingRules> training;
        RulesView<RetentionRules> retention;
        RulesView<ConductRules> conduct;
        RulesView<ServiceRules> service;
        RulesView<MotivationRules> motivation;
        RulesView<PerformanceRules> performance;
        const EnvironmentRules* environment = nullptr;
    };
    // What rules say of the hazards of a unit's people.
    struct HazardTerms {
        LeavingTerms leaving;
        SanctionTerms sanction;
        const KnownHazards* by_post = nullptr;  // where they ask for nothing else
    };

    void fill_unit(UnitId unit);
    void settle(UnitId unit, const County::Newcomer& person, SeatId seat);
    void finish_settling();
    bool is_policy_due(Day today) const {
        return next_step_ < policy_.steps.size() && policy_.steps[next_step_].from <= today;
    }
    void switch_policy(Day today);
    void set_rules(const PolicyStep& step);
    void plan_courses();
    void learn_ahead();
    bool matters_somewhere(const PolicyStep& step) const;
    bool conduct_looks_at_training(const PolicyStep& step) const;
    bool age_matters_somewhere(const PolicyStep& step) const;
    void announce_waiting_places(UnitId unit);
    void call_for_waiting_seats(const RulesView<CompetitionRules>& before);
    void ask_for_fill(const CompetitionRules& rules, SeatId seat);
    void begin_calendar_year(std::int32_t year);
    void apply_budget();
    void live_day(Day today);
    [[gnu::always_inline]] void have_at_hand(const kernel::Event& event) const;
    void hand_over_facts(Sink& sink);
    void handle(const kernel::Event& event);
    void handle_person(EventKind kind, PersonId person);
    void handle_hazard(HazardCause cause, PersonId person);
    void try_to_move_above(PersonId person);
    void do_wrong(PersonId person);
    void handle_fill(SeatId seat);

    // routines.cpp
    Agenda agenda_of_rules() const;
    Turns::Days days_of_turns() const;
    bool is_turn(Turn turn);
    void assess_and_compare();
    void do_dated();
    void review_ranks();
    void recruit();
    void do_routines();
    void end_month();
    bool is_start_of_year(CivilDate date) const;
    void review_people();
    void compare_with_outside();
    void compare_as_on(Day day);
    void push_people();
    void serve_the_public(CivilDate date);
    void assess_all();
    void draw_luck();
    void draw_luck_of_newcomer(PersonId person, bool is_trained_this_year);
    bool assesses_on_anniversaries() const;
    void assess_todays(std::uint32_t day);
    void after_assessment(PersonId person);
    void train_todays(std::uint32_t day);

    // hazards.cpp
    void plan_hazard_terms(const PolicyStep& step);
    const KnownHazards* hazards_by_post(const HazardTerms& terms, std::vector<KnownHazards>& of_block) const;
    const YearlyHazards& known_hazards_of(PersonId person, const KnownHazards* by_post) const;
    YearlyHazards hazards_of(PersonId person, const HazardTerms& terms) const;
    bool are_newcomers(std::span<const PersonId> people) const;
    void begin_hazards_together(std::span<const PersonId> people);
    void refresh_hazards(std::span<const PersonId> people);
    void refresh_sanction_hazards(std::span<const std::uint32_t> slots);
    bool reacts(UnitId unit) const;
    void fade_openings(std::span<const UnitId> units);
    void review_month();

    // After something happened: newcomers get spells and dates, the touched get pay and hazards, openings get fill
    // events.
    void catch_up() {
        if (county_.has_news() || !requests_.empty()) hear_the_news();
    }
    void hear_the_news();
    void meet_touched();
    bool has_been_heard(PersonId person);
    void settle_homecomings();
    void pay_for_days_away(Day day);
    void settle_in_movers();
    void welcome(PersonId person);
    void bid_farewell(PersonId person);
    std::uint32_t enlist(PersonId person);  // the day of the year of the training
    std::uint32_t months_since_start(CivilDate date) const;
    std::uint32_t first_month_from(Day day) const;
    bool know_next_changes(PersonId person) const;
    void plan_next_review(PersonId person);
    void find_next_changes(PersonId person);
    void answer_opening(OpeningId opening);
    void recruit_behind(SeatId seat);
    bool has_had_its_turn(const kernel::Event& event) const;
    void schedule(const Request& request);
    void schedule_retirement(PersonId person, Day earliest);
    void retire_when_free(PersonId person, Day statutory);
    void end_year(std::size_t index, Sink& sink);

    const CountyPlan& plan_;
    const PolicyTimeline& policy_;
    Draws draws_;
    County county_;
    Requests requests_;
    World world_;
    kernel::Calendar<OrderKey> calendar_;
    Day start_, end_;  // end_: first day after the run
    int years_ended_ = 0;
    kernel::RoutineLists training_days_, anniversaries_;
    Rules rules_;
    AnniversaryTerms anniversary_;    // of the county's rules
    bool assessment_matters_ = true;  // to pay, ranks, motivation … of anybody
    Agenda agenda_;                   // of the rules in force
    Turns turns_;
    std::vector<TrainingCourse> courses_;  // of this year, by policy block
    RulesView<TrainingCourse> course_;
    bool training_moves_conduct_ = true;  // of anybody
    bool lessons_are_known_ = false;      // of everybody, see learn_ahead
    bool age_matters_ = true;             // or years of service: to pay or hazards of anybody, though nothing happens
    bool outside_pay_moves_ = true;       // of anybody, when people compare anew
    MonthDay comparison_day_;             // of own pay with pay outside
    std::size_t next_step_ = 0;
    std::vector<UnitHazards> hazards_;  // by unit
    bool hazards_are_known_ = false;    // of all units, for ever
    std::vector<HazardTerms> terms_;    // of units, in the order of a step's blocks
    RulesView<HazardTerms> term_;
    std::vector<std::vector<KnownHazards>> known_hazards_;  // by policy block and post
    bool hazards_are_plain_ = false;                        // everybody's follow from the post
    std::vector<PayTerms> pay_terms_;                       // by policy block
    RulesView<PayTerms> pay_term_;
    PayRefresh pay_;
    PressureOnUnits pressure_;
    PressureOfConduct conduct_pressure_;
    std::vector<UnitId> reviewed_units_;
    PublicService service_;
    BorrowingOrder borrowing_order_;
    // People whose pay or hazards change in a month of the run though nothing happens to them, because they grow older.
    struct Review {
        PersonId person;
        std::uint32_t generation;
    };
    std::vector<std::vector<Review>> reviews_;  // by month since the start
    std::vector<Day> month_begins_;             // of the months since the start
    std::size_t month_ = 0;
    Intake intake_;
    std::vector<bool> was_continuous_;             // recruitment, by unit
    std::vector<OpeningId> recruited_behind_;      // by seat: the opening for which a recruit was called early
    static constexpr std::uint16_t look_anew = 0;  // a step that is none
    struct alignas(32) Known {                     // by slot; half a cache line
        std::uint32_t generation = 0;              // of the person in the slot; 0 = nobody yet
        std::uint32_t heard = 0;                   // with which news hazards were refreshed
        // Days on which own pay and hazards may differ next though nothing happens.
        Day own_pay, hazards;
        Day next_change;  // the first of them when the review was planned
        // What these depend on beside birth and entry: unit and tier, and the step of the policy.
        Day tier_since;
        std::uint16_t unit = 0;
        std::uint16_t step = look_anew;
        std::uint16_t next_review = 0;  // month since the start; 0 = none
        bool reviews_own_pay = false;   // then; otherwise only hazards
    };
    static_assert(sizeof(Known) == 32);
    std::vector<Known> known_;
    std::uint32_t news_ = 0;  // how many times they have been heard
    // Luck of the calendar year, by slot, when a rule asks for it.
    std::vector<double> performance_luck_, training_luck_;
    std::vector<double> lessons_;  // of the year's training, by slot, where they are the same for everybody
    struct Luck {                  // what it was drawn for
        std::int32_t year = 0;
        std::size_t slots = 0, step = 0;
        bool operator==(const Luck&) const = default;
    };
    Luck luck_;
    std::vector<PersonId> touched_, stirred_, moved_, reviewed_, reviewed_pay_;
    std::vector<Homecoming> homecomings_;
    Day stays_paid_until_;  // days away are paid for until the evening before
    ExpectedFactors expected_;
    int moved_above_this_year_ = 0;
    std::uint32_t handling_ = no_kind;
    std::uint64_t filling_ = 0;  // order key of the seat whose filling is or was handled last
    std::uint64_t routine_events_ = 0;
    std::int64_t person_days_ = 0;
    std::vector<Fact> facts_;
    static constexpr std::uint32_t no_kind = 0xFFFFFFFFu;
};

// Whether rules of a block read latent traits of people (ability, skills brought along, motivation, integrity, taste,
// will to learn), or where they come from. Rules that begin to read them must say so here.
bool reads_traits(const Policy& policy);

// One pass over everybody at year end: stocks of the tally.
void take_stocks(const RulesView<CompetitionRules>& rules, const RulesView<PerformanceRules>& performance,
                 const RulesView<TrainingRules>& training, County& county);
// Of units where leaving reacts: how many of their people meet the conditions of a titled post that their own feeds.
void count_competitors(const RulesView<CompetitionRules>& rules, const RulesView<RetentionRules>& retention,
                       County& county);

}  // namespace staffsim::engine
