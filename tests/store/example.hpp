// A small experiment with invented results, for tests of the store and the runner: two scenarios, three outcomes, two
// groups, four years. Results are a function of replication and scenario alone.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "sim/foundation/random.hpp"
#include "sim/store/store.hpp"
#include "tests/support/folder.hpp"

namespace staffsim::store::example {

inline measures::Outcome outcome(std::string id, measures::Direction direction, double matters) {
    return {.id = id,
            .label = {id, "指标"},
            .unit = {"places", "个"},
            .estimand = {"what is counted", "口径"},
            .aim = measures::Aim::service,
            .direction = direction,
            .window = measures::Window::yearly_average,
            .matters = matters,
            .decimals = 2,
            .primary = true,
            .latent = false};
}

inline PlannedScenario scenario(std::string id, std::string key) {
    return {id,
            {id, "方案"},
            key,
            {{"base.toml", "aa", "[pay]\nlevel = 1 # it's '引号'\n", false, 0}, {"roster.csv", "bb", "", true, 714}},
            {{"pay.level", "1", "yuan", "base.toml:2", ""}, {"pay.level", "2", "yuan", id + ".toml:1", "2027-01-01"}}};
}

inline Plan plan() {
    Plan plan;
    plan.model_version = "1.0";
    plan.seed = 4294967295u;
    plan.start_year = 2026;
    plan.years = 4;
    plan.verdict_years = {3, 4};
    plan.primary_outcomes = {"empty_places", "wait"};
    plan.scenarios = {scenario("base", "k0"), scenario("salary", "k1")};
    plan.groups = {{"townships", {"townships", "乡镇"}, measures::Group::Kind::aggregate},
                   {"T01", {"Eastbrook", "东溪"}, measures::Group::Kind::unit}};
    plan.outcomes = {outcome("empty_places", measures::Direction::lower_better, 0.2),
                     outcome("wait", measures::Direction::lower_better, 0.5),
                     outcome("cost", measures::Direction::neutral, 10)};
    plan.county = "example";
    plan.synthetic = true;
    plan.points = {{"base", "aaaa", "", 0, {}}, {"salary: level=2", "bbbb", "sweep", 1, {{"pay.level", "2"}}}};
    plan.design_files = {{"study.toml", "cc", "base = \"base.toml\"\n", false, 0}};
    plan.context_json = R"({"notes":["<b>&"]})";
    return plan;
}

inline UnitResult unit(std::uint32_t replication, std::uint32_t scenario) {
    const Draws draws({replication, scenario});
    UnitResult result{draws.block({entity_key("fingerprint"), 0, 0, 0})[0] * 0x9E3779B97F4A7C15u, 1000u + replication,
                      measures::YearlyValues(3, 2, 4)};
    for (std::size_t outcome = 0; outcome < 3; ++outcome) {
        for (std::uint16_t cell = 0; cell < 8; ++cell) {
            const double drawn = draws.normal({entity_key("value"), static_cast<std::uint16_t>(outcome), 0, cell});
            result.values.of_outcome(outcome)[cell] = {drawn, outcome == 1 ? cell * 0.5 : 1.0};
        }
    }
    return result;
}

inline std::vector<UnitResult> units(std::uint32_t replication) { return {unit(replication, 0), unit(replication, 1)}; }

inline void commit_until(Store& store, std::uint32_t replications) {
    for (std::uint32_t at = store.completed_replications(); at < replications; ++at) store.commit(at, units(at));
}

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

using tests::Folder;

// The finished store of a run that nothing disturbed.
inline std::string undisturbed_bytes(const Folder& folder, std::uint32_t replications) {
    const auto path = folder.file("undisturbed.staffsim");
    Store store = Store::open_or_create(path, plan(), {.fresh = true});
    commit_until(store, replications);
    store.look_for(replications);
    store.finish();
    return bytes_of(path);
}

}  // namespace staffsim::store::example
