#include <catch2/catch.hpp>
#include <cmath>

#include "sim/processes/recruitment/recruitment.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

// Without what reacts to a seat's conditions or to pay.
RecruitmentRules rules() {
    RecruitmentRules rule = defaults(recruitment_levers());
    rule.specialty_share = rule.older_share = rule.pay_elasticity = rule.quits_on_probation = rule.withdrawal = 0;
    return rule;
}
constexpr UnitId first_unit{std::size_t{0}};

PerformanceRules performance() { return defaults(performance_levers()); }

// A round up to the interviews, all on one day.
std::vector<Entrant> announce(TinyWorld& tiny, const RecruitmentRules& rule, std::size_t round = 0) {
    const PerformanceRules fit = performance();
    Intake intake;
    announce_seats(everywhere(rule, tiny.county), everywhere(fit, tiny.county), tiny.world, intake, round);
    hold_exams(everywhere(rule, tiny.county), tiny.world, intake, round);
    hold_interviews(everywhere(rule, tiny.county), everywhere(fit, tiny.county), tiny.world, intake, round);
    return intake.chosen;
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
    Intake intake;
    intake.chosen = announce(tiny, sure());
    const RecruitmentRules rule = sure();
    admit_entrants(everywhere(rule, tiny.county), tiny.world, intake);
    CHECK(intake.chosen.empty());
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

// --- rounds, conditions, channels

TEST_CASE("a place is promised from the announcement to the interview, and free again when nobody is found") {
    TinyWorld tiny({township("T01", 4)});
    RecruitmentRules rule = sure();
    rule.fixed_fill_probability = 0;
    const PerformanceRules fit = performance();
    Intake intake;
    announce_seats(everywhere(rule, tiny.county), everywhere(fit, tiny.county), tiny.world, intake);
    CHECK(tiny.county.unit(first_unit).approved_entrants == 4);
    hold_exams(everywhere(rule, tiny.county), tiny.world, intake);
    CHECK(intake.announced.empty());
    CHECK(intake.examined.size() == 4);
    CHECK(tiny.county.unit(first_unit).approved_entrants == 4);
    hold_interviews(everywhere(rule, tiny.county), everywhere(fit, tiny.county), tiny.world, intake);
    CHECK(intake.chosen.empty());
    CHECK(tiny.county.unit(first_unit).approved_entrants == 0);
    CHECK(tiny.flow(Flow::seats_unfilled) == 4);
}

TEST_CASE("rounds do not mix, and their applicants are other people") {
    TinyWorld tiny({township("T01", 6)});
    const RecruitmentRules rule = sure();
    const PerformanceRules fit = performance();
    Intake intake;
    announce_seats(everywhere(rule, tiny.county), everywhere(fit, tiny.county), tiny.world, intake, 0);
    hold_exams(everywhere(rule, tiny.county), tiny.world, intake, 1);
    CHECK(intake.announced.size() == 6);
    TinyWorld first({township("T01", 2)}), second({township("T01", 2)});
    const auto a = announce(first, rule, 0), b = announce(second, rule, 1);
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) CHECK(a[i].key != b[i].key);
}

TEST_CASE("applicants keep their names and scores when a policy changes how many there are or what they accept") {
    TinyWorld few({township("T01", 40)}), many({township("T01", 40)});
    RecruitmentRules rule = rules();
    rule.approved_share = rule.acceptance = 1;
    rule.seats = {1, 0, 0, 0, 0};
    const auto before = announce(few, rule);
    rule.applicants_per_seat[0] = 31;  // nearly the same number applies
    const auto after = announce(many, rule);
    int same = 0;
    for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) same += before[i].key == after[i].key;
    CHECK(same > 30);
}

TEST_CASE("each condition of a seat costs the applicants who do not meet it") {
    TinyWorld tiny({township("T01", 1), organ("O01", 1)});
    const RecruitmentRules rule = rules();
    const PerformanceRules fit = performance();
    const auto mean = [&](const SeatConditions& conditions, Channel channel = Channel::open_exam) {
        return mean_applicants(rule, fit, tiny.county, first_unit, channel, conditions, 0);
    };
    CHECK(mean({}) == Approx(30));
    CHECK(mean({.degree = true}) == Approx(30 * 0.85));
    CHECK(mean({.local = true}) == Approx(30 * 0.5));
    CHECK(mean({.specialty = true}) == Approx(30 * (0.15 + 0.12 + 0.09 + 0.075 + 0.20)));
    CHECK(mean({.degree = true}, Channel::village_cadre) == Approx(6 * 0.4 * 0.85));
}

