// A run: one future of one county under one scenario. A pure function of (input, random key); what it reports depends
// neither on threads nor on who listens.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/engine/donors.hpp"
#include "sim/engine/input.hpp"
#include "sim/model/county.hpp"

namespace staffsim::engine {

// Receives what happened. Facts are only collected for sinks that want them; observing changes nothing.
class Sink {
  public:
    virtual ~Sink() = default;
    // Before the first day is lived, with everybody of the roster in place.
    virtual void on_start(const County&) {}
    // After the last day of the run's year `index` (0-based), gates passed.
    virtual void on_year(std::size_t index, const County& county) = 0;
    virtual bool wants_facts() const { return false; }
    // Assessments and trainings among them, two a person and year.
    virtual bool wants_routine() const { return true; }
    // Whether it looks at the stocks of the tally, which are taken at year ends.
    virtual bool wants_stocks() const { return true; }
    // Whether it looks at people themselves. What no rule asks of them is drawn only then, and for stocks. Where
    // neither stocks nor people nor facts are wanted, flows that no rule reads are not counted either
    // (first_years_completed).
    virtual bool looks_at_people() const { return true; }
    // The facts of one day, in the order in which they came about.
    virtual void on_facts(std::span<const Fact>, const County&) {}
};

struct RunSummary {
    std::uint64_t fingerprint = 0;
    std::uint64_t events = 0;  // facts of the domain
    std::int64_t person_days = 0;
};

// The replication continues its life of the warm-up, which is not used when the plan says to start full.
RunSummary simulate(const CountyInput& input, RandomKey key, const WarmUp& warm_up, Sink& sink);

}  // namespace staffsim::engine
