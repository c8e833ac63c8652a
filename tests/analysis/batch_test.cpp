#include "analysis/batch.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "analysis/comparable.hpp"
#include "analysis/context.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "tests/analysis/tiny_county.hpp"
#include "tests/support/folder.hpp"

using namespace staffsim;
using namespace staffsim::analysis;
using tests::tiny;

TEST_CASE("scenarios with the same county and history share a warm-up") {
    const std::string base = experiment::warm_up_key(tiny("baseline.toml"));
    CHECK(experiment::warm_up_key(tiny("salary.toml")) == base);
    CHECK(experiment::warm_up_key(tiny("exchange.toml")) == base);
    CHECK(experiment::warm_up_key(tiny("baseline.toml", {"years=5"})) == base);
}

TEST_CASE("another length of the warm-up, another assumption or another unit needs its own") {
    const std::string base = experiment::warm_up_key(tiny("baseline.toml"));
    CHECK(experiment::warm_up_key(tiny("baseline.toml", {"warm_up_years=10"})) != base);
    CHECK(experiment::warm_up_key(tiny("baseline.toml", {"units.T01.places=20"})) != base);
}

TEST_CASE("a shared warm-up gives what an own one gives") {
    const Batch both({tiny("baseline.toml"), tiny("salary.toml")}, 1);
    const Batch alone({tiny("salary.toml")}, 1);
    const auto shared = both.run(3), own = alone.run(3);
    CHECK(shared[1].fingerprint == own[0].fingerprint);
    CHECK(shared[1].values == own[0].values);
}

TEST_CASE("copies live the same lives, other policies and other futures do not") {
    const Batch batch({tiny("baseline.toml"), tiny("baseline.toml"), tiny("salary.toml")}, 1);
    const auto units = batch.run(0);
    CHECK(units[0].fingerprint == units[1].fingerprint);
    CHECK(units[0].values == units[1].values);
    CHECK_FALSE(units[0].values ==
                units[2].values);  // six years of a few people: other pay, but perhaps the same events
    CHECK(units[0].fingerprint != batch.run(1)[0].fingerprint);
}

TEST_CASE("scenarios of equal id are told apart, every one has a key of its own content") {
    const Batch batch({tiny("baseline.toml"), tiny("baseline.toml"), tiny("salary.toml")}, 1);
    const auto& scenarios = batch.plan().scenarios;
    CHECK(scenarios[0].id == "baseline");
    CHECK(scenarios[1].id == "baseline_2");
    CHECK(scenarios[0].unit_key == scenarios[1].unit_key);
    CHECK(scenarios[0].unit_key != scenarios[2].unit_key);
    CHECK(Batch({tiny("baseline.toml")}, 2).plan().scenarios[0].unit_key != scenarios[0].unit_key);
}

TEST_CASE("a roster is planned as hash and count, never as text") {
    for (const auto& file : Batch({tiny("baseline.toml")}, 1).plan().scenarios[0].files) {
        CHECK((!file.is_roster || (file.text.empty() && file.row_count == 59)));
    }
}

TEST_CASE("scenarios of other horizons or units cannot be compared; every reason is told") {
    const auto shorter = tiny("baseline.toml", {"years=3"});
    CHECK_THROWS_AS(Batch({tiny("baseline.toml"), shorter}, 1), InputError);
    const auto other = tiny("baseline.toml", {"units.T09={kind=\"township\",places=5}", "years=3"});
    CHECK_THROWS_WITH(Batch({tiny("baseline.toml"), other}, 1), Catch::Contains("years") && Catch::Contains("units"));
}

