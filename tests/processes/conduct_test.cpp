#include <catch2/catch.hpp>
#include <cmath>

#include "sim/processes/competition/competition.hpp"
#include "sim/processes/conduct/conduct.hpp"
#include "sim/processes/shared/stock.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("sanctions last as long as the law says") {
    CHECK(sanction_months(Sanction::warning) == 6);
    CHECK(sanction_months(Sanction::demerit) == 12);
    CHECK(sanction_months(Sanction::major_demerit) == 18);
    CHECK(sanction_months(Sanction::demotion) == 24);
    CHECK(sanction_months(Sanction::removal) == 24);
}

namespace {

struct Punished : TinyWorld {
    explicit Punished(std::uint32_t replication = 1)
        : TinyWorld({township("T01", 1)}, {1, replication}, day(2026, 3, 10)) {
        person = settle(0, {.id = "P"});
        open();
    }
    PersonId person;
};

ConductRules always(Sanction kind) {
    ConductRules rules = defaults(conduct_levers());
    rules.severity = {};
    rules.severity[static_cast<std::size_t>(kind) - 1] = 1;
    return rules;
}

}  // namespace

TEST_CASE("a demerit effective 2026-03-10 bars promotion until 2027-03-10") {
    Punished tiny;
    CHECK_FALSE(impose_sanction(always(Sanction::demerit), tiny.world, tiny.person));
    CHECK(tiny.county.cold(tiny.person).sanction == Sanction::demerit);
    CHECK(tiny.county.hot(tiny.person).sanction_until == day(2027, 3, 10));
    tiny.county.begin_day(day(2027, 3, 9));
    CHECK(tiny.county.is_sanctioned(tiny.person));
    tiny.county.begin_day(day(2027, 3, 10));
    CHECK_FALSE(tiny.county.is_sanctioned(tiny.person));
}

TEST_CASE("a further sanction adds the share of its period that the rule says, up to 48 months") {
    const auto three_warnings = [](double share) {
        Punished tiny;
        ConductRules rules = always(Sanction::warning);
        rules.added_period = share;
        for (int i = 0; i < 3; ++i) impose_sanction(rules, tiny.world, tiny.person);
        return tiny.county.hot(tiny.person).sanction_until;
    };
    CHECK(three_warnings(0) == day(2026, 9, 10));
    CHECK(three_warnings(0.5) == day(2027, 3, 10));
    CHECK(three_warnings(1) == day(2027, 9, 10));
    Punished tiny;
    for (int i = 0; i < 4; ++i) impose_sanction(always(Sanction::major_demerit), tiny.world, tiny.person);
    CHECK(tiny.county.hot(tiny.person).sanction_until == day(2030, 3, 10));
}

TEST_CASE("a later sanction is served after what is left of the first, and the graver one counts") {
    Punished tiny;
    impose_sanction(always(Sanction::demerit), tiny.world, tiny.person);
    tiny.county.begin_day(day(2026, 12, 10));
    impose_sanction(always(Sanction::warning), tiny.world, tiny.person);
    CHECK(tiny.county.hot(tiny.person).sanction_until == day(2027, 9, 10));
    CHECK(withholds_steps(tiny.county, tiny.person));
}

TEST_CASE("a demerit withholds steps while it lasts, a warning never") {
    Punished demerit, warning;
    impose_sanction(always(Sanction::demerit), demerit.world, demerit.person);
    impose_sanction(always(Sanction::warning), warning.world, warning.person);
    CHECK(withholds_steps(demerit.county, demerit.person));
    CHECK_FALSE(withholds_steps(warning.county, warning.person));
    demerit.county.begin_day(day(2027, 3, 10));
    CHECK_FALSE(withholds_steps(demerit.county, demerit.person));
}

TEST_CASE("each severity comes when it has all the share, and dismissal alone ends the service") {
    for (const Sanction kind : {Sanction::warning, Sanction::demerit, Sanction::major_demerit, Sanction::demotion,
                                Sanction::removal, Sanction::dismissal}) {
        Punished tiny;
        CHECK(impose_sanction(always(kind), tiny.world, tiny.person) == (kind == Sanction::dismissal));
        CHECK(tiny.county.cold(tiny.person).sanction == kind);
        CHECK(tiny.county.hot(tiny.person).sanction_until == add_months(day(2026, 3, 10), sanction_months(kind)));
    }
}

