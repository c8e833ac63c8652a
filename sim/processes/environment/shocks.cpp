#include "sim/processes/environment/shocks.hpp"

namespace staffsim {

using levers::Grade;
using levers::Type;

const levers::Table<EnvironmentRules>& environment_levers() {
    static const levers::Table<EnvironmentRules> table = [] {
        levers::Table<EnvironmentRules> t;
        t.flag("environment.shocks", &EnvironmentRules::shocks, true)
            .assumption()
            .says("Common shocks", "全县年度冲击", "Whether years differ for the whole county; off in textbook models.")
            .from("structural switch", Grade::A);
        t.number(Type::coefficient, "environment.outside_wage_sd", &EnvironmentRules::outside_wage_sd, 0.02, {0, 0.1},
                 "log points")
            .assumption()
            .plausible(0, 0.05)
            .says("Year-to-year swing of outside pay", "外部工资波动",
                  "Standard deviation of a year's outside wage level.")
            .from("own choice", Grade::A);
        t.number(Type::coefficient, "environment.workload_sd", &EnvironmentRules::workload_sd, 0.05, {0, 0.3},
                 "log points")
            .assumption()
            .plausible(0.02, 0.12)
            .says("Year-to-year swing of workload", "工作量波动",
                  "Standard deviation of a year's workload in all units together.")
            .from("own choice; range two fifths to more than double", Grade::A);
        t.number(Type::coefficient, "environment.attention_sd", &EnvironmentRules::attention_sd, 0.2, {0, 0.6},
                 "log points")
            .assumption()
            .plausible(0.05, 0.4)
            .says("Year-to-year swing of discipline", "纪律力度波动",
                  "Standard deviation of a year's attention to misconduct in the whole county; its mean is 1.")
            .from("own choice", Grade::A);
        return t;
    }();
    return table;
}

CountyShocks shocks_of_year(const EnvironmentRules& rules, const Draws& draws, EntityKey county, std::int32_t year) {
    if (!rules.shocks) return {};
    const auto first = draws.two_normals({county, +Purpose::county_shock, year, 0});
    const auto second = draws.two_normals({county, +Purpose::county_shock, year, 1});
    // Attention multiplies a rate that is the mean of the years.
    const double attention = rules.attention_sd * second.first - rules.attention_sd * rules.attention_sd / 2.0;
    return {rules.outside_wage_sd * first.first, rules.workload_sd * first.second, attention};
}

}  // namespace staffsim
