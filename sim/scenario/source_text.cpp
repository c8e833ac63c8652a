#include "sim/scenario/source_text.hpp"

#include <iconv.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string_view>

#include "sim/foundation/text.hpp"

namespace staffsim::scenario {

namespace {

namespace fs = std::filesystem;

Place place_of(std::string_view text, std::size_t offset, const std::string& file) {
    const std::string_view before = text.substr(0, offset);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto start = before.rfind('\n');
    const std::size_t column = offset - (start == std::string_view::npos ? 0 : start + 1) + 1;
    return {file, static_cast<int>(line), static_cast<int>(column)};
}

// Bytes of the first line that is not UTF-8, or npos. Lines are independent: no character contains a line feed.
std::size_t first_bad_line(std::string_view text) {
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        if (!is_utf8(text.substr(start, end - start))) return start;
        start = end + 1;
    }
    return std::string_view::npos;
}

// Offset of the first byte that is not UTF-8, or npos.
std::size_t first_bad_byte(std::string_view text) {
    const std::size_t start = first_bad_line(text);
    if (start == std::string_view::npos) return start;
    const std::string_view line = text.substr(start, text.find('\n', start) - start);
    std::size_t good = 0;
    for (std::size_t next = 1; next <= line.size(); ++next) {
        if (next == line.size() || (static_cast<unsigned char>(line[next]) >> 6) != 2) {
            if (!is_utf8(line.substr(good, next - good))) break;
            good = next;
        }
    }
    return start + good;
}

// Offset of the first line longer than allowed, or npos.
std::size_t first_long_line(std::string_view text) {
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        if (end - start > longest_line) return start;
        start = end + 1;
    }
    return std::string_view::npos;
}

// Offset just behind a string that opens at `at`; three quotes open a string over several lines.
std::size_t behind_string(std::string_view text, std::size_t at) {
    const char quote = text[at];
    const std::string three(3, quote);
    const bool is_long = text.substr(at, 3) == three;
    for (std::size_t i = at + (is_long ? 3 : 1); i < text.size(); ++i) {
        if (text[i] == '\\' && quote == '"') {
            ++i;
        } else if (is_long ? text.substr(i, 3) == three : (text[i] == quote || text[i] == '\n')) {
            return i + (is_long ? 3 : 1);
        }
    }
    return text.size();
}

// Offset of the first dotted key that is too deep, or npos. Dots outside strings and comments are counted between
// characters that end a key; a number or date has one at most.
std::size_t first_deep_key(std::string_view text) {
    int dots = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '"' || c == '\'') {
            at = behind_string(text, at);
            continue;
        }
        if (c == '#') {
            at = std::min(text.find('\n', at), text.size());
            continue;
        }
        if (c == '\n' || c == '=' || c == ',' || c == '[' || c == ']' || c == '{' || c == '}') dots = 0;
        if (c == '.' && ++dots >= deepest_key) return at;
        ++at;
    }
    return std::string_view::npos;
}

std::optional<std::string> from_gb18030(const std::string& bytes) {
    const iconv_t converter = iconv_open("UTF-8", "GB18030");
    if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
    std::string out(bytes.size() * 2 + 16, '\0');
    std::string in = bytes;
    char* from = in.data();
    char* to = out.data();
    std::size_t left = in.size();
    std::size_t room = out.size();
    const std::size_t result = iconv(converter, &from, &left, &to, &room);
    iconv_close(converter);
    if (result == static_cast<std::size_t>(-1)) return std::nullopt;
    out.resize(out.size() - room);
    return out;
}

// By the first bytes: a zip archive, or the older compound file.
const char* workbook_kind(std::string_view bytes) {
    if (bytes.starts_with(std::string_view("PK\x03\x04", 4))) return ".xlsx";
    if (bytes.starts_with(std::string_view("\xD0\xCF\x11\xE0", 4))) return ".xls";
    return nullptr;
}

bool has_long_line(const std::string& text, const std::string& file, Diagnostics& diagnostics) {
    const std::size_t at = first_long_line(text);
    if (at == std::string::npos) return false;
    diagnostics.error({file, place_of(text, at, file).line, 0}, "",
                      worded("line is longer than {} bytes", "该行超过 {} 字节", longest_line));
    return true;
}

}  // namespace

