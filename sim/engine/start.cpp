// People of the first day: generated, or from the roster with what it does not say taken from the warm-up.

#include <algorithm>
#include <cmath>

#include "sim/engine/county_run.hpp"
#include "sim/processes/shared/calendar_years.hpp"

namespace staffsim::engine {

namespace {

// Annual assessments before today from which somebody has a grade: those after probation.
class GradedYears {
  public:
    GradedYears(const AssessmentRules& assessment, Day today)
        : day_(assessment.day), last_(year_of(latest_until(today - 1, day_))) {}
    int since(Day probation_end) const { return std::max(0, last_ - year_of(latest_until(probation_end - 1, day_))); }

  private:
    MonthDay day_;
    std::int32_t last_;
};

// What graded years have brought: steps and pay grades, and the years that count towards the next ones.
void pay_for_years(PayState& pay, const PayRules& rules, int grade_at_entry, int competent_years) {
    pay.steps = static_cast<std::int16_t>(competent_years / rules.years_per_step);
    pay.step_clock = static_cast<std::int16_t>(competent_years % rules.years_per_step);
    pay.grades = static_cast<std::int16_t>(grade_at_entry + competent_years / rules.years_per_grade);
    pay.grade_clock = static_cast<std::int16_t>(competent_years % rules.years_per_grade);
}

// As far as the band of rank and post reaches.
void end_at_top_of_band(PayState& pay, const PayRules& rules, const PostType& post) {
    pay.grades = static_cast<std::int16_t>(std::min<int>(pay.grades, highest_grades(rules, pay, post)));
}

// Of so many graded years the latest as far as the roster knows them: results from before are of probation.
int known_years_not_competent(const PersonPlan& person, int graded) {
    const auto is_not = [](Result result) { return !is_competent(result); };
    const auto known = std::min<std::ptrdiff_t>(graded, std::ssize(person.results));
    return static_cast<int>(std::count_if(person.results.end() - known, person.results.end(), is_not));
}

// The rules under which somebody who is on the roster entered, and since when grades have been given.
struct RosterRules {
    const RecruitmentRules& recruitment;
    const PayRules& pay;
    const GradedYears& graded;
};

// Of the people of the roster, drawn all at once.
struct RosterLuck {
    std::vector<EntityKey> keys;
    std::vector<double> ability;
    std::vector<AttributeLuck> attributes;

    RosterLuck(const World& world, const std::vector<PersonPlan>& people) {
        keys.reserve(people.size());
        for (const PersonPlan& person : people) keys.push_back(entity_key(person.id));
        ability.resize(people.size());
        world.draws.normals(keys, {{}, +Purpose::latent_ability}, ability);
        attributes = attribute_luck(world, keys);
    }
};

// `i`: place on the roster.
County::Newcomer from_roster(const PersonPlan& person, const Donor* donor, const RosterRules& of_entry,
                             const World& world, const RosterLuck& luck, std::size_t i) {
    const RecruitmentRules& rules = of_entry.recruitment;
    const Entrant as_entrant{person.unit, person.channel.value_or(Channel::open_exam), luck.keys[i],
                             static_cast<float>(luck.ability[i])};
    County::Newcomer result = newcomer(rules, world, as_entrant, luck.attributes[i]);
    PersonCold& cold = result.cold;
    cold.birth = person.birth;
    cold.entry = person.entry;
    cold.sex = person.sex;
    cold.education = person.education;
    cold.township_since = person.entry;
    cold.post_since = cold.tier_since = person.post_since.value_or(person.entry);
    result.level_since = person.level_since;
    if (donor != nullptr) {
        result.traits = donor->traits;
        result.traits.fading = 1;
        cold.channel = donor->channel;
        cold.field = donor->field;
        cold.native = donor->native;
        cold.last_exchange = donor->last_exchange;
    }
    cold.channel = person.channel.value_or(cold.channel);
    cold.field = person.field.value_or(cold.field);
    cold.native = person.native.value_or(cold.native);
    PayState& pay = result.pay;
    const int graded = of_entry.graded.since(person.entry + rules.probation_days);
    const int competent = graded - known_years_not_competent(person, graded);
    pay_for_years(pay, of_entry.pay, grades_at_entry(person.education), competent);
    if (person.step) pay.steps = static_cast<std::int16_t>(*person.step - 1);
    if (person.pay_grade) pay.grades = static_cast<std::int16_t>(bachelor_grade - *person.pay_grade);
    pay.rank = static_cast<std::int16_t>(person.rank.value_or(donor != nullptr ? donor->pay.rank : pay.rank));
    if (!person.pay_grade) end_at_top_of_band(pay, of_entry.pay, world.county.post_type(person.post));
    pay.rank_since =
        person.rank_since.value_or(std::max(person.entry, donor != nullptr ? donor->pay.rank_since : person.entry));
    pay.rank_credit = donor != nullptr ? donor->pay.rank_credit : 0.0f;
    const double extra = rules.extra_service_years[static_cast<std::size_t>(cold.channel)];
    const bool township = world.county.is_township(person.unit);
    const double lock = township ? rules.minimum_service_years + extra : 0.0;
    result.minimum_service_until = years_later(person.entry, lock);
    result.on_probation = rules.probation_days > 0 && person.entry + rules.probation_days > world.today();
    return result;
}

// Of a full start: who there is on the first day of a unit, drawn all at once.
struct Starters {
    std::vector<EntityKey> keys;
    std::vector<double> ability, tenure, age, entry_age;  // normal, uniform, uniform, uniform
    std::vector<AttributeLuck> luck;

