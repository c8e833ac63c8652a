#include "tests/situations/runner/ends.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "tests/situations/runner/life.hpp"
#include "tests/situations/runner/toml_writer.hpp"

namespace staffsim::situations {

namespace {

using levers::Row;
using levers::Type;
using levers::Value;

// Chance may hide in one future what a lever does.
constexpr std::uint32_t futures = 5;

bool has_entries(const Row& row) { return row.type == Type::list || row.type == Type::by_name; }
// Numbers of which each may be anything in the range.
bool has_free_entries(const Row& row) { return has_entries(row) && !row.sums_to_one; }

std::vector<Value> single_shares(std::size_t n) {
    std::vector<Value> single;
    for (std::size_t i = 0; i < n; ++i) {
        std::vector<double> shares(n, 0.0);
        shares[i] = 1;
        single.emplace_back(std::move(shares));
    }
    return single;
}

// Both ends; every choice; each share alone.
std::vector<Value> ends_of(const Row& row) {
    const std::size_t n = row.names.size();
    if (has_free_entries(row)) return {std::vector<double>(n, row.low), std::vector<double>(n, row.high)};
    if (has_entries(row)) return single_shares(n);
    if (row.type == Type::flag) return {false, true};
    if (row.type == Type::choice) return {row.choices.begin(), row.choices.end()};
    if (row.type == Type::month_day) return {MonthDay{1, 1}, MonthDay{12, 31}};
    return {row.low, row.high};
}

std::string name_of_end(const Row& row, std::size_t i) { return has_entries(row) ? row.names[i] : row.choices[i]; }

// The digest of some futures with a value; nothing, and a complaint, when that cannot be lived.
std::optional<std::uint64_t> digest_with(const Situation& situation, const Row& row, const Value& value,
                                         std::vector<std::string>& complaints) {
    const std::string set = row.key + " = " + toml_text(row, value);
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

std::vector<double> entries_in(const Situation& situation, const Row& row) {
    const scenario::Scenario scenario = load(situation);
    for (const scenario::ResolvedLever& lever : scenario.levers) {
        if (lever.row->key != row.key) continue;
        return std::get<std::vector<double>>(scenario::value_on(lever, scenario.input.plan.start, nullptr));
    }
    throw InputError(same_in_both(row.key + " is no lever of the scenario"));
}

}  // namespace

const Row* find_row(const std::string& key) {
    for (const auto& lever : engine::all_levers()) {
        if (lever.row.key == key) return &lever.row;
    }
    return nullptr;
}

void EndsOfLevers::look_at_entries(const Situation& situation, const Row& row, Seen& seen,
                                   std::vector<std::string>& complaints) {
    const std::vector<double> given = entries_in(situation, row);
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (seen.entries_that_matter.contains(i)) continue;
        std::vector<double> low = given, high = given;
        low[i] = row.low;
        high[i] = row.high;
        const auto with_low = digest_with(situation, row, low, complaints);
        const auto with_high = digest_with(situation, row, high, complaints);
        if (with_low && with_high && *with_low != *with_high) seen.entries_that_matter.insert(i);
    }
}

void EndsOfLevers::look_at_lever(const Situation& situation, const Row& row, std::vector<std::string>& complaints) {
    Seen& seen = seen_[row.key];
    seen.row = &row;
    std::vector<std::optional<std::uint64_t>> digests;
    for (const Value& value : ends_of(row)) digests.push_back(digest_with(situation, row, value, complaints));
    bool matters = false;
    for (std::size_t b = 0; b < digests.size(); ++b) {
        for (std::size_t a = 0; a < b; ++a) {
            if (!digests[a] || !digests[b] || *digests[a] == *digests[b]) continue;
            matters = true;
            seen.told_apart.insert({a, b});
        }
    }
    const bool could_be_lived = std::all_of(digests.begin(), digests.end(), [](const auto& digest) { return digest; });
    if (could_be_lived && !matters) {
        complaints.push_back(fmt::format("{} changes nothing here from one end of its range ({}) to the other", row.key,
                                         levers::range_text(row).en));
    }
    if (has_free_entries(row)) look_at_entries(situation, row, seen, complaints);
}

std::vector<std::string> EndsOfLevers::look_at(const Situation& situation) {
    std::vector<std::string> complaints;
    for (const std::string& key : situation.witness) {
        if (const Row* row = find_row(key)) {
            look_at_lever(situation, *row, complaints);
        } else {
            complaints.push_back(key + " is no lever");
        }
    }
    return complaints;
}

std::vector<std::string> EndsOfLevers::left_open() const {
    std::vector<std::string> complaints;
    for (const auto& [key, seen] : seen_) {
        if (has_free_entries(*seen.row)) {
            for (std::size_t i = 0; i < seen.row->names.size(); ++i) {
                if (seen.entries_that_matter.contains(i)) continue;
                complaints.push_back(fmt::format("{}: the entry {} matters in no situation", key, seen.row->names[i]));
            }
            continue;
        }
        const std::size_t ends = ends_of(*seen.row).size();
        for (std::size_t b = 0; b < ends; ++b) {
            for (std::size_t a = 0; a < b; ++a) {
                if (ends == 2 || seen.told_apart.contains({a, b})) continue;
                complaints.push_back(fmt::format("{}: no situation tells {} from {}", key, name_of_end(*seen.row, a),
                                                 name_of_end(*seen.row, b)));
            }
        }
    }
    return complaints;
}

}  // namespace staffsim::situations
