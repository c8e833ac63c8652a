// Section 11: which assumptions matter. The tornado charts are drawn by the page's script; here are the sentences and
// the tables: what every verdict hinges on, and every assumption that moves a difference, with both ends of its range.
#include <fmt/format.h>

#include <algorithm>

#include "analysis/drivers_words.hpp"
#include "analysis/outcome_words.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/report/sections.hpp"
#include "sim/levers/words.hpp"

namespace staffsim::analysis {
namespace {

constexpr std::size_t most_rows = 12;  // of one outcome in the table; all are in tornado.csv

std::string names_of(const Comparison& comparison, const std::vector<std::size_t>& factors, Language language) {
    std::string names;
    for (const std::size_t factor : factors)
        names += (names.empty()              ? ""
                  : language == Language::zh ? "、"
                                             : ", ") +
                 in(comparison.drivers.factors[factor].label, language);
    return names.empty() ? "–" : names;
}

view::data verdict_row(const Comparison& comparison, const Cell& cell, const Dependence& one) {
    const int decimals = shown_decimals(cell.paired, comparison.outcomes[cell.outcome]);
    view::data row = scenario_view(comparison, cell.scenario);
    row.set("outcome", view::text(comparison.outcomes[cell.outcome].label));
    row.set("difference", signed_number(cell.paired.difference, decimals));
    row.set("verdict", verdict_view(comparison, cell.verdict));
    const bool is_joint = one.draws > 0;
    row.set("agreement", is_joint ? fmt::format("{:.0f} %", 100 * one.sensitivity.sign_agreement) : "–");
    row.set("joint", is_joint ? signed_range(one.p05, one.p95, decimals) : "–");
    row.set("noise", is_joint ? fmt::format("{:.0f} %", std::min(100.0, 100 * one.noise)) : "–");
    row.set("turned_by", view::text({names_of(comparison, one.sign_flips, Language::en),
                                     names_of(comparison, one.sign_flips, Language::zh)}));
    return row;
}

view::data tornado_row(const Comparison& comparison, const TornadoRow& row, int decimals) {
    const DriverFactor& factor = comparison.drivers.factors[row.factor];
    view::data entry;
    entry.set("factor", view::text(factor.label));
    entry.set("at_low", signed_number(row.at_low.difference, decimals));
    entry.set("at_high", factor.is_switch ? "–" : signed_number(row.at_high.difference, decimals));
    entry.set("flips", row.flips());
    entry.set("is_clear", row.is_clear);
    return entry;
}

// The strongest assumptions of one difference.
view::data tornado_group(const Comparison& comparison, const Cell& cell) {
    const measures::Outcome& outcome = comparison.outcomes[cell.outcome];
    view::data group = scenario_view(comparison, cell.scenario), rows = view::empty_list();
    group.set("outcome", view::text(outcome.label));
    group.set("unit", view::text(change_unit(outcome)));
    const auto tornado = tornado_of(comparison, cell.outcome, cell.scenario, cell.verdict_year);
    const int decimals = shown_decimals(cell.paired, outcome);
    for (std::size_t i = 0; i < std::min(tornado.size(), most_rows); ++i)
        rows << tornado_row(comparison, *tornado[i], decimals);
    group.set("rows", rows);
    group.set("clear", view::text(clear_of_luck_words(tornado)));
    group.set("present", !rows.is_empty_list());
    return group;
}

void fill_year(const Comparison& comparison, int year, view::data& entry) {
    view::data hinges = view::empty_list(), verdicts = view::empty_list(), groups = view::empty_list();
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
        view::data hinge = scenario_view(comparison, s);
        hinge.set("sentence", view::text(hinges_sentence(comparison, s, year)));
        hinges << hinge;
        for (std::size_t o = 0; o < comparison.outcomes.size(); ++o) {
            const Cell* cell = find_cell(comparison, o, s, year);
            const Dependence* one = dependence_of(comparison, o, s, year);
            if (cell == nullptr || !cell->has_verdict || one == nullptr) continue;
            verdicts << verdict_row(comparison, *cell, *one);
            const view::data group = tornado_group(comparison, *cell);
            if (group.get("present")->is_true()) groups << group;
        }
    }
    entry.set("hinges", hinges);
    entry.set("verdicts", verdicts);
    entry.set("has_rows", !groups.is_empty_list());
    entry.set("groups", groups);
}

view::data factors_view(const Drivers& drivers, std::string_view kind) {
    view::data rows = view::empty_list();
    for (const DriverFactor& factor : drivers.factors) {
        if (factor.kind != kind) continue;
        view::data row;
        row.set("factor", view::text(factor.label));
        Text range = range_of(factor);
        if (!factor.unit.empty()) range = {range.en + " " + factor.unit, range.zh + " " + factor.unit};
        row.set("present", view::text(factor.is_switch ? levers::value_words(factor.present)
                                                       : Text{factor.present, factor.present}));
        row.set("range", view::text(range));
        row.set("source", factor.source);
        rows << row;
    }
    return rows;
}

// "20", or "4–20" where studies differ.
std::string point_replications(const Drivers& drivers) {
    std::uint32_t fewest = drivers.point_replications;
    for (const DriverStudy& one : drivers.studies) fewest = std::min(fewest, one.replications);
    const std::string most = std::to_string(drivers.point_replications);
    return fewest == drivers.point_replications ? most : std::to_string(fewest) + "–" + most;
}

std::string percent(double share) { return fmt::format("{:.0f} %", 100 * share); }

view::data shares_view(const Comparison& comparison, int year) {
    view::data rows = view::empty_list();
    for (const DriverShare& share : comparison.drivers.shares) {
        if (share.verdict_year != year || share.is_screened_out || !comparison.outcomes[share.outcome].primary)
            continue;
        view::data row = scenario_view(comparison, share.scenario);
        row.set("outcome", view::text(comparison.outcomes[share.outcome].label));
        row.set("factor", view::text(comparison.drivers.factors[share.factor].label));
        row.set("first", fmt::format("{} [{}, {}]", percent(share.first.value), percent(share.first.low),
                                     percent(share.first.high)));
        row.set("total", fmt::format("{} [{}, {}]", percent(share.total.value), percent(share.total.low),
                                     percent(share.total.high)));
        row.set("noise", percent(std::min(1.0, share.noise)));
        rows << row;
    }
    return rows;
}

}  // namespace

