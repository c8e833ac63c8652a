#include "analysis/context.hpp"

#include <nlohmann/json.hpp>

#include "analysis/version.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/store/store.hpp"

namespace staffsim::analysis {

namespace {

using Json = nlohmann::ordered_json;

Json setting_json(const Setting& setting) {
    return {{"key", setting.key},           {"label_en", setting.label.en},
            {"label_zh", setting.label.zh}, {"old", setting.old_value},
            {"new", setting.new_value},     {"unit", setting.unit},
            {"origin", setting.origin},     {"authority", setting.authority},
            {"starts", setting.starts},     {"old_is_unused", setting.old_is_unused}};
}

Setting setting_of(const Json& json) {
    Setting setting;
    setting.key = json.at("key");
    setting.label = {json.at("label_en"), json.at("label_zh")};
    setting.old_value = json.at("old");
    setting.new_value = json.at("new");
    setting.unit = json.at("unit");
    setting.authority = json.at("authority");
    setting.origin = json.at("origin");
    setting.starts = json.at("starts");
    setting.old_is_unused = json.value("old_is_unused", false);
    return setting;
}

Json equal_cost_json(const Context& context) {
    Json list = Json::array();
    for (const EqualCost& one : context.equal_cost) {
        list.push_back({{"scenario", one.scenario},
                        {"lever", one.lever},
                        {"label_en", one.label.en},
                        {"label_zh", one.label.zh},
                        {"value", one.value},
                        {"unit", one.unit},
                        {"reference", one.reference},
                        {"at_announcement", one.at_announcement},
                        {"pilot_replications", one.pilot_replications},
                        {"pilot_seed", one.pilot_seed},
                        {"pilot_runs", one.pilot_runs},
                        {"pilot_residual", one.pilot_residual}});
        if (one.holds.en.empty()) continue;
        list.back()["holds_en"] = one.holds.en;
        list.back()["holds_zh"] = one.holds.zh;
    }
    return list;
}

EqualCost equal_cost_of(const Json& json) {
    EqualCost one;
    one.scenario = json.at("scenario");
    one.lever = json.at("lever");
    one.label = {json.at("label_en"), json.at("label_zh")};
    one.value = json.at("value");
    one.unit = json.at("unit");
    one.holds = {json.value("holds_en", std::string()), json.value("holds_zh", std::string())};
    one.reference = json.value("reference", std::size_t{0});
    one.at_announcement = json.at("at_announcement");
    one.pilot_replications = json.at("pilot_replications");
    one.pilot_seed = json.at("pilot_seed");
    one.pilot_runs = json.at("pilot_runs");
    one.pilot_residual = json.at("pilot_residual");
    return one;
}

Json part_json(const PathwayPart& part) { return Json::array({part.part, part.low, part.high}); }

PathwayPart part_of(const Json& json) { return {json.at(0), json.at(1), json.at(2)}; }

Json pathways_json(const PathwayStudy& study) {
    Json names = Json::array(), cells = Json::array();
    for (const PathwayStudy::Named& one : study.pathways)
        names.push_back({{"id", one.id}, {"label_en", one.label.en}, {"label_zh", one.label.zh}});
    for (const PathwayCell& cell : study.cells) {
        Json parts = Json::array();
        for (const PathwayPart& part : cell.parts) parts.push_back(part_json(part));
        cells.push_back({{"outcome", measures::outcomes()[cell.outcome].id},
                         {"scenario", cell.scenario},
                         {"year", cell.verdict_year},
                         {"whole", part_json({cell.difference, cell.low, cell.high})},
                         {"parts", parts},
                         {"rules", part_json(cell.rules)}});
    }
    return {{"futures", study.futures}, {"names", names}, {"cells", cells}};
}

PathwayStudy pathways_of(const Json& json) {
    PathwayStudy study;
    study.futures = json.at("futures");
    for (const Json& one : json.at("names"))
        study.pathways.push_back({one.at("id"), {one.at("label_en"), one.at("label_zh")}});
    for (const Json& one : json.at("cells")) {
        const PathwayPart whole = part_of(one.at("whole"));
        PathwayCell cell{measures::outcome_index(one.at("outcome").get<std::string>()),
                         one.at("scenario"),
                         one.at("year"),
                         whole.part,
                         whole.low,
                         whole.high,
                         {},
                         part_of(one.at("rules"))};
        for (const Json& part : one.at("parts")) cell.parts.push_back(part_of(part));
        study.cells.push_back(std::move(cell));
    }
    return study;
}

Json units_json(const Context& context) {
    Json units = Json::array();
    for (const UnitContext& unit : context.units) {
        units.push_back({{"id", unit.id}, {"township", unit.is_township}, {"places", unit.places}});
    }
    return units;
}

Json changes_json(const std::vector<Setting>& settings) {
    Json list = Json::array();
    for (const Setting& setting : settings) list.push_back(setting_json(setting));
    return list;
}

Json settings_json(const Context& context) {
    Json all = Json::array();
    for (const std::vector<Setting>& settings : context.settings) all.push_back(changes_json(settings));
    return all;
}

Json overrides_json(const Overrides& overrides) {
    return {{"contexts", overrides.contexts},
            {"sets", overrides.sets},
            {"listed", overrides.is_listed},
            {"changes", changes_json(overrides.changes)}};
}

Overrides overrides_of(const Json& json) {
    Overrides overrides;
    overrides.contexts = json.at("contexts").get<std::vector<std::string>>();
    overrides.sets = json.at("sets").get<std::vector<std::string>>();
    overrides.is_listed = json.at("listed");
    for (const Json& change : json.at("changes")) overrides.changes.push_back(setting_of(change));
    return overrides;
}

Json texts_json(const std::vector<Text>& texts) {
    Json list = Json::array();
    for (const Text& text : texts) list.push_back({{"en", text.en}, {"zh", text.zh}});
    return list;
}

Json warnings_json(const std::vector<ToldWarning>& warnings) {
    Json list = Json::array();
    for (const ToldWarning& one : warnings) list.push_back({{"en", one.en}, {"zh", one.zh}, {"kind", one.kind}});
    return list;
}

std::vector<Text> texts_of(const Json& json) {
    std::vector<Text> texts;
    for (const Json& one : json) texts.push_back({one.at("en"), one.at("zh")});
    return texts;
}

Json parts_json(const std::vector<measures::Part>& parts) {
    Json list = Json::array();
    for (const measures::Part& part : parts) {
        list.push_back({{"dimension", static_cast<int>(part.dimension)},
                        {"id", part.id},
                        {"label_en", part.label.en},
                        {"label_zh", part.label.zh}});
    }
    return list;
}

std::vector<measures::Part> parts_of(const Json& json) {
    std::vector<measures::Part> parts;
    for (const Json& one : json) {
        parts.push_back({static_cast<measures::Dimension>(one.at("dimension").get<int>()),
                         one.at("id"),
                         {one.at("label_en"), one.at("label_zh")}});
    }
    return parts;
}

Context read(const Json& json) {
    Context context;
    context.notes = texts_of(json.at("notes"));
    for (const Json& one : json.at("warnings"))
        context.warnings.push_back({{one.at("en"), one.at("zh")}, one.at("kind")});
    context.township_count = json.at("township_count");
    context.places = json.at("places");
    context.staff = json.at("staff");
    if (json.contains("leaders")) context.leaders = json.at("leaders");
    if (json.contains("leaders_due")) context.leaders_due = json.at("leaders_due").get<std::vector<int>>();
    if (json.contains("leaders_stepping_down")) {
        context.leaders_stepping_down = json.at("leaders_stepping_down").get<std::vector<int>>();
    }
    for (const Json& unit : json.at("units")) {
        context.units.push_back({unit.at("id"), unit.at("township"), unit.at("places")});
    }
    for (const Json& list : json.at("settings")) {
        context.settings.emplace_back();
        for (const Json& setting : list) context.settings.back().push_back(setting_of(setting));
    }
    if (json.contains("equal_cost")) {
        for (const Json& one : json.at("equal_cost")) context.equal_cost.push_back(equal_cost_of(one));
    }
    if (json.contains("parts")) context.parts = parts_of(json.at("parts"));
    if (json.contains("overrides")) context.overrides = overrides_of(json.at("overrides"));
    if (json.contains("pathways")) context.pathways = pathways_of(json.at("pathways"));
    return context;
}

}  // namespace

std::string to_json(const Context& context) {
    Json json{{"notes", texts_json(context.notes)},
              {"warnings", warnings_json(context.warnings)},
              {"township_count", context.township_count},
              {"places", context.places},
              {"staff", context.staff},
              {"units", units_json(context)},
              {"settings", settings_json(context)}};
    if (context.leaders > 0) {
        json["leaders"] = context.leaders;
        json["leaders_due"] = context.leaders_due;
        json["leaders_stepping_down"] = context.leaders_stepping_down;
    }
    if (!context.equal_cost.empty()) json["equal_cost"] = equal_cost_json(context);
    if (!context.parts.empty()) json["parts"] = parts_json(context.parts);
    if (!context.overrides.is_empty()) json["overrides"] = overrides_json(context.overrides);
    if (!context.pathways.cells.empty()) json["pathways"] = pathways_json(context.pathways);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Context context_of(const std::string& json) {
    try {
        return read(Json::parse(json));
    } catch (const nlohmann::json::exception& error) {
        throw InvariantError(std::string("context of the store: ") + error.what());
    }
}

Remembered remembered_in(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path)) return {};
    try {
        const store::Store store = store::Store::open(path);
        if (store.plan().model_version != model_version()) return {};
        Context context = context_of(store.plan().context_json);
        return {std::move(context.equal_cost), std::move(context.pathways)};
    } catch (const InputError&) {
        return {};
    }
}

}  // namespace staffsim::analysis
