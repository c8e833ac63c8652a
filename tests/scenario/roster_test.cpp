// Rosters and establishments as personnel offices save them.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "sim/scenario/origin.hpp"
#include "sim/scenario/source_text.hpp"
#include "tests/scenario/county.hpp"

using namespace staffsim;
using namespace staffsim::tests;

namespace {

const std::string headings =
    "人员代码 person_id,单位 unit,职务 post,性别 sex,出生年月 birth,进入公务员队伍 entry,来源 channel,学历 "
    "education,专业 field,"
    "现职务时间 post_since,职级 rank,现职级时间 rank_since,级别 pay_grade,档次 step,政治面貌 party,民族 ethnicity,"
    "本县人 native,近三年考核 results,在外 away\n";
const std::string people =
    "P0001,T03,deputy_section,男,1981.07,2004.09,open_exam,本科,法学,2019.12,三级主任科员,2022.06,21,6,中共党员,畲族,"
    "是,"
    "称职|优秀|称职,\n"
    "P0002,T03,office_head,女,1990.02,2014.08,village_official,本科,会计,2021.03,四级主任科员,2021.09,24,4,中共党员,"
    "汉族,否,"
    "优秀|称职|称职,借调 2025.03-2026.03\n"
    "P0003,T03,clerk,男,2000.11,2024.09,open_exam,硕士,农学,2024.09,四级主任科员,2025.09,24,1,群众,汉族,否,不定等次,\n";

std::string clerk(int number) { return "P" + std::to_string(number) + ",T03,clerk,女,1990-05-06,2015-07,本科\n"; }
const std::string short_headings = "id,unit,post,sex,birth,entry,education\n";

}  // namespace

TEST_CASE("the roster of the handbook is read field by field", "[scenario]") {
    const CountyFiles county;
    const auto loaded = county.with_roster(headings + people);
    REQUIRE(loaded.input.plan.people.size() == 3);
    const PersonPlan& first = loaded.input.plan.people[0];
    CHECK(first.id == "P0001");
    CHECK(loaded.input.plan.units[first.unit.value].id == "T03");
    CHECK(loaded.input.plan.posts[first.post.value].title == "deputy_section");
    CHECK(first.birth == to_day({1981, 7, 15}));
    CHECK(first.channel == Channel::open_exam);
    CHECK(first.field == Field::law);
    CHECK(first.rank == 4);
    CHECK(first.pay_grade == 21);
    CHECK(first.native == true);
    CHECK(first.results == std::vector<Result>{Result::competent, Result::excellent, Result::competent});
    CHECK(loaded.input.plan.people[1].field == Field::economics);
    CHECK(loaded.input.plan.people[2].results == std::vector<Result>{Result::none});
    CHECK(loaded.roster.away == 1);
    CHECK_FALSE(first.away.has_value());
    REQUIRE(loaded.input.plan.people[1].away.has_value());
    CHECK(loaded.input.plan.people[1].away->assignment == Assignment::borrowed);
    CHECK_FALSE(warns(loaded, "away"));
}

TEST_CASE("optional columns that are missing or empty are drawn and counted", "[scenario]") {
    const CountyFiles county;
    const auto loaded = county.with_roster(
        "id,unit,post,sex,birth,entry,education,rank\n"
        "P1,T03,clerk,女,1990.05,2015.07,本科,\n"
        "P2,T03,clerk,女,1990.05,2015.07,本科,一级科员\n");
    CHECK(loaded.roster.persons == 2);
    CHECK(loaded.roster.drawn.at("rank") == 1);
    CHECK(loaded.roster.drawn.at("native") == 2);
    CHECK_FALSE(loaded.roster.drawn.contains("birth"));
    CHECK_FALSE(loaded.input.plan.people[0].rank.has_value());
    CHECK(loaded.input.plan.people[1].rank == 2);
}

TEST_CASE("a township with places and nobody in the roster is warned of", "[scenario]") {
    const CountyFiles county;
    CHECK(warns(county.with_roster(headings + people), "nobody in it belongs to T11, C05, so 52 places start empty"));
    const std::string one_more =
        "P0004,T11,clerk,男,2000.11,2024.09,open_exam,硕士,农学,2024.09,,,24,1,群众,汉族,否,,\n";
    CHECK(warns(county.with_roster(headings + people + one_more), "nobody in it belongs to C05, so 18 places"));
}

