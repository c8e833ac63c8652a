// Random small counties under random policies: any lever may take any value that its row allows.
#pragma once

#include <rapidcheck.h>
#include <cmath>

#include "tests/support/tiny_input.hpp"

namespace staffsim::tiny {

// low to high - 1, from the first example on (RapidCheck starts with the smallest values otherwise).
inline int between(int low, int high) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(low, high)); }
inline double fraction() { return between(0, 1001) / 1000.0; }

inline double number_for(const levers::Row& row) {
    const double value = row.low + fraction() * (row.high - row.low);
    const bool whole =
        row.type == levers::Type::count || row.type == levers::Type::days || row.type == levers::Type::age;
    return whole ? std::floor(value) : value;
}

inline levers::Value value_for(const levers::Row& row) {
    switch (row.type) {
        case levers::Type::flag:
            return between(0, 2) == 1;
        case levers::Type::choice:
            return row.choices[static_cast<std::size_t>(between(0, static_cast<int>(row.choices.size())))];
        case levers::Type::month_day:
            return MonthDay{between(1, 13), between(1, 29)};
        default:
            break;
    }
    if (row.names.empty()) return number_for(row);
    std::vector<double> numbers;
    double sum = 0;
    for (std::size_t i = 0; i < row.names.size(); ++i) {
        numbers.push_back(row.sums_to_one ? fraction() + 0.001 : number_for(row));
        sum += numbers.back();
    }
    if (row.sums_to_one) {
        for (double& number : numbers) number /= sum;
    }
    return numbers;
}

// Defaults, with `changes` levers drawn anew.
inline engine::Policy random_policy(int changes) {
    engine::Policy policy = engine::default_policy();
    const auto& levers = engine::all_levers();
    for (int i = 0; i < changes; ++i) {
        const auto& lever = levers[static_cast<std::size_t>(between(0, static_cast<int>(levers.size())))];
        const levers::Value value = value_for(lever.row);
        RC_LOG() << lever.row.key << " = " << levers::to_text(lever.row, value) << "\n";
        lever.apply(policy, value);
    }
    return policy;
}

// Up to four units, understaffed, full or over-staffed, with random quotas.
inline engine::CountyInput random_county(const engine::Policy& policy, int years) {
    engine::CountyInput input;
    input.plan = {
        .id = "random", .start = first_of_year(2024) + between(0, 800), .posts = posts(), .units = {}, .people = {}};
    const int units = between(1, 5);
    std::vector<int> people;
    for (int u = 0; u < units; ++u) {
        const std::string id = "U" + std::to_string(u);
        const int places = between(0, 25);
        const bool is_township = between(0, 3) > 0;
        input.plan.units.push_back(is_township ? township(id, places, between(0, 4), between(0, 4), between(0, 3))
                                               : organ(id, places, between(0, 4)));
        input.plan.units.back().remote_class = between(1, 4);
        input.plan.units.back().km_to_seat = between(0, 90);
        people.push_back(std::max(0, places + between(-6, 3)));
    }
    for (std::size_t u = 0; u < people.size(); ++u) staff(input.plan, u, people[u]);
    input.policy = forever(policy, input.plan.units.size());
    input.history = policy;
    input.warm_up_years = 0;
    input.years = years;
    RC_LOG() << units << " units, " << input.plan.people.size() << " people, start " << to_text(input.plan.start)
             << "\n";
    return input;
}

// From some days on units, and those who enter since some days, have blocks of rules of their own: block() each.
template <class Block>
void add_scopes(engine::CountyInput& input, Block&& block) {
    engine::PolicyTimeline& policy = input.policy;
    const std::size_t units = input.plan.units.size();
    for (int i = between(1, 4); i > 0; --i) policy.blocks.push_back(block());
    const auto some_blocks = [&](std::size_t count) {
        std::vector<std::size_t> chosen;
        for (std::size_t i = 0; i < count; ++i) {
            chosen.push_back(static_cast<std::size_t>(between(0, static_cast<int>(policy.blocks.size()))));
        }
        return chosen;
    };
    Day since = input.plan.start;
    for (int i = between(0, 3); i > 0; --i) policy.entrants_since.push_back(since = since + between(-500, 900) + 501);
    const std::size_t entrants = policy.entrants_since.size() * units;
    for (engine::PolicyStep& step : policy.steps) step.block_of_entrants.assign(entrants, 0);
    Day from = input.plan.start;
    for (int i = between(1, 4); i > 0; --i) {
        from = from + between(0, 700);
        RC_LOG() << "rules of units and entrants from " << to_text(from) << "\n";
        policy.steps.push_back({from, some_blocks(1).front(), some_blocks(units), some_blocks(entrants)});
    }
}

inline RandomKey random_key() {
    return {static_cast<std::uint32_t>(between(0, 1000)), static_cast<std::uint32_t>(between(0, 1000))};
}

}  // namespace staffsim::tiny
