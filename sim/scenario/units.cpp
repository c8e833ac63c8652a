#include "sim/scenario/units.hpp"

#include <algorithm>
#include <charconv>
#include <deque>
#include <numeric>

#include "sim/scenario/warnings.hpp"
#include "sim/scenario/words.hpp"

namespace staffsim::scenario {

namespace {

constexpr int largest_count = 10'000'000;

const std::vector<Column>& fixed_columns() {
    static const std::vector<Column> columns{{"unit", "单位", true},
                                             {"name_zh", "名称", false},
                                             {"name_en", "英文名称", false},
                                             {"kind", "类型", true},
                                             {"places", "行政编制", true},
                                             {"institution_places", "事业编制", false},
                                             {"institution_staff", "事业实有", false},
                                             {"contract_staff", "编外", false},
                                             {"residents", "常住人口", false},
                                             {"km_to_seat", "距县城", false},
                                             {"remote_class", "边远类别", false}};
    return columns;
}

std::string chinese_of(const std::string& title) {
    if (title == "section_chief") return "正科职数";
    if (title == "deputy_section") return "副科职数";
    if (title == "office_head") return "中层正职";
    if (title == "office_deputy") return "中层副职";
    return "";
}

std::vector<std::string> titles_in(const std::vector<PostType>& posts) {
    std::vector<std::string> titles;
    for (const PostType& post : posts) {
        if (!post.is_entry() && std::find(titles.begin(), titles.end(), post.title) == titles.end()) {
            titles.push_back(post.title);
        }
    }
    return titles;
}

struct UnitDraft {
    UnitPlan plan;
    struct Quota {
        int number = 0;
        Place place;
        std::string key;
    };
    std::map<std::string, Quota> quotas;  // by title
    bool has_kind = false, has_places = false;
    bool from_table = false;
};

// A cell as a value of a scenario file: a number where it is one; one that no number of the program can hold stays what
// was written, so that whoever expects a number refuses it.
Node node_of(const std::string& cell, const Place& place) {
    Node node;
    node.place = node.key_place = place;
    node.kind = Node::Kind::text;
    node.text = cell;
    const char* begin = cell.data();
    const char* end = begin + cell.size();
    const auto whole = std::from_chars(begin, end, node.whole);
    const bool is_whole = whole.ptr == end;
    const auto real = is_whole ? whole : std::from_chars(begin, end, node.real);
    if (real.ptr != end) return node;
    node.kind = is_whole ? Node::Kind::whole : Node::Kind::real;
    if (real.ec == std::errc{}) return node;
    node.kind = Node::Kind::other;
    node.other = same_in_both(cell);
    return node;
}

class UnitReader {
  public:
    UnitReader(const Posts& posts, Units& units, Diagnostics& diagnostics)
        : posts_(posts), units_(units), diagnostics_(diagnostics), titles_(titles_in(posts.types)) {}

    void read_table(const CsvTable& table) {
        std::vector<Column> columns = fixed_columns();
        for (const std::string& title : titles_) columns.push_back({title, chinese_of(title), false});
        const std::vector<int> positions = positions_of(columns, table, diagnostics_);
        if (positions[0] < 0) return;
        for (const CsvRow& row : table.rows) read_row(table, row, columns, positions);
    }

    void read_entry(const Entry& entry) {
        UnitDraft& draft = draft_of(entry.path[1], entry.node->key_place);
        if (entry.path[2] != "quotas") return field(draft, entry.path[2], *entry.node, entry.key);
        if (entry.node->kind != Node::Kind::table) {
            diagnostics_.error(entry.node->place, entry.key,
                               worded("expected a table such as {{ office_head = 5 }}, got {}",
                                      "应为表，如 {{ office_head = 5 }}，写成了{}", describe(*entry.node)));
            return;
        }
        for (const Node& member : entry.node->children) quota(draft, member.key, member, entry.key + "." + member.key);
    }

    void finish() {
        for (UnitDraft& draft : drafts_) {
            complete(draft);
            set_quotas(draft);
            units_.plans.push_back(draft.plan);
        }
    }

  private:
    UnitDraft& draft_of(const std::string& id, const Place& place) {
        for (UnitDraft& draft : drafts_) {
            if (draft.plan.id == id) return draft;
        }
        units_.places["units." + id] = place;
        drafts_.emplace_back().plan.id = id;
        return drafts_.back();
    }

    void read_row(const CsvTable& table, const CsvRow& row, const std::vector<Column>& columns,
                  const std::vector<int>& positions) {
        const Place place{table.file, row.line, 0};
        const std::string id = row.cells[static_cast<std::size_t>(positions[0])];
        if (id.empty())
            return diagnostics_.error(place, "unit",
                                      worded("is empty; every unit needs an id", "为空；每个单位都要有代码"));
        UnitDraft& draft = draft_of(id, place);
        if (draft.from_table) {
            return diagnostics_.error(place, "unit",
                                      worded("the unit {} is there twice (line {})", "单位 {} 出现两次（另见第 {} 行）",
                                             id, units_.places["units." + id].line));
        }
        draft.from_table = true;
        for (std::size_t i = 1; i < columns.size(); ++i) {
            if (positions[i] < 0) continue;
            const std::string& cell = row.cells[static_cast<std::size_t>(positions[i])];
            if (!cell.empty()) cell_of(draft, columns[i].english, node_of(cell, place), i >= fixed_columns().size());
        }
    }

