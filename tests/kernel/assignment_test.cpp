// The assignment of planned exchange: hand-worked optima, an independent min-cost flow, invariances.
#include "sim/kernel/assignment.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>
// after the above, which it needs
#include <rapidcheck.h>
#include <boost/graph/find_flow_cost.hpp>
#include <catch2/catch.hpp>
#include <numeric>
#include <set>

#include "sim/foundation/diagnostics.hpp"

using namespace staffsim;
using namespace staffsim::kernel;

namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using FlowGraph = boost::adjacency_list<
    boost::vecS, boost::vecS, boost::directedS, boost::no_property,
    boost::property<boost::edge_capacity_t, std::int64_t,
                    boost::property<boost::edge_residual_capacity_t, std::int64_t,
                                    boost::property<boost::edge_reverse_t, Traits::edge_descriptor,
                                                    boost::property<boost::edge_weight_t, std::int64_t>>>>>;

void add_arc(FlowGraph& graph, std::size_t from, std::size_t to, std::int64_t weight) {
    const auto forward = boost::add_edge(from, to, graph).first;
    const auto back = boost::add_edge(to, from, graph).first;
    boost::put(boost::edge_capacity, graph, forward, 1);
    boost::put(boost::edge_capacity, graph, back, 0);
    boost::put(boost::edge_weight, graph, forward, weight);
    boost::put(boost::edge_weight, graph, back, -weight);
    boost::put(boost::edge_reverse, graph, forward, back);
    boost::put(boost::edge_reverse, graph, back, forward);
}

// Least cost by Boost's successive shortest paths; costs must not be negative.
std::int64_t cost_of_flow(const CostMatrix& costs) {
    const std::size_t source = costs.rows + costs.columns, sink = source + 1;
    FlowGraph graph(sink + 1);
    for (std::size_t row = 0; row < costs.rows; ++row) {
        add_arc(graph, source, row, 0);
        for (std::size_t column = 0; column < costs.columns; ++column) {
            add_arc(graph, row, costs.rows + column, costs.at(row, column));
        }
    }
    for (std::size_t column = 0; column < costs.columns; ++column) add_arc(graph, costs.rows + column, sink, 0);
    boost::successive_shortest_path_nonnegative_weights(graph, source, sink);
    return boost::find_flow_cost(graph);
}

std::int64_t greedy_cost(const CostMatrix& costs) {
    std::set<std::size_t> taken;
    std::int64_t total = 0;
    for (std::size_t row = 0; row < costs.rows; ++row) {
        std::size_t best = costs.columns;
        for (std::size_t column = 0; column < costs.columns; ++column) {
            if (taken.contains(column)) continue;
            if (best == costs.columns || costs.at(row, column) < costs.at(row, best)) best = column;
        }
        taken.insert(best);
        total += costs.at(row, best);
    }
    return total;
}

CostMatrix random_matrix(std::size_t rows, std::size_t columns, std::int64_t low, std::int64_t high) {
    CostMatrix costs{rows, columns, {}};
    for (std::size_t i = 0; i < rows * columns; ++i) costs.cost.push_back(*rc::gen::inRange<std::int64_t>(low, high));
    return costs;
}

bool is_matching(const CostMatrix& costs, const std::vector<std::size_t>& column_of) {
    const std::set<std::size_t> columns(column_of.begin(), column_of.end());
    return column_of.size() == costs.rows && columns.size() == costs.rows &&
           (columns.empty() || *columns.rbegin() < costs.columns);
}

}  // namespace

TEST_CASE("the cheapest assignment of three is 5 by (2, 1, 3)") {
    const CostMatrix costs{3, 3, {4, 1, 3, 2, 0, 5, 3, 2, 2}};
    const auto column_of = cheapest_assignment(costs);
    CHECK(column_of == std::vector<std::size_t>{1, 0, 2});
    CHECK(total_cost(costs, column_of) == 5);
}

TEST_CASE("the four by four case has least cost 13 and greatest 33") {
    CostMatrix costs{4, 4, {9, 2, 7, 8, 6, 4, 3, 7, 5, 8, 1, 8, 7, 6, 9, 4}};
    CHECK(total_cost(costs, cheapest_assignment(costs)) == 13);
    CostMatrix negated = costs;
    for (std::int64_t& cost : negated.cost) cost = -cost;
    CHECK(total_cost(costs, cheapest_assignment(negated)) == 33);
}

