#include "analysis/breakdown.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "analysis/context.hpp"
#include "analysis/report/numbers.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/stats/ratio.hpp"

namespace staffsim::analysis {

namespace {

using measures::Part;
using measures::PartMeasure;
using measures::Ratio;

// Sums over futures of one scenario.
class Sums {
  public:
    Sums(std::vector<Ratio> sums, std::size_t parts, std::size_t years)
        : sums_(std::move(sums)), parts_(parts), years_(years) {}
    bool is_empty() const { return sums_.empty(); }
    // Stocks at the verdict year, flows as their yearly mean over the years so far; no value where nothing is counted.
    double at(PartMeasure measure, std::size_t part, int verdict_year) const {
        const std::size_t row = (static_cast<std::size_t>(measure) * parts_ + part) * years_;
        const auto last = static_cast<std::size_t>(verdict_year);
        Ratio sum;
        for (std::size_t y = measures::is_stock(measure) ? last - 1 : 0; y < last; ++y) sum += sums_[row + y];
        return stats::value_of(sum);
    }

  private:
    std::vector<Ratio> sums_;
    std::size_t parts_, years_;
};

// Which parts of one scenario and year are hidden: breakdown by breakdown.
std::vector<Shown> hidden(const std::vector<Part>& parts, const std::vector<double>& staff, int min_cell) {
    std::vector<Shown> shown(parts.size(), Shown::yes);
    for (std::size_t first = 0, last = 0; first < parts.size(); first = last) {
        while (last < parts.size() && parts[last].dimension == parts[first].dimension) ++last;
        hide_small(std::span(staff).subspan(first, last - first), min_cell,
                   std::span(shown).subspan(first, last - first));
    }
    return shown;
}

void add_year(Breakdown& breakdown, const std::vector<std::size_t>& wanted, const Sums& sums, std::size_t scenario,
              int year, const std::vector<Part>& all) {
    std::vector<double> staff;
    for (std::size_t p = 0; p < all.size(); ++p) staff.push_back(sums.at(PartMeasure::staff, p, year));
    const std::vector<Shown> shown = hidden(all, staff, breakdown.min_cell);
    for (std::size_t m = 0; m < measures::part_measure_count; ++m) {
        const auto measure = static_cast<PartMeasure>(m);
        for (std::size_t place = 0; place < wanted.size(); ++place) {
            PartCell cell{scenario, place, year, measure, sums.at(measure, wanted[place], year), PartCell::Shown::yes};
            if (!stats::has_value(cell.value)) continue;
            if (measures::is_about_staff(measure)) cell.shown = shown[wanted[place]];
            if (cell.shown != PartCell::Shown::yes) cell.value = std::numeric_limits<double>::quiet_NaN();
            breakdown.cells.push_back(cell);
        }
    }
}

}  // namespace

Breakdown breakdown_of(const store::Store& store, std::uint32_t replications, int min_cell,
                       const std::vector<measures::Dimension>& dimensions) {
    const store::Plan& plan = store.plan();
    const std::vector<Part> all = context_of(plan.context_json).parts;
    Breakdown breakdown{min_cell, {}, {}};
    if (all.empty()) return breakdown;
    std::vector<std::size_t> wanted;
    for (std::size_t p = 0; p < all.size(); ++p) {
        if (!dimensions.empty() && std::ranges::find(dimensions, all[p].dimension) == dimensions.end()) continue;
        wanted.push_back(p);
        breakdown.parts.push_back(all[p]);
    }
    for (std::size_t s = 0; s < plan.scenarios.size(); ++s) {
        const Sums sums(store.part_sums(s, replications, measures::part_measure_count, all.size()), all.size(),
                        static_cast<std::size_t>(plan.years));
        if (sums.is_empty()) return {min_cell, {}, {}};
        for (const int year : plan.verdict_years) add_year(breakdown, wanted, sums, s, year, all);
    }
    return breakdown;
}

std::vector<measures::Dimension> dimensions_of(const std::string& list) {
    std::vector<std::string> ids;
    for (std::size_t d = 0; d < measures::dimension_count; ++d)
        ids.emplace_back(measures::id_of(static_cast<measures::Dimension>(d)));
    std::vector<measures::Dimension> found;
    std::vector<Problem> problems;
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t comma = std::min(list.find(',', at), list.size());
        std::string id = list.substr(at, comma - at);
        std::erase(id, ' ');
        at = comma + 1;
        const auto known = std::ranges::find(ids, id);
        if (known != ids.end()) {
            found.push_back(static_cast<measures::Dimension>(known - ids.begin()));
            continue;
        }
        const std::string near = nearest(id, ids);
        problems.push_back({{},
                            "",
                            worded("--groups: there is no breakdown by \"{}\"; there are {}{}",
                                   "--groups：没有按“{}”的分组；现有 {}{}", id, fmt::format("{}", fmt::join(ids, ", ")),
                                   near.empty() ? Text{} : worded("; did you mean {}?", "；是否应为 {}？", near))});
    }
    if (!problems.empty()) throw InputError(problems);
    return found;
}

std::string shown_text(const PartCell& cell, int min_cell) {
    if (cell.shown != Shown::yes) return cell.measure == PartMeasure::staff ? hidden_text(cell.shown, min_cell) : "*";
    switch (cell.measure) {
        case PartMeasure::pay:
            return plain_number(cell.value, 0);
        case PartMeasure::staff:
        case PartMeasure::applicants_per_seat:
            return plain_number(cell.value, 1);
        default:
            return plain_number(cell.value, 2);
    }
}

}  // namespace staffsim::analysis
