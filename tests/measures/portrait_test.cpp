// What reports show beside outcomes, counted by hand in small counties and held against the tally in whole ones.
#include "sim/measures/portrait.hpp"

#include <catch2/catch.hpp>
#include <numeric>

#include "sim/measures/chains.hpp"
#include "tests/support/tiny_input.hpp"

using namespace staffsim;
using namespace staffsim::measures;
using namespace staffsim::tiny;

namespace {

using Row = std::vector<std::int64_t>;

std::int64_t sum(const Row& row, std::size_t first, std::size_t count) {
    return std::accumulate(row.begin() + static_cast<std::ptrdiff_t>(first),
                           row.begin() + static_cast<std::ptrdiff_t>(first + count), std::int64_t{0});
}

std::size_t age_cell(std::size_t band, Sex sex) { return band * sex_count + static_cast<std::size_t>(sex); }

// A life of the small county with its portrait.
struct Portrayed {
    Row structure, chains, careers;
    std::vector<Life> lives;
    std::vector<ChainExample> examples;
    Years years;
    std::int64_t days_still_open = 0;  // at the end, of openings that nobody has filled
};

class Both : public engine::Sink {
  public:
    Both(Portraitist& portraitist, Portrayed& portrayed) : portraitist_(portraitist), portrayed_(portrayed) {}
    bool wants_facts() const override { return true; }
    void on_start(const County& county) override { portraitist_.on_start(county); }
    void on_facts(std::span<const Fact> facts, const County& county) override { portraitist_.on_facts(facts, county); }
    void on_year(std::size_t index, const County& county) override {
        portraitist_.on_year(index, county);
        portrayed_.years.on_year(index, county);
        portrayed_.days_still_open = 0;
        for (const Opening& opening : county.openings()) {
            if (!opening.filled) portrayed_.days_still_open += county.today() - opening.opened;
        }
    }

  private:
    Portraitist& portraitist_;
    Portrayed& portrayed_;
};

Portrayed portrayed(const engine::CountyInput& input, RandomKey key = {1, 0}) {
    Observer observer(input.plan, static_cast<std::size_t>(input.years));
    Portraitist portraitist(input.plan, input.years, observer, true);
    Portrayed result;
    Both sink(portraitist, result);
    engine::simulate(input, key, engine::WarmUp(), sink);
    for (PortraitPart& part : portraitist.take()) {
        if (part.name == structure_part) result.structure = std::move(part.numbers);
        if (part.name == chains_part) result.chains = std::move(part.numbers);
        if (part.name == careers_part) result.careers = std::move(part.numbers);
        if (part.name == lives_part) result.lives = lives_of(part.numbers);
        if (part.name == chain_examples_part) result.examples = chain_examples_of(part.numbers);
    }
    return result;
}

// Sums over a node of the careers' links.
std::int64_t out_of(const Row& careers, std::size_t node) {
    return sum(careers, career_links + node * link_targets, link_targets);
}
std::int64_t into(const Row& careers, std::size_t node) {
    std::int64_t people = 0;
    for (std::size_t source = 0; source < link_sources; ++source)
        people += careers[career_links + source * link_targets + node - first_stage_node];
    return people;
}

Fact fact(Day day, Fact::Kind kind, std::uint8_t detail, std::size_t person, std::size_t unit, SeatId seat = {}) {
    return {day, kind, detail, PersonId{person}, UnitId{unit}, seat, {}};
}

}  // namespace

TEST_CASE("ages are counted in years of 365.25 days, and the last band has no end") {
    const Day today = day(2026, 6, 1);
    CHECK(age_band(day(2004, 1, 1), today) == 0);   // 22
    CHECK(age_band(day(2001, 6, 3), today) == 0);   // 25 in two days
    CHECK(age_band(day(2001, 5, 30), today) == 1);  // 25 two days ago
    CHECK(age_band(day(1996, 5, 30), today) == 2);  // 30
    CHECK(age_band(day(1966, 7, 1), today) == 7);   // 59
    CHECK(age_band(day(1940, 1, 1), today) == 8);
    CHECK(age_band(today - days_reaching(25) + 1, today) == 0);
    CHECK(age_band(today - days_reaching(25), today) == 1);  // on the day itself
}

