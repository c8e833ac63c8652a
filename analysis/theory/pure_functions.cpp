#include "analysis/theory/pure_functions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "analysis/theory/dynamic_retention.hpp"
#include "sim/kernel/assignment.hpp"

namespace staffsim::theory {

// --- J: dynamic retention

namespace {

constexpr double most_pay = 1000;  // beyond, rounding alone would exceed the 1e-9 of exact checks
constexpr std::size_t most_periods = 16;

// V^L_t of theory J, written out: pay outside in every period that is left.
long double value_of_leaving(const RetentionProblem& problem, std::size_t t) {
    long double sum = 0, factor = 1;
    for (std::size_t later = t; later < problem.pay_outside.size(); ++later, factor *= problem.discount)
        sum += factor * problem.pay_outside[later];
    return sum + factor * problem.terminal;
}

// V^S_t of theory J by going through every path of choices from t on: after staying, the better of the next period's
// two choices on average over their shocks. Nothing is kept between periods, unlike in the solver.
long double value_of_staying(const RetentionProblem& problem, std::size_t t) {
    long double next = problem.terminal;
    if (t + 1 < problem.pay_inside.size()) {
        const long double leave = value_of_leaving(problem, t + 1), stay = value_of_staying(problem, t + 1);
        const long double better = std::max(leave, stay);  // taken out, because e^(V/τ) of large values overflows
        next = better + problem.scale * std::log(std::exp((stay - better) / problem.scale) +
                                                 std::exp((leave - better) / problem.scale));
    }
    return problem.taste + problem.pay_inside[t] + problem.discount * next;
}

}  // namespace

PureCase retention_case(OwnNumbers& numbers) {
    RetentionProblem problem;
    problem.pay_inside = numbers.numbers("pay_inside", -most_pay, most_pay);
    problem.pay_outside = numbers.numbers("pay_outside", -most_pay, most_pay);
    problem.taste = numbers.number("taste", -most_pay, most_pay);
    problem.discount = numbers.number("discount", 0, 1);
    problem.scale = numbers.number("scale", 0.01, most_pay);
    problem.terminal = numbers.number("terminal", -most_pay, most_pay);
    const std::size_t periods = problem.pay_inside.size();
    if (problem.pay_outside.size() != periods)
        numbers.object("pay_outside", Text{"needs as many numbers as pay_inside", "数字应与 pay_inside 一样多"});
    if (periods > most_periods)
        numbers.object("pay_inside", worded("has more than {} periods", "超过 {} 期", most_periods));
    numbers.throw_if_wrong();
    PureCase one;
    for (std::size_t t = 0; t < periods; ++t) {
        const long double stay = value_of_staying(problem, t), leave = value_of_leaving(problem, t);
        const long double probability = 1 / (1 + std::exp((leave - stay) / problem.scale));
        one.quantities.push_back({worded("value of staying at period {}", "第 {} 期留任的价值", t + 1),
                                  static_cast<double>(stay), 0, exact});
        one.quantities.push_back(
            {worded("P(stay) at period {}", "第 {} 期留任概率", t + 1), static_cast<double>(probability), 0, exact});
    }
    one.observe = [problem](RandomKey) {
        const RetentionSolution solution = solve(problem);
        Observation seen;
        for (std::size_t t = 0; t < solution.stay_value.size(); ++t) {
            seen.values.push_back({solution.stay_value[t], 1});
            seen.values.push_back({solution.stay_probability[t], 1});
        }
        return seen;
    };
    return one;
}

// --- K: assignment

namespace {

using kernel::CostMatrix;

constexpr std::int64_t highest_cost = 1'000'000, most_columns = 8;  // 8! ways are tried

double cheapest(const CostMatrix& costs) {
    return static_cast<double>(kernel::total_cost(costs, kernel::cheapest_assignment(costs)));
}

CostMatrix with_signs_turned(CostMatrix costs) {
    for (std::int64_t& cost : costs.cost) cost = -cost;
    return costs;
}

double dearest(const CostMatrix& costs) { return -cheapest(with_signs_turned(costs)); }

// By trying every choice of columns.
double cheapest_of_all(const CostMatrix& costs) {
    std::vector<std::size_t> columns(costs.columns);
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    std::int64_t best = std::numeric_limits<std::int64_t>::max();
    do {
        std::int64_t sum = 0;
        for (std::size_t row = 0; row < costs.rows; ++row) sum += costs.at(row, columns[row]);
        best = std::min(best, sum);
    } while (std::next_permutation(columns.begin(), columns.end()));
    return static_cast<double>(best);
}

struct RandomMatrices {
    int count = 0;
    std::size_t most_rows = 0, most_columns = 0;
    std::uint64_t highest_cost = 0;
};

// Small costs make many ties.
CostMatrix random_costs(const Draws& draws, const RandomMatrices& random, int number) {
    AddressedEngine engine(draws, {entity_key("assignment"), +Purpose::exchange_tie, number, 0});
    CostMatrix costs{1 + engine() % random.most_rows, 0, {}};
    costs.columns = costs.rows + engine() % (random.most_columns - costs.rows + 1);
    for (std::size_t i = 0; i < costs.rows * costs.columns; ++i)
        costs.cost.push_back(static_cast<std::int64_t>(engine() % (random.highest_cost + 1)));
    return costs;
}

std::vector<CostMatrix> written_matrices(OwnNumbers& numbers) {
    std::vector<CostMatrix> list;
    for (OwnNumbers::Matrix& one : numbers.matrices("matrices", -highest_cost, highest_cost)) {
        if (one.rows > one.columns || one.columns > static_cast<std::size_t>(most_columns))
            numbers.object("matrices", worded("a matrix has at most {} columns and no more rows than columns",
                                              "矩阵最多 {} 列，且行数不得多于列数", most_columns));
        list.push_back({one.rows, one.columns, std::move(one.cells)});
    }
    return list;
}

RandomMatrices random_matrices(OwnNumbers& numbers) {
    RandomMatrices random;
    random.count = static_cast<int>(numbers.whole("random.count", 0, 1000));
    random.most_rows = static_cast<std::size_t>(numbers.whole("random.most_rows", 1, most_columns));
    random.most_columns = static_cast<std::size_t>(numbers.whole("random.most_columns", 1, most_columns));
    random.highest_cost = static_cast<std::uint64_t>(numbers.whole("random.highest_cost", 0, highest_cost));
    if (random.most_rows > random.most_columns)
        numbers.object("random.most_rows", Text{"is more than random.most_columns", "大于 random.most_columns"});
    return random;
}

}  // namespace

PureCase assignment_case(OwnNumbers& numbers) {
    const std::vector<CostMatrix> written = written_matrices(numbers);
    const RandomMatrices random = random_matrices(numbers);
    numbers.throw_if_wrong();
    PureCase one;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const Text which =
            worded("of matrix {}, {} by {}", "矩阵 {}（{} × {}）", i + 1, written[i].rows, written[i].columns);
        one.quantities.push_back({worded("cheapest {}", "最低费用，{}", which), cheapest_of_all(written[i]), 0, exact});
        one.quantities.push_back(
            {worded("dearest {}", "最高费用，{}", which), -cheapest_of_all(with_signs_turned(written[i])), 0, exact});
    }
    one.quantities.push_back(
        {worded("excess over trying all, {} at random", "比逐一试算多出的费用，随机 {} 例", random.count), 0, 0,
         exact});
    one.observe = [written, random](RandomKey key) {
        Observation seen;
        for (const CostMatrix& costs : written) {
            seen.values.push_back({cheapest(costs), 1});
            seen.values.push_back({dearest(costs), 1});
        }
        const Draws draws(key);
        double excess = 0;
        for (int number = 0; number < random.count; ++number) {
            const CostMatrix costs = random_costs(draws, random, number);
            excess += cheapest(costs) - cheapest_of_all(costs);
        }
        seen.values.push_back({excess, 1});
        return seen;
    };
    return one;
}

}  // namespace staffsim::theory
