#include "analysis/export/csv_text.hpp"

#include <fmt/format.h>

#include <cmath>

namespace staffsim::analysis {

CsvText::CsvText(const std::vector<std::string_view>& headings) {
    for (const std::string_view heading : headings) field(heading);
    end_row();
}

CsvText& CsvText::text(std::string_view value) {
    const bool is_formula =
        !value.empty() && std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos;
    field(is_formula ? "'" + std::string(value) : std::string(value));
    return *this;
}

CsvText& CsvText::number(double value) {
    field(std::isfinite(value) ? fmt::format("{}", value == 0 ? 0.0 : value) : "");
    return *this;
}

CsvText& CsvText::whole(std::int64_t value) {
    field(std::to_string(value));
    return *this;
}

CsvText& CsvText::flag(bool value) {
    field(value ? "true" : "false");
    return *this;
}

void CsvText::end_row() {
    content_ += "\r\n";
    is_row_open_ = false;
}

void CsvText::field(std::string_view raw) {
    if (is_row_open_) content_ += ',';
    is_row_open_ = true;
    if (raw.find_first_of(",\"\r\n") == std::string_view::npos) {
        content_ += raw;
        return;
    }
    content_ += '"';
    for (const char c : raw) content_ += c == '"' ? std::string("\"\"") : std::string(1, c);
    content_ += '"';
}

}  // namespace staffsim::analysis
