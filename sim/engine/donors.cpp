#include "sim/engine/donors.hpp"

#include <boost/random/uniform_int_distribution.hpp>

#include <algorithm>

#include "sim/engine/county_run.hpp"

namespace staffsim::engine {

namespace {

constexpr std::size_t tiers = 8, tenure_bands = 4, age_bands = 24, cells = 2 * tiers * tenure_bands * age_bands;

std::size_t index_of(DonorCell cell) {
    return ((static_cast<std::size_t>(cell.township) * tiers + cell.tier) * tenure_bands + cell.tenure_band) *
               age_bands +
           cell.age_band;
}

bool comes_before(const Donor& a, const Donor& b) {
    const std::size_t cell_a = index_of(a.cell), cell_b = index_of(b.cell);
    return cell_a != cell_b ? cell_a < cell_b : a.key < b.key;
}

// The cells from which a donor may come at a step of widening.
std::vector<std::size_t> cells_at(int step, DonorCell own) {
    std::vector<std::size_t> found;
    for (std::uint8_t kind = 0; kind < 2; ++kind) {
        if (step < 3 && static_cast<bool>(kind) != own.township) continue;
        for (std::uint8_t tier = 0; tier < tiers; ++tier) {
            if (step < 4 && tier != own.tier) continue;
            for (std::uint8_t tenure = 0; tenure < tenure_bands; ++tenure) {
                if (step < 1 && tenure != own.tenure_band) continue;
                for (std::uint8_t age = 0; age < age_bands; ++age) {
                    if (step < 2 && age != own.age_band) continue;
                    found.push_back(index_of({static_cast<bool>(kind), tier, tenure, age}));
                }
            }
        }
    }
    return found;
}

// Lives of warm-ups have replication numbers of their own, from the top; those of runs start at 0.
RandomKey key_of_life(std::uint32_t seed, int life) { return {seed, 0xFFFFFFFFu - static_cast<std::uint32_t>(life)}; }

}  // namespace

DonorCell donor_cell(bool township, int tier, double years_in_tier, double age) {
    const auto band = [](double years, double highest) {
        return static_cast<std::uint8_t>(std::clamp(years / 5.0, 0.0, highest));
    };
    return {township, static_cast<std::uint8_t>(std::min(tier, 7)), band(years_in_tier, 3), band(age, 23)};
}

DonorPool::DonorPool(std::vector<Donor> donors) : donors_(std::move(donors)), begins_(cells + 1, 0) {
    std::sort(donors_.begin(), donors_.end(), comes_before);
    for (const Donor& donor : donors_) ++begins_[index_of(donor.cell) + 1];
    for (std::size_t cell = 0; cell < cells; ++cell) begins_[cell + 1] += begins_[cell];
}

const Donor* DonorPool::match(const Draws& draws, EntityKey person, DonorCell cell) const {
    if (donors_.empty()) return nullptr;
    std::vector<std::size_t> from;
    std::uint32_t number = 0;
    for (int step = 0; number == 0; ++step) {
        from = cells_at(step, cell);
        for (const std::size_t c : from) number += begins_[c + 1] - begins_[c];
    }
    AddressedEngine engine(draws, {person, +Purpose::donor});
    std::uint32_t chosen = boost::random::uniform_int_distribution<std::uint32_t>(0, number - 1)(engine);
    std::size_t at = 0;
    for (; chosen >= begins_[from[at] + 1] - begins_[from[at]]; ++at)
        chosen -= begins_[from[at] + 1] - begins_[from[at]];
    return &donors_[begins_[from[at]] + chosen];
}

std::vector<Donor> live_warm_up(const CountyInput& input, std::uint32_t seed, int life) {
    if (input.warm_up_years <= 0 || input.plan.start_full) return {};
    CountyPlan plan = input.plan;
    plan.people.clear();
    plan.start_full = true;
    plan.start_service_years = 33;
    const PolicyTimeline policy{{input.history},
                                {{Day{-never.value}, 0, std::vector<std::size_t>(plan.units.size(), 0)}}};
    struct Silent : Sink {
        void on_year(std::size_t, const County&) override {}
    } silent;
    CountyRun run(plan, policy, key_of_life(seed, life), add_years(input.plan.start, -input.warm_up_years),
                  input.warm_up_years);
    run.settle_full();
    run.run(silent);
    const County& county = run.county();
    std::vector<Donor> donors;
    for (const Unit& unit : county.units()) {
        for (const PersonId person : unit.members) {
            const PersonCold& cold = county.cold(person);
            const bool township = county.is_township(UnitId{county.hot(person).unit});
            donors.push_back(
                {county.traits(person), county.record(person), county.pay(person), cold.key, cold.channel, cold.field,
                 cold.native, cold.last_exchange,
                 donor_cell(township, county.hot(person).tier, county.years_in_tier(person), county.age(person))});
        }
    }
    return donors;
}

DonorPool warm_up(const CountyInput& input, std::uint32_t seed) {
    std::vector<Donor> donors;
    for (int life = 0; life < input.warm_up_lives; ++life) {
        const std::vector<Donor> one = live_warm_up(input, seed, life);
        donors.insert(donors.end(), one.begin(), one.end());
    }
    return DonorPool(std::move(donors));
}

}  // namespace staffsim::engine
