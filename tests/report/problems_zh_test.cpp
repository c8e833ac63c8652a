// Errors in Chinese: every message of the bad inputs is known, with its names and numbers.
#include <catch2/catch.hpp>

#include <regex>
#include <set>

#include "analysis/problem_patterns.hpp"
#include "analysis/problems_zh.hpp"
#include "sim/scenario/scenario.hpp"
#include "tests/bad_inputs/cases.hpp"
#include "tests/scenario/folder.hpp"

using namespace staffsim;
using namespace staffsim::analysis;

namespace {

std::set<std::string> messages_of_bad_inputs() {
    const std::string folder_of_cases = BAD_INPUTS_FOLDER;
    const tests::BadInput sound = tests::read_cases(folder_of_cases + "/good.cases").front();
    std::set<std::string> messages;
    for (const char* file : {"/scenario_files.cases", "/tables.cases"}) {
        for (const tests::BadInput& input : tests::read_cases(folder_of_cases + file)) {
            const tests::TemporaryFolder folder;
            tests::write_files(sound, input, folder.path());
            const std::string& text = input.variant.empty() ? input.check : input.variant;
            try {
                scenario::load_scenario(scenario::parse_spec(text, input.check),
                                        {input.sets, input.contexts, {"empty_places", "wait_to_deputy", "payroll"}});
            } catch (const InputError& error) {
                for (const Problem& problem : error.problems()) messages.insert(problem.message);
            }
        }
    }
    return messages;
}

// Two English words in a row that stand neither in quotes nor in brackets and are nothing to be written.
bool has_english_words(const std::string& chinese) {
    static const std::regex written(
        "\"[^\"]*\"|“[^”]*”|\\{[^}]*\\}|staffsim [a-z]+|family planning|--[a-z-]+( [a-z-]+)?|Error while .*|[a-z_]+( "
        "extends)? "
        "[a-z]+\\.toml");
    static const std::regex words("[a-z]{2,} [a-z]{2,}");
    return std::regex_search(std::regex_replace(chinese, written, ""), words);
}

}  // namespace

TEST_CASE("every message about a bad input is told in Chinese with --lang zh, and no English is left in it") {
    const std::set<std::string> messages = messages_of_bad_inputs();
    REQUIRE(messages.size() > 150);
    for (const std::string& english : messages) {
        const std::string chinese = chinese_problem(english);
        CAPTURE(english, chinese);
        CHECK(chinese != english);
        CHECK_FALSE(has_english_words(chinese));
    }
}

TEST_CASE("a message keeps its names, numbers, ranges and what to write") {
    CHECK(chinese_problem("unknown key; did you mean \"pay.township_allowance\"?") ==
          "没有这个键；是否应为“pay.township_allowance”？");
    CHECK(chinese_problem("expected a number, 0 to 5000 yuan/month; got the text \"800元\"; write 800") ==
          "应为数字（0 至 5000 元/月），写成了文字“800元”；请写 800");
    CHECK(chinese_problem("80 is out of range; allowed: 0 to 1 of empty places; 80 % is written 0.8") ==
          "80 超出范围；允许：0 至 1（占空编）；80% 写作 0.8");
    CHECK(chinese_problem("20 is out of range; allowed: 25 to 200 years old; 200 means none") ==
          "20 超出范围；允许：25 至 200 岁；200 表示不限");
    CHECK(chinese_problem("\"x\" is not known; allowed: 男 male, 女 female (and on 7 more lines: 3, 4, …)") ==
          "“x”无法识别；可用：男 male, 女 female（另有 7 行同样：3, 4, …）");
    CHECK(chinese_problem("something that no reader says") == "something that no reader says");
    CHECK(told_in_chinese({{{"a.toml", 3, 1}, "pay.x", "unknown key"}, {{"--set", 0, 0}, "", "is given twice"}}) ==
          "a.toml:3:1: pay.x: 没有这个键\n--set: 写了两次");
}

TEST_CASE("every known message is told in Chinese by its own pattern, with what stands in its holes") {
    for (const auto patterns : {scenario_messages(), command_messages()}) {
        for (const Pattern& pattern : patterns) {
            std::string english(pattern.en), chinese(pattern.zh);
            std::vector<std::string> words;
            for (std::size_t at = english.find("{}"); at != std::string::npos; at = english.find("{}", at)) {
                words.push_back("N" + std::to_string(words.size()));
                english.replace(at, 2, words.back());
            }
            for (std::size_t i = 0; i < words.size(); ++i) {
                const std::string hole = "{" + std::to_string(i) + "}";
                if (const auto at = chinese.find(hole); at != std::string::npos)
                    chinese.replace(at, hole.size(), words[i]);
            }
            CAPTURE(english);
            CHECK(chinese_problem(english) == chinese);
            CHECK_FALSE(has_english_words(chinese));
        }
    }
}
