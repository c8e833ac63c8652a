// The program: finds the command, turns errors into messages and exit codes.
#include <fmt/format.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <csignal>
#include <filesystem>
#include <iostream>

#include "analysis/version.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/exit_codes.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/cli/memory.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/foundation/text.hpp"

namespace staffsim::cli {

namespace {

// "warning", "提示": what stands before a line of the log.
class ChineseLevel : public spdlog::custom_flag_formatter {
  public:
    void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& line) override {
        const std::string_view word = message.level == spdlog::level::warn  ? "提示"
                                      : message.level == spdlog::level::err ? "错误"
                                                                            : "说明";
        line.append(word.data(), word.data() + word.size());
    }
    std::unique_ptr<spdlog::custom_flag_formatter> clone() const override { return std::make_unique<ChineseLevel>(); }
};

void log_to_stderr(Language language) {
    auto logger = spdlog::stderr_logger_mt("staffsim");
    auto pattern = std::make_unique<spdlog::pattern_formatter>();
    pattern->add_flag<ChineseLevel>('*').set_pattern(language == Language::zh ? "%*：%v" : "%l: %v");
    logger->set_formatter(std::move(pattern));
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
    throw InputError(worded("there is no command \"{}\"{}", "没有命令“{}”{}", word,
                            near.empty() ? worded("; see staffsim --help", "；见 staffsim --help")
                                         : worded("; did you mean {}?", "；是否应为 {}？", near)));
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

int told(const Text& message, Language language, int code) {
    std::cout.flush();
    std::cerr << in(message, language) << "\n";
    return code;
}

// Before the options are read, or when they are wrong themselves.
Language language_of(const Words& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_behind = words[i] == "--lang" && i + 1 < words.size() && words[i + 1] == "zh";
        if (is_behind || words[i] == "--lang=zh") return Language::zh;
    }
    return Language::en;
}

int guarded(const Words& words, Language language) {
    answer_interruptions_in(language);
    try {
        const int code = dispatch(words);
        std::cout.flush();
        const Text unwritten{"standard output could not be written", "无法写到标准输出"};
        return std::cout.good() ? code : told(unwritten, language, cannot_write);
    } catch (const InputError& error) {
        return told(error.words(), language, wrong_input);
    } catch (const WordedError& error) {  // the disk, another process: of a store, of an output
        return told(error.words(), language, cannot_write);
    } catch (const InvariantError& error) {
        return told(worded("a rule of the model is broken, please report this: {}",
                           "模型的规则被违反，请报告此问题：{}", error.what()),
                    language, broken_invariant);
    } catch (
        const std::filesystem::filesystem_error& error) {  // a name that is too long, a folder that may not be read
        const std::string path = error.path1().string();
        return told(
            worded("{}: {}", "{}：{}", path.size() > 80 ? path.substr(0, 77) + "..." : path, error.code().message()),
            language, cannot_write);
    } catch (const std::exception& error) {
        return told(worded("unforeseen error: {}", "意外错误：{}", error.what()), language, failure);
    }
}

}  // namespace

}  // namespace staffsim::cli

int main(int count, char** words) {
    staffsim::cli::keep_memory();
    const staffsim::cli::Words given(words + 1, words + count);
    const staffsim::Language language = staffsim::cli::language_of(given);
    staffsim::cli::log_to_stderr(language);
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN);  // a file over the user's limit is then an error that is told, as a full disk is
#endif
    return staffsim::cli::guarded(given, language);
}
