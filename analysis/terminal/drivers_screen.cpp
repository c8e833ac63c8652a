#include "analysis/terminal/drivers_screen.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/drivers_words.hpp"
#include "analysis/outcome_words.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/terminal/layout.hpp"

namespace staffsim::analysis {

namespace {

constexpr std::size_t factor_width = 38, range_width = 18, number_width = 10;

class DriversScreen {
  public:
    DriversScreen(const Comparison& comparison, int year, std::size_t most, const Style& style)
        : comparison_(comparison), drivers_(comparison.drivers), year_(year), most_(most), style_(style) {}

    std::string one(std::size_t outcome, std::size_t scenario) const {
        const measures::Outcome& what = comparison_.outcomes[outcome];
        const Text unit = change_unit(what), years = years_words(what, year_);
        const Text& name = comparison_.scenarios[scenario].name;
        const Text title{fmt::format("{}, {} {}: {}", what.label.en, unit.en, years.en, name.en),
                         fmt::format("{}（{}），{}：{}", what.label.zh, unit.zh, years.zh, name.zh)};
        return paragraph("  ", style_.say(title)) + tornado(outcome, scenario) + joint(outcome, scenario) +
               shares(outcome, scenario);
    }

  private:
    std::string number(std::size_t outcome, double value) const {
        return pad_left(signed_number(value, comparison_.outcomes[outcome].decimals + 1), number_width);
    }

    std::string tornado(std::size_t outcome, std::size_t scenario) const {
        const auto rows = tornado_of(comparison_, outcome, scenario, year_);
        if (drivers_.tornado.empty()) return "";
        const Text nothing{"no assumption moves it", "没有一项假设影响它"};
        if (rows.empty()) return "    " + style_.say(nothing) + "\n";
        const Text heads[] = {{"one assumption at a time", "一次只变一项假设"},
                              {"range", "范围"},
                              {"at low", "低端"},
                              {"at high", "高端"}};
        std::string text = "    " + pad_right(style_.say(heads[0]), factor_width) +
                           pad_right(style_.say(heads[1]), range_width) + pad_left(style_.say(heads[2]), number_width) +
                           pad_left(style_.say(heads[3]), number_width) + "\n";
        // Of the study's own futures, which may be fewer than the comparison's.
        const DriverStudy* study = find_study(drivers_, "tornado");
        const std::uint32_t futures = study == nullptr ? 0 : study->replications;
        const Text present{fmt::format("as assumed now ({} futures)", futures),
                           fmt::format("按现在的假设（{} 次推演）", futures)};
        text += "    " + pad_right(style_.say(present), factor_width + range_width) +
                number(outcome, rows.front()->present) + number(outcome, rows.front()->present) + "\n";
        for (std::size_t i = 0; i < std::min(rows.size(), most_); ++i) text += tornado_row(*rows[i]);
        if (std::ranges::all_of(rows, &TornadoRow::is_clear)) return text;
        const Text words = clear_of_luck_words(rows);
        return text + paragraph("    ", style_.say({words.en + "; ~: may be luck", words.zh + "；~：或为运气"}));
    }

    std::string tornado_row(const TornadoRow& row) const {
        const DriverFactor& factor = drivers_.factors[row.factor];
        const std::string label = fitted(style_.say(factor.label), factor_width - 3);
        return std::string(row.flips()    ? "  ? "
                           : row.is_clear ? "    "
                                          : "  ~ ") +
               pad_right(label, factor_width) +
               pad_right(fitted(style_.say(range_of(factor)), range_width - 1), range_width) +
               number(row.outcome, row.at_low.difference) +
               (factor.is_switch ? "" : number(row.outcome, row.at_high.difference)) + "\n";
    }

