#include "analysis/settings.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "analysis/context.hpp"
#include "analysis/names.hpp"
#include "analysis/notes.hpp"
#include "analysis/overrides.hpp"
#include "analysis/setting_words.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "tests/analysis/tiny_county.hpp"

using namespace staffsim;
using namespace staffsim::analysis;
using tests::tiny;

TEST_CASE("a changed lever is told with old and new value, unit, authority and origin") {
    const auto settings = settings_between(tiny("baseline.toml"), tiny("salary.toml"));
    REQUIRE(settings.size() == 1);
    CHECK(settings[0].key == "pay.township_allowance");
    CHECK(settings[0].old_value == "400");
    CHECK(settings[0].new_value == "1200");
    CHECK(settings[0].authority == "county");
    CHECK(settings[0].starts.empty());
    CHECK(settings[0].origin.ends_with("salary.toml:4"));
}

TEST_CASE("a lever that changes once later has its day") {
    const auto settings = settings_between(tiny("baseline.toml"), tiny("exchange.toml"));
    REQUIRE(settings.size() == 1);
    CHECK(settings[0].starts == "2027-01-01");
    CHECK(settings[0].old_value == "4");
    CHECK(settings[0].new_value == "10");
}

namespace {

Setting only_setting(const std::vector<std::string>& base, const std::vector<std::string>& own,
                     const std::string& key) {
    const auto settings = settings_between(tiny("baseline.toml", base), tiny("baseline.toml", own));
    const auto it = std::ranges::find(settings, key, &Setting::key);
    REQUIRE(it != settings.end());
    return *it;
}

}  // namespace

TEST_CASE("an old value that the old rules do not use is not told as if it mattered") {
    const std::string regime = "promotion.middle.regime=", share = "promotion.middle.competition_share";
    const Setting begun = only_setting({regime + "appointment"}, {regime + "competition", share + "=0.5"}, share);
    CHECK(begun.old_is_unused);
    CHECK(change_words(begun).en == "not used → 0.5 of posts");
    CHECK(change_words(begun).zh.starts_with("未采用 → 0.5"));
    const Setting fewer = only_setting({regime + "competition"}, {regime + "competition", share + "=0.5"}, share);
    CHECK(change_words(fewer).en == "1 → 0.5 of posts");
    CHECK_FALSE(only_setting({}, {"pay.long_service.enabled=true"}, "pay.long_service.enabled").old_is_unused);
}

TEST_CASE("a share of places approved for all says that county organs have it, too; one for named units does not") {
    const std::string key = "recruitment.approved_share";
    CHECK(only_setting({}, {key + "=0.5"}, key).label.en.ends_with(", townships and county organs"));
    CHECK(only_setting({}, {key + "=0.5"}, key).label.zh.ends_with("（乡镇和县直机关）"));
}

TEST_CASE("a county does not differ from itself") {
    CHECK(settings_between(tiny("baseline.toml"), tiny("baseline.toml")).empty());
}

namespace {

const std::string baseline_file = std::string(TINY_COUNTY) + "baseline.toml";

Overrides put_on_top(const std::vector<std::string>& contexts, const std::vector<std::string>& sets,
                     const std::vector<std::string>& own = {}) {
    scenario::LoadOptions all{sets, contexts, {}, {}};
    all.sets.insert(all.sets.end(), own.begin(), own.end());
    const scenario::Spec spec = scenario::parse_spec(baseline_file);
    return overrides_of(spec, scenario::load_scenario(spec, all), contexts, sets, {own, {}, {}, {}});
}

}  // namespace

TEST_CASE("scenarios of one name are told apart, with a warning") {
    std::vector<scenario::Scenario> scenarios{tiny("baseline.toml"), tiny("salary.toml"), tiny("exchange.toml"),
                                              tiny("baseline.toml")};
    const Text first = scenarios[0].name, second = scenarios[1].name;
    scenarios[2].name = {second.en, "别的名称"};
    make_names_distinct(scenarios);
    CHECK(scenarios[0].name == first);
    CHECK(scenarios[1].name == second);
    CHECK(scenarios[2].name == Text{second.en + " (exchange)", "别的名称（exchange）"});
    CHECK(scenarios[3].name == Text{first.en + " (2)", first.zh + "（2）"});
    CHECK(std::ranges::none_of(scenarios[0].warnings, [](const Problem& one) { return one.key == "name"; }));
    REQUIRE_FALSE(scenarios[2].warnings.empty());
    const auto warnings = warnings_of({scenarios[2]});
    CHECK(warnings.front().en ==
          "exchange: name: is the name of another scenario, too; \"exchange\" stands behind it to tell them apart");
    CHECK(warnings.front().zh == "exchange: name: 与另一方案同名；其后加“（exchange）”以示区别");
}

TEST_CASE("a policy whose lever was sized bears the size in its name") {
    levers::Row allowance;
    allowance.unit = "yuan/month";
    CHECK(sized_name({"Double", "加倍"}, allowance, 483.905) ==
          Text{"Double (sized: 483.9 yuan/month)", "加倍（定为483.9元/月）"});
    CHECK(sized_name({"Double", "加倍"}, allowance, 12345.6).en == "Double (sized: 12346 yuan/month)");
    allowance.unit = "";
    CHECK(sized_name({"Share", "比例"}, allowance, 0.25).en == "Share (sized: 0.25)");
}