TEST_CASE("structure counts the people of the named units by age and sex, education, field and channel") {
    TinyCounty tiny({township("T01", 5), organ("O01", 3)});
    tiny.settle(0, {.id = "a", .birth = day(2000, 7, 1)});                      // 25
    tiny.settle(0, {.id = "b", .birth = day(1990, 7, 1), .sex = Sex::female});  // 35
    tiny.settle(0, {.id = "c", .birth = day(1990, 1, 1), .sex = Sex::female});  // 36
    tiny.settle(1, {.id = "d", .post = organ_clerk, .birth = day(1970, 1, 1)});
    const std::size_t townships[] = {0};
    Row row;
    add_structure(tiny.county, townships, row);
    REQUIRE(row.size() == structure_cells);
    CHECK(row[age_cell(1, Sex::male)] == 1);
    CHECK(row[age_cell(3, Sex::female)] == 2);
    CHECK(sum(row, 0, first_education) == 3);
    CHECK(row[first_education + static_cast<std::size_t>(Education::bachelor)] == 3);
    CHECK(sum(row, first_education, measures::education_count) == 3);
    CHECK(row[first_field + static_cast<std::size_t>(Field::other)] == 3);
    CHECK(row[first_channel + static_cast<std::size_t>(Channel::open_exam)] == 3);
}

TEST_CASE("the pyramid of every year adds up to the staff of the townships, and so do the other parts") {
    const engine::CountyInput input = small_county();
    const Portrayed life = portrayed(input);
    REQUIRE(life.structure.size() == 11 * structure_cells);
    CHECK(sum(life.structure, 0, first_education) == 13 + 12);  // the first day
    for (std::size_t year = 0; year < 10; ++year) {
        const YearTally& tally = life.years.tallies[year];
        double staff = 0;
        for (std::size_t unit = 0; unit < 2; ++unit)
            staff += tally.stocks[unit][static_cast<std::size_t>(Stock::staff)];
        const std::size_t first = (year + 1) * structure_cells;
        CHECK(static_cast<double>(sum(life.structure, first, first_education)) == staff);
        CHECK(static_cast<double>(sum(life.structure, first + first_education, measures::education_count)) == staff);
        CHECK(static_cast<double>(sum(life.structure, first + first_field, field_count)) == staff);
        CHECK(static_cast<double>(sum(life.structure, first + first_channel, channel_count)) == staff);
    }
}

TEST_CASE("an exit from the third grade is a chain of three links, and the links wait as long as they did") {
    TinyCounty tiny({township("T01", 4, 1, 1, 0)});
    tiny.settle(0, {.id = "clerk"});
    const PersonId clerk_person = tiny.settle(0, {.id = "clerk too"});
    const PersonId head_person = tiny.settle(0, {.id = "head", .post = head});
    const PersonId deputy_person = tiny.settle(0, {.id = "deputy", .post = deputy});
    tiny.open();
    County& county = tiny.county;
    county.leave(deputy_person, ExitCause::death);
    county.begin_day(county.today() + 10);
    county.appoint(head_person, tiny.seat(0, deputy));
    county.begin_day(county.today() + 20);
    county.appoint(clerk_person, tiny.seat(0, head));
    county.begin_day(county.today() + 90);
    county.enter(UnitId{std::size_t{0}}, TinyCounty::newcomer({.id = "recruit", .entry = county.today()}));
    Row row;
    add_chains(county.tally().chains, row);
    REQUIRE(row.size() == chain_numbers);
    CHECK(row[chains_ended + 2] == 1);
    CHECK(sum(row, chains_ended, chain_lengths) == 1);
    CHECK(sum(row, chain_filled, chain_lengths) == 3);
    CHECK(row[chain_days + 0] == 10);
    CHECK(row[chain_days + 1] == 20);
    CHECK(row[chain_days + 2] == 90);
    CHECK(row[chain_days_on + static_cast<std::size_t>(Ladder::deputy)] == 10);
    CHECK(row[chain_days_on + static_cast<std::size_t>(Ladder::middle)] == 20);
    CHECK(row[chain_days_on + static_cast<std::size_t>(Ladder::entry)] == 90);
    CHECK(row[chain_links_beyond] == 0);
}

TEST_CASE("chains longer than the longest shown are not lost") {
    ChainTally tally;
    tally.end_with(1);
    tally.end_with(11);
    CHECK(tally.ended[0] == 1);
    CHECK(tally.ended[ChainTally::longest - 1] == 1);
    CHECK(tally.links_beyond == 11 - static_cast<std::int64_t>(ChainTally::longest));
}

