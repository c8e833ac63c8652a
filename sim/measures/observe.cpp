#include "sim/measures/observe.hpp"

namespace staffsim::measures {

namespace {

int deputy_tier(const County& county) {
    int tier = 1000;
    for (const PostType& post : county.plan().posts) {
        if (post.ladder == Ladder::deputy) tier = std::min(tier, post.tier);
    }
    return tier;
}

}  // namespace

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

GroupYear sum_group(const County& county, const std::vector<std::size_t>& units) {
    const YearTally& tally = county.tally();
    const auto below_deputy = static_cast<std::size_t>(deputy_tier(county));
    GroupYear sum;
    sum.days = tally.days;
    sum.units = static_cast<std::int64_t>(units.size());
    sum.whole_county = units.size() == county.units().size();
    for (const std::size_t u : units) {
        sum.empty_place_days += tally.empty_place_days[u];
        sum.empty_seat_days += tally.empty_seat_days[u];
        for (std::size_t k = 0; k < sum.one_off_fen.size(); ++k) sum.one_off_fen[k] += tally.one_off_fen[u][k];
        sum.service += tally.service[u];
        for (std::size_t tier = 0; tier < tally.tiers; ++tier) {
            const std::size_t cell = u * tally.tiers + tier;
            for (std::size_t f = 0; f < flow_count; ++f) sum.flows[f] += tally.flows[cell][f];
            for (std::size_t s = 0; s < stock_count; ++s) sum.stocks[s] += tally.stocks[cell][s];
            const Exposure& exposure = tally.exposure[cell];
            sum.person_days += exposure.person_days;
            if (tier < below_deputy) sum.person_days_below_deputy += exposure.person_days;
            for (std::size_t c = 0; c < pay_component_count; ++c) sum.pay_milli_fen[c] += exposure.pay_milli_fen[c];
            sum.pay_total_milli_fen += exposure.pay_total_milli_fen;
        }
    }
    return sum;
}

Observer::Observer(const CountyPlan& plan, std::size_t years)
    : plan_(plan), units_of_group_(units_of_groups(plan)), values_(outcomes().size(), units_of_group_.size(), years) {}

void Observer::on_year(std::size_t index, const County& county) {
    for (std::size_t group = 0; group < units_of_group_.size(); ++group) {
        const GroupYear sum = sum_group(county, units_of_group_[group]);
        if (group == all_group && listener_) listener_(sum);
        for (std::size_t outcome = 0; outcome < formulas().size(); ++outcome) {
            if (group >= first_unit_group && !outcomes()[outcome].by_unit) continue;
            values_.at(outcome, group, index) = formulas()[outcome](sum);
        }
    }
}

}  // namespace staffsim::measures
