#include "sim/stats/pasts.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "sim/stats/ratio.hpp"

namespace staffsim::stats {

namespace {

double mean_of_all(std::span<const double> numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
}

// By past: the sum of its futures' distances from the mean of all.
std::vector<double> deviations(std::span<const double> numbers, std::size_t pasts, double mean) {
    std::vector<double> sums(pasts, 0.0);
    for (std::size_t i = 0; i < numbers.size(); ++i) sums[i % pasts] += numbers[i] - mean;
    return sums;
}

}  // namespace

std::size_t Pasts::among(std::size_t futures) const { return number < 2 ? futures : std::min(number, futures); }

double variance_of_mean(std::span<const double> numbers, Pasts pasts) {
    const std::size_t independent = pasts.among(numbers.size());
    if (independent < 2) return no_value;
    double squares = 0;
    for (const double sum : deviations(numbers, independent, mean_of_all(numbers))) squares += sum * sum;
    const auto k = static_cast<double>(independent), n = static_cast<double>(numbers.size());
    return squares / (k - 1) * k / (n * n);
}

double lasting_variance_of_mean(std::span<const double> numbers, Pasts pasts) {
    const std::size_t n = numbers.size(), independent = pasts.among(n);
    if (independent < 2 || independent == n) return 0;
    const double mean = mean_of_all(numbers);
    const std::vector<double> sums = deviations(numbers, independent, mean);
    double within = 0;
    for (std::size_t i = 0; i < n; ++i) within += (numbers[i] - mean) * (numbers[i] - mean);
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
