#include <algorithm>
#include <utility>

#include "sim/processes/competition/candidates.hpp"

namespace staffsim {

namespace {

Area wider(Area area) { return area == Area::unit ? Area::same_kind : Area::county; }

// Of those who may, more than are wanted, some stand: on average as many as the rule says, each by an own draw.
std::vector<PersonId> who_stand(const LadderRules& rules, const World& world, SeatId seat,
                                const std::vector<PersonId>& eligible) {
    const double share = static_cast<double>(rules.candidates) / static_cast<double>(eligible.size());
    const EntityKey key = world.county.seat(seat).key;
    std::vector<EntityKey> pairs;
    for (const PersonId person : eligible) pairs.push_back(combine(world.county.keys()[person.value], key));
    std::vector<double> u(eligible.size());
    world.draws.uniforms(pairs, {{}, +Purpose::random_choice, world.today().value}, u);
    std::vector<PersonId> standing;
    for (std::size_t i = 0; i < eligible.size(); ++i) {
        if (u[i] < share) standing.push_back(eligible[i]);
    }
    return standing;
}

Area area_of(const LadderRules& rules, const PostType& post) {
    switch (rules.area) {
        case CandidateArea::unit:
            return Area::unit;
        case CandidateArea::same_kind:
            return Area::same_kind;
        case CandidateArea::county:
            return Area::county;
        case CandidateArea::as_post:
            break;
    }
    return post.area;
}

bool needs_standing(Regime regime) { return regime == Regime::competition; }

// Those among whom somebody is chosen: by name where the regime has to look at all of them together.
struct Contenders {
    std::size_t size = 0;
    std::vector<PersonId> people;
    PersonId leader;
    std::vector<PersonId> eligible = {};  // of whom only `people` stand; empty: all of them do
    const std::vector<PersonId>& all() const { return eligible.empty() ? people : eligible; }
};

Contenders contenders_for(const CompetitionRules& rules, const LadderRules& ladder, Regime regime, const World& world,
                          SeatId seat, Area area) {
    if (looks_at_what_is_known(regime)) {
        const Lead known = lead(regime, rules, ladder, world.county, seat, area);
        return {known.field, {}, known.leader};
    }
    std::vector<PersonId> eligible = eligible_candidates(ladder, world.county, seat, area);
    const std::size_t all = eligible.size();
    if (!needs_standing(regime) || std::cmp_greater_equal(ladder.candidates, all))
        return {all, std::move(eligible), PersonId::none()};
    std::vector<PersonId> people = who_stand(ladder, world, seat, eligible);
    const std::size_t standing = people.size();
    return {standing, std::move(people), PersonId::none(), std::move(eligible)};
}

// Whom people judged who looked at suitability: was it one of the two who are truly most suitable of all eligible?
// Seldom looks at all of them: two who are better say that it was not.
void count_truly_best(const PerformanceRules& performance, World& world, SeatId id, PersonId winner,
                      const std::vector<PersonId>& eligible) {
    const County& county = world.county;
    const double reached = potential(performance, county.traits(winner));
    int better = 0;
    for (std::size_t i = 0; i < eligible.size() && better < 2; ++i)
        better += potential(performance, county.traits(eligible[i])) > reached;
    const Seat& seat = county.seat(id);
    const bool leads = is_leadership(county.post_type(seat.post).ladder);
    world.county.count(seat.unit, leads ? Flow::leaders_chosen : Flow::heads_chosen);
    if (better < 2) world.county.count(seat.unit, leads ? Flow::leaders_truly_best : Flow::heads_truly_best);
}

FillOutcome leave_empty(const LadderRules& rules, World& world, SeatId seat) {
    world.county.count(world.county.seat(seat).unit, Flow::seats_left_empty);
    world.requests.about(world.today() + rules.retry_days, EventKind::fill_seat, world.county, seat);
    return {};
}

// Only a rise is on trial.
County::Terms terms_of(const TrialRules& rules, const World& world, PersonId winner, const PostType& post) {
    if (rules.days <= 0 || post.tier <= world.county.hot(winner).tier) return {};
    return {world.today() + rules.days, rules.reserve_former};
}

void appoint(const TrialRules& rules, World& world, PersonId winner, SeatId seat) {
    const PostType& post = world.county.post_type(world.county.seat(seat).post);
    const County::Terms terms = terms_of(rules, world, winner, post);
    world.county.appoint(winner, seat, terms);
    if (terms.trial_until) world.requests.about(*terms.trial_until, EventKind::trial_end, world.county, winner);
}

// The deputy leader of the unit, longest in the post, who may take the seat as a second title; none unless the rule
// wants one for this opening.
PersonId for_second_title(const CompetitionRules& rules, const World& world, SeatId id) {
    const County& county = world.county;
    const Seat& seat = county.seat(id);
    if (rules.second_title_share <= 0 || county.post_type(seat.post).ladder != Ladder::middle) return PersonId::none();
    const DrawAddress at{seat.key, +Purpose::second_title, county.opening(seat.opening).opened.value};
    if (!world.draws.chance(at, rules.second_title_share)) return PersonId::none();
    PersonId chosen = PersonId::none();
    for (const PersonId person : county.unit(seat.unit).members) {
        const PersonHot& hot = county.hot(person);
        const bool may = county.post_of(person).ladder == Ladder::deputy && hot.seat.exists() &&
                         hot.assignment == Assignment::home && !county.cold(person).second_title.exists() &&
                         county.may_be_moved(person);
        if (!may) continue;
        const auto rank = [&county](PersonId one) { return std::pair{county.cold(one).post_since, county.lot(one)}; };
        if (!chosen.exists() || rank(person) < rank(chosen)) chosen = person;
    }
    return chosen;
}

// A draw says from where, chance who. What comes to nothing, because nobody is there or no place is free for somebody
// from outside, is drawn anew in the next round.
FillOutcome fill_from_stratum(const CompetitionRules& rules, const LadderRules& ladder,
                              const PerformanceRules& performance, World& world, SeatId seat) {
    const UnitId unit = world.county.seat(seat).unit;
    const PostTypeId origin = drawn_origin(world, seat);
    if (!origin.exists()) {
        if (!has_free_place(world.county.unit(unit))) return leave_empty(ladder, world, seat);
        return {PersonId::none(), {}, true};
    }
    const Area area = area_of(ladder, world.county.post_type(world.county.seat(seat).post));
    std::vector<PersonId> people = who_may_come_from(origin, ladder, world.county, seat, area);
    if (people.size() < static_cast<std::size_t>(ladder.min_candidates)) {
        world.county.count(unit, Flow::competitions_too_few);
        if (ladder.if_too_few == TooFew::leave_empty) return leave_empty(ladder, world, seat);
        if (ladder.if_too_few == TooFew::widen) {
            world.county.count(unit, Flow::fields_widened);
            people = who_may_come_from(origin, ladder, world.county, seat, wider(area));
        }
    }
    if (people.empty()) return leave_empty(ladder, world, seat);
    world.county.count(unit, Flow::posts_by_appointment);
    const PersonId winner = choose(Regime::random, rules, performance, world, seat, people);
    count_rise(world, seat, winner);
    appoint(rules.trial, world, winner, seat);
    return {winner, {}};
}

}  // namespace

void count_rise(World& world, SeatId id, PersonId winner) {
    const County& county = world.county;
    const PostType& post = county.post_type(county.seat(id).post);
    if (!is_leadership(post.ladder) || post.tier <= county.hot(winner).tier) return;
    world.county.count(winner, Flow::rises_to_lead);
    if (is_able(county.traits(winner))) world.county.count(winner, Flow::rises_of_able);
}

Regime regime_of(const LadderRules& rules, const World& world, SeatId id) {
    if (!needs_standing(rules.regime) || rules.competition_share >= 1) return rules.regime;
    const Seat& seat = world.county.seat(id);
    const DrawAddress at{seat.key, +Purpose::competition_held, world.county.opening(seat.opening).opened.value};
    return world.draws.chance(at, rules.competition_share) ? Regime::competition : Regime::appointment;
}

int days_to_decision(const CompetitionRules& rules, const World& world, SeatId id) {
    const PostType& post = world.county.post_type(world.county.seat(id).post);
    const LadderRules& ladder = rules.ladder[static_cast<std::size_t>(post.ladder)];
    const int exam = needs_standing(regime_of(ladder, world, id)) ? rules.exam_days : 0;
    return ladder.lead_days + exam + rules.notice_days;
}

FillOutcome fill_seat(const CompetitionRules& rules, const PerformanceRules& performance, World& world, SeatId seat) {
    const PostType& post = world.county.post_type(world.county.seat(seat).post);
    const UnitId unit = world.county.seat(seat).unit;
    const LadderRules& ladder = rules.ladder[static_cast<std::size_t>(post.ladder)];
    const Area area = area_of(ladder, post);
    if (ladder.regime != Regime::fixed_probabilities) {
        if (const PersonId person = holder_without_seat(world.county, seat, area); person.exists()) {
            take_seat_of_own_level(world, person, seat);
            return {};
        }
    }
    if (const PersonId leader = for_second_title(rules, world, seat); leader.exists()) {
        world.county.hold_second_title(leader, seat);
        return {};
    }
    if (ladder.regime == Regime::fixed_probabilities) return fill_from_stratum(rules, ladder, performance, world, seat);
    Regime regime = regime_of(ladder, world, seat);
    Contenders field = contenders_for(rules, ladder, regime, world, seat, area);
    const auto enough = static_cast<std::size_t>(ladder.min_candidates);
    if (field.size < enough) {
        world.county.count(unit, Flow::competitions_too_few);
        if (ladder.if_too_few == TooFew::leave_empty) return leave_empty(ladder, world, seat);
        if (ladder.if_too_few == TooFew::widen) {
            world.county.count(unit, Flow::fields_widened);
            field = contenders_for(rules, ladder, regime, world, seat, wider(area));
        }
        const bool by_standing = needs_standing(regime);
        if (by_standing && field.size < enough) regime = Regime::appointment;
        // Those too may be appointed who did not stand.
        if (by_standing && ladder.if_too_few == TooFew::appoint) {
            field = contenders_for(rules, ladder, regime, world, seat, area);
        }
    }
    if (field.size == 0) return leave_empty(ladder, world, seat);
    const bool competitive = needs_standing(regime);
    if (competitive) world.county.count(unit, Flow::competitions);
    world.county.count(unit, competitive ? Flow::posts_by_competition : Flow::posts_by_appointment);
    const PersonId winner =
        field.leader.exists() ? field.leader : choose(regime, rules, performance, world, seat, field.people);
    if (competitive || regime == Regime::appointment) count_truly_best(performance, world, seat, winner, field.all());
    count_rise(world, seat, winner);
    appoint(rules.trial, world, winner, seat);
    if (!competitive) return {winner, {}};
    std::erase(field.people, winner);
    return {winner, std::move(field.people)};
}

}  // namespace staffsim
