// Entities sorted into lists, each entity on one list or none. Joining and leaving are O(1), a list is read as a span;
// the order inside a list is of no consequence to whoever reads it. All lists lie in one array; one that outgrows its
// place moves to the end and leaves a gap.
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
        const std::size_t room = lists == 0 ? 0 : expected / lists + 8;
        entities_.resize(lists * room);
        for (std::size_t i = 0; i < lists; ++i) {
            lists_[i] = {static_cast<std::uint32_t>(i * room), 0, static_cast<std::uint32_t>(room)};
        }
        where_.reserve(expected);
    }

    // Moves the entity there from the list it was on, if any.
    void join(std::uint32_t entity, std::uint32_t list) {
        if (entity >= where_.size()) [[unlikely]]
            make_known(entity);
        if (where_[entity].list == list) return;
        leave(entity);
        List& joined = lists_[list];
        if (joined.size == joined.room) [[unlikely]]
            move_to_end(joined);
        where_[entity] = {list, joined.size};
        entities_[joined.begin + joined.size++] = entity;
    }
    // Nothing happens when it is on no list.
    void leave(std::uint32_t entity) {
        if (entity >= where_.size() || where_[entity].list == nowhere) return;
        const Position at = where_[entity];
        List& list = lists_[at.list];
        const std::uint32_t moved = entities_[list.begin + --list.size];
        entities_[list.begin + at.index] = moved;
        where_[moved].index = at.index;
        where_[entity].list = nowhere;
    }
    // Brings into the nearest memory where an entity is, for who will join or leave soon. Any entity.
    [[gnu::always_inline]] void fetch(std::uint32_t entity) const { __builtin_prefetch(where_.data() + entity); }
    // Valid until somebody joins or leaves.
    std::span<const std::uint32_t> on(std::uint32_t list) const {
        return {entities_.data() + lists_[list].begin, lists_[list].size};
    }

  private:
    static constexpr std::uint32_t nowhere = 0xFFFFFFFFu;
    struct Position {
        std::uint32_t list = nowhere;
        std::uint32_t index = 0;
    };
    struct List {
        std::uint32_t begin = 0, size = 0, room = 0;  // in `entities_`
    };
    [[gnu::noinline]] void make_known(std::uint32_t entity) {
        where_.resize(std::max<std::size_t>(entity + 1, where_.capacity()));
    }
    [[gnu::noinline]] void move_to_end(List& list) {
        const std::size_t begin = entities_.size();
        entities_.resize(begin + 2 * list.room);
        std::copy_n(entities_.begin() + list.begin, list.size, entities_.begin() + static_cast<std::ptrdiff_t>(begin));
        list = {static_cast<std::uint32_t>(begin), list.size, 2 * list.room};
    }

    std::vector<List> lists_;
    std::vector<std::uint32_t> entities_;
    std::vector<Position> where_;
};

}  // namespace staffsim::kernel
