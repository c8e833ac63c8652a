#include "analysis/report/pilot_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "analysis/outcome_words.hpp"
#include "analysis/pilots.hpp"
#include "analysis/report/tally.hpp"
#include "analysis/verdict_words.hpp"

namespace staffsim::analysis {

namespace {

using stats::Verdict;
using telling::add;

constexpr std::size_t most_named_of_pilot = 3;

struct Kind {
    std::vector<Verdict> verdicts;
    const char *en, *zh;  // with room for how many
};

const std::vector<Kind>& kinds_told() {
    static const std::vector<Kind> kinds{
        {{Verdict::better}, "better on {}", "{} 项更好"},
        {{Verdict::worse}, "worse on {}", "{} 项更差"},
        {{Verdict::higher}, "higher on {}", "{} 项更高"},
        {{Verdict::lower}, "lower on {}", "{} 项更低"},
        {{Verdict::small_better}, "real but small, better on {}", "{} 项更好但很小"},
        {{Verdict::small_worse}, "real but small, worse on {}", "{} 项更差但很小"},
        {{Verdict::small_higher, Verdict::small_lower}, "real but small, moved on {}", "{} 项有变化但很小"}};
    return kinds;
}

// "resignations −0.8 people [−1.2, −0.4]; leavers −2 people [−3, −1] and 1 more", the largest first.
Text with_ranges(const Comparison& comparison, std::vector<const PilotCell*> cells) {
    std::ranges::stable_sort(cells, [&](const PilotCell* a, const PilotCell* b) {
        return telling::size_of(comparison, *a) > telling::size_of(comparison, *b);
    });
    Text list;
    for (std::size_t i = 0; i < std::min(cells.size(), most_named_of_pilot); ++i) {
        const Text what = telling::change(comparison, *cells[i]);
        const telling::Wording w = telling::wording(comparison, *cells[i]);
        list.en += fmt::format("{}{} [{}, {}]", i ? "; " : "", what.en, w.low, w.high);
        list.zh += fmt::format("{}{} [{}, {}]", i ? "；" : "", what.zh, w.low, w.high);
    }
    if (cells.size() > most_named_of_pilot) {
        list.en += fmt::format(" and {} more", cells.size() - most_named_of_pilot);
        list.zh += fmt::format("，另有 {} 项", cells.size() - most_named_of_pilot);
    }
    return list;
}

struct Moved {
    Text list;  // "better on 1 (…); real but small, worse on 2 (…)"
    std::size_t count = 0;
};

Moved moved(const Comparison& comparison, const std::vector<const PilotCell*>& judged) {
    Moved moved;
    std::size_t trifles = 0;
    for (const Kind& kind : kinds_told()) {
        std::vector<const PilotCell*> cells;
        std::ranges::copy_if(judged, std::back_inserter(cells), [&](const PilotCell* cell) {
            return std::ranges::find(kind.verdicts, cell->verdict) != kind.verdicts.end();
        });
        trifles += std::erase_if(cells, [&](const PilotCell* cell) {
            return is_trifle(comparison.outcomes[cell->outcome], cell->paired.difference);
        });
        if (cells.empty()) continue;
        const Text named = with_ranges(comparison, cells);
        const std::size_t n = cells.size();
        const auto count = fmt::make_format_args(n);
        moved.list.en += fmt::format("{}{} ({})", moved.count ? "; " : "", fmt::vformat(kind.en, count), named.en);
        moved.list.zh += fmt::format("{}{}（{}）", moved.count ? "；" : "", fmt::vformat(kind.zh, count), named.zh);
        moved.count += cells.size();
    }
    if (trifles == 0) return moved;
    const bool is_alone = moved.count == 0;
    moved.list.en += fmt::format("{}real, but below a tenth of what matters: {}", is_alone ? "" : "; ", trifles);
    moved.list.zh += fmt::format("{}{} 项有差别但不到足以在意幅度的十分之一", is_alone ? "" : "；", trifles);
    moved.count += trifles;
    return moved;
}

// " (too rare, too close or not measured: 2)", of those that are not shown to change.
Text open_among(const std::vector<const PilotCell*>& judged) {
    const auto open = std::ranges::count_if(judged, [](const PilotCell* cell) {
        return cell->verdict == Verdict::too_rare || cell->verdict == Verdict::too_close ||
               cell->verdict == Verdict::not_measured;
    });
    if (open == 0) return {};
    return {fmt::format(" (too rare, too close or not measured: {})", open),
            fmt::format("（其中太少见、难分高下或未测得 {} 项）", open)};
}

// "the other 7 of 8 outcomes with verdicts are not shown to change", "in every matched future all 8 … are the same".
Text not_moved(const std::vector<const PilotCell*>& judged, std::size_t moved) {
    const std::size_t all = judged.size(), rest = all - moved;
    if (rest == 0) return {};
    const auto is_same = [](const PilotCell* cell) { return cell->verdict == Verdict::identical; };
    if (std::ranges::all_of(judged, is_same))
        return {fmt::format("all {} outcomes with verdicts are the same in every matched future", all),
                fmt::format("作判断的 {} 项在每一次对照推演中都相同", all)};
    const Text open = open_among(judged);
    if (moved == 0)
        return {fmt::format("none of {} outcomes with verdicts is shown to change{}", all, open.en),
                fmt::format("作判断的 {} 项均未被证实有变化{}", all, open.zh)};
    return {fmt::format("the other {} of {} outcomes with verdicts {} not shown to change{}", rest, all,
                        rest == 1 ? "is" : "are", open.en),
            fmt::format("作判断的 {} 项中其余 {} 项未被证实有变化{}", all, rest, open.zh)};
}

Text part_sentence(const Comparison& comparison, const Pilot& pilot, PilotPart part, int year) {
    std::vector<const PilotCell*> judged = pilot_cells(comparison, pilot.scenario, part, year);
    std::erase_if(judged, [](const PilotCell* cell) { return !cell->has_verdict; });
    if (judged.empty()) return {};
    const Moved changes = moved(comparison, judged);
    const Text rest = not_moved(judged, changes.count), where = pilot_part_words(pilot, part);
    const bool both = changes.count > 0 && !rest.en.empty();
    return {fmt::format("In {}: {}{}{}.", where.en, changes.list.en, both ? "; " : "", rest.en),
            fmt::format("{}合计：{}{}{}。", where.zh, changes.list.zh, both ? "；" : "", rest.zh)};
}

// Units that are not townships, or a pilot that was not judged by itself.
Text how_to_judge(const std::vector<std::string>& units) {
    const std::string groups = fmt::format("groups = [\"{}\"]", fmt::join(units, "\", \""));
    return {
        fmt::format("All outcomes are of all townships together: in an experiment file (staffsim experiment) {} "
                    "judges these units by themselves.",
                    groups),
        fmt::format("各项结果按全部乡镇合计：在试验文件（staffsim experiment）中写 {} 可单独评判这些单位。", groups)};
}

}  // namespace

Text pilot_names(const std::vector<std::string>& units) {
    constexpr std::size_t most = 6, named_of_many = 4;
    if (units.size() <= most)
        return {fmt::format("{}", fmt::join(units, ", ")), fmt::format("{}", fmt::join(units, "、"))};
    const std::vector<std::string> first(units.begin(), units.begin() + named_of_many);
    return {fmt::format("{} and {} others", fmt::join(first, ", "), units.size() - named_of_many),
            fmt::format("{}等 {} 个", fmt::join(first, "、"), units.size())};
}

Text pilot_part_words(const Pilot& pilot, PilotPart part) {
    const std::size_t count = part == PilotPart::pilot ? pilot.units.size() : pilot.others;
    if (part == PilotPart::others)
        return {count == 1 ? "the other township" : fmt::format("the other {} townships", count),
                fmt::format("其余 {} 个乡镇", count)};
    return {count == 1 ? "this township" : fmt::format("these {} townships", count),
            fmt::format("这 {} 个乡镇", count)};
}

Text hidden_pilot_words(const Comparison& comparison, std::size_t scenario, int verdict_year) {
    const std::vector<const PilotCell*> cells = pilot_cells(comparison, scenario, PilotPart::pilot, verdict_year);
    if (cells.empty() || cells.front()->shown == Shown::yes) return {};
    const bool is_pilot_small = cells.front()->shown == Shown::too_small;
    const int bound = comparison.breakdown.min_cell;
    return {fmt::format("What it does there is not told, for fewer than {} people work in {} (--min-cell).", bound,
                        is_pilot_small ? "these townships" : "the other townships"),
            fmt::format("{}人数不足 {} 人，不予显示（--min-cell）。", is_pilot_small ? "这些乡镇" : "其余乡镇", bound)};
}

Text pilot_words(const Comparison& comparison, std::size_t scenario, int verdict_year) {
    const std::vector<std::string> units =
        units_of_pilot(comparison.scenarios[scenario].settings, comparison.township_count);
    if (units.empty()) return {};
    const Text names = pilot_names(units);
    Text text{fmt::format("It holds in {} alone.", names.en), fmt::format("该办法只在 {} 实行。", names.zh)};
    const auto pilot = std::ranges::find(comparison.pilots, scenario, &Pilot::scenario);
    if (pilot == comparison.pilots.end()) {
        add(text, how_to_judge(units));
    } else if (const Text hidden = hidden_pilot_words(comparison, scenario, verdict_year); !hidden.en.empty()) {
        add(text, hidden);
    } else {
        add(text, part_sentence(comparison, *pilot, PilotPart::pilot, verdict_year));
        add(text, part_sentence(comparison, *pilot, PilotPart::others, verdict_year));
    }
    return text;
}

}  // namespace staffsim::analysis