TEST_CASE("applicants answer to relative pay, and to the length of the minimum service in townships alone") {
    TinyWorld tiny({township("T01", 1), organ("O01", 1)});
    RecruitmentRules rule = rules();
    const PerformanceRules fit = performance();
    const auto mean = [&](std::size_t unit, double relative) {
        return mean_applicants(rule, fit, tiny.county, UnitId{unit}, Channel::open_exam, {}, relative);
    };
    rule.pay_elasticity = 2;
    CHECK(mean(0, rule.pay_centre) == Approx(30));
    CHECK(mean(0, rule.pay_centre + 0.1) == Approx(30 * std::exp(0.2)));
    CHECK(mean(1, rule.pay_centre_organs) == Approx(45));
    rule.service_effect = 0.1;
    rule.minimum_service_years = 8;
    CHECK(mean(0, rule.pay_centre) == Approx(30 * std::exp(-0.3)));
    CHECK(mean(1, rule.pay_centre_organs) == Approx(45));
    rule.minimum_service_years = 5;
    rule.extra_service_years[0] = 2;
    CHECK(mean(0, rule.pay_centre) == Approx(30 * std::exp(-0.2)));
}

TEST_CASE("nobody enters above the age limit, and the limit costs those who are older") {
    TinyWorld tiny({township("T01", 1)});
    RecruitmentRules rule = rules();
    rule.older_share = 0.4;  // uniform between 28 and 45
    rule.max_age = {35, 35, 35, 35, 35};
    rule.max_age_postgraduate = 35;
    CHECK(share_young_enough(rule, Channel::open_exam) == Approx(0.6 + 0.4 * 7 / 17));
    rule.max_age_postgraduate = 45;  // one in ten
    CHECK(share_young_enough(rule, Channel::open_exam) == Approx(0.9 * (0.6 + 0.4 * 7 / 17) + 0.1));
    double oldest = 0;
    int older = 0;
    for (int i = 0; i < 3000; ++i) {
        const auto person =
            newcomer(rule, tiny.world,
                     {first_unit, Channel::open_exam, combine(entity_key("age"), static_cast<std::uint64_t>(i)), 0});
        const double age = years_between(person.cold.birth, tiny.county.today());
        if (person.cold.education < Education::master) oldest = std::max(oldest, age);
        older += age > 28.01;
    }
    CHECK(oldest <= 35.01);
    CHECK(oldest > 34.5);
    // Of those under the limit .4 x 7/17 / (.6 + .4 x 7/17) = .2154 are older than 28, of the others .4.
    const double expected = 0.9 * 0.2154 + 0.1 * 0.4;
    CHECK(older / 3000.0 == Approx(expected).margin(4 * std::sqrt(expected * (1 - expected) / 3000)));
}

TEST_CASE("who takes a seat meets its conditions") {
    TinyWorld tiny({township("T01", 300)});
    RecruitmentRules rule = sure();
    rule.seats = {1, 0, 0, 0, 0};
    rule.specialty_share = rule.degree_share = rule.local_share = 1;
    std::array<int, 6> fields{};
    for (const Entrant& entrant : announce(tiny, rule)) {
        const auto person = newcomer(rule, tiny.world, entrant);
        CHECK(person.cold.native);
        CHECK(person.cold.education >= Education::bachelor);
        ++fields[static_cast<std::size_t>(person.cold.field)];
    }
    CHECK(fields[static_cast<std::size_t>(Field::other)] == 0);
    // Law .15 of .635 that fit.
    CHECK(fields[0] / 300.0 == Approx(0.15 / 0.635).margin(4 * std::sqrt(0.236 * 0.764 / 300)));
    CHECK(tiny.flow(Flow::specialty_seats) == 300);
}

