// A thin layer over libxlsxwriter: a book with a few styles, and sheets written cell by cell. Strings are always
// written as strings, so that a name beginning with = + - @ never becomes a formula.
#pragma once

#include <xlsxwriter.h>

#include <map>
#include <string>
#include <string_view>

#include "sim/foundation/text.hpp"

namespace staffsim::analysis::xlsx {

// How a cell looks. Decimals: -1 for text.
struct Style {
    enum class Tone { none, good, bad, moved, soft } tone = Tone::none;
    int decimals = -1;
    bool is_signed = false;
    bool bold = false;
    bool wrap = false;
    bool head = false;   // a column's heading
    bool title = false;  // a sheet's heading
    auto operator<=>(const Style&) const = default;
};

class Book {
  public:
    Book(const std::string& path, Language language);
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;
    ~Book();
    // Finishes the file; OutputError with the library's reason. A book that is never closed leaves nothing.
    void close();
    void describe(const std::string& title);

    std::string say(const Text& text) const { return in(text, language_); }
    Language language() const { return language_; }
    lxw_workbook* get() { return book_; }
    lxw_format* format(const Style& style);

  private:
    lxw_workbook* book_ = nullptr;
    std::string path_;
    Language language_;
    std::map<Style, lxw_format*> formats_;
};

class Sheet {
  public:
    Sheet(Book& book, const Text& name);

    Book& book() { return book_; }
    lxw_worksheet* get() { return sheet_; }
    const std::string& name() const { return name_; }
    lxw_row_t row() const { return row_; }
    void next_row() { ++row_, column_ = 0; }
    void skip(int columns = 1) { column_ = static_cast<lxw_col_t>(column_ + columns); }

    // Each writes one cell and steps to the right. A number that does not exist is left empty.
    Sheet& text(std::string_view content, const Style& style = {});
    Sheet& text(const Text& content, const Style& style = {}) { return text(book_.say(content), style); }
    Sheet& number(double value, const Style& style);
    Sheet& heads(std::initializer_list<Text> names);

    // The sheet's heading and what it is about; the next row is left free.
    void title(const Text& heading, const Text& help);
    void width(int first, int last, double characters);
    // Makes the row high enough for a wrapped text in a column of that width: not every program does so by itself.
    void fit_row(std::string_view content, double characters);
    // Rows above and columns left of here stay in sight; the heading's row gets filters over `columns` columns.
    void freeze_below_heads(int left_columns, int columns);

  private:
    Book& book_;
    lxw_worksheet* sheet_;
    std::string name_;
    lxw_row_t row_ = 0;
    lxw_col_t column_ = 0;
    lxw_row_t head_row_ = 0;
};

}  // namespace staffsim::analysis::xlsx
