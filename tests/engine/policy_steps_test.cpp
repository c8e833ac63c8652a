// Rules that change on a day: a change to the same rules is none, and what was under way is carried on.
#include <catch2/catch.hpp>

#include <map>

#include "tests/support/tiny_input.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

// Difference that a policy step with the very same rules makes.
bool null_step_changes_something(Day from) {
    auto input = small_county();
    const Lived before = live(input);
    change(input.policy, from, engine::default_policy());
    const Lived after = live(input);
    return !same_years(after.years.tallies, before.years.tallies);
}

}  // namespace

// A switch looks at everybody's pay and hazards; it must find what the month's review found, or a lever for one pilot
// township shifts the luck of all others.
TEST_CASE("a step of policy that changes nothing makes no difference, exactly: first of a year") {
    CHECK_FALSE(null_step_changes_something(first_of_year(2028)));
}
TEST_CASE("a step of policy that changes nothing makes no difference, exactly: first of a month") {
    CHECK_FALSE(null_step_changes_something(day(2028, 7, 1)));
}
TEST_CASE("a step of policy that changes nothing makes no difference, exactly: middle of a month") {
    CHECK_FALSE(null_step_changes_something(day(2028, 7, 17)));
}

// Was a defect: every step woke the queues of all townships and split the sums of their books.
TEST_CASE("a step of other rules leaves service to the public as it is, to the last bit") {
    auto input = small_county();
    input.plan.units[0].residents = input.plan.units[1].residents = 90000;  // near full load
    const Lived before = live(input);
    REQUIRE(before.years.tallies[5].service[0][ServiceSum::matters] > 1000);
    engine::Policy policy = engine::default_policy();
    policy.exchange.transfer_cost = from_yuan(4000);  // nobody is transferred
    change(input.policy, day(2028, 7, 15), policy);
    CHECK(same_years(live(input).years.tallies, before.years.tallies));
}

// Was a defect: the queues were set anew and found their steady state elsewhere within its tolerance.
TEST_CASE("rules of one window for everything change nothing where there is none, to the last bit") {
    auto input = small_county();
    input.plan.units[0].residents = input.plan.units[1].residents = 90000;
    const Lived before = live(input);
    engine::Policy policy = engine::default_policy();
    REQUIRE(policy.service.windows == Windows::by_matter);
    policy.service.order = QueueOrder::urgent_first;
    policy.service.one_stop_loss = 0.4;
    change(input.policy, day(2028, 7, 15), policy);
    CHECK(same_years(live(input).years.tallies, before.years.tallies));
}

TEST_CASE("a step of other rules leaves places for training with whoever has them") {
    engine::Policy policy = engine::default_policy();
    policy.training.places = 20;
    auto input = small_county(policy);
    const Lived before = live(input);
    REQUIRE(before.years.flow(Flow::training_without_place) > 0);
    policy.exchange.transfer_cost = from_yuan(4000);
    change(input.policy, day(2028, 7, 15), policy);
    CHECK(same_years(live(input).years.tallies, before.years.tallies));
}

TEST_CASE("other rules of service in one township leave the books of the other one as they are") {
    auto input = small_county();
    const Lived before = live(input);
    engine::Policy policy = engine::default_policy();
    policy.service.promised_days.fill(40);
    change(input.policy, day(2028, 7, 15), policy);
    input.policy.steps.back().county_block = 0;
    input.policy.steps.back().block_of_unit = {1, 0, 0};
    input.years = 3;  // what the rest of the county sees of it may tell later
    const Lived after = live(input);
    const YearTally &a = before.years.tallies[2], &b = after.years.tallies[2];
    CHECK(a.service[1] == b.service[1]);
    CHECK(a.service[0][ServiceSum::on_time] != b.service[0][ServiceSum::on_time]);
}

TEST_CASE("a step of policy does not put off who retires that day") {
    engine::Policy policy = textbook();
    policy.retention.retirement = true;
    policy.recruitment.mode = RecruitmentMode::annual;
    policy.recruitment.approved_share = 0;
    engine::CountyInput input = small_county(policy);
    const Lived before = live(input);
    const PersonPlan& oldest = input.plan.people.front();
    const Day retires = statutory_retirement(policy.retention, oldest.sex, oldest.birth);
    REQUIRE(retires > input.plan.start + 1);
    REQUIRE(retires < first_of_year(2036));
    change(input.policy, retires, policy);
    CHECK(same_years(live(input).years.tallies, before.years.tallies));
}

