#include "analysis/pay_effect.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/outcome_words.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/series.hpp"
#include "analysis/settings.hpp"
#include "analysis/studies.hpp"
#include "sim/engine/policy.hpp"
#include "sim/experiment/parallel.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/measures/observe.hpp"
#include "sim/scenario/given_values.hpp"
#include "sim/stats/paired.hpp"
#include "sim/stats/students_t.hpp"

namespace staffsim::analysis {

namespace {

using experiment::PairEstimate;
using measures::Ratio;
using PayJson = nlohmann::ordered_json;

constexpr const char* study_name = "pay effect";
constexpr std::uint32_t most_futures = 20;
constexpr int last_year = 5;  // of the verdict years lived; the first one in any case

bool changes_pay(const std::vector<Setting>& settings) {
    return std::ranges::any_of(settings, [](const Setting& one) { return one.key.starts_with("pay."); });
}

bool sets_assumption(const std::vector<Setting>& settings) {
    return std::ranges::any_of(settings, [](const Setting& one) { return one.key == pay_assumption; });
}

// What is lived: the design of the study.
struct PayDesign {
    std::vector<std::size_t> variants;  // places among the scenarios
    std::vector<std::size_t> outcomes;  // of measures::outcomes()
    std::vector<int> years;
    std::uint32_t futures = 0;
    std::string present, lowest;

