#include "analysis/report/answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/outcome_words.hpp"
#include "analysis/overrides.hpp"
#include "analysis/pay_effect.hpp"
#include "analysis/report/labels.hpp"
#include "analysis/report/later.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/report/page_outcomes.hpp"
#include "analysis/report/pilot_words.hpp"
#include "analysis/report/tally.hpp"
#include "analysis/service_wave.hpp"
#include "analysis/setting_words.hpp"
#include "analysis/verdict_words.hpp"

namespace staffsim::analysis {
namespace {

using namespace telling;
using stats::Verdict;

// "none of the 14 outcomes with verdicts is", for what has no verdict may change all the same.
Text none_judged(const Tally& tally, const char* en, const char* zh) {
    if (tally.counted == 1) {
        return {
            fmt::format("Besides cost, the one outcome with a verdict is not shown to {} by as much as matters.", en),
            fmt::format("除成本外，作判断的唯一一项未被证实{}。", zh)};
    }
    return {fmt::format("Besides cost, none of the {} outcomes with verdicts is shown to {} by as much as matters.",
                        tally.counted, en),
            fmt::format("除成本外，作判断的 {} 项中没有一项被证实{}。", tally.counted, zh)};
}

Text gains(const Comparison& comparison, const Tally& tally) {
    if (tally.better.empty() && tally.worse.empty()) return none_judged(tally, "change", "有足以在意的变化");
    if (tally.better.empty()) return none_judged(tally, "become better", "改善到足以在意的幅度");
    const Cell& best = *tally.better.front();
    const Wording w = wording(comparison, best);
    const Text what = change(comparison, best);
    const bool others = !is_latent(comparison, best) && is_latent(comparison, *tally.better.back());
    return {
        fmt::format("Better on {} of {} outcomes besides cost; the largest gain{} is {} (very likely between {} and "
                    "{}).",
                    tally.better.size(), tally.counted, others ? " that can be counted" : "", what.en, w.low, w.high),
        fmt::format("除成本外 {} 项中有 {} 项更好；{}改善最大的是{}（很可能在 {} 与 {} 之间）。", tally.counted,
                    tally.better.size(), others ? "可计数的结果中" : "", what.zh, w.low, w.high)};
}

Text losses(const Comparison& comparison, const Tally& tally) {
    if (tally.worse.empty() && tally.better.empty()) return {};  // said already
    if (tally.worse.empty()) return none_judged(tally, "get worse", "变差到足以在意的幅度");
    const Text list = largest(comparison, tally.worse);
    return {fmt::format("Worse on {}: {}.", tally.worse.size(), list.en),
            fmt::format("{} 项更差：{}。", tally.worse.size(), list.zh)};
}

// What is more than chance, but less than matters; what is below a tenth of that has no name here.
Text small_changes(const Comparison& comparison, const Tally& tally) {
    std::size_t trifles = 0;
    const auto named = [&](std::vector<const Cell*> cells) {
        trifles += std::erase_if(cells, [&](const Cell* cell) {
            return is_trifle(comparison.outcomes[cell->outcome], cell->paired.difference);
        });
        return cells;
    };
    const std::vector<const Cell*> better = named(tally.small_better), worse = named(tally.small_worse);
    Text changes = both_sides(comparison, better, worse);
    if (trifles > 0) {
        const bool is_alone = changes.en.empty();
        changes.en += fmt::format("{}{} below a tenth of what matters", is_alone ? "" : "; and ", trifles);
        changes.zh += fmt::format("{}{} 项不到足以在意幅度的十分之一", is_alone ? "" : "；另有 ", trifles);
    }
    if (changes.en.empty()) return {};
    return {fmt::format("Real but small: {}.", changes.en), fmt::format("有差别但很小：{}。", changes.zh)};
}

// Outcomes without a verdict that changed by at least what matters, each range by itself; components of cost and what
// a page leaves out are told in tables.
std::vector<const Cell*> unjudged_changes(const Comparison& comparison, const Tally& tally) {
    std::vector<const Cell*> changes;
    for (const Cell* cell : tally.moved_without_verdict) {
        const measures::Outcome& outcome = comparison.outcomes[cell->outcome];
        const bool is_clear = (cell->paired.low > 0 || cell->paired.high < 0) && !is_rare(*cell);
        if (!is_clear || outcome.aim == measures::Aim::cost || is_detail(outcome)) continue;
        if (outcome.matters > 0 && std::abs(cell->paired.difference) >= outcome.matters) changes.push_back(cell);
    }
    std::ranges::stable_sort(changes,
                             [&](auto* a, auto* b) { return size_of(comparison, *a) > size_of(comparison, *b); });
    return changes;
}

Text unjudged(const Comparison& comparison, const Tally& tally) {
    constexpr std::size_t most = 4;
    const std::vector<const Cell*> changes = unjudged_changes(comparison, tally);
    if (changes.empty()) return {};
    Text list;
    for (std::size_t i = 0; i < std::min(changes.size(), most); ++i) {
        const Text what = change(comparison, *changes[i]);
        const Wording w = wording(comparison, *changes[i]);
        list.en += fmt::format("{}{} [{}, {}]", i ? "; " : "", what.en, w.low, w.high);
        list.zh += fmt::format("{}{} [{}, {}]", i ? "；" : "", what.zh, w.low, w.high);
    }
    if (changes.size() > most) {
        list.en += fmt::format(" and {} more", changes.size() - most);
        list.zh += fmt::format("等 {} 项", changes.size());
    }
    return {
        fmt::format("Without verdict (exploratory, ranges for each by itself), changed by at least what matters: {}.",
                    list.en),
        fmt::format("不作判断（探索性，区间各自单独计算）而变化达到足以在意幅度的：{}。", list.zh)};
}

const Cell* cell_of_id(const Comparison& comparison, std::string_view id, std::size_t scenario, int year) {
    const auto it = std::ranges::find(comparison.outcomes, id, &measures::Outcome::id);
    if (it == comparison.outcomes.end()) return nullptr;
    return find_cell(comparison, static_cast<std::size_t>(it - comparison.outcomes.begin()), scenario, year);
}

// Person-years per promotion fall, too, where juniors become fewer: nobody rises sooner by that.
Text fewer_who_wait(const Comparison& comparison, std::size_t scenario, int year) {
    const Cell* wait = cell_of_id(comparison, "wait_to_deputy", scenario, year);
    const Cell* promotions = cell_of_id(comparison, "promotions", scenario, year);
    if (wait == nullptr || promotions == nullptr || promotions->paired.low > 0) return {};
    const bool has_fallen = wait->verdict == Verdict::better || wait->verdict == Verdict::small_better;
    if (!has_fallen || is_trifle(comparison.outcomes[wait->outcome], wait->paired.difference)) return {};
    const Wording w = wording(comparison, *promotions);
    const Text& label = comparison.outcomes[wait->outcome].label;
    const Text what = change(comparison, *promotions);
    return {
        fmt::format("{}: it falls while promotions are not shown to rise ({} [{}, {}], all levels), so rather "
                    "because fewer people wait than because more of them rise.",
                    label.en, what.en, w.low, w.high),
        fmt::format("{}下降而晋升人数未被证实增加（{} [{}, {}]，各层级合计）：多半是等待的人少了，而不是晋升的人多了。",
                    label.zh, what.zh, w.low, w.high)};
}

Text cost_of(const Comparison& comparison, const Cell& cell) {
    const Wording w = wording(comparison, cell);
    const Text what = change(comparison, cell);
    const Text verdict = cost_words(comparison, cell.verdict);
    if (cell.verdict == Verdict::too_rare)
        return {fmt::format("Cost: {} ({}), {}.", what.en, differing_words(cell.paired).en, verdict.en),
                fmt::format("成本：{}（{}），{}。", what.zh, differing_words(cell.paired).zh, verdict.zh)};
    return {fmt::format("Cost: {} [{}, {}], {}.", what.en, w.low, w.high, verdict.en),
            fmt::format("成本：{} [{}, {}]，{}。", what.zh, w.low, w.high, verdict.zh)};
}

// " (its rules begin on 2028-01-01)" of a policy all of whose rules begin later; the first of them.
Text beginning(const Comparison& comparison, std::size_t scenario) {
    const auto is_from_the_start = [](const Setting& setting) { return setting.starts.empty(); };
    const std::string first = begins_later(comparison, scenario);
    if (first.empty() || std::ranges::any_of(comparison.scenarios[scenario].settings, is_from_the_start)) return {};
    return {fmt::format(" (its rules begin on {})", first), fmt::format("（其规则自 {} 起）", first)};
}

// A mean since year 1 makes a policy cheap that begins later.
Text year_alone_sentence(const Comparison& comparison, const Cell& cell) {
    const Text alone = in_year_alone(comparison, cell);
    if (alone.en.empty()) return {};
    const std::string day = begins_later(comparison, cell.scenario);
    const bool is_all = !beginning(comparison, cell.scenario).en.empty();
    return {fmt::format("That is the mean of years 1 to {}; {}, for {}its rules begin on {}.", cell.verdict_year,
                        alone.en, is_all ? "" : "some of ", day),
            fmt::format("这是第 1 至 {} 年的平均；{}，因为其{}规则自 {} 起。", cell.verdict_year, alone.zh,
                        is_all ? "" : "部分", day)};
}

Text whole_cost(const Comparison& comparison, const Cell& cell) {
    Text text = cost_of(comparison, cell);
    add(text, year_alone_sentence(comparison, cell));
    return text;
}

// What is not settled; empty when everything is.
Text open_questions(const Tally& tally) {
    Text text;
    if (tally.too_close > 0)
        add(text, {fmt::format("Too close to call: {}.", tally.too_close),
                   fmt::format("难分高下：{} 项。", tally.too_close)});
    if (tally.fewest_more > 0)
        add(text, {fmt::format("About {} more future{} would settle the nearest of them.", tally.fewest_more,
                               tally.fewest_more == 1 ? "" : "s"),
                   fmt::format("其中最快可定的一项约需再推演 {} 次。", tally.fewest_more)});
    if (tally.too_rare > 0)
        add(text, {fmt::format("Too rare to tell, for fewer than {} futures differ: {}.", stats::discordant_needed,
                               tally.too_rare),
                   fmt::format("太少见（不同的推演不足 {} 次）：{} 项。", stats::discordant_needed, tally.too_rare)});
    if (tally.assumptions > 0)
        add(text, {fmt::format("Depends on assumptions: {}.", tally.assumptions),
                   fmt::format("取决于假设：{} 项。", tally.assumptions)});
    if (tally.not_measured > 0)
        add(text,
            {fmt::format("Not measured, for nothing of the kind happens under either policy: {}.", tally.not_measured),
             fmt::format("未计量（两种办法下都没有可计量的事项）：{} 项。", tally.not_measured)});
    return text;
}

// Outcomes without a verdict may differ all the same, and so may later years.
Text identical_sentence(const Comparison& comparison, const Tally& tally, std::size_t scenario, int year) {
    constexpr std::size_t most = 3;
    const auto& moved = tally.moved_without_verdict;
    const Text begins = beginning(comparison, scenario);
    if (moved.empty())
        return {fmt::format("Identical to today’s rules in every matched future up to year {}{}, on every outcome.",
                            year, begins.en),
                fmt::format("到第 {} 年为止{}，在每一次对照推演中，各项都与现行办法完全相同。", year, begins.zh)};
    Text names;
    for (std::size_t i = 0; i < std::min(moved.size(), most); ++i) {
        const Text& label = comparison.outcomes[moved[i]->outcome].label;
        names.en += (i == 0 ? "" : ", ") + label.en;
        names.zh += (i == 0 ? "" : "、") + label.zh;
    }
    if (moved.size() > most) {
        names.en += fmt::format(" and {} more", moved.size() - most);
        names.zh += fmt::format("等 {} 项", moved.size());
    }
    return {
        fmt::format("Identical to today’s rules in every matched future up to year {}{}, on every outcome that gets a "
                    "verdict. Without a verdict, these differ: {}.",
                    year, begins.en, names.en),
        fmt::format(
            "到第 {} 年为止{}，在每一次对照推演中，凡作判断的各项都与现行办法完全相同。不作判断而有差别的：{}。", year,
            begins.zh, names.zh)};
}

// What two townships exchange is seen in neither of all townships together.
bool moves_pilot(const Comparison& comparison, std::size_t scenario, int year) {
    return std::ranges::any_of(comparison.pilot_cells, [&](const PilotCell& cell) {
        return cell.scenario == scenario && cell.verdict_year == year && cell.has_verdict && cell.paired.discordant > 0;
    });
}

Text variant_body(const Comparison& comparison, const Tally& tally, std::size_t scenario, int year) {
    if (!comparison.declared_baseline) {
        const Text& base = comparison.scenarios.front().name;
        return {fmt::format("Exploratory: a comparison with {} was not declared before the run. No verdicts are given; "
                            "only changes and their plain ranges are told.",
                            base.en),
                fmt::format("探索性：与{}的比较在运行前没有声明，因此不作判断；只列出变化及其单项区间。", base.zh)};
    }
    if (tally.identical + tally.not_measured == tally.all) {
        Text same = identical_sentence(comparison, tally, scenario, year);
        if (moves_pilot(comparison, scenario, year)) add(same, pilot_words(comparison, scenario, year));
        add(same, open_questions(tally));
        return same;
    }
    if (has_too_few_futures(comparison))
        return tally.cost.empty() ? Text{"No verdicts.", "不作判断。"} : whole_cost(comparison, *tally.cost.front());
    Text body = gains(comparison, tally);
    add(body, losses(comparison, tally));
    add(body, small_changes(comparison, tally));
    add(body, fewer_who_wait(comparison, scenario, year));
    add(body, unjudged(comparison, tally));
    add(body, service_wave_words(comparison, scenario));
    if (!tally.cost.empty()) add(body, whole_cost(comparison, *tally.cost.front()));
    add(body, open_questions(tally));
    add(body, pilot_words(comparison, scenario, year));
    return body;
}

// Policies that are better on something, worse on nothing besides cost.
std::vector<const Tally*> without_losses(const std::vector<Tally>& tallies) {
    std::vector<const Tally*> gaining;
    for (const Tally& tally : tallies)
        if (!tally.better.empty() && tally.worse.empty() && !tally.cost.empty()) gaining.push_back(&tally);
    return gaining;
}

const Cell* gain_on(const Tally& tally, std::size_t outcome) {
    const auto it = std::ranges::find(tally.better, outcome, &Cell::outcome);
    return it == tally.better.end() ? nullptr : *it;
}

// Which of them costs least, of the same gain: gains of different outcomes are not set against each other.
std::optional<AnswerPart> value_part(const Comparison& comparison, const std::vector<Tally>& tallies) {
    const std::vector<const Tally*> gaining = without_losses(tallies);
    if (gaining.size() < 2) return std::nullopt;
    const Tally& cheapest = **std::ranges::min_element(
        gaining, {}, [](const Tally* tally) { return tally->cost.front()->paired.difference; });
    const auto is_shared = [&](const Cell* cell) {
        return std::ranges::all_of(gaining, [&](const Tally* tally) { return gain_on(*tally, cell->outcome); });
    };
    const auto gain = std::ranges::find_if(cheapest.better, is_shared);
    if (gain == cheapest.better.end()) return std::nullopt;
    const Cell& cost = *cheapest.cost.front();
    const Text &name = comparison.scenarios[cost.scenario].name, &label = comparison.outcomes[(*gain)->outcome].label;
    const Text what = change(comparison, **gain), price = change(comparison, cost);
    return AnswerPart{cost.scenario,
                      {"Cheapest way to a gain", "代价最小的改善"},
                      {fmt::format("{} ({}; {}), of the {} policies that are better on {} and worse on nothing "
                                   "besides cost.",
                                   name.en, what.en, price.en, gaining.size(), label.en),
                       fmt::format("{}（{}；{}）：在“{}”更好、除成本外无一项更差的 {} 种办法中支出最少。", name.zh,
                                   what.zh, price.zh, label.zh, gaining.size())}};
}

std::string assumptions_were(std::size_t count) {
    return count == 1 ? "1 assumption was" : fmt::format("{} assumptions were", count);
}

Text nothing_beyond(const Comparison& comparison) {
    if (!comparison.pay_effect.cells.empty())
        return {"beyond that only the effect of pay was varied.", "此外只改变了工资的作用。"};
    return {"nothing beyond that was varied.", "此外没有变动任何假设。"};
}

// Assumptions that are other ones than the files' but the same in all futures were changed, not varied.
Text varied_words(const Comparison& comparison) {
    const std::size_t factors = assumptions_varied(comparison.drivers);
    if (!comparison.overrides.is_empty()) {
        const Text names = names_of(comparison.overrides);
        const Text beyond = comparison.drivers.is_empty()
                                ? nothing_beyond(comparison)
                                : Text{fmt::format("beyond that {} varied.", assumptions_were(factors)),
                                       fmt::format("此外另行变动了 {} 项假设。", factors)};
        return {fmt::format(". All of it was lived under {}; {}", names.en, beyond.en),
                fmt::format("以上均在{}之下推演；{}", names.zh, beyond.zh)};
    }
    if (comparison.drivers.is_empty() && !comparison.pay_effect.cells.empty())
        return {", and but for the effect of pay the assumptions were not varied here.",
                "除工资的作用外没有改变任何假设。"};
    if (comparison.drivers.is_empty()) return {", and the assumptions were not varied here.", "这里没有改变任何假设。"};
    return {fmt::format("; {} varied apart from them.", assumptions_were(factors)),
            fmt::format("另行变动了 {} 项假设。", factors)};
}

// Conclusions on pay have to be shown at the lowest effect of pay, too; where they are not, that is said.
Text missing_pay_effect(const Comparison& comparison) {
    const auto& factors = comparison.drivers.factors;
    const bool is_varied =
        std::ranges::any_of(factors, [](const DriverFactor& one) { return one.key == pay_assumption; });
    if (!comparison.pay_effect.is_missing || is_varied || !comparison.declared_baseline) return {};
    const std::string command = fmt::format("staffsim sensitivity … --assumption {}", pay_assumption);
    return {
        fmt::format("What the policies on pay do where pay has the lowest effect of its range was not lived: {} does.",
                    command),
        fmt::format("没有推演工资作用取范围低端时的结果：{} 可以。", command)};
}

AnswerPart limits_part(const Comparison& comparison) {
    const Text data = comparison.synthetic
                          ? Text{"The people and figures are synthetic, not those of a real county. ",
                                 "人员和数字均为合成数据，不是真实县的数据。"}
                          : Text{"What the roster does not hold was drawn. ", "花名册中没有的内容由程序抽取。"};
    const Text varied = varied_words(comparison);
    Text body{data.en + "The ranges cover calculation only; one single future can fall far outside them" + varied.en,
              data.zh + "区间只反映推演次数有限；单独一次推演可能远在区间之外；" + varied.zh};
    add(body, missing_pay_effect(comparison));
    return {{}, {"Limits", "须知"}, body};
}

}  // namespace

Text in_year_alone(const Comparison& comparison, const Cell& cell) {
    for (const YearAlone& one : comparison.years_alone) {
        const bool is_it =
            one.outcome == cell.outcome && one.scenario == cell.scenario && one.verdict_year == cell.verdict_year;
        if (!is_it || one.paired.discordant == 0) continue;
        const measures::Outcome& outcome = comparison.outcomes[one.outcome];
        const int decimals = shown_decimals(one.paired, outcome);
        const std::string number = signed_difference(one.paired, decimals);
        if (number == signed_difference(cell.paired, decimals)) return {};
        const std::string range =
            stats::is_too_rare(one.paired) ? "" : " " + signed_range(one.paired.low, one.paired.high, decimals);
        return {fmt::format("in year {} alone {}{}", one.verdict_year, number, range),
                fmt::format("仅第 {} 年为 {}{}", one.verdict_year, number, range)};
    }
    return {};
}

std::vector<AnswerPart> answer_parts(const Comparison& comparison, int verdict_year) {
    std::vector<AnswerPart> parts;
    std::vector<Tally> tallies;
    for (std::size_t scenario = 1; scenario < comparison.scenarios.size(); ++scenario) {
        const Tally tally = tally_of(comparison, scenario, verdict_year);
        if (tally.all == 0) continue;
        parts.push_back(
            {scenario, comparison.scenarios[scenario].name, variant_body(comparison, tally, scenario, verdict_year)});
        tallies.push_back(tally);
    }
    if (auto value = value_part(comparison, tallies)) parts.push_back(std::move(*value));
    if (const Later later = later_changes(comparison, verdict_year); !later.body.en.empty())
        parts.push_back({{}, later.lead, later.body});
    if (const Text pay = pay_effect_words(comparison, verdict_year); !pay.en.empty())
        parts.push_back({{}, {"At the lowest effect of pay", "工资作用取最低值时"}, pay});
    parts.push_back(limits_part(comparison));
    return parts;
}

Text limits_words(const Comparison& comparison) { return limits_part(comparison).body; }

std::vector<Text> answer_sentences(const Comparison& comparison, int verdict_year) {
    std::vector<Text> sentences;
    for (const AnswerPart& part : answer_parts(comparison, verdict_year))
        sentences.push_back({part.lead.en + ": " + part.body.en, part.lead.zh + "：" + part.body.zh});
    return sentences;
}

}  // namespace staffsim::analysis
