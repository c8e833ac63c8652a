#include "analysis/declared.hpp"

#include <algorithm>
#include <set>

#include "analysis/pilots.hpp"
#include "analysis/series.hpp"
#include "sim/measures/observe.hpp"
#include "sim/stats/family.hpp"
#include "sim/stats/paired.hpp"
#include "sim/stats/settle.hpp"

namespace staffsim::analysis {

namespace {

using measures::Ratio;

std::vector<std::size_t> declared_outcomes(const store::Plan& plan) {
    std::vector<std::size_t> outcomes;
    for (const std::string& id : plan.primary_outcomes) {
        const auto found = std::ranges::find(plan.outcomes, id, &measures::Outcome::id);
        outcomes.push_back(static_cast<std::size_t>(found - plan.outcomes.begin()));
    }
    return outcomes;
}

// Of scenarios that resolve alike every range and verdict is the same, so they are one; those that resolve as the
// baseline does differ from it by 0 for certain.
std::size_t different_variants(const store::Plan& plan) {
    std::set<std::string> keys;
    for (const store::PlannedScenario& scenario : plan.scenarios) keys.insert(scenario.unit_key);
    return keys.size() - 1;
}

// Values of one outcome in one scenario by judged group, verdict year and future.
class Values {
  public:
    Values(const store::Store& store, std::size_t outcome, std::size_t scenario, std::uint32_t replications,
           const std::vector<std::size_t>& groups) {
        const store::Plan& plan = store.plan();
        const auto years = static_cast<std::size_t>(plan.years);
        by_group_.assign(groups.size(), std::vector<std::vector<Ratio>>(plan.verdict_years.size()));
        const auto kept = groups.size() > 1 ? store::Store::Groups::all : store::Store::Groups::aggregates;
        const auto take = [&](std::uint32_t, std::size_t, std::span<const Ratio> cells) {
            for (std::size_t g = 0; g < groups.size(); ++g) {
                const auto own = cells.subspan(groups[g] * years, years);
                for (std::size_t y = 0; y < plan.verdict_years.size(); ++y)
                    by_group_[g][y].push_back(up_to(own, plan.outcomes[outcome].window, plan.verdict_years[y]));
            }
        };
        store.for_each_value(std::span(&outcome, 1), scenario, replications, kept, take);
    }
    const std::vector<Ratio>& of(std::size_t group, std::size_t year) const { return by_group_[group][year]; }

  private:
    std::vector<std::vector<std::vector<Ratio>>> by_group_;
};

class Judge {
  public:
    Judge(const store::Store& store, std::uint32_t replications, int look)
        : store_(store),
          plan_(store.plan()),
          replications_(replications),
          groups_(judged_groups(plan_)),
          levels_(family_levels(plan_, family_size(plan_), look)) {}

    // Outcome by outcome, so that one baseline is held at a time.
    std::vector<DeclaredCell> cells() const {
        std::vector<DeclaredCell> all;
        for (const std::size_t outcome : declared_outcomes(plan_)) {
            const Values baseline(store_, outcome, 0, replications_, groups_);
            for (std::size_t s = 0; s < plan_.scenarios.size(); ++s) add(all, outcome, s, baseline);
        }
        std::ranges::stable_sort(all, {}, &DeclaredCell::scenario);
        return all;
    }

  private:
    void add(std::vector<DeclaredCell>& all, std::size_t outcome, std::size_t scenario, const Values& baseline) const {
        const Values own(store_, outcome, scenario, replications_, groups_);
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            if (!is_judged(plan_, outcome, groups_[g])) continue;
            for (std::size_t y = 0; y < plan_.verdict_years.size(); ++y) {
                DeclaredCell cell{outcome, scenario, groups_[g], plan_.verdict_years[y], {}, {}};
                cell.level = stats::level_summary(own.of(g, y), {plan_.lives}, 1 - plan_.confidence);
                if (scenario > 0) {
                    const Judged of_policy =
                        judged(baseline.of(g, y), own.of(g, y), plan_.outcomes[outcome], levels_, {plan_.lives});
                    cell.paired = of_policy.paired;
                    cell.verdict = of_policy.verdict;
                }
                all.push_back(cell);
            }
        }
    }

    const store::Store& store_;
    const store::Plan& plan_;
    const std::uint32_t replications_;
    const std::vector<std::size_t> groups_;
    const FamilyLevels levels_;
};

}  // namespace

FamilyLevels family_levels(const store::Plan& plan, std::size_t family_size, int look) {
    const double all = 1 - plan.confidence;
    const std::size_t family = std::max<std::size_t>(1, family_size);
    return {stats::comparison_level(all, family, look), stats::comparison_level(all, family, look + 1)};
}

Judged judged(const std::vector<Ratio>& baseline, const std::vector<Ratio>& own, const measures::Outcome& outcome,
              const FamilyLevels& levels, const stats::Pasts& pasts) {
    Judged judged{stats::paired_summary(baseline, own, outcome.direction, levels.now, pasts), {}};
    judged.verdict = stats::verdict_of(judged.paired, outcome.direction, outcome.matters);
    judged.paired.more_needed = stats::more_needed(judged.paired, outcome.matters, levels.next);
    return judged;
}

bool is_primary(const store::Plan& plan, std::size_t outcome) {
    return std::ranges::find(plan.primary_outcomes, plan.outcomes[outcome].id) != plan.primary_outcomes.end();
}

std::vector<std::size_t> judged_groups(const store::Plan& plan) {
    std::vector<std::size_t> groups{headline_group(plan)};
    if (plan.points.empty()) return groups;
    for (std::size_t g = measures::first_unit_group; g < plan.groups.size(); ++g) groups.push_back(g);
    return groups;
}

bool is_judged(const store::Plan& plan, std::size_t outcome, std::size_t group) {
    if (group < measures::first_unit_group) return true;
    const std::size_t known = measures::outcome_index(plan.outcomes[outcome].id);
    return known < measures::outcomes().size() && measures::outcomes()[known].by_unit;
}

std::size_t family_size(const store::Plan& plan) {
    std::size_t pairs = 0;
    for (const std::size_t outcome : declared_outcomes(plan)) {
        for (const std::size_t group : judged_groups(plan)) pairs += is_judged(plan, outcome, group);
    }
    return pairs * different_variants(plan) * plan.verdict_years.size() + pilot_comparisons(plan);
}

std::vector<DeclaredCell> declared_cells(const store::Store& store, std::uint32_t replications, int look) {
    return Judge(store, replications, look).cells();
}

bool all_precise_enough(const store::Store& store, std::uint32_t replications, int look,
                        const stats::PrecisionRule& rule) {
    const store::Plan& plan = store.plan();
    return std::ranges::all_of(declared_cells(store, replications, look), [&](const DeclaredCell& cell) {
        const measures::Outcome& outcome = plan.outcomes[cell.outcome];
        return cell.scenario == 0 || is_precise_enough(cell.paired, outcome.direction, outcome.matters, rule);
    });
}

}  // namespace staffsim::analysis
