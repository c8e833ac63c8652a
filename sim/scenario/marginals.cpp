#include "sim/scenario/marginals.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <iterator>
#include <numeric>

#include "sim/scenario/source_text.hpp"
#include "sim/scenario/toml_text.hpp"
#include "sim/scenario/words.hpp"

namespace staffsim::scenario {

namespace {

constexpr int largest_class = 10'000, largest_unit = 100'000, most_places = 1'000'000;
// Entry from 17: tables hold months only, and somebody of 16 may by them seem to have entered before the birthday.
constexpr double most_residents = 10'000'000, furthest_km = 1000, youngest_entry = 17, oldest_entry = 65;
constexpr int first_year = 1900, last_year = 2200;

bool is_table(const Node& node, const std::string& key, Diagnostics& diagnostics) {
    if (node.kind == Node::Kind::table) return true;
    diagnostics.error(node.place, key,
                      worded("is a table of further keys, got {}", "其下应为各项键，写成了{}", describe(node)));
    return false;
}

// Reads the members of one table and reports those it does not know.
class MemberReader {
  public:
    MemberReader(const Node& table, std::string prefix, Diagnostics& diagnostics)
        : table_(table), prefix_(std::move(prefix)), diagnostics_(diagnostics) {}

    void number(const char* key, double& value, double low, double high) {
        if (const Node* node = take(key))
            value = read_number(*node, prefix_ + key, low, high, diagnostics_).value_or(value);
    }
    void whole(const char* key, int& value, int low, int high) {
        if (const Node* node = take(key)) {
            value = static_cast<int>(read_whole(*node, prefix_ + key, low, high, diagnostics_).value_or(value));
        }
    }
    void text(const char* key, std::string& value) {
        if (const Node* node = take(key)) value = read_string(*node, prefix_ + key, diagnostics_).value_or(value);
    }
    void date(const char* key, Day& value) {
        if (const Node* node = take(key)) value = read_date(*node, prefix_ + key, diagnostics_).value_or(value);
    }
    template <std::size_t n>
    void shares(const char* key, const std::array<const char*, n>& names, std::array<double, n>& values) {
        const Node* node = need(key);
        if (node == nullptr || !is_table(*node, prefix_ + key, diagnostics_)) return;
        MemberReader inner(*node, prefix_ + key + ".", diagnostics_);
        double sum = 0;
        for (std::size_t i = 0; i < n; ++i) {
            inner.number(names[i], values[i], 0, 1);
            sum += values[i];
        }
        inner.finish();
        if (std::abs(sum - 1) > 1e-9) {
            diagnostics_.error(
                node->place, prefix_ + key,
                worded("the shares must sum to 1, they sum to {:.6g}", "各项比例之和应为 1，现为 {:.6g}", sum));
        }
    }
    void pair(const char* key, double& low, double& high, double least, double most) {
        const Node* node = take(key);
        if (node == nullptr) return;
        if (node->kind != Node::Kind::array || node->children.size() != 2) {
            return diagnostics_.error(node->place, prefix_ + key,
                                      worded("expected two numbers [lowest, highest], got {}",
                                             "应为两个数 [最低, 最高]，写成了{}", describe(*node)));
        }
        low = read_number(node->children[0], prefix_ + key, least, most, diagnostics_).value_or(low);
        high = read_number(node->children[1], prefix_ + key, low, most, diagnostics_).value_or(high);
    }
    const Node* take(const char* key) {
        known_.push_back(key);
        return table_.find(key);
    }
    // Requires the key to be there.
    const Node* need(const char* key) {
        const Node* node = take(key);
        if (node == nullptr) diagnostics_.error(table_.place, prefix_ + key, worded("is missing", "缺少此项"));
        return node;
    }
    void finish() {
        for (const Node& child : table_.children) {
            if (std::find(known_.begin(), known_.end(), child.key) != known_.end()) continue;
            diagnostics_.error(
                child.key_place, prefix_ + child.key,
                worded("is not a key of a marginals file", "不是总数文件的键") + suggestion(child.key, known_));
        }
    }

