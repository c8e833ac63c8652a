#include "analysis/pathways.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <mutex>

#include "analysis/report/numbers.hpp"
#include "analysis/series.hpp"
#include "sim/engine/simulate.hpp"
#include "sim/experiment/futures.hpp"
#include "sim/experiment/parallel.hpp"
#include "sim/experiment/pathways.hpp"
#include "sim/measures/observe.hpp"
#include "sim/stats/pasts.hpp"
#include "sim/stats/ratio.hpp"
#include "sim/stats/rounding.hpp"

namespace staffsim::analysis {

namespace {

using measures::Ratio;
using scenario::Scenario;

constexpr double error_probability = 0.05;
// Who leads and who leaves in mid-career are what pay policies are about, though no verdicts are given for them.
constexpr std::array also_traced{"mid_career_leaving", "leader_ability"};

std::vector<std::size_t> traced_outcomes() {
    std::vector<std::size_t> traced;
    const auto& outcomes = measures::outcomes();
    for (std::size_t o = 0; o < outcomes.size(); ++o) {
        const bool is_extra = std::ranges::find(also_traced, outcomes[o].id) != also_traced.end();
        if (outcomes[o].primary || is_extra) traced.push_back(o);
    }
    return traced;
}

// As it is, each pathway off, all off.
std::vector<engine::CountyInput> inputs_of(const Scenario& scenario) {
    std::vector<engine::CountyInput> inputs{scenario.input};
    for (const auto& pathway : experiment::pathways())
        inputs.push_back(experiment::without_pathway(scenario.input, pathway));
    inputs.push_back(experiment::without_pathways(scenario.input));
    return inputs;
}

class Tracer {
  public:
    Tracer(const std::vector<Scenario>& scenarios, const PathwayRequest& request)
        : scenarios_(scenarios), request_(request), outcomes_(traced_outcomes()), warm_ups_(request.seed) {
        for (const Scenario& scenario : scenarios) continued_.push_back(&warm_ups_.of(scenario));
        for (const Scenario& scenario : scenarios) inputs_.push_back(inputs_of(scenario));
        for (std::size_t i = 0; i < forms() * scenarios.size() * outcomes_.size() * years().size(); ++i)
            values_.emplace_back(request.futures);
    }

    bool live(const std::function<bool()>& advance) {
        experiment::live_ahead(continued_, 0, request_.futures, request_.threads);
        bool goes_on = true;
        std::mutex mutex;
        experiment::in_parallel(request_.futures, request_.threads, [&](std::size_t future) {
            for (std::size_t s = 0; s < scenarios_.size(); ++s) {
                for (std::size_t form = 0; form < forms(); ++form) {
                    {
                        const std::lock_guard lock(mutex);
                        if (!goes_on) return;
                    }
                    live_one(future, s, form);
                    const std::lock_guard lock(mutex);
                    goes_on = goes_on && advance();
                }
            }
        });
        return goes_on;
    }

    PathwayStudy study() const {
        PathwayStudy study;
        study.futures = request_.futures;
        for (const auto& pathway : experiment::pathways()) study.pathways.push_back({pathway.id, pathway.label});
        for (std::size_t o = 0; o < outcomes_.size(); ++o) {
            for (std::size_t s = 1; s < scenarios_.size(); ++s) {
                for (std::size_t y = 0; y < years().size(); ++y) study.cells.push_back(cell(o, s, y));
            }
        }
        return study;
    }

  private:
    std::size_t forms() const { return experiment::pathways().size() + 2; }
    const std::vector<int>& years() const { return scenarios_.front().verdict_years; }
    std::size_t index(std::size_t form, std::size_t scenario, std::size_t outcome, std::size_t year) const {
        return ((form * scenarios_.size() + scenario) * outcomes_.size() + outcome) * years().size() + year;
    }

    void live_one(std::size_t future, std::size_t s, std::size_t form) {
        const engine::CountyInput& input = inputs_[s][form];
        measures::Observer observer(input.plan, static_cast<std::size_t>(input.years));
        engine::simulate(input, {request_.seed, static_cast<std::uint32_t>(future)}, *continued_[s], observer);
        const std::size_t group = experiment::headline_group(scenarios_[s].input.plan);
        const measures::YearlyValues values = observer.values();
        for (std::size_t o = 0; o < outcomes_.size(); ++o) {
            std::vector<Ratio> by_year;
            for (std::size_t year = 0; year < static_cast<std::size_t>(input.years); ++year)
                by_year.push_back(values.at(outcomes_[o], group, year));
            for (std::size_t y = 0; y < years().size(); ++y)
                values_[index(form, s, o, y)][future] =
                    up_to(by_year, measures::outcomes()[outcomes_[o]].window, years()[y]);
        }
    }

    // Difference of variant and baseline in one form, with what each future contributes to it.
    stats::LinearisedRatio difference(std::size_t form, std::size_t s, std::size_t o, std::size_t y) const {
        stats::LinearisedRatio variant = stats::linearised(values_[index(form, s, o, y)]);
        const stats::LinearisedRatio base = stats::linearised(values_[index(form, 0, o, y)]);
        variant.estimate -= base.estimate;
        for (std::size_t i = 0; i < variant.influence.size(); ++i) variant.influence[i] -= base.influence[i];
        return variant;
    }

    // `size`: of the levels that it is a difference of.
    PathwayPart ranged(double estimate, const std::vector<double>& influence, double level, double size) const {
        if (stats::is_rounding(estimate, influence, size)) return {};
        const stats::Pasts pasts{engine::lives_before(scenarios_.front().input)};
        const double half = stats::error_of_mean(influence, pasts, level).half_width;
        return {estimate, estimate - half, estimate + half};
    }

