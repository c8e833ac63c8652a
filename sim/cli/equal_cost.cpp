#include "sim/cli/equal_cost.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <map>
#include <numeric>

#include "analysis/batch.hpp"
#include "analysis/plan.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/experiment/equal_cost.hpp"
#include "sim/experiment/progress.hpp"

namespace staffsim::cli {

namespace {

using levers::Row;
using scenario::Scenario;

constexpr std::int64_t fewest_pilots = 2, most_pilots = 100'000;

struct Interrupted {};

// What is to be found for one scenario.
struct Wish {
    std::size_t scenario = 0;
    std::string lever;
    bool at_announcement = false;
    std::string option;  // "--equal-cost pay.township_allowance": for messages
};

const scenario::ResolvedLever* find_lever(const Scenario& scenario, const std::string& key) {
    const auto found = std::ranges::find_if(scenario.levers, [&](const auto& lever) { return lever.row->key == key; });
    return found == scenario.levers.end() ? nullptr : &*found;
}

// Nothing when the lever can be sized.
std::string complaint_about(const Scenario& scenario, const std::string& key) {
    const scenario::ResolvedLever* lever = find_lever(scenario, key);
    if (lever == nullptr) {
        std::vector<std::string> keys;
        for (const auto& one : scenario.levers) keys.push_back(one.row->key);
        const std::string near = nearest(key, keys);
        return fmt::format("there is no lever \"{}\"{}", key, near.empty() ? "" : "; did you mean \"" + near + "\"?");
    }
    if (!std::holds_alternative<double>(lever->row->default_value))
        return fmt::format("{} does not take one number; name a lever that does (staffsim levers)", key);
    if (lever->row->kind != levers::Kind::policy)
        return fmt::format("{} is a{} that nobody decides; name a policy lever (staffsim levers)", key,
                           lever->row->kind == levers::Kind::fact ? " fact" : "n assumption");
    return "";
}

class WishReader {
  public:
    WishReader(const std::vector<Scenario>& scenarios, const std::vector<std::string>& specs)
        : scenarios_(scenarios), specs_(specs), of_scenario_(scenarios.size()) {}

    void read_reference(const std::string& name) {
        if (name.empty()) return;
        const std::vector<std::size_t> found = named(name, "--equal-to " + name);
        if (!found.empty()) reference_ = found.front();
    }
    std::size_t reference() const { return reference_; }

    void read(const std::vector<std::string>& texts, const std::string& option, bool at_announcement) {
        for (const std::string& text : texts) {
            const auto colon = text.rfind(':');
            Wish wish{0, std::string(trimmed(text.substr(colon == std::string::npos ? 0 : colon + 1))), at_announcement,
                      option + " " + text};
            const std::string wrong = complaint_about(scenarios_.front(), wish.lever);
            if (!wrong.empty()) problem(wish.option + ": " + wrong);
            if (colon == std::string::npos) {
                for (std::size_t s = 1; s < scenarios_.size(); ++s) {
                    if (s != reference_) note(s, wish, false);
                }
            } else {
                note_named(std::string(trimmed(text.substr(0, colon))), wish);
            }
        }
    }

    std::vector<Wish> wishes() const {
        if (!problems_.empty()) throw InputError(problems_);
        std::vector<Wish> wishes;
        for (const auto& wish : of_scenario_) {
            if (wish) wishes.push_back(*wish);
        }
        return wishes;
    }

  private:
    void problem(std::string message) { problems_.push_back({{}, "", std::move(message)}); }

    void note_named(const std::string& name, const Wish& wish) {
        for (const std::size_t s : named(name, wish.option)) {
            if (s == reference_) {
                problem(fmt::format("{}: {} is the scenario that the others are to cost as much as", wish.option,
                                    scenarios_[s].name.en));
            } else {
                note(s, wish, true);
            }
        }
    }

    // The compared scenarios of that name; a problem is noted when there is none.
    std::vector<std::size_t> named(const std::string& name, const std::string& option) {
        std::vector<std::size_t> found;
        for (std::size_t s = 1; s < scenarios_.size(); ++s) {
            const Scenario& one = scenarios_[s];
            if (name == one.name.en || name == one.name.zh || name == one.id || name == specs_[s]) found.push_back(s);
        }
        if (!found.empty()) return found;
        std::vector<std::string> names;
        for (std::size_t s = 1; s < scenarios_.size(); ++s) names.push_back(scenarios_[s].name.en);
        problem(fmt::format("{}: no compared scenario is called \"{}\"; there are {}", option, name,
                            fmt::join(names, ", ")));
        return found;
    }

    // A lever named for one scenario goes before one for all.
    void note(std::size_t scenario, Wish wish, bool is_named) {
        wish.scenario = scenario;
        std::optional<Wish>& known = of_scenario_[scenario];
        const bool known_is_named = known && known->option.find(':') != std::string::npos;
        if (known && known_is_named == is_named) {
            problem(fmt::format("{} and {} are both for {}; one lever can be found for a scenario", known->option,
                                wish.option, scenarios_[scenario].name.en));
        } else if (!known || is_named) {
            known = std::move(wish);
        }
    }

