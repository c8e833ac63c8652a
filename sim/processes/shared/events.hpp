// Kinds of dated events of a county, numbered in the order in which they are handled within a day: first what ends,
// then who leaves, then who fills what fell empty. Requests are how a rule asks the engine to put one into the
// calendar.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "sim/foundation/date.hpp"
#include "sim/model/county.hpp"

namespace staffsim {

enum class EventKind : std::uint32_t {
    first_year_end,
    minimum_service_end,
    probation_end,
    assignment_end,
    trial_end,
    settled_in,
    retirement,
    hazard_resignation,  // in the order of HazardCause
    hazard_moved_above,
    hazard_early_retirement,
    hazard_death,
    hazard_sanction,
    misconduct_found,
    inquiry_end,
    dismissal,
    find_seat,  // of somebody without one
    fill_seat,
    recruit_arrival,
    institution_refill,
    count
};

constexpr EventKind event_of(HazardCause cause) {
    return static_cast<EventKind>(static_cast<std::uint32_t>(EventKind::hazard_resignation) +
                                  static_cast<std::uint32_t>(cause));
}

struct Request {
    Day day;  // not before today; an event whose turn today has passed is handled tomorrow
    EventKind kind = EventKind::retirement;
    std::uint32_t entity = 0;
    std::uint32_t generation = 0;
};

class Requests {
  public:
    // What is asked for on `end` or later, after the last day of the run, is left out: most who enter retire then.
    explicit Requests(Day end = never) : end_(end) {}
    void about(Day day, EventKind kind, const County& county, PersonId person) {
        if (day < end_) requests_.push_back({day, kind, person.value, county.hot(person).generation});
    }
    void about(Day day, EventKind kind, const County& county, SeatId seat) {
        if (day < end_) requests_.push_back({day, kind, seat.value, county.seat(seat).generation});
    }
    void about(Day day, EventKind kind, UnitId unit) {
        if (day < end_) requests_.push_back({day, kind, unit.value, 0});
    }
    bool empty() const { return requests_.empty(); }
    // What has been asked for since the last call, one by one, where nothing is asked for meanwhile:
    // answer(const Request&). Handed out in place, since vectors that have just been written to are exchanged slowly.
    template <class Answer>
    void hand_out(Answer&& answer) {
        for (const Request& request : requests_) answer(request);
        requests_.clear();
    }

  private:
    Day end_;
    std::vector<Request> requests_;
};

}  // namespace staffsim
