// Shares of futures and quantiles across futures, where the truth is exact.
#include <algorithm>
#include <boost/math/distributions/normal.hpp>

#include "sim/stats/proportion.hpp"
#include "sim/stats/quantiles.hpp"
#include "tests/coverage/futures.hpp"
#include "tests/coverage/study.hpp"

namespace staffsim::coverage {

namespace {

std::uint32_t successes(const char* study, std::uint32_t r, std::uint32_t n, double share) {
    const Luck luck(study, r);
    std::uint32_t count = 0;
    for (std::uint32_t i = 0; i < n; ++i) count += luck.uniform(i, 0) < share;
    return count;
}

bool has(stats::ShareRange range, double truth) { return range.low <= truth && truth <= range.high; }

Holds wilson(const char* study, std::uint32_t n, double share) {
    return [=](std::uint32_t r) { return has(stats::wilson_range(successes(study, r, n, share), n), share); };
}

// Another share in every repetition: what Wilson is right about on average.
bool wilson_over_all_shares(std::uint32_t r) {
    const double share = Luck("wilson share", r).uniform(0, 1);
    return has(stats::wilson_range(successes("wilson all", r, 100, share), 100), share);
}

Holds exact(const char* study, std::uint32_t n, double share) {
    return [=](std::uint32_t r) { return has(stats::exact_range(successes(study, r, n, share), n), share); };
}

// A side without a bound holds: it promises nothing.
bool has(const stats::QuantileRange& range, double truth) {
    return (!range.low || *range.low <= truth) && (!range.high || truth <= *range.high);
}

Holds quantile(const char* study, std::uint32_t n, double probability) {
    const double truth = boost::math::quantile(boost::math::normal(), probability);
    return [=](std::uint32_t r) {
        const Luck luck(study, r);
        std::vector<double> values;
        for (std::uint32_t i = 0; i < n; ++i) values.push_back(luck.normal(i, 0));
        std::ranges::sort(values);
        return has(stats::quantile_range(values, probability), truth);
    };
}

Kind plain_share(std::string id, std::string words, Promise promise, Holds holds) {
    return {std::move(id), std::move(words), 0.95, promise,
            [holds = std::move(holds)](std::uint32_t) { return holds; }};
}

}  // namespace

std::vector<Kind> share_kinds() {
    return {
        plain_share("wilson_all", "Wilson, 100 futures, shares from 0 to 1", Promise::reported, wilson_over_all_shares),
        plain_share("wilson_half", "Wilson, 100 futures, share .5", Promise::reported, wilson("wilson .5", 100, 0.5)),
        plain_share("wilson_rare", "Wilson, 100 futures, share .02", Promise::reported,
                    wilson("wilson .02", 100, 0.02)),
        plain_share("exact_half", "exact range, 100 futures, share .5", Promise::at_least, exact("exact .5", 100, 0.5)),
        plain_share("exact_rare", "exact range, 100 futures, share .02", Promise::at_least,
                    exact("exact .02", 100, 0.02)),
        plain_share("median_40", "median across 40 futures, order statistics", Promise::at_least,
                    quantile("median", 40, 0.5)),
        plain_share("p95_200", "95 % quantile across 200 futures, order statistics", Promise::at_least,
                    quantile("p95", 200, 0.95)),
        plain_share("p05_40", "5 % quantile across 40 futures (no bound below)", Promise::at_least,
                    quantile("p05", 40, 0.05)),
    };
}

}  // namespace staffsim::coverage
