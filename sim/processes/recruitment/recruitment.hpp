// The entrance: annual recruitment through open exam and grassroots channels, the chain's outer end. Seats to advertise
// = (places − staff − approved entrants) × approved share. A year has one or two rounds, each with its days of
// announcement, exam, interview and entry; a place that stays empty waits for the next announcement. Applicants have
// names of their own (unit, year, round, channel, seat, number), so their scores do not depend on what other posts do.
// County organs fill part of their places by open selection among township staff. Continuous recruitment (textbook
// models) decides on each place when it falls empty. Left out: applicants who try again, exams shared by several seats.
#pragma once

#include <array>
#include <optional>

#include "sim/levers/table.hpp"
#include "sim/processes/shared/performance.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

// The place of a channel in arrays by channel.
constexpr std::size_t at(Channel channel) { return static_cast<std::size_t>(channel); }

enum class RecruitmentMode : std::uint8_t { annual, continuous, fixed_number };
enum class SeatFill : std::uint8_t { applicants, fixed };

// Days of one round. A step whose day comes before that of the step ahead of it is taken in the next year.
struct RoundDays {
    MonthDay announcement, exam, interview, entry;
    // Years from the calendar year of a step to that of entry.
    int years_from_interview() const { return entry < interview ? 1 : 0; }
    int years_from_exam() const { return years_from_interview() + (interview < exam ? 1 : 0); }
    int years_from_announcement() const { return years_from_exam() + (exam < announcement ? 1 : 0); }
};
inline constexpr std::size_t most_rounds = 2;

struct RecruitmentRules {
    RecruitmentMode mode;
    int lead_days;          // continuous mode
    int entrants_per_year;  // fixed-number mode, each unit
    bool poisson_entrants;  // … drawn with that mean
    int rounds_per_year;
    std::array<RoundDays, most_rounds> round;
    double approved_share;
    std::array<double, channel_count> seats;
    double minimum_service_years;
    std::array<double, channel_count> extra_service_years;  // by channel, added
    // conditions of a seat
    int opening_ratio;
    double specialty_share, degree_share, local_share;  // of township seats (specialty: of all) with the condition
    std::array<double, channel_count> max_age;
    double max_age_postgraduate;
    int relaxed_from_class;  // remoteness class; above 3: nowhere
    bool relaxed_degree;
    double relaxed_local_share;
    int relaxed_opening_ratio;
    // applicants
    SeatFill seat_fill;
    double fixed_fill_probability;
    std::array<double, channel_count> applicants_per_seat;
    double remote_effect, county_organ_factor;
    double pay_elasticity, pay_centre, pay_centre_organs;
    double service_effect;  // log loss of applicants per year of minimum service beyond five
    double exam_validity, acceptance;
    std::array<double, channel_count> channel_validity, channel_acceptance;  // over those of the open exam
    double withdrawal;                                                       // per month from interview to entry
    std::array<double, channel_count> ability_mean;
    std::array<double, channel_count> entry_age;
    double entry_age_spread, older_share, share_women, mass_work_bonus, skill_ability_correlation;
    std::array<double, channel_count> native_share;
    std::array<double, 4> education;
    std::array<double, channel_count> without_degree;  // share with junior college, beyond that of `education`
    std::array<double, 6> fields;
    int probation_days;
    double failed_probation, quits_on_probation;
    Money cost_per_seat;
    int institution_refill_days;
    // open selection of township staff by county organs
    double open_selection_share;
    MonthDay open_selection;
    double open_selection_max_age, open_selection_min_township_years;
    int open_selection_candidates;
};
const levers::Table<RecruitmentRules>& recruitment_levers();

// What a seat asks of its applicants beside passing the exam.
struct SeatConditions {
    bool specialty = false;  // a field of study that the unit needs
    bool degree = false;     // a bachelor's degree
    bool local = false;      // from this county
    int opening_ratio = 1;
};

// A successful applicant on the way to entry.
struct Entrant {
    UnitId unit;
    Channel channel = Channel::open_exam;
    EntityKey key;
    float ability = 0;
    SeatConditions conditions{};
    std::optional<Field> field{};  // decided by a specialty requirement
    std::uint8_t round = 0;
    Day interview{};
};

// An applicant by number and the quantile of the exam score among all who might apply.
struct Candidate {
    int number = -1;
    double score_quantile = 0;
};
// The three best of the exam, best first; number -1 where there are fewer.
using Shortlist = std::array<Candidate, 3>;

// A seat between its announcement and the interview. Its place counts as promised meanwhile.
struct AdvertisedSeat {
    UnitId unit;
    Channel channel = Channel::open_exam;
    EntityKey key;  // of unit, year, round, ordinal and channel
    SeatConditions conditions{};
    std::uint8_t round = 0;
    int applicants = 0;
    Shortlist shortlist{};
};

// What was decided on a unit's empty places for a year of entry, whose plan is approved once: a later round, or the
// open selection, does not ask again; continuous recruitment asks again with the next calendar year.
struct YearsPlaces {
    std::int32_t year = 0;
    int kept_back = 0;        // from the exams, for open selection
    int not_approved = 0;     // to be filled this year
    int came_to_nothing = 0;  // approved and advertised, but nobody will come
    // continuous mode
    int called = 0;  // recruits on their way
    int decided_today = 0;
    Day decided_on{-1000000};
};

// Everything that is under way.
struct Intake {
    std::vector<AdvertisedSeat> announced, examined;
    std::vector<Entrant> chosen;
    std::vector<YearsPlaces> places;  // by unit, as far as one has been asked for
    YearsPlaces& places_of(UnitId unit) {
        if (unit.value >= places.size()) places.resize(unit.value + 1);
        return places[unit.value];
    }
};

