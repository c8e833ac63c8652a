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
    };
    return entries;
}

}  // namespace staffsim::measures
