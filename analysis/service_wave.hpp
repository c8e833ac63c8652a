// When people leave townships after their minimum service, in words: whoever shortens or lengthens the minimum service
// moves a wave, and averages over the years hide it.
#pragma once

#include "analysis/comparison.hpp"
#include "analysis/series.hpp"

namespace staffsim::analysis {

inline constexpr std::string_view after_service_outcome = "leaving_after_minimum_service";

// By scenario, from that outcome's series (whose numerators count 100 for each person). `level`: of the plain range.
std::vector<ServiceWave> service_waves(const std::vector<Series>& by_scenario, int years, double level,
                                       stats::Pasts pasts);

// "Most leave after their minimum service in 2029: 14.2 that year, 9.1 under …". Of a policy that moves the minimum
// service, and of others whose peak stands out from the other years and from the baseline in that year by more than
// chance; otherwise empty.
Text service_wave_words(const Comparison& comparison, std::size_t scenario);

}  // namespace staffsim::analysis