TEST_CASE("the assignment equals an independent min-cost flow and is never worse than greedy") {
    const bool holds = rc::check("oracle", [] {
        const auto rows = *rc::gen::inRange<std::size_t>(1, 9);
        const auto columns = rows + *rc::gen::inRange<std::size_t>(0, 6);
        const CostMatrix costs =
            random_matrix(rows, columns, 0, *rc::gen::element<std::int64_t>(4, 1000, 1000000000000));
        const auto column_of = cheapest_assignment(costs);
        RC_ASSERT(is_matching(costs, column_of));
        RC_ASSERT(total_cost(costs, column_of) == cost_of_flow(costs));
        RC_ASSERT(total_cost(costs, column_of) <= greedy_cost(costs));
    });
    CHECK(holds);
}

// Prices prove optimality: no assignment can cost less than their sum.
TEST_CASE("the prices of an assignment are dual feasible and add up to its cost") {
    const bool holds = rc::check("duality", [] {
        const auto rows = *rc::gen::inRange<std::size_t>(1, 12);
        const auto columns = rows + *rc::gen::inRange<std::size_t>(0, 8);
        const CostMatrix costs = random_matrix(rows, columns, -1000, *rc::gen::element<std::int64_t>(-990, 1000000000));
        const Assignment found = solve_assignment(costs);
        std::int64_t prices = 0;
        for (std::size_t r = 0; r < rows; ++r) {
            prices += found.row_price[r];
            for (std::size_t c = 0; c < columns; ++c) {
                RC_ASSERT(found.row_price[r] + found.column_price[c] <= costs.at(r, c));
            }
        }
        const std::set<std::size_t> taken(found.column_of_row.begin(), found.column_of_row.end());
        for (std::size_t c = 0; c < columns; ++c) {
            prices += found.column_price[c];
            const std::int64_t price = found.column_price[c];
            RC_ASSERT(price == 0 || (price < 0 && taken.contains(c)));
        }
        RC_ASSERT(prices == total_cost(costs, found.column_of_row));
    });
    CHECK(holds);
}

TEST_CASE("constants added to rows and columns leave a perfect assignment as it was") {
    const bool holds = rc::check("constants", [] {
        const auto n = *rc::gen::inRange<std::size_t>(1, 9);
        const CostMatrix costs = random_matrix(n, n, -1000000, 1000000);
        CostMatrix shifted = costs;
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const auto of_row = *rc::gen::inRange<std::int64_t>(-5000, 5000),
                       of_column = *rc::gen::inRange<std::int64_t>(-5000, 5000);
            sum += of_row + of_column;
            for (std::size_t j = 0; j < n; ++j) {
                shifted.cost[i * n + j] += of_row;
                shifted.cost[j * n + i] += of_column;
            }
        }
        // The optimum may not be unique, so the cost is compared, and each solution in the other matrix.
        const auto before = cheapest_assignment(costs), after = cheapest_assignment(shifted);
        RC_ASSERT(total_cost(shifted, after) == total_cost(costs, before) + sum);
        RC_ASSERT(total_cost(costs, after) == total_cost(costs, before));
    });
    CHECK(holds);
}

TEST_CASE("of wide matrices some columns stay free, and none of them would be cheaper") {
    const CostMatrix costs{2, 4, {7, 3, 9, 8, 5, 1, 6, 2}};
    const auto column_of = cheapest_assignment(costs);
    CHECK(column_of == std::vector<std::size_t>{1, 3});
}

TEST_CASE("no rows give no assignment and one cell gives itself") {
    CHECK(cheapest_assignment({0, 3, {}}).empty());
    CHECK(cheapest_assignment({0, 0, {}}).empty());
    CHECK(cheapest_assignment({1, 1, {-7}}) == std::vector<std::size_t>{0});
}

TEST_CASE("more rows than columns are a defect of the caller") {
    CHECK_THROWS_AS(cheapest_assignment({2, 1, {1, 2}}), InvariantError);
}
