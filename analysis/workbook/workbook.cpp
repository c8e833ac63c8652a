#include "analysis/workbook/workbook.hpp"

#include "analysis/output_file.hpp"
#include "analysis/report/labels.hpp"
#include "analysis/workbook/sheets.hpp"

namespace staffsim::analysis {

std::string xlsx::lettered_name(const Book& book, const Comparison& comparison, std::size_t scenario) {
    return scenario_letter(scenario) + " " + book.say(comparison.scenarios[scenario].name);
}

void write_workbook(const Comparison& comparison, Language language, const std::filesystem::path& path) {
    const PartFile part(path);
    xlsx::Book book(part.beside().string(), language);
    book.describe(comparison.title);
    xlsx::add_answer(book, comparison);
    xlsx::add_scorecard(book, comparison);
    xlsx::add_pilots(book, comparison);
    xlsx::add_yearly(book, comparison);
    xlsx::add_flows(book, comparison);
    xlsx::add_townships(book, comparison);
    xlsx::add_groups(book, comparison);
    xlsx::add_portraits(book, comparison);
    xlsx::add_answers(book, comparison);
    xlsx::add_settings(book, comparison);
    xlsx::add_record(book, comparison);
    xlsx::add_dictionary(book, comparison);
    book.close();
    part.take_place();
}

}  // namespace staffsim::analysis
