#include "sim/experiment/points.hpp"

#include <map>
#include <mutex>

#include "sim/experiment/parallel.hpp"
#include "sim/stats/paired.hpp"

namespace staffsim::experiment {

namespace {

using measures::Ratio;
using scenario::Scenario;

// [outcome][year][replication]
using Sample = std::vector<std::vector<Ratio>>;

Sample sample_of(const PointPlan& plan, const Scenario& scenario, const engine::WarmUp& warm_up) {
    const std::size_t group = headline_group(scenario.input.plan);
    Sample sample(plan.outcomes.size() * plan.verdict_years.size());
    for (std::uint32_t replication = 0; replication < plan.replications; ++replication) {
        const measures::YearlyValues values = live_future(scenario, {plan.seed, replication}, warm_up);
        std::size_t place = 0;
        for (const std::size_t outcome : plan.outcomes) {
            for (const int year : plan.verdict_years) {
                sample[place++].push_back(
                    measures::at_verdict_year(values, outcome, group, static_cast<std::size_t>(year)));
            }
        }
    }
    return sample;
}

PairEstimate compared(const std::vector<Ratio>& baseline, const std::vector<Ratio>& variant, stats::Pasts pasts) {
    constexpr double any_level = 0.05;  // intervals are made by whoever knows how many there are
    const auto summary = stats::paired_summary(baseline, variant, measures::Direction::neutral, any_level, pasts);
    return {summary.difference, summary.standard_error, static_cast<double>(summary.discordant)};
}

class InOrder {
  public:
    InOrder(std::uint32_t next, const std::function<void(std::uint32_t, const std::vector<PairEstimate>&)>& commit,
            Progress& progress)
        : next_(next), commit_(commit), progress_(progress) {}

    void hand_over(std::uint32_t number, std::vector<PairEstimate> estimates) {
        const std::lock_guard lock(mutex_);
        waiting_.emplace(number, std::move(estimates));
        progress_.advance();
        for (auto first = waiting_.find(next_); first != waiting_.end(); first = waiting_.find(next_)) {
            commit_(next_, first->second);
            waiting_.erase(first);
            ++next_;
        }
    }
    std::uint32_t next() const { return next_; }

  private:
    std::mutex mutex_;
    std::uint32_t next_;
    std::map<std::uint32_t, std::vector<PairEstimate>> waiting_;
    const std::function<void(std::uint32_t, const std::vector<PairEstimate>&)>& commit_;
    Progress& progress_;
};

}  // namespace

std::vector<PairEstimate> live_point(const PointPlan& plan, const Point& point, WarmUps& present) {
    WarmUps own(plan.seed);
    std::vector<Sample> samples;
    for (const Scenario& scenario : plan.scenarios) {
        const Scenario changed = scenario::with_values(scenario, point);
        samples.push_back(sample_of(plan, changed, present.has(changed) ? present.of(changed) : own.of(changed)));
    }
    const stats::Pasts pasts{engine::lives_before(plan.scenarios.front().input)};
    std::vector<PairEstimate> estimates;
    for (std::size_t s = 1; s < samples.size(); ++s) {
        for (std::size_t i = 0; i < samples[s].size(); ++i)
            estimates.push_back(compared(samples[0][i], samples[s][i], pasts));
    }
    return estimates;
}

std::uint32_t run_points(const PointPlan& plan, const std::vector<Point>& points, std::uint32_t done,
                         const std::function<void(std::uint32_t, const std::vector<PairEstimate>&)>& commit,
                         Progress& progress, const std::atomic<bool>& interrupted) {
    if (done >= points.size()) return done;
    WarmUps present(plan.seed);
    std::vector<const engine::WarmUp*> continued;
    for (const Scenario& scenario : plan.scenarios) continued.push_back(&present.of(scenario));
    live_ahead(continued, 0, plan.replications, plan.threads);
    progress.start(done, static_cast<std::uint32_t>(points.size()));
    InOrder in_order(done, commit, progress);
    in_parallel(points.size() - done, plan.threads, [&](std::size_t i) {
        if (interrupted) return;
        const auto number = done + static_cast<std::uint32_t>(i);
        in_order.hand_over(number, live_point(plan, points[number], present));
    });
    progress.finish();
    return in_order.next();
}

}  // namespace staffsim::experiment
