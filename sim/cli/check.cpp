// staffsim check: is it right, where does every value come from, what differs.
#include <fmt/format.h>

#include <iostream>

#include "analysis/export/check_json.hpp"
#include "analysis/notes.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/common.hpp"
#include "sim/cli/exit_codes.hpp"
#include "sim/scenario/origin.hpp"

namespace staffsim::cli {

namespace {

constexpr std::size_t most_files = 1000;

struct CheckOptions {
    std::vector<std::string> specs;
    ScenarioOptions scenarios;
    ShowOptions show;
    bool origin = false, difference = false;

    bool read(const Words& words) {
        Options options(
            "check FILE…",
            "Reads scenarios as run and compare do and tells everything that is wrong at once: file, line,\n"
            "key, allowed range. Writes nothing. With --format json stdout gets the same for a program to read,\n"
            "problems, too.",
            "  staffsim check salary.toml --origin\n"
            "  staffsim check --diff baseline.toml salary.toml+exchange.toml\n");
        options.arguments(specs, 1, most_files, {"a scenario file", "方案文件"});
        options.flag("origin", origin, "list every value with the file and line that set it");
        options.flag("diff", difference, "two scenarios: say in words what differs");
        scenarios.declare(options);
        show.declare(options, {"table", "json"});
        return options.read(words);
    }
};

std::string summary(const std::string& spec, const scenario::Scenario& scenario, Language language) {
    const CountyPlan& plan = scenario.input.plan;
    std::size_t townships = 0;
    for (const UnitPlan& unit : plan.units) townships += unit.kind == UnitKind::township;
    const std::size_t warned = scenario.warnings.size();
    const std::string warnings_en = warned == 0 ? "" : fmt::format("; {} warning{}", warned, warned == 1 ? "" : "s");
    const std::string warnings_zh = warned == 0 ? "" : fmt::format("；提示 {} 条", warned);
    const Text text{
        fmt::format("{}: sound. \"{}\": {} units, {} of them townships; {} people in the roster; {} for {} years{}",
                    spec, scenario.name.en, plan.units.size(), townships, scenario.roster.persons, to_text(plan.start),
                    scenario.input.years, (scenario.synthetic ? "; synthetic" : "") + warnings_en),
        fmt::format("{}：可用。“{}”：单位 {} 个，其中乡镇 {} 个；花名册 {} 人；{} 起 {} 年{}", spec, scenario.name.zh,
                    plan.units.size(), townships, scenario.roster.persons, to_text(plan.start), scenario.input.years,
                    (scenario.synthetic ? "；合成数据" : "") + warnings_zh)};
    return in(text, language) + "\n";
}

void print(const CheckOptions& options, const std::vector<scenario::Scenario>& loaded) {
    for (const Text& warning : analysis::warnings_of(loaded)) show_warnings({in(warning, options.show.words())});
    if (options.difference) std::cout << scenario::diff_text(loaded.front(), loaded.back());
    for (std::size_t i = 0; i < loaded.size() && !options.difference; ++i) {
        std::cout << summary(options.specs[i], loaded[i], options.show.words());
        if (options.origin) std::cout << scenario::origin_text(loaded[i]);
    }
}

// Problems are told in both ways, and the program ends as ever.
int print_json(const CheckOptions& options) {
    try {
        const std::vector<scenario::Scenario> loaded = options.scenarios.load(options.specs);
        std::cout << (options.difference ? analysis::differences_json(loaded.front(), loaded.back())
                                         : analysis::check_json(options.specs, loaded, options.origin));
    } catch (const InputError& error) {
        std::cout << analysis::problems_json(error.problems());
        throw;
    }
    return success;
}

}  // namespace

int run_check(const Words& words) {
    CheckOptions options;
    if (!options.read(words)) return success;
    options.show.apply();
    if (options.difference && options.specs.size() != 2)
        throw InputError(worded("--diff needs two scenarios: staffsim check --diff A B",
                                "--diff 须给出两个方案：staffsim check --diff A B"));
    if (options.show.format == "json") return print_json(options);
    print(options, options.scenarios.load(options.specs));
    return success;
}

}  // namespace staffsim::cli