    PathwayCell cell(std::size_t o, std::size_t s, std::size_t y) const {
        const stats::LinearisedRatio whole = difference(0, s, o, y);
        const double size =
            std::abs(stats::value_of(stats::total(values_[index(0, 0, o, y)]))) + std::abs(whole.estimate);
        const PathwayPart full = ranged(whole.estimate, whole.influence, error_probability, size);
        PathwayCell cell{outcomes_[o], s, years()[y], full.part, full.low, full.high, {}, {}};
        const double level = error_probability / static_cast<double>(forms() - 1);
        for (std::size_t form = 1; form + 1 < forms(); ++form) {
            stats::LinearisedRatio without = difference(form, s, o, y);
            for (std::size_t i = 0; i < without.influence.size(); ++i)
                without.influence[i] = whole.influence[i] - without.influence[i];
            cell.parts.push_back(ranged(whole.estimate - without.estimate, without.influence, level, size));
        }
        const stats::LinearisedRatio rules = difference(forms() - 1, s, o, y);
        cell.rules = ranged(rules.estimate, rules.influence, level, size);
        return cell;
    }

    const std::vector<Scenario>& scenarios_;
    const PathwayRequest request_;
    const std::vector<std::size_t> outcomes_;
    std::vector<std::vector<engine::CountyInput>> inputs_;  // by scenario and form
    experiment::WarmUps warm_ups_;
    std::vector<const engine::WarmUp*> continued_;  // by scenario
    std::vector<std::vector<Ratio>> values_;        // by index(), one per future
};

void drop_unused(PathwayStudy& study) {
    for (std::size_t p = study.pathways.size(); p-- > 0;) {
        const bool is_used = std::ranges::any_of(study.cells, [p](const PathwayCell& cell) {
            return cell.parts[p].part != 0 || cell.parts[p].low != cell.parts[p].high;
        });
        if (is_used) continue;
        study.pathways.erase(study.pathways.begin() + static_cast<std::ptrdiff_t>(p));
        for (PathwayCell& cell : study.cells) cell.parts.erase(cell.parts.begin() + static_cast<std::ptrdiff_t>(p));
    }
}

constexpr double least_told = 0.005;  // of the difference

bool is_clear(double low, double high) { return low > 0 || high < 0; }

// Clear parts that would not be written as 0 %, in the direction of the difference (or against it), the largest first.
std::vector<std::size_t> clear_parts(const PathwayCell& cell, bool along) {
    std::vector<std::size_t> found;
    for (std::size_t p = 0; p < cell.parts.size(); ++p) {
        const PathwayPart& part = cell.parts[p];
        const bool is_told = std::abs(part.part) >= least_told * std::abs(cell.difference);
        if (is_told && is_clear(part.low, part.high) && ((part.part > 0) == (cell.difference > 0)) == along)
            found.push_back(p);
    }
    std::ranges::stable_sort(found, [&cell](std::size_t a, std::size_t b) {
        return std::abs(cell.parts[a].part) > std::abs(cell.parts[b].part);
    });
    return found;
}

// Never −0.
double whole_percent(double part, double whole) { return std::round(100 * part / whole) + 0.0; }

Text share_list(const Comparison& comparison, const PathwayCell& cell, const std::vector<std::size_t>& which) {
    constexpr std::size_t most = 3;
    Text list;
    for (std::size_t i = 0; i < std::min(most, which.size()); ++i) {
        const Text& label = comparison.pathways.pathways[which[i]].label;
        const double share = whole_percent(cell.parts[which[i]].part, cell.difference);
        list.en += fmt::format("{}{:.0f} % {}", i > 0 ? ", " : "", std::abs(share), label.en);
        list.zh += fmt::format("{}{:.0f}% {}", i > 0 ? "、" : "", std::abs(share), label.zh);
    }
    return list;
}

}  // namespace

std::uint32_t pathway_runs(const PathwayRequest& request, std::size_t scenarios) {
    return static_cast<std::uint32_t>(request.futures * scenarios * (experiment::pathways().size() + 2));
}

PathwayStudy trace_pathways(const std::vector<Scenario>& scenarios, const PathwayRequest& request,
                            const std::function<bool()>& advance) {
    Tracer tracer(scenarios, request);
    if (!tracer.live(advance)) return {};
    PathwayStudy study = tracer.study();
    drop_unused(study);
    return study;
}

Text pathway_sentence(const Comparison& comparison, const PathwayCell& cell) {
    if (!is_clear(cell.low, cell.high)) return {};
    const measures::Outcome& outcome = comparison.outcomes[cell.outcome];
    const std::string size = signed_number(cell.difference, outcome.decimals + 1);
    const Text along = share_list(comparison, cell, clear_parts(cell, true));
    const Text against = share_list(comparison, cell, clear_parts(cell, false));
    const double left = whole_percent(cell.rules.part, cell.difference);
    Text text{fmt::format("{} {}: ", outcome.label.en, size), fmt::format("{} {}：", outcome.label.zh, size)};
    text.en += along.en.empty() ? "no single pathway is clear" : along.en;
    text.zh += along.zh.empty() ? "没有单一途径可确认" : along.zh;
    if (!against.en.empty()) {
        text.en += "; against it, of its size: " + against.en;
        text.zh += "；反向作用（占其幅度）：" + against.zh;
    }
    text.en += fmt::format("; {:.0f} % is left with all pathways off: the rules themselves.", left);
    text.zh += fmt::format("；关闭全部途径后尚余 {:.0f}%：规则本身。", left);
    return text;
}

}  // namespace staffsim::analysis
