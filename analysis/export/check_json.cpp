#include "analysis/export/check_json.hpp"

#include <nlohmann/json.hpp>

#include "analysis/notes.hpp"
#include "sim/scenario/origin.hpp"

namespace staffsim::analysis {

namespace {

using Json = nlohmann::ordered_json;
using scenario::Scenario;

std::string as_text(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

Json place_json(const Problem& problem) {
    return {{"file", problem.place.file},
            {"line", problem.place.line},
            {"column", problem.place.column},
            {"key", problem.key}};
}

Json warnings_json(const Scenario& scenario) {
    Json list = Json::array();
    for (const Problem& warning : scenario.warnings) {
        Json one = place_json(warning);
        one["kind"] = warning.kind;
        one["en"] = warning.message.en;
        one["zh"] = warning.message.zh;
        list.push_back(std::move(one));
    }
    return list;
}

Json notes_json(const Scenario& scenario) {
    Json list = Json::array();
    for (const Text& note : notes_of(scenario)) list.push_back({{"en", note.en}, {"zh", note.zh}});
    return list;
}

std::string unit_of(const Scenario& scenario, const std::string& key) {
    for (const scenario::ResolvedLever& lever : scenario.levers) {
        if (lever.row->key == key) return lever.row->unit;
    }
    return "";
}

Json values_json(const Scenario& scenario) {
    Json list = Json::array();
    for (const scenario::ResolvedLine& line : scenario.resolved)
        list.push_back({{"key", line.key},
                        {"value", line.value},
                        {"unit", unit_of(scenario, line.key)},
                        {"origin", scenario::place_text(line.place)}});
    return list;
}

Json scenario_json(const std::string& spec, const Scenario& scenario, bool origin) {
    const CountyPlan& plan = scenario.input.plan;
    std::size_t townships = 0;
    for (const UnitPlan& unit : plan.units) townships += unit.kind == UnitKind::township;
    Json json{{"file", spec},
              {"id", scenario.id},
              {"name_en", scenario.name.en},
              {"name_zh", scenario.name.zh},
              {"units", plan.units.size()},
              {"townships", townships},
              {"people", scenario.roster.persons},
              {"start", to_text(plan.start)},
              {"years", scenario.input.years},
              {"synthetic", scenario.synthetic},
              {"warnings", warnings_json(scenario)},
              {"notes", notes_json(scenario)}};
    if (origin) json["values"] = values_json(scenario);
    return json;
}

}  // namespace

std::string check_json(const std::vector<std::string>& specs, const std::vector<Scenario>& loaded, bool origin) {
    Json list = Json::array();
    for (std::size_t i = 0; i < loaded.size(); ++i) list.push_back(scenario_json(specs[i], loaded[i], origin));
    return as_text({{"sound", true}, {"scenarios", list}});
}

std::string problems_json(const std::vector<Problem>& problems) {
    Json list = Json::array();
    for (const Problem& problem : problems) {
        list.push_back(place_json(problem));
        list.back()["message"] = problem.message.en;
        list.back()["message_zh"] = problem.message.zh;
    }
    return as_text({{"sound", false}, {"problems", list}});
}

std::string differences_json(const Scenario& before, const Scenario& after) {
    Json list = Json::array();
    for (const scenario::Difference& one : scenario::differences(before, after))
        list.push_back({{"key", one.key},
                        {"before", one.before},
                        {"after", one.after},
                        {"unit", one.unit},
                        {"origin", scenario::place_text(one.place)}});
    return as_text({{"sound", true}, {"differences", list}});
}

}  // namespace staffsim::analysis
