// staffsim run: a county as it goes on; manpower by year and unit.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>

#include "analysis/context.hpp"
#include "analysis/export/comparison_csv.hpp"
#include "analysis/export/json.hpp"
#include "analysis/export/manpower_csv.hpp"
#include "analysis/export/rules_csv.hpp"
#include "analysis/output_kind.hpp"
#include "analysis/rules.hpp"
#include "analysis/terminal/heading.hpp"
#include "analysis/terminal/layout.hpp"
#include "analysis/terminal/manpower_screen.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/exit_codes.hpp"
#include "sim/cli/experiment.hpp"
#include "sim/scenario/warnings.hpp"

namespace staffsim::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_run_files = 32;

BatchOptions usual_batch() {
    BatchOptions batch;
    batch.replications = 20;
    return batch;
}

struct RunCommandOptions {
    std::vector<std::string> specs;
    ScenarioOptions scenarios;
    BatchOptions batch = usual_batch();
    ShowOptions show;
    std::optional<std::int64_t> replication;
    bool by_unit = false;
    std::string csv;

    bool read(const Words& words) {
        Options options(
            "run FILE…",
            "Simulates a county as it goes on and prints staff, exits, seats, empty places and payroll by\n"
            "year, as means over futures. With --store results are kept and can be continued. Interrupted by\n"
            "Ctrl-C it ends the futures that are running and prints the means of those that are finished.",
            "  staffsim run baseline.toml --by-unit\n"
            "  staffsim run baseline.toml --replication 57\n");
        options.arguments(specs, 1, most_run_files, {"a scenario file", "方案文件"});
        options.flag("by-unit", by_unit, "a table for every unit, too");
        options.maybe_whole("replication", replication, 0, 999'999,
                            "replay this one future (counted from 0) and print its fingerprint");
        options.text("csv", csv, "DIR", "folder for manpower.csv, all units included, and rules.csv");
        batch.declare(options);
        scenarios.declare(options);
        show.declare(options);
        return options.read(words);
    }

    void check() const {
        std::vector<analysis::PlannedOutput> planned;
        if (!batch.store.empty()) planned.push_back({"--store", batch.store, analysis::OutputKind::store});
        if (!csv.empty()) planned.push_back({"--csv", csv, analysis::OutputKind::tables});
        analysis::check_outputs(planned);
        if (replication && !batch.store.empty())
            throw InputError(worded("--replication replays a future and keeps nothing; leave --store out",
                                    "--replication 只重放一次推演，不保存结果；请去掉 --store"));
    }
};

