#include "sim/experiment/race.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/stats/ratio.hpp"

namespace staffsim::experiment {

namespace {

class Race {
  public:
    Race(const RacePlan& plan, Progress& progress, const std::atomic<bool>& interrupted)
        : plan_(plan),
          progress_(progress),
          interrupted_(interrupted),
          warm_ups_(plan.seed, plan.threads),
          selection_(plan.scenarios.size(), plan.goal),
          first_(plan.scenarios.size()) {
        result_.replications.resize(plan.scenarios.size());
    }

    std::optional<RaceResult> run() {
        progress_.start(0, plan_.most);
        std::uint32_t size = plan_.goal.first_look;
        for (std::uint32_t lived = 0; lived < plan_.most && !selection_.is_over(); lived += size, size = plan_.batch) {
            size = std::min(size, plan_.most - lived);
            if (!run_batch(lived, size)) {
                progress_.finish();
                return std::nullopt;
            }
        }
        progress_.finish();
        return finished();
    }

  private:
    bool run_batch(std::uint32_t first, std::uint32_t size) {
        const std::vector<std::size_t> running = selection_.state().remaining;
        FuturesPlan futures{{}, plan_.seed, first, size, plan_.threads};
        for (const std::size_t s : running) futures.scenarios.push_back(&plan_.scenarios[s]);
        std::vector<std::vector<double>> values(size, std::vector<double>(plan_.scenarios.size()));
        const std::size_t group = headline_group(plan_.scenarios.front().input.plan);
        const auto year = static_cast<std::size_t>(plan_.verdict_year);
        const auto read = [&](std::size_t at, std::uint32_t replication, const measures::YearlyValues& future) {
            values[replication - first][running[at]] =
                stats::value_of(measures::at_verdict_year(future, plan_.outcome, group, year));
        };
        Progress silent(*nowhere(), {ProgressStyle::quiet, false, Language::en});
        if (!live_futures(futures, warm_ups_, read, silent, interrupted_)) return false;
        for (std::uint32_t r = 0; r < size; ++r) judge(values[r], running, first + r, r + 1 == size);
        return true;
    }

    // Progress needs a stream, also when it says nothing.
    static std::ostream* nowhere() {
        static std::ostream stream(nullptr);
        return &stream;
    }

    void judge(const std::vector<double>& values, const std::vector<std::size_t>& running, std::uint32_t replication,
               bool look) {
        for (const std::size_t s : running) {
            if (!stats::has_value(values[s])) refuse(s, replication);
            if (replication < plan_.goal.first_look) first_[s].push_back(values[s]);
            ++result_.replications[s];
            ++result_.futures;
        }
        selection_.add(values, look);
        progress_.advance();
    }

    [[noreturn]] void refuse(std::size_t scenario, std::uint32_t replication) const {
        throw InputError(
            fmt::format("{}: {} has no value in future {}: nothing was exposed to it; choose another outcome",
                        plan_.scenarios[scenario].name.en, measures::outcomes()[plan_.outcome].id, replication));
    }

    RaceResult finished() {
        result_.state = selection_.state();
        result_.is_settled = selection_.is_over();
        for (std::size_t s = 0; s < plan_.scenarios.size(); ++s) result_.means.push_back(selection_.mean(s));
        if (first_.front().size() >= 2)
            result_.subset = stats::subset_with_best(first_, plan_.goal.lower_is_better, plan_.goal.alpha);
        return std::move(result_);
    }

    const RacePlan& plan_;
    Progress& progress_;
    const std::atomic<bool>& interrupted_;
    WarmUps warm_ups_;
    stats::BestOfRace selection_;
    std::vector<std::vector<double>> first_;
    RaceResult result_;
};

}  // namespace

std::optional<RaceResult> run_race(const RacePlan& plan, Progress& progress, const std::atomic<bool>& interrupted) {
    return Race(plan, progress, interrupted).run();
}

}  // namespace staffsim::experiment