view::data fill_assumptions(const Comparison& comparison) {
    const Drivers& drivers = comparison.drivers;
    view::data values;
    values.set("present", !drivers.is_empty());
    values.set("factor_count", std::to_string(assumptions_varied(drivers)));
    values.set("one_factor", assumptions_varied(drivers) == 1);
    values.set("factors", factors_view(drivers, "assumption"));
    const view::data facts = factors_view(drivers, "fact");
    values.set("facts", facts);
    values.set("has_facts", !facts.is_empty_list());
    values.set("looked_up", view::text(looked_up_sentence(comparison)));
    values.set("point_replications", point_replications(drivers));
    values.set("studies", view::text(studies_sentence(comparison)));
    values.set("studies_differ", !studies_sentence(comparison).en.empty());
    values.set("few_draws", view::text(few_draws_sentence(comparison)));
    values.set("has_few_draws", !few_draws_sentence(comparison).en.empty());
    values.set("left_alone", view::text(left_alone_sentence(comparison)));
    values.set("years", by_verdict_year(comparison, [&](int year, view::data& entry) {
                   if (drivers.is_empty()) return;
                   fill_year(comparison, year, entry);
                   const view::data shares = shares_view(comparison, year);
                   entry.set("has_shares", !shares.is_empty_list());
                   entry.set("shares", shares);
               }));
    return values;
}

}  // namespace staffsim::analysis
