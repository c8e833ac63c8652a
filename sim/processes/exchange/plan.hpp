// Parts of the plan of exchange: who may go, which units get somebody first, and what a match is worth.
#pragma once

#include <array>
#include <vector>

#include "sim/processes/exchange/exchange.hpp"

namespace staffsim {

// People of one kind of unit who may go, a keyed random selection of at most `most`, with each unit's limit kept.
std::vector<PersonId> exchange_candidates(const ExchangeRules& rules, const World& world, bool township,
                                          std::size_t most);

// Chairs that hosts of one kind offer: those short of hands first, each unit once per round. Empty without such units.
std::vector<UnitId> chairs_offered(const World& world, bool township, std::size_t wanted);

// What it costs the plan to send somebody somewhere, by the planner's weights:
//   need       log shortage of hands at home less that of the host
//   skill      z of the skill that the host's level needs (law in townships, mass work in organs), negative
//   specialty  1 - (share of the own field among the host's staff) / (share in the county), at least -1, negative:
//              1 where nobody has the field, 0 where it is as common as everywhere
//   distance   10 km between the township and the county seat
//   years since the last appointment, exchange or entry, at most 10, negative
class MatchCosts {
  public:
    MatchCosts(const ExchangeRules& rules, const World& world);
    // An integer; its low bits carry an addressed tie-break, so that the optimum is unique. `chair` tells the chairs of
    // one host apart.
    std::int64_t cost(PersonId person, UnitId host, std::size_t chair) const;

  private:
    static constexpr std::size_t fields = 6;
    double weight(ExchangeWeight which) const { return rules_.weights[static_cast<std::size_t>(which)]; }
    double specialty(UnitId host, Field field) const;

    const ExchangeRules& rules_;
    const World& world_;
    std::vector<double> shortage_;                         // by unit
    std::vector<std::array<double, fields>> field_share_;  // by unit
    std::array<double, fields> county_share_{};
};

}  // namespace staffsim
