// Values that are phased in: equal yearly steps, from the value that held before.
#include <catch2/catch.hpp>
#include <cstddef>
#include <string>
#include <vector>

#include "tests/scenario/timeline_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tests;

TEST_CASE("a phase-in moves in equal yearly steps, the first on the day itself", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 800\nstarts = 2027-07-01\nphase_in_years = 4\n");
    const auto loaded = county.load("a.toml");
    CHECK(value(loaded, allowance, to_day({2027, 6, 30})) == "400");
    CHECK(value(loaded, allowance, to_day({2027, 7, 1})) == "500");
    CHECK(value(loaded, allowance, to_day({2028, 6, 30})) == "500");
    CHECK(value(loaded, allowance, to_day({2028, 7, 1})) == "600");
    CHECK(value(loaded, allowance, to_day({2029, 7, 1})) == "700");
    CHECK(value(loaded, allowance, to_day({2030, 7, 1})) == "800");
    CHECK(value(loaded, allowance, to_day({2035, 7, 1})) == "800");
    const auto& timeline = loaded.input.policy;
    CHECK(days_of(timeline) == std::vector<Day>{first_of(2026), to_day({2027, 7, 1}), to_day({2028, 7, 1}),
                                                to_day({2029, 7, 1}), to_day({2030, 7, 1})});
    CHECK(allowance_on(timeline, first_of(2029), 0) == 600);
}

TEST_CASE("a phase-in of one year is a plain date", "[scenario]") {
    const CountyFiles county;
    county.overlay("plain.toml", "[pay]\ntownship_allowance = 800\nstarts = 2027-07-01\n");
    county.overlay("one.toml", "[pay]\ntownship_allowance = 800\nstarts = 2027-07-01\nphase_in_years = 1\n");
    const auto plain = county.load("plain.toml");
    const auto one = county.load("one.toml");
    CHECK(same_timeline(one.input.policy, plain.input.policy));
    CHECK(one.resolved_hash == plain.resolved_hash);
}

TEST_CASE("a phase-in starts from the value that held before, dated or not, in each unit", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 600\nstarts = 2027-01-01\nunits = [\"T03\"]\n");
    county.write("b.toml",
                 "extends = \"a.toml\"\n[pay]\ntownship_allowance = 800\nstarts = 2029-01-01\nphase_in_years = 2\n");
    const auto loaded = county.load("b.toml");
    CHECK(value(loaded, allowance, first_of(2029), "T03") == "700");
    CHECK(value(loaded, allowance, first_of(2029), "T11") == "600");
    CHECK(value(loaded, allowance, first_of(2030), "T11") == "800");
}

TEST_CASE("a phase-in that began before the first day goes on from where it is", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 800\nstarts = 2025-01-01\nphase_in_years = 4\n");
    const auto loaded = county.load("a.toml");
    CHECK(days_of(loaded.input.policy) == std::vector<Day>{first_of(2026), first_of(2027), first_of(2028)});
    CHECK(allowance_on(loaded.input.policy, first_of(2026), 0) == 600);
}

TEST_CASE("whole numbers are rounded on the way, halves up", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[recruitment]\nopening_ratio = 6\nstarts = 2027-01-01\nphase_in_years = 6\n");
    county.overlay("men.toml", "[retirement]\nage_men = 63\nstarts = 2027-01-01\nphase_in_years = 2\n");
    const auto loaded = county.load("a.toml");
    const std::vector<std::string> expected{"4", "4", "5", "5", "6", "6"};  // 3.5 4 4.5 5 5.5 6
    for (int k = 0; k < 6; ++k) {
        CHECK(value(loaded, "recruitment.opening_ratio", first_of(2027 + k)) == expected[static_cast<std::size_t>(k)]);
    }
    CHECK(value(county.load("men.toml"), "retirement.age_men", first_of(2027)) == "62");
}

TEST_CASE("shares that sum to one do so in every step, lists move entry by entry", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml",
                   "[recruitment]\nseats = { open_exam = 0.3, village_cadre = 0.7 }\nstarts = 2027-01-01\n"
                   "phase_in_years = 3\n[pay]\nremote_supplement = [300, 100, 0]\nstarts = 2027-01-01\n"
                   "phase_in_years = 2\n");
    const auto loaded = county.load("a.toml");
    CHECK(value(loaded, "pay.remote_supplement", first_of(2027)) == "[150, 100, 100]");
    for (int year = 2026; year < 2031; ++year) {
        const auto& seats = lever(loaded, "recruitment.seats");
        CHECK_FALSE(levers::complaint(*seats.row, scenario::value_on(seats, first_of(year), nullptr)));
    }
}

TEST_CASE("a phase-in that runs on beyond the horizon is warned of", "[scenario]") {
    const CountyFiles county;
    county.overlay("a.toml", "[pay]\ntownship_allowance = 800\nstarts = 2033-01-01\nphase_in_years = 4\n");
    CHECK(warns(county.load("a.toml"),
                "a.toml:5:18: phase_in_years: the last of 4 yearly steps lies beyond the 10 simulated years"));
}

// Was a defect: two years of rotation on the way from none to five moved twice as many as the whole policy.
TEST_CASE("a phase-in from or to a value that means none is refused", "[scenario]") {
    const CountyFiles county;
    const auto says = [&county](const char* text) {
        county.overlay("a.toml", text);
        return county.message("a.toml");
    };
    constexpr auto refused = "cannot be phased in from or to";
    CHECK(says("[exchange]\nstarts = 2027-01-01\nphase_in_years = 4\nrotation_years = 5\n").find(refused) !=
          std::string::npos);
    CHECK(says("[pay]\nstarts = 2027-01-01\nphase_in_years = 4\nextra_budget = 200\n").find(refused) !=
          std::string::npos);
    county.overlay("six.toml", "[exchange]\nrotation_years = 6\n");
    county.write("b.toml",
                 "extends = \"six.toml\"\n[exchange]\nstarts = 2027-01-01\nphase_in_years = 4\nrotation_years = 2\n");
    CHECK(value(county.load("b.toml"), "exchange.rotation_years", first_of(2028)) == "4");
    county.write("c.toml",
                 "extends = \"six.toml\"\n[exchange]\nstarts = 2027-01-01\nphase_in_years = 4\nrotation_years = 0\n");
    CHECK(county.message("c.toml").find(refused) != std::string::npos);
}
