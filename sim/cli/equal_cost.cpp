#include "sim/cli/equal_cost.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <cmath>
#include <iostream>
#include <map>
#include <numeric>

#include "analysis/comparable.hpp"
#include "analysis/names.hpp"
#include "analysis/setting_words.hpp"
#include "sim/cli/equal_cost_wishes.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/experiment/equal_cost.hpp"
#include "sim/experiment/futures.hpp"
#include "sim/experiment/progress.hpp"
#include "sim/levers/words.hpp"

namespace staffsim::cli {

namespace {

using levers::Row;
using scenario::Scenario;

constexpr std::int64_t fewest_pilots = 2, most_pilots = 100'000;

struct Interrupted {};

double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// Costs of scenarios on the pilot futures. Scenarios with the same people in the beginning share a warm-up.
class PilotRuns {
  public:
    PilotRuns(const experiment::Pilot& pilot, const ShowOptions& show)
        : pilot_(pilot), warm_ups_(pilot.seed), progress_(experiment::progress_options(show.quiet, show.words())) {}

    double mean_cost(const Scenario& scenario, bool at_announcement) {
        if (interruption()) throw Interrupted{};
        const engine::WarmUp& warm_up = warm_ups_.of(scenario);
        const engine::CountyInput input = at_announcement ? experiment::as_announced(scenario.input) : scenario.input;
        if (progress_.style != experiment::ProgressStyle::bar)
            return mean(experiment::pilot_costs(input, warm_up, pilot_));
        experiment::Progress bar(std::cerr, progress_);
        bar.start(0, pilot_.replications);
        const double cost = mean(experiment::pilot_costs(input, warm_up, pilot_, [&bar] { bar.advance(); }));
        bar.finish();
        return cost;
    }

  private:
    experiment::Pilot pilot_;
    experiment::WarmUps warm_ups_;
    experiment::ProgressOptions progress_;
};

Text with_unit(double value, const Row& row) {
    if (row.unit.empty()) return worded("{}", "{}", value);
    return worded("{} {}", "{} {}", value, Text{row.unit, levers::unit_words(row.unit).zh});
}

std::string cost_text(double difference, double baseline) {
    return fmt::format("{:.2f} ({:+.2f} %)", baseline + difference, 100 * difference / baseline);
}

[[noreturn]] void refuse(const Wish& wish, const Scenario& scenario, const Row& row, const experiment::EqualCost& found,
                         double baseline) {
    const Text what = wish.at_announcement ? Text{"announced budget", "公布时的预算"} : Text{"total cost", "总支出"};
    if (found.is_between) {
        throw InputError(worded(
            "{}: {} cannot be equalised to {} %: the nearest is {} = {} with a {} of {}, in 10,000 yuan a year, the "
            "baseline's being {:.2f}; choose a lever that moves cost in smaller steps, or more --pilot-replications",
            "{0}：{1} 的支出无法调到相差 {2}% 以内：最接近的是 {3} = {4}，此时{5}为每年 {6} 万元，基准方案为 "
            "{7:.2f}；请选对支出影响更细的参数，或增加 --pilot-replications",
            wish.option, scenario.name, 100 * equal_cost_tolerance, row.key, with_unit(found.value, row), what,
            cost_text(found.difference, baseline), baseline));
    }
    const bool has_effect = found.at_low != found.at_high;
    throw InputError(worded(
        "{}: {} cannot be equalised: its {} in 10,000 yuan a year is {} at {} = {} and {} at {}, the "
        "baseline's is {:.2f}{}",
        "{0}：{1} 的支出无法调到相等：{4} = {5} 时{2}为每年 {3} 万元，取值为 {7} 时为 {6}，基准方案为 {8:.2f}；{9}",
        wish.option, scenario.name, what, cost_text(found.at_low, baseline), row.key, with_unit(row.low, row),
        cost_text(found.at_high, baseline), with_unit(row.high, row), baseline,
        has_effect ? Text{"; choose a lever with more effect on cost", "请选对支出影响更大的参数"}
                   : Text{"; the lever does not move it at all", "该参数对支出毫无影响"}));
}

class Equaliser {
  public:
    Equaliser(const ScenarioOptions& options, const std::vector<std::string>& specs, const experiment::Pilot& pilot,
              const ShowOptions& show, std::size_t reference, EqualisedScenarios& result)
        : options_(options),
          specs_(specs),
          pilot_(pilot),
          reference_(reference),
          language_(show.words()),
          runs_(pilot, show),
          result_(result) {}

    void equalise(const Wish& wish) {
        const Scenario before = result_.scenarios[wish.scenario];
        const scenario::ResolvedLever& lever = *find_lever(before, wish.lever);
        const Row& row = *lever.row;
        if (wish.at_announcement) check_holds_in_first_year(wish, before, lever);
        const double baseline = baseline_cost(wish.at_announcement);
        const auto difference = [&](double value) {
            const double found = runs_.mean_cost(with_value(wish, value), wish.at_announcement) - baseline;
            spdlog::info("{}", in(worded("{}: tried {} = {}: {:+.3f} %", "{}：试算 {} = {}：{:+.3f}%", before.name,
                                         row.key, value, 100 * found / baseline),
                                  language_));
            return found;
        };
        const auto found = experiment::solve_equal_cost(lever_of(before, wish.lever),
                                                        equal_cost_tolerance * std::abs(baseline), difference);
        if (!found.is_found) refuse(wish, before, row, found, baseline);
        Scenario& sized = result_.scenarios[wish.scenario];
        sized = with_value(wish, found.value);
        sized.name = analysis::sized_name(before.name, row, found.value);
        sized.warnings = before.warnings;
        note(wish, row, found, baseline);
    }

