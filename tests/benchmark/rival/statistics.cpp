#include "tests/benchmark/rival/statistics.hpp"

#include <cmath>

namespace ladder {

namespace {

// Mean over townships of numerator(t), divided by that of denominator(t); the standard error of a ratio by
// linearisation, exact when the denominator is the same everywhere.
template <class Numerator, class Denominator>
Statistic ratio(std::string name, const std::vector<Tally>& townships, Numerator numerator, Denominator denominator) {
    double above = 0, below = 0, squares = 0;
    for (const Tally& t : townships) {
        above += numerator(t);
        below += denominator(t);
    }
    if (below == 0) return {std::move(name), 0, 0};
    const double value = above / below;
    for (const Tally& t : townships) squares += std::pow(numerator(t) - value * denominator(t), 2);
    const auto n = static_cast<double>(townships.size());
    const double error = n > 1 ? std::sqrt(squares * n / (n - 1)) / below : 0;
    return {std::move(name), value, error};
}

template <class Count>
Statistic mean(std::string name, const std::vector<Tally>& townships, Count count) {
    return ratio(std::move(name), townships, count, [](const Tally&) { return 1.0; });
}

double post_days(std::size_t level, std::uint32_t years) { return 1.0 * posts_by_level[level] * years * days_per_year; }

}  // namespace

std::vector<Statistic> statistics(const std::vector<Tally>& townships, std::uint32_t years) {
    std::vector<Statistic> all{
        mean("events", townships, [](const Tally& t) { return events(t); }),
        mean("assessments", townships, [](const Tally& t) { return t.assessments; }),
        mean("trainings", townships, [](const Tally& t) { return t.trainings; }),
        mean("quits", townships, [](const Tally& t) { return t.quits; }),
        mean("retirements", townships, [](const Tally& t) { return t.retirements; }),
        mean("recruits", townships, [](const Tally& t) { return t.recruits; }),
        mean("retries", townships, [](const Tally& t) { return t.retries; }),
        ratio(
            "mean_chain", townships, [](const Tally& t) { return t.chain_steps; },
            [](const Tally& t) { return t.recruits; }),
    };
    for (std::size_t level = 1; level < levels; ++level) {
        all.push_back(mean("promotions_to_" + std::to_string(level), townships,
                           [level](const Tally& t) { return t.promotions[level]; }));
    }
    for (std::size_t level = 0; level < levels; ++level) {
        all.push_back(ratio(
            "vacancy_percent_" + std::to_string(level), townships,
            [level](const Tally& t) { return 100.0 * t.vacant_days[level]; },
            [level, years](const Tally&) { return post_days(level, years); }));
    }
    return all;
}

double person_years(const std::vector<Tally>& townships, std::uint32_t years) {
    double days = 0;
    for (const Tally& t : townships) {
        for (std::size_t level = 0; level < levels; ++level) days += post_days(level, years) - t.vacant_days[level];
    }
    return days / days_per_year;
}

}  // namespace ladder