    void cell_of(UnitDraft& draft, const std::string& column, Node node, bool is_title) {
        if (column == "name_zh" || column == "name_en") {
            (column == "name_zh" ? draft.plan.label.zh : draft.plan.label.en) = node.text;
        } else if (is_title) {
            quota(draft, column, node, column);
        } else {
            field(draft, column, node, column);
        }
    }

    void field(UnitDraft& draft, const std::string& name, const Node& node, const std::string& key) {
        UnitPlan& plan = draft.plan;
        units_.places["units." + plan.id + "." + name] = node.place;
        if (name == "name" || name == "label") return label(plan, node, key);
        if (name == "kind") return kind(draft, node, key);
        if (name == "places") draft.has_places = true;
        if (name == "places") return count(plan.places, node, key, 0, 100'000);
        if (name == "institution_places") return count(plan.institution_places, node, key, 0, 100'000);
        if (name == "institution_staff") return count(plan.institution_staff, node, key, 0, 100'000);
        if (name == "contract_staff") return count(plan.contract_staff, node, key, 0, 100'000);
        if (name == "residents") return count(plan.residents, node, key, 0, largest_count);
        if (name == "remote_class") return count(plan.remote_class, node, key, 1, 3);
        if (const auto km = read_number(node, key, 0, 1000, diagnostics_)) plan.km_to_seat = *km;
    }

    void label(UnitPlan& plan, const Node& node, const std::string& key) {
        if (const auto text = read_text(node, key, diagnostics_)) plan.label = *text;
    }

    void kind(UnitDraft& draft, const Node& node, const std::string& key) {
        draft.has_kind = true;
        const auto word = read_string(node, key, diagnostics_);
        if (!word) return;
        const auto value = find_word<UnitKind>(*word);
        if (value) draft.plan.kind = *value;
        if (!value) diagnostics_.error(node.place, key, unknown_word<UnitKind>(*word));
    }

    void count(int& target, const Node& node, const std::string& key, int low, int high) {
        if (const auto value = read_whole(node, key, low, high, diagnostics_)) target = static_cast<int>(*value);
    }

    void quota(UnitDraft& draft, const std::string& title, const Node& node, const std::string& key) {
        if (std::find(titles_.begin(), titles_.end(), title) == titles_.end()) {
            diagnostics_.error(node.key_place, key,
                               worded("no post has this title", "没有这一职务") + suggestion(title, titles_));
            return;
        }
        const auto number = read_whole(node, key, 0, 10'000, diagnostics_);
        if (number) draft.quotas[title] = {static_cast<int>(*number), node.place, key};
    }

    void complete(UnitDraft& draft) {
        UnitPlan& plan = draft.plan;
        const Place& place = units_.places["units." + plan.id];
        if (!draft.has_kind)
            diagnostics_.error(
                place, "units." + plan.id,
                worded("lacks kind (township or county_organ)", "缺少 kind（township 或 county_organ）"));
        if (!draft.has_places)
            diagnostics_.error(place, "units." + plan.id, worded("lacks places (行政编制)", "缺少 places（行政编制）"));
        if (plan.label.zh.empty()) plan.label.zh = plan.label.en.empty() ? plan.id : plan.label.en;
        if (plan.label.en.empty()) plan.label.en = plan.label.zh;
        const bool has_entry = std::any_of(posts_.types.begin(), posts_.types.end(), [&](const PostType& post) {
            return post.is_entry() && post.unit_kind == plan.kind;
        });
        if (!has_entry && posts_.is_sound) {
            diagnostics_.error(place, "units." + plan.id,
                               worded("no post with ladder \"entry\" exists for its kind {}",
                                      "{} 类单位没有 ladder 为 \"entry\" 的职务", term(plan.kind).name));
        }
    }

    void set_quotas(UnitDraft& draft) {
        UnitPlan& plan = draft.plan;
        plan.quota.assign(posts_.types.size(), 0);
        for (const auto& [title, quota] : draft.quotas) {
            const auto post = std::find_if(posts_.types.begin(), posts_.types.end(), [&](const PostType& type) {
                return !type.is_entry() && type.title == title && type.unit_kind == plan.kind;
            });
            if (post != posts_.types.end()) {
                plan.quota[static_cast<std::size_t>(post - posts_.types.begin())] = quota.number;
            } else if (quota.number > 0) {
                diagnostics_.error(quota.place, quota.key,
                                   worded("no post of the kind {} has the title \"{}\"", "{} 类单位没有职务“{}”",
                                          term(plan.kind).name, title));
            }
        }
        const int titled = std::accumulate(plan.quota.begin(), plan.quota.end(), 0);
        if (titled > plan.places) {
            warn(diagnostics_, units_.places["units." + plan.id], "units." + plan.id, Warning::more_titles_than_places,
                 titled, plan.places);
        }
    }

    const Posts& posts_;
    Units& units_;
    Diagnostics& diagnostics_;
    std::vector<std::string> titles_;
    std::deque<UnitDraft> drafts_;
};

}  // namespace

Units units_of(const Entries& entries, const CsvTable* table, const Posts& posts, Diagnostics& diagnostics) {
    Units units;
    UnitReader reader(posts, units, diagnostics);
    if (table != nullptr) reader.read_table(*table);
    for (const Entry& entry : entries.others) {
        if (entry.path.size() == 3 && entry.path[0] == "units") reader.read_entry(entry);
    }
    reader.finish();
    return units;
}

int unit_index(const std::vector<UnitPlan>& units, const std::string& id) {
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (units[i].id == id) return static_cast<int>(i);
    }
    return -1;
}

}  // namespace staffsim::scenario
