#include "sim/experiment/design_sweeps.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace staffsim::experiment {

namespace {

using scenario::Node;

constexpr std::size_t longest_axis = 10'000;

class SweepReader {
  public:
    explicit SweepReader(const NodeReader& reader) : reader_(reader), diagnostics_(reader.diagnostics()) {}

    Sweep read(const Node& node) {
        reader_.refuse_unknown(node, "sweep.", {"name", "scenarios", "levers", "lockstep", "constraints"});
        Sweep sweep;
        sweep.place = node.place;
        if (const Node* name = node.find("name")) {
            if (const auto text = read_string(*name, "sweep.name", diagnostics_)) sweep.name = *text;
        }
        if (const Node* over = node.find("scenarios")) sweep.scenarios = reader_.specs(*over, "sweep.scenarios");
        if (const Node* levers = node.find("levers")) {
            if (reader_.is_table(*levers, "sweep.levers")) read_levers(*levers, "", sweep);
        }
        if (const Node* lockstep = node.find("lockstep")) read_lockstep(*lockstep, sweep);
        if (sweep.axes.empty()) diagnostics_.error(node.place, "sweep", worded("sweeps no lever", "没有列出参数"));
        read_constraints(node, sweep);
        return sweep;
    }

  private:
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
            } else if (reader_.is_list(node, key,
                                       {"a list of values or { from = …, to = …, step = … }",
                                        "取值的列表，或 { from = …, to = …, step = … }"})) {
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
                if (is_known)
                    diagnostics_.error(lever.place, lever.text,
                                       worded("is swept twice in one sweep", "同一参数列了两次"));
            }
        }
        if (axis.values.empty())
            diagnostics_.error(axis.levers.front().place, axis.levers.front().text,
                               worded("has no value to sweep", "没有取值"));
        sweep.axes.push_back(std::move(axis));
    }

    std::vector<std::vector<std::string>> range(const Node& node, const std::string& key) {
        reader_.refuse_unknown(node, key + ".", {"from", "to", "step", "count"});
        const auto number = [&](const char* name) -> std::optional<double> {
            const Node* member = node.find(name);
            if (member == nullptr) return std::nullopt;
            return read_number(*member, key + "." + name, -1e15, 1e15, diagnostics_);
        };
        const auto from = number("from"), to = number("to"), step = number("step"), count = number("count");
        const bool is_complete = from && to && (step || count) && !(step && count);
        if (!is_complete) {
            diagnostics_.error(node.place, key,
                               worded("a range needs from, to and either step or count",
                                      "区间须写 from、to，以及 step 或 count 之一"));
            return {};
        }
        if (step && !(*step > 0 && *to >= *from)) {
            diagnostics_.error(node.place, key,
                               worded("a range needs from <= to and step > 0", "区间须 from <= to 且 step > 0"));
            return {};
        }
        const double steps = step ? std::floor((*to - *from) / *step + 1e-9) : *count - 1;
        if (steps < 0 || steps >= static_cast<double>(longest_axis) || steps != std::floor(steps)) {
            diagnostics_.error(node.place, key,
                               worded("a range has 1 to {} whole steps", "区间须为 1 至 {} 个整步", longest_axis));
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
        if (!reader_.is_list(node, "sweep.lockstep", same_in_both("[[sweep.lockstep]]"))) return;
        for (const Node& child : node.children) {
            if (reader_.is_table(child, "sweep.lockstep")) read_tuple_axis(child, sweep);
        }
    }

    void read_tuple_axis(const Node& node, Sweep& sweep) {
        reader_.refuse_unknown(node, "sweep.lockstep.", {"levers", "values", "labels"});
        const Node* levers = node.find("levers");
        const Node* values = node.find("values");
        if (levers == nullptr || values == nullptr)
            return diagnostics_.error(node.place, "sweep.lockstep",
                                      worded("needs levers and values", "须写 levers 和 values"));
        Axis axis{reader_.texts(*levers, "sweep.lockstep.levers"), {}, {}};
        if (!reader_.is_list(*values, "sweep.lockstep.values", {"a list of tuples", "若干组取值的列表"}) ||
            axis.levers.empty())
            return;
        for (const Node& tuple : values->children) {
            if (tuple.kind != Node::Kind::array || tuple.children.size() != axis.levers.size()) {
                diagnostics_.error(
                    tuple.place, "sweep.lockstep.values",
                    worded("expected a list of {} values, one per lever, got {}",
                           "应为 {} 个取值的列表，每个参数一个，写成了{}", axis.levers.size(), describe(tuple)));
                continue;
            }
            axis.values.emplace_back();
            for (const Node& value : tuple.children) axis.values.back().push_back(written(value));
        }
        if (const Node* labels = node.find("labels")) read_labels(*labels, axis, values->children.size());
        add_axis(sweep, std::move(axis));
    }

    void read_labels(const Node& node, Axis& axis, std::size_t count) {
        for (const NamedText& label : reader_.texts(node, "sweep.lockstep.labels")) axis.labels.push_back(label.text);
        if (axis.labels.size() == count) return;
        diagnostics_.error(node.place, "sweep.lockstep.labels",
                           worded("{} labels for {} tuples", "{1} 组取值却有 {0} 个名称", axis.labels.size(), count));
        axis.labels.clear();
    }

    void read_constraints(const Node& node, Sweep& sweep) {
        const Node* list = node.find("constraints");
        if (list == nullptr) return;
        std::vector<std::string> keys;
        for (const Axis& axis : sweep.axes) {
            for (const NamedText& lever : axis.levers) keys.push_back(lever.text);
        }
        for (const NamedText& one : reader_.texts(*list, "sweep.constraints"))
            sweep.constraints.emplace_back(one.text, one.place, keys, diagnostics_);
    }

    const NodeReader& reader_;
    Diagnostics& diagnostics_;
};

}  // namespace

Sweep read_sweep(const Node& node, const NodeReader& reader) { return SweepReader(reader).read(node); }

}  // namespace staffsim::experiment
