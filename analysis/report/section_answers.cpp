// Answers to single questions: what each part of a package does, which policy is best on one thing, how large a lever
// must be. Sentences and tables here; the charts are drawn by the page's script.
#include <fmt/format.h>

#include <algorithm>

#include "analysis/answers.hpp"
#include "analysis/outcome_words.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/report/sections.hpp"

namespace staffsim::analysis {
namespace {

const measures::Outcome& outcome_at(std::size_t outcome) { return measures::outcomes()[outcome]; }

view::data part_row(std::size_t outcome, const Text& part, double value, int decimals, const std::string& range,
                    bool is_whole) {
    const measures::Outcome& what = outcome_at(outcome);
    view::data row;
    row.set("outcome", view::text(what.label));
    row.set("unit", view::text(change_unit(what)));
    row.set("part", view::text(part));
    row.set("value", signed_number(value, decimals));
    row.set("range", range);
    row.set("whole", is_whole);
    return row;
}

// A part, or two together.
view::data ranged_row(const auto& one, const Text& name) {
    const int decimals =
        clear_decimals(one.low, one.high, outcome_at(one.outcome).decimals + 1, outcome_at(one.outcome));
    return part_row(one.outcome, name, one.value, decimals, signed_range(one.low, one.high, decimals), false);
}

// The parts of one outcome, their sum, and the interactions that are more than chance.
void outcome_rows(const Package& package, std::size_t outcome, int year, view::data& rows) {
    double sum = 0;
    for (const PackagePart& one : package.values) {
        if (one.outcome != outcome || one.verdict_year != year) continue;
        sum += one.value;
        rows << ranged_row(one, package.parts[one.part]);
    }
    rows << part_row(outcome, {"whole package", "整个办法"}, sum, outcome_at(outcome).decimals + 1, "", true);
    for (const PackageInteraction& one : package.interactions) {
        const bool is_clear = one.low > 0 || one.high < 0;
        if (one.outcome == outcome && one.verdict_year == year && is_clear)
            rows << ranged_row(one, pair_name(package, one));
    }
}

std::vector<std::size_t> outcomes_of(const Package& package) {
    std::vector<std::size_t> outcomes;
    for (const PackagePart& one : package.values) {
        if (outcomes.empty() || outcomes.back() != one.outcome) outcomes.push_back(one.outcome);
    }
    return outcomes;
}

view::data package_view(const Comparison& comparison, const Package& package) {
    view::data entry;
    entry.set("name", view::text(package_name(package)));
    entry.set("help", view::text(package_help()));
    entry.set("futures", std::to_string(package.replications));
    entry.set("years", by_verdict_year(comparison, [&](int year, view::data& own) {
                  view::data rows = view::empty_list();
                  for (const std::size_t outcome : outcomes_of(package)) outcome_rows(package, outcome, year, rows);
                  own.set("rows", rows);
              }));
    return entry;
}

view::data race_view(const BestOf& best) {
    view::data entry, rows = view::empty_list();
    entry.set("question", view::text(best_question(best)));
    entry.set("answer", view::text(best_answer(best)));
    entry.set("guarantee", view::text(best_guarantee(best)));
    entry.set("subset", view::text(best_subset(best)));
    for (std::size_t s = 0; s < best.candidates.size(); ++s) {
        const BestOf::Candidate& one = best.candidates[s];
        view::data row;
        row.set("name", view::text(one.name));
        row.set("mean", plain_number(one.mean, outcome_at(best.outcome).decimals + 1));
        row.set("futures", std::to_string(one.replications));
        row.set("fate", view::text(best_fate(best, s)));
        row.set("in_subset", std::ranges::find(best.subset, s) != best.subset.end());
        rows << row;
    }
    entry.set("rows", rows);
    return entry;
}

view::data trial_view(const SeekReport& report, const SeekEvidence& one, bool is_fresh) {
    view::data row;
    row.set("value", fmt::format("{:.10g}", one.value));
    row.set("is_mix", !report.other_lever.empty());
    row.set("other_value", fmt::format("{:.10g}", one.other_value));
    row.set("fresh", is_fresh);
    row.set("share", fmt::format("{:.1f} %", 100 * one.share));
    row.set("range", fmt::format("[{:.1f}, {:.1f}]", 100 * one.share_low, 100 * one.share_high));
    row.set("mean", plain_number(one.mean, outcome_at(report.outcome).decimals + 1));
    row.set("cost", signed_number(one.cost, 1));
    row.set("meets", one.meets);
    row.set("affordable", one.is_affordable);
    return row;
}

view::data seek_view(const SeekReport& report) {
    view::data entry, rows = view::empty_list();
    entry.set("label", view::text(report.label));
    entry.set("question", view::text(seek_question(report)));
    entry.set("answer", view::text(seek_answer(report)));
    entry.set("confirmation", view::text(seek_confirmation(report)));
    entry.set("shape", view::text(seek_shape(report)));
    entry.set("futures", std::to_string(report.replications));
    entry.set("is_mix", !report.other_lever.empty());
    entry.set("lever", view::text(report.label));
    entry.set("other_lever", view::text(report.other_label));
    for (const SeekEvidence& one : report.tried) rows << trial_view(report, one, false);
    if (report.confirmation) rows << trial_view(report, *report.confirmation, true);
    entry.set("rows", rows);
    return entry;
}

template <class Answer, class View>
view::data numbered(const char* name, const std::vector<Answer>& answers, const View& view_of) {
    view::data values, list = view::empty_list();
    for (std::size_t i = 0; i < answers.size(); ++i) {
        view::data entry = view_of(answers[i]);
        entry.set("index", std::to_string(i + 1));
        list << entry;
    }
    values.set(name, list);
    return values;
}

}  // namespace

bool has_packages(const Comparison& comparison) { return !comparison.answers.packages.empty(); }
bool has_races(const Comparison& comparison) { return !comparison.answers.races.empty(); }
bool has_seeks(const Comparison& comparison) { return !comparison.answers.seeks.empty(); }

view::data fill_parts(const Comparison& comparison) {
    return numbered("packages", comparison.answers.packages,
                    [&](const Package& package) { return package_view(comparison, package); });
}
view::data fill_best(const Comparison& comparison) { return numbered("races", comparison.answers.races, race_view); }
view::data fill_sought(const Comparison& comparison) { return numbered("seeks", comparison.answers.seeks, seek_view); }

}  // namespace staffsim::analysis
