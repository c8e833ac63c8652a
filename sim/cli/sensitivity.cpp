// staffsim sensitivity: which assumptions drive the difference between policies.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "analysis/assemble.hpp"
#include "analysis/assemble_drivers.hpp"
#include "analysis/context.hpp"
#include "analysis/export/drivers_export.hpp"
#include "analysis/studies.hpp"
#include "analysis/terminal/drivers_screen.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/exit_codes.hpp"
#include "sim/cli/experiment.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/cli/outcome_names.hpp"
#include "sim/cli/outputs.hpp"
#include "sim/scenario/file_keys.hpp"

namespace staffsim::cli {

namespace {

constexpr std::size_t most_examined = 8;
constexpr std::int64_t most_points = 1'000'000;

// "leaving.death=0.001:0.003"
experiment::RangeOverride range_of(const std::string& text) {
    const auto equals = text.find('=');
    const auto colon = text.rfind(':');
    try {
        if (equals == std::string::npos || colon == std::string::npos || colon < equals)
            throw std::invalid_argument("");
        std::size_t used_low = 0, used_high = 0;
        const std::string low = text.substr(equals + 1, colon - equals - 1), high = text.substr(colon + 1);
        const experiment::RangeOverride range{std::string(trimmed(text.substr(0, equals))), std::stod(low, &used_low),
                                              std::stod(high, &used_high)};
        if (used_low != low.size() || used_high != high.size()) throw std::invalid_argument("");
        return range;
    } catch (const std::logic_error&) {
        throw InputError(worded("--range {}: KEY=LOW:HIGH is expected, for example leaving.pay_elasticity=1:2",
                                "--range {}：应为 键=下限:上限，如 leaving.pay_elasticity=1:2", text));
    }
}

struct SensitivityOptions {
    std::vector<std::string> specs, methods, outcome_ids, only, range_texts;
    std::optional<std::int64_t> year;
    std::int64_t point_replications = 20, draws = 100, trajectories = 10, blocks = 32, keep = 8, shown = 10;
    ScenarioOptions scenarios;
    BatchOptions batch;
    OutputOptions outputs;
    ShowOptions show;

    bool read(const Words& words) {
        Options options(
            "sensitivity BASE VARIANT…",
            "Compares policies as `compare` does, then lives them again under other assumptions, the same ones for\n"
            "every policy, and tells which assumptions the differences hinge on. Verdicts that turn become \"depends\n"
            "on assumptions\". On the store of a compare the comparison is not lived again. Methods:\n"
            "  tornado  one assumption at a time at the ends of its range\n"
            "  joint    all at once (Latin hypercube): in how many draws a difference is not contradicted\n"
            "  morris   screening: which of many assumptions do anything at all\n"
            "  sobol    parts of the variance, of the assumptions that morris keeps",
            "  staffsim sensitivity baseline.toml salary.toml\n"
            "  staffsim sensitivity baseline.toml salary.toml --store compare.staffsim --assumption leaving\n"
            "  staffsim sensitivity baseline.toml salary.toml --method sobol --outcome empty_places --keep 5\n");
        options.arguments(specs, 2, most_examined, {"a base and at least one variant", "基准方案和至少一个比较方案"});
        options.list("method", methods, "tornado|joint|morris|sobol", "what to do; default tornado and joint");
        options.list("outcome", outcome_ids, "ID",
                     "outcome to show and to screen for; default the primary ones that turn");
        options.maybe_whole("year", year, 1, scenario::longest_horizon, "verdict year to show; default the first");
        options.list("assumption", only, "KEY", "vary only this assumption, or all below this key");
        options.list("range", range_texts, "KEY=LOW:HIGH", "another range for an assumption");
        options.whole("point-replications", point_replications, 2, 100'000, "matched futures at every point");
        options.whole("draws", draws, 2, most_points, "points of joint");
        options.whole("trajectories", trajectories, 2, most_points, "trajectories of morris");
        options.whole("blocks", blocks, 2, most_points, "blocks of sobol, best a power of two");
        options.whole("keep", keep, 1, 100, "assumptions that morris keeps for sobol");
        options.whole("rows", shown, 1, 1000, "assumptions shown for each outcome");
        batch.declare(options);
        scenarios.declare(options);
        outputs.declare(options);
        show.declare(options);
        if (!options.read(words)) return false;
        outputs.refuse_contradiction();
        if (outputs.report.empty()) outputs.report = default_report(batch.store, "sensitivity.html");
        return true;
    }

    std::vector<std::string> wanted_methods() const {
        static const std::vector<std::string> known{"tornado", "joint", "morris", "sobol"};
        for (const std::string& method : methods) {
            if (std::ranges::find(known, method) != known.end()) continue;
            const std::string near = nearest(method, known);
            throw InputError(worded("--method {}: one of {} is expected{}", "--method {}：可选 {}{}", method,
                                    fmt::format("{}", fmt::join(known, ", ")),
                                    near.empty() ? Text{} : worded("; did you mean {}?", "；是否应为 {}？", near)));
        }
        std::vector<std::string> wanted = methods.empty() ? std::vector<std::string>{"tornado", "joint"} : methods;
        const bool needs_screening = std::ranges::find(wanted, "sobol") != wanted.end();
        if (needs_screening) wanted.emplace_back("morris");
        std::vector<std::string> in_order;
        for (const std::string& method : known) {
            if (std::ranges::find(wanted, method) != wanted.end()) in_order.push_back(method);
        }
        return in_order;
    }

    std::filesystem::path store_path() const {
        if (!batch.store.empty()) return batch.store;
        return std::filesystem::path(outputs.report).replace_extension(".staffsim");
    }
};

class Sensitivity {
  public:
    Sensitivity(const SensitivityOptions& options, const analysis::Batch& batch)
        : options_(options), methods_(options.wanted_methods()) {
        const store::Plan& plan = batch.plan();
        std::vector<experiment::RangeOverride> ranges;
        for (const std::string& text : options.range_texts) ranges.push_back(range_of(text));
        factors_ = experiment::assumptions_of(batch.scenarios(), options.only, ranges);
        named_ = outcomes_named(options.outcome_ids, "--outcome");
        points_.scenarios = batch.scenarios();
        for (std::size_t outcome = 0; outcome < measures::outcomes().size(); ++outcome)
            points_.outcomes.push_back(outcome);
        for (const std::string& id : plan.primary_outcomes) primary_.push_back(measures::outcome_index(id));
        points_.verdict_years = plan.verdict_years;
        points_.seed = plan.seed;
        points_.replications = static_cast<std::uint32_t>(options.point_replications);
        points_.threads = static_cast<int>(options.batch.threads);
        year_ = static_cast<int>(options.year.value_or(plan.verdict_years.front()));
        if (std::ranges::find(plan.verdict_years, year_) == plan.verdict_years.end())
            throw InputError(worded("--year {}: verdict years are {}", "--year {}：判断年份为 {}", year_,
                                    fmt::format("{}", fmt::join(plan.verdict_years, ", "))));
    }

