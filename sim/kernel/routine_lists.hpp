// Routine lists: entities that do the same thing on the same day of every year, kept as one list per day of the year
// and handled as a span. Joining and leaving are O(1); the order inside a list is of no consequence to its handler.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace staffsim::kernel {

class RoutineLists {
  public:
    static constexpr std::uint32_t days = 365;  // day of the year 0..364; 29 February shares the list of 28 February

    // `expected`: entities in all, to have room for.
    explicit RoutineLists(std::size_t expected) : lists_(days) {
        for (auto& list : lists_) list.reserve(expected / days + 4);
        where_.reserve(expected);
    }

    // Moves the entity there from the day it had, if any.
    void join(std::uint32_t entity, std::uint32_t day_of_year) {
        if (entity >= where_.size()) where_.resize(entity + 1);
        if (where_[entity].day == day_of_year) return;
        leave(entity);
        where_[entity] = {day_of_year, static_cast<std::uint32_t>(lists_[day_of_year].size())};
        lists_[day_of_year].push_back(entity);
    }
    // Nothing happens when it is on no list.
    void leave(std::uint32_t entity) {
        if (entity >= where_.size() || where_[entity].day == nowhere) return;
        const Position at = where_[entity];
        std::vector<std::uint32_t>& list = lists_[at.day];
        const std::uint32_t moved = list.back();
        list[at.index] = moved;
        where_[moved].index = at.index;
        list.pop_back();
        where_[entity].day = nowhere;
    }
    // Valid until somebody joins or leaves.
    std::span<const std::uint32_t> on(std::uint32_t day_of_year) const { return lists_[day_of_year]; }

  private:
    static constexpr std::uint32_t nowhere = 0xFFFFFFFFu;
    struct Position {
        std::uint32_t day = nowhere;
        std::uint32_t index = 0;
    };
    std::vector<std::vector<std::uint32_t>> lists_;
    std::vector<Position> where_;
};

}  // namespace staffsim::kernel
