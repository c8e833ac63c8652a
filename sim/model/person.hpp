// A civil servant, split by how often each part is read. Hot: where somebody sits, read at every event. Warm: traits,
// pay and hazards, read at reviews. Cold: who somebody is.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

#include "sim/foundation/date.hpp"
#include "sim/foundation/ids.hpp"
#include "sim/foundation/money.hpp"
#include "sim/foundation/random.hpp"
#include "sim/foundation/real.hpp"
#include "sim/kernel/hazard.hpp"
#include "sim/model/terms.hpp"

namespace staffsim {

// Where a person's hands are. Away from home, the person still fills a place of the home unit.
// Borrowed: informally, by a county organ.
enum class Assignment : std::uint8_t { home, exchange, front_line, borrowed };
// What the front line of somebody on front-line exercise is.
enum class FrontLineKind : std::uint8_t { village, project, stability, family_planning };
inline constexpr std::size_t front_line_kind_count = 4;

struct PersonHot {
    std::uint16_t unit = 0;  // home unit, whose place the person fills
    std::uint16_t host = 0;  // unit of presence; the home unit unless on exchange or borrowed
    std::uint8_t post = 0;   // post type
    std::uint8_t tier = 0;   // of the post type
    Assignment assignment = Assignment::home;
    bool in_service = false;
    bool on_probation = false;
    bool barred_from_promotion = false;  // until the next assessment (basically competent and worse; a failed trial)
    bool second_line = false;            // stepped down from a leadership post: keeps its level, holds no seat
    bool on_trial = false;               // of a promotion
    bool under_inquiry = false;          // into misconduct: no promotion, no leaving of own will
    bool two_titles = false;             // holds a second title, see PersonCold
    bool works_in_part = false;          // not with one whole pair of hands, or not in the own unit
    SeatId seat;                         // titled post, or none
    std::uint32_t generation = 0;        // of the slot; stale events carry an older one
    Day minimum_service_until;           // no resignation, transfer or open selection before
    Day sanction_until;                  // no promotion before
};
static_assert(sizeof(PersonHot) <= 32, "the hot part of a person must stay within half a cache line");

// Whether any state but a sanction keeps somebody from being promoted: one look at the five that lie together.
inline bool is_out_of_the_running(const PersonHot& person) {
    constexpr std::size_t first = offsetof(PersonHot, on_probation);
    static_assert(offsetof(PersonHot, barred_from_promotion) == first + 1 &&
                  offsetof(PersonHot, second_line) == first + 2 && offsetof(PersonHot, on_trial) == first + 3 &&
                  offsetof(PersonHot, under_inquiry) == first + 4 && std::endian::native == std::endian::little);
    std::uint64_t states = 0;
    std::memcpy(&states, reinterpret_cast<const unsigned char*>(&person) + first, sizeof states);
    return (states & 0xFFFFFFFFFFu) != 0;
}

// Latent traits, population z-scores. Fixed: ability, learning, integrity, taste, disposition, innate skill. The rest
// moves. A whole cache line: what training moves lies together.
struct alignas(64) Traits {
    float ability = 0;
    float learning = 0;  // learning motivation
    float integrity = 0;
    float taste = 0;        // for public service
    float disposition = 0;  // work motivation to which the person returns
    float motivation = 0;   // work motivation today
    std::array<float, skill_count> innate{};
    std::array<float, skill_count> trained{};     // added by training, capped
    std::array<float, skill_count> experience{};  // added by front line and exchange, capped
    float fading = 1;  // speed at which what was learned fades, by the methods it was learned with

