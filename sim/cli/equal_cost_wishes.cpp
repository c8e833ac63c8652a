#include "sim/cli/equal_cost_wishes.hpp"

#include <algorithm>

#include "sim/foundation/text.hpp"
#include "sim/scenario/node.hpp"

namespace staffsim::cli {

using scenario::Scenario;

const scenario::ResolvedLever* find_lever(const Scenario& scenario, const std::string& key) {
    const auto found = std::ranges::find_if(scenario.levers, [&](const auto& lever) { return lever.row->key == key; });
    return found == scenario.levers.end() ? nullptr : &*found;
}

namespace {

// Nothing when the lever can be sized.
Text complaint_about(const Scenario& scenario, const std::string& key) {
    const scenario::ResolvedLever* lever = find_lever(scenario, key);
    if (lever == nullptr) {
        std::vector<std::string> keys;
        for (const auto& one : scenario.levers) keys.push_back(one.row->key);
        return worded("there is no lever \"{}\"{}", "没有参数“{}”{}", key, scenario::suggestion(key, keys));
    }
    if (!std::holds_alternative<double>(lever->row->default_value))
        return worded("{} does not take one number; name a lever that does (staffsim levers)",
                      "{} 不是单个数字的参数；请另选参数（staffsim levers）", key);
    if (lever->row->kind != levers::Kind::policy)
        return worded("{} is a{} that nobody decides; name a policy lever (staffsim levers)",
                      "{} 是{}，无人可以决定；请选政策参数（staffsim levers）", key,
                      lever->row->kind == levers::Kind::fact ? Text{" fact", "事实"} : Text{"n assumption", "假设"});
    return {};
}

}  // namespace

void WishReader::read_reference(const std::string& name) {
    if (name.empty()) return;
    const std::vector<std::size_t> found = named(name, "--equal-to " + name);
    if (!found.empty()) reference_ = found.front();
}

void WishReader::read(const std::vector<std::string>& texts, const std::string& option, bool at_announcement) {
    for (const std::string& text : texts) {
        const auto colon = text.rfind(':');
        Wish wish{0, std::string(trimmed(text.substr(colon == std::string::npos ? 0 : colon + 1))), at_announcement,
                  option + " " + text};
        const Text wrong = complaint_about(scenarios_.front(), wish.lever);
        if (!wrong.en.empty()) problem(worded("{}: {}", "{}：{}", wish.option, wrong));
        if (colon == std::string::npos) {
            for (std::size_t s = 1; s < scenarios_.size(); ++s) {
                if (s != reference_) note(s, wish, false);
            }
        } else {
            note_named(std::string(trimmed(text.substr(0, colon))), wish);
        }
    }
}

std::vector<Wish> WishReader::wishes() const {
    if (!problems_.empty()) throw InputError(problems_);
    std::vector<Wish> wishes;
    for (const auto& wish : of_scenario_) {
        if (wish) wishes.push_back(*wish);
    }
    return wishes;
}

void WishReader::note_named(const std::string& name, const Wish& wish) {
    for (const std::size_t s : named(name, wish.option)) {
        if (s == reference_) {
            problem(worded("{}: {} is the scenario that the others are to cost as much as",
                           "{}：其他方案的支出正是要与 {} 相等", wish.option, scenarios_[s].name));
        } else {
            note(s, wish, true);
        }
    }
}

// The compared scenarios of that name; a problem is noted when there is none.
std::vector<std::size_t> WishReader::named(const std::string& name, const std::string& option) {
    std::vector<std::size_t> found;
    for (std::size_t s = 1; s < scenarios_.size(); ++s) {
        const Scenario& one = scenarios_[s];
        if (name == one.name.en || name == one.name.zh || name == one.id || name == specs_[s]) found.push_back(s);
    }
    if (!found.empty()) return found;
    std::vector<Text> names;
    for (std::size_t s = 1; s < scenarios_.size(); ++s) names.push_back(scenarios_[s].name);
    problem(worded("{}: no compared scenario is called \"{}\"; there are {}", "{}：没有名为“{}”的比较方案；现有 {}",
                   option, name, joined(names, {", ", "、"})));
    return found;
}

// A lever named for one scenario goes before one for all.
void WishReader::note(std::size_t scenario, Wish wish, bool is_named) {
    wish.scenario = scenario;
    std::optional<Wish>& known = of_scenario_[scenario];
    const bool known_is_named = known && known->option.find(':') != std::string::npos;
    if (known && known_is_named == is_named) {
        problem(worded("{} and {} are both for {}; one lever can be found for a scenario",
                       "{} 与 {} 都用于 {}；每个方案只能求解一个参数", known->option, wish.option,
                       scenarios_[scenario].name));
    } else if (!known || is_named) {
        known = std::move(wish);
    }
}

}  // namespace staffsim::cli
