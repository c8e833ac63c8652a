#include "sim/store/plan.hpp"

#include <algorithm>
#include <tuple>

#include "sim/foundation/diagnostics.hpp"

namespace staffsim::store {

namespace {

auto fields(const measures::Outcome& outcome) {
    return std::tie(outcome.id, outcome.label, outcome.unit, outcome.estimand, outcome.aim, outcome.direction,
                    outcome.window, outcome.matters, outcome.decimals, outcome.primary, outcome.latent);
}
auto fields(const measures::Group& group) { return std::tie(group.id, group.label, group.kind); }

template <class Entry>
bool same_entries(const std::vector<Entry>& a, const std::vector<Entry>& b) {
    return std::ranges::equal(a, b, [](const Entry& x, const Entry& y) { return fields(x) == fields(y); });
}

template <class Entry>
bool same_ids(const std::vector<Entry>& a, const std::vector<Entry>& b) {
    return std::ranges::equal(a, b, {}, &Entry::id, &Entry::id);
}

bool same_thresholds(const std::vector<measures::Outcome>& a, const std::vector<measures::Outcome>& b) {
    return std::ranges::equal(a, b, {}, &measures::Outcome::matters, &measures::Outcome::matters);
}

bool knows_outcome(const Plan& plan, const std::string& id) {
    return std::ranges::find(plan.outcomes, id, &measures::Outcome::id) != plan.outcomes.end();
}

void require(bool condition, const char* message) {
    if (!condition) throw InvariantError(std::string("plan of the store: ") + message);
}

void check_files(const PlannedScenario& scenario) {
    for (const SourceFile& file : scenario.files) {
        require(!file.is_roster || file.text.empty(), "the text of a roster must not be stored");
    }
}

using Reasons = std::vector<Text>;

template <class Number>
void compare_number(Reasons& reasons, const Text& what, Number stored, Number wanted) {
    if (stored != wanted)
        reasons.push_back(worded("{} is {} there and {} here", "{}彼处为 {}，此处为 {}", what, stored, wanted));
}

constexpr std::size_t most_told = 3;

// Levers by key, in the order of the list; what only one of them has is told as nothing on the other side.
void compare_settings(Reasons& reasons, const PlannedScenario& stored, const PlannedScenario& wanted) {
    const Text nothing{"nothing", "未写"};
    const auto value_in = [&nothing](const PlannedScenario& scenario, const SettingRow& row) {
        const auto found = std::ranges::find_if(scenario.settings, [&](const SettingRow& other) {
            return other.key == row.key && other.starts == row.starts;
        });
        return found == scenario.settings.end() ? nothing : same_in_both(found->value);
    };
    const auto compare = [&](const SettingRow& row) {
        const Text there = value_in(stored, row), here = value_in(wanted, row);
        const Text from = row.starts.empty() ? Text{} : worded(" from {}", "（自 {} 起）", row.starts);
        if (there == here) return;
        reasons.push_back(
            worded("{}{} is {} there and {} here", "{}{} 彼处为 {}，此处为 {}", row.key, from, there, here));
    };
    for (const SettingRow& row : wanted.settings) compare(row);
    for (const SettingRow& row : stored.settings) {
        if (value_in(wanted, row) == nothing) compare(row);
    }
}

bool is_table(const SourceFile& file) { return file.is_roster || !file.name.ends_with(".toml"); }

// Rosters and establishments by their content; of scenario files the settings tell more.
void compare_tables(Reasons& reasons, const PlannedScenario& stored, const PlannedScenario& wanted) {
    for (const SourceFile& file : wanted.files) {
        const auto same = [&](const SourceFile& other) { return other.sha256 == file.sha256; };
        if (is_table(file) && std::ranges::none_of(stored.files, same))
            reasons.push_back(worded("{} has another content", "{} 内容不同", file.name));
    }
}

Text in_brackets(const Text& text) { return text.en.empty() ? Text{} : worded(" ({})", "（{}）", text); }

void compare_scenarios(Reasons& reasons, const Plan& stored, const Plan& wanted) {
    compare_number(reasons, {"the number of scenarios", "方案数"}, stored.scenarios.size(), wanted.scenarios.size());
    const std::size_t common = std::min(stored.scenarios.size(), wanted.scenarios.size());
    for (std::size_t i = 0; i < common; ++i) {
        if (stored.scenarios[i].unit_key == wanted.scenarios[i].unit_key) continue;
        reasons.push_back(worded("scenario {} (\"{}\") has other settings or rosters than \"{}\" there{}",
                                 "第 {} 个方案（“{}”）的设置或花名册与彼处的“{}”不同{}", i + 1, wanted.scenarios[i].id,
                                 stored.scenarios[i].id,
                                 in_brackets(what_differs(stored.scenarios[i], wanted.scenarios[i]))));
    }
}

void compare_family(Reasons& reasons, const Plan& stored, const Plan& wanted) {
    compare_number(reasons, {"the confidence", "置信水平"}, stored.confidence, wanted.confidence);
    if (stored.verdict_years != wanted.verdict_years) reasons.push_back({"the verdict years differ", "判断年份不同"});
    if (stored.primary_outcomes != wanted.primary_outcomes)
        reasons.push_back({"the primary outcomes differ", "主要指标不同"});
    const bool comparable = same_ids(stored.outcomes, wanted.outcomes);
    if (comparable && !same_thresholds(stored.outcomes, wanted.outcomes)) {
        reasons.push_back({"the smallest changes that matter differ", "在意幅度不同"});
    }
}

}  // namespace

bool operator==(const Plan& a, const Plan& b) {
    const auto simple = [](const Plan& plan) {
        return std::tie(plan.model_version, plan.seed, plan.replications, plan.lives, plan.start_year, plan.years,
                        plan.verdict_years, plan.primary_outcomes, plan.confidence, plan.scenarios, plan.county,
                        plan.synthetic, plan.points, plan.design_files, plan.context_json);
    };
    return simple(a) == simple(b) && same_entries(a.groups, b.groups) && same_entries(a.outcomes, b.outcomes);
}

void check(const Plan& plan) {
    require(!plan.scenarios.empty() && !plan.outcomes.empty() && !plan.groups.empty(), "nothing to store");
    require(plan.years > 0, "no year");
    for (const std::string& id : plan.primary_outcomes) require(knows_outcome(plan, id), "unknown primary outcome");
    for (const PlannedScenario& scenario : plan.scenarios) check_files(scenario);
    for (const PlannedPoint& point : plan.points) require(point.scenario < plan.scenarios.size(), "a point of nothing");
}

Text what_differs(const PlannedScenario& stored, const PlannedScenario& wanted) {
    Reasons reasons;
    compare_tables(reasons, stored, wanted);
    compare_settings(reasons, stored, wanted);
    const std::size_t all = reasons.size();
    reasons.resize(std::min(all, most_told));
    if (all > most_told) reasons.push_back(worded("{} more", "另有 {} 项", all - most_told));
    return joined(reasons, {", ", "，"});
}

std::size_t aggregate_groups(const Plan& plan) {
    const auto first_unit = std::ranges::find(plan.groups, measures::Group::Kind::unit, &measures::Group::kind);
    return static_cast<std::size_t>(first_unit - plan.groups.begin());
}

std::vector<Text> mismatches(const Plan& stored, const Plan& wanted) {
    Reasons reasons;
    compare_number(reasons, {"the seed", "种子"}, stored.seed, wanted.seed);
    compare_number(reasons, {"the first year", "起始年份"}, stored.start_year, wanted.start_year);
    compare_number(reasons, {"the number of years", "年数"}, stored.years, wanted.years);
    if (reasons.empty())
        compare_scenarios(reasons, stored, wanted);
    else  // these are part of what names a scenario: whether anything else differs in it cannot be told
        compare_number(reasons, {"the number of scenarios", "方案数"}, stored.scenarios.size(),
                       wanted.scenarios.size());
    if (!same_ids(stored.outcomes, wanted.outcomes)) reasons.push_back({"the outcomes differ", "指标不同"});
    if (!same_ids(stored.groups, wanted.groups)) reasons.push_back({"the groups of units differ", "单位分组不同"});
    compare_family(reasons, stored, wanted);
    return reasons;
}

}  // namespace staffsim::store
