#include "sim/measures/observe.hpp"

namespace staffsim::measures {

namespace {

// `row` is another array than `sum`.
template <class Number, std::size_t n>
void add(std::array<Number, n>& sum, const std::array<Number, n>& row) {
    Number* __restrict to = sum.data();
    const Number* __restrict from = row.data();
#pragma GCC ivdep
    for (std::size_t i = 0; i < n; ++i) to[i] += from[i];
}

int deputy_tier(const County& county) {
    int tier = 1000;
    for (const PostType& post : county.plan().posts) {
        if (post.ladder == Ladder::deputy) tier = std::min(tier, post.tier);
    }
    return tier;
}

void add_unit(const County& county, std::size_t u, std::size_t below_deputy, GroupYear& sum) {
    const YearTally& tally = county.tally();
    sum.days = tally.days;
    sum.units = 1;
    sum.empty_place_days = tally.empty_place_days[u];
    sum.empty_seat_days = tally.empty_seat_days[u];
    sum.one_off_fen = tally.one_off_fen[u];
    sum.service = tally.service[u];
    for (std::size_t tier = 0; tier < tally.tiers; ++tier) {
        const std::size_t cell = u * tally.tiers + tier;
        add(sum.flows, tally.flows[cell]);
        add(sum.stocks, tally.stocks[cell]);
        const Exposure& exposure = tally.exposure[cell];
        sum.person_days += exposure.person_days;
        if (tier < below_deputy) sum.person_days_below_deputy += exposure.person_days;
        add(sum.pay_milli_fen, exposure.pay_milli_fen);
        sum.pay_total_milli_fen += exposure.pay_total_milli_fen;
    }
}

}  // namespace

void GroupYear::add_sums(const GroupYear& other) {
    add(flows, other.flows);
    add(stocks, other.stocks);
    add(pay_milli_fen, other.pay_milli_fen);
    add(one_off_fen, other.one_off_fen);
    person_days += other.person_days;
    person_days_below_deputy += other.person_days_below_deputy;
    pay_total_milli_fen += other.pay_total_milli_fen;
    empty_place_days += other.empty_place_days;
    empty_seat_days += other.empty_seat_days;
    service += other.service;
}

double GroupYear::leavers() const {
    double exits = 0;
    for (std::size_t cause = 0; cause < exit_cause_count; ++cause) exits += static_cast<double>(flows[cause]);
    if (whole_county) return exits;
    return exits + flow(Flow::moved_to_county_organ) + flow(Flow::moved_to_township);
}

double GroupYear::entrants() const {
    double sum = 0;
    for (std::size_t channel = 0; channel < channel_count; ++channel) {
        sum += flow(static_cast<Flow>(static_cast<std::size_t>(Flow::entered_open_exam) + channel));
    }
    return sum;
}

double GroupYear::one_off_yuan() const {
    std::int64_t sum = 0;
    for (const std::int64_t fen : one_off_fen) sum += fen;
    return static_cast<double>(sum) / 100.0;
}

GroupYear sum_of(const std::vector<GroupYear>& by_unit, const std::vector<std::size_t>& units) {
    GroupYear sum;
    for (const std::size_t u : units) sum.add_sums(by_unit[u]);
    sum.days = by_unit.front().days;
    sum.units = static_cast<std::int64_t>(units.size());
    sum.whole_county = units.size() == by_unit.size();
    return sum;
}

std::vector<GroupYear> sums_by_unit(const County& county) {
    const auto below_deputy = static_cast<std::size_t>(deputy_tier(county));
    std::vector<GroupYear> sums(county.units().size());
    for (std::size_t u = 0; u < sums.size(); ++u) {
        add_unit(county, u, below_deputy, sums[u]);
        sums[u].whole_county = sums.size() == 1;
    }
    return sums;
}

Observer::Observer(const CountyPlan& plan, std::size_t years)
    : units_of_group_(units_of_groups(plan)), values_(outcomes().size(), units_of_group_.size(), years) {
    for (std::size_t outcome = 0; outcome < outcomes().size(); ++outcome) {
        all_outcomes_.push_back(outcome);
        if (outcomes()[outcome].by_unit) outcomes_of_units_.push_back(outcome);
    }
}

void Observer::on_year(std::size_t index, const County& county) {
    const std::vector<GroupYear> by_unit = sums_by_unit(county);
    for (std::size_t group = 0; group < first_unit_group; ++group) {
        const GroupYear sum = sum_of(by_unit, units_of_group_[group]);
        if (group == all_group && listener_) listener_(sum);
        put(sum, all_outcomes_, group, index);
    }
    for (std::size_t u = 0; u < by_unit.size(); ++u) {
        put(by_unit[u], outcomes_of_units_, first_unit_group + u, index);
    }
}

void Observer::put(const GroupYear& sum, std::span<const std::size_t> which, std::size_t group, std::size_t year) {
    const std::vector<Formula>& formula = formulas();
    for (const std::size_t outcome : which) values_.at(outcome, group, year) = formula[outcome](sum);
}

}  // namespace staffsim::measures
