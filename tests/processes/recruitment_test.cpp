#include <catch2/catch.hpp>
#include <cmath>

#include "sim/processes/recruitment/recruitment.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

RecruitmentRules rules() { return defaults(recruitment_levers()); }
constexpr UnitId first_unit{std::size_t{0}};

std::vector<Entrant> announce(TinyWorld& tiny, const RecruitmentRules& rule) {
    std::vector<Entrant> entrants;
    announce_seats(everywhere(rule, tiny.county), tiny.world, entrants);
    return entrants;
}

// Everybody advertised is found.
RecruitmentRules sure() {
    RecruitmentRules rule = rules();
    rule.seat_fill = SeatFill::fixed;
    rule.fixed_fill_probability = 1;
    rule.approved_share = 1;
    return rule;
}

}  // namespace

TEST_CASE("every empty place that is not promised is advertised when all are approved") {
    TinyWorld tiny({township("T01", 5)});
    tiny.settle(0, {.id = "a"});
    tiny.open();
    tiny.county.set_approved_entrants(first_unit, 1);
    CHECK(announce(tiny, sure()).size() == 3);
    CHECK(tiny.flow(Flow::seats_advertised) == 3);
    CHECK(tiny.county.tally().one_off_fen[0][0] == 3 * 300000);
    CHECK(tiny.county.unit(first_unit).approved_entrants == 4);
    CHECK(announce(tiny, sure()).empty());  // all are promised by now
}

TEST_CASE("with an approved share of 0 nothing is advertised, and in between that share of the places") {
    TinyWorld tiny({township("T01", 2000)});
    RecruitmentRules rule = sure();
    rule.approved_share = 0;
    CHECK(announce(tiny, rule).empty());
    rule.approved_share = 0.8;
    const double share = static_cast<double>(announce(tiny, rule).size()) / 2000;
    CHECK(std::abs(share - 0.8) < 4 * std::sqrt(0.16 / 2000));  // four standard errors
}

TEST_CASE("a full or over-staffed unit advertises nothing") {
    TinyWorld tiny({township("T01", 1)});
    for (const char* id : {"a", "b"}) tiny.settle(0, {.id = id});
    CHECK(announce(tiny, sure()).empty());
}

TEST_CASE("a seat with fewer applicants than the opening ratio is cancelled") {
    TinyWorld tiny({township("T01", 400)});
    RecruitmentRules rule = rules();
    rule.approved_share = rule.acceptance = 1;
    rule.seats = {1, 0, 0, 0, 0};
    rule.applicants_per_seat = {3, 3, 3, 3, 3};
    rule.opening_ratio = 3;
    const double share = static_cast<double>(announce(tiny, rule).size()) / 400;
    const double expected = 1 - std::exp(-3.0) * (1 + 3 + 4.5);
    CHECK(std::abs(share - expected) < 4 * std::sqrt(expected * (1 - expected) / 400));
    TinyWorld none({township("T01", 20)});
    rule.applicants_per_seat = {0, 0, 0, 0, 0};
    rule.opening_ratio = 1;
    CHECK(announce(none, rule).empty());
}

TEST_CASE("remote townships have fewer applicants and county organs more") {
    const auto applicants = [](UnitPlan unit) {
        TinyWorld tiny({std::move(unit)});
        RecruitmentRules rule = rules();
        rule.approved_share = 1;
        rule.open_selection_share = 0;
        rule.seats = {1, 0, 0, 0, 0};
        announce(tiny, rule);
        return static_cast<double>(tiny.flow(Flow::applicants)) /
               static_cast<double>(tiny.flow(Flow::seats_advertised));
    };
    UnitPlan near = township("T01", 300), far = near;
    far.remote_class = 3;
    CHECK(applicants(near) == Approx(30).epsilon(4 / std::sqrt(9000.0)));
    CHECK(applicants(far) == Approx(30 * std::exp(-1.0)).epsilon(4 / std::sqrt(3300.0)));
    CHECK(applicants(organ("O01", 300)) == Approx(45).epsilon(4 / std::sqrt(13500.0)));
}

TEST_CASE("the exam selects above the mean of the applicants") {
    TinyWorld tiny({township("T01", 1500)});
    RecruitmentRules rule = rules();
    rule.approved_share = rule.acceptance = 1;
    rule.seats = {1, 0, 0, 0, 0};
    rule.ability_mean = {};
    double sum = 0;
    const auto entrants = announce(tiny, rule);
    for (const Entrant& entrant : entrants) sum += static_cast<double>(entrant.ability);
    // E[max of 20] = 1.867, of 30 = 2.043, of 40 = 2.161: Poisson(30) applicants give about 2.03
    CHECK(sum / static_cast<double>(entrants.size()) == Approx(0.5 * 2.03).margin(4 * 0.95 / std::sqrt(1500.0)));
}

TEST_CASE("what happens at other units does not change a unit's applicants") {
    TinyWorld small({township("T01", 3)}), large({township("T01", 3), township("T02", 50)});
    const auto alone = announce(small, sure()), beside = announce(large, sure());
    REQUIRE(alone.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(alone[i].key == beside[i].key);
        CHECK(alone[i].ability == beside[i].ability);
    }
}

TEST_CASE("channels come in their shares at townships, and county organs use the open exam") {
    TinyWorld tiny({township("T01", 2000), organ("O01", 100)});
    RecruitmentRules rule = sure();
    rule.open_selection_share = 0;
    std::array<double, channel_count> seen{};
    for (const Entrant& entrant : announce(tiny, rule)) {
        if (entrant.unit == first_unit) seen[static_cast<std::size_t>(entrant.channel)] += 1;
        if (entrant.unit != first_unit) CHECK(entrant.channel == Channel::open_exam);
    }
    for (std::size_t c = 0; c < channel_count; ++c) {
        const double p = rule.seats[c];
        CHECK(std::abs(seen[c] / 2000 - p) <= 4 * std::sqrt(p * (1 - p) / 2000));
    }
}

