// Pay by hand: a clerk's basic pay of 4,000 yuan, a step of 1.5 %, a pay grade of 3 %, a rank of 6 %, a post level of
// 12 %.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/processes/pay/pay.hpp"
#include "tests/support/tiny_world.hpp"

namespace staffsim::tiny {

inline PayRules pay_rules() { return defaults(pay_levers()); }

inline double yuan(const Pay& pay, PayComponent component) {
    return to_yuan(pay.component[static_cast<std::size_t>(component)]);
}

// A township with a seat of each level, and an organ.
struct Township : TinyWorld {
    explicit Township(int remote_class = 1) : TinyWorld(units(remote_class)) {}
    static std::vector<UnitPlan> units(int remote_class) {
        auto all = std::vector{township("T01", 9, 1, 1, 1), organ("O01", 3, 1)};
        all[0].remote_class = remote_class;
        return all;
    }
    PersonId someone(const Someone& who, std::size_t unit = 0) {
        const PersonId person = settle(unit, who);
        county.pay_position(person).rank = 1;
        return person;
    }
};

inline void give_results(TinyWorld& tiny, PersonId person, Result a, Result b, Result c) {
    for (const Result result : {a, b, c}) tiny.county.record_result(person, result, 0, 0);
}

}  // namespace staffsim::tiny
