// A roster tells no ability, skill or motivation, and leaders are no random sample. So before the start the county
// lives through a warm-up of some decades under the rules of its history, several times with different luck, and
// everybody of the roster gets what the roster does not say from somebody of the warm-up in the same kind of unit, at
// the same tier, of like age and tenure: a donor, drawn anew in every replication.
//
// The warm-ups of a batch are lived once and shared by its replications. So their luck is common to all replications;
// with `CountyInput::warm_up_lives` of them (6 by default) it is small beside the luck of a replication.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/engine/input.hpp"
#include "sim/model/person.hpp"

namespace staffsim::engine {

struct DonorCell {
    bool township = true;
    std::uint8_t tier = 0;         // at most 7 are told apart
    std::uint8_t tenure_band = 0;  // years in tier / 5, at most 3
    std::uint8_t age_band = 0;     // age / 5, at most 23
};
DonorCell donor_cell(bool township, int tier, double years_in_tier, double age);

struct Donor {
    Traits traits;
    Record record;
    PayState pay;
    EntityKey key;
    Channel channel = Channel::open_exam;
    Field field = Field::other;
    bool native = false;
    Day last_exchange;
    DonorCell cell;
};

class DonorPool {
  public:
    DonorPool() = default;
    // Donors of several lives. The order does not matter.
    explicit DonorPool(std::vector<Donor> donors);

    std::size_t size() const { return donors_.size(); }
    // The donor of a person, drawn by the person's key from the person's cell; where that is empty, from the cells of
    // all tenures, then of all ages too, then of both kinds of units, then of all tiers. Null when the pool is empty.
    const Donor* match(const Draws& draws, EntityKey person, DonorCell cell) const;

  private:
    std::vector<Donor> donors_;          // by cell, then key
    std::vector<std::uint32_t> begins_;  // by cell; one more at the end
};

// One life of `input.warm_up_years` before the start, life = 0 … warm_up_lives - 1. Empty when the input needs no
// warm-up.
std::vector<Donor> live_warm_up(const CountyInput& input, std::uint32_t seed, int life);
// All lives, one after another.
DonorPool warm_up(const CountyInput& input, std::uint32_t seed);

}  // namespace staffsim::engine
