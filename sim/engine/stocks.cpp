#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "sim/engine/county_run.hpp"
#include "sim/model/fetch.hpp"
#include "sim/processes/competition/candidates.hpp"

namespace staffsim::engine {

namespace {

using StockRow = std::array<double, stock_count>;
double& at(StockRow& row, Stock stock) { return row[static_cast<std::size_t>(stock)]; }

// Sums of the people of one cell, beside those that the county keeps up to date; whole where they can be.
struct CellSums {
    // What everybody has, in an order that suits adding them side by side.
    enum Trait : std::size_t {
        skill,
        administration,
        law,
        mass_work,
        motivation,
        performance,
        effort_shift,
        assessed,
        traits
    };
    std::array<double, traits> sum{};
    double field_fit = 0;
    std::int64_t under_35 = 0, under_50 = 0, over_10_years = 0, successors = 0, able_successors = 0;
    std::int64_t soon_after_minimum_service = 0;
    std::int64_t entry_days = 0, post_days = 0;  // sums of days since when
    std::int64_t on_exchange = 0, borrowed = 0, at_front_line = 0, sanctioned = 0, second_line = 0;
    std::array<std::int64_t, sanction_count> sanctions{};  // in force, by kind
    std::int64_t under_inquiry = 0;
    bool has_rare = false;  // any of those that few people are

    void write(StockRow& row, const County::CellPeople& people, Day today, bool lowest_tier) const {
        const auto add = [&row](Stock stock, auto value) { at(row, stock) += static_cast<double>(value); };
        const std::int64_t staff = people.persons;
        if (staff == 0) return;
        const auto years_since = [staff, today](std::int64_t sum_of_days) {
            return static_cast<double>(staff * today.value - sum_of_days) / days_per_year;
        };
        add(Stock::staff, staff);
        add(Stock::age_years, years_since(people.birth_days));
        add(Stock::service_years, years_since(entry_days));
        add(Stock::post_years, years_since(post_days));
        add(Stock::under_35, under_35);
        add(Stock::women, people.women);
        add(Stock::degree, people.degree);
        add(Stock::native, people.native);
        add(Stock::skill, sum[skill]);
        add(Stock::skill_mass_work, sum[mass_work]);
        add(Stock::skill_administration, sum[administration]);
        add(Stock::skill_law, sum[law]);
        add(Stock::performance, sum[performance]);
        add(Stock::motivation, sum[motivation]);
        add(Stock::at_lowest_tier, lowest_tier ? staff : 0);
        add(Stock::over_10_years_lowest_tier, lowest_tier ? over_10_years : 0);
        add(Stock::monthly_pay_fen, people.monthly_pay_fen);
        add(Stock::succession_candidates, successors);
        add(Stock::able_candidates, able_successors);
        add(Stock::effort_shift, sum[effort_shift]);
        add(Stock::assessed_so_far, sum[assessed]);
        add(Stock::mid_career, under_50 - under_35);
        add(Stock::field_fit, field_fit);
        add(Stock::soon_after_minimum_service, soon_after_minimum_service);
        if (!has_rare) return;
        add(Stock::away_exchange, on_exchange);
        add(Stock::away_front_line, at_front_line);
        add(Stock::away_borrowed, borrowed);
        add(Stock::sanction_in_force, sanctioned);
        add(Stock::second_line, second_line);
        add(Stock::under_inquiry, under_inquiry);
        for (std::size_t kind = 1; kind + 1 < sanction_count; ++kind) {
            add(static_cast<Stock>(static_cast<std::size_t>(Stock::warning_in_force) + kind - 1), sanctions[kind]);
        }
    }
};

// Dates of the day on which stocks are taken.
struct Thresholds {
    explicit Thresholds(Day day)
        : today(day),
          born_after_for_35(day - days_reaching(35)),
          born_after_for_50(day - days_reaching(50)),
          ten_years_ago(day - days_within(10)) {}
    // Younger: born later; more than ten years: earlier.
    Day today, born_after_for_35, born_after_for_50, ten_years_ago;
};

// What few people are.
void add_rare(CellSums& sums, const County& county, PersonId person) {
    const PersonHot& hot = county.hot(person);
    sums.has_rare = true;
    sums.on_exchange += hot.assignment == Assignment::exchange;
    sums.borrowed += hot.assignment == Assignment::borrowed;
    sums.at_front_line += hot.assignment == Assignment::front_line;
    sums.under_inquiry += hot.under_inquiry;
    sums.second_line += hot.second_line;
    if (county.is_sanctioned(person)) {
        sums.sanctioned += 1;
        sums.sanctions[static_cast<std::size_t>(county.sanction_in_force(person))] += 1;
    }
}

void add_traits(CellSums& sums, const Traits& traits, const Record& record) {
    const float administration = traits.skill(static_cast<std::size_t>(Skill::administration));
    const float law = traits.skill(static_cast<std::size_t>(Skill::law));
    const float mass_work = traits.skill(static_cast<std::size_t>(Skill::mass_work));
    const float mean = traits.mean_skill();
    // Whoever has not been assessed has neither performance nor effort on record.
    const float assessed = record.all_years > 0 ? 1.0f : 0.0f;
    const std::array<float, CellSums::traits> own{
        mean, administration, law, mass_work, traits.motivation, record.performance, record.effort_shift, assessed};
    for (std::size_t i = 0; i < own.size(); ++i) sums.sum[i] += static_cast<double>(own[i]);
}

void add_person(CellSums& sums, const Thresholds& dates, const County& county, PersonId person) {
    const PersonHot& hot = county.hot(person);
    const PersonCold& cold = county.cold(person);
    const Record& record = county.record(person);
    sums.under_35 += cold.birth > dates.born_after_for_35;
    sums.under_50 += cold.birth > dates.born_after_for_50;
    sums.over_10_years += cold.tier_since < dates.ten_years_ago;
    sums.entry_days += cold.entry.value;
    sums.post_days += cold.post_since.value;
    sums.soon_after_minimum_service += county.is_soon_after_minimum_service(person);
    add_traits(sums, county.traits(person), record);
    const bool is_rare =
        hot.assignment != Assignment::home || hot.under_inquiry || hot.second_line || county.is_sanctioned(person);
    if (is_rare) add_rare(sums, county, person);
}

// Who gives up a leadership post by age within three years: retires, or steps down.
class LeaveSoon {
  public:
    LeaveSoon(const LeadershipRules& rules, const County& county)
        : county_(county),
          steps_down_if_born_by_(born_by_to_step_down(rules, county.today(), county.today() + days_within(soon))) {}
    bool operator()(PersonId leader) const {
        if (years_between(county_.today(), county_.retirement(leader)) <= soon) return true;
        return steps_down_if_born_by_ && county_.cold(leader).birth <= *steps_down_if_born_by_ &&
               county_.is_township(UnitId{county_.hot(leader).unit});
    }

