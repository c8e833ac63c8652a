// The policy block: the rules of every family as plain fields, compiled from lever values, immutable during a run. A
// county may live under several blocks at once (pilot townships) and change them on dated days.
#pragma once

#include <vector>

#include "sim/foundation/date.hpp"
#include "sim/levers/table.hpp"
#include "sim/processes/assessment/assessment.hpp"
#include "sim/processes/competition/competition.hpp"
#include "sim/processes/conduct/conduct.hpp"
#include "sim/processes/environment/shocks.hpp"
#include "sim/processes/exchange/exchange.hpp"
#include "sim/processes/motivation/motivation.hpp"
#include "sim/processes/pay/pay.hpp"
#include "sim/processes/recruitment/recruitment.hpp"
#include "sim/processes/retention/retention.hpp"
#include "sim/processes/service/service.hpp"
#include "sim/processes/shared/performance.hpp"
#include "sim/processes/training/training.hpp"

namespace staffsim::engine {

struct Policy {
    PayRules pay;
    RecruitmentRules recruitment;
    CompetitionRules competition;
    AssessmentRules assessment;
    ExchangeRules exchange;
    FrontLineRules front_line;
    TrainingRules training;
    RetentionRules retention;
    ConductRules conduct;
    ServiceRules service;
    MotivationRules motivation;
    PerformanceRules performance;
    EnvironmentRules environment;
};

// Levers of all families, in listing order.
const std::vector<levers::Lever<Policy>>& all_levers();

// A block with every lever at its default.
Policy default_policy();
// Where pay is off, nobody can compare pay: what relative pay moves in other families (leaving, motivation, misconduct,
// applicants) stays at its centre. To be called when all levers of a block have been applied.
void leave_out_unpaid_effects(Policy& policy);

// From `from` on, unit u lives under blocks[block_of_unit[u]] and county-wide rules are those of blocks[county_block].
// Of the people of unit u, those who entered the service on PolicyTimeline::entrants_since[c] or later (and before the
// next such day) live under blocks[block_of_entrants[c * units + u]].
struct PolicyStep {
    Day from;
    std::size_t county_block = 0;
    std::vector<std::size_t> block_of_unit;
    std::vector<std::size_t> block_of_entrants = {};
};

struct PolicyTimeline {
    std::vector<Policy> blocks;
    std::vector<PolicyStep> steps;         // by rising day; the first one holds from the beginning of time
    std::vector<Day> entrants_since = {};  // rising; empty: no policy is for new entrants only
};

}  // namespace staffsim::engine