TEST_CASE("a roster saved by a Chinese Excel is read", "[scenario]") {
    const CountyFiles county;
    // 人员代码;单位;职务;性别;出生年月;进入公务员队伍;学历 and one person, in GB18030 with semicolons and CRLF.
    const std::string text =
        "\xC8\xCB\xD4\xB1\xB4\xFA\xC2\xEB;\xB5\xA5\xCE\xBB;\xD6\xB0\xCE\xF1;\xD0\xD4\xB1\xF0;"
        "\xB3\xF6\xC9\xFA\xC4\xEA\xD4\xC2;"
        "\xBD\xF8\xC8\xEB\xB9\xAB\xCE\xF1\xD4\xB1\xB6\xD3\xCE\xE9;\xD1\xA7\xC0\xFA\r\n"
        "P1;T11;clerk;\xC5\xAE;1990.05;2015.07;\xB1\xBE\xBF\xC6\r\n";
    const auto loaded = county.with_roster(text);
    REQUIRE(loaded.input.plan.people.size() == 1);
    CHECK(loaded.input.plan.people[0].sex == Sex::female);
    CHECK(loaded.input.plan.people[0].education == Education::bachelor);
}

TEST_CASE("a byte-order mark, tabs, quotes, order and empty lines do not matter", "[scenario]") {
    const CountyFiles county;
    const auto loaded = county.with_roster(
        "\xEF\xBB\xBF学历\tunit\tpost\tsex\tbirth\tentry\t姓名\tid\t\n"
        "\t\t\t\t\t\t\t\t\n"
        "\"本科\"\tT03\tclerk\tF\t198507\t2010/8/2\t张三\t\"P\"\"1\"\t\n\n");
    REQUIRE(loaded.input.plan.people.size() == 1);
    CHECK(loaded.input.plan.people[0].id == "P\"1");
    CHECK(loaded.input.plan.people[0].birth == to_day({1985, 7, 15}));
    CHECK(loaded.input.plan.people[0].entry == to_day({2010, 8, 2}));
}

TEST_CASE("a month without a day means the 15th, but never after the first day", "[scenario]") {
    const CountyFiles county;
    const auto loaded = county.with_roster(
        "id,unit,post,sex,birth,entry,education,post_since\n"
        "P1,T03,clerk,女,1990.05,2026.01,本科,\n"
        "P2,T03,clerk,女,1990.05,2015-07-20,本科,2015.07\n");
    CHECK(loaded.input.plan.people[0].entry == to_day({2026, 1, 1}));
    CHECK(loaded.input.plan.people[1].post_since == to_day({2015, 7, 20}));
}

TEST_CASE("more staff than places is a warning that names no person", "[scenario]") {
    const CountyFiles county;
    std::string roster = short_headings;
    for (int i = 0; i < 24; ++i) roster += clerk(i);
    const auto loaded = county.with_roster(roster);
    CHECK(loaded.input.plan.people.size() == 24);
    CHECK(warns(loaded, "T03 is 2 over establishment (24 staff, 22 places)"));
    for (const Problem& problem : loaded.warnings) CHECK(to_text(problem).en.find("P1") == std::string::npos);
}

TEST_CASE("a roster more than a year older than the first day is told, and who is past the age of retirement",
          "[scenario]") {
    const CountyFiles county;
    const std::string recent = "P1,T03,clerk,女,1990-05-06,2025-01,本科\n";
    CHECK_FALSE(warns(county.with_roster(short_headings + recent), "more than a year"));
    CHECK_FALSE(warns(county.with_roster(short_headings + recent), "past the statutory age"));
    const scenario::LoadOptions next_year{{"start=2026-02-01"}, {}, {}};
    CHECK(warns(county.load("rostered.toml", next_year),
                "roster.csv: the first day 2026-02-01 lies more than a year after the newest entry, post or rank in it "
                "(2025-01-15)"));
    // A date in the post or rank counts as well as the entry.
    const auto promoted = county.with_roster(
        "id,unit,post,sex,birth,entry,education,post_since,rank,rank_since\n"
        "P1,T03,clerk,女,1990-05-06,2010-01,本科,2025.03,一级科员,2025.06\n");
    CHECK_FALSE(warns(promoted, "more than a year"));
    const std::string old = "P2,T03,clerk,男,1920-01-06,1950-01,本科\nP3,T03,clerk,女,1969-11-06,1990-01,本科\n";
    const auto loaded = county.with_roster(short_headings + recent + old);
    CHECK(warns(
        loaded,
        "roster.csv: birth: people past the statutory age of retirement on the first day: 2 (by up to 46.0 years)"));
    for (const Problem& problem : loaded.warnings) CHECK(to_text(problem).en.find("1920") == std::string::npos);
    const scenario::LoadOptions no_law{{"retirement.enabled=false"}, {}, {}};
    CHECK_FALSE(warns(county.load("rostered.toml", no_law), "past the statutory age"));
}

