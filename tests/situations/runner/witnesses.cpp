#include "tests/situations/runner/witnesses.hpp"

#include <fstream>
#include <set>
#include <sstream>

#include "sim/engine/policy.hpp"
#include "tests/situations/runner/ends.hpp"

namespace staffsim::situations {

namespace {

std::set<std::string> read_not_yet(const std::string& file) {
    std::ifstream in(file);
    if (!in) throw InputError(same_in_both(file + ": cannot be read"));
    std::set<std::string> not_yet;
    std::string line;
    while (std::getline(in, line)) {
        std::string key;
        std::istringstream(line) >> key;
        if (!key.empty() && key[0] != '#') not_yet.insert(key);
    }
    return not_yet;
}

}  // namespace

std::vector<std::string> complaints_about_coverage(const std::vector<Situation>& situations,
                                                   const std::string& not_yet_file) {
    std::set<std::string> witnessed;
    for (const Situation& situation : situations) witnessed.insert(situation.witness.begin(), situation.witness.end());
    const std::set<std::string> not_yet = read_not_yet(not_yet_file);
    std::vector<std::string> complaints;
    for (const auto& lever : engine::all_levers()) {
        const std::string& key = lever.row.key;
        const bool has_witness = witnessed.contains(key), is_listed = not_yet.contains(key);
        if (has_witness && is_listed) complaints.push_back(key + " has a witness: take it off the list");
        if (!has_witness && !is_listed) complaints.push_back(key + " has no witness situation");
    }
    for (const std::string& key : not_yet) {
        if (find_row(key) == nullptr) complaints.push_back(key + " is on the list but is no lever");
    }
    return complaints;
}

}  // namespace staffsim::situations
