// Factors of hazards whose logarithms have moved, of one person or of many, taken anew together.
#pragma once

#include <span>
#include <vector>

#include "sim/foundation/real.hpp"
#include "sim/model/person.hpp"

namespace staffsim {

class ExpectedFactors {
  public:
    // Before as many are expected.
    void make_room(std::size_t expectations) {
        if (factors_.size() >= count_ + expectations) return;
        factors_.resize(count_ + expectations);
        exps_.resize(count_ + expectations);
    }
    // `factor` is to be e^log, as soon as all are settled.
    void expect(LogFactor& factor, double log) {
        const auto rounded = static_cast<float>(log);
        factors_[count_] = &factor;
        exps_[count_] = static_cast<double>(rounded);
        count_ += rounded == factor.log ? 0 : 1;
        factor.log = rounded;
    }
    void settle() {
        portable_exps(std::span(exps_).first(count_));
        for (std::size_t i = 0; i < count_; ++i) factors_[i]->factor = static_cast<float>(exps_[i]);
        count_ = 0;
    }

  private:
    std::size_t count_ = 0;  // the place behind the last one may be written to
    std::vector<LogFactor*> factors_;
    std::vector<double> exps_;
};

}  // namespace staffsim
