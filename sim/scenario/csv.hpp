// A small reader of comma-separated tables as spreadsheets save them: separator comma, semicolon or tab (found from the
// headings), values in double quotes or bare, "" for a quote, LF or CRLF. A line break within quotes is not supported
// and said so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/foundation/diagnostics.hpp"

namespace staffsim::scenario {

struct CsvRow {
    int line = 0;                    // 1-based
    std::vector<std::string> cells;  // as many as headings, trimmed
};

struct CsvTable {
    std::string file;
    int heading_line = 0;
    std::vector<std::string> headings;
    std::vector<CsvRow> rows;  // lines without any value are left out
};

// `text` is UTF-8. Rows with a wrong number of values are reported and left out; nothing without a heading line.
std::optional<CsvTable> parse_csv(const std::string& text, const std::string& file, Diagnostics& diagnostics);

// A column a table may have. A heading is its English name, its Chinese name, or both with a blank between.
struct Column {
    std::string english;
    std::string chinese;
    bool is_required = false;
};

// For each of `columns` its position in the table or -1. Reports unknown headings (with a suggestion), columns given
// twice and missing required ones. Columns without heading and values are ignored.
std::vector<int> positions_of(const std::vector<Column>& columns, const CsvTable& table, Diagnostics& diagnostics);

}  // namespace staffsim::scenario
