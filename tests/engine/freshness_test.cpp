// Pay and hazards are refreshed in parts and only for whom something changed. Beside it the plain way: everybody's are
// computed anew on many days and must be what the run has.
#include <catch2/catch.hpp>

#include "sim/engine/county_run.hpp"
#include "sim/processes/retention/rates.hpp"
#include "tests/support/tiny_input.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

struct Silent : engine::Sink {
    void on_year(std::size_t, const County&) override {}
};

// Policies in which pay changes by age, years, results, ranks and the place of work.
std::vector<engine::Policy> policies() {
    std::vector<engine::Policy> all(5, engine::default_policy());
    all[1].pay.long_service = true;
    all[1].pay.performance_bonus = from_yuan(500);
    all[1].pay.allowance_per_year = from_yuan(20);
    all[2].pay.rank_regime = RankRegime::years_2015;
    all[2].pay.outside_trend = 0.02;
    all[2].assessment.basically_competent_share = 0.1;
    for (engine::Policy* policy : {&all[3], &all[4]}) {
        policy->exchange.pairs_per_year = 3;
        policy->exchange.borrowed_share = 0.2;
        policy->exchange.max_away_per_unit = 5;
        policy->pay.remote_supplement = {from_yuan(100), from_yuan(200), from_yuan(300)};
    }
    all[4].pay.allowance_per_year = from_yuan(20);
    all[4].pay.extra_budget = from_yuan(400);
    return all;
}

std::size_t check_pay(const PayRules& rules, const County& county) {
    std::size_t checked = 0;
    for (const Unit& unit : county.units()) {
        for (const PersonId person : unit.members) {
            const PayState& pay = county.pay(person);
            const Pay anew = pay_of(rules, county, person);
            CHECK(anew.total() == pay.monthly);
            for (std::size_t c = 0; c < pay_component_count; ++c) CHECK(per_day(anew.component[c]) == pay.rate[c]);
            CHECK(outside_option(rules, county, person) == pay.outside);
            ++checked;
        }
    }
    return checked;
}

// Staff of organs who work in a township.
std::size_t number_from_elsewhere(const County& county) {
    std::size_t number = 0;
    for (const PersonHot& person : county.people()) {
        number +=
            person.in_service && !county.is_township(UnitId{person.unit}) && county.is_township(UnitId{person.host});
    }
    return number;
}

// What the county adds up of cells when people come and go.
void check_cells(const County& county) {
    std::vector<County::CellPeople> found(county.units().size() * county.tiers());
    for (const Unit& unit : county.units()) {
        for (const PersonId person : unit.members) {
            const PersonCold& cold = county.cold(person);
            County::CellPeople& cell = found[county.cell_of(person)];
            cell.persons += 1;
            cell.women += cold.sex == Sex::female;
            cell.degree += cold.education >= Education::bachelor;
            cell.native += cold.native;
            cell.birth_days += cold.birth.value;
            cell.monthly_pay_fen += county.pay(person).monthly.fen;
        }
    }
    for (std::size_t cell = 0; cell < found.size(); ++cell) CHECK(county.people_in(cell) == found[cell]);
}

void check_hazards(const engine::Policy& policy, County& county) {
    const Draws draws({1, 1});
    Requests requests;
    World world{county, draws, {}, entity_key("small"), requests};
    for (const Unit& unit : county.units()) {
        for (const PersonId person : unit.members) {
            YearlyHazards fresh = personal_hazards(policy.retention, world, person);
            fresh[static_cast<std::size_t>(HazardCause::sanction)] = sanction_hazard(policy.conduct, world, person);
            CHECK(county.leaving(person).in_force == allowed(fresh, county.may_not_leave(person)));
        }
    }
}

}  // namespace

TEST_CASE("pay and hazards of everybody are on every day what computing them anew gives") {
    for (const engine::Policy& policy : policies()) {
        const engine::CountyInput input = small_county(policy);
        engine::CountyRun run(input.plan, input.policy, {1, 7}, input.plan.start, input.years);
        run.settle_roster({});
        Silent silent;
        std::size_t checked = 0, from_elsewhere = 0;
        for (int month = 1; month < 12 * input.years; ++month) {  // on the 16th: reviews are on the first
            run.live_until(add_months(input.plan.start + 15, month), silent);
            checked += check_pay(policy.pay, run.county());
            check_hazards(policy, run.county());
            check_cells(run.county());
            from_elsewhere += number_from_elsewhere(run.county());
        }
        CHECK(checked > 3500);
        CHECK(from_elsewhere > 0);
    }
}

TEST_CASE("those who hold a post are found without a search") {
    engine::CountyInput input = small_county();
    // Leaders step down at fifty, and keep their level without a seat.
    LeadershipRules& leadership = input.policy.blocks[0].competition.leadership;
    leadership.second_line_age = 50;
    leadership.second_line_timing = SecondLineTiming::yearly;
    engine::CountyRun run(input.plan, input.policy, {1, 3}, input.plan.start, input.years);
    run.settle_roster({});
    Silent silent;
    std::size_t once_unseated = 0;
    for (Day day = input.plan.start + 20; day < add_years(input.plan.start, input.years); day = day + 97) {
        run.live_until(day, silent);
        const County& county = run.county();
        std::vector<std::size_t> searched(county.plan().posts.size(), 0);
        std::vector<std::size_t> unseated(searched.size(), 0);
        for (const PersonHot& person : county.people()) {
            searched[person.post] += person.in_service;
            const bool is_clerk = county.plan().posts[person.post].is_entry();
            unseated[person.post] += person.in_service && !is_clerk && !person.seat.exists();
        }
        int borrowed = 0;
        for (std::size_t post = 0; post < searched.size(); ++post) {
            CHECK(county.holders_of(PostTypeId{post}).size() == searched[post]);
            for (const std::uint32_t slot : county.holders_of(PostTypeId{post})) {
                CHECK(county.people()[slot].in_service);
                CHECK(county.people()[slot].post == post);
            }
            CHECK(county.without_seat(PostTypeId{post}).size() == unseated[post]);
            for (const std::uint32_t slot : county.without_seat(PostTypeId{post})) {
                CHECK_FALSE(county.people()[slot].seat.exists());
                CHECK(county.people()[slot].post == post);
            }
            once_unseated += unseated[post];
        }
        for (const PersonHot& person : county.people()) {
            borrowed += person.in_service && person.assignment == Assignment::borrowed;
        }
        CHECK(county.borrowed() == borrowed);
    }
    CHECK(once_unseated > 0);
}
