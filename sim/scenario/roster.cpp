#include "sim/scenario/roster.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>

#include "sim/scenario/repeated_problems.hpp"
#include "sim/scenario/roster_absence.hpp"
#include "sim/scenario/roster_checks.hpp"
#include "sim/scenario/roster_dates.hpp"
#include "sim/scenario/warnings.hpp"
#include "sim/scenario/words.hpp"

namespace staffsim::scenario {

namespace {

enum Cell : std::size_t {
    id,
    unit,
    post,
    sex,
    birth,
    entry,
    education,  // required
    channel,
    field,
    post_since,
    rank,
    rank_since,
    pay_grade,
    step,
    native,
    results,      // drawn when empty
    away,         // at home when empty
    level_since,  // that of the present post when empty
    party,
    ethnicity,
    name,
    cell_count  // not simulated
};

const std::vector<Column>& columns() {
    static const std::vector<Column> all{{"id", "人员代码", true},     {"unit", "单位", true},
                                         {"post", "职务", true},       {"sex", "性别", true},
                                         {"birth", "出生年月", true},  {"entry", "进入公务员队伍", true},
                                         {"education", "学历", true},  {"channel", "来源", false},
                                         {"field", "专业", false},     {"post_since", "现职务时间", false},
                                         {"rank", "职级", false},      {"rank_since", "现职级时间", false},
                                         {"pay_grade", "级别", false}, {"step", "档次", false},
                                         {"native", "本县人", false},  {"results", "近三年考核", false},
                                         {"away", "在外", false},      {"level_since", "现层次时间", false},
                                         {"party", "政治面貌", false}, {"ethnicity", "民族", false},
                                         {"name", "姓名", false}};
    return all;
}

bool is_drawn_when_empty(std::size_t cell) { return cell >= channel && cell <= results; }

class PersonReader {
  public:
    PersonReader(const CsvTable& table, const CountyPlan& plan, const std::vector<int>& positions, Roster& roster,
                 Diagnostics& diagnostics)
        : table_(table), plan_(plan), positions_(positions), roster_(roster), diagnostics_(diagnostics) {
        for (std::size_t i = 0; i < plan.units.size(); ++i) unit_row_[plan.units[i].id] = i;
        for (std::size_t i = 0; i < plan.units.size(); ++i) name_unit(plan.units[i], i);
    }

    // A person with an error is left out; the error is reported.
    void read(const CsvRow& row) {
        row_ = &row;
        const std::size_t before = diagnostics_.errors().size();
        PersonPlan person;
        identity(person);
        dates(person);
        career(person);
        count_cells();
        if (diagnostics_.errors().size() == before) roster_.people.push_back(std::move(person));
        if (diagnostics_.errors().size() == before) lines_.push_back(row.line);
    }
    const std::vector<int>& lines() const { return lines_; }
    // Of people with a day of the rank and no rank.
    const std::vector<int>& lines_without_rank() const { return lines_without_rank_; }

  private:
    const std::string& cell(std::size_t index) const {
        static const std::string none;
        return positions_[index] < 0 ? none : row_->cells[static_cast<std::size_t>(positions_[index])];
    }
    const std::string& heading(std::size_t index) const {
        return table_.headings[static_cast<std::size_t>(positions_[index])];
    }
    void error(std::size_t index, const Text& message) {
        diagnostics_.error({table_.file, row_->line, 0}, heading(index), message);
    }
    // The cell of a required column; reports when it is empty.
    const std::string* required(std::size_t index) {
        if (!cell(index).empty()) return &cell(index);
        error(index, worded("is empty; a value is required", "为空；此项必填"));
        return nullptr;
    }

    template <class Enum>
    std::optional<Enum> word(std::size_t index) {
        const auto value = find_word<Enum>(cell(index));
        if (!value) error(index, unknown_word<Enum>(cell(index)));
        return value;
    }

    void identity(PersonPlan& person) {
        if (const auto* code = required(id)) {
            person.id = *code;
            const auto [seen, is_new] = line_of_id_.emplace(*code, row_->line);
            if (!is_new)
                error(id,
                      worded("\"{}\" is there twice (line {})", "“{}”出现两次（另见第 {} 行）", *code, seen->second));
        }
        if (const auto* code = required(unit)) find_unit(person, *code);
        if (const auto* title = required(post); title != nullptr && person.unit.exists()) find_post(person, *title);
        if (required(sex) != nullptr) person.sex = word<Sex>(sex).value_or(Sex::male);
        if (required(education) != nullptr) person.education = word<Education>(education).value_or(Education::bachelor);
    }

    // A unit may be called by its name, where no other one has that name or code.
    void name_unit(const UnitPlan& unit, std::size_t row) {
        for (const std::string& name : {unit.label.zh, unit.label.en}) {
            const bool is_code = unit_row_.contains(name);
            if (name.empty() || is_code) continue;
            const auto [named, is_new] = unit_named_.emplace(name, row);
            if (!is_new && named->second != row) named->second = ambiguous;
        }
    }

