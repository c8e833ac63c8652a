// The entrance: annual recruitment through open exam and grassroots channels, the chain's outer end. Seats to advertise
// = (places − staff − approved entrants) × approved share. Applicants have names of their own (unit, year, channel,
// seat, number), so their scores do not depend on what other posts do. County organs fill part of their places by open
// selection among township staff. Textbook models use continuous recruitment with a lead time instead.
#pragma once

#include <array>

#include "sim/levers/table.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

enum class RecruitmentMode : std::uint8_t { annual, continuous, fixed_number };
enum class SeatFill : std::uint8_t { applicants, fixed };

struct RecruitmentRules {
    RecruitmentMode mode;
    int lead_days;          // continuous mode
    int entrants_per_year;  // fixed-number mode, each unit
    bool poisson_entrants;  // … drawn with that mean
    MonthDay announcement, entry;
    double approved_share;
    std::array<double, channel_count> seats;
    int opening_ratio;
    double minimum_service_years;
    // applicants
    SeatFill seat_fill;
    double fixed_fill_probability;
    std::array<double, channel_count> applicants_per_seat;
    double remote_effect, county_organ_factor;
    double exam_validity, acceptance;
    std::array<double, channel_count> ability_mean;
    std::array<double, channel_count> entry_age;
    double entry_age_spread, share_women, mass_work_bonus, skill_ability_correlation;
    std::array<double, channel_count> native_share;
    std::array<double, 4> education;
    std::array<double, 6> fields;
    int probation_days;
    double failed_probation;
    Money cost_per_seat;
    // open selection of township staff by county organs
    double open_selection_share;
    MonthDay open_selection;
    double open_selection_max_age, open_selection_min_township_years;
    int open_selection_candidates;
};
const levers::Table<RecruitmentRules>& recruitment_levers();

// A successful applicant on the way to entry.
struct Entrant {
    UnitId unit;
    Channel channel = Channel::open_exam;
    EntityKey key;
    float ability = 0;
};

// Pay grade with which a bachelor enters; 27 is the lowest grade. Pay counts grades from here.
inline constexpr int bachelor_grade = 25;
// Pay grades above (below 0: below) a bachelor's with which somebody enters, and the parallel rank at entry (1 lowest).
// Source: domain §5 (entry grades 26, 25, 24, 22; ranks: master 四级主任科员, doctor 二级主任科员).
int grades_at_entry(Education education);
int rank_at_entry(Education education);
// What a person who enters today brings along: birth, sex, education, traits; all drawn by the applicant's key.
County::Newcomer newcomer(const RecruitmentRules& rules, const World& world, const Entrant& entrant);
// The best applicant who accepts, or nothing. Counts applicants.
struct ExamOutcome {
    bool filled = false;
    Entrant entrant;
};
ExamOutcome hold_exam(const RecruitmentRules& rules, World& world, UnitId unit, Channel channel, EntityKey seat);
// Enters somebody and asks for the events of a newcomer (probation, minimum service).
PersonId admit(const RecruitmentRules& rules, World& world, const Entrant& entrant);

// Annual mode. Announcement and exam: who will enter; entry: they do.
void announce_seats(const RulesView<RecruitmentRules>& rules, World& world, std::vector<Entrant>& entrants);
void admit_entrants(const RulesView<RecruitmentRules>& rules, World& world, std::vector<Entrant>& entrants);
// Continuous mode: somebody arrives at a unit, if a place is empty.
void continuous_arrival(const RecruitmentRules& rules, World& world, UnitId unit);
// Fixed-number mode (theory A): so many enter each unit, whatever is vacant, as far as there are empty places at all.
void admit_fixed_number(const RulesView<RecruitmentRules>& rules, World& world);
// County organs choose township staff for their empty places.
void hold_open_selection(const RulesView<RecruitmentRules>& rules, World& world);

}  // namespace staffsim
