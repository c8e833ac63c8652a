// staffsim new: a commented scenario to start one's own county from.

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "analysis/output_file.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/exit_codes.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/scenarios_folder.hpp"
#include "sim/foundation/diagnostics.hpp"

namespace staffsim::cli {

namespace fs = std::filesystem;

namespace {

// Scenario files, tables and index of the worked county, by name, relative to its folder.
std::vector<fs::path> files_to_copy(const fs::path& source) {
    std::error_code error;
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(source, error)) {
        const fs::path& path = entry.path();
        const fs::path kind = path.extension();
        if (entry.is_regular_file() && (kind == ".toml" || kind == ".csv" || kind == ".md"))
            files.push_back(path.lexically_relative(source));
    }
    if (error || files.empty()) {
        throw InputError(
            worded("{}: the worked county is not there; name the folder of scenarios in STAFFSIM_SCENARIOS",
                   "{}：没有找到示例县；请用环境变量 STAFFSIM_SCENARIOS 写明方案所在文件夹", source.string()));
    }
    std::ranges::sort(files);
    return files;
}

void check_target(const fs::path& folder) {
    std::error_code ignored;
    if (!fs::exists(folder, ignored)) return analysis::check_can_fill(folder, "new");
    if (!fs::is_directory(folder, ignored))
        throw InputError(worded("{} is a file; name a new folder", "{} 是文件；请给新文件夹名", folder.string()));
    if (!fs::is_empty(folder, ignored))
        throw InputError(worded("{} is not empty and was left alone; name a new folder",
                                "{} 不是空文件夹，未作改动；请给新文件夹名", folder.string()));
}

void copy(const fs::path& source, const std::vector<fs::path>& files, const fs::path& folder) {
    std::error_code error;
    fs::create_directory(folder, error);
    for (const fs::path& file : files) {
        if (!error) fs::create_directories((folder / file).parent_path(), error);
        if (!error) fs::copy_file(source / file, folder / file, error);
    }
    if (error) throw analysis::OutputError(worded("{}: {}", "{}：{}", folder.string(), error.message()));
}

}  // namespace

int run_new(const Words& words) {
    std::vector<std::string> arguments;
    Options options("new DIR", "Copies the worked county, with comments in both languages, into a new folder.",
                    "  staffsim new mycounty\n");
    options.arguments(arguments, 1, 1, {"the name of a new folder", "新文件夹名"});
    std::string language = "en";
    options.one_of("lang", language, {"en", "zh"}, "language of what is said");
    if (!options.read(words)) return success;
    const fs::path folder = arguments.front();
    check_target(folder);
    const fs::path source = scenarios_folder() / "jingning";
    copy(source, files_to_copy(source), folder);
    const Text closing =
        worded("Edit the files, then:  staffsim check {0}\n{0}\n",
               "修改文件后运行：staffsim check {0} --lang zh\n{0}\n", (folder / "baseline.toml").string());
    std::cout << in(closing, language == "zh" ? Language::zh : Language::en);
    return success;
}

}  // namespace staffsim::cli
