#include <cmath>

#include "sim/processes/competition/competition.hpp"

namespace staffsim {

namespace {

// A sign of `truth` with the given correlation to it.
double sign_of(double truth, double validity, double noise) {
    return validity * truth + std::sqrt(1.0 - validity * validity) * noise;
}

struct Contest {
    const CompetitionRules& rules;
    const PerformanceRules& performance;
    const World& world;
    EntityKey seat;

    DrawAddress address(PersonId person, Purpose purpose, std::uint16_t sub) const {
        return {combine(world.county.cold(person).key, seat), +purpose, world.today().value, sub};
    }
    double suitability(PersonId person) const { return potential(performance, world.county.traits(person)); }

    double competition_score(PersonId person) const {
        const double truth = suitability(person);
        const auto first = world.draws.two_normals(address(person, Purpose::competition_component, 0));
        const auto second = world.draws.two_normals(address(person, Purpose::competition_component, 1));
        const double noise[component_count] = {first.first, first.second, second.first, second.second};
        double score = 0;
        for (std::size_t c = 0; c < component_count; ++c) {
            score += rules.weights[c] * sign_of(truth, rules.validity[c], noise[c]);
        }
        score += rules.long_service_credit * world.county.township_years(person) / 10.0;
        return score + rules.front_line_credit * static_cast<double>(world.county.record(person).front_line_years);
    }
    double appointment_score(PersonId person) const {
        const double noise = world.draws.normal(address(person, Purpose::appointment_bias, 0));
        const double judgement = sign_of(suitability(person), rules.appointment_validity, noise);
        // Ten years at the tier weigh as much as one standard deviation of judgement.
        const double seniority = world.county.years_in_tier(person) / 10.0;
        const double weight = rules.appointment_seniority_weight;
        return weight * seniority + (1.0 - weight) * judgement;
    }
    // Longest at the present tier, then longest in service.
    double seniority_score(PersonId person) const {
        return world.county.years_in_tier(person) + 1e-6 * world.county.service_years(person);
    }
    double score(Regime regime, PersonId person) const {
        switch (regime) {
            case Regime::seniority:
                return seniority_score(person);
            case Regime::appointment:
                return appointment_score(person);
            case Regime::competition:
                return competition_score(person);
            case Regime::best_record:
                return static_cast<double>(world.county.record(person).mean_score());
            case Regime::random:
                break;
        }
        return world.draws.uniform(address(person, Purpose::promotion_tie, 0));
    }
};

}  // namespace

PersonId choose(Regime regime, const CompetitionRules& rules, const PerformanceRules& performance, const World& world,
                SeatId seat, const std::vector<PersonId>& candidates) {
    const Contest contest{rules, performance, world, world.county.seat(seat).key};
    PersonId best = candidates.front();
    double best_score = contest.score(regime, best);
    for (std::size_t i = 1; i < candidates.size(); ++i) {
        const double score = contest.score(regime, candidates[i]);
        const bool wins_tie = score == best_score && world.county.cold(candidates[i]).key < world.county.cold(best).key;
        if (score > best_score || wins_tie) {
            best_score = score;
            best = candidates[i];
        }
    }
    return best;
}

}  // namespace staffsim
