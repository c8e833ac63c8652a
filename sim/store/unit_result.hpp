// What one unit of work (one replication of one scenario) leaves behind.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/measures/outcome.hpp"
#include "sim/measures/portrait.hpp"
#include "sim/measures/rules.hpp"

namespace staffsim::store {

struct UnitResult {
    std::uint64_t fingerprint = 0;  // of every event of the run: equal runs have equal fingerprints
    std::uint64_t events = 0;
    measures::YearlyValues values;
    std::vector<measures::RuleCount> rules = {};        // of the rules that are on
    measures::YearlyValues parts = {};                  // breakdowns [measure][part][year]; may be left out
    std::vector<measures::PortraitPart> portrait = {};  // empty when it is not kept
};

// The same without the values, as it is read back.
struct UnitRecord {
    std::uint64_t fingerprint = 0;
    std::uint64_t events = 0;
    bool operator==(const UnitRecord&) const = default;
};

}  // namespace staffsim::store