TEST_CASE("what --context and --set changed is told from the files' value to the one that was lived") {
    const std::string context = std::string(TINY_COUNTY) + "salary.toml";
    const Overrides overrides = put_on_top({context}, {"leaving.death=0.01", "exchange.pairs_per_year=4"});
    CHECK(overrides.contexts == std::vector<std::string>{"salary.toml"});
    REQUIRE(overrides.changes.size() == 2);  // exchange.pairs_per_year is 4 anyway
    CHECK(overrides.changes[0].key == "pay.township_allowance");
    CHECK(overrides.changes[0].old_value == "400");
    CHECK(overrides.changes[0].new_value == "1200");
    CHECK(overrides.changes[0].origin == "salary.toml:4");
    CHECK(overrides.changes[1].key == "leaving.death");
    CHECK(overrides.changes[1].origin == "--set");
    CHECK(names_of(overrides).en == "context salary.toml, --set leaving.death=0.01, --set exchange.pairs_per_year=4");
    const auto facts = facts_of(overrides);
    REQUIRE(facts.size() == 3);
    CHECK(facts[1].value.en == "400 → 1200 yuan/month (salary.toml:4)");
    CHECK(facts[1].value.zh == "400 → 1200 元/月 (salary.toml:4)");
}

TEST_CASE("what is asked of the results counts as changed, too") {
    const Overrides overrides = put_on_top({}, {"verdict_years=[6]", "matters.total_cost=7"});
    REQUIRE(overrides.changes.size() == 2);
    CHECK(overrides.changes[0].old_value == "3, 6");
    CHECK(overrides.changes[0].new_value == "6");
    CHECK(overrides.changes[1].key == "matters.total_cost");
    CHECK(overrides.changes[1].old_value == "5");
}

TEST_CASE("what the command itself sets is no change of the user's") {
    CHECK(put_on_top({}, {}, {"years=3"}).is_empty());
    CHECK(overrides_sentence(put_on_top({}, {}, {"years=3"})).en.empty());
    CHECK(put_on_top({}, {"leaving.death=0.01"}, {"years=3"}).changes.size() == 1);
}

TEST_CASE("files that are whole with a context alone have no values to start from, which is said") {
    const scenario::Spec spec = scenario::parse_spec(std::string(TINY_COUNTY) + "nowhere.toml");
    const Overrides overrides = overrides_of(spec, tiny("baseline.toml"), {"a/county.toml"}, {}, {});
    CHECK_FALSE(overrides.is_listed);
    CHECK(overrides_sentence(overrides).en.find("What that changes is not listed") != std::string::npos);
}

TEST_CASE("what was put on top survives the store, and a store from before has nothing of it") {
    Context context;
    CHECK(to_json(context).find("overrides") == std::string::npos);
    CHECK(context_of(to_json(context)).overrides.is_empty());
    context.overrides = put_on_top({std::string(TINY_COUNTY) + "salary.toml"}, {"leaving.death=0.01"});
    const Context back = context_of(to_json(context));
    CHECK(to_json(back) == to_json(context));
    CHECK(names_of(back.overrides) == names_of(context.overrides));
    CHECK(back.overrides.changes.size() == 2);
}

TEST_CASE("the context of a report survives the store") {
    Context context;
    context.notes = {{"a \"note\"", "备注"}};
    context.township_count = 3;
    context.units = {{"T01", true, 14}, {"C01", false, 9}};
    context.settings = {{}, settings_between(tiny("baseline.toml"), tiny("exchange.toml"))};
    context.equal_cost = {{.scenario = 1,
                           .lever = "pay.township_allowance",
                           .label = {"Township work allowance", "乡镇工作补贴"},
                           .value = 202.464,
                           .unit = "yuan/month",
                           .holds = {"from 2028-01-01", "自 2028-01-01 起"},
                           .pilot_replications = 20,
                           .pilot_seed = 7,
                           .pilot_runs = 4,
                           .pilot_residual = 0.017}};
    const Context back = context_of(to_json(context));
    CHECK(back.notes == context.notes);
    CHECK(back.units == context.units);
    REQUIRE(back.equal_cost.size() == 1);
    CHECK(back.equal_cost[0].holds == context.equal_cost[0].holds);
    CHECK(back.equal_cost[0].lever == "pay.township_allowance");
    CHECK(back.equal_cost[0].value == 202.464);
    CHECK(to_json(back) == to_json(context));
    CHECK_THROWS_AS(context_of("{}"), InvariantError);
}

TEST_CASE("a phase-in and a policy for new entrants are told in words, with the day on which they begin") {
    const auto variant = [](const std::string& assignments) {
        return settings_between(tiny("baseline.toml"), tiny("Variant: " + assignments));
    };
    const auto phased = variant("pay.township_allowance=800, pay.starts=2028-01-01, pay.phase_in_years=2");
    REQUIRE(phased.size() == 1);
    CHECK(phased[0].starts == "2028-01-01");
    CHECK(phased[0].new_value == "400; from 2028-01-01: 600; from 2029-01-01: 800");
    CHECK(phased[0].authority == "county");
    const auto entrants = variant(
        "recruitment.minimum_service_years=8, recruitment.starts=2028-01-01, "
        "recruitment.applies_to=new_entrants");
    REQUIRE(entrants.size() == 1);
    CHECK(entrants[0].starts == "2028-01-01");
    CHECK(entrants[0].new_value == "5; from 2028-01-01 for entrants since 2028-01-01: 8");
    CHECK(entrants[0].authority == "centre");
}
