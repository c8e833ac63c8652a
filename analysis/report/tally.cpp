#include "analysis/report/tally.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "analysis/outcome_words.hpp"
#include "analysis/report/numbers.hpp"

namespace staffsim::analysis::telling {

using stats::Verdict;

namespace {

void count_open(Tally& tally, const Cell& cell) {
    tally.too_rare += cell.verdict == Verdict::too_rare;
    tally.assumptions += cell.verdict == Verdict::depends_on_assumptions;
    tally.not_measured += cell.verdict == Verdict::not_measured;
    if (cell.verdict != Verdict::too_close) return;
    ++tally.too_close;
    const std::uint32_t more = cell.paired.more_needed;
    if (more > 0 && (tally.fewest_more == 0 || more < tally.fewest_more)) tally.fewest_more = more;
}

void count(Tally& tally, const Comparison& comparison, const Cell& cell) {
    ++tally.all;
    tally.identical += cell.verdict == Verdict::identical;
    count_open(tally, cell);
    if (comparison.outcomes[cell.outcome].aim == measures::Aim::cost) return tally.cost.push_back(&cell);
    ++tally.counted;
    if (cell.verdict == Verdict::better) tally.better.push_back(&cell);
    if (cell.verdict == Verdict::worse) tally.worse.push_back(&cell);
    if (cell.verdict == Verdict::small_better) tally.small_better.push_back(&cell);
    if (cell.verdict == Verdict::small_worse) tally.small_worse.push_back(&cell);
}

// " places", or " × 10,000 yuan" for units that begin with a number.
std::string spaced(const std::string& unit) {
    if (unit.empty()) return unit;
    return (unit.front() >= '0' && unit.front() <= '9' ? " × " : " ") + unit;
}

// The unit beside a label that says already that it is of a year, or the unit itself: "Person-years per promotion".
Text unit_beside(const Text& label, const Text& unit) {
    constexpr std::string_view a_year = " a year", of_year = "年", per_year = "/年";
    Text shown = unit;
    if (is_said_by(label.en, unit.en)) return {};
    if (label.en.ends_with(a_year) && unit.en.ends_with(a_year)) shown.en.resize(unit.en.size() - a_year.size());
    if (label.zh.starts_with(of_year) && unit.zh.ends_with(per_year)) shown.zh.resize(unit.zh.size() - per_year.size());
    return shown;
}

}  // namespace

double size_of(const Comparison& comparison, const Cell& cell) {
    const double matters = comparison.outcomes[cell.outcome].matters;
    const double scale = matters > 0 ? matters : cell.paired.standard_error;
    return scale > 0 ? std::abs(cell.paired.difference) / scale : std::abs(cell.paired.difference);
}

bool is_latent(const Comparison& comparison, const Cell& cell) { return comparison.outcomes[cell.outcome].latent; }

Tally tally_of(const Comparison& comparison, std::size_t scenario, int verdict_year) {
    Tally tally;
    for (const Cell& cell : comparison.cells) {
        if (cell.scenario != scenario || cell.verdict_year != verdict_year) continue;
        if (cell.has_verdict)
            count(tally, comparison, cell);
        else if (cell.paired.discordant > 0)
            tally.moved_without_verdict.push_back(&cell);
    }
    const auto first = [&](const Cell* a, const Cell* b) {
        const bool latent_a = is_latent(comparison, *a), latent_b = is_latent(comparison, *b);
        return latent_a != latent_b ? latent_b : size_of(comparison, *a) > size_of(comparison, *b);
    };
    for (auto* cells : {&tally.better, &tally.worse, &tally.small_better, &tally.small_worse})
        std::stable_sort(cells->begin(), cells->end(), first);
    return tally;
}

Wording wording(const Comparison& comparison, const Cell& cell) {
    const measures::Outcome& outcome = comparison.outcomes[cell.outcome];
    const int decimals = shown_decimals(cell.paired, outcome);
    const double low = cell.paired.low, high = cell.paired.high;
    return {outcome, signed_within(cell.paired.difference, low, high, decimals),
            signed_within(low, low, high, decimals), signed_within(high, low, high, decimals)};
}

Text change(const Comparison& comparison, const Cell& cell) {
    const Wording w = wording(comparison, cell);
    const Text unit = unit_beside(w.outcome.label, change_unit(w.outcome));
    return {fmt::format("{} {}{}", w.outcome.label.en, w.difference, spaced(unit.en)),
            fmt::format("{} {}{}", w.outcome.label.zh, w.difference, spaced(unit.zh))};
}

Text largest(const Comparison& comparison, const std::vector<const Cell*>& cells) {
    constexpr std::size_t most = 3;
    // "and others" of a single one takes as much room as its name.
    const std::size_t named = cells.size() == most + 1 ? cells.size() : std::min(cells.size(), most);
    Text list;
    for (std::size_t i = 0; i < named; ++i) {
        const Text what = change(comparison, *cells[i]);
        list.en += (i ? "; " : "") + what.en;
        list.zh += (i ? "；" : "") + what.zh;
    }
    if (cells.size() > named) list.en += fmt::format(" and {} others", cells.size() - named), list.zh += "等";
    return list;
}

void add_side(Text& text, const Comparison& comparison, const std::vector<const Cell*>& cells, const Text& side) {
    if (cells.empty()) return;
    const Text list = largest(comparison, cells);
    text.en += fmt::format("{}{} on {} ({})", text.en.empty() ? "" : ", ", side.en, cells.size(), list.en);
    text.zh += fmt::format("{}{} 项{}（{}）", text.zh.empty() ? "" : "，", cells.size(), side.zh, list.zh);
}

Text both_sides(const Comparison& comparison, const std::vector<const Cell*>& better,
                const std::vector<const Cell*>& worse) {
    Text text;
    add_side(text, comparison, better, {"better", "更好"});
    add_side(text, comparison, worse, {"worse", "更差"});
    return text;
}

void add(Text& text, const Text& sentence) {
    text.en += (text.en.empty() || sentence.en.empty() ? "" : " ") + sentence.en;
    text.zh += sentence.zh;
}

}  // namespace staffsim::analysis::telling
