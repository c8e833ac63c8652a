// Backward induction of the stay-or-leave decision, against ways of finding the same values that do not go backward.
#include "analysis/theory/dynamic_retention.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "sim/foundation/random.hpp"

using namespace staffsim;
using namespace staffsim::theory;

namespace {

RetentionProblem random_problem(int number) {
    const Draws draws({1, 1});
    const auto u = [&](std::uint16_t sub) { return draws.uniform({entity_key("retention"), 999, number, sub}); };
    RetentionProblem problem;
    const int periods = 1 + static_cast<int>(8 * u(0));
    for (int t = 0; t < periods; ++t) {
        problem.pay_inside.push_back(5 + 10 * u(static_cast<std::uint16_t>(10 + t)));
        problem.pay_outside.push_back(5 + 10 * u(static_cast<std::uint16_t>(30 + t)));
    }
    problem.taste = 4 * u(1) - 2;
    problem.discount = 0.5 + 0.5 * u(2);
    problem.scale = 0.2 + 3 * u(3);
    problem.terminal = 10 * u(4);
    return problem;
}

// Value at the first period of working inside for `inside` periods and then outside, without shocks.
double value_of_leaving_after(const RetentionProblem& problem, std::size_t inside) {
    double sum = 0, factor = 1;
    for (std::size_t t = 0; t < problem.pay_inside.size(); ++t, factor *= problem.discount)
        sum += factor * (t < inside ? problem.pay_inside[t] + problem.taste : problem.pay_outside[t]);
    return sum + factor * problem.terminal;
}

double surprise(double p) { return p > 0 ? -p * std::log(p) : 0.0; }

// Value at the first period of deciding with the solution's probabilities: pay on every path, and each decision is
// worth scale x entropy, which is what choosing the better shock brings on average.
double value_along_paths(const RetentionProblem& problem, const RetentionSolution& solution) {
    double sum = 0, reached = 1, factor = 1;
    for (std::size_t t = 0; t < problem.pay_inside.size(); ++t, factor *= problem.discount) {
        const double stay = solution.stay_probability[t];
        sum += reached * factor * problem.scale * (surprise(stay) + surprise(1 - stay));
        sum += reached * (1 - stay) * value_of_leaving_after(problem, t);
        reached *= stay;
    }
    return sum + reached * value_of_leaving_after(problem, problem.pay_inside.size());
}

}  // namespace

TEST_CASE("the worked example of three periods") {
    const RetentionSolution solution = solve({{10, 10.5, 11}, {11, 11, 11}, 0.8, 0.9, 2.0, 0.0});
    const double value[] = {31.936791173, 22.8434274543, 11.8};
    const double probability[] = {.7433389114, .7254609482, .5986876601};
    for (std::size_t t = 0; t < 3; ++t) {
        CHECK(solution.stay_value[t] == Approx(value[t]).epsilon(0).margin(1e-9));
        CHECK(solution.stay_probability[t] == Approx(probability[t]).epsilon(0).margin(1e-9));
    }
}

TEST_CASE("values found backward are the mean over all paths forward") {
    for (int number = 0; number < 200; ++number) {
        const RetentionProblem problem = random_problem(number);
        const RetentionSolution solution = solve(problem);
        INFO("problem " << number);
        CHECK(solution.choice_value[0] == Approx(value_along_paths(problem, solution)).epsilon(1e-12));
    }
}

TEST_CASE("without shocks the best day to leave is chosen") {
    for (int number = 0; number < 100; ++number) {
        RetentionProblem problem = random_problem(number);
        problem.scale = 1e-9;
        double best = -1e300;
        for (std::size_t inside = 0; inside <= problem.pay_inside.size(); ++inside)
            best = std::max(best, value_of_leaving_after(problem, inside));
        INFO("problem " << number);
        CHECK(solve(problem).choice_value[0] == Approx(best).epsilon(1e-7));
    }
}

TEST_CASE("large values do not overflow, and more taste keeps more people") {
    RetentionProblem problem{{1e6, 1e6}, {1e6, 1e6}, 0, 0.9, 1.0, 0};
    CHECK(std::isfinite(solve(problem).choice_value[0]));
    double before = 0;
    for (const double taste : {-1.0, 0.0, 1.0, 2.0}) {
        problem.taste = taste;
        const double stays = solve(problem).stay_probability[0];
        CHECK(stays > before);
        before = stays;
    }
}
