#include "analysis/pilots.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "analysis/context.hpp"
#include "analysis/group_sums.hpp"
#include "analysis/setting_words.hpp"
#include "sim/measures/observe.hpp"
#include "sim/stats/level.hpp"
#include "sim/stats/paired.hpp"
#include "sim/stats/ratio.hpp"

namespace staffsim::analysis {

namespace {

using measures::Ratio;

constexpr std::array pilot_parts{PilotPart::pilot, PilotPart::others};

std::vector<std::string> township_ids(const Context& context) {
    std::vector<std::string> ids;
    for (const UnitContext& unit : context.units)
        if (unit.is_township) ids.push_back(unit.id);
    return ids;
}

std::vector<std::size_t> outcomes_by_unit(const store::Plan& plan) {
    std::vector<std::size_t> outcomes;
    for (std::size_t o = 0; o < plan.outcomes.size(); ++o)
        if (is_judged(plan, o, measures::first_unit_group)) outcomes.push_back(o);
    return outcomes;
}

// Of every pilot the pilot townships and the others, one after the other, as places among the plan's groups.
std::vector<SumValues::Groups> groups_of_pilots(const store::Plan& plan, const std::vector<Pilot>& pilots) {
    const std::vector<std::string> townships = township_ids(context_of(plan.context_json));
    std::vector<SumValues::Groups> sums;
    for (const Pilot& pilot : pilots) {
        SumValues::Groups inside, outside;
        for (std::size_t g = measures::first_unit_group; g < plan.groups.size(); ++g) {
            const std::string& unit = plan.groups[g].id;
            if (std::ranges::find(townships, unit) == townships.end()) continue;
            const bool is_inside = std::ranges::find(pilot.units, unit) != pilot.units.end();
            (is_inside ? inside : outside).push_back(g);
        }
        sums.push_back(std::move(inside));
        sums.push_back(std::move(outside));
    }
    return sums;
}

// Bytes of values that are held at a time: outcomes are read together as far as they find room, for each reading of the
// store costs the same whether it asks for one of them or for all.
constexpr std::size_t values_memory = std::size_t{1} << 20;

class PilotJudge {
  public:
    PilotJudge(const store::Store& store, const std::vector<Pilot>& pilots, std::uint32_t replications,
               const FamilyLevels& levels)
        : store_(store),
          plan_(store.plan()),
          pilots_(pilots),
          replications_(replications),
          levels_(levels),
          sums_(groups_of_pilots(plan_, pilots)) {}

    std::vector<PilotCell> cells(int min_cell) {
        std::vector<PilotCell> cells;
        people_.assign(pilots_.size() * plan_.verdict_years.size(), {});
        const std::vector<std::size_t> outcomes = outcomes_by_unit(plan_);
        const std::size_t bytes = (sums_.size() + pilot_parts.size()) * plan_.verdict_years.size() *
                                  std::max<std::uint32_t>(1, replications_) * sizeof(Ratio);
        const std::size_t at_once = std::clamp<std::size_t>(values_memory / bytes, 1, outcomes.size());
        for (std::size_t first = 0; first < outcomes.size(); first += at_once)
            add(cells, std::span(outcomes).subspan(first, std::min(at_once, outcomes.size() - first)));
        std::ranges::stable_sort(cells, {}, [](const PilotCell& cell) {
            return std::tuple{cell.outcome, cell.verdict_year, cell.scenario, cell.part};
        });
        hide(cells, min_cell);
        return cells;
    }

  private:
    void add(std::vector<PilotCell>& cells, std::span<const std::size_t> outcomes) {
        const SumValues baseline(store_, outcomes, 0, replications_, sums_);
        for (std::size_t p = 0; p < pilots_.size(); ++p) {
            const auto sums = std::span(sums_).subspan(pilot_parts.size() * p, pilot_parts.size());
            const SumValues own(store_, outcomes, pilots_[p].scenario, replications_, sums);
            for (std::size_t o = 0; o < outcomes.size(); ++o) {
                for (std::size_t part = 0; part < pilot_parts.size(); ++part)
                    add(cells, outcomes[o], p, part, [&](std::size_t year) -> Matched {
                        return {baseline.of(o, pilot_parts.size() * p + part, year), own.of(o, part, year)};
                    });
            }
        }
    }

    struct Matched {
        const std::vector<Ratio>&baseline, &own;
    };
    template <class InYear>
    void add(std::vector<PilotCell>& cells, std::size_t outcome, std::size_t pilot, std::size_t part, InYear in_year) {
        for (std::size_t y = 0; y < plan_.verdict_years.size(); ++y) {
            const auto [baseline, own] = in_year(y);
            PilotCell cell;
            cell.outcome = outcome;
            cell.scenario = pilots_[pilot].scenario;
            cell.verdict_year = plan_.verdict_years[y];
            cell.part = pilot_parts[part];
            judge(cell, baseline, own);
            cells.push_back(cell);
            if (plan_.outcomes[outcome].id == staff_outcome) count(pilot, y, part, baseline, own);
        }
    }

    // People under the baseline and under the policy, of the pilot townships and of the others.
    struct People {
        std::array<double, pilot_parts.size()> base{}, own{};
    };
    // The mean age is a mean over the staff at year end, who are its denominators.
    static constexpr std::string_view staff_outcome = "mean_age";
    void count(std::size_t pilot, std::size_t year, std::size_t part, const std::vector<Ratio>& baseline,
               const std::vector<Ratio>& own) {
        const auto mean_of = [](const std::vector<Ratio>& futures) {
            return stats::total(futures).denominator / static_cast<double>(futures.size());
        };
        People& people = people_[pilot * plan_.verdict_years.size() + year];
        people.base[part] = mean_of(baseline);
        people.own[part] = mean_of(own);
    }

