#include "analysis/theory/pure_functions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>

#include "analysis/theory/dynamic_retention.hpp"
#include "sim/kernel/assignment.hpp"

namespace staffsim::theory {

namespace {

// The worked example, with its values written out in the reference to ten digits.
const RetentionProblem example{{10, 10.5, 11}, {11, 11, 11}, 0.8, 0.9, 2.0, 0.0};

}  // namespace

// --- J: dynamic retention

std::vector<Quantity> retention_quantities(const scenario::Scenario&) {
    constexpr double stay_value[] = {31.9367911730, 22.8434274543, 11.8};
    constexpr double probability[] = {.7433389114, .7254609482, .5986876601};
    std::vector<Quantity> quantities;
    for (int t = 0; t < 3; ++t) {
        quantities.push_back({fmt::format("value of staying at period {}", t + 1), stay_value[t], 0, exact});
        quantities.push_back({fmt::format("P(stay) at period {}", t + 1), probability[t], 0, exact});
    }
    return quantities;
}

Observation observe_retention(const scenario::Scenario&, RandomKey) {
    const RetentionSolution solution = solve(example);
    Observation seen;
    for (std::size_t t = 0; t < 3; ++t) {
        seen.values.push_back({solution.stay_value[t], 1});
        seen.values.push_back({solution.stay_probability[t], 1});
    }
    return seen;
}

// --- K: assignment

namespace {

using kernel::CostMatrix;

constexpr int random_matrices = 300;

const CostMatrix three{3, 3, {4, 1, 3, 2, 0, 5, 3, 2, 2}};
const CostMatrix four{4, 4, {9, 2, 7, 8, 6, 4, 3, 7, 5, 8, 1, 8, 7, 6, 9, 4}};

double cheapest(const CostMatrix& costs) {
    return static_cast<double>(kernel::total_cost(costs, kernel::cheapest_assignment(costs)));
}

double dearest(CostMatrix costs) {
    for (std::int64_t& cost : costs.cost) cost = -cost;
    return -cheapest(costs);
}

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

// Up to 5 rows and 6 columns of costs from 0 to 19: many ties.
CostMatrix random_costs(const Draws& draws, int number) {
    AddressedEngine engine(draws, {entity_key("assignment"), +Purpose::exchange_tie, number, 0});
    CostMatrix costs{1 + engine() % 5, 0, {}};
    costs.columns = costs.rows + engine() % (7 - costs.rows);
    for (std::size_t i = 0; i < costs.rows * costs.columns; ++i) costs.cost.push_back(engine() % 20);
    return costs;
}

}  // namespace

std::vector<Quantity> assignment_quantities(const scenario::Scenario&) {
    return {{"cheapest of three by three", 5, 0, exact},
            {"cheapest of four by four", 13, 0, exact},
            {"dearest of four by four", 33, 0, exact},
            {fmt::format("excess over trying all, {} at random", random_matrices), 0, 0, exact}};
}

Observation observe_assignment(const scenario::Scenario&, RandomKey key) {
    const Draws draws(key);
    double excess = 0;
    for (int number = 0; number < random_matrices; ++number) {
        const CostMatrix costs = random_costs(draws, number);
        excess += cheapest(costs) - cheapest_of_all(costs);
    }
    return {{{cheapest(three), 1}, {cheapest(four), 1}, {dearest(four), 1}, {excess, 1}}};
}

}  // namespace staffsim::theory
