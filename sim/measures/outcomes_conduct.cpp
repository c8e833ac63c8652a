// Outcomes of conduct.

#include "sim/measures/entries.hpp"

namespace staffsim::measures {

const std::vector<Entry>& conduct_entries() {
    static const std::vector<Entry> entries{
        {{"sanctions",
          {"Sanctions", "处分"},
          {"per 100 person-years", "每百人年"},
          {"Sanctions of all kinds per 100 person-years, over the years so far", "每百人年受处分次数，截至该年"},
          conduct,
          lower_better,
          yearly_average,
          0.2,
          2,
          false},
         [](const GroupYear& g) {
             return Ratio{100.0 * g.flow(Flow::sanctions), g.person_years()};
         }},
    };
    return entries;
}

}  // namespace staffsim::measures
