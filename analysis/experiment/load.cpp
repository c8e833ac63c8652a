#include "analysis/experiment/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <tuple>

#include "analysis/comparable.hpp"
#include "analysis/names.hpp"
#include "analysis/overrides.hpp"
#include "analysis/plan.hpp"
#include "sim/experiment/parallel.hpp"
#include "sim/foundation/text.hpp"
#include "sim/measures/observe.hpp"
#include "sim/scenario/node.hpp"
#include "sim/scenario/repeated_problems.hpp"

namespace staffsim::analysis {

namespace {

using experiment::Design;
using experiment::DesignPoint;
using scenario::Scenario;

constexpr std::string_view from_option = "--set";
constexpr std::size_t shown_digits = 12;

// A point is loaded with its values as --set; whatever is told of these is told at their place in the file.
Place true_place(const Design& design, const DesignPoint& point, const Place& place, const std::string& key) {
    if (place.file != from_option) return place;
    for (const experiment::SweptValue& value : point.values) {
        if (key == value.key || key.starts_with(value.key + ".")) return value.place;
    }
    const bool is_in_file = std::ranges::any_of(
        design.sets, [&](const std::string& set) { return trimmed(set.substr(0, set.find('='))) == key; });
    return is_in_file ? Place{design.path, 0, 0} : place;
}

class PointLoader {
  public:
    PointLoader(const Design& design, const LoadRequest& request) : design_(design), request_(request) {
        for (const measures::Outcome& outcome : measures::outcomes()) outcome_ids_.push_back(outcome.id);
    }

    // What lies on top of the files of every point.
    std::vector<std::string> sets() const { return joined(design_.sets, request_.sets); }
    std::vector<std::string> contexts() const { return joined(design_.contexts, request_.contexts); }

    // As the files stand.
    scenario::LoadOptions plain() const {
        scenario::LoadOptions options{{}, {}, outcome_ids_, {}};
        if (const auto years = request_.years ? request_.years : design_.years)
            options.sets.push_back(fmt::format("years={}", *years));
        return options;
    }

    Scenario load(const DesignPoint& point) const {
        scenario::LoadOptions options{sets(), contexts(), outcome_ids_, {}};
        const scenario::LoadOptions files = plain();
        options.sets.insert(options.sets.end(), files.sets.begin(), files.sets.end());
        for (const auto& value : point.values) options.sets.push_back(value.key + "=" + value.value);
        try {
            Scenario scenario = load_scenario(scenario::parse_spec(point.spec, design_.base.text), options);
            tell_places(scenario, point);
            return scenario;
        } catch (const InputError& error) {
            std::vector<Problem> problems = error.problems();
            for (Problem& problem : problems) {
                problem.place = true_place(design_, point, problem.place, problem.key);
                if (problem.place.file.empty()) problem.place = point.place;
            }
            throw InputError(std::move(problems));
        }
    }

  private:
    static std::vector<std::string> joined(std::vector<std::string> first, const std::vector<std::string>& second) {
        first.insert(first.end(), second.begin(), second.end());
        return first;
    }
    void tell_places(Scenario& scenario, const DesignPoint& point) const {
        for (scenario::ResolvedLever& lever : scenario.levers) {
            for (scenario::Setting& setting : lever.settings)
                setting.place = true_place(design_, point, setting.place, lever.row->key);
        }
        for (scenario::ResolvedLine& line : scenario.resolved)
            line.place = true_place(design_, point, line.place, line.key);
        for (Problem& warning : scenario.warnings)
            warning.place = true_place(design_, point, warning.place, warning.key);
    }

