// What is drawn of people: latent traits only where some rule, now or later, reads them, or somebody who looks on.

#include <algorithm>

#include "sim/engine/county_run.hpp"

namespace staffsim::engine {

namespace {

bool assessments_read_traits(const Policy& policy) {
    const IndicatorRules& indicators = policy.assessment.indicators;
    const bool effort_is_drawn = indicators.share != 0 && indicators.gaming != 0;
    return policy.assessment.enabled && (policy.performance.stability != 0 || effort_is_drawn);
}

// Who chooses by record, by years or by lot asks for no trait.
bool promotions_read_traits(const CompetitionRules& rules) {
    return std::any_of(rules.ladder.begin(), rules.ladder.end(), [](const LadderRules& ladder) {
        return ladder.regime == Regime::appointment || ladder.regime == Regime::competition;
    });
}

bool trainings_read_traits(const WillRules& will) {
    return will.learning_effect != 0 || will.must_learn * will.requirement != 0 || will.no_show != 0;
}

// Whoever comes continuously is not compared with anybody, unless an organ selects.
bool recruitment_reads_traits(const RecruitmentRules& rules) {
    return rules.mode != RecruitmentMode::continuous || rules.open_selection_share != 0;
}

bool moves_read_traits(const ExchangeRules& exchange, const FrontLineRules& front_line) {
    const bool some_are_sent =
        std::any_of(front_line.places.begin(), front_line.places.end(), [](double places) { return places != 0; });
    return exchange.pairs_per_year != 0 || exchange.borrowed_share != 0 || some_are_sent;
}

}  // namespace

bool reads_traits(const Policy& policy) {
    return recruitment_reads_traits(policy.recruitment) || assessments_read_traits(policy) ||
           promotions_read_traits(policy.competition) || trainings_read_traits(policy.training.will) ||
           moves_read_traits(policy.exchange, policy.front_line) || policy.motivation.enabled ||
           policy.retention.behaviour || policy.conduct.behaviour || policy.conduct.sanction != 0 ||
           policy.service.queue != ServiceQueue::off;
}

void CountyRun::spare_what_nobody_reads() {
    world_.flows_are_read = false;
    world_.traits_are_read = std::any_of(policy_.blocks.begin(), policy_.blocks.end(), reads_traits);
}

}  // namespace staffsim::engine