  private:
    static constexpr double soon = 3;
    const County& county_;
    std::optional<Day> steps_down_if_born_by_;
};

// Not somebody who leads and has the seat as a second title.
void add_head(StockRow& row, const County& county, SeatId id) {
    const PersonId holder = county.seat(id).holder;
    if (!holder.exists() || county.hot(holder).seat != id) return;
    at(row, Stock::heads) += 1;
    at(row, Stock::head_ability) += static_cast<double>(county.traits(holder).ability);
}

// Who is a head or leads, and leadership posts that are empty or whose holder leaves them by age within three years.
void add_seat(StockRow& row, const LeaveSoon& leaves_soon, const County& county, SeatId id) {
    const Seat& seat = county.seat(id);
    const Ladder ladder = county.post_type(seat.post).ladder;
    at(row, Stock::titled_seats) += 1;
    at(row, Stock::empty_titled_seats) += seat.holder.exists() ? 0 : 1;
    if (ladder == Ladder::middle) add_head(row, county, id);
    if (!is_leadership(ladder)) return;
    if (seat.holder.exists()) {
        at(row, Stock::leaders) += 1;
        at(row, Stock::leader_ability) += static_cast<double>(county.traits(seat.holder).ability);
    }
    at(row, Stock::empty_leadership_seats) += seat.holder.exists() ? 0 : 1;
    const bool opens = !seat.holder.exists() || leaves_soon(seat.holder);
    at(row, Stock::leadership_openings_3_years) += opens ? 1 : 0;
}

// Conditions of the leadership posts, or of all titled ones, that a post feeds.
class Prospects {  // by post
  public:
    Prospects() = default;
    Prospects(const CompetitionRules& rules, const County& county, bool leadership_only) {
        for (std::size_t from = 0; from < county.plan().posts.size(); ++from) {
            begins_.push_back(static_cast<std::uint32_t>(all_.size()));
            std::array<bool, ladder_count> is_known{};  // posts of a ladder have the same conditions
            for (std::size_t to = 0; to < county.plan().posts.size(); ++to) {
                const PostType& post = county.plan().posts[to];
                if (post.is_entry() || !county.feeds(static_cast<std::uint8_t>(from), PostTypeId{to})) continue;
                if (leadership_only && !is_leadership(post.ladder)) continue;
                if (std::exchange(is_known[static_cast<std::size_t>(post.ladder)], true)) continue;
                all_.emplace_back(rules.ladder[static_cast<std::size_t>(post.ladder)], post.ladder, county);
            }
        }
        begins_.push_back(static_cast<std::uint32_t>(all_.size()));
    }
    std::span<const Conditions> of(std::uint8_t post) const {
        return std::span(all_).subspan(begins_[post], begins_[post + 1u] - begins_[post]);
    }

