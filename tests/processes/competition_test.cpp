// Who may be chosen, who is chosen, and what happens when there are too few.
#include <catch2/catch.hpp>

#include "sim/processes/competition/competition.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

CompetitionRules rules() { return defaults(competition_levers()); }
LadderRules& ladder(CompetitionRules& rules, Ladder which) { return rules.ladder[static_cast<std::size_t>(which)]; }
LadderRules middle() { return rules().ladder[static_cast<std::size_t>(Ladder::middle)]; }

// Suitability is ability alone.
PerformanceRules ability_alone() {
    PerformanceRules all = defaults(performance_levers());
    all.ability_weight = 1;
    all.skill_weight = all.motivation_weight = 0;
    return all;
}

// Four clerks who differ in every respect, and an empty office head's seat. Today is 2026-01-01.
//             in tier since   in service since   ability   mean score of three years
//   A         2010            2010               −1        0.1
//   B         2016            2005                1        0.2
//   C         2016            2004                0        0.9
//   D         2020            2020                3        0.3
struct FourClerks : TinyWorld {
    explicit FourClerks(std::uint32_t replication = 1) : TinyWorld({township("T01", 5, 1)}, {1, replication}) {
        add("A", 2010, 2010, -1, 0.1f);
        add("B", 2016, 2005, 1, 0.2f);
        add("C", 2016, 2004, 0, 0.9f);
        add("D", 2020, 2020, 3, 0.3f);
        open();
    }
    void add(const std::string& id, int tier_since, int entry, float ability, float score) {
        const PersonId person =
            settle(0, {.id = id, .entry = day(entry, 1, 1), .tier_since = day(tier_since, 1, 1), .ability = ability});
        for (int i = 0; i < 3; ++i) county.record_result(person, Result::competent, score, 0);
        people.push_back(person);
    }
    SeatId the_seat() const { return seat(0, head); }
    std::string chosen(Regime regime, const CompetitionRules& how = rules()) const {
        return name(choose(regime, how, ability_alone(), world, the_seat(),
                           eligible_candidates(middle(), county, the_seat(), Area::unit)));
    }
    std::string name(PersonId person) const {
        for (const char* id : {"A", "B", "C", "D"}) {
            if (county.cold(person).key == entity_key(id)) return id;
        }
        return "?";
    }
    std::vector<PersonId> people;
};

// How often each of A to D is chosen in a thousand futures.
std::array<int, 4> chosen_in_futures(Regime regime, const CompetitionRules& how) {
    std::array<int, 4> times{};
    for (std::uint32_t replication = 0; replication < 1000; ++replication) {
        times[static_cast<std::size_t>(FourClerks(replication).chosen(regime, how)[0] - 'A')] += 1;
    }
    return times;
}

std::size_t candidates(const TinyCounty& tiny, SeatId seat, const LadderRules& rule = middle(),
                       Area area = Area::unit) {
    return eligible_candidates(rule, tiny.county, seat, area).size();
}

}  // namespace

TEST_CASE("seniority takes who is longest at the tier, then longest in service") {
    FourClerks tiny;
    CHECK(tiny.chosen(Regime::seniority) == "A");
    tiny.county.set_barred(tiny.people[0], true);
    CHECK(tiny.chosen(Regime::seniority) == "C");  // as long at the tier as B, a year longer in service
}

TEST_CASE("best record takes the highest mean score") { CHECK(FourClerks().chosen(Regime::best_record) == "C"); }

