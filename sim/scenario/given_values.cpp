#include "sim/scenario/given_values.hpp"

#include <algorithm>

#include "sim/foundation/digest.hpp"
#include "sim/scenario/timeline.hpp"

namespace staffsim::scenario {

namespace {

void give(ResolvedLever& lever, const levers::Value& value) {
    const bool is_same_kind = value.index() == lever.row->default_value.index();
    const auto wrong =
        is_same_kind ? levers::complaint(*lever.row, value) : worded("is a value of another kind", "取值类型不符");
    if (wrong) throw InvariantError(lever.row->key + ": " + wrong->en);
    Setting setting = lever.settings.empty() ? Setting{} : lever.settings.back();
    setting.value = value;
    setting.place = {"given", 0, 0};
    setting.in_root = false;
    setting.given = {};
    lever.settings.push_back(std::move(setting));
}

}  // namespace

Scenario with_values(const Scenario& scenario, std::span<const GivenValue> values) {
    Scenario changed = scenario;
    if (values.empty()) return changed;
    std::string identity = scenario.resolved_hash + "\n";
    for (const GivenValue& given : values) {
        const auto lever =
            std::ranges::find_if(changed.levers, [&](const auto& one) { return one.row->key == given.key; });
        if (lever == changed.levers.end()) throw InvariantError(given.key + " is not a lever");
        give(*lever, given.value);
        identity += given.key + " = " + levers::to_text(*lever->row, given.value) + "\n";
    }
    std::vector<std::string> units;
    for (const UnitPlan& unit : changed.input.plan.units) units.push_back(unit.id);
    CompiledPolicy policy = compiled(changed.levers, units, changed.input.plan.start, changed.input.years);
    changed.input.policy = std::move(policy.timeline);
    changed.input.history = std::move(policy.history);
    changed.resolved_hash = sha256_hex(identity);
    return changed;
}

}  // namespace staffsim::scenario