TEST_CASE("the links of all chains and the openings filled are those that the outcomes count") {
    const Portrayed life = portrayed(small_county());
    std::int64_t links = life.chains[chain_links_beyond];
    for (std::size_t i = 0; i < chain_lengths; ++i)
        links += static_cast<std::int64_t>(i + 1) * life.chains[chains_ended + i];
    CHECK(links > 20);
    CHECK(links == life.years.flow(Flow::chain_links));
    CHECK(sum(life.chains, chains_ended, chain_lengths) == life.years.flow(Flow::chains_closed));
    CHECK(sum(life.chains, chain_filled, chain_lengths) == life.years.flow(Flow::openings_filled));
    CHECK(sum(life.chains, chain_filled_on, ladder_count) == life.years.flow(Flow::openings_filled));
    CHECK(sum(life.chains, chain_days, chain_lengths) == sum(life.chains, chain_days_on, ladder_count));
    std::int64_t open_days = 0;
    for (const YearTally& year : life.years.tallies)
        open_days += std::accumulate(year.opening_days.begin(), year.opening_days.end(), std::int64_t{0});
    CHECK(open_days == sum(life.chains, chain_days, chain_lengths) + life.days_still_open);
}

TEST_CASE("a cohort is followed from its channel through the highest stages to where it is, no longer than meant") {
    TinyCounty tiny({township("T01", 5, 1, 1, 0), organ("O01", 3, 1)});  // 2026; eight years: two enter, six followed
    for (const char* id : {"a", "b", "c", "d"}) tiny.settle(0, {.id = id});
    CareerFlows flows(tiny.plan, 8);
    const SeatId head_seat = tiny.seat(0, head), organ_seat = tiny.seat(1, organ_deputy);
    using enum Fact::Kind;
    const auto exam = static_cast<std::uint8_t>(Channel::open_exam);
    const auto cadre = static_cast<std::uint8_t>(Channel::village_cadre);
    flows.read(
        std::vector<Fact>{fact(day(2026, 3, 1), entered, exam, 0, 0), fact(day(2026, 4, 1), entered, cadre, 1, 0),
                          fact(day(2026, 5, 1), entered, exam, 2, 1)},  // an organ: not followed
        tiny.county);
    flows.read(std::vector<Fact>{fact(day(2028, 1, 1), entered, exam, 3, 0),  // too late
                                 fact(day(2028, 3, 1), appointed, clerk, 0, 0, head_seat),
                                 fact(day(2029, 1, 1), demoted, head, 0, 0, head_seat),
                                 fact(day(2030, 3, 1), appointed, head, 0, 1, organ_seat)},
               tiny.county);
    flows.read(std::vector<Fact>{fact(day(2032, 2, 1), left, static_cast<std::uint8_t>(ExitCause::resignation), 1, 0),
                                 fact(day(2033, 1, 1), left, static_cast<std::uint8_t>(ExitCause::resignation), 0, 1)},
               tiny.county);
    const Row row = flows.take();
    const auto people = [&row](std::size_t source, std::size_t target) {
        return row[career_links + source * link_targets + target - first_stage_node];
    };
    const auto at = [](Stage stage) { return first_stage_node + static_cast<std::size_t>(stage); };
    const auto ended = [](CareerEnd where) { return first_end_node + static_cast<std::size_t>(where); };
    CHECK(people(exam, at(Stage::township_clerk)) == 1);
    CHECK(people(cadre, at(Stage::township_clerk)) == 1);
    CHECK(people(at(Stage::township_clerk), at(Stage::township_office)) == 1);
    CHECK(people(at(Stage::township_office), at(Stage::organ_deputy)) == 1);
    CHECK(people(at(Stage::township_clerk), ended(CareerEnd::resigned)) == 1);
    CHECK(people(at(Stage::organ_deputy), ended(CareerEnd::in_organ)) == 1);  // left after the six years
    CHECK(sum(row, career_links, career_days) == 6);
    CHECK(row[career_days + static_cast<std::size_t>(Stage::township_office)] == day(2028, 3, 1) - day(2026, 3, 1));
}

TEST_CASE("a quarter of the years is for entering, five at most, and the rest for following") {
    const auto is = [](int years, int entering, int followed) {
        const CohortYears cohort = cohort_years(years);
        return cohort.entering == entering && cohort.followed == followed;
    };
    CHECK(is(2, 1, 1));
    CHECK(is(10, 2, 8));
    CHECK(is(12, 3, 9));
    CHECK(is(30, 5, 25));
}

TEST_CASE("whoever fails a trial in an organ is back in the township") {
    TinyCounty tiny({township("T01", 5), organ("O01", 3, 1)});
    tiny.settle(0, {.id = "a"});
    CareerFlows flows(tiny.plan, 8);
    using enum Fact::Kind;
    flows.read(std::vector<Fact>{fact(day(2026, 3, 1), entered, 0, 0, 0),
                                 fact(day(2028, 3, 1), appointed, clerk, 0, 1, tiny.seat(1, organ_deputy)),
                                 fact(day(2029, 3, 1), trial_failed, clerk, 0, 1, tiny.seat(1, organ_deputy))},
               tiny.county);
    const Row row = flows.take();
    const std::size_t from = first_stage_node + static_cast<std::size_t>(Stage::organ_deputy);
    const auto ended = [&](CareerEnd where) {
        return row[career_links + from * link_targets + first_end_node + static_cast<std::size_t>(where) -
                   first_stage_node];
    };
    CHECK(ended(CareerEnd::in_township) == 1);
    CHECK(ended(CareerEnd::in_organ) == 0);
}

