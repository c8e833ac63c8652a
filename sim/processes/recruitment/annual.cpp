// The annual calendar: seats are announced, exams held, candidates interviewed, recruits enter.
#include <algorithm>
#include <limits>
#include <utility>

#include "sim/processes/recruitment/places.hpp"

namespace staffsim {

namespace {

// Sub-draws of Purpose::seat_condition.
enum class Condition : std::uint16_t { specialty, degree, local };

EntityKey place_key(const World& world, UnitId unit, RoundOf of, int ordinal) {
    const EntityKey year = combine(world.county.unit(unit).key, static_cast<std::uint64_t>(of.year));
    return combine(year, static_cast<std::uint64_t>(ordinal) | (static_cast<std::uint64_t>(of.round) << 32));
}

// Serving grassroots staff are recruited for what they do already; only graduates are asked for a field of study.
bool is_for_graduates(Channel channel) {
    return channel != Channel::institution_staff && channel != Channel::village_cadre;
}

SeatConditions conditions_of(const RecruitmentRules& rules, const World& world, UnitId unit, Channel channel,
                             EntityKey place) {
    const auto holds = [&](Condition condition, double share) {
        return world.draws.chance({place, +Purpose::seat_condition, 0, static_cast<std::uint16_t>(condition)}, share);
    };
    const bool township = world.county.is_township(unit);
    const bool relaxed = township && world.county.plan().units[unit.value].remote_class >= rules.relaxed_from_class;
    SeatConditions conditions;
    conditions.specialty = is_for_graduates(channel) && holds(Condition::specialty, rules.specialty_share);
    conditions.degree = township && !(relaxed && rules.relaxed_degree) && holds(Condition::degree, rules.degree_share);
    conditions.local = township && holds(Condition::local, relaxed ? rules.relaxed_local_share : rules.local_share);
    conditions.opening_ratio = relaxed ? rules.relaxed_opening_ratio : rules.opening_ratio;
    return conditions;
}

void count_conditions(World& world, UnitId unit, Channel channel, const SeatConditions& conditions) {
    world.county.count_seats(unit, channel, Flow::seats_advertised);
    if (conditions.specialty) world.county.count(unit, Flow::specialty_seats);
    if (conditions.degree) world.county.count(unit, Flow::degree_seats);
    if (conditions.local) world.county.count(unit, Flow::local_seats);
}

void promise(World& world, UnitId unit, int places) {
    world.county.set_approved_entrants(unit, world.county.unit(unit).approved_entrants + places);
}

// Nobody will come for a place that was promised. A unit that recruits continuously by now asks for it anew.
void release(const RulesView<RecruitmentRules>& rules, World& world, Intake& intake, UnitId unit) {
    world.county.count(unit, Flow::seats_unfilled);
    ++intake.places_of(unit).came_to_nothing;
    promise(world, unit, -1);
    const RecruitmentRules& rule = rules.of(unit);
    if (rule.mode == RecruitmentMode::continuous) call_recruit(rule, world, intake, unit);
}

// The seats of a round, taken out of a list.
template <class Seat>
std::vector<Seat> take_round(std::vector<Seat>& list, std::size_t round) {
    std::vector<Seat> taken, others;
    for (const Seat& seat : list) (seat.round == round ? taken : others).push_back(seat);
    list = std::move(others);
    return taken;
}

// The empty places of one unit in a round of the annual calendar.
class Announcement {
  public:
    Announcement(const RecruitmentRules& rules, const PerformanceRules& performance, World& world, Intake& intake,
                 UnitId unit, RoundOf of)
        : rules_(rules),
          performance_(performance),
          world_(world),
          intake_(intake),
          unit_(unit),
          of_(of),
          relative_pay_(unit_relative_pay(world.county, unit)
                            .value_or(world.county.is_township(unit) ? rules.pay_centre : rules.pay_centre_organs)) {}

    // Places of whose approval nothing is known yet are decided on; those that came to nothing stay approved.
    void announce(int places) {
        YearsPlaces& of_year = intake_.places_of(unit_);
        const int again = std::exchange(of_year.came_to_nothing, 0);
        for (int ordinal = 0; ordinal < places; ++ordinal) {
            const EntityKey place = place_key(world_, unit_, of_, ordinal);
            if (ordinal >= again && !is_approved(rules_, world_, place)) {
                ++of_year.not_approved;
            } else if (ordinal >= again && is_kept_back(rules_, world_, unit_, place)) {
                ++of_year.kept_back;
            } else {
                advertise(place);
            }
        }
    }

