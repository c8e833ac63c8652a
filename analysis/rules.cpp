#include "analysis/rules.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace staffsim::analysis {

namespace {

void add(std::vector<RuleUse>& uses, std::size_t scenario, const std::vector<store::RuleUse>& stored) {
    for (const measures::Rule& rule : measures::rules()) {
        const auto found = std::ranges::find(stored, rule.id, &store::RuleUse::rule);
        if (found == stored.end()) continue;
        uses.push_back({scenario, rule.id, rule.label, found->futures, found->fired_in,
                        static_cast<double>(found->times) / std::max(1u, found->futures)});
    }
}

}  // namespace

std::vector<RuleUse> rule_uses(const store::Store& store, std::uint32_t replications) {
    std::vector<RuleUse> uses;
    for (std::size_t s = 0; s < store.plan().scenarios.size(); ++s) add(uses, s, store.rule_uses(s, replications));
    return uses;
}

std::vector<RuleUse> rule_uses(const std::vector<measures::RuleCount>& counts, std::size_t scenario) {
    std::vector<store::RuleUse> of_one_future;
    for (const measures::RuleCount& count : counts) {
        of_one_future.push_back({count.rule, 1, count.times > 0 ? 1u : 0u, count.times});
    }
    std::vector<RuleUse> uses;
    add(uses, scenario, of_one_future);
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

Text never_triggered_sentence(const std::vector<RuleUse>& uses, std::size_t scenario) {
    const auto futures = std::ranges::find(uses, scenario, &RuleUse::scenario);
    const std::string en = never_triggered(uses, scenario, Language::en);
    if (en.empty()) return {};
    return {fmt::format("Never triggered in {} futures: {}", futures->futures, en),
            fmt::format("{} 次推演中从未触发：{}", futures->futures, never_triggered(uses, scenario, Language::zh))};
}

}  // namespace staffsim::analysis
