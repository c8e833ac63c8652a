#include "sim/levers/listing.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "sim/foundation/diagnostics.hpp"
#include "sim/levers/words.hpp"

namespace staffsim::levers {

namespace {

constexpr std::size_t page_width = 78;

struct ClauseTitle {
    std::string_view clause;
    Text title;
};
// Clauses of the policy outline, in its order.
const std::vector<ClauseTitle>& clause_titles() {
    static const std::vector<ClauseTitle> titles{
        {"1", {"Training", "教育培训"}},
        {"2", {"Conduct and service", "作风建设"}},
        {"3", {"Institutions", "制度建设"}},
        {"3.1", {"Assessment", "考核"}},
        {"3.2", {"Competition for posts, exchange, front-line exercise", "竞争上岗、交流与一线锻炼"}},
        {"3.3", {"Pay and living conditions", "工资待遇与生活条件"}},
        {"4", {"Recruitment", "考录"}},
        {"5", {"Beside the outline: retirement law", "纲要之外：退休法规"}},
    };
    return titles;
}

// Title of a clause or of the clause it belongs to ("3.2.1" has the title of "3.2").
std::string title_of(std::string clause, Language language) {
    while (!clause.empty()) {
        for (const ClauseTitle& known : clause_titles()) {
            if (known.clause == clause) return in(known.title, language);
        }
        const auto dot = clause.rfind('.');
        clause = dot == std::string::npos ? "" : clause.substr(0, dot);
    }
    return "";
}

// Length in bytes of the UTF-8 character at `at`.
std::size_t character_length(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) >> 6) == 2) ++end;
    return end - at;
}

// Bytes that fit into `width` columns, up to a blank where there is one; wide characters may be parted anywhere.
std::size_t fitting(std::string_view text, std::size_t width) {
    std::size_t end = 0;
    std::size_t last_break = 0;
    while (end < text.size()) {
        const std::size_t next = end + character_length(text, end);
        if (display_width(text.substr(0, next)) > width) return last_break > 0 ? last_break : std::max(end, next - end);
        if (text[end] == ' ' || next - end > 2) last_break = next;
        end = next;
    }
    return end;
}

std::string wrapped(std::string_view text, std::size_t indent) {
    std::string lines;
    for (std::string_view rest = trimmed(text); !rest.empty(); rest = trimmed(rest)) {
        const std::size_t length = fitting(rest, page_width - indent);
        lines += std::string(indent, ' ') + std::string(trimmed(rest.substr(0, length))) + "\n";
        rest.remove_prefix(length);
    }
    return lines;
}

std::string decided_by(const Row& row, Language language) {
    if (row.kind == Kind::policy) return in(authority_words(name(row.authority)), language);
    if (language == Language::zh) return row.kind == Kind::fact ? "事实" : "假设";
    return std::string(name(row.kind));
}

// " yuan/month"; of Chinese units those in brackets stand close to the number.
std::string unit_behind(const Row& row, Language language) {
    if (row.unit.empty()) return "";
    const std::string unit = in(unit_words(row.unit), language);
    return (unit.starts_with("（") ? "" : " ") + unit;
}

std::string first_line(const Row& row, Language language) {
    const auto* number = std::get_if<double>(&row.default_value);
    const bool is_none = number != nullptr && row.none == *number && row.none == row.high;
    const std::string given = to_text(row, row.default_value);
    const std::string none = fmt::format(fmt::runtime(language == Language::zh ? "不限（{}）" : "none ({})"), given);
    const std::string value = is_none ? none : given + unit_behind(row, language);
    const std::string left = "  " + pad_right(row.key, 40) + " ";
    const std::string right = " " + pad_left(decided_by(row, language), 10);
    if (display_width(left) + display_width(value) + display_width(right) <= page_width) {
        return left + pad_right(value, page_width - display_width(left) - display_width(right)) + right + "\n";
    }
    return pad_right("  " + row.key, page_width - display_width(right)) + right + "\n" + wrapped(value, 6);
}