// Age and service pass without events; the monthly review has to see them.
TEST_CASE("whoever completes thirty years of service may retire early, assessed or not") {
    engine::Policy policy = textbook();
    policy.retention.early_retirement = 0.3;
    policy.retention.early_retirement_needs_service = true;
    policy.recruitment.mode = RecruitmentMode::annual;
    policy.recruitment.approved_share = 0;
    engine::CountyInput input = small_county(policy);
    input.plan.units = {township("T01", 50)};
    input.plan.people.clear();
    for (int i = 0; i < 50; ++i) {
        PersonPlan person;
        person.id = "P" + std::to_string(i);
        person.unit = UnitId{std::size_t{0}};
        person.post = PostTypeId{clerk};
        person.birth = day(1975, 3, 1);
        person.entry = day(1998, 3, 2);  // thirty years of service in 2028
        input.plan.people.push_back(person);
    }
    input.policy = forever(policy, 1);
    CHECK(live(input).years.flow(Flow::exit_early_retirement) > 30);
}

// While nothing reacts, hazards are known for ever; what was foreseen then no longer holds when workload begins to
// count.
TEST_CASE("behaviour that is switched on during a run spares nobody") {
    engine::Policy policy = textbook();
    policy.retention.resignation = 0.1;
    policy.recruitment.mode = RecruitmentMode::annual;
    policy.recruitment.approved_share = 0;
    policy.retention.pay_elasticity = policy.retention.motivation_effect = policy.retention.taste_effect = 0;
    policy.retention.distance_effect = policy.retention.native_effect = policy.retention.prospect_effect = 0;
    policy.retention.workload_effect = 1;
    policy.retention.workload_centre = 1;
    engine::CountyInput input = small_county(policy);
    input.plan.people.clear();
    input.plan.units = {township("T01", 200)};
    input.plan.start_full = true;
    input.policy = forever(policy, 1);
    policy.retention.behaviour = true;
    change(input.policy, day(2027, 1, 1), policy);
    input.years = 100;
    CHECK(live(input).years.stock(Stock::staff, 99) == 0);
}

namespace {

// Recruitment starts in one mode and goes over to the other in July 2026, with everything else a textbook. One in ten
// resigns a year.
engine::CountyInput switching(RecruitmentMode from, RecruitmentMode to) {
    engine::Policy policy = textbook();
    policy.retention.resignation = 0.1;
    policy.recruitment.seat_fill = SeatFill::fixed;
    policy.recruitment.fixed_fill_probability = policy.recruitment.approved_share = 1;
    policy.recruitment.lead_days = 180;
    policy.recruitment.mode = from;
    engine::CountyInput input = small_county(policy);
    input.plan.units = {township("T01", 60)};
    input.plan.people.clear();
    staff(input.plan, 0, 50);
    input.policy = forever(policy, 1);
    policy.recruitment.mode = to;
    change(input.policy, day(2026, 7, 1), policy);
    return input;
}

}  // namespace

// Was a defect: arrivals under way from continuous recruitment do not respect places promised at the announcement,
// so the year's entrants find the unit full, and an allowed scenario ends with exit 70.
TEST_CASE("recruitment may go over from continuous to annual") {
    auto input = switching(RecruitmentMode::continuous, RecruitmentMode::annual);
    input.policy.steps[1].from = day(2026, 2, 1);
    CHECK_NOTHROW(live(input));
}

// Was a defect: entrants promised under annual recruitment never come, and places that were empty at the switch are
// never announced: nothing asks for an arrival.
TEST_CASE("recruitment may go over from annual to continuous, and the places that were empty get filled") {
    const Lived lived = live(switching(RecruitmentMode::annual, RecruitmentMode::continuous));
    CHECK(lived.years.stock(Stock::staff, 9) >
          53);  // 6 leave a year and are replaced after half a year: about 3 places empty
}

TEST_CASE("seats that fell empty while a ladder was pushed are filled once it is not") {
    engine::Policy pushed = textbook();
    for (LadderRules& ladder : pushed.competition.ladder) ladder.regime = Regime::push;  // with probability 0
    const auto empty_at_end = [](engine::CountyInput input) {
        input.plan.people.clear();
        staff(input.plan, 0, 13);
        // The head of the list held the highest post: it is empty on the first day.
        input.plan.people.erase(input.plan.people.begin());
        return live(input).years.stock(Stock::empty_titled_seats, 9);
    };
    const engine::CountyInput stays = small_county(pushed);
    engine::CountyInput changes = small_county(pushed);
    change(changes.policy, day(2028, 1, 1), textbook());
    CHECK(empty_at_end(stays) > 0);
    CHECK(empty_at_end(changes) < empty_at_end(stays));
}