    float skill(std::size_t kind) const { return innate[kind] + trained[kind] + experience[kind]; }
    float mean_skill() const { return (skill(0) + skill(1) + skill(2)) / 3.0f; }
};
static_assert(sizeof(Traits) == 64, "the traits of a person must fill one cache line");

// Training of a person: read on the own training day, and by the assessment whether required credits were missed.
struct Learning {
    std::int16_t place_year = 0;  // of training: latest year in which it was given, where places were limited
    std::int16_t short_year = 0;  // latest year in which required training was missed
    Day last_trained{-1000000};
};

// Pay grades are told from that with which a bachelor enters; 27 is the lowest and 1 the highest one (handbook).
inline constexpr int bachelor_grade = 25, lowest_grade = 27;
inline constexpr std::size_t rank_count = 12;  // of general management

inline constexpr std::size_t pay_component_count = 6;
enum class PayComponent : std::uint8_t { basic, rank, allowance, long_service, bonus, welfare };

// Position in the pay system and clocks set by assessments.
struct alignas(64) PayState {
    std::int16_t steps = 0;       // steps gained since entry
    std::int16_t grades = 0;      // pay grades above that with which a bachelor enters, or below
    std::int16_t step_clock = 0;  // competent years towards the next step
    std::int16_t grade_clock = 0;
    std::int16_t rank = 1;  // parallel rank, 1..12
    float rank_credit = 0;  // excellent years in this rank
    Day rank_since;         // from when years in this rank count: moved on by years that do not
    float relative = 0;     // log of own pay over the outside option
    Money monthly;          // total a month
    Money outside;          // what the outside option paid when `relative` was taken
    std::array<DailyRate, pay_component_count> rate{};
};
static_assert(sizeof(PayState) == 64, "the pay of a person must fill one cache line");

inline constexpr std::size_t hazard_cause_count = 5;
enum class HazardCause : std::uint8_t { resignation, moved_above, early_retirement, death, sanction };

// A factor e^log of a hazard, computed anew only when its logarithm changes.
struct LogFactor {
    float log = 0;
    float factor = 1;
};

// Of the personal hazards that follow from what a person is.
struct LeavingFactors {
    LogFactor resignation, moved_above, sanction;
};

using YearlyHazards = std::array<float, hazard_cause_count>;  // of a person, before the unit's factor

// Integrated hazards of the personal causes, in one cache line: the spells in the parts that they are made of. The
// clocks are those of the unit `clock_unit`.
struct alignas(64) Leaving {
    std::array<std::uint64_t, hazard_cause_count> left_at_nought{};  // of spells
    YearlyHazards in_force{};                                        // 0 while the cause is forbidden
    std::uint16_t clock_unit = 0;
    std::uint8_t thresholds = 0;  // a bit for every cause whose threshold has been drawn, when it became possible

    bool has_threshold(std::size_t cause) const { return (thresholds >> cause & 1u) != 0; }
    kernel::Spell spell(std::size_t cause) const {
        const auto yearly = static_cast<double>(in_force[cause]);
        return kernel::Spell::restored(left_at_nought[cause], kernel::personal_rate(yearly));
    }
    // Of the same hazard as before.
    void keep(std::size_t cause, const kernel::Spell& spell) { left_at_nought[cause] = spell.left_at_nought(); }
    // From `reading` on.
    kernel::Spell change_hazard(std::size_t cause, float yearly, std::int64_t reading) {
        kernel::Spell changed = spell(cause);
        changed.change_rate(kernel::personal_rate(static_cast<double>(yearly)), reading);
        in_force[cause] = yearly;
        keep(cause, changed);
        return changed;
    }
};
static_assert(sizeof(Leaving) == 64);

// Results on record and what the last assessment saw.
struct Record {
    std::array<Result, 3> results{};  // most recent last
    std::array<float, 3> scores{};    // composite scores of the same years
    float performance = 0;            // true performance of the last assessed year
    std::uint8_t scored_years = 0;    // at most 3
    std::uint8_t years_since_excellent = 255;
    std::uint16_t all_years = 0;  // years with a score
    float all_scores = 0;         // their sum
    float front_line_years = 0;
    float effort_shift = 0;              // z of effort drawn to what indicators measure, last assessed year
    std::uint8_t excellent_run = 0;      // excellent years in succession since the last merit
    std::uint8_t lost_competitions = 0;  // since the last promotion, at most 255

