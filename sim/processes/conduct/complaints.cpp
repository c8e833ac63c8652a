// What the public complains about, as conduct sees it.

#include "sim/processes/conduct/conduct.hpp"

namespace staffsim {

// Nobody counts complaints yet.
double complaint_ratio(const County&, UnitId) { return 1; }
double content_ratio(const County&, UnitId, std::size_t) { return 1; }

}  // namespace staffsim
