#include "sim/experiment/design.hpp"

#include <filesystem>

#include "sim/experiment/design_sweeps.hpp"
#include "sim/foundation/digest.hpp"
#include "sim/scenario/node.hpp"
#include "sim/scenario/source_text.hpp"
#include "sim/scenario/toml_text.hpp"

namespace staffsim::experiment {

namespace {

using scenario::Node;

constexpr std::int64_t most_replications = 1'000'000, largest_seed = 4294967295, most_years = 200;

class Reader {
  public:
    Reader(Design& design, Diagnostics& diagnostics)
        : design_(design),
          diagnostics_(diagnostics),
          nodes_(std::filesystem::path(design.path).parent_path().string(), diagnostics) {}

    void read(const Node& root) {
        static const std::vector<std::string> keys{"name",    "base",      "scenarios",     "contexts", "set",
                                                   "years",   "seed",      "replications",  "outcomes", "groups",
                                                   "matters", "precision", "verdict_years", "sweep"};
        nodes_.refuse_unknown(root, "", keys);
        for (const Node& node : root.children) read_member(node);
        if (root.find("base") == nullptr)
            diagnostics_.error(
                {design_.path, 0, 0}, "base",
                worded("is missing: name the scenario file to compare with", "未填：请写明作为基准的方案文件"));
        if (design_.precision && root.find("replications") != nullptr)
            diagnostics_.error(root.find("replications")->key_place, "replications",
                               worded("contradicts [precision], which decides how many; leave one out",
                                      "与 [precision] 矛盾，次数由其决定；请去掉其一"));
    }

  private:
    void read_member(const Node& node) {
        if (node.key == "name") {
            if (const auto text = read_text(node, node.key, diagnostics_)) design_.title = text->en;
        } else if (node.key == "base") {
            if (const auto text = read_string(node, node.key, diagnostics_)) design_.base = nodes_.spec(*text, node);
        } else if (node.key == "scenarios") {
            design_.scenarios = nodes_.specs(node, node.key);
        } else if (node.key == "contexts") {
            for (const NamedText& one : nodes_.texts(node, node.key))
                design_.contexts.push_back(nodes_.relative(one.text));
        } else if (node.key == "set") {
            for (const NamedText& one : nodes_.texts(node, node.key)) design_.sets.push_back(one.text);
        } else if (node.key == "outcomes") {
            design_.outcomes = nodes_.texts(node, node.key);
        } else if (node.key == "groups") {
            design_.groups = nodes_.texts(node, node.key);
        } else if (node.key == "years") {
            design_.years = read_whole(node, node.key, 1, most_years, diagnostics_);
        } else if (node.key == "seed") {
            design_.seed = read_whole(node, node.key, 0, largest_seed, diagnostics_);
        } else if (node.key == "replications") {
            design_.replications = read_whole(node, node.key, 1, most_replications, diagnostics_);
        } else if (node.key == "verdict_years") {
            read_verdict_years(node);
        } else if (node.key == "matters") {
            read_matters(node);
        } else if (node.key == "precision") {
            read_precision(node);
        } else if (node.key == "sweep") {
            read_sweeps(node);
        }
    }

    void read_verdict_years(const Node& node) {
        if (!nodes_.is_list(node, node.key, {"a list of years such as [5, 10]", "年份列表，如 [5, 10]"})) return;
        for (const Node& child : node.children) {
            const auto year = read_whole(child, node.key, 1, most_years, diagnostics_);
            if (!year) continue;
            if (!design_.verdict_years.empty() && *year <= design_.verdict_years.back())
                diagnostics_.error(child.place, node.key, worded("years must rise", "年份应逐个增大"));
            design_.verdict_years.push_back(static_cast<int>(*year));
        }
    }

    void read_matters(const Node& node) {
        if (!nodes_.is_table(node, node.key)) return;
        for (const Node& child : node.children) {
            const auto value = read_number(child, "matters." + child.key, 0, 1e12, diagnostics_);
            if (!value) continue;
            design_.matters[child.key] = *value;
            design_.matters_places[child.key] = child.key_place;
        }
    }

    void read_precision(const Node& node) {
        if (!nodes_.is_table(node, node.key)) return;
        nodes_.refuse_unknown(node, "precision.", {"first", "growth", "most", "half_width"});
        stats::PrecisionRule rule;
        for (const Node& child : node.children) {
            const std::string key = "precision." + child.key;
            if (child.key == "first" || child.key == "most") {
                if (const auto n = read_whole(child, key, 2, most_replications, diagnostics_))
                    (child.key == "first" ? rule.first : rule.most) = static_cast<std::uint32_t>(*n);
            } else if (child.key == "growth") {
                rule.growth = read_number(child, key, 1.1, 10, diagnostics_).value_or(rule.growth);
            } else if (child.key == "half_width") {
                rule.half_width = read_number(child, key, 0.01, 100, diagnostics_).value_or(rule.half_width);
            }
        }
        design_.precision = rule;
    }

    void read_sweeps(const Node& node) {
        if (node.kind == Node::Kind::table) {  // [sweep]: a single one
            design_.sweeps.push_back(read_sweep(node, nodes_));
            return;
        }
        if (!nodes_.is_list(node, node.key, same_in_both("[[sweep]]"))) return;
        for (const Node& child : node.children) {
            if (nodes_.is_table(child, "sweep")) design_.sweeps.push_back(read_sweep(child, nodes_));
        }
    }

    Design& design_;
    Diagnostics& diagnostics_;
    NodeReader nodes_;
};

}  // namespace

Design read_design(const std::string& path) {
    Design design;
    Diagnostics diagnostics;
    design.path = path;
    const auto bytes = scenario::read_file(path, scenario::largest_scenario_file, {}, "", diagnostics);
    if (bytes && scenario::is_fit_for_parser(*bytes, path, diagnostics)) {
        design.text = *bytes;
        design.sha256 = sha256_hex(*bytes);
        if (const auto root = scenario::parse_toml(*bytes, path, diagnostics)) Reader(design, diagnostics).read(*root);
    }
    diagnostics.throw_if_errors();
    return design;
}

}  // namespace staffsim::experiment
