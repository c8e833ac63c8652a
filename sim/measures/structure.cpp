#include "sim/measures/structure.hpp"

#include <algorithm>
#include <array>

namespace staffsim::measures {

namespace {

constexpr int band_years = 5;

// Whoever was born on that day or earlier has left band b.
std::array<Day, age_band_count - 1> latest_births(Day today) {
    std::array<Day, age_band_count - 1> births;
    for (std::size_t band = 0; band < births.size(); ++band)
        births[band] = today - days_reaching(youngest_band_ends + band_years * static_cast<int>(band));
    return births;
}

std::size_t band_of(const std::array<Day, age_band_count - 1>& births, Day birth) {
    return static_cast<std::size_t>(
        std::count_if(births.begin(), births.end(), [birth](Day latest) { return birth <= latest; }));
}

}  // namespace

std::size_t age_band(Day birth, Day today) { return band_of(latest_births(today), birth); }

void add_structure(const County& county, std::span<const std::size_t> units, std::vector<std::int64_t>& rows) {
    const std::size_t first = rows.size();
    rows.resize(first + structure_cells);
    const std::span<std::int64_t> row = std::span(rows).subspan(first);
    const auto births = latest_births(county.today());
    for (const std::size_t unit : units) {
        for (const PersonId person : county.units()[unit].members) {
            const PersonCold& cold = county.cold(person);
            ++row[band_of(births, cold.birth) * sex_count + static_cast<std::size_t>(cold.sex)];
            ++row[first_education + static_cast<std::size_t>(cold.education)];
            ++row[first_field + static_cast<std::size_t>(cold.field)];
            ++row[first_channel + static_cast<std::size_t>(cold.channel)];
        }
    }
}

}  // namespace staffsim::measures
