// Feedbacks of the service to the public (model.md §6): each shows with its mechanism, and vanishes without it. Where
// a mechanism is off, matched futures are the same to the last event, so the difference asked for is exactly 0.
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/feedbacks/futures.hpp"

using namespace staffsim;
using namespace staffsim::feedbacks;

namespace {

constexpr std::uint32_t futures = 24;

// Townships of 4,500 residents, served by 24 civil servants and 20 institution staff; people leave and are replaced.
Sets served(const Sets& more = {}) {
    Sets sets{"service.queue=\"weekly\"",
              "leaving.resignation=0.08",
              "recruitment.approved_share=1",
              "service.flex=0",
              "service.hurry_effect=1",
              "service.minutes={certificates=30, land=450, "
              "benefits=110, disputes=1800, requests=450}"};
    for (int t = 1; t <= 12; ++t) {
        sets.push_back("units.T" + std::string(t < 10 ? "0" : "") + std::to_string(t) + ".residents=4500");
    }
    for (const std::string& set : more) {  // instead of the same key above
        const std::string key = set.substr(0, set.find('=') + 1);
        std::erase_if(sets, [&key](const std::string& other) { return other.starts_with(key); });
        sets.push_back(set);
    }
    return sets;
}

// Ratio of sums over all townships and years.
Sample ratio(ServiceSum above, ServiceSum below, const Sets& sets, double times = 1) {
    const auto sum_of = [&](ServiceSum which) {
        return live(sets, futures, [which](std::size_t, const County& county, double& sum) {
            for (const ServiceYear& unit : county.tally().service) sum += unit[which];
        });
    };
    Sample result = sum_of(above);
    const Sample denominator = sum_of(below);
    for (std::size_t i = 0; i < result.size(); ++i) result[i] *= times / denominator[i];
    return result;
}

Sample resignations(const Sets& sets, std::uint32_t n = futures) {
    return live(sets, n,
                [](std::size_t, const County& county, double& sum) { sum += flow(county, Flow::exit_resignation); });
}

const Sets few_approved{"recruitment.approved_share=0.3"};

}  // namespace

TEST_CASE("vacancies raise load, waiting and escalations") {
    const auto [matters, minutes] = std::pair{ServiceSum::matters, ServiceSum::work_minutes};
    const auto grows = [&](ServiceSum above, ServiceSum below) {
        return difference(ratio(above, below, served(few_approved)), ratio(above, below, served())).z();
    };
    CHECK(grows(minutes, ServiceSum::staff_minutes) > shown);
    CHECK(grows(ServiceSum::wait_days, matters) > shown);
    CHECK(grows(ServiceSum::escalated, matters) > shown);
}

TEST_CASE("with the queue off vacancies have no load to raise") {
    const Sets off{"service.queue=\"off\""};
    const Sample load = live(served(few_approved + off), futures, [](std::size_t, const County& county, double& sum) {
        for (const Unit& unit : county.units()) sum += static_cast<double>(std::abs(unit.service.load));
    });
    CHECK(estimate(load).mean == 0);
}

TEST_CASE("a load above the centre makes people leave, and none without the queue or the effect") {
    const Sets behaviour{"leaving.behaviour=true", "leaving.workload_effect=0", "leaving.prospect_effect=0",
                         "leaving.pay_elasticity=0.5", "service.load_centre=-1"};
    const Sets felt{"leaving.service_load_effect=1"}, unfelt{"leaving.service_load_effect=0"};
    const Sets off{"service.queue=\"off\""};
    CHECK(difference(resignations(served(behaviour + felt)), resignations(served(behaviour + unfelt))).z() > shown);
    const Estimate without =
        difference(resignations(served(behaviour + felt + off)), resignations(served(behaviour + unfelt + off)));
    CHECK(without.mean == 0);
    CHECK(without.error == 0);
}

TEST_CASE("vacancies make those who stay leave through the load of citizens' matters, and not without the effect") {
    const Sets behaviour{"leaving.behaviour=true", "leaving.workload_effect=0", "leaving.prospect_effect=0",
                         "leaving.pay_elasticity=0.5"};
    // Resignations per person-year. They are rare, and nothing must be told from little: many more futures than
    // elsewhere.
    const auto rate = [](const Sets& sets) {
        constexpr std::uint32_t many = 10 * futures;
        Sample resigned = resignations(sets, many);
        const Sample years =
            live(sets, many, [](std::size_t, const County& county, double& sum) { sum += person_years(county); });
        for (std::size_t i = 0; i < resigned.size(); ++i) resigned[i] /= years[i];
        return resigned;
    };
    const Sets felt = behaviour + Sets{"leaving.service_load_effect=1"};
    const Sets unfelt = behaviour + Sets{"leaving.service_load_effect=0"};
    const Estimate overload = difference(rate(served(felt + few_approved)), rate(served(felt)));
    const Estimate none = difference(rate(served(unfelt + few_approved)), rate(served(unfelt)));
    INFO(overload.mean << " against " << none.mean << " +- " << none.error);
    CHECK(overload.z() > shown);
    CHECK(none.is_small_beside(overload));
}

TEST_CASE("training in law and mass work lowers failures and errors, and not where skill has no effect") {
    const Sets trained{"training.days={administration=0, law=20, mass_work=20}"};
    const auto change = [&](ServiceSum what, const Sets& more) {
        return difference(ratio(what, ServiceSum::matters, served(more + trained)),
                          ratio(what, ServiceSum::matters, served(more)));
    };
    CHECK(change(ServiceSum::failed, {}).z() < -shown);
    CHECK(change(ServiceSum::legal_errors, {}).z() < -shown);
    // Long days keep every line calm: near full load kinds are taken up sooner or later as the queue swings, so that
    // shares of kinds in a year, and with them the mean of constant shares of errors, move in the sixth digit.
    const Sets no_effect{"service.time_effect=0",  "service.failure_effect=0",  "service.error_effect=0",
                         "service.hurry_effect=0", "service.patience_days=500", "service.minutes_per_day=720"};
    CHECK(change(ServiceSum::legal_errors, no_effect).mean == Approx(0).margin(1e-12));
}
