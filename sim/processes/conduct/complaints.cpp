// What the public complains about, as conduct sees it: the pace of the past quarter that service to the public counts.

#include "sim/processes/conduct/conduct.hpp"

namespace staffsim {

namespace {

double all_complaints(const UnitService& service) {
    double sum = 0;
    for (const float of_kind : service.complaints) sum += static_cast<double>(of_kind);
    return sum;
}

double of(const UnitService& service, Matter matter) {
    return static_cast<double>(service.complaints[static_cast<std::size_t>(matter)]);
}

}  // namespace

double complaint_ratio(const County& county, UnitId unit) {
    if (!county.unit(unit).service.known) return 1;
    double complaints = 0, residents = 0;
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        const UnitService& service = county.units()[u].service;
        if (!service.known) continue;
        complaints += all_complaints(service);
        residents += county.plan().units[u].residents;
    }
    const double own_residents = county.plan().units[unit.value].residents;
    if (complaints <= 0 || own_residents <= 0) return 1;
    return all_complaints(county.unit(unit).service) / own_residents / (complaints / residents);
}

// Land and benefits are where power meets interests; certificates and requests are where manner is met. Nobody complains
// about views of achievements, and disputes are about skill.
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
