// Sums of a year: of each unit, where something is kept by cell over its cells; of groups over their units. Nearly all
// of it is rows added to rows: loops of fixed length, compiled once for every processor and once for each kind of wider
// registers, which gives the same bits, because numbers that lie side by side are added side by side and never to one
// another.

#include "sim/foundation/registers.hpp"
#include "sim/measures/observe.hpp"

namespace staffsim::measures {

namespace {

// `row` is another array than `sum`.
template <class Number, std::size_t n>
[[gnu::always_inline]] inline void add(std::array<Number, n>& sum, const std::array<Number, n>& row) {
    constexpr std::size_t whole = n / 8 * 8;  // in registers of any width
    Number* __restrict to = sum.data();
    const Number* __restrict from = row.data();
#pragma GCC ivdep
    for (std::size_t i = 0; i < whole; ++i) to[i] += from[i];
    for (std::size_t i = whole; i < n; ++i) to[i] += from[i];
}

// By ladder, the lowest tier of its posts or those above; beyond all tiers where there is none.
using FirstTiers = std::array<std::size_t, ladder_count>;
FirstTiers first_tiers(const County& county) {
    FirstTiers first;
    first.fill(county.tiers());
    for (const PostType& post : county.plan().posts) {
        std::size_t& tier = first[static_cast<std::size_t>(post.ladder)];
        tier = std::min(tier, static_cast<std::size_t>(post.tier));
    }
    // Where a level has no posts, whoever is above it has passed it.
    for (std::size_t ladder = ladder_count - 1; ladder-- > 0;)
        first[ladder] = std::min(first[ladder], first[ladder + 1]);
    return first;
}

[[gnu::always_inline]] inline void add_cells_of(const YearTally& tally, std::size_t u, const FirstTiers& first,
                                                GroupYear& sum) {
    add<std::int64_t>(sum.flows, tally.flows[u]);
    add(sum.stocks, tally.stocks[u]);
    for (std::size_t tier = 0; tier < tally.tiers; ++tier) {
        const std::size_t cell = u * tally.tiers + tier;
        const Exposure& exposure = tally.exposure[cell];
        sum.person_days += exposure.person_days;
        for (std::size_t ladder = 0; ladder < ladder_count; ++ladder)
            sum.person_days_below[ladder] += tier < first[ladder] ? exposure.person_days : 0;
        add(sum.pay_milli_fen, exposure.pay_milli_fen);
        sum.pay_total_milli_fen += exposure.pay_total_milli_fen;
    }
}
STAFFSIM_FOR_ALL_REGISTERS(add_cells, (const YearTally& tally, std::size_t u, const FirstTiers& first, GroupYear& sum),
                           (tally, u, first, sum))

[[gnu::always_inline]] inline void add_group_of(GroupYear& sum, const GroupYear& other) {
    add(sum.flows, other.flows);
    add(sum.stocks, other.stocks);
    add(sum.pay_milli_fen, other.pay_milli_fen);
    add(sum.one_off_fen, other.one_off_fen);
    add(sum.service.sums, other.service.sums);
    sum.person_days += other.person_days;
    add<std::int64_t>(sum.person_days_below, other.person_days_below);
    sum.pay_total_milli_fen += other.pay_total_milli_fen;
    sum.empty_place_days += other.empty_place_days;
    sum.empty_seat_days += other.empty_seat_days;
    sum.opening_days += other.opening_days;
}
STAFFSIM_FOR_ALL_REGISTERS(add_group, (GroupYear & sum, const GroupYear& other), (sum, other))

// What is counted by unit, and not by cell.
void begin_unit(const YearTally& tally, std::size_t u, GroupYear& sum) {
    sum = {};
    sum.days = tally.days;
    sum.units = 1;
    sum.empty_place_days = tally.empty_place_days[u];
    sum.empty_seat_days = tally.empty_seat_days[u];
    sum.opening_days = tally.opening_days[u];
    sum.one_off_fen = tally.one_off_fen[u];
    sum.service = tally.service[u];
}

}  // namespace

void GroupYear::add_sums(const GroupYear& other) { STAFFSIM_WIDEST(add_group)(*this, other); }

GroupYear sum_of(const std::vector<GroupYear>& by_unit, const std::vector<std::size_t>& units) {
    const auto add_to = STAFFSIM_WIDEST(add_group);
    GroupYear sum;
    for (const std::size_t u : units) add_to(sum, by_unit[u]);
    sum.days = by_unit.front().days;
    sum.units = static_cast<std::int64_t>(units.size());
    sum.whole_county = units.size() == by_unit.size();
    return sum;
}

void take_sums_by_unit(const County& county, std::vector<GroupYear>& sums) {
    const auto add_to = STAFFSIM_WIDEST(add_cells);
    const FirstTiers first = first_tiers(county);
    sums.resize(county.units().size());
    for (std::size_t u = 0; u < sums.size(); ++u) {
        begin_unit(county.tally(), u, sums[u]);
        add_to(county.tally(), u, first, sums[u]);
        sums[u].whole_county = sums.size() == 1;
    }
}

std::vector<GroupYear> sums_by_unit(const County& county) {
    std::vector<GroupYear> sums;
    take_sums_by_unit(county, sums);
    return sums;
}

}  // namespace staffsim::measures
