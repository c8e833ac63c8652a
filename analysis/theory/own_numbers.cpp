#include "analysis/theory/own_numbers.hpp"

#include <algorithm>

#include "sim/scenario/source_text.hpp"
#include "sim/scenario/toml_text.hpp"

namespace staffsim::theory {

namespace {

using scenario::Node;

Node* node_at(Node& root, std::string_view dotted) {
    Node* node = &root;
    while (node != nullptr && !dotted.empty()) {
        const auto dot = dotted.find('.');
        const auto found = std::ranges::find(node->children, dotted.substr(0, dot), &Node::key);
        node = found == node->children.end() ? nullptr : &*found;
        dotted = dot == std::string_view::npos ? std::string_view{} : dotted.substr(dot + 1);
    }
    return node;
}

std::string member(const std::string& prefix, const Node& node) {
    return prefix.empty() ? node.key : prefix + "." + node.key;
}

}  // namespace

OwnNumbers::OwnNumbers(const std::string& file, const std::vector<std::string>& sets) {
    const auto text = scenario::read_file(file, scenario::largest_scenario_file, {file, 0, 0}, "", diagnostics_);
    if (text && scenario::is_fit_for_parser(*text, file, diagnostics_)) {
        if (auto parsed = scenario::parse_toml(*text, file, diagnostics_)) root_ = std::move(*parsed);
    }
    diagnostics_.throw_if_errors();
    root_.place = {file, 0, 0};
    for (const std::string& set : sets) {
        const auto equals = set.find('=');
        const std::string key(trimmed(set.substr(0, equals)));
        Node* node = equals == std::string::npos ? nullptr : node_at(root_, key);
        if (node == nullptr) {
            object(key, worded("is not a value of this case: --set KEY=VALUE with a key of its file",
                               "不是本算例的数值；--set 键=值 的键应在其文件中"));
            continue;
        }
        std::string name = node->key;
        *node = scenario::parse_value(std::string_view(set).substr(equals + 1), {"--set", 0, 0});
        node->key = std::move(name);
    }
}

const Node* OwnNumbers::at(const std::string& key) {
    read_.push_back(key);
    const Node* node = node_at(root_, key);
    if (node == nullptr)
        diagnostics_.error(root_.place, key, worded("is missing in the file of the case", "算例文件中缺少此项"));
    return node;
}

double OwnNumbers::number(const std::string& key, double low, double high) {
    const Node* node = at(key);
    return node == nullptr ? 0 : scenario::read_number(*node, key, low, high, diagnostics_).value_or(0);
}

std::int64_t OwnNumbers::whole(const std::string& key, std::int64_t low, std::int64_t high) {
    const Node* node = at(key);
    return node == nullptr ? 0 : scenario::read_whole(*node, key, low, high, diagnostics_).value_or(0);
}

std::vector<double> OwnNumbers::numbers(const std::string& key, double low, double high) {
    std::vector<double> list;
    const Node* node = at(key);
    if (node == nullptr) return list;
    if (node->kind != Node::Kind::array || node->children.empty()) {
        diagnostics_.error(
            node->place, key,
            worded("expected a list of numbers, got {}", "应为数字的列表，写成了{}", scenario::describe(*node)));
        return list;
    }
    for (const Node& one : node->children)
        list.push_back(scenario::read_number(one, key, low, high, diagnostics_).value_or(0));
    return list;
}

std::vector<OwnNumbers::Matrix> OwnNumbers::matrices(const std::string& key, std::int64_t low, std::int64_t high) {
    std::vector<Matrix> list;
    const Node* node = at(key);
    if (node == nullptr) return list;
    const auto is_list = [&](const Node& one) {
        if (one.kind == Node::Kind::array && !one.children.empty()) return true;
        diagnostics_.error(one.place, key,
                           worded("expected a list of matrices, each a list of rows, got {}",
                                  "应为矩阵的列表，每个矩阵为若干行，写成了{}", scenario::describe(one)));
        return false;
    };
    if (!is_list(*node)) return list;
    for (const Node& written : node->children) {
        Matrix matrix;
        if (!is_list(written)) continue;
        for (const Node& row : written.children) {
            if (!is_list(row)) continue;
            if (matrix.rows++ == 0) matrix.columns = row.children.size();
            if (row.children.size() != matrix.columns)
                diagnostics_.error(
                    row.place, key,
                    worded("the rows of a matrix must have equally many numbers", "矩阵各行的数字应一样多"));
            for (const Node& cell : row.children)
                matrix.cells.push_back(scenario::read_whole(cell, key, low, high, diagnostics_).value_or(0));
        }
        list.push_back(std::move(matrix));
    }
    return list;
}

void OwnNumbers::object(const std::string& key, const Text& message) {
    const Node* node = node_at(root_, key);
    diagnostics_.error(node == nullptr || key.empty() ? root_.place : node->place, key, message);
}

void OwnNumbers::refuse_unread(const Node& table, const std::string& prefix) {
    for (const Node& child : table.children) {
        const std::string key = member(prefix, child);
        if (key == "name" || std::ranges::find(read_, key) != read_.end()) continue;
        const bool is_above =
            std::ranges::any_of(read_, [&](const std::string& known) { return known.starts_with(key + "."); });
        if (is_above)
            refuse_unread(child, key);
        else
            diagnostics_.error(
                child.key_place, key,
                worded("is not a key of this case", "不是本算例的键") + scenario::suggestion(key, read_));
    }
}

void OwnNumbers::throw_if_wrong() {
    refuse_unread(root_, "");
    diagnostics_.throw_if_errors();
}

}  // namespace staffsim::theory