//        scores, oldest first        mean of the last three   mean of all
//   A    3  3  3  0  0  0            0                        1.5
//   B    −2 −2 −2 1  1  1            1                        −0.5
//   C    0.5                         0.5                      0.5
TEST_CASE("best record looks at the last three scores, or at all of the career") {
    TinyWorld tiny({township("T01", 5, 1)});
    const std::vector<std::vector<float>> scores{{3, 3, 3, 0, 0, 0}, {-2, -2, -2, 1, 1, 1}, {0.5f}};
    std::vector<PersonId> people;
    for (const char* id : {"A", "B", "C"}) {
        people.push_back(tiny.settle(0, {.id = id}));
        for (const float score : scores[people.size() - 1])
            tiny.county.record_result(people.back(), Result::competent, score, 0);
    }
    CHECK(tiny.county.record(people[0]).career_mean() == 1.5f);
    CHECK(tiny.county.record(people[1]).career_mean() == -0.5f);
    CHECK(tiny.county.record(people[2]).career_mean() == 0.5f);
    CHECK(tiny.county.record(people[2]).mean_score() == 0.5f);
    const auto best = [&](bool whole_career, std::vector<PersonId> field) {
        CompetitionRules how = rules();
        how.whole_career = whole_career;
        return choose(Regime::best_record, how, ability_alone(), tiny.world, tiny.seat(0, head), field);
    };
    CHECK(best(false, people) == people[1]);
    CHECK(best(true, people) == people[0]);
    CHECK(best(false, {people[0], people[2]}) == people[2]);
    CHECK(best(true, {people[1], people[2]}) == people[2]);
    // A year without a grade counts neither way.
    tiny.county.record_result(people[0], Result::none, 0, 0);
    CHECK(tiny.county.record(people[0]).all_years == 6);
    CHECK(tiny.county.record(people[0]).career_mean() == 1.5f);
    // Without any score a record is 0.
    const PersonId fresh = tiny.settle(0, {.id = "fresh"});
    CHECK(tiny.county.record(fresh).career_mean() == 0);
    CHECK(best(true, {people[1], fresh}) == fresh);
    CHECK(best(true, {people[2], fresh}) == people[2]);
}

TEST_CASE("random choice takes everybody alike") {
    for (const int times : chosen_in_futures(Regime::random, rules()))
        CHECK(std::abs(times - 250) < 4 * 13.7);  // four standard errors
}

TEST_CASE("a competition with high validities takes the most able, and weights of 0 do not count") {
    CompetitionRules valid = rules();
    valid.weights = {1, 0, 0, 0};
    valid.validity = {0.9, 0.1, 0.1, 0.1};
    CHECK(chosen_in_futures(Regime::competition, valid)[3] > 950);
    valid.validity[0] = 0.1;
    CHECK(chosen_in_futures(Regime::competition, valid)[3] < 500);
}

TEST_CASE("credit for township service moves a competition towards those who have it") {
    CompetitionRules plain = rules(), credit = rules();
    credit.long_service_credit = 1.0;
    CHECK(chosen_in_futures(Regime::competition, credit)[2] > chosen_in_futures(Regime::competition, plain)[2] + 30);
}

TEST_CASE("credit for the front line moves a competition towards those who were there") {
    FourClerks tiny;
    CompetitionRules credit = rules();
    credit.front_line_credit = 1;
    tiny.county.record(tiny.people[0]).front_line_years = 20;
    CHECK(tiny.chosen(Regime::competition, credit) == "A");
}

TEST_CASE("an appointment with all weight on seniority is seniority, with none it sees ability") {
    CompetitionRules senior = rules();
    senior.appointment_seniority_weight = 1;
    CHECK(chosen_in_futures(Regime::appointment, senior)[0] == 1000);
    senior.appointment_seniority_weight = 0;
    senior.appointment_validity = 0.8;
    CHECK(chosen_in_futures(Regime::appointment, senior)[3] > 800);
}

TEST_CASE("the choice does not depend on the order in which candidates are listed") {
    FourClerks tiny;
    auto found = eligible_candidates(middle(), tiny.county, tiny.the_seat(), Area::unit);
    REQUIRE(found.size() == 4);
    const PerformanceRules performance = defaults(performance_levers());
    for (const Regime regime :
         {Regime::seniority, Regime::appointment, Regime::competition, Regime::random, Regime::best_record}) {
        const PersonId forwards = choose(regime, rules(), performance, tiny.world, tiny.the_seat(), found);
        const PersonId backwards =
            choose(regime, rules(), performance, tiny.world, tiny.the_seat(), {found.rbegin(), found.rend()});
        CHECK(forwards == backwards);
    }
}

