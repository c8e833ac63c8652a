// Exposure and payroll to the day, by hand; and gates that notice a county whose books were cooked.
#include <catch2/catch.hpp>

#include "sim/foundation/diagnostics.hpp"
#include "tests/support/tiny_county.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

using Rates = std::array<DailyRate, pay_component_count>;

Rates rates(std::int32_t basic, std::int32_t allowance) {
    Rates rate{};
    rate[static_cast<std::size_t>(PayComponent::basic)] = {basic};
    rate[static_cast<std::size_t>(PayComponent::allowance)] = {allowance};
    return rate;
}
void pay(County& county, PersonId person, std::int32_t basic, std::int32_t allowance) {
    county.set_pay(person, rates(basic, allowance), Money{basic + allowance}, Money{1}, 0.0f);
}
std::int64_t component(const Exposure& exposure, PayComponent which) {
    return exposure.pay_milli_fen[static_cast<std::size_t>(which)];
}

std::string complaint_of_gates(const County& county) {
    try {
        check_gates(county);
    } catch (const InvariantError& error) {
        return error.what();
    }
    return "";
}
bool names(const std::string& text, const std::string& phrase) { return text.find(phrase) != std::string::npos; }

}  // namespace

TEST_CASE("the payroll is right to the day through raises, promotions and exits") {
    Ladder4 tiny;
    County& county = tiny.county;
    pay(county, tiny.clerk_person, 1000, 100);  // from 1 January, tier 0
    pay(county, tiny.head_person, 2000, 100);   // tier 1
    county.begin_day(day(2026, 1, 11));         // 10 days later
    pay(county, tiny.clerk_person, 1500, 100);
    county.begin_day(day(2026, 1, 31));  // 20 days later: the head leaves, the clerk takes the seat
    county.leave(tiny.head_person, ExitCause::death);
    county.appoint(tiny.clerk_person, tiny.seat(0, head));
    county.settle_ledgers(day(2026, 3, 2));  // 30 days more, 60 in all
    const Exposure& tier0 = county.tally().exposure[0];
    const Exposure& tier1 = county.tally().exposure[1];
    CHECK(tier0.person_days == 30);
    CHECK(tier1.person_days == 60);
    CHECK(component(tier0, PayComponent::basic) == 10 * 1000 + 20 * 1500);
    CHECK(component(tier0, PayComponent::allowance) == 30 * 100);
    CHECK(component(tier1, PayComponent::basic) == 30 * 2000 + 30 * 1500);
    CHECK(component(tier1, PayComponent::allowance) == 60 * 100);
    CHECK(tier1.pay_total_milli_fen == 30 * 2100 + 30 * 1600);
    CHECK(county.tally().days == 60);
    check_gates(county);
}

TEST_CASE("settling the ledgers in between changes nothing") {
    std::int64_t totals[2];
    for (const bool often : {false, true}) {
        Ladder4 tiny;
        pay(tiny.county, tiny.clerk_person, 1234567, 1);
        for (int d = 1; often && d < 60; ++d) tiny.county.settle_ledgers(day(2026, 1, 1) + d);
        tiny.county.settle_ledgers(day(2026, 1, 1) + 60);
        totals[often] = tiny.county.tally().exposure[0].pay_total_milli_fen;
    }
    CHECK(totals[0] == 60 * 1234568);
    CHECK(totals[1] == totals[0]);
}

TEST_CASE("nobody is paid on the day of leaving and everybody on the day of entering") {
    TinyCounty tiny({township("T01", 1)});
    tiny.open();
    County& county = tiny.county;
    county.begin_day(day(2026, 1, 11));
    const PersonId person =
        county.enter(UnitId{std::size_t{0}}, TinyCounty::newcomer({.id = "p", .entry = county.today()}));
    pay(county, person, 1000, 0);
    county.begin_day(day(2026, 1, 16));
    county.leave(person, ExitCause::death);
    county.settle_ledgers(day(2026, 2, 1));
    CHECK(county.tally().exposure[0].person_days == 5);
    CHECK(county.tally().exposure[0].pay_total_milli_fen == 5000);
}

TEST_CASE("empty places and empty leadership posts are counted by days, apart") {
    Ladder4 tiny;
    County& county = tiny.county;
    county.begin_day(day(2026, 1, 11));
    county.leave(tiny.deputy_person, ExitCause::death);  // one place and one leadership post empty
    county.begin_day(day(2026, 1, 21));
    county.leave(tiny.head_person, ExitCause::death);  // two places, one leadership post
    county.begin_day(day(2026, 1, 31));
    county.enter(UnitId{std::size_t{0}},
                 TinyCounty::newcomer({.id = "r", .entry = county.today()}));  // one place again
    county.settle_ledgers(day(2026, 2, 10));
    CHECK(county.tally().empty_place_days[0] == 10 * 1 + 10 * 2 + 10 * 1);
    CHECK(county.tally().empty_seat_days[0] == 30);
}

TEST_CASE("a leadership post can be empty while the unit is full") {
    TinyCounty tiny({township("T01", 1, 0, 1)});
    tiny.settle(0, {.id = "clerk"});
    tiny.open();
    tiny.county.settle_ledgers(day(2026, 1, 11));
    CHECK(tiny.county.tally().empty_place_days[0] == 0);
    CHECK(tiny.county.tally().empty_seat_days[0] == 10);
}

