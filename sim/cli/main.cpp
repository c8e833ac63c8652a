// The program: finds the command, turns errors into messages and exit codes.
#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <csignal>
#include <filesystem>
#include <iostream>

#include "analysis/output_file.hpp"
#include "analysis/problems_zh.hpp"
#include "analysis/version.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/exit_codes.hpp"
#include "sim/cli/memory.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/foundation/text.hpp"
#include "sim/store/error.hpp"

namespace staffsim::cli {

namespace {

void log_to_stderr() {
    auto logger = spdlog::stderr_logger_mt("staffsim");
    logger->set_pattern("%l: %v");
    spdlog::set_default_logger(logger);
    spdlog::set_level(spdlog::level::info);
}

std::string help() {
    std::string text =
        "staffsim: what changes when a county recruits, trains, assesses, promotes, rotates\n"
        "and pays its township civil servants differently\n\n  staffsim COMMAND …\n\n";
    for (const Command& command : commands()) text += fmt::format("  {:<13}{}\n", command.name, command.summary);
    return text +
           "\nEvery command explains itself: staffsim compare --help\n"
           "Example: staffsim compare baseline.toml \"Allowance 800: pay.township_allowance=800\"\n";
}

const Command& find_command(const std::string& word) {
    std::vector<std::string> names;
    for (const Command& command : commands()) {
        if (command.name == word) return command;
        names.emplace_back(command.name);
    }
    const std::string near = nearest(word, names);
    throw InputError(fmt::format("there is no command \"{}\"{}", word,
                                 near.empty() ? "; see staffsim --help" : "; did you mean " + near + "?"));
}

int dispatch(const Words& words) {
    const std::string first = words.empty() ? "" : words.front();
    const bool wants_help = first == "--help" || first == "-h" || first == "help";
    if (wants_help) std::cout << help();
    if (first == "--version")
        std::cout << fmt::format("staffsim {} (model {})\n", analysis::program_version(), analysis::model_version());
    if (first.empty()) std::cerr << help();
    if (first.empty()) return wrong_input;
    if (wants_help || first == "--version") return success;
    return find_command(first).run(Words(words.begin() + 1, words.end()));
}

int told(const std::string& message, int code) {
    std::cout.flush();
    std::cerr << message << "\n";
    return code;
}

// Before the options are read, or when they are wrong themselves.
bool wants_chinese(const Words& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_behind = words[i] == "--lang" && i + 1 < words.size() && words[i + 1] == "zh";
        if (is_behind || words[i] == "--lang=zh") return true;
    }
    return false;
}

int guarded(const Words& words) {
    try {
        const int code = dispatch(words);
        std::cout.flush();
        return std::cout.good() ? code : told("standard output could not be written", cannot_write);
    } catch (const InputError& error) {
        return told(wants_chinese(words) ? analysis::told_in_chinese(error.problems()) : error.what(), wrong_input);
    } catch (const InvariantError& error) {
        return told(std::string("a rule of the model is broken, please report this: ") + error.what(),
                    broken_invariant);
    } catch (const store::StoreError& error) {
        return told(error.what(), cannot_write);
    } catch (const analysis::OutputError& error) {
        return told(error.what(), cannot_write);
    } catch (
        const std::filesystem::filesystem_error& error) {  // a name that is too long, a folder that may not be read
        const std::string path = error.path1().string();
        return told((path.size() > 80 ? path.substr(0, 77) + "..." : path) + ": " + error.code().message(),
                    cannot_write);
    } catch (const std::exception& error) {
        return told(std::string("unforeseen error: ") + error.what(), failure);
    }
}

}  // namespace

}  // namespace staffsim::cli

int main(int count, char** words) {
    staffsim::cli::keep_memory();
    staffsim::cli::log_to_stderr();
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN);  // a file over the user's limit is then an error that is told, as a full disk is
#endif
    return staffsim::cli::guarded(staffsim::cli::Words(words + 1, words + count));
}
