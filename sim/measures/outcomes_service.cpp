// Outcomes of service to the public. What citizens meet is summed over matters, so that busy townships weigh by what
// they do; nothing is a mean of townships.

#include "sim/measures/entries.hpp"

namespace staffsim::measures {

namespace {

const std::vector<Entry>& matters_entries() {
    static const std::vector<Entry> entries{
        {{"days_citizens_wait",
          {"Days citizens wait", "群众办事等待天数"},
          {"working days", "工作日"},
          {"Working days from arrival to end, mean over the matters of the years so far, approvals included",
           "事项从提出到办结的平均工作日（含审批），截至该年"},
          service,
          lower_better,
          yearly_average,
          0.2,
          2,
          true},
         [](const GroupYear& g) {
             return Ratio{g.served(ServiceSum::wait_days), g.served(ServiceSum::matters)};
         }},
        {{"matters_on_time",
          {"Matters finished on time", "事项按时办结率"},
          {"%", "%"},
          {"Share of matters finished within the promised time, over the years so far",
           "承诺时限内办结事项比例，截至该年"},
          service,
          higher_better,
          yearly_average,
          0.5,
          2,
          true},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.served(ServiceSum::on_time), g.served(ServiceSum::matters)};
         }},
        {{"escalations",
          {"Matters taken to the county", "上访事项"},
          {"per 1,000 matters", "每千件"},
          {"Matters taken to the county, late, failed or given up, per 1,000, over the years so far",
           "因逾期、未办成或放弃而上访的事项，每千件，截至该年"},
          service,
          lower_better,
          yearly_average,
          0.3,
          2,
          true},
         [](const GroupYear& g) {
             return Ratio{1000.0 * g.served(ServiceSum::escalated), g.served(ServiceSum::matters)};
         }},
        {{"complaints",
          {"Complaints", "群众投诉"},
          {"per 1,000 residents and year", "每千居民每年"},
          {"Complaints about lateness, failures and manner per 1,000 resident-years, over the years so far",
           "对逾期、未办成和态度的投诉，每千居民年，截至该年"},
          service,
          lower_better,
          yearly_average,
          0.5,
          2,
          true},
         [](const GroupYear& g) {
             return Ratio{g.service.all_kinds(ServiceSum::complaints_by_kind), g.served(ServiceSum::resident_years)};
         }},
        {{"matters_handled",
          {"Matters handled a year", "年办结事项"},
          {"matters a year", "件/年"},
          {"Matters finished a year, over the years so far", "年均办结事项数，截至该年"},
          service,
          neutral,
          yearly_average,
          100,
          0,
          false},
         [](const GroupYear& g) {
             return Ratio{g.served(ServiceSum::handled), g.years()};
         }},
        {{"matters_resolved",
          {"Matters resolved", "事项办成率"},
          {"%", "%"},
          {"Share of matters finished and not failed, over the years so far", "办结且办成事项比例，截至该年"},
          service,
          higher_better,
          yearly_average,
          0.5,
          2,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * (g.served(ServiceSum::handled) - g.served(ServiceSum::failed)),
                          g.served(ServiceSum::matters)};
         }},
        {{"satisfaction",
          {"Citizens satisfied", "群众满意率"},
          {"%", "%"},
          {"Share of matters with which citizens are satisfied, over the years so far", "群众满意事项比例，截至该年"},
          service,
          higher_better,
          yearly_average,
          0.5,
          2,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.served(ServiceSum::satisfied), g.served(ServiceSum::matters)};
         }},
        {{"legal_errors",
          {"Errors of law and procedure", "违法违规差错"},
          {"per 1,000 matters", "每千件"},
          {"Matters handled with such an error per 1,000, over the years so far",
           "存在违法违规差错的事项，每千件，截至该年"},
          service,
          lower_better,
          yearly_average,
          0.3,
          2,
          false},
         [](const GroupYear& g) {
             return Ratio{1000.0 * g.served(ServiceSum::legal_errors), g.served(ServiceSum::matters)};
         }},
        {{"service_load",
          {"Load of citizens' matters", "群众事项工时负荷"},
          {"% of working time", "占工时%"},
          {"Working minutes of matters over the working time for them, over the years so far",
           "群众事项所需工时占可用工时比例，截至该年"},
          service,
          lower_better,
          yearly_average,
          1,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.served(ServiceSum::work_minutes), g.served(ServiceSum::staff_minutes)};
         }},
        {{"service_attitude",
          {"Service attitude", "服务意识"},
          {"z", "标准分"},
          {"Mean stock of education on service at year end, weighted by staff",
           "年末服务意识教育存量按人数加权平均（标准分）"},
          service,
          higher_better,
          year_end,
          0.05,
          3,
          false,
          true},
         [](const GroupYear& g) {
             return Ratio{g.stock(Stock::service_attitude), share_denominator(g)};
         }},
        {{"hands_in_training",
          {"Hands away for training", "参训脱岗人手"},
          {"per 100 staff", "每百人"},
          {"Hands away for training and education, mean of the year, per 100 staff",
           "全年平均因培训教育脱岗的人手，每百名在编人员"},
          service,
          lower_better,
          year_end,
          0.5,
          2,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.stock(Stock::in_training), share_denominator(g)};
         }},
    };
    return entries;
}

