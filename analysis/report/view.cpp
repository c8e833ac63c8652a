#include "analysis/report/view.hpp"

#include "sim/foundation/diagnostics.hpp"

namespace staffsim::analysis::view {

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
    kainjow::mustache::mustache page{std::string{source}};
    if (!page.is_valid()) throw InvariantError("report template: " + page.error_message());
    std::string result = page.render(values);
    if (!page.is_valid()) throw InvariantError("report template: " + page.error_message());
    return result;
}

}  // namespace staffsim::analysis::view
