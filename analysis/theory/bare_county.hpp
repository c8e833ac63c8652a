// A county of a theory scenario in which nothing happens by itself: people are settled as clerks, and a case calls the
// rules on them one by one. Not copied: its parts refer to each other.
#pragma once

#include <vector>

#include "analysis/theory/cases.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim::theory {

class BareCounty {
  public:
    BareCounty(const scenario::Scenario& scenario, RandomKey key);
    BareCounty(const BareCounty&) = delete;
    BareCounty& operator=(const BareCounty&) = delete;

    const engine::Policy& policy() const { return policy_; }
    // Fills the places of a unit that no titled post claims with clerks who have served for ten years.
    std::vector<PersonId> settle_clerks(UnitId unit);
    // Gives everybody a new ability, standard normal, of a round; all other traits stay 0.
    void draw_abilities(const std::vector<PersonId>& people, std::int32_t round);
    // The scenario's rules for every unit.
    template <class Rules>
    RulesView<Rules> everywhere(Rules engine::Policy::*family) const {
        return {std::vector<const Rules*>(county.units().size(), &(policy_.*family)), &(policy_.*family)};
    }

    Draws draws;
    County county;
    Requests requests;
    World world;

  private:
    const engine::Policy& policy_;
};

// What the scenario must hold for the potential of a bare county's people to be standard normal.
std::vector<Text> potential_objections(const scenario::Scenario& scenario);

}  // namespace staffsim::theory
