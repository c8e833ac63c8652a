// What is counted while a county lives, by unit or by cell (unit, tier). Flows are one increment when something
// happens; stocks are taken in one pass at year end; exposures and pay accrue by whole days whenever the cell changes.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/foundation/date.hpp"
#include "sim/model/person.hpp"
#include "sim/model/unit_service.hpp"

namespace staffsim {

enum class Flow : std::uint8_t {
    exit_retirement,
    exit_early_retirement,
    exit_resignation,
    exit_moved_above,
    exit_death,
    exit_dismissal,
    exit_failed_probation,  // in the order of ExitCause
    moved_to_county_organ,  // but for swaps of places, as below
    // What everybody has every year, in one cache line of the unit.
    assessed,
    trainings,
    training_milli_days,
    skill_gained_milli,  // by training, thousandths of a z of one of the three skills
    excellent,
    basically_competent,
    incompetent,
    moved_to_township,
    moved_in,  // moves between units of the county, swaps too
    entered_open_exam,
    entered_institution_staff,
    entered_village_cadre,
    entered_village_official,
    entered_service_programme,  // in the order of Channel
    promoted_to_middle,
    promoted_to_deputy,
    promoted_to_chief,
    seats_advertised,
    seats_filled,
    applicants,
    competitions,
    competitions_too_few,
    seats_left_empty,
    lost_competitions,
    openings_filled,
    chains_closed,  // of at least one link
    chain_links,
    excellent_truly_best,
    sanctions,
    exchanges_begun,
    front_line_begun,
    rank_promotions,
    moves_refused,
    demotions,
    stepped_down,
    trials,
    trials_failed,
    leaders_rotated,       // drawn at a change of teams; neither whose term was over nor who changed with them
    posts_by_competition,  // posts filled, by who decided
    posts_by_appointment,
    targets_missed,
    targets_waived,
    results_capped,
    merits,
    left_mid_career,       // of own will, aged 35 to 49
    budget_bound,          // years in which the budget for extra pay was too small
    rank_waits_for_quota,  // years in which the quota alone kept somebody from a rank
    borrowings_begun,
    exchange_transfers,  // people, two a pair
    rotations,           // of office heads, people
    seats_cancelled,     // fewer applicants than the opening ratio
    seats_unfilled,      // advertised, and nobody came
    withdrawals,         // chosen, but gone before the day of entry
    specialty_seats,
    local_seats,
    degree_seats,
    institution_hands_taken,
    quit_on_probation,
    left_first_year,             // until the first anniversary of entry, all causes
    first_years_completed,       // people still there on the day after
    minimum_service_ended,       // people
    left_after_minimum_service,  // own will, within two years of its end: resigned, moved above or to a county organ
    resigned_after_minimum_service,
    retired_flexibly,
    misconduct,  // whether found or not
    misconduct_found,
    found_by_complaint,
    misconduct_lapsed,  // can no longer be proved
    hidden_case_days,   // booked by the month ahead
    cases_cleared,
    training_no_shows,
    training_without_place,  // people who would have gone, had there been a place
    training_credits_short,
    // what rules did that rarely do anything (measures/rules.hpp)
    dismissals_by_result,  // asked for, the person leaves the next day
    steps_back_by_result,
    fields_widened,
    sanctions_added,  // while another one was in force
    borrowings_extended,
    terms_ended,  // leaders whose years in the post were over, and who changed it
    second_titles,
    first_promoted_to_middle,  // first time at that level or above, of all the career that is known
    first_promoted_to_deputy,
    first_promoted_to_chief,  // in the order of Ladder
    // Posts filled by competition or appointment, and whom they went to: one of the two best of those eligible.
    heads_chosen,
    heads_truly_best,
    leaders_chosen,
    leaders_truly_best,
    rises_to_lead,  // chosen for a higher leadership post, where the person came from; and of these the able
    rises_of_able,
    exchanges_not_found,  // people whom the year's plan of exchange asked for beyond those who could go
    count
};
inline constexpr std::size_t flow_count = static_cast<std::size_t>(Flow::count);
// All flows of a unit, in whole cache lines.
struct alignas(64) FlowRow : std::array<std::int64_t, flow_count> {};
static_assert(static_cast<std::size_t>(Flow::assessed) % 8 == 0, "what everybody has begins a cache line");

enum class Stock : std::uint8_t {
    staff,
    places,
    empty_places,
    over_establishment,
    titled_seats,
    empty_titled_seats,
    empty_leadership_seats,
    age_years,
    under_35,
    women,
    degree,
    native,
    skill,
    skill_mass_work,
    performance,  // of those assessed so far
    motivation,
    over_10_years_lowest_tier,
    at_lowest_tier,
    away_exchange,
    away_front_line,
    hands_present,  // mean of the year, less those in training
    succession_candidates,
    leadership_openings_3_years,
    sanction_in_force,
    monthly_pay_fen,
    effort_shift,  // of those assessed so far
    second_line,
    leaders,
    leader_ability,
    mid_career,  // 35 to 49 years old
    away_borrowed,
    field_fit,
    institution_hands_missing,
    skill_administration,
    skill_law,
    in_training,  // hands away for training and education, mean of the year
    warning_in_force,
    demerit_in_force,
    major_demerit_in_force,
    demotion_in_force,
    removal_in_force,  // in the order of Sanction
    under_inquiry,
    service_attitude,  // of the unit's climate, by head
    assessed_so_far,   // people with a grade on record that they were given by an assessment
    heads,             // in middle posts of their own
    head_ability,
    service_years,
    post_years,                // in the present post
    units_with_leaders,        // units with leadership posts
    units_without_candidates,  // of these, where nobody may be chosen for one
    able_candidates,           // of succession_candidates, abler than the mean entrant
    soon_after_minimum_service,
    count
};
inline constexpr std::size_t stock_count = static_cast<std::size_t>(Stock::count);

// Costs beside payroll.
enum class OneOff : std::uint8_t {
    recruitment,
    training,
    exchange,
    front_line,
    awards,
    living_conditions,
    education,
    supervision
};
inline constexpr std::size_t one_off_count = 8;

// Whole days accrued in a cell since the year began.
struct Exposure {
    std::int64_t person_days = 0;
    std::array<std::int64_t, pay_component_count> pay_milli_fen{};
    std::int64_t pay_total_milli_fen = 0;  // accrued on its own, for the payroll gate
};

// Vacancy chains of the whole county: how long those were that ended, and how long each link stayed empty. Longer ones
// than `longest` count there.
struct ChainTally {
    static constexpr std::size_t longest = 8;
    std::array<std::int64_t, longest> ended{};  // chains, by number of links
    std::int64_t links_beyond = 0;              // of longer chains, what `ended` does not say
    // Openings filled and the days that took: by place in the chain, and by ladder of the post (entry: a clerk's
    // place).
    std::array<std::int64_t, longest> filled{}, days{};
    std::array<std::int64_t, ladder_count> filled_on{}, days_on{};

