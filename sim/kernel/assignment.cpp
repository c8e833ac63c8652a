#include "sim/kernel/assignment.hpp"

#include <limits>

#include "sim/foundation/diagnostics.hpp"

namespace staffsim::kernel {

namespace {

constexpr std::int64_t unreached = std::numeric_limits<std::int64_t>::max();

// Rows and columns are numbered from 1 here; row 0 and column 0 stand for "none".
struct Search {
    explicit Search(const CostMatrix& given)
        : costs(given), row_price(given.rows + 1), column_price(given.columns + 1), row_of(given.columns + 1) {}

    std::int64_t reduced(std::size_t row, std::size_t column) const {
        return costs.at(row - 1, column - 1) - row_price[row] - column_price[column];
    }
    void insert_row(std::size_t row);

    const CostMatrix& costs;
    std::vector<std::int64_t> row_price, column_price;
    std::vector<std::size_t> row_of;  // row matched to a column
};

// Shortest augmenting path from `row` to a free column (Dijkstra on reduced costs).
void Search::insert_row(std::size_t row) {
    row_of[0] = row;
    std::size_t column = 0;
    std::vector<std::int64_t> distance(costs.columns + 1, unreached);
    std::vector<std::size_t> before(costs.columns + 1, 0);
    std::vector<bool> done(costs.columns + 1, false);
    do {
        done[column] = true;
        const std::size_t from = row_of[column];
        std::int64_t step = unreached;
        std::size_t next = 0;
        for (std::size_t to = 1; to <= costs.columns; ++to) {
            if (done[to]) continue;
            if (const std::int64_t through = reduced(from, to); through < distance[to]) {
                distance[to] = through;
                before[to] = column;
            }
            if (distance[to] < step) {
                step = distance[to];
                next = to;
            }
        }
        for (std::size_t to = 0; to <= costs.columns; ++to) {
            if (done[to]) {
                row_price[row_of[to]] += step;
                column_price[to] -= step;
            } else if (distance[to] != unreached) {
                distance[to] -= step;
            }
        }
        column = next;
    } while (row_of[column] != 0);
    for (; column != 0; column = before[column]) row_of[column] = row_of[before[column]];
}

}  // namespace

Assignment solve_assignment(const CostMatrix& costs) {
    if (costs.rows > costs.columns) throw InvariantError("an assignment needs at least as many columns as rows");
    Search search(costs);
    for (std::size_t row = 1; row <= costs.rows; ++row) search.insert_row(row);
    Assignment found;
    found.column_of_row.resize(costs.rows);
    for (std::size_t column = 1; column <= costs.columns; ++column) {
        if (search.row_of[column] != 0) found.column_of_row[search.row_of[column] - 1] = column - 1;
    }
    found.row_price.assign(search.row_price.begin() + 1, search.row_price.end());
    found.column_price.assign(search.column_price.begin() + 1, search.column_price.end());
    return found;
}

std::vector<std::size_t> cheapest_assignment(const CostMatrix& costs) { return solve_assignment(costs).column_of_row; }

std::int64_t total_cost(const CostMatrix& costs, const std::vector<std::size_t>& column_of_row) {
    std::int64_t total = 0;
    for (std::size_t row = 0; row < column_of_row.size(); ++row) total += costs.at(row, column_of_row[row]);
    return total;
}

}  // namespace staffsim::kernel
