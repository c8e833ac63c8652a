// Whole runs of a small county: what is guaranteed of every run.
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "tests/support/tiny_input.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("the same key gives the same future and another replication another one") {
    const auto input = small_county();
    std::set<std::uint64_t> fingerprints;
    for (std::uint32_t replication = 0; replication < 10; ++replication) {
        const Lived first = live(input, {1, replication}), second = live(input, {1, replication});
        CHECK(first.summary.fingerprint == second.summary.fingerprint);
        CHECK(first.summary.events == second.summary.events);
        CHECK(first.summary.person_days == second.summary.person_days);
        CHECK(same_years(first.years.tallies, second.years.tallies));
        fingerprints.insert(first.summary.fingerprint);
    }
    CHECK(fingerprints.size() == 10);
    CHECK(live(input, {2, 0}).summary.fingerprint != live(input, {1, 0}).summary.fingerprint);
}

TEST_CASE("observing facts does not change what happens") {
    struct Listener : engine::Sink {
        std::size_t facts = 0;
        std::vector<YearTally> tallies;
        bool wants_facts() const override { return true; }
        void on_facts(std::span<const Fact> batch, const County&) override { facts += batch.size(); }
        void on_year(std::size_t, const County& county) override { tallies.push_back(county.tally()); }
    };
    const auto input = small_county();
    Listener listener;
    const auto heard = engine::simulate(input, {1, 1}, {}, listener);
    const Lived unheard = live(input);
    CHECK(heard.fingerprint == unheard.summary.fingerprint);
    CHECK(same_years(listener.tallies, unheard.years.tallies));
    CHECK(listener.facts > 300);
}

TEST_CASE("a run tells as many years as it was asked for, each of whole days") {
    const Lived lived = live(small_county());
    REQUIRE(lived.years.tallies.size() == 10);
    for (std::size_t y = 0; y < 10; ++y) {
        const int year = 2026 + static_cast<int>(y);
        CHECK(lived.years.tallies[y].year == year);
        CHECK(lived.years.tallies[y].days == first_of_year(year + 1) - first_of_year(year));
    }
}

TEST_CASE("person-days of all cells add up to the headcount over time") {
    const Lived lived = live(small_county());
    std::int64_t person_days = 0;
    for (const YearTally& year : lived.years.tallies) {
        for (const Exposure& cell : year.exposure) person_days += cell.person_days;
        for (const std::int64_t empty : year.empty_place_days) person_days += empty;
    }
    // 38 places all the time, never more staff than places
    CHECK(person_days == 38 * (first_of_year(2036) - first_of_year(2026)));
}

TEST_CASE("a step of policy after the horizon changes nothing, exactly") {
    auto input = small_county();
    const Lived before = live(input);
    engine::Policy other = engine::default_policy();
    other.pay.township_allowance = from_yuan(5000);
    other.recruitment.approved_share = 0;
    change(input.policy, first_of_year(2036), other);
    const Lived after = live(input);
    CHECK(after.summary.fingerprint == before.summary.fingerprint);
    CHECK(same_years(after.years.tallies, before.years.tallies));
}

TEST_CASE("a step of policy changes nothing before its day") {
    auto input = small_county();
    const Lived before = live(input);
    engine::Policy other = engine::default_policy();
    other.recruitment.approved_share = 0;
    change(input.policy, first_of_year(2030), other);
    const Lived after = live(input);
    CHECK_FALSE(same_years(after.years.tallies, before.years.tallies));
    CHECK(same_years({after.years.tallies.begin(), after.years.tallies.begin() + 4},
                     {before.years.tallies.begin(), before.years.tallies.begin() + 4}));
}

TEST_CASE("a policy of other units does not touch a lever that is off for this one") {
    auto input = small_county();
    const Lived before = live(input);
    engine::Policy pilot = engine::default_policy();
    pilot.pay.long_service_years_in_tier = 3;  // of a rule that is switched off
    input.policy.blocks.push_back(pilot);
    input.policy.steps[0].block_of_unit = {0, 1, 0};
    const Lived after = live(input);
    CHECK(after.summary.fingerprint == before.summary.fingerprint);
    CHECK(same_years(after.years.tallies, before.years.tallies));
}

