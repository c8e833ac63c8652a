#include "analysis/answers.hpp"

#include <nlohmann/json.hpp>

namespace staffsim::analysis {

std::string answers_screen(const Answers& answers, int verdict_year, const Style& style) {
    std::string text;
    for (const Package& one : answers.packages) text += package_screen(one, verdict_year, style);
    for (const BestOf& one : answers.races) text += best_screen(one, style);
    for (const SeekReport& one : answers.seeks) text += seek_screen(one, style);
    return text;
}

std::string answers_json(const Answers& answers) {
    using Json = nlohmann::ordered_json;
    Json packages = Json::array(), races = Json::array(), seeks = Json::array();
    for (const Package& one : answers.packages) packages.push_back(Json::parse(package_json(one)));
    for (const BestOf& one : answers.races) races.push_back(Json::parse(best_json(one)));
    for (const SeekReport& one : answers.seeks) seeks.push_back(Json::parse(seek_json(one)));
    return Json{{"packages", packages}, {"races", races}, {"seeks", seeks}}.dump(2) + "\n";
}

std::vector<CsvFile> answers_tables(const Answers& answers) {
    std::vector<CsvFile> tables;
    if (!answers.packages.empty()) tables.push_back({"package.csv", package_csv(answers.packages)});
    if (!answers.races.empty()) tables.push_back({"best.csv", best_csv(answers.races)});
    if (!answers.seeks.empty()) tables.push_back({"seek.csv", seek_csv(answers.seeks)});
    return tables;
}

}  // namespace staffsim::analysis
