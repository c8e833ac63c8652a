#include "sim/experiment/pathways.hpp"

#include <algorithm>

#include "sim/foundation/diagnostics.hpp"

namespace staffsim::experiment {

namespace {

void set_everywhere(engine::CountyInput& input, const std::string& key, const levers::Value& value) {
    const auto& all = engine::all_levers();
    const auto lever = std::ranges::find_if(all, [&key](const auto& one) { return one.row.key == key; });
    if (lever == all.end()) throw InvariantError("pathways: there is no lever " + key);
    for (engine::Policy& block : input.policy.blocks) lever->apply(block, value);
}

}  // namespace

const std::vector<Pathway>& pathways() {
    static const std::vector<double> four_zeros(4, 0.0);
    static const std::vector<Pathway> all{
        {"pay_to_leaving", {"pay keeps people", "待遇留人"}, {{"leaving.pay_elasticity", 0.0}}},
        {"prospect_to_leaving", {"visible openings keep people", "晋升机会留人"}, {{"leaving.prospect_effect", 0.0}}},
        {"workload_to_leaving", {"workload drives people out", "工作负荷迫人离开"}, {{"leaving.workload_effect", 0.0}}},
        {"motivation_to_leaving", {"motivation keeps people", "积极性留人"}, {{"leaving.motivation_effect", 0.0}}},
        {"living_to_leaving", {"living conditions keep people", "生活条件留人"}, {{"leaving.living_effect", 0.0}}},
        {"service_to_leaving",
         {"the press of citizens' matters wears people out", "群众事项压力影响去留"},
         {{"leaving.service_load_effect", 0.0}, {"motivation.service_load_effect", 0.0}}},
        {"pay_to_applicants", {"pay attracts applicants", "待遇吸引报考"}, {{"recruitment.pay_elasticity", 0.0}}},
        {"pay_to_conduct", {"pay keeps people honest", "待遇影响廉洁"}, {{"conduct.pay_effect", 0.0}}},
        {"pay_to_motivation", {"pay motivates", "待遇激励"}, {{"motivation.pay_effect", 0.0}}},
        {"results_to_motivation",
         {"results and fair consequences motivate", "考核结果与公平兑现激励"},
         {{"motivation.excellent_effect", 0.0},
          {"motivation.poor_result_effect", 0.0},
          {"motivation.incentive_effect", 0.0}}},
        {"careers_to_motivation",
         {"promotion, lost competitions and stagnation move motivation", "晋升、落选和停滞影响积极性"},
         {{"motivation.promotion_effect", 0.0},
          {"motivation.lost_competition_effect", 0.0},
          {"motivation.stagnation_effect", 0.0}}},
        {"family_to_motivation", {"burden on the family", "两地分居负担"}, {{"exchange.family_burden", 0.0}}},
        {"motivation_to_performance",
         {"motivation makes performance", "积极性影响绩效"},
         {{"performance.motivation_weight", 0.0}}},
        {"training_to_skill", {"training makes skill", "培训提高能力"}, {{"training.gain_per_10_days", 0.0}}},
        {"experience_to_skill",
         {"exchange and front line make skill", "交流和一线锻炼提高能力"},
         {{"exchange.learning_per_year", 0.0}, {"front_line.learning", four_zeros}}},
        {"indicators_to_effort",
         {"hard indicators draw effort", "硬指标牵引精力"},
         {{"assessment.indicators.gaming", 0.0}}},
    };
    return all;
}

engine::CountyInput without_pathway(engine::CountyInput input, const Pathway& pathway) {
    for (const auto& [key, value] : pathway.off) set_everywhere(input, key, value);
    return input;
}

engine::CountyInput without_pathways(engine::CountyInput input) {
    for (const Pathway& pathway : pathways()) input = without_pathway(std::move(input), pathway);
    return input;
}

}  // namespace staffsim::experiment
