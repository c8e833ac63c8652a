// Operations on many people of one day, side by side: what one of them does is said beside its sibling for one person.

#include <algorithm>

#include "sim/model/county.hpp"

namespace staffsim {

void County::record_competent(std::span<const CompetentYear> years) {
    constexpr auto competent = static_cast<std::uint8_t>(Result::competent);
    Record* const records = record_.data();
    PersonHot* const hot = hot_.data();
    FlowRow* const flows = tally_.flows.data();
    const std::size_t tiers = tiers_;
    kernel::Fingerprint fingerprint = fingerprint_;
    for (const CompetentYear& year : years) {
        const std::size_t slot = year.person.value;
        PersonHot& where = hot[slot];
        const UnitId unit{where.unit};
        fingerprint.add(fact_of(Fact::Kind::assessed, competent, keys_[slot], unit, SeatId::none()));
        flows[unit.value * tiers + where.tier][static_cast<std::size_t>(Flow::assessed)] += 1;
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
    if (batch_ == nullptr) return;
    for (const CompetentYear& year : years) remark(Fact::Kind::assessed, competent, year.person);
}

void County::book_training(std::span<const std::uint32_t> slots, std::span<const double> gained,
                           const TrainingDays& each) {
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const PersonHot& where = hot_[slots[i]];
        FlowRow& flows = tally_.flows[where.unit * tiers_ + where.tier];
        flows[static_cast<std::size_t>(Flow::trainings)] += 1;
        flows[static_cast<std::size_t>(Flow::training_days)] += each.whole_days;
        flows[static_cast<std::size_t>(Flow::skill_gained_milli)] +=
            static_cast<std::int64_t>(gained[i] * 1000.0 + 0.5);
        spend(UnitId{where.unit}, OneOff::training, each.cost);
        units_[where.unit].training_days += each.days_absent;
        learning_[slots[i]].last_trained = today_;
    }
    if (batch_ == nullptr) return;
    const auto days = static_cast<std::uint8_t>(std::min<std::int64_t>(255, each.whole_days));
    for (const std::uint32_t slot : slots) remark(Fact::Kind::trained, days, PersonId{slot});
}

}  // namespace staffsim
