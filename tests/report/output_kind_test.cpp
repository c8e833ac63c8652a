// Which files an output may take the place of: earlier outputs of its kind, never what people made.
#include "analysis/output_kind.hpp"

#include <catch2/catch.hpp>

#include "analysis/output_file.hpp"
#include "analysis/report/html.hpp"
#include "analysis/workbook/workbook.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "tests/report/sample_comparison.hpp"
#include "tests/support/folder.hpp"

using namespace staffsim;
using analysis::OutputKind;
namespace fs = std::filesystem;

namespace {

std::string complaint(const std::vector<analysis::PlannedOutput>& planned) {
    try {
        analysis::check_outputs(planned);
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("a report and a workbook know themselves again, and not each other") {
    const tests::Folder folder;
    const analysis::Comparison comparison = tests::sample_comparison();
    const fs::path page = folder.path() / "a.html", book = folder.path() / "a.xlsx";
    analysis::write_file(page, analysis::render_html(comparison, Language::zh));
    analysis::write_workbook(comparison, Language::en, book);
    CHECK(analysis::is_earlier_output(page, OutputKind::page));
    CHECK(analysis::is_earlier_output(book, OutputKind::workbook));
    CHECK_FALSE(analysis::is_earlier_output(page, OutputKind::workbook));
    CHECK_FALSE(analysis::is_earlier_output(book, OutputKind::page));
    CHECK_FALSE(analysis::is_earlier_output(page, OutputKind::pdf));
}

TEST_CASE("what people made is no earlier output, an empty file is anybody's") {
    const tests::Folder folder;
    const fs::path file = folder.path() / "file";
    for (const char* content : {"name = \"x\"\n", "<!doctype html>\n<html lang=\"en\">\n", "%PDF-1.4\n%%EOF\n",
                                "PK\x03\x04 an archive", "SQLite format 3"}) {
        analysis::write_file(file, content);
        for (const OutputKind kind : {OutputKind::page, OutputKind::workbook, OutputKind::pdf, OutputKind::store})
            CHECK_FALSE(analysis::is_earlier_output(file, kind));
    }
    analysis::write_file(file, "%PDF-1.4\n%%EOF\n" + std::string(analysis::pdf_mark));
    CHECK(analysis::is_earlier_output(file, OutputKind::pdf));
    analysis::write_file(file, "");
    for (const OutputKind kind : {OutputKind::page, OutputKind::workbook, OutputKind::pdf, OutputKind::store})
        CHECK(analysis::is_earlier_output(file, kind));
}

TEST_CASE("one file cannot be two outputs, however it is named") {
    const tests::Folder folder;
    const fs::path a = folder.path() / "a.html", same = folder.path() / "." / "a.html";
    CHECK(complaint({{"--store", a, OutputKind::store}, {"--report", folder.path() / "b.html", OutputKind::page}})
              .empty());
    const std::string twice = complaint({{"--store", a, OutputKind::store}, {"--report", same, OutputKind::page}});
    CHECK(twice.find("--report") != std::string::npos);
    CHECK(twice.find("is the file of --store, too") != std::string::npos);
}
