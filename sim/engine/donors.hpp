// A roster tells no ability, skill or motivation, and leaders are no random sample. So before the start the county
// lives through a warm-up of some decades under the rules of its history, several times with different luck, and
// everybody of the roster gets what the roster does not say from somebody of the warm-up in the same kind of unit, at
// the same tier, of like age and tenure: a donor, drawn anew in every replication.
//
// All donors of one replication come from one life, because a county has had one past: what its people share (a lucky
// generation of recruits, years of good money) they share together. Replications are dealt to the lives in turn, so
// that those of one life have that past in common and those of others do not (stats/level.hpp counts with it).
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
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
    // The order does not matter.
    explicit DonorPool(std::vector<Donor> donors);

    std::size_t size() const { return donors_.size(); }
    // The donor of a person, drawn by the person's key from the person's cell; where that is empty, from the cells of
    // all tenures, then of all ages too, then of both kinds of units, then of all tiers. Null when the pool is empty.
    const Donor* match(const Draws& draws, EntityKey person, DonorCell cell) const;

  private:
    std::vector<Donor> donors_;          // by cell, then key
    std::vector<std::uint32_t> begins_;  // by cell; one more at the end
};

// Lives of a warm-up: warm_up_lives, or none when the input needs no warm-up. Replication i continues life i mod that.
std::size_t lives_before(const CountyInput& input);

// One life of `input.warm_up_years` before the start, life = 0 … lives_before(input) - 1; empty for another.
std::vector<Donor> live_warm_up(const CountyInput& input, std::uint32_t seed, std::size_t life);

// The lives of a county before the start, each lived when it is first asked for and kept (half a megabyte for a county
// of 1,500 people). May be shared by all replications, by scenarios with the same plan and history, and by threads.
class WarmUp {
  public:
    WarmUp() = default;  // nobody finds a donor
    WarmUp(const CountyInput& input, std::uint32_t seed);

    std::size_t lives() const { return number_; }
    // Donors of the life that a replication continues; an empty pool without warm-up.
    const DonorPool& of(std::uint32_t replication) const;

  private:
    struct Life {
        std::once_flag lived;
        DonorPool donors;
    };
    CountyInput input_;
    std::uint32_t seed_ = 0;
    std::size_t number_ = 0;
    std::unique_ptr<Life[]> lives_;
};

}  // namespace staffsim::engine
