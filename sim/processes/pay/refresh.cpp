// Pay of many people side by side.
#include <algorithm>

#include "sim/model/fetch.hpp"
#include "sim/processes/pay/terms.hpp"

namespace staffsim {

namespace {

Money outside_on(const PayTerms& terms, const County& county, PersonId person) {
    if (terms.outside.empty()) return outside_option(*terms.rules, county, person);
    return terms.outside_at(county.cold(person).birth, county.outside_as_of());
}

bool is_plain_number(double x) {
    return x >= std::numeric_limits<double>::min() && x <= std::numeric_limits<double>::max();
}

std::vector<Money> outside_by_age(const PayRules& rules) {
    std::vector<Money> by_age;
    if (!rules.enabled || rules.outside_trend != 0) return by_age;
    bool goes_on = true;
    for (int age = 0; goes_on; ++age) {
        goes_on = age < rules.outside_growth_ends_at_age;
        by_age.push_back(outside_option_at(rules, age));
    }
    return by_age;
}

}  // namespace

PayTerms::PayTerms(const PayRules& of) : rules(&of), outside(outside_by_age(of)) {}

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

void PayRefresh::book_all(const RulesView<PayTerms>& terms, World& world, std::span<const PersonId> people) {
    constexpr std::size_t most_of_few = 3;
    const PayTerms* of_all = terms.of_all();
    const bool are_often_alike = of_all != nullptr && KnownPay::are_often_alike(*of_all->rules);
    if (people.size() <= most_of_few || are_often_alike) return few(terms, world, people);
    for (; !people.empty(); people = people.subspan(std::min(chunk, people.size()))) {
        count_ = 0;
        const auto chunk_of_people = people.first(std::min(chunk, people.size()));
        for (std::size_t i = 0; i < chunk_of_people.size(); ++i) {
            const PersonId person = chunk_of_people[i], soon = ahead(chunk_of_people, i);
            fetch(world.county.hot(soon), world.county.pay(soon), world.county.cold(soon));
            const PayTerms& own = terms.of(world.county, person);
            if (!own.rules->enabled) {
                refresh_pay(*own.rules, world, person);  // there is no ratio of nothing to nothing
                continue;
            }
            const PayState& before = world.county.pay(person);
            const Pay pay = pay_of(*own.rules, world.county, person);
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
        const auto chunk_of_people = people.first(std::min(chunk, people.size()));
        for (std::size_t i = 0; i < chunk_of_people.size(); ++i) {
            const PersonId person = chunk_of_people[i], soon = ahead(chunk_of_people, i);
            fetch(world.county.hot(soon), world.county.pay(soon), world.county.cold(soon));
            const PayState& pay = world.county.pay(person);
            const Money outside = outside_on(terms.of(world.county, person), world.county, person);
            news_[count_].person = person;
            news_[count_].outside = outside;
            note_ratio(pay.monthly, outside);
            count_ -= outside == pay.outside ? 1 : 0;  // no news; without a branch, for who cannot be foreseen
        }
        take_logs();
        for (std::size_t i = 0; i < count_; ++i) {
            world.county.set_outside_option(news_[i].person, news_[i].outside, static_cast<float>(relative_[i]));
            world.county.stir(news_[i].person);
        }
    }
}

}  // namespace staffsim