TEST_CASE("a career is followed up to the anniversary on which its years are over") {
    for (const bool on_the_day : {false, true}) {
        TinyCounty tiny({township("T01", 5), organ("O01", 3, 1)});
        tiny.settle(0, {.id = "a"});
        CareerFlows flows(tiny.plan, 8);  // six years
        const auto cause = static_cast<std::uint8_t>(ExitCause::resignation);
        const Day last = day(2032, 3, 1) - (on_the_day ? 0 : 1);
        flows.read(std::vector<Fact>{fact(day(2026, 3, 1), Fact::Kind::entered, 0, 0, 0),
                                     fact(last, Fact::Kind::left, cause, 0, 0)},
                   tiny.county);
        const Row row = flows.take();
        const std::size_t from = first_stage_node + static_cast<std::size_t>(Stage::township_clerk);
        const auto to = [](CareerEnd where) {
            return first_end_node + static_cast<std::size_t>(where) - first_stage_node;
        };
        CHECK(row[career_links + from * link_targets + to(CareerEnd::in_township)] == (on_the_day ? 1 : 0));
        CHECK(row[career_links + from * link_targets + to(CareerEnd::resigned)] == (on_the_day ? 0 : 1));
    }
}

TEST_CASE("careers lose nobody: who enters, and who comes to a stage, leaves it or is somewhere at the end") {
    engine::CountyInput input = small_county();
    input.years = 12;
    const Row careers = portrayed(input).careers;
    std::int64_t entered = 0, ended = 0;
    for (std::size_t channel = 0; channel < channel_count; ++channel) entered += out_of(careers, channel);
    for (std::size_t node = first_stage_node; node < first_end_node; ++node)
        CHECK(into(careers, node) == out_of(careers, node));
    for (std::size_t node = first_end_node; node < career_nodes; ++node) ended += into(careers, node);
    CHECK(entered > 0);
    CHECK(entered == ended);
}

TEST_CASE("lives tell of recruits only, in order, until they leave; written and read back they are the same") {
    engine::CountyInput input = small_county();
    const Portrayed life = portrayed(input);
    REQUIRE(!life.lives.empty());
    for (const Life& one : life.lives) {
        CHECK(one.entry >= 0);  // after the first day
        CHECK(one.entry < day(2029, 1, 1) - day(2026, 1, 1));
        CHECK(one.unit < 2);  // a township
        for (std::size_t i = 1; i < one.events.size(); ++i) CHECK(one.events[i - 1].day <= one.events[i].day);
        for (std::size_t i = 0; i + 1 < one.events.size(); ++i) CHECK(one.events[i].kind != LifeEvent::Kind::left);
    }
    CHECK(lives_of(numbers_of(life.lives)) == life.lives);
    CHECK(chain_examples_of(numbers_of(life.examples)) == life.examples);
    CHECK(std::ranges::any_of(life.lives, [](const Life& one) {
        return std::ranges::any_of(one.events,
                                   [](const LifeEvent& event) { return event.kind == LifeEvent::Kind::result; });
    }));
}

TEST_CASE("chains told as examples begin with a titled post and each link is caused by the one before") {
    engine::CountyInput input = small_county();
    input.years = 15;
    const Portrayed life = portrayed(input);
    REQUIRE(!life.examples.empty());
    for (const ChainExample& chain : life.examples) {
        REQUIRE(!chain.links.empty());
        CHECK(chain.day <= day(2041, 1, 1) - days_reaching(3) - day(2026, 1, 1));  // time enough to end
        CHECK(chain.links.front().post.ladder != Ladder::entry);
        CHECK(std::ranges::all_of(chain.links, [](const ChainLink& link) { return link.days >= 0; }));
        if (chain.recruit) CHECK(chain.links.back().post.ladder == Ladder::entry);
    }
}

TEST_CASE("portraying a future changes nothing in it") {
    const engine::CountyInput input = small_county();
    Observer observer(input.plan, 10), portrayed_observer(input.plan, 10);
    Portraitist portraitist(input.plan, 10, portrayed_observer, true);
    const auto plain = engine::simulate(input, {1, 3}, engine::WarmUp(), observer);
    const auto portrayed_run = engine::simulate(input, {1, 3}, engine::WarmUp(), portraitist);
    CHECK(plain.fingerprint == portrayed_run.fingerprint);
    CHECK(observer.values() == portrayed_observer.values());
}
