// The same promises on textbook models that the simulator itself lives: theory F1 (posts refilled after a lead time)
// and A (a Markov chain of grades). What is measured here is the whole way from an event to an interval.
#include <algorithm>
#include <cmath>
#include <memory>

#include "analysis/theory/formulas.hpp"
#include "sim/engine/simulate.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/stats/family.hpp"
#include "sim/stats/paired.hpp"
#include "sim/stats/proportion.hpp"
#include "sim/stats/quantiles.hpp"
#include "tests/coverage/study.hpp"

namespace staffsim::coverage {

namespace {

using measures::Ratio;

scenario::Scenario theory(const char* file, const std::vector<std::string>& sets) {
    const std::string path = std::string(SCENARIOS_FOLDER) + "/theory/" + file;
    return scenario::load_scenario(scenario::parse_spec(path), {sets, {}, {}});
}

// --- F1: 35 places, each empty for .75 years after everybody who leaves. Started full, so ten years are let pass.

constexpr int f1_years = 15, f1_first = 10;
constexpr double leaving = 0.08, lead = 274 / 365.2425, short_lead = 137 / 365.2425;

struct F1Future {
    Ratio exits_per_person_year;  // of the years 11 to 15
    double vacant = 0;            // places at the end
};

class F1Watcher : public engine::Sink {
  public:
    void on_year(std::size_t index, const County& county) override {
        if (static_cast<int>(index) < f1_first) return;
        double exits = 0, person_days = 0;
        for (const auto& flows : county.tally().flows)
            exits += static_cast<double>(flows[static_cast<std::size_t>(Flow::exit_resignation)]);
        for (const Exposure& exposure : county.tally().exposure)
            person_days += static_cast<double>(exposure.person_days);
        seen.exits_per_person_year += {exits, person_days / days_per_year};
        seen.vacant = county.empty_places(UnitId{std::size_t{0}});
    }
    F1Future seen;
};

using F1Futures = std::vector<F1Future>;

F1Futures lived(const scenario::Scenario& scenario, std::size_t count) {
    F1Futures futures;
    for (std::uint32_t r = 0; r < count; ++r) {
        F1Watcher watcher;
        engine::simulate(scenario.input, {9, r}, {}, watcher);
        futures.push_back(watcher.seen);
    }
    return futures;
}

scenario::Scenario f1(const std::string& set) {
    return theory("f1_lead_time.toml", {"years=" + std::to_string(f1_years), set});
}

// Repetition r owns the futures n r … n r + n - 1.
template <class Future>
std::span<const Future> own(const std::vector<Future>& futures, std::uint32_t r, std::size_t n) {
    return std::span(futures).subspan(n * r, n);
}

std::vector<Ratio> vacancies(std::span<const F1Future> futures) {
    std::vector<Ratio> values;
    for (const F1Future& future : futures) values.push_back({future.vacant, 1});
    return values;
}

std::vector<Ratio> leaving_rates(std::span<const F1Future> futures) {
    std::vector<Ratio> values;
    for (const F1Future& future : futures) values.push_back(future.exits_per_person_year);
    return values;
}

using Values = std::vector<Ratio> (*)(std::span<const F1Future>);

// Paired difference between two settings of F1, `n` matched futures a repetition.
std::function<Holds(std::uint32_t)> f1_pairs(std::string changed, std::size_t n, Values values, double truth) {
    return [=](std::uint32_t repetitions) -> Holds {
        const auto base = std::make_shared<F1Futures>(lived(f1("recruitment.lead_days=274"), n * repetitions));
        const auto other = std::make_shared<F1Futures>(lived(f1(changed), n * repetitions));
        return [=](std::uint32_t r) {
            const auto summary = stats::paired_summary(values(own(*base, r, n)), values(own(*other, r, n)),
                                                       measures::Direction::neutral, error_level, stats::own_pasts);
            return summary.low <= truth && truth <= summary.high;
        };
    };
}

double vacant_share(double lead_years) { return theory::vacant_share_lead_time(leaving, lead_years); }

// P(at most k of 35 vacant).
double at_most_vacant(int k) {
    double sum = 0;
    for (int i = 0; i <= k; ++i) sum += theory::binomial_probability(35, i, vacant_share(lead));
    return sum;
}

Holds f1_share(std::uint32_t repetitions) {
    constexpr std::size_t n = 40;
    const auto futures = std::make_shared<F1Futures>(lived(f1("recruitment.lead_days=274"), n * repetitions));
    const double truth = 1 - at_most_vacant(2);
    return [=](std::uint32_t r) {
        const auto count = std::ranges::count_if(own(*futures, r, n), [](const F1Future& f) { return f.vacant > 2; });
        const auto range = stats::wilson_range(static_cast<double>(count), n);
        return range.low <= truth && truth <= range.high;
    };
}

Holds f1_median(std::uint32_t repetitions) {
    constexpr std::size_t n = 40;
    const auto futures = std::make_shared<F1Futures>(lived(f1("recruitment.lead_days=274"), n * repetitions));
    int truth = 0;
    while (at_most_vacant(truth) < 0.5) ++truth;
    return [=](std::uint32_t r) {
        const std::vector<double> sorted = stats::sorted_values(vacancies(own(*futures, r, n)));
        const auto range = stats::quantile_range(sorted, 0.5);
        return (!range.low || *range.low <= truth) && (!range.high || truth <= *range.high);
    };
}

// --- A: stocks of three grades after 1, 5 and 10 years.

using Stocks = std::array<double, 9>;
// Theory A: n(t + 1) = n(t) P + R r, from (300, 150, 50).
constexpr Stocks expected{340,           163.5, 54, 434.464, 233.381521875, 74.91279375, 478.52516352, 307.8212923833,
                          110.2663872735};

class StocksWatcher : public engine::Sink {
  public:
    void on_year(std::size_t index, const County& county) override {
        const std::size_t at = index == 0 ? 0 : index == 4 ? 3 : index == 9 ? 6 : seen.size();
        if (at == seen.size()) return;
        for (std::size_t tier = 0; tier < 3; ++tier)
            seen[at + tier] = county.people_in(tier).persons;  // of the only unit
    }
    Stocks seen{};
};

Holds markov_stocks(std::uint32_t repetitions) {
    constexpr std::size_t n = 20;
    const scenario::Scenario chain = theory("a_push.toml", {});
    const auto futures = std::make_shared<std::vector<Stocks>>();
    for (std::uint32_t r = 0; r < n * repetitions; ++r) {
        StocksWatcher watcher;
        engine::simulate(chain.input, {9, r}, {}, watcher);
        futures->push_back(watcher.seen);
    }
    return [=](std::uint32_t r) {
        for (std::size_t q = 0; q < expected.size(); ++q) {
            std::vector<Ratio> stocks, truth(n, Ratio{expected[q], 1});
            for (const Stocks& one : own(*futures, r, n)) stocks.push_back({one[q], 1});
            const auto summary =
                stats::paired_summary(truth, stocks, measures::Direction::neutral,
                                      stats::comparison_level(error_level, expected.size(), 1), stats::own_pasts);
            if (summary.low > 0 || summary.high < 0) return false;
        }
        return true;
    };
}

}  // namespace

std::vector<Kind> simulated_kinds() {
    const double fewer = 35 * (vacant_share(short_lead) - vacant_share(lead));
    return {
        {"f1_vacancies", "theory F1 lived: empty places, lead time halved, 30 matched futures", 0.95,
         Promise::two_sided, f1_pairs("recruitment.lead_days=137", 30, vacancies, fewer), 0.5},
        {"f1_leaving", "theory F1 lived: exits per person-year, .08 against .12, 30 matched futures", 0.95,
         Promise::two_sided, f1_pairs("leaving.resignation=0.12", 30, leaving_rates, 0.04), 0.5},
        {"f1_share", "theory F1 lived: share of futures with more than 2 of 35 empty, Wilson, 40 futures", 0.95,
         Promise::reported, f1_share, 0.5},
        {"f1_median", "theory F1 lived: median number empty, order statistics, 40 futures", 0.95, Promise::at_least,
         f1_median, 0.5},
        {"markov_9", "theory A lived: 9 stocks of grades together, 20 futures", 0.95, Promise::at_least, markov_stocks,
         0.5},
    };
}

}  // namespace staffsim::coverage
