// Feedbacks of entering and leaving (model.md §6): each shows with its mechanism, and vanishes without it.
#include <catch2/catch.hpp>
#include <map>

#include "tests/feedbacks/futures.hpp"

using namespace staffsim;
using namespace staffsim::feedbacks;

namespace {

// Leavers of own will of one year of the run (0-based).
Sample resignations_in(const Sets& sets, std::uint32_t n, std::size_t wanted) {
    return live(sets, n, [wanted](std::size_t year, const County& county, double& sum) {
        if (year == wanted) sum += flow(county, Flow::exit_resignation);
    });
}
Sample sum_of(Flow which, const Sets& sets, std::uint32_t n) {
    return live(sets, n, [which](std::size_t, const County& county, double& sum) { sum += flow(county, which); });
}
// Resignations per person-year.
Sample resignation_rate(const Sets& sets, std::uint32_t n) {
    Sample resigned = sum_of(Flow::exit_resignation, sets, n);
    const Sample years =
        live(sets, n, [](std::size_t, const County& county, double& sum) { sum += person_years(county); });
    for (std::size_t i = 0; i < resigned.size(); ++i) resigned[i] /= years[i];
    return resigned;
}
// The same of untitled staff.
Sample clerks_resignation_rate(const Sets& sets, std::uint32_t n) {
    Sample rate;
    const Sample exits = live_by_fact(sets, n, [](std::span<const Fact> facts, const County&, double& sum) {
        for (const Fact& fact : facts) {
            const bool resigned =
                fact.kind == Fact::Kind::left && fact.detail == static_cast<std::uint8_t>(ExitCause::resignation);
            sum += resigned && !fact.seat.exists();
        }
    });
    const Sample years = live(sets, n, [](std::size_t, const County& county, double& sum) {
        const YearTally& tally = county.tally();
        for (std::size_t cell = 0; cell < tally.exposure.size(); cell += tally.tiers) {
            sum += static_cast<double>(tally.exposure[cell].person_days) / days_per_year;
        }
    });
    for (std::size_t i = 0; i < exits.size(); ++i) rate.push_back(exits[i] / years[i]);
    return rate;
}

const Sets behaviour{"leaving.behaviour=true",      "leaving.resignation=0.08",  "leaving.taste_effect=0",
                     "leaving.motivation_effect=0", "leaving.distance_effect=0", "leaving.lost_effect=0"};

// Nothing by which those who stayed long could differ from newcomers in their own hazard.
const Sets alike{"pay.enabled=false", "leaving.native_effect=0", "leaving.living_effect=0"};

}  // namespace

TEST_CASE("a minimum service makes a wave of leaving when it ends, and without one there is none") {
    const Sets leave{"leaving.resignation=0.15"}, locked = leave + Sets{"recruitment.minimum_service_years=5"};
    CHECK(estimate(resignations_in(locked, 20, 4)).mean == 0);
    // The year after its end against the tenth, when most of those who replaced them are inside their own.
    const Estimate wave = difference(resignations_in(locked, 40, 5), resignations_in(locked, 40, 9));
    const Estimate none = difference(resignations_in(leave, 120, 5), resignations_in(leave, 120, 9));
    INFO(wave.mean << " against " << none.mean << " +- " << none.error);
    CHECK(wave.z() > shown);
    CHECK(none.is_small_beside(wave));
}

TEST_CASE("an annual intake makes vacancies saw-toothed, and continuous recruitment does not") {
    const auto empty = [](const County& county) {
        double sum = 0;
        for (std::size_t u = 0; u < county.units().size(); ++u) sum += county.empty_places(UnitId{u});
        return sum;
    };
    const Sets annual{"leaving.resignation=0.08"};
    const Sets continuous = annual + Sets{"recruitment.mode=continuous", "recruitment.lead_days=180"};
    const MonthDay eve{9, 15}, after{9, 16};  // mornings
    const Estimate teeth = difference(live_by_day(annual, 20, eve, empty), live_by_day(annual, 20, after, empty));
    const Estimate none =
        difference(live_by_day(continuous, 20, eve, empty), live_by_day(continuous, 20, after, empty));
    INFO(teeth.mean << " against " << none.mean << " +- " << none.error);
    CHECK(teeth.z() > shown);
    CHECK(none.is_small_beside(teeth));
}

TEST_CASE("vacancies raise workload and workload raises leaving; without its effect they do not") {
    const auto excess = [](const Sets& sets) {
        return difference(resignation_rate(sets + Sets{"recruitment.approved_share=0.1"}, 60),
                          resignation_rate(sets, 60));
    };
    const Sets base = behaviour + alike + Sets{"leaving.prospect_effect=0"};
    const Estimate felt = excess(base + Sets{"leaving.workload_effect=2"});
    const Estimate unfelt = excess(base + Sets{"leaving.workload_effect=0"});
    INFO(felt.mean << " against " << unfelt.mean << " +- " << unfelt.error);
    CHECK(felt.z() > shown);
    CHECK(unfelt.is_small_beside(felt));
}

