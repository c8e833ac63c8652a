#include "sim/cli/options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <functional>
#include <iostream>

#include "sim/foundation/diagnostics.hpp"
#include "sim/foundation/text.hpp"

namespace staffsim::cli {

namespace po = boost::program_options;

namespace {

constexpr unsigned page_width = 78, help_column = 40;

std::int64_t whole_number(const std::string& name, const std::string& text, std::int64_t low, std::int64_t high) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_number = error == std::errc{} && end == text.data() + text.size();
    if (is_number && value >= low && value <= high) return value;
    throw InputError(worded("--{}: \"{}\" is not allowed; a whole number from {} to {} is expected",
                            "--{}：“{}”不可用；应为整数，{} 至 {}", name, text, low, high));
}

// English as the library has it.
Text words_of(const po::error& error) {
    if (const auto* twice = dynamic_cast<const po::multiple_occurrences*>(&error))
        return {error.what(), fmt::format("选项 {} 写了两次", twice->get_option_name())};
    const auto* syntax = dynamic_cast<const po::invalid_command_line_syntax*>(&error);
    if (syntax != nullptr && syntax->kind() == po::invalid_syntax::missing_parameter)
        return {error.what(), fmt::format("选项 {} 缺少取值", syntax->get_option_name())};
    if (syntax != nullptr && syntax->kind() == po::invalid_syntax::extra_parameter)
        return {error.what(), fmt::format("选项 {} 不带取值", syntax->get_option_name())};
    return worded("{}", "命令行有误：{}", error.what());
}

}  // namespace

struct Options::Declarations {
    std::string synopsis, summary, example;
    po::options_description named{"Options", page_width, help_column};
    std::vector<std::function<void(const po::variables_map&)>> readers;
    std::vector<std::string> names;
    std::vector<std::string>* arguments = nullptr;
    std::size_t least = 0, most = 0;
    Text what;
    std::vector<Problem> problems;

    void add(const std::string& name, po::value_semantic* value, const std::string& help) {
        named.add_options()(name.c_str(), value, help.c_str());
        names.push_back(name);
    }
    void problem(Text message) { problems.push_back({{}, "", std::move(message)}); }
    void attempt(const std::function<void()>& work) {
        try {
            work();
        } catch (const InputError& error) {
            problems.insert(problems.end(), error.problems().begin(), error.problems().end());
        }
    }
    void when_given(const std::string& name, std::function<void(const std::string&)> use) {
        readers.push_back([this, name, use](const po::variables_map& values) {
            if (values.count(name) > 0) attempt([&] { use(values[name].as<std::string>()); });
        });
    }

    Text suggestion(const std::string& name) const {
        const std::string near = nearest(name, names);
        return near.empty() ? Text{} : worded("; did you mean --{}?", "；是否应为 --{}？", near);
    }
    // Without the dashes and the value.
    static std::string bare(const std::string& option) {
        const std::size_t first = option.find_first_not_of('-');
        return first == std::string::npos ? option : option.substr(first, option.find('=') - first);
    }

    std::vector<std::string> take_unnamed(const po::parsed_options& parsed) {
        std::vector<std::string> unnamed;
        for (const auto& option : parsed.options) {
            if (option.unregistered) {
                problem(worded("there is no option {}{}", "没有选项 {}{}", option.original_tokens.front(),
                               suggestion(bare(option.original_tokens.front()))));
            } else if (option.position_key != -1) {
                unnamed.insert(unnamed.end(), option.value.begin(), option.value.end());
            }
        }
        return unnamed;
    }

    void take_arguments(std::vector<std::string> unnamed) {
        if (unnamed.size() < least)
            problem(worded("{} is missing: staffsim {}", "缺少{}：staffsim {}", what, synopsis));
        if (unnamed.size() > most)
            problem(most < 2 ? worded("too many arguments: \"{}\" is not understood", "参数过多：“{}”无法识别",
                                      unnamed[most])
                             : worded("too many arguments: {} at most, and \"{}\" is one more",
                                      "参数过多：最多 {} 个，“{}”为多出的一个", most, unnamed[most]));
        if (arguments != nullptr) *arguments = std::move(unnamed);
    }

    void print_help() const {
        std::cout << "staffsim " << synopsis << "\n" << summary << "\n\nExample\n" << example << "\n" << named;
    }
};

