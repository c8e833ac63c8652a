// Rules that never fired: counted by one table, told in words.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "analysis/batch.hpp"
#include "analysis/rules.hpp"
#include "sim/measures/rules.hpp"
#include "tests/analysis/tiny_county.hpp"

using namespace staffsim;
using namespace staffsim::analysis;
using tests::tiny;

namespace {

constexpr std::uint32_t matched_futures = 3;

// Uses of one rule over a few futures of the tiny county; nothing when the rule is off.
std::vector<RuleUse> uses_with(const std::vector<std::string>& sets) {
    const Batch batch({tiny("baseline.toml", sets)}, 1);
    std::vector<RuleUse> all;
    for (std::uint32_t r = 0; r < matched_futures; ++r) {
        for (const RuleUse& use : rule_uses(batch.run(r)[0].rules, 0)) all.push_back(use);
    }
    return all;
}

struct Seen {
    int on = 0, fired = 0;
};
Seen seen(const std::vector<RuleUse>& uses, const std::string& rule) {
    Seen seen;
    for (const RuleUse& use : uses) {
        if (use.rule != rule) continue;
        ++seen.on;
        seen.fired += use.never_triggered() ? 0 : 1;
    }
    return seen;
}

}  // namespace

TEST_CASE("rules have names of their own, in both languages") {
    std::set<std::string> ids, english;
    for (const measures::Rule& rule : measures::rules()) {
        CHECK(ids.insert(rule.id).second);
        CHECK(english.insert(rule.label.en).second);
        CHECK_FALSE(rule.label.zh.empty());
    }
}

TEST_CASE("a rule that is off is not told; one that is on and cannot be reached never fires; one that is needed does") {
    CHECK(seen(uses_with({"pay.extra_budget=10000"}), "budget_bound").on == 0);  // no limit
    const Seen ample = seen(uses_with({"pay.extra_budget=9999"}), "budget_bound");
    CHECK(ample.on == static_cast<int>(matched_futures));
    CHECK(ample.fired == 0);
    const Seen tight = seen(uses_with({"pay.extra_budget=1", "pay.township_allowance=500"}), "budget_bound");
    CHECK(tight.fired == static_cast<int>(matched_futures));
}

TEST_CASE("long-service pay that reaches nobody is a rule never triggered") {
    const std::vector<std::string> late{"pay.long_service.enabled=true", "pay.long_service.years_in_tier=40",
                                        "pay.long_service.years_of_service=45"};
    const Seen never = seen(uses_with(late), "long_service_paid");
    CHECK(never.on == static_cast<int>(matched_futures));
    CHECK(never.fired == 0);
    const std::vector<std::string> soon{"pay.long_service.enabled=true", "pay.long_service.years_in_tier=1",
                                        "pay.long_service.years_of_service=1"};
    CHECK(seen(uses_with(soon), "long_service_paid").fired == static_cast<int>(matched_futures));
}

TEST_CASE("what never fired is told in a sentence of each language, scenario by scenario") {
    const std::vector<RuleUse> uses{{0, "merit", {"merit", "功"}, 20, 20, 3, {}},
                                    {0, "trial_failed", {"failed trial", "退回"}, 20, 0, 0, {}},
                                    {0, "transfer", {"transfer", "转任"}, 20, 0, 0, {}},
                                    {1, "merit", {"merit", "功"}, 20, 20, 3, {}}};
    CHECK(never_triggered_sentence(uses, 0).en == "Never triggered in 20 futures: failed trial, transfer");
    CHECK(never_triggered_sentence(uses, 0).zh == "20 次推演中从未触发：退回、转任");
    CHECK(never_triggered_sentence(uses, 1).en.empty());
    const auto told = never_triggered(uses, {{"Today", "现行"}, {"Pay", "加薪"}});
    REQUIRE(told.size() == 1);
    CHECK(told[0].whose.en == "Today");
    CHECK(told[0].rules.zh == "退回、转任");
}

TEST_CASE("policies of which the same rules never fired share a line") {
    const auto never = [](std::size_t scenario, const char* rule) {
        return RuleUse{scenario, rule, {rule, rule}, 20, 0, 0, {}};
    };
    const std::vector<Text> names{{"Today", "现行"}, {"Pay", "加薪"}, {"Exchange", "交流"}};
    const auto two = never_triggered({never(0, "merit"), never(1, "trial"), never(2, "merit")}, names);
    REQUIRE(two.size() == 2);
    CHECK(two[0].whose == Text{"Today, Exchange", "现行、交流"});
    CHECK(two[1].whose == Text{"Pay", "加薪"});
    const auto all = never_triggered({never(0, "merit"), never(1, "merit"), never(2, "merit")}, names);
    REQUIRE(all.size() == 1);
    CHECK(all[0].whose == Text{"all policies", "所有方案"});
    const auto some = never_triggered({never(0, "merit"), never(2, "merit")}, names);
    REQUIRE(some.size() == 1);
    CHECK(some[0].whose.en == "Today, Exchange");
}
