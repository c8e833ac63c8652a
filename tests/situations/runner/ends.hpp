// What is generated from the witness lists: a lever must matter where a situation witnesses it. Each witnessed lever is
// set to both ends of its range there and the situation is lived to its end in five futures; something that happens or
// is counted must change, and no conservation gate may break. Over all situations, moreover, every choice must differ
// from every other choice, and every entry of a list or table must matter by itself.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "sim/levers/row.hpp"
#include "tests/situations/runner/situation.hpp"

namespace staffsim::situations {

// The row of a lever; null for a key that is none.
const levers::Row* find_row(const std::string& key);

class EndsOfLevers {
  public:
    // Complaints about one situation: a lever that is not known, a value with which the situation cannot be loaded or
    // breaks a gate, a lever that changes nothing from one end to the other.
    std::vector<std::string> look_at(const Situation& situation);
    // Complaints about all looked at together: two choices that no situation tells apart (the single shares of shares
    // that sum to one count as choices), an entry that matters nowhere.
    std::vector<std::string> left_open() const;

  private:
    struct Seen {
        const levers::Row* row = nullptr;
        std::set<std::pair<std::size_t, std::size_t>> told_apart;  // choices
        std::set<std::size_t> entries_that_matter;
    };
    void look_at_lever(const Situation& situation, const levers::Row& row, std::vector<std::string>& complaints);
    void look_at_entries(const Situation& situation, const levers::Row& row, Seen& seen,
                         std::vector<std::string>& complaints);

    std::map<std::string, Seen> seen_;  // by key
};

}  // namespace staffsim::situations
