#include "analysis/unit_levels.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "analysis/series.hpp"
#include "sim/measures/observe.hpp"
#include "sim/stats/paired.hpp"
#include "sim/stats/ratio.hpp"

namespace staffsim::analysis {

namespace {

using measures::Ratio;

class TownshipReader {
  public:
    TownshipReader(const store::Store& store, const Context& context, std::uint32_t replications)
        : store_(store), plan_(store.plan()), replications_(replications) {
        for (const UnitContext& unit : context.units) {
            const std::size_t group = group_of(unit.id);
            const bool is_kept = group < plan_.groups.size();
            if (unit.is_township && is_kept) townships_.push_back({&unit, group});
        }
    }

    std::vector<UnitLevel> levels(std::size_t baseline) const {
        std::vector<std::vector<UnitLevel>> by_scenario(plan_.scenarios.size());
        const std::span<const std::size_t> all(shown_);
        for (std::size_t first = 0; first < all.size(); first += at_once()) {
            const auto outcomes = all.subspan(first, std::min(at_once(), all.size() - first));
            const Values base = values_of(outcomes, baseline);
            for (std::size_t s = 0; s < by_scenario.size(); ++s)
                add(by_scenario[s], outcomes, s, base, s == baseline ? base : values_of(outcomes, s));
        }
        for (UnitLevel& level : by_scenario[baseline]) level.change = {};
        std::vector<UnitLevel> levels;
        for (const std::vector<UnitLevel>& own : by_scenario) levels.insert(levels.end(), own.begin(), own.end());
        return levels;
    }

  private:
    struct Township {
        const UnitContext* unit;
        std::size_t group;
    };
    // Of some outcomes at the verdict years, by future: [outcome][year][township], one list after the other.
    using Values = std::vector<std::vector<Ratio>>;

    std::size_t group_of(const std::string& unit) const {
        const auto first =
            plan_.groups.begin() + std::min<std::ptrdiff_t>(measures::first_unit_group, std::ssize(plan_.groups));
        const auto found =
            std::find_if(first, plan_.groups.end(), [&](const measures::Group& group) { return group.id == unit; });
        return static_cast<std::size_t>(found - plan_.groups.begin());
    }

    // Outcomes whose values are held together: a number for every future of every township.
    std::size_t at_once() const {
        constexpr std::size_t memory = std::size_t{1} << 20;  // bytes
        const std::size_t bytes = plan_.verdict_years.size() * townships_.size() * replications_ * sizeof(Ratio);
        return std::max<std::size_t>(1, memory / std::max<std::size_t>(1, bytes));
    }

    std::size_t place(std::size_t outcome, std::size_t year, std::size_t township) const {
        return (outcome * plan_.verdict_years.size() + year) * townships_.size() + township;
    }

    Values values_of(std::span<const std::size_t> outcomes, std::size_t scenario) const {
        Values values(outcomes.size() * plan_.verdict_years.size() * townships_.size());
        for (std::vector<Ratio>& list : values) list.reserve(replications_);
        const auto years = static_cast<std::size_t>(plan_.years);
        store_.for_each_value(outcomes, scenario, replications_, store::Store::Groups::all,
                              [&](std::uint32_t, std::size_t outcome, std::span<const Ratio> cells) {
                                  const auto own =
                                      static_cast<std::size_t>(std::ranges::find(outcomes, outcome) - outcomes.begin());
                                  for (std::size_t y = 0; y < plan_.verdict_years.size(); ++y) {
                                      for (std::size_t t = 0; t < townships_.size(); ++t)
                                          values[place(own, y, t)].push_back(
                                              up_to(cells.subspan(townships_[t].group * years, years),
                                                    plan_.outcomes[outcome].window, plan_.verdict_years[y]));
                                  }
                              });
        return values;
    }

    void add(std::vector<UnitLevel>& levels, std::span<const std::size_t> outcomes, std::size_t scenario,
             const Values& base, const Values& own) const {
        const double together = (1 - plan_.confidence) / static_cast<double>(townships_.size());
        for (std::size_t o = 0; o < outcomes.size(); ++o) {
            const measures::Direction direction = plan_.outcomes[outcomes[o]].direction;
            for (std::size_t y = 0; y < plan_.verdict_years.size(); ++y) {
                for (std::size_t t = 0; t < townships_.size(); ++t) {
                    const auto [unit, group] = townships_[t];
                    const std::vector<Ratio>& futures = own[place(o, y, t)];
                    levels.push_back(
                        {unit->id, plan_.groups[group].label, outcomes[o], scenario, plan_.verdict_years[y],
                         stats::value_of(stats::total(futures)), unit->places,
                         stats::paired_summary(base[place(o, y, t)], futures, direction, together, {plan_.lives})});
                }
            }
        }
    }

    const store::Store& store_;
    const store::Plan& plan_;
    const std::uint32_t replications_;
    const std::array<std::size_t, 4> shown_{
        measures::outcome_index("empty_places"), measures::outcome_index("hands_present"),
        measures::outcome_index("own_candidates"), measures::outcome_index("units_without_candidates")};
    std::vector<Township> townships_;
};

}  // namespace

std::vector<UnitLevel> unit_levels_of(const store::Store& store, const Context& context, std::uint32_t replications,
                                      std::size_t baseline) {
    return TownshipReader(store, context, replications).levels(baseline);
}

}  // namespace staffsim::analysis
