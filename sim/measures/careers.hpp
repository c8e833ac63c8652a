// Where careers lead: everybody who enters a township in the first years of a run is followed for the same number of
// years, from the channel of entry through the highest stages reached to where the person is at the end. Links count
// people. Assumption: steps back (demotion, a trial failed, a move to a lower stage) are no links; they show only in
// where somebody is at the end. In a county without townships everybody who enters is followed.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/model/county.hpp"

namespace staffsim::measures {

// Stages in an order in which nearly all careers run.
enum class Stage : std::uint8_t {
    township_clerk,
    township_office,  // middle-level posts
    organ_staff,      // clerks and middle-level posts of county organs
    township_deputy,
    organ_deputy,
    township_leader,
    organ_leader
};
inline constexpr std::size_t stage_count = 7;
// Where somebody is when the years of following are over.
enum class CareerEnd : std::uint8_t { in_township, in_organ, moved_above, resigned, retired, other };
inline constexpr std::size_t career_end_count = 6;

Stage stage_of(Ladder ladder, UnitKind kind);

// Nodes: channels, then stages, then ends. Links lead from a channel or stage to a later stage or an end.
inline constexpr std::size_t first_stage_node = channel_count;
inline constexpr std::size_t first_end_node = first_stage_node + stage_count;
inline constexpr std::size_t career_nodes = first_end_node + career_end_count;
inline constexpr std::size_t link_sources = first_end_node, link_targets = stage_count + career_end_count;
// The row of numbers: links[source * link_targets + target], then for each stage the days from entry of those who came.
inline constexpr std::size_t career_links = 0;
inline constexpr std::size_t career_days = link_sources * link_targets;
inline constexpr std::size_t career_numbers = career_days + stage_count;

struct CohortYears {
    int entering = 1;  // the first so many years of the run
    int followed = 1;  // each for so many years
};
CohortYears cohort_years(int years);

// Reads the facts of a run, year by year.
class CareerFlows {
  public:
    CareerFlows(const CountyPlan& plan, int years);
    void read(std::span<const Fact> facts, const County& county);
    // Whoever is still followed is where he or she is. Hands out the row.
    std::vector<std::int64_t> take();

  private:
    struct Path {
        bool is_followed = false;
        Stage stage = Stage::township_clerk;  // highest reached
        UnitId unit, unit_before;             // now, and before the last appointment
        Day entry, until;
    };
    void read(const Fact& fact, const County& county);
    void begin(const Fact& fact);
    void reach(Path& path, Stage stage, Day day);
    void end(Path& path, CareerEnd where);
    CareerEnd still_there(const Path& path) const;
    UnitKind kind(UnitId unit) const { return plan_.units[unit.value].kind; }

    const CountyPlan& plan_;
    CohortYears years_;
    Day entries_until_;
    bool townships_only_ = false;
    std::vector<Path> paths_;  // by slot
    std::vector<std::int64_t> row_;
};

}  // namespace staffsim::measures
