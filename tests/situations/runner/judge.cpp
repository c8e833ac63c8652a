#include "tests/situations/runner/judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "tests/situations/runner/measures.hpp"

namespace staffsim::situations {

namespace {

constexpr double two_sided = 3.891, one_sided = 3.719;  // standard normal quantiles of 1e-4

// --- telling

std::string subject_of(const Subject& subject) {
    switch (subject.kind) {
        case Subject::Kind::person:
        case Subject::Kind::unit:
            return subject.id;
        case Subject::Kind::newcomers:
            return "the newcomers of " + (subject.id.empty() ? "the county" : subject.id);
        case Subject::Kind::county:
            break;
    }
    return "the county";
}

std::string beginning(const Sentence& sentence) {
    const std::string year = sentence.year ? fmt::format(" of {}", *sentence.year) : "";
    return fmt::format("On {}, {}: {}{}", to_text(sentence.on), subject_of(sentence.subject), phrase_of(sentence),
                       year);
}

std::string ending(const Sentence& sentence) {
    return sentence.because.empty() ? "." : fmt::format(" ({}).", sentence.because);
}

std::string tell(const Expectation& e) {
    static constexpr std::string_view words[] = {"is", "is not", "is below", "is at most", "is above", "is at least"};
    if (e.mean) return fmt::format("{} is {:.10g} on average{}", beginning(e), *e.mean, ending(e));
    const std::string chance = e.probability ? fmt::format(" with probability {:.10g}", *e.probability) : "";
    return fmt::format("{} {} {}{}{}", beginning(e), words[static_cast<std::size_t>(e.relation)], to_text(*e.value),
                       chance, ending(e));
}

std::string tell(const Comparison& c) {
    static constexpr std::string_view words[] = {"is more", "is less", "stays the same", "is different"};
    std::string with;
    for (const std::string& one : c.with) with += (with.empty() ? "" : ", ") + one;
    return fmt::format("{} {} with {}{}", beginning(c), words[static_cast<std::size_t>(c.is)], with, ending(c));
}

// --- judging

bool holds(const Expectation& e, const Quantity& seen) {
    const bool both_words = std::holds_alternative<std::string>(seen) && std::holds_alternative<std::string>(*e.value);
    if (both_words) {
        if (e.relation != Relation::equal && e.relation != Relation::unequal) {
            throw InputError(same_in_both(fmt::format("line {}: words are equal or not, nothing else", e.line)));
        }
        return (std::get<std::string>(seen) == std::get<std::string>(*e.value)) == (e.relation == Relation::equal);
    }
    if (seen.index() != e.value->index()) {
        throw InputError(same_in_both(fmt::format("line {}: `{}` is {}, which cannot be compared with {}", e.line,
                                                  e.what, to_text(seen), to_text(*e.value))));
    }
    const double difference = number_of(seen) - number_of(*e.value);
    switch (e.relation) {
        case Relation::equal:
            return std::abs(difference) <= e.within;
        case Relation::unequal:
            return std::abs(difference) > e.within;
        case Relation::below:
            return difference < 0;
        case Relation::at_most:
            return difference <= 0;
        case Relation::above:
            return difference > 0;
        case Relation::at_least:
            break;
    }
    return difference >= 0;
}

struct Sample {
    double sum = 0, squares = 0;
    int number = 0;
    void add(double value) { sum += value, squares += value * value, ++number; }
    double mean() const { return sum / number; }
    double standard_error() const {
        const double variance = (squares - sum * mean()) / (number - 1);
        return std::sqrt(std::max(0.0, variance) / number);
    }
};

// What an expectation has seen so far.
struct Seen {
    Sample sample;  // values of a mean; 1 or 0 otherwise: held or not
    std::optional<std::string> first_failure;

