#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/answers.hpp"
#include "analysis/export/csv_text.hpp"
#include "analysis/outcome_words.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/terminal/layout.hpp"
#include "sim/measures/outcome.hpp"

namespace staffsim::analysis {

namespace {

using Json = nlohmann::ordered_json;

const measures::Outcome& outcome_of(const BestOf& best) { return measures::outcomes()[best.outcome]; }

bool holds(const std::vector<std::size_t>& list, std::size_t scenario) {
    return std::ranges::find(list, scenario) != list.end();
}

Text joined(const std::vector<std::size_t>& list, const BestOf& best) {
    Text text;
    for (const std::size_t s : list) {
        text.en += (text.en.empty() ? "" : ", ") + best.candidates[s].name.en;
        text.zh += (text.zh.empty() ? "" : "、") + best.candidates[s].name.zh;
    }
    return text;
}

// The best and, when it is settled, whoever is no other policy by simulation.
std::vector<std::size_t> equally_best(const BestOf& best) {
    std::vector<std::size_t> list = best.remaining;
    for (std::size_t s = 0; s < best.candidates.size(); ++s)
        if (best.is_settled && best.candidates[s].is_same_as_best) list.push_back(s);
    std::ranges::sort(list);
    return list;
}

}  // namespace

Text best_question(const BestOf& best) {
    const measures::Outcome& outcome = outcome_of(best);
    const Text years = years_words(outcome, best.verdict_year);
    return {fmt::format("Which is best: {}, {}, {}", outcome.label.en, outcome.unit.en, years.en),
            fmt::format("哪个最好：{}（{}），{}", outcome.label.zh, outcome.unit.zh, years.zh)};
}

Text best_answer(const BestOf& best) {
    const std::vector<std::size_t> equal = equally_best(best);
    const Text names = joined(equal, best);
    if (best.is_settled && equal.size() > 1)
        return {fmt::format("Best: {}, which are the same in every future that both lived: no winner between them",
                            names.en),
                fmt::format("最好：{}，在共同的每次推演中完全相同，其间不分胜负", names.zh)};
    if (best.is_settled) return {"Best: " + names.en, "最好：" + names.zh};
    return {fmt::format("Not settled within {} futures each; still in the race: {}", best.replications, names.en),
            fmt::format("每个方案推演 {} 次仍未分出；仍在比较中：{}", best.replications, names.zh)};
}

Text best_guarantee(const BestOf& best) {
    const std::string delta = plain_number(best.indifference, outcome_of(best).decimals + 1);
    const std::string percent = fmt::format("{:.3g}", 100 * best.confidence);
    return {fmt::format("Guarantee: if the best is better than every other by at least {} {}, this procedure names it "
                        "with probability at least {} % (Kim and Nelson 2001); closer ones count as equal.",
                        delta, change_unit(outcome_of(best)).en, percent),
            fmt::format("保证：若最好的方案比其他各方案至少好 {}{}，本程序以至少 {}% 的概率选中它（Kim 与 Nelson "
                        "2001）；差距更小的视为相当。",
                        delta, change_unit(outcome_of(best)).zh, percent)};
}

Text best_subset(const BestOf& best) {
    const Text names = joined(best.subset, best);
    return {fmt::format("Subset that contains the best with {:.3g} %, whatever the differences, from the first {} "
                        "futures: {}.",
                        100 * best.confidence, best.first_look, names.en),
            fmt::format("不论差距大小，仅凭前 {} 次推演，以 {:.3g}% 的把握包含最好方案的子集：{}。", best.first_look,
                        100 * best.confidence, names.zh)};
}

Text best_fate(const BestOf& best, std::size_t candidate) {
    const BestOf::Candidate& one = best.candidates[candidate];
    if (one.eliminated_after == 0) return {"in the race to the end", "比到最后"};
    const Text& rival = best.candidates[one.eliminated_by].name;
    if (one.is_same_as_rival)
        return {fmt::format("same in all {} futures as {}", one.eliminated_after, rival.en),
                fmt::format("{} 次推演均与{}相同", one.eliminated_after, rival.zh)};
    return {fmt::format("out after {} futures, by {}", one.eliminated_after, rival.en),
            fmt::format("第 {} 次推演后淘汰，败于{}", one.eliminated_after, rival.zh)};
}

std::string best_screen(const BestOf& best, const Style& style) {
    const int decimals = outcome_of(best).decimals + 1;
    std::string text = paragraph("", style.say(best_question(best))) + paragraph("", style.say(best_answer(best)));
    for (std::size_t s = 0; s < best.candidates.size(); ++s) {
        const BestOf::Candidate& one = best.candidates[s];
        text += "  " + pad_right(fitted(style.say(one.name), 29), 30) + pad_left(plain_number(one.mean, decimals), 10) +
                "  " + fitted(style.say(best_fate(best, s)), 36) + "\n";
    }
    const Text spent{fmt::format("Futures lived: {} in all, {} of those that stayed.", best.futures, best.replications),
                     fmt::format("共推演 {} 次，留到最后的方案各 {} 次。", best.futures, best.replications)};
    return finished(style, text + paragraph("", style.say(best_guarantee(best))) +
                               paragraph("", style.say(best_subset(best))) + paragraph("", style.say(spent)));
}

std::string best_json(const BestOf& best) {
    Json candidates = Json::array(), remaining = Json::array(), subset_ids = Json::array();
    for (const std::size_t s : best.remaining) remaining.push_back(best.candidates[s].id);
    for (const std::size_t s : best.subset) subset_ids.push_back(best.candidates[s].id);
    for (std::size_t s = 0; s < best.candidates.size(); ++s) {
        const BestOf::Candidate& one = best.candidates[s];
        candidates.push_back(
            {{"scenario", best.candidates[s].id},
             {"mean", one.mean},
             {"replications", one.replications},
             {"same_as_best", one.is_same_as_best},
             {"eliminated_after", one.eliminated_after},
             {"eliminated_by", one.eliminated_after > 0 ? Json(best.candidates[one.eliminated_by].id) : Json()}});
    }
    const Json json{{"outcome", outcome_of(best).id},
                    {"unit", outcome_of(best).unit.en},
                    {"verdict_year", best.verdict_year},
                    {"settled", best.is_settled},
                    {"best", best.is_settled ? Json(best.candidates[best.remaining.front()].id) : Json()},
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

std::string best_csv(const std::vector<BestOf>& races) {
    CsvText csv({"scenario", "outcome", "verdict_year", "mean", "replications", "remains", "in_subset",
                 "eliminated_after", "eliminated_by", "indifference", "confidence", "settled"});
    for (const BestOf& best : races) {
        for (std::size_t s = 0; s < best.candidates.size(); ++s) {
            const BestOf::Candidate& one = best.candidates[s];
            csv.text(one.id).text(outcome_of(best).id).whole(best.verdict_year).number(one.mean);
            csv.whole(one.replications).flag(holds(best.remaining, s)).flag(holds(best.subset, s));
            csv.whole(one.eliminated_after).text(one.eliminated_after > 0 ? best.candidates[one.eliminated_by].id : "");
            csv.number(best.indifference).number(best.confidence).flag(best.is_settled).end_row();
        }
    }
    return csv.content();
}

}  // namespace staffsim::analysis
