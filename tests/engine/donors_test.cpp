// From whom the people of a roster have what the roster does not say.
#include "sim/engine/donors.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "tests/support/tiny_input.hpp"

using namespace staffsim;
using namespace staffsim::tiny;
using engine::Donor;
using engine::donor_cell;
using engine::DonorCell;
using engine::DonorPool;

namespace {

const Draws donor_draws({1, 1});

Donor donor(const std::string& id, DonorCell cell) {
    Donor one{};
    one.key = entity_key(id);
    one.cell = cell;
    return one;
}

// Ids of the donors that three hundred people of a cell get.
std::set<std::string> given(const std::vector<std::pair<std::string, DonorCell>>& all, DonorCell own) {
    std::vector<Donor> donors;
    for (const auto& [id, cell] : all) donors.push_back(donor(id, cell));
    const DonorPool pool(donors);
    std::set<std::string> found;
    for (std::uint64_t i = 0; i < 300; ++i) {
        const Donor* match = pool.match(donor_draws, combine(entity_key("person"), i), own);
        REQUIRE(match != nullptr);
        for (const auto& [id, cell] : all) {
            if (match->key == entity_key(id)) found.insert(id);
        }
    }
    return found;
}

using Ids = std::set<std::string>;

}  // namespace

TEST_CASE("a cell is kind of unit, tier, and bands of five years") {
    const DonorCell cell = donor_cell(true, 2, 12.4, 47.9);
    CHECK(cell.township);
    CHECK(cell.tier == 2);
    CHECK(cell.tenure_band == 2);
    CHECK(cell.age_band == 9);
    CHECK(donor_cell(true, 2, 4.99, 44.99).tenure_band == 0);
    CHECK(donor_cell(true, 2, 5, 45).tenure_band == 1);
    CHECK(donor_cell(true, 2, 5, 45).age_band == 9);
    const DonorCell last = donor_cell(false, 30, 80, 200), first = donor_cell(false, 0, -1, -1);
    CHECK(last.tier == 7);
    CHECK(last.tenure_band == 3);
    CHECK(last.age_band == 23);
    CHECK(first.tenure_band == 0);
    CHECK(first.age_band == 0);
}

TEST_CASE("donors come from the own cell, and where it is empty from wider and wider ones") {
    const DonorCell own{true, 2, 1, 8};
    const std::pair<std::string, DonorCell> same{"same", own}, same_too{"same too", own},
        tenure{"other tenure", {true, 2, 3, 8}}, age{"other age", {true, 2, 1, 5}},
        tenure_and_age{"other tenure and age", {true, 2, 0, 10}}, kind{"other kind", {false, 2, 1, 8}},
        tier{"other tier", {true, 1, 1, 8}}, nothing{"nothing in common", {false, 0, 3, 4}};
    CHECK(given({same, same_too, tenure, age, tenure_and_age, kind, tier, nothing}, own) == Ids{"same", "same too"});
    CHECK(given({tenure, age, tenure_and_age, kind, tier, nothing}, own) == Ids{"other tenure"});
    CHECK(given({age, tenure_and_age, kind, tier, nothing}, own) == Ids{"other age", "other tenure and age"});
    CHECK(given({kind, tier, nothing}, own) == Ids{"other kind"});
    CHECK(given({tier, nothing}, own) == Ids{"other tier", "nothing in common"});
    CHECK(given({nothing}, own) == Ids{"nothing in common"});
}

TEST_CASE("the first and the last cell have donors of their own") {
    const DonorCell first{false, 0, 0, 0}, last{true, 7, 3, 23};
    CHECK(given({{"first", first}, {"last", last}}, first) == Ids{"first"});
    CHECK(given({{"first", first}, {"last", last}}, last) == Ids{"last"});
}

TEST_CASE("an empty pool has nobody to give") {
    CHECK(DonorPool().match(donor_draws, entity_key("P"), {}) == nullptr);
    CHECK(DonorPool(std::vector<Donor>{}).match(donor_draws, entity_key("P"), {}) == nullptr);
    CHECK(DonorPool().size() == 0);
}

