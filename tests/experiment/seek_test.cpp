// The search for the smallest value that meets a target, on invented targets.
#include "sim/experiment/seek.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace staffsim::experiment;

namespace {

struct CountedAnswers {
    std::function<bool(double)> meets;
    std::multiset<double> asked;
    SeekAnswer seek(const SeekLever& lever) {
        return seek_smallest(lever, [this](double value) {
            asked.insert(value);
            return meets(value);
        });
    }
};

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

TEST_CASE("the usual resolution is a round two-hundredth of the range") {
    CHECK(usual_resolution(0, 2000, false) == Approx(10));
    CHECK(usual_resolution(0, 1, false) == Approx(0.005));
    CHECK(usual_resolution(0, 70, true) == 1);
    CHECK(usual_resolution(0, 5000, true) == 50);
}
