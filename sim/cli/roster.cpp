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
    if (error) throw analysis::OutputError(folder.string() + ": " + error.message());
}

}  // namespace

int run_roster(const Words& words) {
    std::vector<std::string> arguments;
    std::string folder = ".";
    std::int64_t seed = 1;
    Options options(
        "roster MARGINALS.toml",
        "Draws a roster and an establishment from totals by class of unit. The people are invented. Files of\n"
        "the same names are replaced.",
        "  staffsim roster marginals.toml --out mycounty\n");
    options.arguments(arguments, 1, 1, "a file of marginals");
    options.text("out", folder, "DIR", "folder for roster.csv and establishment.csv");
    options.whole("seed", seed, 0, 4294967295, "another seed draws other people");
    if (!options.read(words)) return success;
    analysis::check_can_fill(folder, "--out");
    const scenario::SyntheticCounty county =
        scenario::make_synthetic_county(arguments.front(), static_cast<std::uint32_t>(seed));
    make_folder(folder);
    const std::filesystem::path path = folder;
    analysis::write_file(path / "roster.csv", county.roster_csv);
    analysis::write_file(path / "establishment.csv", county.establishment_csv);
    std::cout << fmt::format("{} people in {} units (synthetic)\n{}\n", county.people, county.units,
                             (path / "roster.csv").string());
    return success;
}

}  // namespace staffsim::cli