    std::size_t place_of(std::size_t variant, std::size_t outcome, std::size_t year) const {
        return (variant * outcomes.size() + outcome) * years.size() + year;
    }
};

std::string text_of(const PayDesign& design) {
    PayJson outcomes = PayJson::array();
    for (const std::size_t outcome : design.outcomes) outcomes.push_back(measures::outcomes()[outcome].id);
    const PayJson json{{"kind", "pay_effect"},          {"futures", design.futures}, {"variants", design.variants},
                       {"verdict_years", design.years}, {"outcomes", outcomes},      {"present", design.present},
                       {"lowest", design.lowest}};
    return json.dump(-1, ' ', false, PayJson::error_handler_t::replace);
}

PayDesign pay_design_of(const std::string& text) {
    try {
        const PayJson json = PayJson::parse(text);
        PayDesign design;
        design.futures = json.at("futures");
        design.variants = json.at("variants").get<std::vector<std::size_t>>();
        design.years = json.at("verdict_years").get<std::vector<int>>();
        for (const PayJson& id : json.at("outcomes"))
            design.outcomes.push_back(measures::outcome_index(id.get<std::string>()));
        design.present = json.at("present");
        design.lowest = json.at("lowest");
        return design;
    } catch (const nlohmann::json::exception& error) {
        throw InvariantError(std::string("pay effect in the store: ") + error.what());
    }
}

// Whether it has its least effect anyway.
bool is_at_low_end(const store::Plan& plan) {
    const auto& levers = engine::all_levers();
    const auto row = std::ranges::find_if(levers, [](const auto& one) { return one.row.key == pay_assumption; });
    for (const store::SettingRow& setting : plan.scenarios.front().settings) {
        if (setting.key == pay_assumption) return setting.value == levers::to_text(row->row, row->row.plausible->low);
    }
    return false;
}

// The low end of the assumption where all scenarios have one present value above it.
std::optional<experiment::Factor> low_end_of(const std::vector<scenario::Scenario>& scenarios) {
    try {
        const experiment::Factors factors = experiment::assumptions_of(scenarios, {std::string(pay_assumption)}, {});
        const experiment::Factor& factor = factors.varied.at(0);
        return factor.at(0) == factor.present ? std::nullopt : std::optional(factor);
    } catch (const InputError&) {
        return std::nullopt;  // dated, or not the same in all: nothing to put lower
    }
}

std::vector<int> years_lived(const std::vector<int>& verdict_years) {
    std::vector<int> years{verdict_years.front()};
    for (const int year : verdict_years) {
        if (year > years.back() && year <= last_year) years.push_back(year);
    }
    return years;
}

std::vector<std::size_t> pay_variants(const std::vector<scenario::Scenario>& scenarios) {
    std::vector<std::size_t> variants;
    for (std::size_t s = 1; s < scenarios.size(); ++s) {
        if (changes_pay(settings_between(scenarios.front(), scenarios[s]))) variants.push_back(s);
    }
    return variants;
}

// [scenario: the baseline, then the variants][outcome][year][future]
using Sample = std::vector<std::vector<std::vector<std::vector<Ratio>>>>;

Sample room_for(const PayDesign& design) {
    const std::vector<Ratio> futures(design.futures);
    return Sample(design.variants.size() + 1,
                  std::vector(design.outcomes.size(), std::vector(design.years.size(), futures)));
}

Sample lived(const Batch& batch, const PayDesign& design, const experiment::Factor& factor, int threads) {
    const std::vector<scenario::GivenValue> lowest{{std::string(pay_assumption), factor.at(0)}};
    std::vector<std::size_t> places{0};
    places.insert(places.end(), design.variants.begin(), design.variants.end());
    std::vector<scenario::Scenario> changed;
    for (const std::size_t place : places) {
        changed.push_back(scenario::with_values(batch.scenarios()[place], lowest));
        changed.back().input.years = design.years.back();
    }
    const std::size_t group = experiment::headline_group(changed.front().input.plan);
    Sample sample = room_for(design);
    batch.live_ahead(0, design.futures, threads);
    experiment::in_parallel(design.futures * places.size(), threads, [&](std::size_t unit) {
        const std::size_t s = unit % places.size(), future = unit / places.size();
        const store::UnitResult result = batch.run_beside(changed[s], places[s], static_cast<std::uint32_t>(future));
        for (std::size_t o = 0; o < design.outcomes.size(); ++o) {
            for (std::size_t y = 0; y < design.years.size(); ++y)
                sample[s][o][y][future] = measures::at_verdict_year(result.values, design.outcomes[o], group,
                                                                    static_cast<std::size_t>(design.years[y]));
        }
    });
    return sample;
}

// The same futures as they are in the store.
Sample kept_in(const store::Store& store, const PayDesign& design) {
    Sample sample = room_for(design);
    for (std::size_t o = 0; o < design.outcomes.size(); ++o) {
        const std::vector<Series> series = headline_series(store, design.outcomes[o], design.futures);
        const measures::Window window = store.plan().outcomes[design.outcomes[o]].window;
        for (std::size_t y = 0; y < design.years.size(); ++y) {
            sample[0][o][y] = series[0].at_verdict_year(window, design.years[y]);
            for (std::size_t v = 0; v < design.variants.size(); ++v)
                sample[v + 1][o][y] = series[design.variants[v]].at_verdict_year(window, design.years[y]);
        }
    }
    return sample;
}

std::vector<double> estimates_of(const Sample& sample, const PayDesign& design, stats::Pasts pasts) {
    constexpr double any_level = 0.05;  // ranges are made when the study is read
    std::vector<PairEstimate> estimates;
    for (std::size_t v = 0; v < design.variants.size(); ++v) {
        for (std::size_t o = 0; o < design.outcomes.size(); ++o) {
            for (std::size_t y = 0; y < design.years.size(); ++y) {
                const auto paired = stats::paired_summary(sample[0][o][y], sample[v + 1][o][y],
                                                          measures::Direction::neutral, any_level, pasts);
                estimates.push_back({paired.difference, paired.standard_error, static_cast<double>(paired.discordant)});
            }
        }
    }
    return numbers_of(estimates);
}

PayDesign planned_design(const Batch& batch, const store::Store& store, const experiment::Factor& factor) {
    PayDesign design;
    design.variants = pay_variants(batch.scenarios());
    for (const std::string& id : store.plan().primary_outcomes) design.outcomes.push_back(measures::outcome_index(id));
    design.years = years_lived(store.plan().verdict_years);
    design.futures = std::min(most_futures, store.completed_replications());
    design.present = levers::to_text(*factor.row, factor.present);
    design.lowest = levers::to_text(*factor.row, factor.at(0));
    return design;
}

// Where fewer than half of the futures differ, their mean difference is not trusted.
int sign_of(const RangeEnd& end, double discordant, std::uint32_t futures) {
    if (2 * discordant < futures) return 0;
    return end.low > 0 ? 1 : end.high < 0 ? -1 : 0;
}

// "Leavers a year −0.9 [−1.6, −0.2] → −0.3 [−1.0, +0.4]"
Text both_ends(const Comparison& comparison, const PayEffectCell& cell) {
    const measures::Outcome& outcome = comparison.outcomes[cell.outcome];
    const auto decimals_of = [&](const RangeEnd& end) {
        stats::PairedSummary seen;
        seen.difference = end.difference;
        seen.low = end.low;
        seen.high = end.high;
        return shown_decimals(seen, outcome);
    };
    const int decimals = std::max(decimals_of(cell.present), decimals_of(cell.at_lowest));
    const auto end_text = [&](const RangeEnd& end) {
        return signed_within(end.difference, end.low, end.high, decimals) + " " +
               signed_range(end.low, end.high, decimals);
    };
    const std::string numbers = end_text(cell.present) + " → " + end_text(cell.at_lowest);
    return {outcome.label.en + " " + numbers, outcome.label.zh + " " + numbers};
}

class Teller {
  public:
    Teller(const Comparison& comparison, std::size_t scenario, int year) : comparison_(comparison) {
        for (const PayEffectCell& cell : comparison.pay_effect.cells) {
            if (cell.scenario == scenario && cell.verdict_year == year) cells_.push_back(&cell);
        }
    }

