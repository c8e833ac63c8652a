#include "sim/scenario/file_keys.hpp"

#include <algorithm>

namespace staffsim::scenario {

const std::vector<std::string>& file_keys() {
    static const std::vector<std::string> keys{
        "name",          "extends",   "roster",        "establishment", "start",      "years",
        "verdict_years", "synthetic", "warm_up_years", "warm_up_lives", "start_full", "start_ages",
        "county",        "posts",     "units",         "matters",       "sources"};
    return keys;
}

bool is_file_table(const std::string& key) {
    return key == "posts" || key == "units" || key == "matters" || key == "sources";
}

const std::vector<std::string>& post_keys() {
    static const std::vector<std::string> keys{"title", "label",   "unit_kind",   "tier",      "ladder",
                                               "area",  "feeders", "filled_from", "pay_level", "resignation_rate"};
    return keys;
}

const std::vector<std::string>& unit_keys() {
    static const std::vector<std::string> keys{"name",
                                               "label",
                                               "kind",
                                               "places",
                                               "quotas",
                                               "residents",
                                               "km_to_seat",
                                               "remote_class",
                                               "institution_places",
                                               "institution_staff",
                                               "contract_staff"};
    return keys;
}

std::string file_keys_schema() {
    return R"({
  "name": {"description": "名称 what the scenario is called", "$comment": "one text or both languages",
    "anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": false,
      "properties": {"zh": {"type": "string"}, "en": {"type": "string"}}}]},
  "extends": {"type": "string", "description": "the file whose values hold where this one says nothing"},
  "roster": {"type": "string", "description": "花名册 CSV, relative to this file"},
  "establishment": {"type": "string", "description": "编制职数表 CSV, relative to this file"},
  "start": {"type": "string", "description": "first simulated day, a date without quotes"},
  "years": {"type": "integer", "minimum": 1, "maximum": 1000},
  "verdict_years": {"type": "array", "items": {"type": "integer", "minimum": 1, "maximum": 1000}},
  "synthetic": {"type": "boolean", "description": "合成数据 people and units are invented"},
  "warm_up_years": {"type": "integer", "minimum": 0, "maximum": 200},
  "warm_up_lives": {"type": "integer", "minimum": 1, "maximum": 1000,
    "description": "warm-ups with different luck, which futures continue in turn; ranges are made of their number"},
  "start_full": {"type": "boolean", "description": "without roster: true fills every place with new recruits on the first day, false leaves the county empty"},
  "start_ages": {"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "number", "minimum": 16, "maximum": 80},
    "description": "with start_full: people of the first day are of any age between the two, entered at an entry age"},
  "county": {"type": "string", "description": "id of the county; part of the key of every random draw"},
  "posts": {"type": "object", "additionalProperties": {"type": "object", "additionalProperties": false, "properties": {
    "title": {"type": "string"}, "label": {}, "unit_kind": {"enum": ["township", "county_organ"]},
    "tier": {"type": "integer", "minimum": 0, "maximum": 20},
    "ladder": {"enum": ["entry", "middle", "deputy", "chief"]}, "area": {"enum": ["unit", "same_kind", "county"]},
    "feeders": {"type": "array", "items": {"type": "string"}}, "pay_level": {"type": "number"},
    "filled_from": {"type": "object", "additionalProperties": {"type": "number", "minimum": 0, "maximum": 1}},
    "resignation_rate": {"type": "number", "minimum": 0}}}},
  "units": {"type": "object", "additionalProperties": {"type": "object", "additionalProperties": false, "properties": {
    "name": {}, "label": {}, "kind": {"enum": ["township", "county_organ"]},
    "places": {"type": "integer", "minimum": 0},
    "quotas": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}},
    "residents": {"type": "integer", "minimum": 0}, "km_to_seat": {"type": "number", "minimum": 0},
    "remote_class": {"type": "integer", "minimum": 1, "maximum": 3},
    "institution_places": {"type": "integer", "minimum": 0}, "institution_staff": {"type": "integer", "minimum": 0},
    "contract_staff": {"type": "integer", "minimum": 0}}}},
  "matters": {"type": "object", "description": "smallest change that matters, by outcome",
    "additionalProperties": {"type": "number", "minimum": 0}},
  "sources": {"type": "object", "description": "where a number comes from, by lever key",
    "additionalProperties": {"type": "string"}}
})";
}

}  // namespace staffsim::scenario
