// The hazard of misconduct in the steps that are taken after every refresh and training day: inline, on terms worked
// out once for a block of rules.
#pragma once

#include "sim/processes/conduct/conduct.hpp"
#include "sim/processes/shared/expected_factors.hpp"

namespace staffsim {

struct SanctionTerms {
    bool behaviour, depends_on_training;
    double rate;  // a year, before all factors
    double integrity_effect, integrity_mean, law_effect, pay_effect;
    std::array<double, ladder_count> discretion;  // by kind of post held, centred

    explicit SanctionTerms(const ConductRules& rules);
};

// One expectation.
inline void expect_sanction_factor(const SanctionTerms& terms, County& county, PersonId person,
                                   ExpectedFactors& expected) {
    if (terms.rate <= 0) return;  // a factor of nothing
    const Traits& traits = county.traits(person);
    double log_factor = -terms.integrity_effect * static_cast<double>(traits.integrity) - terms.integrity_mean;
    if (terms.behaviour) {
        // Who keeps a level without a seat (second line, after a demotion or a failed trial) holds no post of power.
        static_assert(static_cast<int>(Ladder::entry) == 0);  // without a branch: who has a seat cannot be foreseen
        const std::size_t power = static_cast<std::size_t>(county.post_of(person).ladder) *
                                  static_cast<std::size_t>(county.hot(person).seat.exists());
        double sum = terms.discretion[power];
        sum -= terms.law_effect * static_cast<double>(traits.skill(static_cast<std::size_t>(Skill::law)));
        log_factor += sum - terms.pay_effect * static_cast<double>(county.pay(person).relative);
    }
    expected.expect(county.leaving_factors(person).sanction, log_factor);
}

// When the factor is settled: a year.
inline float sanction_hazard(const SanctionTerms& terms, const County& county, PersonId person) {
    return static_cast<float>(terms.rate * static_cast<double>(county.leaving_factors(person).sanction.factor));
}

}  // namespace staffsim
