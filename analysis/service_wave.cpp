#include "analysis/service_wave.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/report/numbers.hpp"
#include "sim/stats/paired.hpp"

namespace staffsim::analysis {

namespace {

constexpr double per_person = 100;  // the outcome is told per 100 people
// Own choice: what stands out is a quarter above the mean of all years, and a fifth away from the baseline.
constexpr double standing_out = 1.25, far_from_baseline = 0.2;

std::vector<measures::Ratio> people_in(const Series& series, std::size_t year) {
    std::vector<measures::Ratio> people = series.in_year(year);
    for (measures::Ratio& one : people) one = {one.numerator / per_person, 1};
    return people;
}

std::size_t peak_of(const std::vector<double>& left) {
    return static_cast<std::size_t>(std::ranges::max_element(left) - left.begin());
}

bool moves_minimum_service(const ComparedScenario& scenario) {
    return std::ranges::any_of(scenario.settings, [](const Setting& one) {
        return one.key == "recruitment.minimum_service_years" || one.key == "recruitment.extra_service_years";
    });
}

bool stands_out(const ServiceWave& wave, double there_today) {
    const double mean =
        std::accumulate(wave.left.begin(), wave.left.end(), 0.0) / static_cast<double>(wave.left.size());
    const bool is_clear = (wave.at_peak.low > 0 || wave.at_peak.high < 0) && !stats::is_too_rare(wave.at_peak);
    return is_clear && wave.left[wave.peak] >= standing_out * mean &&
           std::abs(wave.at_peak.difference) >= far_from_baseline * there_today;
}

}  // namespace

std::vector<ServiceWave> service_waves(const std::vector<Series>& by_scenario, int years, double level,
                                       stats::Pasts pasts) {
    std::vector<ServiceWave> waves;
    for (std::size_t s = 0; s < by_scenario.size(); ++s) {
        ServiceWave wave{s, {}, 0, {}};
        for (std::size_t year = 0; year < static_cast<std::size_t>(years); ++year) {
            double people = 0;
            for (const measures::Ratio& one : people_in(by_scenario[s], year)) people += one.numerator;
            wave.left.push_back(people / static_cast<double>(by_scenario[s].replications()));
        }
        wave.peak = peak_of(wave.left);
        if (s > 0)
            wave.at_peak =
                stats::paired_summary(people_in(by_scenario[0], wave.peak), people_in(by_scenario[s], wave.peak),
                                      measures::Direction::lower_better, level, pasts);
        waves.push_back(std::move(wave));
    }
    return waves;
}

Text service_wave_words(const Comparison& comparison, std::size_t scenario) {
    const auto wave_of = [&](std::size_t s) { return std::ranges::find(comparison.waves, s, &ServiceWave::scenario); };
    const auto own = wave_of(scenario), base = wave_of(0);
    if (own == comparison.waves.end() || base == comparison.waves.end() || scenario == 0) return {};
    const double there_today = base->left[own->peak];
    if (!(own->left[own->peak] > 0)) return {};
    if (!moves_minimum_service(comparison.scenarios[scenario]) && !stands_out(*own, there_today)) return {};
    const Text& today = comparison.scenarios.front().name;
    const auto year = [&](std::size_t index) { return comparison.start_year + static_cast<int>(index); };
    const std::string most = plain_number(own->left[own->peak], 1), then = plain_number(there_today, 1),
                      most_today = plain_number(base->left[base->peak], 1);
    const bool is_same_year = own->peak == base->peak;
    Text text{fmt::format("Within two years of the end of their minimum service (moves to county organs included) most "
                          "leave in {}: {} people that year, {} under {}",
                          year(own->peak), most, then, today.en),
              fmt::format("服务期满两年内离开（含调入县直）最多的是 {} 年：{} 人，{}为 {} 人", year(own->peak), most,
                          today.zh, then)};
    if (!is_same_year) {
        text.en += fmt::format(", where it is most in {} ({})", year(base->peak), most_today);
        text.zh += fmt::format("（其最多的是 {} 年：{} 人）", year(base->peak), most_today);
    }
    return {text.en + ".", text.zh + "。"};
}

}  // namespace staffsim::analysis
