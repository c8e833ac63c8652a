// Operations on many people of one day, side by side: what one of them does is said beside its sibling for one person.

#include <algorithm>

#include "sim/model/county.hpp"

namespace staffsim {

void County::record_competent(std::span<const CompetentYear> years) {
    constexpr auto competent = static_cast<std::uint8_t>(Result::competent);
    Record* const records = record_.data();
    PersonHot* const hot = hot_.data();
    const EntityKey* const keys = keys_.data();
    FlowRow* const flows = tally_.flows.data();
    const std::size_t tiers = tiers_;
    kernel::Fingerprint fingerprint = fingerprint_;
    // The fact is the same for all but for who and where: see fact_of.
    const std::uint64_t fact = fact_of(Fact::Kind::assessed, competent, {}, UnitId{0u}, SeatId::none());
    const std::uint64_t of_unit = fact_of(Fact::Kind::assessed, competent, {}, UnitId{1u}, SeatId::none()) - fact;
    for (const CompetentYear& year : years) {
        const std::size_t slot = year.person.value;
        PersonHot& where = hot[slot];
        const std::uint64_t unit = where.unit;
        fingerprint.add(keys[slot].value + fact + unit * of_unit);
        flows[unit * tiers + where.tier][static_cast<std::size_t>(Flow::assessed)] += 1;
        where.barred_from_promotion = false;
        Record& record = records[slot];
        record.results = {record.results[1], record.results[2], Result::competent};
        record.scores = {record.scores[1], record.scores[2], year.score};
        record.performance = year.performance;
        record.all_scores += year.score;
        record.all_years = static_cast<std::uint16_t>(record.all_years + 1);
        record.scored_years = std::min<std::uint8_t>(3, static_cast<std::uint8_t>(record.scored_years + 1));
        if (record.years_since_excellent < 255) ++record.years_since_excellent;
        record.excellent_run = 0;
    }
    fingerprint_ = fingerprint;
    if (routine_batch_ == nullptr) return;
    for (const CompetentYear& year : years) remark(Fact::Kind::assessed, competent, year.person);
}

void County::remark_trained(std::span<const std::uint32_t> slots, std::int64_t whole_days) {
    const auto days = static_cast<std::uint8_t>(std::min<std::int64_t>(255, whole_days));
    for (const std::uint32_t slot : slots) remark(Fact::Kind::trained, days, PersonId{slot});
}

}  // namespace staffsim