TEST_CASE("a day of the rank without a rank is told once, with how many", "[scenario]") {
    const CountyFiles county;
    const std::string headings = "id,unit,post,sex,birth,entry,education,rank,rank_since\n";
    const std::string with = "P1,T03,clerk,女,1990-05-06,2010-01,本科,一级科员,2025.06\n";
    const std::string without =
        "P2,T03,clerk,男,1990-05-06,2010-01,本科,,2025.06\nP3,T03,clerk,男,1990-05-06,2010-01,本科,,2024.07\n";
    CHECK_FALSE(warns(county.with_roster(headings + with), "rank_since"));
    const auto loaded = county.with_roster(headings + with + without);
    CHECK(warns(loaded, "roster.csv:3: rank_since: people with a day of their rank and no rank, from this line on: 2"));
}

TEST_CASE("facts of townships that are left out are told with what they are taken for", "[scenario]") {
    const CountyFiles county;
    const auto whole = county.load("base.toml");
    for (const char* fact : {"residents", "distance", "remoteness"}) CHECK_FALSE(warns(whole, fact));
    county.write("establishment.csv",
                 "unit,kind,places,residents,km_to_seat,remote_class\n"
                 "T03,township,22,,48,\n"
                 "T11,township,34,,,2\n"
                 "T12,township,34,0,0,1\n"
                 "C05,county_organ,18,,,\n");
    const auto bare = county.load("base.toml");
    CHECK(warns(bare, "establishment.csv:2: residents: no residents are given for T03, T11: taken as 0"));
    CHECK(
        warns(bare, "establishment.csv:3: km_to_seat: no distance to the county seat is given for T11: taken as 0 km"));
    CHECK(warns(bare, "establishment.csv:2: remote_class: no class of remoteness is given for T03: taken as 1"));
    const scenario::LoadOptions no_service{{"service.queue=\"off\""}, {}, {}};
    CHECK_FALSE(warns(county.load("base.toml", no_service), "no residents"));
}

TEST_CASE("a roster keeps its hash and not its text", "[scenario]") {
    const CountyFiles county;
    const auto loaded = county.with_roster(short_headings + clerk(1));
    const auto& file = loaded.files.back();
    CHECK(file.is_roster);
    CHECK(file.text.empty());
    CHECK(file.sha256.size() == 64);
}

TEST_CASE("a table saved with other line ends, mark or encoding is the same table", "[scenario]") {
    const CountyFiles county;
    const std::string text = short_headings + clerk(1);
    std::string carriage = text;
    for (std::size_t at = 0; (at = carriage.find('\n', at)) != std::string::npos; at += 2) carriage.insert(at, 1, '\r');
    const std::string hash = county.with_roster(text).resolved_hash;
    CHECK(county.with_roster(carriage).resolved_hash == hash);
    CHECK(county.with_roster(carriage).files.back().sha256 == county.with_roster(text).files.back().sha256);
    CHECK(county.with_roster("\xEF\xBB\xBF" + text).resolved_hash == hash);
    CHECK(county.with_roster(short_headings + clerk(2)).resolved_hash != hash);
    CHECK(scenario::with_line_feeds("a\r\nb\rc\n\r") == "a\nb\nc\n\n");
    CHECK(scenario::with_line_feeds("").empty());
}

TEST_CASE("unknown fields of study count as other", "[scenario]") {
    const CountyFiles county;
    const auto loaded = county.with_roster(
        "id,unit,post,sex,birth,entry,education,专业\n"
        "P1,T03,clerk,女,1990.05,2015.07,本科,舞蹈\n"
        "P2,T03,clerk,女,1990.05,2015.07,本科,计算机科学与技术\n");
    CHECK(loaded.input.plan.people[0].field == Field::other);
    CHECK(loaded.input.plan.people[1].field == Field::engineering);
    CHECK(loaded.roster.other_fields == 1);
    CHECK(warns(loaded, "1 fields of study are not known"));
}