TEST_CASE("years in tier are enough on the day they are completed") {
    TinyWorld tiny({township("T01", 2, 1)});
    tiny.settle(0, {.id = "a", .tier_since = day(2024, 1, 2)});
    CHECK(candidates(tiny, tiny.seat(0, head)) == 0);  // 730 days; two mean years are 730.485
    tiny.county.begin_day(day(2026, 1, 3));
    CHECK(candidates(tiny, tiny.seat(0, head)) == 1);
    LadderRules none = middle();
    none.min_years_in_tier = 0;
    tiny.county.begin_day(day(2024, 1, 2));
    CHECK(candidates(tiny, tiny.seat(0, head), none) == 1);
}

TEST_CASE("the age cap holds to the day") {
    TinyWorld tiny({township("T01", 2, 1)});
    tiny.settle(0, {.id = "a", .birth = day(1966, 1, 2)});  // 60 mean years later: 2026-01-01.55
    LadderRules cap = middle();
    cap.max_age = 60;
    CHECK(candidates(tiny, tiny.seat(0, head), cap) == 1);
    tiny.county.begin_day(day(2026, 1, 3));
    CHECK(candidates(tiny, tiny.seat(0, head), cap) == 0);
}

TEST_CASE("an age cap holds for people of textbooks, too, when nothing else is asked") {
    TinyWorld tiny({township("T01", 2, 1)});
    tiny.settle(0, {.id = "a", .birth = day(1850, 1, 1)});  // 176 years
    LadderRules cap = middle();
    cap.min_years_in_tier = 0;
    cap.max_age = 160;
    CHECK(candidates(tiny, tiny.seat(0, head), cap) == 0);
    cap.max_age = 200;
    CHECK(candidates(tiny, tiny.seat(0, head), cap) == 1);
}

TEST_CASE("township years are counted where they are asked for") {
    TinyWorld tiny({township("T01", 2, 1)});
    tiny.settle(0, {.id = "a", .entry = day(2020, 12, 31)});
    LadderRules five = middle();
    five.min_township_years = 5;
    CHECK(candidates(tiny, tiny.seat(0, head), five) == 1);
    five.min_township_years = 5.01;
    CHECK(candidates(tiny, tiny.seat(0, head), five) == 0);
}

TEST_CASE("probation, a bar and a sanction in force each exclude") {
    TinyWorld tiny({township("T01", 4, 1)});
    tiny.settle(0, {.id = "probation", .on_probation = true});
    const PersonId barred = tiny.settle(0, {.id = "barred"});
    const PersonId sanctioned = tiny.settle(0, {.id = "sanctioned"});
    tiny.county.set_barred(barred, true);
    tiny.county.sanction(sanctioned, Sanction::warning, day(2026, 1, 2));
    CHECK(candidates(tiny, tiny.seat(0, head)) == 0);
    tiny.county.begin_day(day(2026, 1, 2));
    CHECK(candidates(tiny, tiny.seat(0, head)) == 1);
    tiny.county.set_barred(barred, false);
    CHECK(candidates(tiny, tiny.seat(0, head)) == 2);
}

TEST_CASE("only feeder posts give candidates, from the area alone") {
    TinyWorld tiny({township("T01", 5, 1, 1), township("T02", 5, 1, 1), organ("O01", 5, 1)});
    tiny.settle(0, {.id = "clerk1"});
    tiny.settle(0, {.id = "head1", .post = head});
    tiny.settle(1, {.id = "head2", .post = head});
    tiny.settle(2, {.id = "clerk3", .post = organ_clerk});
    const SeatId seat = tiny.seat(0, deputy);
    CHECK(candidates(tiny, seat, middle(), Area::unit) == 1);
    CHECK(candidates(tiny, seat, middle(), Area::same_kind) == 2);
    CHECK(candidates(tiny, seat, middle(), Area::county) == 2);  // organ clerks feed no township post
    CHECK(candidates(tiny, tiny.seat(2, organ_deputy), middle(), Area::county) == 3);
}