    void find_unit(PersonPlan& person, const std::string& code) {
        const auto found = unit_row_.find(code);
        const auto named = unit_named_.find(code);
        if (found != unit_row_.end()) {
            person.unit = UnitId{found->second};
        } else if (named != unit_named_.end() && named->second != ambiguous) {
            person.unit = UnitId{named->second};
        } else if (named != unit_named_.end()) {
            error(unit, worded("\"{}\" is the name of several units; write the code", "“{}”是几个单位的名称；请写代码",
                               code));
        } else {
            std::vector<std::string> known;
            for (const UnitPlan& candidate : plan_.units) known.push_back(candidate.id);
            for (const auto& [name, row] : unit_named_) known.push_back(name);
            error(unit, worded("there is no unit \"{}\"{}", "没有单位“{}”{}", code, suggestion(code, known)));
        }
    }

    void find_post(PersonPlan& person, const std::string& title) {
        std::vector<std::string> known;
        std::string allowed;
        const UnitKind kind = plan_.units[person.unit.value].kind;
        const std::string_view usual = usual_title(title, kind);
        for (std::size_t i = 0; i < plan_.posts.size(); ++i) {
            const PostType& type = plan_.posts[i];
            if (type.unit_kind != kind) continue;
            if (type.title == usual || type.id == title || type.label.zh == title || type.label.en == title)
                person.post = PostTypeId{i};
            known.push_back(type.title);
            known.push_back(type.label.zh);
            allowed += fmt::format("{}{} {}", allowed.empty() ? "" : ", ", type.title, type.label.zh);
        }
        if (person.post.exists()) return;
        error(post, worded("\"{}\" is not a post of the kind {}; allowed: {}{}", "“{}”不是 {} 类单位的职务；可用：{}{}",
                           title, term(kind).name, allowed, suggestion(title, known)));
    }

    static std::string list_of(const std::vector<std::string>& words) {
        std::string text;
        for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
        return text;
    }

    // Nothing and an error when malformed or after the start.
    std::optional<Day> date(std::size_t index) {
        auto civil = roster_date(cell(index));
        if (!civil) {
            error(index, no_roster_date(cell(index)));
            return std::nullopt;
        }
        const bool is_partial = civil->day_of_month == 0;
        if (is_partial) civil->day_of_month = 15;
        Day day = to_day(*civil);
        const CivilDate start = to_civil(plan_.start);
        if (is_partial && civil->year == start.year && civil->month == start.month) day = std::min(day, plan_.start);
        if (day <= plan_.start) return day;
        error(index, worded("{} lies after the first simulated day {}", "{} 晚于起始日 {}", cell(index),
                            to_text(plan_.start)));
        return std::nullopt;
    }

    // 1000.01 or 100001 is a slip of the pen, and whoever is born then would retire on the first day.
    std::optional<Day> date_of_birth() {
        constexpr int youngest = 16, oldest = 100;
        const Day first = std::min(to_day({1920, 1, 1}), add_years(plan_.start, -oldest));
        const Day last = add_years(plan_.start, -youngest);
        const auto born = date(birth);
        if (!born || *born >= first) return born;
        error(birth, worded("{} is out of range; allowed: {} to {}, {} years before the first simulated day",
                            "{} 超出范围；允许：{} 至 {}，即起始日之前 {} 年", cell(birth), to_text(first),
                            to_text(last), youngest));
        return std::nullopt;
    }

    void dates(PersonPlan& person) {
        std::optional<Day> born, entered;
        if (required(birth) != nullptr) born = date_of_birth();
        if (required(entry) != nullptr) entered = date(entry);
        if (!born || !entered) return;
        person.birth = *born;
        person.entry = *entered;
        if (completed_years(*born, *entered) < 16) {
            error(entry, worded("{} is before the 16th birthday (birth {})", "{} 早于 16 周岁（出生 {}）", cell(entry),
                                cell(birth)));
        }
        person.post_since = since(post_since, *entered);
        person.rank_since = since(rank_since, *entered);
        person.level_since = since(level_since, *entered);
        if (person.level_since && person.post_since && *person.level_since > *person.post_since)
            error(level_since,
                  worded("{} is after the day of the present post ({}), which has that level",
                         "{} 晚于任现职务的时间（{}），而现职务即属该层次", cell(level_since), cell(post_since)));
    }

    // A date at or after entry; within the month of entry the 15th may fall before it, which is put right.
    std::optional<Day> since(std::size_t index, Day entered) {
        if (cell(index).empty()) return std::nullopt;
        const auto day = date(index);
        if (!day || *day >= entered) return day;
        const CivilDate a = to_civil(*day);
        const CivilDate b = to_civil(entered);
        if (a.year == b.year && a.month == b.month) return entered;
        error(index, worded("{} is before entry ({})", "{} 早于进入公务员队伍的时间（{}）", cell(index), cell(entry)));
        return std::nullopt;
    }

