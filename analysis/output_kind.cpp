#include "analysis/output_kind.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/crc.hpp>
#include <cstdint>
#include <optional>
#include <string_view>

#include "analysis/export/own_tables.hpp"
#include "analysis/output_file.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/store/file.hpp"

namespace staffsim::analysis {

namespace fs = std::filesystem;

namespace {

// Every page of every version begins so.
bool is_page(std::string_view content) {
    constexpr std::size_t head = 200;
    const std::string_view begin = content.substr(0, head);
    return begin.starts_with("<!doctype html>") && begin.find(" data-theme=\"auto\">") != std::string_view::npos;
}

bool is_pdf(std::string_view content) { return content.starts_with("%PDF-") && content.ends_with(pdf_mark); }

// The part of a workbook with its own properties, as libxlsxwriter writes our only one.
std::string marked_part() {
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" "
        "xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
        "<property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"2\" name=\"{}\">"
        "<vt:lpwstr>{}</vt:lpwstr></property></Properties>",
        workbook_property, program_name);
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 4; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

// The check sum of a part, from the list at the end of the zip archive; nothing when there is no such part.
// Offsets: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, section 4.3.12.
std::optional<std::uint32_t> checksum_of(std::string_view archive, std::string_view part) {
    constexpr std::string_view signature("PK\x01\x02", 4);
    constexpr std::size_t checksum_at = 16, name_at = 46;
    for (auto entry = archive.find(signature); entry != std::string_view::npos;
         entry = archive.find(signature, entry + 1)) {
        if (archive.substr(std::min(archive.size(), entry + name_at)).starts_with(part))
            return number_at(archive, entry + checksum_at);
    }
    return std::nullopt;
}

bool is_workbook(std::string_view content) {
    if (!content.starts_with("PK")) return false;
    boost::crc_32_type expected;
    const std::string part = marked_part();
    expected.process_bytes(part.data(), part.size());
    return checksum_of(content, "docProps/custom.xml") == expected.checksum();
}

Text words(OutputKind kind) {
    switch (kind) {
        case OutputKind::page:
            return {"report", "报告"};
        case OutputKind::workbook:
            return {"workbook", "工作簿"};
        case OutputKind::pdf:
            return {"PDF report", " PDF 报告"};
        case OutputKind::store:
            return {"results store", "结果库"};
        case OutputKind::tables:
            return {"folder of tables", "表格文件夹"};
    }
    return {};
}

// Whatever way it is named.
bool is_same_file(const fs::path& a, const fs::path& b) {
    std::error_code ignored;
    // weakly_canonical leaves a relative path of which nothing exists as it is.
    const auto whole = [&](const fs::path& path) {
        return fs::weakly_canonical(fs::absolute(path.has_filename() ? path : path.parent_path()), ignored);
    };
    const fs::path one = whole(a), other = whole(b);
    return fs::equivalent(a, b, ignored) || (!one.empty() && one == other);
}

void check_replaced(const PlannedOutput& output, Diagnostics& diagnostics) {
    std::error_code ignored;
    if (!fs::exists(output.path, ignored) || is_earlier_output(output.path, output.kind)) return;
    diagnostics.error(
        {}, output.option,
        worded("{} is there already and is no {} that staffsim wrote; name another file, or remove "
               "it first",
               "{} 已存在，且不是本程序写的{}；请另给文件名，或先移走", output.path.string(), words(output.kind)));
}

}  // namespace

bool is_earlier_output(const fs::path& file, OutputKind kind) {
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored)) return false;
    if (kind == OutputKind::store) return store::kind_of(file) != store::FileKind::foreign;
    const std::string content = read_file(file);
    if (content.empty()) return fs::file_size(file, ignored) == 0;
    if (kind == OutputKind::page) return is_page(content);
    return kind == OutputKind::pdf ? is_pdf(content) : is_workbook(content);
}

void check_outputs(const std::vector<PlannedOutput>& planned) {
    Diagnostics diagnostics;
    for (std::size_t i = 0; i < planned.size(); ++i) {
        const PlannedOutput& output = planned[i];
        if (output.kind != OutputKind::tables) check_can_write(output.path, output.option);
        const auto before = planned.begin() + static_cast<std::ptrdiff_t>(i);
        const auto twin = std::find_if(
            planned.begin(), before, [&](const PlannedOutput& other) { return is_same_file(other.path, output.path); });
        if (twin != before) {
            diagnostics.error(
                {}, output.option,
                worded("{} is the file of {}, too; name another one", "{} 与 {} 是同一文件；请另给名称",
                       output.path.string(), twin->named.en.empty() ? same_in_both(twin->option) : twin->named));
        } else if (output.kind == OutputKind::tables) {
            check_can_hold_tables(output.path, output.option);
        } else if (output.kind != OutputKind::store) {
            check_replaced(output, diagnostics);
        }
    }
    diagnostics.throw_if_errors();
}

}  // namespace staffsim::analysis
