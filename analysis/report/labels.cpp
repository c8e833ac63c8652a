#include "analysis/report/labels.hpp"

#include <array>

namespace staffsim::analysis {

std::span<const measures::Aim> all_aims() {
    using enum measures::Aim;
    static constexpr std::array all{quality, structure, stability, vitality, conduct, service, cost};
    return all;
}

Text aim_words(measures::Aim aim) {
    using measures::Aim;
    switch (aim) {
        case Aim::quality:
            return {"Quality of staff", "队伍素质"};
        case Aim::structure:
            return {"Structure", "队伍结构"};
        case Aim::stability:
            return {"Stability", "队伍稳定"};
        case Aim::vitality:
            return {"Vitality", "队伍活力"};
        case Aim::conduct:
            return {"Conduct", "作风与廉洁"};
        case Aim::service:
            return {"Service to the public", "服务群众"};
        case Aim::cost:
            return {"Cost", "成本"};
    }
    return {};
}

std::string_view aim_id(measures::Aim aim) {
    constexpr std::array<std::string_view, 7> ids{"quality", "structure", "stability", "vitality",
                                                  "conduct", "service",   "cost"};
    return ids.at(static_cast<std::size_t>(aim));
}

Text direction_words(measures::Direction direction) {
    using measures::Direction;
    switch (direction) {
        case Direction::higher_better:
            return {"higher is better", "越高越好"};
        case Direction::lower_better:
            return {"lower is better", "越低越好"};
        case Direction::neutral:
            return {"no better side", "高低不分优劣"};
    }
    return {};
}

std::string_view direction_id(measures::Direction direction) {
    constexpr std::array<std::string_view, 3> ids{"higher_better", "lower_better", "neutral"};
    return ids.at(static_cast<std::size_t>(direction));
}

std::string scenario_letter(std::size_t scenario) {
    std::string letter(1, static_cast<char>('A' + scenario % 26));
    return scenario < 26 ? letter : letter + std::to_string(scenario / 26);
}

std::string_view verdict_tone(stats::Verdict verdict) {
    using stats::Verdict;
    switch (verdict) {
        case Verdict::better:
            return "good";
        case Verdict::worse:
            return "bad";
        case Verdict::higher:
        case Verdict::lower:
            return "moved";
        case Verdict::small_better:
        case Verdict::small_worse:
        case Verdict::small_higher:
        case Verdict::small_lower:
            return "small";
        default:
            return "";
    }
}

bool could_be_chance(stats::Verdict verdict) {
    using stats::Verdict;
    return verdict == Verdict::too_close || verdict == Verdict::too_rare || verdict == Verdict::exploratory ||
           verdict == Verdict::depends_on_assumptions || verdict == Verdict::same;
}

int calendar_year(const Comparison& comparison, int verdict_year) { return comparison.start_year + verdict_year - 1; }

Text portrait_unit(const Comparison& comparison, std::uint32_t unit) {
    return unit < comparison.portraits.units.size() ? comparison.portraits.units[unit] : Text{};
}

}  // namespace staffsim::analysis
