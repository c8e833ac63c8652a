#include "sim/processes/exchange/plan.hpp"

#include <algorithm>

#include "sim/kernel/assignment.hpp"
#include "sim/processes/shared/calendar_years.hpp"

namespace staffsim {

namespace {

constexpr double cost_scale = 1e6;
constexpr std::int64_t tie_bits = 1 << 12;
constexpr double most_years_since_move = 10;

// Whoever keeps a level without a seat would lose it in a clerk's place.
bool may_transfer(const County& county, PersonId person) {
    const PersonHot& hot = county.hot(person);
    return PostTypeId{hot.post} == county.entry_post(UnitId{hot.unit}) && !county.is_locked(person);
}

// Who may be sent today from one kind of unit; years turned into days.
class ExchangeConditions {
  public:
    ExchangeConditions(const ExchangeRules& rules, const County& county, bool township)
        : county_(county),
          township_(township),
          transfers_(rules.mode != ExchangeMode::secondment),
          min_service_years_(rules.min_service_years),
          born_from_(born_from(county.today(), rules.max_age)),
          entered_by_(since_at_latest(county.today(), rules.min_service_years)),
          last_exchange_by_(since_at_latest(county.today(), rules.min_years_between)),
          retires_after_(years_later(county.today(), rules.term_years)) {}

    bool are_met_by(PersonId person) const {
        const PersonHot& hot = county_.hot(person);
        if (hot.assignment != Assignment::home || !county_.may_be_moved(person)) return false;
        if (is_leadership(county_.post_of(person).ladder) || (transfers_ && !may_transfer(county_, person)))
            return false;
        const PersonCold& cold = county_.cold(person);
        const bool fits = (cold.birth >= born_from_) & (cold.last_exchange <= last_exchange_by_) &
                          (county_.retirement(person) > retires_after_);
        if (!fits) return false;
        return township_ ? county_.has_township_years(person, min_service_years_) : cold.entry <= entered_by_;
    }

  private:
    const County& county_;
    bool township_, transfers_;
    double min_service_years_;
    Day born_from_, entered_by_, last_exchange_by_, retires_after_;
};

struct ExchangeCandidate {
    PersonId person;
    double luck = 0;
};

double shortage_of(const Unit& unit) { return (unit.places + 1.0) / (unit.present + 1.0); }

// The skill the other level needs: mass work learned and used in townships, law in organs.
Skill needed_skill(bool host_is_township) { return host_is_township ? Skill::law : Skill::mass_work; }

double years_since_move(const County& county, PersonId person) {
    const PersonCold& cold = county.cold(person);
    const Day last = std::max({cold.entry, cold.post_since, cold.last_exchange});
    return std::min(most_years_since_move, years_between(last, county.today()));
}

}  // namespace

double hands_away(const County& county, UnitId id) {
    double away = 0;
    if (county.unit(id).away == 0) return away;
    for (const PersonId person : county.unit(id).members) {
        if (county.hot(person).assignment != Assignment::home) away += 1.0 - county.presence_at_home(person);
    }
    return away;
}

std::vector<PersonId> exchange_candidates(const ExchangeRules& rules, const World& world, bool township,
                                          std::size_t most) {
    const County& county = world.county;
    const ExchangeConditions conditions(rules, county, township);
    const auto luckier = [&county](const ExchangeCandidate& a, const ExchangeCandidate& b) {
        return a.luck != b.luck ? a.luck < b.luck : county.lot(a.person) < county.lot(b.person);
    };
    std::vector<ExchangeCandidate> found, of_unit;
    std::vector<EntityKey> keys;
    std::vector<double> luck;
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        if (county.is_township(UnitId{u}) != township) continue;
        // A transfer leaves no chair empty, whoever else is away.
        const double gone = rules.mode == ExchangeMode::transfer ? 0 : hands_away(county, UnitId{u});
        const double may_leave = rules.max_away_per_unit - gone;
        if (may_leave < 1) continue;
        of_unit.clear();
        keys.clear();
        for (const PersonId person : county.units()[u].members) {
            if (!conditions.are_met_by(person)) continue;
            of_unit.push_back({person});
            keys.push_back(county.keys()[person.value]);
        }
        luck.resize(keys.size());
        world.draws.uniforms(keys, {{}, +Purpose::exchange_tie, world.year()}, luck);
        for (std::size_t i = 0; i < of_unit.size(); ++i) of_unit[i].luck = luck[i];
        const auto chosen = of_unit.begin() + static_cast<std::ptrdiff_t>(
                                                  std::min<double>(static_cast<double>(of_unit.size()), may_leave));
        std::partial_sort(of_unit.begin(), chosen, of_unit.end(), luckier);
        found.insert(found.end(), of_unit.begin(), chosen);
    }
    std::sort(found.begin(), found.end(), luckier);
    if (found.size() > most) found.resize(most);
    std::vector<PersonId> people;
    for (const ExchangeCandidate& candidate : found) people.push_back(candidate.person);
    return people;
}

