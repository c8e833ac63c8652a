#include "sim/scenario/entries.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "sim/scenario/file_keys.hpp"
#include "sim/scenario/warnings.hpp"

namespace staffsim::scenario {

bool is_condition(const std::string& key) {
    return key == "starts" || key == "phase_in_years" || key == "units" || key == "applies_to";
}

namespace {

std::string last_part(const std::string& key) { return key.substr(key.rfind('.') + 1); }

// All keys of levers and all tables on the way to them.
class KeyBook {
  public:
    explicit KeyBook(const std::vector<const levers::Row*>& rows) {
        for (const levers::Row* row : rows) {
            rows_[row->key] = row;
            keys_.push_back(row->key);
            for (auto dot = row->key.find('.'); dot != std::string::npos; dot = row->key.find('.', dot + 1)) {
                tables_.insert(row->key.substr(0, dot));
            }
        }
    }
    const levers::Row* row(const std::string& key) const {
        const auto found = rows_.find(key);
        return found == rows_.end() ? nullptr : found->second;
    }
    bool is_table(const std::string& key) const { return tables_.contains(key); }

    // In a table that there is: its nearest key, or one that shares a word; a lever of the same last part in another
    // table is near, too. Otherwise the nearest of all keys and tables.
    Text hint(const std::string& key, bool is_table) const {
        const std::size_t dot = key.rfind('.');
        const bool is_known = !is_table && dot != std::string::npos && tables_.contains(key.substr(0, dot));
        if (is_known) return hint_within(key.substr(0, dot + 1), key.substr(dot + 1));
        std::vector<std::string> candidates(tables_.begin(), tables_.end());
        if (!is_table) candidates = keys_;
        if (dot == std::string::npos) candidates.insert(candidates.end(), file_keys().begin(), file_keys().end());
        const Text near = suggestion(key, candidates);
        return near.en.empty() ? meant(same_last_part(last_part(key))) : near;
    }

  private:
    static Text meant(const std::string& key) {
        return key.empty() ? Text{} : worded("; did you mean \"{}\"?", "；是否应为“{}”？", key);
    }

    Text hint_within(const std::string& table, const std::string& part) const {
        std::vector<std::string> parts;
        for (const std::string& key : keys_) {
            if (key.starts_with(table)) parts.push_back(key.substr(table.size()));
        }
        if (const std::string near = nearest(part, parts); !near.empty()) return meant(table + near);
        if (const std::string same = same_last_part(part); !same.empty()) return meant(same);
        for (const std::string& other : parts) {
            if (share_a_word(part, other)) return meant(table + other);
        }
        return {};
    }

    std::string same_last_part(const std::string& part) const {
        const auto same = std::ranges::find_if(keys_, [&](const std::string& key) { return last_part(key) == part; });
        return same == keys_.end() ? "" : *same;
    }

    // "open_share" and "competition_share"
    static bool share_a_word(const std::string& a, const std::string& b) {
        constexpr std::size_t shortest = 4;
        const std::string within = "_" + b + "_";
        for (std::size_t at = 0; at < a.size();) {
            const std::size_t end = std::min(a.find('_', at), a.size());
            if (end - at >= shortest && within.find("_" + a.substr(at, end - at) + "_") != std::string::npos)
                return true;
            at = end + 1;
        }
        return false;
    }

    std::map<std::string, const levers::Row*> rows_;
    std::vector<std::string> keys_;
    std::set<std::string> tables_;
};

class Collector {
  public:
    Collector(const KeyBook& book, Entries& entries, Diagnostics& diagnostics)
        : book_(book), entries_(entries), diagnostics_(diagnostics) {}

    void collect(const Layer& layer) {
        layer_ = &layer;
        for (const Node& member : layer.table.children) {
            const auto& known = file_keys();
            if (std::find(known.begin(), known.end(), member.key) == known.end()) {
                lever_member(member, {}, nullptr);
            } else if (is_file_table(member.key)) {
                file_table(member);
            } else if (!may_stand_here(member.key)) {
                diagnostics_.error(member.key_place, member.key, only_in_a_file(member.key));
            } else {
                add_other(member, {member.key});
            }
        }
    }