    void hide(std::vector<PilotCell>& cells, int min_cell) const {
        for (std::size_t p = 0; p < pilots_.size(); ++p) {
            for (std::size_t y = 0; y < plan_.verdict_years.size(); ++y) {
                const People& people = people_[p * plan_.verdict_years.size() + y];
                std::array<Shown, pilot_parts.size()> shown{};
                hide_small(people.base, min_cell, shown);
                hide_small(people.own, min_cell, shown);
                for (PilotCell& cell : cells) {
                    const bool is_it =
                        cell.scenario == pilots_[p].scenario && cell.verdict_year == plan_.verdict_years[y];
                    const Shown how = shown[static_cast<std::size_t>(cell.part)];
                    if (is_it && how != Shown::yes) hide(cell, how);
                }
            }
        }
    }

    static void hide(PilotCell& cell, Shown how) {
        PilotCell hidden;
        hidden.outcome = cell.outcome, hidden.scenario = cell.scenario, hidden.verdict_year = cell.verdict_year;
        hidden.part = cell.part, hidden.shown = how;
        stats::PairedSummary& paired = hidden.paired;
        for (double* number : {&hidden.value, &hidden.value_low, &hidden.value_high, &paired.baseline, &paired.value,
                               &paired.difference, &paired.low, &paired.high})
            *number = stats::no_value;
        cell = hidden;
    }

    void judge(Cell& cell, const std::vector<Ratio>& baseline, const std::vector<Ratio>& own) const {
        const measures::Outcome& outcome = plan_.outcomes[cell.outcome];
        const stats::Pasts pasts{plan_.lives};
        const stats::LevelSummary level = stats::level_summary(own, pasts, 1 - plan_.confidence);
        cell.value = level.value, cell.value_low = level.low, cell.value_high = level.high;
        cell.has_verdict = is_primary(plan_, cell.outcome);
        if (cell.has_verdict) {
            const Judged of_policy = judged(baseline, own, outcome, levels_, pasts);
            cell.paired = of_policy.paired;
            cell.verdict = of_policy.verdict;
        } else {
            cell.paired = stats::paired_summary(baseline, own, outcome.direction, 1 - plan_.confidence, pasts);
        }
    }

    const store::Store& store_;
    const store::Plan& plan_;
    const std::vector<Pilot>& pilots_;
    const std::uint32_t replications_;
    const FamilyLevels levels_;
    const std::vector<SumValues::Groups> sums_;
    std::vector<People> people_;  // [pilot][verdict year]
};

}  // namespace

std::vector<std::string> units_of_pilot(const std::vector<Setting>& settings, std::size_t townships) {
    std::vector<std::string> units;
    for (const Setting& setting : settings) {
        const std::vector<std::string> own = confined_to(setting);
        if (own.empty()) return {};
        for (const std::string& unit : own)
            if (std::ranges::find(units, unit) == units.end()) units.push_back(unit);
    }
    if (units.size() >= townships) return {};
    return units;
}

std::vector<Pilot> pilots_in(const store::Plan& plan) {
    std::vector<Pilot> pilots;
    if (!plan.points.empty()) return pilots;
    const Context context = context_of(plan.context_json);
    const std::vector<std::string> townships = township_ids(context);
    const auto is_township = [&](const std::string& unit) {
        return std::ranges::find(townships, unit) != townships.end();
    };
    for (std::size_t s = 1; s < plan.scenarios.size(); ++s) {
        std::vector<std::string> units = units_of_pilot(context.settings.at(s), townships.size());
        if (units.empty() || !std::ranges::all_of(units, is_township)) continue;
        const std::size_t others = townships.size() - units.size();
        pilots.push_back({s, std::move(units), others});
    }
    return pilots;
}

std::size_t pilot_comparisons(const store::Plan& plan) {
    std::set<std::string> keys;
    for (const Pilot& pilot : pilots_in(plan)) keys.insert(plan.scenarios[pilot.scenario].unit_key);
    keys.erase(plan.scenarios.front().unit_key);
    const auto with_verdicts =
        std::ranges::count_if(outcomes_by_unit(plan), [&](std::size_t outcome) { return is_primary(plan, outcome); });
    return keys.size() * static_cast<std::size_t>(with_verdicts) * plan.verdict_years.size() * pilot_parts.size();
}

std::vector<PilotCell> pilot_cells_of(const store::Store& store, const std::vector<Pilot>& pilots,
                                      std::uint32_t replications, const FamilyLevels& levels, int min_cell) {
    if (pilots.empty()) return {};
    return PilotJudge(store, pilots, replications, levels).cells(min_cell);
}

std::string_view part_id(PilotPart part) { return part == PilotPart::pilot ? "pilot" : "others"; }

std::vector<const PilotCell*> pilot_cells(const Comparison& comparison, std::size_t scenario, PilotPart part,
                                          int verdict_year) {
    std::vector<const PilotCell*> cells;
    for (const PilotCell& cell : comparison.pilot_cells) {
        if (cell.scenario == scenario && cell.part == part && cell.verdict_year == verdict_year) cells.push_back(&cell);
    }
    return cells;
}

}  // namespace staffsim::analysis
