// Hazards of units month by month, and of the people whom something happened to.

#include <algorithm>
#include <bit>

#include "sim/engine/county_run.hpp"
#include "sim/model/fetch.hpp"
#include "sim/processes/retention/rates.hpp"

namespace staffsim::engine {

// By unit, and by day of entry where policies for entrants say so.
void CountyRun::plan_hazard_terms(const PolicyStep& step) {
    std::vector<std::size_t> blocks = step.block_of_unit;
    blocks.insert(blocks.end(), step.block_of_entrants.begin(), step.block_of_entrants.end());
    terms_.clear();
    terms_.reserve(blocks.size());
    known_hazards_.assign(policy_.blocks.size(), {});
    hazards_are_plain_ = true;
    std::vector<const HazardTerms*> all;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Policy& policy = policy_.blocks[blocks[i]];
        const UnitId unit{i % step.block_of_unit.size()};
        terms_.push_back({LeavingTerms(policy.retention, county_, unit), SanctionTerms(policy.conduct), nullptr});
        all.push_back(&terms_.back());
        terms_.back().by_post = hazards_by_post(terms_.back(), known_hazards_[blocks[i]]);
        hazards_are_plain_ = hazards_are_plain_ && terms_.back().by_post != nullptr;
    }
    term_ = RulesView<HazardTerms>{std::move(all), nullptr, policy_.entrants_since};
}

// Of holders of each post, where they depend on nothing else; worked out once for a block of rules. Otherwise none.
const KnownHazards* CountyRun::hazards_by_post(const HazardTerms& terms, std::vector<KnownHazards>& of_block) const {
    if (!know_hazards(terms.leaving) || terms.sanction.rate > 0) return nullptr;
    if (of_block.empty()) {
        for (const PostType& post : plan_.posts) of_block.push_back(known_hazards(terms.leaving, post));
    }
    return of_block.data();
}

const YearlyHazards& CountyRun::known_hazards_of(PersonId person, const KnownHazards* by_post) const {
    const KnownHazards& known = by_post[county_.hot(person).post];
    return county_.may_not_leave(person) ? known.if_bound : known.if_free;
}

// When the factors are settled: as far as the law lets the person leave.
[[gnu::always_inline]] inline YearlyHazards CountyRun::hazards_of(PersonId person, const HazardTerms& terms) const {
    YearlyHazards yearly = personal_hazards(terms.leaving, world_, person);
    yearly[static_cast<std::size_t>(HazardCause::sanction)] = sanction_hazard(terms.sanction, county_, person);
    return allowed(yearly, county_.may_not_leave(person));
}

// Whether it pays to draw their thresholds together.
bool CountyRun::are_newcomers(std::span<const PersonId> people) const {
    constexpr std::size_t several = 4;
    const auto is_new = [this](PersonId person) { return county_.leaving(person).thresholds == 0; };
    return people.size() >= several && std::all_of(people.begin(), people.end(), is_new);
}

// Thresholds of newcomers and what is in force of them.
[[gnu::noinline]] void CountyRun::begin_hazards_together(std::span<const PersonId> people) {
    std::vector<YearlyHazards> yearly;
    std::vector<unsigned> possible;
    yearly.reserve(people.size());
    possible.reserve(people.size());
    unsigned of_anybody = 0;
    for (const PersonId person : people) {
        const HazardTerms& terms = term_.of(county_, person);
        const bool is_known = terms.by_post != nullptr;
        yearly.push_back(is_known ? known_hazards_of(person, terms.by_post) : hazards_of(person, terms));
        possible.push_back(possible_causes(yearly.back()));
        of_anybody |= possible.back();
    }
    std::vector<PersonId> waiting;
    for (; of_anybody != 0; of_anybody &= of_anybody - 1) {
        const auto cause = static_cast<std::size_t>(std::countr_zero(of_anybody));
        waiting.clear();
        for (std::size_t i = 0; i < people.size(); ++i) {
            if ((possible[i] >> cause & 1u) != 0) waiting.push_back(people[i]);
        }
        begin_spells(world_, waiting, cause);
    }
    for (std::size_t i = 0; i < people.size(); ++i) put_in_force(hazards_, world_, people[i], yearly[i]);
}

