#include "analysis/outcome_words.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace staffsim::analysis {

namespace {

bool is_share(const measures::Outcome& outcome) { return outcome.unit.en.starts_with('%'); }

// "占发现的%" -> "占发现的"
std::string without_percent(std::string unit) {
    const std::size_t at = unit.find('%');
    return at == std::string::npos ? unit : unit.erase(at, 1);
}

}  // namespace

Text change_unit(const measures::Outcome& outcome) {
    if (!is_share(outcome)) return outcome.unit;
    const std::string of = without_percent(outcome.unit.zh);
    return {"percentage points" + outcome.unit.en.substr(1), "个百分点" + (of.empty() ? of : "（" + of + "）")};
}

bool is_said_by(const std::string& label, const std::string& unit) {
    const auto lower = [](unsigned char c) { return std::tolower(c); };
    return !unit.empty() && label.size() > unit.size() &&
           std::equal(unit.begin(), unit.end(), label.begin(),
                      [&](unsigned char a, unsigned char b) { return lower(a) == lower(b); });
}

Text level_and_change_unit(const measures::Outcome& outcome) {
    if (!is_share(outcome)) return outcome.unit;
    return {outcome.unit.en + "; changes in percentage points", outcome.unit.zh + "；变化以个百分点计"};
}

bool is_over_years(const measures::Outcome& outcome) { return outcome.window == measures::Window::yearly_average; }

Text years_words(const measures::Outcome& outcome, int year) {
    if (is_over_years(outcome) && year > 1)
        return {fmt::format("over years 1 to {}", year), fmt::format("第 1 至 {} 年", year)};
    return {fmt::format("in year {}", year), fmt::format("第 {} 年", year)};
}

Text over_years_note(int year) {
    return {
        fmt::format("{} over years 1 to {} together (what is counted a year: their average); the others: year {} "
                    "alone",
                    over_years_mark, year, year),
        fmt::format("{} 第 1 至 {} 年合计（按年计的为各年平均）；其余仅为第 {} 年当年", over_years_mark, year, year)};
}

Text judged_words() {
    return {"Outcomes and costs are those of the townships; county organs are simulated, not judged.",
            "结果和成本都是乡镇的；县直机关参与推演，但不作评判。"};
}

bool is_trifle(const measures::Outcome& outcome, double difference) {
    constexpr double share_of_what_matters = 0.1;
    return std::abs(difference) < share_of_what_matters * outcome.matters;
}

bool is_thinner(const measures::Outcome& outcome, double a, double b) {
    return outcome.direction == measures::Direction::higher_better ? a < b : a > b;
}

}  // namespace staffsim::analysis
