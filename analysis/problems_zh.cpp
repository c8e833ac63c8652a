#include "analysis/problems_zh.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>
#include <span>
#include <string_view>

#include "analysis/patterns.hpp"
#include "sim/foundation/text.hpp"
#include "sim/levers/words.hpp"

namespace staffsim::analysis {

namespace {

struct Pattern {
    std::string_view en, zh;
};

// Whole messages. Within what is to be written (keys, values, names of columns) nothing is translated.
constexpr std::array messages{
    // Keys
    Pattern{"unknown key", "没有这个键"},
    Pattern{"unknown table", "没有这个表"},
    Pattern{"unknown name; allowed: {}", "没有这一项；可用：{0}"},
    Pattern{"unknown language; allowed: {}", "没有这种语言；可用：{0}"},
    Pattern{"is a table of further keys, got {}", "其下应为各项键，写成了{0}"},
    Pattern{"a dotted key has more than {} parts", "带点的键超过 {0} 段"},
    Pattern{"can only stand in a file; name the file to start from as the baseline",
            "只能写在文件中；请把要承接的文件作为基准方案列出"},
    Pattern{"can only stand in a file; a typed variant has its name before the colon",
            "只能写在文件中；命令行方案的名称写在冒号之前"},
    Pattern{"is given twice", "写了两次"},
    Pattern{"is not a lever", "不是参数"},
    Pattern{"there is no such outcome", "没有这项指标"},
    Pattern{"there is no such lever (put the key in quotes: \"pay.x\" = …)",
            "没有这个参数（键应加引号：\"pay.x\" = …）"},
    // Values
    Pattern{"expected {}, got {}", "应为{0}，写成了{1}"},
    Pattern{"expected {}, {}; got {}", "应为{0}（{1}），写成了{2}"},
    Pattern{"expected a list of {} numbers ({}), {}; got {}", "应为含 {0} 个数字的列表（{1}，{2}），写成了{3}"},
    Pattern{"expected a table with the keys {}; got {}", "应为含有下列各项的表：{0}；写成了{1}"},
    Pattern{"{} is out of range; allowed: {}", "{0} 超出范围；允许：{1}"},
    Pattern{"\"{}\" is out of range; allowed: whole numbers {}", "“{0}”超出范围；允许整数：{1}"},
    Pattern{"{} is out of range; allowed: {}, {} years before the first simulated day",
            "{0} 超出范围；允许：{1}，即起始日之前 {2} 年"},
    Pattern{"{} is not a whole number; allowed: {}", "{0} 不是整数；允许：{1}"},
    Pattern{"\"{}\" is not allowed; {}", "“{0}”不可用；{1}"},
    Pattern{"\"{}\" is not allowed; one of everybody, new_entrants", "“{0}”不可用；可选 everybody、new_entrants"},
    Pattern{"{} is not read; write {}", "{0} 无法识别；请写 {1}"},
    Pattern{"\"{}\" is not read; write \"{}\" ({})", "“{0}”无法识别；请写 \"{1}\"（{2}）"},
    Pattern{"must be a finite number", "必须是有限的数"},
    Pattern{"needs {} numbers ({}), has {}", "应有 {0} 个数字（{1}），写了 {2} 个"},
    Pattern{"the shares must sum to 1, they sum to {}", "各项比例之和应为 1，现为 {0}"},
    Pattern{"lacks {}; give all of {}", "缺少 {0}；应给全 {1}"},
    Pattern{"\"{}\" is not there every year; write \"02-28\" or \"03-01\"",
            "“{0}”不是每年都有；请写 \"02-28\" 或 \"03-01\""},
    Pattern{"does not take one number", "不是单个数字的参数"},
    Pattern{"has the higher age first", "较大的年龄写在了前面"},
    Pattern{"names a year twice", "同一年写了两次"},
    Pattern{"\"{}\" is not of the form key=value", "“{0}”不是 键=值 的形式"},
    Pattern{"has no value behind \"=\"", "“=”后面没有值"},
    Pattern{"a comma stands between two settings, not {}: {}", "两项设置之间应用逗号，不用 {0}：{1}"},
    // Days, units and people for whom a value holds
    Pattern{"needs starts beside it: the day of the first step, for example starts = 2027-01-01",
            "须同时写明 starts，即第一步的日期，如 starts = 2027-01-01"},
    Pattern{"cannot be phased in (line {}): it is {}, with nothing between; set it in a file of its own without "
            "phase_in_years",
            "不能分步实施（第 {0} 行）：它的取值为{1}，没有中间值；请另写一个不含 phase_in_years 的文件"},
    Pattern{"cannot be phased in from or to {}, which means none, with nothing between; set it in a file of its own "
            "without phase_in_years",
            "{0} 表示不限，与其他取值之间没有中间值，不能分步实施；请另写一个不含 phase_in_years 的文件"},
    Pattern{"holds for a unit and cannot apply to new entrants only (line {}); what can: {}",
            "是单位的规定，不能只对新录用人员（第 {0} 行）；可以的有：{1}"},
    Pattern{"holds for a county and cannot apply to new entrants only (line {}); what can: {}",
            "是全县的规定，不能只对新录用人员（第 {0} 行）；可以的有：{1}"},
    Pattern{
        "is one value for the whole county and cannot be limited by units (line {}); set it in a file without units",
        "全县只有一个取值，不能限定单位（第 {0} 行）；请另写一个不含 units 的文件"},
    Pattern{"expected \"all\" or a list of units such as [\"T03\", \"T11\"], got {}",
            "应为 \"all\" 或单位列表，如 [\"T03\", \"T11\"]，写成了{0}"},
    Pattern{"is an empty list: what stands beside it would hold in no unit and change nothing; name units, for example "
            "[\"T03\", \"T11\"], or leave units out to mean all",
            "是空列表：同表各项将不在任何单位生效；请写明单位，如 [\"T03\", \"T11\"]，或不写 units，即全部单位"},
    Pattern{"names the unit {} twice", "单位 {0} 写了两次"},
    Pattern{"there is no unit \"{}\"", "没有单位“{0}”"},
    Pattern{"is {} here but {} in {}; files joined by \"+\" may not contradict each other",
            "此处为{0}，而 {2} 中为{1}；用“+”合并的文件不得相互矛盾"},
    Pattern{"is {} here, but --years or --set makes it {} for every scenario; leave one of the two out",
            "此处为{0}，而 --years 或 --set 对各方案一律设为{1}；请去掉其一"},
    // Files
    Pattern{"there is no file {}", "没有文件 {0}"},
    Pattern{"{} is a directory, not a file", "{0} 是文件夹，不是文件"},
    Pattern{"{} is not an ordinary file", "{0} 不是普通文件"},
    Pattern{"{} is larger than {} MiB", "{0} 超过 {1} MiB"},
    Pattern{"{} cannot be read", "{0} 无法读取"},
    Pattern{"line is longer than {} bytes", "该行超过 {0} 字节"},
    Pattern{"contains a NUL byte; save the file as plain UTF-8 text", "含有 NUL 字节；请另存为 UTF-8 纯文本"},
    Pattern{"contains a NUL byte (UTF-16?); save the table as CSV UTF-8",
            "含有 NUL 字节（UTF-16？）；请另存为“CSV UTF-8”"},
    Pattern{"is not UTF-8 (byte {} of line {}); save the file as UTF-8",
            "不是 UTF-8 编码（第 {1} 行第 {0} 字节）；请另存为 UTF-8"},
    Pattern{"is neither UTF-8 nor GB18030 (byte {} of line {}); save the table as CSV UTF-8",
            "既不是 UTF-8 也不是 GB18030 编码（第 {1} 行第 {0} 字节）；请另存为“CSV UTF-8”"},
    Pattern{"is an Excel workbook ({}), not a table as text; save its sheet as CSV UTF-8",
            "是 Excel 工作簿（{0}），不是文本表格；请将工作表另存为“CSV UTF-8”"},
    Pattern{"syntax error: {}", "语法错误：{0}"},
    Pattern{"syntax error: Error while parsing {}: expected {}, saw {}", "语法错误：此处应为{1}，写成了 {2}"},
    Pattern{"syntax error: Error while parsing {}: could not determine value type", "语法错误：无法判断值的类型"},
    Pattern{"syntax error: Error while parsing {}: cannot redefine existing {} '{}'", "语法错误：“{2}”写了两次"},
    Pattern{
        "syntax error: Error while parsing string: unescaped control characters other than TAB (U+0009) are explicitly "
        "prohibited",
        "语法错误：引号未在本行内结束"},
    Pattern{
        "{} is a typographic quote, as word processors and Chinese keyboards write it; texts stand in straight ones: "
        "\"…\"",
        "{0} 是中文或排版引号；文字应加英文直引号：\"…\""},
    Pattern{"{} is full-width, as Chinese keyboards write it; write {}", "{0} 是全角字符；请写 {1}"},
    Pattern{"{} is full-width, as Chinese keyboards write it; leave it out", "{0} 是全角字符；请删去"},
    Pattern{"a full-width blank, as Chinese keyboards write it; write an ordinary one",
            "此处为全角空格；请改为半角空格"},
    Pattern{"the files extend each other in a circle: {}", "文件的 extends 相互循环：{0}"},
    Pattern{"is empty; name the file to start from", "为空；请写明所承接的文件"},
    Pattern{"is empty; name a CSV file", "为空；请写明 CSV 文件"},
    Pattern{"is empty; give the county an id", "为空；请给县一个代码"},
    Pattern{"starts from {}, but {} starts from {}; files joined by \"+\" must extend the same file",
            "承接自 {0}，而 {1} 承接自 {2}；用“+”合并的文件须承接同一文件"},
    Pattern{"a context must extend nothing or the scenario's own root file, not {}",
            "背景文件须不承接其他文件，或承接该方案自己的根文件，不能承接 {0}"},
    Pattern{"is missing: the first simulated day, for example start = 2026-01-01",
            "未填：即模拟起始日，如 start = 2026-01-01"},
    Pattern{"is missing: name an establishment table or describe [units.<id>]",
            "未填：请写明编制表，或逐一填写 [units.<代码>]"},
    Pattern{
        "is missing: the people of the first day. Name a roster table (staffsim roster draws one from totals), or set "
        "start_full = true to fill every place with generated people",
        "未填：即起始日的人员。请写明花名册（staffsim roster 可由总数生成），或设 start_full = "
        "true，由程序生成人员填满编制"},
    Pattern{"is for a full start; set start_full = true", "只用于满编起始；请设 start_full = true"},
    Pattern{"contradicts roster: a full start generates its people", "与 roster 矛盾：满编起始的人员由程序生成"},
    Pattern{"expected a list of years such as [3, 5, 10], got {}", "应为年份列表，如 [3, 5, 10]，写成了{0}"},
    Pattern{"expected two ages such as [22, 60], got {}", "应为两个年龄，如 [22, 60]，写成了{0}"},
    // Posts
    Pattern{"lacks {}", "缺少 {0}"},
    Pattern{"lacks kind (township or county_organ)", "缺少 kind（township 或 county_organ）"},
    Pattern{"lacks places (行政编制)", "缺少 places（行政编制）"},
    Pattern{"there is no post \"{}\"", "没有职务“{0}”"},
    Pattern{"\"{}\" is the title of {} as well", "“{0}”也是 {1} 的职务名称"},
    Pattern{"has tier {} but its feeder {} has tier {}; tiers must rise",
            "层次为 {0}，而其来源职务 {1} 的层次为 {2}；层次应逐级升高"},
    Pattern{"is filled from {}, which is neither one of its feeders nor the post itself",
            "由 {0} 补充，而它既不是来源职务，也不是该职务本身"},
    Pattern{"is filled from elsewhere with probabilities that sum to {}; at most 1, the rest comes from outside",
            "由别处补充的概率合计为 {0}；不得超过 1，其余来自外部"},
    Pattern{"cannot be reached from any entry post; add a feeder", "从任何入口职务都升不到；请增加来源职务"},
    Pattern{"is part of a promotion cycle", "处在晋升的循环之中"},
    Pattern{"expected a table such as { clerk = 0.9 }, got {}", "应为表，如 { clerk = 0.9 }，写成了{0}"},
    Pattern{"expected a list of post ids, got {}", "应为职务代码列表，写成了{0}"},
    Pattern{"names \"{}\" twice", "“{0}”写了两次"},
    Pattern{"fixed_probabilities needs posts.{}.filled_from, for example {}; the rest comes from outside",
            "fixed_probabilities 须写明 posts.{0}.filled_from，如 {1}；其余来自外部"},
    Pattern{"no post has this title", "没有这一职务"},
    Pattern{"no post with ladder \"entry\" exists for its kind {}", "{0} 类单位没有 ladder 为 \"entry\" 的职务"},
    Pattern{"no post of the kind {} has the title \"{}\"", "{0} 类单位没有职务“{1}”"},
    // Tables
    Pattern{"unknown column", "没有这一列"},
    Pattern{"unknown column; delete it: nothing in it is read", "没有这一列；请删去，其内容不会读取"},
    Pattern{"the column {} is there twice", "列 {0} 出现两次"},
    Pattern{"required column is missing ({})", "缺少必填列（{0}）"},
    Pattern{"has {} values, the headings are {}", "有 {0} 个值，而标题行有 {1} 列"},
    Pattern{"is a title, not the headings; the header is in line {}: delete what stands above it",
            "是表题，不是标题行；标题行在第 {0} 行，请删去其上各行"},
    Pattern{"a quote is not closed on its line; line breaks within quotes are not supported",
            "引号未在本行内结束；引号内不得换行"},
    Pattern{"there is text behind a closing quote", "右引号之后还有文字"},
    Pattern{"is empty; the first line must hold the headings", "为空；第一行应为标题行"},
    Pattern{"is empty; a value is required", "为空；此项必填"},
    Pattern{"is empty; every unit needs an id", "为空；每个单位都要有代码"},
    Pattern{"the unit {} is there twice (line {})", "单位 {0} 出现两次（另见第 {1} 行）"},
    Pattern{"\"{}\" is there twice (line {})", "“{0}”出现两次（另见第 {1} 行）"},
    Pattern{"\"{}\" is not known; allowed: {}", "“{0}”无法识别；可用：{1}"},
    Pattern{"\"{}\" is not a rank; allowed: {}", "“{0}”不是职级；可用：{1}"},
    Pattern{"\"{}\" is not a post of the kind {}; allowed: {}", "“{0}”不是 {1} 类单位的职务；可用：{2}"},
    Pattern{"\"{}\" is the name of several units; write the code", "“{0}”是几个单位的名称；请写代码"},
    Pattern{"{} has more {} than its quota of {}; raise the quota in the establishment or correct the roster",
            "{0} 的 {1} 超过职数 {2}；请调高编制表中的职数，或更正花名册"},
    Pattern{"holds no person; to start from generated people, leave out `roster` and set start_full = true",
            "没有人员；如由程序生成人员，请不写 roster，并设 start_full = true"},
    Pattern{"has {} years; at most the last three, as in 称职|优秀|称职",
            "有 {0} 年；最多填最近三年，如 称职|优秀|称职"},
    Pattern{"{} lies after the first simulated day {}", "{0} 晚于起始日 {1}"},
    Pattern{"{} is before the 16th birthday (birth {})", "{0} 早于 16 周岁（出生 {1}）"},
    Pattern{"{} is before entry ({})", "{0} 早于进入公务员队伍的时间（{1}）"},
    Pattern{"{} is after the day of the present post ({}), which has that level",
            "{0} 晚于任现职务的时间（{1}），而现职务即属该层次"},
    Pattern{"\"{}\" ends before it begins", "“{0}”的截止早于起始"},
    Pattern{"\"{}\" begins after the first simulated day {}", "“{0}”的起始晚于起始日 {1}"},
    Pattern{"\"{}\" is not understood; write what and when, as in 借调 2025.03-2026.03",
            "“{0}”无法识别；请写明何事、何时，如 借调 2025.03-2026.03"},
    Pattern{
        "\"{}\" may be January or October: Excel saves {} as {} when it takes it for a number; write {} or {} and keep "
        "the column as text",
        "“{0}”可能是一月，也可能是十月：Excel 把 {1} 当作数字时存为 {2}；请写 {3} 或 {4}，并把该列设为文本"},
    Pattern{"\"{}\" is not a date: behind a dot a month has two digits; write {}",
            "“{0}”不是日期：点号之后的月份应为两位；请写 {1}"},
    Pattern{"\"{}\" is not a date; as Excel's number of a day it would be {}: give the column the format of a date, or "
            "Text, and save the table anew",
            "“{0}”不是日期；如是 Excel 的日期序号则为 {1}：请把该列设为日期或文本格式后重新保存"},
    Pattern{
        "\"{}\" is not a date; write 1985-07-03, 1985-07, 1985.07 or 198507 (1985/7/3, 1985年7月3日 and 1985年7月 are "
        "read as well)",
        "“{0}”不是日期；请写 1985-07-03、1985-07、1985.07 或 198507（1985/7/3、1985年7月3日、1985年7月 也可以）"},
    // Options
    Pattern{"there is no option {}", "没有选项 {0}"},
    Pattern{"there is no command \"{}\"", "没有命令“{0}”"},
    Pattern{"there is no command \"{}\"; see staffsim --help", "没有命令“{0}”；见 staffsim --help"},
    Pattern{"{} is missing: staffsim {}", "缺少 {0}：staffsim {1}"},
    Pattern{"too many arguments: \"{}\" is not understood", "参数过多：“{0}”无法识别"},
    Pattern{"too many arguments: {} at most, and \"{}\" is one more", "参数过多：最多 {0} 个，“{1}”为多出的一个"},
};

// What may stand behind a message.
constexpr std::array tails{
    Pattern{"; did you mean \"{}\"?", "；是否应为“{0}”？"},
    Pattern{"; did you mean {}?", "；是否应为 {0}？"},
    Pattern{"; write {}", "；请写 {0}"},
    Pattern{"; {} % is written {}", "；{0}% 写作 {1}"},
    Pattern{" (and on {} more lines: {})", "（另有 {0} 行同样：{1}）"},
};

// What may stand in a message. Ranges of numbers are read apart.
constexpr std::array parts{
    Pattern{"a whole number, {}", "整数，{0}"},
    Pattern{"a whole number", "整数"},
    Pattern{"a number, {}", "数字，{0}"},
    Pattern{"a number", "数字"},
    Pattern{"a text in quotes", "带引号的文字"},
    Pattern{"a text in quotes or { zh = \"…\", en = \"…\" }", "带引号的文字，或 { zh = \"…\", en = \"…\" }"},
    Pattern{"a date without quotes such as 2027-01-01", "不带引号的日期，如 2027-01-01"},
    Pattern{"a day of the year such as \"09-15\"", "一年中的某日，如 \"09-15\""},
    Pattern{"true or false", "true 或 false"},
    Pattern{"one of {}", "可选 {0}"},
    Pattern{"{} or more", "{0} 以上"},
    Pattern{"the number {}", "数字 {0}"},
    Pattern{"the text \"{}\"", "文字“{0}”"},
    Pattern{"the date {}", "日期 {0}"},
    Pattern{"a list of {}", "含 {0} 项的列表"},
    Pattern{"a table", "表"},
    Pattern{"a time", "时刻"},
    Pattern{"a date with a time", "带时刻的日期"},
    // of the parser
    Pattern{"value", "值"},
    Pattern{"digit", "数字"},
    Pattern{"decimal digit", "数字"},
    Pattern{"a comment or whitespace", "注释或空白"},
    Pattern{"keys, tables, whitespace or comments", "键、表、空白或注释"},
    Pattern{"key or closing '}'", "键或右花括号"},
    Pattern{"day between {} and {} (inclusive)", " {0} 至 {1} 之间的日"},
    Pattern{"month between {} and {} (inclusive)", " {0} 至 {1} 之间的月份"},
    Pattern{"2-digit month", "两位的月份"},
    Pattern{"2-digit day", "两位的日"},
    Pattern{"4-digit year", "四位的年份"},
};

struct Chinese {
    std::string text;
    std::size_t known = 0;  // characters of the English text that stand in patterns: more is surer
};

Chinese part(const std::string& english);

// By the pattern that leaves least to its holes; nothing when none fits.
std::optional<Chinese> by_patterns(std::string_view english, std::span<const Pattern> patterns) {
    std::optional<Chinese> best;
    for (const Pattern& pattern : patterns) {
        auto found = matched(english, pattern.en);
        if (!found) continue;
        Chinese chinese{"", fixed_characters(pattern.en)};
        for (std::string& hole : *found) {
            const Chinese inner = part(hole);
            hole = inner.text;
            chinese.known += inner.known;
        }
        chinese.text = filled(pattern.zh, *found);
        if (!best || chinese.known > best->known) best = std::move(chinese);
    }
    return best;
}

bool is_number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

// "0 to 5000 yuan/month", "25 to 200 years old; 200 means none", "1926-01-01 to 2010-01-01".
std::optional<Chinese> range(std::string_view english) {
    const auto to = english.find(" to ");
    if (to == std::string_view::npos || to == 0) return std::nullopt;
    const std::string_view low = english.substr(0, to);
    std::string_view high = english.substr(to + 4);
    std::string none, unit;
    if (const auto means = matched(high, "{}; {} means none")) {
        none = fmt::format("；{} 表示不限", means->at(1));
        high = high.substr(0, high.find(';'));
    }
    if (const auto blank = high.find(' '); blank != std::string_view::npos) {
        if (high.find(';') != std::string_view::npos) return std::nullopt;  // something else stands behind the range
        const std::string words = levers::unit_words(high.substr(blank + 1)).zh;
        unit = (words.starts_with("（") ? "" : " ") + words;
        high = high.substr(0, blank);
    }
    const bool are_days = low.size() == 10 && high.size() == 10 && low[4] == '-' && high[4] == '-';
    if (!are_days && !(is_number(low) && is_number(high))) return std::nullopt;
    return Chinese{fmt::format("{} 至 {}{}{}", low, high, unit, none), english.size()};
}

Chinese part(const std::string& english) {
    if (auto numbers = range(english)) return *numbers;
    if (auto known = by_patterns(english, parts)) return *known;
    return {english, 0};
}

// As a whole, or without a tail and the tail behind it.
std::optional<Chinese> message(std::string_view english) {
    std::optional<Chinese> best = by_patterns(english, messages);
    for (const Pattern& tail : tails) {
        const std::size_t at = english.rfind(tail.en.substr(0, tail.en.find("{}")));
        if (at == std::string_view::npos || at == 0) continue;
        const auto behind = by_patterns(english.substr(at), std::span(&tail, 1));
        const auto before = behind ? message(english.substr(0, at)) : std::nullopt;
        if (before && (!best || before->known + behind->known > best->known))
            best = Chinese{before->text + behind->text, before->known + behind->known};
    }
    return best;
}

}  // namespace

std::string chinese_problem(const std::string& english) {
    const auto known = message(english);
    return known ? known->text : english;
}

std::string told_in_chinese(const std::vector<Problem>& problems) {
    std::string text;
    for (Problem problem : problems) {
        problem.message = chinese_problem(problem.message);
        text += (text.empty() ? "" : "\n") + to_text(problem);
    }
    return text;
}

}  // namespace staffsim::analysis
