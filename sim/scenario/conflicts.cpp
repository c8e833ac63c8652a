// What two sources of values say against each other.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "sim/scenario/entries.hpp"
#include "sim/scenario/warnings.hpp"

namespace staffsim::scenario {

namespace {

bool same_value(const Node& a, const Node& b) {
    const auto number = [](const Node& node) {
        return node.kind == Node::Kind::whole ? static_cast<double>(node.whole) : node.real;
    };
    const auto is_number = [](const Node& node) {
        return node.kind == Node::Kind::whole || node.kind == Node::Kind::real;
    };
    if (is_number(a) && is_number(b)) return number(a) == number(b);
    if (a.kind != b.kind || a.flag != b.flag || a.text != b.text || a.date != b.date) return false;
    if (a.children.size() != b.children.size()) return false;
    for (std::size_t i = 0; i < a.children.size(); ++i) {
        const Node* other = a.kind == Node::Kind::table ? b.find(a.children[i].key) : &b.children[i];
        if (other == nullptr || !same_value(a.children[i], *other)) return false;
    }
    return true;
}

std::optional<Day> starts_of(const Entry& entry) {
    return entry.conditions != nullptr ? entry.conditions->starts : std::nullopt;
}

int phase_in_of(const Entry& entry) { return entry.conditions != nullptr ? entry.conditions->phase_in_years : 1; }

bool is_for_entrants(const Entry& entry) { return entry.conditions != nullptr && entry.conditions->new_entrants; }

std::vector<std::string> units_of(const Entry& entry) {
    std::vector<std::string> units;
    for (const auto& [unit, place] : *entry.conditions->units) units.push_back(unit);
    std::sort(units.begin(), units.end());
    return units;
}

bool is_scoped(const Entry& entry) { return entry.conditions != nullptr && entry.conditions->units.has_value(); }

bool units_overlap(const Entry& a, const Entry& b) {
    if (!is_scoped(a) || !is_scoped(b)) return true;
    const auto in_b = units_of(b);
    const auto in_a = units_of(a);
    return std::any_of(in_a.begin(), in_a.end(),
                       [&](const std::string& unit) { return std::binary_search(in_b.begin(), in_b.end(), unit); });
}

bool same_setting(const Entry& a, const Entry& b) {
    if (!same_value(*a.node, *b.node) || starts_of(a) != starts_of(b) || is_scoped(a) != is_scoped(b)) return false;
    if (phase_in_of(a) != phase_in_of(b) || is_for_entrants(a) != is_for_entrants(b)) return false;
    return !is_scoped(a) || units_of(a) == units_of(b);
}

std::string line_text(const Place& place) {
    return place.line > 0 ? fmt::format("{}:{}", place.file, place.line) : place.file;
}

using ByKey = std::map<std::string, std::vector<const Entry*>>;

// Values that belong to an operand alone: not those of the root, which all share. The names of the operands are joined,
// and `extends` differs by nature.
ByKey own_values(const Entries& entries) {
    ByKey by_key;
    for (const auto* list : {&entries.levers, &entries.others}) {
        for (const Entry& entry : *list) {
            const bool own = entry.layer->origin == Layer::Origin::file && !entry.layer->is_root;
            if (own && entry.key != "name" && entry.key != "extends") by_key[entry.key].push_back(&entry);
        }
    }
    return by_key;
}

const Entry* last_of_earlier_operands(const std::vector<const Entry*>& values, const Entry& entry) {
    const Entry* last = nullptr;
    for (const Entry* other : values) {
        if (other->layer->operand < entry.layer->operand && units_overlap(*other, entry)) last = other;
    }
    return last;
}

// "starts, units": what `hidden` says of its value that `entry` does not say of the new one; usually nothing.
std::string left_out(const Entry& hidden, const Entry& entry) {
    std::string keys;
    const auto add = [&keys](const char* key) { keys += (keys.empty() ? "" : ", ") + std::string(key); };
    if (starts_of(hidden) && !starts_of(entry)) add("starts");
    if (phase_in_of(hidden) > 1 && phase_in_of(entry) == 1) add("phase_in_years");
    if (is_scoped(hidden) && !is_scoped(entry)) add("units");
    if (is_for_entrants(hidden) && !is_for_entrants(entry)) add("applies_to");
    return keys;
}

}  // namespace

void report_conflicts(const Entries& entries, Diagnostics& diagnostics) {
    for (const auto& [key, values] : own_values(entries)) {
        for (const Entry* entry : values) {
            const Entry* other = last_of_earlier_operands(values, *entry);
            if (other == nullptr || same_setting(*other, *entry)) continue;
            diagnostics.error(entry->node->place, key,
                              worded("is {} here but {} in {}; files joined by \"+\" may not contradict each other",
                                     "此处为{0}，而 {2} 中为{1}；用“+”合并的文件不得相互矛盾", describe(*entry->node),
                                     describe(*other->node), line_text(other->node->place)));
        }
    }
}

namespace {

// "X: years=5" beside --years 3: what holds for all scenarios overrules the variant, which then says nothing.
void check_hidden_keys(const Entries& entries, Diagnostics& diagnostics) {
    std::map<std::string, const Entry*> own;
    for (const Entry& entry : entries.others) {
        if (entry.layer->origin == Layer::Origin::variant) own[entry.key] = &entry;
        const auto hidden = own.find(entry.key);
        if (entry.layer->origin != Layer::Origin::set || hidden == own.end()) continue;
        const Entry& variant = *hidden->second;
        if (same_value(*variant.node, *entry.node)) continue;
        if (entry.key == "years") {
            diagnostics.error(variant.node->place, entry.key,
                              worded("is {} here, but --years or --set makes it {} for every scenario; leave one "
                                     "of the two out",
                                     "此处为{}，而 --years 或 --set 对各方案一律设为{}；请去掉其一",
                                     describe(*variant.node), describe(*entry.node)));
        } else {
            warn(diagnostics, entry.node->place, entry.key, Warning::hides_value, line_text(variant.node->place));
        }
    }
}

}  // namespace

void warn_of_hidden_values(const Entries& entries, Diagnostics& diagnostics) {
    check_hidden_keys(entries, diagnostics);
    std::map<std::string, const Entry*> own, below;
    for (const Entry& entry : entries.levers) {
        const Layer& layer = *entry.layer;
        const Entry* last = std::exchange(below[entry.key], &entry);
        const bool is_variant =
            layer.origin == Layer::Origin::variant || (layer.origin == Layer::Origin::file && !layer.is_root);
        if (is_variant) own[entry.key] = &entry;
        const bool hides = layer.origin == Layer::Origin::context || layer.origin == Layer::Origin::set;
        const auto hidden = own.find(entry.key);
        const std::string lost =
            last != nullptr && (hides || layer.origin == Layer::Origin::variant) ? left_out(*last, entry) : "";
        if (!lost.empty()) {
            warn(diagnostics, entry.node->place, entry.key, Warning::hides_conditions, line_text(last->node->place),
                 lost);
            continue;
        }
        if (!hides || hidden == own.end() || same_setting(*hidden->second, entry)) continue;
        warn(diagnostics, entry.node->place, entry.key, Warning::hides_value, line_text(hidden->second->node->place));
    }
}

}  // namespace staffsim::scenario
