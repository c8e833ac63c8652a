#include "sim/scenario/resolved.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "sim/foundation/digest.hpp"
#include "sim/scenario/timeline.hpp"

namespace staffsim::scenario {

namespace {

constexpr Day end_of_time{std::numeric_limits<std::int32_t>::max()};

std::set<std::string> pilots_of(const ResolvedLever& lever) {
    std::set<std::string> units;
    for (const Setting& setting : lever.settings) {
        if (setting.units) units.insert(setting.units->begin(), setting.units->end());
    }
    return units;
}

// Who is meant: entrants of a day before units, and units by name.
struct Scope {
    std::string entrants;  // "", "for entrants since 2027-01-01"
    std::string unit;      // "", "T03"
    auto operator<=>(const Scope&) const = default;
};

// Value of the county on one day, of the units in which it is another one, and of the entrants who have another one
// than those who entered the same unit before them.
struct DayValues {
    std::string county;
    std::map<Scope, std::string> others;
    bool operator==(const DayValues&) const = default;
};

DayValues values_on(const ResolvedLever& lever, Day day, const std::set<std::string>& pilots,
                    const std::vector<Day>& entrants) {
    const auto text = [&](const std::string* unit, std::optional<Day> entry) {
        return levers::to_text(*lever.row, value_on(lever, day, unit, entry));
    };
    DayValues values{text(nullptr, {}), {}};
    std::map<std::string, std::string> known;  // unit -> value of those who entered before
    const auto note = [&](const Scope& scope, std::string value) {
        std::string& before = known[scope.unit];
        if (value != before) values.others[scope] = value;
        before = std::move(value);
    };
    known[""] = values.county;
    for (const std::string& unit : pilots) {
        known[unit] = values.county;
        note({"", unit}, text(&unit, {}));
    }
    for (const Day since : entrants) {
        if (since > day) break;
        const std::string label = "for entrants since " + to_text(since);
        note({label, ""}, text(nullptr, since));
        for (const std::string& unit : pilots) note({label, unit}, text(&unit, since));
    }
    return values;
}

// "in T03, T11", "for entrants since 2027-01-01", "for entrants since 2027-01-01 in T03".
std::string scope_text(const std::string& entrants, const std::vector<std::string>& units) {
    const bool everywhere = units.size() == 1 && units.front().empty();
    const std::string in = everywhere ? "" : fmt::format("in {}", fmt::join(units, ", "));
    return entrants + (entrants.empty() || in.empty() ? "" : " ") + in;
}

// All that differs from the step before. A scope without a value of its own any more is said to be "as others".
std::string text_of(const DayValues& values, const DayValues* before, const std::string& when) {
    std::string text;
    if (before == nullptr || before->county != values.county) text = when + values.county;
    if (before != nullptr && before->others == values.others) return text;
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> grouped;  // entrants, value -> units
    for (const auto& [scope, value] : values.others) grouped[{scope.entrants, value}].push_back(scope.unit);
    for (const auto& [scope, value] : before != nullptr ? before->others : values.others) {
        if (!values.others.contains(scope)) grouped[{scope.entrants, "as others"}].push_back(scope.unit);
    }
    for (const auto& [group, units] : grouped) {
        text += fmt::format("{}{}{}: {}", text.empty() ? "" : "; ",
                            when.empty() ? "" : when.substr(0, when.size() - 2) + " ", scope_text(group.first, units),
                            group.second);
    }
    return text;
}

void add(std::vector<ResolvedLine>& lines, std::string key, std::string value, Place place) {
    lines.push_back({std::move(key), std::move(value), std::move(place)});
}

class LineWriter {
  public:
    LineWriter(std::vector<ResolvedLine>& lines, const std::map<std::string, Place>& places)
        : lines_(lines), places_(places) {}

    // `item`: "posts.x"; the place is that of the key or, failing that, none.
    template <class Value>
    void write(const std::string& item, const std::string& key, const Value& value) {
        const auto own = places_.find(item + "." + key);
        const auto whole = places_.find(item);
        const Place place = own != places_.end() ? own->second : whole != places_.end() ? whole->second : Place{};
        add(lines_, item + "." + key, fmt::format("{}", value), place);
    }

