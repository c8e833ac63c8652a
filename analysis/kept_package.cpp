#include "analysis/kept_json.hpp"
#include "sim/stats/shapley.hpp"

namespace staffsim::analysis {

KeptQuestion kept(const PackageQuestion& question) {
    Json parts = Json::array(), outcomes = Json::array();
    for (const Text& part : question.parts) parts.push_back(json_of(part));
    for (const std::size_t outcome : question.outcomes) outcomes.push_back(measures::outcomes()[outcome].id);
    const Json asked{{"parts", parts},
                     {"outcomes", outcomes},
                     {"years", question.years},
                     {"seed", question.seed},
                     {"lives", question.lives}};
    return kept_question("decompose", asked, {{"identity", question.identity}});
}

PackageQuestion package_question(const Json& design) {
    const Json& asked = design.at("asked");
    PackageQuestion question;
    for (const Json& part : asked.at("parts")) question.parts.push_back(text_of(part));
    for (const Json& id : asked.at("outcomes"))
        question.outcomes.push_back(measures::outcome_index(id.get<std::string>()));
    question.years = asked.at("years").get<std::vector<int>>();
    question.seed = asked.at("seed");
    question.lives = asked.at("lives");
    question.identity = design.at("beside").at("identity");
    return question;
}

namespace {

// The worth of every subset, by future.
std::vector<std::vector<measures::Ratio>> worths(const PackageQuestion& question, const KeptPoints& points,
                                                 std::size_t comparison) {
    std::vector<std::vector<measures::Ratio>> by_set(question.subsets());
    for (std::size_t set = 0; set < by_set.size(); ++set) {
        const std::size_t place = question.place(set, comparison);
        for (const std::vector<double>& point : points) by_set[set].push_back({point.at(place), point.at(place + 1)});
    }
    return by_set;
}

}  // namespace

Package package_of(const PackageQuestion& question, const KeptPoints& points) {
    Package package{question.parts, static_cast<std::uint32_t>(points.size()), {}, {}};
    const std::size_t parts = question.parts.size();
    std::size_t comparison = 0;
    for (const std::size_t outcome : question.outcomes) {
        for (const int year : question.years) {
            const auto by_set = worths(question, points, comparison++);
            for (std::size_t i = 0; i < parts; ++i) {
                const stats::ContrastSum sum =
                    stats::contrast_sum(stats::shapley_value(parts, i), by_set, {question.lives});
                package.values.push_back({outcome, year, i, sum.value, sum.low, sum.high});
                for (std::size_t j = i + 1; j < parts; ++j) {
                    const auto pair =
                        stats::contrast_sum(stats::shapley_interaction(parts, i, j), by_set, {question.lives});
                    package.interactions.push_back({outcome, year, i, j, pair.value, pair.low, pair.high});
                }
            }
        }
    }
    return package;
}

}  // namespace staffsim::analysis
