// Section 9: what happens to one person. Three people who enter under every policy, year by year under each; "=" where
// a year is the same as under the baseline. The lanes are drawn from the embedded events (report_json.cpp).
#include <fmt/core.h>

#include <algorithm>

#include "analysis/examples.hpp"
#include "analysis/report/sections.hpp"
#include "sim/foundation/date.hpp"

namespace staffsim::analysis {
namespace {

using measures::Life;
using measures::LifeEvent;

template <class Enum>
Text words(std::uint32_t number) {
    const Term<Enum>& found = term(static_cast<Enum>(number));
    return {std::string(found.en), std::string(found.zh)};
}

Text sent_words(std::uint32_t assignment) {
    switch (static_cast<Assignment>(assignment)) {
        case Assignment::exchange:
            return {"on exchange to", "交流挂职到"};
        case Assignment::front_line:
            return {"at the front line of", "到一线锻炼："};
        default:
            return {"borrowed by", "借调到"};
    }
}

Text event_words(const Comparison& comparison, const LifeEvent& event, std::uint32_t unit_before) {
    const Text unit = portrait_unit(comparison, event.unit);
    switch (event.kind) {
        case LifeEvent::Kind::result:
            return words<Result>(event.number);
        case LifeEvent::Kind::trained:
            return {fmt::format("{} training days", event.number), fmt::format("培训{}天", event.number)};
        case LifeEvent::Kind::lost_competition:
            return {"tried for a post, not chosen", "竞争职务未选上"};
        case LifeEvent::Kind::appointed: {
            const Text post = words_of(event.post);
            return {fmt::format("becomes {}, {}", post.en, unit.en), fmt::format("任{}（{}）", post.zh, unit.zh)};
        }
        case LifeEvent::Kind::moved:
            if (event.unit == unit_before) return {"moves to a post like it, " + unit.en, "换任同类职务，" + unit.zh};
            return {"moves to " + unit.en, "调到" + unit.zh};
        case LifeEvent::Kind::sent_out: {
            const Text how = sent_words(event.number);
            return {how.en + " " + unit.en, how.zh + unit.zh};
        }
        case LifeEvent::Kind::came_back:
            return {"comes back", "返回"};
        case LifeEvent::Kind::back_from_trial:
            return {"trial not passed, back to the former level", "试用未通过，回原职级"};
        case LifeEvent::Kind::stepped_back:
            return {"steps back", "退出职务"};
        case LifeEvent::Kind::left: {
            const Text cause = words<ExitCause>(event.number);
            return {"leaves: " + cause.en, "离开：" + cause.zh};
        }
    }
    return {};
}

int year_of_event(const Comparison& comparison, const LifeEvent& event) {
    return to_civil(to_day({comparison.start_year, 1, 1}) + event.day).year;
}

Text told(const Comparison& comparison, const Life& life, int year) {
    Text text;
    std::uint32_t unit_before = life.unit;
    for (const LifeEvent& event : life.events) {
        const std::uint32_t unit = unit_before;
        if (event.kind == LifeEvent::Kind::appointed || event.kind == LifeEvent::Kind::moved) unit_before = event.unit;
        if (year_of_event(comparison, event) != year) continue;
        const Text one = event_words(comparison, event, unit);
        text.en += (text.en.empty() ? "" : "; ") + one.en;
        text.zh += (text.zh.empty() ? "" : "；") + one.zh;
    }
    return text;
}

view::data cell_view(const Comparison& comparison, const std::vector<Life>& person, std::size_t scenario, int year) {
    Text text = told(comparison, person[scenario], year);
    const bool is_same = scenario > 0 && text.en == told(comparison, person.front(), year).en;
    if (is_same) text = {"=", "="};
    if (text.en.empty()) text = {"–", "–"};
    view::data cell;
    cell.set("both", text.en == text.zh ? text.en : std::string{});
    cell.set("text", view::text(text));
    cell.set("differs", text.en != text.zh);
    return cell;
}

Text who(const Comparison& comparison, const Life& life) {
    const Text sex = words<Sex>(static_cast<std::uint32_t>(life.sex));
    const Text education = words<Education>(static_cast<std::uint32_t>(life.education));
    const Text channel = words<Channel>(static_cast<std::uint32_t>(life.channel));
    const Text unit = portrait_unit(comparison, life.unit);
    const CivilDate entry = to_civil(to_day({comparison.start_year, 1, 1}) + life.entry);
    const int age = static_cast<int>(life.age_days / days_per_year);
    return {
        fmt::format("{} of {}, {}, {}; enters {} in {}", sex.en, age, education.en, channel.en, unit.en, entry.year),
        fmt::format("{}，{}岁，{}，{}，{}年进入{}", sex.zh, age, education.zh, channel.zh, entry.year, unit.zh)};
}

view::data person_view(const Comparison& comparison, std::size_t number) {
    const std::vector<Life>& person = comparison.portraits.examples.lives[number];
    view::data entry, rows = view::empty_list();
    for (int i = 0; i < comparison.years; ++i) {
        const int year = comparison.start_year + i;
        view::data row, cells = view::empty_list();
        if (std::ranges::all_of(person, [&](const Life& life) { return told(comparison, life, year).en.empty(); }))
            continue;
        for (std::size_t s = 0; s < person.size(); ++s) cells << cell_view(comparison, person, s, year);
        row.set("year", std::to_string(year));
        row.set("cells", cells);
        rows << row;
    }
    entry.set("number", std::to_string(number + 1));
    entry.set("index", std::to_string(number));
    entry.set("who", view::text(who(comparison, person.front())));
    entry.set("rows", rows);
    return entry;
}

}  // namespace

view::data fill_lives(const Comparison& comparison) {
    view::data values;
    const Examples& examples = comparison.portraits.examples;
    const bool present = !examples.lives.empty();
    values.set("present", present);
    values.set("absent", !present);
    if (!present) return values;
    set_beside(comparison, "lives", values);
    values.set("rule", scenario_view(comparison, comparison.portraits.examples_by));
    view::data people = view::empty_list();
    for (std::size_t p = 0; p < examples.lives.size(); ++p) people << person_view(comparison, p);
    values.set("people", people);
    constexpr std::size_t all = 3;
    static const std::vector<Text> numbers{{"No", "零"}, {"One", "一"}, {"Two", "两"}, {"Three", "三"}};
    values.set("count", view::text(numbers[std::min(examples.lives.size(), all)]));
    values.set("one", examples.lives.size() == 1);
    values.set("all", examples.lives.size() == all);
    return values;
}

}  // namespace staffsim::analysis
