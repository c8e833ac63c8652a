#include "sim/measures/parts.hpp"

#include <algorithm>
#include <array>

#include "sim/measures/parts_tables.hpp"

namespace staffsim::measures {

namespace {

// Facts are read in the evening: what else happened to somebody on that day says nothing of a post or unit.
bool changes_post(Fact::Kind kind) {
    using enum Fact::Kind;
    return kind == appointed || kind == moved || kind == demoted || kind == trial_failed;
}

}  // namespace

PartsObserver::PartsObserver(const CountyPlan& plan, int years)
    : plan_(plan), cohort_ends_(parts_tables::ends_of_cohorts(year_of(plan.start), years)), ages_(plan.start) {
    for (const UnitPlan& unit : plan.units) is_township_.push_back(unit.kind == UnitKind::township);
    townships_only_ = std::ranges::find(is_township_, 1) != is_township_.end();
    // In the order of parts_of.
    const std::array counts{parts_tables::unit_types.size(),
                            plan.units.size(),
                            parts_tables::ladder_steps.size(),
                            parts_tables::ages.size(),
                            parts_tables::sexes.size(),
                            parts_tables::channels.size(),
                            cohort_ends_.size()};
    static_assert(counts.size() == dimension_count);
    std::size_t parts = 0;
    for (std::size_t d = 0; d < dimension_count; ++d) first_[d] = parts, parts += counts[d];
    sums_.resize(parts);
    events_.resize(parts);
    values_ = YearlyValues(part_measure_count, parts, static_cast<std::size_t>(years));
    for (std::size_t m = 0; m < part_measure_count; ++m) {
        if (static_cast<PartMeasure>(m) >= PartMeasure::empty_places) continue;  // not of every part
        for (Ratio& value : values_.of_outcome(m)) value.denominator = 1;
    }
}

PartsObserver::Ages::Ages(Day as_of) : day(as_of) {
    const CivilDate date = to_civil(day);
    for (std::size_t band = 0; band < parts_tables::age_ends.size(); ++band)
        latest_birth[band] = add_years(date, -(parts_tables::age_ends[band] + 1));
}

std::size_t PartsObserver::Ages::band_of(Day birth) const {
    std::size_t band = 0;
    for (const Day latest : latest_birth) band += birth <= latest;
    return band;
}

const PartsObserver::Ages& PartsObserver::ages_on(Day day) {
    if (ages_.day != day) ages_ = Ages(day);
    return ages_;
}

void PartsObserver::look_at_post(Known& known, const PersonHot& hot) const {
    known.unit = hot.unit;
    known.ladder = static_cast<std::uint8_t>(plan_.posts[hot.post].ladder);
}

void PartsObserver::look_at(PersonId person, const County& county) {
    if (person.value >= known_.size()) known_.resize(person.value + 1);
    Known& known = known_[person.value];
    known.is_there = county.hot(person).in_service;
    if (!known.is_there) return;
    const PersonCold& cold = county.cold(person);
    known.birth = cold.birth;
    known.sex = static_cast<std::uint8_t>(cold.sex);
    known.channel = static_cast<std::uint8_t>(cold.channel);
    const auto entered = std::ranges::lower_bound(cohort_ends_, year_of(cold.entry)) - cohort_ends_.begin();
    known.cohort = static_cast<std::uint8_t>(entered);
    look_at_post(known, county.hot(person));
}

void PartsObserver::add_one(std::int32_t Events::*what, const Known& person, const Ages& ages) {
    const auto count = [&](Dimension dimension, std::size_t at) { ++(events_[first(dimension) + at].*what); };
    count(Dimension::unit_type, is_township(person.unit) ? 0 : 1);
    count(Dimension::unit, person.unit);
    if (!is_broken_down(person.unit)) return;
    count(Dimension::tier, person.ladder);
    count(Dimension::age, ages.band_of(person.birth));
    count(Dimension::sex, person.sex);
    count(Dimension::channel, person.channel);
    count(Dimension::cohort, person.cohort);
}

void PartsObserver::on_start(const County& county) {
    for (std::size_t slot = 0; slot < county.people().size(); ++slot)
        look_at(PersonId{static_cast<std::uint32_t>(slot)}, county);
}

void PartsObserver::on_facts(std::span<const Fact> facts, const County& county) {
    for (const Fact& fact : facts) {
        const bool is_routine = fact.kind == Fact::Kind::assessed || fact.kind == Fact::Kind::trained;
        if (!is_routine && fact.person.exists()) handle(fact, county);
    }
}

void PartsObserver::handle(const Fact& fact, const County& county) {
    if (fact.person.value >= known_.size()) known_.resize(fact.person.value + 1);
    const Known before = known_[fact.person.value];
    if (fact.kind == Fact::Kind::left && before.is_there) {
        const Ages& ages = ages_on(fact.day);
        add_one(&Events::leavers, before, ages);
        if (static_cast<ExitCause>(fact.detail) == ExitCause::resignation) add_one(&Events::resignations, before, ages);
        known_[fact.person.value].is_there = false;
        return;
    }
    if (fact.kind == Fact::Kind::entered || !before.is_there) look_at(fact.person, county);
    Known& known = known_[fact.person.value];
    if (!changes_post(fact.kind) || !county.hot(fact.person).in_service) return;
    look_at_post(known, county.hot(fact.person));
    const bool is_lost = !fact.is_swap && is_township(before.unit) != is_township(known.unit);
    if (before.is_there && is_lost) add_one(&Events::leavers, before, ages_on(fact.day));
    if (fact.kind != Fact::Kind::appointed) return;
    const PostType& reached = plan_.posts[county.seat(fact.seat).post.value];
    if (reached.tier <= plan_.posts[fact.detail].tier) return;
    Known promoted = known;
    promoted.unit = fact.unit.value;
    promoted.ladder = static_cast<std::uint8_t>(reached.ladder);
    add_one(&Events::promotions, promoted, ages_on(fact.day));
}

void PartsObserver::on_year(std::size_t index, const County& county) {
    count_people(county);
    write_people();
    write_events();
    write_empty_places(county.tally());
    write_channels(county.tally());
    year_ = std::min(index + 1, values_.year_count() - 1);
}

// By unit type not yet: that is the sum over its units.
void PartsObserver::count_people(const County& county) {
    const Ages& ages = ages_on(county.today());
    known_.resize(std::max(known_.size(), county.people().size()));
    std::ranges::fill(sums_, Sum{});
    quality_ = {};
    const auto sums_by = [this](Dimension dimension) { return sums_.data() + first(dimension); };
    Sum *const by_unit = sums_by(Dimension::unit), *const by_ladder = sums_by(Dimension::tier),
               *const by_age = sums_by(Dimension::age), *const by_sex = sums_by(Dimension::sex),
               *const by_channel = sums_by(Dimension::channel), *const by_cohort = sums_by(Dimension::cohort);
    for (std::size_t slot = 0; slot < county.people().size(); ++slot) {
        const PersonHot& hot = county.people()[slot];
        if (!hot.in_service) continue;
        Known& known = known_[slot];
        if (!known.is_there) look_at(PersonId{slot}, county);
        look_at_post(known, hot);
        const std::int64_t fen = county.pay(PersonId{slot}).monthly.fen;
        by_unit[known.unit].add(fen);
        if (!is_broken_down(known.unit)) continue;
        by_ladder[known.ladder].add(fen);
        by_age[ages.band_of(known.birth)].add(fen);
        by_sex[known.sex].add(fen);
        by_channel[known.channel].add(fen);
        Quality& quality = quality_[known.channel];
        const Record& record = county.record(PersonId{slot});
        quality.skill += static_cast<double>(county.traits(PersonId{slot}).mean_skill());
        quality.performance += static_cast<double>(record.performance);  // 0 before the first assessment
        quality.assessed += record.all_years > 0;
        by_cohort[known.cohort].add(fen);
    }
}

void PartsObserver::write_people() {
    Sum* const by_type = sums_.data() + first(Dimension::unit_type);
    for (std::uint32_t u = 0; u < is_township_.size(); ++u) {
        const Sum& unit = sums_[first(Dimension::unit) + u];
        Sum& type = by_type[is_township(u) ? 0 : 1];
        type.staff += unit.staff, type.fen += unit.fen;
    }
    for (std::size_t part = 0; part < sums_.size(); ++part) {
        cell(PartMeasure::staff, part).numerator = static_cast<double>(sums_[part].staff);
        cell(PartMeasure::pay, part).numerator = static_cast<double>(12 * sums_[part].fen) / 1e6;
    }
}

void PartsObserver::write_events() {
    for (std::size_t part = 0; part < events_.size(); ++part) {
        cell(PartMeasure::leavers, part).numerator = events_[part].leavers;
        cell(PartMeasure::resignations, part).numerator = events_[part].resignations;
        cell(PartMeasure::promotions, part).numerator = events_[part].promotions;
    }
    std::ranges::fill(events_, Events{});
}

void PartsObserver::write_empty_places(const YearTally& tally) {
    for (std::uint32_t u = 0; u < is_township_.size(); ++u) {
        const Ratio empty{static_cast<double>(tally.empty_place_days[u]), static_cast<double>(tally.days)};
        const std::size_t type = is_township(u) ? 0 : 1;
        cell(PartMeasure::empty_places, first(Dimension::unit) + u) = empty;
        Ratio& of_type = cell(PartMeasure::empty_places, first(Dimension::unit_type) + type);
        of_type = {of_type.numerator + empty.numerator, empty.denominator};
    }
}

void PartsObserver::write_channels(const YearTally& tally) {
    for (std::size_t channel = 0; channel < channel_count; ++channel) {
        const std::size_t part = first(Dimension::channel) + channel;
        const auto seats = [&](Flow flow) {
            std::int64_t sum = 0;
            for (std::uint32_t u = 0; u < is_township_.size(); ++u) {
                if (is_broken_down(u)) sum += tally.seats[u].of(channel, flow);
            }
            return static_cast<double>(sum);
        };
        const double offered = seats(Flow::seats_advertised);
        const Quality& quality = quality_[channel];
        cell(PartMeasure::seats_offered, part) = {offered, 1};
        cell(PartMeasure::seats_filled, part) = {seats(Flow::seats_filled), 1};
        cell(PartMeasure::applicants_per_seat, part) = {seats(Flow::applicants), offered};
        cell(PartMeasure::skill, part) = {quality.skill, static_cast<double>(sums_[part].staff)};
        cell(PartMeasure::performance, part) = {quality.performance, static_cast<double>(quality.assessed)};
    }
}

}  // namespace staffsim::measures