const std::vector<Entry>& development_entries() {
    static const std::vector<Entry> entries{
        {{"development_days",
          {"Development work a year", "年发展工作量"},
          {"person-days a year", "人天/年"},
          {"Person-days of development work delivered a year, over the years so far",
           "年均完成的发展工作人天，截至该年"},
          service,
          higher_better,
          yearly_average,
          200,
          0,
          false},
         [](const GroupYear& g) {
             return Ratio{g.served(ServiceSum::development_done), g.years()};
         }},
        {{"development_on_time",
          {"Development work on time", "发展任务按时率"},
          {"%", "%"},
          {"Person-days delivered in time per 100 planned, over the years so far; above 100 in a single year that "
           "catches "
           "up with work planned before",
           "按时完成人天占计划比例，截至该年；单独一年补做以前计划的任务时可超过100%"},
          service,
          higher_better,
          yearly_average,
          2,
          1,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.served(ServiceSum::development_on_time), g.served(ServiceSum::development_due)};
         }},
        {{"household_income_illustration",
          {"Household income (illustration)", "农户增收（示意）"},
          {"yuan a resident and year", "元/人·年"},
          {"Person-days times a stated multiplier, per resident-year: an illustration of scale, not a forecast",
           "发展工作人天乘以设定系数，按居民年平均：仅示意量级，不作预测"},
          service,
          higher_better,
          yearly_average,
          5,
          0,
          false,
          true},
         [](const GroupYear& g) {
             return Ratio{g.served(ServiceSum::illustrated_income), 1000.0 * g.served(ServiceSum::resident_years)};
         }},
    };
    return entries;
}

}  // namespace

const std::vector<Entry>& service_entries() {
    static const std::vector<Entry> entries = [] {
        std::vector<Entry> all{
            {{"hands_present",
              {"Hands present per 100 places", "每百编制在岗人数"},
              {"full-time equivalents", "人"},
              {"Own staff present plus guests, less those in training, per 100 places, mean of the year",
               "全年平均每百个编制实际在岗人数（含来挂职者，扣除参训者）"},
              service,
              higher_better,
              year_end,
              2,
              1,
              true},
             [](const GroupYear& g) {
                 return Ratio{100.0 * g.stock(Stock::hands_present), g.stock(Stock::places)};
             }},
        };
        all.insert(all.end(), matters_entries().begin(), matters_entries().end());
        all.insert(all.end(), development_entries().begin(), development_entries().end());
        return all;
    }();
    return entries;
}

}  // namespace staffsim::measures
