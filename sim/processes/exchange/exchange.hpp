// Exchange between county organs and townships, and front-line exercise of outstanding young staff.
// Planned exchange, once a year: as secondment (the place stays at home, the chair is empty, the host gains hands) or
// as transfer (two people take each other's place for good). Who goes where is an optimal assignment with weights that
// a planner sets. Borrowing: county organs keep up a share of township staff informally, month by month. Rotation:
// office heads who have held their posts long exchange seats. Left out: lasting moves in one direction (open selection
// and competition do those), borrowing by units above the county.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "sim/levers/table.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

enum class ExchangeMode : std::uint8_t { secondment, transfer };
enum class ExchangeDirection : std::uint8_t { both, down, up };  // down: from county organs to townships

// What the plan weighs, in this order: need, skill, specialty, distance, years since the last move.
enum class ExchangeWeight : std::uint8_t { need, skill, specialty, distance, years_since_move };
inline constexpr std::size_t exchange_weight_count = 5;

struct ExchangeRules {
    ExchangeMode mode;
    ExchangeDirection direction;  // of secondments
    int pairs_per_year;           // people, when they go in one direction
    MonthDay day;
    double term_years, min_service_years, min_years_between, max_age;
    int max_away_per_unit;
    std::array<double, exchange_weight_count> weights;
    double learning_per_year, learning_ceiling;
    double family_burden;  // z per 10 km and year
    Money cost_per_year, transfer_cost;
    double borrowed_share;
    int borrowing_months;
    double borrowing_extension_share, borrowing_skill_preference;
    double rotation_years;  // 0 = no rotation
    Area rotation_area;     // unit or same_kind
};
const levers::Table<ExchangeRules>& exchange_levers();

using ByFrontLineKind = std::array<double, front_line_kind_count>;

struct FrontLineRules {
    ByFrontLineKind places, term_years, presence_at_home, learning_per_year;
    MonthDay day;
    double max_age, min_service_years;
    int excellent_within_years;
    double learning_ceiling;
    Money cost_per_year;
};
const levers::Table<FrontLineRules>& front_line_levers();

// The year's cycle: as many pairs (or people, in one direction) as are planned and as there are candidates for.
void plan_exchange(const RulesView<ExchangeRules>& rules, World& world);
// Full-time equivalents of the unit's staff that are elsewhere: exchange and borrowing count one each, the front line
// the working time spent there; the second line is nowhere else. The limit of people away per unit is a limit of these,
// and binds planned exchange alone.
double hands_away(const County& county, UnitId unit);

// Whom county organs ask next: the clerks of townships in an order of chance that prefers the skilled. It is drawn for
// each calendar year, and again when nobody is left in it or the preference is another one. Whoever may not be borrowed
// when the turn comes, or comes to a township afterwards, waits for the next order.
class BorrowingOrder {
  public:
    // The next `number` who may be borrowed until a day; fewer when there are no more.
    std::vector<PersonId> next(const ExchangeRules& rules, const World& world, Day until, std::size_t number);

  private:
    struct Turn {
        double wait;
        PersonId person;
        std::uint32_t generation;
    };
    static bool comes_later(const Turn& a, const Turn& b) {
        return a.wait != b.wait ? a.wait > b.wait : a.person > b.person;
    }
    void draw(const ExchangeRules& rules, const World& world, std::int32_t month);

    std::vector<Turn> turns_;  // a heap, the next in front
    std::int32_t year_ = std::numeric_limits<std::int32_t>::min();
    double preference_ = 0;
};

// Monthly: county organs borrow until the share is reached. Nobody is sent home for being too many; terms run out.
void keep_up_borrowing(const RulesView<ExchangeRules>& rules, World& world, BorrowingOrder& order);
// How many township staff county organs want to have borrowed, and have.
int borrowing_target(const ExchangeRules& rules, const County& county);
int number_borrowed(const County& county);

// On the day of exchange: office heads who are due exchange seats.
void rotate_heads(const RulesView<ExchangeRules>& rules, World& world);

// The year's front-line exercise: fills the places of each township that are free.
void plan_front_line(const RulesView<FrontLineRules>& rules, World& world);

// On the first day: people whom the roster has away. Who is on exchange sits in the units of the other kind that miss
// most; who is borrowed from a township, in such county organs. Staff of county organs are borrowed from above the
// county: absent, and no unit here gains hands, as when there is no unit of the other kind. Without an end the rules'
// term holds from the stay's beginning, as often as it takes to lie ahead.
struct AwayOnFirstDay {
    PersonId person;
    StayPlan stay;
};
void settle_stays(const RulesView<ExchangeRules>& exchange, const RulesView<FrontLineRules>& front_line, World& world,
                  const std::vector<AwayOnFirstDay>& away);

// The term is over: a borrowing may be extended; else home.
void end_assignment(const ExchangeRules& rules, World& world, PersonId person);
// What a stay that ends today leaves with a person who stays in service, by the days served, whether the term was over
// or not: skill, and years on the front line's record. Returns the burden on the family, z by which motivation falls.
double settle_stay(const ExchangeRules& exchange, const FrontLineRules& front_line, World& world, PersonId person,
                   const Stay& stay);

// --- money (paying.cpp)

// The home unit pays for the days of a stay from `from` on until the one before `until`. Borrowing is informal: nobody
// pays for it.
void pay_for_stay(const ExchangeRules& exchange, const FrontLineRules& front_line, County& county, const Stay& stay,
                  Day from, Day until);
// The same of everybody who is away. Looks at the members of units of which somebody is.
void pay_for_stays(const ExchangeRules& exchange, const FrontLineRules& front_line, County& county, Day from,
                   Day until);

}  // namespace staffsim
