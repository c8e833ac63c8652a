// The operations of a county, worked by hand: headcounts, seats and chains after each.
#include <catch2/catch.hpp>

#include "sim/foundation/diagnostics.hpp"
#include "sim/model/routine_records.hpp"
#include "tests/support/tiny_county.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

PersonId recruit(TinyCounty& tiny, std::size_t unit, const std::string& id) {
    return tiny.county.enter(UnitId{unit}, TinyCounty::newcomer({.id = id, .entry = tiny.county.today()}));
}

// Openings announced since the last call, as "seat" or "place".
std::string openings(TinyCounty& tiny) {
    std::string text;
    for (const OpeningId id : tiny.new_openings()) text += tiny.county.opening(id).seat.exists() ? "seat " : "place ";
    return text;
}

// Everybody moves up by one after an exit from `tier`, then a recruit enters; returns the length of the chain.
std::int64_t chain_after_exit_from(int tier) {
    Ladder4 tiny;
    County& county = tiny.county;
    const PersonId people[] = {tiny.clerk_person, tiny.head_person, tiny.deputy_person, tiny.chief_person};
    const std::size_t types[] = {clerk, head, deputy, chief};
    county.leave(people[tier], ExitCause::death);
    for (int to = tier; to > 0; --to) county.appoint(people[to - 1], tiny.seat(0, types[to]));
    recruit(tiny, 0, "recruit");
    CHECK(tiny.flow(Flow::chains_closed) == 1);
    CHECK(tiny.flow(Flow::openings_filled) == tier + 1);
    CHECK(county.unit(UnitId{std::size_t{0}}).staff == 4);
    check_gates(county);
    return tiny.flow(Flow::chain_links);
}

}  // namespace

TEST_CASE("a county starts with the staff, seats and empty places of its paper") {
    TinyCounty tiny({township("T01", 5, 1, 2, 1), organ("O01", 3, 1)});
    const PersonId boss = tiny.settle(0, {.id = "boss", .post = chief});
    tiny.settle(0, {.id = "other"});
    tiny.settle(1, {.id = "third", .post = organ_clerk});
    CHECK(tiny.county.units()[0].staff == 2);
    CHECK(tiny.county.empty_places(UnitId{std::size_t{0}}) == 3);
    CHECK(tiny.county.seats().size() == 5);
    CHECK(tiny.county.seat(tiny.seat(0, chief)).holder == boss);
    CHECK(tiny.county.post_of(boss).id == "chief");
    CHECK(tiny.county.hot(boss).tier == 3);
    tiny.county.open_initial_vacancies();
    CHECK(tiny.county.units()[0].empty_leadership == 2);
    CHECK(tiny.county.units()[1].empty_leadership == 1);
    CHECK(tiny.new_openings().size() == 4u + 3u + 2u);  // empty seats, then empty places of both units
}

TEST_CASE("entering takes a place and closes the oldest open one") {
    TinyCounty tiny({township("T01", 2)});
    tiny.open();
    const PersonId first = recruit(tiny, 0, "first");
    CHECK(tiny.county.hot(first).in_service);
    CHECK(tiny.county.units()[0].staff == 1);
    CHECK(tiny.county.units()[0].present == 1.0);
    CHECK(tiny.county.units()[0].place_openings.size() == 1);
    CHECK(tiny.flow(Flow::entered_open_exam) == 1);
    CHECK(tiny.flow(Flow::chains_closed) == 1);
    CHECK(tiny.flow(Flow::chain_links) == 1);
    check_gates(tiny.county);
}

TEST_CASE("entering a full unit is a defect") {
    TinyCounty tiny({township("T01", 1)});
    tiny.open();
    recruit(tiny, 0, "first");
    CHECK_THROWS_AS(recruit(tiny, 0, "second"), InvariantError);
}

TEST_CASE("leaving opens the seat of the titled and the place of the others") {
    Ladder4 tiny;
    tiny.county.leave(tiny.deputy_person, ExitCause::retirement);
    CHECK(openings(tiny) == "seat ");
    CHECK(tiny.county.units()[0].empty_leadership == 1);
    CHECK_FALSE(tiny.county.seat(tiny.seat(0, deputy)).holder.exists());
    tiny.county.leave(tiny.head_person, ExitCause::death);
    CHECK(openings(tiny) == "seat ");
    CHECK(tiny.county.units()[0].empty_leadership == 1);  // office heads are no leadership
    tiny.county.leave(tiny.clerk_person, ExitCause::resignation);
    CHECK(openings(tiny) == "place ");
    CHECK(tiny.county.units()[0].staff == 1);
    CHECK(tiny.flow(Flow::exit_retirement) == 1);
    CHECK(tiny.flow(Flow::exit_death) == 1);
    CHECK(tiny.flow(Flow::exit_resignation) == 1);
    check_gates(tiny.county);
}

