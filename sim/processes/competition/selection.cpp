#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <type_traits>
#include <utility>

#include <boost/container/small_vector.hpp>

#include "sim/model/fetch.hpp"
#include "sim/processes/competition/candidates.hpp"

namespace staffsim {

namespace {

// A sign of `truth` with the given correlation to it.
double sign_of(double truth, double validity, double noise) {
    return validity * truth + std::sqrt(1.0 - validity * validity) * noise;
}

// Of as many as most fields have, without asking for memory.
template <class T>
using Few = boost::container::small_vector<T, 128>;
using Numbers = Few<double>;
template <class T>
std::span<T> all_of(Few<T>& few) {
    return {few.data(), few.size()};
}
template <class T>
std::span<const T> all_of(const Few<T>& few) {
    return {few.data(), few.size()};
}

// Scores of a field of candidates for one seat. Luck is addressed by candidate, seat and day.
class Contest {
  public:
    Contest(Regime regime, const CompetitionRules& rules, const PerformanceRules& performance, const World& world,
            SeatId seat, const std::vector<PersonId>& candidates)
        : regime_(regime),
          rules_(rules),
          performance_(performance),
          world_(world),
          candidates_(candidates),
          ladder_(world.county.ladder_of(seat)),
          keys_(candidates.size(), boost::container::default_init) {
        const EntityKey key = world.county.seat(seat).key;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            keys_[i] = combine(world.county.keys()[candidates[i].value], key);
        }
    }

    // One for each candidate.
    void score(std::span<double> scores) const {
        switch (regime_) {
            case Regime::appointment:
                return appoint(scores);
            case Regime::competition:
                return compete(scores);
            case Regime::seniority:  // known of everybody, see choose
            case Regime::best_record:
            case Regime::random:
            case Regime::fixed_probabilities:  // of where from; of who, chance
            case Regime::push:                 // nobody is chosen for a seat
                break;
        }
        world_.draws.uniforms(all_of(keys_), address(Purpose::promotion_tie, 0), scores);
    }

  private:
    DrawAddress address(Purpose purpose, std::uint16_t sub) const { return {{}, +purpose, world_.today().value, sub}; }
    double suitability(PersonId person) const { return potential(performance_, world_.county.traits(person)); }

    void compete(std::span<double> scores) const {
        std::array<std::vector<double>, component_count> noise;
        for (std::vector<double>& of_component : noise) of_component.resize(candidates_.size());
        world_.draws.two_normals(all_of(keys_), address(Purpose::competition_component, 0), noise[0], noise[1]);
        world_.draws.two_normals(all_of(keys_), address(Purpose::competition_component, 1), noise[2], noise[3]);
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const double truth = suitability(candidates_[i]);
            scores[i] = 0;
            for (std::size_t c = 0; c < component_count; ++c) {
                scores[i] += rules_.weights[c] * sign_of(truth, rules_.validity[c], noise[c][i]);
            }
            scores[i] += rules_.long_service_credit * world_.county.township_years(candidates_[i]) / 10.0;
            scores[i] +=
                rules_.front_line_credit * static_cast<double>(world_.county.record(candidates_[i]).front_line_years);
        }
    }
    void appoint(std::span<double> scores) const {
        world_.draws.normals(all_of(keys_), address(Purpose::appointment_bias, 0), scores);
        const double weight = rules_.appointment_seniority_weight;
        const double valid = rules_.appointment_validity, network = rules_.network_bias;
        const double luck = std::sqrt(std::max(0.0, 1.0 - valid * valid - network * network));
        if (network > 0) find_connections();
        const auto since = counted_since(ladder_);
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const PersonId soon = ahead(candidates_, i);
            fetch(world_.county.traits(soon), world_.county.cold(soon), world_.county.record(soon));
            double judgement = valid * suitability(candidates_[i]) + luck * scores[i];
            if (network > 0) judgement += network * world_.county.connection(candidates_[i]);
            // Ten years weigh as much as one standard deviation of judgement.
            const double seniority = years_between(world_.county.cold(candidates_[i]).*since, world_.today()) / 10.0;
            scores[i] = weight * seniority + (1.0 - weight) * judgement;
        }
    }
    // How well candidates are connected to those who appoint: lasting, unrelated to suitability. Drawn once.
    void find_connections() const {
        std::vector<PersonId> unknown;
        std::vector<EntityKey> keys;
        for (const PersonId person : candidates_) {
            if (!std::isnan(world_.county.connection(person))) continue;
            unknown.push_back(person);
            keys.push_back(world_.county.keys()[person.value]);
        }
        std::vector<double> drawn(unknown.size());
        world_.draws.normals(keys, {{}, +Purpose::network}, drawn);
        for (std::size_t i = 0; i < unknown.size(); ++i) world_.county.set_connection(unknown[i], drawn[i]);
    }
    Regime regime_;
    const CompetitionRules& rules_;
    const PerformanceRules& performance_;
    const World& world_;
    const std::vector<PersonId>& candidates_;
    Ladder ladder_;
    Few<EntityKey> keys_;  // of candidate and seat, when luck is asked for
};

