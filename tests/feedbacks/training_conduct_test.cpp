// Feedbacks of training and conduct (model.md §6): each shows with its mechanism, and vanishes without it. Where a
// mechanism is off, matched futures are the same to the last event, so the difference asked for is exactly 0.
#include <catch2/catch.hpp>

#include "tests/feedbacks/futures.hpp"

using namespace staffsim;
using namespace staffsim::feedbacks;

namespace {

constexpr std::uint32_t few_futures = 10;

Sets with(Sets sets, const Sets& more) {
    sets.insert(sets.end(), more.begin(), more.end());
    return sets;
}

Sample sum_of(Flow which, const Sets& sets) {
    return live(sets, few_futures,
                [which](std::size_t, const County& county, double& sum) { sum += flow(county, which); });
}
// Of the last year, per head.
Sample at_the_end(Stock which, const Sets& sets) {
    return live(sets, few_futures, [which](std::size_t, const County& county, double& sum) {
        sum = stock(county, which) / stock(county, Stock::staff);
    });
}
Sample share_found(const Sets& sets) {
    Sample found = sum_of(Flow::misconduct_found, sets);
    const Sample all = sum_of(Flow::misconduct, sets);
    for (std::size_t i = 0; i < found.size(); ++i) found[i] /= all[i];
    return found;
}
bool same(const Sample& a, const Sample& b) { return a == b; }

// About 380 misconducts a future; integrity counts for nothing in the county of the file.
const Sets unfeeling{"conduct.behaviour=true", "conduct.sanction=0.05", "conduct.severity={warning=1}"};
const Sets conduct = with(unfeeling, {"conduct.integrity_effect=0.5"});
const Sets training{"training.days={administration=10, law=10, mass_work=10}"};

}  // namespace

TEST_CASE("a pay gap raises misconduct, and does not when pay has no effect") {
    const Sets poor{"pay.outside_base=8000"}, rich{"pay.outside_base=4000"};
    const auto effect = [&](const Sets& also) {
        return difference(sum_of(Flow::misconduct, with(with(conduct, poor), also)),
                          sum_of(Flow::misconduct, with(with(conduct, rich), also)));
    };
    CHECK(effect({}).z() > shown);
    const Estimate off = effect({"conduct.pay_effect=0"});
    CHECK(off.mean == 0);
    CHECK(off.error == 0);
}

TEST_CASE("supervision lowers misconduct by deterrence and finds more of it, each only where its mechanism is on") {
    const Sets much = with(conduct, {"conduct.supervision.visits=12"});
    CHECK(difference(sum_of(Flow::misconduct, much), sum_of(Flow::misconduct, conduct)).z() < -shown);
    CHECK(difference(share_found(much), share_found(conduct)).z() > shown);
    const Sets no_fear{"conduct.supervision.deterrence=0"};
    CHECK(same(sum_of(Flow::misconduct, with(much, no_fear)), sum_of(Flow::misconduct, with(conduct, no_fear))));
    const Sets blind = with(no_fear, {"conduct.supervision.detection_effect=0"});
    CHECK(
        same(sum_of(Flow::misconduct_found, with(much, blind)), sum_of(Flow::misconduct_found, with(conduct, blind))));
}

TEST_CASE(
    "education lowers misconduct, loses its hold when it stops, and does nothing where integrity does not count") {
    const Sets much{"conduct.education.days={ideology=12, achievements=0, service=0}"};
    const Sets none{"conduct.education.days={ideology=0, achievements=0, service=0}"};
    const Sets taught = with(conduct, much), never = with(conduct, none);
    const Sample with_it = sum_of(Flow::misconduct, taught), without = sum_of(Flow::misconduct, never);
    CHECK(difference(with_it, without).z() < -shown);
    const auto ideology = [](const Sets& sets) {
        return live(sets, 1, [](std::size_t year, const County& county, double& last) {
            const double now = county.unit(UnitId{0}).climate.ideology;
            if (year > 0) CHECK(now < last);
            last = now;
        })[0];
    };
    CHECK(ideology(never) < 0.001);  // e^(-.5 x 12) of .1065
    CHECK(same(sum_of(Flow::misconduct, with(unfeeling, much)), sum_of(Flow::misconduct, with(unfeeling, none))));
}

