// Entities sorted into lists, each entity on one list or none. Joining and leaving are O(1), a list is read as a span;
// the order inside a list is of no consequence to whoever reads it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace staffsim::kernel {

class EntityLists {
  public:
    // `expected`: entities in all, to have room for.
    explicit EntityLists(std::size_t lists = 0, std::size_t expected = 0) : lists_(lists) {
        for (auto& list : lists_) list.reserve(expected / lists + 4);
        where_.reserve(expected);
    }

    // Moves the entity there from the list it was on, if any.
    void join(std::uint32_t entity, std::uint32_t list) {
        if (entity >= where_.size()) where_.resize(std::max<std::size_t>(entity + 1, where_.capacity()));
        if (where_[entity].list == list) return;
        leave(entity);
        where_[entity] = {list, static_cast<std::uint32_t>(lists_[list].size())};
        lists_[list].push_back(entity);
    }
    // Nothing happens when it is on no list.
    void leave(std::uint32_t entity) {
        if (entity >= where_.size() || where_[entity].list == nowhere) return;
        const Position at = where_[entity];
        std::vector<std::uint32_t>& list = lists_[at.list];
        const std::uint32_t moved = list.back();
        list[at.index] = moved;
        where_[moved].index = at.index;
        list.pop_back();
        where_[entity].list = nowhere;
    }
    // Valid until somebody joins or leaves.
    std::span<const std::uint32_t> on(std::uint32_t list) const { return lists_[list]; }

  private:
    static constexpr std::uint32_t nowhere = 0xFFFFFFFFu;
    struct Position {
        std::uint32_t list = nowhere;
        std::uint32_t index = 0;
    };
    std::vector<std::vector<std::uint32_t>> lists_;
    std::vector<Position> where_;
};

}  // namespace staffsim::kernel
