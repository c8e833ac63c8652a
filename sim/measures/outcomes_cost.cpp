// Outcomes of cost.

#include <utility>

#include "sim/measures/entries.hpp"

namespace staffsim::measures {

namespace {

double total_cost_wan(const GroupYear& g) { return (g.payroll_yuan() + g.one_off_yuan()) / 1e4; }

Entry yearly_cost(const char* id, Text label, Text estimand, double matters, int decimals, Formula formula) {
    return {{id,
             std::move(label),
             {"10,000 yuan a year", "万元/年"},
             std::move(estimand),
             cost,
             lower_better,
             yearly_average,
             matters,
             decimals,
             false},
            formula};
}

// Components of pay, 10,000 yuan a year.
template <PayComponent... components>
Entry payroll_of(const char* id, Text label, Text estimand) {
    return yearly_cost(id, std::move(label), std::move(estimand), 20, 0, [](const GroupYear& g) {
        const auto milli_fen = (g.pay_milli_fen[static_cast<std::size_t>(components)] + ...);
        return Ratio{static_cast<double>(milli_fen) / 1e9, g.years()};
    });
}

// Costs beside payroll, 10,000 yuan a year.
template <OneOff... what>
Entry spent_on(const char* id, Text label, Text estimand, double matters = 5) {
    return yearly_cost(id, std::move(label), std::move(estimand), matters, 1, [](const GroupYear& g) {
        const auto fen = (g.one_off_fen[static_cast<std::size_t>(what)] + ...);
        return Ratio{static_cast<double>(fen) / 1e6, g.years()};
    });
}

}  // namespace

const std::vector<Entry>& cost_entries() {
    static const std::vector<Entry> entries{
        {{"total_cost",
          {"Total cost a year", "年总支出"},
          {"10,000 yuan a year", "万元/年"},
          {"Payroll, recruitment, training, exchange, front line, awards, living conditions, education and "
           "supervision, a year, over the years so far",
           "工资、招录、培训、交流、一线锻炼、奖励、改善生活条件、教育监督支出，截至该年的年均"},
          cost,
          lower_better,
          yearly_average,
          50,
          0,
          true},
         [](const GroupYear& g) {
             return Ratio{total_cost_wan(g), g.years()};
         }},
        {{"payroll",
          {"Payroll a year", "年工资总额"},
          {"10,000 yuan a year", "万元/年"},
          {"Pay of all components a year, over the years so far", "各项工资合计，截至该年的年均"},
          cost,
          lower_better,
          yearly_average,
          50,
          0,
          false},
         [](const GroupYear& g) {
             return Ratio{static_cast<double>(g.pay_total_milli_fen) / 1e9, g.years()};
         }},
        payroll_of<PayComponent::basic>(
            "payroll_basic", {"of which basic pay", "其中：基本工资"},
            {"Pay of post, level and grade a year, over the years so far", "职务、级别、档次工资，截至该年的年均"}),
        payroll_of<PayComponent::rank>(
            "payroll_rank", {"of which rank pay", "其中：职级工资"},
            {"Pay for ranks beside posts a year, over the years so far", "职级对应的工资，截至该年的年均"}),
        payroll_of<PayComponent::bonus>(
            "payroll_bonus", {"of which bonuses", "其中：奖金"},
            {"Thirteenth-month and performance pay by the results of assessment a year, over the years so far",
             "按考核结果发放的年终一次性奖金和绩效奖金，截至该年的年均"}),
        payroll_of<PayComponent::allowance>("payroll_allowance", {"of which allowances", "其中：补贴"},
                                            {"Township allowances and remote supplements a year, over the years so far",
                                             "乡镇补贴与边远补贴，截至该年的年均"}),
        payroll_of<PayComponent::long_service, PayComponent::welfare>(
            "payroll_long_service", {"of which long-service pay", "其中：年限待遇"},
            {"Long-service pay and welfare on it a year, over the years so far", "年限待遇及相应福利，截至该年的年均"}),
        payroll_of<PayComponent::welfare>(
            "payroll_welfare", {"of which welfare on long-service pay", "其中：年限待遇的福利"},
            {"Welfare on long-service pay a year, which the row before holds, too; over the years so far",
             "年限待遇相应的福利（已计入上一项），截至该年的年均"}),
        spent_on<OneOff::recruitment>(
            "recruitment_cost", {"Recruitment a year", "年招录支出"},
            {"Spent on recruitment a year, over the years so far", "招录支出，截至该年的年均"}),
        spent_on<OneOff::training>(
            "training_cost", {"Training a year", "年培训支出"},
            {"Spent on training and guidance a year, over the years so far", "培训与学习引导支出，截至该年的年均"}, 10),
        {{"training_cost_per_skill",
          {"Training cost per skill gained", "每提升一个标准分的培训支出"},
          {"10,000 yuan per z", "万元/标准分"},
          {"Spent on training and guidance per z of one skill that training gave somebody, over the years so far; what "
           "fades is not taken off",
           "培训支出与培训使个人单项业务水平提高的标准分之比，不扣除衰减，截至该年"},
          cost,
          lower_better,
          yearly_average,
          1,
          1,
          false,
          true},
         [](const GroupYear& g) {
             return Ratio{static_cast<double>(g.one_off_fen[static_cast<std::size_t>(OneOff::training)]) / 1e6,
                          g.flow(Flow::skill_gained_milli) / 1000.0};
         }},
        spent_on<OneOff::exchange>(
            "exchange_cost", {"Exchange a year", "年交流支出"},
            {"Spent on secondments and transfers a year, over the years so far", "挂职、转任交流支出，截至该年的年均"}),
        spent_on<OneOff::front_line>(
            "front_line_cost", {"Front-line exercise a year", "年一线锻炼支出"},
            {"Spent on front-line exercise a year, over the years so far", "一线锻炼支出，截至该年的年均"}),
        spent_on<OneOff::awards>(
            "awards_cost", {"Awards a year", "年奖励支出"},
            {"Spent on awards for merit a year, over the years so far", "记功嘉奖等奖励支出，截至该年的年均"}),
        spent_on<OneOff::living_conditions>("living_conditions_cost",
                                            {"Living conditions a year", "年改善生活条件支出"},
                                            {"Spent on living conditions in townships a year, over the years so far",
                                             "改善乡镇生活条件支出，截至该年的年均"}),
        spent_on<OneOff::education, OneOff::supervision>(
            "conduct_cost", {"Education and supervision a year", "年教育监督支出"},
            {"Spent on education in conduct and on supervision a year, over the years so far",
             "思想作风教育与监督检查支出，截至该年的年均"}),
        {{"cost_per_filled_place",
          {"Cost per filled place", "每个在编岗位支出"},
          {"yuan a year", "元/年"},
          {"Total cost per person-year of service, over the years so far", "每人年总支出，截至该年"},
          cost,
          lower_better,
          yearly_average,
          1000,
          0,
          false},
         [](const GroupYear& g) {
             return Ratio{1e4 * total_cost_wan(g), g.person_years()};
         }},
        {{"cost_per_matter",
          {"Cost per matter handled", "每件办结事项支出"},
          {"yuan", "元"},
          {"Total cost per matter of citizens that was finished, over the years so far: all work is paid for, not this "
           "alone",
           "年总支出除以办结群众事项数，截至该年；支出包括全部工作"},
          cost,
          lower_better,
          yearly_average,
          20,
          0,
          false},
         [](const GroupYear& g) {
             return Ratio{1e4 * total_cost_wan(g), g.served(ServiceSum::handled)};
         }},
    };
    return entries;
}

}  // namespace staffsim::measures
