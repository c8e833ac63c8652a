#include "analysis/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "sim/stats/paired.hpp"

namespace staffsim::analysis {

namespace {

using Times = std::map<std::string, std::vector<std::int64_t>>;  // by rule: [replication]

std::vector<measures::Ratio> ratios(const Times& times, const std::string& rule, std::size_t futures) {
    std::vector<measures::Ratio> all(futures, {0, 1});
    const auto found = times.find(rule);
    for (std::size_t i = 0; found != times.end() && i < futures; ++i) {
        all[i].numerator = static_cast<double>(found->second[i]);
    }
    return all;
}

RuleUse use_of(const measures::Rule& rule, std::size_t scenario, const std::vector<std::int64_t>& times) {
    const auto futures = static_cast<std::uint32_t>(times.size());
    const auto quiet = static_cast<std::uint32_t>(std::ranges::count(times, 0));
    const auto sum = static_cast<double>(std::accumulate(times.begin(), times.end(), std::int64_t{0}));
    return {scenario, rule.id, rule.label, futures, futures - quiet, futures == 0 ? 0.0 : sum / futures, {}};
}

}  // namespace

std::vector<RuleUse> rule_uses(const store::Store& store, std::uint32_t replications, double level) {
    const Times baseline = store.rule_times(0, replications);
    std::vector<RuleUse> uses;
    for (std::size_t s = 0; s < store.plan().scenarios.size(); ++s) {
        const Times times = store.rule_times(s, replications);
        for (const measures::Rule& rule : measures::rules()) {
            const auto found = times.find(rule.id);
            if (found == times.end()) continue;
            RuleUse use = use_of(rule, s, found->second);
            if (s > 0) {
                use.paired =
                    stats::paired_summary(ratios(baseline, rule.id, replications), ratios(times, rule.id, replications),
                                          measures::Direction::neutral, level, {store.plan().lives});
            }
            uses.push_back(std::move(use));
        }
    }
    return uses;
}

std::vector<RuleUse> rule_uses(const std::vector<measures::RuleCount>& counts, std::size_t scenario) {
    std::vector<RuleUse> uses;
    for (const measures::Rule& rule : measures::rules()) {
        const auto found = std::ranges::find(counts, rule.id, &measures::RuleCount::rule);
        if (found != counts.end()) uses.push_back(use_of(rule, scenario, {found->times}));
    }
    return uses;
}

std::string never_triggered(const std::vector<RuleUse>& uses, std::size_t scenario, Language language) {
    std::string list;
    for (const RuleUse& use : uses) {
        if (use.scenario != scenario || !use.never_triggered()) continue;
        if (!list.empty()) list += in({", ", "、"}, language);
        list += in(use.label, language);
    }
    return list;
}

std::vector<NeverTriggered> never_triggered(const std::vector<RuleUse>& uses, const std::vector<Text>& scenarios) {
    std::vector<NeverTriggered> groups;
    std::size_t told = 0;
    for (std::size_t s = 0; s < scenarios.size(); ++s) {
        const Text rules{never_triggered(uses, s, Language::en), never_triggered(uses, s, Language::zh)};
        if (rules.en.empty()) continue;
        ++told;
        const auto group = std::ranges::find(groups, rules, &NeverTriggered::rules);
        if (group == groups.end()) {
            groups.push_back({scenarios[s], rules});
        } else {
            group->whose.en += ", " + scenarios[s].en;
            group->whose.zh += "、" + scenarios[s].zh;
        }
    }
    const bool is_said_of_all = groups.size() == 1 && told == scenarios.size() && told > 1;
    if (is_said_of_all) groups.front().whose = {"all policies", "所有方案"};
    return groups;
}

Text never_triggered_sentence(const std::vector<RuleUse>& uses, std::size_t scenario) {
    const auto futures = std::ranges::find(uses, scenario, &RuleUse::scenario);
    const std::string en = never_triggered(uses, scenario, Language::en);
    if (en.empty()) return {};
    return {fmt::format("Never triggered in {} futures: {}", futures->futures, en),
            fmt::format("{} 次推演中从未触发：{}", futures->futures, never_triggered(uses, scenario, Language::zh))};
}

}  // namespace staffsim::analysis
