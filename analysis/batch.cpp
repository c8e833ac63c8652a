#include "analysis/batch.hpp"

#include <algorithm>

#include "analysis/comparable.hpp"
#include "analysis/plan.hpp"
#include "sim/engine/simulate.hpp"
#include "sim/measures/observe.hpp"
#include "sim/measures/parts.hpp"
#include "sim/measures/portrait.hpp"

namespace staffsim::analysis {

namespace {

using scenario::Scenario;

// What is kept of a run: outcomes and, when wanted, breakdowns and what the report shows beside outcomes.
class Recorder : public engine::Sink {
  public:
    Recorder(const engine::CountyInput& input, bool with_parts, bool with_portrait, bool with_examples)
        : outcomes_(input.plan, static_cast<std::size_t>(input.years)) {
        if (with_parts) parts_.emplace(input.plan, input.years);
        if (with_portrait) portrait_.emplace(input.plan, input.years, outcomes_, with_examples);
    }
    void on_start(const County& county) override {
        if (parts_) parts_->on_start(county);
        if (portrait_) portrait_->on_start(county);
    }
    bool wants_facts() const override { return parts_ || portrait_; }
    bool wants_routine() const override { return portrait_ && portrait_->wants_routine(); }
    void on_facts(std::span<const Fact> facts, const County& county) override {
        if (parts_) parts_->on_facts(facts, county);
        if (portrait_) portrait_->on_facts(facts, county);
    }
    // The portraitist hands the year on to the outcomes.
    void on_year(std::size_t index, const County& county) override {
        if (parts_) parts_->on_year(index, county);
        portrait_ ? portrait_->on_year(index, county) : outcomes_.on_year(index, county);
    }
    measures::Observer& outcomes() { return outcomes_; }
    measures::YearlyValues take_parts() { return parts_ ? parts_->take() : measures::YearlyValues{}; }
    std::vector<measures::PortraitPart> take_portrait() {
        return portrait_ ? portrait_->take() : std::vector<measures::PortraitPart>{};
    }

  private:
    measures::Observer outcomes_;
    std::optional<measures::PartsObserver> parts_;
    std::optional<measures::Portraitist> portrait_;
};

store::UnitResult live(const Scenario& scenario, RandomKey key, const engine::WarmUp& warm_up, bool with_parts,
                       bool with_portrait) {
    Recorder recorder(scenario.input, with_parts, with_portrait, key.replication == 0);
    measures::RuleWatch watch(scenario.input.policy);
    recorder.outcomes().also_tell([&watch](const measures::GroupYear& whole_county) { watch.add(whole_county); });
    const engine::RunSummary summary = engine::simulate(scenario.input, key, warm_up, recorder);
    return {summary.fingerprint, summary.events,        recorder.outcomes().values(),
            watch.counts(),      recorder.take_parts(), recorder.take_portrait()};
}

}  // namespace

Batch::Batch(std::vector<Scenario> scenarios, std::uint32_t seed, const std::vector<EqualCost>& equal_cost,
             const PathwayStudy& pathways, const Overrides& overrides)
    : scenarios_(std::move(scenarios)), keeps_portraits_(true) {
    check_comparable(scenarios_);
    plan_ = plan_of(scenarios_, seed, equal_cost, pathways, overrides);
    find_warm_ups();
}

Batch::Batch(std::vector<Scenario> scenarios, store::Plan plan, std::vector<std::size_t> kept_groups)
    : scenarios_(std::move(scenarios)), plan_(std::move(plan)), kept_groups_(std::move(kept_groups)) {
    find_warm_ups();
}

void Batch::find_warm_ups() {
    warm_ups_ = std::make_unique<experiment::WarmUps>(plan_.seed);
    for (const Scenario& scenario : scenarios_) continued_.push_back(&warm_ups_->of(scenario));
}

std::vector<store::UnitResult> Batch::run(std::uint32_t replication) const {
    return run(replication, 0, scenarios_.size());
}

std::vector<store::UnitResult> Batch::run(std::uint32_t replication, std::size_t first, std::size_t count) const {
    const RandomKey key{plan_.seed, replication};
    std::vector<store::UnitResult> units;
    for (std::size_t s = first; s < first + count; ++s)
        units.push_back(kept(live(scenarios_[s], key, *continued_[s], kept_groups_.empty(), keeps_portraits_)));
    return units;
}

store::UnitResult Batch::run_beside(const Scenario& other, std::size_t place, std::uint32_t replication) const {
    return live(other, {plan_.seed, replication}, *continued_[place], false, false);
}

// Groups that the plan does not keep are left out.
store::UnitResult Batch::kept(store::UnitResult unit) const {
    if (kept_groups_.empty()) return unit;
    const measures::YearlyValues& all = unit.values;
    measures::YearlyValues values(all.outcome_count(), kept_groups_.size(), all.year_count());
    for (std::size_t outcome = 0; outcome < all.outcome_count(); ++outcome) {
        for (std::size_t g = 0; g < kept_groups_.size(); ++g) {
            for (std::size_t year = 0; year < all.year_count(); ++year)
                values.cell(outcome, g, year) = all.at(outcome, kept_groups_[g], year);
        }
    }
    unit.values = std::move(values);
    return unit;
}

void Batch::live_ahead(std::uint32_t first, std::uint32_t count, int threads) const {
    experiment::live_ahead(continued_, first, count, threads);
}

}  // namespace staffsim::analysis
