// Who applies, how many, and whom the exam finds. Statistical cases allow four standard errors.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <utility>

#include "tests/processes/recruitment_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("a seat with fewer applicants than the opening ratio is cancelled") {
    TinyWorld tiny({township("T01", 400)});
    RecruitmentRules rule = recruitment_rules();
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
        RecruitmentRules rule = recruitment_rules();
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
    RecruitmentRules rule = recruitment_rules();
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

// The ranges allow 500 applicants per seat times 5 for county organs; the first term of a Poisson of mean 745 is 0.
TEST_CASE("a seat of a county organ may have 2,500 applicants") {
    TinyWorld tiny({organ("O01", 20)});
    RecruitmentRules rule = recruitment_rules();
    rule.approved_share = 1;
    rule.open_selection_share = 0;
    rule.applicants_per_seat[0] = 500;
    rule.county_organ_factor = 5;
    announce(tiny, rule);
    CHECK(static_cast<double>(tiny.flow(Flow::applicants)) / 20 == Approx(2500).margin(4 * 50 / std::sqrt(20.0)));
}

TEST_CASE("a minimum service for new entrants deters applicants as one for everybody does") {
    RecruitmentRules before = recruitment_rules(), longer = before;
    before.approved_share = longer.approved_share = 1;
    longer.minimum_service_years = 15;
    const auto applicants = [](const auto& rules_of) {
        TinyWorld tiny({township("T01", 20)});
        const PerformanceRules fit = fit_rules();
        Intake intake;
        announce_seats(rules_of(tiny.county.today()), everywhere(fit, tiny.county), tiny.world, intake, {2026, 0});
        return tiny.flow(Flow::applicants);
    };
    const auto since = [&](std::int32_t days) {
        return [&, days](Day today) {
            return RulesView<RecruitmentRules>({&before, &longer}, &before, {today + days});
        };
    };
    const auto for_all = [](const RecruitmentRules& rules) {
        return [&rules](Day) { return RulesView<RecruitmentRules>({&rules}, &rules); };
    };
    CHECK(applicants(since(0)) == applicants(for_all(longer)));
    CHECK(applicants(since(1)) == applicants(for_all(before)));
    CHECK(applicants(since(0)) < applicants(since(1)));
}

TEST_CASE("rounds do not mix, and their applicants are other people") {
    TinyWorld tiny({township("T01", 6)});
    const RecruitmentRules rule = sure();
    const PerformanceRules fit = fit_rules();
    Intake intake;
    announce_seats(everywhere(rule, tiny.county), everywhere(fit, tiny.county), tiny.world, intake, {2026, 0});
    hold_exams(everywhere(rule, tiny.county), tiny.world, intake, 1);
    CHECK(intake.announced.size() == 6);
    TinyWorld first({township("T01", 2)}), second({township("T01", 2)});
    const auto a = announce(first, rule, 0), b = announce(second, rule, 1);
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) CHECK(a[i].key != b[i].key);
}

TEST_CASE("applicants keep their names and scores when a policy changes how many there are or what they accept") {
    TinyWorld few({township("T01", 40)}), many({township("T01", 40)});
    RecruitmentRules rule = recruitment_rules();
    rule.approved_share = rule.acceptance = 1;
    rule.seats = {1, 0, 0, 0, 0};
    const auto before = announce(few, rule);
    rule.applicants_per_seat[0] = 31;  // nearly the same number applies
    const auto after = announce(many, rule);
    int same = 0;
    for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) same += before[i].key == after[i].key;
    CHECK(same > 30);
}

TEST_CASE("applicants answer to relative pay, and to the length of the minimum service in townships alone") {
    TinyWorld tiny({township("T01", 1), organ("O01", 1)});
    RecruitmentRules rule = recruitment_rules();
    const PerformanceRules fit = fit_rules();
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

TEST_CASE("no more institution staff apply than a township has") {
    for (const int staff : {0, 2, 50}) {
        UnitPlan unit = township("T01", 30);
        unit.institution_staff = staff;
        TinyWorld tiny({unit});
        RecruitmentRules rule = recruitment_rules();
        rule.approved_share = 1;
        rule.opening_ratio = 1;
        rule.seats = {0, 1, 0, 0, 0};
        const auto entrants = announce(tiny, rule);
        CHECK(tiny.flow(Flow::applicants) <= 30 * staff);
        CHECK(entrants.empty() == (staff == 0));
    }
}
