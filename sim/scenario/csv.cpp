#include "sim/scenario/csv.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "sim/foundation/text.hpp"
#include "sim/scenario/node.hpp"

namespace staffsim::scenario {

namespace {

char separator_of(std::string_view headings) {
    char best = ',';
    for (const char candidate : {';', '\t'}) {
        const auto count = [&](char c) { return std::count(headings.begin(), headings.end(), c); };
        if (count(candidate) > count(best)) best = candidate;
    }
    return best;
}

// Splits one line. The complaint is empty when all is well.
class Splitter {
  public:
    Splitter(std::string_view line, char separator) : line_(line), separator_(separator) {}

    std::vector<std::string> split() {
        std::vector<std::string> cells;
        do {
            cells.push_back(next());
        } while (complaint_.en.empty() && at_++ < line_.size());
        return cells;
    }
    const Text& complaint() const { return complaint_; }

  private:
    // Reads up to the separator or the end of the line.
    std::string next() {
        while (at_ < line_.size() && line_[at_] == ' ') ++at_;
        if (at_ < line_.size() && line_[at_] == '"') return quoted();
        const std::size_t end = std::min(line_.find(separator_, at_), line_.size());
        const std::string_view cell = line_.substr(at_, end - at_);
        at_ = end;
        return std::string(trimmed(cell));
    }

    std::string quoted() {
        std::string cell;
        for (++at_; at_ < line_.size(); ++at_) {
            if (line_[at_] != '"') {
                cell += line_[at_];
            } else if (line_.substr(at_, 2) == "\"\"") {
                cell += line_[at_++];
            } else {
                return closed(std::move(cell));
            }
        }
        complaint_ = worded("a quote is not closed on its line; line breaks within quotes are not supported",
                            "引号未在本行内结束；引号内不得换行");
        return cell;
    }

    std::string closed(std::string cell) {
        ++at_;
        while (at_ < line_.size() && line_[at_] == ' ' && separator_ != ' ') ++at_;
        if (at_ < line_.size() && line_[at_] != separator_)
            complaint_ = worded("there is text behind a closing quote", "右引号之后还有文字");
        return std::string(trimmed(cell));
    }

    std::string_view line_;
    char separator_;
    std::size_t at_ = 0;
    Text complaint_;
};

bool is_blank(const std::vector<std::string>& cells) {
    return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); });
}

class CsvReader {
  public:
    CsvReader(CsvTable& table, Diagnostics& diagnostics) : table_(table), diagnostics_(diagnostics) {}

    void read_line(std::string_view line) {
        ++number_;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (trimmed(line).empty()) return;
        if (!has_headings_) separator_ = separator_of(line);
        Splitter splitter(line, separator_);
        std::vector<std::string> cells = splitter.split();
        if (!splitter.complaint().en.empty()) {
            diagnostics_.error({table_.file, number_, 0}, "", splitter.complaint());
            has_headings_ = has_headings_ || table_.headings.empty();
        } else if (!is_blank(cells)) {
            keep(std::move(cells));
        }
    }

  private:
    void keep(std::vector<std::string> cells) {
        if (!has_headings_) return keep_headings(std::move(cells));
        const std::size_t expected = table_.headings.size();
        if (expected == 0) return;  // the headings were unreadable, which is reported
        while (cells.size() > expected && cells.back().empty()) cells.pop_back();
        if (cells.size() != expected) {
            diagnostics_.error(
                {table_.file, number_, 0}, "",
                worded("has {} values, the headings are {}", "有 {} 个值，而标题行有 {} 列", cells.size(), expected));
        } else {
            table_.rows.push_back({number_, std::move(cells)});
        }
    }

