// Minimum-cost assignment of rows to columns, integer costs: the rectangular Hungarian method with potentials
// (Kuhn 1955; Jonker & Volgenant 1987). O(rows² · columns).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace staffsim::kernel {

// Row-major matrix of costs, rows <= columns.
struct CostMatrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<std::int64_t> cost;
    std::int64_t at(std::size_t row, std::size_t column) const { return cost[row * columns + column]; }
};

// An optimal assignment with the prices that prove it: row_price[r] + column_price[c] <= cost(r, c) everywhere, with
// equality where c is the column of r; column prices are at most 0, and 0 for columns that stay free.
struct Assignment {
    std::vector<std::size_t> column_of_row;
    std::vector<std::int64_t> row_price, column_price;
};
Assignment solve_assignment(const CostMatrix& costs);

// Column of every row, all different, with the least total cost. Unique when costs carry a tie-break. Throws
// InvariantError when there are more rows than columns. No rows: empty.
std::vector<std::size_t> cheapest_assignment(const CostMatrix& costs);

std::int64_t total_cost(const CostMatrix& costs, const std::vector<std::size_t>& column_of_row);

}  // namespace staffsim::kernel
