// What the public complains about, as conduct sees it: the pace of the past quarter that service to the public counts.

#include "sim/processes/conduct/conduct.hpp"

namespace staffsim {

namespace {

double of(const UnitService& service, Matter matter) {
    return static_cast<double>(service.complaints[static_cast<std::size_t>(matter)]);
}

}  // namespace

bool knows_complaints(const County& county, UnitId unit) {
    return county.unit(unit).service.known && county.plan().units[unit.value].residents > 0;
}

double complaint_ratio(const County& county, UnitId unit) {
    if (!knows_complaints(county, unit)) return 1;
    const County::Complaints& all = county.complaints();
    if (all.a_year <= 0) return 1;
    const double own_residents = county.plan().units[unit.value].residents;
    return all_complaints(county.unit(unit).service) / own_residents / (all.a_year / all.residents);
}

// Land and benefits are where power meets interests; certificates and requests are where manner is met. Nobody
// complains about views of achievements, and disputes are about skill.
double content_ratio(const County& county, UnitId unit, std::size_t content) {
    const UnitService& service = county.unit(unit).service;
    const double power = of(service, Matter::land) + of(service, Matter::benefits);
    const double manner = of(service, Matter::certificates) + of(service, Matter::requests);
    if (!service.known || power + manner <= 0) return 1;
    if (content == static_cast<std::size_t>(EducationContent::ideology)) return 2.0 * power / (power + manner);
    if (content == static_cast<std::size_t>(EducationContent::service)) return 2.0 * manner / (power + manner);
    return 1;
}

}  // namespace staffsim
