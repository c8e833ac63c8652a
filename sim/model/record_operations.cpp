// What happens to somebody in place: sanctions, ranks, results of assessments, training.

#include <algorithm>

#include "sim/model/county.hpp"

namespace staffsim {

void County::sanction(PersonId person, Sanction kind, Day until) {
    // Of several sanctions in force the gravest counts.
    PersonCold& cold = cold_[person.value];
    if (is_sanctioned(person)) count(person, Flow::sanctions_added);
    cold.sanctioned_since = today_;
    cold.sanction = std::max(sanction_in_force(person), kind);
    if (kind > Sanction::warning) cold.grave_until = std::max(cold.grave_until, until);
    if (cold.sanctions_received < 255) ++cold.sanctions_received;
    hot_[person.value].sanction_until = std::max(hot_[person.value].sanction_until, until);
    count(person, Flow::sanctions);
    tell(Fact::Kind::sanctioned, static_cast<std::uint8_t>(kind), person, UnitId{hot_[person.value].unit});
}

void County::raise_rank(PersonId person, Day since) {
    ++pay_[person.value].rank;
    pay_[person.value].rank_since = since;
    pay_[person.value].rank_credit = 0;
    count(person, Flow::rank_promotions);
    tell(Fact::Kind::rank_raised, static_cast<std::uint8_t>(pay_[person.value].rank), person,
         UnitId{hot_[person.value].unit});
}

void County::lower_rank(PersonId person, Day since) {
    PayState& pay = pay_[person.value];
    if (pay.rank <= 1) return;
    --pay.rank;
    pay.rank_since = since;
    pay.rank_credit = 0;
    tell(Fact::Kind::rank_lowered, static_cast<std::uint8_t>(pay.rank), person, UnitId{hot_[person.value].unit});
}

void County::convert_rank(PersonId person, int rank, Day since) {
    PayState& pay = pay_[person.value];
    pay.rank = static_cast<std::int16_t>(rank);
    pay.rank_since = since;
    pay.rank_credit = 0;
    tell(Fact::Kind::rank_raised, static_cast<std::uint8_t>(rank), person, UnitId{hot_[person.value].unit});
}

void County::record_result(PersonId person, Result result, float score, float performance) {
    Record& record = files_[person.value].record;
    record.add_result(result);
    tell_of_result(person, result);
    if (result == Result::none) return;  // without a grade there is no score either
    record.add_score(score, performance);
    FlowRow& flows = flows_of(person);
    ++flows[static_cast<std::size_t>(Flow::assessed)];
    if (result != Result::competent) record_unusual(record, flows, result);
}

// Of a result other than competent.
void County::record_unusual(Record& record, FlowRow& flows, Result result) {
    if (result == Result::excellent) {
        record.years_since_excellent = 0;
        ++record.excellent_run;
    }
    static_assert(static_cast<int>(Result::competent) == 2);
    static constexpr Flow flow_of[] = {Flow::count, Flow::excellent, Flow::count, Flow::basically_competent,
                                       Flow::incompetent};
    ++flows[static_cast<std::size_t>(flow_of[static_cast<std::size_t>(result)])];
}

// Days that were charged in full to the own unit are missed where somebody works, as far as hands are there.
void County::train_in_part(PersonId person, double days_absent) {
    const PersonHot& hot = hot_[person.value];
    units_[hot.unit].training_days -= days_absent;
    units_[hot.host].training_days += days_absent * hands_at_work(person);
}

// Of people trained alike on one day; what happens to one of them is said in routine_records.hpp.
void County::remark_trained(std::span<const std::uint32_t> slots, std::int64_t milli_days) {
    const std::uint8_t days = days_of_fact(milli_days);
    for (const std::uint32_t slot : slots) remark(Fact::Kind::trained, days, PersonId{slot});
}

}  // namespace staffsim
