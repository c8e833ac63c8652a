// A tiny county with luck, requests and rules at their defaults: what a process is handed.
#pragma once

#include "sim/levers/table.hpp"
#include "sim/processes/shared/world.hpp"
#include "tests/support/tiny_county.hpp"

namespace staffsim::tiny {

// Rules of one family with every lever at its default.
template <class Rules>
Rules defaults(const levers::Table<Rules>& table) {
    Rules rules{};
    for (const auto& lever : table.levers()) lever.apply(rules, lever.row.default_value);
    return rules;
}

// The same rules for every unit. `rules` must outlive the view.
template <class Rules>
RulesView<Rules> everywhere(const Rules& rules, const County& county) {
    return {std::vector<const Rules*>(county.units().size(), &rules), &rules};
}

class TinyWorld : public TinyCounty {
  public:
    explicit TinyWorld(std::vector<UnitPlan> units, RandomKey key = {1, 1}, Day start = day(2026, 1, 1))
        : TinyCounty(std::move(units), start), draws(key), world{county, draws, {}, entity_key("tiny"), requests} {}

    // What has been asked for since the last call.
    std::vector<Request> asked() {
        std::vector<Request> taken;
        requests.hand_out([&](const Request& request) { taken.push_back(request); });
        return taken;
    }

    Draws draws;
    Requests requests;
    World world;
};

}  // namespace staffsim::tiny