// The best by a score that is known of everybody; equals draw lots.
template <class Score>
class Best {
  public:
    Best(const County& county, Score score) : county_(county), score_(std::move(score)) {}
    void consider(PersonId person) {
        const auto reached = score_(person);
        const auto wins_tie = [&] { return county_.lot(person) < county_.lot(best_); };
        const bool wins = reached > most_ || (reached == most_ && wins_tie());
        if (wins) best_ = person, most_ = reached;
    }
    PersonId person() const { return best_; }

  private:
    const County& county_;
    Score score_;
    PersonId best_;
    std::invoke_result_t<Score, PersonId> most_ = -std::numeric_limits<decltype(most_)>::infinity();
};

// Longest at the present level, then longest in service.
double seniority(const County& county, PersonId person, Ladder ladder) {
    const double years = years_between(county.cold(person).*counted_since(ladder), county.today());
    return years + 1e-6 * county.service_years(person);
}

// ask(best) with the best by what the regime looks at, nobody having been considered yet.
template <class Ask>
auto by_what_is_known(Regime regime, const CompetitionRules& rules, const County& county, Ladder ladder, Ask ask) {
    if (regime == Regime::seniority) {
        return ask(Best(county, [&county, ladder](PersonId person) { return seniority(county, person, ladder); }));
    }
    if (rules.whole_career) {
        return ask(Best(county, [&county](PersonId person) { return county.record(person).career_mean(); }));
    }
    return ask(Best(county, [&county](PersonId person) { return county.record(person).mean_score(); }));
}

}  // namespace

bool looks_at_what_is_known(Regime regime) { return regime == Regime::seniority || regime == Regime::best_record; }

Lead lead(Regime regime, const CompetitionRules& rules, const LadderRules& ladder, const County& county, SeatId seat,
          Area area) {
    const Conditions conditions(ladder, county.ladder_of(seat), county);
    const Feeders feeders(county, seat, area);
    return by_what_is_known(regime, rules, county, county.ladder_of(seat), [&](auto of_nobody) {
        auto best = of_nobody;
        std::size_t field = 0;
        feeders.each([&](PersonId person, const PersonHot& hot, bool may_come) {
            if (!(may_come && conditions.are_all_met_by(county, hot, person))) return;
            ++field;
            best.consider(person);
        });
        return Lead{field, best.person()};
    });
}

PersonId choose(Regime regime, const CompetitionRules& rules, const PerformanceRules& performance, const World& world,
                SeatId seat, const std::vector<PersonId>& candidates) {
    if (looks_at_what_is_known(regime)) {
        return by_what_is_known(regime, rules, world.county, world.county.ladder_of(seat), [&candidates](auto best) {
            for (const PersonId person : candidates) best.consider(person);
            return best.person();
        });
    }
    Numbers scores(candidates.size(), boost::container::default_init);
    Contest(regime, rules, performance, world, seat, candidates).score(all_of(scores));
    std::size_t best = 0;
    double most = scores[0];
    for (std::size_t i = 1; i < candidates.size(); ++i) {
        if (scores[i] < most) continue;  // nearly everybody
        const auto wins_tie = [&] { return world.county.lot(candidates[i]) < world.county.lot(candidates[best]); };
        if (scores[i] > most || wins_tie()) best = i, most = scores[i];
    }
    return candidates[best];
}

}  // namespace staffsim
