// The simulator against closed forms, from ordinary scenario files. A right simulator fails one of these checks once in
// 1,000 runs of each test case (t quantiles, Bonferroni over the checks of the case); seeds are fixed, so a pass stays
// a pass.
#include "analysis/theory/verify.hpp"

#include <catch2/catch.hpp>

#include "sim/foundation/diagnostics.hpp"

using namespace staffsim;

namespace {

void require_agreement(const std::string& name, const std::vector<std::string>& sets, double effort = 1.0) {
    theory::VerifyRequest request;
    request.files = {std::string(SCENARIOS_FOLDER) + "/theory/" + name + ".toml"};
    request.sets = sets;
    request.effort = effort;
    const auto results = theory::verify(request);
    REQUIRE(results.size() == 1);
    REQUIRE(!results[0].checks.empty());
    for (const theory::Check& check : results[0].checks) {
        INFO(name << ", " << check.quantity << ": expected " << check.expected << ", got " << check.got << " +- "
                  << check.standard_error << ", score " << check.score << " of " << check.critical);
        CHECK(check.passed);
    }
}

}  // namespace

TEST_CASE("the pull model with random choice has the flows, waits and chains of theory") {
    require_agreement("b_random", {});
    require_agreement("b_random",
                      {"units.G.places=80", "units.G.quotas={g2=30, g3=15}", "posts.g1.resignation_rate=0.10",
                       "posts.g2.resignation_rate=0.03", "posts.g3.resignation_rate=0.12"});
}

TEST_CASE("the pull model with seniority has the waits of the fluid limit at large sizes") {
    require_agreement("b_seniority", {});
    require_agreement("b_seniority",
                      {"units.G.places=4000", "units.G.quotas={g2=1500, g3=800}", "posts.g3.resignation_rate=0.10"});
}

TEST_CASE("posts refilled after a lead time stand vacant as theory says, and independently") {
    require_agreement("f1_lead_time", {});
    require_agreement("f1_lead_time", {"leaving.resignation=0.2", "recruitment.lead_days=90"});
}

TEST_CASE("posts refilled once a year stand vacant as theory says") {
    require_agreement("f2_annual_intake", {});
    require_agreement("f2_annual_intake", {"leaving.resignation=0.15", "recruitment.announcement=06-20"});
    require_agreement("f2_annual_intake", {"recruitment.fixed_fill_probability=0.7"});
}

TEST_CASE("a cohort leaves by competing causes in their proportions") {
    require_agreement("g_competing_risks", {});
    require_agreement("g_competing_risks", {"leaving.death=0.03", "leaving.resignation=0.05", "years=6"});
}

TEST_CASE("a theory case whose numbers the formula does not cover is refused") {
    theory::VerifyRequest request;
    request.files = {std::string(SCENARIOS_FOLDER) + "/theory/f1_lead_time.toml"};
    request.sets = {"recruitment.approved_share=0.5"};
    CHECK_THROWS_AS(theory::verify(request), InputError);
    request.sets = {"leaving.resignation=0"};
    CHECK_THROWS_AS(theory::verify(request), InputError);
}

TEST_CASE("verify tells a wrong simulator: expecting another rate than the one simulated fails") {
    // The same observations held against the closed form of a rate 5 % higher must not pass.
    theory::VerifyRequest request;
    request.files = {std::string(SCENARIOS_FOLDER) + "/theory/f2_annual_intake.toml"};
    const auto right = theory::verify(request);
    request.sets = {"leaving.resignation=0.084"};
    const auto other = theory::verify(request);
    const theory::Check& a = right[0].checks[0];
    const theory::Check& b = other[0].checks[0];
    CHECK(std::abs(a.got - b.expected) / a.standard_error > b.critical);
}
