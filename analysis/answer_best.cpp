#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/answers.hpp"
#include "analysis/export/csv_text.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/terminal/layout.hpp"

namespace staffsim::analysis {

namespace {

using Json = nlohmann::ordered_json;

const measures::Outcome& outcome_of(const BestOf& best) { return measures::outcomes()[best.outcome]; }

bool holds(const std::vector<std::size_t>& list, std::size_t scenario) {
    return std::ranges::find(list, scenario) != list.end();
}

Text joined(const std::vector<std::size_t>& list, const ScenarioNames& scenarios) {
    Text text;
    for (const std::size_t s : list) {
        text.en += (text.en.empty() ? "" : ", ") + scenarios.names[s].en;
        text.zh += (text.zh.empty() ? "" : "、") + scenarios.names[s].zh;
    }
    return text;
}

Text answer(const BestOf& best, const ScenarioNames& scenarios) {
    const Text names = joined(best.remaining, scenarios);
    if (best.is_settled) return {"Best: " + names.en, "最好：" + names.zh};
    return {fmt::format("Not settled within {} futures each; still in the race: {}", best.replications, names.en),
            fmt::format("每个方案推演 {} 次仍未分出；仍在比较中：{}", best.replications, names.zh)};
}

Text guarantee(const BestOf& best) {
    const std::string delta = plain_number(best.indifference, outcome_of(best).decimals + 1);
    const std::string percent = fmt::format("{:.3g}", 100 * best.confidence);
    return {fmt::format("Guarantee: if the best is better than every other by at least {} {}, this procedure names it "
                        "with probability at least {} % (Kim and Nelson 2001); closer ones count as equal.",
                        delta, outcome_of(best).unit.en, percent),
            fmt::format("保证：若最好的方案比其他各方案至少好 {}{}，本程序以至少 {}% 的概率选中它（Kim 与 Nelson "
                        "2001）；差距更小的视为相当。",
                        delta, outcome_of(best).unit.zh, percent)};
}

Text subset(const BestOf& best, const ScenarioNames& scenarios) {
    const Text names = joined(best.subset, scenarios);
    return {fmt::format("Subset that contains the best with {:.3g} %, whatever the differences, from the first {} "
                        "futures: {}.",
                        100 * best.confidence, best.first_look, names.en),
            fmt::format("不论差距大小，仅凭前 {} 次推演，以 {:.3g}% 的把握包含最好方案的子集：{}。", best.first_look,
                        100 * best.confidence, names.zh)};
}

}  // namespace

std::string best_screen(const BestOf& best, const ScenarioNames& scenarios, const Style& style) {
    const measures::Outcome& outcome = outcome_of(best);
    const Text title{
        fmt::format("Which is best: {}, {}, at year {}", outcome.label.en, outcome.unit.en, best.verdict_year),
        fmt::format("哪个最好：{}（{}），第 {} 年", outcome.label.zh, outcome.unit.zh, best.verdict_year)};
    std::string text = paragraph("", style.say(title)) + paragraph("", style.say(answer(best, scenarios)));
    for (std::size_t s = 0; s < best.candidates.size(); ++s) {
        const BestOf::Candidate& one = best.candidates[s];
        const std::string rival = one.eliminated_after > 0 ? style.say(scenarios.names[one.eliminated_by]) : "";
        const Text fate = one.eliminated_after == 0
                              ? Text{"in the race to the end", "比到最后"}
                              : Text{fmt::format("out after {} futures, by {}", one.eliminated_after, rival),
                                     fmt::format("第 {} 次推演后淘汰，败于{}", one.eliminated_after, rival)};
        text += "  " + pad_right(fitted(style.say(scenarios.names[s]), 29), 30) +
                pad_left(plain_number(one.mean, outcome.decimals + 1), 10) + "  " + fitted(style.say(fate), 36) + "\n";
    }
    const Text spent{fmt::format("Futures lived: {} in all, {} of those that stayed.", best.futures, best.replications),
                     fmt::format("共推演 {} 次，留到最后的方案各 {} 次。", best.futures, best.replications)};
    return finished(style, text + paragraph("", style.say(guarantee(best))) +
                               paragraph("", style.say(subset(best, scenarios))) + paragraph("", style.say(spent)));
}

std::string best_json(const BestOf& best, const ScenarioNames& scenarios) {
    Json candidates = Json::array(), remaining = Json::array(), subset_ids = Json::array();
    for (const std::size_t s : best.remaining) remaining.push_back(scenarios.ids[s]);
    for (const std::size_t s : best.subset) subset_ids.push_back(scenarios.ids[s]);
    for (std::size_t s = 0; s < best.candidates.size(); ++s) {
        const BestOf::Candidate& one = best.candidates[s];
        candidates.push_back(
            {{"scenario", scenarios.ids[s]},
             {"mean", one.mean},
             {"replications", one.replications},
             {"eliminated_after", one.eliminated_after},
             {"eliminated_by", one.eliminated_after > 0 ? Json(scenarios.ids[one.eliminated_by]) : Json()}});
    }
    const Json json{{"outcome", outcome_of(best).id},
                    {"unit", outcome_of(best).unit.en},
                    {"verdict_year", best.verdict_year},
                    {"settled", best.is_settled},
                    {"best", best.is_settled ? Json(scenarios.ids[best.remaining.front()]) : Json()},
                    {"remaining", remaining},
                    {"indifference", best.indifference},
                    {"confidence", best.confidence},
                    {"subset", subset_ids},
                    {"first_look", best.first_look},
                    {"replications", best.replications},
                    {"futures", best.futures},
                    {"candidates", candidates}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string best_csv(const BestOf& best, const ScenarioNames& scenarios) {
    CsvText csv({"scenario", "outcome", "verdict_year", "mean", "replications", "remains", "in_subset",
                 "eliminated_after", "eliminated_by"});
    for (std::size_t s = 0; s < best.candidates.size(); ++s) {
        const BestOf::Candidate& one = best.candidates[s];
        csv.text(scenarios.ids[s]).text(outcome_of(best).id).whole(best.verdict_year).number(one.mean);
        csv.whole(one.replications).flag(holds(best.remaining, s)).flag(holds(best.subset, s));
        csv.whole(one.eliminated_after)
            .text(one.eliminated_after > 0 ? scenarios.ids[one.eliminated_by] : "")
            .end_row();
    }
    return csv.content();
}

}  // namespace staffsim::analysis