TEST_CASE("who has left cannot leave again") {
    Ladder4 tiny;
    tiny.county.leave(tiny.clerk_person, ExitCause::death);
    CHECK_THROWS_AS(tiny.county.leave(tiny.clerk_person, ExitCause::death), InvariantError);
}

TEST_CASE("an exit from the lowest grade makes a chain of length 1, from the fourth one of 4") {
    CHECK(chain_after_exit_from(0) == 1);
    CHECK(chain_after_exit_from(1) == 2);
    CHECK(chain_after_exit_from(2) == 3);
    CHECK(chain_after_exit_from(3) == 4);
}

TEST_CASE("a chain has the same length when the recruit comes before the seat is filled") {
    Ladder4 tiny;
    tiny.county.leave(tiny.deputy_person, ExitCause::death);
    recruit(tiny, 0, "early");
    CHECK(tiny.flow(Flow::chains_closed) == 0);
    tiny.county.appoint(tiny.head_person, tiny.seat(0, deputy));
    tiny.county.appoint(tiny.clerk_person, tiny.seat(0, head));
    CHECK(tiny.flow(Flow::chains_closed) == 1);
    CHECK(tiny.flow(Flow::chain_links) == 3);
    CHECK(tiny.county.units()[0].place_openings.empty());
    check_gates(tiny.county);
}

TEST_CASE("days to fill run from the opening to the appointment") {
    Ladder4 tiny;
    County& county = tiny.county;
    county.leave(tiny.head_person, ExitCause::death);
    county.begin_day(day(2026, 1, 31));
    county.appoint(tiny.clerk_person, tiny.seat(0, head));
    county.begin_day(day(2026, 3, 2));
    recruit(tiny, 0, "recruit");
    CHECK(tiny.flow(Flow::openings_filled) == 2);
    CHECK(tiny.flow(Flow::days_to_fill) == 30 + 30);
}

TEST_CASE("a promotion moves the person up a tier and counts once") {
    Ladder4 tiny;
    County& county = tiny.county;
    county.leave(tiny.deputy_person, ExitCause::death);
    county.begin_day(day(2026, 5, 1));
    county.appoint(tiny.head_person, tiny.seat(0, deputy));
    CHECK(county.hot(tiny.head_person).tier == 2);
    CHECK(county.post_of(tiny.head_person).id == "deputy");
    CHECK(county.cold(tiny.head_person).tier_since == day(2026, 5, 1));
    CHECK(county.cold(tiny.head_person).post_since == day(2026, 5, 1));
    CHECK(county.seat(tiny.seat(0, deputy)).holder == tiny.head_person);
    CHECK(tiny.flow(Flow::promoted_to_deputy) == 1);
    CHECK(tiny.flow(Flow::first_promoted_to_deputy) == 1);
    CHECK(tiny.flow(Flow::promoted_to_middle) == 0);
    county.leave(tiny.chief_person, ExitCause::death);
    county.appoint(tiny.head_person, tiny.seat(0, chief));
    CHECK(tiny.flow(Flow::promoted_to_chief) == 1);
    CHECK(tiny.flow(Flow::first_promoted_to_deputy) == 1);  // at deputy level or above for the first time only once
    check_gates(county);
}

TEST_CASE("a seat that is held cannot be given") {
    Ladder4 tiny;
    CHECK_THROWS_AS(tiny.county.appoint(tiny.clerk_person, tiny.seat(0, head)), InvariantError);
}

TEST_CASE("nobody is promoted inside a sanction period, and from its last day on they are") {
    Ladder4 tiny;
    County& county = tiny.county;
    county.leave(tiny.head_person, ExitCause::death);
    county.sanction(tiny.clerk_person, Sanction::demerit, day(2027, 1, 1));
    CHECK(tiny.flow(Flow::sanctions) == 1);
    county.begin_day(day(2026, 12, 31));
    CHECK_THROWS_AS(county.appoint(tiny.clerk_person, tiny.seat(0, head)), InvariantError);
    county.begin_day(day(2027, 1, 1));
    CHECK_NOTHROW(county.appoint(tiny.clerk_person, tiny.seat(0, head)));
}

