// Comma-separated values by RFC 4180: UTF-8, lines end in CR LF, fields are quoted when they need to be. A number that
// does not exist is an empty field. A text that a spreadsheet would take for a formula gets an apostrophe in front.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace staffsim::analysis {

class CsvText {
  public:
    explicit CsvText(const std::vector<std::string_view>& headings);
    CsvText& text(std::string_view value);
    CsvText& number(double value);  // shortest digits that read back as the same number
    CsvText& whole(std::int64_t value);
    CsvText& flag(bool value);
    void end_row();
    const std::string& content() const { return content_; }

  private:
    void field(std::string_view raw);
    std::string content_;
    bool is_row_open_ = false;
};

}  // namespace staffsim::analysis
