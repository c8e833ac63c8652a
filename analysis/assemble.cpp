#include "analysis/assemble.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include "analysis/assemble_drivers.hpp"
#include "analysis/context.hpp"
#include "analysis/declared.hpp"
#include "analysis/kept_answers.hpp"
#include "analysis/manpower.hpp"
#include "analysis/pay_effect.hpp"
#include "analysis/pilots.hpp"
#include "analysis/proofs.hpp"
#include "analysis/rules.hpp"
#include "analysis/run_record.hpp"
#include "analysis/series.hpp"
#include "analysis/service_wave.hpp"
#include "analysis/shortfalls.hpp"
#include "analysis/unit_levels.hpp"
#include "sim/experiment/parallel.hpp"
#include "sim/measures/observe.hpp"
#include "sim/stats/best.hpp"
#include "sim/stats/level.hpp"
#include "sim/stats/paired.hpp"
#include "sim/stats/proportion.hpp"
#include "sim/stats/quantiles.hpp"
#include "sim/stats/ratio.hpp"
#include "sim/stats/settle.hpp"

namespace staffsim::analysis {

namespace {

using measures::Ratio;

class Assembler {
  public:
    Assembler(const store::Store& store, std::uint32_t replications, int look, int threads, std::size_t baseline,
              BreakdownWish breakdown, std::optional<Stopped> stopped = {})
        : store_(store),
          plan_(store.plan()),
          pasts_{plan_.lives},
          threads_(threads),
          baseline_(baseline),
          breakdown_(std::move(breakdown)),
          context_(context_of(plan_.context_json)) {
        result_.replications = replications;
        result_.look = look;
        result_.stopped = stopped;
    }

    Comparison assemble() {
        describe();
        declare_family();
        if (result_.replications > 0) add_futures();
        result_.answers = answers_in(store_);
        result_.run_record = run_record(store_, result_);
        return std::move(result_);
    }

  private:
    // What needs the store, side by side: the longest pieces of work first.
    void add_futures() {
        std::vector<OutcomePart> parts(plan_.outcomes.size());
        std::vector<std::function<void()>> work;
        if (!result_.stopped) work = for_pages();
        work.emplace_back([this] { add_totals(); });
        if (!result_.stopped) work.emplace_back([this] { add_pilots(); });
        work.emplace_back([this] { result_.rules = rule_uses(store_, result_.replications, 1 - plan_.confidence); });
        const auto on_outcomes = work_on_outcomes(store_, result_.replications,
                                                  [&](std::size_t outcome, const std::vector<Series>& by_scenario) {
                                                      parts[outcome] = part_of(outcome, by_scenario);
                                                  });
        work.insert(work.end(), on_outcomes.begin(), on_outcomes.end());
        experiment::in_parallel(work.size(), threads_, [&](std::size_t i) { work[i](); });
        for (OutcomePart& part : parts) take(part);
        std::ranges::copy(shortfalls(result_), std::back_inserter(result_.warnings));
        add_equal_cost();
        add_drivers(store_, result_);
        result_.pay_effect = pay_effect_in(store_, result_.scenarios);
        result_.proofs = proofs_in(store_);
    }

    std::vector<std::function<void()>> for_pages() {
        return {[this] {
                    result_.breakdown =
                        breakdown_of(store_, result_.replications, breakdown_.min_cell, breakdown_.dimensions);
                },
                [this] { result_.portraits = portraits_of(store_, result_.replications, breakdown_.min_cell); }};
    }

    void describe() {
        for (std::size_t s = 0; s < plan_.scenarios.size(); ++s) result_.scenarios.push_back(described(s));
        result_.title = result_.scenarios.front().name.en;
        for (std::size_t s = 1; s < result_.scenarios.size(); ++s) {
            result_.title += (s == 1 ? " against " : ", ") + result_.scenarios[s].name.en;
        }
        result_.synthetic = plan_.synthetic;
        result_.notes = context_.notes;
        result_.warnings.assign(context_.warnings.begin(), context_.warnings.end());
        result_.start_year = plan_.start_year;
        result_.years = plan_.years;
        result_.verdict_years = plan_.verdict_years;
        result_.seed = plan_.seed;
        result_.pasts = pasts_.among(result_.replications);
        result_.township_count = context_.township_count;
        result_.has_organs = context_.township_count > 0 && context_.units.size() > context_.township_count;
        result_.places = context_.places;
        result_.staff = context_.staff;
        result_.outcomes = plan_.outcomes;
        result_.pathways = context_.pathways;
        result_.overrides = context_.overrides;
    }

    ComparedScenario described(std::size_t s) const {
        const store::PlannedScenario& planned = plan_.scenarios[s];
        ComparedScenario scenario{planned.name, planned.id, {}, context_.settings.at(s)};
        for (const store::SourceFile& file : planned.files) scenario.files.push_back(file.name);
        return scenario;
    }

