#include "analysis/warnings_zh.hpp"

#include "analysis/patterns.hpp"
#include "sim/scenario/warnings.hpp"

namespace staffsim::analysis {

std::string chinese_warning(const std::string& english) {
    for (const scenario::WarningText& text : scenario::warning_texts()) {
        if (const auto found = matched(english, text.en)) return filled(text.zh, *found);
    }
    return english;
}

}  // namespace staffsim::analysis
