// What a report shows of one future beside outcomes, so that no report ever needs a future lived again: rows of counts,
// named by part. Whole numbers only, none negative. What each part's numbers mean says the header of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/measures/careers.hpp"
#include "sim/measures/lives.hpp"
#include "sim/measures/observe.hpp"
#include "sim/measures/structure.hpp"

namespace staffsim::measures {

struct PortraitPart {
    std::string name;
    std::vector<std::int64_t> numbers;
    bool operator==(const PortraitPart&) const = default;
};

inline constexpr std::string_view structure_part = "structure";  // structure.hpp: first day, then every year end
inline constexpr std::string_view chains_part = "chains";        // chains.hpp
inline constexpr std::string_view careers_part = "careers";      // careers.hpp
// lives.hpp; only of a future that is told in examples
inline constexpr std::string_view lives_part = "lives", chain_examples_part = "chain_examples";

// A sink that hands everything on to an observer of outcomes and keeps the portrait beside it.
class Portraitist : public engine::Sink {
  public:
    // With examples: lives and chains of this future are kept, too.
    Portraitist(const CountyPlan& plan, int years, Observer& observer, bool with_examples);
    bool wants_facts() const override { return true; }
    bool wants_routine() const override { return biographer_.has_value(); }
    void on_start(const County& county) override;
    void on_facts(std::span<const Fact> facts, const County& county) override;
    void on_year(std::size_t index, const County& county) override;
    std::vector<PortraitPart> take();

  private:
    Observer& observer_;
    std::vector<std::size_t> units_;  // townships; all units of a county without any
    int years_;
    CareerFlows careers_;
    std::optional<Biographer> biographer_;
    std::vector<std::int64_t> structure_, chains_;
    std::vector<ChainExample> chain_examples_;
};

}  // namespace staffsim::measures
