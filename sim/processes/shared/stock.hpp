// A stock that effort fills towards a ceiling and time empties: what education leaves behind. The learning curve is
// that of training: an exponential approach, so that the tenth day brings less than the first.
#pragma once

#include "sim/foundation/real.hpp"

namespace staffsim {

struct StockRules {
    double gain;     // per day of effort, far from the ceiling
    double ceiling;  // above 0
    double decay;    // per year
};

// What a month of effort makes of stocks; of stocks under like rules and effort one after the other it needs no
// exponential but the first time.
class MonthOfEffort {
  public:
    // The stock a month later, after `days` of effort in it.
    double later(const StockRules& rules, double stock, double days) {
        const double kept = stock * kept_.of(-rules.decay / 12.0);
        if (days <= 0) return kept;
        return rules.ceiling - (rules.ceiling - kept) * missed_.of(-rules.gain * days / rules.ceiling);
    }

  private:
    RememberedExp kept_, missed_;
};
inline double month_later(const StockRules& rules, double stock, double days) {
    return MonthOfEffort().later(rules, stock, days);
}

// Where the stock settles under `days` of effort a month.
inline double settled(const StockRules& rules, double days) {
    const double kept = portable_exp(-rules.decay / 12.0);
    const double missed = portable_exp(-rules.gain * days / rules.ceiling);
    if (missed >= 1) return 0;
    return rules.ceiling * (1.0 - missed) / (1.0 - kept * missed);
}

}  // namespace staffsim
