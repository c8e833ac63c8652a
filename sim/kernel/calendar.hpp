// The rare-event wheel of a county: events in whole days, ordered by (day, phase, kind, order key), never by the moment
// of insertion. Nothing is cancelled: an event carries the generation of the entity it was made for, and whoever
// handles it skips it when the entity has moved on.
//
// Layout: a ring of `ring_days` buckets of 16-byte records; events beyond the ring wait in one vector per turn of the
// ring and are dealt out when their turn begins. A day is sorted once, when it starts.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
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
// insertion order (use the entity's name hash).
template <class OrderKey>
class Calendar {
  public:
    Calendar(Day first, OrderKey order_key) : today_(first), order_key_(std::move(order_key)) {}

    Day today() const { return today_; }

    // `event.day` is today or later. During a day, an event for the same day must come later in the day's order than
    // the one being handled (InvariantError otherwise).
    void schedule(const Event& event) {
        if (event.day < today_) throw InvariantError("an event was scheduled in the past");
        if (in_day_ && event.day == today_) return insert_today(event);
        if (turn_of(event.day) == turn_of(today_)) {
            ring_[slot_of(event.day)].push_back(event);
        } else {
            later_turns_[turn_of(event.day)].push_back(event);
        }
    }

    // Handles all events of today in order, then moves to the next day. handle(const Event&).
    template <class Handle>
    void run_day(Handle&& handle) {
        if (turn_of(today_) != dealt_turn_) deal_out();
        day_events_.clear();
        std::swap(day_events_, ring_[slot_of(today_)]);
        sort_by_order();
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

    // Floor division, so that days before 1970 have turns of their own.
    static std::int32_t turn_of(Day day) { return day.value >> 9; }
    static std::size_t slot_of(Day day) { return static_cast<std::size_t>(day.value & (ring_days - 1)); }

    bool comes_before(const Event& a, const Event& b) const {
        if (a.kind != b.kind) return a.kind < b.kind;
        const std::uint64_t key_a = order_key_(a);
        const std::uint64_t key_b = order_key_(b);
        return key_a != key_b ? key_a < key_b : a.generation < b.generation;
    }
    void sort_by_order() {
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
        const auto found = later_turns_.find(dealt_turn_);
        if (found == later_turns_.end()) return;
        for (const Event& event : found->second) ring_[slot_of(event.day)].push_back(event);
        later_turns_.erase(found);
    }

    Day today_;
    OrderKey order_key_;
    std::array<std::vector<Event>, ring_days> ring_;
    std::map<std::int32_t, std::vector<Event>> later_turns_;
    std::int32_t dealt_turn_ = -(1 << 30);
    std::vector<Event> day_events_;
    std::size_t position_ = 0;
    bool in_day_ = false;
};

}  // namespace staffsim::kernel
