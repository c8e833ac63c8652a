#include "sim/stats/proportion.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <tuple>

#include "sim/foundation/diagnostics.hpp"
#include "sim/foundation/real.hpp"
#include "sim/stats/remembered.hpp"

namespace staffsim::stats {

namespace {

// As for t quantiles: no trace of the processor in a report.
double rounded_share(double share) { return std::nearbyint(share * 0x1p30) * 0x1p-30; }

}  // namespace

ShareRange wilson_range(double successes, std::uint32_t n, double level) {
    if (n == 0) return {0, 1};
    if (successes < 0 || successes > n) throw InvariantError("wilson_range: more successes than futures");
    const double z = -inverse_normal(level / 2);
    const double count = n;
    const double share = successes / count;
    const double scale = 1 + z * z / count;
    const double centre = (share + z * z / (2 * count)) / scale;
    const double half = z * std::sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / scale;
    // The ends are exact where nothing or everything was seen; the formula leaves a rounding error there.
    return {successes == 0 ? 0 : std::max(0.0, centre - half), successes == count ? 1 : std::min(1.0, centre + half)};
}

// The Wilson range holds the shares that a score test does not reject: n (share - least)^2 >= z^2 least (1 - least).
std::uint32_t futures_that_show(double share, double least, double level) {
    constexpr double most = 1e9;
    if (!(share > least)) return 0;
    const double z = inverse_normal(level / 2) / (share - least);
    return static_cast<std::uint32_t>(std::ceil(std::min(most, z * z * least * (1 - least))));
}

ShareRange exact_range(std::uint32_t successes, std::uint32_t n, double level) {
    if (n == 0) return {0, 1};
    if (successes > n) throw InvariantError("exact_range: more successes than futures");
    return remembered(std::tuple(successes, n, level), [&] {
        using Binomial = boost::math::binomial_distribution<double>;
        const double low = Binomial::find_lower_bound_on_p(n, successes, level / 2);
        const double high = successes == n ? 1.0 : Binomial::find_upper_bound_on_p(n, successes, level / 2);
        return ShareRange{rounded_share(low), rounded_share(high)};
    });
}

}  // namespace staffsim::stats
