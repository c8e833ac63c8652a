#include "analysis/small_cells.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace staffsim::analysis {

namespace {

// The smallest group that is shown and holds somebody; `people.size()` when there is none.
std::size_t next_smallest(std::span<const double> people, std::span<const Shown> shown) {
    std::size_t next = people.size();
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (shown[i] != Shown::yes || !(people[i] > 0)) continue;
        if (next == people.size() || people[i] < people[next]) next = i;
    }
    return next;
}

}  // namespace

void hide_small(std::span<const double> people, int min_cell, std::span<Shown> shown) {
    std::size_t count = 0;
    double together = 0;
    const auto hide = [&](std::size_t i, Shown how) {
        shown[i] = how;
        ++count;
        together += people[i];
    };
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (!(people[i] > 0)) continue;
        if (shown[i] != Shown::yes)
            hide(i, shown[i]);
        else if (people[i] < min_cell)
            hide(i, Shown::too_small);
    }
    while (count == 1 || (count > 1 && together < min_cell)) {
        const std::size_t next = next_smallest(people, shown);
        if (next == people.size()) return;
        hide(next, Shown::with_another);
    }
}

std::vector<Shown> hidden_in_table(std::span<const double> people, std::size_t columns, int min_cell) {
    std::vector<Shown> shown(people.size(), Shown::yes), before;
    const std::size_t rows = people.size() / columns;
    do {
        before = shown;
        for (std::size_t row = 0; row < rows; ++row)
            hide_small(people.subspan(row * columns, columns), min_cell,
                       std::span(shown).subspan(row * columns, columns));
        for (std::size_t column = 0; column < columns; ++column) {
            std::vector<double> own;
            std::vector<Shown> own_shown;
            for (std::size_t row = 0; row < rows; ++row) {
                own.push_back(people[row * columns + column]);
                own_shown.push_back(shown[row * columns + column]);
            }
            hide_small(own, min_cell, own_shown);
            for (std::size_t row = 0; row < rows; ++row) shown[row * columns + column] = own_shown[row];
        }
    } while (shown != before);
    return shown;
}

std::string hidden_text(Shown shown, int min_cell) {
    return shown == Shown::too_small ? fmt::format("<{}", min_cell) : "*";
}

}  // namespace staffsim::analysis