TEST_CASE("a person's donor depends on key and replication, not on the order in which donors were given") {
    std::vector<Donor> donors;
    for (int i = 0; i < 400; ++i) {
        donors.push_back(
            donor("D" + std::to_string(i), {i % 3 != 0, static_cast<std::uint8_t>(i % 4),
                                            static_cast<std::uint8_t>(i % 2), static_cast<std::uint8_t>(4 + i % 9)}));
    }
    const DonorPool forwards(donors), backwards({donors.rbegin(), donors.rend()});
    std::set<std::uint64_t> chosen, chosen_in_another_future;
    for (std::uint64_t i = 0; i < 200; ++i) {
        const EntityKey person = combine(entity_key("person"), i);
        const DonorCell own{i % 2 == 0, static_cast<std::uint8_t>(i % 5), static_cast<std::uint8_t>(i % 4),
                            static_cast<std::uint8_t>(i % 24)};
        const Donor* match = forwards.match(donor_draws, person, own);
        REQUIRE(match != nullptr);
        REQUIRE(match->key == backwards.match(donor_draws, person, own)->key);
        REQUIRE(match->key == forwards.match(donor_draws, person, own)->key);
        chosen.insert(match->key.value);
        chosen_in_another_future.insert(forwards.match(Draws({1, 2}), person, own)->key.value);
    }
    CHECK(chosen.size() > 50);
    CHECK(chosen != chosen_in_another_future);
}

// Chi-square with 9 degrees of freedom, 99.99 % point 33.7.
TEST_CASE("the donors of a cell are drawn alike") {
    const DonorCell own{true, 2, 1, 8};
    std::vector<Donor> donors;
    for (int i = 0; i < 10; ++i) donors.push_back(donor("D" + std::to_string(i), own));
    const DonorPool pool(donors);
    std::map<std::uint64_t, double> seen;
    for (std::uint64_t i = 0; i < 10000; ++i) seen[pool.match(donor_draws, {i}, own)->key.value] += 1;
    double chi_square = 0;
    for (const auto& [key, times] : seen) chi_square += (times - 1000) * (times - 1000) / 1000;
    CHECK(seen.size() == 10);
    CHECK(chi_square < 33.7);
}

TEST_CASE("the warm-up gives donors, the same for the same seed and others for each life") {
    auto input = small_county();
    input.warm_up_years = 15;
    input.warm_up_lives = 2;
    const auto first = engine::live_warm_up(input, 1, 0), again = engine::live_warm_up(input, 1, 0);
    const auto second = engine::live_warm_up(input, 1, 1), other_seed = engine::live_warm_up(input, 2, 0);
    REQUIRE(first.size() > 20);
    const auto same = [](const std::vector<Donor>& a, const std::vector<Donor>& b) {
        return a.size() == b.size() &&
               std::equal(a.begin(), a.end(), b.begin(), [](const Donor& left, const Donor& right) {
                   return left.key == right.key && left.traits.ability == right.traits.ability &&
                          left.record.all_scores == right.record.all_scores;
               });
    };
    CHECK(same(first, again));
    CHECK_FALSE(same(first, second));
    CHECK_FALSE(same(first, other_seed));
    const engine::WarmUp warm_up(input, 1);
    CHECK(warm_up.lives() == 2);
    CHECK(warm_up.of(0).size() == first.size());
    CHECK(warm_up.of(5).size() == second.size());
    CHECK(&warm_up.of(1) == &warm_up.of(5));
    CHECK(live(input).summary.fingerprint == live(input).summary.fingerprint);
    input.warm_up_years = 0;
    CHECK(engine::WarmUp(input, 1).of(0).size() == 0);
    input.warm_up_years = 15;
    input.plan.start_full = true;
    CHECK(engine::WarmUp(input, 1).of(0).size() == 0);
}

TEST_CASE("people of a roster have the traits and the record of their donors") {
    auto input = small_county();
    input.years = 1;
    input.warm_up_years = 15;
    input.warm_up_lives = 1;
    const engine::WarmUp warm_up(input, 1);
    std::set<float> abilities;
    for (const Donor& one : engine::live_warm_up(input, 1, 0)) abilities.insert(one.traits.ability);
    struct Watch : engine::Sink {
        void on_year(std::size_t, const County& county) override {
            for (const Unit& unit : county.units()) {
                for (const PersonId person : unit.members) {
                    if (county.cold(person).entry < day(2026, 1, 1)) abilities.push_back(county.traits(person).ability);
                }
            }
        }
        std::vector<float> abilities;
    } watch;
    engine::simulate(input, {1, 7}, warm_up, watch);
    REQUIRE(watch.abilities.size() > 20);
    for (const float ability : watch.abilities) CHECK(abilities.contains(ability));
}
