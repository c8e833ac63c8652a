#include "analysis/unit_levels.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "analysis/group_sums.hpp"
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
            if (!unit.is_township || !is_kept) continue;
            townships_.push_back({&unit, group});
            groups_.push_back({group});
        }
    }

    std::vector<UnitLevel> levels(std::size_t baseline) const {
        std::vector<std::vector<UnitLevel>> by_scenario(plan_.scenarios.size());
        const std::span<const std::size_t> all(shown_);
        for (std::size_t first = 0; first < all.size(); first += at_once()) {
            const auto outcomes = all.subspan(first, std::min(at_once(), all.size() - first));
            const SumValues base = values_of(outcomes, baseline);
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

    SumValues values_of(std::span<const std::size_t> outcomes, std::size_t scenario) const {
        return {store_, outcomes, scenario, replications_, groups_};
    }

    void add(std::vector<UnitLevel>& levels, std::span<const std::size_t> outcomes, std::size_t scenario,
             const SumValues& base, const SumValues& own) const {
        const double together = (1 - plan_.confidence) / static_cast<double>(townships_.size());
        for (std::size_t o = 0; o < outcomes.size(); ++o) {
            const measures::Direction direction = plan_.outcomes[outcomes[o]].direction;
            for (std::size_t y = 0; y < plan_.verdict_years.size(); ++y) {
                for (std::size_t t = 0; t < townships_.size(); ++t) {
                    const auto [unit, group] = townships_[t];
                    const std::vector<Ratio>& futures = own.of(o, t, y);
                    levels.push_back(
                        {unit->id, plan_.groups[group].label, outcomes[o], scenario, plan_.verdict_years[y],
                         stats::value_of(stats::total(futures)), unit->places,
                         stats::paired_summary(base.of(o, t, y), futures, direction, together, {plan_.lives})});
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
    std::vector<SumValues::Groups> groups_;  // the group of each
};

}  // namespace

std::vector<UnitLevel> unit_levels_of(const store::Store& store, const Context& context, std::uint32_t replications,
                                      std::size_t baseline) {
    return TownshipReader(store, context, replications).levels(baseline);
}

}  // namespace staffsim::analysis
