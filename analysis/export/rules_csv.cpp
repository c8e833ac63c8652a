#include "analysis/export/rules_csv.hpp"

namespace staffsim::analysis {

CsvText rule_headings() {
    return CsvText({"scenario", "rule", "label_zh", "label_en", "futures", "fired_in", "times", "never_triggered",
                    "difference", "low", "high"});
}

void add_rule(CsvText& csv, const std::string& scenario, const RuleUse& use) {
    csv.text(scenario).text(use.rule).text(use.label.zh).text(use.label.en).whole(use.futures).whole(use.fired_in);
    csv.number(use.times).text(use.never_triggered() ? "yes" : "no");
    csv.number(use.paired.difference).number(use.paired.low).number(use.paired.high).end_row();
}

}  // namespace staffsim::analysis
