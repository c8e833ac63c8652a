#include "tests/feedbacks/futures.hpp"

#include <cmath>

#include "sim/scenario/scenario.hpp"

namespace staffsim::feedbacks {

namespace {

scenario::Scenario county_with(const Sets& sets) {
    return scenario::load_scenario(scenario::parse_spec(FEEDBACKS_COUNTY), {sets, {}, {}});
}

class Summing : public engine::Sink {
  public:
    explicit Summing(const Measure& measure) : measure_(measure) {}
    void on_year(std::size_t index, const County& county) override { measure_(index, county, sum); }
    double sum = 0;

  private:
    const Measure& measure_;
};

class Listening : public engine::Sink {
  public:
    explicit Listening(const FactMeasure& measure) : measure_(measure) {}
    void on_year(std::size_t, const County&) override {}
    bool wants_facts() const override { return true; }
    bool wants_routine() const override { return false; }
    void on_facts(std::span<const Fact> facts, const County& county) override { measure_(facts, county, sum); }
    double sum = 0;

  private:
    const FactMeasure& measure_;
};

class Deaf : public engine::Sink {
    void on_year(std::size_t, const County&) override {}
};

}  // namespace

double Estimate::z() const { return error > 0 ? mean / error : mean == 0 ? 0.0 : mean > 0 ? 1e9 : -1e9; }

bool Estimate::is_small_beside(const Estimate& effect) const {
    return std::abs(mean) + far_bound * error < 0.25 * std::abs(effect.mean);
}

Estimate estimate(const Sample& sample) {
    const double n = static_cast<double>(sample.size());
    double sum = 0, squares = 0;
    for (const double value : sample) sum += value;
    for (const double value : sample) squares += (value - sum / n) * (value - sum / n);
    return {sum / n, std::sqrt(squares / (n - 1) / n)};
}

Estimate difference(const Sample& a, const Sample& b) {
    Sample differences;
    for (std::size_t i = 0; i < a.size(); ++i) differences.push_back(a[i] - b[i]);
    return estimate(differences);
}

namespace {

template <class Sink, class Asked>
Sample live_with(const Sets& sets, std::uint32_t n, const Asked& measure) {
    const scenario::Scenario scenario = county_with(sets);
    Sample sample;
    for (std::uint32_t replication = 0; replication < n; ++replication) {
        Sink sink(measure);
        engine::simulate(scenario.input, {2026, replication}, {}, sink);
        sample.push_back(sink.sum);
    }
    return sample;
}

}  // namespace

Sample live(const Sets& sets, std::uint32_t n, const Measure& measure) { return live_with<Summing>(sets, n, measure); }

Sample live_by_fact(const Sets& sets, std::uint32_t n, const FactMeasure& measure) {
    return live_with<Listening>(sets, n, measure);
}

Sample live_by_day(const Sets& sets, std::uint32_t n, MonthDay morning,
                   const std::function<double(const County&)>& measure) {
    const scenario::Scenario scenario = county_with(sets);
    const engine::CountyInput& input = scenario.input;
    Sample sample;
    for (std::uint32_t replication = 0; replication < n; ++replication) {
        engine::CountyRun run(input.plan, input.policy, {2026, replication}, input.plan.start, input.years);
        run.settle_full();
        Deaf sink;
        double sum = 0;
        for (int year = 2; year < input.years; ++year) {
            run.live_until(to_day({year_of(input.plan.start) + year, morning.month, morning.day_of_month}), sink);
            sum += measure(run.county());
        }
        sample.push_back(sum / (input.years - 2));
    }
    return sample;
}

double flow(const County& county, Flow flow) {
    double sum = 0;
    for (const auto& cell : county.tally().flows) sum += static_cast<double>(cell[static_cast<std::size_t>(flow)]);
    return sum;
}

double stock(const County& county, Stock stock) {
    double sum = 0;
    for (const auto& cell : county.tally().stocks) sum += cell[static_cast<std::size_t>(stock)];
    return sum;
}

double person_years(const County& county) {
    double days = 0;
    for (const Exposure& exposure : county.tally().exposure) days += static_cast<double>(exposure.person_days);
    return days / days_per_year;
}

}  // namespace staffsim::feedbacks
