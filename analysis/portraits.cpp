#include "analysis/portraits.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <type_traits>

#include "analysis/examples.hpp"
#include "sim/measures/chains.hpp"
#include "sim/measures/observe.hpp"
#include "sim/stats/quantiles.hpp"

namespace staffsim::analysis {

namespace {

// Bytes of one part's numbers that are held at a time, whatever the number of futures.
constexpr std::size_t most_bytes = std::size_t{1} << 20;

using Future = std::span<const std::int64_t>;

// The numbers [first, first + count) of one part in every future of a scenario, or nothing when one future has not kept
// `all` of them.
class Futures {
  public:
    Futures(const store::Store& store, std::string_view part, std::size_t scenario, std::uint32_t replications,
            std::size_t all, std::size_t first, std::size_t count)
        : count_(count) {
        numbers_.reserve(replications * count);
        store.for_each_portrait(part, scenario, replications, [&](std::uint32_t, Future future) {
            if (future.size() != all) return;
            const Future wanted = future.subspan(first, count);
            numbers_.insert(numbers_.end(), wanted.begin(), wanted.end());
        });
        if (numbers_.size() != replications * count) numbers_.clear();
    }
    Futures(const store::Store& store, std::string_view part, std::size_t scenario, std::uint32_t replications,
            std::size_t all)
        : Futures(store, part, scenario, replications, all, 0, all) {}

    bool are_kept() const { return !numbers_.empty(); }
    std::size_t size() const { return numbers_.size() / count_; }
    Future operator[](std::size_t future) const { return Future(numbers_).subspan(future * count_, count_); }

