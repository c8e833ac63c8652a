#include "sim/model/county.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <type_traits>
#include <utility>

namespace staffsim {

namespace {

// As many rows of zeros. Row by row: of a whole table processors are asked to fill bytes one by one, and so they are of
// a long row whose size the compiler knows.
template <class Row>
void clear_rows(std::vector<Row>& rows, std::size_t count) {
    static_assert(std::is_trivially_copyable_v<Row>);
    rows.resize(count);
    std::size_t bytes = sizeof(Row);
    if constexpr (sizeof(Row) > 64) asm("" : "+r"(bytes));  // unknown from here on
    for (Row& row : rows) std::memset(static_cast<void*>(&row), 0, bytes);
}

}  // namespace

void YearTally::reset(std::size_t units, std::size_t tier_count) {
    tiers = tier_count;
    const std::size_t cells = units * tier_count;
    clear_rows(flows, units);
    if (has_stocks || stocks.size() != units) clear_rows(stocks, units);
    has_stocks = false;
    clear_rows(exposure, cells);
    empty_place_days.assign(units, 0);
    empty_seat_days.assign(units, 0);
    opening_days.assign(units, 0);
    hand_days.assign(units, 0);
    training_days.assign(units, 0);
    opening_staff.assign(cells, 0);
    joined.assign(cells, 0);
    departed.assign(cells, 0);
    days = 0;
    clear_rows(one_off_fen, units);
    seats.assign(units, {});
    service.assign(units, {});
    chains = {};
}

County::County(const CountyPlan& plan, Day start) : plan_(&plan), outside_as_of_(start), settled_until_(start) {
    begin_day(start);
    for (const PostType& post : plan.posts) {
        tiers_ = std::max(tiers_, static_cast<std::size_t>(post.tier) + 1);
    }
    for (std::size_t post = 0; post < plan.posts.size(); ++post) {
        if (plan.posts[post].is_entry()) {
            entry_post_[static_cast<std::size_t>(plan.posts[post].unit_kind)] = PostTypeId{post};
        }
    }
    feeds_.resize(plan.posts.size() * plan.posts.size());
    for (std::size_t to = 0; to < plan.posts.size(); ++to) {
        for (const PostTypeId from : plan.posts[to].feeders) feeds_[to * plan.posts.size() + from.value] = 1;
    }
    const EntityKey county_key = entity_key(plan.id);
    units_.resize(plan.units.size());
    for (std::size_t u = 0; u < units_.size(); ++u) {
        const UnitPlan& paper = plan.units[u];
        units_[u].places = paper.places;
        units_[u].members.reserve(static_cast<std::size_t>(paper.places) + 1);
        units_[u].institution_staff = paper.institution_staff;
        units_[u].key = combine(county_key, entity_key(paper.id));
        units_[u].first_seat = static_cast<std::uint32_t>(seats_.size());
        for (std::size_t post = 0; post < plan.posts.size(); ++post) {
            const int quota = post < paper.quota.size() ? paper.quota[post] : 0;
            if (quota == 0) continue;  // most posts are not of most units
            const EntityKey post_key = combine(units_[u].key, entity_key(plan.posts[post].id));
            for (int ordinal = 0; ordinal < quota; ++ordinal) {
                seats_.push_back({UnitId{u}, PostTypeId{post}, combine(post_key, static_cast<std::uint64_t>(ordinal)),
                                  PersonId::none(), OpeningId::none(), start});
            }
        }
        units_[u].seat_count = static_cast<std::uint32_t>(seats_.size()) - units_[u].first_seat;
    }
    reserve_slots(plan);
    holders_ = kernel::EntityLists(plan.posts.size(), hot_.capacity());
    without_seat_ = kernel::EntityLists(plan.posts.size());
    ledgers_.resize(units_.size() * tiers_);
    tally_.reset(units_.size(), tiers_);
    tally_.year = year_of(start);
}

void County::reserve_slots(const CountyPlan& plan) {
    std::size_t people = plan.people.size();
    for (const Unit& unit : units_) people += static_cast<std::size_t>(unit.places);
    hot_.reserve(people);
    keys_.reserve(people);
    retirement_.reserve(people);
    cold_.reserve(people);
    traits_.reserve(people);
    pay_.reserve(people);
    leaving_.reserve(people);
    leaving_factors_.reserve(people);
    files_.reserve(people);
    presence_.reserve(people);
    member_index_.reserve(people);
}

double County::township_years_by(PersonId id, Day day) const {
    const bool there_now = is_township(UnitId{hot_[id.value].unit});
    const double now = there_now ? years_between(cold_[id.value].township_since, day) : 0.0;
    return static_cast<double>(cold_[id.value].township_years) + now;
}

int County::empty_places(UnitId id) const { return std::max(0, units_[id.value].places - units_[id.value].staff); }

void County::open_initial_vacancies() {
    for (std::size_t s = 0; s < seats_.size(); ++s) {
        if (!seats_[s].holder.exists()) open_seat(SeatId{s}, OpeningId::none());
    }
    for (std::size_t u = 0; u < units_.size(); ++u) {
        for (int place = empty_places(UnitId{u}); place > 0; --place) open_place(UnitId{u}, OpeningId::none());
    }
}

// --- ledgers

// Days are booked when all ledgers are settled, for what there is then; whatever changes in between is booked
// beforehand with the days before it. So a change touches only what it changes, and nobody looks at how long the rest
// has lasted.

void County::settle_cell(std::size_t cell, std::int64_t days) {
    const Ledger& ledger = ledgers_[cell];
    Exposure& exposure = tally_.exposure[cell];
    exposure.person_days += days * ledger.people.persons;
    if (!has_payroll_) return;
    for (std::size_t c = 0; c < pay_component_count; ++c) exposure.pay_milli_fen[c] += days * ledger.rate[c];
    exposure.pay_total_milli_fen += days * ledger.total_rate;
}

void County::settle_ledgers(Day until) {
    begin_day(until);
    const std::int64_t days = days_unsettled();
    settled_until_ = until;
    for (std::size_t cell = 0; cell < ledgers_.size(); ++cell) settle_cell(cell, days);
    for (std::size_t u = 0; u < units_.size(); ++u) {
        tally_.empty_place_days[u] += days * empty_places(UnitId{u});
        tally_.empty_seat_days[u] += days * units_[u].empty_leadership;
        tally_.opening_days[u] += units_[u].openings.book(until);
        tally_.hand_days[u] += static_cast<double>(days) * units_[u].present;
        book_training_days(UnitId{u});
    }
    tally_.days = until - year_began_;
}

void County::begin_year(std::int32_t year) {
    tally_.reset(units_.size(), tiers_);
    tally_.year = year;
    year_began_ = today_;
    for (std::size_t cell = 0; cell < ledgers_.size(); ++cell)
        tally_.opening_staff[cell] = ledgers_[cell].people.persons;
}

// Adds (+1) or takes away (-1) a person and the person's pay in the cell where the person stands.
void County::change_cell_person(PersonId id, int sign) {
    const std::size_t cell = cell_of(id);
    Ledger& ledger = ledgers_[cell];
    Exposure& exposure = tally_.exposure[cell];
    const PersonCold& cold = cold_[id.value];
    CellPeople& people = ledger.people;
    const std::int64_t days = sign * days_unsettled();
    exposure.person_days -= days;
    people.persons += sign;
    people.women += cold.sex == Sex::female ? sign : 0;
    people.degree += cold.education >= Education::bachelor ? sign : 0;
    people.native += cold.native ? sign : 0;
    people.birth_days += sign * cold.birth.value;
    (sign > 0 ? tally_.joined : tally_.departed)[cell] += 1;
    const PayState& pay = pay_[id.value];
    constexpr std::array<DailyRate, pay_component_count> nothing{};
    if (!has_payroll_ || pay.rate == nothing) return;  // of newcomers
    people.monthly_pay_fen += sign * pay.monthly.fen;
    std::int64_t total = 0;
    for (std::size_t c = 0; c < pay_component_count; ++c) {
        const std::int64_t rate = pay.rate[c].milli_fen;
        ledger.rate[c] += sign * rate;
        exposure.pay_milli_fen[c] -= days * rate;
        total += rate;
    }
    ledger.total_rate += sign * total;
    exposure.pay_total_milli_fen -= days * total;
}

void County::set_pay(PersonId id, const std::array<DailyRate, pay_component_count>& rate, Money monthly, Money outside,
                     float relative) {
    PayState& pay = pay_[id.value];
    const std::size_t cell = cell_of(id);
    Ledger& ledger = ledgers_[cell];
    has_payroll_ = true;
    ledger.people.monthly_pay_fen += monthly.fen - pay.monthly.fen;
    pay.monthly = monthly;
    pay.outside = outside;
    pay.relative = relative;
    if (rate == pay.rate) return;
    Exposure& exposure = tally_.exposure[cell];
    const std::int64_t days = days_unsettled();
    std::int64_t total = 0;
    for (std::size_t c = 0; c < pay_component_count; ++c) {
        const std::int64_t change = std::int64_t{rate[c].milli_fen} - pay.rate[c].milli_fen;
        ledger.rate[c] += change;
        exposure.pay_milli_fen[c] -= days * change;
        total += change;
    }
    ledger.total_rate += total;
    exposure.pay_total_milli_fen -= days * total;
    pay.rate = rate;
}

}  // namespace staffsim
