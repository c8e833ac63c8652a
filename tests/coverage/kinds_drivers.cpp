// Ranking and selection on known means, Shapley values of a known game, variance shares of the Ishigami function.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "sim/experiment/seek.hpp"
#include "sim/stats/proportion.hpp"
#include "sim/stats/selection.hpp"
#include "sim/stats/shapley.hpp"
#include "sim/stats/sobol_indices.hpp"
#include "tests/coverage/futures.hpp"
#include "tests/coverage/study.hpp"

namespace staffsim::coverage {

namespace {

// One matched future of all policies: luck in common, and luck of each one's own.
std::vector<double> matched(const Luck& luck, std::uint32_t future, const std::vector<double>& means) {
    const double shared = 3 * luck.normal(future, 0);
    std::vector<double> values;
    for (std::size_t i = 0; i < means.size(); ++i)
        values.push_back(means[i] + shared + luck.normal(future, static_cast<std::uint16_t>(i + 1)));
    return values;
}

// The race names the best, which is better than all others by just the indifference: the hardest case of the promise.
Holds race(const char* study, std::vector<double> means, std::size_t best, double indifference, double alpha,
           std::uint32_t look_every) {
    return [=](std::uint32_t r) {
        const Luck luck(study, r);
        stats::BestOfRace selection(means.size(), {.indifference = indifference, .alpha = alpha, .first_look = 20});
        for (std::uint32_t i = 0; !selection.is_over(); ++i)
            selection.add(matched(luck, i, means), (i + 1) % look_every == 0);
        return selection.state().remaining.front() == best;
    };
}

bool subset_holds_the_best(std::uint32_t r) {
    const Luck luck("subset", r);
    std::vector<std::vector<double>> values(5);
    for (std::uint32_t i = 0; i < 20; ++i) {
        const auto own = matched(luck, i, {0, 0, 1e-9, 0, 0});
        for (std::size_t p = 0; p < values.size(); ++p) values[p].push_back(own[p]);
    }
    const auto subset = stats::subset_with_best(values, false);
    return std::ranges::find(subset, 2u) != subset.end();
}

// Parts worth 2 and 1, and .5 more together: values 2.25 and 1.25, interaction .5.
Holds shapley(bool interaction) {
    return [=](std::uint32_t r) {
        const Luck luck("shapley", r);
        std::vector<std::vector<measures::Ratio>> by_set(4);
        for (std::uint32_t i = 0; i < 20; ++i) {
            const auto own = matched(luck, i, {0, 2, 1, 3.5});
            for (std::size_t set = 0; set < 4; ++set) by_set[set].push_back({own[set], 1});
        }
        const auto sum = interaction
                             ? stats::contrast_sum(stats::shapley_interaction(2, 0, 1), by_set, stats::own_pasts)
                             : stats::contrast_sum(stats::shapley_value(2, 0), by_set, stats::own_pasts);
        const double truth = interaction ? 0.5 : 2.25;
        return sum.low <= truth && truth <= sum.high;
    };
}

double ishigami(const stats::UnitPoint& u) {
    const auto x = [&](std::size_t i) { return std::numbers::pi * (2 * u[i] - 1); };
    return std::sin(x(0)) + 7 * std::pow(std::sin(x(1)), 2) + 0.1 * std::pow(x(2), 4) * std::sin(x(0));
}

// Shares of the Ishigami function with a = 7, b = .1, from its variance components.
double ishigami_share(std::size_t factor, bool total) {
    const double pi4 = std::pow(std::numbers::pi, 4), pi8 = pi4 * pi4;
    const double first = 0.5 * std::pow(1 + 0.1 * pi4 / 5, 2), second = 49.0 / 8, both = 0.01 * pi8 * 8 / 225;
    const double all = first + second + both;
    if (factor == 1) return second / all;
    if (factor == 2) return total ? both / all : 0;
    return (first + (total ? both : 0)) / all;
}

Holds variance_share(std::size_t factor, bool total) {
    return [=](std::uint32_t r) {
        std::vector<double> values;
        for (const auto& point : stats::saltelli_points(3, 128, r + 1)) values.push_back(ishigami(point));
        const auto found = stats::sobol_indices(values, 3, r + 1);
        const stats::ShareEstimate& share = total ? found.total[factor] : found.first[factor];
        const double truth = ishigami_share(factor, total);
        return share.low <= truth && truth <= share.high;
    };
}

// A lever sought as `staffsim seek` does: a future meets the target when the lever is at least its own draw, so that
// the value sought is the probability itself. The answer holds when it really meets the target so often.
Holds sought(double probability, std::uint32_t futures) {
    return [=](std::uint32_t r) {
        const Luck luck("seek", r);
        const auto meets = [&](double value) {
            double met = 0;
            for (std::uint32_t i = 0; i < futures; ++i) met += luck.uniform(i, 0) <= value;
            return experiment::SeekTrial{stats::wilson_range(met, futures, 0.10).low >= probability};
        };
        const auto answer = experiment::seek({0, 1, 0.005}, experiment::SeekWish::smallest, meets);
        return !answer.is_found || answer.value >= probability;
    };
}

// The same where lives part once they differ: a future's luck at two values of the lever correlates by `correlation`
// only. The share of futures that meet the target rises from `least` to `most` over the lever's range.
Holds sought_parting(double probability, std::uint32_t futures, double correlation, double least, double most) {
    return [=](std::uint32_t r) {
        const Luck luck("seek parting", r);
        constexpr double resolution = 0.005;
        const auto share = [&](double value) { return least + (most - least) * value; };
        const auto meets = [&](double value) {
            const auto place = static_cast<std::uint16_t>(1 + std::lround(value / resolution));
            double met = 0;
            for (std::uint32_t i = 0; i < futures; ++i) {
                const double normal =
                    std::sqrt(correlation) * luck.normal(i, 0) + std::sqrt(1 - correlation) * luck.normal(i, place);
                met += std::erfc(-normal / std::numbers::sqrt2) / 2 <= share(value);
            }
            return experiment::SeekTrial{stats::wilson_range(met, futures, 0.10).low >= probability};
        };
        const auto answer = experiment::seek({0, 1, resolution}, experiment::SeekWish::smallest, meets);
        return !answer.is_found || share(answer.value) >= probability;
    };
}

Kind kind(std::string id, std::string words, double nominal, Promise promise, Holds holds, double effort) {
    return {
        std::move(id), std::move(words), nominal, promise, [holds = std::move(holds)](std::uint32_t) { return holds; },
        effort};
}

}  // namespace

std::vector<Kind> driver_kinds() {
    return {
        kind("best_of_5", "best of 5 named, others just the indifference worse, looks after every future", 0.95,
             Promise::at_least, race("best of 5", {0, 0, 1, 0, 0}, 2, 1, 0.05, 1), 0.5),
        kind("best_of_5_batches", "the same, looks after every 10 futures", 0.95, Promise::at_least,
             race("best of 5 batches", {0, 0, 1, 0, 0}, 2, 1, 0.05, 10), 0.5),
        kind("best_of_10", "best of 10 named", 0.9, Promise::at_least,
             race("best of 10", {0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 9, 1, 0.1, 5), 0.5),
        kind("best_of_5_long", "best of 5 by a quarter of the luck's spread, looks after every 10 futures", 0.95,
             Promise::at_least, race("best of 5 long", {0, 0, 0.25, 0, 0}, 2, 0.25, 0.05, 10), 0.5),
        kind("best_of_10_long", "best of 10 by a quarter of the luck's spread, looks after every future", 0.9,
             Promise::at_least, race("best of 10 long", {0, 0, 0, 0, 0, 0, 0, 0, 0, 0.25}, 9, 0.25, 0.1, 1), 0.5),
        kind("best_of_2_long", "best of 2 by a quarter of the luck's spread, looks after every future", 0.95,
             Promise::at_least, race("best of 2 long", {0, 0.25}, 1, 0.25, 0.05, 1), 0.5),
        kind("subset", "subset of 5 equal policies holds a given one, 20 futures", 0.95, Promise::at_least,
             subset_holds_the_best, 1),
        kind("shapley", "Shapley value, 2 parts, 20 futures", 0.95, Promise::two_sided, shapley(false), 1),
        kind("shapley_interaction", "interaction of 2 parts, 20 futures", 0.95, Promise::two_sided, shapley(true), 1),
        kind("sobol_first", "Ishigami, first share of factor 1, 128 blocks, bootstrap", 0.95, Promise::reported,
             variance_share(0, false), 0.5),
        kind("sobol_total", "Ishigami, total share of factor 1, 128 blocks, bootstrap", 0.95, Promise::reported,
             variance_share(0, true), 0.5),
        kind("sobol_inert", "Ishigami, first share of factor 3, which is 0", 0.95, Promise::reported,
             variance_share(2, false), 0.5),
        kind("seek_90", "the value sought meets the target in 90 % of futures, 100 futures a value", 0.95,
             Promise::reported, sought(0.9, 100), 1),
        kind("seek_80", "the value sought meets the target in 80 % of futures, 200 futures a value", 0.95,
             Promise::reported, sought(0.8, 200), 1),
        kind("seek_90_parting", "seek_90 where lives part: correlation .9 between two values of the lever", 0.95,
             Promise::reported, sought_parting(0.9, 100, 0.9, 0, 1), 1),
        kind("seek_90_weak", "the same, a lever that moves the share only from 88 to 92 %", 0.95, Promise::reported,
             sought_parting(0.9, 100, 0.9, 0.88, 0.92), 1),
    };
}

}  // namespace staffsim::coverage