TEST_CASE("higher pay raises applicants and filled seats; when nobody looks at pay it changes nothing") {
    const Sets seats{"leaving.resignation=0.08", "recruitment.seat_fill=applicants",
                     "recruitment.applicants_per_seat={open_exam=5, institution_staff=0, village_cadre=0, "
                     "village_official=0, service_programme=0}"};
    const Sets more{"pay.township_allowance=1000"};
    const auto per_seat = [](Flow what, const Sets& sets) {
        Sample sample = sum_of(what, sets, 40);
        const Sample advertised = sum_of(Flow::seats_advertised, sets, 40);
        for (std::size_t i = 0; i < sample.size(); ++i) sample[i] /= advertised[i];
        return sample;
    };
    const Sets look = seats + Sets{"recruitment.pay_elasticity=3"},
               blind = seats + Sets{"recruitment.pay_elasticity=0"};
    CHECK(difference(per_seat(Flow::applicants, look + more), per_seat(Flow::applicants, look)).z() > shown);
    CHECK(difference(per_seat(Flow::seats_filled, look + more), per_seat(Flow::seats_filled, look)).z() > shown);
    for (const Flow what : {Flow::applicants, Flow::seats_filled})
        CHECK(sum_of(what, blind + more, 10) == sum_of(what, blind, 10));
}

TEST_CASE("a specialty requirement trades applicants for match; where every field fits it changes nothing") {
    const Sets seats{"leaving.resignation=0.08", "recruitment.seat_fill=applicants"};
    const Sets asked{"recruitment.specialty_share=1"};
    const auto match = [](const Sets& sets) {
        return live(sets, 20, [](std::size_t, const County& county, double& sum) {
            sum += stock(county, Stock::field_fit) / stock(county, Stock::staff);
        });
    };
    CHECK(difference(match(seats + asked), match(seats)).z() > shown);
    CHECK(difference(sum_of(Flow::applicants, seats, 20), sum_of(Flow::applicants, seats + asked, 20)).z() > shown);
    const Sets all_fit = seats + Sets{
                                     "performance.fit.township={law=1, agriculture=1, economics=1, engineering=1, "
                                     "administration=1, other=1}"};
    CHECK(sum_of(Flow::applicants, all_fit, 10) == sum_of(Flow::applicants, all_fit + asked, 10));
}

TEST_CASE("recruiting institution staff takes hands, and their work makes others leave; not when refilled at once") {
    const Sets base = behaviour + Sets{"leaving.prospect_effect=0", "leaving.workload_effect=2",
                                       "recruitment.seats={institution_staff=1}"};
    const Sets heavy{"leaving.institution_hand=1"}, light{"leaving.institution_hand=0"};  // their work falls on nobody
    const auto missing = [](const Sets& sets) {
        return live(sets, 10, [](std::size_t, const County& county, double& sum) {
            sum += stock(county, Stock::institution_hands_missing);
        });
    };
    const Sets slow = base + Sets{"recruitment.institution_refill_days=365"};
    const Sets at_once = base + Sets{"recruitment.institution_refill_days=0"};
    CHECK(estimate(missing(slow)).z() > shown);
    CHECK(estimate(missing(at_once)).mean == 0);
    CHECK(difference(resignation_rate(slow + heavy, 60), resignation_rate(at_once + heavy, 60)).z() > shown);
    CHECK(sum_of(Flow::exit_resignation, slow + light, 10) == sum_of(Flow::exit_resignation, at_once + light, 10));
}

TEST_CASE("a prospect that people can see keeps them; when they do not mind it, it does not") {
    const Sets base = behaviour + alike +
                      Sets{"leaving.workload_effect=0", "promotion.middle.regime=random",
                           "promotion.middle.lead_days=0", "promotion.middle.min_years_in_tier=0"};
    // Heads who leave often open posts to clerks; clerks' own base hazard is the same.
    const Sets many{"posts.township_office_head.resignation_rate=0.8"},
        few{"posts.township_office_head.resignation_rate=0.02"};
    const auto kept = [&](const Sets& effect) {
        return difference(clerks_resignation_rate(base + effect + few, 60),
                          clerks_resignation_rate(base + effect + many, 60));
    };
    const Estimate minded = kept({"leaving.prospect_effect=3"}), unminded = kept({"leaving.prospect_effect=0"});
    INFO(minded.mean << " against " << unminded.mean << " +- " << unminded.error);
    CHECK(minded.z() > shown);
    CHECK(unminded.is_small_beside(minded));
}