    void declare_family() {
        result_.confidence = plan_.confidence;
        result_.family_size = family_size(plan_);
        levels_ = family_levels(plan_, result_.family_size, result_.look);
    }

    // What is said of one outcome: made by any thread, put together in the order of outcomes.
    struct OutcomePart {
        std::vector<Cell> cells;
        std::vector<YearAlone> years_alone;
        std::vector<BestShare> best_shares;
        std::vector<YearlyBand> bands;
        std::vector<LuckCell> luck;
        std::vector<Between> between;
        std::vector<ServiceWave> waves;
    };

    void take(OutcomePart& part) {
        append(result_.cells, part.cells);
        append(result_.years_alone, part.years_alone);
        append(result_.best_shares, part.best_shares);
        append(result_.bands, part.bands);
        append(result_.luck, part.luck);
        append(result_.between, part.between);
        append(result_.waves, part.waves);
    }

    template <class Item>
    static void append(std::vector<Item>& all, std::vector<Item>& more) {
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }

    OutcomePart part_of(std::size_t outcome, const std::vector<Series>& by_scenario) const {
        OutcomePart part;
        for (std::size_t s = 0; s < by_scenario.size(); ++s) part.bands.push_back(band_of(outcome, s, by_scenario[s]));
        for (const int year : plan_.verdict_years) {
            add_cells(part, outcome, year, by_scenario);
            add_year_alone(part, outcome, year, by_scenario);
        }
        if (plan_.outcomes[outcome].id == after_service_outcome)
            part.waves = service_waves(by_scenario, plan_.years, 1 - plan_.confidence, pasts_);
        return part;
    }

    void add_cells(OutcomePart& part, std::size_t outcome, int year, const std::vector<Series>& series) const {
        const measures::Window window = plan_.outcomes[outcome].window;
        std::vector<std::vector<Ratio>> futures;
        for (const Series& one : series) futures.push_back(one.at_verdict_year(window, year));
        for (std::size_t s = 0; s < futures.size(); ++s) {
            const stats::LevelSummary level = stats::level_summary(futures[s], pasts_, 1 - plan_.confidence);
            Cell cell{outcome, s, year, level.value, level.low, level.high, {}, stats::Verdict::identical, false};
            if (s > 0) compare(cell, futures.front(), futures[s]);
            part.cells.push_back(cell);
            add_luck(part, cell, futures.front(), futures[s]);
        }
        add_between(part, outcome, year, futures);
        if (is_primary(plan_, outcome)) add_best_shares(part, outcome, year, futures);
    }

    void add_year_alone(OutcomePart& part, std::size_t outcome, int year, const std::vector<Series>& series) const {
        const measures::Outcome& about = plan_.outcomes[outcome];
        const bool is_mean = about.window == measures::Window::yearly_average && year > 1;
        if (!is_mean || about.aim != measures::Aim::cost) return;
        const auto in_it = [&](std::size_t s) { return series[s].in_year(static_cast<std::size_t>(year) - 1); };
        for (std::size_t s = 1; s < series.size(); ++s) {
            if (begins_later(result_, s).empty()) continue;
            part.years_alone.push_back(
                {outcome, s, year,
                 stats::paired_summary(in_it(0), in_it(s), about.direction, 1 - plan_.confidence, pasts_)});
        }
    }

    void add_between(OutcomePart& part, std::size_t outcome, int year,
                     const std::vector<std::vector<Ratio>>& futures) const {
        const bool all = futures.size() <= most_switchable;
        for (std::size_t s = 2; s < futures.size(); ++s) {
            for (std::size_t baseline = 1; baseline < s; ++baseline) {
                if (!all && s != baseline_ && baseline != baseline_) continue;
                part.between.push_back(
                    {outcome, baseline, s, year,
                     stats::paired_summary(futures[baseline], futures[s], plan_.outcomes[outcome].direction,
                                           1 - plan_.confidence, pasts_)});
            }
        }
    }

    void add_best_shares(OutcomePart& part, std::size_t outcome, int year,
                         const std::vector<std::vector<Ratio>>& futures) const {
        const measures::Direction direction = plan_.outcomes[outcome].direction;
        if (direction == measures::Direction::neutral || futures.size() < 2) return;
        const stats::BestCounts best = stats::best_counts(futures, direction);
        if (best.futures == 0) return;
        for (std::size_t s = 0; s < futures.size(); ++s) {
            const stats::ShareRange range = stats::wilson_range(best.alone[s], best.futures);
            const double all = best.futures;
            part.best_shares.push_back(
                {outcome, s, year, best.alone[s] / all, range.low, range.high, best.shared[s] / all});
        }
    }

