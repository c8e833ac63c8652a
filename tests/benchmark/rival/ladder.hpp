// The ladder: a small world that many simulators can run. Townships of 40 posts in four levels; people are assessed and
// trained every year, leave, are promoted and are replaced. This one is the rival that staffsim is measured against:
// what a good programmer writes with the standard library, one priority queue for everything. It assumes whole days and
// years of 365 days; events of one day come in no particular order. The rules stand in ladder.cpp, their words in
// ../README.md.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ladder {

inline constexpr std::size_t levels = 4;
inline constexpr std::array<std::uint32_t, levels> posts_by_level{30, 6, 3, 1};
inline constexpr std::uint32_t posts_per_township = 40;
inline constexpr std::int32_t days_per_year = 365;

struct Settings {
    std::uint32_t townships = 100;
    std::uint32_t years = 20;
    std::uint64_t seed = 1;
};

// What happened in one township.
struct Tally {
    std::uint32_t assessments = 0, trainings = 0, quits = 0, retirements = 0, recruits = 0;
    std::uint32_t retries = 0;                        // promotions put off because nobody could be considered
    std::array<std::uint32_t, levels> promotions{};   // by the level reached; none to level 0
    std::array<std::uint32_t, levels> vacant_days{};  // of all posts of the level
    std::uint32_t chain_steps = 0;                    // total length of the chains that ended with a recruit
};
// Everything executed. Events of people who had left or moved up by then were skipped and are not counted.
std::uint32_t events(const Tally& tally);

struct Outcome {
    std::vector<Tally> townships;
    double setup_seconds = 0;  // drawing the first people and filling the queue
    double wall_seconds = 0;   // from the first event to the last, without the set-up
};

// Lives through the years, their last day included. The same settings give the same outcome.
Outcome run(const Settings& settings);

}  // namespace ladder
