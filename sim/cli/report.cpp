// staffsim report: everything that can be told from a store, without simulating.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "analysis/answers.hpp"
#include "analysis/assemble.hpp"
#include "analysis/choice.hpp"
#include "analysis/kept_answers.hpp"
#include "analysis/version.hpp"
#include "sim/cli/answer_store.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/exit_codes.hpp"
#include "sim/cli/outputs.hpp"
#include "sim/cli/run_design.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/store/error.hpp"
#include "sim/store/store.hpp"

namespace staffsim::cli {

namespace {

struct ReportOptions {
    std::vector<std::string> stores;
    std::optional<std::int64_t> replications;
    bool units = false, dump = false;
    std::string baseline, scenarios, groups;
    std::int64_t min_cell = analysis::usual_min_cell;
    PointOptions points;
    OutputOptions outputs;
    ShowOptions show;

    bool read(const Words& words) {
        Options options(
            "report STORE",
            "Rebuilds screen, report and tables of a comparison from its results. A number of futures that was\n"
            "not looked at before counts as a further look and makes verdicts a little stricter.",
            "  staffsim report compare.staffsim --report again.html --csv tables --lang zh\n"
            "  staffsim report compare.staffsim --baseline salary --scenarios salary,exchange\n"
            "  staffsim report compare.staffsim --units\n"
            "  staffsim report allowance.staffsim --only \"township_allowance=600\" --csv tables\n");
        options.arguments(stores, 1, 1, {"a results store", "结果库"});
        options.maybe_whole("replications", replications, 1, 1'000'000,
                            "use the first so many futures (default: the last look, or all)");
        options.flag("units", units, "list the runs with their fingerprints instead");
        options.flag("dump", dump, "the whole content as text, for telling whether two stores say the same");
        options.text("baseline", baseline, "NAME",
                     "compare with this scenario (id, name or letter) instead: exploratory, no verdicts");
        options.text("scenarios", scenarios, "A,B", "show only these scenarios beside the baseline");
        options.text("groups", groups, "LIST",
                     "breakdowns to show: unit_type, unit, tier, age, sex, channel, cohort (default: all)");
        options.whole("min-cell", min_cell, 0, 1000,
                      "breakdowns, the structure of the staff and pilots hide groups of fewer people; 0 hides none");
        points.declare(options);
        outputs.declare(options);
        show.declare(options);
        return options.read(words);
    }

