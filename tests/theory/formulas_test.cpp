// The closed forms themselves, against the numbers of the theory reference.
#include "analysis/theory/formulas.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace staffsim::theory;

namespace {
const PullModel example{{60, 30, 10}, {.05, .04, .08}};
// The reference gives ten decimals.
Approx exactly(double value) { return Approx(value).epsilon(0).margin(1e-10); }
}  // namespace

TEST_CASE("flows of the pull model sum the losses at and above a grade") {
    const auto flow = flow_into_grades(example);
    CHECK(flow[0] == exactly(5.0));
    CHECK(flow[1] == exactly(2.0));
    CHECK(flow[2] == exactly(0.8));
    CHECK(mean_completed_service(example) == exactly(20.0));
    CHECK(moves_a_year(example) == exactly(7.8));
}

TEST_CASE("waits of the pull model differ by the rule of choice") {
    CHECK(promotion_probability(example, 0) == exactly(.4));
    CHECK(promotion_probability(example, 1) == exactly(.4));
    CHECK(random_wait(example, 0) == exactly(12.0));
    CHECK(random_wait(example, 1) == exactly(15.0));
    CHECK(seniority_wait(example, 0) == exactly(18.3258146375));
    CHECK(seniority_wait(example, 1) == exactly(22.9072682969));
}

TEST_CASE("a chain is as long as the fundamental matrix says") {
    const auto by_hand = mean_chain_lengths({{0, .5, .2}, {0, .2, .5}, {0, 0, .3}});
    CHECK(by_hand[0] == exactly(33.0 / 14));
    CHECK(by_hand[1] == exactly(15.0 / 7));
    CHECK(by_hand[2] == exactly(10.0 / 7));
    // Nobody moves up, and the strata fill each other in a ring.
    CHECK(mean_chain_lengths({{0}})[0] == exactly(1));
    for (const double length : mean_chain_lengths({{0, .75}, {.75, 0}})) CHECK(length == exactly(4));
}

TEST_CASE("lengths of chains in four strata are those of the worked example") {
    const OriginOfFills filled_from{{.10, .70, .05, 0}, {0, .15, .60, .05}, {0, 0, .10, .70}, {0, 0, 0, .05}};
    const std::vector<double> initial{.10, .30, .25, .35};
    const auto lengths = mean_chain_lengths(filled_from);
    CHECK(lengths[0] == exactly(3.2410274051));
    CHECK(lengths[1] == exactly(2.6006191950));
    CHECK(lengths[2] == exactly(1.9298245614));
    CHECK(lengths[3] == exactly(1.0526315789));
    double overall = 0;
    for (std::size_t i = 0; i < initial.size(); ++i) overall += initial[i] * lengths[i];
    CHECK(overall == exactly(1.9551656920));
    const std::vector<double> first{.4575, .263625, .17806875, .0746953125};
    for (int length = 1; length <= 4; ++length)
        CHECK(chain_length_probability(filled_from, initial, length) ==
              exactly(first[static_cast<std::size_t>(length - 1)]));
    double all = 0, mean = 0;
    for (int length = 1; length <= 200; ++length) {
        all += chain_length_probability(filled_from, initial, length);
        mean += length * chain_length_probability(filled_from, initial, length);
    }
    CHECK(all == exactly(1));
    CHECK(mean == exactly(overall));
}

TEST_CASE("a post held by two kinds of people renews fast at first") {
    const MixedExponential holders{.4, 1, .1};
    CHECK(mean_of(holders) == exactly(6.4));
    CHECK(renewals(holders, 1) == exactly(.3806014472));
    CHECK(renewals(holders, 5) == exactly(1.2365132508));
    CHECK(renewals(holders, 10) == exactly(2.0363207843));
    CHECK(survival(holders, 1) == exactly(.6900542272));
    CHECK(stability_index(holders, 1) == exactly(.8712775445));
    CHECK(renewal_rate(holders, 0) == exactly(.46));
    CHECK(renewal_rate(holders, 100) == exactly(1 / 6.4));
}

TEST_CASE("a minimum service makes waves that die down") {
    CHECK(locked_renewals(5, .15, 5) == 0);
    CHECK(locked_renewal_rate(5, .15, 6) == exactly(.1291061965));
    CHECK(locked_renewal_rate(5, .15, 9.999) == Approx(.0708656).epsilon(0).margin(5e-8));
    CHECK(locked_renewal_rate(5, .15, 10 - 1e-9) == Approx(.0708550).epsilon(0).margin(5e-8));
    CHECK(locked_renewal_rate(5, .15, 60) == exactly(.0857142856));
    // The number of renewals is the integral of the rate.
    double sum = 0;
    for (int k = 0; k < 200000; ++k) sum += locked_renewal_rate(3, .4, (k + 0.5) * 1e-4) * 1e-4;
    CHECK(locked_renewals(3, .4, 20) == Approx(sum).epsilon(1e-6));
    // Without a lock, a Poisson process.
    CHECK(locked_renewals(0, .3, 10) == Approx(3).epsilon(1e-12));
}

TEST_CASE("vacant shares follow from lead time and intake, once or twice a year") {
    CHECK(vacant_share_intake(.08, .5, .2, .7) ==
          exactly(1 - 12.5 / (.5 * (1 + std::exp(-.08 * .3) / (1 - std::exp(-.04))) + .5 * .3 / .7)));

    CHECK(vacant_share_lead_time(.08, .75) == exactly(.0566037736));
    CHECK(vacant_share_intake(.08, 1, 0, 1) == exactly(.0389543298));
    CHECK(vacant_share_intake(.08, 1, .5, 1) == exactly(.0738454366));
}