  private:
    // What a file is called and what it starts from says the file itself: behind --set or a variant it would be without
    // effect.
    bool may_stand_here(const std::string& key) const {
        const bool is_typed = layer_->origin == Layer::Origin::variant || layer_->origin == Layer::Origin::set;
        return !is_typed || (key != "extends" && key != "name");
    }
    static Text only_in_a_file(const std::string& key) {
        if (key == "name")
            return worded("can only stand in a file; a typed variant has its name before the colon",
                          "只能写在文件中；命令行方案的名称写在冒号之前");
        return worded("can only stand in a file; name the file to start from as the baseline",
                      "只能写在文件中；请把要承接的文件作为基准方案列出");
    }

    void add_other(const Node& node, std::vector<std::string> path) {
        std::string key;
        for (const std::string& part : path) key += (key.empty() ? "" : ".") + part;
        entries_.others.push_back({std::move(key), std::move(path), &node, layer_, nullptr, nullptr});
    }

    void file_table(const Node& table) {
        if (!is_table(table, table.key)) return;
        for (const Node& member : table.children) {
            if (table.key == "posts" || table.key == "units") {
                described(table.key, member);
            } else {
                add_other(member, {table.key, member.key});
            }
        }
    }

    // [posts.<id>] or [units.<id>]
    void described(const std::string& table, const Node& item) {
        const std::string key = table + "." + item.key;
        if (!is_table(item, key)) return;
        const auto& known = table == "posts" ? post_keys() : unit_keys();
        for (const Node& field : item.children) {
            if (std::find(known.begin(), known.end(), field.key) == known.end()) {
                diagnostics_.error(field.key_place, key + "." + field.key,
                                   worded("unknown key", "没有这个键") + suggestion(field.key, known));
            } else {
                add_other(field, {table, item.key, field.key});
            }
        }
    }

    // [[pay]] twice, each with a day of its own.
    static Text advice_on_several(const Node& node, const std::string& key) {
        const auto is_a_table = [](const Node& item) { return item.kind == Node::Kind::table; };
        const bool are_tables = node.kind == Node::Kind::array && std::ranges::all_of(node.children, is_a_table);
        if (!are_tables || node.children.empty()) return {};
        return worded("; write [{}] once, and what begins on another day or elsewhere in a file that extends this one",
                      "；[{}] 只写一次，另日实行或另处实行的内容写入承接（extends）本文件的另一文件", key);
    }

    bool is_table(const Node& node, const std::string& key) {
        if (node.kind == Node::Kind::table) return true;
        diagnostics_.error(node.place, key,
                           worded("is a table of further keys, got {}{}", "其下应为各项键，写成了{}{}", describe(node),
                                  advice_on_several(node, key)));
        return false;
    }

    void lever_member(const Node& member, const std::string& prefix, const Conditions* conditions) {
        const std::string key = prefix.empty() ? member.key : prefix + "." + member.key;
        if (const levers::Row* row = book_.row(key)) {
            entries_.levers.push_back({key, {}, &member, layer_, row, conditions});
        } else if (book_.is_table(key)) {
            if (is_table(member, key)) lever_table(member, key, conditions);
        } else if (prefix.empty() || !is_condition(member.key)) {
            const bool table = member.kind == Node::Kind::table;
            diagnostics_.error(member.key_place, key,
                               (table ? worded("unknown table", "没有这个表") : worded("unknown key", "没有这个键")) +
                                   hint(key, table));
        }
    }

    // Where hardly a key is known, the file is of another kind, and a search for each would take long.
    Text hint(const std::string& key, bool is_table) {
        constexpr int most_hints = 50;
        return ++hints_ > most_hints ? Text{} : book_.hint(key, is_table);
    }

    // What a table says of days, units and people holds for the tables in it as well, as far as they say nothing else.
    void lever_table(const Node& table, const std::string& key, const Conditions* around) {
        const Conditions* own = read_conditions(table, key, around);
        const Conditions* conditions = own != nullptr ? own : around;
        const std::size_t before = entries_.levers.size();
        for (const Node& member : table.children) lever_member(member, key, conditions);
        const bool used =
            std::any_of(entries_.levers.begin() + static_cast<std::ptrdiff_t>(before), entries_.levers.end(),
                        [&](const Entry& entry) { return entry.conditions != nullptr; });
        if (own != nullptr && !used) {
            warn(diagnostics_, table.key_place, key, Warning::conditions_of_nothing);
        }
    }