TEST_CASE("a county without people fills by recruitment") {
    auto input = small_county();
    input.plan.people.clear();
    const Lived lived = live(input);
    CHECK(lived.years.stock(Stock::staff, 0) > 0);
    CHECK(lived.years.stock(Stock::staff, 9) > 20);
}

TEST_CASE("a county without places, posts of any title or people lives on in peace") {
    engine::CountyInput input = small_county();
    input.plan.people.clear();
    for (UnitPlan& unit : input.plan.units) {
        unit.places = 0;
        unit.quota.assign(unit.quota.size(), 0);
    }
    const Lived lived = live(input);
    CHECK(lived.summary.events == 0);
    CHECK(lived.summary.person_days == 0);
    CHECK(lived.years.tallies.size() == 10);
}

TEST_CASE("a county without units lives on in peace") {
    engine::CountyInput input = small_county();
    input.plan.people.clear();
    input.plan.units.clear();
    input.policy = forever(engine::default_policy(), 0);
    CHECK(live(input).summary.events == 0);
}

TEST_CASE("with nothing turned on, nobody moves") {
    engine::CountyInput input = small_county(textbook());
    input.plan.people.clear();
    input.plan.start_full = true;
    const Lived lived = live(input);
    for (const YearTally& year : lived.years.tallies) {
        CHECK(year.joined == std::vector<std::int32_t>(year.joined.size(), 0));
        CHECK(year.departed == std::vector<std::int32_t>(year.departed.size(), 0));
    }
    CHECK(lived.years.stock(Stock::staff, 9) == 38);
}

TEST_CASE("statutory retirement alone empties a county on the days of the law") {
    engine::Policy policy = textbook();
    policy.retention.retirement = true;
    policy.retention.flexible_share = 0;
    policy.recruitment.mode = RecruitmentMode::annual;
    policy.recruitment.approved_share = 0;
    engine::CountyInput input = small_county(policy);
    input.years = 45;
    const Lived lived = live(input);
    CHECK(lived.years.flow(Flow::exit_retirement) == 34);
    CHECK(lived.years.stock(Stock::staff, 44) == 0);
    int expected_first_five = 0;
    for (const PersonPlan& person : input.plan.people) {
        if (statutory_retirement(policy.retention, person.sex, person.birth) < first_of_year(2031))
            ++expected_first_five;
    }
    CHECK(lived.years.stock(Stock::staff, 4) == 34 - expected_first_five);
}

TEST_CASE("nobody resigns inside the minimum service, and there is a wave when it ends") {
    engine::Policy policy = textbook();
    policy.retention.resignation = 0.3;
    policy.recruitment.minimum_service_years = 5;
    engine::CountyInput input = small_county(policy);
    input.plan.people.clear();
    input.plan.units = {township("T01", 400)};
    input.plan.start_full = true;
    input.policy = forever(policy, 1);
    const Lived lived = live(input);
    std::vector<std::int64_t> resigned;
    for (const YearTally& year : lived.years.tallies)
        resigned.push_back(year.flows[0][static_cast<std::size_t>(Flow::exit_resignation)]);
    for (int year = 0; year < 5; ++year) CHECK(resigned[static_cast<std::size_t>(year)] == 0);
    CHECK(resigned[5] > 60);
    CHECK(resigned[6] > resigned[9]);
}

TEST_CASE("secondments end after their term, and never more are away than may be") {
    engine::Policy policy = engine::default_policy();
    policy.exchange.pairs_per_year = 3;
    policy.exchange.max_away_per_unit = 1;
    policy.exchange.min_service_years = 0;
    policy.exchange.max_age = 65;
    policy.front_line.places = {};
    policy.exchange.borrowed_share = 0;
    struct Away : engine::Sink {
        int most = 0;
        void on_year(std::size_t, const County& county) override {
            for (const Unit& unit : county.units()) most = std::max(most, unit.away);
        }
    } away;
    engine::simulate(small_county(policy), {1, 1}, {}, away);
    CHECK(away.most == 1);
}

