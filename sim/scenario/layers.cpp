#include "sim/scenario/layers.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include "sim/foundation/digest.hpp"
#include "sim/scenario/source_text.hpp"
#include "sim/scenario/spec.hpp"
#include "sim/scenario/standard_posts.hpp"
#include "sim/scenario/toml_text.hpp"

namespace staffsim::scenario {

namespace {

namespace fs = std::filesystem;

std::string identity_of(const std::string& path) {
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(path, error);
    return error ? path : whole.string();
}

struct ParsedFile {
    std::string identity;
    SourceFile source;
    Node table;
};
using Chain = std::vector<const ParsedFile*>;  // root first

class Reader {
  public:
    Reader(Layers& layers, Diagnostics& diagnostics) : layers_(layers), diagnostics_(diagnostics) {}

    // The chain that ends in `path`; empty when one of its files is missing or broken.
    Chain chain_of(const std::string& path, const Place& named_at) {
        Chain chain;
        std::vector<std::string> names;
        if (!follow(path, named_at, chain, names)) {
            layers_.is_complete = false;
            return {};
        }
        std::reverse(chain.begin(), chain.end());
        return chain;
    }

    // Adds the files of a chain that are not there yet.
    void add(const Chain& chain, Layer::Origin origin, std::size_t operand) {
        for (const ParsedFile* file : chain) {
            if (contains(file->identity)) continue;
            added_.push_back(file->identity);
            const std::string& path = file->source.path;
            layers_.all.push_back(
                {origin, path, fs::path(path).parent_path().string(), layers_.files.empty(), operand, file->table});
            layers_.files.push_back(file->source);
        }
    }

    bool contains(const std::string& identity) const {
        return std::find(added_.begin(), added_.end(), identity) != added_.end();
    }

  private:
    bool follow(const std::string& path, const Place& named_at, Chain& chain, std::vector<std::string>& names) {
        const std::string identity = identity_of(path);
        names.push_back(path);
        for (const ParsedFile* file : chain) {
            if (file->identity != identity) continue;
            diagnostics_.error(
                named_at, "extends",
                worded("the files extend each other in a circle: {}", "文件的 extends 相互循环：{}", circle(names)));
            return false;
        }
        const ParsedFile* file = read(path, identity, named_at);
        if (file == nullptr) return false;
        chain.push_back(file);
        const Node* extends = file->table.find("extends");
        if (extends == nullptr) return true;
        const auto base = read_string(*extends, "extends", diagnostics_);
        if (base && !base->empty()) {
            return follow(path_in(fs::path(path).parent_path().string(), *base), extends->place, chain, names);
        }
        if (base)
            diagnostics_.error(extends->place, "extends",
                               worded("is empty; name the file to start from", "为空；请写明所承接的文件"));
        return false;
    }

    static Text circle(const std::vector<std::string>& names) {
        std::vector<Text> texts;
        for (const std::string& name : names) texts.push_back(same_in_both(name));
        return joined(texts, {" extends ", " 承接 "});
    }

    const ParsedFile* read(const std::string& path, const std::string& identity, const Place& named_at) {
        const auto known = parsed_.find(identity);
        if (known != parsed_.end()) return known->second ? &*known->second : nullptr;
        std::optional<ParsedFile>& slot = parsed_[identity];
        const auto bytes =
            read_file(path, largest_scenario_file, named_at, named_at.line > 0 ? "extends" : "", diagnostics_);
        if (!bytes || !is_fit_for_parser(*bytes, path, diagnostics_)) return nullptr;
        auto table = parse_toml(*bytes, path, diagnostics_);
        if (!table) return nullptr;
        slot = ParsedFile{identity,
                          {path, sha256_hex(*bytes), *bytes, false, named_at.line > 0 ? "extends" : "", named_at},
                          std::move(*table)};
        return &*slot;
    }

    Layers& layers_;
    Diagnostics& diagnostics_;
    std::map<std::string, std::optional<ParsedFile>> parsed_;
    std::vector<std::string> added_;
};

void read_operands(const Spec& spec, Reader& reader, Layers& layers, Diagnostics& diagnostics) {
    const ParsedFile* root = nullptr;
    for (std::size_t operand = 0; operand < spec.files.size(); ++operand) {
        const std::string& path = spec.files[operand];
        const Chain chain = reader.chain_of(path, {});
        layers.bases.push_back(fs::path(path).stem().string());
        if (chain.empty()) continue;
        if (root == nullptr) root = chain.front();
        if (chain.front() != root) {
            diagnostics.error({path, 0, 0}, "extends",
                              worded("starts from {}, but {} starts from {}; files joined by \"+\" must extend the "
                                     "same file",
                                     "承接自 {}，而 {} 承接自 {}；用“+”合并的文件须承接同一文件",
                                     chain.front()->source.path, spec.files.front(), root->source.path));
        }
        reader.add(chain, Layer::Origin::file, operand);
    }
}

void read_contexts(const LoadOptions& options, Reader& reader, Layers& layers, Diagnostics& diagnostics) {
    for (const std::string& path : options.contexts) {
        const Chain chain = reader.chain_of(path, {});
        if (chain.empty()) continue;
        if (chain.size() > 1 && layers.is_complete && !reader.contains(chain.front()->identity)) {
            diagnostics.error(
                {path, 0, 0}, "extends",
                worded("a context must extend nothing or the scenario's own root file, not {}",
                       "背景文件须不承接其他文件，或承接该方案自己的根文件，不能承接 {}", chain.front()->source.path));
        }
        reader.add(chain, Layer::Origin::context, 0);
    }
}

void add_values(Layers& layers, Layer::Origin origin, const std::string& from,
                const std::vector<std::string>& assignments, Diagnostics& diagnostics) {
    layers.all.push_back({origin, from, "", false, 0, table_of(assignments, from, diagnostics)});
}

// A root file without post types has the standard ones; files above may change them key by key.
void add_standard_posts(Layers& layers, Diagnostics& diagnostics) {
    for (const Layer& layer : layers.all) {
        if (layer.is_root && layer.table.find("posts") != nullptr) return;
    }
    if (auto table = parse_toml(standard_posts(), standard_posts_name, diagnostics)) {
        layers.all.push_front({Layer::Origin::standard, standard_posts_name, "", false, 0, std::move(*table)});
    }
}

}  // namespace

std::string path_in(const std::string& folder, const std::string& path) {
    return (fs::path(folder) / fs::path(path)).lexically_normal().string();
}

Layers read_layers(const Spec& spec, const LoadOptions& options, Diagnostics& diagnostics) {
    Layers layers;
    Reader reader(layers, diagnostics);
    read_operands(spec, reader, layers, diagnostics);
    if (!spec.variant.empty()) {
        add_values(layers, Layer::Origin::variant, "\"" + spec.variant + "\"", assignments_in(spec.assignments),
                   diagnostics);
    }
    read_contexts(options, reader, layers, diagnostics);
    if (!options.sets.empty()) add_values(layers, Layer::Origin::set, "--set", options.sets, diagnostics);
    add_standard_posts(layers, diagnostics);
    return layers;
}

}  // namespace staffsim::scenario