    void end_with(std::int64_t links) {  // at least one
        const std::int64_t shown =
            links < static_cast<std::int64_t>(longest) ? links : static_cast<std::int64_t>(longest);
        ++ended[static_cast<std::size_t>(shown - 1)];
        links_beyond += links - shown;
    }
    void fill(std::uint32_t place, Ladder ladder, std::int64_t after_days) {
        const std::size_t at = place < longest ? place - 1 : longest - 1;
        ++filled[at], days[at] += after_days;
        ++filled_on[static_cast<std::size_t>(ladder)], days_on[static_cast<std::size_t>(ladder)] += after_days;
    }
};

// Seats of recruitment advertised and filled, and who applied for them: of one unit, by channel.
struct ChannelSeats {
    static constexpr std::size_t kinds = 3;
    static_assert(static_cast<std::size_t>(Flow::applicants) - static_cast<std::size_t>(Flow::seats_advertised) + 1 ==
                  kinds);
    std::array<std::array<std::int64_t, kinds>, channel_count> counted{};
    static std::size_t kind_of(Flow flow) {
        return static_cast<std::size_t>(flow) - static_cast<std::size_t>(Flow::seats_advertised);
    }
    void add(Channel channel, Flow flow, std::int64_t by) {
        counted[static_cast<std::size_t>(channel)][kind_of(flow)] += by;
    }
    std::int64_t of(std::size_t channel, Flow flow) const { return counted[channel][kind_of(flow)]; }
};

// One year of one county. The cell of unit u and tier t is u * tiers + t.
struct YearTally {
    std::int32_t year = 0;
    std::size_t tiers = 1;
    std::vector<FlowRow> flows;                           // by unit
    std::vector<std::array<double, stock_count>> stocks;  // by unit, as far as they are taken, see has_stocks
    std::vector<Exposure> exposure;                       // by cell
    std::vector<std::int64_t> empty_place_days;           // by unit
    std::vector<std::int64_t> empty_seat_days;            // by unit, leadership seats
    std::vector<std::int64_t> opening_days;               // by unit, on which openings stood open
    std::vector<double> hand_days;                        // by unit: days of hands present, those in training included
    std::vector<double> training_days;                    // by unit: person-days away for training and education
    bool has_stocks = false;                              // taken this year; otherwise all are 0
    std::int64_t days = 0;                                // days of the year that were simulated
    std::vector<std::array<std::int64_t, one_off_count>> one_off_fen;  // by unit
    std::vector<std::int32_t> opening_staff;                           // by cell, when the year began
    std::vector<ChannelSeats> seats;                                   // by unit
    std::vector<ServiceYear> service;                                  // by unit: service to the public
    ChainTally chains;                                                 // of the whole county
    std::vector<std::int32_t> joined, departed;  // by cell: people who came into and went out of it, for the stock gate

    void add(std::size_t unit, Flow flow, std::int64_t by) { flows[unit][static_cast<std::size_t>(flow)] += by; }
    void reset(std::size_t units, std::size_t tier_count);
};

}  // namespace staffsim
