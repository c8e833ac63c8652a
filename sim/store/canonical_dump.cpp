#include "sim/store/canonical_dump.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "sim/foundation/digest.hpp"

namespace staffsim::store {

namespace {

std::vector<std::string> table_names(SQLite::Database& database) {
    SQLite::Statement row(database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    std::vector<std::string> names;
    while (row.executeStep()) names.push_back(row.getColumn(0).getString());
    return names;
}

// Every table's key is its first column or its first two.
std::string rows_by_key(const std::string& table) { return "SELECT * FROM " + table + " ORDER BY 1, 2"; }

std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text) result += c == '\n' ? std::string("\\n") : c == '\'' ? "''" : std::string(1, c);
    return result + "'";
}

std::string as_text(const SQLite::Column& column) {
    if (column.isNull()) return "NULL";
    if (column.isInteger()) return std::to_string(column.getInt64());
    if (column.isFloat()) return fmt::format("{:.17g}", column.getDouble());
    if (column.isText()) return quoted(column.getString());
    const std::string_view bytes(static_cast<const char*>(column.getBlob()),
                                 static_cast<std::size_t>(column.getBytes()));
    return fmt::format("blob:{}:{}", bytes.size(), sha256_hex(bytes));
}

void write_table(SQLite::Database& database, const std::string& table, std::ostream& out) {
    SQLite::Statement row(database, rows_by_key(table));
    while (row.executeStep()) {
        out << table;
        for (int column = 0; column < row.getColumnCount(); ++column) out << '|' << as_text(row.getColumn(column));
        out << '\n';
    }
}

}  // namespace

void write_canonical_dump(SQLite::Database& database, std::ostream& out) {
    for (const std::string& table : table_names(database)) write_table(database, table, out);
}

}  // namespace staffsim::store
