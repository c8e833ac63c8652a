// The Excel workbook as a file; what stands in it is read back by tests/browser/agreement.test.mjs.
#include "analysis/workbook/workbook.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "analysis/output_file.hpp"
#include "tests/report/sample_comparison.hpp"
#include "tests/support/folder.hpp"

using namespace staffsim;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("the same comparison gives the same workbook, byte for byte, and another language another one") {
    const tests::Folder folder;
    const analysis::Comparison comparison = tests::sample_comparison();
    for (const char* name : {"a.xlsx", "b.xlsx"})
        analysis::write_workbook(comparison, Language::en, folder.path() / name);
    analysis::write_workbook(comparison, Language::zh, folder.path() / "zh.xlsx");
    const std::string english = bytes_of(folder.path() / "a.xlsx");
    CHECK(english.substr(0, 2) == "PK");
    CHECK(english == bytes_of(folder.path() / "b.xlsx"));
    CHECK(english != bytes_of(folder.path() / "zh.xlsx"));
}

TEST_CASE("answers to single questions are a sheet of the workbook") {
    const tests::Folder folder;
    analysis::Comparison comparison = tests::sample_comparison();
    analysis::write_workbook(comparison, Language::en, folder.path() / "without.xlsx");
    analysis::BestOf best;
    best.candidates = {{{"=1+1", "=1+1"}, "a", 1, 20, 0, 0}};
    best.remaining = best.subset = {0};
    best.is_settled = true;
    comparison.answers.races = {best};
    analysis::write_workbook(comparison, Language::en, folder.path() / "with.xlsx");
    const auto sheets = [&](const char* name) {
        const std::string bytes = bytes_of(folder.path() / name);
        std::size_t count = 0;
        for (std::size_t at = 0; (at = bytes.find("xl/worksheets/sheet", at)) != std::string::npos; ++at) ++count;
        return count;
    };
    CHECK(sheets("with.xlsx") == sheets("without.xlsx") + 2);  // named once in its place and once in the directory
}

TEST_CASE("a workbook that cannot be written leaves nothing behind") {
    const tests::Folder folder;
    fs::create_directory(folder.path() / "taken.xlsx");
    CHECK_THROWS_AS(analysis::write_workbook(tests::sample_comparison(), Language::en, folder.path() / "taken.xlsx"),
                    analysis::OutputError);
    CHECK_THROWS_AS(analysis::write_workbook(tests::sample_comparison(), Language::en, folder.path() / "no" / "a.xlsx"),
                    analysis::OutputError);
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("an empty comparison still gives a workbook") {
    const tests::Folder folder;
    analysis::Comparison comparison;
    comparison.scenarios = {{{"Today", "现行"}, "base", {}, {}}};
    analysis::write_workbook(comparison, Language::en, folder.path() / "empty.xlsx");
    CHECK(fs::file_size(folder.path() / "empty.xlsx") > 1000);
}
