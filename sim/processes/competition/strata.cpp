// White's vacancy chains: an opening of a stratum (post type) is filled from each stratum, or from outside, with a
// fixed probability, whoever is there. What follows, lengths of chains among it, follows from these.
#include "sim/processes/competition/candidates.hpp"

namespace staffsim {

// A seat may open twice on a day: its number of holders tells the occasions apart.
PostTypeId drawn_origin(const World& world, SeatId id) {
    const Seat& seat = world.county.seat(id);
    const DrawAddress at{seat.key, +Purpose::fill_origin, world.today().value,
                         static_cast<std::uint16_t>(seat.generation)};
    double left = world.draws.uniform(at);
    for (const Origin& origin : world.county.post_type(seat.post).filled_from) {
        left -= origin.probability;
        if (left < 0) return origin.post;
    }
    return PostTypeId::none();
}

std::vector<PersonId> who_may_come_from(PostTypeId origin, const LadderRules& rules, const County& county, SeatId seat,
                                        Area area) {
    const Conditions conditions(rules, county.ladder_of(seat), county);
    const Feeders feeders(county, seat, area);
    std::vector<PersonId> found;
    for (const std::uint32_t slot : county.holders_of(origin)) {
        const PersonId person{slot};
        const PersonHot& hot = county.hot(person);
        const bool moved_today = county.cold(person).post_since == county.today();
        if (!moved_today && feeders.may_come(hot, person) && conditions.are_all_met_by(county, hot, person))
            found.push_back(person);
    }
    return found;
}

}  // namespace staffsim
