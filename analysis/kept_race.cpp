#include "analysis/kept_json.hpp"

namespace staffsim::analysis {

KeptQuestion kept(const RaceQuestion& question) {
    const stats::SelectionGoal& goal = question.rules.goal;
    Json names = Json::array();
    for (const Text& name : question.names) names.push_back(json_of(name));
    const Json asked{{"ids", question.ids},
                     {"names", names},
                     {"outcome", measures::outcomes()[question.outcome].id},
                     {"year", question.verdict_year},
                     {"lower", goal.lower_is_better},
                     {"seed", question.seed}};
    return kept_question("best", asked,
                         {{"indifference", goal.indifference},
                          {"alpha", goal.alpha},
                          {"first_look", goal.first_look},
                          {"batch", question.rules.batch},
                          {"identity", question.identity}});
}

RaceQuestion race_question(const Json& design) {
    const Json &asked = design.at("asked"), &beside = design.at("beside");
    RaceQuestion question;
    for (const Json& name : asked.at("names")) question.names.push_back(text_of(name));
    question.ids = asked.at("ids").get<std::vector<std::string>>();
    question.outcome = measures::outcome_index(asked.at("outcome").get<std::string>());
    question.verdict_year = asked.at("year");
    question.seed = asked.at("seed");
    question.rules.scenarios = question.ids.size();
    question.rules.goal.lower_is_better = asked.at("lower");
    question.rules.goal.indifference = beside.at("indifference");
    question.rules.goal.alpha = beside.at("alpha");
    question.rules.goal.first_look = beside.at("first_look");
    question.rules.batch = beside.at("batch");
    question.identity = beside.at("identity");
    return question;
}

BestOf best_of(const RaceQuestion& question, const experiment::RaceResult& result) {
    BestOf best;
    best.outcome = question.outcome;
    best.verdict_year = question.verdict_year;
    best.indifference = question.rules.goal.indifference;
    best.confidence = 1 - question.rules.goal.alpha;
    best.is_settled = result.is_settled;
    best.remaining = result.state.remaining;
    best.subset = result.subset;
    best.replications = result.state.replications;
    best.first_look = question.rules.goal.first_look;
    best.futures = result.futures;
    for (std::size_t s = 0; s < question.ids.size(); ++s) {
        best.candidates.push_back({question.names[s], question.ids[s], result.means[s], result.replications[s],
                                   result.state.eliminated_by[s], result.state.eliminated_after[s],
                                   result.same_as_rival[s], result.same_as_best[s]});
    }
    return best;
}

}  // namespace staffsim::analysis