    // `by_age`: see CountyPlan::start_ages.
    Starters(const World& world, EntityKey unit, int places, bool by_age) {
        const Draws& draws = world.draws;
        keys.reserve(static_cast<std::size_t>(places));
        for (int i = 0; i < places; ++i) {
            keys.push_back(combine(unit, static_cast<std::uint64_t>(i) | (std::uint64_t{1} << 40)));
        }
        for (std::vector<double>* drawn : {&ability, &tenure, &age, &entry_age}) drawn->resize(keys.size());
        if (world.traits_are_read) draws.normals(keys, {{}, +Purpose::latent_ability}, ability);
        if (by_age) {
            draws.uniforms(keys, {{}, +Purpose::start_attributes, 0, 1}, age);
            draws.uniforms(keys, {{}, +Purpose::start_attributes, 0, 2}, entry_age);
        } else {
            draws.uniforms(keys, {{}, +Purpose::start_attributes, 0, 0}, tenure);
        }
        luck = attribute_luck(world, keys);
    }
};

// Age at entry of a full start with given ages, see CountyPlan::start_ages.
double age_at_entry(const RecruitmentRules& rules, double age, double u) {
    const double middle = rules.entry_age[static_cast<std::size_t>(Channel::open_exam)];
    const double youngest = std::min(age, middle - rules.entry_age_spread);
    const double oldest = std::min(age, middle + rules.entry_age_spread);
    return youngest + (oldest - youngest) * u;
}

// A newcomer of today becomes one who entered `back` days ago.
void grow_older(County::Newcomer& person, std::int32_t back) {
    person.cold.entry = person.cold.entry - back;
    person.cold.birth = person.cold.birth - back;
    person.cold.township_since = person.cold.township_since - back;
    person.cold.tier_since = person.cold.post_since = person.cold.post_since - back / 3;
    person.minimum_service_until = person.minimum_service_until - back;
}

// Seats of a unit, the highest first.
std::vector<SeatId> seats_from_the_top(const County& county, UnitId unit) {
    std::vector<SeatId> seats;
    const std::uint32_t first = county.unit(unit).first_seat;
    for (std::uint32_t s = first; s < first + county.unit(unit).seat_count; ++s) seats.push_back(SeatId{s});
    const auto tier = [&county](SeatId seat) { return county.post_type(county.seat(seat).post).tier; };
    std::sort(seats.begin(), seats.end(),
              [&tier](SeatId a, SeatId b) { return tier(a) != tier(b) ? tier(a) > tier(b) : a.value < b.value; });
    return seats;
}

// What results on the roster say of excellent years; earlier ones are not known.
void recall_excellent_years(Record& record, std::size_t results_known) {
    constexpr int for_a_merit = 3;  // a run of these begins anew
    int since = 0, run = 0;
    const auto known = static_cast<int>(results_known);
    while (since < known && record.results[static_cast<std::size_t>(2 - since)] != Result::excellent) ++since;
    while (run < known && record.results[static_cast<std::size_t>(2 - run)] == Result::excellent) ++run;
    const int before = record.years_since_excellent;
    record.years_since_excellent = static_cast<std::uint8_t>(since < known ? since : std::max(since, before));
    record.excellent_run = static_cast<std::uint8_t>(run % for_a_merit);
}

}  // namespace

// Every place and seat is filled with newcomers; those with the longest service hold the highest seats.
void CountyRun::settle_full() {
    for (std::size_t u = 0; u < plan_.units.size(); ++u) fill_unit(UnitId{u});
    finish_settling();
}

void CountyRun::fill_unit(UnitId unit) {
    const RecruitmentRules& rules = rules_.recruitment.of(unit);
    const std::vector<SeatId> seats = seats_from_the_top(county_, unit);
    const int places = county_.unit(unit).places;
    const GradedYears graded(rules_.assessment.county_wide(), world_.today());
    const Starters starters(world_, county_.unit(unit).key, places, plan_.start_ages.has_value());
    county_.expect_newcomers(starters.keys.size());
    for (std::size_t i = 0; i < starters.keys.size(); ++i) {
        const double from_the_top = (static_cast<double>(i) + starters.tenure[i]) / places;
        double service = plan_.start_service_years * (1.0 - from_the_top);
        std::optional<double> age;
        if (plan_.start_ages) {
            const auto& [youngest, oldest] = *plan_.start_ages;
            age = youngest + (oldest - youngest) * starters.age[i];
            service = *age - age_at_entry(rules, *age, starters.entry_age[i]);
        }
        const auto back = static_cast<std::int32_t>(service * days_per_year);
        const Entrant entrant{unit, Channel::open_exam, starters.keys[i], static_cast<float>(starters.ability[i])};
        County::Newcomer person =
            newcomer(rules_.recruitment.of_entrant(unit, world_.today() - back), world_, entrant, starters.luck[i]);
        if (age) {
            const double at_entry = *age - service;
            person.cold.birth = world_.today() - static_cast<std::int32_t>(at_entry * days_per_year);
        }
        grow_older(person, back);
        const SeatId seat = i < seats.size() ? seats[i] : SeatId::none();
        const PostTypeId post = seat.exists() ? county_.seat(seat).post : county_.entry_post(unit);
        const PayRules& pay = rules_.pay.of(unit);
        if (pay.enabled) {
            const int years = graded.since(person.cold.entry + rules.probation_days);
            pay_for_years(person.pay, pay, grades_at_entry(person.cold.education), years);
            end_at_top_of_band(person.pay, pay, county_.post_type(post));
        }
        person.on_probation = person.on_probation && service * days_per_year < rules.probation_days && !seat.exists();
        settle(unit, person, seat);
    }
}

void CountyRun::settle(UnitId unit, const County::Newcomer& person, SeatId seat) {
    const PostTypeId post = seat.exists() ? county_.seat(seat).post : county_.entry_post(unit);
    const PersonId id = county_.settle(unit, person, post, seat);
    expect_ends_of_terms(rules_.recruitment.of_entrant(unit, person.cold.entry), world_, id);
}

void CountyRun::settle_roster(const DonorPool& donors) {
    std::vector<std::uint32_t> next_seat(plan_.units.size() * plan_.posts.size(), 0);
    county_.expect_newcomers(plan_.people.size());
    std::vector<AwayOnFirstDay> away;
    const RosterLuck luck(world_, plan_.people);
    const GradedYears graded(rules_.assessment.county_wide(), world_.today());
    for (std::size_t i = 0; i < plan_.people.size(); ++i) {
        const PersonPlan& person = plan_.people[i];
        const bool township = county_.is_township(person.unit);
        const PostType& post = county_.post_type(person.post);
        const double tenure = years_between(person.post_since.value_or(person.entry), county_.today());
        const double age = years_between(person.birth, county_.today());
        const Donor* donor = donors.match(draws_, luck.keys[i], donor_cell(township, post.tier, tenure, age));
        const RecruitmentRules& rules = rules_.recruitment.of_entrant(person.unit, person.entry);
        const RosterRules of_entry{rules, rules_.pay.of_entrant(person.unit, person.entry), graded};
        const County::Newcomer newcomer = from_roster(person, donor, of_entry, world_, luck, i);
        SeatId seat = SeatId::none();
        if (!post.is_entry()) {
            const Unit& unit = county_.unit(person.unit);
            std::uint32_t to_skip = next_seat[person.unit.value * plan_.posts.size() + person.post.value]++;
            for (std::uint32_t s = unit.first_seat; s < unit.first_seat + unit.seat_count && !seat.exists(); ++s) {
                if (county_.seats()[s].post == person.post && to_skip-- == 0) seat = SeatId{s};
            }
        }
        const PersonId id = county_.settle(person.unit, newcomer, person.post, seat);
        Record& record = county_.record(id);
        if (donor != nullptr) record = donor->record;
        std::ranges::copy(person.results, record.results.end() - std::ssize(person.results));
        if (!person.results.empty()) recall_excellent_years(record, person.results.size());
        expect_ends_of_terms(rules, world_, id);
        if (person.away) away.push_back({id, *person.away});
    }
    settle_stays(rules_.exchange, rules_.front_line, world_, away);
    finish_settling();
}

}  // namespace staffsim::engine
