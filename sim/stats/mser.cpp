#include "sim/stats/mser.hpp"

namespace staffsim::stats {

namespace {

double squared_error(std::span<const double> kept) {
    double sum = 0;
    for (const double x : kept) sum += x;
    const double n = static_cast<double>(kept.size()), mean = sum / n;
    double squares = 0;
    for (const double x : kept) squares += (x - mean) * (x - mean);
    return squares / (n * n);
}

}  // namespace

std::size_t mser_truncation(std::span<const double> series) {
    if (series.size() < 4) return 0;
    std::size_t best = 0;
    double least = squared_error(series);
    for (std::size_t d = 1; d <= series.size() / 2; ++d) {
        const double error = squared_error(series.subspan(d));
        if (error >= least) continue;
        least = error;
        best = d;
    }
    return best;
}

}  // namespace staffsim::stats
