#include "sim/scenario/consistency.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <string>
#include <utility>

#include "sim/scenario/warnings.hpp"

namespace staffsim::scenario {

namespace {

using levers::Value;

using levers::Row;

using Condition = std::function<bool(const Row&, const Value&)>;

Condition is_flag(bool wanted) {
    return [wanted](const Row&, const Value& value) {
        const bool* flag = std::get_if<bool>(&value);
        return flag != nullptr && *flag == wanted;
    };
}

Condition is_word(std::string wanted) {
    return [wanted = std::move(wanted)](const Row&, const Value& value) {
        const auto* text = std::get_if<std::string>(&value);
        return text != nullptr && *text == wanted;
    };
}

// The number, or the entry of that name, is zero (positive).
bool has_sign(const Row& row, const Value& value, const std::string& name, bool positive) {
    const auto* number = std::get_if<double>(&value);
    const auto* numbers = std::get_if<std::vector<double>>(&value);
    for (std::size_t i = 0; numbers != nullptr && i < row.names.size(); ++i) {
        if (row.names[i] == name) number = &(*numbers)[i];
    }
    return number != nullptr && (positive ? *number > 0 : *number == 0);
}
Condition is_zero(const std::string& name = "") {
    return [name](const Row& row, const Value& value) { return has_sign(row, value, name, false); };
}
Condition is_positive(const std::string& name = "") {
    return [name](const Row& row, const Value& value) { return has_sign(row, value, name, true); };
}

struct Clash {
    std::string key;  // the lever the warning is about; a default never clashes
    Condition holds;
    std::string other_key;
    Condition other_holds;
    Warning warning;
    std::string about;  // the lever that it names
};

// A lever of this sign changes nothing while pay is off.
Clash without_pay(std::string key, Condition holds) {
    return {std::move(key), std::move(holds), "pay.enabled", is_flag(false), Warning::no_effect_while_false,
            "pay.enabled"};
}

const std::vector<Clash>& clashes() {
    static const std::vector<Clash> all{
        without_pay("pay.township_allowance", is_positive()),
        without_pay("pay.allowance_per_year", is_positive()),
        without_pay("pay.performance_bonus", is_positive()),
        without_pay("pay.bonus_months", is_positive()),
        without_pay("pay.long_service.enabled", is_flag(true)),
        without_pay("pay.rank_regime", is_word("years_2015")),
        without_pay("leaving.pay_elasticity", is_positive()),
        without_pay("motivation.pay_effect", is_positive()),
        without_pay("conduct.pay_effect", is_positive()),
        without_pay("recruitment.pay_elasticity", is_positive()),
        {"pay.long_service.enabled", is_flag(true), "pay.rank_regime", is_word("parallel"),
         Warning::long_service_under_ranks, ""},
        {"pay.long_service.enabled", is_flag(true), "pay.rank_regime", is_word("years_2015"),
         Warning::long_service_and_treatment, ""},
        {"pay.long_service.welfare_too", is_flag(true), "pay.long_service.enabled", is_flag(false),
         Warning::no_effect_while_false, "pay.long_service.enabled"},
        {"exchange.direction", is_word("down"), "exchange.mode", is_word("transfer"), Warning::one_way_transfer, ""},
        {"exchange.direction", is_word("up"), "exchange.mode", is_word("transfer"), Warning::one_way_transfer, ""},
        {"exchange.rotation_area", is_word("same_kind"), "exchange.rotation_years", is_zero(),
         Warning::no_effect_while_zero, "exchange.rotation_years"},
        {"exchange.max_away_per_unit", is_zero(), "exchange.pairs_per_year", is_positive(), Warning::lets_nobody_go,
         "exchange.pairs_per_year"},
        {"assessment.weights", is_positive("clients"), "assessment.raters", is_zero("clients"),
         Warning::weight_without_clients, ""},
        {"assessment.raters", is_positive("clients"), "assessment.weights", is_zero("clients"),
         Warning::clients_without_weight, ""},
        {"assessment.links.promotion", is_flag(true), "assessment.enabled", is_flag(false),
         Warning::no_effect_while_false, "assessment.enabled"},
        {"assessment.links.dismissal", is_flag(true), "assessment.enabled", is_flag(false),
         Warning::no_effect_while_false, "assessment.enabled"},
    };
    return all;
}

int position_of(const std::vector<ResolvedLever>& levers, const std::string& key) {
    for (std::size_t i = 0; i < levers.size(); ++i) {
        if (levers[i].row->key == key) return static_cast<int>(i);
    }
    return -1;
}

}  // namespace

void warn_of_odd_combinations(const std::vector<ResolvedLever>& levers, const std::vector<Values>& blocks,
                              Diagnostics& diagnostics) {
    for (const Clash& clash : clashes()) {
        const int own = position_of(levers, clash.key);
        const int other = position_of(levers, clash.other_key);
        if (own < 0 || other < 0) continue;
        const auto a = static_cast<std::size_t>(own);
        const auto b = static_cast<std::size_t>(other);
        if (levers[a].settings.empty()) continue;
        for (const Values& values : blocks) {
            if (!clash.holds(*levers[a].row, values[a]) || !clash.other_holds(*levers[b].row, values[b])) continue;
            warn(diagnostics, levers[a].settings.back().place, clash.key, clash.warning, clash.about);
            break;
        }
    }
}

namespace {

// Days from one month-day to the next occurrence of another, 0 for the same.
int days_from(MonthDay a, MonthDay b) {
    const int days = on(2001, b) - on(2001, a);
    return days < 0 ? days + 365 : days;
}

}  // namespace

void warn_of_calendar(const std::vector<ResolvedLever>& levers, const std::vector<Values>& blocks,
                      Diagnostics& diagnostics) {
    for (const std::string prefix : {"recruitment.", "recruitment.second."}) {
        std::array<int, 4> at{};
        constexpr const char* steps[] = {"announcement", "exam", "interview", "entry"};
        for (std::size_t step = 0; step < 4; ++step) at[step] = position_of(levers, prefix + steps[step]);
        if (std::any_of(at.begin(), at.end(), [](int position) { return position < 0; })) continue;
        for (const Values& values : blocks) {
            int lead = 0;
            std::size_t step = 1;
            for (; step < 4; ++step) {
                lead += days_from(std::get<MonthDay>(values[static_cast<std::size_t>(at[step - 1])]),
                                  std::get<MonthDay>(values[static_cast<std::size_t>(at[step])]));
                if (lead >= 365) break;
            }
            if (step == 4) continue;
            // Named where one of the days was set last.
            for (const int position : at) {
                const ResolvedLever& lever = levers[static_cast<std::size_t>(position)];
                if (lever.settings.empty()) continue;
                warn(diagnostics, lever.settings.back().place, lever.row->key, Warning::calendar_over_a_year);
                break;
            }
            break;
        }
    }
}

void warn_of_bygones(const std::vector<ResolvedLever>& levers, const std::vector<Values>& blocks, Day start,
                     Diagnostics& diagnostics) {
    constexpr std::int32_t family_planning_ended = 2021;
    const std::string key = "front_line.places";
    const int found = position_of(levers, key);
    if (found < 0 || year_of(start) < family_planning_ended) return;
    const auto at = static_cast<std::size_t>(found);
    const Condition has_places = is_positive("family_planning");
    for (const Values& values : blocks) {
        if (levers[at].settings.empty() || !has_places(*levers[at].row, values[at])) continue;
        warn(diagnostics, levers[at].settings.back().place, key, Warning::family_planning_over);
        return;
    }
}

void warn_of_terms_in_service(const std::vector<ResolvedLever>& levers, Day start, Diagnostics& diagnostics) {
    const std::string key = "recruitment.minimum_service_years";
    const int found = position_of(levers, key);
    if (found < 0) return;
    const ResolvedLever& lever = levers[static_cast<std::size_t>(found)];
    const auto is_felt = [start](const Setting& one) {
        return !one.in_root && !one.new_entrants && one.starts.value_or(start) <= start;
    };
    const auto set = std::find_if(lever.settings.rbegin(), lever.settings.rend(), is_felt);
    if (set == lever.settings.rend()) return;
    // What the root file says, with which it is compared.
    ResolvedLever base{lever.row, {}};
    std::ranges::copy_if(lever.settings, std::back_inserter(base.settings),
                         [](const Setting& one) { return one.in_root; });
    const double before = std::get<double>(value_on(base, start, nullptr)), after = std::get<double>(set->value);
    if (before == after) return;
    warn(diagnostics, set->place, key, after < before ? Warning::shortens_terms : Warning::lengthens_terms, before,
         after);
}

void warn_of_small_amounts(const std::vector<ResolvedLever>& levers, Diagnostics& diagnostics) {
    for (const ResolvedLever& lever : levers) {
        const auto* usual = std::get_if<double>(&lever.row->default_value);
        if (lever.row->type != levers::Type::money || usual == nullptr || (*usual > 0 && *usual < 1)) continue;
        for (const Setting& one : lever.settings) {
            const double amount = std::get<double>(one.value);
            if (amount > 0 && amount < 1) warn(diagnostics, one.place, lever.row->key, Warning::below_one_yuan, amount);
        }
    }
}

void check_origins_of_fills(const std::vector<ResolvedLever>& levers, const std::vector<Values>& blocks,
                            const CountyPlan& plan, Diagnostics& diagnostics) {
    const Condition is_fixed = is_word("fixed_probabilities");
    for (const Term<Ladder>& ladder : Vocabulary<Ladder>::terms) {
        const std::string key = fmt::format("promotion.{}.regime", ladder.name);
        const int found = position_of(levers, key);
        if (found < 0) continue;
        const auto at = static_cast<std::size_t>(found);
        const bool is_in_force =
            std::ranges::any_of(blocks, [&](const Values& values) { return is_fixed(*levers[at].row, values[at]); });
        if (!is_in_force || levers[at].settings.empty()) continue;
        for (std::size_t post = 0; post < plan.posts.size(); ++post) {
            const PostType& type = plan.posts[post];
            const bool is_held = std::ranges::any_of(
                plan.units, [post](const UnitPlan& unit) { return unit.quota.size() > post && unit.quota[post] > 0; });
            if (type.ladder != ladder.value || !is_held || !type.filled_from.empty()) continue;
            diagnostics.error(levers[at].settings.back().place, key,
                              worded("fixed_probabilities needs posts.{0}.filled_from, for example posts.{0} = "
                                     "{{ filled_from = {{ {1} = 0.8 }} }}; the rest comes from outside",
                                     "fixed_probabilities 须写明 posts.{0}.filled_from，如 posts.{0} = {{ filled_from "
                                     "= {{ {1} = 0.8 }} }}；其余来自外部",
                                     type.id, plan.posts[type.feeders[0].value].id));
        }
    }
}

}  // namespace staffsim::scenario
