// Pay that has been computed before. Most people of a county share what their pay depends on with somebody else: post,
// steps, grades and rank, the newest result, the kinds of the own unit and of that worked in. So pay is looked up by
// these and computed when they are met for the first time. Rules that count days (long-service pay, levels by years,
// allowances by township years) are computed anew every time.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/processes/pay/pay.hpp"

namespace staffsim {

// What County::set_pay takes.
struct Paid {
    std::array<DailyRate, pay_component_count> rate{};
    Money monthly, outside;
    float relative = 0;
};
// As of the month.
Paid paid_today(const PayRules& rules, const County& county, PersonId person);

// Of one county; forgets what shares a place with something newer.
class KnownPay {
  public:
    // The same as paid_today.
    const Paid& of(const PayRules& rules, const County& county, PersonId person);
    // Whether pay under these rules follows from post, rank, grade, result and place alone, so that most people of a
    // county are paid like somebody before.
    static bool are_often_alike(const PayRules& rules);

  private:
    static constexpr std::size_t places = 256;
    struct Entry {
        const PayRules* rules = nullptr;
        double extra_pay_scale = 0;
        std::uint64_t position = 0;
        std::int32_t year = 0;
        Paid paid;
    };
    std::vector<Entry> entries_ = std::vector<Entry>(places);
    Paid uncommon_;
};

// refresh_pay, with what is known.
void refresh_pay(const PayRules& rules, World& world, PersonId person, KnownPay& known);

}  // namespace staffsim
