#include "sim/stats/verdict.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "sim/foundation/diagnostics.hpp"
#include "sim/foundation/random.hpp"
#include "sim/stats/family.hpp"
#include "sim/stats/paired.hpp"
#include "sim/stats/settle.hpp"
#include "sim/stats/students_t.hpp"

namespace {

using namespace staffsim;
using namespace staffsim::stats;
using measures::Direction;

PairedSummary difference(double low, double estimate, double high, std::uint32_t discordant = 100) {
    PairedSummary summary;
    summary.replications = summary.pasts = 100;
    summary.discordant = discordant;
    summary.low = low;
    summary.difference = estimate;
    summary.high = high;
    return summary;
}

}  // namespace

TEST_CASE("every row of the verdict table") {
    struct Case {
        PairedSummary summary;
        Direction direction;
        Verdict verdict;
    };
    const double matters = 1;
    const auto higher = Direction::higher_better;
    const auto lower = Direction::lower_better;
    const auto neutral = Direction::neutral;
    const std::vector<Case> cases{
        {difference(0, 0, 0, 0), higher, Verdict::identical},
        {difference(1, 2, 3, 19), higher, Verdict::too_rare},
        {difference(1, 2, 3, 20), higher, Verdict::better},
        {difference(1, 2, 3), lower, Verdict::worse},
        {difference(1, 2, 3), neutral, Verdict::higher},
        {difference(-3, -2, -1), higher, Verdict::worse},
        {difference(-3, -2, -1), lower, Verdict::better},
        {difference(-3, -2, -1), neutral, Verdict::lower},
        {difference(0.5, 1, 1.5), higher, Verdict::better},  // exactly what matters
        {difference(0.1, 0.5, 0.9), higher, Verdict::small_better},
        {difference(0.1, 0.5, 0.9), lower, Verdict::small_worse},
        {difference(0.1, 0.5, 0.9), neutral, Verdict::small_higher},
        {difference(-0.9, -0.5, -0.1), higher, Verdict::small_worse},
        {difference(-0.9, -0.5, -0.1), lower, Verdict::small_better},
        {difference(-0.9, -0.5, -0.1), neutral, Verdict::small_lower},
        {difference(0.1, 0.9, 1.7), higher, Verdict::small_better},  // may matter, the estimate does not
        {difference(-0.5, 0.2, 0.9), higher, Verdict::same},
        {difference(0, 0.2, 0.4), higher, Verdict::same},  // touching 0 is not clear of it
        {difference(-0.5, 0.4, 1.3), higher, Verdict::too_close},
        {difference(-1, 0, 1), higher, Verdict::too_close},  // touching what matters is not inside
        {difference(-3, 2, 7), higher, Verdict::too_close},
    };
    for (const Case& row : cases) {
        INFO("low " << row.summary.low << ", high " << row.summary.high << ", expected " << name(row.verdict));
        CHECK(name(verdict_of(row.summary, row.direction, matters)) == name(row.verdict));
    }
}

TEST_CASE("what was not declared is exploratory, unless nothing differs or in too few futures") {
    CHECK(name(verdict_of_undeclared(difference(1, 2, 3, 20))) == "exploratory");
    CHECK(name(verdict_of_undeclared(difference(-1, 0, 1))) == "exploratory");
    CHECK(name(verdict_of_undeclared(difference(1, 2, 3, 19))) == "too_rare");
    CHECK(name(verdict_of_undeclared(difference(0, 0, 0, 0))) == "identical");
    PairedSummary never = difference(0, 0, 0, 0);
    never.baseline = never.value = std::numeric_limits<double>::quiet_NaN();
    CHECK(name(verdict_of_undeclared(never)) == "not_measured");
    CHECK(is_too_rare(difference(1, 2, 3, 19)));
    CHECK_FALSE(is_too_rare(difference(1, 2, 3, 20)));
    CHECK_FALSE(is_too_rare(difference(0, 0, 0, 0)));
}

TEST_CASE("where everything matters, nothing is practically the same") {
    CHECK(verdict_of(difference(0.01, 0.02, 0.03), Direction::higher_better, 0) == Verdict::better);
    CHECK(verdict_of(difference(0, 0, 0), Direction::higher_better, 0) == Verdict::too_close);
}

TEST_CASE("what has no value under either policy is not measured, and not the same") {
    const std::vector<measures::Ratio> never(40, measures::Ratio{0, 0});
    const auto summary = paired_summary(never, never, Direction::lower_better, 0.05, own_pasts);
    CHECK(summary.difference == 0);
    CHECK(name(verdict_of(summary, Direction::lower_better, 1)) == "not_measured");
    CHECK(words(Verdict::not_measured) == Text{"not measured", "未计量"});
    CHECK(with_sensitivity(Verdict::not_measured, {.flips_at_a_range_end = true}) == Verdict::not_measured);
    std::vector<measures::Ratio> once = never;
    once.front() = {0, 1};
    const auto same = paired_summary(once, once, Direction::lower_better, 0.05, own_pasts);
    CHECK(verdict_of(same, Direction::lower_better, 1) == Verdict::identical);
}

