// Filling titled posts. Motion and inspection take the lead time, an open competition its exam, and everybody a public
// notice; candidates are those of the feeder posts in the area who meet the conditions; the regime of the post's ladder
// chooses; the winner's own position opens next, or is kept for the trial. Too few candidates: widen the area (of those
// who then stand one is appointed if they are still too few), appoint one of all who are eligible, or leave the post
// empty until the next round. Each is counted. Every few years leadership teams change: older leaders step down to the
// second line, others hand their posts round. In textbook models an opening may also be filled from an equal post or
// from outside (regime fixed_probabilities), or people pushed (regime push).
#pragma once

#include <array>
#include <optional>

#include "sim/levers/table.hpp"
#include "sim/processes/shared/calendar_years.hpp"
#include "sim/processes/shared/performance.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

enum class Regime : std::uint8_t {
    seniority,
    appointment,
    competition,
    random,
    best_record,
    push,
    fixed_probabilities
};
enum class TooFew : std::uint8_t { widen, appoint, leave_empty };
enum class CandidateArea : std::uint8_t { as_post, unit, same_kind, county };

inline constexpr std::size_t component_count = 4;  // written, interview, democratic rating, record

struct LadderRules {
    Regime regime;
    int lead_days, retry_days;
    double min_years_in_tier, min_township_years, max_age;
    int candidates, min_candidates;
    TooFew if_too_few;
    double competition_share;  // of posts under the regime competition; the others are filled by appointment
    CandidateArea area;
    double push_probability;  // regime push: a year, of those who meet the conditions
};

struct TrialRules {
    int days;
    double failure;
    bool reserve_former;
};

enum class SecondLineTiming : std::uint8_t { yearly, at_change };
struct LeadershipRules {
    int change_years;  // 0: never
    int first_change;  // calendar year
    MonthDay day;
    double rotation_share;
    double second_line_age;
    SecondLineTiming second_line_timing;
    double second_line_presence;
    double term_years;  // most years in one post; 0: no limit
};

struct CompetitionRules {
    std::array<LadderRules, ladder_count> ladder;  // by Ladder; the entry's is unused
    std::array<double, component_count> weights, validity;
    int exam_days, notice_days;
    TrialRules trial;
    LeadershipRules leadership;
    double appointment_validity, appointment_seniority_weight, network_bias;
    double long_service_credit, front_line_credit;
    double second_title_share;  // of middle-level posts, given to a deputy leader of the unit
    bool whole_career;          // best_record: mean of all scores, not of the last three
    MonthDay push_day;
};
const levers::Table<CompetitionRules>& competition_levers();

// Candidates who meet the conditions for a seat within an area, in no order that matters.
std::vector<PersonId> eligible_candidates(const LadderRules& rules, const County& county, SeatId seat, Area area);

// The one whom the regime chooses; `candidates` is not empty.
PersonId choose(Regime regime, const CompetitionRules& rules, const PerformanceRules& performance, const World& world,
                SeatId seat, const std::vector<PersonId>& candidates);

// Who decides on the present opening of a seat: with a share of competitions, drawn by opening.
Regime regime_of(const LadderRules& rules, const World& world, SeatId seat);
// Days from the opening of a seat to its filling, when there are candidates.
int days_to_decision(const CompetitionRules& rules, const World& world, SeatId seat);

struct FillOutcome {
    PersonId winner;               // none: the seat stays empty, and a retry was asked for
    std::vector<PersonId> losers;  // of a competition
    bool from_outside = false;     // the seat is to be taken by somebody who enters the county's service
};
// The fill event of an empty seat.
FillOutcome fill_seat(const CompetitionRules& rules, const PerformanceRules& performance, World& world, SeatId seat);

// Whoever was put down a level, or came back from a trial to a post that was given away, and has no seat takes an empty
// one of that level in the own unit, if there is one and the person may be moved: a move of equal level, no rise.
void take_empty_seat_of_own_level(World& world, PersonId person);

// The trial of a promotion ends: passed or failed by an addressed draw. Whether it was passed.
bool end_trial(const CompetitionRules& rules, World& world, PersonId person);
// Township leaders born on that day or earlier step down to the second line on a set day from today, which is yet to be
// lived, up to the last one, if still in their posts; none where nobody does.
std::optional<Day> born_by_to_step_down(const LeadershipRules& rules, Day today, Day last);
// Leaders who are old enough step down; those whose years in the post are over change posts with leaders of other
// townships, among themselves or with the one longest in such a post; in a year of change a share of the others hand
// their posts round.
void change_leadership(const RulesView<CompetitionRules>& rules, World& world);
// Whether vacancies of the seat wait for the push day instead of calling somebody (regime push).
bool waits_for_push(const CompetitionRules& rules, const County& county, SeatId seat);
// The push day of textbook models (theory A): everybody who holds a feeder post of a pushed ladder, and meets its
// conditions, moves up with the ladder's probability into a vacant seat of the own unit (not one kept for somebody on
// trial); those of the highest posts first, then by lot; at most one step a year. Returns who moved.
std::vector<PersonId> push_up(const RulesView<CompetitionRules>& rules, World& world);

}  // namespace staffsim
