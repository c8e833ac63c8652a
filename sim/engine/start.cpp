// People of the first day: generated, or from the roster with what it does not say taken from the warm-up.

#include <algorithm>
#include <cmath>

#include "sim/engine/county_run.hpp"

namespace staffsim::engine {

namespace {

County::Newcomer from_roster(const PersonPlan& person, const Donor* donor, const RecruitmentRules& rules,
                             const World& world, bool township) {
    Entrant as_entrant{person.unit, person.channel.value_or(Channel::open_exam), entity_key(person.id),
                       static_cast<float>(world.draws.normal({entity_key(person.id), +Purpose::latent_ability}))};
    County::Newcomer result = newcomer(rules, world, as_entrant);
    PersonCold& cold = result.cold;
    cold.birth = person.birth;
    cold.entry = person.entry;
    cold.sex = person.sex;
    cold.education = person.education;
    cold.township_since = person.entry;
    cold.post_since = cold.tier_since = person.post_since.value_or(person.entry);
    if (donor != nullptr) {
        result.traits = donor->traits;
        cold.channel = donor->channel;
        cold.field = donor->field;
        cold.native = donor->native;
        cold.last_exchange = donor->last_exchange;
    }
    cold.channel = person.channel.value_or(cold.channel);
    cold.field = person.field.value_or(cold.field);
    cold.native = person.native.value_or(cold.native);
    const double service = years_between(person.entry, world.today());
    PayState& pay = result.pay;
    pay.steps = static_cast<std::int16_t>(person.step ? *person.step - 1 : static_cast<int>(service / 2.0));
    const int grade = grades_at_entry(person.education) + static_cast<int>(service / 5.0);
    pay.grades = static_cast<std::int16_t>(person.pay_grade ? bachelor_grade - *person.pay_grade : grade);
    pay.rank = static_cast<std::int16_t>(person.rank.value_or(donor != nullptr ? donor->pay.rank : pay.rank));
    pay.rank_since =
        person.rank_since.value_or(std::max(person.entry, donor != nullptr ? donor->pay.rank_since : person.entry));
    pay.rank_credit = donor != nullptr ? donor->pay.rank_credit : 0.0f;
    const double extra = rules.extra_service_years[static_cast<std::size_t>(cold.channel)];
    const double lock = township ? rules.minimum_service_years + extra : 0.0;
    result.minimum_service_until = person.entry + static_cast<std::int32_t>(lock * days_per_year + 0.5);
    result.on_probation = rules.probation_days > 0 && person.entry + rules.probation_days > world.today();
    return result;
}

// Ages of a full start, see CountyPlan::start_ages.
double draw_age(const Draws& draws, EntityKey key, const std::array<double, 2>& ages) {
    return ages[0] + (ages[1] - ages[0]) * draws.uniform({key, +Purpose::start_attributes, 0, 1});
}
double draw_entry_age(const Draws& draws, EntityKey key, const RecruitmentRules& rules, double age) {
    const double middle = rules.entry_age[static_cast<std::size_t>(Channel::open_exam)];
    const double youngest = std::min(age, middle - rules.entry_age_spread);
    const double oldest = std::min(age, middle + rules.entry_age_spread);
    return youngest + (oldest - youngest) * draws.uniform({key, +Purpose::start_attributes, 0, 2});
}

// A newcomer of today becomes one who entered `back` days ago.
void grow_older(County::Newcomer& person, double service, std::int32_t back) {
    person.cold.entry = person.cold.entry - back;
    person.cold.birth = person.cold.birth - back;
    person.cold.township_since = person.cold.township_since - back;
    person.cold.tier_since = person.cold.post_since = person.cold.post_since - back / 3;
    person.pay.steps = static_cast<std::int16_t>(service / 2.0);
    person.pay.grades =
        static_cast<std::int16_t>(grades_at_entry(person.cold.education) + static_cast<int>(service / 5.0));
    person.minimum_service_until = person.minimum_service_until - back;
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
    const double spread = plan_.start_service_years;
    for (std::size_t u = 0; u < plan_.units.size(); ++u) {
        const UnitId unit{u};
        const RecruitmentRules& rules = rules_.recruitment.of(unit);
        std::vector<std::uint32_t> seats;
        for (std::uint32_t s = 0; s < county_.unit(unit).seat_count; ++s)
            seats.push_back(county_.unit(unit).first_seat + s);
        std::sort(seats.begin(), seats.end(), [this](std::uint32_t a, std::uint32_t b) {
            const int left = county_.post_type(county_.seats()[a].post).tier,
                      right = county_.post_type(county_.seats()[b].post).tier;
            return left != right ? left > right : a < b;
        });
        const int places = county_.unit(unit).places;
        for (int i = 0; i < places; ++i) {
            const EntityKey key =
                combine(county_.unit(unit).key, static_cast<std::uint64_t>(i) | (std::uint64_t{1} << 40));
            const float ability = static_cast<float>(draws_.normal({key, +Purpose::latent_ability}));
            double service = spread * (1.0 - (i + draws_.uniform({key, +Purpose::start_attributes})) / places);
            std::optional<double> age_at_entry;
            if (plan_.start_ages) {
                const double age = draw_age(draws_, key, *plan_.start_ages);
                service = age - draw_entry_age(draws_, key, rules, age);
                age_at_entry = age - service;
            }
            const auto back = static_cast<std::int32_t>(service * days_per_year);
            County::Newcomer person = newcomer(rules_.recruitment.of_entrant(unit, world_.today() - back), world_,
                                               {unit, Channel::open_exam, key, ability});
            if (age_at_entry) {
                person.cold.birth = world_.today() - static_cast<std::int32_t>(*age_at_entry * days_per_year);
            }
            grow_older(person, service, back);
            const bool titled = static_cast<std::size_t>(i) < seats.size();
            const SeatId seat = titled ? SeatId{seats[static_cast<std::size_t>(i)]} : SeatId::none();
            person.on_probation = person.on_probation && service * days_per_year < rules.probation_days && !titled;
            const PersonId id =
                county_.settle(unit, person, titled ? county_.seat(seat).post : county_.entry_post(unit), seat);
            if (person.on_probation)
                requests_.about(world_.today() + rules.probation_days - back, EventKind::probation_end, county_, id);
            if (county_.is_locked(id))
                requests_.about(person.minimum_service_until, EventKind::minimum_service_end, county_, id);
        }
    }
    finish_settling();
}

void CountyRun::settle_roster(const DonorPool& donors) {
    std::vector<std::uint32_t> next_seat(plan_.units.size() * plan_.posts.size(), 0);
    for (const PersonPlan& person : plan_.people) {
        const bool township = county_.is_township(person.unit);
        const PostType& post = county_.post_type(person.post);
        const double tenure = years_between(person.post_since.value_or(person.entry), county_.today());
        const double age = years_between(person.birth, county_.today());
        const Donor* donor = donors.match(draws_, entity_key(person.id), donor_cell(township, post.tier, tenure, age));
        const RecruitmentRules& rules = rules_.recruitment.of_entrant(person.unit, person.entry);
        const County::Newcomer newcomer = from_roster(person, donor, rules, world_, township);
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
        for (std::size_t i = 0; i < person.results.size(); ++i) {
            record.results[3 - person.results.size() + i] = person.results[i];
        }
        if (!person.results.empty()) recall_excellent_years(record, person.results.size());
        if (newcomer.on_probation) {
            requests_.about(person.entry + rules.probation_days, EventKind::probation_end, county_, id);
        }
        if (county_.is_locked(id)) {
            requests_.about(newcomer.minimum_service_until, EventKind::minimum_service_end, county_, id);
        }
    }
    finish_settling();
}

}  // namespace staffsim::engine