namespace {

// Those who entered on `since` or later live under `policy`, from that day on.
void for_entrants(engine::PolicyTimeline& timeline, Day since, const engine::Policy& policy) {
    const std::size_t units = timeline.steps.front().block_of_unit.size();
    timeline.blocks.push_back(policy);
    timeline.entrants_since = {since};
    for (engine::PolicyStep& step : timeline.steps) step.block_of_entrants = step.block_of_unit;
    engine::PolicyStep step = timeline.steps.back();
    step.from = since;
    step.block_of_entrants.assign(units, timeline.blocks.size() - 1);
    timeline.steps.push_back(step);
}

// Keeps, of everybody who ever was in service, the day of entry and the last monthly allowance.
struct Allowances : engine::Sink {
    std::map<std::uint64_t, std::pair<Day, std::int64_t>> people;
    void on_year(std::size_t, const County& county) override {
        for (std::size_t u = 0; u < county.units().size(); ++u) {
            if (!county.is_township(UnitId{u})) continue;
            for (const PersonId person : county.units()[u].members) {
                const auto at = static_cast<std::size_t>(PayComponent::allowance);
                people[county.cold(person).key.value] = {county.cold(person).entry,
                                                         county.pay(person).rate[at].milli_fen};
            }
        }
    }
};

}  // namespace

TEST_CASE("rules of their own that are everybody's rules make no difference to new entrants, exactly") {
    auto input = small_county();
    const Lived before = live(input);
    for_entrants(input.policy, day(2028, 7, 17), engine::default_policy());
    CHECK(same_years(live(input).years.tallies, before.years.tallies));
}

TEST_CASE("an allowance for new entrants is paid to them and to nobody else") {
    engine::Policy policy = engine::default_policy();
    policy.pay.remote_supplement = {};
    policy.exchange.pairs_per_year = 0;  // everybody works where the post is
    policy.exchange.borrowed_share = 0;
    engine::CountyInput input = small_county(policy);
    const Day since = day(2028, 1, 1);
    const DailyRate before = per_day(policy.pay.township_allowance);
    policy.pay.township_allowance = from_yuan(900);
    const DailyRate after = per_day(policy.pay.township_allowance);
    for_entrants(input.policy, since, policy);
    Allowances sink;
    engine::simulate(input, {1, 1}, engine::WarmUp(input, 1), sink);
    int entrants = 0;
    int others = 0;
    for (const auto& [key, person] : sink.people) {
        const bool is_new = person.first >= since;
        (is_new ? entrants : others) += 1;
        CHECK(person.second == (is_new ? after : before).milli_fen);
    }
    CHECK(entrants > 3);
    CHECK(others > 20);
}

TEST_CASE("whoever enters gets the minimum service of new entrants, whoever was there keeps their own") {
    engine::Policy policy = textbook();
    policy.recruitment.seat_fill = SeatFill::fixed;
    policy.retention.resignation = 0.25;
    engine::CountyInput input = small_county(policy);
    input.plan.units = {township("T01", 60)};
    input.plan.people.clear();
    staff(input.plan, 0, 60);
    input.policy = forever(policy, 1);
    const std::int64_t free = live(input).years.flow(Flow::exit_resignation);
    policy.recruitment.minimum_service_years = 15;
    for_entrants(input.policy, input.plan.start + 1, policy);
    const Years years = live(input).years;
    // Nobody who enters may leave within the ten years, so that each of the 60 leaves at most once.
    CHECK(years.flow(Flow::exit_resignation) <= 60);
    CHECK(years.flow(Flow::exit_resignation) > 40);
    CHECK(free > 100);
}

TEST_CASE("who is moved to a unit with another retirement age retires at that age") {
    engine::Policy policy = textbook();
    policy.retention.retirement = true;
    policy.retention.retirement_reform = false;
    policy.recruitment.mode = RecruitmentMode::annual;
    policy.recruitment.approved_share = 1;
    policy.recruitment.open_selection_share = 1;
    policy.recruitment.open_selection_max_age = 80;
    policy.recruitment.open_selection_min_township_years = 0;
    engine::CountyInput input = small_county(policy);
    input.plan.units = {township("T01", 20), organ("O01", 20)};
    input.plan.people.clear();
    staff(input.plan, 0, 20);
    input.policy = forever(policy, 2);
    policy.retention.age_men = policy.retention.age_women = 50;
    input.policy.blocks.push_back(policy);
    input.policy.steps.front().block_of_unit = {0, 1};
    input.years = 3;
    // Everybody of 50 and over who is selected into the county organ has to go, the day after at the latest.
    const Lived lived = live(input);
    const double left = static_cast<double>(lived.years.flow(Flow::exit_retirement));
    input.policy.steps.front().block_of_unit = {0, 0};
    const Lived usual = live(input);
    CHECK(left > static_cast<double>(usual.years.flow(Flow::exit_retirement)));
}
