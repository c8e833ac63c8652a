// Answers to single questions, for the terminal and as JSON or CSV: which policy is best (`staffsim best`), what each
// part of a package does (`decompose`), how large a lever has to be (`seek`).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/drivers.hpp"
#include "analysis/terminal/style.hpp"
#include "sim/measures/outcome.hpp"

namespace staffsim::analysis {

// `names`: of the scenarios, ids for files behind them.
struct ScenarioNames {
    std::vector<Text> names;
    std::vector<std::string> ids;
};

std::string best_screen(const BestOf& best, const ScenarioNames& scenarios, const Style& style);
std::string best_json(const BestOf& best, const ScenarioNames& scenarios);
std::string best_csv(const BestOf& best, const ScenarioNames& scenarios);

std::string package_screen(const Package& package, int verdict_year, const Style& style);
std::string package_json(const Package& package);
std::string package_csv(const Package& package);

// One value of the lever (or of two) and what came of it.
struct SeekEvidence {
    double value = 0, other_value = 0;
    double share = 0, share_low = 0, share_high = 0;  // of futures that meet the target; Wilson range, 90 % two-sided
    double mean = 0;                                  // of the outcome, headline group, over futures
    double cost = 0, cost_low = 0, cost_high = 0;     // difference of total cost a year to the present value, 95 %
    bool meets = false, is_affordable = true;
};
struct SeekReport {
    Text scenario;
    std::string lever, other_lever;  // keys; other_lever empty for one
    Text label, other_label;
    std::string unit, other_unit;
    double present = 0, other_present = 0;
    std::size_t outcome = 0;
    bool at_most = true;  // outcome <= target; otherwise >=
    double target = 0;
    bool in_each_township = false;
    double probability = 0.9;
    int year = 0;
    std::optional<double> budget;  // 10,000 yuan a year more than at present
    std::uint32_t seed = 0, replications = 0, fresh_seed = 0;
    bool is_monotone = true;
    std::vector<SeekEvidence> tried;  // by rising other_value, value
    std::optional<SeekEvidence> answer, confirmation;
    bool is_confirmed() const {
        return confirmation && confirmation->share >= probability && confirmation->is_affordable;
    }
};
std::string seek_screen(const SeekReport& report, const Style& style);
std::string seek_json(const SeekReport& report);
std::string seek_csv(const SeekReport& report);

}  // namespace staffsim::analysis
