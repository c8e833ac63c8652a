// Questions and answers in the store: asked again they cost nothing, changed scenarios make them new.
#include "analysis/kept_answers.hpp"

#include <catch2/catch.hpp>

#include "analysis/kept_json.hpp"

using namespace staffsim;
using namespace staffsim::analysis;

namespace {

SeekReport question() {
    SeekReport report;
    report.scenario = {"Today", "现行"};
    report.lever = "pay.township_allowance";
    report.outcome = measures::outcome_index("leavers");
    report.target = 57;
    report.year = 5;
    report.seed = 3;
    report.replications = 100;
    report.budget = 120.5;
    return report;
}

const SeekSearch search{0, 1000, 5, {2}};

// Met from 600 on, and the dearer the larger.
SeekEvidence lived(double value, double other) {
    const bool meets = value >= 600;
    return {value, other, meets ? 0.97 : 0.4, meets ? 0.93 : 0.3, meets ? 0.99 : 0.5, 57, value / 10, 0, 0,
            meets, true};
}

PackageQuestion package() {
    return {{{"a", "甲"}, {"b", "乙"}}, {measures::outcome_index("leavers")}, {3}, 1, 20, "same"};
}

}  // namespace

TEST_CASE("a question is read back from its design as it was asked") {
    const KeptQuestion kept_seek = kept(question(), search, "x");
    const auto [read, how] = seek_question_of(Json::parse(kept_seek.design));
    CHECK(kept(read, how, "x").design == kept_seek.design);
    CHECK(kept(package_question(Json::parse(kept(package()).design))).design == kept(package()).design);
    const RaceQuestion race{{{"a", "甲"}, {"b", "乙"}}, {"a", "b"}, 2, 5, {2, {.indifference = 0.1}, 7}, 4, "y"};
    CHECK(kept(race_question(Json::parse(kept(race).design))).design == kept(race).design);
}

TEST_CASE("changed scenarios keep a question's name and change its design; another question has another name") {
    PackageQuestion edited = package(), other = package();
    edited.identity = "edited";
    other.years = {5};
    CHECK(kept(edited).name == kept(package()).name);
    CHECK(kept(edited).design != kept(package()).design);
    CHECK(kept(other).name != kept(package()).name);
}

TEST_CASE("values that are kept are not tried again, and the answer is the same") {
    KeptPoints points;
    const TryValue keeping = [&](bool is_fresh, double value, double other) {
        points.push_back(numbers_of(lived(value, other), is_fresh));
        return lived(value, other);
    };
    const SeekReport first = sought(question(), search, {}, keeping);
    REQUIRE(first.answer);
    CHECK(first.answer->value == 600);
    CHECK(first.confirmation);
    const TryValue never = [](bool, double, double) -> SeekEvidence { throw std::logic_error("tried again"); };
    const SeekReport again = sought(question(), search, points, never);
    CHECK(again.answer->value == 600);
    CHECK(again.tried.size() == first.tried.size());
    // Broken off: only what is missing is tried.
    const std::size_t all = points.size();
    KeptPoints part(points.begin(), points.begin() + 4);
    std::size_t tried = 0;
    sought(question(), search, part, [&](bool, double value, double other) {
        ++tried;
        return lived(value, other);
    });
    CHECK(tried == all - 4);
}

// The second lever costs 200 at its first value and nothing at its second; the first one gets cheaper the larger it is.
TEST_CASE("of a mix the cheapest pair of all that were tried is the answer, though a smaller value would do") {
    SeekReport mix = question();
    mix.other_lever = "exchange.pairs_per_year";
    mix.budget.reset();
    const SeekReport found = sought(mix, {0, 10, 1, {1, 2}}, [](bool, double value, double other) {
        SeekEvidence one = lived(value, other);
        one.meets = value >= 3;
        one.is_affordable = true;
        one.cost = 100 - value + (other == 1 ? 200 : 0);
        return one;
    });
    REQUIRE(found.answer);
    CHECK(found.answer->value == 10);
    CHECK(found.answer->other_value == 2);
    for (const SeekEvidence& one : found.tried) CHECK((!one.meets || one.cost >= found.answer->cost));
}

// Parts worth 2 and 1, and .5 more together, the same in every future.
TEST_CASE("a package's answer is made from all futures that are kept") {
    const PackageQuestion question = package();
    KeptPoints points;
    for (int r = 0; r < 3; ++r) {
        std::vector<double> point(question.place(question.subsets(), 0));
        for (std::size_t set = 0; set < 4; ++set) {
            point[question.place(set, 0)] = 10 + r + std::vector{0.0, 2.0, 1.0, 3.5}[set];
            point[question.place(set, 0) + 1] = 1;
        }
        points.push_back(point);
    }
    const Package answer = package_of(question, points);
    CHECK(answer.replications == 3);
    CHECK(answer.values[0].value == Approx(2.25));
    CHECK(answer.values[1].value == Approx(1.25));
    CHECK(answer.interactions[0].value == Approx(0.5));
}
