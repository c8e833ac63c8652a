#include "sim/scenario/marginals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "sim/scenario/source_text.hpp"
#include "sim/scenario/toml_text.hpp"

namespace staffsim::scenario {

namespace {

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
        const Node* node = take(key);
        if (node == nullptr) return;
        MemberReader inner(*node, prefix_ + key + ".", diagnostics_);
        double sum = 0;
        for (std::size_t i = 0; i < n; ++i) {
            inner.number(names[i], values[i], 0, 1);
            sum += values[i];
        }
        inner.finish();
        if (std::abs(sum - 1) > 1e-9) {
            diagnostics_.error(node->place, prefix_ + key,
                               fmt::format("the shares must sum to 1, they sum to {:.6g}", sum));
        }
    }
    void pair(const char* key, double& low, double& high) {
        const Node* node = take(key);
        if (node == nullptr) return;
        if (node->kind != Node::Kind::array || node->children.size() != 2) {
            return diagnostics_.error(node->place, prefix_ + key,
                                      "expected two numbers [lowest, highest], got " + describe(*node));
        }
        low = read_number(node->children[0], prefix_ + key, 0, 1e9, diagnostics_).value_or(low);
        high = read_number(node->children[1], prefix_ + key, low, 1e9, diagnostics_).value_or(high);
    }
    const Node* take(const char* key) {
        known_.push_back(key);
        return table_.find(key);
    }
    // Requires the key to be there.
    const Node* need(const char* key) {
        const Node* node = take(key);
        if (node == nullptr) diagnostics_.error(table_.place, prefix_ + key, "is missing");
        return node;
    }
    void finish() {
        for (const Node& child : table_.children) {
            if (std::find(known_.begin(), known_.end(), child.key) != known_.end()) continue;
            diagnostics_.error(child.key_place, prefix_ + child.key,
                               "is not a key of a marginals file" + suggestion(child.key, known_));
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
    MemberReader reader(node, "units.", diagnostics);
    std::string kind = "township";
    reader.text("kind", kind);
    if (const auto found = find_term<UnitKind>(kind)) {
        result.kind = *found;
    } else {
        diagnostics.error(node.place, "units.kind", "must be township or county_organ");
    }
    reader.whole("count", result.count, 1, 10000);
    reader.whole("places", result.places, 1, 100000);
    if (const Node* quota = reader.take("quota")) {
        MemberReader inner(*quota, "units.quota.", diagnostics);
        inner.whole("section_chief", result.quota[0], 0, 1000);
        inner.whole("deputy_section", result.quota[1], 0, 1000);
        inner.whole("office_head", result.quota[2], 0, 1000);
        inner.whole("office_deputy", result.quota[3], 0, 1000);
        inner.finish();
    }
    reader.whole("institution_places", result.institution_places, 0, 100000);
    reader.whole("contract_staff", result.contract_staff, 0, 100000);
    reader.pair("residents", result.residents_low, result.residents_high);
    reader.pair("km_to_seat", result.km_low, result.km_high);
    reader.whole("remote_class", result.remote_class, 1, 3);
    reader.finish();
    return result;
}

TierMarginal read_tier(const Node& node, const std::string& key, Diagnostics& diagnostics) {
    TierMarginal tier;
    MemberReader reader(node, key + ".", diagnostics);
    if (const Node* ages = reader.need("ages")) {
        if (ages->kind != Node::Kind::array || ages->children.size() != age_bands) {
            diagnostics.error(
                ages->place, key + ".ages",
                fmt::format("expected {} shares (20-24, 25-29, … 60-64), got {}", age_bands, describe(*ages)));
        } else {
            double sum = 0;
            for (std::size_t i = 0; i < age_bands; ++i) {
                tier.ages[i] = read_number(ages->children[i], key + ".ages", 0, 1, diagnostics).value_or(0);
                sum += tier.ages[i];
            }
            if (std::abs(sum - 1) > 1e-9) {
                diagnostics.error(ages->place, key + ".ages",
                                  fmt::format("the shares must sum to 1, they sum to {:.6g}", sum));
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
    for (const char* kind : {"township", "county_organ"}) {
        const Node* of_kind = node.find(kind);
        for (const char* title : titles) {
            const std::string key = fmt::format("tiers.{}.{}", kind, title);
            const Node* tier = of_kind != nullptr ? of_kind->find(title) : nullptr;
            if (tier == nullptr) {
                diagnostics.error(node.place, key, "is missing");
            } else {
                marginals.tiers[fmt::format("{}.{}", kind, title)] = read_tier(*tier, key, diagnostics);
            }
        }
        if (of_kind == nullptr) continue;
        for (const Node& child : of_kind->children) {
            const bool known = std::any_of(std::begin(titles), std::end(titles),
                                           [&](const char* title) { return child.key == title; });
            if (!known)
                diagnostics.error(child.key_place, fmt::format("tiers.{}.{}", kind, child.key), "is not a title");
        }
    }
}

void read_people(const Node& node, Marginals& m, Diagnostics& diagnostics) {
    MemberReader reader(node, "people.", diagnostics);
    reader.number("staffed_share", m.staffed_share, 0, 1);
    reader.number("staffed_leadership_share", m.staffed_leadership_share, 0, 1);
    reader.text("over_unit", m.over_unit);
    reader.whole("over_by", m.over_by, 0, 100);
    reader.pair("entry_age", m.entry_age_low, m.entry_age_high);
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
    if (const Node* empty = reader.take("empty_columns")) {
        for (const Node& column : empty->children) {
            if (auto name = read_string(column, "people.empty_columns", diagnostics)) m.empty_columns.push_back(*name);
        }
    }
    reader.finish();
}

}  // namespace

Marginals read_marginals(const std::string& file, Diagnostics& diagnostics) {
    Marginals marginals;
    const auto text = read_file(file, largest_scenario_file, {}, "", diagnostics);
    if (!text || !is_fit_for_parser(*text, file, diagnostics)) return marginals;
    const auto root = parse_toml(*text, file, diagnostics);
    if (!root) return marginals;
    MemberReader reader(*root, "", diagnostics);
    if (reader.need("start") != nullptr) reader.date("start", marginals.start);
    reader.text("prefix_township", marginals.prefix_township);
    reader.text("prefix_organ", marginals.prefix_organ);
    if (const Node* units = reader.need("units")) {
        for (const Node& unit : units->children) marginals.units.push_back(read_unit_class(unit, diagnostics));
    }
    if (const Node* tiers = reader.need("tiers")) read_tiers(*tiers, marginals, diagnostics);
    if (const Node* people = reader.need("people")) read_people(*people, marginals, diagnostics);
    reader.finish();
    return marginals;
}

}  // namespace staffsim::scenario
