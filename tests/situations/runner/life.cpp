#include "tests/situations/runner/life.hpp"

#include <bit>

namespace staffsim::situations {

namespace {

// What was counted, number by number: where each stands matters.
class Digest {
  public:
    void add(std::uint64_t number) { all_ = combine(all_, number); }
    std::uint64_t value() const { return all_.value; }

  private:
    EntityKey all_{};
};

void add(Digest& print, const YearTally& tally) {
    const auto whole = [&print](auto value) { print.add(static_cast<std::uint64_t>(value)); };
    whole(tally.year);
    whole(tally.days);
    for (const auto& unit : tally.flows) {
        for (const std::int64_t flow : unit) whole(flow);
    }
    for (const auto& unit : tally.stocks) {
        for (const double stock : unit) print.add(std::bit_cast<std::uint64_t>(stock));
    }
    for (const Exposure& cell : tally.exposure) {
        whole(cell.person_days);
        for (const std::int64_t pay : cell.pay_milli_fen) whole(pay);
    }
    for (const std::int64_t days : tally.empty_place_days) whole(days);
    for (const std::int64_t days : tally.empty_seat_days) whole(days);
    for (const std::int64_t days : tally.opening_days) whole(days);
    for (const double days : tally.hand_days) print.add(std::bit_cast<std::uint64_t>(days));
    for (const double days : tally.training_days) print.add(std::bit_cast<std::uint64_t>(days));
    for (const auto& unit : tally.one_off_fen) {
        for (const std::int64_t fen : unit) whole(fen);
    }
    for (const ServiceYear& unit : tally.service) {
        for (const double sum : unit.sums) print.add(std::bit_cast<std::uint64_t>(sum));
    }
}

// Whom it happened to: what training and work have made of everybody who is still there.
void add_people(Digest& print, const County& county) {
    for (std::size_t slot = 0; slot < county.people().size(); ++slot) {
        if (!county.people()[slot].in_service) continue;
        const PersonId person{slot};
        print.add(county.keys()[slot].value);
        print.add(static_cast<std::uint64_t>(county.learning(person).last_trained.value));
        for (const float gained : county.traits(person).trained) print.add(std::bit_cast<std::uint32_t>(gained));
        print.add(std::bit_cast<std::uint32_t>(county.record(person).all_scores));
    }
}

void give(const Latents& latents, Traits& traits) {
    traits = Traits{};
    traits.ability = latents.ability;
    traits.learning = latents.learning;
    traits.integrity = latents.integrity;
    traits.taste = latents.taste;
    traits.motivation = latents.motivation;
    traits.disposition = latents.disposition;
    traits.innate = latents.skill;
}

}  // namespace

Life::Life(const Situation& situation, const scenario::Scenario& scenario, std::uint32_t replication)
    : scenario_(scenario),
      run_(scenario.input.plan, scenario.input.policy, RandomKey{1, replication}, scenario.input.plan.start,
           scenario.input.years) {
    if (scenario.input.warm_up_years > 0)
        throw InputError(same_in_both("a situation has no warm-up: set warm_up_years = 0"));
    if (scenario.input.plan.start_full) {
        run_.settle_full();
    } else {
        run_.settle_roster({});
    }
    County& county = run_.county();
    for (const PersonOfFile& person : situation.people) {
        const auto slot = find_person(county, person.id);
        give(person.latents, county.traits(*slot));
        county.record(*slot).front_line_years = person.latents.front_line_years;
        county.touch(*slot);
    }
}

void Life::on_year(std::size_t, const County& county) {
    years_.push_back(county.tally());
    by_unit_.push_back(measures::sums_by_unit(county));
}

View Life::evening_of(Day day) {
    run_.live_until(day + 1, *this);
    return {scenario_, run_.county(), years_, by_unit_, day};
}

std::uint64_t Life::digest() {
    run_.live_until(never, *this);
    Digest print;
    print.add(run_.county().fingerprint());
    for (const YearTally& year : years_) add(print, year);
    add_people(print, run_.county());
    return print.value();
}

std::optional<PersonId> find_person(const County& county, const std::string& id) {
    const EntityKey key = entity_key(id);
    for (std::size_t slot = 0; slot < county.people().size(); ++slot) {
        if (county.people()[slot].in_service && county.keys()[slot] == key) return PersonId{slot};
    }
    return std::nullopt;
}

}  // namespace staffsim::situations