TEST_CASE("competing causes share the exits in proportion to their hazards") {
    const std::vector<double> hazards{.004, .045, .018, .001, .002};
    CHECK(survival(hazards, 10) == exactly(.4965853038));
    CHECK(cumulative_incidence(hazards, 0, 10) == exactly(.0287665541));
    CHECK(cumulative_incidence(hazards, 1, 10) == exactly(.3236237333));
    CHECK(cumulative_incidence(hazards, 2, 10) == exactly(.1294494933));
    CHECK(cumulative_incidence(hazards, 3, 10) == exactly(.0071916385));
    CHECK(cumulative_incidence(hazards, 4, 10) == exactly(.0143832770));
}

TEST_CASE("binomial probabilities sum to one") {
    double sum = 0;
    for (int k = 0; k <= 35; ++k) sum += binomial_probability(35, k, .0566);
    CHECK(sum == Approx(1.0).epsilon(1e-12));
    CHECK(binomial_probability(2, 1, .5) == Approx(.5));
}

namespace {
const PushModel push{{{.80, .12, 0}, {0, .85, .06}, {0, 0, .90}}, {100, 0, 0}};
void check_stocks(const std::vector<double>& got, const std::vector<double>& expected) {
    REQUIRE(got.size() == expected.size());
    for (std::size_t i = 0; i < got.size(); ++i) CHECK(got[i] == exactly(expected[i]));
}
}  // namespace

TEST_CASE("stocks of the push model follow the chain") {
    check_stocks(stocks_after(push, {300, 150, 50}, 1), {340, 163.5, 54});
    check_stocks(stocks_after(push, {300, 150, 50}, 5), {434.464, 233.381521875, 74.91279375});
    check_stocks(stocks_after(push, {300, 150, 50}, 10), {478.52516352, 307.8212923833, 110.2663872735});
    check_stocks(steady_stocks(push), {500, 400, 240});
    check_stocks(years_in_grades(push, 0), {5, 4, 2.4});
    check_stocks(years_in_grades(push, 1), {0, 20.0 / 3.0, 4});
    CHECK(ever_in_grade(push, 0, 1) == exactly(.6));
    CHECK(ever_in_grade(push, 0, 2) == exactly(.24));
}

TEST_CASE("steady stocks reproduce themselves, also when people move down and enter at every grade") {
    const PushModel model{{{.5, .3, .1}, {.2, .6, .1}, {.05, .1, .8}}, {30, 10, 5}};
    const std::vector<double> steady = steady_stocks(model);
    const std::vector<double> next = stocks_after(model, steady, 1);
    for (std::size_t i = 0; i < 3; ++i) CHECK(next[i] == Approx(steady[i]).epsilon(1e-12));
}

TEST_CASE("the best of n normals and the top of a pool have the means of order statistics") {
    CHECK(top_mean(2, 1) == exactly(.5641895835));
    CHECK(top_mean(3, 1) == exactly(.8462843753));
    CHECK(top_mean(5, 1) == exactly(1.1629644736));
    CHECK(top_mean(10, 1) == exactly(1.5387527308));
    CHECK(top_mean(20, 1) == exactly(1.8674750598));
    CHECK(top_mean(10, 2) == Approx(1.27005489).epsilon(0).margin(5e-9));
    CHECK(top_mean(30, 6) == Approx(1.35369987).epsilon(0).margin(5e-9));
    CHECK(top_mean(7, 7) == Approx(0).margin(1e-12));
    CHECK(top_share_mean(.20) == exactly(1.3998096020));
    CHECK(top_share_mean(.25) == exactly(1.2711062907));
    // A large pool is an infinite one.
    CHECK(top_mean(20000, 4000) == Approx(top_share_mean(.2)).epsilon(1e-4));
}

TEST_CASE("more raters help until only their shared bias is left") {
    CHECK(spearman_brown(.52, 2) == Approx(.68421053).epsilon(0).margin(5e-9));
    CHECK(spearman_brown(.52, 5) == Approx(.84415584).epsilon(0).margin(5e-9));
    // Published interrater correlation r, shared bias B: (1 + B) / (1 + B + E) = r.
    CHECK((1 + .3) / (1 + .3 + 1.2) == exactly(.52));
    CHECK(rating_reliability({{1, 1, .3, 1.2}}) == exactly(1 / 2.5));
    CHECK(rating_reliability({{1, 1e12, .3, 1.2}}) == exactly(1 / 1.3));
    CHECK(rating_reliability({{1, 5, 0, 12.0 / 13.0}}) == exactly(spearman_brown(.52, 5)));
    CHECK(rating_reliability({{.5, 1, .3, 1.2}, {.5, 0, 9, 9}}) == exactly(1 / 2.5));
}

TEST_CASE("steps after n years are those of the closed form") {
    for (const double q : {0.3, 0.95, 1.0}) {
        for (const int n : {1, 2, 10, 33})
            CHECK(mean_rises(n, q, 2) == exactly(n * q / 2 - (1 - std::pow(1 - 2 * q, n)) / 4));
    }
    CHECK(mean_rises(10, .95, 2) == exactly(4.5871696100));
    CHECK(mean_rises(10, .95, 5) == exactly(1.5987341847));
}
