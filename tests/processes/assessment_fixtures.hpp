// Assessment that can be worked by hand: clerks of known ability, seen without error.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/processes/assessment/assessment.hpp"
#include "tests/processes/ability_alone.hpp"
#include "tests/support/tiny_world.hpp"

namespace staffsim::tiny {

inline AssessmentRules assessment_rules() { return defaults(assessment_levers()); }

inline AssessmentRules superior_only(double reliability, double shared_bias, double raters) {
    AssessmentRules only = assessment_rules();
    only.weights = {1, 0, 0, 0};
    only.raters = {raters, 0, 0};
    only.reliability = {reliability, 0.5, 0.5};
    only.shared_bias = {shared_bias, 0, 0};
    return only;
}

// One superior without error.
inline AssessmentRules clear_sight() {
    AssessmentRules rules = assessment_rules();
    rules.raters = {1, 0, 0, 0};
    rules.weights = {1, 0, 0, 0};
    rules.reliability = {1, 1, 1, 1};
    rules.shared_bias = {};
    rules.in_turn_share = 0;
    rules.incompetent_share = rules.basically_competent_share = 0;
    return rules;
}

// One township of clerks P0 … with ability falling by 0.1.
struct Pool : TinyWorld {
    explicit Pool(int n) : TinyWorld({township("T01", n)}, {7, 7}, day(2026, 1, 15)) {
        for (int i = 0; i < n; ++i) {
            people.push_back(settle(0, {.id = "P" + std::to_string(i), .ability = static_cast<float>(3 - 0.1 * i)}));
        }
        open();
    }
    void assess(const AssessmentRules& assessment) {
        const PerformanceRules performance = ability_alone();
        hold_assessment(everywhere(assessment, county), everywhere(performance, county), world);
    }
    Result result(int i) const { return county.record(people[static_cast<std::size_t>(i)]).results[2]; }
    std::vector<PersonId> people;
};

// The same in a county with an organ, assessed year after year; each less able than the one before by `step`.
struct Clerks : TinyWorld {
    explicit Clerks(int n, double step = 0.1, RandomKey key = {7, 7})
        : TinyWorld({township("T01", n), organ("O01", 5)}, key, day(2026, 1, 15)) {
        for (int i = 0; i < n; ++i) {
            people.push_back(settle(0, {.id = "P" + std::to_string(i), .ability = static_cast<float>(-step * i)}));
        }
        open();
    }
    void assess(const AssessmentRules& rules) {
        const PerformanceRules performance = ability_alone();
        hold_assessment(everywhere(rules, county), everywhere(performance, county), world);
        county.begin_day(add_years(county.today(), 1));
    }
    Result result(std::size_t i) const { return county.record(people[i]).results[2]; }
    double awards() const {
        return static_cast<double>(county.tally().one_off_fen[0][static_cast<std::size_t>(OneOff::awards)]) / 100.0;
    }
    std::vector<PersonId> people;
};

}  // namespace staffsim::tiny