TEST_CASE("entrants enter on probation and inside the minimum service of townships") {
    TinyWorld tiny({township("T01", 1), organ("O01", 1)});
    tiny.open();
    const PersonId there = admit(rules(), tiny.world, {first_unit, Channel::open_exam, entity_key("a"), 0});
    const PersonId here = admit(rules(), tiny.world, {UnitId{std::size_t{1}}, Channel::open_exam, entity_key("b"), 0});
    CHECK(tiny.county.hot(there).on_probation);
    CHECK(tiny.county.hot(there).minimum_service_until == day(2026, 1, 1) + 1826);
    CHECK_FALSE(tiny.county.is_locked(here));
    const auto requests = tiny.asked();
    REQUIRE(requests.size() == 3);
    CHECK(requests[0].kind == EventKind::probation_end);
    CHECK(requests[0].day == day(2027, 1, 1));
    CHECK(requests[1].kind == EventKind::minimum_service_end);
    CHECK(tiny.county.age(there) == Approx(25).margin(3.01));
}

TEST_CASE("entering fills the promise, and the list is empty afterwards") {
    TinyWorld tiny({township("T01", 2)});
    tiny.open();
    auto entrants = announce(tiny, sure());
    const RecruitmentRules rule = sure();
    admit_entrants(everywhere(rule, tiny.county), tiny.world, entrants);
    CHECK(entrants.empty());
    CHECK(tiny.county.unit(first_unit).staff == 2);
    CHECK(tiny.county.unit(first_unit).approved_entrants == 0);
    CHECK(tiny.flow(Flow::seats_filled) == 2);
    for (const PersonId person : tiny.county.unit(first_unit).members)
        tiny.county.set_retirement(person, day(2100, 1, 1));
    check_gates(tiny.county);
}

TEST_CASE("a fixed number enters each unit as far as there are places, in this mode alone") {
    RecruitmentRules rule = rules();
    rule.entrants_per_year = 3;
    const auto entered = [&rule](int places) {
        TinyWorld tiny({township("T01", places)});
        tiny.open();
        admit_fixed_number(everywhere(rule, tiny.county), tiny.world);
        return tiny.county.unit(first_unit).staff;
    };
    CHECK(entered(10) == 0);
    rule.mode = RecruitmentMode::fixed_number;
    CHECK(entered(10) == 3);
    CHECK(entered(2) == 2);
    rule.entrants_per_year = 0;
    CHECK(entered(10) == 0);
}

TEST_CASE("continuous arrivals stop when no place is empty") {
    TinyWorld tiny({township("T01", 1)});
    tiny.open();
    continuous_arrival(rules(), tiny.world, first_unit);
    continuous_arrival(rules(), tiny.world, first_unit);
    CHECK(tiny.county.unit(first_unit).staff == 1);
    CHECK(tiny.flow(Flow::seats_filled) == 1);
}

namespace {

// A county organ with one empty place, and one township clerk with everything open selection asks for.
struct Selection : TinyWorld {
    explicit Selection(Someone who = {.id = "P"}) : TinyWorld({township("T01", 3), organ("O01", 1)}) {
        person = settle(0, who);
        open();
    }
    bool moves(RecruitmentRules rule = rules()) {
        rule.open_selection_share = 1;
        hold_open_selection(everywhere(rule, county), world);
        return county.hot(person).unit == 1;
    }
    PersonId person;
};

}  // namespace

TEST_CASE("open selection takes township staff to empty places of county organs") {
    Selection tiny;
    CHECK(tiny.moves());
    CHECK(tiny.flow(Flow::moved_to_county_organ) == 1);
    RecruitmentRules none = rules();
    Selection other;
    none.open_selection_share = 0;
    hold_open_selection(everywhere(none, other.county), other.world);
    CHECK(other.county.hot(other.person).unit == 0);
}

TEST_CASE("each condition of open selection holds at its edge") {
    CHECK_FALSE(Selection({.id = "P", .minimum_service_until = day(2026, 1, 2)}).moves());
    CHECK(Selection({.id = "P", .minimum_service_until = day(2026, 1, 1)}).moves());
    CHECK_FALSE(Selection({.id = "P", .on_probation = true}).moves());
    CHECK(Selection({.id = "P", .birth = day(1988, 1, 2)}).moves());
    CHECK_FALSE(Selection({.id = "P", .birth = day(1987, 12, 30)}).moves());
    CHECK(Selection({.id = "P", .entry = day(2023, 12, 31)}).moves());
    CHECK_FALSE(Selection({.id = "P", .entry = day(2024, 1, 5)}).moves());
    Selection sanctioned;
    sanctioned.county.sanction(sanctioned.person, Sanction::warning, day(2026, 1, 2));
    CHECK_FALSE(sanctioned.moves());
    Selection promised;
    promised.county.set_approved_entrants(UnitId{std::size_t{1}}, 1);
    CHECK_FALSE(promised.moves());
}

// The ranges allow 500 applicants per seat times 5 for county organs; the first term of a Poisson of mean 745 is 0.
TEST_CASE("a seat of a county organ may have 2,500 applicants") {
    TinyWorld tiny({organ("O01", 20)});
    RecruitmentRules rule = rules();
    rule.approved_share = 1;
    rule.open_selection_share = 0;
    rule.applicants_per_seat[0] = 500;
    rule.county_organ_factor = 5;
    announce(tiny, rule);
    CHECK(static_cast<double>(tiny.flow(Flow::applicants)) / 20 == Approx(2500).margin(4 * 50 / std::sqrt(20.0)));
}
