// The search for the smallest or cheapest value that meets a target, on invented targets and costs.
#include "sim/experiment/seek.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace staffsim::experiment;

namespace {

struct CountedAnswers {
    std::function<bool(double)> meets;
    std::multiset<double> asked;
    SeekAnswer seek(const SeekLever& lever) {
        return staffsim::experiment::seek(lever, SeekWish::smallest, [this](double value) {
            asked.insert(value);
            return SeekTrial{meets(value)};
        });
    }
};

double found(SeekWish wish, const SeekLever& lever, const std::function<SeekTrial(double)>& trial) {
    const SeekAnswer answer = seek(lever, wish, trial);
    REQUIRE(answer.is_found);
    return answer.value;
}

}  // namespace

TEST_CASE("the smallest value that meets a monotone target is found to the resolution, each value asked once") {
    for (const double threshold : {0.0, 3.3, 612.4, 999.9, 1000.0}) {
        CountedAnswers target{[=](double value) { return value >= threshold; }, {}};
        const SeekAnswer found = target.seek({0, 1000, 0.5});
        CHECK(found.is_found);
        CHECK(found.shape == (threshold == 0 ? SeekShape::all : SeekShape::rising));
        CHECK(found.value >= threshold);
        CHECK(found.value < threshold + 0.5);
        for (const double value : target.asked) CHECK(target.asked.count(value) == 1);
        CHECK(target.asked.size() <= 20);
    }
}

TEST_CASE("whole numbers are found exactly, and values are multiples of the resolution") {
    CountedAnswers target{[](double value) { return value >= 17; }, {}};
    CHECK(target.seek({0, 40, 1}).value == 17);
    CountedAnswers tenths{[](double value) { return value > 0.25; }, {}};
    CHECK(tenths.seek({0, 1, 0.1}).value == 0.3);
}

TEST_CASE("when nothing meets the target a fine grid is tried before it is said") {
    CountedAnswers never{[](double) { return false; }, {}};
    const SeekAnswer found = never.seek({0, 100, 1});
    CHECK_FALSE(found.is_found);
    CHECK(found.shape == SeekShape::none);
    CHECK(found.tried.size() >= fine_grid);
    // A narrow window between the coarse grid's values is found by the fine one.
    CountedAnswers window{[](double value) { return value >= 30 && value <= 36; }, {}};
    const SeekAnswer inside = window.seek({0, 100, 1});
    CHECK(inside.is_found);
    CHECK(inside.shape == SeekShape::mixed);
    CHECK(inside.value >= 30);
    CHECK(inside.value <= 36);
}

TEST_CASE("of a target that larger values lose the largest value is found, and that is monotone") {
    for (const double threshold : {0.0, 3.3, 612.4, 999.9}) {
        CountedAnswers target{[=](double value) { return value <= threshold; }, {}};
        const SeekAnswer found = target.seek({0, 1000, 0.5});
        CHECK(found.is_found);
        CHECK(found.shape == SeekShape::falling);
        CHECK(found.value <= threshold);
        CHECK(found.value > threshold - 0.5);
        for (const double value : target.asked) CHECK(target.asked.count(value) == 1);
        CHECK(target.asked.size() <= 20);
    }
}

TEST_CASE("a target that is lost again as the lever grows is not taken for monotone") {
    CountedAnswers hump{[](double value) { return (value >= 20 && value < 60) || value >= 95; }, {}};
    const SeekAnswer found = hump.seek({0, 100, 1});
    CHECK(found.is_found);
    CHECK(found.shape == SeekShape::mixed);
    CHECK(found.value >= 20);
    CHECK(found.value <= 24);  // fine grid: steps of 3 or 4
}

TEST_CASE(
    "where more of a lever is cheaper the cheapest value is the largest, and the smallest is still the smallest") {
    const auto trial = [](double value) { return SeekTrial{value >= 3, true, 100 - value}; };
    CHECK(found(SeekWish::cheapest, {0, 10, 1}, trial) == 10);
    CHECK(found(SeekWish::smallest, {0, 10, 1}, trial) == 3);
    // A target that is lost again: the last value that still meets it.
    const auto window = [](double value) { return SeekTrial{value >= 20 && value <= 77, true, 100 - value}; };
    CHECK(found(SeekWish::cheapest, {0, 100, 1}, window) == 77);
}

TEST_CASE("where more of a lever is dearer the cheapest value is the smallest, and it takes no more trials") {
    const auto trial = [](double value) { return SeekTrial{value >= 612.4, true, value}; };
    const SeekAnswer smallest = seek({0, 1000, 0.5}, SeekWish::smallest, trial);
    const SeekAnswer cheapest = seek({0, 1000, 0.5}, SeekWish::cheapest, trial);
    CHECK(cheapest.value == smallest.value);
    CHECK(cheapest.tried == smallest.tried);
}

TEST_CASE("a least cost inside the range is found to the resolution") {
    const auto trial = [](double value) { return SeekTrial{true, true, (value - 341) * (value - 341)}; };
    CHECK(found(SeekWish::cheapest, {0, 1000, 1}, trial) == 341);
}

TEST_CASE("the edge of the budget is found to the resolution, whichever way cost goes") {
    const auto falling = [](double value) { return SeekTrial{value >= 5, value >= 20, 20 - value}; };
    CHECK(found(SeekWish::smallest, {5, 40, 0.1}, falling) == 20);
    CHECK(found(SeekWish::cheapest, {5, 40, 0.1}, falling) == 40);
    const auto rising = [](double value) { return SeekTrial{value >= 12, value <= 31, value}; };
    CHECK(found(SeekWish::smallest, {0, 40, 1}, rising) == 12);
    CHECK(found(SeekWish::cheapest, {0, 40, 1}, rising) == 12);
    const auto too_dear = [](double value) { return SeekTrial{value >= 12, value <= 11, value}; };
    CHECK_FALSE(seek({0, 40, 1}, SeekWish::smallest, too_dear).is_found);
}

TEST_CASE("the usual resolution is a round two-hundredth of the range") {
    CHECK(usual_resolution(0, 2000, false) == Approx(10));
    CHECK(usual_resolution(0, 1, false) == Approx(0.005));
    CHECK(usual_resolution(0, 70, true) == 1);
    CHECK(usual_resolution(0, 5000, true) == 50);
}