    void add_luck(OutcomePart& part, const Cell& cell, const std::vector<Ratio>& baseline,
                  const std::vector<Ratio>& own) const {
        std::vector<double> values, differences;
        for (std::size_t r = 0; r < own.size(); ++r) {
            values.push_back(stats::value_of(own[r]));
            differences.push_back(values.back() - stats::value_of(baseline[r]));
        }
        part.luck.push_back(luck_of(cell, false, values));
        if (cell.scenario > 0) part.luck.push_back(luck_of(cell, true, differences));
    }

    LuckCell luck_of(const Cell& cell, bool of_difference, const std::vector<double>& by_future) const {
        constexpr std::array probabilities{0.05, 0.5, 0.95};
        const auto ranges = stats::quantile_ranges(by_future, pasts_, probabilities, 1 - plan_.confidence);
        return {cell.outcome, cell.scenario, cell.verdict_year, of_difference, ranges[0], ranges[1], ranges[2]};
    }

    void compare(Cell& cell, const std::vector<Ratio>& baseline, const std::vector<Ratio>& own) const {
        const measures::Outcome& outcome = plan_.outcomes[cell.outcome];
        cell.has_verdict = is_primary(plan_, cell.outcome) && !result_.stopped;
        if (cell.has_verdict) {
            const Judged of_policy = judged(baseline, own, outcome, levels_, pasts_);
            cell.paired = of_policy.paired;
            cell.verdict = of_policy.verdict;
        } else {
            cell.paired = stats::paired_summary(baseline, own, outcome.direction, 1 - plan_.confidence, pasts_);
        }
    }

    YearlyBand band_of(std::size_t outcome, std::size_t scenario, const Series& series) const {
        constexpr std::array probabilities{0.05, 0.25, 0.5, 0.75, 0.95};
        YearlyBand band;
        band.outcome = outcome;
        band.scenario = scenario;
        std::vector<double>* targets[] = {&band.p05, &band.p25, &band.p50, &band.p75, &band.p95};
        for (std::size_t year = 0; year < static_cast<std::size_t>(plan_.years); ++year) {
            const std::vector<Ratio> values = series.in_year(year);
            const std::vector<double> quantiles = stats::quantiles(values, probabilities);
            for (std::size_t q = 0; q < probabilities.size(); ++q) targets[q]->push_back(quantiles[q]);
            band.mean.push_back(stats::value_of(stats::total(values)));
        }
        return band;
    }

    void add_totals() {
        result_.unit_levels = unit_levels_of(store_, context_, result_.replications, baseline_);
        result_.outlook =
            outlook(totals_of(store_, 0, result_.replications, manpower_outcomes(), store::Store::Groups::aggregates));
        add_leaders_due(result_.outlook, context_);
        result_.leaders = context_.leaders;
    }

    void add_pilots() {
        result_.pilots = pilots_in(plan_);
        result_.pilot_cells =
            pilot_cells_of(store_, result_.pilots, result_.replications, levels_, breakdown_.min_cell);
    }

    void add_equal_cost() {
        const std::size_t cost = measures::outcome_index("total_cost");
        const measures::Window window = plan_.outcomes[cost].window;
        if (context_.equal_cost.empty()) return;
        const std::vector<Series> costs = headline_series(store_, cost, result_.replications);
        const auto over_all_years = [&](std::size_t scenario) {
            return costs[scenario].at_verdict_year(window, plan_.years);
        };
        for (EqualCost one : context_.equal_cost) {
            const stats::PairedSummary paired =
                stats::paired_summary(over_all_years(one.reference), over_all_years(one.scenario),
                                      plan_.outcomes[cost].direction, 1 - plan_.confidence, pasts_);
            const double percent = 100 / paired.baseline;
            one.residual = percent * paired.difference;
            one.low = percent * paired.low;
            one.high = percent * paired.high;
            result_.equal_cost.push_back(std::move(one));
        }
    }

    std::vector<ManpowerYear> outlook(const Totals& totals) const {
        const std::size_t units = context_.township_count > 0 ? context_.township_count : context_.units.size();
        return manpower_of(totals, headline_group(plan_), units, plan_.start_year);
    }

    const store::Store& store_;
    const store::Plan& plan_;
    const stats::Pasts pasts_;
    const int threads_;
    const std::size_t baseline_;
    const BreakdownWish breakdown_;
    const Context context_;
    Comparison result_;
    FamilyLevels levels_;
};

}  // namespace

Comparison assemble(const store::Store& store, std::uint32_t replications, int look, int threads, std::size_t baseline,
                    const BreakdownWish& breakdown) {
    return Assembler(store, replications, look, threads, baseline, breakdown).assemble();
}

Comparison assemble_stopped(const store::Store& store, std::uint32_t replications, const Stopped& stopped) {
    constexpr int no_look = 1;  // of which only verdicts ask
    return Assembler(store, replications, no_look, 0, 0, {}, stopped).assemble();
}

}  // namespace staffsim::analysis
