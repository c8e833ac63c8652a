// Levers for programs and editors: the JSON array and the JSON Schema of a scenario file.
#include <nlohmann/json.hpp>

#include "sim/levers/listing.hpp"

namespace staffsim::levers {

namespace {

using Json = nlohmann::ordered_json;

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

Json spans_json(const Row& row) {
    if (row.plausible_by_name.empty()) return {};
    Json named = Json::object();
    for (std::size_t i = 0; i < row.names.size(); ++i)
        named[row.names[i]] = {row.plausible_by_name[i].low, row.plausible_by_name[i].high};
    return named;
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
            {"plausible_high", row.plausible ? Json(row.plausible->high) : Json()},
            {"plausible_by_name", spans_json(row)},
            {"everyday", row.everyday}};
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
    return {{"starts",
             {{"type", "string"},
              {"description",
               "date from which the values of this table hold, and of tables in it without one of their own"}}},
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
