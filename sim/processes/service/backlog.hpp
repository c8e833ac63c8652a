// A window near full load. There a queue swings by luck for months, and its mean says little: lateness bends with it,
// and what lateness sets off (matters that come back, hurry) bends again. So the matters present follow a Brownian
// motion reflected at 0 (Kingman 1961; Harrison 1985, Brownian Motion and Stochastic Flow Systems, chapter 5), stepped
// from week to week without error, with the luck of arrivals and of work. Somebody waits when more than a
// margin is present: chosen so that at rest the chance to wait and the waits are Erlang's, exactly.
#pragma once

#include "sim/processes/service/congestion.hpp"

namespace staffsim {

// One week at a window: matters that come and stay, those expected, and what its servers can do. Numbers a week.
struct WindowWeek {
    double come = 0, expected = 0, capacity = 0;
    int servers = 0;
    double spread = 1;
    double margin = 0;  // matters that may be present while nobody waits, near full load: see margin_of
    double utilisation() const { return expected / capacity; }
};
// Dear (a logarithm and a step for every server), so it is worked out once a week.
double margin_of(const WindowWeek& week);

struct Backlog {
    double matters = 0;

    // As a window at rest in this state has it: exponential; `unit` is an exponential of mean 1.
    static Backlog drawn(Congestion state, double spread, double unit) { return {spread * (state.u - 1.0) * unit}; }
    // As much as patience lets stay.
    static Backlog full(const WindowWeek& week, double patience) { return {patience * week.capacity + week.margin}; }
    // `normal` and `unit`: luck of the work, and of how low the queue was on the way.
    Backlog after_week(const WindowWeek& week, double normal, double unit) const;
    // Of them, those whose work has not begun.
    double waiting(const WindowWeek& week) const;
    // Matters beyond what can be served within `patience` weeks leave; returns their number.
    double give_up(const WindowWeek& week, double patience);
    // Wait of who is taken up at this moment, while `stay` a week join the queue: who came when it was shorter has
    // waited less than who comes now will.
    Wait wait(const WindowWeek& week, double stay) const;
};

}  // namespace staffsim