    const std::vector<Scenario>& scenarios_;
    const std::vector<std::string>& specs_;
    std::vector<std::optional<Wish>> of_scenario_;
    std::size_t reference_ = 0;
    std::vector<Problem> problems_;
};

double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// Costs of scenarios on the pilot futures. Scenarios with the same people in the beginning share a warm-up.
class PilotRuns {
  public:
    PilotRuns(const experiment::Pilot& pilot, const ShowOptions& show)
        : pilot_(pilot), progress_(experiment::progress_options(show.quiet, show.words())) {}

    double mean_cost(const Scenario& scenario, bool at_announcement) {
        if (interruption()) throw Interrupted{};
        const engine::DonorPool& donors = donors_of(scenario);
        const engine::CountyInput input = at_announcement ? experiment::as_announced(scenario.input) : scenario.input;
        if (progress_.style != experiment::ProgressStyle::bar)
            return mean(experiment::pilot_costs(input, donors, pilot_));
        experiment::Progress bar(std::cerr, progress_);
        bar.start(0, pilot_.replications);
        const double cost = mean(experiment::pilot_costs(input, donors, pilot_, [&bar] { bar.advance(); }));
        bar.finish();
        return cost;
    }

  private:
    const engine::DonorPool& donors_of(const Scenario& scenario) {
        const std::string key = analysis::warm_up_key(scenario);
        auto known = donors_.find(key);
        if (known == donors_.end()) known = donors_.emplace(key, pilot_donors(scenario.input, pilot_)).first;
        return known->second;
    }

    experiment::Pilot pilot_;
    experiment::ProgressOptions progress_;
    std::map<std::string, engine::DonorPool> donors_;
};

std::string with_unit(double value, const Row& row) {
    return fmt::format("{}{}{}", value, row.unit.empty() ? "" : " ", row.unit);
}

std::string cost_text(double difference, double baseline) {
    return fmt::format("{:.2f} ({:+.2f} %)", baseline + difference, 100 * difference / baseline);
}

[[noreturn]] void refuse(const Wish& wish, const Scenario& scenario, const Row& row, const experiment::EqualCost& found,
                         double baseline) {
    const std::string what = wish.at_announcement ? "announced budget" : "total cost";
    if (found.is_between) {
        throw InputError(fmt::format(
            "{}: {} cannot be equalised to {} %: the nearest is {} = {} with a {} of {}, in 10,000 yuan a year, the "
            "baseline's being {:.2f}; choose a lever that moves cost in smaller steps, or more --pilot-replications",
            wish.option, scenario.name.en, 100 * equal_cost_tolerance, row.key, with_unit(found.value, row), what,
            cost_text(found.difference, baseline), baseline));
    }
    const bool has_effect = found.at_low != found.at_high;
    throw InputError(
        fmt::format("{}: {} cannot be equalised: its {} in 10,000 yuan a year is {} at {} = {} and {} at {}, the "
                    "baseline's is {:.2f}{}",
                    wish.option, scenario.name.en, what, cost_text(found.at_low, baseline), row.key,
                    with_unit(row.low, row), cost_text(found.at_high, baseline), with_unit(row.high, row), baseline,
                    has_effect ? "; choose a lever with more effect on cost" : "; the lever does not move it at all"));
}

class Equaliser {
  public:
    Equaliser(const ScenarioOptions& options, const std::vector<std::string>& specs, const experiment::Pilot& pilot,
              const ShowOptions& show, std::size_t reference, EqualisedScenarios& result)
        : options_(options), specs_(specs), pilot_(pilot), reference_(reference), runs_(pilot, show), result_(result) {}

    void equalise(const Wish& wish) {
        const Scenario before = result_.scenarios[wish.scenario];
        const Row& row = *find_lever(before, wish.lever)->row;
        const double baseline = baseline_cost(wish.at_announcement);
        const auto difference = [&](double value) {
            const double found = runs_.mean_cost(with_value(wish, value), wish.at_announcement) - baseline;
            spdlog::info("{}: tried {} = {}: {:+.3f} %", before.name.en, row.key, value, 100 * found / baseline);
            return found;
        };
        const auto found = experiment::solve_equal_cost(lever_of(before, wish.lever),
                                                        equal_cost_tolerance * std::abs(baseline), difference);
        if (!found.is_found) refuse(wish, before, row, found, baseline);
        result_.scenarios[wish.scenario] = with_value(wish, found.value);
        note(wish, row, found, baseline);
    }

  private:
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
        one.reference = reference_;
        one.at_announcement = wish.at_announcement;
        one.pilot_replications = pilot_.replications;
        one.pilot_seed = pilot_.seed;
        one.pilot_runs = static_cast<std::uint32_t>(found.runs);
        one.pilot_residual = 100 * found.difference / baseline;
        spdlog::info("{}: {}: {} = {} (values tried: {}, {:+.3f} %)", wish.option,
                     result_.scenarios[wish.scenario].name.en, row.key, with_unit(found.value, row), found.runs,
                     one.pilot_residual);
        result_.found.push_back(std::move(one));
    }

    const ScenarioOptions& options_;
    const std::vector<std::string>& specs_;
    const experiment::Pilot pilot_;
    const std::size_t reference_;
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
        throw InputError("--equal-to needs --equal-cost or --equal-budget beside it");
    }
    analysis::check_comparable(result.scenarios);
    WishReader reader(result.scenarios, specs);
    reader.read_reference(options.equal_to);
    reader.read(options.cost, "--equal-cost", false);
    reader.read(options.budget, "--equal-budget", true);
    const std::vector<Wish> wishes = reader.wishes();
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