// Chi-square with 5 degrees of freedom, 99.99 % point 25.7.
TEST_CASE("severities come in their shares") {
    const ConductRules rules = defaults(conduct_levers());
    std::array<double, 6> seen{};
    const int n = 4000;
    for (std::uint32_t replication = 0; replication < n; ++replication) {
        Punished tiny(replication);
        impose_sanction(rules, tiny.world, tiny.person);
        seen[static_cast<std::size_t>(tiny.county.cold(tiny.person).sanction) - 1] += 1;
    }
    double chi_square = 0;
    for (std::size_t kind = 0; kind < 6; ++kind) {
        const double expected = n * rules.severity[kind];
        chi_square += (seen[kind] - expected) * (seen[kind] - expected) / expected;
    }
    CHECK(chi_square < 25.7);
}

TEST_CASE("less integrity raises the hazard of a sanction, and at effect 0 all have the base hazard") {
    Punished tiny;
    ConductRules rules = defaults(conduct_levers());
    rules.behaviour = false;
    const auto hazard = [&](float integrity) {
        tiny.county.traits(tiny.person).integrity = integrity;
        refresh_sanction_hazard(rules, tiny.world, tiny.person);
        return static_cast<double>(
            tiny.county.leaving(tiny.person).personal[static_cast<std::size_t>(HazardCause::sanction)]);
    };
    CHECK(hazard(0) == Approx(0.012 * std::exp(-0.125)));  // centred: the mean over N(0,1) is the base hazard
    CHECK(hazard(-1) == Approx(0.012 * std::exp(0.5 - 0.125)));
    rules.integrity_effect = 0;
    CHECK(hazard(-3) == Approx(0.012));
    rules.sanction = 0;
    CHECK(hazard(0) == 0);
}

// --- hidden, found, inquired into, decided

namespace {

// Found by supervision alone and for certain, after half a year on average.
ConductRules open_and_shut() {
    ConductRules rules = always(Sanction::demerit);
    rules.detection = {1, 0.5, 0, 90, 0};
    return rules;
}

struct Suspect : TinyWorld {
    explicit Suspect(std::uint32_t replication = 1)
        : TinyWorld({township("T01", 2, 1)}, {1, replication}, day(2026, 3, 10)) {
        person = settle(0, {.id = "P"});
        open();
    }
    // Lives month by month until the case is found; the day.
    Day found(const ConductRules& rules) {
        const RulesView<ConductRules> view = everywhere(rules, county);
        for (Day first = day(2026, 4, 1);; first = add_months(first, 1)) {
            if (county.cases().empty()) return Day{0};
            if (county.cases()[0].has_day_of_finding()) return county.cases()[0].found;
            county.begin_day(first);
            review_cases(view, world);
        }
    }
    PersonId person;
};

}  // namespace

TEST_CASE("misconduct is hidden first: counted, on nobody's record, and in no batch of facts") {
    Suspect tiny;
    std::vector<Fact> facts;
    tiny.county.listen(&facts);
    const std::uint64_t before = tiny.county.fingerprint();
    commit_misconduct(open_and_shut(), tiny.world, tiny.person);
    CHECK(tiny.county.cases().size() == 1);
    CHECK(tiny.flow(Flow::misconduct) == 1);
    CHECK(tiny.flow(Flow::sanctions) == 0);
    CHECK(tiny.county.is_in_good_standing(tiny.person));
    CHECK(facts.empty());
    CHECK(tiny.county.fingerprint() != before);
}

TEST_CASE("an inquiry runs from discovery for its days, bars promotion and leaving, and ends in a sanction") {
    Suspect tiny;
    const ConductRules rules = open_and_shut();
    commit_misconduct(rules, tiny.world, tiny.person);
    const Day found = tiny.found(rules);
    REQUIRE(found > day(2026, 3, 10));
    tiny.county.begin_day(found);
    open_inquiry(rules, tiny.world, tiny.person);
    CHECK(tiny.county.hot(tiny.person).under_inquiry);
    CHECK(tiny.county.may_not_leave(tiny.person));
    LadderRules ladder{};
    ladder.max_age = 200;
    const SeatId seat = tiny.seat(0, head);
    CHECK(eligible_candidates(ladder, tiny.county, seat, Area::unit).empty());
    const std::vector<Request> asked = tiny.asked();
    REQUIRE_FALSE(asked.empty());
    CHECK(asked.back().kind == EventKind::inquiry_end);
    CHECK(asked.back().day == found + 90);
    tiny.county.begin_day(found + 90);
    CHECK_FALSE(close_inquiry(rules, tiny.world, tiny.person));
    CHECK_FALSE(tiny.county.hot(tiny.person).under_inquiry);
    CHECK(tiny.county.cold(tiny.person).sanction == Sanction::demerit);
    CHECK(tiny.county.hot(tiny.person).sanction_until == add_months(found + 90, 12));
    CHECK(tiny.county.cases().empty());
    CHECK(tiny.flow(Flow::misconduct_found) == 1);
    CHECK(tiny.flow(Flow::days_to_finding) == found - day(2026, 3, 10));
}