// Little's law: number away on average = begun a year x time away. Begun: 20 a year up to organs. Without exits the
// time is the term, 1.5 years, so 30; with a hazard of leaving of 0.1 a year it is (1 - e^-0.15) / 0.1 years. The bound
// of 4 standard errors has a false-alarm probability below 1e-3 with 20 replications (t distribution).
TEST_CASE("twenty secondments a year of a year and a half make thirty away on average") {
    struct Away : engine::Sink {
        bool wants_facts() const override { return true; }
        void on_facts(std::span<const Fact> facts, const County& county) override {
            for (const Fact& fact : facts) {
                if (fact.day >= end) continue;
                if (fact.kind == Fact::Kind::sent_out) person_days += end - std::max(begin, fact.day);
                if (fact.kind == Fact::Kind::came_back) person_days -= end - std::max(begin, fact.day);
                begun += fact.kind == Fact::Kind::sent_out && fact.day >= begin;
            }
            (void)county;
        }
        void on_year(std::size_t, const County&) override {}
        // Twenty whole years, after the first five.
        Day begin = day(2031, 1, 1), end = day(2051, 1, 1);
        std::int64_t person_days = 0, begun = 0;
    };
    const auto mean_away = [](double death, std::uint32_t replication) {
        engine::Policy policy = textbook();
        policy.retention.death = death;
        policy.exchange.pairs_per_year = 20;
        policy.exchange.direction = ExchangeDirection::up;
        policy.exchange.term_years = 1.5;
        policy.exchange.max_away_per_unit = 50;
        policy.exchange.min_service_years = policy.exchange.min_years_between = 0;
        policy.exchange.max_age = 65;
        engine::CountyInput input = small_county(policy);
        input.plan.people.clear();
        input.plan.units = {township("T01", 200), township("T02", 200), organ("O01", 40)};
        input.plan.start_full = true;
        input.policy = forever(policy, 3);
        input.years = 25;
        Away away;
        engine::simulate(input, {7, replication}, {}, away);
        CHECK(away.begun == 20 * 20);
        return static_cast<double>(away.person_days) / (away.end - away.begin);
    };
    CHECK(mean_away(0, 0) == Approx(30).epsilon(0.001));  // 1.5 years are whole days
    double sum = 0, squares = 0;
    const int replications = 20;
    for (std::uint32_t r = 0; r < replications; ++r) {
        const double away = mean_away(0.1, r);
        sum += away;
        squares += away * away;
    }
    const double mean = sum / replications;
    const double error = std::sqrt((squares / replications - mean * mean) / (replications - 1));
    INFO("mean " << mean << " standard error " << error);
    CHECK(error < 0.25);
    CHECK(std::abs(mean - 20 * (1 - std::exp(-0.15)) / 0.1) < 4 * error);
}

TEST_CASE("borrowing holds its share for years, and falls when the rule does") {
    engine::Policy before = textbook();
    before.exchange.borrowed_share = 0.08;
    before.exchange.borrowing_extension_share = 0.5;
    engine::Policy after = before;
    after.exchange.borrowed_share = 0.02;
    engine::CountyInput input = small_county(before);
    input.plan.people.clear();
    input.plan.units = {township("T01", 100), township("T02", 100), organ("O01", 40)};
    input.plan.start_full = true;
    input.policy = forever(before, 3);
    change(input.policy, day(2029, 1, 1), after);
    input.years = 6;
    const Lived lived = live(input);
    for (std::size_t year = 0; year < 6; ++year) {
        CHECK(lived.years.stock(Stock::away_borrowed, year) == (year < 3 ? 16 : 4));
    }
    // Each of the 16 stays 6 or 12 months, with probability one half: a new one begins after k half-years with
    // probability u(k) = (u(k-1) + u(k-2)) / 2, u(0) = 1. In the six half-years before the rule falls 16 * 4.21875
    // = 67.5 begin; the standard deviation is 16^0.5 * 0.6953. Beyond 4 of them the false-alarm probability is below
    // 1e-4.
    std::int64_t begun = 0;
    for (std::size_t year = 0; year < 3; ++year) {
        for (const auto& cell : lived.years.tallies[year].flows) {
            begun += cell[static_cast<std::size_t>(Flow::borrowings_begun)];
        }
    }
    CHECK(std::abs(static_cast<double>(begun) - 67.5) < 4 * 4 * 0.6953);
}

