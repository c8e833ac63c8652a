#include "sim/scenario/standard_posts.hpp"

namespace staffsim::scenario {

std::string standard_posts() {
    return R"([posts.township_clerk]
title = "clerk"
label = { zh = "乡镇科员", en = "Township clerk" }
unit_kind = "township"
tier = 0
ladder = "entry"
[posts.township_office_deputy]
title = "office_deputy"
label = { zh = "乡镇中层副职", en = "Township deputy office head" }
unit_kind = "township"
tier = 1
ladder = "middle"
area = "unit"
feeders = ["township_clerk"]
pay_level = 0.3
[posts.township_office_head]
title = "office_head"
label = { zh = "乡镇中层正职", en = "Township office head" }
unit_kind = "township"
tier = 2
ladder = "middle"
area = "unit"
feeders = ["township_clerk", "township_office_deputy"]
pay_level = 0.5
[posts.township_deputy]
title = "deputy_section"
label = { zh = "乡镇副科级领导", en = "Township deputy leader" }
unit_kind = "township"
tier = 3
ladder = "deputy"
area = "same_kind"
feeders = ["township_clerk", "township_office_deputy", "township_office_head"]
pay_level = 1
[posts.township_chief]
title = "section_chief"
label = { zh = "乡镇正科级领导", en = "Township leader" }
unit_kind = "township"
tier = 4
ladder = "chief"
area = "county"
feeders = ["township_deputy", "organ_deputy"]
pay_level = 2
[posts.organ_clerk]
title = "clerk"
label = { zh = "机关科员", en = "County organ clerk" }
unit_kind = "county_organ"
tier = 0
ladder = "entry"
[posts.organ_office_deputy]
title = "office_deputy"
label = { zh = "机关中层副职", en = "County organ deputy office head" }
unit_kind = "county_organ"
tier = 1
ladder = "middle"
area = "unit"
feeders = ["organ_clerk"]
pay_level = 0.3
[posts.organ_office_head]
title = "office_head"
label = { zh = "机关中层正职", en = "County organ office head" }
unit_kind = "county_organ"
tier = 2
ladder = "middle"
area = "unit"
feeders = ["organ_clerk", "organ_office_deputy"]
pay_level = 0.5
[posts.organ_deputy]
title = "deputy_section"
label = { zh = "机关副科级领导", en = "County organ deputy leader" }
unit_kind = "county_organ"
tier = 3
ladder = "deputy"
area = "county"
feeders = ["organ_clerk", "organ_office_deputy", "organ_office_head", "township_office_head"]
pay_level = 1
[posts.organ_chief]
title = "section_chief"
label = { zh = "机关正科级领导", en = "County organ leader" }
unit_kind = "county_organ"
tier = 4
ladder = "chief"
area = "county"
feeders = ["organ_deputy", "township_deputy"]
pay_level = 2
)";
}

}  // namespace staffsim::scenario