TEST_CASE("a new year begins with the staff of the old one and empty books") {
    Ladder4 tiny;
    County& county = tiny.county;
    county.leave(tiny.clerk_person, ExitCause::death);
    county.settle_ledgers(day(2027, 1, 1));
    check_gates(county);
    county.begin_year(2027);
    CHECK(county.tally().year == 2027);
    CHECK(county.tally().opening_staff == std::vector<std::int32_t>{0, 1, 1, 1});
    CHECK(tiny.flow(Flow::exit_death) == 0);
    CHECK(county.tally().exposure[1].person_days == 0);
    county.settle_ledgers(day(2027, 1, 8));
    CHECK(county.tally().days == 7);
    CHECK(county.tally().exposure[1].person_days == 7);
    check_gates(county);
}

TEST_CASE("one-off costs add up by unit and kind") {
    Ladder4 tiny;
    const UnitId unit{std::size_t{0}};
    tiny.county.spend(unit, OneOff::training, from_yuan(200));
    tiny.county.spend(unit, OneOff::training, from_yuan(50));
    tiny.county.spend(unit, OneOff::exchange, from_yuan(1));
    CHECK(tiny.county.tally().one_off_fen[0] == std::array<std::int64_t, one_off_count>{0, 25000, 100, 0, 0, 0});
}

TEST_CASE("gates pass a county that only its operations have changed") {
    Ladder4 tiny;
    CHECK(complaint_of_gates(tiny.county).empty());
}

TEST_CASE("a gate notices people who came from nowhere") {
    Ladder4 tiny;
    tiny.county.tally().joined[0] += 1;
    const std::string said = complaint_of_gates(tiny.county);
    CHECK(names(said, "2026-01-01"));
    CHECK(names(said, "cell 0 holds 1 people"));
}

TEST_CASE("a gate notices an exit without a cause and a cause without an exit") {
    Ladder4 tiny;
    tiny.county.leave(tiny.clerk_person, ExitCause::death);
    tiny.county.tally().flows[0][static_cast<std::size_t>(Flow::exit_death)] = 0;
    CHECK(names(complaint_of_gates(tiny.county), "headcount moved by -1"));
    tiny.county.tally().flows[0][static_cast<std::size_t>(Flow::exit_death)] = 2;
    CHECK(names(complaint_of_gates(tiny.county), "headcount moved by -1"));
}

TEST_CASE("a gate notices a payroll that is not the sum of its components") {
    Ladder4 tiny;
    tiny.county.tally().exposure[2].pay_total_milli_fen += 1;
    CHECK(names(complaint_of_gates(tiny.county), "cell 2: payroll 1 is not the sum of its components 0"));
}

TEST_CASE("whoever has left holds no seat and has no day of retirement that could pass") {
    Ladder4 tiny;
    tiny.county.set_retirement(tiny.head_person, day(2030, 1, 1));
    tiny.county.leave(tiny.head_person, ExitCause::death);
    CHECK_FALSE(tiny.county.hot(tiny.head_person).seat.exists());
    CHECK(tiny.county.retirement(tiny.head_person) == never);
    tiny.county.settle_ledgers(day(2031, 1, 1));
    CHECK(complaint_of_gates(tiny.county).empty());
}

TEST_CASE("a gate notices somebody who works past retirement") {
    Ladder4 tiny;
    tiny.county.set_retirement(tiny.clerk_person, day(2025, 12, 31));
    CHECK(names(complaint_of_gates(tiny.county), "works past statutory retirement"));
    tiny.county.set_retirement(tiny.clerk_person, day(2026, 1, 1));
    CHECK(complaint_of_gates(tiny.county).empty());
}

// Was a defect: newcomers always stand at tier 0, whatever the tier of their entry post.
TEST_CASE("a newcomer stands at the tier of the entry post") {
    auto types = posts();
    types[organ_clerk].tier = 1;
    TinyCounty tiny({organ("O01", 1)}, day(2026, 1, 1), types);
    tiny.open();
    const PersonId person = tiny.county.enter(UnitId{std::size_t{0}}, TinyCounty::newcomer({.id = "p"}));
    CHECK(tiny.county.hot(person).tier == 1);
}

// Was a defect: presence is taken away as a double and given back as a float, so hands appear from nowhere.
TEST_CASE("hands present are whole again after everybody has come home") {
    TinyCounty tiny({township("T01", 1)});
    const PersonId person = tiny.settle(0, {.id = "p"});
    tiny.open();
    tiny.county.send_out(person, Assignment::front_line, UnitId{std::size_t{0}}, day(2028, 1, 1), 0.7);
    tiny.county.come_back(person);
    CHECK(tiny.county.units()[0].present == 1.0);
}

// Otherwise an opening keeps waiting for nothing, the next place that falls empty is not announced, and under
// continuous recruitment nobody ever comes for it.
TEST_CASE("a place that falls empty is announced, also after an appointment from outside took another's place") {
    TinyCounty tiny({township("T01", 2, 0, 1), township("T02", 1, 1)});
    const PersonId first = tiny.settle(0, {.id = "first"});
    const PersonId second = tiny.settle(0, {.id = "second"});
    const PersonId outsider = tiny.settle(1, {.id = "outsider", .post = head});
    tiny.open();
    County& county = tiny.county;
    county.leave(first, ExitCause::death);  // one place opens; the deputy's seat has been empty from the start
    REQUIRE(tiny.new_openings().size() == 1);
    county.appoint(outsider, tiny.seat(0, deputy));  // fills the seat and the place
    tiny.new_openings();
    CHECK(county.units()[0].place_openings.size() ==
          static_cast<std::size_t>(county.empty_places(UnitId{std::size_t{0}})));
    county.leave(second, ExitCause::death);
    CHECK(county.empty_places(UnitId{std::size_t{0}}) == 1);
    CHECK(tiny.new_openings().size() == 1);
}
