// What several commands share: options that mean the same everywhere, and the steps from named files to loaded
// scenarios.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/overrides.hpp"
#include "analysis/terminal/style.hpp"
#include "sim/cli/options.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/stats/precision.hpp"

namespace staffsim::cli {

// A base and its variants in one comparison.
inline constexpr std::size_t most_scenarios = 32;

// How results are shown.
struct ShowOptions {
    std::string format = "table";
    std::string language = "en";
    bool ascii = false;
    bool quiet = false;
    std::string log_level = "info";

    void declare(Options& options, const std::vector<std::string>& formats = {"table", "json", "csv"});
    void apply() const;  // log level
    Language words() const { return language == "zh" ? Language::zh : Language::en; }
    analysis::Style style() const { return analysis::style_for_stdout(words(), ascii); }
};

// What changes the scenarios.
struct ScenarioOptions {
    std::vector<std::string> sets, contexts;
    std::optional<std::int64_t> years;
    std::vector<std::string> own_sets;  // the command's, not the user's: a law frozen for the long run

    void declare(Options& options);
    // Loads all, the first being the baseline of variants; all problems of all of them in one InputError. Names are
    // made distinct. Warnings are not shown here.
    std::vector<scenario::Scenario> load(const std::vector<std::string>& specs) const;
    // What --set and --context changed of the baseline `spec`, which was loaded as `lived`. Reported wherever results
    // are: no file says it.
    analysis::Overrides overrides(const std::string& spec, const scenario::Scenario& lived) const;
    // One of them, with values found for it. `baseline`: as given first; empty for the baseline itself.
    scenario::Scenario load_one(const std::string& spec, const std::string& baseline,
                                const std::vector<scenario::FoundValue>& found) const;
};

// How much is simulated and where results are kept.
struct BatchOptions {
    std::int64_t replications = 100, seed = 1, threads = 0;
    std::string store;
    bool fresh = false;

    void declare(Options& options);
};

// --precision: until every declared verdict is settled, instead of a fixed number.
struct PrecisionOptions {
    bool precision = false;
    std::string half_width;  // of what matters
    std::optional<std::int64_t> first, most;

    void declare(Options& options);
    // Nothing when --precision is not given. InputError when a number is none, or given without --precision.
    std::optional<stats::PrecisionRule> rule() const;
};

// For commands without ShowOptions: what --quiet does.
void tell_errors_only();

// Each warning on stderr, once.
void show_warnings(const std::vector<std::string>& warnings);

}  // namespace staffsim::cli
