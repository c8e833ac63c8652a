// The verdict rule: what may be said of a difference between two policies, in one place for terminal, CSV, workbook and
// report. Source: the product's report design, "Verdict rule".
//
//   order  verdict                 rule
//   0      not measured            no value under either policy: there was never anything to count
//   1      identical               every matched pair equal
//   2      too rare to tell        fewer than 20 discordant pairs (print exact_range of proportion.hpp)
//   3      depends on assumptions  when sensitivity was run: see with_sensitivity
//   4      better / worse          interval clear of 0 and |difference| >= matters (neutral outcomes: higher / lower)
//   5      real but small          clear of 0, |difference| below matters
//   6      practically the same    interval inside +/- matters
//   7      too close to call       otherwise (print more_needed of settle.hpp)
//
// Verdicts are given only for primary outcomes at verdict years declared before the run; everything else is
// exploratory. Rows 0 to 2 judge nothing: they say what there is to see, and hold of every comparison.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "sim/foundation/text.hpp"
#include "sim/measures/outcome.hpp"

namespace staffsim::stats {

// Paired comparison of one outcome over matched replications. Filled by paired_summary (paired.hpp), which says what
// each number is and where there is no value (NaN).
struct PairedSummary {
    std::uint32_t replications = 0;
    std::uint32_t pasts = 0;  // independent ones among them (pasts.hpp)
    double baseline = 0;      // ratio of sums over replications
    double value = 0;         // the same for the variant
    double difference = 0;    // value - baseline
    double standard_error = 0;
    double lasting_variance = 0;   // of its square: what stays however many futures continue the same pasts
    double low = 0, high = 0;      // simultaneous interval, drawn as used
    std::uint32_t discordant = 0;  // matched pairs that differ
    std::uint32_t wins = 0, ties = 0, losses = 0;      // by the outcome's direction (neutral: higher counts as win)
    double probability_better = 0;                     // wins over replications: a tie is not better
    double probability_low = 0, probability_high = 0;  // Wilson range of the former
    std::uint32_t effective_futures = 0;               // for that range: independent ones that would say as much
    double variance_factor = 1;     // variance of an unmatched difference / variance of the matched one
    std::uint32_t more_needed = 0;  // replications still needed to settle, 0 when settled or unknown
    // Expected regret under matched luck, in the outcome's unit: by how much the choice falls behind the other policy,
    // on average over all futures (0 where it does not). No value for neutral outcomes.
    double regret_of_variant = 0, regret_of_baseline = 0;
    // Exact range of the share of futures that differ at all, at the interval's level: what is told of rare outcomes.
    double differing_low = 0, differing_high = 1;
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
    same,         // practically the same
    too_close,    // too close to call
    exploratory,  // no verdict: the comparison was not declared before the run; never the result of verdict_of
    not_measured,
};

// Below so many pairs that differ, an interval for their mean difference is not trusted.
inline constexpr std::uint32_t discordant_needed = 20;

// Whether there is nothing to put a number to: identical or not measured.
inline bool is_without_number(Verdict verdict) {
    return verdict == Verdict::identical || verdict == Verdict::not_measured;
}

// Rows 0 to 2 and 4 to 7. Edges: `matters` 0 makes every clear difference better/worse and never "practically the
// same"; a summary without replications is "too rare"; one without a difference or interval is "too rare" or "too
// close".
Verdict verdict_of(const PairedSummary& summary, measures::Direction direction, double matters);

// Rows 0 to 2, and "exploratory" instead of any other: what is said of a comparison not declared before the run.
Verdict verdict_of_undeclared(const PairedSummary& summary);

// Row 2: the interval of the average change is not trusted, in whatever comparison.
bool is_too_rare(const PairedSummary& summary);

// What varying the assumptions did to a difference.
struct Sensitivity {
    bool flips_at_a_range_end = false;  // interval clear of 0 on the other side at an end of an assumption's range
    double sign_agreement = 1;          // share of joint draws of the assumptions in which the sign is the same
};
// Row 3: "depends on assumptions" when the sign flips at a range end or agrees in fewer than 90 % of the joint draws.
// "Not measured", "identical" and "too rare" come before it and stay.
Verdict with_sensitivity(Verdict verdict, const Sensitivity& sensitivity);

Text words(Verdict verdict);              // "better" / "更好"
std::string_view mark(Verdict verdict);   // ▲ ▼ △ ▽ = ≈ · ? –
std::string_view name(Verdict verdict);   // snake_case, for CSV and JSON
std::span<const Verdict> all_verdicts();  // in the order of the enumeration

}  // namespace staffsim::stats