// Of people in service whom something happened to.
void CountyRun::refresh_hazards(std::span<const PersonId> people) {
    const bool together = are_newcomers(people);
    if (hazards_are_plain_) {
        if (together) return begin_hazards_together(people);
        for (const PersonId person : people) {
            put_in_force(hazards_, world_, person, known_hazards_of(person, term_.of(county_, person).by_post));
        }
        return;
    }
    constexpr std::size_t factors = 3;
    expected_.make_room(factors * people.size());
    for (std::size_t i = 0; i < people.size(); ++i) {
        const PersonId soon = ahead(people, i);
        fetch(county_.traits(soon), county_.pay(soon), county_.record(soon), county_.cold(soon));
        fetch(county_.leaving(soon), county_.leaving_factors(soon));
        const PersonId person = people[i];
        const HazardTerms& terms = term_.of(county_, person);
        expect_personal_factors(terms.leaving, county_, person, expected_);
        expect_sanction_factor(terms.sanction, county_, person, expected_);
    }
    expected_.settle();
    if (together) return begin_hazards_together(people);
    for (const PersonId person : people) {
        put_in_force(hazards_, world_, person, hazards_of(person, term_.of(county_, person)));
    }
}

// Of people who have been trained.
void CountyRun::refresh_sanction_hazards(std::span<const std::uint32_t> slots) {
    const auto terms_of = [this](std::uint32_t slot) -> const SanctionTerms& {
        return term_.of(county_, PersonId{slot}).sanction;
    };
    expected_.make_room(slots.size());
    for (const std::uint32_t slot : slots) {
        const SanctionTerms& terms = terms_of(slot);
        if (terms.depends_on_training) expect_sanction_factor(terms, county_, PersonId{slot}, expected_);
    }
    expected_.settle();
    for (const std::uint32_t slot : slots) {
        const SanctionTerms& terms = terms_of(slot);
        if (!terms.depends_on_training) continue;
        const float yearly = sanction_hazard(terms, county_, PersonId{slot});
        update_sanction_hazard(hazards_, world_, PersonId{slot}, yearly);
    }
}

bool CountyRun::reacts(UnitId unit) const {
    return rules_.retention.of(unit).behaviour || rules_.conduct.of(unit).behaviour;
}

// A month has passed since titled posts fell empty.
void CountyRun::fade_openings(std::span<const UnitId> units) {
    double half_life = 0, kept = 0;  // the last half-life seen, and what is left after a month
    for (const UnitId unit : units) {
        const RetentionRules& rules = rules_.retention.of(unit);
        if (rules.prospect_half_life != half_life) {
            half_life = rules.prospect_half_life;
            kept = portable_exp(-0.6931471805599453 / 12.0 / half_life);
        }
        county_.set_recent_openings(unit, county_.unit(unit).recent_openings * kept);
    }
}

// What changes without an event, month by month: the circumstances of units, and people's age and years of service.
// Units where nothing reacts know their hazards for ever.
void CountyRun::review_month() {
    month_ = months_since_start(county_.date());
    const Day next_month = month_begins_[month_ + 1];
    reviewed_units_.clear();
    const std::size_t units = hazards_are_known_ ? 0 : county_.units().size();
    for (std::size_t u = 0; u < units; ++u) {
        if (reacts(UnitId{u}) || hazards_[u].known_until != never) reviewed_units_.push_back(UnitId{u});
    }
    hazards_are_known_ = reviewed_units_.empty();
    fade_openings(reviewed_units_);
    const std::span<UnitPressure> pressure = pressure_.of(rules_.retention, world_, reviewed_units_);
    for (std::size_t i = 0; i < reviewed_units_.size(); ++i) {
        const UnitId unit = reviewed_units_[i];
        const ConductRules& conduct = rules_.conduct.of(unit);
        if (conduct.behaviour) {
            const double factor = conduct_pressure_.of(conduct, world_, unit);
            pressure[i].factor[static_cast<std::size_t>(HazardCause::sanction)] = factor;
        }
        set_pressure(pressure[i], world_, unit, hazards_[unit.value], reacts(unit) ? next_month : never);
    }
    review_people();
}

}  // namespace staffsim::engine
