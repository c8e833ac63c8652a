#include "sim/experiment/design.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "sim/foundation/digest.hpp"
#include "sim/foundation/text.hpp"
#include "sim/scenario/layers.hpp"
#include "sim/scenario/node.hpp"
#include "sim/scenario/source_text.hpp"
#include "sim/scenario/toml_text.hpp"

namespace staffsim::experiment {

namespace {

using scenario::Node;

constexpr std::int64_t most_replications = 1'000'000, largest_seed = 4294967295, most_years = 200;
constexpr std::size_t longest_axis = 10'000;

// A value as it would stand in a scenario file, on one line.
std::string written(const Node& node);

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

class Reader {
  public:
    Reader(Design& design, Diagnostics& diagnostics) : design_(design), diagnostics_(diagnostics) {
        folder_ = std::filesystem::path(design.path).parent_path().string();
    }

    void read(const Node& root) {
        static const std::vector<std::string> keys{"name",    "base",      "scenarios",     "contexts", "set",
                                                   "years",   "seed",      "replications",  "outcomes", "groups",
                                                   "matters", "precision", "verdict_years", "sweep"};
        refuse_unknown(root, "", keys);
        for (const Node& node : root.children) read_member(node);
        if (root.find("base") == nullptr)
            diagnostics_.error({design_.path, 0, 0}, "base", "is missing: name the scenario file to compare with");
        if (design_.precision && root.find("replications") != nullptr)
            diagnostics_.error(root.find("replications")->key_place, "replications",
                               "contradicts [precision], which decides how many; leave one out");
    }

  private:
    void refuse_unknown(const Node& table, const std::string& prefix, const std::vector<std::string>& keys) {
        for (const Node& node : table.children) {
            if (std::ranges::find(keys, node.key) == keys.end())
                diagnostics_.error(node.key_place, prefix + node.key,
                                   "is not a key of an experiment file" + scenario::suggestion(node.key, keys));
        }
    }

