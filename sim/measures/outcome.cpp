#include "sim/measures/outcome.hpp"

namespace staffsim::measures {

std::size_t outcome_index(std::string_view id) {
    const std::vector<Outcome>& all = outcomes();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].id == id) return i;
    }
    return all.size();
}

Ratio at_verdict_year(const YearlyValues& values, std::size_t outcome, std::size_t group, std::size_t verdict_year) {
    if (outcomes()[outcome].window == Window::year_end) return values.at(outcome, group, verdict_year - 1);
    Ratio sum;
    for (std::size_t year = 0; year < verdict_year; ++year) sum += values.at(outcome, group, year);
    return sum;
}

}  // namespace staffsim::measures
