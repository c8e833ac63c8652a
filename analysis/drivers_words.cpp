#include "analysis/drivers_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "sim/levers/words.hpp"

namespace staffsim::analysis {

namespace {

constexpr std::size_t most_named = 4;

template <class Row>
std::vector<const Row*> rows_of(const std::vector<Row>& rows, std::size_t outcome, std::size_t scenario, int year) {
    std::vector<const Row*> own;
    for (const Row& row : rows) {
        if (row.outcome == outcome && row.scenario == scenario && row.verdict_year == year) own.push_back(&row);
    }
    return own;
}

struct Hinge {
    std::size_t factor = 0, outcomes = 0;
    double swing = 0;
};

void count(std::vector<Hinge>& hinges, const TornadoRow& row, double matters) {
    auto known = std::ranges::find(hinges, row.factor, &Hinge::factor);
    if (known == hinges.end()) known = hinges.insert(hinges.end(), Hinge{row.factor, 0, 0});
    ++known->outcomes;
    known->swing = std::max(known->swing, row.swing() / (matters > 0 ? matters : 1));
}

bool has_live_verdict(const Comparison& comparison, const Dependence& one) {
    const Cell* cell = find_cell(comparison, one.outcome, one.scenario, one.verdict_year);
    return cell != nullptr && cell->has_verdict && !stats::is_without_number(cell->verdict) &&
           cell->verdict != stats::Verdict::too_rare;
}

// Outcomes whose sign does not hold in joint draws, though no single assumption turns them.
std::size_t turned_only_jointly(const Comparison& comparison, std::size_t scenario, int year) {
    std::size_t count = 0;
    for (const Dependence& one : comparison.drivers.dependence) {
        if (one.scenario != scenario || one.verdict_year != year || !has_live_verdict(comparison, one)) continue;
        count += one.sign_flips.empty() && one.sensitivity.sign_agreement < 0.9;
    }
    return count;
}

}  // namespace

std::vector<const TornadoRow*> tornado_of(const Comparison& comparison, std::size_t outcome, std::size_t scenario,
                                          int year) {
    auto rows = rows_of(comparison.drivers.tornado, outcome, scenario, year);
    std::erase_if(rows, [](const TornadoRow* row) { return !(row->swing() > 0); });
    std::ranges::stable_sort(rows, [](const auto* a, const auto* b) {
        return a->is_clear != b->is_clear ? a->is_clear : a->swing() > b->swing();
    });
    return rows;
}

Text clear_of_luck_words(const std::vector<const TornadoRow*>& rows) {
    const auto clear = std::ranges::count_if(rows, &TornadoRow::is_clear);
    return {fmt::format("{} of {} shown to move it by more than luck", clear, rows.size()),
            fmt::format("{} 项中有 {} 项的影响已证实超出运气", rows.size(), clear)};
}

const Dependence* dependence_of(const Comparison& comparison, std::size_t outcome, std::size_t scenario, int year) {
    const auto rows = rows_of(comparison.drivers.dependence, outcome, scenario, year);
    return rows.empty() ? nullptr : rows.front();
}

std::vector<const DriverShare*> shares_of(const Comparison& comparison, std::size_t outcome, std::size_t scenario,
                                          int year) {
    auto rows = rows_of(comparison.drivers.shares, outcome, scenario, year);
    std::ranges::stable_sort(rows, [](const auto* a, const auto* b) {
        if (a->is_screened_out != b->is_screened_out) return b->is_screened_out;
        return a->is_screened_out ? a->mean_absolute > b->mean_absolute : a->total.value > b->total.value;
    });
    return rows;
}

std::vector<std::size_t> hinges_of(const Comparison& comparison, std::size_t scenario, int year) {
    std::vector<Hinge> hinges;
    for (const Dependence& one : comparison.drivers.dependence) {
        if (one.scenario != scenario || one.verdict_year != year || !has_live_verdict(comparison, one)) continue;
        for (const TornadoRow* row : tornado_of(comparison, one.outcome, scenario, year)) {
            if (row->flips()) count(hinges, *row, comparison.outcomes[one.outcome].matters);
        }
    }
    std::ranges::stable_sort(hinges, [](const Hinge& a, const Hinge& b) {
        return a.outcomes != b.outcomes ? a.outcomes > b.outcomes : a.swing > b.swing;
    });
    std::vector<std::size_t> factors;
    for (const Hinge& hinge : hinges) factors.push_back(hinge.factor);
    return factors;
}

Text hinges_sentence(const Comparison& comparison, std::size_t scenario, int year) {
    const Drivers& drivers = comparison.drivers;
    if (drivers.is_empty()) return {};
    const std::vector<std::size_t> hinges = hinges_of(comparison, scenario, year);
    Text text;
    for (std::size_t i = 0; i < std::min(hinges.size(), most_named); ++i) {
        const DriverFactor& factor = drivers.factors[hinges[i]];
        text.en += fmt::format("{}{} (assumed)", i == 0 ? "Hinges on: " : ", ", factor.label.en);
        text.zh += fmt::format("{}{}（假设）", i == 0 ? "取决于：" : "、", factor.label.zh);
    }
    if (hinges.size() > most_named) {
        text.en += fmt::format(" and {} more", hinges.size() - most_named);
        text.zh += fmt::format("等 {} 项", hinges.size());
    }
    const DriverStudy* tornado = find_study(drivers, "tornado");
    if (hinges.empty() && tornado != nullptr) {
        text = {
            fmt::format("Hinges on no single assumption: none of {}, alone at an end of its range, turns a "
                        "difference round",
                        tornado->factors.size()),
            fmt::format("不取决于任何单项假设：{} 项假设各自取到范围两端，都没有使差异变号", tornado->factors.size())};
    }
    if (const std::size_t jointly = turned_only_jointly(comparison, scenario, year); jointly > 0) {
        text.en +=
            fmt::format("{}all varied together, more than a tenth of the draws contradict the sign of {} outcome{}",
                        text.en.empty() ? "With " : "; ", jointly, jointly == 1 ? "" : "s");
        text.zh += fmt::format("{}全部假设同时变动时，有 {} 项结果的正负号与一成以上的抽样相反",
                               text.zh.empty() ? "" : "；", jointly);
    }
    return text;
}

Text range_of(const DriverFactor& factor) {
    if (factor.is_switch) return levers::value_words(factor.low);
    const std::string range = fmt::format("{} – {}", factor.low, factor.high);
    return {range, range};
}

namespace {

bool are_alike(const std::vector<DriverStudy>& studies) {
    return std::ranges::all_of(studies, [&](const DriverStudy& one) {
        return one.factors == studies.front().factors && one.replications == studies.front().replications;
    });
}

// "leaving.resignation, leaving.death and 5 more"
Text keys_text(const Drivers& drivers, const std::vector<std::size_t>& factors) {
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < std::min(factors.size(), most_named); ++i)
        keys.push_back(drivers.factors[factors[i]].key);
    Text text{fmt::format("{}", fmt::join(keys, ", ")), fmt::format("{}", fmt::join(keys, "、"))};
    if (factors.size() > most_named) {
        text.en += fmt::format(" and {} more", factors.size() - most_named);
        text.zh += fmt::format("等 {} 项", factors.size());
    }
    return text;
}

}  // namespace

