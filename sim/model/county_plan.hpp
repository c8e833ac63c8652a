// The county as it stands on paper on the first day: units with their establishment, and the people of the roster.
// Plain input of a run; nothing here changes during a simulation.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "sim/foundation/date.hpp"
#include "sim/foundation/random.hpp"
#include "sim/foundation/text.hpp"
#include "sim/model/career_graph.hpp"
#include "sim/model/person.hpp"
#include "sim/model/terms.hpp"

namespace staffsim {

struct UnitPlan {
    std::string id;
    Text label;
    UnitKind kind = UnitKind::township;
    int places = 0;              // 行政编制
    std::vector<int> quota;      // titled posts by post type (0 for entry posts and those of the other kind)
    int institution_places = 0;  // 事业编制
    int institution_staff = 0;
    int contract_staff = 0;
    int residents = 0;
    double km_to_seat = 0;
    int remote_class = 1;  // 1..3
};

// Somebody's time away as the roster has it. Without an end the term of the rules holds.
struct StayPlan {
    Assignment assignment = Assignment::borrowed;
    FrontLineKind front_line = FrontLineKind::village;  // when there
    std::optional<Day> since;
    std::optional<Day> until;  // the day of the return
};

// One line of the roster. Absent fields are drawn afresh in every replication.
struct PersonPlan {
    std::string id;  // hashed into the person's key; never shown
    UnitId unit;
    PostTypeId post;
    Sex sex = Sex::male;
    Day birth;
    Day entry;
    Education education = Education::bachelor;
    std::optional<Channel> channel;
    std::optional<Field> field;
    std::optional<Day> post_since;
    std::optional<Day> level_since;  // at the statutory level; none: as the post says
    std::optional<int> rank;         // 1 lowest … 12 highest of the parallel ranks
    std::optional<Day> rank_since;
    std::optional<int> pay_grade;  // 27 lowest … 1
    std::optional<int> step;
    std::optional<bool> native;
    std::vector<Result> results;  // most recent last, at most three
    std::optional<StayPlan> away{};
};

struct CountyPlan {
    std::string id;  // hashed into the county's key
    Day start;
    std::vector<PostType> posts;
    std::vector<UnitPlan> units;
    std::vector<PersonPlan> people;  // empty when the start is generated
    // Without a roster: fill every place and seat on the first day with new recruits (theory, warm-up).
    bool start_full = false;
    // start_full: either service on the first day is uniform between 0 and this, the longest-serving in the highest
    // seats …
    double start_service_years = 0;
    // … or ages are uniform between these two, and ages at entry between the youngest recruits' and the lower of own
    // age and the oldest recruits', whatever the seat.
    std::optional<std::array<double, 2>> start_ages{};
};

}  // namespace staffsim
