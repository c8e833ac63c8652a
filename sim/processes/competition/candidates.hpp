// Who may take a seat, walked through without being written down.
#pragma once

#include "sim/model/fetch.hpp"
#include "sim/processes/competition/competition.hpp"

namespace staffsim {

// The day from which years count for posts of a ladder. Middle posts are titles inside a unit, below the statutory
// ladder: for leadership posts years at the present statutory level count, which heads of offices share with clerks.
constexpr Day PersonCold::*counted_since(Ladder ladder) {
    return is_leadership(ladder) ? &PersonCold::level_since : &PersonCold::tier_since;
}

// The conditions of a ladder on a day, with years turned into dates.
class Conditions {
  public:
    Conditions(const LadderRules& rules, Ladder ladder, const County& county);
    // But for years in townships. Without a branch for each: whom they exclude cannot be foreseen.
    bool are_met_by(const County& county, const PersonHot& hot, PersonId person) const {
        const bool is_free = !(is_out_of_the_running(hot) | (today_ < hot.sanction_until));
        if (!ask_for_dates_) return is_free;
        const PersonCold& cold = county.cold(person);
        return is_free & (cold.*since_ <= since_by_) & (cold.birth >= born_from_);
    }
    // All of them.
    bool are_all_met_by(const County& county, const PersonHot& hot, PersonId person) const {
        return are_met_by(county, hot, person) &&
               (!ask_for_townships_ || are_met_by_years_in_townships(county, person));
    }
    bool ask_for_townships() const { return ask_for_townships_; }
    bool are_met_by_years_in_townships(const County& county, PersonId person) const {
        return county.has_township_years(person, min_township_years_);
    }

  private:
    double min_township_years_;
    Day PersonCold::*since_;
    Day today_, since_by_, born_from_;
    bool ask_for_dates_, ask_for_townships_;
};

// For somebody from elsewhere, beside those who are to come already.
inline bool has_free_place(const Unit& unit) { return unit.places - unit.staff - unit.approved_entrants > 0; }

// Where candidates for a seat come from.
class Feeders {
  public:
    Feeders(const County& county, SeatId seat, Area area);
    // Whether somebody may come to the unit: of the area, and from another unit not inside the minimum service.
    bool may_come(const PersonHot& hot, PersonId person) const {
        const bool is_own = hot.unit == unit_.value;
        return in_area_.empty() ? is_own : (in_area_[hot.unit] != 0) & (is_own | !county_.is_locked(person));
    }
    // As many people as are visited, at most.
    std::size_t size() const;
    // visit(person, hot part, whether the person may come to the unit) for everybody whose post feeds that of the seat,
    // in no order that matters. Who comes from another unit must not be inside the minimum service.
    template <class Visit>
    [[gnu::always_inline]] void each(Visit&& visit) const {
        const PersonHot* const people = county_.people().data();
        const std::span<const std::uint8_t> feeds = county_.feeders_of(post_);
        if (in_area_.empty()) {
            for (const PersonId person : county_.unit(unit_).members) {
                const PersonHot& hot = people[person.value];
                if (feeds[hot.post] != 0) visit(person, hot, true);
            }
            return;
        }
        for (std::size_t post = 0; post < feeds.size(); ++post) {
            if (feeds[post] == 0) continue;
            const std::span<const std::uint32_t> holders = county_.holders_of(PostTypeId{post});
            for (std::size_t i = 0; i < holders.size(); ++i) {
                const PersonId person{holders[i]}, soon{ahead(holders, i)};
                fetch(county_.hot(soon), county_.cold(soon));
                const PersonHot& hot = people[person.value];
                const bool is_own = hot.unit == unit_.value;
                visit(person, hot, (in_area_[hot.unit] != 0) & (is_own | !county_.is_locked(person)));
            }
        }
    }

  private:
    const County& county_;
    PostTypeId post_;
    UnitId unit_;
    std::vector<char> in_area_;  // by unit; empty: the own unit alone
};

// Regime fixed_probabilities (strata.cpp): the post type that the present opening of a seat is filled from, by a draw
// of day and opening; none: from outside.
PostTypeId drawn_origin(const World& world, SeatId seat);
// Who may come from there: meets the conditions and has not moved today. In no order that matters.
std::vector<PersonId> who_may_come_from(PostTypeId origin, const LadderRules& rules, const County& county, SeatId seat,
                                        Area area);

// Who holds the level of an empty seat, but no seat, and may take it: of the own unit first, then of the area, whoever
// has been at the level longest; none where nobody is. The second line is past it, and a punishment is served first.
PersonId holder_without_seat(const County& county, SeatId seat, Area area);
// That person takes it: whoever appoints has decided on the post.
void take_seat_of_own_level(World& world, PersonId person, SeatId seat);

// Where a regime looks at what is known of everybody (service, results), the field need not be written down: how many
// are eligible, and the one whom it would choose.
struct Lead {
    std::size_t field = 0;
    PersonId leader;  // none: the field is empty
};
bool looks_at_what_is_known(Regime regime);
Lead lead(Regime regime, const CompetitionRules& rules, const LadderRules& ladder, const County& county, SeatId seat,
          Area area);

// Books whom merit helps to rise among those who lead: before `winner` is appointed to the seat.
void count_rise(World& world, SeatId seat, PersonId winner);

}  // namespace staffsim
