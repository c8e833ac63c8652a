// One number for a whole run: every fact that happened, in order, folded into 64 bits. Two runs with the same
// fingerprint did the same things on the same days.
#pragma once

#include <cstdint>

#include "sim/foundation/random.hpp"

namespace staffsim::kernel {

class Fingerprint {
  public:
    void add(std::uint64_t fact) {
        state_ = mix_bits(state_ ^ fact) + 0x9E3779B97F4A7C15u;
        ++facts_;
    }
    std::uint64_t value() const { return state_; }
    std::uint64_t facts() const { return facts_; }

  private:
    std::uint64_t state_ = 0;
    std::uint64_t facts_ = 0;
};

}  // namespace staffsim::kernel