    void read_member(const Node& node) {
        if (node.key == "name") {
            if (const auto text = read_text(node, node.key, diagnostics_)) design_.title = text->en;
        } else if (node.key == "base") {
            if (const auto text = read_string(node, node.key, diagnostics_)) design_.base = spec(*text, node);
        } else if (node.key == "scenarios") {
            design_.scenarios = specs(node, node.key);
        } else if (node.key == "contexts") {
            for (const NamedText& one : texts(node, node.key)) design_.contexts.push_back(relative(one.text));
        } else if (node.key == "set") {
            for (const NamedText& one : texts(node, node.key)) design_.sets.push_back(one.text);
        } else if (node.key == "outcomes") {
            design_.outcomes = texts(node, node.key);
        } else if (node.key == "groups") {
            design_.groups = texts(node, node.key);
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

    std::string relative(const std::string& path) const { return scenario::path_in(folder_, path); }

    // Files of a spec are meant from the experiment file; a variant names none.
    NamedText spec(const std::string& text, const Node& node) const {
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

    std::vector<NamedText> texts(const Node& node, const std::string& key) {
        std::vector<NamedText> all;
        if (!is_list(node, key, "a list of texts")) return all;
        for (const Node& child : node.children) {
            if (const auto text = read_string(child, key, diagnostics_)) all.push_back({*text, child.place});
        }
        return all;
    }
    std::vector<NamedText> specs(const Node& node, const std::string& key) {
        std::vector<NamedText> all;
        if (!is_list(node, key, "a list of scenarios")) return all;
        for (const Node& child : node.children) {
            if (const auto text = read_string(child, key, diagnostics_)) all.push_back(spec(*text, child));
        }
        return all;
    }
    bool is_list(const Node& node, const std::string& key, const char* what) {
        if (node.kind == Node::Kind::array) return true;
        diagnostics_.error(node.place, key, fmt::format("expected {}, got {}", what, describe(node)));
        return false;
    }
    bool is_table(const Node& node, const std::string& key) {
        if (node.kind == Node::Kind::table) return true;
        diagnostics_.error(node.place, key, fmt::format("expected a table, got {}", describe(node)));
        return false;
    }

    void read_verdict_years(const Node& node) {
        if (!is_list(node, node.key, "a list of years such as [5, 10]")) return;
        for (const Node& child : node.children) {
            const auto year = read_whole(child, node.key, 1, most_years, diagnostics_);
            if (!year) continue;
            if (!design_.verdict_years.empty() && *year <= design_.verdict_years.back())
                diagnostics_.error(child.place, node.key, "years must rise");
            design_.verdict_years.push_back(static_cast<int>(*year));
        }
    }

    void read_matters(const Node& node) {
        if (!is_table(node, node.key)) return;
        for (const Node& child : node.children) {
            const auto value = read_number(child, "matters." + child.key, 0, 1e12, diagnostics_);
            if (!value) continue;
            design_.matters[child.key] = *value;
            design_.matters_places[child.key] = child.key_place;
        }
    }

    void read_precision(const Node& node) {
        if (!is_table(node, node.key)) return;
        refuse_unknown(node, "precision.", {"first", "growth", "most", "half_width"});
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
        if (node.kind == Node::Kind::table) return read_sweep(node);  // [sweep]: a single one
        if (!is_list(node, node.key, "[[sweep]]")) return;
        for (const Node& child : node.children) {
            if (is_table(child, "sweep")) read_sweep(child);
        }
    }

    void read_sweep(const Node& node) {
        refuse_unknown(node, "sweep.", {"name", "scenarios", "levers", "lockstep", "constraints"});
        Sweep sweep;
        sweep.place = node.place;
        if (const Node* name = node.find("name")) {
            if (const auto text = read_string(*name, "sweep.name", diagnostics_)) sweep.name = *text;
        }
        if (const Node* over = node.find("scenarios")) sweep.scenarios = specs(*over, "sweep.scenarios");
        if (const Node* levers = node.find("levers")) {
            if (is_table(*levers, "sweep.levers")) read_levers(*levers, "", sweep);
        }
        if (const Node* lockstep = node.find("lockstep")) read_lockstep(*lockstep, sweep);
        if (sweep.axes.empty()) diagnostics_.error(node.place, "sweep", "sweeps no lever");
        read_constraints(node, sweep);
        design_.sweeps.push_back(std::move(sweep));
    }

    static bool is_range(const Node& node) {
        return node.kind == Node::Kind::table && (node.find("from") != nullptr || node.find("to") != nullptr ||
                                                  node.find("step") != nullptr || node.find("count") != nullptr);
    }

    void read_levers(const Node& table, const std::string& prefix, Sweep& sweep) {
        for (const Node& node : table.children) {
            const std::string key = prefix + node.key;
            if (node.kind == Node::Kind::table && !is_range(node)) {
                read_levers(node, key + ".", sweep);
            } else if (is_range(node)) {
                add_axis(sweep, {{{key, node.key_place}}, range(node, key), {}});
            } else if (is_list(node, key, "a list of values or { from = …, to = …, step = … }")) {
                Axis axis{{{key, node.key_place}}, {}, {}};
                for (const Node& value : node.children) axis.values.push_back({written(value)});
                add_axis(sweep, std::move(axis));
            }
        }
    }

    void add_axis(Sweep& sweep, Axis axis) {
        for (const NamedText& lever : axis.levers) {
            for (const Axis& other : sweep.axes) {
                const bool is_known =
                    std::ranges::any_of(other.levers, [&](const NamedText& one) { return one.text == lever.text; });
                if (is_known) diagnostics_.error(lever.place, lever.text, "is swept twice in one sweep");
            }
        }
        if (axis.values.empty())
            diagnostics_.error(axis.levers.front().place, axis.levers.front().text, "has no value to sweep");
        sweep.axes.push_back(std::move(axis));
    }

    std::vector<std::vector<std::string>> range(const Node& node, const std::string& key) {
        refuse_unknown(node, key + ".", {"from", "to", "step", "count"});
        const auto number = [&](const char* name) -> std::optional<double> {
            const Node* member = node.find(name);
            if (member == nullptr) return std::nullopt;
            return read_number(*member, key + "." + name, -1e15, 1e15, diagnostics_);
        };
        const auto from = number("from"), to = number("to"), step = number("step"), count = number("count");
        const bool is_complete = from && to && (step || count) && !(step && count);
        if (!is_complete) {
            diagnostics_.error(node.place, key, "a range needs from, to and either step or count");
            return {};
        }
        if (step && !(*step > 0 && *to >= *from)) {
            diagnostics_.error(node.place, key, "a range needs from <= to and step > 0");
            return {};
        }
        const double steps = step ? std::floor((*to - *from) / *step + 1e-9) : *count - 1;
        if (steps < 0 || steps >= static_cast<double>(longest_axis) || steps != std::floor(steps)) {
            diagnostics_.error(node.place, key, fmt::format("a range has 1 to {} whole steps", longest_axis));
            return {};
        }
        return evenly(*from, step ? *step : (*to - *from) / std::max(1.0, steps), static_cast<std::size_t>(steps) + 1);
    }

    // Twelve digits: what was meant, without what binary steps leave behind.
    static std::vector<std::vector<std::string>> evenly(double from, double step, std::size_t count) {
        std::vector<std::vector<std::string>> values;
        for (std::size_t i = 0; i < count; ++i)
            values.push_back({fmt::format("{:.12g}", from + static_cast<double>(i) * step)});
        return values;
    }

    void read_lockstep(const Node& node, Sweep& sweep) {
        if (node.kind == Node::Kind::table) return read_tuple_axis(node, sweep);
        if (!is_list(node, "sweep.lockstep", "[[sweep.lockstep]]")) return;
        for (const Node& child : node.children) {
            if (is_table(child, "sweep.lockstep")) read_tuple_axis(child, sweep);
        }
    }

    void read_tuple_axis(const Node& node, Sweep& sweep) {
        refuse_unknown(node, "sweep.lockstep.", {"levers", "values", "labels"});
        const Node* levers = node.find("levers");
        const Node* values = node.find("values");
        if (levers == nullptr || values == nullptr)
            return diagnostics_.error(node.place, "sweep.lockstep", "needs levers and values");
        Axis axis{texts(*levers, "sweep.lockstep.levers"), {}, {}};
        if (!is_list(*values, "sweep.lockstep.values", "a list of tuples") || axis.levers.empty()) return;
        for (const Node& tuple : values->children) {
            if (tuple.kind != Node::Kind::array || tuple.children.size() != axis.levers.size()) {
                diagnostics_.error(tuple.place, "sweep.lockstep.values",
                                   fmt::format("expected a list of {} values, one per lever, got {}",
                                               axis.levers.size(), describe(tuple)));
                continue;
            }
            axis.values.emplace_back();
            for (const Node& value : tuple.children) axis.values.back().push_back(written(value));
        }
        if (const Node* labels = node.find("labels")) read_labels(*labels, axis, values->children.size());
        add_axis(sweep, std::move(axis));
    }

    void read_labels(const Node& node, Axis& axis, std::size_t count) {
        for (const NamedText& label : texts(node, "sweep.lockstep.labels")) axis.labels.push_back(label.text);
        if (axis.labels.size() == count) return;
        diagnostics_.error(node.place, "sweep.lockstep.labels",
                           fmt::format("{} labels for {} tuples", axis.labels.size(), count));
        axis.labels.clear();
    }

    void read_constraints(const Node& node, Sweep& sweep) {
        const Node* list = node.find("constraints");
        if (list == nullptr) return;
        std::vector<std::string> keys;
        for (const Axis& axis : sweep.axes) {
            for (const NamedText& lever : axis.levers) keys.push_back(lever.text);
        }
        for (const NamedText& one : texts(*list, "sweep.constraints"))
            sweep.constraints.emplace_back(one.text, one.place, keys, diagnostics_);
    }

    Design& design_;
    Diagnostics& diagnostics_;
    std::string folder_;
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
