// One county on its way through time: the calendar, the rules in force, and which rule answers which event. The engine
// decides nothing itself.
#pragma once

#include <memory>
#include <vector>

#include "sim/engine/simulate.hpp"
#include "sim/kernel/calendar.hpp"
#include "sim/kernel/routine_lists.hpp"

namespace staffsim::engine {

class CountyRun {
  public:
    CountyRun(const CountyPlan& plan, const PolicyTimeline& policy, RandomKey key, Day start);

    // People of the first day, then empty seats and places open.
    void settle_full();
    void settle_roster(const StartState& start);

    // Runs whole years from the start; calls the sink after each.
    void run(int years, Sink& sink);

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
        RulesView<MotivationRules> motivation;
        RulesView<PerformanceRules> performance;
        const EnvironmentRules* environment = nullptr;
    };

    void finish_settling();
    void switch_policy(Day today);
    void set_rules(const PolicyStep& step);
    void announce_waiting_places(UnitId unit);
    void begin_calendar_year(std::int32_t year);
    void live_day(Day today);
    void handle(const kernel::Event& event);
    void handle_person(EventKind kind, PersonId person);
    void handle_hazard(HazardCause cause, PersonId person);
    void try_to_move_above(PersonId person);
    void suffer_sanction(PersonId person);
    void handle_fill(SeatId seat);

    // routines.cpp
    void do_routines(Day today);
    void review_month(Day today);
    void grow_older(PersonId person);
    void assess_all();
    void train_todays(Day today);

    // After something happened: newcomers get spells and dates, the touched get pay and hazards, openings get fill
    // events.
    void catch_up();
    void welcome(PersonId person);
    void refresh(PersonId person);
    void answer_opening(OpeningId opening);
    void schedule(const Request& request);
    void schedule_retirement(PersonId person);
    void end_year(std::size_t index, Sink& sink);

    const CountyPlan& plan_;
    const PolicyTimeline& policy_;
    Draws draws_;
    County county_;
    Requests requests_;
    World world_;
    kernel::Calendar<OrderKey> calendar_;
    kernel::RoutineLists training_days_;
    Rules rules_;
    std::size_t next_step_ = 0;
    std::vector<UnitPressure> pressure_;
    Day next_review_;
    std::vector<Entrant> entrants_;
    std::vector<bool> was_continuous_;             // recruitment, by unit
    std::vector<std::uint32_t> known_generation_;  // of the person in a slot; 0 = nobody yet
    std::vector<bool> on_training_list_;
    int moved_above_this_year_ = 0;
    std::uint32_t handling_ = no_kind;
    std::uint64_t routine_events_ = 0;
    std::int64_t person_days_ = 0;
    std::vector<Fact> facts_;
    static constexpr std::uint32_t no_kind = 0xFFFFFFFFu;
};

// One pass over everybody at year end: stocks of the tally.
void take_stocks(const RulesView<CompetitionRules>& rules, County& county);

}  // namespace staffsim::engine