    const Design& design_;
    const LoadRequest& request_;
    std::vector<std::string> outcome_ids_;
};

using Loaded = std::vector<std::optional<Scenario>>;

Loaded load_all(const Design& design, const std::vector<DesignPoint>& points, const LoadRequest& request) {
    const PointLoader loader(design, request);
    Loaded loaded(points.size());
    std::vector<std::vector<Problem>> problems(points.size());
    experiment::in_parallel(points.size(), request.threads, [&](std::size_t i) {
        try {
            loaded[i] = loader.load(points[i]);
        } catch (const InputError& error) {
            problems[i] = error.problems();
        }
    });
    std::vector<Problem> all = scenario::without_repeats(problems);
    std::ranges::stable_sort(all, [](const Problem& a, const Problem& b) {
        return std::tie(a.place.file, a.place.line, a.place.column) <
               std::tie(b.place.file, b.place.line, b.place.column);
    });
    if (!all.empty()) throw InputError(std::move(all));
    return loaded;
}

std::string unique_name(const std::vector<store::PlannedPoint>& earlier, const std::string& wanted) {
    std::string name = wanted;
    const auto is_taken = [&] { return std::ranges::find(earlier, name, &store::PlannedPoint::name) != earlier.end(); };
    for (int number = 2; is_taken(); ++number) name = fmt::format("{} ({})", wanted, number);
    return name;
}

std::vector<store::PlannedPoint> planned(const std::vector<DesignPoint>& points, const Loaded& loaded) {
    std::vector<store::PlannedPoint> all;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::string& scenario = loaded[i]->name.en;
        store::PlannedPoint point;
        point.name = unique_name(all, points[i].label.empty() ? scenario : scenario + ": " + points[i].label);
        point.hash = loaded[i]->resolved_hash.substr(0, shown_digits);
        point.group = points[i].sweep;
        for (const auto& value : points[i].values) point.values.emplace_back(value.key, value.value);
        all.push_back(std::move(point));
    }
    return all;
}

// Distinct scenarios of the kept points, in the order of the points; sets the points' scenarios.
std::vector<Scenario> distinct(Loaded loaded, const std::vector<bool>& kept, std::vector<store::PlannedPoint>& points) {
    std::vector<Scenario> scenarios;
    std::vector<store::PlannedPoint> used;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!kept[i]) continue;
        const auto known = std::ranges::find(scenarios, loaded[i]->resolved_hash, &Scenario::resolved_hash);
        points[i].scenario = static_cast<std::size_t>(known - scenarios.begin());
        if (known == scenarios.end()) {
            Scenario scenario = std::move(*loaded[i]);
            if (!points[i].values.empty()) {
                scenario.name = {points[i].name, points[i].name};
                scenario.id = fmt::format("p{:03}", i);
            }
            scenarios.push_back(std::move(scenario));
        }
        used.push_back(points[i]);
    }
    points = std::move(used);
    return scenarios;
}

// What the file asks of the outcomes, checked against what there is.
class Declaration {
  public:
    Declaration(const Design& design, store::Plan& plan) : design_(design), plan_(plan) {}

    void apply() {
        set_outcomes();
        set_matters();
        set_years();
        diagnostics_.throw_if_errors();
    }

    // Aggregates and the named units; positions in the plan's groups before.
    std::vector<std::size_t> keep_groups() {
        std::vector<std::size_t> kept;
        for (std::size_t g = 0; g < measures::first_unit_group; ++g) kept.push_back(g);
        for (const experiment::NamedText& group : design_.groups) {
            const auto found = std::ranges::find(plan_.groups, group.text, &measures::Group::id);
            const auto at = static_cast<std::size_t>(found - plan_.groups.begin());
            if (found == plan_.groups.end()) refuse_group(group);
            if (found != plan_.groups.end() && std::ranges::find(kept, at) == kept.end()) kept.push_back(at);
        }
        diagnostics_.throw_if_errors();
        std::vector<measures::Group> groups;
        for (const std::size_t g : kept) groups.push_back(plan_.groups[g]);
        plan_.groups = std::move(groups);
        return kept;
    }

