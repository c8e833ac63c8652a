#include "analysis/kept_answers.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "analysis/kept_json.hpp"
#include "analysis/version.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/foundation/digest.hpp"

namespace staffsim::analysis {

namespace {

constexpr std::size_t name_digits = 8;

}  // namespace

std::string identity_of(const std::vector<scenario::Scenario>& scenarios) {
    std::string all = model_version() + "\n";
    for (const scenario::Scenario& one : scenarios) all += one.resolved_hash + "\n";
    return sha256_hex(all);
}

KeptQuestion kept_question(const std::string& kind, const Json& asked, const Json& beside) {
    const std::string digest = sha256_hex(asked.dump(-1, ' ', false, Json::error_handler_t::replace));
    const Json design{{"kind", kind}, {"asked", asked}, {"beside", beside}};
    return {kind + " " + digest.substr(0, name_digits), design.dump(-1, ' ', false, Json::error_handler_t::replace)};
}

KeptPoints begin(store::Store& store, const KeptQuestion& question) {
    store.begin_study(question.name, question.design);
    for (store::Store::Study& one : store.studies()) {
        if (one.name == question.name) return std::move(one.points);
    }
    throw InvariantError("store: the study " + question.name + " has just been begun");
}

namespace {

void add(Answers& answers, const Json& design, const KeptPoints& points) {
    const std::string kind = design.value("kind", std::string());
    if (kind == "decompose") {
        const PackageQuestion question = package_question(design);
        if (points.size() >= 2) answers.packages.push_back(package_of(question, points));
    }
    if (kind == "best") {
        const RaceQuestion question = race_question(design);
        if (points.size() >= question.rules.goal.first_look)
            answers.races.push_back(best_of(question, experiment::judged_race(question.rules, points)));
    }
    struct Unfinished {};
    if (kind == "seek") {
        const auto [question, search] = seek_question_of(design);
        try {
            answers.seeks.push_back(
                sought(question, search, points, [](bool, double, double) -> SeekEvidence { throw Unfinished{}; }));
        } catch (const Unfinished&) {
            return;  // nothing can be said yet
        }
    }
}

}  // namespace

Answers answers_in(const store::Store& store) {
    Answers answers;
    try {
        for (const store::Store::Study& one : store.studies()) add(answers, Json::parse(one.design), one.points);
    } catch (const nlohmann::json::exception& error) {
        throw InvariantError(std::string("study of the store: ") + error.what());
    }
    return answers;
}

}  // namespace staffsim::analysis
