// A finished comparison: everything that terminal, CSV, JSON and the HTML report say, assembled once from the store, so
// that they can only agree. Index conventions: scenarios[0] is the baseline; cells cover every outcome, scenario and
// verdict year for the group "townships" or the outcome's own headline group.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "analysis/answer_types.hpp"
#include "analysis/breakdown.hpp"
#include "analysis/drivers.hpp"
#include "analysis/portraits.hpp"
#include "analysis/small_cells.hpp"
#include "sim/foundation/text.hpp"
#include "sim/measures/outcome.hpp"
#include "sim/stats/quantiles.hpp"
#include "sim/stats/verdict.hpp"

namespace staffsim::analysis {

// One changed lever of a variant against the baseline.
struct Setting {
    std::string key;
    Text label;
    std::string old_value;
    std::string new_value;
    std::string unit;
    std::string authority;  // centre, province, city, county, township; empty for facts and assumptions
    std::string origin;     // file:line
    std::string starts;     // 2027-01-01, or empty when it holds from the start
    // The old rules do not use the old value: a share of posts filled by competition where nobody competes.
    bool old_is_unused = false;
};

// What the command line put on top of the files of every scenario with --context and --set, or an experiment's file
// with contexts and sets: no difference between policies, but one from what the files say.
struct Overrides {
    std::vector<std::string> contexts;  // file names, without folders
    std::vector<std::string> sets;      // "key=value", as given
    std::vector<Setting> changes;       // of the baseline, from what its files say to what was lived
    bool is_listed = true;              // false: its files are no whole scenario without them, so there is no "from"
    bool is_empty() const { return contexts.empty() && sets.empty(); }
};

struct ComparedScenario {
    Text name;
    std::string id;  // short and unique: "base", "salary", "exchange+salary" …
    std::vector<std::string> files;
    std::vector<Setting> settings;  // empty for the baseline
};

// One outcome of one scenario at one verdict year. For the baseline only the level fields are meaningful.
struct Cell {
    std::size_t outcome = 0;
    std::size_t scenario = 0;
    int verdict_year = 0;
    double value = 0, value_low = 0, value_high = 0;  // level with its own 95 % range (calculation)
    stats::PairedSummary paired;                      // difference to the baseline
    stats::Verdict verdict = stats::Verdict::identical;
    bool has_verdict = false;  // primary outcomes only
};

// A policy all of whose settings are confined to some townships (pilots.hpp).
struct Pilot {
    std::size_t scenario = 0;
    std::vector<std::string> units;  // ids of the pilot townships
    std::size_t others = 0;          // how many other townships there are
};

// One outcome of the pilot townships together, or of all other townships together. Of a pilot of too few people nothing
// is known but that it is hidden (small_cells.hpp).
enum class PilotPart : std::uint8_t { pilot, others };
struct PilotCell : Cell {
    PilotPart part = PilotPart::pilot;
    Shown shown = Shown::yes;
};

// A cost that is told as the mean since year 1, in the verdict year alone: of policies that begin later, whose years
// before they begin hold the mean down. With its own range, exploratory.
struct YearAlone {
    std::size_t outcome = 0;
    std::size_t scenario = 0;
    int verdict_year = 0;
    stats::PairedSummary paired;
};

// In which share of the matched futures a scenario is alone the best of all of them, with its Wilson range, and in
// which it is the best together with others.
struct BestShare {
    std::size_t outcome = 0;
    std::size_t scenario = 0;
    int verdict_year = 0;
    double share = 0, low = 0, high = 1;
    double shared = 0;
};

// The difference between two variants, for readers who choose another baseline than the declared one: exploratory, with
// plain ranges at the comparison's confidence, never with a verdict.
struct Between {
    std::size_t outcome = 0;
    std::size_t baseline = 0, scenario = 0;  // both variants, baseline < scenario
    int verdict_year = 0;
    stats::PairedSummary paired;  // scenario - baseline
};

// Level of an outcome over the years: quantiles across futures (luck).
struct YearlyBand {
    std::size_t outcome = 0;
    std::size_t scenario = 0;
    std::vector<double> p05, p25, p50, p75, p95, mean;  // one per year
};

// Quantiles across futures at a verdict year, each with its own range: of the level, and for variants of the paired
// difference of each future.
struct LuckCell {
    std::size_t outcome = 0;
    std::size_t scenario = 0;
    int verdict_year = 0;
    bool of_difference = false;
    stats::QuantileRange p05, p50, p95;
};

struct UnitLevel {  // a named unit's level of an outcome (stability by named unit)
    std::string unit;
    Text label;
    std::size_t outcome = 0;
    std::size_t scenario = 0;
    int verdict_year = 0;
    double value = 0;
    int places = 0;               // the unit's establishment
    stats::PairedSummary change;  // against the baseline, its range for all townships together; of no futures: none
};

// Who leaves townships within two years of the end of the minimum service, year by year (outcome
// leaving_after_minimum_service): people a year, means over futures.
struct ServiceWave {
    std::size_t scenario = 0;
    std::vector<double> left;      // one per year
    std::size_t peak = 0;          // 0-based year of the most
    stats::PairedSummary at_peak;  // that year's number against the baseline's; plain range, chosen after the run
};

// A primary outcome of a policy that changes pay, with pay acting as it is assumed to act and as little as is plausible
// (pay_effect.hpp): the same futures both times, ranges for all of them together.
struct PayEffectCell {
    std::size_t outcome = 0;
    std::size_t scenario = 0;
    int verdict_year = 0;
    RangeEnd present, at_lowest;
    int present_sign = 0, lowest_sign = 0;  // -1 or 1 where the range is clear of 0
};
struct PayEffect {
    std::string present, lowest;  // values of the assumption
    std::uint32_t futures = 0;
    std::vector<int> verdict_years;    // lived: the first ones
    std::vector<PayEffectCell> cells;  // by scenario, outcome, year
    bool is_missing = false;           // a policy changes pay, and nobody lived it at the lowest effect
};

// What was lived again to show that nothing but the policy makes a difference (proofs.hpp); nothing: not done.
struct Proofs {
    std::uint32_t null_futures = 0;  // in which the baseline under another name was the baseline in every outcome
    std::uint32_t outcomes = 0;      // of all groups and years
    std::uint32_t future = 0;        // counted from 0: the one whose runs had the same fingerprints again
    std::uint32_t runs = 0;
};

struct ManpowerYear {  // the no-change outlook: mean over futures in the baseline, townships
    int year = 0;
    double staff = 0, retire = 0, move_up = 0, resign = 0, other_exits = 0, seats_advertised = 0, seats_filled = 0,
           empty_places_per_township = 0, empty_leadership_posts = 0, payroll_wan = 0;
    double units_without_candidates = 0;  // for a leadership post, at year end
    // From units outside the group, by whatever way; not known of the first year.
    double others_arrive = std::numeric_limits<double>::quiet_NaN();
    // Of the leaders of the first day, those who give up their post by age in this year, and of them those who do not
    // retire but step down to the second line; for the first years of townships.
    double leaders_due = std::numeric_limits<double>::quiet_NaN(),
           leaders_stepping_down = std::numeric_limits<double>::quiet_NaN();
};

// A lever whose size was found so that a policy costs what the baseline costs.
struct EqualCost {
    std::size_t scenario = 0;
    std::string lever;  // key
    Text label;
    double value = 0;
    std::string unit;
    Text holds;                    // from when and where the value holds (sought_holds); empty: from the first day
    std::size_t reference = 0;     // scenario whose cost is matched
    bool at_announcement = false;  // equal cost of the first year with nobody reacting, not of all years
    std::uint32_t pilot_replications = 0, pilot_seed = 0, pilot_runs = 0;
    double pilot_residual = 0;  // difference of cost on the pilot futures, % of the baseline's
    // Difference of total cost over all years on the futures compared, % of the baseline's, with its own interval at
    // the comparison's confidence.
    double residual = 0, low = 0, high = 0;
};

// A rule that is on in a scenario, and in how many futures it fired.
struct RuleUse {
    std::size_t scenario = 0;
    std::string rule;  // id
    Text label;
    std::uint32_t futures = 0, fired_in = 0;
    double times = 0;             // a future, on average
    stats::PairedSummary paired;  // of the times, against the baseline (0 times where it is off there)
    bool never_triggered() const { return fired_in == 0; }
};

// A part of a difference, with its range at 95 % for all pathways of the cell together.
struct PathwayPart {
    double part = 0, low = 0, high = 0;
};

// One difference taken apart. On the futures that were traced, which are fewer than those compared.
struct PathwayCell {
    std::size_t outcome = 0, scenario = 0;
    int verdict_year = 0;
    double difference = 0, low = 0, high = 0;  // with its own 95 % range
    std::vector<PathwayPart> parts;            // by pathway: what is missing without it
    PathwayPart rules;                         // the difference that is left with all pathways off
};

// Through what differences go (pathways.hpp); empty unless asked for.
struct PathwayStudy {
    struct Named {
        std::string id;
        Text label;
    };
    std::uint32_t futures = 0;
    std::vector<Named> pathways;
    std::vector<PathwayCell> cells;  // by outcome, scenario, year
};

// A run that was stopped before its futures were lived: what is there is told, and nothing is judged, because when to
// judge was settled before the run.
struct Stopped {
    std::uint32_t wanted = 0;  // futures
    bool at_most = false;      // fewer might have done (--precision)
};

struct Comparison {
    std::string title;
    bool synthetic = true;
    std::vector<Text> notes;  // what was drawn, what is over establishment, checks …
    std::vector<Text> warnings;
    int start_year = 2026;
    int years = 20;
    std::vector<int> verdict_years;  // 3, 5, 10, 20
    std::uint32_t replications = 0;
    std::size_t pasts = 0;  // independent ones among them (stats/pasts.hpp)
    std::uint32_t seed = 0;
    std::size_t township_count = 0, places = 0, staff = 0;
    bool has_organs = false;  // county organs beside townships: simulated, not judged
    double confidence = 0.95;
    std::size_t family_size = 0;  // simultaneous intervals over this many comparisons
    int look = 1;
    std::vector<measures::Outcome> outcomes;  // in report order, `matters` as used
    std::size_t details = 0;                  // that were left out: those of a page (report/page_outcomes.hpp)
    std::vector<ComparedScenario> scenarios;
    Overrides overrides;
    std::vector<Cell> cells;
    std::vector<Pilot> pilots;           // by scenario
    std::vector<PilotCell> pilot_cells;  // by outcome, year, scenario, part
    std::vector<YearAlone> years_alone;
    std::vector<BestShare> best_shares;  // primary outcomes that have a better and a worse
    std::vector<Between>
        between;  // by outcome, year, scenario, baseline; empty for fewer than 3 scenarios or very many
    // False when scenarios[0] was chosen as baseline afterwards (choice.hpp): nothing has a verdict then, and cells of
    // primary outcomes say "exploratory" (stats::verdict_of_undeclared).
    bool declared_baseline = true;
    std::optional<std::size_t> declared_place;  // then: where the declared baseline stands among those shown
    std::optional<Stopped> stopped;             // then no cell has a verdict, and all ranges are plain
    std::size_t best_of = 0;  // of how many scenarios the shares of futures tell the best; 0: of those shown
    std::vector<YearlyBand> bands;
    std::vector<LuckCell> luck;
    std::vector<UnitLevel> unit_levels;
    Breakdown breakdown;                // empty when none was kept
    std::vector<EqualCost> equal_cost;  // by rising scenario; empty unless asked for
    PathwayStudy pathways;              // empty unless asked for
    std::vector<ManpowerYear> outlook;  // one per simulated year
    std::size_t leaders = 0;            // of townships on the first day
    std::vector<ServiceWave> waves;     // by scenario
    PayEffect pay_effect;
    std::optional<Proofs> proofs;
    std::vector<RuleUse> rules;  // by scenario, in the order of measures::rules()
    Portraits portraits;         // empty when the store holds none
    Drivers drivers;             // empty unless assumptions were varied
    Answers answers;             // to single questions that the store keeps
    struct RunFact {
        Text label, value;
        bool is_prose = false;
    };
    std::vector<RunFact> run_record;  // versions, hashes, gates … no wall-clock facts
};

std::vector<Text> scenario_names(const Comparison& comparison);

// The first day on which a rule of the policy begins, when any begins after the first day of all; empty: none does.
std::string begins_later(const Comparison& comparison, std::size_t scenario);

// Looks first where the cell stands when all are there in the order outcome, year, scenario (as assemble makes them).
const Cell* find_cell(const Comparison& comparison, std::size_t outcome, std::size_t scenario, int verdict_year);

}  // namespace staffsim::analysis
