#include "analysis/assemble_drivers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "analysis/studies.hpp"
#include "sim/stats/morris.hpp"
#include "sim/stats/pasts.hpp"
#include "sim/stats/quantiles.hpp"
#include "sim/stats/ratio.hpp"
#include "sim/stats/sobol_indices.hpp"
#include "sim/stats/students_t.hpp"

namespace staffsim::analysis {

namespace {

using experiment::PairEstimate;
using Points = std::vector<std::vector<double>>;

// Every comparison of a study, with the place of its estimate in the numbers of a point. Outcomes are told by their
// place among `outcomes`; those that are not there are passed over.
template <class Use>
void for_each_comparison(const Study& study, const std::vector<measures::Outcome>& outcomes, std::size_t variants,
                         const Use& use) {
    std::size_t place = 0;
    for (std::size_t scenario = 1; scenario <= variants; ++scenario) {
        for (const std::string& id : study.outcomes) {
            const auto known = std::ranges::find(outcomes, id, &measures::Outcome::id);
            const auto outcome = static_cast<std::size_t>(known - outcomes.begin());
            for (const int year : study.verdict_years) {
                if (known != outcomes.end()) use(outcome, scenario, year, place);
                ++place;
            }
        }
    }
}

std::vector<double> differences(const Points& points, std::size_t place) {
    std::vector<double> values;
    for (const auto& numbers : points) values.push_back(estimate_in(numbers, place).difference);
    return values;
}

std::vector<double> errors(const Points& points, std::size_t place) {
    std::vector<double> values;
    for (const auto& numbers : points) values.push_back(estimate_in(numbers, place).standard_error);
    return values;
}

std::vector<stats::Trajectory> trajectories_of(const Study& study) {
    std::vector<stats::Trajectory> all;
    for (std::uint32_t t = 0; t < study.size; ++t)
        all.push_back(stats::morris_trajectory(study.factors.size(), study.seed, t));
    return all;
}

class DriversAssembler {
  public:
    DriversAssembler(Comparison& comparison, stats::Pasts pasts)
        : comparison_(comparison),
          pasts_(pasts),
          drivers_(comparison.drivers),
          variants_(comparison.scenarios.size() - 1) {}

    void add(const Study& study, const Points& points) {
        place_factors(study);
        drivers_.studies.push_back({study.method, place_, study.replications});
        drivers_.point_replications = std::max(drivers_.point_replications, study.replications);
        for (const std::string& key : study.not_varied) {
            if (std::ranges::find(drivers_.not_varied, key) == drivers_.not_varied.end())
                drivers_.not_varied.push_back(key);
        }
        if (study.method == "tornado") add_tornado(study, points);
        if (study.method == "joint") add_joint(study, points);
        if (study.method == "morris") add_morris(study, points);
        if (study.method == "sobol") add_sobol(study, points);
    }

    void finish() {
        for (Dependence& one : drivers_.dependence) {
            sort_flips(one);
            for (Cell& cell : comparison_.cells) {
                const bool is_same = cell.outcome == one.outcome && cell.scenario == one.scenario &&
                                     cell.verdict_year == one.verdict_year;
                if (is_same && cell.has_verdict) cell.verdict = stats::with_sensitivity(cell.verdict, one.sensitivity);
            }
        }
    }

  private:
    // Studies need not vary the same assumptions in the same ranges: where each of this one's stands in the common
    // list.
    void place_factors(const Study& study) {
        place_.clear();
        for (const DriverFactor& factor : study.factors) {
            const auto same = std::ranges::find_if(drivers_.factors, [&](const DriverFactor& known) {
                return known.key == factor.key && known.low == factor.low && known.high == factor.high;
            });
            place_.push_back(static_cast<std::size_t>(same - drivers_.factors.begin()));
            if (same == drivers_.factors.end()) drivers_.factors.push_back(factor);
        }
    }

    // The comparison's own difference, and up to where rounding alone can make one. A level is a ratio of two sums over
    // futures and years, and a sum of n terms is wrong by at most n units in the last place of its result; so two
    // levels may differ by four times that without any person's life being another one.
    struct Own {
        double difference = 0, rounding = 0;
    };

    Own own_difference(std::size_t outcome, std::size_t scenario, int year) const {
        const Cell* cell = find_cell(comparison_, outcome, scenario, year);
        if (cell == nullptr || std::isnan(cell->paired.difference)) return {};
        const stats::PairedSummary& paired = cell->paired;
        const double terms = static_cast<double>(comparison_.replications) * year;
        const double level = std::max(std::abs(paired.baseline), std::abs(paired.value));
        const double rounding = 4 * terms * std::numeric_limits<double>::epsilon() / 2 * level;
        return {std::abs(paired.difference) > rounding ? paired.difference : 0, rounding};
    }