// As range_text, in Chinese, without a unit in brackets, which stands behind the default; choices with what they mean,
// because a file takes them as they are.
std::string range_in_chinese(const Row& row) {
    if (row.type == Type::month_day) return "一年中的某日，如 \"09-15\"";
    if (row.type != Type::choice) {
        const std::string unit = unit_behind(row, Language::zh);
        const std::string none = row.none == row.high ? fmt::format("；{} 表示不限", row.high) : "";
        return fmt::format("{} 至 {}{}{}", row.low, row.high, unit.starts_with(" ") ? unit : "", none);
    }
    std::string list;
    for (const std::string& choice : row.choices) {
        list += (list.empty() ? "" : "、") + choice + " " + value_words(choice).zh;
    }
    return "可选 " + list;
}

std::string lever_lines(const Row& row, Language language) {
    const bool is_chinese = language == Language::zh;
    const std::string label = in(row.label, language).empty() ? row.meaning : in(row.label, language);
    if (row.type == Type::flag) return first_line(row, language) + wrapped(label, 6);
    const std::string range = is_chinese ? "（" + range_in_chinese(row) + "）" : " (" + range_text(row).en + ")";
    return first_line(row, language) + wrapped(label + range, 6);
}

// Where the truth may lie; nothing where that is all that is allowed, and for what somebody decides.
Text plausible_words(const Row& row) {
    if (row.kind == Kind::policy) return {};
    std::string en, zh;
    for (std::size_t i = 0; i < row.plausible_by_name.size(); ++i) {
        const auto [low, high] = row.plausible_by_name[i];
        if (low == high) continue;
        en += fmt::format("{}{} {} to {}", en.empty() ? "plausible " : ", ", row.names[i], low, high);
        zh += fmt::format("{}{} {} 至 {}", zh.empty() ? "合理范围 " : "、", row.names[i], low, high);
    }
    if (!en.empty()) return {en + ". ", zh + "。"};
    if (!row.plausible) return {};
    const auto [low, high] = *row.plausible;
    if (low == high) return {"not to be varied. ", "不作变动。"};
    return {fmt::format("plausible {} to {}. ", low, high), fmt::format("合理范围 {} 至 {}。", low, high)};
}

// What the long list has beside: how sure the number is. Sources stand as they were written.
std::string evidence_lines(const Row& row, Language language) {
    const std::string_view grade = name(row.grade);
    const Text source = row.source.empty()
                            ? Text{fmt::format("no source, grade {}", grade), fmt::format("无来源，证据等级 {}", grade)}
                            : Text{fmt::format("source, grade {}: {}", grade, row.source),
                                   fmt::format("来源（证据等级 {}）：{}", grade, row.source)};
    return wrapped(in(plausible_words(row), language) + in(source, language), 8);
}

std::string heading_of(const Row& row, Language language) {
    if (row.kind == Kind::fact) return language == Language::zh ? "事实（可查）" : "Facts: somebody can look them up";
    if (row.kind == Kind::assumption)
        return language == Language::zh ? "假设" : "Assumptions: the analyst has to choose";
    return row.clause + "  " + title_of(row.clause, language);
}

Text scope_words(const Row& row) {
    switch (row.scope) {
        case Scope::county:
            return {"One value for the whole county.", "全县一个取值。"};
        case Scope::unit:
            return {"May differ between units (units = [\"T03\", …]).", "各单位可以不同（units = [\"T03\", …]）。"};
        case Scope::person:
            break;
    }
    return {"May differ between units (units = [\"T03\", …]), and hold for new entrants only (applies_to).",
            "各单位可以不同（units = [\"T03\", …]），也可只对新录用人员（applies_to）。"};
}

