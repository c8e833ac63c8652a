#include "analysis/report/view.hpp"

#include "analysis/report/assets.hpp"
#include "sim/foundation/diagnostics.hpp"

namespace staffsim::analysis::view {

namespace {

// What a section says that cannot follow the page's baseline switch.
constexpr std::string_view stays_declared =
    R"(<span lang="en">Whatever stands at “Against”: the comparisons here stay with A, the baseline declared before the run.</span><span lang="zh">无论“基准”选哪一项，这里始终与运行前声明的基准 A 比较。</span>)";

}  // namespace

data text(const Text& text) {
    data object;
    object.set("en", text.en);
    object.set("zh", text.zh);
    return object;
}

data empty_list() { return data{data::type::list}; }

data list(const std::vector<Text>& texts) {
    data items = empty_list();
    for (const Text& item : texts) items << text(item);
    return items;
}

std::string render(std::string_view source, data& values) {
    values.set("t", std::string{both_languages});
    values.set("stays", std::string{stays_declared});
    values.set("beside_choice", std::string{assets::beside_choice()});
    values.set("change_cell", std::string{assets::change_cell()});
    values.set("spread_table", std::string{assets::spread_table()});
    kainjow::mustache::mustache page{std::string{source}};
    if (!page.is_valid()) throw InvariantError("report template: " + page.error_message());
    std::string result = page.render(values);
    if (!page.is_valid()) throw InvariantError("report template: " + page.error_message());
    return result;
}

}  // namespace staffsim::analysis::view
