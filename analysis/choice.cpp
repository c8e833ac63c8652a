#include "analysis/choice.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "analysis/report/labels.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/stats/paired.hpp"

namespace staffsim::analysis {

namespace {

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' '), last = text.find_last_not_of(' ');
    return first == std::string::npos ? "" : text.substr(first, last - first + 1);
}

std::vector<std::string> separated(const std::string& list) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t comma = std::min(list.find(',', at), list.size());
        const std::string part = trimmed(list.substr(at, comma - at));
        if (!part.empty()) parts.push_back(part);
        at = comma + 1;
    }
    return parts;
}

// Finds scenarios by name and gathers what is wrong with names.
class Names {
  public:
    explicit Names(const store::Plan& plan) : plan_(plan) {}

    std::size_t find(const std::string& option, const std::string& name) {
        for (std::size_t s = 0; s < plan_.scenarios.size(); ++s) {
            const store::PlannedScenario& one = plan_.scenarios[s];
            if (name == one.id || name == one.name.en || name == one.name.zh || name == scenario_letter(s)) return s;
        }
        problems_.push_back({{},
                             "",
                             worded("--{}: there is no scenario \"{}\"{}; there are {}",
                                    "--{}：没有方案“{}”{}；现有 {}", option, name, suggestion(name), listed())});
        return 0;
    }
    void throw_if_any() const {
        if (!problems_.empty()) throw InputError(problems_);
    }

  private:
    Text suggestion(const std::string& name) const {
        std::vector<std::string> known;
        for (const store::PlannedScenario& one : plan_.scenarios) {
            for (const std::string& text : {one.id, one.name.en, one.name.zh}) known.push_back(text);
        }
        const std::string near = nearest(name, known);
        return near.empty() ? Text{} : worded(", did you mean \"{}\"?", "，是否应为“{}”？", near);
    }
    Text listed() const {
        Text list;
        for (std::size_t s = 0; s < plan_.scenarios.size(); ++s)
            list = list + worded("{}{} {} (\"{}\")", "{}{} {}（“{}”）", s == 0 ? Text{} : Text{", ", "、"},
                                 scenario_letter(s), plan_.scenarios[s].id, plan_.scenarios[s].name);
        return list;
    }

    const store::Plan& plan_;
    std::vector<Problem> problems_;
};

// Places of scenarios in the new comparison, by their place in the old one.
class Chooser {
  public:
    Chooser(Comparison old, const Choice& choice) : old_(std::move(old)), baseline_(choice.baseline) {
        order_.push_back(baseline_);
        std::vector<std::size_t> shown = choice.shown;
        if (shown.empty()) {
            shown.resize(old_.scenarios.size());
            std::iota(shown.begin(), shown.end(), std::size_t{0});
        }
        for (const std::size_t s : shown) {
            if (s != baseline_) order_.push_back(s);
        }
        for (std::size_t place = 0; place < order_.size(); ++place) place_[order_[place]] = place;
    }

    Comparison chosen() {
        const bool other_baseline = baseline_ != 0;
        Comparison made = old_;
        made.scenarios.clear();
        for (const std::size_t s : order_) made.scenarios.push_back(described(s));
        made.title = made.scenarios.front().name.en;
        for (std::size_t s = 1; s < made.scenarios.size(); ++s)
            made.title += (s == 1 ? " against " : ", ") + made.scenarios[s].name.en;
        made.best_of = old_.best_of == 0 ? old_.scenarios.size() : old_.best_of;
        made.declared_baseline = old_.declared_baseline && !other_baseline;
        if (other_baseline && place_.contains(0)) made.declared_place = place_.at(0);
        if (other_baseline) forget_what_needs_the_declared(made);
        made.cells = cells();
        made.between = between();
        made.portraits = reordered(old_.portraits, order_);
        for_shown(made.waves), for_shown(made.pay_effect.cells);
        for_shown(made.pilots), for_shown(made.pilot_cells);
        for_shown(made.years_alone), for_shown(made.best_shares), for_shown(made.bands), for_shown(made.luck),
            for_shown(made.unit_levels), for_shown(made.breakdown.cells);
        for_shown(made.equal_cost), for_shown(made.pathways.cells), for_shown(made.rules);
        for_shown(made.drivers.tornado), for_shown(made.drivers.dependence), for_shown(made.drivers.shares);
        std::erase_if(made.equal_cost, [&](EqualCost& one) { return !place_.contains(one.reference); });
        for (EqualCost& one : made.equal_cost) one.reference = place_.at(one.reference);
        if (other_baseline) {
            const Text& name = made.scenarios.front().name;
            made.outlook.clear();
            made.run_record.push_back(
                {{"Baseline of this report, chosen afterwards", "本报告的基准（事后选定）"}, name});
        }
        return made;
    }

  private:
    template <class Item>
    void for_shown(std::vector<Item>& items) const {
        std::erase_if(items, [&](const Item& item) { return !place_.contains(item.scenario); });
        for (Item& item : items) item.scenario = place_.at(item.scenario);
    }

