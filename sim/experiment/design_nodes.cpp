#include "sim/experiment/design_nodes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/foundation/text.hpp"
#include "sim/scenario/layers.hpp"
#include "sim/scenario/source_text.hpp"

namespace staffsim::experiment {

using scenario::Node;

namespace {

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

std::string joined(const Node& node, bool with_keys) {
    std::string out;
    for (const Node& child : node.children) {
        out += out.empty() ? "" : ", ";
        out += with_keys ? child.key + " = " + written(child) : written(child);
    }
    return out;
}

}  // namespace

std::string written(const Node& node) {
    switch (node.kind) {
        case Node::Kind::flag:
            return node.flag ? "true" : "false";
        case Node::Kind::whole:
            return std::to_string(node.whole);
        case Node::Kind::real:
            return fmt::format("{}", node.real);
        case Node::Kind::text:
            return quoted(node.text);
        case Node::Kind::date:
            return to_text(node.date);
        case Node::Kind::array:
            return "[" + joined(node, false) + "]";
        case Node::Kind::table:
            return "{ " + joined(node, true) + " }";
        case Node::Kind::other:
            break;
    }
    return "";
}

void NodeReader::refuse_unknown(const Node& table, const std::string& prefix,
                                const std::vector<std::string>& keys) const {
    for (const Node& node : table.children) {
        if (std::ranges::find(keys, node.key) == keys.end())
            diagnostics_.error(node.key_place, prefix + node.key,
                               worded("is not a key of an experiment file", "不是试验文件的键") +
                                   scenario::suggestion(node.key, keys));
    }
}

bool NodeReader::is_list(const Node& node, const std::string& key, const Text& what) const {
    if (node.kind == Node::Kind::array) return true;
    diagnostics_.error(node.place, key, worded("expected {}, got {}", "应为{}，写成了{}", what, describe(node)));
    return false;
}

bool NodeReader::is_table(const Node& node, const std::string& key) const {
    if (node.kind == Node::Kind::table) return true;
    diagnostics_.error(node.place, key, worded("expected a table, got {}", "应为表，写成了{}", describe(node)));
    return false;
}

std::vector<NamedText> NodeReader::texts(const Node& node, const std::string& key) const {
    std::vector<NamedText> all;
    if (!is_list(node, key, {"a list of texts", "文字的列表"})) return all;
    for (const Node& child : node.children) {
        if (const auto text = read_string(child, key, diagnostics_)) all.push_back({*text, child.place});
    }
    return all;
}

std::vector<NamedText> NodeReader::specs(const Node& node, const std::string& key) const {
    std::vector<NamedText> all;
    if (!is_list(node, key, {"a list of scenarios", "方案的列表"})) return all;
    for (const Node& child : node.children) {
        if (const auto text = read_string(child, key, diagnostics_)) all.push_back(spec(*text, child));
    }
    return all;
}

// Files of a spec are meant from the experiment file; a variant names none.
NamedText NodeReader::spec(const std::string& text, const Node& node) const {
    if (text.find('=') != std::string::npos) return {text, node.place};
    std::string out;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t plus = std::min(text.find('+', begin), text.size());
        const std::string part(trimmed(std::string_view(text).substr(begin, plus - begin)));
        out += (begin == 0 ? "" : "+") + (part.empty() ? part : relative(part));
        begin = plus + 1;
    }
    return {out, node.place};
}

std::string NodeReader::relative(const std::string& path) const { return scenario::path_in(folder_, path); }

}  // namespace staffsim::experiment