  private:
    void advertise(EntityKey place) {
        AdvertisedSeat seat{unit_, channel_of_seat(rules_, world_, unit_, place), {}};
        seat.key = combine(place, at(seat.channel));
        seat.conditions = conditions_of(rules_, world_, unit_, seat.channel, place);
        seat.round = static_cast<std::uint8_t>(of_.round);
        count_conditions(world_, unit_, seat.channel, seat.conditions);
        if (!finds_applicants(seat)) {
            world_.county.count(unit_, Flow::seats_cancelled);
            world_.county.count(unit_, Flow::seats_unfilled);
            ++intake_.places_of(unit_).came_to_nothing;
            return;
        }
        promise(world_, unit_, 1);
        intake_.announced.push_back(seat);
    }

    // As many as the opening ratio asks for. Institution staff apply in their own township, each for one seat.
    bool finds_applicants(AdvertisedSeat& seat) {
        const int most = seat.channel == Channel::institution_staff ? institution_staff_left(world_, intake_, unit_)
                                                                    : std::numeric_limits<int>::max();
        if (rules_.seat_fill == SeatFill::fixed) return most > 0;
        const double mean =
            mean_applicants(rules_, performance_, world_.county, unit_, seat.channel, seat.conditions, relative_pay_);
        const double drawn = world_.draws.poisson({seat.key, +Purpose::applicant_count}, mean);
        seat.applicants = std::max(0, std::min(static_cast<int>(drawn), most));
        world_.county.count_seats(unit_, seat.channel, Flow::applicants, seat.applicants);
        return seat.applicants >= seat.conditions.opening_ratio;
    }

    const RecruitmentRules& rules_;
    const PerformanceRules& performance_;
    World& world_;
    Intake& intake_;
    UnitId unit_;
    RoundOf of_;
    double relative_pay_;
};

}  // namespace

void announce_seats(const RulesView<RecruitmentRules>& rules, const RulesView<PerformanceRules>& performance,
                    World& world, Intake& intake, RoundOf of) {
    for (std::size_t u = 0; u < world.county.units().size(); ++u) {
        const UnitId unit{u};
        YearsPlaces& of_year = intake.places_of(unit);
        if (of.round == 0) {  // the plan of a new year
            of_year.year = world.year();
            of_year.not_approved = of_year.came_to_nothing = 0;
        }
        const int empty =
            world.county.empty_places(unit) - world.county.unit(unit).approved_entrants - of_year.kept_back;
        const int to_decide = empty - std::min(empty, of_year.not_approved);
        if (to_decide <= 0) continue;
        // Applicants see the rules of those who would enter now.
        const RecruitmentRules& rule = rules.of_entrant(unit, world.today());
        Announcement(rule, performance.of(unit), world, intake, unit, of).announce(to_decide);
    }
}

bool admit_entrants(const RulesView<RecruitmentRules>& rules, World& world, Intake& intake, std::size_t round) {
    bool any = false;
    for (const Entrant& entrant : take_round(intake.chosen, round)) {
        const RecruitmentRules& rule = rules.of_entrant(entrant.unit, world.today());
        const double months = static_cast<double>(world.today() - entrant.interview) * 12.0 / days_per_year;
        const double stays = portable_exp(months * portable_log(1.0 - rule.withdrawal));
        if (!world.draws.chance({entrant.key, +Purpose::withdrawal}, stays)) {
            world.county.count(entrant.unit, Flow::withdrawals);
            release(rules, world, intake, entrant.unit);
            continue;
        }
        promise(world, entrant.unit, -1);
        world.county.count_seats(entrant.unit, entrant.channel, Flow::seats_filled);
        admit(rule, world, entrant);
        any = true;
    }
    return any;
}

void hold_exams(const RulesView<RecruitmentRules>& rules, World& world, Intake& intake, std::size_t round) {
    for (AdvertisedSeat& seat : take_round(intake.announced, round)) {
        world.county.spend(seat.unit, OneOff::recruitment, rules.of_entrant(seat.unit, world.today()).cost_per_seat);
        seat.shortlist = best_three(world.draws, seat.key, seat.applicants);
        intake.examined.push_back(seat);
    }
}

void hold_interviews(const RulesView<RecruitmentRules>& rules, const RulesView<PerformanceRules>& performance,
                     World& world, Intake& intake, std::size_t round) {
    for (const AdvertisedSeat& seat : take_round(intake.examined, round)) {
        const auto entrant = choose(rules.of_entrant(seat.unit, world.today()), performance.of(seat.unit), world, seat);
        if (entrant) {
            intake.chosen.push_back(*entrant);
        } else {
            release(rules, world, intake, seat.unit);
        }
    }
}

}  // namespace staffsim
