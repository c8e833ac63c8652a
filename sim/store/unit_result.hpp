// What one unit of work (one replication of one scenario) leaves behind.
#pragma once

#include <cstdint>

#include "sim/measures/outcome.hpp"

namespace staffsim::store {

struct UnitResult {
    std::uint64_t fingerprint = 0;  // of every event of the run: equal runs have equal fingerprints
    std::uint64_t events = 0;
    measures::YearlyValues values;
};

// The same without the values, as it is read back.
struct UnitRecord {
    std::uint64_t fingerprint = 0;
    std::uint64_t events = 0;
    bool operator==(const UnitRecord&) const = default;
};

}  // namespace staffsim::store
