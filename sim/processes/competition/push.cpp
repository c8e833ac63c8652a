#include <algorithm>

#include "sim/processes/competition/candidates.hpp"
#include "sim/processes/competition/competition.hpp"

namespace staffsim {

namespace {

struct Mover {
    PersonId person;
    EntityKey key;
    UnitId unit;
    PostTypeId post;  // to which
    int tier;         // of that post
};

SeatId vacant_seat(const County& county, UnitId id, PostTypeId post) {
    const Unit& unit = county.unit(id);
    for (std::uint32_t s = unit.first_seat; s < unit.first_seat + unit.seat_count; ++s) {
        if (county.seats()[s].post == post && county.seats()[s].is_vacant()) return SeatId{s};
    }
    return SeatId::none();
}

// Any seat of the post in the unit: whose conditions the candidates must meet.
SeatId any_seat(const County& county, UnitId id, PostTypeId post) {
    const Unit& unit = county.unit(id);
    for (std::uint32_t s = unit.first_seat; s < unit.first_seat + unit.seat_count; ++s) {
        if (county.seats()[s].post == post) return SeatId{s};
    }
    return SeatId::none();
}

void draw_movers(const LadderRules& ladder, const World& world, UnitId unit, PostTypeId post,
                 std::vector<Mover>& movers) {
    const SeatId seat = any_seat(world.county, unit, post);
    if (!seat.exists()) return;
    for (const PersonId person : eligible_candidates(ladder, world.county, seat, Area::unit)) {
        const EntityKey key = world.county.cold(person).key;
        const DrawAddress address{key, +Purpose::push, world.year(), static_cast<std::uint16_t>(post.value)};
        if (!world.draws.chance(address, ladder.push_probability)) continue;
        movers.push_back({person, key, unit, post, world.county.post_type(post).tier});
    }
}

bool pushes(const CompetitionRules& rules) {
    return std::any_of(rules.ladder.begin(), rules.ladder.end(),
                       [](const LadderRules& ladder) { return ladder.regime == Regime::push; });
}

}  // namespace

bool waits_for_push(const CompetitionRules& rules, const County& county, SeatId seat) {
    const Ladder ladder = county.post_type(county.seat(seat).post).ladder;
    return rules.ladder[static_cast<std::size_t>(ladder)].regime == Regime::push;
}

std::vector<PersonId> push_up(const RulesView<CompetitionRules>& rules, World& world) {
    const CompetitionRules* const of_all = rules.of_all();
    if (of_all != nullptr && !pushes(*of_all)) return {};
    std::vector<Mover> movers;
    for (std::size_t u = 0; u < world.county.units().size(); ++u) {
        for (std::size_t p = 0; p < world.county.plan().posts.size(); ++p) {
            const Ladder ladder = world.county.post_type(PostTypeId{p}).ladder;
            const LadderRules& rule = rules.of(UnitId{u}).ladder[static_cast<std::size_t>(ladder)];
            const bool pushed = ladder != Ladder::entry && rule.regime == Regime::push;
            if (pushed) draw_movers(rule, world, UnitId{u}, PostTypeId{p}, movers);
        }
    }
    std::sort(movers.begin(), movers.end(), [&world](const Mover& a, const Mover& b) {
        if (a.tier != b.tier) return a.tier > b.tier;
        return a.key != b.key ? world.county.lot(a.key) < world.county.lot(b.key) : a.post.value < b.post.value;
    });
    std::vector<PersonId> moved;
    for (const Mover& mover : movers) {
        const bool has_moved = std::find(moved.begin(), moved.end(), mover.person) != moved.end();
        const SeatId seat = has_moved ? SeatId::none() : vacant_seat(world.county, mover.unit, mover.post);
        if (!seat.exists()) continue;
        count_rise(world, seat, mover.person);
        world.county.appoint(mover.person, seat);
        moved.push_back(mover.person);
    }
    return moved;
}

}  // namespace staffsim
