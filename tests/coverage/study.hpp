// Coverage, measured: how often an interval holds the truth, over many repetitions of a small study whose answer is
// known. A kind is one way of making intervals on one model; each repetition makes one interval (or one family, or one
// whole sequence of looks) and says whether everything in it was true.
//
// Kinds are registered in the lists below; whoever adds a procedure adds a list and its line in all_kinds().
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace staffsim::coverage {

inline constexpr double error_level = 0.05;  // of the ranges that are studied

enum class Promise {
    two_sided,  // the share must be the nominal one, within three standard errors on either side
    at_least,   // must not be below the nominal one by more than three standard errors: made to be conservative
    reported,   // known to swing around the nominal one: told, not judged
};

using Holds = std::function<bool(std::uint32_t repetition)>;

struct Kind {
    std::string id;     // "paired_t"
    std::string words;  // what is covered, on which model
    double nominal = 0.95;
    Promise promise = Promise::two_sided;
    // Makes ready for so many repetitions (a simulated kind lives its futures here) and gives the repetition.
    std::function<Holds(std::uint32_t repetitions)> prepare;
    double effort = 1;  // share of the asked repetitions that are made, where one is dear
};

struct Result {
    Kind kind;
    std::uint32_t repetitions = 0, held = 0;
    double share() const { return static_cast<double>(held) / repetitions; }
    double standard_error() const;  // of the share, were the promise kept
    bool is_kept() const;
};

Result measured(const Kind& kind, std::uint32_t repetitions);

std::vector<Kind> normal_kinds();     // pairs, levels, families and looks on normal and exponential futures
std::vector<Kind> share_kinds();      // shares, quantiles
std::vector<Kind> simulated_kinds();  // theory F1 and A, lived by the simulator itself
std::vector<Kind> driver_kinds();     // best of k, Shapley values, variance shares
std::vector<Kind> all_kinds();

}  // namespace staffsim::coverage
