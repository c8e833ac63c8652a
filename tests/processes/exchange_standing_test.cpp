// Whom nobody sends away or moves to another post: people under a sanction, under an inquiry or on trial; and what home
// units pay for those who are away.
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdint>

#include "tests/processes/exchange_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

enum class Trouble : std::uint8_t { none, sanction, inquiry };

void get_into(TinyWorld& tiny, PersonId person, Trouble trouble) {
    if (trouble == Trouble::sanction) tiny.county.sanction(person, Sanction::demerit, day(2030, 1, 1));
    if (trouble != Trouble::inquiry) return;
    ConductCase one;
    one.person = person;
    one.generation = tiny.county.hot(person).generation;
    one.found = tiny.county.today();
    tiny.county.hide_case(one);
    REQUIRE(tiny.county.begin_inquiry(person, day(2030, 1, 1)).has_value());
}

// Where a clerk of a township ends up whom `send` may send away.
template <class Send>
Assignment sent(Trouble trouble, Send&& send) {
    TinyWorld tiny({township("T01", 1), organ("O01", 1)});
    const PersonId person = tiny.settle(0, {.id = "P", .birth = day(1995, 1, 1)});
    tiny.settle(1, {.id = "counterpart", .post = organ_clerk});
    tiny.open();
    get_into(tiny, person, trouble);
    send(tiny);
    return where(tiny, person);
}

}  // namespace

TEST_CASE("nobody under a sanction or an inquiry is exchanged, borrowed or sent to the front line") {
    ExchangeRules exchange = exchange_rules();
    exchange.borrowed_share = 1;
    FrontLineRules front_line = front_line_rules();
    front_line.excellent_within_years = 0;
    for (const Trouble trouble : {Trouble::none, Trouble::sanction, Trouble::inquiry}) {
        const bool goes = trouble == Trouble::none;
        const auto expected = [goes](Assignment away) { return goes ? away : Assignment::home; };
        CHECK(sent(trouble, [&](TinyWorld& tiny) { plan_exchange(everywhere(exchange, tiny.county), tiny.world); }) ==
              expected(Assignment::exchange));
        CHECK(sent(trouble, [&](TinyWorld& tiny) {
                  plan_front_line(everywhere(front_line, tiny.county), tiny.world);
              }) == expected(Assignment::front_line));
        CHECK(sent(trouble, [&](TinyWorld& tiny) {
                  BorrowingOrder order;
                  keep_up_borrowing(everywhere(exchange, tiny.county), tiny.world, order);
              }) == expected(Assignment::borrowed));
    }
}

TEST_CASE("no head rotates under a sanction, under an inquiry or on trial") {
    ExchangeRules rules = exchange_rules();
    rules.rotation_years = 1;
    for (const bool on_trial : {false, true}) {
        for (const Trouble trouble : {Trouble::none, Trouble::sanction, Trouble::inquiry}) {
            TinyWorld tiny({township("T01", 2, 2)});
            const PersonId first = tiny.settle(0, {.id = "first", .post = head, .tier_since = day(2020, 1, 1)});
            const PersonId second = tiny.settle(0, {.id = "second"});
            tiny.open();
            County::Terms terms;
            if (on_trial) terms.trial_until = day(2030, 1, 1);
            tiny.county.appoint(second, tiny.seat(0, head, 1), terms);
            get_into(tiny, first, trouble);
            rotate_heads(everywhere(rules, tiny.county), tiny.world);
            CHECK(tiny.flow(Flow::rotations) == (trouble == Trouble::none && !on_trial ? 2 : 0));
        }
    }
}

TEST_CASE("home units pay for the days away, in whatever parts") {
    const auto paid = [](bool in_parts) {
        TinyWorld tiny({township("T01", 2), organ("O01", 1)});
        const PersonId exchanged = tiny.settle(0, {.id = "e"}), at_front_line = tiny.settle(0, {.id = "f"});
        tiny.open();
        tiny.county.send_out(exchanged, Assignment::exchange, UnitId{std::size_t{1}}, day(2028, 1, 1), 0.0);
        tiny.county.send_to_front_line(at_front_line, FrontLineKind::village, day(2028, 1, 1), 0.5);
        const ExchangeRules exchange = exchange_rules();
        const FrontLineRules front_line = front_line_rules();
        const auto pay = [&](Day from, Day until) { pay_for_stays(exchange, front_line, tiny.county, from, until); };
        if (in_parts) {
            pay(day(2025, 1, 1), day(2026, 3, 1));
            pay(day(2026, 3, 1), day(2026, 11, 11));
            pay(day(2026, 11, 11), day(2027, 1, 1));
        } else {
            pay(day(2025, 1, 1), day(2027, 1, 1));
        }
        const auto& fen = tiny.county.tally().one_off_fen[0];
        CHECK(fen[static_cast<std::size_t>(OneOff::exchange)] == 365 * 2628);    // 9,600 yuan / 365.2425
        CHECK(fen[static_cast<std::size_t>(OneOff::front_line)] == 365 * 1643);  // 6,000 yuan / 365.2425
    };
    paid(false);
    paid(true);
}
