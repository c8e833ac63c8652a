// Counties small enough to be worked by hand: a career of four tiers in townships (clerk, office head, deputy, chief)
// and of two in county organs, with people who are what a test says and nothing else.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/model/county.hpp"

namespace staffsim::tiny {

// Post types, by their place in posts().
inline constexpr std::size_t clerk = 0, head = 1, deputy = 2, chief = 3, organ_clerk = 4, organ_deputy = 5;

inline PostType post(std::string id, UnitKind kind, int tier, Ladder ladder, Area area,
                     std::vector<std::size_t> feeders, double pay_level) {
    PostType type;
    type.id = type.title = std::move(id);
    type.label = {type.id, type.id};
    type.unit_kind = kind;
    type.tier = tier;
    type.ladder = ladder;
    type.area = area;
    for (const std::size_t feeder : feeders) type.feeders.push_back(PostTypeId{feeder});
    type.pay_level = pay_level;
    return type;
}

inline std::vector<PostType> posts() {
    using enum UnitKind;
    return {post("clerk", township, 0, Ladder::entry, Area::unit, {}, 0),
            post("head", township, 1, Ladder::middle, Area::unit, {clerk}, 0.5),
            post("deputy", township, 2, Ladder::deputy, Area::same_kind, {head}, 1),
            post("chief", township, 3, Ladder::chief, Area::county, {deputy, organ_deputy}, 2),
            post("organ_clerk", county_organ, 0, Ladder::entry, Area::unit, {}, 0),
            post("organ_deputy", county_organ, 2, Ladder::deputy, Area::county, {organ_clerk, head}, 1)};
}

inline UnitPlan township(std::string id, int places, int heads = 0, int deputies = 0, int chiefs = 0) {
    UnitPlan unit;
    unit.id = std::move(id);
    unit.label = {unit.id, unit.id};
    unit.kind = UnitKind::township;
    unit.places = places;
    unit.quota = {0, heads, deputies, chiefs, 0, 0};
    unit.residents = 20000;
    unit.km_to_seat = 30;
    return unit;
}

inline UnitPlan organ(std::string id, int places, int deputies = 0) {
    UnitPlan unit = township(std::move(id), places);
    unit.kind = UnitKind::county_organ;
    unit.quota = {0, 0, 0, 0, 0, deputies};
    unit.km_to_seat = 0;
    return unit;
}

inline Day day(std::int32_t year, std::int32_t month, std::int32_t day_of_month) {
    return to_day({year, month, day_of_month});
}

// Somebody of the first day, a man of 35 with twelve years of service unless told otherwise.
struct Someone {
    std::string id;
    std::size_t post = clerk;
    Day birth = day(1990, 7, 1);
    Day entry = day(2013, 9, 15);
    Day tier_since = day(2013, 9, 15);
    Sex sex = Sex::male;
    Day minimum_service_until = day(2018, 9, 15);
    bool on_probation = false;
    float ability = 0;
};

// A county on paper and alive. Not copied: the living county refers to the paper.
class TinyCounty {
  public:
    explicit TinyCounty(std::vector<UnitPlan> units, Day start = day(2026, 1, 1),
                        std::vector<PostType> post_types = posts())
        : plan{.id = "tiny", .start = start, .posts = std::move(post_types), .units = std::move(units), .people = {}},
          county(plan, start) {}
    TinyCounty(const TinyCounty&) = delete;
    TinyCounty& operator=(const TinyCounty&) = delete;

    static County::Newcomer newcomer(const Someone& who) {
        County::Newcomer person;
        person.cold.key = entity_key(who.id);
        person.cold.birth = who.birth;
        person.cold.entry = person.cold.township_since = who.entry;
        person.cold.post_since = person.cold.tier_since = who.tier_since;
        person.retirement = day(2100, 1, 1);
        person.cold.sex = who.sex;
        person.traits.ability = who.ability;
        person.pay.rank = 2;
        person.pay.rank_since = who.entry;
        person.minimum_service_until = who.minimum_service_until;
        person.on_probation = who.on_probation;
        return person;
    }

    // Settles somebody; titled posts take the first free seat of the unit.
    PersonId settle(std::size_t unit, const Someone& who) {
        const bool titled = !plan.posts[who.post].is_entry();
        const SeatId seat = titled ? free_seat(unit, who.post) : SeatId::none();
        return county.settle(UnitId{unit}, newcomer(who), PostTypeId{who.post}, seat);
    }

    // Opens what is empty and starts the books, as a run does after the first day.
    void open() {
        county.open_initial_vacancies();
        new_openings();
        touched();
        county.settle_ledgers(county.today());
        county.begin_year(year_of(county.today()));
    }

    // What has gathered since the last call.
    std::vector<OpeningId> new_openings() {
        std::vector<OpeningId> taken;
        county.hand_out_new_openings([&](OpeningId opening) { taken.push_back(opening); });
        return taken;
    }
    std::vector<PersonId> touched() {
        std::vector<PersonId> taken;
        county.take_touched(taken);
        return taken;
    }

    std::vector<PersonId> stirred() {
        std::vector<PersonId> taken;
        county.take_stirred(taken);
        return taken;
    }

    SeatId seat(std::size_t unit, std::size_t post_type, int ordinal = 0) const {
        for (std::size_t s = 0; s < county.seats().size(); ++s) {
            const Seat& found = county.seats()[s];
            if (found.unit == UnitId{unit} && found.post == PostTypeId{post_type} && ordinal-- == 0) return SeatId{s};
        }
        return SeatId::none();
    }
    SeatId free_seat(std::size_t unit, std::size_t post_type) const {
        for (int ordinal = 0;; ++ordinal) {
            const SeatId found = seat(unit, post_type, ordinal);
            if (!found.exists() || !county.seat(found).holder.exists()) return found;
        }
    }

    std::int64_t flow(Flow which) const {
        std::int64_t sum = 0;
        for (const auto& cell : county.tally().flows) sum += cell[static_cast<std::size_t>(which)];
        return sum;
    }

    CountyPlan plan;
    County county;
};

// County with one township whose career is filled from top to bottom: chief, deputy, head, clerk; 4 places.
struct Ladder4 : TinyCounty {
    Ladder4() : TinyCounty({township("T01", 4, 1, 1, 1)}) {
        chief_person = settle(0, {.id = "chief", .post = chief});
        deputy_person = settle(0, {.id = "deputy", .post = deputy});
        head_person = settle(0, {.id = "head", .post = head});
        clerk_person = settle(0, {.id = "clerk"});
        open();
    }
    PersonId chief_person, deputy_person, head_person, clerk_person;
};

}  // namespace staffsim::tiny
