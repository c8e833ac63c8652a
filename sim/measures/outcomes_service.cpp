// Outcomes of service to the public.

#include "sim/measures/entries.hpp"

namespace staffsim::measures {

const std::vector<Entry>& service_entries() {
    static const std::vector<Entry> entries{
        {{"hands_present",
          {"Hands present per 100 places", "每百编制在岗人数"},
          {"full-time equivalents", "人"},
          {"Own staff present plus guests, per 100 places, at year end", "年末每百个编制实际在岗人数（含来挂职者）"},
          service,
          higher_better,
          year_end,
          2,
          1,
          true},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.stock(Stock::present_share), g.stock(Stock::places)};
         }},
        {{"service_attitude",
          {"Service attitude", "服务意识"},
          {"z", "z"},
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
          {"Hands away for training and education in the last month of the year, per 100 staff",
           "年末当月因培训教育脱岗的人手，每百名在编人员"},
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

}  // namespace staffsim::measures
