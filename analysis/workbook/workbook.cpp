#include "analysis/workbook/workbook.hpp"

#include <unistd.h>

#include "analysis/output_file.hpp"
#include "analysis/report/labels.hpp"
#include "analysis/workbook/sheets.hpp"

namespace staffsim::analysis {

namespace {

// Next to the file it will become, removed when writing fails.
class Draft {
  public:
    explicit Draft(const std::filesystem::path& path) : path_(path) {
        path_ += "." + std::to_string(::getpid()) + ".part";
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    ~Draft() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    std::string name() const { return path_.string(); }
    void become(const std::filesystem::path& path) const {
        std::error_code error;
        std::filesystem::rename(path_, path, error);
        if (error) throw OutputError(path.string() + ": cannot be written: " + error.message());
    }

  private:
    std::filesystem::path path_;
};

}  // namespace

std::string xlsx::lettered_name(const Book& book, const Comparison& comparison, std::size_t scenario) {
    return scenario_letter(scenario) + " " + book.say(comparison.scenarios[scenario].name);
}

void write_workbook(const Comparison& comparison, Language language, const std::filesystem::path& path) {
    const Draft draft(path);
    xlsx::Book book(draft.name(), language);
    book.describe(comparison.title);
    xlsx::add_answer(book, comparison);
    xlsx::add_scorecard(book, comparison);
    xlsx::add_yearly(book, comparison);
    xlsx::add_flows(book, comparison);
    xlsx::add_townships(book, comparison);
    xlsx::add_portraits(book, comparison);
    xlsx::add_settings(book, comparison);
    xlsx::add_record(book, comparison);
    xlsx::add_dictionary(book, comparison);
    book.close();
    draft.become(path);
}

}  // namespace staffsim::analysis