// Pay grades above (below 0: below) a bachelor's with which somebody enters, and the parallel rank at entry (1 lowest).
// Source: domain §5 (entry grades 26, 25, 24, 22; ranks: master 四级主任科员, doctor 二级主任科员).
int grades_at_entry(Education education);
int rank_at_entry(Education education);
// Chance in what an applicant brings along beside ability, by the applicant's key.
struct AttributeLuck {
    std::array<double, 4> facts{};   // uniform: sex, age, education, field
    std::array<double, 7> traits{};  // normal: skills, disposition, learning, integrity, taste
    double home = 0;                 // uniform: whether a native
};
// Where nobody reads traits (World::traits_are_read), facts alone are drawn.
AttributeLuck attribute_luck(const World& world, EntityKey applicant);
std::vector<AttributeLuck> attribute_luck(const World& world, std::span<const EntityKey> applicants);
// What a person who enters today brings along: birth, sex, education, traits. Traits that nobody reads are NaN.
County::Newcomer newcomer(const RecruitmentRules& rules, const World& world, const Entrant& entrant,
                          const AttributeLuck& luck);
inline County::Newcomer newcomer(const RecruitmentRules& rules, const World& world, const Entrant& entrant) {
    return newcomer(rules, world, entrant, attribute_luck(world, entrant.key));
}
// Enters somebody and asks for the events of a newcomer (probation, minimum service, refill of institution staff).
PersonId admit(const RecruitmentRules& rules, World& world, const Entrant& entrant);
// Somebody from outside takes an empty titled post at once, otherwise as a recruit of the open exam; the unit must have
// an empty place.
PersonId admit_to_seat(const RecruitmentRules& rules, World& world, SeatId seat);

// Mean number of applicants of a seat: channel, remoteness, relative pay, minimum service, and the share of possible
// applicants who meet its conditions. `relative_pay`: see unit_relative_pay.
double mean_applicants(const RecruitmentRules& rules, const PerformanceRules& performance, const County& county,
                       UnitId unit, Channel channel, const SeatConditions& conditions, double relative_pay);
// Mean log of own over outside pay of the unit's untitled staff; nothing when there are none.
std::optional<double> unit_relative_pay(const County& county, UnitId unit);
// Share of a channel's possible applicants who are not too old.
double share_young_enough(const RecruitmentRules& rules, Channel channel);

// Those with the highest scores in the exam of a seat.
Shortlist best_three(const Draws& draws, EntityKey seat, int applicants);
// The first of the shortlist who accepts; with fixed filling somebody by that probability.
std::optional<Entrant> choose(const RecruitmentRules& rules, const PerformanceRules& performance, const World& world,
                              const AdvertisedSeat& seat);

// --- the steps of a round
// The round of a calendar year of entry, which names its places: two of them may be announced in one year.
struct RoundOf {
    std::int32_t year = 0;
    std::size_t round = 0;
};
void announce_seats(const RulesView<RecruitmentRules>& rules, const RulesView<PerformanceRules>& performance,
                    World& world, Intake& intake, RoundOf of);
// Costs money, and shows who is best.
void hold_exams(const RulesView<RecruitmentRules>& rules, World& world, Intake& intake, std::size_t round = 0);
// The best who accepts is chosen; a seat whose three best decline stays empty.
void hold_interviews(const RulesView<RecruitmentRules>& rules, const RulesView<PerformanceRules>& performance,
                     World& world, Intake& intake, std::size_t round = 0);
// Those who have not found something else meanwhile enter; whether there were any.
bool admit_entrants(const RulesView<RecruitmentRules>& rules, World& world, Intake& intake, std::size_t round = 0);

// How a day on which probation may end turns out: not today, passed, failed, or given up by the recruit.
enum class ProbationEnd : std::uint8_t { not_today, passed, failed, quit };
ProbationEnd end_of_probation(const RecruitmentRules& rules, World& world, PersonId person);
// Of somebody who has come: asks for the day on which probation ends (when the person gives up, where that is still to
// come, or the last one) and for that on which the minimum service does, where there are such days.
void expect_ends_of_terms(const RecruitmentRules& rules, World& world, PersonId person);

// --- continuous mode
// A place that has fallen empty is decided on: refused for this year, kept back for open selection, or a recruit is on
// the way. False where something has been decided on all empty places.
bool decide_on_place(const RecruitmentRules& rules, World& world, Intake& intake, UnitId unit);
// A recruit is called for a place that is approved already, where one is empty.
void call_recruit(const RecruitmentRules& rules, World& world, Intake& intake, UnitId unit);
// A new year: places that the last one's plan refused are decided on again.
void decide_anew(const RulesView<RecruitmentRules>& rules, World& world, Intake& intake);
// Somebody arrives at a unit, if a place is free. Where the place is for institution staff and there are none, another
// is called.
void continuous_arrival(const RecruitmentRules& rules, World& world, Intake& intake, UnitId unit);
// Fixed-number mode (theory A): so many enter each unit, whatever is vacant, as far as there are empty places at all.
void admit_fixed_number(const RulesView<RecruitmentRules>& rules, World& world);
// County organs choose township staff for the places kept back for it, and, where recruitment is annual, for a share of
// those that fell empty since. Where it is continuous, recruits are called for what stays empty.
void hold_open_selection(const RulesView<RecruitmentRules>& rules, World& world, Intake& intake);

}  // namespace staffsim
