// What --equal-cost and --equal-budget ask for, read against the loaded scenarios: which lever is to be sized for
// which.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/foundation/diagnostics.hpp"
#include "sim/scenario/scenario.hpp"

namespace staffsim::cli {

// What is to be found for one scenario.
struct Wish {
    std::size_t scenario = 0;
    std::string lever;
    bool at_announcement = false;
    std::string option;  // "--equal-cost pay.township_allowance": for messages
};

// Nothing when there is no such lever.
const scenario::ResolvedLever* find_lever(const scenario::Scenario& scenario, const std::string& key);

// Scenarios are named by name, id or as they were given (`specs`). Collects all problems.
class WishReader {
  public:
    WishReader(const std::vector<scenario::Scenario>& scenarios, const std::vector<std::string>& specs)
        : scenarios_(scenarios), specs_(specs), of_scenario_(scenarios.size()) {}

    // The scenario whose cost is matched; an empty name: the baseline.
    void read_reference(const std::string& name);
    std::size_t reference() const { return reference_; }
    // "LEVER" for every variant but the reference, or "NAME:LEVER" for one, which goes before.
    void read(const std::vector<std::string>& texts, const std::string& option, bool at_announcement);
    // By rising scenario. InputError with everything that was wrong.
    std::vector<Wish> wishes() const;

  private:
    void problem(Text message) { problems_.push_back({{}, "", std::move(message)}); }
    void note_named(const std::string& name, const Wish& wish);
    std::vector<std::size_t> named(const std::string& name, const std::string& option);
    void note(std::size_t scenario, Wish wish, bool is_named);

    const std::vector<scenario::Scenario>& scenarios_;
    const std::vector<std::string>& specs_;
    std::vector<std::optional<Wish>> of_scenario_;
    std::size_t reference_ = 0;
    std::vector<Problem> problems_;
};

}  // namespace staffsim::cli