    // One text alone above the headings is a title, as office tables have it.
    void keep_headings(std::vector<std::string> cells) {
        const auto texts = std::ranges::count_if(cells, [](const std::string& cell) { return !cell.empty(); });
        const bool has_title = table_.heading_line > 0;
        if (has_title && texts > 1)
            diagnostics_.error({table_.file, table_.heading_line, 0}, "",
                               worded("is a title, not the headings; the header is in line {}: delete what stands "
                                      "above it",
                                      "是表题，不是标题行；标题行在第 {} 行，请删去其上各行", number_));
        has_headings_ = texts > 1;
        if (has_title && texts == 1) return;
        table_.heading_line = number_;
        table_.headings = std::move(cells);
    }

    CsvTable& table_;
    Diagnostics& diagnostics_;
    int number_ = 0;
    char separator_ = 0;
    bool has_headings_ = false;
};

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

int column_named(std::string_view word, const std::vector<Column>& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!word.empty() && (columns[i].chinese == word || columns[i].english == lower(word)))
            return static_cast<int>(i);
    }
    return -1;
}

// The column that a heading or one of its halves names, or -1.
int column_of(std::string_view heading, const std::vector<Column>& columns) {
    const auto blank = heading.rfind(' ');
    const int whole = column_named(heading, columns);
    if (whole >= 0 || blank == std::string_view::npos) return whole;
    const int last = column_named(trimmed(heading.substr(blank + 1)), columns);
    return last >= 0 ? last : column_named(trimmed(heading.substr(0, heading.find(' '))), columns);
}

Text hint(const std::string& heading, const std::vector<Column>& columns) {
    std::vector<std::string> names;
    for (const Column& column : columns) {
        names.push_back(column.english);
        if (!column.chinese.empty()) names.push_back(column.chinese);
    }
    const Text whole = suggestion(heading, names);
    return whole.en.empty() ? suggestion(heading.substr(heading.rfind(' ') + 1), names) : whole;
}

bool is_empty_column(const CsvTable& table, std::size_t index) {
    return table.headings[index].empty() && std::all_of(table.rows.begin(), table.rows.end(),
                                                        [&](const CsvRow& row) { return row.cells[index].empty(); });
}

}  // namespace

std::optional<CsvTable> parse_csv(const std::string& text, const std::string& file, Diagnostics& diagnostics) {
    CsvTable table{file, 0, {}, {}};
    CsvReader reader(table, diagnostics);
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        reader.read_line(std::string_view(text).substr(start, end - start));
        start = end + 1;
    }
    if (!table.headings.empty()) return table;
    if (!diagnostics.has_errors())
        diagnostics.error({file, 0, 0}, "",
                          worded("is empty; the first line must hold the headings", "为空；第一行应为标题行"));
    return std::nullopt;
}

std::vector<int> positions_of(const std::vector<Column>& columns, const CsvTable& table, Diagnostics& diagnostics) {
    std::vector<int> positions(columns.size(), -1);
    const Place place{table.file, table.heading_line, 0};
    for (std::size_t index = 0; index < table.headings.size(); ++index) {
        if (is_empty_column(table, index)) continue;
        const std::string& heading = table.headings[index];
        const int column = column_of(heading, columns);
        if (column < 0) {
            const Text near = hint(heading, columns);
            diagnostics.error(
                place, heading,
                worded("unknown column", "没有这一列") +
                    (near.en.empty() ? worded("; delete it: nothing in it is read", "；请删去，其内容不会读取")
                                     : near));
        } else if (positions[static_cast<std::size_t>(column)] >= 0) {
            diagnostics.error(place, heading,
                              worded("the column {} is there twice", "列 {} 出现两次",
                                     columns[static_cast<std::size_t>(column)].english));
        } else {
            positions[static_cast<std::size_t>(column)] = static_cast<int>(index);
        }
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].is_required || positions[i] >= 0) continue;
        diagnostics.error(place, columns[i].english,
                          worded("required column is missing ({} {})", "缺少必填列（{} {}）", columns[i].chinese,
                                 columns[i].english));
    }
    return positions;
}

}  // namespace staffsim::scenario
