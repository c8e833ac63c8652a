#include "analysis/report/html.hpp"

#include "analysis/report/assets.hpp"
#include "analysis/report/page_outcomes.hpp"
#include "analysis/report/report_json.hpp"
#include "analysis/report/sections.hpp"
#include "sim/experiment/parallel.hpp"

namespace staffsim::analysis {
namespace {

view::data section_view(const Section& section, const std::string& body) {
    view::data entry;
    entry.set("id", std::string{section.id});
    entry.set("heading", view::text(section.heading));
    entry.set("short_name", view::text(section.short_name));
    entry.set("body", body);
    return entry;
}

// A comparison without futures is shown as an empty one when it has no answers either.
bool is_shown(const Section& section, const Comparison& comparison) {
    const bool holds_answers_alone = comparison.replications == 0 && !comparison.answers.is_empty();
    if (holds_answers_alone && section.needs_futures) return false;
    return section.has_content == nullptr || section.has_content(comparison);
}

// Each section alone, on all processors; and the data embedded for scripts.
struct Parts {
    std::vector<std::string> bodies;
    std::string json;
};
Parts made_parts(const Comparison& comparison) {
    const std::vector<Section>& all = sections();
    Parts parts{std::vector<std::string>(all.size()), {}};
    experiment::in_parallel(all.size() + 1, 0, [&](std::size_t i) {
        if (i == all.size()) return void(parts.json = report_json(comparison));
        if (!is_shown(all[i], comparison)) return;
        view::data body = all[i].fill(comparison);
        parts.bodies[i] = view::render(all[i].source(), body);
    });
    return parts;
}

// The title in Chinese, from the names of what is compared.
std::string chinese_title(const Comparison& comparison) {
    std::string title;
    for (std::size_t s = 0; s < comparison.scenarios.size(); ++s)
        title += (s == 0 ? "" : s == 1 ? "对照：" : "、") + comparison.scenarios[s].name.zh;
    return title;
}

view::data year_choices(const Comparison& comparison) {
    bool first = true;
    return by_verdict_year(comparison, [&](int, view::data& entry) {
        entry.set("first", first);
        first = false;
    });
}

// One option per scenario; an option can hold one language only.
view::data baselines(const Comparison& comparison, Language language) {
    view::data list = view::empty_list();
    for (std::size_t s = 0; s < comparison.scenarios.size(); ++s) {
        view::data entry;
        entry.set("value", std::to_string(s));
        entry.set("letter", scenario_letter(s));
        entry.set("shown", in(comparison.scenarios[s].name, language));
        list << entry;
    }
    return list;
}

}  // namespace

std::string render_html(const Comparison& all_told, Language initial_language) {
    const Comparison comparison = with_outcomes_of_page(all_told);
    view::data page;
    view::data all = view::empty_list();
    const Parts parts = made_parts(comparison);
    for (std::size_t i = 0; i < sections().size(); ++i) {
        if (is_shown(sections()[i], comparison)) all << section_view(sections()[i], parts.bodies[i]);
    }
    page.set("sections", all);
    page.set("title", comparison.title);
    page.set("heading", view::text({comparison.title, chinese_title(comparison)}));
    page.set("synthetic", comparison.synthetic);
    page.set("zh_first", initial_language == Language::zh);
    page.set("lang_code", initial_language == Language::zh ? "zh" : "en");
    page.set("html_lang", initial_language == Language::zh ? "zh-CN" : "en");
    page.set("year_choices", year_choices(comparison));
    page.set("has_switch", has_baseline_switch(comparison));
    page.set("baselines", baselines(comparison, initial_language));
    page.set("style", std::string{assets::style()});
    page.set("json", parts.json);
    page.set("script", std::string{assets::script()});
    return view::render(assets::page(), page);
}

}  // namespace staffsim::analysis
