#include "tests/situations/runner/counts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/processes/competition/competition.hpp"
#include "tests/situations/runner/count_words.hpp"

namespace staffsim::situations {

void no_answer(const Sentence& sentence, const std::string& why) {
    throw InputError(same_in_both(fmt::format("line {}: `{}`: {}", sentence.line, sentence.what, why)));
}

namespace {

template <class Words>
auto find_in(const Words& words, std::string_view word) -> decltype(std::begin(words)) {
    const auto found =
        std::find_if(std::begin(words), std::end(words), [word](const auto& w) { return w.word == word; });
    return found == std::end(words) ? nullptr : &*found;
}

std::vector<UnitId> units_of(const View& view, const Sentence& sentence) {
    std::vector<UnitId> units;
    for (std::size_t u = 0; u < view.county.units().size(); ++u) {
        if (sentence.subject.id.empty() || view.county.plan().units[u].id == sentence.subject.id) {
            units.push_back(UnitId{u});
        }
    }
    if (units.empty()) no_answer(sentence, "there is no unit " + sentence.subject.id);
    return units;
}

// Sum of part(tally) over the ended years and the present one, or of the year asked for.
template <class Part>
double over_years(const View& view, const Sentence& sentence, Part part) {
    double sum = 0;
    const auto take = [&](const YearTally& tally) {
        if (!sentence.year || *sentence.year == tally.year) sum += part(tally);
    };
    for (const YearTally& tally : view.years) take(tally);
    take(view.county.tally());
    return sum;
}

double in_cells(const std::vector<UnitId>& units, const YearTally& tally, auto of_cell) {
    double sum = 0;
    for (const UnitId unit : units) {
        for (std::size_t tier = 0; tier < tally.tiers; ++tier) {
            sum += static_cast<double>(of_cell(unit.value * tally.tiers + tier));
        }
    }
    return sum;
}

// Books are brought up to the day at year ends only.
const YearTally& year_that_ends_today(const View& view, const Sentence& sentence) {
    const bool is_year_end =
        !view.years.empty() &&
        add_years(view.county.plan().start, static_cast<std::int32_t>(view.years.size())) == view.evening + 1;
    if (!is_year_end) no_answer(sentence, "is known on the last day of a year of the run only");
    return view.years.back();
}

double payroll(const View& view, const Sentence& sentence, std::optional<std::size_t> component) {
    year_that_ends_today(view, sentence);
    const std::vector<UnitId> units = units_of(view, sentence);
    const double milli_fen = over_years(view, sentence, [&](const YearTally& tally) {
        return in_cells(units, tally, [&](std::size_t cell) {
            const Exposure& exposure = tally.exposure[cell];
            return component ? exposure.pay_milli_fen[*component] : exposure.pay_total_milli_fen;
        });
    });
    return milli_fen / 100'000.0;
}

double one_off(const View& view, const Sentence& sentence, std::size_t kind) {
    const std::vector<UnitId> units = units_of(view, sentence);
    return over_years(view, sentence, [&](const YearTally& tally) {
        double yuan = 0;
        for (const UnitId unit : units) yuan += to_yuan(Money{tally.one_off_fen[unit.value][kind]});
        return yuan;
    });
}

double of_service(const View& view, const Sentence& sentence, const ServiceWord& word) {
    const std::vector<UnitId> units = units_of(view, sentence);
    const auto sum = [&](ServiceSum which) {
        return over_years(view, sentence, [&](const YearTally& tally) {
            double all = 0;
            for (const UnitId unit : units) all += tally.service[unit.value][which];
            return all;
        });
    };
    if (word.over == undivided) return sum(word.sum);
    const double matters = sum(word.over);
    if (matters == 0) no_answer(sentence, "there is nothing to divide by");
    return sum(word.sum) / matters;
}

constexpr std::string_view outcome_prefix = "outcome.";

// As in reports: over the years so far, or of the last one; of the units together.
double of_outcome(const View& view, const Sentence& sentence) {
    using namespace measures;
    year_that_ends_today(view, sentence);
    const std::size_t outcome = outcome_index(std::string_view(sentence.what).substr(outcome_prefix.size()));
    if (outcome == outcomes().size()) no_answer(sentence, "there is no such outcome");
    if (sentence.year) no_answer(sentence, "of an outcome no year is asked");
    std::vector<std::size_t> units;
    for (const UnitId unit : units_of(view, sentence)) units.push_back(unit.value);
    const bool of_last_year = outcomes()[outcome].window == measures::Window::year_end;
    Ratio ratio;
    for (std::size_t year = of_last_year ? view.by_unit.size() - 1 : 0; year < view.by_unit.size(); ++year) {
        ratio += formulas()[outcome](sum_of(view.by_unit[year], units));
    }
    if (ratio.denominator == 0) no_answer(sentence, "there is nothing to divide by");
    return ratio.numerator / ratio.denominator;
}

std::string outcome_phrase(std::string_view id) {
    const std::size_t outcome = measures::outcome_index(id);
    return outcome == measures::outcomes().size() ? std::string(id) : measures::outcomes()[outcome].label.en;
}

const CompetitionRules& competition_rules(const View& view, UnitId unit) {
    const engine::PolicyTimeline& policy = view.scenario.input.policy;
    std::size_t step = 0;
    while (step + 1 < policy.steps.size() && policy.steps[step + 1].from <= view.evening) ++step;
    return policy.blocks[policy.steps[step].block_of_unit[unit.value]].competition;
}

}  // namespace

std::optional<Quantity> counted(const View& view, const Sentence& sentence) {
    const std::string_view what = sentence.what;
    if (const UnitWord* word = find_in(unit_words, what)) {
        double sum = 0;
        for (const UnitId unit : units_of(view, sentence)) sum += word->of(view.county, unit);
        return sum;
    }
    if (const FlowWord* word = find_in(flow_words, what)) {
        const std::vector<UnitId> units = units_of(view, sentence);
        return over_years(view, sentence, [&](const YearTally& tally) {
            double sum = 0;
            for (const UnitId unit : units) {
                sum += static_cast<double>(tally.flows[unit.value][static_cast<std::size_t>(word->flow)]);
            }
            return sum / word->parts;
        });
    }
    if (const StockWord* word = find_in(stock_words, what)) {
        const YearTally& tally = year_that_ends_today(view, sentence);
        double sum = 0;
        for (const UnitId unit : units_of(view, sentence)) {
            sum += tally.stocks[unit.value][static_cast<std::size_t>(word->stock)];
        }
        return sum;
    }
    if (const ServiceWord* word = find_in(service_words, what)) return of_service(view, sentence, *word);
    if (const MoneyWord* word = find_in(one_off_words, what)) return one_off(view, sentence, word->index);
    if (const MoneyWord* word = find_in(payroll_words, what)) return payroll(view, sentence, word->index);
    if (what == "payroll") return payroll(view, sentence, std::nullopt);
    if (what.starts_with(outcome_prefix)) return of_outcome(view, sentence);
    return std::nullopt;
}

std::string count_phrase(std::string_view word) {
    if (const UnitWord* known = find_in(unit_words, word)) return std::string(known->phrase);
    if (const ServiceWord* known = find_in(service_words, word)) return std::string(known->phrase);
    if (const MoneyWord* known = find_in(one_off_words, word)) return std::string(known->phrase);
    if (const MoneyWord* known = find_in(payroll_words, word)) return std::string(known->phrase);
    if (word.starts_with(outcome_prefix)) return outcome_phrase(word.substr(outcome_prefix.size()));
    std::string text(word.starts_with("stock.") ? word.substr(6) : word);
    std::replace(text.begin(), text.end(), '_', ' ');
    return text == "payroll" ? "yuan of payroll" : text;
}

std::string list_of_counts() {
    std::string list;
    for (const UnitWord& word : unit_words) list += fmt::format("  {}: {}\n", word.word, word.phrase);
    for (const FlowWord& word : flow_words) list += fmt::format("  {}: since the start or in `year`\n", word.word);
    for (const ServiceWord& word : service_words) {
        list += fmt::format("  {}: {}, since the start or in `year`\n", word.word, word.phrase);
    }
    for (const MoneyWord& word : one_off_words) list += fmt::format("  {}: {}\n", word.word, word.phrase);
    list += "  payroll: all of these, at year ends\n";
    for (const MoneyWord& word : payroll_words) list += fmt::format("  {}: {}\n", word.word, word.phrase);
    for (const StockWord& word : stock_words) list += fmt::format("  {}: at year ends\n", word.word);
    return list + "  outcome.ID: what reports show, at year ends: of the last year, or over the years so far\n";
}

bool is_eligible(const View& view, PersonId person, const std::string& title) {
    const UnitId unit{view.county.hot(person).unit};
    const CompetitionRules& rules = competition_rules(view, unit);
    for (std::size_t s = 0; s < view.county.seats().size(); ++s) {
        const Seat& seat = view.county.seats()[s];
        const PostType& post = view.county.post_type(seat.post);
        if (seat.unit != unit || post.title != title) continue;
        const LadderRules& ladder = rules.ladder[static_cast<std::size_t>(post.ladder)];
        const auto candidates = eligible_candidates(ladder, view.county, SeatId{s}, post.area);
        return std::find(candidates.begin(), candidates.end(), person) != candidates.end();
    }
    throw InputError(same_in_both("the unit has no post with the title " + title));
}

}  // namespace staffsim::situations
