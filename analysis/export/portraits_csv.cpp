#include "analysis/export/portraits_csv.hpp"

#include "analysis/examples.hpp"
#include "analysis/export/csv_text.hpp"
#include "sim/measures/chains.hpp"

namespace staffsim::analysis {

namespace {

using namespace measures;

CsvText& add(CsvText& csv, const Spread& spread) {
    return csv.number(spread.mean).number(spread.low).number(spread.high);
}

// Hidden cells have no numbers; `shown` says why.
std::string structure_csv(const Comparison& comparison) {
    CsvText csv({"scenario", "year", "calendar_year", "attribute", "group_zh", "group_en", "people", "people_p05",
                 "people_p95", "share_percent", "share_p05", "share_p95", "shown"});
    const int min_cell = comparison.portraits.min_cell;
    for (std::size_t s = 0; s < comparison.portraits.structure.size(); ++s) {
        const StructureYears& years = comparison.portraits.structure[s];
        for (std::size_t year = 0; year < years.size(); ++year) {
            for (const std::size_t cell : structure_order()) {
                const StructureWords words = structure_words(cell);
                csv.text(comparison.scenarios[s].id).whole(static_cast<std::int64_t>(year));
                csv.whole(comparison.start_year + static_cast<std::int64_t>(year) - 1).text(words.attribute);
                csv.text(words.words.zh).text(words.words.en);
                const StructureCell& staff = years[year][cell];
                add(add(csv, staff.people), staff.share);
                csv.text(staff.shown == Shown::yes ? "" : hidden_text(staff.shown, min_cell)).end_row();
            }
        }
    }
    return csv.content();
}

std::string node_id(std::size_t node) {
    static constexpr const char* stages[] = {"township_clerk", "township_office", "organ_staff", "township_deputy",
                                             "organ_deputy",   "township_leader", "organ_leader"};
    static constexpr const char* ends[] = {"in_township", "in_organ", "moved_above", "resigned", "retired", "other"};
    if (node < first_stage_node) return std::string(term(static_cast<Channel>(node)).name);
    return node < first_end_node ? stages[node - first_stage_node] : ends[node - first_end_node];
}

// Links, and the years to each stage as rows from "entry".
std::string careers_csv(const Comparison& comparison) {
    CsvText csv({"scenario", "from", "to", "what", "mean", "p05", "p95"});
    for (std::size_t s = 0; s < comparison.portraits.careers.size(); ++s) {
        const CareerStudy& study = comparison.portraits.careers[s];
        for (std::size_t source = 0; source < link_sources; ++source) {
            for (std::size_t target = first_stage_node; target < career_nodes; ++target) {
                if (study.link(source, target).mean <= 0) continue;
                csv.text(comparison.scenarios[s].id).text(node_id(source)).text(node_id(target)).text("people");
                add(csv, study.link(source, target)).end_row();
            }
        }
        for (std::size_t stage = 1; stage < stage_count; ++stage) {
            if (study.years_to[stage].mean <= 0) continue;
            csv.text(comparison.scenarios[s].id).text("entry").text(node_id(first_stage_node + stage)).text("years");
            add(csv, study.years_to[stage]).end_row();
        }
    }
    return csv.content();
}

std::string chains_csv(const Comparison& comparison) {
    CsvText csv({"scenario", "what", "which", "mean", "p05", "p95"});
    for (std::size_t s = 0; s < comparison.portraits.chains.size(); ++s) {
        const ChainStudy& study = comparison.portraits.chains[s];
        const auto row = [&](const char* what, const std::string& which, const Spread& spread) {
            csv.text(comparison.scenarios[s].id).text(what).text(which);
            add(csv, spread).end_row();
        };
        row("mean_links", "all", study.links);
        for (std::size_t i = 0; i < study.ended.size(); ++i)
            row("chains_a_year", std::to_string(i + 1), study.ended[i]);
        for (std::size_t i = 0; i < study.days.size(); ++i)
            row("days_empty_by_link", std::to_string(i + 1), study.days[i]);
        for (std::size_t i = 0; i < study.days_on.size(); ++i)
            row("days_empty_by_post", std::string(term(static_cast<Ladder>(i)).name), study.days_on[i]);
    }
    return csv.content();
}

}  // namespace

std::vector<CsvFile> portraits_tables(const Comparison& comparison) {
    if (comparison.portraits.empty()) return {};
    return {{"structure.csv", structure_csv(comparison)},
            {"careers.csv", careers_csv(comparison)},
            {"chains.csv", chains_csv(comparison)}};
}

}  // namespace staffsim::analysis