    int year() const { return year_; }

    // False when interrupted.
    bool run(store::Store& store) {
        const analysis::Study common = analysis::common_study(points_, factors_);
        for (const std::string& method : methods_) {
            if (!run_one(store, planned(method, common, store))) return false;
        }
        return true;
    }

    // The outcomes to show: those named, or the primary ones that turn, or else the first that has a verdict.
    std::vector<std::size_t> shown(const analysis::Comparison& comparison) const {
        if (!named_.empty()) return named_;
        std::vector<std::size_t> turning, moving;
        for (const analysis::Cell& cell : comparison.cells) {
            if (!cell.has_verdict || cell.scenario == 0 || cell.verdict_year != year_) continue;
            const bool turns = cell.verdict == stats::Verdict::depends_on_assumptions;
            auto& list = turns ? turning : moving;
            const bool is_clear = cell.paired.low > 0 || cell.paired.high < 0;
            if ((turns || is_clear) && std::ranges::find(list, cell.outcome) == list.end())
                list.push_back(cell.outcome);
        }
        constexpr std::size_t most = 3;
        std::vector<std::size_t> outcomes = turning.empty() ? moving : turning;
        outcomes.resize(std::min(outcomes.size(), most));
        return outcomes;
    }

  private:
    analysis::PlannedStudy planned(const std::string& method, const analysis::Study& common,
                                   store::Store& store) const {
        if (method == "tornado") return analysis::plan_tornado(common, factors_);
        if (method == "joint")
            return analysis::plan_joint(common, factors_, static_cast<std::uint32_t>(options_.draws));
        if (method == "morris")
            return analysis::plan_morris(common, factors_, static_cast<std::uint32_t>(options_.trajectories));
        return analysis::plan_sobol(common, factors_, kept(store), static_cast<std::uint32_t>(options_.blocks));
    }

    std::vector<std::size_t> kept(const store::Store& store) const {
        for (const store::Store::Study& one : store.studies()) {
            if (one.name != "morris") continue;
            const std::vector<std::size_t> factors =
                analysis::screened(analysis::study_of(one.design), one.points, named_.empty() ? primary_ : named_,
                                   points_.scenarios.size() - 1, static_cast<std::size_t>(options_.keep));
            if (factors.empty())
                throw InputError(worded("no assumption moves any difference; there is nothing for sobol to do",
                                        "没有一项假设影响差异，sobol 无从计算"));
            return factors;
        }
        throw InvariantError("sobol without screening");
    }

