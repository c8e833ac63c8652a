#include "sim/stats/ratio.hpp"

#include <cmath>

namespace staffsim::stats {

bool has_value(double estimate) { return !std::isnan(estimate); }

double value_of(measures::Ratio ratio) {
    return ratio.denominator == 0 ? no_value : ratio.numerator / ratio.denominator;
}

measures::Ratio total(std::span<const measures::Ratio> ratios) {
    measures::Ratio sum;
    for (const measures::Ratio ratio : ratios) sum += ratio;
    return sum;
}

LinearisedRatio linearised(std::span<const measures::Ratio> ratios) {
    const measures::Ratio sum = total(ratios);
    LinearisedRatio result{value_of(sum), std::vector<double>(ratios.size(), no_value)};
    if (!has_value(result.estimate)) return result;
    const double mean_denominator = sum.denominator / static_cast<double>(ratios.size());
    for (std::size_t i = 0; i < ratios.size(); ++i) {
        result.influence[i] = (ratios[i].numerator - result.estimate * ratios[i].denominator) / mean_denominator;
    }
    return result;
}

double mean(std::span<const double> numbers) {
    double sum = 0;
    for (const double number : numbers) sum += number;
    return sum / static_cast<double>(numbers.size());
}

double sample_variance(std::span<const double> numbers) {
    if (numbers.size() < 2) return no_value;
    const double centre = mean(numbers);
    double squares = 0;
    for (const double number : numbers) squares += (number - centre) * (number - centre);
    return squares / static_cast<double>(numbers.size() - 1);
}

}  // namespace staffsim::stats
