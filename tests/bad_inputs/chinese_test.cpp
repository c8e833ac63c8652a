// Errors are told in Chinese, too: every message about a bad input, with its names and numbers and without a word of
// English left in it.
#include <catch2/catch.hpp>

#include <map>
#include <regex>

#include "sim/scenario/scenario.hpp"
#include "sim/scenario/toml_text.hpp"
#include "tests/bad_inputs/cases.hpp"
#include "tests/scenario/folder.hpp"
#include "tests/support/chinese.hpp"

using namespace staffsim;

namespace {

std::vector<Text> messages_of_bad_inputs() {
    const std::string folder_of_cases = BAD_INPUTS_FOLDER;
    const tests::BadInput sound = tests::read_cases(folder_of_cases + "/good.cases").front();
    std::map<std::string, Text> messages;
    for (const char* file : {"/scenario_files.cases", "/tables.cases"}) {
        for (const tests::BadInput& input : tests::read_cases(folder_of_cases + file)) {
            const tests::TemporaryFolder folder;
            tests::write_files(sound, input, folder.path());
            const std::string& text = input.variant.empty() ? input.check : input.variant;
            try {
                scenario::load_scenario(scenario::parse_spec(text, input.check),
                                        {input.sets, input.contexts, {"empty_places", "wait_to_deputy", "payroll"}});
            } catch (const InputError& error) {
                for (const Problem& problem : error.problems()) messages[problem.message.en] = problem.message;
            }
        }
    }
    std::vector<Text> all;
    for (auto& [english, message] : messages) all.push_back(std::move(message));
    return all;
}

// Two English words in a row that stand neither in quotes nor in brackets and are nothing to be written.
bool has_english_words(const std::string& chinese) {
    static const std::regex written(
        "\"[^\"]*\"|“[^”]*”|\\{[^}]*\\}|staffsim [a-z]+|family planning|--[a-z-]+( [a-z-]+)?|[a-z_]+( extends)? "
        "[a-z]+\\.toml");
    static const std::regex words("[a-z]{2,} [a-z]{2,}");
    return std::regex_search(std::regex_replace(chinese, written, ""), words);
}

std::string chinese_of_syntax_error(const std::string& toml) {
    Diagnostics diagnostics;
    REQUIRE_FALSE(scenario::parse_toml(toml, "a.toml", diagnostics));
    return diagnostics.errors().at(0).message.zh;
}

}  // namespace

TEST_CASE("every message about a bad input is there in Chinese, and no English is left in it", "[bad_inputs]") {
    const std::vector<Text> messages = messages_of_bad_inputs();
    REQUIRE(messages.size() > 150);
    for (const Text& message : messages) {
        CAPTURE(message.en, message.zh);
        CHECK(tests::is_chinese(message.zh));
        CHECK_FALSE(has_english_words(message.zh));
    }
}