TEST_CASE("hardship townships ask for less") {
    UnitPlan far = township("T01", 200);
    far.remote_class = 3;
    RecruitmentRules rule = sure();
    rule.degree_share = 1;
    rule.local_share = 0;
    rule.relaxed_local_share = 1;
    const auto degree_seats = [&](int from_class) {
        rule.relaxed_from_class = from_class;
        TinyWorld tiny({far});
        announce(tiny, rule);
        return std::pair{tiny.flow(Flow::degree_seats), tiny.flow(Flow::local_seats)};
    };
    CHECK(degree_seats(4) == std::pair<std::int64_t, std::int64_t>{200, 0});
    CHECK(degree_seats(3) == std::pair<std::int64_t, std::int64_t>{0, 200});
    rule.relaxed_degree = false;
    CHECK(degree_seats(3) == std::pair<std::int64_t, std::int64_t>{200, 200});
}

TEST_CASE("a recruited member of the institution staff leaves a gap until it is refilled") {
    UnitPlan unit = township("T01", 2);
    unit.institution_staff = 1;
    TinyWorld tiny({unit});
    tiny.open();
    const Entrant entrant{first_unit, Channel::institution_staff, entity_key("a"), 0};
    admit(rules(), tiny.world, entrant);
    CHECK(tiny.county.unit(first_unit).institution_staff == 0);
    CHECK(tiny.county.unit(first_unit).institution_missing == 1);
    bool asked = false;
    for (const Request& request : tiny.asked())
        asked |= request.kind == EventKind::institution_refill && request.day == day(2027, 1, 1);
    CHECK(asked);
    tiny.county.refill_institution_hand(first_unit);
    CHECK(tiny.county.unit(first_unit).institution_staff == 1);
    CHECK(tiny.county.unit(first_unit).institution_missing == 0);
}

TEST_CASE("no more institution staff apply than a township has") {
    for (const int staff : {0, 2, 50}) {
        UnitPlan unit = township("T01", 30);
        unit.institution_staff = staff;
        TinyWorld tiny({unit});
        RecruitmentRules rule = rules();
        rule.approved_share = 1;
        rule.opening_ratio = 1;
        rule.seats = {0, 1, 0, 0, 0};
        const auto entrants = announce(tiny, rule);
        CHECK(tiny.flow(Flow::applicants) <= 30 * staff);
        CHECK(entrants.empty() == (staff == 0));
    }
}

TEST_CASE("of those chosen some find something else before the day of entry") {
    TinyWorld tiny({township("T01", 1000)});
    tiny.open();
    RecruitmentRules rule = sure();
    rule.withdrawal = 0.05;
    Intake intake;
    intake.chosen = announce(tiny, rule);
    for (Entrant& entrant : intake.chosen) entrant.interview = tiny.county.today() - 122;  // four months
    admit_entrants(everywhere(rule, tiny.county), tiny.world, intake);
    const double stays = std::pow(0.95, 122 * 12 / 365.25);
    CHECK(static_cast<double>(tiny.flow(Flow::seats_filled)) / 1000 ==
          Approx(stays).margin(4 * std::sqrt(stays * (1 - stays) / 1000)));
    CHECK(tiny.flow(Flow::withdrawals) == 1000 - tiny.flow(Flow::seats_filled));
    CHECK(tiny.county.unit(first_unit).approved_entrants == 0);
}

TEST_CASE("probation ends in passing, failing or giving up, and the place opens again") {
    RecruitmentRules rule = rules();
    rule.quits_on_probation = 1;
    TinyWorld tiny({township("T01", 1)});
    tiny.open();
    const PersonId person = admit(rule, tiny.world, {first_unit, Channel::open_exam, entity_key("a"), 0});
    const auto requests = tiny.asked();
    const Day last = requests[0].day;
    CHECK(requests[0].kind == EventKind::probation_end);
    CHECK(last > day(2026, 1, 1));
    CHECK(last < day(2027, 1, 1));
    tiny.county.begin_day(last);
    CHECK(end_of_probation(rule, tiny.world, person) == ProbationEnd::quit);
    rule.quits_on_probation = 0;
    rule.failed_probation = 1;
    CHECK(end_of_probation(rule, tiny.world, person) == ProbationEnd::failed);
    rule.failed_probation = 0;
    CHECK(end_of_probation(rule, tiny.world, person) == ProbationEnd::passed);
    tiny.county.leave(person, ExitCause::failed_probation);
    CHECK(tiny.county.empty_places(first_unit) == 1);
    CHECK(tiny.flow(Flow::left_first_year) == 1);
}
