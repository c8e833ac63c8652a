// Pay of many people side by side.
#include <algorithm>

#include "sim/processes/pay/terms.hpp"

namespace staffsim {

namespace {

// As pay_of has it where terms are plain and townships are paid in full.
Pay plain_pay(const PayTerms& terms, const County& county, PersonId person) {
    const PayRules& rules = *terms.rules;
    const PayState& state = county.pay(person);
    Pay pay;
    const auto at = [&pay](PayComponent component) -> Money& {
        return pay.component[static_cast<std::size_t>(component)];
    };
    const double factor = 1.0 + rules.step_share * state.steps + rules.grade_share * state.grades +
                          rules.post_share * county.post_of(person).pay_level;
    at(PayComponent::basic) = share_of(rules.basic_clerk, factor);
    if (terms.ranks) at(PayComponent::rank) = terms.rank_pay[static_cast<std::size_t>(state.rank)];
    const UnitPlan& unit = county.plan().units[county.hot(person).unit];
    if (unit.kind == UnitKind::township) {
        const auto remote = static_cast<std::size_t>(unit.remote_class - 1);
        at(PayComponent::allowance) = rules.township_allowance + rules.remote_supplement[remote];
    }
    if (is_competent(county.record(person).results[2]) || !rules.bonus_needs_competent_year) {
        at(PayComponent::bonus) = share_of(at(PayComponent::basic) + at(PayComponent::rank), terms.bonus_share);
    }
    return pay;
}

Pay pay_on(const PayTerms& terms, const County& county, PersonId person) {
    const bool is_plain = terms.plain && county.extra_pay_scale() == 1;
    return is_plain ? plain_pay(terms, county, person) : pay_of(*terms.rules, county, person);
}

Money outside_on(const PayTerms& terms, const County& county, PersonId person) {
    if (terms.outside.empty()) return outside_option(*terms.rules, county, person);
    return terms.outside_at(county.cold(person).birth, county.covariate_day()).option;
}

bool is_plain_number(double x) {
    return x >= std::numeric_limits<double>::min() && x <= std::numeric_limits<double>::max();
}

std::vector<PayTerms::Outside> outside_by_age(const PayRules& rules) {
    std::vector<PayTerms::Outside> by_age;
    if (rules.outside_trend != 0) return by_age;
    const bool grows = rules.outside_growth != 0;
    bool goes_on = true;
    for (int age = 0; goes_on; ++age) {
        goes_on = age < rules.outside_growth_ends_at_age;
        const bool changes = grows && goes_on;
        by_age.push_back({outside_option_at(rules, age), changes ? outside_holds_until(age) : PayTerms::for_good});
    }
    return by_age;
}

}  // namespace

PayTerms::PayTerms(const PayRules& of)
    : rules(&of),
      plain(!of.long_service && of.rank_regime != RankRegime::years_2015 && of.performance_bonus.fen == 0 &&
            of.allowance_per_year.fen == 0),
      ranks(of.rank_regime == RankRegime::parallel),
      bonus_share(of.bonus_months / 12.0),
      outside(outside_by_age(of)) {
    for (std::size_t rank = 1; rank < rank_pay.size(); ++rank) {
        rank_pay[rank] = share_of(of.basic_clerk, of.rank_share * (static_cast<int>(rank) - 1));
    }
}

void PayRefresh::note_ratio(Money monthly, Money outside) {
    relative_[count_++] = static_cast<double>(monthly.fen) / static_cast<double>(outside.fen);
}

void PayRefresh::take_logs() {
    const std::span<double> ratios = std::span(relative_).first(count_);
    if (std::all_of(ratios.begin(), ratios.end(), is_plain_number)) {
        minus_logs(ratios);
        for (double& log : ratios) log = -log;
    } else {  // no pay, or none outside
        for (double& ratio : ratios) ratio = portable_log(ratio);
    }
}

// A few people are more often paid like somebody before than worth going side by side.
void PayRefresh::few(const RulesView<PayTerms>& terms, World& world, std::span<const PersonId> people) {
    for (const PersonId person : people) {
        refresh_pay(*terms.of(world.county, person).rules, world, person, known_);
    }
}

void PayRefresh::all(const RulesView<PayTerms>& terms, World& world, std::span<const PersonId> people) {
    constexpr std::size_t most_of_few = 3;
    if (people.size() <= most_of_few) return few(terms, world, people);
    for (; !people.empty(); people = people.subspan(std::min(chunk, people.size()))) {
        count_ = 0;
        for (const PersonId person : people.first(std::min(chunk, people.size()))) {
            const PayTerms& own = terms.of(world.county, person);
            const PayState& before = world.county.pay(person);
            const Pay pay = pay_on(own, world.county, person);
            News& news = news_[count_];
            news = {person, pay.total(), outside_on(own, world.county, person), {}};
            for (std::size_t c = 0; c < pay_component_count; ++c) news.rate[c] = per_day(pay.component[c]);
            const bool is_old =
                news.monthly == before.monthly && news.outside == before.outside && news.rate == before.rate;
            if (!is_old) note_ratio(news.monthly, news.outside);
        }
        take_logs();
        for (std::size_t i = 0; i < count_; ++i) {
            const News& news = news_[i];
            world.county.set_pay(news.person, news.rate, news.monthly, news.outside, static_cast<float>(relative_[i]));
        }
    }
}

void PayRefresh::outside_options(const RulesView<PayTerms>& terms, World& world, std::span<const PersonId> people) {
    for (; !people.empty(); people = people.subspan(std::min(chunk, people.size()))) {
        count_ = 0;
        for (const PersonId person : people.first(std::min(chunk, people.size()))) {
            const PayState& pay = world.county.pay(person);
            const Money outside = outside_on(terms.of(world.county, person), world.county, person);
            if (outside == pay.outside) continue;
            news_[count_].person = person;
            news_[count_].outside = outside;
            note_ratio(pay.monthly, outside);
        }
        take_logs();
        for (std::size_t i = 0; i < count_; ++i) {
            world.county.set_outside_option(news_[i].person, news_[i].outside, static_cast<float>(relative_[i]));
        }
    }
}

}  // namespace staffsim