  private:
    static void check_holds_in_first_year(const Wish& wish, const Scenario& scenario,
                                          const scenario::ResolvedLever& lever) {
        if (lever.settings.empty() || !lever.settings.back().starts) return;
        const Day starts = *lever.settings.back().starts;
        if (starts < add_years(scenario.input.plan.start, 1)) return;
        throw InputError(
            worded("{}: {} of {} holds from {}; an announced budget is the cost of the first year, "
                   "which it cannot move (--equal-cost takes all years)",
                   "{0}：{2} 的 {1} 自 {3} 起生效；公布时的预算是第一年的支出，不受其影响（--equal-cost 计入各年）",
                   wish.option, lever.row->key, scenario.name, to_text(starts)));
    }

    static experiment::CostLever lever_of(const Scenario& scenario, const std::string& key) {
        const scenario::ResolvedLever& lever = *find_lever(scenario, key);
        const bool is_whole =
            lever.row->whole || lever.row->type == levers::Type::count || lever.row->type == levers::Type::days;
        const levers::Value& present = lever.settings.empty() ? lever.row->default_value : lever.settings.back().value;
        return {lever.row->low, lever.row->high, std::get<double>(present), is_whole};
    }

    Scenario with_value(const Wish& wish, double value) const {
        return options_.load_one(specs_[wish.scenario], specs_.front(), {{wish.lever, value}});
    }

    double baseline_cost(bool at_announcement) {
        std::optional<double>& known = baseline_cost_[at_announcement ? 1 : 0];
        if (!known) known = runs_.mean_cost(result_.scenarios[reference_], at_announcement);
        return *known;
    }

    void note(const Wish& wish, const Row& row, const experiment::EqualCost& found, double baseline) {
        analysis::EqualCost one;
        one.scenario = wish.scenario;
        one.lever = row.key;
        one.label = row.label;
        one.value = found.value;
        one.unit = row.unit;
        const Scenario& sized = result_.scenarios[wish.scenario];
        one.holds = analysis::sought_holds(*find_lever(sized, wish.lever), sized.input.plan.start);
        one.reference = reference_;
        one.at_announcement = wish.at_announcement;
        one.pilot_replications = pilot_.replications;
        one.pilot_seed = pilot_.seed;
        one.pilot_runs = static_cast<std::uint32_t>(found.runs);
        one.pilot_residual = 100 * found.difference / baseline;
        const Text told =
            worded("{}: {}: {} = {} (values tried: {}, {:+.3f} %)", "{}：{}：{} = {}（试算 {} 个取值，{:+.3f}%）",
                   wish.option, result_.scenarios[wish.scenario].name, row.key, with_unit(found.value, row), found.runs,
                   one.pilot_residual);
        spdlog::info("{}", in(told, language_));
        result_.found.push_back(std::move(one));
    }

    const ScenarioOptions& options_;
    const std::vector<std::string>& specs_;
    const experiment::Pilot pilot_;
    const std::size_t reference_;
    const Language language_;
    PilotRuns runs_;
    EqualisedScenarios& result_;
    std::optional<double> baseline_cost_[2];
};

}  // namespace

void EqualCostOptions::declare(Options& options) {
    options.list("equal-cost", cost, "[NAME:]LEVER",
                 "size this lever of every variant (or of the one of that name) so that total cost over all years "
                 "equals the baseline's, or that of --equal-to");
    options.list("equal-budget", budget, "[NAME:]LEVER",
                 "the same for the cost of the first year with nobody reacting");
    options.text("equal-to", equal_to, "NAME", "cost as much as this variant, instead of the baseline");
    options.whole("pilot-replications", pilot_replications, fewest_pilots, most_pilots,
                  "futures on which that is sought, none of those compared");
}

std::optional<EqualisedScenarios> load_equalised(const EqualCostOptions& options, const ScenarioOptions& scenarios,
                                                 const std::vector<std::string>& specs, const BatchOptions& batch,
                                                 const ShowOptions& show) {
    EqualisedScenarios result{scenarios.load(specs), {}};
    if (options.cost.empty() && options.budget.empty()) {
        if (options.equal_to.empty()) return result;
        throw InputError(worded("--equal-to needs --equal-cost or --equal-budget beside it",
                                "--equal-to 须与 --equal-cost 或 --equal-budget 同用"));
    }
    analysis::check_comparable(result.scenarios);
    WishReader reader(result.scenarios, specs);
    reader.read_reference(options.equal_to);
    reader.read(options.cost, "--equal-cost", false);
    reader.read(options.budget, "--equal-budget", true);
    const std::vector<Wish> wishes = reader.wishes();
    if (wishes.empty())
        throw InputError(worded("--equal-to {}: no other variant is left whose cost could be equalised",
                                "--equal-to {}：没有其他方案的支出可以调到相等", options.equal_to));
    const experiment::Pilot pilot{experiment::pilot_seed(static_cast<std::uint32_t>(batch.seed)),
                                  static_cast<std::uint32_t>(options.pilot_replications),
                                  static_cast<int>(batch.threads)};
    Equaliser equaliser(scenarios, specs, pilot, show, reader.reference(), result);
    try {
        for (const Wish& wish : wishes) {
            const bool is_reference =
                result.scenarios[wish.scenario].resolved_hash == result.scenarios[reader.reference()].resolved_hash;
            const bool is_baseline =
                result.scenarios[wish.scenario].resolved_hash == result.scenarios.front().resolved_hash;
            if (!is_reference && !is_baseline) equaliser.equalise(wish);
        }
    } catch (const Interrupted&) {
        return std::nullopt;
    }
    return result;
}

}  // namespace staffsim::cli
