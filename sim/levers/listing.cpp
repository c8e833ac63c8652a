#include "sim/levers/listing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace staffsim::levers {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t page_width = 78;

struct ClauseTitle {
    std::string_view clause;
    Text title;
};
// Clauses of the policy outline, in its order.
const std::vector<ClauseTitle>& clause_titles() {
    static const std::vector<ClauseTitle> titles{
        {"1", {"Training", "教育培训"}},
        {"2", {"Conduct and service", "作风建设"}},
        {"3", {"Institutions", "制度建设"}},
        {"3.1", {"Assessment", "考核"}},
        {"3.2", {"Competition for posts, exchange, front-line exercise", "竞争上岗、交流与一线锻炼"}},
        {"3.3", {"Pay and living conditions", "工资待遇与生活条件"}},
        {"4", {"Recruitment", "考录"}},
        {"5", {"Beside the outline: retirement law", "纲要之外：退休法规"}},
    };
    return titles;
}

// Title of a clause or of the clause it belongs to ("3.2.1" has the title of "3.2").
std::string title_of(std::string clause, Language language) {
    while (!clause.empty()) {
        for (const ClauseTitle& known : clause_titles()) {
            if (known.clause == clause) return in(known.title, language);
        }
        const auto dot = clause.rfind('.');
        clause = dot == std::string::npos ? "" : clause.substr(0, dot);
    }
    return "";
}

// Length in bytes of the UTF-8 character at `at`.
std::size_t character_length(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) >> 6) == 2) ++end;
    return end - at;
}

// Bytes that fit into `width` columns, up to a blank where there is one; wide characters may be parted anywhere.
std::size_t fitting(std::string_view text, std::size_t width) {
    std::size_t end = 0;
    std::size_t last_break = 0;
    while (end < text.size()) {
        const std::size_t next = end + character_length(text, end);
        if (display_width(text.substr(0, next)) > width) return last_break > 0 ? last_break : std::max(end, next - end);
        if (text[end] == ' ' || next - end > 2) last_break = next;
        end = next;
    }
    return end;
}

std::string wrapped(std::string_view text, std::size_t indent) {
    std::string lines;
    for (std::string_view rest = trimmed(text); !rest.empty(); rest = trimmed(rest)) {
        const std::size_t length = fitting(rest, page_width - indent);
        lines += std::string(indent, ' ') + std::string(trimmed(rest.substr(0, length))) + "\n";
        rest.remove_prefix(length);
    }
    return lines;
}

std::string decided_by(const Row& row) {
    return std::string(row.kind == Kind::policy ? name(row.authority) : name(row.kind));
}

std::string first_line(const Row& row) {
    const std::string value = to_text(row, row.default_value) + (row.unit.empty() ? "" : " " + row.unit);
    const std::string left = "  " + pad_right(row.key, 40) + " ";
    const std::string right = " " + pad_left(decided_by(row), 10);
    if (display_width(left) + display_width(value) + display_width(right) <= page_width) {
        return left + pad_right(value, page_width - display_width(left) - display_width(right)) + right + "\n";
    }
    return pad_right("  " + row.key, page_width - display_width(right)) + right + "\n" + wrapped(value, 6);
}

std::string lever_lines(const Row& row, Language language) {
    const bool says_range = row.type != Type::flag;
    const std::string label = in(row.label, language).empty() ? row.meaning : in(row.label, language);
    return first_line(row) + wrapped(label + (says_range ? " (" + range_text(row) + ")" : ""), 6);
}

std::string heading_of(const Row& row, Language language) {
    if (row.kind == Kind::fact) return language == Language::zh ? "事实（可查）" : "Facts: somebody can look them up";
    if (row.kind == Kind::assumption)
        return language == Language::zh ? "假设" : "Assumptions: the analyst has to choose";
    return row.clause + "  " + title_of(row.clause, language);
}

Json default_json(const Row& row) {
    const Value& value = row.default_value;
    if (const auto* flag = std::get_if<bool>(&value)) return *flag;
    if (const auto* number = std::get_if<double>(&value)) return *number;
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* day = std::get_if<MonthDay>(&value)) return staffsim::to_text(*day);
    const auto& numbers = std::get<std::vector<double>>(value);
    if (row.type == Type::list) return numbers;
    Json named = Json::object();
    for (std::size_t i = 0; i < row.names.size() && i < numbers.size(); ++i) named[row.names[i]] = numbers[i];
    return named;
}

bool has_range(const Row& row) {
    return row.type != Type::flag && row.type != Type::choice && row.type != Type::month_day;
}

Json row_json(const Row& row) {
    return {{"key", row.key},
            {"type", name(row.type)},
            {"unit", row.unit},
            {"default", default_json(row)},
            {"low", has_range(row) ? Json(row.low) : Json()},
            {"high", has_range(row) ? Json(row.high) : Json()},
            {"choices", row.choices},
            {"names", row.names},
            {"kind", name(row.kind)},
            {"authority", name(row.authority)},
            {"scope", name(row.scope)},
            {"clause", row.clause},
            {"label", {{"en", row.label.en}, {"zh", row.label.zh}}},
            {"meaning", row.meaning},
            {"source", row.source},
            {"grade", name(row.grade)},
            {"plausible_low", row.plausible ? Json(row.plausible->low) : Json()},
            {"plausible_high", row.plausible ? Json(row.plausible->high) : Json()}};
}

