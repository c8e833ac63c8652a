#include "sim/scenario/file_values.hpp"

#include <algorithm>
#include <limits>

#include "sim/scenario/file_keys.hpp"

namespace staffsim::scenario {

namespace {

class FileValueReader {
  public:
    FileValueReader(FileValues& values, Diagnostics& diagnostics) : values_(values), diagnostics_(diagnostics) {}

    void read(const Entry& entry) {
        const std::string& key = entry.key;
        const Node& node = *entry.node;
        if (key == "name") return name(entry);
        if (key == "roster") return file(entry, values_.roster);
        if (key == "establishment") return file(entry, values_.establishment);
        if (key == "verdict_years") return verdict_years(node);
        if (key == "county") return county(node);
        if (key == "start") return start(node);
        if (key == "years") return whole(node, key, 1, longest_horizon, values_.years, values_.years_place);
        if (key == "warm_up_years")
            return whole(node, key, 0, longest_warm_up, values_.warm_up_years, values_.warm_up_place);
        if (key == "warm_up_lives") {
            return whole(node, key, 1, most_warm_up_lives, values_.warm_up_lives, values_.warm_up_lives_place);
        }
        if (key == "start_ages") return start_ages(node);
        if (key == "synthetic") return void(flag(node, key, values_.synthetic));
        if (key == "start_full" && flag(node, key, values_.start_full)) values_.start_full_place = node.place;
    }

  private:
    void name(const Entry& entry) {
        const auto text = read_text(*entry.node, entry.key, diagnostics_);
        if (text && entry.layer->origin == Layer::Origin::file) values_.names[entry.layer->operand] = *text;
    }

    void file(const Entry& entry, std::optional<NamedFile>& target) {
        const auto path = read_string(*entry.node, entry.key, diagnostics_);
        if (path && path->empty())
            diagnostics_.error(entry.node->place, entry.key,
                               worded("is empty; name a CSV file", "为空；请写明 CSV 文件"));
        if (path && !path->empty()) target = NamedFile{path_in(entry.layer->folder, *path), entry.node->place};
    }

    void start(const Node& node) {
        const auto day = read_date(node, "start", diagnostics_);
        if (!day) return;
        if (year_of(*day) < 1900 || year_of(*day) > 2200) {
            diagnostics_.error(node.place, "start",
                               worded("{} is out of range; allowed: 1900-01-01 to 2200-12-31",
                                      "{} 超出范围；允许：1900-01-01 至 2200-12-31", to_text(*day)));
        } else {
            values_.start = *day;
            values_.start_place = node.place;
        }
    }

    void whole(const Node& node, const std::string& key, int low, int high, int& target, Place& place) {
        const auto value = read_whole(node, key, low, high, diagnostics_);
        if (!value) return;
        target = static_cast<int>(*value);
        place = node.place;
    }

    bool flag(const Node& node, const std::string& key, bool& target) {
        const auto value = read_flag(node, key, diagnostics_);
        if (value) target = *value;
        return value.has_value();
    }

    void county(const Node& node) {
        const auto id = read_string(node, "county", diagnostics_);
        if (id && id->empty())
            diagnostics_.error(node.place, "county", worded("is empty; give the county an id", "为空；请给县一个代码"));
        if (!id || id->empty()) return;
        values_.county = *id;
        values_.county_place = node.place;
    }

    void verdict_years(const Node& node) {
        if (node.kind != Node::Kind::array || node.children.empty()) {
            diagnostics_.error(node.place, "verdict_years",
                               worded("expected a list of years such as [3, 5, 10], got {}",
                                      "应为年份列表，如 [3, 5, 10]，写成了{}", describe(node)));
            return;
        }
        std::vector<int> years;
        for (const Node& element : node.children) {
            const auto year = read_whole(element, "verdict_years", 1, longest_horizon, diagnostics_);
            if (year) years.push_back(static_cast<int>(*year));
        }
        std::sort(years.begin(), years.end());
        if (std::adjacent_find(years.begin(), years.end()) != years.end()) {
            diagnostics_.error(node.place, "verdict_years", worded("names a year twice", "同一年写了两次"));
        }
        values_.verdict_years = std::move(years);
        values_.verdict_years_place = node.place;
    }

    void start_ages(const Node& node) {
        values_.start_ages_place = node.place;
        if (node.kind != Node::Kind::array || node.children.size() != 2) {
            diagnostics_.error(node.place, "start_ages",
                               worded("expected two ages such as [22, 60], got {}",
                                      "应为两个年龄，如 [22, 60]，写成了{}", describe(node)));
            return;
        }
        const auto youngest = read_number(node.children[0], "start_ages", 16, 80, diagnostics_);
        const auto oldest = read_number(node.children[1], "start_ages", 16, 80, diagnostics_);
        if (!youngest || !oldest) return;
        if (*youngest > *oldest)
            diagnostics_.error(node.place, "start_ages", worded("has the higher age first", "较大的年龄写在了前面"));
        values_.start_ages = {*youngest, *oldest};
    }

    FileValues& values_;
    Diagnostics& diagnostics_;
};

void read_matter(const Entry& entry, const std::vector<std::string>& ids, FileValues& values,
                 Diagnostics& diagnostics) {
    const std::string& id = entry.path[1];
    const auto value = read_number(*entry.node, entry.key, 0, std::numeric_limits<double>::max(), diagnostics);
    if (!ids.empty() && std::find(ids.begin(), ids.end(), id) == ids.end()) {
        diagnostics.error(entry.node->key_place, entry.key,
                          worded("there is no such outcome", "没有这项指标") + suggestion(id, ids));
    } else if (value) {
        values.matters[id] = *value;
    }
}

void read_source(const Entry& entry, const std::vector<std::string>& keys, FileValues& values,
                 Diagnostics& diagnostics) {
    const std::string& lever = entry.path[1];
    const auto text = read_string(*entry.node, entry.key, diagnostics);
    if (std::find(keys.begin(), keys.end(), lever) == keys.end()) {
        diagnostics.error(entry.node->key_place, entry.key,
                          worded("there is no such lever (put the key in quotes: \"pay.x\" = …)",
                                 "没有这个参数（键应加引号：\"pay.x\" = …）") +
                              suggestion(lever, keys));
    } else if (text) {
        values.sources[lever] = *text;
    }
}

}  // namespace

FileValues file_values(const Entries& entries, const std::vector<const levers::Row*>& rows,
                       const std::vector<std::string>& outcome_ids, Diagnostics& diagnostics) {
    FileValues values;
    FileValueReader reader(values, diagnostics);
    std::vector<std::string> keys;
    for (const levers::Row* row : rows) keys.push_back(row->key);
    for (const Entry& entry : entries.others) {
        if (entry.path.size() == 1) reader.read(entry);
        if (entry.path.front() == "matters" && entry.path.size() == 2)
            read_matter(entry, outcome_ids, values, diagnostics);
        if (entry.path.front() == "sources" && entry.path.size() == 2) read_source(entry, keys, values, diagnostics);
    }
    return values;
}

}  // namespace staffsim::scenario
