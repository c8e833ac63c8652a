// Members of an experiment file as values, with complaints about what they are not. For the readers of design.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/experiment/design.hpp"
#include "sim/scenario/node.hpp"

namespace staffsim::experiment {

// A value as it would stand in a scenario file, on one line.
std::string written(const scenario::Node& node);

class NodeReader {
  public:
    // Paths are meant from `folder`, the experiment file's.
    NodeReader(std::string folder, Diagnostics& diagnostics) : folder_(std::move(folder)), diagnostics_(diagnostics) {}

    Diagnostics& diagnostics() const { return diagnostics_; }
    // An error for each member that is none of the keys, with the nearest that is.
    void refuse_unknown(const scenario::Node& table, const std::string& prefix,
                        const std::vector<std::string>& keys) const;
    // An error when it is not.
    bool is_list(const scenario::Node& node, const std::string& key, const Text& what) const;
    bool is_table(const scenario::Node& node, const std::string& key) const;
    std::vector<NamedText> texts(const scenario::Node& node, const std::string& key) const;
    // Scenarios: files, a.toml+b.toml, or variants, which name no file.
    std::vector<NamedText> specs(const scenario::Node& node, const std::string& key) const;
    NamedText spec(const std::string& text, const scenario::Node& node) const;
    std::string relative(const std::string& path) const;

  private:
    std::string folder_;
    Diagnostics& diagnostics_;
};

}  // namespace staffsim::experiment
