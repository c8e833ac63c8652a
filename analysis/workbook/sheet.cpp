#include "analysis/workbook/sheet.hpp"

#include <cmath>

#include "analysis/output_file.hpp"
#include "analysis/output_kind.hpp"

namespace staffsim::analysis::xlsx {

namespace {

constexpr std::size_t longest_cell = 32767;
constexpr double line_height = 15;            // points
constexpr time_t creation_date = 1767225600;  // 2026-01-01: no clock, so that equal content is equal bytes

constexpr lxw_color_t good_ink = 0x0B5FA5, good_fill = 0xE6F0F9, bad_ink = 0x93285F, bad_fill = 0xF9E9F1,
                      moved_ink = 0x3D4A63, moved_fill = 0xEAEDF3, soft_ink = 0x56616A, head_fill = 0xF2F4F4;

void colour(lxw_format* format, lxw_color_t ink, lxw_color_t fill) {
    format_set_font_color(format, ink);
    format_set_bg_color(format, fill);
}

void set_tone(lxw_format* format, Style::Tone tone) {
    switch (tone) {
        case Style::Tone::good:
            return colour(format, good_ink, good_fill);
        case Style::Tone::bad:
            return colour(format, bad_ink, bad_fill);
        case Style::Tone::moved:
            return colour(format, moved_ink, moved_fill);
        case Style::Tone::soft:
            return format_set_font_color(format, soft_ink);
        case Style::Tone::none:
            return;
    }
}

// "#,##0.00", with a sign "+#,##0.00;−#,##0.00;0.00".
std::string number_format(const Style& style) {
    const std::string digits =
        style.decimals > 0 ? "." + std::string(static_cast<std::size_t>(style.decimals), '0') : "";
    const std::string plain = "#,##0" + digits;
    return style.is_signed ? "+" + plain + ";\u2212" + plain + ";0" + digits : plain;
}

}  // namespace

Book::Book(const std::string& path, Language language) : path_(path), language_(language) {
    book_ = workbook_new(path.c_str());
    if (book_ == nullptr) throw OutputError(worded("{}: cannot be written", "{}：无法写入", path));
}

Book::~Book() {
    if (book_ != nullptr) lxw_workbook_free(book_);
}

void Book::close() {
    const lxw_error error = workbook_close(book_);
    book_ = nullptr;  // freed by the library, also when it failed
    if (error != LXW_NO_ERROR)
        throw OutputError(worded("{}: cannot be written: {}", "{}：无法写入：{}", path_, lxw_strerror(error)));
}

void Book::describe(const std::string& title) {
    lxw_doc_properties properties{};
    std::string name = title;
    std::string program = program_name;
    properties.title = name.data();
    properties.author = program.data();
    properties.created = creation_date;
    workbook_set_properties(book_, &properties);
    workbook_set_custom_property_string(book_, workbook_property, program_name);
}

lxw_format* Book::format(const Style& style) {
    lxw_format*& format = formats_[style];
    if (format != nullptr) return format;
    format = workbook_add_format(book_);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    set_tone(format, style.tone);
    if (style.decimals >= 0) format_set_num_format(format, number_format(style).c_str());
    if (style.bold || style.head || style.title) format_set_bold(format);
    if (style.title) format_set_font_size(format, 16);
    if (style.wrap || style.head) format_set_text_wrap(format);
    if (style.head) {
        format_set_bg_color(format, head_fill);
        format_set_bottom(format, LXW_BORDER_THIN);
    }
    return format;
}

Sheet::Sheet(Book& book, const Text& name) : book_(book), name_(book.say(name)) {
    sheet_ = workbook_add_worksheet(book.get(), name_.c_str());
    if (sheet_ == nullptr) throw OutputError(worded("workbook: no sheet {}", "工作簿：没有工作表 {}", name_));
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, 9);  // A4
    worksheet_fit_to_pages(sheet_, 1, 0);
}

Sheet& Sheet::text(std::string_view content, const Style& style) {
    const std::string cell{content.substr(0, longest_cell)};
    worksheet_write_string(sheet_, row_, column_++, cell.c_str(), book_.format(style));
    return *this;
}

Sheet& Sheet::number(double value, const Style& style) {
    if (std::isfinite(value)) {
        worksheet_write_number(sheet_, row_, column_, value, book_.format(style));
    } else {
        worksheet_write_blank(sheet_, row_, column_, book_.format(style));
    }
    ++column_;
    return *this;
}

Sheet& Sheet::heads(std::initializer_list<Text> names) {
    head_row_ = row_;
    for (const Text& name : names) text(name, {.head = true});
    return *this;
}

void Sheet::title(const Text& heading, const Text& help) {
    text(heading, {.title = true});
    next_row();
    text(help, {.tone = Style::Tone::soft});
    next_row();
    next_row();
}

void Sheet::width(int first, int last, double characters) {
    worksheet_set_column(sheet_, static_cast<lxw_col_t>(first), static_cast<lxw_col_t>(last), characters, nullptr);
}

void Sheet::fit_row(std::string_view content, double characters) {
    const double lines = std::ceil(static_cast<double>(display_width(content)) / characters);
    if (lines > 1) worksheet_set_row(sheet_, row_, line_height * lines, nullptr);
}

void Sheet::freeze_below_heads(int left_columns, int columns) {
    worksheet_freeze_panes(sheet_, head_row_ + 1, static_cast<lxw_col_t>(left_columns));
    worksheet_repeat_rows(sheet_, head_row_, head_row_);
    if (row_ > head_row_ + 1) {
        worksheet_autofilter(sheet_, head_row_, 0, row_ - 1, static_cast<lxw_col_t>(columns - 1));
    }
}

}  // namespace staffsim::analysis::xlsx