TEST_CASE("transfers, rotation, borrowing and secondments keep every gate for years") {
    for (const ExchangeMode mode : {ExchangeMode::secondment, ExchangeMode::transfer}) {
        engine::Policy policy = engine::default_policy();
        policy.exchange.mode = mode;
        policy.exchange.min_years_between = 0;
        policy.exchange.rotation_years = 2;
        policy.exchange.rotation_area = Area::same_kind;
        policy.exchange.borrowed_share = 0.15;
        policy.front_line.places = {1, 1, 1, 1};
        policy.recruitment.minimum_service_years = 1;
        const Lived lived = live(small_county(policy));  // checks the gates every year
        CHECK(lived.years.flow(Flow::rotations) > 0);
        CHECK(lived.years.flow(Flow::borrowings_begun) > 0);
        CHECK((lived.years.flow(Flow::exchange_transfers) > 0) == (mode == ExchangeMode::transfer));
        CHECK((lived.years.flow(Flow::exchanges_begun) > 0) == (mode == ExchangeMode::secondment));
    }
}

TEST_CASE("without a share lost, moves disturb nothing, whatever the months") {
    engine::Policy off = engine::default_policy();
    off.performance.disruption_share = 0;
    engine::Policy other = off;
    other.performance.disruption_months = 24;
    other.performance.output_sd = 0.2;
    const std::uint64_t undisturbed = live(small_county(off)).summary.fingerprint;
    CHECK(live(small_county(other)).summary.fingerprint == undisturbed);
    CHECK(live(small_county()).summary.fingerprint != undisturbed);
}

TEST_CASE("hands present are those of a fresh count, every year") {
    struct Presence : engine::Sink {
        void on_year(std::size_t, const County& county) override {
            std::vector<double> present(county.units().size(), 0.0);
            for (const Unit& unit : county.units()) {
                for (const PersonId person : unit.members) {
                    const PersonHot& hot = county.hot(person);
                    // As at the end of the year's last day: what ends today has not been handled yet.
                    const double hands = county.today() <= county.cold(person).settling[1].until ? 0.75 : 1.0;
                    present[hot.unit] += hands * (hot.assignment == Assignment::home         ? 1.0
                                                  : hot.assignment == Assignment::front_line ? 0.5
                                                                                             : 0.0);
                    const bool guest = hot.assignment == Assignment::exchange || hot.assignment == Assignment::borrowed;
                    if (guest) present[hot.host] += hands;
                }
            }
            for (std::size_t u = 0; u < present.size(); ++u) CHECK(county.units()[u].present == present[u]);
        }
    } presence;
    engine::Policy policy = engine::default_policy();
    policy.exchange.borrowed_share = 0.1;
    policy.exchange.rotation_years = 3;
    engine::simulate(small_county(policy), {1, 5}, {}, presence);
}

// Regression: a hazard due on the day of the monthly review was once lost, and one person in thirty was immortal.
TEST_CASE("a constant hazard spares nobody, whatever the day on which it falls due") {
    engine::Policy policy = textbook();
    policy.retention.death = 0.1;
    policy.recruitment.mode = RecruitmentMode::annual;
    policy.recruitment.approved_share = 0;
    engine::CountyInput input = small_county(policy);
    input.plan.people.clear();
    input.plan.units = {township("T01", 2000)};
    input.plan.start_full = true;
    input.policy = forever(policy, 1);
    input.years = 150;  // survival e^-15: of 2,000 people none should be left
    const Lived lived = live(input);
    CHECK(lived.years.flow(Flow::exit_death) == 2000);
}

