#include "sim/experiment/race.hpp"

#include <limits>

#include "sim/stats/ratio.hpp"

namespace staffsim::experiment {

namespace {

// Who is in, who is out, from the values of futures alone.
class Judge {
  public:
    explicit Judge(const RaceRules& rules)
        : rules_(rules),
          selection_(rules.scenarios, rules.goal),
          first_(rules.scenarios),
          same_(rules.scenarios, std::vector<bool>(rules.scenarios, true)) {
        result_.replications.resize(rules.scenarios);
    }

    bool is_over() const { return selection_.is_over(); }
    const std::vector<std::size_t>& running() const { return selection_.state().remaining; }
    std::uint32_t judged() const { return selection_.state().replications; }
    // Futures up to the next look.
    std::uint32_t next_batch() const { return judged() == 0 ? rules_.goal.first_look : rules_.batch; }

    void judge(const RaceFuture& values, bool look) {
        for (const std::size_t s : running()) {
            if (judged() < rules_.goal.first_look) first_[s].push_back(values[s]);
            ++result_.replications[s];
            ++result_.futures;
            for (const std::size_t other : running()) same_[s][other] = same_[s][other] && values[s] == values[other];
        }
        selection_.add(values, look);
    }

    RaceResult finished() {
        result_.state = selection_.state();
        result_.is_settled = selection_.is_over();
        for (std::size_t s = 0; s < rules_.scenarios; ++s) result_.means.push_back(selection_.mean(s));
        const stats::SelectionState& state = result_.state;
        for (std::size_t s = 0; s < rules_.scenarios; ++s) {
            result_.same_as_rival.push_back(state.eliminated_after[s] > 0 && same_[s][state.eliminated_by[s]]);
            const std::size_t best = state.remaining.front();
            result_.same_as_best.push_back(result_.is_settled && s != best && same_[s][best]);
        }
        if (first_.front().size() >= 2)
            result_.subset = stats::subset_with_best(first_, rules_.goal.lower_is_better, rules_.goal.alpha);
        return std::move(result_);
    }

  private:
    RaceRules rules_;
    stats::BestOfRace selection_;
    std::vector<std::vector<double>> first_;
    std::vector<std::vector<bool>> same_;  // as another one, as long as both ran
    RaceResult result_;
};

// Judges whole batches of what is known.
void judge_known(Judge& judge, const std::vector<RaceFuture>& known) {
    while (!judge.is_over() && judge.judged() + judge.next_batch() <= known.size()) {
        for (std::uint32_t left = judge.next_batch(); left > 0; --left) judge.judge(known[judge.judged()], left == 1);
    }
}

class Race {
  public:
    Race(const RacePlan& plan, const std::vector<RaceFuture>& known, Progress& progress,
         const std::atomic<bool>& interrupted)
        : plan_(plan),
          known_(known),
          progress_(progress),
          interrupted_(interrupted),
          warm_ups_(plan.seed),
          judge_({plan.scenarios.size(), plan.goal, plan.batch}) {}

    std::optional<RaceResult> run(const std::function<void(const RaceFuture&)>& keep) {
        judge_known(judge_, known_);
        progress_.start(judge_.judged(), plan_.most);
        bool goes_on = true;
        while (goes_on && !judge_.is_over() && judge_.judged() + judge_.next_batch() <= plan_.most)
            goes_on = run_batch(keep);
        progress_.finish();
        return goes_on ? std::optional(judge_.finished()) : std::nullopt;
    }

  private:
    bool run_batch(const std::function<void(const RaceFuture&)>& keep) {
        const std::uint32_t first = judge_.judged(), size = judge_.next_batch();
        std::vector<RaceFuture> values;
        if (!live(first, size, values)) return false;
        for (std::uint32_t r = 0; r < size; ++r) {
            if (first + r >= known_.size()) keep(values[r]);  // a part of the batch may have been kept before
            judge_.judge(values[r], r + 1 == size);
            progress_.advance();
        }
        return true;
    }

    bool live(std::uint32_t first, std::uint32_t size, std::vector<RaceFuture>& values) {
        const std::vector<std::size_t> running = judge_.running();
        FuturesPlan futures{{}, plan_.seed, first, size, plan_.threads};
        for (const std::size_t s : running) futures.scenarios.push_back(&plan_.scenarios[s]);
        values.assign(size, RaceFuture(plan_.scenarios.size(), std::numeric_limits<double>::quiet_NaN()));
        const std::size_t group = headline_group(plan_.scenarios.front().input.plan);
        const auto year = static_cast<std::size_t>(plan_.verdict_year);
        const auto read = [&](std::size_t at, std::uint32_t replication, const measures::YearlyValues& future) {
            values[replication - first][running[at]] =
                stats::value_of(measures::at_verdict_year(future, plan_.outcome, group, year));
        };
        Progress silent(*nowhere(), {ProgressStyle::quiet, false, Language::en});
        if (!live_futures(futures, warm_ups_, read, silent, interrupted_)) return false;
        for (std::uint32_t r = 0; r < size; ++r) {
            for (const std::size_t s : running) {
                if (!stats::has_value(values[r][s])) refuse(s, first + r);
            }
        }
        return true;
    }

    // Progress needs a stream, also when it says nothing.
    static std::ostream* nowhere() {
        static std::ostream stream(nullptr);
        return &stream;
    }

    [[noreturn]] void refuse(std::size_t scenario, std::uint32_t replication) const {
        throw InputError(worded("{}: {} has no value in future {}: nothing was exposed to it; choose another outcome",
                                "{}：{} 在第 {} 次推演中没有数值（没有适用的对象）；请另选指标",
                                plan_.scenarios[scenario].name, measures::outcomes()[plan_.outcome].id, replication));
    }

    const RacePlan& plan_;
    const std::vector<RaceFuture>& known_;
    Progress& progress_;
    const std::atomic<bool>& interrupted_;
    WarmUps warm_ups_;
    Judge judge_;
};

}  // namespace

std::optional<RaceResult> run_race(const RacePlan& plan, const std::vector<RaceFuture>& known,
                                   const std::function<void(const RaceFuture&)>& keep, Progress& progress,
                                   const std::atomic<bool>& interrupted) {
    return Race(plan, known, progress, interrupted).run(keep);
}

RaceResult judged_race(const RaceRules& rules, const std::vector<RaceFuture>& known) {
    Judge judge(rules);
    judge_known(judge, known);
    return judge.finished();
}

}  // namespace staffsim::experiment