    Dependence& dependence(std::size_t outcome, std::size_t scenario, int year) {
        for (Dependence& one : drivers_.dependence) {
            if (one.outcome == outcome && one.scenario == scenario && one.verdict_year == year) return one;
        }
        Dependence& one = drivers_.dependence.emplace_back();
        one.outcome = outcome;
        one.scenario = scenario;
        one.verdict_year = year;
        return one;
    }

    double half_width(const PairEstimate& estimate, const Study& study, double level) const {
        return stats::two_sided_t(level, pasts_.among(study.replications) - 1) * estimate.standard_error;
    }

    // Wholly on the other side of 0 than `own`, by the paired interval at `level`, and by more than rounding.
    bool is_opposite(const PairEstimate& estimate, const Study& study, const Own& own, double level) const {
        if (study.replications < 2 || std::isnan(estimate.standard_error)) return false;
        const bool has_enough = 2 * estimate.discordant >= study.replications;
        const double half = half_width(estimate, study, level);
        const bool is_turned = estimate.difference * own.difference < 0;
        return has_enough && is_turned && std::abs(estimate.difference) > std::max(half, own.rounding);
    }

    RangeEnd range_end(const PairEstimate& estimate, const Study& study, const Own& own) const {
        RangeEnd end{estimate.difference, estimate.difference, estimate.difference, false};
        if (study.replications < 2 || std::isnan(estimate.standard_error)) return end;
        const auto ends = static_cast<double>(std::max<std::size_t>(1, study.ends.size()));
        const double level = (1 - comparison_.confidence) / ends;
        const double half = half_width(estimate, study, level);
        end.low -= half;
        end.high += half;
        end.flips = is_opposite(estimate, study, own, level);
        return end;
    }

    // Their luck is matched, but only their own errors are kept: as if it were not, which is on the safe side.
    bool is_beyond_luck(const PairEstimate& end, const PairEstimate& present, const Study& study) const {
        if (study.replications < 2) return false;
        const auto ends = static_cast<double>(std::max<std::size_t>(1, study.ends.size()));
        const double level = (1 - comparison_.confidence) / ends;
        const double half = std::hypot(half_width(end, study, level), half_width(present, study, level));
        return std::abs(end.difference - present.difference) > half;  // not where an error is not known
    }

    void add_tornado(const Study& study, const Points& points) {
        for_each_comparison(study, comparison_.outcomes, variants_,
                            [&](std::size_t outcome, std::size_t scenario, int year, std::size_t place) {
                                const Own own = own_difference(outcome, scenario, year);
                                const PairEstimate now = estimate_in(points.front(), place);
                                const double present = now.difference;
                                std::vector<TornadoRow> rows(study.factors.size());
                                for (std::size_t f = 0; f < rows.size(); ++f) {
                                    const RangeEnd same{present, present, present, false};
                                    rows[f] = {outcome, scenario, year, place_[f], present, same, same, false};
                                }
                                for (std::size_t e = 0; e < study.ends.size(); ++e) {
                                    const std::size_t factor = study.ends[e].factor;
                                    TornadoRow& row = rows[factor];
                                    const PairEstimate there = estimate_in(points[e + 1], place);
                                    const RangeEnd end = range_end(there, study, own);
                                    row.is_clear |= end.flips || is_beyond_luck(there, now, study);
                                    const bool is_switch = study.factors[factor].is_switch;
                                    // Of several other settings of a choice the one that moves the difference most is
                                    // shown.
                                    RangeEnd& target = study.ends[e].is_high ? row.at_high : row.at_low;
                                    const bool moves_more =
                                        std::abs(end.difference - present) >= std::abs(target.difference - present) ||
                                        end.flips;
                                    if (!is_switch || moves_more) target = end;
                                    if (is_switch) row.at_high = row.at_low;
                                }
                                Dependence& one = dependence(outcome, scenario, year);
                                for (const TornadoRow& row : rows) {
                                    if (row.flips()) one.sign_flips.push_back(row.factor);
                                }
                                one.sensitivity.flips_at_a_range_end = !one.sign_flips.empty();
                                drivers_.tornado.insert(drivers_.tornado.end(), rows.begin(), rows.end());
                            });
    }

    void sort_flips(Dependence& one) {
        const auto swing = [&](std::size_t factor) {
            for (const TornadoRow& row : drivers_.tornado) {
                const bool is_same = row.outcome == one.outcome && row.scenario == one.scenario &&
                                     row.verdict_year == one.verdict_year && row.factor == factor;
                if (is_same) return row.swing();
            }
            return 0.0;
        };
        std::ranges::stable_sort(one.sign_flips, [&](std::size_t a, std::size_t b) { return swing(a) > swing(b); });
    }

