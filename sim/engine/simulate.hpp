// A run: one future of one county under one scenario. A pure function of (input, random key); what it reports depends
// neither on threads nor on who listens.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/engine/input.hpp"
#include "sim/model/county.hpp"

namespace staffsim::engine {

// Receives what happened. Facts are only collected for sinks that want them; observing changes nothing.
class Sink {
  public:
    virtual ~Sink() = default;
    // After the last day of the run's year `index` (0-based), gates passed.
    virtual void on_year(std::size_t index, const County& county) = 0;
    virtual bool wants_facts() const { return false; }
    virtual void on_facts(std::span<const Fact>, const County&) {}
};

// Somebody of the warm-up: what roster people of the same cell may be like.
struct Donor {
    Traits traits;
    Record record;
    PayState pay;
    EntityKey key;
    Channel channel = Channel::open_exam;
    Field field = Field::other;
    bool native = false;
    bool township = true;
    std::uint8_t tier = 0;
    std::uint8_t tenure_band = 0;  // years in tier / 5, at most 3
    std::uint8_t age_band = 0;     // age / 5
    Day last_exchange;
};

// The people from whom a replication's starting people get what the roster does not say. Empty without a warm-up.
struct StartState {
    std::vector<Donor> donors;  // by key
};

// Runs the rules of `input.history` for `input.warm_up_years` before the start.
StartState warm_up(const CountyInput& input, RandomKey key);

struct RunSummary {
    std::uint64_t fingerprint = 0;
    std::uint64_t events = 0;  // facts of the domain
    std::int64_t person_days = 0;
};

// `start` may be shared by scenarios with the same plan and history.
RunSummary simulate(const CountyInput& input, RandomKey key, const StartState& start, Sink& sink);

}  // namespace staffsim::engine