    static void forget_what_needs_the_declared(Comparison& made) {
        made.drivers = {};
        made.waves.clear();
        made.pilots.clear(), made.pilot_cells.clear();
        made.pay_effect = {};
        made.years_alone.clear();
        made.pathways = {};
        made.equal_cost.clear();
        std::erase_if(made.luck, [](const LuckCell& cell) { return cell.of_difference; });
        for (RuleUse& use : made.rules) use.paired = {};
    }

    // Settings tell what differs from the first scenario; from another one, what differs in either.
    ComparedScenario described(std::size_t s) const {
        ComparedScenario scenario = old_.scenarios[s];
        if (baseline_ == 0) return scenario;
        const std::vector<Setting>& base = old_.scenarios[baseline_].settings;
        std::vector<Setting> settings;
        for (Setting own : scenario.settings) {
            const auto there = std::ranges::find(base, own.key, &Setting::key);
            if (there != base.end()) own.old_value = there->new_value, own.old_is_unused = false;
            if (own.old_value != own.new_value) settings.push_back(std::move(own));
        }
        for (Setting back : base) {
            if (std::ranges::find(scenario.settings, back.key, &Setting::key) != scenario.settings.end()) continue;
            std::swap(back.old_value, back.new_value);
            back.starts.clear();
            back.old_is_unused = false;
            settings.push_back(std::move(back));
        }
        scenario.settings = s == baseline_ ? std::vector<Setting>{} : std::move(settings);
        return scenario;
    }

    std::vector<Cell> cells() const {
        std::vector<Cell> cells;
        for (const Cell& first : old_.cells) {
            if (first.scenario != 0) continue;  // once for each outcome and year
            for (const std::size_t s : order_) {
                const Cell* cell = find_cell(old_, first.outcome, s, first.verdict_year);
                if (cell != nullptr) cells.push_back(cell_of(*cell));
            }
        }
        return cells;
    }

    Cell cell_of(Cell cell) const {
        const std::size_t s = cell.scenario;
        if (baseline_ != 0) {
            cell.has_verdict = s != baseline_ && is_primary(cell);
            cell.paired = s == baseline_ ? stats::PairedSummary{} : against_baseline(cell);
            cell.verdict = cell.has_verdict ? stats::verdict_of_undeclared(cell.paired) : stats::Verdict::identical;
        }
        cell.scenario = place_.at(s);
        return cell;
    }

    bool is_primary(const Cell& cell) const {
        const Cell* declared = find_cell(old_, cell.outcome, baseline_, cell.verdict_year);
        return declared != nullptr && declared->has_verdict;
    }

    stats::PairedSummary against_baseline(const Cell& cell) const {
        if (cell.scenario == 0)
            return stats::turned(find_cell(old_, cell.outcome, baseline_, cell.verdict_year)->paired);
        const auto [low, high] = std::minmax(cell.scenario, baseline_);
        for (const Between& one : old_.between) {
            const bool is_it = one.outcome == cell.outcome && one.verdict_year == cell.verdict_year &&
                               one.baseline == low && one.scenario == high;
            if (is_it) return baseline_ == low ? one.paired : stats::turned(one.paired);
        }
        throw InvariantError("a difference between two variants is missing");
    }

    // Only the switch of a page with the declared baseline needs them.
    std::vector<Between> between() const {
        std::vector<Between> kept;
        for (Between one : old_.between) {
            if (baseline_ != 0 || !place_.contains(one.baseline) || !place_.contains(one.scenario)) continue;
            one.baseline = place_.at(one.baseline);
            one.scenario = place_.at(one.scenario);
            kept.push_back(one);
        }
        return kept;
    }

    Comparison old_;
    std::size_t baseline_;
    std::vector<std::size_t> order_;
    std::map<std::size_t, std::size_t> place_;
};

}  // namespace

Choice choice_of(const store::Plan& plan, const std::string& baseline, const std::string& scenarios) {
    Names names(plan);
    Choice choice;
    if (!trimmed(baseline).empty()) choice.baseline = names.find("baseline", trimmed(baseline));
    for (const std::string& name : separated(scenarios)) choice.shown.push_back(names.find("scenarios", name));
    names.throw_if_any();
    if (choice.shown.empty()) return choice;
    choice.shown.push_back(choice.baseline);
    std::ranges::sort(choice.shown);
    choice.shown.erase(std::unique(choice.shown.begin(), choice.shown.end()), choice.shown.end());
    if (choice.shown.size() < 2 && plan.scenarios.size() > 1)
        throw InputError(worded("--scenarios: only the baseline is left; name at least one other scenario",
                                "--scenarios：只剩基准方案；请至少再列一个方案"));
    return choice;
}

Comparison chosen(Comparison comparison, const Choice& choice) {
    if (choice.baseline == 0 && choice.shown.empty()) return comparison;
    return Chooser(std::move(comparison), choice).chosen();
}

}  // namespace staffsim::analysis