TEST_CASE("rules are asked in their order") {
    CHECK(verdict_of(difference(5, 6, 7, 0), Direction::higher_better, 1) == Verdict::identical);  // before too rare
    CHECK(verdict_of(difference(5, 6, 7, 1), Direction::higher_better, 1) == Verdict::too_rare);   // before better
    const Sensitivity flips{.flips_at_a_range_end = true};
    CHECK(with_sensitivity(Verdict::identical, flips) == Verdict::identical);
    CHECK(with_sensitivity(Verdict::too_rare, flips) == Verdict::too_rare);
    for (const Verdict later : {Verdict::better, Verdict::small_worse, Verdict::same, Verdict::too_close}) {
        CHECK(with_sensitivity(later, flips) == Verdict::depends_on_assumptions);
        CHECK(with_sensitivity(later, {.sign_agreement = 0.89}) == Verdict::depends_on_assumptions);
        CHECK(with_sensitivity(later, {.sign_agreement = 0.90}) == later);
    }
}

TEST_CASE("verdicts have one word in each language and one mark") {
    CHECK(words(Verdict::better) == Text{"better", "更好"});
    CHECK(words(Verdict::small_worse) == Text{"real but small", "有差别但很小"});
    CHECK(words(Verdict::too_close) == Text{"too close to call", "难分高下"});
    CHECK(words(Verdict::depends_on_assumptions) == Text{"depends on assumptions", "取决于假设"});
    CHECK(mark(Verdict::worse) == "▼");
    CHECK(mark(Verdict::small_higher) == "△");
    CHECK(mark(Verdict::same) == "=");
    CHECK(name(Verdict::too_rare) == "too_rare");
}

TEST_CASE("the level of a comparison is shared out over family and looks") {
    CHECK(comparison_level(0.05, 1, 1) == Approx(0.025));
    CHECK(comparison_level(0.05, 10, 1) == Approx(0.0025));
    CHECK(comparison_level(0.05, 10, 2) == Approx(0.05 / 6 / 10));
    double spent = 0;
    for (int look = 1; look <= 1000; ++look) spent += comparison_level(0.05, 1, look);
    CHECK(spent < 0.05);
    CHECK(spent == Approx(0.05).epsilon(0.01));
    CHECK_THROWS_AS(comparison_level(0.05, 0, 1), InvariantError);
    CHECK_THROWS_AS(comparison_level(0.05, 1, 0), InvariantError);
    CHECK_THROWS_AS(comparison_level(1, 1, 1), InvariantError);
}

TEST_CASE("looking again and again keeps the promised rate of false alarms") {
    // 2000 experiments without a difference in truth, each looked at after 20, 40, 80 and 160 futures: any false alarm
    // in at most 5 %.
    int alarms = 0;
    for (std::uint32_t seed = 1; seed <= 2000; ++seed) {
        std::vector<measures::Ratio> before, after;
        bool alarm = false;
        for (int look = 1; look <= 4; ++look) {
            while (before.size() < (10u << look)) {
                const auto future = static_cast<std::uint32_t>(before.size());
                const auto pair = Draws({seed, future}).two_normals({entity_key("looks"), 3, 0, 0});
                before.push_back({pair.first, 1});
                after.push_back({pair.second, 1});
            }
            const auto summary =
                paired_summary(before, after, Direction::neutral, comparison_level(0.05, 1, look), own_pasts);
            alarm = alarm || summary.low > 0 || summary.high < 0;
        }
        if (alarm) ++alarms;
    }
    CHECK(alarms < 100);
    CHECK(alarms > 20);  // and is not uselessly strict
}

TEST_CASE("the number of futures that would settle it follows the square root rule") {
    PairedSummary summary = difference(-1, 1, 3);
    summary.standard_error = 2 / two_sided_t(0.05, 99);
    // Half width 2 must fall to 1: four times as many futures.
    CHECK(more_needed(summary, 0.5, 0.05) == Approx(300).margin(1));
    // Nearer to being practically the same: within 3 - 1 = 2 of the limit, reached now at the same level.
    CHECK(more_needed(summary, 2.9, 0.05) == Approx(11).margin(1));
    // The next look is stricter, so it takes more.
    CHECK(more_needed(summary, 0.5, 0.05 / 3) > 400);
}

TEST_CASE("settled and hopeless comparisons ask for no more futures") {
    CHECK(more_needed(difference(1, 2, 3), 1, 0.05) == 0);
    CHECK(more_needed(difference(0, 0, 0, 0), 1, 0.05) == 0);
    CHECK(more_needed(difference(-1, 0, 1), 0, 0.05) == 0);
    const double no_value = std::numeric_limits<double>::quiet_NaN();
    CHECK(more_needed(difference(no_value, no_value, no_value), 1, 0.05) == 0);
}

TEST_CASE("too rare asks for as many futures as let 20 pairs differ") {
    CHECK(more_needed(difference(1, 2, 3, 10), 1, 0.05) == 100);
    CHECK(more_needed(difference(1, 2, 3, 1), 1, 0.05) == 1900);
}