std::vector<UnitId> chairs_offered(const World& world, bool township, std::size_t wanted) {
    struct Host {
        double shortage;
        EntityKey lot;
        UnitId unit;
    };
    std::vector<Host> hosts;
    for (std::size_t u = 0; u < world.county.units().size(); ++u) {
        const Unit& unit = world.county.units()[u];
        if (world.county.is_township(UnitId{u}) != township) continue;
        hosts.push_back({shortage_of(unit), world.county.lot(unit.key), UnitId{u}});
    }
    if (hosts.empty()) return {};
    const auto asked = hosts.begin() + static_cast<std::ptrdiff_t>(std::min(wanted, hosts.size()));
    std::partial_sort(hosts.begin(), asked, hosts.end(), [](const Host& a, const Host& b) {
        return a.shortage != b.shortage ? a.shortage > b.shortage : a.lot < b.lot;
    });
    std::vector<UnitId> offered;
    for (std::size_t i = 0; offered.size() < wanted; ++i) offered.push_back(hosts[i % hosts.size()].unit);
    return offered;
}

MatchCosts::MatchCosts(const ExchangeRules& rules, const World& world) : rules_(rules), world_(world) {
    double staff = 0;
    for (const Unit& unit : world.county.units()) {
        shortage_.push_back(portable_log(shortage_of(unit)));
        std::array<double, fields> count{};
        for (const PersonId person : unit.members)
            count[static_cast<std::size_t>(world.county.cold(person).field)] += 1;
        for (std::size_t f = 0; f < fields; ++f) {
            county_share_[f] += count[f];
            count[f] /= std::max<double>(1, unit.staff);
        }
        staff += unit.staff;
        field_share_.push_back(count);
    }
    for (double& share : county_share_) share /= std::max(1.0, staff);
}

double MatchCosts::specialty(UnitId host, Field field) const {
    const auto f = static_cast<std::size_t>(field);
    return 1.0 - std::min(2.0, field_share_[host.value][f] / county_share_[f]);
}

std::vector<std::size_t> best_plan(std::size_t rows, std::size_t columns,
                                   const std::function<std::int64_t(std::size_t row, std::size_t column)>& cost) {
    const std::size_t groups = std::max<std::size_t>(1, (rows + largest_plan - 1) / largest_plan);
    const auto size = [groups](std::size_t of, std::size_t group) { return (of + groups - 1 - group) / groups; };
    std::vector<std::size_t> column_of(rows);
    for (std::size_t group = 0; group < groups; ++group) {
        kernel::CostMatrix costs{size(rows, group), size(columns, group), {}};
        costs.cost.reserve(costs.rows * costs.columns);
        for (std::size_t row = group; row < rows; row += groups) {
            for (std::size_t column = group; column < columns; column += groups)
                costs.cost.push_back(cost(row, column));
        }
        const std::vector<std::size_t> chosen = kernel::cheapest_assignment(costs);
        for (std::size_t i = 0; i < chosen.size(); ++i) column_of[group + i * groups] = group + chosen[i] * groups;
    }
    return column_of;
}

std::int64_t MatchCosts::cost(PersonId person, UnitId host, std::size_t chair) const {
    const County& county = world_.county;
    const UnitId home{county.hot(person).unit};
    const bool to_township = county.is_township(host);
    const double brings =
        static_cast<double>(county.traits(person).skill(static_cast<std::size_t>(needed_skill(to_township))));
    const double km = county.plan().units[(to_township ? host : home).value].km_to_seat;
    const double cost = weight(ExchangeWeight::need) * (shortage_[home.value] - shortage_[host.value]) -
                        weight(ExchangeWeight::skill) * brings -
                        weight(ExchangeWeight::specialty) * specialty(host, county.cold(person).field) +
                        weight(ExchangeWeight::distance) * km / 10.0 -
                        weight(ExchangeWeight::years_since_move) * years_since_move(county, person);
    const auto tie = world_.draws.block({combine(county.cold(person).key, county.unit(host).key),
                                         +Purpose::exchange_tie, world_.year(), static_cast<std::uint16_t>(chair)})[0];
    return static_cast<std::int64_t>(cost * cost_scale) * tie_bits + static_cast<std::int64_t>(tie % tie_bits);
}

}  // namespace staffsim
