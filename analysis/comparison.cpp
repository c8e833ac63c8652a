#include "analysis/comparison.hpp"

namespace staffsim::analysis {

const Cell* find_cell(const Comparison& comparison, std::size_t outcome, std::size_t scenario, int verdict_year) {
    for (const Cell& cell : comparison.cells) {
        if (cell.outcome == outcome && cell.scenario == scenario && cell.verdict_year == verdict_year) return &cell;
    }
    return nullptr;
}

}  // namespace staffsim::analysis