    // The lists of runs and the dump are plain text and nothing else.
    void refuse_ignored() const {
        if (!units && !dump) return;
        const std::string option = units ? "--units" : "--dump";
        if (units && dump)
            throw InputError(worded("{} and {}: take one of them", "{} 与 {}：只能取其一", "--units", "--dump"));
        const bool has_outputs =
            !outputs.report.empty() || !outputs.csv.empty() || !outputs.workbook.empty() || !outputs.pdf.empty();
        if (show.format != "table" || has_outputs)
            throw InputError(worded("{} prints plain text; leave --format, --report, --csv, --xlsx and --pdf out",
                                    "{} 输出纯文本；请去掉 --format、--report、--csv、--xlsx、--pdf", option));
    }
};

void print_units(const store::Store& store) {
    const std::vector<store::UnitRecord> records = store.unit_records();
    const std::size_t scenarios = store.plan().scenarios.size();
    for (std::size_t u = 0; u < records.size(); ++u) {
        std::cout << fmt::format("replication {}  {}  fingerprint {:016x}  events {}\n", u / scenarios,
                                 store.plan().scenarios[u % scenarios].id, records[u].fingerprint, records[u].events);
    }
}

std::uint32_t wanted_replications(const store::Store& store, const ReportOptions& options) {
    const std::uint32_t completed = store.completed_replications();
    if (completed == 0)
        throw InputError(worded("{}: the store holds no future yet", "{}：结果库中还没有推演", store.path().string()));
    const std::vector<std::uint32_t> looks = store.looks();
    const std::uint32_t usual = looks.empty() ? completed : looks.back();
    const auto wanted = static_cast<std::uint32_t>(options.replications.value_or(usual));
    if (wanted <= completed) return wanted;
    throw InputError(worded("--replications: {} are asked for, the store holds {}",
                            "--replications：要求 {} 次，结果库中只有 {} 次", wanted, completed));
}

void refuse_other_model(const store::Store& store) {
    if (store.plan().model_version == analysis::model_version()) return;
    throw InputError(worded("{}: its results are of model version {}, this program has {}",
                            "{}：其结果出自模型版本 {}，本程序为 {}", store.path().string(), store.plan().model_version,
                            analysis::model_version()));
}

// A store of one scenario holds nothing to compare: looking at it costs nothing.
int look_at(store::Store& store, std::uint32_t replications) {
    if (store.plan().scenarios.size() < 2) return 1;
    const std::vector<std::uint32_t> looks = store.looks();
    const bool is_new = std::ranges::find(looks, replications) == looks.end();
    try {
        const int look = store.look_for(replications);
        if (is_new) store.finish();
        return look;
    } catch (const store::StoreError& error) {
        if (!is_new) throw;
        throw store::StoreError(worded(
            "{}; a look at {} futures is new and has to be remembered in the store, for "
            "every look makes verdicts a little stricter. Copy the store to where it may "
            "be written",
            "{}；按 {} 次推演查看尚属首次，须记入结果库，因为每次查看都使判断略为从严。请把结果库复制到可以写入的地方",
            error.words(), replications));
    }
}

// Of a comparison that was interrupted: the number of its futures was fixed before, and a part of them is judged here.
Text missing_futures(const store::Store& store) {
    const std::uint32_t wanted = store.plan().replications, kept = store.completed_replications();
    if (wanted <= kept) return {};
    return {fmt::format("the run did not finish: {} of {} futures are here, {} are missing; the same command continues",
                        kept, wanted, wanted - kept),
            fmt::format("推演没有完成：共 {} 次，现有 {} 次，缺 {} 次；用原命令可继续", wanted, kept, wanted - kept)};
}

int printed_units(const store::Store& store) {
    print_units(store);
    return success;
}

int printed_dump(const store::Store& store) {
    store.write_canonical_dump(std::cout);
    return success;
}

}  // namespace

int run_report(const Words& words) {
    ReportOptions options;
    if (!options.read(words)) return success;
    options.show.apply();
    options.outputs.refuse_contradiction();
    options.outputs.check(options.stores.front(), {"the store", "结果库"});
    store::Store store = store::Store::open(options.stores.front());
    refuse_other_model(store);
    options.refuse_ignored();
    if (options.units) return printed_units(store);
    if (options.dump) return printed_dump(store);
    const bool has_points = !store.plan().points.empty();
    if (!has_points && !options.points.filter.is_empty())
        throw InputError(worded("--only and --points are for stores of an experiment; this one holds a comparison",
                                "--only 与 --points 用于试验的结果库；此为比较的结果库"));
    if (has_points) check_can_report(store.plan(), options.outputs);
    const bool has_answers = !analysis::answers_in(store).is_empty();
    if (store.completed_replications() == 0 && has_answers) {
        put_out_answers(store, options.outputs, options.show);
        return success;
    }
    if (has_points && !(options.baseline.empty() && options.scenarios.empty()))
        throw InputError(worded(
            "--baseline and --scenarios are for stores of a comparison; for an experiment use --only and --points",
            "--baseline 与 --scenarios 用于比较的结果库；试验请用 --only 与 --points"));
    if (has_points && !(options.groups.empty() && options.min_cell == analysis::usual_min_cell))
        throw InputError(worded(
            "--groups and --min-cell are for breakdowns, which an experiment does not keep; the units that its file "
            "names are in --csv",
            "--groups 与 --min-cell 用于分组，试验不保存分组；试验文件所列单位见 --csv"));
    const analysis::Choice choice = analysis::choice_of(store.plan(), options.baseline, options.scenarios);
    const std::uint32_t replications = wanted_replications(store, options);
    const int look = look_at(store, replications);
    if (has_points) {
        put_out_points(store, replications, look, options.points, options.outputs, options.show,
                       options.stores.front());
        return success;
    }
    const std::vector<measures::Dimension> groups = analysis::dimensions_of(options.groups);
    analysis::Comparison all =
        analysis::assemble(store, replications, look, 0, choice.baseline, {static_cast<int>(options.min_cell), groups});
    // Before all others, of which only the first are told.
    if (const Text missing = missing_futures(store); !missing.en.empty())
        all.warnings.insert(all.warnings.begin(), missing);
    const analysis::Comparison comparison = analysis::chosen(std::move(all), choice);
    put_out(comparison, options.outputs, options.show, options.stores.front(), "",
            analysis::answers_screen(comparison.answers, comparison.verdict_years.front(), options.show.style()));
    return success;
}

}  // namespace staffsim::cli