TEST_CASE("with behaviour off the effects on leaving change nothing, exactly") {
    engine::Policy off = engine::default_policy(), other = off;
    off.retention.behaviour = other.retention.behaviour = false;
    other.retention.pay_elasticity = 3;
    other.retention.workload_effect = other.retention.prospect_effect = other.retention.motivation_effect = 0;
    other.retention.native_effect = 1.5;
    other.retention.prospect_half_life = 10;
    const Lived first = live(small_county(off)), second = live(small_county(other));
    CHECK(first.summary.fingerprint == second.summary.fingerprint);
    CHECK(live(small_county()).summary.fingerprint != first.summary.fingerprint);
}

// Four standard errors of a Poisson count: a false alarm below 1e-4, were the seed redrawn.
TEST_CASE("with behaviour off people leave at the base rates") {
    engine::Policy policy = textbook();
    policy.retention.resignation = 0.04;
    policy.retention.death = 0.02;
    policy.retention.moved_above = {0.03, 0.03, 0.03};
    policy.retention.moved_above_seats = 1000000;
    engine::CountyInput input = small_county(policy);
    input.plan.people.clear();
    input.plan.units = {township("T01", 1000)};
    input.plan.start_full = true;
    input.policy = forever(policy, 1);
    input.years = 20;
    const Lived lived = live(input);
    const double person_years = static_cast<double>(lived.summary.person_days) / days_per_year;
    CHECK(person_years == Approx(20000).epsilon(0.001));
    const auto holds = [&](Flow exit, double rate) {
        const double expected = rate * person_years;
        CHECK(std::abs(static_cast<double>(lived.years.flow(exit)) - expected) < 4 * std::sqrt(expected));
    };
    holds(Flow::exit_resignation, 0.04);
    holds(Flow::exit_death, 0.02);
    holds(Flow::exit_moved_above, 0.03);
}

namespace {

// A township full of newcomers of 2026-03-01, assessed on anniversaries by a rater who sees everything.
engine::CountyInput newcomers_of_march() {
    engine::Policy policy = textbook();
    policy.assessment.enabled = true;
    policy.assessment.timing = AssessmentTiming::anniversary;
    policy.assessment.raters = {1, 0, 0};
    policy.assessment.weights = {1, 0, 0};
    policy.assessment.shared_bias = {};
    policy.assessment.reliability = {1, 0.4, 0.2};
    engine::CountyInput input = small_county(policy);
    input.plan.start = day(2026, 3, 1);
    input.plan.units = {township("T01", 20)};
    input.plan.people.clear();
    input.plan.start_full = true;
    input.policy = forever(policy, 1);
    return input;
}

struct Assessed : engine::Sink {
    std::vector<Day> days;
    bool wants_facts() const override { return true; }
    void on_facts(std::span<const Fact> batch, const County&) override {
        for (const Fact& fact : batch) {
            if (fact.kind == Fact::Kind::assessed) days.push_back(fact.day);
        }
    }
    void on_year(std::size_t, const County&) override {}
};

}  // namespace

TEST_CASE("the first assessment on an anniversary is a year after entry, not on the day of entry") {
    const engine::CountyInput input = newcomers_of_march();
    const Lived lived = live(input);
    for (std::size_t y = 0; y < lived.years.tallies.size(); ++y) {
        std::int64_t assessed = 0;
        for (const auto& cell : lived.years.tallies[y].flows)
            assessed += cell[static_cast<std::size_t>(Flow::assessed)];
        CHECK(assessed == (y == 0 ? 0 : 20));  // years of the run, from March to February
    }
    Assessed seen;
    engine::simulate(input, {1, 1}, {}, seen);
    for (const Day when : seen.days) {
        const CivilDate date = to_civil(when);
        CHECK(date.month == 3);
        CHECK(date.day_of_month == 1);
        CHECK(date.year > 2026);
    }
}

