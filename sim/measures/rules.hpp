// Rules that can fire and may never do so: dismissal after two incompetent years, a budget that binds, a field that is
// widened … A rule is on under a policy when something can call it at all; a rule that is on and fired in no future is
// reported as never triggered, so that nobody takes a switch for an effect. One table; a new rule is a row.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "sim/engine/policy.hpp"
#include "sim/foundation/text.hpp"
#include "sim/measures/observe.hpp"

namespace staffsim::measures {

// A flow without a part of it.
struct AllBut {
    Flow all, part;
};
// What shows that a rule fired: a flow, or a component of pay that somebody got.
using FiresAs = std::variant<Flow, AllBut, PayComponent>;

struct Rule {
    std::string id;  // permanent once released
    Text label;
    FiresAs fires_as;
    bool (*is_on)(const engine::Policy& policy);
};
const std::vector<Rule>& rules();
// Ids of rules that tell what was planned and what of it came about, in people.
inline constexpr const char *exchange_not_found = "exchange_not_found", *seconded = "secondment",
                            *transferred = "transfer";

// How often a rule that is on fired in one future: the flow over all years, or years in which the component was paid.
struct RuleCount {
    std::string rule;  // id
    std::int64_t times = 0;
    bool operator==(const RuleCount&) const = default;
};

// Counts over a future, year by year.
class RuleWatch {
  public:
    // Rules that some policy of the timeline switches on.
    explicit RuleWatch(const engine::PolicyTimeline& policy);
    void add(const GroupYear& whole_county);
    std::vector<RuleCount> counts() const;

  private:
    std::vector<const Rule*> on_;
    std::vector<std::int64_t> times_;
};

}  // namespace staffsim::measures
