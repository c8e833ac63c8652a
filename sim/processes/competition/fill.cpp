#include <algorithm>

#include "sim/processes/competition/competition.hpp"

namespace staffsim {

namespace {

Area wider(Area area) { return area == Area::unit ? Area::same_kind : Area::county; }

// Of those who may, some stand: on average as many as the rule says, each by an own draw.
std::vector<PersonId> who_stand(const LadderRules& rules, const World& world, SeatId seat,
                                std::vector<PersonId> eligible) {
    const double share = static_cast<double>(rules.candidates) / static_cast<double>(eligible.size());
    if (share >= 1) return eligible;
    const EntityKey key = world.county.seat(seat).key;
    std::vector<EntityKey> pairs;
    for (const PersonId person : eligible) pairs.push_back(combine(world.county.cold(person).key, key));
    std::vector<double> u(eligible.size());
    world.draws.uniforms(pairs, {{}, +Purpose::random_choice, world.today().value}, u);
    std::vector<PersonId> standing;
    for (std::size_t i = 0; i < eligible.size(); ++i) {
        if (u[i] < share) standing.push_back(eligible[i]);
    }
    return standing;
}

bool needs_standing(Regime regime) { return regime == Regime::competition; }

std::vector<PersonId> candidates_of(const LadderRules& rules, const World& world, SeatId seat, Area area) {
    std::vector<PersonId> eligible = eligible_candidates(rules, world.county, seat, area);
    return needs_standing(rules.regime) && !eligible.empty() ? who_stand(rules, world, seat, std::move(eligible))
                                                             : eligible;
}

FillOutcome leave_empty(const LadderRules& rules, World& world, SeatId seat) {
    world.county.count(world.county.seat(seat).unit, Flow::seats_left_empty);
    world.requests.about(world.today() + rules.retry_days, EventKind::fill_seat, world.county, seat);
    return {};
}

}  // namespace

FillOutcome fill_seat(const CompetitionRules& rules, const PerformanceRules& performance, World& world, SeatId seat) {
    const PostType& post = world.county.post_type(world.county.seat(seat).post);
    const UnitId unit = world.county.seat(seat).unit;
    const LadderRules& ladder = rules.ladder[static_cast<std::size_t>(post.ladder)];
    std::vector<PersonId> candidates = candidates_of(ladder, world, seat, post.area);
    const auto enough = static_cast<std::size_t>(ladder.min_candidates);
    if (candidates.size() < enough) {
        world.county.count(unit, Flow::competitions_too_few);
        if (ladder.if_too_few == TooFew::leave_empty) return leave_empty(ladder, world, seat);
        if (ladder.if_too_few == TooFew::widen) candidates = candidates_of(ladder, world, seat, wider(post.area));
    }
    if (candidates.empty()) return leave_empty(ladder, world, seat);
    const bool competitive = needs_standing(ladder.regime) && candidates.size() >= enough;
    const Regime regime = needs_standing(ladder.regime) && !competitive ? Regime::appointment : ladder.regime;
    if (competitive) world.county.count(unit, Flow::competitions);
    const PersonId winner = choose(regime, rules, performance, world, seat, candidates);
    world.county.appoint(winner, seat);
    if (!competitive) return {winner, {}};
    std::erase(candidates, winner);
    return {winner, std::move(candidates)};
}

}  // namespace staffsim
