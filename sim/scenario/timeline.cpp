#include "sim/scenario/timeline.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace staffsim::scenario {

namespace {

engine::Policy block_of(const Values& values) {
    engine::Policy block = engine::default_policy();
    const auto& all = engine::all_levers();
    for (std::size_t i = 0; i < all.size(); ++i) all[i].apply(block, values[i]);
    engine::leave_out_unpaid_effects(block);
    return block;
}

bool is_plain(const ResolvedLever& lever) {
    return std::none_of(lever.settings.begin(), lever.settings.end(),
                        [](const Setting& setting) { return setting.starts || setting.units; });
}

class Compiler {
  public:
    // `entrants`: days from which new entrants may live under rules of their own.
    Compiler(const std::vector<ResolvedLever>& levers, const std::vector<std::string>& units, std::vector<Day> entrants,
             CompiledPolicy& result)
        : levers_(levers), units_(units), entrants_(std::move(entrants)), result_(result) {
        for (std::size_t i = 0; i < levers.size(); ++i) {
            base_.push_back(value_on(levers[i], {}, nullptr));
            if (!is_plain(levers[i])) varying_.push_back(i);
        }
    }

    engine::PolicyStep step(Day day) {
        engine::PolicyStep step{day, block_on(day, nullptr, {}), {}, {}};
        for (const std::string& unit : units_) step.block_of_unit.push_back(block_on(day, &unit, {}));
        for (std::size_t cohort = 0; cohort < entrants_.size(); ++cohort) add_entrants(cohort, step);
        return step;
    }

  private:
    // Nobody has entered on or after a day to come: until then the rules are those of the entrants before.
    void add_entrants(std::size_t cohort, engine::PolicyStep& step) {
        for (std::size_t u = 0; u < units_.size(); ++u) {
            const bool is_to_come = step.from < entrants_[cohort];
            const std::size_t before =
                cohort == 0 ? step.block_of_unit[u] : step.block_of_entrants[(cohort - 1) * units_.size() + u];
            step.block_of_entrants.push_back(is_to_come ? before : block_on(step.from, &units_[u], entrants_[cohort]));
        }
    }

    // Equal values share a block.
    std::size_t block_on(Day day, const std::string* unit, std::optional<Day> entry) {
        Values values = base_;
        std::string signature;
        for (const std::size_t i : varying_) {
            values[i] = value_on(levers_[i], day, unit, entry);
            signature += levers::to_text(*levers_[i].row, values[i]) + "\n";
        }
        const auto [known, is_new] = blocks_.emplace(signature, result_.values.size());
        if (is_new) {
            result_.timeline.blocks.push_back(block_of(values));
            result_.values.push_back(std::move(values));
        }
        return known->second;
    }

    const std::vector<ResolvedLever>& levers_;
    const std::vector<std::string>& units_;
    std::vector<Day> entrants_;
    CompiledPolicy& result_;
    Values base_;
    std::vector<std::size_t> varying_;
    std::map<std::string, std::size_t> blocks_;
};

std::vector<Day> rising(std::vector<Day> days) {
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

// Leaves out entrants who at no time live under other rules than those before them.
void drop_equal_entrants(std::vector<Day> entrants, engine::PolicyTimeline& timeline) {
    const std::size_t units = timeline.steps.front().block_of_unit.size();
    std::vector<std::vector<std::size_t>> kept(timeline.steps.size());
    std::vector<std::vector<std::size_t>> before;
    for (const engine::PolicyStep& step : timeline.steps) before.push_back(step.block_of_unit);
    for (std::size_t cohort = 0; cohort < entrants.size(); ++cohort) {
        std::vector<std::vector<std::size_t>> own;
        for (const engine::PolicyStep& step : timeline.steps) {
            const auto first = step.block_of_entrants.begin() + static_cast<std::ptrdiff_t>(cohort * units);
            own.emplace_back(first, first + static_cast<std::ptrdiff_t>(units));
        }
        if (own == before) continue;
        timeline.entrants_since.push_back(entrants[cohort]);
        for (std::size_t s = 0; s < kept.size(); ++s) kept[s].insert(kept[s].end(), own[s].begin(), own[s].end());
        before = std::move(own);
    }
    for (std::size_t s = 0; s < kept.size(); ++s) timeline.steps[s].block_of_entrants = std::move(kept[s]);
}

bool has_curriculum(const engine::Policy& policy) { return policy.training.curriculum_years > 1; }

bool is_same_curriculum(const engine::Policy& a, const engine::Policy& b) {
    return a.training.curriculum_years == b.training.curriculum_years &&
           a.training.curriculum_shape == b.training.curriculum_shape;
}

std::int32_t first_full_year(Day from) { return year_of(from - 1) + 1; }

// A curriculum of the past has run for longer than anybody can remember, and begins a cycle with the first full year.
std::int32_t long_before(std::int32_t year, const engine::Policy& policy) {
    constexpr int cycles = 1000;
    return year - cycles * policy.training.curriculum_years;
}

// A curriculum counts its years from the first full calendar year under it; one that the past lived under goes on. Who
// comes to rules under which others go on joins the curriculum that runs there; rules that come back when nobody has
// lived under them begin theirs anew.
// Equal rules whose curricula began in different years become blocks of their own.
class Curricula {
  public:
    // The history's curriculum is known.
    explicit Curricula(CompiledPolicy& policy) : policy_(policy) {}

    void begin() {
        for (engine::PolicyStep& step : policy_.timeline.steps) {
            std::vector<std::size_t*> blocks;  // of units, of entrants in units, of the county
            for (std::size_t& block : step.block_of_unit) blocks.push_back(&block);
            for (std::size_t& block : step.block_of_entrants) blocks.push_back(&block);
            blocks.push_back(&step.county_block);
            begin_step(step.from, blocks);
        }
    }

  private:
    struct Life {
        std::size_t block = 0;  // as compiled
        std::int32_t began = 0;
    };

    void begin_step(Day from, const std::vector<std::size_t*>& blocks) {
        const std::vector<Life> before = std::exchange(lives_, {});
        std::map<std::size_t, std::int32_t> runs;  // block -> when the curriculum of those who go on began
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const std::size_t block = *blocks[i];
            const engine::Policy& past = before.empty() ? policy_.history : rules(before[i].block);
            const std::int32_t began = before.empty() ? past.training.curriculum_from : before[i].began;
            const bool goes_on = is_same_curriculum(past, rules(block));
            lives_.push_back({block, goes_on ? began : none});
            if (!goes_on) continue;
            const auto [run, is_first] = runs.emplace(block, began);
            run->second = std::min(run->second, began);
        }
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            Life& life = lives_[i];
            const auto run = runs.find(life.block);
            if (life.began == none) life.began = run != runs.end() ? run->second : first_full_year(from);
            *blocks[i] = block_of(life);
        }
    }