  private:
    std::vector<Conditions> all_;
    std::vector<std::uint32_t> begins_;
};

// Might be chosen for some such post today: asks what a competition asks. Within what asks it of everybody: a call
// costs as much as the answer.
[[gnu::always_inline]] inline bool could_succeed(const Prospects& prospects, const County& county, PersonId person) {
    const PersonHot& hot = county.hot(person);
    for (const Conditions& post : prospects.of(hot.post)) {
        if (post.are_all_met_by(county, hot, person)) return true;
    }
    return false;
}

}  // namespace

void count_competitors(const RulesView<CompetitionRules>& rules, const RulesView<RetentionRules>& retention,
                       County& county) {
    const CompetitionRules* rules_of_prospects = nullptr;
    Prospects prospects;
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        const UnitId unit{u};
        if (!retention.of(unit).behaviour) continue;
        if (rules_of_prospects != &rules.of(unit)) {
            rules_of_prospects = &rules.of(unit);
            prospects = Prospects(*rules_of_prospects, county, false);
        }
        int competitors = 0;
        for (const PersonId person : county.unit(unit).members) competitors += could_succeed(prospects, county, person);
        county.set_competitors(unit, competitors);
    }
}

void take_stocks(const RulesView<CompetitionRules>& rules, const RulesView<PerformanceRules>& performance,
                 const RulesView<TrainingRules>& training, County& county) {
    YearTally& tally = county.tally();
    tally.has_stocks = true;
    const Thresholds dates(county.today());
    const LeaveSoon leaves_soon(rules.county_wide().leadership, county);
    const CompetitionRules* rules_of_prospects = nullptr;
    Prospects prospects;
    std::vector<CellSums> sums;
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        const Unit& unit = county.units()[u];
        if (rules_of_prospects != &rules.of(UnitId{u})) {
            rules_of_prospects = &rules.of(UnitId{u});
            prospects = Prospects(*rules_of_prospects, county, true);
        }
        StockRow& row = tally.stocks[u];
        at(row, Stock::places) += unit.places;
        at(row, Stock::empty_places) += county.empty_places(UnitId{u});
        at(row, Stock::over_establishment) += std::max(0, unit.staff - unit.places);
        const double in_training = tally.training_days[u] / training.of(UnitId{u}).working_days;
        at(row, Stock::in_training) += in_training;
        at(row, Stock::hands_present) +=
            std::max(0.0, tally.hand_days[u] / static_cast<double>(tally.days) - in_training);
        at(row, Stock::service_attitude) += unit.climate.service * unit.staff;
        at(row, Stock::institution_hands_missing) += unit.institution_missing;
        const PerformanceRules& fit_rules = performance.of(UnitId{u});
        const std::array<double, 6>& fit = county.is_township(UnitId{u}) ? fit_rules.fit_township : fit_rules.fit_organ;
        sums.assign(county.tiers(), {});
        for (std::size_t i = 0; i < unit.members.size(); ++i) {
            const PersonId soon = ahead(unit.members, i);
            fetch(county.hot(soon), county.traits(soon), county.record(soon), county.cold(soon));
            const PersonId person = unit.members[i];
            const PersonHot& hot = county.hot(person);
            CellSums& cell = sums[hot.tier];
            add_person(cell, dates, county, person);
            if (could_succeed(prospects, county, person)) {
                cell.successors += 1;
                cell.able_successors += is_able(county.traits(person)) ? 1 : 0;
            }
            cell.field_fit += fit[static_cast<std::size_t>(county.cold(person).field)];
        }
        std::int64_t successors = 0;
        for (std::size_t tier = 0; tier < sums.size(); ++tier) {
            successors += sums[tier].successors;
            const std::size_t cell = u * county.tiers() + tier;
            sums[tier].write(row, county.people_in(cell), county.today(), tier == 0);
        }
        bool has_leaders = false;
        for (std::uint32_t s = unit.first_seat; s < unit.first_seat + unit.seat_count; ++s) {
            const Seat& seat = county.seats()[s];
            add_seat(row, leaves_soon, county, SeatId{s});
            has_leaders |= is_leadership(county.post_type(seat.post).ladder);
        }
        at(row, Stock::units_with_leaders) += has_leaders ? 1 : 0;
        at(row, Stock::units_without_candidates) += has_leaders && successors == 0 ? 1 : 0;
    }
}

}  // namespace staffsim::engine
