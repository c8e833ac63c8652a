// Section 8: where careers lead. One table of links per policy, grouped by where they begin; the chart of flows is
// drawn from it. Links that nobody takes under any policy are left out.
#include <algorithm>

#include "analysis/examples.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/spread_view.hpp"

namespace staffsim::analysis {
namespace {

using namespace measures;

Text node_words(std::size_t node) {
    if (node < first_stage_node) {
        const Term<Channel>& words = term(static_cast<Channel>(node));
        return {std::string(words.en), std::string(words.zh)};
    }
    if (node < first_end_node) return words_of(static_cast<Stage>(node - first_stage_node));
    return words_of(static_cast<CareerEnd>(node - first_end_node));
}

constexpr double fewest = 0.05;  // people: less is written as 0.0

view::data links_from(const Comparison& comparison, std::size_t source) {
    view::data rows = view::empty_list();
    for (std::size_t target = first_stage_node; target < career_nodes; ++target) {
        view::data cells = view::empty_list();
        bool is_taken = false;
        for (const CareerStudy& study : comparison.portraits.careers) {
            const Spread& people = study.link(source, target);
            is_taken = is_taken || people.mean >= fewest;
            cells << spread_cell(people, 1, 0);
        }
        if (is_taken) rows << spread_row(node_words(target), cells, std::to_string(target));
    }
    return rows;
}

view::data years_to_stages(const Comparison& comparison) {
    view::data rows = view::empty_list();
    for (std::size_t stage = 1; stage < stage_count; ++stage) {
        view::data cells = view::empty_list();
        bool is_reached = false;
        for (const CareerStudy& study : comparison.portraits.careers) {
            is_reached = is_reached || study.years_to[stage].mean > 0;
            cells << spread_cell(study.years_to[stage], 1, 1);
        }
        if (is_reached) rows << spread_row(words_of(static_cast<Stage>(stage)), cells);
    }
    return rows;
}

view::data career_groups(const Comparison& comparison) {
    view::data parts = view::empty_list();
    for (std::size_t source = 0; source < link_sources; ++source) {
        view::data rows = links_from(comparison, source);
        if (rows.is_empty_list()) continue;
        const bool is_channel = source < first_stage_node;
        parts << spread_part(
            "from-" + std::to_string(source), node_words(source),
            is_channel ? Text{"came in by, people", "来源，人"} : Text{"from there to, people", "由此到，人"}, rows);
    }
    if (view::data rows = years_to_stages(comparison); !rows.is_empty_list())
        parts << spread_part("years", {"Years from entry", "从录用起的年数"}, {"of those who came there", "到达者平均"},
                             rows);
    return parts;
}

}  // namespace

view::data fill_careers(const Comparison& comparison) {
    view::data values;
    const Portraits& portraits = comparison.portraits;
    values.set("present", !portraits.empty());
    values.set("absent", portraits.empty());
    if (portraits.empty()) return values;
    set_beside(comparison, "careers", values);
    values.set("entering", std::to_string(portraits.cohort.entering));
    values.set("one_year", portraits.cohort.entering == 1);
    values.set("followed", std::to_string(portraits.cohort.followed));
    values.set("span", std::to_string(1 + comparison.scenarios.size()));
    values.set("groups", career_groups(comparison));
    return values;
}

}  // namespace staffsim::analysis