TEST_CASE("a county assessed on anniversaries has nobody excellent, and everybody once a year") {
    engine::Policy policy = engine::default_policy();
    policy.assessment.timing = AssessmentTiming::anniversary;
    policy.training.timing = TrainingTiming::half_year_after_entry;
    policy.training.luck = 1;
    engine::CountyInput input = small_county(policy);
    const Lived lived = live(input);
    CHECK(lived.years.flow(Flow::excellent) == 0);
    // Between people on the books for a year, less those on probation or under a sanction, and all.
    CHECK(lived.years.flow(Flow::assessed) > 200);
    CHECK(lived.years.flow(Flow::assessed) <= 380);
    CHECK(live(input).summary.fingerprint == lived.summary.fingerprint);
}

TEST_CASE("a full start of given ages has people of any age between the two, entered at an entry age") {
    engine::CountyInput input = small_county(textbook());
    input.plan.people.clear();
    input.plan.start_full = true;
    input.plan.start_ages = {22, 60};
    input.plan.units = {township("T01", 2000, 20, 10, 5)};
    input.policy = forever(input.policy.blocks[0], 1);
    input.years = 1;
    struct Ages : engine::Sink {
        void on_year(std::size_t, const County& county) override {
            for (const PersonId person : county.units()[0].members) {
                const PersonCold& cold = county.cold(person);
                ages.push_back(years_between(cold.birth, day(2026, 1, 1)));
                entry_ages.push_back(years_between(cold.birth, cold.entry));
                CHECK(cold.entry <= day(2026, 1, 1));
            }
        }
        std::vector<double> ages, entry_ages;
    } seen;
    engine::simulate(input, {1, 1}, {}, seen);
    REQUIRE(seen.ages.size() == 2000);
    const RecruitmentRules& rules = input.policy.blocks[0].recruitment;
    const double middle = rules.entry_age[static_cast<std::size_t>(Channel::open_exam)];
    double sum = 0;
    for (std::size_t i = 0; i < 2000; ++i) {
        CHECK(seen.ages[i] > 21.99);
        CHECK(seen.ages[i] < 60.01);
        CHECK(seen.entry_ages[i] > std::min(22.0, middle - rules.entry_age_spread) - 0.01);
        CHECK(seen.entry_ages[i] < middle + rules.entry_age_spread + 0.01);
        sum += seen.ages[i];
    }
    CHECK(std::abs(sum / 2000 - 41) < 4 * 38 / std::sqrt(12.0 * 2000));  // four standard errors
}

// Contract: what was done or found of a person is nobody's to read. Of a roster's people only what the record shows, a
// sanction, is a fact; hidden and found misconduct, inquiries and climate are none.
TEST_CASE("misconduct, inquiries and climate enter no fact, and facts carry no trait") {
    engine::Policy policy = engine::default_policy();
    policy.conduct.sanction = 0.1;
    policy.conduct.severity = {1, 0, 0, 0, 0, 0};
    struct Watcher : engine::Sink {
        std::int64_t sanctioned = 0, misconduct = 0, found = 0, sanctions = 0;
        bool wants_facts() const override { return true; }
        void on_facts(std::span<const Fact> facts, const County&) override {
            for (const Fact& fact : facts) sanctioned += fact.kind == Fact::Kind::sanctioned;
        }
        void on_year(std::size_t, const County& county) override {
            for (const auto& cell : county.tally().flows) {
                misconduct += cell[static_cast<std::size_t>(Flow::misconduct)];
                found += cell[static_cast<std::size_t>(Flow::misconduct_found)];
                sanctions += cell[static_cast<std::size_t>(Flow::sanctions)];
            }
        }
    } seen;
    const engine::CountyInput input = small_county(policy);
    const engine::RunSummary with = engine::simulate(input, {1, 1}, {}, seen);
    CHECK(seen.misconduct > 20);
    CHECK(seen.found > 5);
    CHECK(seen.sanctioned == seen.sanctions);                 // no other fact tells of it
    Years deaf;
    CHECK(engine::simulate(input, {1, 1}, {}, deaf).fingerprint == with.fingerprint);
}
