#include "tests/situations/runner/measures.hpp"

#include <fmt/format.h>

#include <cmath>
#include <functional>

#include "tests/situations/runner/counts.hpp"

namespace staffsim::situations {

namespace {

using PersonMeasure = std::function<Quantity(const View&, PersonId)>;

struct Word {
    std::string_view word, phrase;
    PersonMeasure of;
};

Quantity truth(bool holds) { return holds ? 1.0 : 0.0; }
Quantity real(float value) { return static_cast<double>(value); }
template <class Enum>
Quantity word_of(Enum value) {
    return std::string(term(value).name);
}

// What is booked a month: the daily rate is exact to the fen.
Quantity booked(const View& view, PersonId person, PayComponent component) {
    const DailyRate rate = view.county.pay(person).rate[static_cast<std::size_t>(component)];
    return std::round(static_cast<double>(rate.milli_fen) * days_per_year / 12.0 / 1000.0) / 100.0;
}
PersonMeasure booked(PayComponent component) {
    return [component](const View& view, PersonId person) { return booked(view, person, component); };
}
PersonMeasure skill(Skill kind) {
    return [kind](const View& view, PersonId person) {
        return real(view.county.traits(person).skill(static_cast<std::size_t>(kind)));
    };
}
PersonMeasure trait(float Traits::*field) {
    return [field](const View& view, PersonId person) { return real(view.county.traits(person).*field); };
}
PersonMeasure hazard(HazardCause cause) {
    return [cause](const View& view, PersonId person) {
        return static_cast<double>(view.county.leaving(person).in_force[static_cast<std::size_t>(cause)]);
    };
}

std::string assignment_of(const County& county, PersonId person) {
    const Assignment assignment = county.hot(person).assignment;
    static constexpr std::string_view words[] = {"home", "exchange", "front_line", "borrowed"};
    return std::string(words[static_cast<std::size_t>(assignment)]);
}

std::string unit_id(const View& view, std::uint16_t unit) { return view.county.plan().units[unit].id; }

const std::vector<Word>& place_words() {
    static const std::vector<Word> words{
        {"unit", "unit", [](const View& v, PersonId p) { return unit_id(v, v.county.hot(p).unit); }},
        {"host", "unit where the person works",
         [](const View& v, PersonId p) { return unit_id(v, v.county.hot(p).host); }},
        {"post", "post", [](const View& v, PersonId p) { return v.county.post_of(p).title; }},
        {"tier", "tier of the post", [](const View& v, PersonId p) { return double{v.county.hot(p).tier * 1.0}; }},
        {"post_since", "day of the present post",
         [](const View& v, PersonId p) { return v.county.cold(p).post_since; }},
        {"assignment", "assignment", [](const View& v, PersonId p) { return assignment_of(v.county, p); }},
        {"assignment_until", "end of the assignment",
         [](const View& v, PersonId p) { return v.county.cold(p).assignment_until; }},
        {"last_exchange", "day of the last exchange",
         [](const View& v, PersonId p) { return v.county.cold(p).last_exchange; }},
        {"minimum_service_until", "end of the minimum service",
         [](const View& v, PersonId p) { return v.county.hot(p).minimum_service_until; }},
        {"retirement", "statutory retirement", [](const View& v, PersonId p) { return v.county.retirement(p); }},
        {"on_probation", "on probation", [](const View& v, PersonId p) { return truth(v.county.hot(p).on_probation); }},
        {"barred", "barred from promotion by a result",
         [](const View& v, PersonId p) { return truth(v.county.hot(p).barred_from_promotion); }},
        {"sanction", "sanction in force",
         [](const View& v, PersonId p) {
             return word_of(v.county.is_sanctioned(p) ? v.county.cold(p).sanction : Sanction::none);
         }},
        {"under_inquiry", "under inquiry",
         [](const View& v, PersonId p) { return truth(v.county.hot(p).under_inquiry); }},
        {"earlier_sanctions", "sanctions received",
         [](const View& v, PersonId p) { return 1.0 * v.county.cold(p).sanctions_received; }},
        {"last_trained", "day of the last training",
         [](const View& v, PersonId p) { return v.county.learning(p).last_trained; }},
        {"fading", "speed at which what was learned fades",
         [](const View& v, PersonId p) { return real(v.county.traits(p).fading); }},
        {"effort_shift", "effort drawn to indicators",
         [](const View& v, PersonId p) { return real(v.county.record(p).effort_shift); }},
        {"sanction_until", "end of the sanction",
         [](const View& v, PersonId p) { return v.county.hot(p).sanction_until; }}};
    return words;
}

const std::vector<Word>& pay_words() {
    static const std::vector<Word> words{
        {"steps", "pay steps gained", [](const View& v, PersonId p) { return 1.0 * v.county.pay(p).steps; }},
        {"grades", "pay grades above a bachelor at entry",
         [](const View& v, PersonId p) { return 1.0 * v.county.pay(p).grades; }},
        {"rank", "parallel rank (1 lowest)", [](const View& v, PersonId p) { return 1.0 * v.county.pay(p).rank; }},
        {"rank_since", "day of the present rank", [](const View& v, PersonId p) { return v.county.pay(p).rank_since; }},
        {"pay", "monthly pay in yuan", [](const View& v, PersonId p) { return to_yuan(v.county.pay(p).monthly); }},
        {"pay.basic", "basic pay in yuan a month", booked(PayComponent::basic)},
        {"pay.rank", "rank pay in yuan a month", booked(PayComponent::rank)},
        {"pay.allowance", "allowance in yuan a month", booked(PayComponent::allowance)},
        {"pay.long_service", "long-service pay in yuan a month", booked(PayComponent::long_service)},
        {"pay.bonus", "a twelfth of the year-end bonus in yuan", booked(PayComponent::bonus)},
        {"pay.welfare", "welfare on long-service pay in yuan a month", booked(PayComponent::welfare)},
        {"outside_pay", "pay outside in yuan a month",
         [](const View& v, PersonId p) { return to_yuan(v.county.pay(p).outside); }},
        {"relative_pay", "log of own over outside pay",
         [](const View& v, PersonId p) { return real(v.county.pay(p).relative); }}};
    return words;
}

const std::vector<Word>& record_words() {
    static const std::vector<Word> words{
        {"result", "latest result", [](const View& v, PersonId p) { return word_of(v.county.record(p).results[2]); }},
        {"score", "latest assessment score",
         [](const View& v, PersonId p) { return real(v.county.record(p).scores[2]); }},
        {"performance", "true performance of the year assessed last",
         [](const View& v, PersonId p) { return real(v.county.record(p).performance); }},
        {"lost_competitions", "competitions lost since the last promotion",
         [](const View& v, PersonId p) { return 1.0 * v.county.record(p).lost_competitions; }},
        {"front_line_years", "front-line years",
         [](const View& v, PersonId p) { return real(v.county.record(p).front_line_years); }},
        {"effort_shift", "effort drawn to indicators",
         [](const View& v, PersonId p) { return real(v.county.record(p).effort_shift); }},
        {"ability", "ability", trait(&Traits::ability)},
        {"motivation", "work motivation", trait(&Traits::motivation)},
        {"skill.administration", "skill in administration", skill(Skill::administration)},
        {"skill.law", "legal skill", skill(Skill::law)},
        {"skill.mass_work", "skill in mass work", skill(Skill::mass_work)},
        {"hazard.resignation", "own resignation rate a year", hazard(HazardCause::resignation)},
        {"hazard.moved_above", "own rate of moves above the county", hazard(HazardCause::moved_above)},
        {"hazard.early_retirement", "own rate of early retirement", hazard(HazardCause::early_retirement)},
        {"hazard.death", "own rate of death", hazard(HazardCause::death)},
        {"hazard.sanction", "own rate of sanctions", hazard(HazardCause::sanction)}};
    return words;
}

const std::vector<Word>& life_words() {
    static const std::vector<Word> words{
        {"age", "age in years", [](const View& v, PersonId p) { return v.county.age(p); }},
        {"service_years", "years of service", [](const View& v, PersonId p) { return v.county.service_years(p); }},
        {"township_years", "years in townships", [](const View& v, PersonId p) { return v.county.township_years(p); }},
        {"entry", "day of entry", [](const View& v, PersonId p) { return v.county.cold(p).entry; }},
        {"channel", "channel of entry", [](const View& v, PersonId p) { return word_of(v.county.cold(p).channel); }},
        {"education", "education", [](const View& v, PersonId p) { return word_of(v.county.cold(p).education); }},
        {"law_graduate", "with a degree in law",
         [](const View& v, PersonId p) { return truth(v.county.cold(p).field == Field::law); }},
        {"degree", "with a degree",
         [](const View& v, PersonId p) { return truth(v.county.cold(p).education >= Education::bachelor); }},
        {"field", "field of study", [](const View& v, PersonId p) { return word_of(v.county.cold(p).field); }},
        {"woman", "a woman", [](const View& v, PersonId p) { return truth(v.county.cold(p).sex == Sex::female); }},
        {"native", "a native", [](const View& v, PersonId p) { return truth(v.county.cold(p).native); }}};
    return words;
}

std::vector<const Word*> all_words() {
    std::vector<const Word*> words;
    for (const auto* group : {&place_words(), &pay_words(), &record_words(), &life_words()}) {
        for (const Word& word : *group) words.push_back(&word);
    }
    return words;
}

const Word* find_word(std::string_view word) {
    for (const Word* known : all_words()) {
        if (known->word == word) return known;
    }
    return nullptr;
}

constexpr std::string_view eligible_prefix = "eligible.", mean_prefix = "mean.";

Quantity of_person(const View& view, const Sentence& sentence) {
    const bool known = std::any_of(view.county.plan().people.begin(), view.county.plan().people.end(),
                                   [&](const PersonPlan& person) { return person.id == sentence.subject.id; });
    if (!known) no_answer(sentence, "there is nobody called " + sentence.subject.id);
    const auto person = find_person(view.county, sentence.subject.id);
    if (sentence.what == "in_service") return truth(person.has_value());
    if (!person) no_answer(sentence, sentence.subject.id + " has left the service by then");
    if (sentence.what.starts_with(eligible_prefix)) {
        return truth(is_eligible(view, *person, sentence.what.substr(eligible_prefix.size())));
    }
    const Word* word = find_word(sentence.what);
    if (word == nullptr) no_answer(sentence, "is not a measure of a person; see test_situation measures");
    return word->of(view, *person);
}

bool is_meant(const View& view, const Subject& subject, PersonId person) {
    if (!view.county.hot(person).in_service) return false;
    const bool in_unit = subject.id.empty() || unit_id(view, view.county.hot(person).unit) == subject.id;
    return in_unit &&
           (subject.kind != Subject::Kind::newcomers || view.county.cold(person).entry > view.county.plan().start);
}

std::vector<PersonId> people_of(const View& view, const Subject& subject) {
    std::vector<PersonId> people;
    for (std::size_t slot = 0; slot < view.county.people().size(); ++slot) {
        if (is_meant(view, subject, PersonId{slot})) people.push_back(PersonId{slot});
    }
    return people;
}

Quantity mean_of(const View& view, const Sentence& sentence, const Word& word) {
    const std::vector<PersonId> people = people_of(view, sentence.subject);
    if (people.empty()) no_answer(sentence, "there is nobody to take the mean of");
    double sum = 0;
    for (const PersonId person : people) sum += number_of(word.of(view, person));
    return sum / static_cast<double>(people.size());
}

}  // namespace

Quantity measured(const View& view, const Sentence& sentence) {
    if (sentence.subject.kind == Subject::Kind::person) return of_person(view, sentence);
    if (sentence.what.starts_with(mean_prefix)) {
        const Word* word = find_word(std::string_view(sentence.what).substr(mean_prefix.size()));
        if (word == nullptr) no_answer(sentence, "is not the mean of a measure of a person");
        return mean_of(view, sentence, *word);
    }
    if (sentence.what == "people") return static_cast<double>(people_of(view, sentence.subject).size());
    if (const auto count = counted(view, sentence)) return *count;
    no_answer(sentence, "is not a measure of units or of the county; see test_situation measures");
}

std::string phrase_of(const Sentence& sentence) {
    const std::string_view what = sentence.what;
    if (sentence.subject.kind != Subject::Kind::person) {
        if (const Word* word = what.starts_with(mean_prefix) ? find_word(what.substr(mean_prefix.size())) : nullptr) {
            return fmt::format("mean of ({})", word->phrase);
        }
        return count_phrase(what);
    }
    if (what == "in_service") return "in service";
    if (what.starts_with(eligible_prefix)) {
        return fmt::format("eligible as {} in the own unit", what.substr(eligible_prefix.size()));
    }
    const Word* word = find_word(what);
    return std::string(word == nullptr ? what : word->phrase);
}

std::string list_of_measures() {
    std::string list =
        "Of a person (who):\n  in_service: in service\n  eligible.TITLE: meets the conditions of a post\n";
    for (const Word* word : all_words()) list += fmt::format("  {}: {}\n", word->word, word->phrase);
    list += "Of a unit, the county or newcomers:\n  people: how many\n  mean.X: mean of a measure of persons\n";
    return list + list_of_counts();
}

}  // namespace staffsim::situations