  private:
    const Node& table_;
    std::string prefix_;
    Diagnostics& diagnostics_;
    std::vector<std::string> known_;
};

UnitClass read_unit_class(const Node& node, Diagnostics& diagnostics) {
    UnitClass result;
    if (!is_table(node, "units", diagnostics)) return result;
    MemberReader reader(node, "units.", diagnostics);
    if (const Node* kind = reader.need("kind")) {
        const auto word = read_string(*kind, "units.kind", diagnostics);
        const auto found = word ? find_word<UnitKind>(*word) : std::nullopt;
        if (word && !found) diagnostics.error(kind->place, "units.kind", unknown_word<UnitKind>(*word));
        result.kind = found.value_or(result.kind);
    }
    if (reader.need("count") != nullptr) reader.whole("count", result.count, 1, largest_class);
    if (reader.need("places") != nullptr) reader.whole("places", result.places, 1, largest_unit);
    const Node* quota = reader.take("quota");
    if (quota != nullptr && is_table(*quota, "units.quota", diagnostics)) {
        MemberReader inner(*quota, "units.quota.", diagnostics);
        inner.whole("section_chief", result.quota[0], 0, 1000);
        inner.whole("deputy_section", result.quota[1], 0, 1000);
        inner.whole("office_head", result.quota[2], 0, 1000);
        inner.whole("office_deputy", result.quota[3], 0, 1000);
        inner.finish();
        const int titled = std::accumulate(result.quota.begin(), result.quota.end(), 0);
        if (result.places > 0 && titled > result.places) {
            diagnostics.error(quota->place, "units.quota",
                              worded("asks for {} titled posts in a unit of {} places; at most as many as places",
                                     "在编制 {1} 人的单位要求 {0} 个领导职数；不得多于编制", titled, result.places));
        }
    }
    reader.whole("institution_places", result.institution_places, 0, largest_unit);
    reader.whole("contract_staff", result.contract_staff, 0, largest_unit);
    reader.pair("residents", result.residents_low, result.residents_high, 0, most_residents);
    reader.pair("km_to_seat", result.km_low, result.km_high, 0, furthest_km);
    reader.whole("remote_class", result.remote_class, 1, 3);
    reader.finish();
    return result;
}

void read_units(const Node& node, Marginals& marginals, Diagnostics& diagnostics) {
    if (node.kind != Node::Kind::array || node.children.empty()) {
        return diagnostics.error(node.place, "units",
                                 worded("is a list of tables, each headed [[units]], got {}",
                                        "应为若干个表，各以 [[units]] 开头，写成了{}", describe(node)));
    }
    std::int64_t places = 0;
    for (const Node& unit : node.children) {
        const UnitClass& read = marginals.units.emplace_back(read_unit_class(unit, diagnostics));
        places += static_cast<std::int64_t>(read.count) * read.places;
    }
    if (places <= most_places) return;
    diagnostics.error(node.place, "units",
                      worded("count times places give {} places together; at most {}",
                             "count 与 places 相乘共 {} 个编制；最多 {} 个", places, most_places));
}

// Ids are written into tables and read from them again.
void read_prefixes(MemberReader& reader, Marginals& marginals, Diagnostics& diagnostics) {
    const Node* last = nullptr;
    for (auto [key, prefix] : {std::pair{"prefix_township", &marginals.prefix_township},
                               std::pair{"prefix_organ", &marginals.prefix_organ}}) {
        const Node* node = reader.take(key);
        if (node == nullptr) continue;
        last = node;
        reader.text(key, *prefix);
        const bool is_word = !prefix->empty() && prefix->size() <= 20 &&
                             std::ranges::all_of(*prefix, [](unsigned char c) { return c < 128 && std::isalnum(c); });
        if (!is_word) {
            diagnostics.error(node->place, key,
                              worded("expected 1 to 20 letters and digits without blanks, such as \"T\"; got {}",
                                     "应为 1 至 20 个字母或数字，不含空格，如 \"T\"；写成了{}", describe(*node)));
        }
    }
    if (last != nullptr && marginals.prefix_township == marginals.prefix_organ) {
        diagnostics.error(
            last->place, "prefix_organ",
            worded("is the same as prefix_township: every id would be there twice; give two different ones",
                   "与 prefix_township 相同，代码会重复；请用两个不同的前缀"));
    }
}

TierMarginal read_tier(const Node& node, const std::string& key, Diagnostics& diagnostics) {
    TierMarginal tier;
    if (!is_table(node, key, diagnostics)) return tier;
    MemberReader reader(node, key + ".", diagnostics);
    if (const Node* ages = reader.need("ages")) {
        if (ages->kind != Node::Kind::array || ages->children.size() != age_bands) {
            diagnostics.error(ages->place, key + ".ages",
                              worded("expected {} shares (20-24, 25-29, … 60-64), got {}",
                                     "应为 {} 个比例（20-24、25-29、… 60-64），写成了{}", age_bands, describe(*ages)));
        } else {
            double sum = 0;
            for (std::size_t i = 0; i < age_bands; ++i) {
                tier.ages[i] = read_number(ages->children[i], key + ".ages", 0, 1, diagnostics).value_or(0);
                sum += tier.ages[i];
            }
            if (std::abs(sum - 1) > 1e-9) {
                diagnostics.error(
                    ages->place, key + ".ages",
                    worded("the shares must sum to 1, they sum to {:.6g}", "各项比例之和应为 1，现为 {:.6g}", sum));
            }
        }
    }
    reader.number("years_at_tier", tier.tier_years_mean, 0.1, 40);
    reader.number("share_women", tier.share_women, 0, 1);
    reader.finish();
    return tier;
}

void read_tiers(const Node& node, Marginals& marginals, Diagnostics& diagnostics) {
    static constexpr const char* titles[] = {"clerk", "office_deputy", "office_head", "deputy_section",
                                             "section_chief"};
    if (!is_table(node, "tiers", diagnostics)) return;
    for (const Node& child : node.children) {
        if (child.key == "township" || child.key == "county_organ") continue;
        diagnostics.error(
            child.key_place, "tiers." + child.key,
            worded("is not a kind of unit", "不是单位类型") + suggestion(child.key, {"township", "county_organ"}));
    }
    for (const char* kind : {"township", "county_organ"}) {
        const Node* of_kind = node.find(kind);
        if (of_kind != nullptr && !is_table(*of_kind, fmt::format("tiers.{}", kind), diagnostics)) continue;
        for (const char* title : titles) {
            const std::string key = fmt::format("tiers.{}.{}", kind, title);
            const Node* tier = of_kind != nullptr ? of_kind->find(title) : nullptr;
            if (tier == nullptr) {
                diagnostics.error(node.place, key, worded("is missing", "缺少此项"));
            } else {
                marginals.tiers[fmt::format("{}.{}", kind, title)] = read_tier(*tier, key, diagnostics);
            }
        }
        if (of_kind == nullptr) continue;
        for (const Node& child : of_kind->children) {
            const bool known = std::any_of(std::begin(titles), std::end(titles),
                                           [&](const char* title) { return child.key == title; });
            if (!known)
                diagnostics.error(child.key_place, fmt::format("tiers.{}.{}", kind, child.key),
                                  worded("is not a title", "不是职务") +
                                      suggestion(child.key, {std::begin(titles), std::end(titles)}));
        }
    }
}

// Leaves what stands in the file as it is; units are known by then.
void check_over_unit(const Node& node, const Marginals& marginals, Diagnostics& diagnostics) {
    if (diagnostics.has_errors()) return;  // the ids hang on what is wrong
    const std::vector<std::string> ids = unit_ids(marginals);
    if (std::ranges::find(ids, marginals.over_unit) != ids.end()) return;
    diagnostics.error(node.place, "people.over_unit",
                      worded("there is no unit \"{}\"; the units are {} … {}{}", "没有单位“{}”；单位为 {} … {}{}",
                             marginals.over_unit, ids.front(), ids.back(), suggestion(marginals.over_unit, ids)));
}

void read_empty_columns(const Node& node, Marginals& m, Diagnostics& diagnostics) {
    static const std::vector<std::string> columns{"channel", "field", "post_since", "rank",   "rank_since", "pay_grade",
                                                  "step",    "party", "ethnicity",  "native", "results"};
    const std::string key = "people.empty_columns";
    if (node.kind != Node::Kind::array)
        return diagnostics.error(node.place, key,
                                 worded("expected a list such as [\"ethnicity\"], got {}",
                                        "应为列表，如 [\"ethnicity\"]，写成了{}", describe(node)));
    for (const Node& column : node.children) {
        const auto name = read_string(column, key, diagnostics);
        if (!name) continue;
        m.empty_columns.push_back(*name);
        if (std::ranges::find(columns, *name) != columns.end()) continue;
        diagnostics.error(
            column.place, key,
            worded("\"{}\" is not a column that may be empty; allowed: {}{}", "“{}”不是可以留空的列；可用：{}{}", *name,
                   fmt::format("{}", fmt::join(columns, ", ")), suggestion(*name, columns)));
    }
}

void read_people(const Node& node, Marginals& m, Diagnostics& diagnostics) {
    if (!is_table(node, "people", diagnostics)) return;
    MemberReader reader(node, "people.", diagnostics);
    reader.number("staffed_share", m.staffed_share, 0, 1);
    reader.number("staffed_leadership_share", m.staffed_leadership_share, 0, 1);
    reader.text("over_unit", m.over_unit);
    reader.whole("over_by", m.over_by, 0, 100);
    reader.pair("entry_age", m.entry_age_low, m.entry_age_high, youngest_entry, oldest_entry);
    reader.number("native_share", m.native_share, 0, 1);
    reader.number("party_share", m.party_share, 0, 1);
    const std::array<const char*, 4> education{"junior_college", "bachelor", "master", "doctor"};
    reader.shares("education_under_40", education, m.education_young);
    reader.shares("education_from_40", education, m.education_old);
    reader.shares("channels",
                  std::array<const char*, 5>{"open_exam", "institution_staff", "village_cadre", "village_official",
                                             "service_programme"},
                  m.channels);
    reader.shares(
        "fields",
        std::array<const char*, 6>{"law", "agriculture", "economics", "engineering", "administration", "other"},
        m.fields);
    reader.shares("results", std::array<const char*, 3>{"excellent", "competent", "basically_competent"}, m.results);
    if (const Node* empty = reader.take("empty_columns")) read_empty_columns(*empty, m, diagnostics);
    if (const Node* over = node.find("over_unit")) check_over_unit(*over, m, diagnostics);
    reader.finish();
}

}  // namespace

std::vector<std::string> unit_ids(const Marginals& marginals) {
    std::vector<std::string> ids;
    int townships = 0, organs = 0;
    for (const UnitClass& unit : marginals.units) {
        const bool township = unit.kind == UnitKind::township;
        for (int i = 0; i < unit.count; ++i) {
            ids.push_back(fmt::format("{}{:02}", township ? marginals.prefix_township : marginals.prefix_organ,
                                      township ? ++townships : ++organs));
        }
    }
    return ids;
}

Marginals read_marginals(const std::string& file, Diagnostics& diagnostics) {
    Marginals marginals;
    const auto text = read_file(file, largest_scenario_file, {}, "", diagnostics);
    if (!text || !is_fit_for_parser(*text, file, diagnostics)) return marginals;
    const auto root = parse_toml(*text, file, diagnostics);
    if (!root) return marginals;
    MemberReader reader(*root, "", diagnostics);
    if (const Node* start = reader.need("start")) {
        reader.date("start", marginals.start);
        if (const int year = year_of(marginals.start);
            start->kind == Node::Kind::date && (year < first_year || year > last_year)) {
            diagnostics.error(
                start->place, "start",
                worded("{} is out of range; allowed: {}-01-01 to {}-12-31", "{} 超出范围；允许：{}-01-01 至 {}-12-31",
                       to_text(marginals.start), first_year, last_year));
        }
    }
    read_prefixes(reader, marginals, diagnostics);
    if (const Node* units = reader.need("units")) read_units(*units, marginals, diagnostics);
    if (const Node* tiers = reader.need("tiers")) read_tiers(*tiers, marginals, diagnostics);
    if (const Node* people = reader.need("people")) read_people(*people, marginals, diagnostics);
    reader.finish();
    return marginals;
}

}  // namespace staffsim::scenario
