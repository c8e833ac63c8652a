// Waiting at a window with several servers, by formulas. Stationary: Sakasegawa (1977), Annals of the Institute of
// Statistical Mathematics 29, 67-75: mean number in the queue = r^sqrt(2(n+1)) / (1 - r) for Poisson arrivals and
// exponential work at utilisation r; exact for one server. Where work differs more, times `spread` = E[S^2] / 2 E[S]^2.
// The power is taken between whole powers by a straight line, so that it needs no logarithm. In motion: pointwise
// stationary fluid flow (Tipper and Sundareshan 1990; Wang, Tipper and Banerjee 1996): the number present, L, changes
// by arrivals less capacity times the utilisation r(L) at which L would be stationary. So backlog after a shortage,
// slow recovery near full load and the waits of random arrivals come out of one equation.
#pragma once

namespace staffsim {

// State of a window: 1 / (1 - r), r being the utilisation at which the number present would be stationary.
struct Congestion {
    double u = 1;
    double utilisation() const { return 1.0 - 1.0 / u; }
};

double queue_length(double utilisation, int servers, double spread = 1);
// Utilisation at rest; at or above full capacity there is none, and `most` is returned.
[[gnu::always_inline]] inline Congestion at_rest(double arrivals, double capacity, double most) {
    const double of_capacity = arrivals / capacity;
    const double r = capacity > 0 ? of_capacity : most;
    return {1.0 / (1.0 - (most < r ? most : r))};
}
// After a week (an implicit step: stable whatever the rates). Numbers are matters a week.
Congestion after_week(Congestion before, int servers, double arrivals, double capacity, double spread = 1);

// Wait of who comes now, in weeks: the chance to wait at all; of those who do, a fixed part and an exponential one. At
// rest all of it is exponential, as theory says; far from rest (overload, or what it has left behind) the queue is long
// compared with its swings, and most of the wait is fixed.
struct Wait {
    double chance = 0, fixed = 0, random = 0;
    double mean() const { return chance * (fixed + random); }
};
// Of the wait of those who wait: keeps who gives up a smooth function of the queue.
inline constexpr double least_random_share = 0.1;
// lanes.hpp has it for many windows.
Wait wait_at(Congestion state, int servers, double arrivals, double capacity, double spread = 1);

}  // namespace staffsim
