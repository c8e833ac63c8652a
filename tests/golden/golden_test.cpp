// Golden runs: one number says whether everything that happened, happened again.
#include <catch2/catch.hpp>
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

std::string fingerprint(const std::string& file, std::uint32_t replication) {
    const scenario::Scenario scenario = scenario::load_scenario(
        scenario::parse_spec(std::string(SCENARIOS_FOLDER) + "/" + file), {{"years=10"}, {}, {}});
    Silent sink;
    const RandomKey key{1, replication};
    const engine::RunSummary run =
        engine::simulate(scenario.input, key, engine::warm_up(scenario.input, key.seed), sink);
    std::ostringstream text;
    text << std::hex << run.fingerprint;
    return text.str();
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
