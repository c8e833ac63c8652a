// staffsim roster: a synthetic county in the form that a bureau would hand in.
#include <fmt/format.h>

#include <filesystem>
#include <iostream>

#include "analysis/output_file.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/exit_codes.hpp"
#include "sim/cli/options.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/scenario/synthetic_roster.hpp"

namespace staffsim::cli {

namespace {

void make_folder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directory(folder, error);
    if (error) throw analysis::OutputError(worded("{}: {}", "{}：{}", folder.string(), error.message()));
}

struct Table {
    std::filesystem::path file;
    const std::string& content;
};

// InputError with every file that is there and is not what would be written.
void refuse_to_replace(const std::vector<Table>& tables) {
    Diagnostics diagnostics;
    for (const Table& table : tables) {
        if (!std::filesystem::exists(table.file) || analysis::read_file(table.file) == table.content) continue;
        diagnostics.error({}, "--out",
                          worded("{} is there already; name another folder, or --fresh to overwrite it",
                                 "{} 已存在；请另给文件夹，或用 --fresh 覆盖", table.file.string()));
    }
    diagnostics.throw_if_errors();
}

}  // namespace

int run_roster(const Words& words) {
    std::vector<std::string> arguments;
    std::string folder = ".";
    std::int64_t seed = 1;
    Options options(
        "roster MARGINALS.toml",
        "Draws a roster and an establishment from totals by class of unit. The people are invented. A roster\n"
        "that is there already is left alone: it may be a real one, which looks the same.",
        "  staffsim roster marginals.toml --out mycounty\n"
        "  staffsim roster marginals.toml --out mycounty --seed 2 --fresh\n");
    options.arguments(arguments, 1, 1, {"a file of marginals", "总数文件"});
    options.text("out", folder, "DIR", "folder for roster.csv and establishment.csv");
    options.whole("seed", seed, 0, 4294967295, "another seed draws other people");
    bool fresh = false;
    options.flag("fresh", fresh, "overwrite the roster and the establishment that are there");
    std::string language = "en";
    options.one_of("lang", language, {"en", "zh"}, "language of what is said");
    if (!options.read(words)) return success;
    analysis::check_can_fill(folder, "--out");
    const scenario::SyntheticCounty county =
        scenario::make_synthetic_county(arguments.front(), static_cast<std::uint32_t>(seed));
    const std::filesystem::path path = folder;
    const std::vector<Table> tables{{path / "roster.csv", county.roster_csv},
                                    {path / "establishment.csv", county.establishment_csv}};
    if (!fresh) refuse_to_replace(tables);
    make_folder(folder);
    for (const Table& table : tables) analysis::write_file(table.file, table.content);
    const std::string said = language == "zh"
                                 ? fmt::format("{} 人，{} 个单位（合成数据）", county.people, county.units)
                                 : fmt::format("{} people in {} units (synthetic)", county.people, county.units);
    std::cout << said << "\n" << (path / "roster.csv").string() << "\n";
    return success;
}

}  // namespace staffsim::cli
