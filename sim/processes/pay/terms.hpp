// Pay of many people at once, on terms worked out once for a block of rules.
#pragma once

#include <span>
#include <vector>

#include "sim/processes/pay/known_pay.hpp"

namespace staffsim {

inline Money share_of(Money amount, double share) {
    return {static_cast<std::int64_t>(static_cast<double>(amount.fen) * share + (share < 0 ? -0.5 : 0.5))};
}

// The outside option at an age in whole years; `trend`: of its years, as a factor.
Money outside_option_at(const PayRules& rules, int age, double trend = 1);

// What rules say of everybody's pay.
struct PayTerms {
    const PayRules* rules;
    // The outside option by age in whole years, the last one for all who are older; empty where it depends on the
    // calendar as well, and where pay is off.
    std::vector<Money> outside;

    explicit PayTerms(const PayRules& rules);
    Money outside_at(Day birth, Day as_of) const {
        const auto age = static_cast<std::int32_t>(years_between(birth, as_of));
        const auto last = static_cast<std::int32_t>(outside.size()) - 1;
        return outside[static_cast<std::size_t>(age < 0 ? 0 : age < last ? age : last)];
    }
};

// Refreshes pay of people side by side, so that logarithms are taken together.
class PayRefresh {
  public:
    // Pay and relative pay as of the month, computed and booked. Nothing to do where pay is off and nobody ever was
    // paid.
    void all(const RulesView<PayTerms>& terms, World& world, std::span<const PersonId> people) {
        const PayTerms* of_all = terms.of_all();
        const bool is_off = of_all != nullptr && !of_all->rules->enabled;
        if (!is_off || world.county.has_payroll()) book_all(terms, world, people);
    }
    // The outside option alone; stirs those of whom it is another one.
    void outside_options(const RulesView<PayTerms>& terms, World& world, std::span<const PersonId> people);

  private:
    static constexpr std::size_t chunk = 64;
    struct News {
        PersonId person;
        Money monthly, outside;
        std::array<DailyRate, pay_component_count> rate;
    };
    void book_all(const RulesView<PayTerms>& terms, World& world, std::span<const PersonId> people);
    void few(const RulesView<PayTerms>& terms, World& world, std::span<const PersonId> people);
    void note_ratio(Money monthly, Money outside);
    void take_logs();

    KnownPay known_;
    std::array<News, chunk> news_;
    std::array<double, chunk> relative_;  // first own pay over the outside option, then the log of it
    std::size_t count_ = 0;
};

}  // namespace staffsim