TEST_CASE("nothing is suggested that would be refused next", "[scenario]") {
    const CountyFiles county;
    county.write("establishment.csv", "unit,kind,places\nT03,township,1e9\n");
    CHECK(county.message("base.toml").find("got the number 1000000000.0") != std::string::npos);
    CHECK(county.message("base.toml").find("write") == std::string::npos);
    county.write("establishment.csv", "unit,kind,places\nT03,township,22.0\n");
    CHECK(county.message("base.toml").find("22.0; write 22") != std::string::npos);
}

TEST_CASE("all words for absence are read", "[scenario]") {
    const CountyFiles county;
    const auto stay = [&county](const std::string& away) {
        INFO(away);
        const auto loaded = county.with_roster(std::string("id,unit,post,sex,birth,entry,education,away\n") +
                                               "P1,T03,clerk,女,1990.05,2015.07,本科," + away + "\n");
        CHECK(loaded.roster.away == (loaded.input.plan.people[0].away ? 1u : 0u));
        return loaded.input.plan.people[0].away;
    };
    const auto borrowed = stay("借调");
    REQUIRE(borrowed.has_value());
    CHECK(borrowed->assignment == Assignment::borrowed);
    CHECK_FALSE(borrowed->since.has_value());
    CHECK_FALSE(borrowed->until.has_value());
    CHECK(stay("借调 2025.03-")->since == to_day({2025, 3, 1}));
    CHECK_FALSE(stay("借调 2025.03-")->until.has_value());
    CHECK(stay("挂职 2025-03-2026-03")->assignment == Assignment::exchange);
    CHECK(stay("挂职 2025-03-2026-03")->until == to_day({2026, 4, 1}));
    CHECK(stay("借调县委办 2025-03-01~2026-03-05")->until == to_day({2026, 3, 5}));
    CHECK(stay("驻村 2025.03至2026.03")->assignment == Assignment::front_line);
    CHECK(stay("挂职村第一书记 2025.03")->front_line == FrontLineKind::village);
    CHECK(stay("项目 2025.03")->front_line == FrontLineKind::project);
    CHECK(stay("综治 2025.03")->front_line == FrontLineKind::stability);
    CHECK(stay("计生 2025.03")->front_line == FrontLineKind::family_planning);
    CHECK(stay("secondment 2025-03-01")->since == to_day({2025, 3, 1}));
    CHECK(stay("Borrowed 2025.03-")->assignment == Assignment::borrowed);
    CHECK(stay("Front Line 2025.03")->assignment == Assignment::front_line);
    CHECK_FALSE(stay("借调 2025.03-2025.12").has_value());  // over on the first day
    CHECK(stay("借调 2025.03-2026.01").has_value());
}

TEST_CASE("the establishment gives units with quotas by post type", "[scenario]") {
    const CountyFiles county;
    const CountyPlan plan = county.load("base.toml").input.plan;
    REQUIRE(plan.units.size() == 3);
    const UnitPlan& unit = plan.units[1];
    CHECK(unit.label.zh == "乙镇");
    CHECK(unit.kind == UnitKind::township);
    CHECK(unit.places == 34);
    CHECK(unit.km_to_seat == 21.5);
    CHECK(unit.remote_class == 2);
    for (std::size_t post = 0; post < plan.posts.size(); ++post) {
        if (plan.posts[post].id == "township_deputy") CHECK(unit.quota[post] == 8);
        if (plan.posts[post].id == "organ_deputy") CHECK(unit.quota[post] == 0);
    }
}

TEST_CASE("a unit may be described or corrected in the scenario file", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml",
                   "[units.T03]\nplaces = 30\nquotas = { office_head = 4 }\n"
                   "[units.N01]\nlabel = { zh = \"新镇\", en = \"New\" }\nkind = \"township\"\nplaces = 12\n");
    const CountyPlan plan = county.load("a.toml").input.plan;
    REQUIRE(plan.units.size() == 4);
    CHECK(plan.units[0].places == 30);
    CHECK(plan.units[0].residents == 2600);
    CHECK(plan.units[3].label.en == "New");
}