    const Conditions* read_conditions(const Node& table, const std::string& key, const Conditions* around) {
        const auto& members = table.children;
        if (std::none_of(members.begin(), members.end(), [](const Node& m) { return is_condition(m.key); }))
            return nullptr;
        const Node* starts = table.find("starts");
        const Node* units = table.find("units");
        Conditions& conditions =
            entries_.conditions.emplace_back(around != nullptr ? Conditions(*around) : Conditions{});
        if (starts != nullptr) {
            conditions.starts = read_date(*starts, key + ".starts", diagnostics_);
            conditions.starts_place = starts->place;
        }
        if (units != nullptr) read_units(*units, key + ".units", conditions);
        if (const Node* years = table.find("phase_in_years")) {
            read_phase_in(*years, key + ".phase_in_years", starts != nullptr, conditions);
        }
        if (const Node* whom = table.find("applies_to")) read_applies_to(*whom, key + ".applies_to", conditions);
        return &conditions;
    }

    void read_phase_in(const Node& node, const std::string& key, bool is_dated, Conditions& conditions) {
        conditions.phase_in_place = node.place;
        const auto years = read_whole(node, key, 1, levers::longest_phase_in, diagnostics_);
        if (years) conditions.phase_in_years = static_cast<int>(*years);
        if (years && !is_dated && !conditions.starts) {
            diagnostics_.error(
                node.place, key,
                worded("needs starts beside it: the day of the first step, for example starts = 2027-01-01",
                       "须同时写明 starts，即第一步的日期，如 starts = 2027-01-01"));
        }
    }

    // On the command line the text may stand without quotes.
    void read_applies_to(const Node& node, const std::string& key, Conditions& conditions) {
        conditions.applies_to_place = node.place;
        const auto word = read_string(node, key, diagnostics_);
        if (!word) return;
        conditions.new_entrants = *word == "new_entrants";
        if (conditions.new_entrants || *word == "everybody") return;
        diagnostics_.error(node.place, key,
                           worded("\"{}\" is not allowed; one of everybody, new_entrants{}",
                                  "“{}”不可用；可选 everybody、new_entrants{}", *word,
                                  suggestion(*word, {"everybody", "new_entrants"})));
    }

    void read_units(const Node& node, const std::string& key, Conditions& conditions) {
        conditions.units_place = node.place;
        conditions.units.reset();
        if (node.kind == Node::Kind::text && node.text == "all") return;
        if (node.kind != Node::Kind::array) {
            diagnostics_.error(node.place, key,
                               worded("expected \"all\" or a list of units such as [\"T03\", \"T11\"], got {}",
                                      "应为 \"all\" 或单位列表，如 [\"T03\", \"T11\"]，写成了{}", describe(node)));
            return;
        }
        conditions.units.emplace();
        if (node.children.empty()) {
            diagnostics_.error(
                node.place, key,
                worded("is an empty list: what stands beside it would hold in no unit and change nothing; name "
                       "units, for example [\"T03\", \"T11\"], or leave units out to mean all",
                       "是空列表：同表各项将不在任何单位生效；请写明单位，如 [\"T03\", \"T11\"]，或不写 "
                       "units，即全部单位"));
        }
        for (const Node& element : node.children) {
            const auto unit = read_string(element, key, diagnostics_);
            if (!unit) continue;
            const auto known = [&](const auto& other) { return other.first == *unit; };
            if (std::any_of(conditions.units->begin(), conditions.units->end(), known)) {
                diagnostics_.error(element.place, key, worded("names the unit {} twice", "单位 {} 写了两次", *unit));
            }
            conditions.units->push_back({*unit, element.place});
        }
    }

    const KeyBook& book_;
    Entries& entries_;
    Diagnostics& diagnostics_;
    const Layer* layer_ = nullptr;
    int hints_ = 0;
};

}  // namespace

const Entry* Entries::last(const std::string& key) const {
    const auto found =
        std::find_if(others.rbegin(), others.rend(), [&](const Entry& entry) { return entry.key == key; });
    return found == others.rend() ? nullptr : &*found;
}

Entries entries_of(const Layers& layers, const std::vector<const levers::Row*>& rows, Diagnostics& diagnostics) {
    Entries entries;
    const KeyBook book(rows);
    Collector collector(book, entries, diagnostics);
    for (const Layer& layer : layers.all) collector.collect(layer);
    return entries;
}

}  // namespace staffsim::scenario