  private:
    std::vector<std::string> outcome_ids() const {
        std::vector<std::string> ids;
        for (const measures::Outcome& outcome : plan_.outcomes) ids.push_back(outcome.id);
        return ids;
    }
    bool knows(const std::string& outcome, const Place& place, const char* key) {
        const std::vector<std::string> ids = outcome_ids();
        if (std::ranges::find(ids, outcome) != ids.end()) return true;
        diagnostics_.error(
            place, key,
            worded("there is no outcome \"{}\"{}", "没有指标“{}”{}", outcome, scenario::suggestion(outcome, ids)));
        return false;
    }

    void set_outcomes() {
        if (design_.outcomes.empty()) return;
        plan_.primary_outcomes.clear();
        for (const experiment::NamedText& wanted : design_.outcomes) {
            if (!knows(wanted.text, wanted.place, "outcomes")) continue;
            const bool is_new = std::ranges::find(plan_.primary_outcomes, wanted.text) == plan_.primary_outcomes.end();
            if (!is_new)
                diagnostics_.error(wanted.place, "outcomes",
                                   worded("\"{}\" is named twice", "“{}”写了两次", wanted.text));
            if (is_new) plan_.primary_outcomes.push_back(wanted.text);
        }
        for (measures::Outcome& outcome : plan_.outcomes)
            outcome.primary = std::ranges::find(plan_.primary_outcomes, outcome.id) != plan_.primary_outcomes.end();
    }

    void set_matters() {
        for (const auto& [id, value] : design_.matters) {
            if (!knows(id, design_.matters_places.at(id), "matters")) continue;
            std::ranges::find(plan_.outcomes, id, &measures::Outcome::id)->matters = value;
        }
    }

    void set_years() {
        if (design_.verdict_years.empty()) return;
        if (design_.verdict_years.back() > plan_.years)
            diagnostics_.error({design_.path, 0, 0}, "verdict_years",
                               worded("{} lies beyond the {} simulated years", "{} 超出模拟的 {} 年",
                                      design_.verdict_years.back(), plan_.years));
        plan_.verdict_years = design_.verdict_years;
    }

    void refuse_group(const experiment::NamedText& group) {
        std::vector<std::string> ids;
        for (std::size_t g = measures::first_unit_group; g < plan_.groups.size(); ++g)
            ids.push_back(plan_.groups[g].id);
        diagnostics_.error(
            group.place, "groups",
            worded("there is no unit \"{}\"{}", "没有单位“{}”{}", group.text, scenario::suggestion(group.text, ids)));
    }

    const Design& design_;
    store::Plan& plan_;
    Diagnostics diagnostics_;
};

void refuse_nothing_left(const PointFilter& filter, std::size_t points) {
    if (points > 1) return;
    throw InputError(filter.is_empty()
                         ? worded("the experiment has no point beside its base", "试验除基准方案外没有其他方案")
                         : worded("no point but the base is left by --only and --points",
                                  "按 --only 与 --points 筛选后只剩基准方案"));
}

}  // namespace

Batch load_experiment(const Design& design, const LoadRequest& request) {
    const std::vector<DesignPoint> wanted = expanded(design);
    Loaded loaded = load_all(design, wanted, request);
    std::vector<store::PlannedPoint> points = planned(wanted, loaded);
    const std::vector<bool> kept = kept_points(points, request.filter);
    std::vector<Scenario> scenarios = distinct(std::move(loaded), kept, points);
    make_names_distinct(scenarios);
    refuse_nothing_left(request.filter, points.size());
    check_comparable(scenarios);
    const PointLoader loader(design, request);
    const Overrides overrides = overrides_of(scenario::parse_spec(design.base.text), scenarios.front(),
                                             loader.contexts(), loader.sets(), loader.plain());
    store::Plan plan = plan_of(scenarios, request.seed, {}, {}, overrides);
    Declaration declaration(design, plan);
    declaration.apply();
    const std::vector<std::size_t> groups = declaration.keep_groups();
    plan.points = std::move(points);
    plan.design_files = {
        {std::filesystem::path(design.path).filename().string(), design.sha256, design.text, false, 0}};
    return Batch(std::move(scenarios), std::move(plan), groups);
}

}  // namespace staffsim::analysis