    Text words() const {
        Text text = leavers();
        const auto is_turned = [](const PayEffectCell& cell) { return cell.present_sign * cell.lowest_sign < 0; };
        const auto is_lost = [](const PayEffectCell& cell) { return cell.present_sign != 0 && cell.lowest_sign == 0; };
        const auto is_new = [](const PayEffectCell& cell) { return cell.present_sign == 0 && cell.lowest_sign != 0; };
        const bool changes = list(text, is_turned, {"turned round", "变号"});
        const bool loses = list(text, is_lost, {"no longer clear of 0", "不再排除 0"});
        const bool gains = list(text, is_new, {"clear of 0 only then", "此时才排除 0"});
        const auto unnamed = std::ranges::count_if(cells_, [&](const PayEffectCell* cell) {
            return is_small(*cell) && cell->present_sign != cell->lowest_sign;
        });
        const bool names_some = changes || loses || gains;
        if (!names_some)
            add(text, {"no conclusion on an outcome that gets a verdict changes", "作判断的各项结论都不变"});
        if (unnamed > 0) {
            text.en += fmt::format("{}{} below a tenth of what matters", names_some ? "; and " : ", but for ", unnamed);
            text.zh += fmt::format("{}{} 项不到足以在意幅度的十分之一{}", names_some ? "；另有 " : "（另有 ", unnamed,
                                   names_some ? "" : "）");
        }
        return text;
    }

  private:
    static void add(Text& text, const Text& more) {
        text.en += (text.en.empty() ? "" : "; ") + more.en;
        text.zh += (text.zh.empty() ? "" : "；") + more.zh;
    }

    Text leavers() const {
        const auto it = std::ranges::find_if(
            cells_, [&](const PayEffectCell* cell) { return comparison_.outcomes[cell->outcome].id == "leavers"; });
        return it == cells_.end() ? Text{} : both_ends(comparison_, **it);
    }

    // With the usual effect and with the lowest: then it is no conclusion that anybody draws.
    bool is_small(const PayEffectCell& cell) const {
        const measures::Outcome& outcome = comparison_.outcomes[cell.outcome];
        return is_trifle(outcome, cell.present.difference) && is_trifle(outcome, cell.at_lowest.difference);
    }

    bool list(Text& text, const auto& is_meant, const Text& title) const {
        Text named;
        for (const PayEffectCell* cell : cells_) {
            if (!is_meant(*cell) || is_small(*cell)) continue;
            const bool is_told = comparison_.outcomes[cell->outcome].id == "leavers";  // with its numbers, before
            const Text& label = comparison_.outcomes[cell->outcome].label;
            const Text one = is_told ? label : both_ends(comparison_, *cell);
            named.en += (named.en.empty() ? "" : ", ") + one.en;
            named.zh += (named.zh.empty() ? "" : "、") + one.zh;
        }
        if (!named.en.empty()) add(text, {title.en + ": " + named.en, title.zh + "：" + named.zh});
        return !named.en.empty();
    }

