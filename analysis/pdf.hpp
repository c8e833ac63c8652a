// The report as PDF, printed by a Chromium that is installed anyway; staffsim brings none. Headless, with a profile of
// its own that is removed, nothing fetched, bounded in time.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace staffsim::analysis {

// The first of chromium, chromium-browser, google-chrome and google-chrome-stable on the PATH; STAFFSIM_CHROMIUM names
// another.
std::optional<std::filesystem::path> find_chromium();

// InputError when there is none: says what to install, and that the page can be printed from any browser.
void check_can_print();

// Prints a page to `pdf` (A4, as the page's own style says), whole or not at all. OutputError when the browser fails or
// takes longer than two minutes. Not byte for byte the same twice: browsers write the time of printing.
void print_pdf(std::string_view html, const std::filesystem::path& pdf);

}  // namespace staffsim::analysis
