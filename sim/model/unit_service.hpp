// What a unit's service to the public looks like to the rest of the county, and what is added up about it in a year.
// The rules are in processes/service; here are only the numbers that other families and outcomes read.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace staffsim {

// What citizens come with: certificates and civil affairs; land and housing; benefits and relief; disputes to mediate;
// requests that come with development work.
enum class Matter : std::uint8_t { certificates, land, benefits, disputes, requests };
inline constexpr std::size_t matter_count = 5;

// Of a township, brought up to date at the turn of each month; of other units, all 0.
struct UnitService {
    bool known = false;                            // the service queue is on and has been seen to
    float load = 0;                                // log of work over working time, centred at the baseline's mean
    float satisfaction = 0;                        // share of satisfied citizens less the baseline's mean
    float people_served = 0;                       // a year and hand present
    std::array<float, matter_count> complaints{};  // a year, at the pace of the past quarter, by kind of matter
    bool operator==(const UnitService&) const = default;
};
inline double all_complaints(const UnitService& service) {
    double sum = 0;
    for (const float of_kind : service.complaints) sum += static_cast<double>(of_kind);
    return sum;
}

// Sums of a year. Matters count when they arrive, with the wait and the end that are then to be expected (weekly
// queue), or when they are taken up, with what happened (queue by events).
enum class ServiceSum : std::uint8_t {
    matters,
    handled,       // finished
    wait_days,     // working days from arrival to the end of the matter
    queue_days,    // of these, until somebody took it up
    on_time,       // within the promised time
    failed,        // wrong or not resolved
    legal_errors,  // of these, because of law or procedure
    escalated,     // taken to the county
    satisfied,
    resident_years,   // thousands of residents times years
    work_minutes,     // of work that arrived
    staff_minutes,    // of working time for it
    development_due,  // person-days
    development_done,
    development_on_time,
    illustrated_income,  // yuan, from a stated multiplier: an illustration
    complaints_by_kind,  // five sums, one a kind
    last_complaints = complaints_by_kind + matter_count - 1,
    // by events only, for the proofs of queueing theory
    had_to_queue,      // matters that were not taken up at once
    queue_integral,    // matter-minutes in the queue, added up over time
    clock_minutes,     // over which they were added up
    taken_up_by_kind,  // matters whose wait in the queue is known: five sums, one a kind
    queue_minutes_by_kind = taken_up_by_kind + matter_count,  // their waits
    count = queue_minutes_by_kind + matter_count
};
inline constexpr std::size_t service_sum_count = static_cast<std::size_t>(ServiceSum::count);
// The sum of one kind, of a sum that is kept by kind.
constexpr ServiceSum of_kind(ServiceSum first, std::size_t kind) {
    return static_cast<ServiceSum>(static_cast<std::size_t>(first) + kind);
}

struct ServiceYear {
    std::array<double, service_sum_count> sums{};
    double& operator[](ServiceSum sum) { return sums[static_cast<std::size_t>(sum)]; }
    double operator[](ServiceSum sum) const { return sums[static_cast<std::size_t>(sum)]; }
    double all_kinds(ServiceSum first) const {
        double sum = 0;
        for (std::size_t k = 0; k < matter_count; ++k) sum += (*this)[of_kind(first, k)];
        return sum;
    }
    ServiceYear& operator+=(const ServiceYear& other) {
        for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += other.sums[i];
        return *this;
    }
    bool operator==(const ServiceYear&) const = default;
};

}  // namespace staffsim
