// The marginals file of a synthetic county, as read.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "sim/foundation/date.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/model/terms.hpp"

namespace staffsim::scenario {

struct UnitClass {
    UnitKind kind = UnitKind::township;
    int count = 0, places = 0;
    std::array<int, 4> quota{};  // section_chief, deputy_section, office_head, office_deputy
    int institution_places = 0, contract_staff = 0;
    double residents_low = 0, residents_high = 0, km_low = 0, km_high = 0;
    int remote_class = 1;
};

inline constexpr std::size_t age_bands = 9;  // 20-24, 25-29, … 60-64

// Ages are uniform within their band; years at the tier are exponential, cut by the length of service.
struct TierMarginal {
    std::array<double, age_bands> ages{};
    double tier_years_mean = 5, share_women = 0.35;
};

struct Marginals {
    Day start;
    std::string prefix_township = "T", prefix_organ = "C";
    std::vector<UnitClass> units;
    std::map<std::string, TierMarginal> tiers;  // by kind of unit and title: "township.clerk"
    double staffed_share = 0.96, staffed_leadership_share = 0.95;
    int over_by = 0;  // people by which one township exceeds its establishment
    std::string over_unit;
    double entry_age_low = 22, entry_age_high = 28;
    double native_share = 0.6, party_share = 0.7;
    std::array<double, 4> education_young{}, education_old{};  // under and over 40
    std::array<double, channel_count> channels{};
    std::array<double, 6> fields{};
    std::array<double, 3> results{};  // excellent, competent, basically competent
    std::vector<std::string> empty_columns;
};

// In the order of the classes.
std::vector<std::string> unit_ids(const Marginals& marginals);

// Reports everything that is wrong, unknown keys included.
Marginals read_marginals(const std::string& file, Diagnostics& diagnostics);

}  // namespace staffsim::scenario