TEST_CASE("from outside come only those past their minimum service, and only into an empty place") {
    TinyWorld tiny({township("T01", 2, 0, 1), township("T02", 2, 2)});
    tiny.settle(0, {.id = "clerk1"});
    tiny.settle(1, {.id = "free", .post = head, .minimum_service_until = day(2026, 1, 1)});
    tiny.settle(1, {.id = "locked", .post = head, .minimum_service_until = day(2026, 1, 2)});
    const SeatId seat = tiny.seat(0, deputy);
    CHECK(candidates(tiny, seat, middle(), Area::same_kind) == 1);
    tiny.county.set_approved_entrants(UnitId{std::size_t{0}}, 1);  // the empty place is promised to a recruit
    CHECK(candidates(tiny, seat, middle(), Area::same_kind) == 0);
}

TEST_CASE("the winner is appointed and the losers of a competition are told") {
    FourClerks tiny;
    CompetitionRules open = rules();
    ladder(open, Ladder::middle).regime = Regime::competition;
    ladder(open, Ladder::middle).candidates = 100;
    const FillOutcome outcome = fill_seat(open, ability_alone(), tiny.world, tiny.the_seat());
    REQUIRE(outcome.winner.exists());
    CHECK(tiny.county.seat(tiny.the_seat()).holder == outcome.winner);
    CHECK(outcome.losers.size() == 3);
    CHECK(std::find(outcome.losers.begin(), outcome.losers.end(), outcome.winner) == outcome.losers.end());
    CHECK(tiny.flow(Flow::competitions) == 1);
}

TEST_CASE("an appointment has no losers") {
    FourClerks tiny;
    const FillOutcome outcome = fill_seat(rules(), ability_alone(), tiny.world, tiny.the_seat());
    CHECK(outcome.winner.exists());
    CHECK(outcome.losers.empty());
    CHECK(tiny.flow(Flow::competitions) == 0);
}

TEST_CASE("with nobody eligible the seat stays empty, is counted and tried again") {
    TinyWorld tiny({township("T01", 2, 1)});
    tiny.settle(0, {.id = "a", .on_probation = true});
    tiny.open();
    const FillOutcome outcome = fill_seat(rules(), ability_alone(), tiny.world, tiny.seat(0, head));
    CHECK_FALSE(outcome.winner.exists());
    CHECK(tiny.flow(Flow::seats_left_empty) == 1);
    CHECK(tiny.flow(Flow::competitions_too_few) == 1);
    const auto requests = tiny.asked();
    REQUIRE(requests.size() == 1);
    CHECK(requests[0].kind == EventKind::fill_seat);
    CHECK(requests[0].day == day(2026, 1, 1) + 180);
}

TEST_CASE("too few candidates: widen, appoint or leave empty, as the rule says") {
    for (const TooFew what : {TooFew::widen, TooFew::appoint, TooFew::leave_empty}) {
        TinyWorld tiny({township("T01", 3, 0, 1), township("T02", 3, 3)});
        auto types = tiny.plan.posts;
        tiny.plan.posts[deputy].area = Area::unit;
        for (const char* id : {"x", "y"}) tiny.settle(1, {.id = id, .post = head});
        tiny.plan.units[0].quota[head] = 0;
        tiny.open();
        CompetitionRules how = rules();
        LadderRules& rule = ladder(how, Ladder::deputy);
        rule.min_candidates = 2;
        rule.if_too_few = what;
        const FillOutcome outcome = fill_seat(how, ability_alone(), tiny.world, tiny.seat(0, deputy));
        CHECK(outcome.winner.exists() == (what == TooFew::widen));  // nobody stands in the unit itself
        CHECK(tiny.flow(Flow::competitions_too_few) == 1);
    }
    FourClerks tiny;
    CompetitionRules five = rules();
    ladder(five, Ladder::middle).min_candidates = 5;
    ladder(five, Ladder::middle).if_too_few = TooFew::appoint;
    ladder(five, Ladder::middle).regime = Regime::competition;
    const FillOutcome outcome = fill_seat(five, ability_alone(), tiny.world, tiny.the_seat());
    CHECK(outcome.winner.exists());  // appointed, without a competition
    CHECK(outcome.losers.empty());
    CHECK(tiny.flow(Flow::competitions) == 0);
}

