// What is done to many people of one day in one pass: results put on record, training booked. Inline, for the passes
// that do it.
#pragma once

#include "sim/model/county.hpp"

namespace staffsim {

class County::CompetentYears {
  public:
    explicit CompetentYears(County& county);
    const Record& record(PersonId person) const { return files_[person.value].record; }
    [[gnu::always_inline]] void add(PersonId person, float score, float performance);
    // To be called when all have been added.
    void close() { county_.fingerprint_.add(fingerprint_); }

  private:
    County& county_;
    PersonnelFile* files_;
    PersonHot* people_;
    const EntityKey* keys_;
    FlowRow* flows_;
    // The fact is the same for all but for who and where, see fact_of: of unit 0, and what each unit more adds.
    std::uint64_t fact_, of_unit_;
    bool somebody_listens_;
    kernel::Fingerprint fingerprint_;  // of those added
};

inline County::CompetentYears::CompetentYears(County& county)
    : county_(county),
      files_(county.files_.data()),
      people_(county.hot_.data()),
      keys_(county.keys_.data()),
      flows_(county.tally_.flows.data()),
      fact_(county.fact_of(Fact::Kind::assessed, static_cast<std::uint8_t>(Result::competent), {}, UnitId{0u},
                           SeatId::none())),
      of_unit_(county.fact_of(Fact::Kind::assessed, static_cast<std::uint8_t>(Result::competent), {}, UnitId{1u},
                              SeatId::none()) -
               fact_),
      somebody_listens_(county.routine_batch_ != nullptr) {}

[[gnu::always_inline]] inline void County::CompetentYears::add(PersonId person, float score, float performance) {
    const std::size_t slot = person.value;
    PersonHot& where = people_[slot];
    const std::uint64_t unit = where.unit;
    fingerprint_.add(keys_[slot].value + fact_ + unit * of_unit_);
    flows_[unit][static_cast<std::size_t>(Flow::assessed)] += 1;
    where.barred_from_promotion = false;
    files_[slot].record.add_result(Result::competent);
    files_[slot].record.add_score(score, performance);
    if (somebody_listens_) {
        county_.remark(Fact::Kind::assessed, static_cast<std::uint8_t>(Result::competent), person);
    }
}

template <class Learn>
void County::train(std::span<const std::uint32_t> slots, const TrainingDays each, Learn&& learn) {
    Traits* const traits = traits_.data();
    const PersonHot* const hot = hot_.data();
    FlowRow* const flows = tally_.flows.data();
    PersonnelFile* const files = files_.data();
    Unit* const units = units_.data();
    auto* const one_off_fen = tally_.one_off_fen.data();
    const Day today = today_;
    for (const std::uint32_t slot : slots) {
        const double gained = learn(traits[slot], slot);
        const std::size_t unit = hot[slot].unit;
        FlowRow& counted = flows[unit];
        counted[static_cast<std::size_t>(Flow::trainings)] += 1;
        counted[static_cast<std::size_t>(Flow::training_milli_days)] += each.milli_days;
        counted[static_cast<std::size_t>(Flow::skill_gained_milli)] += static_cast<std::int64_t>(gained * 1000.0 + 0.5);
        one_off_fen[unit][static_cast<std::size_t>(OneOff::training)] += each.cost.fen;
        units[unit].training_days += each.days_absent;
        if (hot[slot].works_in_part) [[unlikely]]
            train_in_part(PersonId{slot}, each.days_absent);
        files[slot].learning.last_trained = today;
    }
    if (routine_batch_ != nullptr) remark_trained(slots, each.milli_days);
}

}  // namespace staffsim