    // The newest year's result, and, with a grade, what it was found by.
    void add_result(Result result) {
        results = {results[1], results[2], result};
        if (years_since_excellent < 255) ++years_since_excellent;
        if (result != Result::excellent) excellent_run = 0;
    }
    void add_score(float score, float true_performance) {
        scores = {scores[1], scores[2], score};
        performance = true_performance;
        all_scores += score;
        all_years = static_cast<std::uint16_t>(all_years + 1);
        scored_years = scored_years < 3 ? static_cast<std::uint8_t>(scored_years + 1) : 3;
    }
    float career_mean() const { return all_years == 0 ? 0.0f : all_scores / static_cast<float>(all_years); }
    float mean_score() const {
        float sum = 0;
        for (std::size_t i = 3 - scored_years; i < 3; ++i) sum += scores[i];
        return scored_years == 0 ? 0.0f : sum / static_cast<float>(scored_years);
    }
};

// What is kept of a person on paper or in people's heads, in one cache line.
struct alignas(64) PersonnelFile {
    Record record;
    Learning learning;
    // How well somebody is connected to those who appoint, z; NaN until it is asked for the first time.
    double connection = std::numeric_limits<double>::quiet_NaN();
};
static_assert(sizeof(PersonnelFile) == 64);

// Where the hands of a person are: shares of a pair that stay with the own unit, and that are used.
struct Presence {
    float at_home = 1;
    float hands = 1;  // less while settling in
};

// The first year ends with the first anniversary of entry, on which probation ends.
inline Day day_after_first_year(Day entry) { return add_years(entry, 1) + 1; }

// From the 35th birthday to the day before the 50th.
inline bool is_mid_career(Day birth, Day today) {
    return birth <= today - days_reaching(35) && birth > today - days_reaching(50);
}

// Where somebody on trial returns to after a failure.
struct Trial {
    SeatId seat;  // former titled post, or none
    UnitId unit;
    std::uint8_t post = 0;
    Day post_since, tier_since, level_since, until;
};

// Days [from, until) after a move, in which somebody is new to the work and does less of it.
struct SettlingIn {
    Day from{-1000000}, until{-1000000};
};

// Two cache lines; the second is of those who are away, on trial or under a sanction.
struct alignas(64) PersonCold {
    EntityKey key;
    Day birth;
    Day entry;                 // into the civil service
    Day post_since;            // present post
    Day tier_since;            // present tier
    Day township_since;        // in township service since, if now there
    float township_years = 0;  // completed earlier
    Day level_since;           // present level of the statutory ladder: since entry, its latest rise or fall
    Sex sex = Sex::male;
    Education education = Education::bachelor;
    Field field = Field::other;
    Channel channel = Channel::open_exam;
    bool native = false;
    Sanction sanction = Sanction::none;                 // the gravest in force on the day of the latest
    FrontLineKind front_line = FrontLineKind::village;  // while there
    bool borrowing_extended = false;                    // while borrowed
    std::array<SettlingIn, 2> settling;                 // the two latest, latest last
    Day last_exchange{-1000000};

    Day grave_until{-1000000};       // end of the latest demerit or worse
    Day sanctioned_since{-1000000};  // day of the latest sanction
    std::uint8_t sanctions_received = 0;
    Ladder highest = Ladder::entry;  // level reached so far: in service here, or on the first day
    Day assignment_until;
    Day assignment_since;
    Trial trial;          // while on trial
    SeatId second_title;  // middle-level post that a leader holds besides the own one, or none
    std::array<std::uint16_t, hazard_cause_count> spell_number{};  // spells begun anew (refused moves, sanctions)

    bool has_led() const { return is_leadership(highest); }
};
static_assert(offsetof(PersonCold, grave_until) == 64 && sizeof(PersonCold) == 128);

}  // namespace staffsim