TEST_CASE("on average as many stand as the rule says") {
    double stood = 0;
    for (std::uint32_t replication = 0; replication < 300; ++replication) {
        TinyWorld tiny({township("T01", 41, 1)}, {1, replication});
        for (int i = 0; i < 40; ++i) tiny.settle(0, {.id = "P" + std::to_string(i)});
        tiny.open();
        CompetitionRules open = rules();
        ladder(open, Ladder::middle).regime = Regime::competition;
        const FillOutcome outcome = fill_seat(open, ability_alone(), tiny.world, tiny.seat(0, head));
        stood += static_cast<double>(outcome.losers.size()) + (tiny.flow(Flow::competitions) > 0 ? 1 : 0);
    }
    CHECK(std::abs(stood / 300 - 4) <
          4 * std::sqrt(3.6 / 300) + 0.1);  // four standard errors; an empty field widens and is redrawn
}

// --- regime push

namespace {

// Three clerks, an office head and a deputy; all ladders pushed with certainty.
struct Pushed : TinyWorld {
    explicit Pushed(int heads, int deputies) : TinyWorld({township("T01", 12, heads, deputies)}) {
        for (int i = 0; i < 3; ++i) clerks.push_back(settle(0, {.id = "C" + std::to_string(i)}));
        head_person = settle(0, {.id = "H", .post = head});
        open();
        rule = defaults(competition_levers());
        for (LadderRules& ladder : rule.ladder) {
            ladder.regime = Regime::push;
            ladder.push_probability = 1;
            ladder.min_years_in_tier = 0;
            ladder.max_age = 200;
        }
    }
    std::size_t push() { return push_up(everywhere(rule, county), world).size(); }
    std::size_t post(PersonId person) const { return county.hot(person).post; }
    std::vector<PersonId> clerks;
    PersonId head_person;
    CompetitionRules rule;
};

}  // namespace

TEST_CASE("a push moves everybody up one step when there are seats") {
    Pushed tiny(5, 5);
    CHECK(tiny.push() == 4);
    for (const PersonId person : tiny.clerks) CHECK(tiny.post(person) == head);
    CHECK(tiny.post(tiny.head_person) == deputy);
}

TEST_CASE("the seat that somebody pushed leaves is free for those below, and nobody moves without a seat") {
    Pushed tiny(1, 1);
    CHECK(tiny.push() == 2);
    CHECK(tiny.post(tiny.head_person) == deputy);
    std::size_t heads = 0;
    for (const PersonId person : tiny.clerks) heads += tiny.post(person) == head ? 1 : 0;
    CHECK(heads == 1);
}

TEST_CASE("nobody is pushed at probability 0, under another regime, or under a sanction") {
    Pushed never_pushed(5, 5), other_regime(5, 5), punished(5, 5);
    for (LadderRules& ladder : never_pushed.rule.ladder) ladder.push_probability = 0;
    for (LadderRules& ladder : other_regime.rule.ladder) ladder.regime = Regime::seniority;
    punished.county.sanction(punished.clerks[0], Sanction::warning, day(2026, 2, 1));
    CHECK(never_pushed.push() == 0);
    CHECK(other_regime.push() == 0);
    CHECK(punished.push() == 3);
    CHECK(punished.post(punished.clerks[0]) == clerk);
}

TEST_CASE("years at a tier go by the calendar, in whole months, whatever leap years lie between") {
    for (int year = 2020; year < 2030; ++year) {
        CHECK(since_at_latest(day(year + 2, 3, 1), 2) == day(year, 3, 1));
        CHECK(since_at_latest(day(year + 3, 9, 15), 3) == day(year, 9, 15));
    }
    CHECK(since_at_latest(day(2026, 7, 1), 0.5) == day(2026, 1, 1));
    CHECK(since_at_latest(day(2026, 7, 1), 0.51) == day(2025, 12, 1));  // seven months
    CHECK(since_at_latest(day(2026, 7, 1), 0) == day(2026, 7, 1));
    CHECK(since_at_latest(day(2025, 2, 28), 1) == day(2024, 2, 29));  // whose year ends on the last of February
}