namespace {

// The tiny county's files in a folder, and a copy of its baseline with another roster.
class TwoRosters {
  public:
    TwoRosters() {
        for (const char* name : {"baseline.toml", "salary.toml", "roster.csv", "establishment.csv"})
            std::filesystem::copy_file(std::string(TINY_COUNTY) + name, folder_.path() / name);
        folder_.write("own.toml", "extends = \"baseline.toml\"\nroster = \"own.csv\"\n");
        folder_.write("own.csv", without_last_line(text_of("roster.csv")));
    }
    void write(const std::string& name, const std::string& text) const { folder_.write(name, text); }
    scenario::Scenario load(const std::string& name) const {
        return scenario::load_scenario(
            scenario::parse_spec((folder_.path() / name).string(), (folder_.path() / "baseline.toml").string()));
    }
    scenario::Scenario inline_variant(const std::string& text) const {
        return scenario::load_scenario(scenario::parse_spec(text, (folder_.path() / "baseline.toml").string()));
    }
    std::string text_of(const std::string& name) const {
        std::ifstream file(folder_.path() / name);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    static std::string without_last_line(std::string text) {
        text.pop_back();
        text.erase(text.rfind('\n') + 1);
        return text;
    }

  private:
    tests::Folder folder_;
};

std::string refusal(const std::vector<scenario::Scenario>& scenarios) {
    try {
        check_comparable(scenarios);
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("a variant of another base's roster is refused, naming both files and the line that brings it in") {
    const TwoRosters files;
    const std::string said = refusal({files.load("own.toml"), files.load("salary.toml")});
    INFO(said);
    CHECK_THAT(said, Catch::Contains("salary.toml:1") && Catch::Contains("roster.csv (59 people, named in ") &&
                         Catch::Contains("own.csv (58 people") && Catch::Contains("own.toml:2)") &&
                         Catch::Contains("extend ") && Catch::Contains("as roster in "));
    CHECK(refusal({files.load("own.toml"), files.load("own.toml")}).empty());
    CHECK_THROWS_AS(Batch({files.load("own.toml"), files.load("salary.toml")}, 1), InputError);
}

TEST_CASE("a roster that a variant names itself is to be left out, and so is a full start against a roster") {
    const TwoRosters files;
    CHECK_THAT(refusal({files.load("baseline.toml"), files.load("own.toml")}),
               Catch::Contains("leave the roster out of ") && Catch::Contains("own.toml:2"));
    files.write("full.toml", "start = 2026-01-01\nestablishment = \"establishment.csv\"\nstart_full = true\n");
    CHECK_THAT(refusal({files.load("baseline.toml"), files.load("full.toml")}),
               Catch::Contains("no roster here") && Catch::Contains("and say only what is different"));
}

TEST_CASE("the same roster under another name is the same people") {
    const TwoRosters files;
    files.write("copy.csv", files.text_of("roster.csv"));
    files.write("copy.toml", "extends = \"baseline.toml\"\nroster = \"copy.csv\"\n");
    CHECK(refusal({files.load("baseline.toml"), files.load("copy.toml")}).empty());
}

TEST_CASE("another establishment table is warned of, places set by name are a policy") {
    const TwoRosters files;
    std::string table = files.text_of("establishment.csv");
    files.write("same.csv", table + "\n");
    const auto at = table.find("\nT01") + 1;
    table.insert(table.find("township,", at) + 9, "1");  // 14 places become 114
    files.write("wider.csv", table);
    files.write("wider.toml", "extends = \"baseline.toml\"\nestablishment = \"wider.csv\"\n");
    files.write("same.toml", "extends = \"baseline.toml\"\nestablishment = \"same.csv\"\n");
    const std::vector<scenario::Scenario> both{files.load("baseline.toml"), files.load("wider.toml")};
    const auto warnings = warnings_between(both);
    REQUIRE(warnings.size() == 1);
    CHECK_THAT(warnings[0].en, Catch::StartsWith("wider.toml:2:") &&
                                   Catch::Contains(" lives under wider.csv (163 places), the baseline under "
                                                   "establishment.csv (63 places): unless that is the policy"));
    CHECK_THAT(warnings[0].zh, Catch::Contains("编制表之差"));
    CHECK(context_of(Batch(both, 1).plan().context_json).warnings.front() == warnings[0]);
    CHECK(warnings_between({files.load("baseline.toml"), files.load("same.toml")}).empty());
    CHECK(warnings_between({files.load("baseline.toml"), files.inline_variant("X: units.T01.places=20")}).empty());
}
