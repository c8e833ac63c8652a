// Which townships lose most under a policy, on terminal and page.
#include "analysis/unit_losses.hpp"

#include <catch2/catch.hpp>

#include "analysis/report/html.hpp"
#include "analysis/terminal/comparison_screen.hpp"
#include "tests/report/sample_comparison.hpp"
#include "tests/report/words.hpp"

using namespace staffsim;
using namespace staffsim::analysis;

namespace {

constexpr std::size_t more_is_better = 0, more_is_worse = 6;  // competence, empty places

// Of the first policy at year 3: changes of townships T1, T2 … with ranges of +/- 0.5.
Comparison with_changes(std::size_t outcome, const std::vector<double>& changes, std::uint32_t discordant = 180) {
    Comparison comparison = tests::sample_comparison();
    comparison.unit_levels.clear();
    for (std::size_t t = 0; t < changes.size(); ++t) {
        const std::string id = "T" + std::to_string(t + 1);
        comparison.unit_levels.push_back({id, {id, id}, outcome, 0, 3, 40, 20, {}});
        UnitLevel level{id, {id, id}, outcome, 1, 3, 40 + changes[t], 20, {}};
        level.change.replications = 200;
        level.change.discordant = changes[t] == 0 ? 0 : discordant;
        level.change.baseline = 40, level.change.value = 40 + changes[t];
        level.change.difference = changes[t];
        level.change.low = changes[t] == 0 ? 0 : changes[t] - 0.5;
        level.change.high = changes[t] == 0 ? 0 : changes[t] + 0.5;
        level.change.differing_low = 0.05, level.change.differing_high = 0.1;
        comparison.unit_levels.push_back(level);
    }
    return comparison;
}

std::string told(const Comparison& comparison, std::size_t outcome) {
    return unit_losses(comparison, outcome, 1, 3).en;
}

}  // namespace

TEST_CASE("the townships that lose most are named first, in the direction in which more is lost") {
    const std::vector<double> changes{0.2, -1.5, -2.4, 0.9, -1.3, -1.2};
    CHECK(told(with_changes(more_is_better, changes), more_is_better) ==
          "T3 −2.4 [−2.9, −1.9], T2 −1.5 [−2.0, −1.0], T5 −1.3 [−1.8, −0.8] and 1 more");
    CHECK(told(with_changes(more_is_worse, changes), more_is_worse) == "T4 +0.90 [+0.40, +1.40]");
    CHECK(unit_losses(with_changes(more_is_better, changes), more_is_better, 1, 3).zh ==
          "T3 −2.4 [−2.9, −1.9]、T2 −1.5 [−2.0, −1.0]、T5 −1.3 [−1.8, −0.8]等 4 个");
}

TEST_CASE("where none loses by more than chance it is said how much none loses more than") {
    CHECK(told(with_changes(more_is_better, {0.2, -0.4, 0.1}), more_is_better) ==
          "none by more than chance, and very likely none by more than 0.9 (T2 −0.4 [−0.9, +0.1])");
    CHECK(told(with_changes(more_is_better, {0.6, 0.7}), more_is_better) == "none");
    CHECK(told(with_changes(more_is_better, {0, 0}), more_is_better) == "none: the same in every matched future");
}

TEST_CASE("townships in which too few futures differ are not judged") {
    CHECK(told(with_changes(more_is_better, {-2.4, -0.1}, 19), more_is_better) ==
          "too few futures differ to judge (most: T1 −2.4, differs in 19 of 200 futures [5–10 %])");
    Comparison mixed = with_changes(more_is_better, {-2.4, -1.5});
    mixed.unit_levels.back().change.discordant = 19;
    CHECK(told(mixed, more_is_better) == "T1 −2.4 [−2.9, −1.9]; in 1 too few futures differ to judge");
}

TEST_CASE("terminal and page tell under each policy which townships lose most") {
    const Comparison comparison = with_changes(more_is_better, {0.2, -1.5, -2.4});
    const std::string screen = unwrapped(comparison_screen(comparison, in_english, false));
    CHECK(contains(screen, "Townships that lose most in year 3 ([…] 95 % for all townships of a policy together"));
    CHECK(contains(screen, "Higher township pay. Competence of serving staff: T3 −2.4 [−2.9, −1.9], T2 −1.5"));
    CHECK(contains(unwrapped(comparison_screen(comparison, in_chinese, false)), "第 3 年人手减少最多的乡镇"));
    CHECK(contains(section_of(render_html(comparison, Language::en), "units"), ">T3 −2.4 [−2.9, −1.9], T2 −1.5"));
    // A store of one scenario, and one without units, have no changes.
    CHECK_FALSE(contains(comparison_screen(tests::sample_comparison(), in_english, false), "lose most"));
    CHECK_FALSE(
        contains(section_of(render_html(tests::sample_comparison(), Language::en), "units"), "lose most against"));
}
