// Who is there: staff by age and sex, education, field of study and channel of entry, counted on the first day and at
// every year end, in townships (in a county without any: everywhere). Counts of people who fill a place there, those
// who are away included.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/model/county.hpp"

namespace staffsim::measures {

// Age bands of five years; the first also holds everybody younger, the last everybody older.
inline constexpr std::size_t age_band_count = 9;
inline constexpr int youngest_band_ends = 25;  // under 25, 25 to 29 … 55 to 59, 60 and over
inline constexpr std::size_t sex_count = 2, education_count = 4, field_count = 6;

// Where each part begins in a row of counts; ages by band and sex.
inline constexpr std::size_t first_education = age_band_count * sex_count;
inline constexpr std::size_t first_field = first_education + education_count;
inline constexpr std::size_t first_channel = first_field + field_count;
inline constexpr std::size_t structure_cells = first_channel + channel_count;

// Band of somebody born on `birth`; the birthday itself counts to the older band.
std::size_t age_band(Day birth, Day today);

// Appends one row: the people of these units as they are now.
void add_structure(const County& county, std::span<const std::size_t> units, std::vector<std::int64_t>& rows);

}  // namespace staffsim::measures
