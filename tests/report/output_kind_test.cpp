// Which files an output may take the place of: earlier outputs of its kind, never what people made.
#include "analysis/output_kind.hpp"

#include <catch2/catch.hpp>

#include "analysis/export/comparison_csv.hpp"
#include "analysis/export/own_tables.hpp"
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

TEST_CASE("every table that is exported knows itself again, and a county's own table of that name is none") {
    analysis::Comparison comparison = tests::sample_comparison();
    comparison.portraits.structure.resize(1);
    comparison.breakdown.parts.emplace_back();
    comparison.breakdown.cells.emplace_back();
    comparison.answers.packages.emplace_back();
    comparison.answers.races.emplace_back();
    comparison.answers.seeks.emplace_back();
    const auto tables = analysis::comparison_tables(comparison);
    CHECK(tables.size() >= 14);
    for (const analysis::CsvFile& table : tables) {
        INFO(table.name);
        CHECK(analysis::is_own_table(table.name, table.content));
        CHECK_FALSE(analysis::is_own_table("other.csv", table.content));
    }
    CHECK_FALSE(analysis::is_own_table("units.csv", "unit,name_zh,name_en,kind,places\r\nT01,甲,A,township,20\r\n"));
    CHECK_FALSE(analysis::is_own_table("comparison.csv", "my,table\n"));
    CHECK(analysis::is_own_table("comparison.csv", ""));
}

TEST_CASE("a folder that holds somebody's table under a name of ours is refused with every one of them") {
    const tests::Folder folder;
    analysis::write_tables(folder.path(), {analysis::comparison_tables(tests::sample_comparison()).front()});
    CHECK_NOTHROW(analysis::check_can_hold_tables(folder.path(), "--csv"));
    analysis::write_file(folder.path() / "units.csv", "unit,places\nT01,20\n");
    analysis::write_file(folder.path() / "settings.csv", "key,value\n");
    std::string message;
    try {
        analysis::check_can_hold_tables(folder.path(), "--csv");
    } catch (const InputError& error) {
        message = error.what();
    }
    CHECK(message.find("units.csv is there already and is no table that staffsim wrote") != std::string::npos);
    CHECK(message.find("settings.csv is there already") != std::string::npos);
    CHECK(message.find("comparison.csv") == std::string::npos);
}

TEST_CASE("where one table cannot be written, none takes its place") {
    const tests::Folder folder;
    analysis::write_file(folder.path() / "a.csv", "before");
    CHECK_THROWS_AS(analysis::write_tables(folder.path(), {{"a.csv", "after"}, {"no/such/b.csv", "x"}}),
                    analysis::OutputError);
    CHECK(analysis::read_file(folder.path() / "a.csv") == "before");
}

TEST_CASE("one file cannot be two outputs, however it is named") {
    const tests::Folder folder;
    const fs::path a = folder.path() / "a.html", same = folder.path() / "." / "a.html";
    CHECK(complaint({{"--store", a, OutputKind::store}, {"--report", folder.path() / "b.html", OutputKind::page}})
              .empty());
    const std::string twice = complaint({{"--store", a, OutputKind::store}, {"--report", same, OutputKind::page}});
    CHECK(twice.find("--report") != std::string::npos);
    CHECK(twice.find("is the file of --store, too") != std::string::npos);
    for (const fs::path& folder_of_tables : {a, folder.path() / "a.html" / ""}) {
        const std::string tables =
            complaint({{"--report", same, OutputKind::page}, {"--csv", folder_of_tables, OutputKind::tables}});
        CHECK(tables.find("is the file of --report, too") != std::string::npos);
    }
}
