#include "analysis/examples.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

#include "sim/measures/portrait.hpp"

namespace staffsim::analysis {

namespace {

using measures::ChainExample;
using measures::Life;
using measures::LifeEvent;

const Life* find(const std::vector<Life>& lives, std::uint64_t key) {
    const auto found = std::ranges::find(lives, key, &Life::key);
    return found == lives.end() ? nullptr : &*found;
}

const ChainExample* find(const std::vector<ChainExample>& chains, const ChainExample& wanted) {
    const auto found = std::ranges::find_if(chains, [&wanted](const ChainExample& chain) {
        return chain.key == wanted.key && chain.day == wanted.day &&
               chain.links.front().post == wanted.links.front().post;
    });
    return found == chains.end() ? nullptr : &*found;
}

bool has(const Life& life, const std::function<bool(const LifeEvent&)>& what) {
    return std::ranges::any_of(life.events, what);
}
bool rises_to(const Life& life, Ladder ladder) {
    return has(life, [ladder](const LifeEvent& event) {
        return event.kind == LifeEvent::Kind::appointed && event.post.ladder >= ladder;
    });
}
bool goes_away(const Life& life) {
    return has(life, [](const LifeEvent& event) {
        const bool own_will = event.number == static_cast<std::uint32_t>(ExitCause::resignation) ||
                              event.number == static_cast<std::uint32_t>(ExitCause::moved_above);
        const bool to_organ = event.kind == LifeEvent::Kind::moved && event.post.unit_kind == UnitKind::county_organ;
        return to_organ || (event.kind == LifeEvent::Kind::left && own_will);
    });
}
bool stays_clerk(const Life& life) {
    return !has(life, [](const LifeEvent& event) {
        return event.kind == LifeEvent::Kind::left || event.kind == LifeEvent::Kind::appointed ||
               (event.kind == LifeEvent::Kind::moved && event.post.unit_kind == UnitKind::county_organ);
    });
}

}  // namespace

std::vector<std::vector<Life>> chosen_lives(const std::vector<std::vector<Life>>& by_scenario) {
    std::vector<std::vector<Life>> chosen;
    if (by_scenario.empty()) return chosen;
    const auto is_everywhere = [&](const Life& life) {
        return std::ranges::all_of(
            by_scenario, [&life](const std::vector<Life>& lives) { return find(lives, life.key) != nullptr; });
    };
    const auto is_new = [&chosen](const Life& life) {
        return std::ranges::none_of(chosen, [&life](const auto& person) { return person.front().key == life.key; });
    };
    const auto take_first = [&](const std::function<bool(const Life&)>& wanted) {
        for (const Life& life : by_scenario.front()) {
            if (!wanted(life) || !is_everywhere(life) || !is_new(life)) continue;
            chosen.emplace_back();
            for (const std::vector<Life>& lives : by_scenario) chosen.back().push_back(*find(lives, life.key));
            return true;
        }
        return false;
    };
    if (!take_first([](const Life& life) { return rises_to(life, Ladder::deputy); }))
        take_first([](const Life& life) { return rises_to(life, Ladder::middle); });
    take_first(goes_away);
    take_first(stays_clerk);
    return chosen;
}

std::vector<ChainExample> chosen_chains(const std::vector<std::vector<ChainExample>>& by_scenario) {
    if (by_scenario.empty()) return {};
    std::vector<const ChainExample*> candidates;
    std::map<std::size_t, int> frequency;
    for (const ChainExample& chain : by_scenario.front()) {
        const bool leading = is_leadership(chain.links.front().post.ladder);
        const bool everywhere =
            std::ranges::all_of(by_scenario, [&chain](const auto& chains) { return find(chains, chain) != nullptr; });
        if (!leading || !everywhere) continue;
        candidates.push_back(&chain);
        ++frequency[chain.links.size()];
    }
    if (candidates.empty()) return {};
    const auto usual = std::ranges::max_element(frequency, {}, [](const auto& entry) { return entry.second; })->first;
    const auto first =
        std::ranges::find_if(candidates, [usual](const ChainExample* chain) { return chain->links.size() == usual; });
    std::vector<ChainExample> chosen;
    for (const auto& chains : by_scenario) chosen.push_back(*find(chains, **first));
    return chosen;
}

Examples examples_of(const store::Store& store) {
    std::vector<std::vector<Life>> lives;
    std::vector<std::vector<ChainExample>> chains;
    for (std::size_t s = 0; s < store.plan().scenarios.size(); ++s) {
        lives.push_back(measures::lives_of(store.first_portrait(measures::lives_part, s)));
        chains.push_back(measures::chain_examples_of(store.first_portrait(measures::chain_examples_part, s)));
    }
    return {chosen_lives(lives), chosen_chains(chains)};
}

Text words_of(measures::Stage stage) {
    using measures::Stage;
    switch (stage) {
        case Stage::township_clerk:
            return {"Township clerk", "乡镇科员"};
        case Stage::township_office:
            return {"Township office post", "乡镇中层"};
        case Stage::organ_staff:
            return {"County organ, below leaders", "县直机关（非领导）"};
        case Stage::township_deputy:
            return {"Township deputy leader", "乡镇副科级领导"};
        case Stage::organ_deputy:
            return {"County organ deputy leader", "机关副科级领导"};
        case Stage::township_leader:
            return {"Township leader", "乡镇正科级领导"};
        case Stage::organ_leader:
            return {"County organ leader", "机关正科级领导"};
    }
    return {};
}

Text words_of(measures::CareerEnd where) {
    using measures::CareerEnd;
    switch (where) {
        case CareerEnd::in_township:
            return {"in a township", "在乡镇"};
        case CareerEnd::in_organ:
            return {"in a county organ", "在县直机关"};
        case CareerEnd::moved_above:
            return {"moved above the county", "调出本县"};
        case CareerEnd::resigned:
            return {"resigned", "辞职"};
        case CareerEnd::retired:
            return {"retired", "退休"};
        case CareerEnd::other:
            return {"left otherwise", "其他离开"};
    }
    return {};
}

Text words_of(measures::PostKind post) {
    const bool township = post.unit_kind == UnitKind::township;
    switch (post.ladder) {
        case Ladder::entry:
            return township ? Text{"township clerk", "乡镇科员"} : Text{"county organ clerk", "机关科员"};
        case Ladder::middle:
            return township ? Text{"township office post", "乡镇中层"} : Text{"county organ office post", "机关中层"};
        case Ladder::deputy:
            return township ? Text{"township deputy leader", "乡镇副科级领导"}
                            : Text{"county organ deputy leader", "机关副科级领导"};
        case Ladder::chief:
            return township ? Text{"township leader", "乡镇正科级领导"} : Text{"county organ leader", "机关正科级领导"};
    }
    return {};
}

}  // namespace staffsim::analysis
