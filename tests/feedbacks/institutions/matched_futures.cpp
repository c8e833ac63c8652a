#include "tests/feedbacks/institutions/matched_futures.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/processes/assessment/assessment.hpp"

namespace staffsim::feedbacks::institutions {

namespace {

constexpr std::size_t at(auto value) { return static_cast<std::size_t>(value); }

// Keeps the books of every year, and what the two latest assessments saw.
class Diary : public engine::Sink {
  public:
    void on_year(std::size_t, const County& county) override {
        years.push_back(county.tally());
        before_ = std::move(now_);
        now_.clear();
        for (std::size_t slot = 0; slot < county.people().size(); ++slot) {
            const PersonId person{slot};
            const Record& record = county.record(person);
            if (!county.hot(person).in_service || record.results[2] == Result::none) continue;
            now_[county.cold(person).key.value] = {static_cast<double>(record.scores[2]),
                                                   static_cast<double>(record.performance), record.results[2],
                                                   serves_clients(county.post_of(person))};
        }
    }
    std::vector<std::pair<Future::Assessed, Future::Assessed>> assessed_twice() const {
        std::vector<std::pair<Future::Assessed, Future::Assessed>> both;
        for (const auto& [key, later] : now_) {
            const auto earlier = before_.find(key);
            if (earlier != before_.end()) both.emplace_back(earlier->second, later);
        }
        return both;
    }
    std::vector<YearTally> years;

  private:
    std::map<std::uint64_t, Future::Assessed> before_, now_;
};

double live(const scenario::Scenario& scenario, std::uint32_t number, const Measure& measure) {
    Diary diary;
    engine::CountyRun run(scenario.input.plan, scenario.input.policy, RandomKey{20261125, number},
                          scenario.input.plan.start, scenario.input.years);
    run.settle_full();
    run.run(diary);
    return measure({run.county(), diary.years, diary.assessed_twice()});
}

scenario::Scenario county_with(const Settings& settings) {
    return scenario::load_scenario(scenario::parse_spec(INSTITUTIONS_FOLDER "/county.toml"), {settings, {}, {}});
}

}  // namespace

double Future::flow(Flow flow, std::size_t first_years) const {
    double total = 0;
    for (std::size_t year = 0; year < std::min(first_years, years.size()); ++year) {
        for (const FlowRow& unit : years[year].flows) total += static_cast<double>(unit[at(flow)]);
    }
    return total;
}

double Future::stock(Stock stock) const {
    double total = 0;
    for (const auto& unit : years.back().stocks) total += unit[at(stock)];
    return total;
}

double Future::stock_in(Stock stock, UnitKind kind) const {
    double total = 0;
    for (std::size_t unit = 0; unit < county.units().size(); ++unit) {
        if (county.plan().units[unit].kind == kind) total += years.back().stocks[unit][at(stock)];
    }
    return total;
}

std::vector<double> values(const Settings& settings, const Measure& measure, int number) {
    const scenario::Scenario scenario = county_with(settings);
    std::vector<double> all;
    for (int i = 0; i < number; ++i) all.push_back(live(scenario, static_cast<std::uint32_t>(i), measure));
    return all;
}

Difference mean_of(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    double total = 0, squares = 0;
    for (const double value : values) total += value;
    const double mean = total / n;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return {mean, std::sqrt(squares / (n - 1) / n)};
}

bool Difference::is_small_beside(const Difference& effect) const {
    return std::abs(mean) + far * error < 0.25 * std::abs(effect.mean);
}

Difference difference(const Settings& settings, const Settings& changed, const Measure& measure, int number) {
    const std::vector<double> without = values(settings, measure, number);
    std::vector<double> with = values(settings + changed, measure, number);
    for (std::size_t i = 0; i < with.size(); ++i) with[i] -= without[i];
    return mean_of(with);
}

Settings operator+(const Settings& some, const Settings& more) {
    const auto key = [](const std::string& setting) { return setting.substr(0, setting.find('=')); };
    Settings all = more;
    for (const std::string& setting : some) {
        const bool is_overridden =
            std::any_of(more.begin(), more.end(), [&](const std::string& other) { return key(other) == key(setting); });
        if (!is_overridden) all.push_back(setting);
    }
    return all;
}

}  // namespace staffsim::feedbacks::institutions