Options::Options(std::string synopsis, std::string summary, std::string example)
    : declared_(std::make_unique<Declarations>()) {
    declared_->synopsis = std::move(synopsis);
    declared_->summary = std::move(summary);
    declared_->example = std::move(example);
    declared_->named.add_options()("help,h", "this text");
    declared_->names = {"help"};
}
Options::~Options() = default;

void Options::flag(const std::string& name, bool& target, const std::string& help) {
    declared_->named.add_options()(name.c_str(), help.c_str());
    declared_->names.push_back(name);
    declared_->readers.push_back(
        [&target, name](const po::variables_map& values) { target = target || values.count(name) > 0; });
}

void Options::text(const std::string& name, std::string& target, const std::string& value_name,
                   const std::string& help) {
    const std::string shown = target.empty() ? help : help + " (default " + target + ")";
    declared_->add(name, po::value<std::string>()->value_name(value_name), shown);
    declared_->when_given(name, [&target, name](const std::string& value) {
        if (value.empty())  // an unset variable of a shell, as a rule
            throw InputError(worded("--{}: the value is empty; leave the option out, or give one",
                                    "--{}：值为空；请去掉该选项，或写明取值", name));
        target = value;
    });
}

void Options::one_of(const std::string& name, std::string& target, const std::vector<std::string>& allowed,
                     const std::string& help) {
    declared_->add(name, po::value<std::string>()->value_name(fmt::format("{}", fmt::join(allowed, "|"))),
                   help + " (default " + target + ")");
    declared_->when_given(name, [&target, name, allowed](const std::string& value) {
        if (std::ranges::find(allowed, value) == allowed.end()) {
            const std::string near = nearest(value, allowed);
            throw InputError(worded("--{}: \"{}\" is not allowed; one of {} is expected{}",
                                    "--{}：“{}”不可用；可选 {}{}", name, value,
                                    fmt::format("{}", fmt::join(allowed, ", ")),
                                    near.empty() ? Text{} : worded("; did you mean {}?", "；是否应为 {}？", near)));
        }
        target = value;
    });
}

void Options::whole(const std::string& name, std::int64_t& target, std::int64_t low, std::int64_t high,
                    const std::string& help) {
    declared_->add(name, po::value<std::string>()->value_name("N"), fmt::format("{} (default {})", help, target));
    declared_->when_given(
        name, [&target, name, low, high](const std::string& value) { target = whole_number(name, value, low, high); });
}

void Options::maybe_whole(const std::string& name, std::optional<std::int64_t>& target, std::int64_t low,
                          std::int64_t high, const std::string& help) {
    declared_->add(name, po::value<std::string>()->value_name("N"), help);
    declared_->when_given(
        name, [&target, name, low, high](const std::string& value) { target = whole_number(name, value, low, high); });
}

void Options::list(const std::string& name, std::vector<std::string>& target, const std::string& value_name,
                   const std::string& help) {
    declared_->add(name, po::value<std::vector<std::string>>()->value_name(value_name), help + "; may be repeated");
    declared_->readers.push_back([&target, name](const po::variables_map& values) {
        if (values.count(name) > 0) target = values[name].as<std::vector<std::string>>();
    });
}

void Options::arguments(std::vector<std::string>& target, std::size_t least, std::size_t most, const Text& what) {
    declared_->arguments = &target;
    declared_->least = least;
    declared_->most = most;
    declared_->what = what;
}

bool Options::read(const std::vector<std::string>& words) {
    Declarations& declared = *declared_;
    try {
        namespace style = po::command_line_style;
        const po::parsed_options parsed = po::command_line_parser(words)
                                              .options(declared.named)
                                              .style(style::unix_style & ~style::allow_guessing & ~style::allow_sticky)
                                              .allow_unregistered()
                                              .run();
        po::variables_map values;
        po::store(parsed, values);
        if (values.count("help") > 0) {
            declared.print_help();
            return false;
        }
        std::vector<std::string> unnamed = declared.take_unnamed(parsed);
        for (const auto& reader : declared.readers) reader(values);
        if (declared.problems.empty() || unnamed.size() > declared.most) declared.take_arguments(std::move(unnamed));
    } catch (const po::error& error) {
        declared.problem(words_of(error));
    }
    if (!declared.problems.empty()) throw InputError(declared.problems);
    return true;
}

}  // namespace staffsim::cli
