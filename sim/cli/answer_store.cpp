#include "sim/cli/answer_store.hpp"

#include <spdlog/spdlog.h>

#include <iostream>

#include "analysis/answers.hpp"
#include "analysis/assemble.hpp"
#include "analysis/context.hpp"
#include "analysis/kept_answers.hpp"
#include "analysis/output_file.hpp"
#include "analysis/output_kind.hpp"
#include "analysis/plan.hpp"
#include "analysis/report/html.hpp"
#include "analysis/terminal/overrides_text.hpp"
#include "analysis/version.hpp"
#include "sim/cli/exit_codes.hpp"

namespace staffsim::cli {

namespace {

namespace fs = std::filesystem;

// Why the store cannot be used for questions about the plan's scenarios; empty when it can.
Text complaint(const store::Plan& stored, const store::Plan& wanted, bool holds_futures) {
    if (stored.model_version != wanted.model_version)
        return worded("its results are of model version {}, this program has {}", "其结果出自模型版本 {}，本程序为 {}",
                      stored.model_version, wanted.model_version);
    if (!stored.points.empty()) return {"it holds an experiment", "其中是试验的结果"};
    if (stored.seed != wanted.seed)
        return worded("its seed is {}, not {}", "其种子为 {}，不是 {}", stored.seed, wanted.seed);
    if (stored.years != wanted.years)
        return worded("its futures last {} years, these {}", "其推演为 {} 年，此处为 {} 年", stored.years,
                      wanted.years);
    const store::PlannedScenario &there = stored.scenarios.front(), &here = wanted.scenarios.front();
    if (there.unit_key != here.unit_key) {
        const Text differing = what_differs(there, here);
        return worded("its baseline is another one: {}", "其基准方案不同：{}",
                      differing.en.empty()
                          ? Text{"other settings, another roster or establishment", "设置、花名册或编制表不同"}
                          : differing);
    }
    if (holds_futures) return {};
    return joined(mismatches(stored, wanted), {"; ", "；"});
}

}  // namespace

void AnswerOptions::declare(Options& options) {
    options.text(
        "store", store, "FILE",
        "keeps the answer; the store of a comparison with the same base will do; default " + command_ + ".staffsim");
    options.text("report", report, "FILE.html", "report with the answer in it");
    options.flag("no-report", no_report, "write no report, as without --report");
    options.text("csv", csv, "DIR", "folder for the tables as CSV");
    options.flag("fresh", fresh, "overwrite the store, whatever is in it");
}

fs::path AnswerOptions::store_path() const {
    return store.empty() ? fs::path(command_ + ".staffsim") : fs::path(store);
}

void AnswerOptions::check() const {
    if (no_report && !report.empty())
        throw InputError(worded("{} and {}: take one of them", "{} 与 {}：只能取其一", "--report", "--no-report"));
    std::vector<analysis::PlannedOutput> planned{{"--store", store_path(), analysis::OutputKind::store}};
    if (!report.empty()) planned.push_back({"--report", report, analysis::OutputKind::page});
    if (!csv.empty()) planned.push_back({"--csv", csv, analysis::OutputKind::tables});
    analysis::check_outputs(planned);
}

store::Store open_answers(const AnswerOptions& options, const std::vector<scenario::Scenario>& scenarios,
                          std::uint32_t seed, const analysis::Overrides& overrides, const ShowOptions& show) {
    const store::Plan plan = analysis::plan_of(scenarios, seed, {}, {}, overrides);
    for (const Text& warning : analysis::context_of(plan.context_json).warnings)
        show_warnings({in(warning, show.words())});
    const fs::path path = options.store_path();
    if (options.fresh || !fs::exists(path)) return store::Store::open_or_create(path, plan, {options.fresh});
    store::Store store = store::Store::open(path);
    const Text reason = complaint(store.plan(), plan, store.completed_units() > 0);
    if (reason.en.empty()) return store;
    throw InputError(worded("{}: {}. Give another file with --store, or --fresh to overwrite it",
                            "{}：{}。请用 --store 另给文件，或用 --fresh 覆盖", path.string(), reason));
}

void print_answer(const std::string& screen, const analysis::Overrides& overrides, const ShowOptions& show) {
    std::cout << analysis::finished(show.style(), analysis::overrides_text(overrides, show.style())) << screen;
}

ShownFutures shown_futures(const store::Store& store) {
    const std::vector<std::uint32_t> looks = store.looks();
    if (looks.empty()) return {};
    return {looks.back(), static_cast<int>(looks.size())};
}

void close_answers(store::Store& store, const AnswerOptions& options, const ShowOptions& show) {
    store.finish();
    std::string last = store.path().string();
    if (!options.csv.empty()) {
        analysis::write_tables(options.csv, analysis::answers_tables(analysis::answers_in(store)));
        last = options.csv;
    }
    if (!options.report.empty()) {
        const ShownFutures shown = shown_futures(store);
        const analysis::Comparison comparison = analysis::assemble(store, shown.replications, shown.look);
        analysis::write_file(options.report, analysis::render_html(comparison, show.words()));
        last = options.report;
    }
    if (show.format == "table") {
        std::cout << last << "\n";
    } else {
        spdlog::info("{}", in(worded("written: {}", "已写入：{}", last), show.words()));
    }
}

void put_out_answers(const store::Store& store, const OutputOptions& outputs, const ShowOptions& show) {
    if (!outputs.workbook.empty() || !outputs.pdf.empty())
        throw InputError(
            worded("--xlsx, --pdf: the store holds answers to questions and no futures; take --report or --csv",
                   "--xlsx、--pdf：结果库中只有问题的答案，没有推演；请用 --report 或 --csv"));
    const analysis::Comparison comparison = analysis::assemble(store, 0, 1);
    const std::vector<analysis::CsvFile> tables = analysis::answers_tables(comparison.answers);
    if (!outputs.csv.empty()) analysis::write_tables(outputs.csv, tables);
    if (outputs.wants_report()) analysis::write_file(outputs.report, analysis::render_html(comparison, show.words()));
    if (show.format == "json") std::cout << analysis::answers_json(comparison.answers);
    if (show.format == "csv") std::cout << tables.front().content;
    if (show.format != "table") return;
    const std::string last = outputs.wants_report() ? outputs.report : outputs.csv;
    print_answer(analysis::answers_screen(comparison.answers, comparison.verdict_years.front(), show.style()),
                 comparison.overrides, show);
    std::cout << (last.empty() ? store.path().string() : last) << "\n";
}

int tell_answer_interrupted(const store::Store& store, const ShowOptions& show) {
    std::cerr << in(worded("interrupted: what was lived is kept in {}; the same command continues.\n",
                           "已中断：已完成的推演保存在 {}；用原命令可继续。\n", store.path().string()),
                    show.words());
    return interrupted;
}

}  // namespace staffsim::cli
