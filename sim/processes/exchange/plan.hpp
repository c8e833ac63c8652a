// Parts of the plan of exchange: who may go, which units get somebody first, and what a match is worth.
#pragma once

#include <array>
#include <functional>
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

// Column of every row, all different, rows <= columns, at the least total cost. Larger plans are dealt out, rows and
// columns in turn, to groups of at most `largest_plan` rows, each of them optimal in itself: the time of an optimum
// grows with the cube of its size (measured: 0.03 s for 200 x 600, 4.5 s for 1,000 x 3,000).
inline constexpr std::size_t largest_plan = 200;
std::vector<std::size_t> best_plan(std::size_t rows, std::size_t columns,
                                   const std::function<std::int64_t(std::size_t row, std::size_t column)>& cost);

}  // namespace staffsim