Json number_schema(const Row& row) {
    const bool whole = row.whole || row.type == Type::count || row.type == Type::days;
    return {{"type", whole ? "integer" : "number"}, {"minimum", row.low}, {"maximum", row.high}};
}

Json value_schema(const Row& row) {
    switch (row.type) {
        case Type::flag:
            return {{"type", "boolean"}};
        case Type::choice:
            return {{"type", "string"}, {"enum", row.choices}};
        case Type::month_day:
            return {{"type", "string"}, {"pattern", "^[0-9]{2}-[0-9]{2}$"}};
        case Type::list:
            return {{"type", "array"},
                    {"items", number_schema(row)},
                    {"minItems", row.names.size()},
                    {"maxItems", row.names.size()}};
        case Type::by_name:
            break;
        default:
            return number_schema(row);
    }
    Json properties = Json::object();
    for (const std::string& entry : row.names) properties[entry] = number_schema(row);
    return {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
}

Json lever_schema(const Row& row) {
    Json schema = value_schema(row);
    schema["title"] = row.label.en + (row.label.zh.empty() ? "" : " / " + row.label.zh);
    schema["description"] = row.meaning + (row.unit.empty() ? "" : " [" + row.unit + "]");
    schema["default"] = default_json(row);
    return schema;
}

Json conditions_schema() {
    const Json one_unit{{"type", "string"}};
    return {{"starts", {{"type", "string"}, {"description", "date from which the values of this table hold"}}},
            {"phase_in_years",
             {{"type", "integer"},
              {"minimum", 1},
              {"maximum", longest_phase_in},
              {"description", "yearly steps in which the values of this table are reached, the first on `starts`"}}},
            {"applies_to",
             {{"enum", Json::array({"everybody", "new_entrants"})},
              {"description", "new_entrants: whoever entered the service on `starts` or later"}}},
            {"units",
             {{"description", "\"all\", or the ids of the pilot units in which the values of this table hold"},
              {"anyOf", Json::array({{{"const", "all"}}, {{"type", "array"}, {"items", one_unit}}})}}}};
}

Json& table_at(Json& root, std::string_view dotted) {
    Json* table = &root;
    while (!dotted.empty()) {
        const auto dot = dotted.find('.');
        Json& properties = (*table)["properties"];
        Json& inner = properties[std::string(dotted.substr(0, dot))];
        if (inner.is_null()) {
            inner = {{"type", "object"}, {"properties", conditions_schema()}, {"additionalProperties", false}};
        }
        table = &inner;
        dotted = dot == std::string_view::npos ? std::string_view{} : dotted.substr(dot + 1);
    }
    return *table;
}

}  // namespace

std::vector<const Row*> selected(const std::vector<const Row*>& rows, Selection selection) {
    std::vector<const Row*> chosen;
    for (const Row* row : rows) {
        if (selection == Selection::all || row->kind == Kind::policy) chosen.push_back(row);
    }
    std::stable_sort(chosen.begin(), chosen.end(), [](const Row* a, const Row* b) {
        return std::make_pair(a->kind, std::string_view(a->kind == Kind::policy ? a->clause : "")) <
               std::make_pair(b->kind, std::string_view(b->kind == Kind::policy ? b->clause : ""));
    });
    return chosen;
}

std::string listing_text(const std::vector<const Row*>& rows, Selection selection, Language language) {
    const std::vector<const Row*> chosen = selected(rows, selection);
    if (chosen.empty()) return language == Language::zh ? "没有可列的参数。\n" : "There are no levers to list.\n";
    std::string text;
    std::string heading;
    for (const Row* row : chosen) {
        const std::string own = heading_of(*row, language);
        if (own != heading) text += (text.empty() ? "" : "\n") + wrapped(own, 0);
        heading = own;
        text += lever_lines(*row, language);
    }
    return text;
}

std::string listing_json(const std::vector<const Row*>& rows, Selection selection) {
    Json list = Json::array();
    for (const Row* row : selected(rows, selection)) list.push_back(row_json(*row));
    return list.dump(2) + "\n";
}

std::string scenario_schema(const std::vector<const Row*>& rows, std::string_view other_properties) {
    Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                {"title", "staffsim scenario"},
                {"type", "object"},
                {"properties", Json::parse(other_properties)},
                {"additionalProperties", false}};
    for (const Row* row : rows) {
        const auto dot = row->key.rfind('.');
        const std::string_view key = row->key;
        Json& table = table_at(schema, dot == std::string::npos ? std::string_view{} : key.substr(0, dot));
        table["properties"][std::string(dot == std::string::npos ? key : key.substr(dot + 1))] = lever_schema(*row);
    }
    return schema.dump(2) + "\n";
}

}  // namespace staffsim::levers
