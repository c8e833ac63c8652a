// The verdict rule: what may be said of a difference between two policies, in one place for terminal, CSV, workbook and
// report. Source: the product's report design, "Verdict rule".
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "sim/foundation/text.hpp"
#include "sim/measures/outcome.hpp"

namespace staffsim::stats {

// Paired comparison of one outcome over matched replications.
struct PairedSummary {
    std::uint32_t replications = 0;
    double baseline = 0;    // ratio of sums over replications
    double value = 0;       // the same for the variant
    double difference = 0;  // value - baseline
    double standard_error = 0;
    double low = 0, high = 0;          // simultaneous interval, drawn as used
    std::uint32_t discordant = 0;      // matched pairs that differ
    std::uint32_t wins = 0, ties = 0, losses = 0;  // by the outcome's direction (neutral: higher counts as win)
    double probability_better = 0;     // wins + ties/2, over replications
    double probability_low = 0, probability_high = 0;  // Wilson range of the former
    double variance_factor = 1;        // variance of an unmatched difference / variance of the matched one
    std::uint32_t more_needed = 0;     // replications still needed to settle, 0 when settled or unknown
};

enum class Verdict {
    identical,
    too_rare,
    depends_on_assumptions,
    better,
    worse,
    higher,  // neutral outcomes
    lower,
    small_better,  // real but small
    small_worse,
    small_higher,
    small_lower,
    same,       // practically the same
    too_close,  // too close to call
};

// Edges: `matters` 0 makes every clear difference better/worse and never "practically the same".
Verdict verdict_of(const PairedSummary& summary, measures::Direction direction, double matters);

Text words(Verdict verdict);             // "better" / "更好"
std::string_view mark(Verdict verdict);  // ▲ ▼ △ ▽ = ≈ · ?
std::string_view name(Verdict verdict);  // snake_case, for CSV and JSON

}  // namespace staffsim::stats