  private:
    std::size_t count_;
    std::vector<std::int64_t> numbers_;
};

// Sorts `values`; the mean is given, because that of a ratio is a ratio of sums.
Spread spread_of(double mean, std::vector<double>& values) {
    std::ranges::sort(values);
    return {mean, stats::quantile_of_sorted(values, 0.05), stats::quantile_of_sorted(values, 0.95)};
}

// numerator / denominator of every future; futures without a denominator say nothing.
template <class Ratio>
Spread spread_over(const Futures& futures, const Ratio& ratio) {
    double above = 0, below = 0;
    std::vector<double> values;
    values.reserve(futures.size());
    for (std::size_t i = 0; i < futures.size(); ++i) {
        const auto [numerator, denominator] = ratio(futures[i]);
        above += numerator, below += denominator;
        if (denominator > 0) values.push_back(numerator / denominator);
    }
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    return values.empty() ? Spread{none, none, none} : spread_of(above / below, values);
}

struct Fraction {
    double numerator = 0, denominator = 1;
};

double sum(Future numbers) {
    std::int64_t total = 0;
    for (const std::int64_t number : numbers) total += number;
    return static_cast<double>(total);
}

StructureCell structure_cell(const Futures& futures, std::size_t row, std::size_t cell) {
    const std::size_t first = row * measures::structure_cells;
    const auto people = [first, cell](const auto& future) { return static_cast<double>(future[first + cell]); };
    const auto staff = [first](const auto& future) {
        return sum(future.subspan(first, measures::first_education));  // everybody has an age
    };
    return {spread_over(futures,
                        [&](const auto& future) {
                            return Fraction{people(future), 1};
                        }),
            spread_over(futures, [&](const auto& future) {
                return Fraction{100 * people(future), staff(future)};
            })};
}

// Some years at a time, as many as the memory set aside holds. Empty when they were not kept.
StructureYears structure_of(const store::Store& store, std::size_t scenario, std::uint32_t replications,
                            std::size_t years, int min_cell) {
    constexpr std::size_t cells = measures::structure_cells;
    const std::size_t all = years + 1, row_bytes = replications * cells * sizeof(std::int64_t);
    const std::size_t at_once = std::clamp<std::size_t>(most_bytes / std::max<std::size_t>(1, row_bytes), 1, all);
    StructureYears rows(all, std::vector<StructureCell>(cells));
    for (std::size_t first = 0; first < all; first += at_once) {
        const std::size_t count = std::min(at_once, all - first);
        const Futures futures(store, measures::structure_part, scenario, replications, all * cells, first * cells,
                              count * cells);
        if (!futures.are_kept()) return {};
        for (std::size_t row = 0; row < count; ++row) {
            for (std::size_t cell = 0; cell < cells; ++cell)
                rows[first + row][cell] = structure_cell(futures, row, cell);
            hide_small_cells(rows[first + row], min_cell);
        }
    }
    return rows;
}

// Days over openings filled, by position.
std::vector<Spread> days_by(const Futures& futures, std::size_t filled, std::size_t days, std::size_t count) {
    std::vector<Spread> spreads;
    for (std::size_t i = 0; i < count; ++i) {
        spreads.push_back(spread_over(futures, [&](const auto& future) {
            return Fraction{static_cast<double>(future[days + i]), static_cast<double>(future[filled + i])};
        }));
    }
    return spreads;
}

ChainStudy chains_of(const Futures& futures, double years) {
    using namespace measures;
    ChainStudy study;
    for (std::size_t i = 0; i < chain_lengths; ++i) {
        study.ended.push_back(spread_over(futures, [&](const auto& future) {
            return Fraction{static_cast<double>(future[chains_ended + i]), years};
        }));
    }
    study.days = days_by(futures, chain_filled, chain_days, chain_lengths);
    study.days_on = days_by(futures, chain_filled_on, chain_days_on, ladder_count);
    study.links = spread_over(futures, [](const auto& future) {
        double links = static_cast<double>(future[chain_links_beyond]);
        for (std::size_t i = 0; i < chain_lengths; ++i)
            links += static_cast<double>(i + 1) * static_cast<double>(future[chains_ended + i]);
        return Fraction{links, sum(future.subspan(chains_ended, chain_lengths))};
    });
    return study;
}

CareerStudy careers_of(const Futures& futures) {
    using namespace measures;
    CareerStudy study;
    for (std::size_t link = 0; link < career_days; ++link) {
        study.links.push_back(spread_over(futures, [&](const auto& future) {
            return Fraction{static_cast<double>(future[career_links + link]), 1};
        }));
    }
    for (std::size_t stage = 0; stage < stage_count; ++stage) {
        study.years_to.push_back(spread_over(futures, [&](const auto& future) {
            std::int64_t came = 0;
            for (std::size_t source = 0; source < link_sources; ++source) came += future[source * link_targets + stage];
            const auto days = static_cast<double>(future[career_days + stage]);
            return Fraction{days / days_per_year, static_cast<double>(came)};
        }));
    }
    return study;
}

template <class Enum>
StructureWords words_of(std::string_view attribute, const Text& attribute_words, std::size_t value) {
    const Term<Enum>& words = term(static_cast<Enum>(value));
    return {attribute, attribute_words, {std::string(words.en), std::string(words.zh)}};
}

Text band_words(std::size_t band) {
    using namespace measures;
    constexpr int years = 5;
    if (band == 0)
        return {"under " + std::to_string(youngest_band_ends), std::to_string(youngest_band_ends) + "岁以下"};
    const int from = youngest_band_ends + years * (static_cast<int>(band) - 1);
    if (band + 1 == age_band_count) return {std::to_string(from) + " and over", std::to_string(from) + "岁以上"};
    const std::string range = std::to_string(from) + "–" + std::to_string(from + years - 1);
    return {range, range + "岁"};
}

}  // namespace

void hide_small_cells(std::vector<StructureCell>& row, int min_cell) {
    using namespace measures;
    std::vector<double> people;
    for (const StructureCell& cell : row) people.push_back(cell.people.mean);
    const std::span all(people);
    std::vector<Shown> shown = hidden_in_table(all.first(first_education), sex_count, min_cell);
    shown.resize(row.size(), Shown::yes);
    const auto hide = [&](std::size_t first, std::size_t last) {
        hide_small(all.subspan(first, last - first), min_cell, std::span(shown).subspan(first, last - first));
    };
    hide(first_education, first_field), hide(first_field, first_channel), hide(first_channel, structure_cells);
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    constexpr Spread nothing{none, none, none};
    for (std::size_t cell = 0; cell < row.size(); ++cell)
        if (shown[cell] != Shown::yes) row[cell] = {nothing, nothing, shown[cell]};
}

Portraits portraits_of(const store::Store& store, std::uint32_t replications, int min_cell) {
    const auto years = static_cast<std::size_t>(store.plan().years);
    Portraits portraits;
    portraits.min_cell = min_cell;
    for (std::size_t s = 0; s < store.plan().scenarios.size(); ++s) {
        StructureYears structure = structure_of(store, s, replications, years, min_cell);
        if (structure.empty()) return {};
        portraits.structure.push_back(std::move(structure));
        {
            const Futures chains(store, measures::chains_part, s, replications, measures::chain_numbers);
            if (!chains.are_kept()) return {};
            portraits.chains.push_back(chains_of(chains, static_cast<double>(years)));
        }
        const Futures careers(store, measures::careers_part, s, replications, measures::career_numbers);
        if (!careers.are_kept()) return {};
        portraits.careers.push_back(careers_of(careers));
    }
    portraits.cohort = measures::cohort_years(store.plan().years);
    portraits.examples = examples_of(store);
    for (std::size_t g = measures::first_unit_group; g < store.plan().groups.size(); ++g)
        portraits.units.push_back(store.plan().groups[g].label);
    return portraits;
}

Portraits reordered(const Portraits& portraits, const std::vector<std::size_t>& order) {
    if (portraits.empty()) return portraits;
    const auto picked = [&order](const auto& by_scenario) {
        std::remove_cvref_t<decltype(by_scenario)> list;
        for (const std::size_t s : order) list.push_back(by_scenario[s]);
        return list;
    };
    Portraits made = portraits;
    made.structure = picked(portraits.structure);
    made.chains = picked(portraits.chains);
    made.careers = picked(portraits.careers);
    const auto by = std::ranges::find(order, portraits.examples_by);
    made.examples_by = static_cast<std::size_t>(by - order.begin());
    if (by == order.end()) {
        made.examples = {};
        made.examples_by = 0;
        return made;
    }
    for (std::vector<measures::Life>& person : made.examples.lives) person = picked(person);
    if (!made.examples.chains.empty()) made.examples.chains = picked(portraits.examples.chains);
    return made;
}

StructureWords structure_words(std::size_t cell) {
    using namespace measures;
    if (cell < first_education) {
        const bool men = cell % sex_count == static_cast<std::size_t>(Sex::male);
        return {men ? "men" : "women", men ? Text{"Men", "男"} : Text{"Women", "女"}, band_words(cell / sex_count)};
    }
    if (cell < first_field) return words_of<Education>("education", {"Education", "学历"}, cell - first_education);
    if (cell < first_channel) return words_of<Field>("field", {"Field of study", "专业"}, cell - first_field);
    return words_of<Channel>("channel", {"Came in by", "来源"}, cell - first_channel);
}

const std::vector<std::size_t>& structure_order() {
    static const std::vector<std::size_t> order = [] {
        std::vector<std::size_t> cells;
        for (std::size_t sex = 0; sex < measures::sex_count; ++sex) {
            for (std::size_t band = 0; band < measures::age_band_count; ++band)
                cells.push_back(band * measures::sex_count + sex);
        }
        for (std::size_t cell = measures::first_education; cell < measures::structure_cells; ++cell)
            cells.push_back(cell);
        return cells;
    }();
    return order;
}

}  // namespace staffsim::analysis
