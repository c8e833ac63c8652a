#include <algorithm>

#include "sim/engine/county_run.hpp"

namespace staffsim::engine {

namespace {

using StockRow = std::array<double, stock_count>;
double& at(StockRow& row, Stock stock) { return row[static_cast<std::size_t>(stock)]; }

void add_person(StockRow& row, const County& county, PersonId person) {
    const PersonHot& hot = county.hot(person);
    const PersonCold& cold = county.cold(person);
    const Traits& traits = county.traits(person);
    const double age = county.age(person);
    at(row, Stock::staff) += 1;
    at(row, Stock::age_years) += age;
    at(row, Stock::under_35) += age < 35 ? 1 : 0;
    at(row, Stock::women) += cold.sex == Sex::female ? 1 : 0;
    at(row, Stock::degree) += cold.education >= Education::bachelor ? 1 : 0;
    at(row, Stock::native) += cold.native ? 1 : 0;
    at(row, Stock::skill) += static_cast<double>(traits.mean_skill());
    at(row, Stock::skill_mass_work) += static_cast<double>(traits.skill(static_cast<std::size_t>(Skill::mass_work)));
    at(row, Stock::performance) += static_cast<double>(county.record(person).performance);
    at(row, Stock::motivation) += static_cast<double>(traits.motivation);
    if (hot.tier == 0) {
        at(row, Stock::at_lowest_tier) += 1;
        at(row, Stock::over_10_years_lowest_tier) += county.years_in_tier(person) > 10 ? 1 : 0;
    }
    at(row, Stock::away_exchange) += hot.assignment == Assignment::exchange ? 1 : 0;
    at(row, Stock::away_front_line) += hot.assignment == Assignment::front_line ? 1 : 0;
    at(row, Stock::sanction_in_force) += county.is_sanctioned(person) ? 1 : 0;
    at(row, Stock::monthly_pay_fen) += static_cast<double>(county.pay(person).monthly.fen);
}

// Leadership posts that are empty or whose holder reaches the statutory age within three years.
void add_seat(StockRow& row, const County& county, const Seat& seat) {
    const bool leadership = is_leadership(county.post_type(seat.post).ladder);
    at(row, Stock::titled_seats) += 1;
    at(row, Stock::empty_titled_seats) += seat.holder.exists() ? 0 : 1;
    if (!leadership) return;
    at(row, Stock::empty_leadership_seats) += seat.holder.exists() ? 0 : 1;
    const bool opens =
        !seat.holder.exists() || years_between(county.today(), county.cold(seat.holder).retirement) <= 3.0;
    at(row, Stock::leadership_openings_3_years) += opens ? 1 : 0;
}

// Meets the conditions of some leadership post that the own post feeds.
bool could_succeed(const CompetitionRules& rules, const County& county, PersonId person) {
    for (const PostType& post : county.plan().posts) {
        if (!is_leadership(post.ladder)) continue;
        const bool feeds = std::any_of(post.feeders.begin(), post.feeders.end(),
                                       [&](PostTypeId feeder) { return feeder.value == county.hot(person).post; });
        if (!feeds) continue;
        const LadderRules& ladder = rules.ladder[static_cast<std::size_t>(post.ladder)];
        if (county.years_in_tier(person) >= ladder.min_years_in_tier && county.age(person) <= ladder.max_age &&
            !county.is_sanctioned(person) && !county.hot(person).on_probation) {
            return true;
        }
    }
    return false;
}

}  // namespace

void take_stocks(const RulesView<CompetitionRules>& rules, County& county) {
    YearTally& tally = county.tally();
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        const Unit& unit = county.units()[u];
        StockRow& base = tally.stocks[u * county.tiers()];
        at(base, Stock::places) += unit.places;
        at(base, Stock::empty_places) += county.empty_places(UnitId{u});
        at(base, Stock::over_establishment) += std::max(0, unit.staff - unit.places);
        at(base, Stock::present_share) += unit.present;
        for (const PersonId person : unit.members) {
            StockRow& row = tally.stocks[county.cell_of(person)];
            add_person(row, county, person);
            if (could_succeed(rules.of(UnitId{u}), county, person)) at(row, Stock::succession_candidates) += 1;
        }
        for (std::uint32_t s = unit.first_seat; s < unit.first_seat + unit.seat_count; ++s) {
            const Seat& seat = county.seats()[s];
            add_seat(tally.stocks[u * county.tiers() + static_cast<std::size_t>(county.post_type(seat.post).tier)],
                     county, seat);
        }
    }
}

}  // namespace staffsim::engine
