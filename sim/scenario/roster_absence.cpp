#include "sim/scenario/roster_absence.hpp"

#include <algorithm>
#include <array>

#include "sim/scenario/roster_dates.hpp"

namespace staffsim::scenario {

namespace {

struct Kind {
    std::string_view word;
    Assignment assignment;
    FrontLineKind front_line = FrontLineKind::village;
};

// The first that occurs decides: a first secretary of a village is at the front line, though often called 挂职.
constexpr std::array kinds{
    Kind{"借调", Assignment::borrowed},
    Kind{"借用", Assignment::borrowed},
    Kind{"抽调", Assignment::borrowed},
    Kind{"跟班", Assignment::borrowed},
    Kind{"borrow", Assignment::borrowed},
    Kind{"驻村", Assignment::front_line},
    Kind{"第一书记", Assignment::front_line},
    Kind{"village", Assignment::front_line},
    Kind{"挂职", Assignment::exchange},
    Kind{"交流", Assignment::exchange},
    Kind{"exchange", Assignment::exchange},
    Kind{"second", Assignment::exchange},
    Kind{"项目", Assignment::front_line, FrontLineKind::project},
    Kind{"project", Assignment::front_line, FrontLineKind::project},
    Kind{"综治", Assignment::front_line, FrontLineKind::stability},
    Kind{"维稳", Assignment::front_line, FrontLineKind::stability},
    Kind{"stability", Assignment::front_line, FrontLineKind::stability},
    Kind{"计生", Assignment::front_line, FrontLineKind::family_planning},
    Kind{"计划生育", Assignment::front_line, FrontLineKind::family_planning},
    Kind{"family planning", Assignment::front_line, FrontLineKind::family_planning},
    Kind{"一线", Assignment::front_line},
    Kind{"front line", Assignment::front_line},
    Kind{"front_line", Assignment::front_line},
};

// English words in any case.
const Kind* kind_of(std::string_view given) {
    std::string words(given);
    for (char& letter : words)
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
    for (const Kind& kind : kinds) {
        if (words.find(kind.word) != std::string::npos) return &kind;
    }
    return nullptr;
}

struct Period {
    CivilDate from;
    std::optional<CivilDate> to;  // none: open
};

Day first_day_of(CivilDate date) { return to_day({date.year, date.month, std::max(1, date.day_of_month)}); }
Day day_after(CivilDate date) {
    return date.day_of_month > 0 ? to_day(date) : add_months(to_day({date.year, date.month, 1}), 1);
}

bool is_in_order(const Period& period) { return !period.to || first_day_of(period.from) < day_after(*period.to); }

// All that the text can be read as: a beginning, or both ends at any of the dashes in it.
template <class Take>
void each_reading(std::string_view text, const Take& take) {
    for (const std::string_view dash : {"-", "~", "—", "–", "至", "到"}) {
        for (auto at = text.find(dash); at != std::string_view::npos; at = text.find(dash, at + dash.size())) {
            const auto from = roster_date(trimmed(text.substr(0, at)));
            const std::string_view last = trimmed(text.substr(at + dash.size()));
            const auto to = roster_date(last);
            if (from && last.empty()) take(Period{*from, std::nullopt});
            if (from && to) take(Period{*from, to});
        }
    }
    if (const auto from = roster_date(trimmed(text))) take(Period{*from, std::nullopt});
}

}  // namespace

Absence absence_of(std::string_view text, Day first_day) {
    const auto digit = text.find_first_of("0123456789");
    const std::string_view words = trimmed(text.substr(0, digit));
    std::optional<Period> period;
    bool is_reversed = false;
    if (digit != std::string_view::npos) {
        each_reading(text.substr(digit), [&](const Period& reading) {
            if (!is_in_order(reading)) {
                is_reversed = true;
            } else if (!period) {
                period = reading;
            }
        });
    }
    const bool has_dates = digit == std::string_view::npos || period.has_value();
    if (!words.empty() && !has_dates && is_reversed)
        return {std::nullopt, worded("\"{}\" ends before it begins", "“{}”的截止早于起始", text)};
    if (words.empty() || !has_dates)
        return {std::nullopt, worded("\"{}\" is not understood; write what and when, as in 借调 2025.03-2026.03",
                                     "“{}”无法识别；请写明何事、何时，如 借调 2025.03-2026.03", text)};
    const Kind* kind = kind_of(words);
    if (kind == nullptr)
        return {std::nullopt,
                worded("\"{}\" is not known; allowed: 借调 borrowed, 挂职 exchange, 驻村 village, 项目 project, 综治 "
                       "stability, 计生 family planning",
                       "“{}”无法识别；可用：借调 borrowed, 挂职 exchange, 驻村 village, 项目 project, 综治 stability, "
                       "计生 family planning",
                       words)};
    StayPlan stay{kind->assignment, kind->front_line, std::nullopt, std::nullopt};
    if (!period) return {stay, {}};
    stay.since = first_day_of(period->from);
    if (*stay.since > first_day)
        return {std::nullopt, worded("\"{}\" begins after the first simulated day {}", "“{}”的起始晚于起始日 {}", text,
                                     to_text(first_day))};
    if (!period->to) return {stay, {}};
    stay.until = day_after(*period->to);
    if (*stay.until <= first_day) return {};
    return {stay, {}};
}

}  // namespace staffsim::scenario