    void look(const Expectation& e, const Quantity& value, int replication) {
        if (e.mean) return sample.add(number_of(value));
        const bool good = holds(e, value);
        sample.add(good ? 1 : 0);
        if (!good && !first_failure) {
            first_failure = fmt::format("it is {} in future {}", to_text(value), replication);
        }
    }
};

Verdict verdict_on_mean(const Expectation& e, const Sample& sample) {
    const double error = std::max(sample.standard_error(), 1e-12 * std::abs(*e.mean));
    const bool good = std::abs(sample.mean() - *e.mean) <= two_sided * error;
    return {tell(e),
            fmt::format("the mean of {} futures is {:.6g}, {:.6g} standard errors away", sample.number, sample.mean(),
                        (sample.mean() - *e.mean) / error),
            good};
}

Verdict verdict_on_probability(const Expectation& e, const Sample& sample) {
    const double expected_variance = *e.probability * (1 - *e.probability) * sample.number;
    if (expected_variance < 9) {
        throw InputError(same_in_both(fmt::format("line {}: too few replications for a normal approximation", e.line)));
    }
    const double error = std::sqrt(expected_variance) / sample.number;
    return {tell(e), fmt::format("it holds in {:.6g} of {} futures", sample.mean() * sample.number, sample.number),
            std::abs(sample.mean() - *e.probability) <= two_sided * error};
}

Verdict verdict_on(const Expectation& e, const Seen& seen) {
    if (e.mean) return verdict_on_mean(e, seen.sample);
    if (e.probability) return verdict_on_probability(e, seen.sample);
    return {tell(e), seen.first_failure.value_or(""), !seen.first_failure};
}

// One future for all sentences that look at it, evening by evening.
void look(const Situation& situation, const scenario::Scenario& scenario, int replication, std::vector<Seen>& seen) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < situation.expectations.size(); ++i) {
        if (replication < situation.expectations[i].replications) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&situation](std::size_t a, std::size_t b) {
        return situation.expectations[a].on < situation.expectations[b].on;
    });
    Life life(situation, scenario, static_cast<std::uint32_t>(replication));
    for (const std::size_t i : order) {
        const Expectation& e = situation.expectations[i];
        seen[i].look(e, measured(life.evening_of(e.on), e), replication);
    }
}

void check_dates(const Situation& situation, const scenario::Scenario& scenario) {
    const Day start = scenario.input.plan.start, end = add_years(start, scenario.input.years);
    const auto check = [&](const Sentence& sentence) {
        if (sentence.on >= start && sentence.on < end) return;
        throw InputError(
            same_in_both(fmt::format("line {}: {} is not a day of the run, which lasts from {} to {}", sentence.line,
                                     to_text(sentence.on), to_text(start), to_text(end - 1))));
    };
    for (const Expectation& e : situation.expectations) check(e);
    for (const Comparison& c : situation.comparisons) check(c);
}

Quantity look(const Situation& situation, const scenario::Scenario& scenario, const Comparison& c, int replication) {
    Life life(situation, scenario, static_cast<std::uint32_t>(replication));
    return measured(life.evening_of(c.on), c);
}

Verdict compare(const Situation& situation, const scenario::Scenario& base, const Comparison& c) {
    const scenario::Scenario varied = load(situation, c.with);
    if (c.replications == 1 && c.is == Comparison::Is::different) {
        const Quantity before = look(situation, base, c, 0), after = look(situation, varied, c, 0);
        return {tell(c), fmt::format("both are {}", to_text(before)), before != after};
    }
    Sample difference;
    for (int replication = 0; replication < c.replications; ++replication) {
        difference.add(number_of(look(situation, varied, c, replication)) -
                       number_of(look(situation, base, c, replication)));
    }
    const double margin = c.replications == 1 ? 0 : one_sided * difference.standard_error();
    const bool more = difference.mean() > margin, less = difference.mean() < -margin;
    const bool none = difference.squares == 0;
    const bool good[] = {more && !none, less && !none, none, !none};
    return {tell(c), fmt::format("the difference is {:.6g}; needed: beyond {:.6g}", difference.mean(), margin),
            good[static_cast<std::size_t>(c.is)]};
}

}  // namespace

std::vector<Verdict> judge(const Situation& situation) {
    const scenario::Scenario scenario = load(situation);
    check_dates(situation, scenario);
    int replications = 0;
    for (const Expectation& e : situation.expectations) replications = std::max(replications, e.replications);
    std::vector<Seen> seen(situation.expectations.size());
    for (int replication = 0; replication < replications; ++replication) look(situation, scenario, replication, seen);
    std::vector<Verdict> verdicts;
    for (std::size_t i = 0; i < seen.size(); ++i) verdicts.push_back(verdict_on(situation.expectations[i], seen[i]));
    for (const Comparison& c : situation.comparisons) verdicts.push_back(compare(situation, scenario, c));
    return verdicts;
}

}  // namespace staffsim::situations
