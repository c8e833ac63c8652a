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

// One band, or all of them.
struct Bands {
    std::uint8_t first, end;
    Bands(bool all, std::size_t own, std::size_t number)
        : first(static_cast<std::uint8_t>(all ? 0 : own)), end(static_cast<std::uint8_t>(all ? number : own + 1)) {}
};

// visit(cell) for the cells from which a donor may come at a step of widening.
template <class Visit>
void for_cells_at(int step, DonorCell own, Visit visit) {
    const Bands kinds(step >= 3, own.township, 2), of_tier(step >= 4, own.tier, tiers),
        tenures(step >= 1, own.tenure_band, tenure_bands), ages(step >= 2, own.age_band, age_bands);
    for (std::uint8_t kind = kinds.first; kind < kinds.end; ++kind) {
        for (std::uint8_t tier = of_tier.first; tier < of_tier.end; ++tier) {
            for (std::uint8_t tenure = tenures.first; tenure < tenures.end; ++tenure) {
                for (std::uint8_t age = ages.first; age < ages.end; ++age) {
                    visit(index_of({static_cast<bool>(kind), tier, tenure, age}));
                }
            }
        }
    }
}

// Lives of warm-ups have replication numbers of their own, from the top; those of runs start at 0.
RandomKey key_of_life(std::uint32_t seed, std::size_t life) {
    return {seed, 0xFFFFFFFFu - static_cast<std::uint32_t>(life)};
}

const DonorPool no_donors;

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
    const auto size_of = [this](std::size_t c) { return begins_[c + 1] - begins_[c]; };
    std::uint32_t number = 0;
    int step = -1;
    while (number == 0) for_cells_at(++step, cell, [&](std::size_t c) { number += size_of(c); });
    AddressedEngine engine(draws, {person, +Purpose::donor});
    std::uint32_t chosen = boost::random::uniform_int_distribution<std::uint32_t>(0, number - 1)(engine);
    const Donor* found = nullptr;
    for_cells_at(step, cell, [&](std::size_t c) {
        if (found != nullptr) return;
        if (chosen < size_of(c)) {
            found = &donors_[begins_[c] + chosen];
        } else {
            chosen -= size_of(c);
        }
    });
    return found;
}

std::vector<Donor> live_warm_up(const CountyInput& input, std::uint32_t seed, std::size_t life) {
    if (life >= lives_before(input)) return {};
    CountyPlan plan = input.plan;
    plan.people.clear();
    plan.start_full = true;
    plan.start_service_years = 33;
    const PolicyTimeline policy{{input.history},
                                {{Day{-never.value}, 0, std::vector<std::size_t>(plan.units.size(), 0)}}};
    struct Silent : Sink {
        void on_year(std::size_t, const County&) override {}
        bool wants_stocks() const override { return false; }
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

std::size_t lives_before(const CountyInput& input) {
    const bool is_needed = input.warm_up_years > 0 && !input.plan.start_full;
    return is_needed ? static_cast<std::size_t>(input.warm_up_lives) : 0;
}

WarmUp::WarmUp(const CountyInput& input, std::uint32_t seed)
    : input_(input), seed_(seed), number_(lives_before(input)), lives_(std::make_unique<Life[]>(number_)) {
    input_.plan.people.clear();
}

const DonorPool& WarmUp::of(std::uint32_t replication) const {
    if (number_ == 0) return no_donors;
    const std::size_t number = replication % number_;
    Life& life = lives_[number];
    std::call_once(life.lived, [&] { life.donors = DonorPool(live_warm_up(input_, seed_, number)); });
    return life.donors;
}

}  // namespace staffsim::engine
