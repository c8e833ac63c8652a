// Breakdowns: staff, exits, resignations, promotions, pay and empty places by unit type, named unit, level of post,
// age, sex, channel of entry and entry cohort; by channel also seats, applicants and how good its people are. Counted
// from facts as they happen and in one pass over staff at year end; observing changes nothing. By unit type and named
// unit everybody is counted; by all else the staff of townships (in a county without any, everybody), so that the parts
// of each breakdown add up to the outcome of the headline group.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/engine/simulate.hpp"
#include "sim/foundation/text.hpp"
#include "sim/measures/outcome.hpp"

namespace staffsim::measures {

enum class Dimension : std::uint8_t { unit_type, unit, tier, age, sex, channel, cohort };
inline constexpr std::size_t dimension_count = 7;
std::string_view id_of(Dimension dimension);
Text words(Dimension dimension);

// One line of a breakdown.
struct Part {
    Dimension dimension = Dimension::unit_type;
    std::string id;  // "township", a unit's id, "entry", "30_34", "female", "open_exam", "2026_2030"
    Text label;
    bool operator==(const Part&) const = default;
};
// Dimension by dimension. Cohorts: by calendar year of entry, in steps of ten years before the start and of five after.
std::vector<Part> parts_of(const CountyPlan& plan, int years);

// What is counted of a part. Staff, pay and empty places are those of the year's end (empty places: mean over the year,
// by unit type and named unit only); the others are counted over the year. Seats, applicants per seat, mean skill and
// mean true performance (of those assessed so far) by channel only.
enum class PartMeasure : std::uint8_t {
    staff,
    leavers,
    resignations,
    promotions,
    pay,
    empty_places,
    seats_offered,
    seats_filled,
    applicants_per_seat,
    skill,
    performance
};
inline constexpr std::size_t part_measure_count = 11;
std::string_view id_of(PartMeasure measure);
Text label_of(PartMeasure measure);
Text unit_of(PartMeasure measure);
bool is_stock(PartMeasure measure);
// Of the people of a part. Others are of places and seats, which a plan of posts tells anyway, or of applicants.
bool is_about_staff(PartMeasure measure);

// Leavers as in the outcome of that name: exits of all causes and moves to units of the other kind. Pay: of a year at
// the rates of the year's end, 10,000 yuan. Promotions count in the part of the post reached.
class PartsObserver {
  public:
    PartsObserver(const CountyPlan& plan, int years);
    void on_start(const County& county);
    // Of one day; to be called before the next one begins.
    void on_facts(std::span<const Fact> facts, const County& county);
    void on_year(std::size_t index, const County& county);
    YearlyValues take() { return std::move(values_); }  // [measure][part][year]

  private:
    // What is known of the person in a slot: of whoever left, the county may know no more.
    struct Known {
        Day birth;
        std::uint32_t unit = 0;
        std::uint8_t ladder = 0, sex = 0, channel = 0, cohort = 0;
        bool is_there = false;
    };
    // Ages as of a day: the latest birth of each band but the youngest.
    struct Ages {
        explicit Ages(Day day);
        std::size_t band_of(Day birth) const;
        Day day;
        std::array<Day, 6> latest_birth;
    };
    // What happened in the year, by part: side by side, and not at the distances of the values.
    struct Events {
        std::int32_t leavers = 0, resignations = 0, promotions = 0;
    };
    const Ages& ages_on(Day day);
    void look_at(PersonId person, const County& county);
    void look_at_post(Known& known, const PersonHot& hot) const;
    void handle(const Fact& fact, const County& county);
    void add_one(std::int32_t Events::*what, const Known& person, const Ages& ages);
    void count_people(const County& county);
    void write_people();
    void write_events();
    void write_empty_places(const YearTally& tally);
    void write_channels(const YearTally& tally);
    bool is_township(std::uint32_t unit) const { return is_township_[unit]; }
    // By all dimensions, and not only by unit type and named unit.
    bool is_broken_down(std::uint32_t unit) const { return !townships_only_ || is_township_[unit]; }
    std::size_t first(Dimension dimension) const { return first_[static_cast<std::size_t>(dimension)]; }
    Ratio& cell(PartMeasure measure, std::size_t part) {
        return values_.cell(static_cast<std::size_t>(measure), part, year_);
    }

    const CountyPlan& plan_;
    std::array<std::size_t, dimension_count> first_{};  // first part of each dimension
    std::vector<int> cohort_ends_;                      // last entry year of each cohort
    std::vector<std::uint8_t> is_township_;             // by unit
    bool townships_only_ = false;
    std::size_t year_ = 0;
    Ages ages_;                 // of the last day asked for
    std::vector<Known> known_;  // by slot
    struct Sum {
        std::int64_t staff = 0, fen = 0;
        void add(std::int64_t more_fen) { staff += 1, fen += more_fen; }
    };
    std::vector<Sum> sums_;  // of the people of a year's end, by part
    struct Quality {
        double skill = 0, performance = 0;
        std::int64_t assessed = 0;
    };
    std::array<Quality, channel_count> quality_;  // of the people of a year's end
    std::vector<Events> events_;                  // of the year so far, by part
    YearlyValues values_;
};

}  // namespace staffsim::measures
