// Pay of many people at once, on terms worked out once for a block of rules.
#pragma once

#include <limits>
#include <span>
#include <vector>

#include "sim/processes/pay/known_pay.hpp"

namespace staffsim {

inline Money share_of(Money amount, double share) {
    return {static_cast<std::int64_t>(static_cast<double>(amount.fen) * share + (share < 0 ? -0.5 : 0.5))};
}

// The outside option at an age in whole years; `trend`: of its years, as a factor.
Money outside_option_at(const PayRules& rules, int age, double trend = 1);
// Days since birth when it grows next.
std::int32_t outside_holds_until(int age);

// What rules say of everybody's pay.
struct PayTerms {
    const PayRules* rules;
    // The outside option at an age in whole years, and days since birth when it is another one.
    struct Outside {
        Money option;
        std::int32_t until;
    };
    static constexpr std::int32_t for_good = std::numeric_limits<std::int32_t>::max();
    // By age in whole years, the last one for all who are older; empty where it depends on the calendar as well.
    std::vector<Outside> outside;

    explicit PayTerms(const PayRules& rules);
    const Outside& outside_at(Day birth, Day today) const {
        const auto age = static_cast<std::int32_t>(years_between(birth, today));
        const auto last = static_cast<std::int32_t>(outside.size()) - 1;
        return outside[static_cast<std::size_t>(age < 0 ? 0 : age < last ? age : last)];
    }
};

// As next_outside_change has it.
inline Day next_outside_change(const PayTerms& terms, const County& county, PersonId person) {
    if (terms.outside.empty()) return next_outside_change(*terms.rules, county, person);
    const Day birth = county.cold(person).birth;
    const std::int32_t until = terms.outside_at(birth, county.covariate_day()).until;
    return until == PayTerms::for_good ? never : birth + until;
}

// Refreshes pay of people side by side, so that logarithms are taken together.
class PayRefresh {
  public:
    // Pay and relative pay as of the month, computed and booked.
    void all(const RulesView<PayTerms>& terms, World& world, std::span<const PersonId> people);
    // The same when own pay cannot have changed.
    void outside_options(const RulesView<PayTerms>& terms, World& world, std::span<const PersonId> people);

  private:
    static constexpr std::size_t chunk = 64;
    struct News {
        PersonId person;
        Money monthly, outside;
        std::array<DailyRate, pay_component_count> rate;
    };
    void few(const RulesView<PayTerms>& terms, World& world, std::span<const PersonId> people);
    void note_ratio(Money monthly, Money outside);
    void take_logs();

    KnownPay known_;
    std::array<News, chunk> news_;
    std::array<double, chunk> relative_;  // first own pay over the outside option, then the log of it
    std::size_t count_ = 0;
};

}  // namespace staffsim
