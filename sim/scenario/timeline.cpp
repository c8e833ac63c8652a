#include "sim/scenario/timeline.hpp"

#include <algorithm>
#include <map>

namespace staffsim::scenario {

namespace {

engine::Policy block_of(const Values& values) {
    engine::Policy block = engine::default_policy();
    const auto& all = engine::all_levers();
    for (std::size_t i = 0; i < all.size(); ++i) all[i].apply(block, *values[i]);
    return block;
}

bool is_plain(const ResolvedLever& lever) {
    return std::none_of(lever.settings.begin(), lever.settings.end(),
                        [](const Setting& setting) { return setting.starts || setting.units; });
}

class Compiler {
  public:
    Compiler(const std::vector<ResolvedLever>& levers, CompiledPolicy& result) : levers_(levers), result_(result) {
        for (std::size_t i = 0; i < levers.size(); ++i) {
            base_.push_back(&value_on(levers[i], {}, nullptr));
            if (!is_plain(levers[i])) varying_.push_back(i);
        }
    }

    engine::PolicyStep step(Day day, const std::vector<std::string>& units) {
        engine::PolicyStep step{day, block_on(day, nullptr), {}};
        for (const std::string& unit : units) step.block_of_unit.push_back(block_on(day, &unit));
        return step;
    }

  private:
    // Equal values share a block.
    std::size_t block_on(Day day, const std::string* unit) {
        Values values = base_;
        std::string signature;
        for (const std::size_t i : varying_) {
            values[i] = &value_on(levers_[i], day, unit);
            signature += levers::to_text(*levers_[i].row, *values[i]) + "\n";
        }
        const auto [known, is_new] = blocks_.emplace(signature, result_.values.size());
        if (is_new) {
            result_.timeline.blocks.push_back(block_of(values));
            result_.values.push_back(std::move(values));
        }
        return known->second;
    }

    const std::vector<ResolvedLever>& levers_;
    CompiledPolicy& result_;
    Values base_;
    std::vector<std::size_t> varying_;
    std::map<std::string, std::size_t> blocks_;
};

}  // namespace

const levers::Value& history_value(const ResolvedLever& lever) {
    const bool root_only = lever.row->kind == levers::Kind::policy;
    for (auto setting = lever.settings.rbegin(); setting != lever.settings.rend(); ++setting) {
        if (!setting->starts && !setting->units && (setting->in_root || !root_only)) return setting->value;
    }
    return lever.row->default_value;
}

std::vector<Day> change_days(const std::vector<const ResolvedLever*>& levers, Day start, Day until) {
    std::vector<Day> days;
    for (const ResolvedLever* lever : levers) {
        for (const Setting& setting : lever->settings) {
            if (setting.starts && *setting.starts > start && *setting.starts < until) days.push_back(*setting.starts);
        }
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

CompiledPolicy compiled(const std::vector<ResolvedLever>& levers, const std::vector<std::string>& units, Day start,
                        int years) {
    CompiledPolicy result;
    Compiler compiler(levers, result);
    std::vector<engine::PolicyStep>& steps = result.timeline.steps;
    steps.push_back(compiler.step(start, units));
    std::vector<const ResolvedLever*> all;
    Values history;
    for (const ResolvedLever& lever : levers) {
        all.push_back(&lever);
        history.push_back(&history_value(lever));
    }
    for (const Day day : change_days(all, start, add_years(start, years))) {
        engine::PolicyStep step = compiler.step(day, units);
        const engine::PolicyStep& last = steps.back();
        if (step.county_block != last.county_block || step.block_of_unit != last.block_of_unit) steps.push_back(step);
    }
    result.history = block_of(history);
    return result;
}

}  // namespace staffsim::scenario
