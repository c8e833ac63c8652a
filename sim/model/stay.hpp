// Time away from the own unit: on exchange, borrowed or at the front line. What it teaches, costs and asks of the
// family is settled by the days that were served, also when somebody is called home before the term is over.
#pragma once

#include "sim/model/person.hpp"

namespace staffsim {

struct Stay {
    Assignment assignment = Assignment::home;
    FrontLineKind front_line = FrontLineKind::village;  // when there
    UnitId home, host;
    Day since;
};

// Somebody's stay ended today. Who has left the county's service since has another generation.
struct Homecoming {
    PersonId person;
    std::uint32_t generation = 0;
    Stay stay;
};

}  // namespace staffsim