TEST_CASE("a second sanction never shortens the period of the first") {
    Ladder4 tiny;
    tiny.county.sanction(tiny.clerk_person, Sanction::demerit, day(2027, 1, 1));
    tiny.county.sanction(tiny.clerk_person, Sanction::warning, day(2026, 7, 1));
    CHECK(tiny.county.hot(tiny.clerk_person).sanction_until == day(2027, 1, 1));
}

TEST_CASE("an appointment from another unit takes the place along the chain") {
    TinyCounty tiny({township("T01", 2, 0, 1), township("T02", 2, 1)});
    const PersonId old = tiny.settle(0, {.id = "old", .post = deputy});
    tiny.settle(0, {.id = "clerk1"});
    const PersonId rising = tiny.settle(1, {.id = "rising", .post = head});
    const PersonId clerk2 = tiny.settle(1, {.id = "clerk2"});
    tiny.open();
    County& county = tiny.county;
    county.leave(old, ExitCause::retirement);
    county.appoint(rising, tiny.seat(0, deputy));
    CHECK(county.units()[0].staff == 2);
    CHECK(county.units()[1].staff == 1);
    CHECK(tiny.flow(Flow::moved_in) == 1);
    CHECK(tiny.flow(Flow::moved_to_township) == 0);  // both units are townships
    county.appoint(clerk2, tiny.seat(1, head));
    recruit(tiny, 1, "recruit");
    CHECK(tiny.flow(Flow::chain_links) == 3);
    CHECK(tiny.flow(Flow::chains_closed) == 1);
    check_gates(county);
}

TEST_CASE("nobody is appointed into a full unit") {
    TinyCounty tiny({township("T01", 1, 0, 1), township("T02", 1, 1)});
    tiny.settle(0, {.id = "clerk1"});
    const PersonId head2 = tiny.settle(1, {.id = "head2", .post = head});
    tiny.open();
    CHECK_THROWS_AS(tiny.county.appoint(head2, tiny.seat(0, deputy)), InvariantError);
}

TEST_CASE("a transfer to a county organ ends township service and opens the place left behind") {
    TinyCounty tiny({township("T01", 1), organ("O01", 1)});
    const PersonId person = tiny.settle(0, {.id = "p"});
    tiny.open();
    County& county = tiny.county;
    const double years = county.township_years(person);
    CHECK(years == Approx(years_between(day(2013, 9, 15), day(2026, 1, 1))));
    county.transfer(person, UnitId{std::size_t{1}});
    CHECK(county.units()[0].staff == 0);
    CHECK(county.units()[1].staff == 1);
    CHECK(county.post_of(person).id == "organ_clerk");
    CHECK(tiny.flow(Flow::moved_to_county_organ) == 1);
    CHECK(tiny.flow(Flow::moved_in) == 1);
    CHECK(county.township_years(person) == Approx(years));
    county.begin_day(day(2030, 1, 1));
    CHECK(county.township_years(person) == Approx(years));
    CHECK(openings(tiny) == "place ");
    recruit(tiny, 0, "recruit");
    CHECK(tiny.flow(Flow::chain_links) == 2);
    check_gates(county);
}

TEST_CASE("nobody resigns, moves or transfers inside the minimum service, and on its last day all may") {
    TinyCounty tiny({township("T01", 3), organ("O01", 1)});
    const PersonId locked = tiny.settle(0, {.id = "locked", .minimum_service_until = day(2027, 9, 15)});
    tiny.open();
    County& county = tiny.county;
    county.begin_day(day(2027, 9, 14));
    CHECK_THROWS_AS(county.transfer(locked, UnitId{std::size_t{1}}), InvariantError);
    CHECK_THROWS_AS(county.leave(locked, ExitCause::resignation), InvariantError);
    CHECK_THROWS_AS(county.leave(locked, ExitCause::moved_above), InvariantError);
    county.begin_day(day(2027, 9, 15));
    CHECK_NOTHROW(county.transfer(locked, UnitId{std::size_t{1}}));
    CHECK_NOTHROW(county.leave(locked, ExitCause::resignation));
}

TEST_CASE("death, illness, retirement and dismissal do not wait for the minimum service") {
    TinyCounty tiny({township("T01", 4)});
    for (const ExitCause cause :
         {ExitCause::death, ExitCause::retirement, ExitCause::dismissal, ExitCause::failed_probation}) {
        const PersonId locked =
            tiny.settle(0, {.id = std::string(term(cause).name), .minimum_service_until = day(2040, 1, 1)});
        CHECK_NOTHROW(tiny.county.leave(locked, cause));
    }
}