    std::string joint(std::size_t outcome, std::size_t scenario) const {
        const Dependence* one = dependence_of(comparison_, outcome, scenario, year_);
        if (one == nullptr || one->draws == 0) return "";
        const int decimals = comparison_.outcomes[outcome].decimals + 1;
        const std::string low = signed_number(one->p05, decimals), mid = signed_number(one->p50, decimals),
                          high = signed_number(one->p95, decimals);
        const double agree = 100 * one->sensitivity.sign_agreement, noise = std::min(100.0, 100 * one->noise);
        const DriverStudy* study = find_study(drivers_, "joint");
        const std::size_t varied = study == nullptr ? drivers_.factors.size() : study->factors.size();
        const Text words{
            fmt::format(
                "all {} together ({} draws): not contradicted in {:.0f} %; difference {} [{}, {}] (5 to 95 % of "
                "draws), of whose variance luck is at most {:.0f} %",
                varied, one->draws, agree, mid, low, high, noise),
            fmt::format("{} 项同时变动（抽样 {} 次）：{:.0f}% 的抽样不与之相反；差异 {} [{}, {}]（5% 至 95% 分位），"
                        "其方差中运气至多占 {:.0f}%",
                        varied, one->draws, agree, mid, low, high, noise)};
        return paragraph("    ", style_.say(words));
    }

    std::string shares(std::size_t outcome, std::size_t scenario) const {
        const auto rows = shares_of(comparison_, outcome, scenario, year_);
        if (rows.empty()) return "";
        const bool has_shares = !rows.front()->is_screened_out;
        std::string text =
            "    " +
            style_.say(has_shares ? Text{"part of the variance (alone [range]; with interactions [range])",
                                         "方差份额（单独[范围]；含交互[范围]）"}
                                  : Text{"screening (mean absolute effect over the range; spread)",
                                         "筛选（全范围平均绝对影响；离散）"}) +
            "\n";
        std::size_t shown = 0;
        for (const DriverShare* row : rows) {
            if (row->is_screened_out == has_shares || shown == most_ || !(row->mean_absolute > 0 || has_shares))
                continue;
            ++shown;
            text += "    " +
                    pad_right(fitted(style_.say(drivers_.factors[row->factor].label), factor_width - 3), factor_width);
            text += has_shares
                        ? fmt::format("{} {}\n", share_text(row->first), share_text(row->total))
                        : fmt::format("{} {}\n", number(outcome, row->mean_absolute), number(outcome, row->spread));
        }
        if (!has_shares) return text;
        const Text words{
            fmt::format("luck is at most {:.0f} % of that variance", std::min(100.0, 100 * rows.front()->noise)),
            fmt::format("其中运气至多占 {:.0f}%", std::min(100.0, 100 * rows.front()->noise))};
        return text + paragraph("    ", style_.say(words));
    }

    static std::string share_text(const stats::ShareEstimate& share) {
        return pad_right(
            fmt::format("{:4.0f} % [{:.0f}, {:.0f}]", 100 * share.value, 100 * share.low, 100 * share.high), 19);
    }

    const Comparison& comparison_;
    const Drivers& drivers_;
    int year_;
    std::size_t most_;
    const Style& style_;
};

}  // namespace

std::string drivers_screen(const Comparison& comparison, const std::vector<std::size_t>& outcomes, int year,
                           std::size_t most, const Style& style) {
    if (comparison.drivers.is_empty()) return "";
    const DriversScreen screen(comparison, year, most, style);
    std::string text =
        style.say({"What drives the differences (? = turns the difference round)", "什么左右差异（? = 使差异变号）"}) +
        "\n";
    for (std::size_t scenario = 1; scenario < comparison.scenarios.size(); ++scenario) {
        for (const std::size_t outcome : outcomes) text += screen.one(outcome, scenario);
    }
    for (const Text& note : {few_draws_sentence(comparison), studies_sentence(comparison),
                             looked_up_sentence(comparison), left_alone_sentence(comparison)}) {
        if (!note.en.empty()) text += paragraph("  ", style.say(note));
    }
    return finished(style, text);
}

std::string hinges_text(const Comparison& comparison, int year, const Style& style) {
    std::string text;
    for (std::size_t scenario = 1; scenario < comparison.scenarios.size(); ++scenario) {
        const std::string sentence = style.say(hinges_sentence(comparison, scenario, year));
        const bool has_name = comparison.scenarios.size() > 2;
        if (!sentence.empty())
            text += paragraph("  ", (has_name ? style.say(comparison.scenarios[scenario].name) + ": " : "") + sentence);
    }
    return text;
}

}  // namespace staffsim::analysis
