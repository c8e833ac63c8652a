#include <algorithm>
#include <array>

#include "sim/model/fetch.hpp"
#include "sim/processes/pay/pay.hpp"
#include "sim/processes/shared/put_first.hpp"

namespace staffsim {

namespace {

// Ranks of 2019 from the bottom: 1-2 clerks, 3-6 principal staff, 7-8 researchers of the county's quota.
constexpr int first_principal = 3, first_upper_principal = 5, first_researcher = 7, highest_rank = 8;

struct RankCounts {
    int principal = 0, upper = 0, researcher = 0, places = 0;
};

void add_holder(RankCounts& counts, int rank, int by) {
    if (rank >= first_principal && rank < first_researcher) counts.principal += by;
    if (rank >= first_upper_principal && rank < first_researcher) counts.upper += by;
    if (rank >= first_researcher) counts.researcher += by;
}

// Places and holders under the quotas, by rank, of which whoever leads takes none.
class Holders {
  public:
    void add_places(const County& county, const Unit& unit) {
        places_ += unit.places;
        for (std::uint32_t s = unit.first_seat; s < unit.first_seat + unit.seat_count; ++s) {
            if (is_leadership(county.post_type(county.seats()[s].post).ladder)) --places_;
        }
    }
    void add(int rank, bool counted) { of_rank_[static_cast<std::size_t>(rank)] += counted; }
    RankCounts counts() const {
        RankCounts counts;
        counts.places = places_;
        for (int rank = 1; rank < ranks; ++rank) add_holder(counts, rank, of_rank_[static_cast<std::size_t>(rank)]);
        return counts;
    }

  private:
    static constexpr int ranks = static_cast<int>(rank_count) + 1;  // from 1
    std::array<int, ranks> of_rank_{};
    int places_ = 0;
};

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
    return pay.rank < highest_rank && has_years_in_rank(rules, pay, since) && county.is_in_good_standing(person) &&
           !county.hot(person).barred_from_promotion && !county.hot(person).on_probation;
}

// Somebody who has the years for the next rank. Counted: takes room in a quota.
struct Claim {
    Day since;
    EntityKey lot;
    PersonId person;
    bool counted;
    // Longest in rank first.
    bool comes_before(const Claim& other) const { return since != other.since ? since < other.since : lot < other.lot; }
};
using Queues = std::array<std::vector<Claim>, highest_rank>;  // by rank

void move_up(RankCounts& counts, int rank) {
    add_holder(counts, rank, -1);
    add_holder(counts, rank + 1, +1);
}

// How many of so many the quotas let rise from a rank.
std::size_t room_for(const PayRules& rules, RankCounts counts, int rank, std::size_t wanted) {
    std::size_t room = 0;
    for (; room < wanted && quota_allows(rules, counts, rank); ++room) move_up(counts, rank);
    return room;
}

// Raises those of one rank whom the quotas let rise, longest in rank first, and those who take no room.
void serve(const PayRules& rules, World& world, int rank, RankCounts& counts, std::vector<Claim>& queue) {
    const auto uncounted = std::partition(queue.begin(), queue.end(), [](const Claim& claim) { return claim.counted; });
    const auto counted = static_cast<std::size_t>(uncounted - queue.begin());
    const std::size_t room = room_for(rules, counts, rank, counted);
    const auto refused = queue.begin() + static_cast<std::ptrdiff_t>(room);
    if (room < counted) {
        put_first(queue.begin(), refused, uncounted, [](const Claim& a, const Claim& b) { return a.comes_before(b); });
    }
    for (std::size_t i = 0; i < room; ++i) move_up(counts, rank);
    for (auto claim = queue.begin(); claim != queue.end(); ++claim) {
        if (claim >= refused && claim < uncounted) {
            world.county.count(claim->person, Flow::rank_waits_for_quota);
        } else {
            world.county.raise_rank(claim->person, world.today());
        }
    }
}

}  // namespace

bool has_ranks(const PayRules& rules, const County& county, UnitId unit) {
    return rules.ranks_in_organs || county.is_township(unit);
}

void review_ranks(const RulesView<PayRules>& rules, World& world) {
    const PayRules& rule = rules.county_wide();
    if (rule.rank_regime != RankRegime::parallel) return;
    County& county = world.county;
    Holders holders;
    Queues queues;
    SinceMonths since(county.today());
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        if (!has_ranks(rule, county, UnitId{u})) continue;
        holders.add_places(county, county.units()[u]);
        const std::vector<PersonId>& members = county.units()[u].members;
        for (std::size_t i = 0; i < members.size(); ++i) {
            const PersonId person = members[i], soon = ahead(members, i);
            fetch(county.hot(soon), county.pay(soon));
            const PayState& pay = county.pay(person);
            const bool counted = !county.leads(person);
            holders.add(pay.rank, counted);
            if (!may_rise(rules.of(county, person), county, person, since)) continue;
            queues[static_cast<std::size_t>(pay.rank)].push_back({pay.rank_since, county.lot(person), person, counted});
        }
    }
    RankCounts counts = holders.counts();
    // Higher ranks first, so that the quota they leave serves those below.
    for (int rank = highest_rank - 1; rank >= 1; --rank) {
        serve(rule, world, rank, counts, queues[static_cast<std::size_t>(rank)]);
    }
}

}  // namespace staffsim
