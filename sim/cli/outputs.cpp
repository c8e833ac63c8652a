#include "sim/cli/outputs.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <iostream>

#include "analysis/export/comparison_csv.hpp"
#include "analysis/export/json.hpp"
#include "analysis/output_file.hpp"
#include "analysis/output_kind.hpp"
#include "analysis/pdf.hpp"
#include "analysis/report/html.hpp"
#include "analysis/terminal/comparison_screen.hpp"
#include "analysis/terminal/layout.hpp"
#include "analysis/workbook/workbook.hpp"

namespace staffsim::cli {

namespace {

void print(const analysis::Comparison& comparison, const ShowOptions& show, bool details) {
    if (show.format == "json") std::cout << analysis::comparison_json(comparison);
    if (show.format == "csv") std::cout << analysis::comparison_tables(comparison).front().content;
    if (show.format == "table") std::cout << analysis::comparison_screen(comparison, show.style(), details);
}

std::string sentence(const ShowOptions& show, const std::string& en, const std::string& zh) {
    return show.words() == Language::zh && !show.ascii ? zh : en;
}

// Everything behind the table but the path itself.
std::string closing_lines(const OutputOptions& outputs, const ShowOptions& show, const std::string& store,
                          std::size_t report_bytes, const std::string& next) {
    std::string text;
    if (!next.empty()) text += analysis::paragraph(sentence(show, "Next: ", "下一步："), next);
    std::string files = sentence(show, "Results ", "结果 ") + store;
    if (!outputs.csv.empty()) files += sentence(show, "   Data ", "   数据 ") + outputs.csv;
    if (!outputs.pdf.empty()) files += sentence(show, "   Print ", "   打印 ") + outputs.pdf;
    if (!outputs.workbook.empty()) files += sentence(show, "   Workbook ", "   工作簿 ") + outputs.workbook;
    text += files + "\n";
    if (report_bytes == 0) return text;
    return text + fmt::format(fmt::runtime(sentence(show, "Report ({:.1f} MB, opens offline):\n",
                                                    "报告（{:.1f} MB，可离线打开）：\n")),
                              static_cast<double>(report_bytes) / 1e6);
}

std::string last_path(const OutputOptions& outputs, const std::string& store) {
    if (outputs.wants_report()) return outputs.report;
    return outputs.csv.empty() ? store : outputs.csv;
}

}  // namespace

void OutputOptions::declare(Options& options) {
    options.text("report", report, "FILE.html", "report to hand on");
    options.flag("no-report", no_report, "write no report");
    options.text("pdf", pdf, "FILE.pdf", "the report printed to A4, by an installed Chromium");
    options.text("csv", csv, "DIR", "folder for the tables as CSV");
    options.flag("details", details, "on the terminal also: how often better, regret, what matching saved");
    options.text("xlsx", workbook, "FILE.xlsx", "the comparison as an Excel workbook");
}

void OutputOptions::refuse_contradiction() const {
    if (no_report && !report.empty())
        throw InputError(worded("{} and {}: take one of them", "{} 与 {}：只能取其一", "--report", "--no-report"));
}

void OutputOptions::check(const std::filesystem::path& store, const Text& named) const {
    using analysis::OutputKind;
    std::vector<analysis::PlannedOutput> planned{{named.en, store, OutputKind::store, named}};
    if (wants_report()) planned.push_back({"--report", report, OutputKind::page});
    if (!pdf.empty()) planned.push_back({"--pdf", pdf, OutputKind::pdf});
    if (!workbook.empty()) planned.push_back({"--xlsx", workbook, OutputKind::workbook});
    if (!csv.empty()) planned.push_back({"--csv", csv, OutputKind::tables});
    analysis::check_outputs(planned);
    if (!pdf.empty()) analysis::check_can_print();
}

std::string default_report(const std::string& store, const std::string& usual) {
    return store.empty() ? usual : std::filesystem::path(store).replace_extension(".html").string();
}

void put_out(const analysis::Comparison& comparison, const OutputOptions& outputs, const ShowOptions& show,
             const std::string& store, const std::string& next, const std::string& after_table) {
    std::size_t report_bytes = 0;
    if (outputs.wants_page()) {
        const std::string html = analysis::render_html(comparison, show.words());
        if (outputs.wants_report()) analysis::write_file(outputs.report, html), report_bytes = html.size();
        if (!outputs.pdf.empty()) analysis::print_pdf(html, outputs.pdf);
    }
    if (!outputs.csv.empty()) analysis::write_tables(outputs.csv, analysis::comparison_tables(comparison));
    if (!outputs.workbook.empty()) analysis::write_workbook(comparison, show.words(), outputs.workbook);
    print(comparison, show, outputs.details);
    if (show.format == "table") {
        std::cout << after_table << closing_lines(outputs, show, store, report_bytes, next) << last_path(outputs, store)
                  << "\n";
    } else {
        spdlog::info("{}{}", sentence(show, "written: ", "已写入："), last_path(outputs, store));
    }
}

void put_out_stopped(const analysis::Comparison& comparison, const ShowOptions& show, const std::string& store) {
    print(comparison, show, false);
    if (show.format == "table") std::cout << sentence(show, "Results so far:\n", "已有结果：\n") << store << "\n";
}

}  // namespace staffsim::cli