    bool run_one(store::Store& store, const analysis::PlannedStudy& planned) const {
        const std::string& name = planned.study.method;
        const std::string design = analysis::to_json(planned.study);
        tell_what_is_given_up(store, name, design);
        const std::uint32_t done = store.begin_study(name, design);
        if (done < planned.points.size())
            spdlog::info("{}", in(worded("{}: {} points x {} scenarios x {} futures, {} assumptions",
                                         "{}：{} 点 × {} 个方案 × {} 次推演，{} 项假设", name,
                                         planned.points.size() - done, points_.scenarios.size(), points_.replications,
                                         name == "sobol" ? planned.study.kept.size() : planned.study.factors.size()),
                                  options_.show.words()));
        experiment::Progress progress(std::cerr,
                                      experiment::progress_options(options_.show.quiet, options_.show.words()));
        const auto commit = [&](std::uint32_t number, const std::vector<experiment::PairEstimate>& estimates) {
            store.commit_point(name, number, analysis::numbers_of(estimates));
        };
        return experiment::run_points(points_, planned.points, done, commit, progress, interruption()) ==
               planned.points.size();
    }

    // One study of each method is kept.
    void tell_what_is_given_up(const store::Store& store, const std::string& name, const std::string& design) const {
        for (const store::Store::Study& one : store.studies()) {
            if (one.name != name || one.design == design || one.points.empty()) continue;
            const analysis::Study old = analysis::study_of(one.design);
            show_warnings({in(
                worded(
                    "{}: the earlier study of {} assumptions on {} futures a point is given up for this one, and "
                    "what it said of verdicts with it; --store keeps both",
                    "{}：原有的研究（{} 项假设，每点 {} 次推演）及其对判断的说明将由本次取代；如要并存，请用 --store",
                    name, old.factors.size(), old.replications),
                options_.show.words())});
        }
    }

    const SensitivityOptions& options_;
    std::vector<std::string> methods_;
    experiment::Factors factors_;
    experiment::PointPlan points_;
    std::vector<std::size_t> named_, primary_;
    int year_ = 0;
};

int tell_interrupted_study(const store::Store& store, const ShowOptions& show) {
    std::cerr << in(worded("interrupted: the points that are finished are kept in {}; the same command continues.\n",
                           "已中断：已完成的部分保存在 {}；用原命令可继续。\n", store.path().string()),
                    show.words());
    return interrupted;
}

}  // namespace

int run_sensitivity(const Words& words) {
    SensitivityOptions options;
    if (!options.read(words)) return success;
    options.show.apply();
    const std::filesystem::path path = options.store_path();
    options.outputs.check(path);
    const auto remembered = options.batch.fresh ? analysis::Remembered{} : analysis::remembered_in(path);
    std::vector<scenario::Scenario> scenarios = options.scenarios.load(options.specs);
    const analysis::Overrides overrides = options.scenarios.overrides(options.specs.front(), scenarios.front());
    const analysis::Batch batch(std::move(scenarios), static_cast<std::uint32_t>(options.batch.seed),
                                remembered.equal_cost, remembered.pathways, overrides);
    Sensitivity sensitivity(options, batch);
    FinishedRun run =
        run_experiment(batch, options.batch, options.show, path, fmt::format("sensitivity {}", fmt::join(words, " ")));
    if (run.interrupted) {
        tell_interruption(run.store, options.batch.replications, options.show);
        return interrupted;
    }
    live_beside(batch, run.store, options.batch);
    if (!sensitivity.run(run.store)) return tell_interrupted_study(run.store, options.show);
    const auto replications = static_cast<std::uint32_t>(options.batch.replications);
    const int look = run.store.look_for(replications);
    run.store.finish();
    const analysis::Comparison comparison = analysis::assemble(run.store, replications, look);
    const std::string next = "staffsim report " + path.string();
    if (options.show.format == "json") {
        ShowOptions quiet = options.show;
        quiet.format = "none";
        put_out(comparison, options.outputs, quiet, path.string(), next);
        std::cout << analysis::drivers_json(comparison);
        return success;
    }
    put_out(comparison, options.outputs, options.show, path.string(), next,
            analysis::drivers_screen(comparison, sensitivity.shown(comparison), sensitivity.year(),
                                     static_cast<std::size_t>(options.shown), options.show.style()));
    return success;
}

}  // namespace staffsim::cli
