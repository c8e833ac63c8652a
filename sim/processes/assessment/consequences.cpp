#include "sim/processes/assessment/consequences.hpp"

namespace staffsim {

namespace {

constexpr int years_for_a_merit = 3;  // excellent in succession; domain handbook §4

// A commendation for an excellent year; a merit as well for the third in succession.
void commend(const AssessmentRules& rules, World& world, PersonId person) {
    Record& record = world.county.record(person);
    Money award = rules.commendation;
    if (record.excellent_run >= years_for_a_merit) {
        record.excellent_run = 0;
        award += rules.merit;
        world.county.count(person, Flow::merits);
    }
    world.county.spend(UnitId{world.county.hot(person).unit}, OneOff::awards, award);
}

// One level down: the post, or the rank of somebody without one.
void step_back(World& world, PersonId person) {
    world.county.count(person, Flow::steps_back_by_result);
    if (world.county.post_of(person).is_entry()) {
        world.county.lower_rank(person, world.today());
    } else {
        world.county.demote(person);
        world.requests.about(world.today() + 1, EventKind::find_seat, world.county, person);
    }
}

// A year that is not competent, or without a grade, does not count towards the next rank (domain handbook §4, §5): what
// of it was spent in the present one.
void leave_out_of_years_in_rank(PayState& pay, const AssessmentYear& year) {
    if (pay.rank_since >= year.until) return;
    pay.rank_since = pay.rank_since < year.from ? add_months(pay.rank_since, 12) : year.until;
}

void apply_consequences(const AssessmentRules& rules, World& world, const AssessmentYear& year, PersonId person,
                        Result result) {
    County& county = world.county;
    if (rules.links_rank && !is_competent(result)) leave_out_of_years_in_rank(county.pay_position(person), year);
    const bool poor = result == Result::basically_competent || result == Result::incompetent;
    county.set_barred(person, rules.links_promotion && poor);
    if (result == Result::excellent) {
        if (rules.links_rank) county.pay_position(person).rank_credit += 1.0f;
        if (rules.links_commendation) commend(rules, world, person);
    }
    if (result != Result::incompetent) return;
    if (rules.links_dismissal && county.record(person).results[1] == Result::incompetent) {
        county.count(person, Flow::dismissals_by_result);
        world.requests.about(world.today() + 1, EventKind::dismissal, county, person);
    } else if (rules.links_demotion) {
        step_back(world, person);
    }
}

}  // namespace

double stakes(const AssessmentRules& rules, bool links_bonus) {
    const int linked = rules.links_step + rules.links_grade + rules.links_rank + rules.links_promotion +
                       rules.links_commendation + rules.links_demotion + rules.links_dismissal + links_bonus;
    return linked / 8.0;
}

void settle_result(const AssessmentRules& rules, World& world, const AssessmentYear& year, const Rated& rated,
                   Result result) {
    world.county.record_result(rated.person, result, static_cast<float>(rated.score), static_cast<float>(rated.truth));
    apply_consequences(rules, world, year, rated.person, result);
}

void leave_without_grade(const AssessmentRules& rules, World& world, const AssessmentYear& year, PersonId person) {
    world.county.record_result(person, Result::none, 0, 0);
    if (rules.links_rank) leave_out_of_years_in_rank(world.county.pay_position(person), year);
    world.county.set_barred(person, false);  // a bar lasts a year
}

}  // namespace staffsim