TEST_CASE("on exchange the place stays at home, the chair is empty and the host gains hands") {
    TinyCounty tiny({township("T01", 2), organ("O01", 1)});
    const PersonId person = tiny.settle(0, {.id = "p"});
    tiny.settle(0, {.id = "q"});
    tiny.open();
    County& county = tiny.county;
    const UnitId home{std::size_t{0}}, host{std::size_t{1}};
    county.send_out(person, Assignment::exchange, host, day(2028, 1, 1), 0.0);
    CHECK(county.unit(home).staff == 2);
    CHECK(county.unit(home).present == 1.0);
    CHECK(county.unit(home).away == 1);
    CHECK(county.unit(host).staff == 0);
    CHECK(county.unit(host).present == 1.0);
    CHECK(openings(tiny).empty());
    CHECK_THROWS_AS(county.send_out(person, Assignment::exchange, host, day(2028, 1, 1), 0.0), InvariantError);
    county.come_back(person);
    CHECK(county.unit(home).present == 2.0);
    CHECK(county.unit(home).away == 0);
    CHECK(county.unit(host).present == 0.0);
    CHECK(county.hot(person).host == 0);
    CHECK_THROWS_AS(county.come_back(person), InvariantError);
    check_gates(county);
}

TEST_CASE("at the front line part of the working time stays at home") {
    TinyCounty tiny({township("T01", 1)});
    const PersonId person = tiny.settle(0, {.id = "p"});
    tiny.open();
    tiny.county.send_out(person, Assignment::front_line, UnitId{std::size_t{0}}, day(2028, 1, 1), 0.5);
    CHECK(tiny.county.units()[0].present == 0.5);
    CHECK(tiny.flow(Flow::front_line_begun) == 1);
    CHECK(tiny.flow(Flow::exchanges_begun) == 0);
}

TEST_CASE("who leaves, transfers or is appointed while away comes home first") {
    TinyCounty tiny({township("T01", 3, 1), organ("O01", 2)});
    const PersonId leaver = tiny.settle(0, {.id = "leaver"});
    const PersonId mover = tiny.settle(0, {.id = "mover"});
    const PersonId riser = tiny.settle(0, {.id = "riser"});
    tiny.open();
    County& county = tiny.county;
    for (const PersonId person : {leaver, mover, riser})
        county.send_out(person, Assignment::exchange, UnitId{std::size_t{1}}, day(2028, 1, 1), 0.0);
    CHECK(county.units()[1].present == 3.0);
    county.leave(leaver, ExitCause::death);
    county.transfer(mover, UnitId{std::size_t{1}});
    county.appoint(riser, tiny.seat(0, head));
    CHECK(county.units()[0].present == 1.0);
    CHECK(county.units()[0].away == 0);
    CHECK(county.units()[1].present == 1.0);
    CHECK(county.hot(riser).assignment == Assignment::home);
    check_gates(county);
}

TEST_CASE("more staff than places is counted, absorbed by exits and opens nothing") {
    TinyCounty tiny({township("T01", 2)});
    const PersonId a = tiny.settle(0, {.id = "a"}), b = tiny.settle(0, {.id = "b"}), c = tiny.settle(0, {.id = "c"});
    tiny.open();
    County& county = tiny.county;
    CHECK(county.units()[0].supernumerary == 1);
    CHECK(county.empty_places(UnitId{std::size_t{0}}) == 0);
    check_gates(county);
    county.leave(a, ExitCause::death);
    CHECK(county.units()[0].supernumerary == 0);
    CHECK(openings(tiny).empty());
    county.leave(b, ExitCause::death);
    CHECK(openings(tiny) == "place ");
    county.leave(c, ExitCause::death);
    CHECK(openings(tiny) == "place ");
    check_gates(county);
}

