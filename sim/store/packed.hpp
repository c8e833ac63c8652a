// Values of one unit of work as bytes: what makes a store small and quick to read. Lossless, and the same values give
// the same bytes. Two blocks a unit: the aggregate groups, which every comparison reads, and the named units, which few
// tables read.
//
// A block, all numbers little-endian: one 32-bit number per outcome, the end of its bytes counted from the end of these
// numbers; then the outcomes' bytes. An outcome without a byte has 0 / 0 everywhere (not kept for these groups).
// Otherwise, group by group: the numerators of all years, then the denominators; each begins with a byte that says how
// its numbers are written (Form). Whole numbers are differences from the year before (before the first: 0), as zigzag
// varints: 7 bits a byte, the lowest first.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/foundation/date.hpp"
#include "sim/measures/outcome.hpp"
#include "sim/store/unit_result.hpp"

namespace staffsim::store {

enum class Form : std::uint8_t {
    zeros,
    ones,
    as_before,  // the same numbers as in the group before
    whole,
    constant,        // one 64-bit floating point number, every year
    real,            // 64-bit floating point
    first_fraction,  // whole numbers to be divided by divisors[0]; then by divisors[1] …
};
// Years from days, money in smaller units.
inline constexpr std::array divisors{days_per_year, 100.0, 1e3, 1e6, 1e9};

using Bytes = std::vector<std::uint8_t>;

// The groups [first, first + count) of the values.
Bytes packed_groups(const measures::YearlyValues& values, std::size_t first, std::size_t count);

// A block as read back; does not own the bytes.
class PackedBlock {
  public:
    PackedBlock(std::span<const std::uint8_t> bytes, std::size_t outcomes, std::size_t groups, std::size_t years)
        : bytes_(bytes), outcomes_(outcomes), groups_(groups), years_(years) {}
    // Fills `cells`, [group][year]. False when the block is not what packed_groups made.
    bool read(std::size_t outcome, std::span<measures::Ratio> cells) const;

  private:
    std::span<const std::uint8_t> bytes_;
    std::size_t outcomes_, groups_, years_;
};

// A unit of work ready to be committed.
struct PackedUnit {
    std::uint64_t fingerprint = 0, events = 0;
    Bytes aggregates, units, parts;
    std::vector<measures::RuleCount> rules;
    std::vector<measures::PortraitPart> portrait;
};
PackedUnit packed(const UnitResult& unit, std::size_t aggregate_groups);

}  // namespace staffsim::store