Text studies_sentence(const Comparison& comparison) {
    const Drivers& drivers = comparison.drivers;
    if (drivers.studies.size() < 2 || are_alike(drivers.studies)) return {};
    Text text{"The studies kept did not vary the same:", "保留的各项研究所变动的假设不尽相同："};
    for (const DriverStudy& one : drivers.studies) {
        const Text keys = keys_text(drivers, one.factors);
        const bool is_first = &one == &drivers.studies.front();
        text.en +=
            fmt::format("{} {} {} ({} matched futures)", is_first ? "" : ";", one.method, keys.en, one.replications);
        text.zh +=
            fmt::format("{}{}：{}（对照推演 {} 次）", is_first ? "" : "；", one.method, keys.zh, one.replications);
    }
    return {text.en + ".", text.zh + "。"};
}

Text few_draws_sentence(const Comparison& comparison) {
    constexpr std::uint32_t many = 100;
    std::uint32_t draws = 0;
    for (const Dependence& one : comparison.drivers.dependence) draws = std::max(draws, one.draws);
    if (draws == 0 || draws >= many) return {};
    const std::uint32_t enough = draws / 10 + 1;  // the fewest that are more than a tenth
    return {
        fmt::format("Of {} draws {} that contradict{} a sign make{} it depend on assumptions: --draws {} or more tell "
                    "more.",
                    draws, enough, enough == 1 ? "s" : "", enough == 1 ? "s" : "", many),
        fmt::format("抽样仅 {} 次，{} 次相反即判为取决于假设；--draws 取 {} 以上更可靠。", draws, enough, many)};
}

Text looked_up_sentence(const Comparison& comparison) {
    const Drivers& drivers = comparison.drivers;
    std::vector<std::size_t> facts;
    for (std::size_t i = 0; i < drivers.factors.size(); ++i) {
        if (drivers.factors[i].kind == "fact") facts.push_back(i);
    }
    if (facts.empty()) return {};
    const Text keys = keys_text(drivers, facts);
    return {
        fmt::format("Also varied, values that somebody could look up and that are assumed here: {}. A scenario that "
                    "gives one takes it as looked up.",
                    keys.en),
        fmt::format("一并变动的还有本可查实、此处暂为假设的数值：{}。方案中给出的，即视为已查实。", keys.zh)};
}

Text left_alone_sentence(const Comparison& comparison) {
    const auto& keys = comparison.drivers.not_varied;
    if (keys.empty()) return {};
    return {fmt::format("Left alone: {}.", fmt::join(keys, ", ")), fmt::format("未变动：{}。", fmt::join(keys, "，"))};
}

}  // namespace staffsim::analysis