// Where results go that nobody asked to keep.
class TemporaryFolder {
  public:
    TemporaryFolder() : path_(fs::temp_directory_path() / fmt::format("staffsim-{}", ::getpid())) {
        fs::create_directories(path_);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    fs::path file() const { return path_ / "run.staffsim"; }

  private:
    fs::path path_;
};

analysis::Heading heading_of(const store::Plan& plan, std::size_t scenario, const ShowOptions& show) {
    analysis::Context context = analysis::context_of(plan.context_json);
    // A run gives no verdicts.
    std::erase_if(context.warnings, [](const analysis::ToldWarning& warning) {
        return warning.kind == id_of(scenario::Warning::year_beyond) ||
               warning.kind == id_of(scenario::Warning::years_beyond);
    });
    return {show.style().say(plan.scenarios[scenario].name),
            plan.start_year,
            context.places,
            context.staff,
            context.township_count,
            plan.synthetic,
            {context.warnings.begin(), context.warnings.end()},
            context.notes,
            context.overrides};
}

std::string csv_of(const std::vector<analysis::ManpowerTable>& tables) {
    analysis::CsvText csv = analysis::manpower_csv();
    for (const analysis::ManpowerTable& table : tables)
        analysis::add_manpower(csv, table.scenario, table.group, table.years);
    return csv.content();
}

using Tables = std::vector<analysis::ManpowerTable>;
using RuleUses = std::vector<analysis::RuleUse>;

std::string rules_line(const RuleUses& rules, std::size_t scenario, const analysis::Style& style) {
    const Text sentence = analysis::never_triggered_sentence(rules, scenario);
    return sentence.en.empty() ? "" : analysis::finished(style, analysis::paragraph("", style.say(sentence)));
}

// The tables of one scenario, which know the rules that never fired.
Tables tables_of(const store::Plan& plan, std::size_t scenario, const analysis::Totals& totals, const RuleUses& rules) {
    Tables tables = analysis::manpower_tables(plan, scenario, totals);
    for (const analysis::RuleUse& use : rules) {
        if (use.scenario == scenario && use.never_triggered()) tables.front().never_triggered.push_back(use.rule);
    }
    return tables;
}

void print(const store::Plan& plan, const std::vector<Tables>& by_scenario, const RuleUses& rules,
           const RunCommandOptions& options, const std::string& over) {
    Tables all;
    for (std::size_t s = 0; s < by_scenario.size(); ++s) {
        Tables shown = by_scenario[s];
        if (!options.by_unit) std::erase_if(shown, [](const analysis::ManpowerTable& table) { return table.is_unit; });
        all.insert(all.end(), shown.begin(), shown.end());
        if (options.show.format != "table") continue;
        const analysis::Style style = options.show.style();
        std::cout << analysis::finished(style, analysis::heading_text(heading_of(plan, s, options.show), style)) << over
                  << "\n"
                  << analysis::manpower_screen(shown, style) << rules_line(rules, s, style);
    }
    if (options.show.format == "json") std::cout << analysis::manpower_json(all);
    if (options.show.format == "csv") std::cout << csv_of(all);
}

void write_csv(const store::Plan& plan, const std::vector<Tables>& by_scenario, const RuleUses& rules,
               const std::string& folder) {
    if (folder.empty()) return;
    Tables all;
    for (const Tables& tables : by_scenario) all.insert(all.end(), tables.begin(), tables.end());
    analysis::CsvText rules_table = analysis::rule_headings();
    for (const analysis::RuleUse& use : rules) analysis::add_rule(rules_table, plan.scenarios[use.scenario].id, use);
    analysis::write_tables(folder, {{"manpower.csv", csv_of(all)}, {"rules.csv", rules_table.content()}});
}

int replay(const analysis::Batch& batch, const RunCommandOptions& options) {
    const auto replication = static_cast<std::uint32_t>(*options.replication);
    const std::vector<store::UnitResult> units = batch.run(replication);
    std::vector<Tables> tables;
    RuleUses rules;
    std::string over;
    for (std::size_t s = 0; s < units.size(); ++s) {
        for (analysis::RuleUse& use : analysis::rule_uses(units[s].rules, s)) rules.push_back(std::move(use));
        tables.push_back(tables_of(batch.plan(), s, analysis::totals_of(units[s].values), rules));
        over += fmt::format("{}replication {}  {}  fingerprint {:016x}  events {}", s == 0 ? "" : "\n", replication,
                            batch.plan().scenarios[s].id, units[s].fingerprint, units[s].events);
    }
    print(batch.plan(), tables, rules, options, over);
    if (options.show.format != "table") std::cerr << over << "\n";
    write_csv(batch.plan(), tables, rules, options.csv);
    return success;
}

// `done` is less than was wanted after an interruption.
std::string means_line(const RunCommandOptions& options, std::uint32_t done) {
    const std::int64_t wanted = options.batch.replications;
    const Text means{fmt::format("Means over {} futures", done), fmt::format("{} 次推演的平均值", done)};
    const Text stopped{fmt::format("Interrupted: means over the {} futures that were finished, of {}", done, wanted),
                       fmt::format("已中断：{} 次推演中已完成 {} 次的平均值", wanted, done)};
    const bool is_chinese = options.show.words() == Language::zh && !options.show.ascii;
    return in(done < wanted ? stopped : means, is_chinese ? Language::zh : Language::en);
}

// What is finished is shown all the same: means need no number fixed before, as verdicts do.
int tell_interrupted(const store::Store& store, const RunCommandOptions& options) {
    const bool is_kept = !options.batch.store.empty();
    const std::uint32_t done = store.completed_replications();
    const Text kept = is_kept ? worded(" and kept in {}; the same command continues", "，保存在 {}；用原命令可继续",
                                       store.path().string())
                              : Text{};
    std::cerr << in(worded("interrupted: {} of {} futures are finished{}\n", "已中断：{1} 次推演中已完成 {0} 次{2}\n",
                           done, options.batch.replications, kept),
                    options.show.words());
    return interrupted;
}

int simulate_all(const analysis::Batch& batch, const RunCommandOptions& options, const fs::path& path,
                 const Words& words) {
    FinishedRun run =
        run_experiment(batch, options.batch, options.show, path, fmt::format("run {}", fmt::join(words, " ")));
    const std::uint32_t done = run.interrupted ? run.store.completed_replications() : run.replications;
    if (done == 0) return tell_interrupted(run.store, options);
    const RuleUses rules = analysis::rule_uses(run.store, done, 0.05);
    std::vector<Tables> tables;
    for (std::size_t s = 0; s < batch.plan().scenarios.size(); ++s)
        tables.push_back(tables_of(batch.plan(), s, analysis::totals_of(run.store, s, done), rules));
    if (!run.interrupted) run.store.finish();
    print(batch.plan(), tables, rules, options, means_line(options, done));
    write_csv(batch.plan(), tables, rules, options.csv);
    return run.interrupted ? tell_interrupted(run.store, options) : success;
}

}  // namespace

int run_run(const Words& words) {
    RunCommandOptions options;
    if (!options.read(words)) return success;
    options.show.apply();
    options.check();
    std::vector<scenario::Scenario> scenarios = options.scenarios.load(options.specs);
    const analysis::Overrides overrides = options.scenarios.overrides(options.specs.front(), scenarios.front());
    const analysis::Batch batch(std::move(scenarios), static_cast<std::uint32_t>(options.batch.seed), {}, {},
                                overrides);
    if (options.replication) return replay(batch, options);
    if (!options.batch.store.empty()) return simulate_all(batch, options, options.batch.store, words);
    const TemporaryFolder folder;
    return simulate_all(batch, options, folder.file(), words);
}

}  // namespace staffsim::cli
