#include "analysis/overrides.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "analysis/setting_words.hpp"
#include "analysis/settings.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/measures/outcome.hpp"
#include "sim/scenario/origin.hpp"

namespace staffsim::analysis {

namespace {

using scenario::Scenario;

Setting changed(const std::string& key, const std::string& before, const std::string& after) {
    Setting setting;
    setting.key = key;
    setting.label = {key, key};  // as posts, units and years have it
    setting.old_value = before;
    setting.new_value = after;
    return setting;
}

double matters_of(const Scenario& scenario, const std::string& outcome) {
    const auto own = scenario.matters.find(outcome);
    return own == scenario.matters.end() ? measures::outcomes()[measures::outcome_index(outcome)].matters : own->second;
}

// What is asked of the results and is no part of the county: it changes verdicts all the same.
void add_questions(const Scenario& plain, const Scenario& lived, std::vector<Setting>& changes) {
    if (plain.verdict_years != lived.verdict_years)
        changes.push_back(changed("verdict_years", fmt::format("{}", fmt::join(plain.verdict_years, ", ")),
                                  fmt::format("{}", fmt::join(lived.verdict_years, ", "))));
    std::set<std::string> outcomes;
    for (const auto& [outcome, value] : plain.matters) outcomes.insert(outcome);
    for (const auto& [outcome, value] : lived.matters) outcomes.insert(outcome);
    for (const std::string& outcome : outcomes) {
        const double before = matters_of(plain, outcome), after = matters_of(lived, outcome);
        if (before != after)
            changes.push_back(changed("matters." + outcome, fmt::format("{}", before), fmt::format("{}", after)));
    }
}

// With the file and line that says so.
Text change_and_place(const Setting& setting) {
    const Text words = change_words(setting);
    const std::string place = setting.origin.empty() ? "" : " (" + setting.origin + ")";
    return {words.en + place, words.zh + place};
}

}  // namespace

Overrides overrides_of(const scenario::Spec& baseline, const Scenario& lived, const std::vector<std::string>& contexts,
                       const std::vector<std::string>& sets, const scenario::LoadOptions& plain) {
    Overrides overrides;
    overrides.sets = sets;
    for (const std::string& context : contexts)
        overrides.contexts.push_back(scenario::without_folders({context, 0, 0}).file);
    if (overrides.is_empty()) return overrides;
    try {
        const Scenario files = scenario::load_scenario(baseline, plain);
        overrides.changes = settings_between(files, lived);
        add_questions(files, lived, overrides.changes);
    } catch (const InputError&) {  // the context gives what the files lack
        overrides.is_listed = false;
    }
    return overrides;
}

Text names_of(const Overrides& overrides) {
    Text names;
    const auto add = [&](const char* en, const char* zh, const std::string& name) {
        names.en += (names.en.empty() ? "" : ", ") + std::string(en) + name;
        names.zh += (names.zh.empty() ? "" : "、") + std::string(zh) + name;
    };
    for (const std::string& context : overrides.contexts) add("context ", "情境文件 ", context);
    for (const std::string& set : overrides.sets) add("--set ", "设定 --set ", set);
    return names;
}

Text overrides_sentence(const Overrides& overrides) {
    if (overrides.is_empty()) return {};
    const Text names = names_of(overrides);
    Text sentence{"On top of the files of every scenario: " + names.en, "所有方案在各自文件之上另加：" + names.zh};
    if (!overrides.is_listed) {
        sentence.en += ". What that changes is not listed: without it the files are no whole scenario";
        sentence.zh += "。没有这些设定，文件不成完整方案，故无法列出改了什么";
    } else if (overrides.changes.empty()) {
        sentence.en += ". That changes nothing in the baseline";
        sentence.zh += "。对基准没有任何改变";
    }
    return sentence;
}

std::vector<Comparison::RunFact> facts_of(const Overrides& overrides) {
    if (overrides.is_empty()) return {};
    std::vector<Comparison::RunFact> facts{
        {{"On top of the files of every scenario", "所有方案在各自文件之上另加"}, names_of(overrides)}};
    for (const Setting& setting : overrides.changes)
        facts.push_back(
            {{"Changed by that: " + setting.label.en, "由此改变：" + setting.label.zh}, change_and_place(setting)});
    return facts;
}

}  // namespace staffsim::analysis
