// The rare-event wheel of a county: events in whole days, ordered by (day, phase, kind, order key), never by the moment
// of insertion. Nothing is cancelled: an event carries the generation of the entity it was made for, and whoever
// handles it skips it when the entity has moved on.
//
// Layout: a ring of `ring_days` lists of records in one pool; events beyond the ring wait in one list per turn of the
// ring and are dealt out when their turn begins. A day is sorted once, when it starts. Nothing is allocated once the
// pool has grown to the number of events that wait.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "sim/foundation/date.hpp"
#include "sim/foundation/diagnostics.hpp"

namespace staffsim::kernel {

struct Event {
    Day day;
    std::uint32_t entity = 0;      // slot of the entity
    std::uint32_t generation = 0;  // of the entity when the event was made
    std::uint32_t kind = 0;        // kinds are numbered in the order of their phases
};
static_assert(sizeof(Event) == 16);

// OrderKey: std::uint64_t(const Event&), the tie-breaker among events of the same day and kind; it must not depend on
// insertion order (a lot, or a hash of the entity's name).
template <class OrderKey>
class Calendar {
  public:
    Calendar(Day first, OrderKey order_key)
        : today_(first), order_key_(std::move(order_key)), first_turn_(turn_of(first)) {
        ring_.fill(none);
    }

    Day today() const { return today_; }

    // `event.day` is today or later. During a day, an event for the same day must come later in the day's order than
    // the one being handled (InvariantError otherwise).
    void schedule(const Event& event) {
        if (event.day < today_) throw InvariantError("an event was scheduled in the past");
        if (in_day_ && event.day == today_) return insert_today(event);
        if (turn_of(event.day) == turn_of(today_)) {
            put(event, ring_[slot_of(event.day)]);
        } else {
            put(event, later_turn(turn_of(event.day)));
        }
    }

    // Events that wait for the day, in no order, as far as they have been dealt out: for who wants to have at hand what
    // they are about. look(const Event&).
    template <class Look>
    void look_ahead(Day day, Look&& look) const {
        if (turn_of(day) != dealt_turn_) return;
        for (std::uint32_t place = ring_[slot_of(day)]; place != none; place = pool_[place].next) {
            look(pool_[place].event);
        }
    }

    // Handles all events of today in order, then moves to the next day. handle(const Event&).
    template <class Handle>
    void run_day(Handle&& handle) {
        if (turn_of(today_) != dealt_turn_) deal_out();
        gather_today();
        in_day_ = true;
        for (position_ = 0; position_ < day_events_.size(); ++position_) {
            const Event event = day_events_[position_];  // by value: handling may grow the vector
            handle(event);
        }
        in_day_ = false;
        today_ = today_ + 1;
    }

  private:
    static constexpr std::int32_t ring_days = 512;
    static constexpr std::uint32_t none = 0xFFFFFFFFu;
    struct Waiting {
        Event event;
        std::uint32_t next;  // on the same list, by place in the pool
    };

    // Floor division, so that days before 1970 have turns of their own.
    static std::int32_t turn_of(Day day) { return day.value >> 9; }
    static std::size_t slot_of(Day day) { return static_cast<std::size_t>(day.value & (ring_days - 1)); }

    bool comes_before(const Event& a, const Event& b) const {
        if (a.kind != b.kind) return a.kind < b.kind;
        const std::uint64_t key_a = order_key_(a);
        const std::uint64_t key_b = order_key_(b);
        return key_a != key_b ? key_a < key_b : a.generation < b.generation;
    }
    std::uint32_t& later_turn(std::int32_t turn) {
        const auto at = static_cast<std::size_t>(turn - first_turn_);
        if (at >= later_turns_.size()) later_turns_.resize(at + 1, none);
        return later_turns_[at];
    }
    // At the head of a list.
    void put(const Event& event, std::uint32_t& head) {
        std::uint32_t place = free_;
        if (place == none) {
            place = static_cast<std::uint32_t>(pool_.size());
            pool_.push_back({event, head});
        } else {
            free_ = pool_[place].next;
            pool_[place] = {event, head};
        }
        head = place;
    }
    void gather_today() {
        day_events_.clear();
        std::uint32_t& head = ring_[slot_of(today_)];
        while (head != none) {
            Waiting& taken = pool_[head];
            day_events_.push_back(taken.event);
            const std::uint32_t place = std::exchange(head, taken.next);
            taken.next = std::exchange(free_, place);
        }
        if (day_events_.size() < 2) return;
        std::sort(day_events_.begin(), day_events_.end(),
                  [this](const Event& a, const Event& b) { return comes_before(a, b); });
    }
    void insert_today(const Event& event) {
        const auto handled = day_events_.begin() + static_cast<std::ptrdiff_t>(position_);
        if (comes_before(event, *handled)) {
            throw InvariantError("an event was scheduled for today, but its turn of the day has passed");
        }
        const auto at = std::upper_bound(handled + 1, day_events_.end(), event,
                                         [this](const Event& a, const Event& b) { return comes_before(a, b); });
        day_events_.insert(at, event);
    }
    void deal_out() {
        dealt_turn_ = turn_of(today_);
        for (std::uint32_t place = std::exchange(later_turn(dealt_turn_), none); place != none;) {
            Waiting& dealt = pool_[place];
            std::uint32_t& head = ring_[slot_of(dealt.event.day)];
            const std::uint32_t next = std::exchange(dealt.next, head);
            head = std::exchange(place, next);
        }
    }

    Day today_;
    OrderKey order_key_;
    std::vector<Waiting> pool_;
    std::uint32_t free_ = none;                  // places of the pool that nobody needs, as a list
    std::array<std::uint32_t, ring_days> ring_;  // heads of lists
    std::int32_t first_turn_;
    std::vector<std::uint32_t> later_turns_;  // the same, by turn since the first one
    std::int32_t dealt_turn_ = -(1 << 30);
    std::vector<Event> day_events_;
    std::size_t position_ = 0;
    bool in_day_ = false;
};

}  // namespace staffsim::kernel
