#include "tests/situations/runner/witnesses.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/situations/runner/life.hpp"
#include "tests/situations/runner/toml_writer.hpp"

namespace staffsim::situations {

namespace {

using levers::Row;
using levers::Type;
using levers::Value;

const Row* find_row(const std::string& key) {
    for (const auto& lever : engine::all_levers()) {
        if (lever.row.key == key) return &lever.row;
    }
    return nullptr;
}

std::vector<Value> ends_of_numbers(const Row& row) {
    const std::size_t n = row.names.size();
    if (!row.sums_to_one) return {std::vector<double>(n, row.low), std::vector<double>(n, row.high)};
    std::vector<Value> single;
    for (std::size_t i = 0; i < n; ++i) {
        std::vector<double> shares(n, 0.0);
        shares[i] = 1;
        single.emplace_back(std::move(shares));
    }
    return single;
}

std::vector<Value> ends_of(const Row& row) {
    switch (row.type) {
        case Type::flag:
            return {false, true};
        case Type::choice:
            return {row.choices.begin(), row.choices.end()};
        case Type::month_day:
            return {MonthDay{1, 1}, MonthDay{12, 31}};
        case Type::list:
        case Type::by_name:
            return ends_of_numbers(row);
        default:
            return {row.low, row.high};
    }
}

// Chance may hide in one future what a lever does.
constexpr std::uint32_t futures = 5;

// Nothing wrong: the digest of some futures. Otherwise a complaint.
std::optional<std::uint64_t> digest_with(const Situation& situation, const std::string& set,
                                         std::vector<std::string>& complaints) {
    try {
        const scenario::Scenario scenario = load(situation, {set});
        kernel::Fingerprint print;
        for (std::uint32_t future = 0; future < futures; ++future)
            print.add(Life(situation, scenario, future).digest());
        return print.value();
    } catch (const std::exception& error) {
        complaints.push_back(fmt::format("with {}: {}", set, error.what()));
    }
    return std::nullopt;
}

void look_at_ends(const Situation& situation, const Row& row, std::vector<std::string>& complaints) {
    std::set<std::uint64_t> digests;
    const std::size_t before = complaints.size();
    for (const Value& value : ends_of(row)) {
        const auto digest = digest_with(situation, row.key + " = " + toml_text(row, value), complaints);
        if (digest) digests.insert(*digest);
    }
    if (complaints.size() == before && digests.size() < 2) {
        complaints.push_back(fmt::format("{} changes nothing here from one end of its range ({}) to the other", row.key,
                                         levers::range_text(row)));
    }
}

std::set<std::string> read_not_yet(const std::string& file) {
    std::ifstream in(file);
    if (!in) throw InputError(file + ": cannot be read");
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

std::vector<std::string> complaints_about_ends(const Situation& situation) {
    std::vector<std::string> complaints;
    for (const std::string& key : situation.witness) {
        if (const Row* row = find_row(key)) {
            look_at_ends(situation, *row, complaints);
        } else {
            complaints.push_back(key + " is no lever");
        }
    }
    return complaints;
}

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
