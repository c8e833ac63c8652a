#include "analysis/studies.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/foundation/diagnostics.hpp"
#include "sim/levers/words.hpp"
#include "sim/stats/morris.hpp"
#include "sim/stats/sobol_indices.hpp"

namespace staffsim::analysis {

namespace {

using Json = nlohmann::ordered_json;
using experiment::Factor;
using experiment::Factors;

constexpr std::size_t numbers_per_estimate = 3;

std::string value_text(const Factor& factor, const levers::Value& value) {
    return levers::to_text(*factor.row, factor.entry ? levers::Value(factor.number_in(value)) : value);
}

Text label_of(const Factor& factor) {
    if (!factor.entry) return factor.row->label;
    const Text name = levers::entry_words(factor.row->names[*factor.entry]);
    return {factor.row->label.en + ": " + name.en, factor.row->label.zh + "：" + name.zh};
}

DriverFactor described(const Factor& factor) {
    DriverFactor one;
    one.key = factor.key();
    one.label = label_of(factor);
    one.kind = levers::name(factor.row->kind);
    one.unit = factor.row->unit;
    one.source = factor.row->source;
    one.grade = levers::name(factor.row->grade);
    one.present = value_text(factor, factor.present);
    one.is_switch = factor.is_switch();
    one.low = value_text(factor, one.is_switch ? factor.settings.back() : factor.at(0));
    if (!one.is_switch) one.high = value_text(factor, factor.at(1));
    return one;
}

Json factor_json(const DriverFactor& factor) {
    return {{"key", factor.key},           {"kind", factor.kind},       {"label_en", factor.label.en},
            {"label_zh", factor.label.zh}, {"unit", factor.unit},       {"source", factor.source},
            {"grade", factor.grade},       {"present", factor.present}, {"low", factor.low},
            {"high", factor.high},         {"switch", factor.is_switch}};
}

DriverFactor factor_of(const Json& json) {
    DriverFactor factor;
    factor.key = json.at("key");
    factor.kind = json.value("kind", factor.kind);
    factor.label = {json.at("label_en"), json.at("label_zh")};
    factor.unit = json.at("unit");
    factor.source = json.at("source");
    factor.grade = json.at("grade");
    factor.present = json.at("present");
    factor.low = json.at("low");
    factor.high = json.at("high");
    factor.is_switch = json.at("switch");
    return factor;
}

Study read(const Json& json) {
    Study study;
    study.method = json.at("method");
    for (const Json& factor : json.at("factors")) study.factors.push_back(factor_of(factor));
    study.not_varied = json.at("not_varied").get<std::vector<std::string>>();
    study.outcomes = json.at("outcomes").get<std::vector<std::string>>();
    study.verdict_years = json.at("verdict_years").get<std::vector<int>>();
    study.seed = json.at("seed");
    study.replications = json.at("replications");
    study.size = json.at("size");
    study.points = json.at("points");
    for (const Json& end : json.at("ends")) study.ends.push_back({end.at(0), end.at(1), end.at(2)});
    study.kept = json.at("kept").get<std::vector<std::size_t>>();
    return study;
}

PlannedStudy finished(Study study, std::vector<experiment::Point> points) {
    study.points = static_cast<std::uint32_t>(points.size());
    return {std::move(study), std::move(points)};
}

}  // namespace

std::string to_json(const Study& study) {
    Json factors = Json::array(), ends = Json::array();
    for (const DriverFactor& factor : study.factors) factors.push_back(factor_json(factor));
    for (const StudyEnd& end : study.ends) ends.push_back({end.factor, end.is_high, end.value});
    const Json json{{"method", study.method},
                    {"seed", study.seed},
                    {"replications", study.replications},
                    {"size", study.size},
                    {"points", study.points},
                    {"outcomes", study.outcomes},
                    {"verdict_years", study.verdict_years},
                    {"factors", factors},
                    {"not_varied", study.not_varied},
                    {"ends", ends},
                    {"kept", study.kept}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Study study_of(const std::string& json) {
    try {
        return read(Json::parse(json));
    } catch (const nlohmann::json::exception& error) {
        throw InvariantError(std::string("study of the store: ") + error.what());
    }
}

Study common_study(const experiment::PointPlan& plan, const Factors& factors) {
    Study study;
    for (const Factor& factor : factors.varied) study.factors.push_back(described(factor));
    study.not_varied = factors.left_alone;
    for (const std::size_t outcome : plan.outcomes) study.outcomes.push_back(measures::outcomes()[outcome].id);
    study.verdict_years = plan.verdict_years;
    study.seed = plan.seed;
    study.replications = plan.replications;
    return study;
}

PlannedStudy plan_tornado(Study study, const Factors& factors) {
    study.method = "tornado";
    std::vector<experiment::Point> points{{}};
    for (std::size_t f = 0; f < factors.varied.size(); ++f) {
        const Factor& factor = factors.varied[f];
        for (const levers::Value& value : factor.ends()) {
            const bool is_high = !factor.is_switch() && value == factor.at(1);
            study.ends.push_back({f, is_high, value_text(factor, value)});
            points.push_back({{factor.row->key, value}});
        }
    }
    return finished(std::move(study), std::move(points));
}

PlannedStudy plan_joint(Study study, const Factors& factors, std::uint32_t draws) {
    study.method = "joint";
    study.size = draws;
    std::vector<experiment::Point> points;
    for (const auto& point : stats::latin_hypercube(factors.varied.size(), draws, study.seed))
        points.push_back(experiment::values_at(factors.varied, point));
    return finished(std::move(study), std::move(points));
}

PlannedStudy plan_morris(Study study, const Factors& factors, std::uint32_t trajectories) {
    study.method = "morris";
    study.size = trajectories;
    std::vector<experiment::Point> points;
    for (std::uint32_t t = 0; t < trajectories; ++t) {
        for (const auto& point : stats::morris_trajectory(factors.varied.size(), study.seed, t).points)
            points.push_back(experiment::values_at(factors.varied, point));
    }
    return finished(std::move(study), std::move(points));
}

PlannedStudy plan_sobol(Study study, const Factors& factors, std::vector<std::size_t> kept, std::uint32_t blocks) {
    study.method = "sobol";
    study.size = blocks;
    std::vector<Factor> own;
    for (const std::size_t f : kept) own.push_back(factors.varied[f]);
    study.kept = std::move(kept);
    std::vector<experiment::Point> points;
    for (const auto& point : stats::saltelli_points(own.size(), blocks, study.seed))
        points.push_back(experiment::values_at(own, point));
    return finished(std::move(study), std::move(points));
}

std::vector<double> numbers_of(const std::vector<experiment::PairEstimate>& estimates) {
    std::vector<double> numbers;
    for (const experiment::PairEstimate& one : estimates) {
        numbers.push_back(one.difference);
        numbers.push_back(one.standard_error);
        numbers.push_back(one.discordant);
    }
    return numbers;
}

experiment::PairEstimate estimate_in(const std::vector<double>& numbers, std::size_t place) {
    const std::size_t at = numbers_per_estimate * place;
    return {numbers.at(at), numbers.at(at + 1), numbers.at(at + 2)};
}

}  // namespace staffsim::analysis