    // The block with that beginning: the compiled one for the first, copies for later ones.
    std::size_t block_of(const Life& life) {
        const std::int32_t began = has_curriculum(rules(life.block)) ? life.began : 0;
        const auto [known, is_new] = blocks_.try_emplace({life.block, began}, life.block);
        if (!is_new) return known->second;
        std::vector<engine::Policy>& all = policy_.timeline.blocks;
        if (!is_used_.insert(life.block).second) {
            known->second = all.size();
            all.push_back(engine::Policy(all[life.block]));
            policy_.values.push_back(Values(policy_.values[life.block]));
        }
        all[known->second].training.curriculum_from = began;
        return known->second;
    }

    const engine::Policy& rules(std::size_t block) const { return policy_.timeline.blocks[block]; }

    static constexpr std::int32_t none = std::numeric_limits<std::int32_t>::max();
    CompiledPolicy& policy_;
    std::vector<Life> lives_;
    std::map<std::pair<std::size_t, std::int32_t>, std::size_t> blocks_;
    std::set<std::size_t> is_used_;
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
            for (int step = 0; setting.starts && step < setting.phase_in_years; ++step) {
                const Day day = add_years(*setting.starts, step);
                if (day > start && day < until) days.push_back(day);
            }
        }
    }
    return rising(std::move(days));
}

std::vector<Day> entrants_days(const std::vector<const ResolvedLever*>& levers, Day until) {
    std::vector<Day> days;
    for (const ResolvedLever* lever : levers) {
        for (const Setting& setting : lever->settings) {
            if (setting.new_entrants && *setting.starts < until) days.push_back(*setting.starts);
        }
    }
    return rising(std::move(days));
}

CompiledPolicy compiled(const std::vector<ResolvedLever>& levers, const std::vector<std::string>& units, Day start,
                        int years) {
    CompiledPolicy result;
    std::vector<const ResolvedLever*> all;
    Values history;
    for (const ResolvedLever& lever : levers) {
        all.push_back(&lever);
        history.push_back(history_value(lever));
    }
    const Day end = add_years(start, years);
    const std::vector<Day> entrants = entrants_days(all, end);
    Compiler compiler(levers, units, entrants, result);
    std::vector<engine::PolicyStep>& steps = result.timeline.steps;
    steps.push_back(compiler.step(start));
    for (const Day day : change_days(all, start, end)) {
        const engine::PolicyStep step = compiler.step(day);
        const engine::PolicyStep& last = steps.back();
        const bool differs = step.county_block != last.county_block || step.block_of_unit != last.block_of_unit ||
                             step.block_of_entrants != last.block_of_entrants;
        if (differs) steps.push_back(step);
    }
    drop_equal_entrants(entrants, result.timeline);
    result.history = block_of(history);
    result.history.training.curriculum_from = long_before(first_full_year(start), result.history);
    Curricula(result).begin();
    return result;
}

}  // namespace staffsim::scenario