  private:
    std::vector<ResolvedLine>& lines_;
    const std::map<std::string, Place>& places_;
};

template <class Item>
std::vector<const Item*> by_id(const std::vector<Item>& items) {
    std::vector<const Item*> sorted;
    for (const Item& item : items) sorted.push_back(&item);
    std::sort(sorted.begin(), sorted.end(), [](const Item* a, const Item* b) { return a->id < b->id; });
    return sorted;
}

void write_post(const PostType& post, const std::vector<PostType>& all, LineWriter& writer) {
    const std::string item = "posts." + post.id;
    std::set<std::string> feeders;
    for (const PostTypeId feeder : post.feeders) feeders.insert(all[feeder.value].id);
    writer.write(item, "title", post.title);
    writer.write(item, "unit_kind", term(post.unit_kind).name);
    writer.write(item, "tier", post.tier);
    writer.write(item, "ladder", term(post.ladder).name);
    writer.write(item, "area", term(post.area).name);
    writer.write(item, "feeders", fmt::format("{}", fmt::join(feeders, ", ")));
    for (const Origin& origin : post.filled_from)
        writer.write(item, "filled_from." + all[origin.post.value].id, origin.probability);
    writer.write(item, "pay_level", post.pay_level);
    writer.write(item, "resignation_rate", post.resignation_rate);
}

void write_unit(const UnitPlan& unit, const std::vector<PostType>& posts, LineWriter& writer) {
    const std::string item = "units." + unit.id;
    writer.write(item, "kind", term(unit.kind).name);
    writer.write(item, "places", unit.places);
    for (const PostType* post : by_id(posts)) {
        const int quota = unit.quota[static_cast<std::size_t>(post - posts.data())];
        if (quota > 0) writer.write(item, "quotas." + post->title, quota);
    }
    writer.write(item, "institution_places", unit.institution_places);
    writer.write(item, "institution_staff", unit.institution_staff);
    writer.write(item, "contract_staff", unit.contract_staff);
    writer.write(item, "residents", unit.residents);
    writer.write(item, "km_to_seat", unit.km_to_seat);
    writer.write(item, "remote_class", unit.remote_class);
}

}  // namespace

std::string effective_text(const ResolvedLever& lever, Day start) {
    const std::set<std::string> pilots = pilots_of(lever);
    const std::vector<Day> entrants = entrants_days({&lever}, end_of_time);
    DayValues last = values_on(lever, start, pilots, entrants);
    std::string text = text_of(last, nullptr, "");
    for (const Day day : change_days({&lever}, start, end_of_time)) {
        DayValues values = values_on(lever, day, pilots, entrants);
        if (values == last) continue;
        text += "; " + text_of(values, &last, fmt::format("from {}: ", to_text(day)));
        last = std::move(values);
    }
    return text;
}

std::vector<ResolvedLine> resolved_lines(const Scenario& scenario, const Posts& posts, const Units& units) {
    std::vector<ResolvedLine> lines;
    const CountyPlan& plan = scenario.input.plan;
    for (const ResolvedLever& lever : scenario.levers) {
        const Place place = lever.settings.empty() ? Place{} : lever.settings.back().place;
        add(lines, lever.row->key, effective_text(lever, plan.start), place);
    }
    LineWriter post_lines(lines, posts.places);
    for (const PostType* post : by_id(plan.posts)) write_post(*post, plan.posts, post_lines);
    LineWriter unit_lines(lines, units.places);
    for (const UnitPlan* unit : by_id(plan.units)) write_unit(*unit, plan.posts, unit_lines);
    return lines;
}

std::string hash_of(const Scenario& scenario, const std::vector<std::string>& table_hashes) {
    std::string content = "staffsim scenario 1\n";
    for (const ResolvedLine& line : scenario.resolved) content += line.key + " = " + line.value + "\n";
    for (const ResolvedLever& lever : scenario.levers) {
        content += "history " + lever.row->key + " = " + levers::to_text(*lever.row, history_value(lever)) + "\n";
    }
    for (const std::string& hash : table_hashes) content += "table " + hash + "\n";
    return sha256_hex(content);
}

}  // namespace staffsim::scenario
