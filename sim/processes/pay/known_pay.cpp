#include "sim/processes/pay/known_pay.hpp"

#include <algorithm>

namespace staffsim {

namespace {

// All of a person that pay depends on, where it does not move with time, in 61 bits.
std::uint64_t position_of(const PayRules& rules, const County& county, PersonId person) {
    const PayState& state = county.pay(person);
    const PersonHot& hot = county.hot(person);
    const std::optional<UnitId> township = township_worked_in(county, person);
    std::uint64_t position = static_cast<std::uint16_t>(state.steps);
    const auto add = [&position](int bits, auto value) {
        position = (position << bits) | (static_cast<std::uint64_t>(value) & ((std::uint64_t{1} << bits) - 1));
    };
    add(16, static_cast<std::uint16_t>(state.grades));
    add(8, static_cast<std::uint16_t>(state.rank));
    add(8, hot.post);
    add(3, static_cast<std::uint8_t>(county.record(person).results[2]));
    add(2, township ? county.plan().units[township->value].remote_class : 0);  // 1 to 3
    add(1, county.is_township(UnitId{hot.unit}));
    const Day birth = county.cold(person).birth;
    constexpr int oldest = 127;
    const auto age = [&] { return static_cast<int>(years_between(birth, county.outside_as_of())); };
    add(7, rules.outside_growth == 0 ? 0 : std::min(oldest, age()));
    return position;
}

}  // namespace

bool KnownPay::are_often_alike(const PayRules& rules) {
    return !own_pay_moves_with_time(rules) && rules.outside_growth == 0;
}

const Paid& KnownPay::of(const PayRules& rules, const County& county, PersonId person) {
    if (own_pay_moves_with_time(rules)) return uncommon_ = paid_today(rules, county, person);
    const std::uint64_t position = position_of(rules, county, person);
    const std::int32_t year = rules.outside_trend == 0 ? 0 : year_of(county.outside_as_of());
    Entry& entry = entries_[(position * 0x9E3779B97F4A7C15u) >> 56];
    const bool is_known = entry.rules == &rules && entry.position == position && entry.year == year &&
                          entry.extra_pay_scale == county.extra_pay_scale();
    if (!is_known) entry = {&rules, county.extra_pay_scale(), position, year, paid_today(rules, county, person)};
    return entry.paid;
}

namespace {

void book(const Paid& paid, World& world, PersonId person) {
    const PayState& before = world.county.pay(person);
    if (paid.monthly == before.monthly && paid.outside == before.outside && paid.rate == before.rate) return;
    world.county.set_pay(person, paid.rate, paid.monthly, paid.outside, paid.relative);
}

}  // namespace

void refresh_pay(const PayRules& rules, World& world, PersonId person) {
    book(paid_today(rules, world.county, person), world, person);
}

void refresh_pay(const PayRules& rules, World& world, PersonId person, KnownPay& known) {
    book(known.of(rules, world.county, person), world, person);
}

}  // namespace staffsim
