#include "analysis/equal_cost.hpp"

#include <fmt/format.h>

#include "analysis/report/numbers.hpp"

namespace staffsim::analysis {

namespace {

constexpr int decimals = 2;  // of per cent

std::string residual_text(const EqualCost& one) {
    return fmt::format("{} % {}", signed_number(one.residual, decimals), signed_range(one.low, one.high, decimals));
}

}  // namespace

Text equal_cost_sentence(const Comparison& comparison, const EqualCost& one) {
    const Text& name = comparison.scenarios[one.scenario].name;
    const std::string number = fmt::format("{} = {}{}{}", one.lever, one.value, one.unit.empty() ? "" : " ", one.unit);
    const std::string lever = number + (one.holds.en.empty() ? "" : " " + one.holds.en);
    const std::string lever_zh = number + (one.holds.zh.empty() ? "" : "，" + one.holds.zh);
    const std::string pilot_en =
        fmt::format("values tried: {}, each on {} pilot futures, seed {}; there {} %", one.pilot_runs,
                    one.pilot_replications, one.pilot_seed, signed_number(one.pilot_residual, decimals));
    const std::string pilot_zh =
        fmt::format("试算 {} 个数值，各用另外 {} 次推演，种子 {}；试算残差 {}%", one.pilot_runs, one.pilot_replications,
                    one.pilot_seed, signed_number(one.pilot_residual, decimals));
    const std::string rest = residual_text(one);
    const bool is_base = one.reference == 0;
    const Text& other = comparison.scenarios[one.reference].name;
    const std::string whose_en = is_base ? "of the baseline's" : "of that of " + other.en;
    const std::string whose_zh = is_base ? "现行办法" : other.zh;
    if (one.at_announcement) {
        return {fmt::format("{}: {} makes the announced budget equal, the cost of the first year with nobody reacting "
                            "({}). Over all {} years, with people reacting, total cost differs by {} {}.",
                            name.en, lever, pilot_en, comparison.years, rest, whose_en),
                fmt::format("{}：{}（{}）时，公布时的预算与{}相等（第一年、无人作出反应，{}）。计入人员反应，{} "
                            "年总支出相差 {}（占{}）。",
                            name.zh, lever_zh, one.label.zh, whose_zh, pilot_zh, comparison.years, rest, whose_zh)};
    }
    return {fmt::format("{}: {} makes total cost equal ({}). On the futures compared, total cost over {} years differs "
                        "by {} {}.",
                        name.en, lever, pilot_en, comparison.years, rest, whose_en),
            fmt::format("{}：{}（{}）时总支出与{}相等（{}）。在本次对照推演中，{} 年总支出相差 {}（占{}）。", name.zh,
                        lever_zh, one.label.zh, whose_zh, pilot_zh, comparison.years, rest, whose_zh)};
}

}  // namespace staffsim::analysis
