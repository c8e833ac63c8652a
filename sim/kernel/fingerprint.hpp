// One number for a whole run: every fact that happened, with its day, summed up in 64 bits. Two runs with the same
// fingerprint did the same things on the same days; in which order those of one day were written down does not matter.
#pragma once

#include <cstdint>

#include "sim/foundation/random.hpp"

namespace staffsim::kernel {

// A sum of mixed facts, so that facts can be added by many hands and put together.
class Fingerprint {
  public:
    void add(std::uint64_t fact) {
        sum_ += mix_bits(fact ^ 0x9E3779B97F4A7C15u);
        ++facts_;
    }
    void add(const Fingerprint& others) {
        sum_ += others.sum_;
        facts_ += others.facts_;
    }
    std::uint64_t value() const { return sum_; }
    std::uint64_t facts() const { return facts_; }

  private:
    std::uint64_t sum_ = 0;
    std::uint64_t facts_ = 0;
};

}  // namespace staffsim::kernel