    void add_joint(const Study& study, const Points& points) {
        for_each_comparison(
            study, comparison_.outcomes, variants_,
            [&](std::size_t outcome, std::size_t scenario, int year, std::size_t place) {
                const Own own = own_difference(outcome, scenario, year);
                std::vector<double> values = differences(points, place);
                Dependence& one = dependence(outcome, scenario, year);
                one.draws = study.size;
                one.noise = stats::noise_share(values, errors(points, place));
                const auto against = std::ranges::count_if(points, [&](const auto& numbers) {
                    return is_opposite(estimate_in(numbers, place), study, own, 1 - comparison_.confidence);
                });
                one.sensitivity.sign_agreement = 1 - static_cast<double>(against) / static_cast<double>(values.size());
                std::erase_if(values, [](double value) { return std::isnan(value); });
                std::ranges::sort(values);
                one.p05 = stats::quantile_of_sorted(values, 0.05);
                one.p50 = stats::quantile_of_sorted(values, 0.5);
                one.p95 = stats::quantile_of_sorted(values, 0.95);
            });
    }

    DriverShare& share(std::size_t outcome, std::size_t scenario, int year, std::size_t factor) {
        const auto known = share_at_.emplace(std::array{outcome, scenario, static_cast<std::size_t>(year), factor},
                                             drivers_.shares.size());
        if (!known.second) return drivers_.shares[known.first->second];
        DriverShare& one = drivers_.shares.emplace_back();
        one.outcome = outcome;
        one.scenario = scenario;
        one.verdict_year = year;
        one.factor = factor;
        one.is_screened_out = true;
        return one;
    }

    void add_morris(const Study& study, const Points& points) {
        const auto trajectories = trajectories_of(study);
        for_each_comparison(study, comparison_.outcomes, variants_,
                            [&](std::size_t outcome, std::size_t scenario, int year, std::size_t place) {
                                const auto effects =
                                    stats::elementary_effects(trajectories, differences(points, place));
                                for (std::size_t f = 0; f < effects.size(); ++f) {
                                    DriverShare& one = share(outcome, scenario, year, place_[f]);
                                    one.mean_absolute = effects[f].mean_absolute;
                                    one.spread = effects[f].spread;
                                }
                            });
    }

    void add_sobol(const Study& study, const Points& points) {
        for_each_comparison(study, comparison_.outcomes, variants_,
                            [&](std::size_t outcome, std::size_t scenario, int year, std::size_t place) {
                                const std::vector<double> values = differences(points, place);
                                if (std::ranges::any_of(values, [](double value) { return std::isnan(value); })) return;
                                const auto indices = stats::sobol_indices(values, study.kept.size(), study.seed,
                                                                          1 - comparison_.confidence);
                                const double noise = stats::noise_share(values, errors(points, place));
                                for (std::size_t k = 0; k < study.kept.size(); ++k) {
                                    DriverShare& one = share(outcome, scenario, year, place_[study.kept[k]]);
                                    one.is_screened_out = false;
                                    one.first = indices.first[k];
                                    one.total = indices.total[k];
                                    one.noise = noise;
                                }
                            });
    }

    Comparison& comparison_;
    const stats::Pasts pasts_;
    Drivers& drivers_;
    std::size_t variants_;
    std::vector<std::size_t> place_;  // of the running study's factors in drivers_.factors
    std::map<std::array<std::size_t, 4>, std::size_t> share_at_;
};

// The store keeps other studies too (kept_answers.hpp).
bool is_of_assumptions(const std::string& name) {
    return name == "tornado" || name == "joint" || name == "morris" || name == "sobol";
}

}  // namespace

void add_drivers(const store::Store& store, Comparison& comparison) {
    if (comparison.scenarios.size() < 2) return;
    DriversAssembler assembler(comparison, {store.plan().lives});
    for (const store::Store::Study& kept : store.studies()) {
        if (!is_of_assumptions(kept.name)) continue;
        const Study study = study_of(kept.design);
        if (kept.points.size() == study.points && study.points > 0) assembler.add(study, kept.points);
    }
    assembler.finish();
}

std::vector<std::size_t> screened(const Study& morris, const Points& points, const std::vector<std::size_t>& outcomes,
                                  std::size_t variants, std::size_t most) {
    const auto trajectories = trajectories_of(morris);
    std::vector<double> weight(morris.factors.size());
    for_each_comparison(morris, measures::outcomes(), variants,
                        [&](std::size_t outcome, std::size_t, int, std::size_t place) {
                            if (std::ranges::find(outcomes, outcome) == outcomes.end()) return;
                            const auto effects = stats::elementary_effects(trajectories, differences(points, place));
                            double sum = 0;
                            for (const auto& effect : effects) sum += effect.mean_absolute;
                            for (std::size_t f = 0; sum > 0 && f < effects.size(); ++f)
                                weight[f] = std::max(weight[f], effects[f].mean_absolute / sum);
                        });
    std::vector<std::size_t> order(weight.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return weight[a] > weight[b]; });
    std::erase_if(order, [&](std::size_t f) { return !(weight[f] > 0); });
    order.resize(std::min(order.size(), most));
    std::ranges::sort(order);
    return order;
}

}  // namespace staffsim::analysis