    const Comparison& comparison_;
    std::vector<const PayEffectCell*> cells_;
};

}  // namespace

void live_pay_effect(const Batch& batch, store::Store& store, int threads) {
    if (pay_variants(batch.scenarios()).empty() || store.completed_replications() < 2) return;
    const auto factor = low_end_of(batch.scenarios());
    if (!factor) return;
    const PayDesign design = planned_design(batch, store, *factor);
    const std::uint32_t done = store.begin_study(study_name, text_of(design));
    if (done == 2) return;
    const stats::Pasts pasts{store.plan().lives};
    const std::vector<double> present = estimates_of(kept_in(store, design), design, pasts),
                              lowest = estimates_of(lived(batch, design, *factor, threads), design, pasts);
    if (done == 0) store.commit_point(study_name, 0, present);
    store.commit_point(study_name, 1, lowest);
}

PayEffect pay_effect_in(const store::Store& store, const std::vector<ComparedScenario>& scenarios) {
    PayEffect effect;
    for (const store::Store::Study& kept : store.studies()) {
        if (kept.name != study_name || kept.points.size() != 2) continue;
        const PayDesign design = pay_design_of(kept.design);
        effect.present = design.present;
        effect.lowest = design.lowest;
        effect.futures = design.futures;
        effect.verdict_years = design.years;
        const std::size_t pasts = stats::Pasts{store.plan().lives}.among(design.futures);
        // Together, or among so many outcomes one would seem to change by chance.
        const auto together = static_cast<double>(design.place_of(design.variants.size(), 0, 0));
        const double t = stats::two_sided_t((1 - store.plan().confidence) / together, pasts - 1);
        const auto range = [&](const PairEstimate& one) {
            const double half = t * one.standard_error;
            return RangeEnd{one.difference, one.difference - half, one.difference + half, false};
        };
        for (std::size_t v = 0; v < design.variants.size(); ++v) {
            for (std::size_t o = 0; o < design.outcomes.size(); ++o) {
                for (std::size_t y = 0; y < design.years.size(); ++y) {
                    const std::size_t place = design.place_of(v, o, y);
                    const PairEstimate present = estimate_in(kept.points[0], place),
                                       lowest = estimate_in(kept.points[1], place);
                    PayEffectCell cell{design.outcomes[o], design.variants[v], design.years[y], range(present),
                                       range(lowest)};
                    cell.present_sign = sign_of(cell.present, present.discordant, design.futures);
                    cell.lowest_sign = sign_of(cell.at_lowest, lowest.discordant, design.futures);
                    effect.cells.push_back(cell);
                }
            }
        }
    }
    const bool is_asked = std::ranges::any_of(scenarios, [](const ComparedScenario& one) {
        return changes_pay(one.settings) && !sets_assumption(one.settings);
    });
    effect.is_missing = is_asked && effect.cells.empty() && !is_at_low_end(store.plan());
    return effect;
}

Text pay_effect_words(const Comparison& comparison, int verdict_year) {
    const PayEffect& effect = comparison.pay_effect;
    int year = 0;
    for (const int one : effect.verdict_years) year = one <= verdict_year ? one : year;
    if (effect.cells.empty() || year == 0) return {};
    Text text{
        fmt::format("With an effect of {} instead of {} (low end of the range), in year {}, on the same {} futures "
                    "([…] for all of them together; no verdicts). ",
                    effect.lowest, effect.present, year, effect.futures),
        fmt::format("弹性取 {}（范围低端）而不是 {}，第 {} 年，同样的 {} 次推演（[…] 各项合计；不作判断）。",
                    effect.lowest, effect.present, year, effect.futures)};
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
        const bool is_there = std::ranges::any_of(effect.cells, [&](const auto& cell) { return cell.scenario == s; });
        if (!is_there) continue;
        const Text words = Teller(comparison, s, year).words();
        const Text& name = comparison.scenarios[s].name;
        const bool has_name = comparison.scenarios.size() > 2;
        text.en += (has_name ? name.en + ": " : "") + words.en + ". ";
        text.zh += (has_name ? name.zh + "：" : "") + words.zh + "。";
    }
    if (year < verdict_year)
        text.en += fmt::format("Year {} was not lived so: ", verdict_year),
            text.zh += fmt::format("第 {} 年没有这样推演：", verdict_year);
    const std::string command = fmt::format("staffsim sensitivity … --assumption {}", pay_assumption);
    text.en += (year < verdict_year ? "" : "More of it: ") + command + ".";
    text.zh += (year < verdict_year ? "" : "更多：") + command + "。";
    return text;
}

}  // namespace staffsim::analysis
