#include <algorithm>

#include "sim/processes/pay/pay.hpp"

namespace staffsim {

namespace {

// Ranks of 2019 from the bottom: 1-2 clerks, 3-6 principal staff, 7-8 researchers of the county's quota.
constexpr int first_principal = 3, first_upper_principal = 5, first_researcher = 7, highest = 8;

struct RankCounts {
    int principal = 0, upper = 0, researcher = 0, places = 0;
};

void add_holder(RankCounts& counts, int rank, int by) {
    if (rank >= first_principal && rank < first_researcher) counts.principal += by;
    if (rank >= first_upper_principal && rank < first_researcher) counts.upper += by;
    if (rank >= first_researcher) counts.researcher += by;
}

bool has_ranks(const PayRules& rules, const County& county, std::size_t unit) {
    return rules.ranks_in_organs || county.is_township(UnitId{unit});
}

RankCounts count_ranks(const PayRules& rules, const County& county) {
    RankCounts counts;
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        if (!has_ranks(rules, county, u)) continue;
        const Unit& unit = county.units()[u];
        counts.places += unit.places;
        for (std::uint32_t s = unit.first_seat; s < unit.first_seat + unit.seat_count; ++s) {
            if (is_leadership(county.post_type(county.seats()[s].post).ladder)) --counts.places;
        }
        for (const PersonId person : unit.members) {
            if (!is_leadership(county.post_of(person).ladder)) add_holder(counts, county.pay(person).rank, +1);
        }
    }
    return counts;
}

// Only a group that grows needs room: a county over its quota still lets people rise below and within it.
bool quota_allows(const PayRules& rules, const RankCounts& before, int from) {
    RankCounts after = before;
    add_holder(after, from, -1);
    add_holder(after, from + 1, +1);
    const double principal = rules.rank_quota * after.places;
    const auto has_room = [](int count_before, int count_after, double quota) {
        return count_after <= count_before || count_after <= quota;
    };
    return has_room(before.principal, after.principal, principal) &&
           has_room(before.upper, after.upper, rules.rank_quota_upper * principal) &&
           has_room(before.researcher, after.researcher, rules.rank_quota_researcher * after.places);
}

// The latest day from which so many months have passed by today.
class SinceMonths {
  public:
    explicit SinceMonths(Day today) : today_(today) {}
    Day day(std::int32_t months) {
        const auto at = static_cast<std::size_t>(months);
        if (at >= days_.size()) days_.resize(at + 1, never);
        if (days_[at] == never) days_[at] = find(months);
        return days_[at];
    }

  private:
    // The end of a month may be reached from several days.
    Day find(std::int32_t months) const {
        Day day = add_months(today_, -months);
        while (add_months(day + 1, months) <= today_) day = day + 1;
        return day;
    }
    Day today_;
    std::vector<Day> days_;  // by months; never: not yet asked for
};

// By the calendar, in whole months: two years from a 1 July end on a 1 July.
bool has_years_in_rank(const PayRules& rules, const PayState& pay, SinceMonths& since) {
    const double credit = rules.rank_excellent_credit * static_cast<double>(pay.rank_credit);
    const double months = std::max(0.0, 12.0 * (rules.rank_minimum_years - credit));
    const auto whole = static_cast<std::int32_t>(months);
    return pay.rank_since <= since.day(whole + (months > whole + 1e-9 ? 1 : 0));
}

bool may_rise(const PayRules& rules, const County& county, PersonId person, SinceMonths& since) {
    const PayState& pay = county.pay(person);
    return pay.rank < highest && has_years_in_rank(rules, pay, since) && county.is_in_good_standing(person) &&
           !county.hot(person).barred_from_promotion && !county.hot(person).on_probation;
}

}  // namespace

bool is_rank_review(const PayRules& rules, CivilDate date) {
    if (date.month == rules.rank_review.month && date.day_of_month == rules.rank_review.day_of_month) return true;
    if (rules.rank_reviews_per_year < 2) return false;
    const Day first = on(date.year, rules.rank_review);
    const Day today = to_day(date);
    return today == add_months(first, 6) || today == add_months(first, -6);
}

void review_ranks(const RulesView<PayRules>& rules, World& world) {
    const PayRules& rule = rules.county_wide();
    if (rule.rank_regime != RankRegime::parallel) return;
    County& county = world.county;
    RankCounts counts = count_ranks(rule, county);
    std::vector<PersonId> queue;
    SinceMonths since(county.today());
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        if (!has_ranks(rule, county, u)) continue;
        for (const PersonId person : county.units()[u].members) {
            if (may_rise(rules.of(county, person), county, person, since)) queue.push_back(person);
        }
    }
    // Higher ranks first, so that the quota they leave serves those below; then longest in rank.
    std::sort(queue.begin(), queue.end(), [&county](PersonId a, PersonId b) {
        const PayState& left = county.pay(a);
        const PayState& right = county.pay(b);
        if (left.rank != right.rank) return left.rank > right.rank;
        if (left.rank_since != right.rank_since) return left.rank_since < right.rank_since;
        return county.keys()[a.value] < county.keys()[b.value];
    });
    for (const PersonId person : queue) {
        const int rank = county.pay(person).rank;
        const bool counted = !is_leadership(county.post_of(person).ladder);
        if (counted && !quota_allows(rule, counts, rank)) {
            county.count(person, Flow::rank_waits_for_quota);
            continue;
        }
        if (counted) {
            add_holder(counts, rank, -1);
            add_holder(counts, rank + 1, +1);
        }
        county.raise_rank(person, world.today());
    }
}

}  // namespace staffsim
