// The annual calendar: seats are announced, exams held, candidates interviewed, recruits enter.
#include <algorithm>

#include "sim/processes/recruitment/recruitment.hpp"

namespace staffsim {

namespace {

// Sub-draws of Purpose::seat_condition.
enum class Condition : std::uint16_t { specialty, degree, local };

EntityKey place_key(const World& world, UnitId unit, std::size_t round, int ordinal) {
    const EntityKey year = combine(world.county.unit(unit).key, static_cast<std::uint64_t>(world.year()));
    return combine(year, static_cast<std::uint64_t>(ordinal) | (static_cast<std::uint64_t>(round) << 32));
}

Channel channel_of_seat(const RecruitmentRules& rules, const World& world, UnitId unit, EntityKey place) {
    if (!world.county.is_township(unit)) return Channel::open_exam;
    return static_cast<Channel>(category(rules.seats, world.draws.uniform({place, +Purpose::random_choice})));
}

bool is_approved(const RecruitmentRules& rules, const World& world, EntityKey place) {
    return world.draws.chance({place, +Purpose::approval, 0, 0}, rules.approved_share);
}

bool is_kept_back(const RecruitmentRules& rules, const World& world, UnitId unit, EntityKey place) {
    const double share = world.county.is_township(unit) ? 0.0 : rules.open_selection_share;
    return world.draws.chance({place, +Purpose::approval, 0, 1}, share);
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

void count_conditions(World& world, UnitId unit, const SeatConditions& conditions) {
    world.county.count(unit, Flow::seats_advertised);
    if (conditions.specialty) world.county.count(unit, Flow::specialty_seats);
    if (conditions.degree) world.county.count(unit, Flow::degree_seats);
    if (conditions.local) world.county.count(unit, Flow::local_seats);
}

int draw_applicants(const AdvertisedSeat& seat, double mean, const World& world) {
    const auto number = static_cast<int>(world.draws.poisson({seat.key, +Purpose::applicant_count}, mean));
    if (seat.channel != Channel::institution_staff) return number;
    return std::min(number, world.county.unit(seat.unit).institution_staff);  // of the own township
}

void promise(World& world, UnitId unit, int places) {
    world.county.set_approved_entrants(unit, world.county.unit(unit).approved_entrants + places);
}

// The seats of a round, taken out of a list.
template <class Seat>
std::vector<Seat> take_round(std::vector<Seat>& list, std::size_t round) {
    std::vector<Seat> taken, others;
    for (const Seat& seat : list) (seat.round == round ? taken : others).push_back(seat);
    list = std::move(others);
    return taken;
}

}  // namespace

void announce_seats(const RulesView<RecruitmentRules>& rules, const RulesView<PerformanceRules>& performance,
                    World& world, Intake& intake, std::size_t round) {
    intake.kept_back.resize(world.county.units().size());
    intake.not_approved.assign(world.county.units().size(), 0);
    for (std::size_t u = 0; u < world.county.units().size(); ++u) {
        const UnitId unit{u};
        // Applicants see the rules of those who would enter now.
        const RecruitmentRules& rule = rules.of_entrant(unit, world.today());
        const int empty =
            world.county.empty_places(unit) - world.county.unit(unit).approved_entrants - intake.kept_back[u];
        if (empty <= 0) continue;
        const double relative_pay =
            unit_relative_pay(world.county, unit)
                .value_or(world.county.is_township(unit) ? rule.pay_centre : rule.pay_centre_organs);
        for (int ordinal = 0; ordinal < empty; ++ordinal) {
            const EntityKey place = place_key(world, unit, round, ordinal);
            if (!is_approved(rule, world, place)) {
                ++intake.not_approved[u];
                continue;
            }
            if (is_kept_back(rule, world, unit, place)) {
                ++intake.kept_back[u];
                continue;
            }
            AdvertisedSeat seat{unit, channel_of_seat(rule, world, unit, place), {}};
            seat.key = combine(place, at(seat.channel));
            seat.conditions = conditions_of(rule, world, unit, seat.channel, place);
            seat.round = static_cast<std::uint8_t>(round);
            count_conditions(world, unit, seat.conditions);
            if (rule.seat_fill == SeatFill::applicants) {
                const double mean = mean_applicants(rule, performance.of(unit), world.county, unit, seat.channel,
                                                    seat.conditions, relative_pay);
                seat.applicants = draw_applicants(seat, mean, world);
                world.county.count(unit, Flow::applicants, seat.applicants);
                if (seat.applicants < seat.conditions.opening_ratio) {
                    world.county.count(unit, Flow::seats_cancelled);
                    world.county.count(unit, Flow::seats_unfilled);
                    continue;
                }
            }
            promise(world, unit, 1);
            intake.announced.push_back(seat);
        }
    }
}

void admit_entrants(const RulesView<RecruitmentRules>& rules, World& world, Intake& intake, std::size_t round) {
    for (const Entrant& entrant : take_round(intake.chosen, round)) {
        promise(world, entrant.unit, -1);
        const RecruitmentRules& rule = rules.of_entrant(entrant.unit, world.today());
        const double months = static_cast<double>(world.today() - entrant.interview) * 12.0 / days_per_year;
        const double stays = portable_exp(months * portable_log(1.0 - rule.withdrawal));
        if (!world.draws.chance({entrant.key, +Purpose::withdrawal}, stays)) {
            world.county.count(entrant.unit, Flow::withdrawals);
            world.county.count(entrant.unit, Flow::seats_unfilled);
            continue;
        }
        world.county.count(entrant.unit, Flow::seats_filled);
        admit(rule, world, entrant);
    }
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
            promise(world, seat.unit, -1);
            world.county.count(seat.unit, Flow::seats_unfilled);
        }
    }
}

}  // namespace staffsim