TEST_CASE("a slot used again holds a new person with nothing of the old one") {
    TinyCounty tiny({township("T01", 1)});
    const PersonId old = tiny.settle(0, {.id = "old"});
    tiny.open();
    County& county = tiny.county;
    county.record_result(old, Result::excellent, 1.5f, 1.0f);
    county.set_barred(old, true);
    county.sanction(old, Sanction::demerit, day(2030, 1, 1));
    Leaving& leaving = county.leaving(old);
    leaving.thresholds = 0b11111;
    for (kernel::Spell& spell : leaving.spell) spell = kernel::Spell::begin(1), spell.change_rate(5, 0);
    for (std::size_t i = 0; i < hazard_cause_count; ++i) county.count_spell(old, static_cast<HazardCause>(i));
    const std::uint32_t generation = county.hot(old).generation;
    county.leave(old, ExitCause::dismissal);
    const PersonId fresh = recruit(tiny, 0, "fresh");
    CHECK(fresh == old);
    CHECK(county.hot(fresh).generation > generation + 1);
    CHECK(county.cold(fresh).key == entity_key("fresh"));
    CHECK_FALSE(county.hot(fresh).barred_from_promotion);
    CHECK_FALSE(county.is_sanctioned(fresh));
    CHECK(county.record(fresh).results[2] == Result::none);
    CHECK(county.record(fresh).years_since_excellent == 255);
    CHECK(county.cold(fresh).sanction == Sanction::none);
    CHECK(county.keys()[fresh.value] == entity_key("fresh"));
    CHECK(county.record(fresh).all_years == 0);
    CHECK(county.record(fresh).all_scores == 0);
    CHECK(county.leaving(fresh).thresholds == 0);
    CHECK(county.cold(fresh).spell_number == std::array<std::uint16_t, 5>{});
    for (const kernel::Spell& spell : county.leaving(fresh).spell) CHECK(spell == kernel::Spell{});
}

TEST_CASE("competent years put on record side by side leave what they leave one by one") {
    Ladder4 alone, together;
    for (const float score : {0.5f, -1.0f, 2.0f, 0.25f}) {
        alone.county.record_result(alone.clerk_person, Result::competent, score, score / 2);
        alone.county.set_barred(alone.clerk_person, false);
        together.county.set_barred(together.clerk_person, true);
        County::CompetentYears years(together.county);
        years.add(together.clerk_person, score, score / 2);
        years.close();
    }
    const Record &a = alone.county.record(alone.clerk_person), &b = together.county.record(together.clerk_person);
    CHECK(a.results == b.results);
    CHECK(a.scores == b.scores);
    CHECK(a.performance == b.performance);
    CHECK(a.all_years == b.all_years);
    CHECK(a.all_scores == b.all_scores);
    CHECK(a.scored_years == b.scored_years);
    CHECK(a.years_since_excellent == b.years_since_excellent);
    CHECK(alone.county.fingerprint() == together.county.fingerprint());
    CHECK(alone.county.facts() == together.county.facts());
    CHECK(alone.flow(Flow::assessed) == together.flow(Flow::assessed));
    CHECK_FALSE(together.county.hot(together.clerk_person).barred_from_promotion);
}

TEST_CASE("the record keeps three years, the latest last") {
    Ladder4 tiny;
    County& county = tiny.county;
    for (const Result result :
         {Result::competent, Result::excellent, Result::basically_competent, Result::incompetent}) {
        county.record_result(tiny.clerk_person, result, static_cast<float>(result), 0.5f);
    }
    const Record& record = county.record(tiny.clerk_person);
    CHECK(record.results == std::array{Result::excellent, Result::basically_competent, Result::incompetent});
    CHECK(record.scored_years == 3);
    CHECK(record.mean_score() == Approx((1 + 3 + 4) / 3.0));
    CHECK(record.years_since_excellent == 2);
    CHECK(tiny.flow(Flow::excellent) == 1);
    CHECK(tiny.flow(Flow::incompetent) == 1);
}

TEST_CASE("every operation writes one fact for whoever listens, and listening changes nothing") {
    std::vector<Fact> facts;
    std::uint64_t fingerprints[2];
    for (const bool listening : {false, true}) {
        Ladder4 tiny;
        County& county = tiny.county;
        if (listening) county.listen(&facts);
        county.leave(tiny.chief_person, ExitCause::retirement);
        county.appoint(tiny.deputy_person, tiny.seat(0, chief));
        county.send_out(tiny.clerk_person, Assignment::front_line, UnitId{std::size_t{0}}, day(2027, 1, 1), 0.5);
        county.come_back(tiny.clerk_person);
        county.sanction(tiny.clerk_person, Sanction::warning, day(2026, 7, 1));
        county.raise_rank(tiny.clerk_person, county.today());
        recruit(tiny, 0, "recruit");
        fingerprints[listening] = county.fingerprint();
        CHECK(county.facts() == 7);
    }
    CHECK(fingerprints[0] == fingerprints[1]);
    REQUIRE(facts.size() == 7);
    using enum Fact::Kind;
    const Fact::Kind kinds[] = {left, appointed, sent_out, came_back, sanctioned, rank_raised, entered};
    for (std::size_t i = 0; i < 7; ++i) CHECK(facts[i].kind == kinds[i]);
    CHECK(static_cast<ExitCause>(facts[0].detail) == ExitCause::retirement);
}

