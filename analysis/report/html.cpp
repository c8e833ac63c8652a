#include "analysis/report/html.hpp"

#include "analysis/report/assets.hpp"
#include "analysis/report/report_json.hpp"
#include "analysis/report/sections.hpp"

namespace staffsim::analysis {
namespace {

view::data section_view(const Section& section, const Comparison& comparison) {
    view::data body = section.fill(comparison);
    view::data entry;
    entry.set("id", std::string{section.id});
    entry.set("heading", view::text(section.heading));
    entry.set("short_name", view::text(section.short_name));
    entry.set("body", view::render(section.source(), body));
    return entry;
}

// A comparison without futures is shown as an empty one when it has no answers either.
bool is_shown(const Section& section, const Comparison& comparison) {
    const bool holds_answers_alone = comparison.replications == 0 && !comparison.answers.is_empty();
    if (holds_answers_alone && section.needs_futures) return false;
    return section.has_content == nullptr || section.has_content(comparison);
}

view::data year_choices(const Comparison& comparison) {
    bool first = true;
    return by_verdict_year(comparison, [&](int, view::data& entry) {
        entry.set("first", first);
        first = false;
    });
}

}  // namespace

std::string render_html(const Comparison& comparison, Language initial_language) {
    view::data page;
    view::data all = view::empty_list();
    for (const Section& section : sections()) {
        if (is_shown(section, comparison)) all << section_view(section, comparison);
    }
    page.set("sections", all);
    page.set("title", comparison.title);
    page.set("synthetic", comparison.synthetic);
    page.set("zh_first", initial_language == Language::zh);
    page.set("lang_code", initial_language == Language::zh ? "zh" : "en");
    page.set("html_lang", initial_language == Language::zh ? "zh-CN" : "en");
    page.set("year_choices", year_choices(comparison));
    page.set("style", std::string{assets::style()});
    page.set("json", report_json(comparison));
    page.set("script", std::string{assets::script()});
    return view::render(assets::page(), page);
}

}  // namespace staffsim::analysis
