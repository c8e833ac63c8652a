// Operations on misconduct: hidden, found, decided. They enter the fingerprint and never the batch of facts: what
// somebody did that nobody has found yet is nobody's to read.

#include "sim/model/county.hpp"

namespace staffsim {

namespace {

enum class Stage : std::uint64_t { hidden = 101, inquiry, decided };

std::uint64_t mark(Stage stage, Day today, std::uint64_t key) {
    const auto day = static_cast<std::uint64_t>(static_cast<std::uint32_t>(today.value));
    return key + (static_cast<std::uint64_t>(stage) << 32 | day) * 0x9E3779B97F4A7C15u;
}

}  // namespace

void County::hide_case(const ConductCase& hidden) {
    cases_.push_back(hidden);
    count(hidden.person, Flow::misconduct);
    fingerprint_.add(mark(Stage::hidden, today_, keys_[hidden.person.value].value));
}

void County::bring_in_case(const ConductCase& one) {
    cases_.push_back(one);
    if (!one.is_under_inquiry()) return;
    hot_[one.person.value].under_inquiry = true;
    touch(one.person);
}

std::optional<std::uint16_t> County::begin_inquiry(PersonId person, Day until) {
    for (ConductCase& one : cases_) {
        const bool is_meant = one.person == person && one.generation == hot_[person.value].generation &&
                              one.found == today_ && !one.is_under_inquiry();
        if (!is_meant) continue;
        one.inquiry_until = until;
        hot_[person.value].under_inquiry = true;
        count(person, Flow::misconduct_found);
        fingerprint_.add(mark(Stage::inquiry, today_, keys_[person.value].value));
        touch(person);
        return one.number;
    }
    return std::nullopt;
}

Day County::inquiry_until(PersonId person) const {
    Day last = ConductCase{}.inquiry_until;
    for (const ConductCase& one : cases_) {
        const bool is_theirs = one.person == person && one.generation == hot_[person.value].generation;
        if (is_theirs) last = std::max(last, one.inquiry_until);
    }
    return last;
}

std::optional<ConductCase> County::end_inquiry(PersonId person) {
    std::optional<ConductCase> ended;
    bool others = false;
    std::erase_if(cases_, [&](const ConductCase& one) {
        const bool is_own = one.person == person && one.generation == hot_[person.value].generation;
        if (!is_own || !one.is_under_inquiry()) return false;
        if (!ended && one.inquiry_until == today_) {
            ended = one;
            return true;
        }
        others = true;
        return false;
    });
    if (!ended) return ended;
    hot_[person.value].under_inquiry = others;
    fingerprint_.add(mark(Stage::decided, today_, keys_[person.value].value));
    touch(person);
    return ended;
}

void County::add_up_complaints() const {
    complaints_ = {};
    for (std::size_t u = 0; u < units_.size(); ++u) {
        if (!units_[u].service.known) continue;
        complaints_.a_year += all_complaints(units_[u].service);
        complaints_.residents += plan_->units[u].residents;
    }
    knows_complaints_ = true;
}

}  // namespace staffsim
