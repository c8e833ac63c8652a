#include "sim/processes/service/congestion.hpp"

#include <algorithm>
#include <cmath>

namespace staffsim {

namespace {

struct Power {
    double value, slope;
};

// r^s and its slope for s >= 1; between whole powers by a straight line in s.
Power power(double r, double s) {
    const auto whole = static_cast<int>(s);
    const double part = s - whole;
    double below = 1;  // r^(whole - 1)
    for (int i = 1; i < whole; ++i) below *= r;
    const double at = below * r;
    return {at * (1.0 - part + part * r), whole * below * (1.0 - part + part * r) + part * at};
}

double exponent(int servers) { return std::sqrt(2.0 * (servers + 1)); }

constexpr double most_u = 1e9;

}  // namespace

double queue_length(double utilisation, int servers, double spread) {
    return spread * power(utilisation, exponent(servers)).value / (1.0 - utilisation);
}

// Solves L(r') + capacity r' = L(r) + arrivals for r' by Newton's method in u = 1 / (1 - r'), in which the left side is
// nearly a straight line when the queue is long.
Congestion after_week(Congestion before, int servers, double arrivals, double capacity, double spread) {
    const double s = exponent(servers);
    const double sum = servers + capacity;
    const double r0 = before.utilisation();
    const double goal = servers * r0 + spread * power(r0, s).value * before.u + arrivals;
    double u = before.u;
    for (int step = 0; step < 40; ++step) {  // the last step squares an error of 1e-4
        const double r = 1.0 - 1.0 / u;
        const Power p = power(r, s);
        const double excess = sum * r + spread * p.value * u - goal;
        const double slope = (sum + spread * p.slope * u) / (u * u) + spread * p.value;
        const double next = std::clamp(u - excess / slope, 1.0, most_u);
        const bool is_there = std::abs(next - u) <= 1e-4 * next;
        u = next;
        if (is_there) break;
    }
    return {u};
}

}  // namespace staffsim
