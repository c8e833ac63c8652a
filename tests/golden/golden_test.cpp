// Golden runs: one number says whether everything that happened, happened again.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "sim/engine/simulate.hpp"
#include "sim/scenario/scenario.hpp"

using namespace staffsim;

namespace {

struct Silent : engine::Sink {
    void on_year(std::size_t, const County&) override {}
};

// Looks at nothing; notes whether anybody's traits were drawn all the same.
struct Blind : engine::Sink {
    void on_year(std::size_t, const County& county) override {
        for (const Unit& unit : county.units()) {
            for (const PersonId person : unit.members) some_drawn |= !std::isnan(county.traits(person).ability);
        }
        stocks_taken |= county.tally().has_stocks;
    }
    bool wants_stocks() const override { return false; }
    bool looks_at_people() const override { return false; }
    bool some_drawn = false, stocks_taken = false;
};

std::string fingerprint(const std::string& file, std::uint32_t replication, engine::Sink& sink) {
    const scenario::Scenario scenario = scenario::load_scenario(
        scenario::parse_spec(std::string(SCENARIOS_FOLDER) + "/" + file), {{"years=10"}, {}, {}});
    const RandomKey key{1, replication};
    const engine::RunSummary run =
        engine::simulate(scenario.input, key, engine::WarmUp(scenario.input, key.seed), sink);
    std::ostringstream text;
    text << std::hex << run.fingerprint;
    return text.str();
}

std::string fingerprint(const std::string& file, std::uint32_t replication) {
    Silent sink;
    return fingerprint(file, replication, sink);
}

const std::vector<std::string> files{
    "jingning/baseline.toml",      "jingning/salary.toml",       "jingning/exchange.toml",
    "jingning/front_line.toml",    "jingning/competition.toml",  "jingning/exchange_long_service.toml",
    "jingning/baseline-2009.toml", "jingning/2009/outline.toml", "jingning/2009/later_rules.toml"};

}  // namespace

TEST_CASE("golden runs have the fingerprints on record") {
    std::map<std::string, std::string> got;
    for (const std::string& file : files) {
        for (const std::uint32_t replication : {0u, 57u})
            got[file + ":" + std::to_string(replication)] = fingerprint(file, replication);
    }
    if (std::getenv("STAFFSIM_UPDATE_GOLDEN") != nullptr) {
        std::ofstream out(GOLDEN_FILE);
        for (const auto& [run, print] : got) out << run << ' ' << print << '\n';
    }
    std::ifstream in(GOLDEN_FILE);
    std::map<std::string, std::string> expected;
    std::string run, print;
    while (in >> run >> print) expected[run] = print;
    CHECK(got == expected);
}

TEST_CASE("the same happens when nobody looks at people, though traits that no rule reads are not drawn") {
    const std::map<std::string, bool> drawn_all_the_same{{"bench/ladder.toml", false},
                                                         {"theory/a_push.toml", true},  // ladders by appointment
                                                         {"theory/b_seniority.toml", true},
                                                         {"jingning/baseline.toml", true}};
    for (const auto& [file, expected] : drawn_all_the_same) {
        INFO(file);
        Blind blind;
        CHECK(fingerprint(file, 3, blind) == fingerprint(file, 3));
        CHECK_FALSE(blind.stocks_taken);
        CHECK(blind.some_drawn == expected);
    }
}
