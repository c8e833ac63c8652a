// The layers of a scenario: parsed files and command-line values, lowest first. Each file stays a tree of its own, so
// that every value keeps its place; nothing is merged.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "sim/scenario/node.hpp"
#include "sim/scenario/scenario.hpp"

namespace staffsim::scenario {

struct Layer {
    enum class Origin { standard, file, variant, context, set };
    Origin origin = Origin::file;
    std::string name;    // as named, "--set" …
    std::string folder;  // relative paths of this layer start here; empty: the working directory
    bool is_root = false;
    // Which operand of a+b brought it in: 0 the first (with everything below it), 1 the second …; values of different
    // operands may not contradict.
    std::size_t operand = 0;
    Node table;
};

struct Layers {
    std::deque<Layer> all;
    std::vector<SourceFile> files;
    std::vector<std::string> bases;  // file stem of each operand
    bool is_complete = true;         // false: a file is missing or broken, judge nothing as a whole
};

// Reads every file of the chains. Errors: missing or broken files, extends cycles (naming the chain), operands of a+b
// that do not start from the same root file, contexts that extend another root.
Layers read_layers(const Spec& spec, const LoadOptions& options, Diagnostics& diagnostics);

// `path` as meant in a file of `folder`.
std::string path_in(const std::string& folder, const std::string& path);

}  // namespace staffsim::scenario
