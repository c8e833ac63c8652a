// `staffsim verify`: runs textbook scenarios and holds the simulator against closed forms. Expected values are computed
// from the scenario's own numbers, so every admissible --set gives a new case.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "sim/foundation/text.hpp"

namespace staffsim::theory {

struct Check {
    Text quantity;
    double expected = 0;
    double got = 0;
    double standard_error = 0;      // 0: exact
    double max_standard_error = 0;  // a check cannot pass by being vague
    double score = 0;               // (got - expected) / standard error, or the statistic of a distribution test
    double critical = 0;            // largest |score| that passes
    bool passed = false;
};

struct CaseResult {
    std::string id;
    Text title;
    std::string file;
    std::uint32_t replications = 0;
    std::vector<Check> checks;
};

struct VerifyRequest {
    std::vector<std::string> files;  // empty: every case of scenarios/theory
    std::vector<std::string> sets;   // key=value, for every file
    std::string folder;              // scenarios/theory
    std::uint32_t seed = 1;
    int threads = 0;                  // below 1: all processors
    double false_alarm_rate = 0.001;  // of the whole command
    double effort = 1.0;              // scales the number of replications
    bool json = false;
    Language language = Language::en;  // of the table
};

// Runs the cases. Throws InputError when a file is not a known case or its numbers are outside what the formula covers.
std::vector<CaseResult> verify(const VerifyRequest& request);
// Runs and prints; 0 when all checks pass, 1 otherwise.
int run_verify(const VerifyRequest& request, std::ostream& out);

}  // namespace staffsim::theory