TEST_CASE("who is cleared has no sanction and no record") {
    Suspect tiny;
    ConductRules rules = open_and_shut();
    rules.detection.cleared_share = 1;
    commit_misconduct(rules, tiny.world, tiny.person);
    const Day found = tiny.found(rules);
    tiny.county.begin_day(found);
    open_inquiry(rules, tiny.world, tiny.person);
    tiny.county.begin_day(found + 90);
    CHECK_FALSE(close_inquiry(rules, tiny.world, tiny.person));
    CHECK(tiny.county.is_in_good_standing(tiny.person));
    CHECK(tiny.county.cold(tiny.person).sanctions_received == 0);
    CHECK(tiny.flow(Flow::cases_cleared) == 1);
}

TEST_CASE("while one of two inquiries runs, the person stays under inquiry") {
    Suspect tiny;
    for (const int days : {30, 60}) {
        ConductCase one;
        one.person = tiny.person;
        one.generation = tiny.county.hot(tiny.person).generation;
        one.found = tiny.county.today();
        one.inquiry_until = tiny.county.today() + days;
        tiny.county.bring_in_case(one);
    }
    const Day start = tiny.county.today();
    tiny.county.begin_day(start + 30);
    CHECK(tiny.county.end_inquiry(tiny.person).has_value());
    CHECK(tiny.county.hot(tiny.person).under_inquiry);
    CHECK_FALSE(tiny.county.end_inquiry(tiny.person).has_value());
    tiny.county.begin_day(start + 60);
    CHECK(tiny.county.end_inquiry(tiny.person).has_value());
    CHECK_FALSE(tiny.county.hot(tiny.person).under_inquiry);
}

// Hazards of leaving are looked at anew: an inquiry forbids to leave of own will (Civil Servants Law, art. 86).
TEST_CASE("whoever is under inquiry on the first day is looked at again") {
    Suspect tiny;
    std::vector<PersonId> touched;
    tiny.county.take_touched(touched);
    ConductCase one;
    one.person = tiny.person;
    one.generation = tiny.county.hot(tiny.person).generation;
    tiny.county.bring_in_case(one);
    CHECK_FALSE(tiny.county.has_news());
    one.found = tiny.county.today();
    one.inquiry_until = tiny.county.today() + 30;
    tiny.county.bring_in_case(one);
    tiny.county.take_touched(touched);
    CHECK(touched == std::vector{tiny.person});
    CHECK(tiny.county.may_not_leave(tiny.person));
}

TEST_CASE("a case of somebody who has left is dropped, also when another has the slot") {
    Suspect tiny;
    ConductRules rules = open_and_shut();
    rules.detection.years_to_finding = 10;
    commit_misconduct(rules, tiny.world, tiny.person);
    tiny.county.leave(tiny.person, ExitCause::death);
    tiny.county.begin_day(day(2026, 4, 1));
    review_cases(everywhere(rules, tiny.county), tiny.world);
    CHECK(tiny.county.cases().empty());
}

TEST_CASE("a month of cases is looked at once, however often it is reviewed") {
    for (std::uint32_t replication = 0; replication < 20; ++replication) {
        Suspect once(replication), twice(replication);
        const ConductRules rules = open_and_shut();
        for (Suspect* tiny : {&once, &twice}) commit_misconduct(rules, tiny->world, tiny->person);
        twice.county.begin_day(day(2026, 3, 20));
        review_cases(everywhere(rules, twice.county), twice.world);
        CHECK(once.found(rules) == twice.found(rules));
    }
}

// 4,000 cases: a share of .5 has a standard error of .0079, a mean of 1.5 years (half of them found) one of .034; four
// of them: a false alarm in 16,000.
TEST_CASE("in the baseline the assumed share is found, after the assumed time") {
    ConductRules rules = defaults(conduct_levers());
    const int n = 4000;
    int found = 0;
    double years = 0;
    for (std::uint32_t replication = 0; replication < n; ++replication) {
        Suspect tiny(replication);
        commit_misconduct(rules, tiny.world, tiny.person);
        const Day day_found = tiny.found(rules);
        if (day_found == Day{0}) continue;
        ++found;
        years += (day_found - day(2026, 3, 10)) / days_per_year;
    }
    CHECK(std::abs(found / double{n} - rules.detection.found_share) < 4 * 0.0079);
    CHECK(std::abs(years / found - rules.detection.years_to_finding) < 4 * 0.034);
}