    void career(PersonPlan& person) {
        if (!cell(channel).empty()) person.channel = word<Channel>(channel);
        if (!cell(field).empty()) person.field = field_of_study();
        if (!cell(rank).empty()) person.rank = rank_number();
        if (cell(rank).empty() && person.rank_since) lines_without_rank_.push_back(row_->line);
        if (!cell(pay_grade).empty()) person.pay_grade = whole(pay_grade, 1, 27);
        if (!cell(step).empty()) person.step = whole(step, 1, 30);
        if (!cell(native).empty()) person.native = is_native();
        if (!cell(results).empty()) read_results(person);
        if (!cell(away).empty()) read_away(person);
    }

    Field field_of_study() {
        const auto known = field_of(cell(field));
        if (!known) ++roster_.summary.other_fields;
        return known.value_or(Field::other);
    }

    std::optional<int> rank_number() {
        const auto known = rank_of(cell(rank));
        if (!known)
            error(rank, worded("\"{}\" is not a rank; allowed: {}{}", "“{}”不是职级；可用：{}{}", cell(rank),
                               list_of(rank_words()), suggestion(cell(rank), rank_words())));
        return known;
    }

    std::optional<int> whole(std::size_t index, int low, int high) {
        const std::string& text = cell(index);
        int value = 0;
        const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (failed == std::errc{} && end == text.data() + text.size() && value >= low && value <= high) return value;
        error(index, worded("\"{}\" is out of range; allowed: whole numbers {} to {}",
                            "“{}”超出范围；允许整数：{} 至 {}", text, low, high));
        return std::nullopt;
    }

    std::optional<bool> is_native() {
        const auto truth = truth_of(cell(native));
        if (!truth)
            error(native, worded("\"{}\" is not known; allowed: 是 yes, 否 no", "“{}”无法识别；可用：是 yes, 否 no",
                                 cell(native)));
        return truth;
    }

    void read_results(PersonPlan& person) {
        const std::string& text = cell(results);
        for (std::size_t start = 0; start <= text.size();) {
            const std::size_t end = std::min(text.find('|', start), text.size());
            const std::string word(trimmed(std::string_view(text).substr(start, end - start)));
            const auto result = find_word<Result>(word);
            if (!result) error(results, unknown_word<Result>(word));
            person.results.push_back(result.value_or(Result::none));
            start = end + 1;
        }
        if (person.results.size() > 3)
            error(results, worded("has {} years; at most the last three, as in 称职|优秀|称职",
                                  "有 {} 年；最多填最近三年，如 称职|优秀|称职", person.results.size()));
    }

    void read_away(PersonPlan& person) {
        const Absence absence = absence_of(cell(away), plan_.start);
        if (!absence.complaint.en.empty()) error(away, absence.complaint);
        person.away = absence.stay;
        roster_.summary.away += absence.stay ? 1 : 0;
    }

    void count_cells() {
        ++roster_.summary.persons;
        for (std::size_t i = 0; i < cell_count; ++i) {
            if (is_drawn_when_empty(i) && cell(i).empty()) ++roster_.summary.drawn[columns()[i].english];
        }
    }

    const CsvTable& table_;
    const CountyPlan& plan_;
    const std::vector<int>& positions_;
    Roster& roster_;
    Diagnostics& diagnostics_;
    const CsvRow* row_ = nullptr;
    static constexpr std::size_t ambiguous = std::numeric_limits<std::size_t>::max();
    std::map<std::string, std::size_t> unit_row_, unit_named_;
    std::map<std::string, int> line_of_id_;
    std::vector<int> lines_, lines_without_rank_;
};

// Without the day of the level, that of the post says it: nothing is missing.
void list_columns(const std::vector<int>& positions, RosterSummary& summary) {
    for (std::size_t i = 0; i < cell_count; ++i) {
        if (i == level_since && positions[i] < 0) continue;
        (positions[i] >= 0 ? summary.present : summary.absent).push_back(columns()[i].english);
    }
}

bool has_required(const std::vector<int>& positions) {
    for (std::size_t i = 0; i < cell_count; ++i) {
        if (columns()[i].is_required && positions[i] < 0) return false;
    }
    return true;
}

}  // namespace

Roster roster_of(const CsvTable& table, const CountyPlan& plan, Diagnostics& diagnostics) {
    Roster roster;
    const std::vector<int> positions = positions_of(columns(), table, diagnostics);
    list_columns(positions, roster.summary);
    if (!has_required(positions)) return roster;
    Diagnostics found;
    PersonReader reader(table, plan, positions, roster, found);
    for (const CsvRow& row : table.rows) reader.read(row);
    report_repeated(found.errors(), diagnostics);
    if (const std::vector<int>& lines = reader.lines_without_rank(); !lines.empty())
        warn(diagnostics, {table.file, lines.front(), 0}, "rank_since", Warning::rank_since_without_rank, lines.size());
    if (table.rows.empty()) {
        diagnostics.error(
            {table.file, 0, 0}, "",
            worded("holds no person; to start from generated people, leave out `roster` and set start_full = true",
                   "没有人员；如由程序生成人员，请不写 roster，并设 start_full = true"));
    }
    check_quotas(roster.people, reader.lines(), table.file, plan, diagnostics);
    warn_of_roster(roster.people, roster.summary, table.file, plan, diagnostics);
    return roster;
}

}  // namespace staffsim::scenario
