#include "sim/stats/pasts.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "sim/stats/ratio.hpp"
#include "sim/stats/students_t.hpp"

namespace staffsim::stats {

namespace {

// By past: the sum of its futures' distances from the mean of all.
std::vector<double> deviations(std::span<const double> numbers, std::size_t pasts, double centre) {
    std::vector<double> sums(pasts, 0.0);
    for (std::size_t i = 0; i < numbers.size(); ++i) sums[i % pasts] += numbers[i] - centre;
    return sums;
}

}  // namespace

std::size_t Pasts::among(std::size_t futures) const { return number < 2 ? futures : std::min(number, futures); }

double variance_of_mean(std::span<const double> numbers, Pasts pasts) {
    const std::size_t independent = pasts.among(numbers.size());
    if (independent < 2) return no_value;
    double squares = 0;
    for (const double sum : deviations(numbers, independent, mean(numbers))) squares += sum * sum;
    const auto k = static_cast<double>(independent), n = static_cast<double>(numbers.size());
    return squares / (k - 1) * k / (n * n);
}

MeanError error_of_mean(std::span<const double> numbers, Pasts pasts, double level) {
    const double error = std::sqrt(variance_of_mean(numbers, pasts));
    return {error, has_value(error) ? two_sided_t(level, pasts.among(numbers.size()) - 1) * error : no_value};
}

double lasting_variance_of_mean(std::span<const double> numbers, Pasts pasts) {
    const std::size_t n = numbers.size(), independent = pasts.among(n);
    if (independent < 2 || independent == n) return 0;
    const double centre = mean(numbers);
    const std::vector<double> sums = deviations(numbers, independent, centre);
    double within = 0;
    for (std::size_t i = 0; i < n; ++i) within += (numbers[i] - centre) * (numbers[i] - centre);
    for (std::size_t past = 0; past < independent; ++past) {
        const std::size_t futures = (n - past + independent - 1) / independent;
        within -= sums[past] * sums[past] / static_cast<double>(futures);
    }
    within /= static_cast<double>(n - independent);
    return std::max(0.0, variance_of_mean(numbers, pasts) - within / static_cast<double>(n));
}

std::uint32_t effective_futures(std::span<const double> happened, Pasts pasts) {
    const auto n = static_cast<std::uint32_t>(happened.size());
    if (!pasts.shared_by(n)) return n;
    const double alone = variance_of_mean(happened, own_pasts), together = variance_of_mean(happened, pasts);
    if (!(together > alone)) return n;  // also when it always or never happened
    return std::max(1u, static_cast<std::uint32_t>(std::floor(n * alone / together)));
}

}  // namespace staffsim::stats