TEST_CASE("behind the known rate of sanctions lies the misconduct that is not found or not proved") {
    ConductRules rules = defaults(conduct_levers());
    rules.sanction = 0.012;
    rules.detection.found_share = 0.4;
    rules.detection.cleared_share = 0.25;
    CHECK(misconduct_rate(rules) == Approx(0.04));
}

TEST_CASE("twice the complaints and visits raise the hazard of being found as the levers say") {
    Suspect tiny;
    ConductRules rules = defaults(conduct_levers());
    const CaseHazards before = case_hazards(rules, tiny.world, UnitId{0});
    CHECK(before.finding() == Approx(0.5 / 1.5));
    CHECK(before.lapse == Approx(0.5 / 1.5));
    CHECK(before.by_complaint == Approx(0.3 * 0.5 / 1.5));
    rules.supervision.visits = 2 * 3 - 1;  // 1 + visits twice as many
    const CaseHazards after = case_hazards(rules, tiny.world, UnitId{0});
    CHECK(after.by_supervision == Approx(before.by_supervision * std::exp2(rules.supervision.detection_effect)));
    CHECK(after.by_complaint == before.by_complaint);
    CHECK(conduct_pressure(rules, tiny.world, UnitId{0}) ==
          Approx(std::exp2(-rules.supervision.deterrence) *
                 std::exp(rules.integrity_effect * rules.education.centre[0])));  // no education yet
}

TEST_CASE("earlier sanctions take the lightest shares away") {
    ConductRules rules = defaults(conduct_levers());
    rules.repeat_effect = 0.3;
    for (const double u : {0.0, 0.3, 0.54, 0.7, 0.96}) {
        CHECK(severity_of(rules, u, 1) >= severity_of(rules, u, 0));
        CHECK(severity_of(rules, u, 5) >= severity_of(rules, u, 1));
    }
    CHECK(severity_of(rules, 0.5, 0) == Sanction::warning);
    CHECK(severity_of(rules, 0.5, 1) == Sanction::demerit);  // 1 - .5 exp(-.3) = .63
    rules.repeat_effect = 0;
    CHECK(severity_of(rules, 0.5, 9) == Sanction::warning);
}

TEST_CASE("the record of sanctions says when the latest came, and until when a grave one lasts") {
    Suspect tiny;
    impose_sanction(always(Sanction::warning), tiny.world, tiny.person);
    CHECK(tiny.county.cold(tiny.person).sanctioned_since == day(2026, 3, 10));
    CHECK(tiny.county.cold(tiny.person).grave_until < day(2026, 1, 1));
    tiny.county.begin_day(day(2026, 6, 10));
    impose_sanction(always(Sanction::demerit), tiny.world, tiny.person);
    CHECK(tiny.county.cold(tiny.person).sanctioned_since == day(2026, 6, 10));
    CHECK(tiny.county.cold(tiny.person).grave_until == day(2027, 9, 10));
    CHECK(tiny.county.cold(tiny.person).sanctions_received == 2);
    tiny.county.begin_day(day(2028, 1, 5));
    impose_sanction(always(Sanction::warning), tiny.world, tiny.person);
    CHECK(tiny.county.cold(tiny.person).sanctioned_since == day(2028, 1, 5));
    CHECK(tiny.county.cold(tiny.person).sanction == Sanction::warning);
}

// --- stocks of education

TEST_CASE("a stock settles where months of the same effort lead, below its ceiling, with diminishing returns") {
    const StockRules rules{0.03, 0.8, 0.5};
    double stock = 0, last_step = 1;
    for (const double days : {0.5, 1.0, 1.5, 2.0}) {
        double lived = 0;
        for (int month = 0; month < 600; ++month) lived = month_later(rules, lived, days);
        CHECK(lived == Approx(settled(rules, days)).epsilon(1e-9));
        CHECK(lived < rules.ceiling);
        CHECK(lived - stock < last_step);
        last_step = lived - stock;
        stock = lived;
    }
    CHECK(settled(rules, 0) == 0);
    CHECK(month_later(rules, 0.4, 0) == Approx(0.4 * std::exp(-0.5 / 12)));
}

TEST_CASE("the stocks of the first day are those to which the baseline's days lead") {
    const ConductRules rules = defaults(conduct_levers());
    const EducationRules& education = rules.education;
    for (std::size_t content = 0; content < education_count; ++content) {
        const StockRules stock{education.gain_per_10_days / 10, education.ceiling, education.decay};
        CHECK(settled(stock, education.days[content] / 12) == Approx(education.centre[content]).margin(2e-4));
    }
}