TEST_CASE("a theory county needs no tables", "[scenario]") {
    const TemporaryFolder folder;
    folder.write(
        "theory.toml",
        "start = 2000-01-01\nyears = 1000\nstart_full = true\nwarm_up_years = 0\n"
        "[posts.low]\ntitle = \"low\"\nunit_kind = \"township\"\ntier = 0\nladder = \"entry\"\nresignation_rate = 0.1\n"
        "[posts.high]\ntitle = \"high\"\nunit_kind = \"township\"\ntier = 1\nladder = \"chief\"\nfeeders = [\"low\"]\n"
        "[units.u]\nkind = \"township\"\nplaces = 100\nquotas = { high = 10 }\n");
    const auto loaded = scenario::load_scenario(scenario::parse_spec("theory.toml"));
    CHECK(loaded.input.plan.start_full);
    CHECK(loaded.input.plan.posts.size() == 2);
    CHECK(loaded.input.plan.posts[0].resignation_rate == 0.1);
    CHECK(loaded.input.plan.units[0].quota == std::vector<int>{0, 10});
}

TEST_CASE("the lives of the warm-up and the ages of a full start are read, and told with their origin", "[scenario]") {
    const CountyFiles county;
    const auto usual = county.load("base.toml");
    CHECK(usual.input.warm_up_lives == engine::CountyInput{}.warm_up_lives);
    CHECK_FALSE(usual.input.plan.start_ages.has_value());
    for (const int lives : {1, 3, 1000}) {
        county.overlay("lives.toml", "warm_up_lives = " + std::to_string(lives) + "\n");
        const auto loaded = county.load("lives.toml");
        CHECK(loaded.input.warm_up_lives == lives);
        const bool warns = std::ranges::any_of(
            loaded.warnings, [](const Problem& one) { return one.message.en.find("same past") != std::string::npos; });
        CHECK(warns == (lives == 1 && !loaded.input.plan.start_full && loaded.input.warm_up_years > 0));
    }
    for (const auto& [text, ages] : {std::pair{"[22, 60]", std::array{22.0, 60.0}},
                                     {"[16, 80]", std::array{16.0, 80.0}},
                                     {"[24.5, 24.5]", std::array{24.5, 24.5}}}) {
        county.overlay("ages.toml", "start_full = true\nstart_ages = " + std::string(text) + "\n");
        const auto loaded = county.load("ages.toml");
        REQUIRE(loaded.input.plan.start_ages.has_value());
        CHECK(*loaded.input.plan.start_ages == ages);
    }
    county.overlay("both.toml", "start_full = true\nstart_ages = [22, 60]\nwarm_up_lives = 5\n");
    const std::string origin = scenario::origin_text(county.load("both.toml"));
    CHECK(origin.find("start_ages = [22, 60]  (both.toml:3)") != std::string::npos);
    CHECK(origin.find("warm_up_lives = 5  (both.toml:4)") != std::string::npos);
    county.overlay("full.toml", "start_full = true\n");
    CHECK(county.load("both.toml").resolved_hash != county.load("full.toml").resolved_hash);
}

TEST_CASE("a county without people begins full or, when it says so, empty", "[scenario]") {
    const CountyFiles county;
    county.write("silent.toml", "establishment = \"establishment.csv\"\nstart = 2026-01-01\n");
    CHECK(county.message("silent.toml").find("silent.toml: roster: is missing") != std::string::npos);
    CHECK(county.load("silent.toml", {{"start_full=true"}, {}, {}}).input.plan.start_full);
    const auto empty = county.load("silent.toml", {{"start_full=false"}, {}, {}});
    CHECK_FALSE(empty.input.plan.start_full);
    CHECK(empty.input.plan.people.empty());
}