TEST_CASE("a message keeps its names, numbers, ranges and what to write", "[bad_inputs]") {
    std::map<std::string, std::string> known;
    for (const Text& message : messages_of_bad_inputs()) known[message.en] = message.zh;
    for (
        const auto& [english, chinese] : std::map<std::string, std::string>{
            {"\"02-29\" is not there every year; write \"02-28\" or \"03-01\"",
             "“02-29”不是每年都有；请写 \"02-28\" 或 \"03-01\""},
            {"1.7 is out of range; allowed: 0 to 1", "1.7 超出范围；允许：0 至 1"},
            {"60.5 is not a whole number; allowed: 50 to 70 years old", "60.5 不是整数；允许：50 至 70 岁"},
            {"unknown key; did you mean \"pay.allowance_per_year\"?", "没有这个键；是否应为“pay.allowance_per_year”？"},
            {"T03 has more office_head than its quota of 1; raise the quota in the establishment or correct the roster",
             "T03 的 office_head 超过职数 1；请调高编制表中的职数，或更正花名册"},
            {"expected a text in quotes, got the number 3", "应为带引号的文字，写成了数字 3"},
            {"expected \"all\" or a list of units such as [\"T03\", \"T11\"], got the text \"T03\"",
             "应为 \"all\" 或单位列表，如 [\"T03\", \"T11\"]，写成了文字“T03”"},
            {"is not UTF-8 (byte 3 of line 2); save the file as UTF-8",
             "不是 UTF-8 编码（第 2 行第 3 字节）；请另存为 UTF-8"},
            {"has tier 3 but its feeder organ_deputy has tier 3; tiers must rise",
             "层次为 3，而其来源职务 organ_deputy 的层次为 3；层次应逐级升高"},
            {"expected a whole number, 0 to 100000, got the number 22.0; write 22",
             "应为整数，0 至 100000，写成了数字 22.0；请写 22"},
            {"is missing: the people of the first day. Name a roster table (staffsim roster draws one from totals), or "
             "set start_full = true to fill every place with generated people",
             "未填：即起始日的人员。请写明花名册（staffsim roster 可由总数生成），或设 start_full = "
             "true，由程序生成人员填满编制"},
            {"\"x\" is not known; allowed: 男 male, 女 female", "“x”无法识别；可用：男 male, 女 female"},
            {"cannot be phased in (line 5): it is true or false, with nothing between; set it in a file of its own "
             "without phase_in_years",
             "不能分步实施（第 5 行）：它的取值为 true 或 false，没有中间值；请另写一个不含 phase_in_years 的文件"},
            {"1000.01 is out of range; allowed: 1920-01-01 to 2010-01-01, 16 years before the first simulated day",
             "1000.01 超出范围；允许：1920-01-01 至 2010-01-01，即起始日之前 16 年"},
            {"【 is full-width, as Chinese keyboards write it; write [", "【 是全角字符；请写 ["},
            {"\"1981.1\" may be January or October: Excel saves 1981.10 as 1981.1 when it takes it for a number; write "
             "1981-01 or 1981-10 and keep the column as text",
             "“1981.1”可能是一月，也可能是十月：Excel 把 1981.10 当作数字时存为 1981.1；请写 1981-01 或 "
             "1981-10，并把该列设为文本"}}) {
        CAPTURE(english);
        CHECK(known[english] == chinese);
    }
}

TEST_CASE("what the library says of a syntax error is told in Chinese", "[bad_inputs]") {
    CHECK(chinese_of_syntax_error("x = ") == "语法错误：文件在此处意外结束");
    CHECK(chinese_of_syntax_error("x = \n") == "语法错误：此处应为值，写成了 换行");
    CHECK(chinese_of_syntax_error("x = [1, 2") == "语法错误：文件在此处意外结束");
    CHECK(chinese_of_syntax_error("x = 1\nx = 2\n") == "语法错误：“x”写了两次");
    CHECK(chinese_of_syntax_error("[a]\nx = 1\n[a]\n") == "语法错误：“a”写了两次");
    CHECK(chinese_of_syntax_error("x = \"a\n") == "语法错误：引号未在本行内结束");
    CHECK(chinese_of_syntax_error("x = 2027-13-01\n") == "语法错误：此处应为 1 至 12 之间的月份，写成了 13");
    for (const char* wrong : {"x = 007\n",
                              "x = 1__0\n",
                              "x = 0x\n",
                              "x = \"\\q\"\n",
                              "x = \"C:\\users\"\n",
                              "x = 99999999999999999999\n",
                              "x = 2027-1-01\n",
                              "x = 2027-02-30\n",
                              "x = 12:61:00\n",
                              "x = 2027-01-01T25:00:00\n",
                              "x = {a = 1, }\n",
                              "x = {a 1}\n",
                              "x = [1, , 2]\n",
                              "x = [1 2]\n",
                              "x 1\n",
                              "= 1\n",
                              "[]\n",
                              "[a\n",
                              "[[a]\n",
                              "[ [a]]\n",
                              "x = 1 y = 2\n",
                              "[a] x\n",
                              "x = 1e\n",
                              "x = 1.\n",
                              "x = _1\n",
                              "x = tru\n",
                              "x = 'a\n",
                              "x = ?\n",
                              "\"\"\"a\"\"\" = 1\n",
                              "x = 0b2\n",
                              "x = inf_\n",
                              "x.\n",
                              "x = \"\\u12\"\n",
                              "x = 1\x01\n",
                              "# \x01\n"}) {
        const std::string chinese = chinese_of_syntax_error(wrong);
        CAPTURE(wrong, chinese);
        CHECK(tests::is_chinese(chinese.substr(std::string("语法错误：").size())));
        CHECK_FALSE(has_english_words(chinese));
    }
}