std::optional<std::string> read_file(const std::string& path, std::size_t limit, const Place& named_at,
                                     const std::string& key, Diagnostics& diagnostics) {
    std::error_code ignored;
    const fs::file_status status = fs::status(path, ignored);
    if (!fs::exists(status)) {
        diagnostics.error(named_at, key, worded("there is no file {}", "没有文件 {}", path));
    } else if (fs::is_directory(status)) {
        diagnostics.error(named_at, key, worded("{} is a directory, not a file", "{} 是文件夹，不是文件", path));
    } else if (!fs::is_regular_file(status) && !fs::is_fifo(status)) {
        diagnostics.error(named_at, key, worded("{} is not an ordinary file", "{} 不是普通文件", path));
    } else if (fs::is_regular_file(status) && fs::file_size(path, ignored) > limit) {
        diagnostics.error(named_at, key, worded("{} is larger than {} MiB", "{} 超过 {} MiB", path, limit >> 20));
    } else {
        std::ifstream stream(path, std::ios::binary);
        std::ostringstream bytes;
        if (stream && (stream.peek() == std::ifstream::traits_type::eof() || bytes << stream.rdbuf()))
            return bytes.str();
        diagnostics.error(named_at, key, worded("{} cannot be read", "{} 无法读取", path));
    }
    return std::nullopt;
}

bool is_fit_for_parser(const std::string& text, const std::string& file, Diagnostics& diagnostics) {
    if (const std::size_t nul = text.find('\0'); nul != std::string::npos) {
        diagnostics.error(
            place_of(text, nul, file), "",
            worded("contains a NUL byte; save the file as plain UTF-8 text", "含有 NUL 字节；请另存为 UTF-8 纯文本"));
        return false;
    }
    if (const std::size_t bad = first_bad_byte(text); bad != std::string::npos) {
        const Place place = place_of(text, bad, file);
        diagnostics.error(place, "",
                          worded("is not UTF-8 (byte {} of line {}); save the file as UTF-8",
                                 "不是 UTF-8 编码（第 {1} 行第 {0} 字节）；请另存为 UTF-8", place.column, place.line));
        return false;
    }
    if (has_long_line(text, file, diagnostics)) return false;
    if (const std::size_t deep = first_deep_key(text); deep != std::string::npos) {
        diagnostics.error(place_of(text, deep, file), "",
                          worded("a dotted key has more than {} parts", "带点的键超过 {} 段", deepest_key));
        return false;
    }
    return true;
}

std::string with_line_feeds(std::string_view text) {
    std::string lines;
    lines.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool is_return = text[at] == '\r';
        if (is_return && at + 1 < text.size() && text[at + 1] == '\n') continue;
        lines += is_return ? '\n' : text[at];
    }
    return lines;
}

std::optional<std::string> decoded_table(const std::string& bytes, const std::string& file, Diagnostics& diagnostics) {
    if (const char* book = workbook_kind(bytes)) {
        diagnostics.error({file, 0, 0}, "",
                          worded("is an Excel workbook ({}), not a table as text; save its sheet as CSV UTF-8",
                                 "是 Excel 工作簿（{}），不是文本表格；请将工作表另存为“CSV UTF-8”", book));
        return std::nullopt;
    }
    if (const std::size_t nul = bytes.find('\0'); nul != std::string::npos) {
        diagnostics.error(place_of(bytes, nul, file), "",
                          worded("contains a NUL byte (UTF-16?); save the table as CSV UTF-8",
                                 "含有 NUL 字节（UTF-16？）；请另存为“CSV UTF-8”"));
        return std::nullopt;
    }
    if (has_long_line(bytes, file, diagnostics)) return std::nullopt;
    if (bytes.starts_with("\xEF\xBB\xBF") && is_utf8(bytes)) return bytes.substr(3);
    const std::size_t bad = first_bad_byte(bytes);
    if (bad == std::string::npos) return bytes;
    if (auto text = from_gb18030(bytes)) return text;
    const Place place = place_of(bytes, bad, file);
    diagnostics.error(place, "",
                      worded("is neither UTF-8 nor GB18030 (byte {} of line {}); save the table as CSV UTF-8",
                             "既不是 UTF-8 也不是 GB18030 编码（第 {1} 行第 {0} 字节）；请另存为“CSV UTF-8”",
                             place.column, place.line));
    return std::nullopt;
}

}  // namespace staffsim::scenario
