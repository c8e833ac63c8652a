// From the sweeps of an experiment file to its points.

#include <algorithm>

#include "sim/experiment/design.hpp"

namespace staffsim::experiment {

namespace {

std::string short_key(const std::string& key, const std::vector<std::string>& keys) {
    const auto tail = [](const std::string& text) { return text.substr(text.rfind('.') + 1); };
    const auto same = std::ranges::count_if(keys, [&](const std::string& other) { return tail(other) == tail(key); });
    return same > 1 ? key : tail(key);
}

class Expander {
  public:
    explicit Expander(const Design& design) : design_(design) {}

    std::vector<DesignPoint> points() {
        points_.push_back({design_.base.text, "", "", design_.base.place, {}});
        for (const NamedText& one : design_.scenarios) points_.push_back({one.text, "", "", one.place, {}});
        for (const Sweep& sweep : design_.sweeps) {
            const std::vector<NamedText> over =
                sweep.scenarios.empty() ? std::vector<NamedText>{design_.base} : sweep.scenarios;
            for (const NamedText& scenario : over) add(sweep, scenario);
        }
        return std::move(points_);
    }

  private:
    void add(const Sweep& sweep, const NamedText& scenario) {
        std::vector<std::size_t> at(sweep.axes.size(), 0);
        do {
            DesignPoint point = at_position(sweep, scenario, at);
            if (allowed(sweep, point)) points_.push_back(std::move(point));
            if (points_.size() > most_points)
                throw InputError(
                    {Problem{sweep.place, "sweep",
                             worded("the experiment has more than {} points", "试验超过 {} 个方案", most_points)}});
        } while (advance(sweep, at));
    }

    // The last lever varies fastest.
    static bool advance(const Sweep& sweep, std::vector<std::size_t>& at) {
        for (std::size_t axis = at.size(); axis-- > 0;) {
            if (++at[axis] < sweep.axes[axis].values.size()) return true;
            at[axis] = 0;
        }
        return false;
    }

    static DesignPoint at_position(const Sweep& sweep, const NamedText& scenario, const std::vector<std::size_t>& at) {
        std::vector<std::string> keys;
        for (const Axis& axis : sweep.axes) {
            for (const NamedText& lever : axis.levers) keys.push_back(lever.text);
        }
        DesignPoint point{scenario.text, sweep.name, "", sweep.scenarios.empty() ? sweep.place : scenario.place, {}};
        for (std::size_t a = 0; a < at.size(); ++a) {
            const Axis& axis = sweep.axes[a];
            for (std::size_t l = 0; l < axis.levers.size(); ++l) {
                const std::string& value = axis.values[at[a]][l];
                point.values.push_back({axis.levers[l].text, value, axis.levers[l].place});
                if (axis.labels.empty())
                    point.label +=
                        (point.label.empty() ? "" : ", ") + short_key(axis.levers[l].text, keys) + "=" + value;
            }
            if (!axis.labels.empty()) point.label += (point.label.empty() ? "" : ", ") + axis.labels[at[a]];
        }
        return point;
    }

    static bool allowed(const Sweep& sweep, const DesignPoint& point) {
        ConstraintValues values;
        for (const SweptValue& value : point.values) values[value.key] = constraint_value(value.value);
        return std::ranges::all_of(sweep.constraints, [&](const Constraint& one) { return one.holds(values); });
    }

    const Design& design_;
    std::vector<DesignPoint> points_;
};

}  // namespace

std::vector<DesignPoint> expanded(const Design& design) { return Expander(design).points(); }

}  // namespace staffsim::experiment
