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

ComplaintRatios::ComplaintRatios(const County& county) : county_(county) {
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        const UnitService& service = county.units()[u].service;
        if (!service.known) continue;
        complaints_ += all_complaints(service);
        residents_ += county.plan().units[u].residents;
    }
}

bool ComplaintRatios::knows(UnitId unit) const {
    return county_.unit(unit).service.known && county_.plan().units[unit.value].residents > 0;
}

double ComplaintRatios::of(UnitId unit) const {
    if (!knows(unit) || complaints_ <= 0) return 1;
    const double own_residents = county_.plan().units[unit.value].residents;
    return all_complaints(county_.unit(unit).service) / own_residents / (complaints_ / residents_);
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
