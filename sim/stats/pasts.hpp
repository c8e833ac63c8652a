// Futures that have a past in common. What a roster does not say of its people comes from lives of a warm-up, and
// futures are dealt to the lives in turn (engine/donors.hpp): future i continues life i mod `number`. Futures of one
// life resemble each other, so a thousand of them are not a thousand independent pieces of evidence: what is
// independent are the lives. Ranges are therefore made of what each life says (a sample in clusters, of which all
// futures are seen); with no more futures than lives that is the ordinary standard error.
// Source: W. G. Cochran, Sampling Techniques, 3rd ed. (1977), sections 9A and 11.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace staffsim::stats {

struct Pasts {
    // 0: no future shares its past with another. 1: all share the only one, and ranges are given that past.
    std::size_t number = 0;
    // Independent pasts among the first so many futures; one less are the degrees of freedom.
    std::size_t among(std::size_t futures) const;
    bool shared_by(std::size_t futures) const { return among(futures) < futures; }
};
inline constexpr Pasts own_pasts{};

// Squared standard error of the mean of numbers, one per future: k / (k - 1) times the squared sum of each past's
// deviations from the mean, over n squared. With a past for each future that is the sample variance over n. No value
// (NaN) for fewer than two pasts.
double variance_of_mean(std::span<const double> numbers, Pasts pasts);

// Its root, and half the width of the t interval at the two-sided `level`, with one degree of freedom less than there
// are pasts. No values for fewer than two.
struct MeanError {
    double standard_error = 0, half_width = 0;
};
MeanError error_of_mean(std::span<const double> numbers, Pasts pasts, double level);

// The part of the squared error that stays however many futures continue the same pasts; at least 0, and 0 where no
// past is shared.
double lasting_variance_of_mean(std::span<const double> numbers, Pasts pasts);

// How many independent futures say as much of a share as these do: n over the design effect, which is how often the
// variance of the mean is what it would be without pasts in common (at least 1). `happened` holds 0 and 1.
// Source: L. Kish, Survey Sampling (1965), section 5.4.
std::uint32_t effective_futures(std::span<const double> happened, Pasts pasts);

}  // namespace staffsim::stats