namespace {

// Why the county with this roster is refused.
std::string refused_roster(const CountyFiles& county, const std::string& roster) {
    try {
        county.with_roster(roster);
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

std::string line_of(int number, const std::string& unit, const std::string& post, const std::string& birth) {
    return fmt::format("P{},{},{},女,{},2015-07,本科\n", number, unit, post, birth);
}

}  // namespace

TEST_CASE("posts and units may be called as the office calls them", "[scenario]") {
    const CountyFiles county;
    const auto loaded = county.with_roster(
        short_headings + line_of(1, "甲乡", "科员", "1990-05") + line_of(2, "Township B", "副科", "1985-05") +
        line_of(3, "乙镇", "镇长", "1980-05") + line_of(4, "县某局", "机关中层正职", "1980-05"));
    const CountyPlan& plan = loaded.input.plan;
    REQUIRE(plan.people.size() == 4);
    const std::pair<const char*, const char*> expected[] = {
        {"T03", "township_clerk"}, {"T11", "township_deputy"}, {"T11", "township_chief"}, {"C05", "organ_office_head"}};
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(plan.units[plan.people[i].unit.value].id == expected[i].first);
        CHECK(plan.posts[plan.people[i].post.value].id == expected[i].second);
    }
    CHECK_THAT(refused_roster(county, short_headings + line_of(1, "C05", "镇长", "1980-05")),
               Catch::Contains("\"镇长\" is not a post of the kind county_organ"));
}

TEST_CASE("a name that two units have is not taken for one of them", "[scenario]") {
    const CountyFiles county;
    county.write("establishment.csv",
                 "unit,name_zh,kind,places\nT03,城关,township,22\nT11,城关,township,34\nT12,T11,township,5\n");
    CHECK_THAT(refused_roster(county, short_headings + line_of(1, "城关", "clerk", "1990-05")),
               Catch::Contains("\"城关\" is the name of several units; write the code"));
    const auto loaded = county.with_roster(short_headings + line_of(1, "T11", "clerk", "1990-05"));
    CHECK(loaded.input.plan.units[loaded.input.plan.people[0].unit.value].id == "T11");  // a code before a name
}

TEST_CASE("a mistake that is on every line is told once, with how often", "[scenario]") {
    const CountyFiles county;
    std::string roster = short_headings;
    for (int i = 1; i <= 50; ++i) roster += line_of(i, i <= 30 ? "T20" : "T03", "clerk", "1990-05");
    const std::string said = refused_roster(county, roster);
    INFO(said);
    CHECK_THAT(said, Catch::Contains("roster.csv:2: unit: there is no unit \"T20\"") &&
                         Catch::Contains("(and on 29 more lines: 3, 4, …)"));
    CHECK(std::ranges::count(said, '\n') <= 1);
    // Different words of one mistake, too, where they are many; few are told one by one.
    roster = short_headings;
    for (int i = 1; i <= 12; ++i) roster += line_of(i, "T03", "clerk", fmt::format("19{}年", 70 + i));
    CHECK_THAT(refused_roster(county, roster), Catch::Contains("\"1971年\" is not a date") &&
                                                   Catch::Contains("(and on 11 more lines: 3, 4, …)") &&
                                                   !Catch::Contains("1972年"));
    roster = short_headings;
    for (int i = 1; i <= 3; ++i) roster += line_of(i, "T20", "clerk", "1990-05");
    CHECK_THAT(refused_roster(county, roster), Catch::Contains("roster.csv:4: unit: there is no unit \"T20\""));
}

TEST_CASE("dates are read as offices and spreadsheets write them", "[scenario]") {
    const CountyFiles county;
    const auto born = [&](const std::string& text) {
        return county.with_roster(short_headings + line_of(1, "T03", "clerk", text)).input.plan.people.at(0).birth;
    };
    for (const char* text :
         {"1985年7月3日", "1985年07月03日", "1985 年 7 月 3 日", "1985/7/3 0:00", "1985-07-03 00:00:00", "1985/7/3"})
        CHECK(born(text) == to_day({1985, 7, 3}));
    for (const char* text : {"1985年7月", "1985年07月", "1985-7", "1985.07", "198507"})
        CHECK(born(text) == to_day({1985, 7, 15}));
    for (const char* text : {"1985年7月3", "85年7月3日", "7月3日", "1985年13月", "1985/7/3 8:00", "31231", "1985年"})
        CHECK_THAT(refused_roster(county, short_headings + line_of(1, "T03", "clerk", text)),
                   Catch::Contains("is not a date"));
}

TEST_CASE("the day of the level is read, and lies between entry and the day of the present post", "[scenario]") {
    const CountyFiles county;
    const auto of_level = [](const std::string& level) {
        return "id,unit,post,sex,birth,entry,education,post_since,level_since\n"
               "P1,T03,clerk,女,1980-05-01,2005-07-15,本科,2021-06-01," +
               level + "\n";
    };
    CHECK(county.with_roster(of_level("2015-06-01")).input.plan.people[0].level_since == to_day({2015, 6, 1}));
    CHECK_FALSE(county.with_roster(of_level("")).input.plan.people[0].level_since.has_value());
    CHECK_THAT(refused_roster(county, of_level("2022-06-01")), Catch::Contains("after the day of the present post"));
    CHECK_THAT(refused_roster(county, of_level("2004-06-01")), Catch::Contains("before entry"));
}
