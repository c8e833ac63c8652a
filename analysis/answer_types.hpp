// Answers to single questions beside a comparison: what each part of a package does (`staffsim decompose`), which
// policy is best on one outcome (`best`), how large a lever has to be (`seek`). Kept in the store (kept_answers.hpp)
// and told by terminal, CSV, JSON and the report alike. Outcomes are places in measures::outcomes(). The policies asked
// about bring their own names: they need not be those of the comparison.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/foundation/text.hpp"

namespace staffsim::analysis {

// A part of a package of overlays and what it does (Shapley value), on one outcome.
struct PackagePart {
    std::size_t outcome = 0;
    int verdict_year = 0;
    std::size_t part = 0;
    double value = 0, low = 0, high = 0;
};
struct PackageInteraction {
    std::size_t outcome = 0;
    int verdict_year = 0;
    std::size_t part = 0, other = 0;
    double value = 0, low = 0, high = 0;
};
struct Package {
    std::vector<Text> parts;
    std::uint32_t replications = 0;
    std::vector<PackagePart> values;
    std::vector<PackageInteraction> interactions;
};

// Which of the policies is best on one outcome: ranking and selection (stats/selection.hpp).
struct BestOf {
    std::size_t outcome = 0;
    int verdict_year = 0;
    double indifference = 0, confidence = 0.95;
    bool is_settled = false;             // false: the most futures allowed were not enough
    std::vector<std::size_t> remaining;  // candidates; the best alone when settled
    std::vector<std::size_t> subset;     // may contain the best, whatever the differences, from the first look
    std::uint32_t replications = 0, first_look = 0, futures = 0;  // futures: all that were lived, over all candidates
    struct Candidate {
        Text name;
        std::string id;
        double mean = 0;
        std::uint32_t replications = 0;
        std::size_t eliminated_by = 0;  // while eliminated_after > 0
        std::uint32_t eliminated_after = 0;
        bool is_same_as_rival = false, is_same_as_best = false;  // in every future that both lived
    };
    std::vector<Candidate> candidates;
};

// Two-sided error probability of the ranges of shares when a lever is sought: a lower end is a one-sided bound at 95 %.
inline constexpr double seek_share_level = 0.10;

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
    bool is_monotone = true;          // in one direction or the other
    bool falls = false;               // larger values lose the target: the answer is the largest value that meets it
    std::vector<SeekEvidence> tried;  // by rising other_value, value
    std::optional<SeekEvidence> answer, confirmation;
    // What the fresh futures say of the answer: as much as is asked of a value that is tried; the contrary; or neither.
    enum class Confirmed { yes, open, no };
    Confirmed confirmed() const {
        if (!confirmation || !confirmation->is_affordable || confirmation->share_high < probability)
            return Confirmed::no;
        return confirmation->meets ? Confirmed::yes : Confirmed::open;
    }
};

struct Answers {
    std::vector<Package> packages;
    std::vector<BestOf> races;
    std::vector<SeekReport> seeks;
    bool is_empty() const { return packages.empty() && races.empty() && seeks.empty(); }
};

}  // namespace staffsim::analysis