// "113 more can be decided, …".
Text more_words(const std::vector<const Row*>& rows) {
    const std::size_t shown = selected(rows, Selection::everyday).size(),
                      decided = selected(rows, Selection::policy_only).size();
    return {
        fmt::format("These are the {} asked for first; {} more can be decided (staffsim levers CLAUSE shows those of "
                    "one clause, for example 3.2), {} facts and assumptions stand behind them (--all shows all {}).",
                    shown, decided - shown, rows.size() - decided, rows.size()),
        fmt::format(
            "以上是最常用的 {} 项；另有 {} 项可以决定（staffsim levers 条款，如 3.2，列出该条款的全部），其后还有 {} "
            "项事实和假设（--all 列出全部 {} 项）。",
            shown, decided - shown, rows.size() - decided, rows.size())};
}

}  // namespace

std::vector<const Row*> selected(const std::vector<const Row*>& rows, Selection selection) {
    std::vector<const Row*> chosen;
    for (const Row* row : rows) {
        const bool is_meant = selection == Selection::policy_only || row->everyday;
        if (selection == Selection::all || (row->kind == Kind::policy && is_meant)) chosen.push_back(row);
    }
    std::stable_sort(chosen.begin(), chosen.end(), [](const Row* a, const Row* b) {
        return std::make_pair(a->kind, std::string_view(a->kind == Kind::policy ? a->clause : "")) <
               std::make_pair(b->kind, std::string_view(b->kind == Kind::policy ? b->clause : ""));
    });
    return chosen;
}

std::vector<const Row*> of_clause(const std::vector<const Row*>& rows, const std::string& clause) {
    std::vector<const Row*> chosen;
    std::vector<std::string> clauses;
    for (const Row* row : selected(rows, Selection::policy_only)) {
        if (row->clause == clause || row->clause.starts_with(clause + ".")) chosen.push_back(row);
        if (clauses.empty() || clauses.back() != row->clause) clauses.push_back(row->clause);
    }
    if (!chosen.empty()) return chosen;
    std::vector<std::string> keys;
    for (const Row* row : rows) keys.push_back(row->key);
    const std::string near = nearest(clause, keys);
    throw InputError(worded("there is no clause or key \"{}\"; there are the clauses {}{}",
                            "没有条款或键“{}”；条款有 {}{}", clause, fmt::format("{}", fmt::join(clauses, ", ")),
                            near.empty() ? Text{} : worded("; did you mean \"{}\"?", "；是否应为“{}”？", near)));
}

std::vector<const Row*> of_key(const std::vector<const Row*>& rows, const std::string& key) {
    std::vector<const Row*> chosen;
    for (const Row* row : rows) {
        if (row->key == key || row->key.starts_with(key + ".")) chosen.push_back(row);
    }
    return chosen;
}

std::string row_text(const Row& row, Language language) {
    const Text scope = scope_words(row);
    const bool has_meaning = language == Language::en && !row.meaning.empty() && row.meaning != row.label.en;
    return wrapped(heading_of(row, language), 0) + lever_lines(row, language) +
           (has_meaning ? wrapped(row.meaning, 6) : "") + wrapped(in(scope, language), 6) +
           evidence_lines(row, language);
}

std::string listing_text(const std::vector<const Row*>& rows, Selection selection, Language language) {
    const std::vector<const Row*> chosen = selected(rows, selection);
    if (chosen.empty()) return language == Language::zh ? "没有可列的参数。\n" : "There are no levers to list.\n";
    std::string text;
    std::string heading;
    for (const Row* row : chosen) {
        const std::string own = heading_of(*row, language);
        if (own != heading) text += (text.empty() ? "" : "\n") + wrapped(own, 0);
        heading = own;
        text += lever_lines(*row, language);
        if (selection == Selection::all) text += evidence_lines(*row, language);
    }
    return selection == Selection::everyday ? text + "\n" + wrapped(in(more_words(rows), language), 0) : text;
}

}  // namespace staffsim::levers