TEST_CASE("a rank that is raised starts its clock anew") {
    Ladder4 tiny;
    tiny.county.pay_position(tiny.clerk_person).rank_credit = 2;
    tiny.county.raise_rank(tiny.clerk_person, day(2026, 7, 1));
    CHECK(tiny.county.pay(tiny.clerk_person).rank == 3);
    CHECK(tiny.county.pay(tiny.clerk_person).rank_credit == 0);
    CHECK(tiny.county.pay(tiny.clerk_person).rank_since == day(2026, 7, 1));
}

TEST_CASE("the titled of a unit are counted through appointments, moves and exits") {
    TinyCounty tiny({township("T01", 3, 1, 1), township("T02", 2, 1)});
    const PersonId first = tiny.settle(0, {.id = "first", .post = deputy});
    const PersonId outsider = tiny.settle(1, {.id = "outsider", .post = head});
    const PersonId simple = tiny.settle(0, {.id = "simple"});
    tiny.open();
    County& county = tiny.county;
    const auto titled = [&] { return std::pair(county.units()[0].titled, county.units()[1].titled); };
    CHECK(titled() == std::pair(1, 1));
    county.leave(first, ExitCause::death);
    CHECK(titled() == std::pair(0, 1));
    county.appoint(simple, tiny.seat(0, head));
    CHECK(titled() == std::pair(1, 1));
    county.appoint(outsider, tiny.seat(0, deputy));
    CHECK(titled() == std::pair(2, 0));
    county.transfer(outsider, UnitId{std::size_t{1}});  // without title
    CHECK(titled() == std::pair(1, 0));
}

TEST_CASE("what happens to people touches them, a result on record does not") {
    Ladder4 tiny;
    County& county = tiny.county;
    CHECK(tiny.touched().empty());
    CHECK_FALSE(county.has_news());
    county.record_result(tiny.clerk_person, Result::excellent, 1, 1);
    CHECK(tiny.touched().empty());
    county.sanction(tiny.clerk_person, Sanction::warning, day(2026, 7, 1));
    CHECK(county.has_news());
    CHECK(tiny.touched() == std::vector{tiny.clerk_person});
    county.leave(tiny.head_person, ExitCause::death);
    CHECK(tiny.touched() == std::vector{tiny.head_person});
    CHECK(county.has_news());  // the seat that fell empty
    CHECK(openings(tiny) == "seat ");
    CHECK_FALSE(county.has_news());
}

TEST_CASE("what is taken comes in place of what the vector held, once") {
    Ladder4 tiny;
    std::vector<PersonId> people{tiny.chief_person, tiny.chief_person};
    tiny.county.touch(tiny.head_person);
    tiny.county.touch(tiny.clerk_person);
    tiny.county.take_touched(people);
    CHECK(people == std::vector{tiny.head_person, tiny.clerk_person});
    tiny.county.take_touched(people);
    CHECK(people.empty());
}

TEST_CASE("a post feeds what its career graph says, and nothing else") {
    const TinyCounty tiny({township("T01", 1)});
    for (std::size_t to = 0; to < tiny.plan.posts.size(); ++to) {
        const auto& feeders = tiny.plan.posts[to].feeders;
        for (std::size_t from = 0; from < tiny.plan.posts.size(); ++from) {
            const bool expected = std::find(feeders.begin(), feeders.end(), PostTypeId{from}) != feeders.end();
            CHECK(tiny.county.feeds(static_cast<std::uint8_t>(from), PostTypeId{to}) == expected);
        }
    }
}

TEST_CASE("a county knows the date of today and the first of the month, day after day and after a leap") {
    TinyCounty tiny({township("T01", 1)}, day(2023, 12, 30));
    for (Day today = day(2023, 12, 30); today < day(2025, 3, 5); today = today + 1) {
        tiny.county.begin_day(today);
        const CivilDate date = to_civil(today);
        REQUIRE(tiny.county.date() == date);
        REQUIRE(tiny.county.covariate_day() == to_day({date.year, date.month, 1}));
    }
    for (const Day far : {day(2026, 5, 31), day(2024, 2, 29), day(2024, 3, 1), day(2024, 3, 1)}) {
        tiny.county.begin_day(far);
        CHECK(tiny.county.date() == to_civil(far));
    }
}