TEST_CASE("a right view of achievements draws less effort to indicators, and does not without its effect") {
    const Sets assessed{"conduct.behaviour=true", "assessment.enabled=true", "assessment.indicators.share=1"};
    const Sets taught{"conduct.education.days={ideology=0, achievements=12, service=0}"};
    CHECK(difference(at_the_end(Stock::effort_shift, with(assessed, taught)), at_the_end(Stock::effort_shift, assessed))
              .z() < -shown);
    const Sets off = with(assessed, {"conduct.gaming_effect=0"});
    CHECK(same(at_the_end(Stock::effort_shift, with(off, taught)), at_the_end(Stock::effort_shift, off)));
}

TEST_CASE("training in law lowers misconduct, and does not where legal skill does not count") {
    const Sets law{"training.days={administration=0, law=40, mass_work=0}"};
    const Sets counts = with(conduct, {"conduct.law_effect=0.5"}), not_counts = with(conduct, {"conduct.law_effect=0"});
    CHECK(difference(sum_of(Flow::misconduct, with(counts, law)), sum_of(Flow::misconduct, counts)).z() < -shown);
    CHECK(same(sum_of(Flow::misconduct, with(not_counts, law)), sum_of(Flow::misconduct, not_counts)));
}

TEST_CASE(
    "more days of training bring less each and cost presence; without gain or absence they bring or cost nothing") {
    const auto days = [](int n) {
        const std::string each = std::to_string(n);
        return Sets{"training.days={administration=" + each + ", law=" + each + ", mass_work=" + each + "}"};
    };
    const Sample few = at_the_end(Stock::skill, days(5)), more = at_the_end(Stock::skill, days(10)),
                 most = at_the_end(Stock::skill, days(20));
    Sample first_five = more, next_ten_by_five = most;
    for (std::size_t i = 0; i < few.size(); ++i) {
        first_five[i] = more[i] - few[i];
        next_ten_by_five[i] = (most[i] - more[i]) / 2;
    }
    CHECK(estimate(next_ten_by_five).mean > 0);
    CHECK(difference(first_five, next_ten_by_five).z() > shown);
    CHECK(difference(at_the_end(Stock::hands_present, days(20)), at_the_end(Stock::hands_present, days(5))).z() <
          -shown);
    const Sets no_gain{"training.gain_per_10_days=0"},
        no_absence{"training.method_absence={lecture=0, cases=0, on_the_job=0, online=0}"};
    CHECK(same(at_the_end(Stock::skill, with(days(20), no_gain)), at_the_end(Stock::skill, with(days(5), no_gain))));
    CHECK(same(at_the_end(Stock::hands_present, with(days(20), no_absence)),
               at_the_end(Stock::hands_present, with(days(5), no_absence))));
}

TEST_CASE("a requirement brings more people to training and more out of it, and does not without its two effects") {
    const Sets loose = with(training, {"training.no_show=0.2"}), strict = with(loose, {"training.requirement=1"});
    CHECK(difference(sum_of(Flow::trainings, strict), sum_of(Flow::trainings, loose)).z() > shown);
    CHECK(difference(at_the_end(Stock::skill, strict), at_the_end(Stock::skill, loose)).z() > shown);
    const Sets off{"training.must_learn=0", "training.must_attend=0"};
    CHECK(same(sum_of(Flow::trainings, with(strict, off)), sum_of(Flow::trainings, with(loose, off))));
    CHECK(same(at_the_end(Stock::skill, with(strict, off)), at_the_end(Stock::skill, with(loose, off))));
}

TEST_CASE("guidance makes people want to learn, and does nothing where wanting does not count") {
    const Sets guided = with(training, {"training.guidance.days=6"});
    CHECK(difference(at_the_end(Stock::skill, guided), at_the_end(Stock::skill, training)).z() > shown);
    const Sets off{"training.learning_effect=0", "training.no_show_effect=0"};
    CHECK(same(at_the_end(Stock::skill, with(guided, off)), at_the_end(Stock::skill, with(training, off))));
}

TEST_CASE("with behaviour off nothing is hidden and neither supervision nor education changes anything") {
    const Sets off{"conduct.behaviour=false", "conduct.sanction=0.05", "conduct.severity={warning=1}"};
    const Sets effort{"conduct.supervision.visits=24",
                      "conduct.education.days={ideology=24, achievements=24, service=24}"};
    CHECK(estimate(sum_of(Flow::misconduct, off)).mean == 0);
    CHECK(same(sum_of(Flow::sanctions, with(off, effort)), sum_of(Flow::sanctions, off)));
    CHECK(same(at_the_end(Stock::hands_present, with(off, effort)), at_the_end(Stock::hands_present, off)));
}
