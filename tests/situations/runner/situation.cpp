#include "tests/situations/runner/situation.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "sim/scenario/node.hpp"
#include "sim/scenario/toml_text.hpp"
#include "tests/situations/runner/toml_writer.hpp"
#include "tests/support/folder.hpp"

namespace staffsim::situations {

namespace {

using scenario::Node;

constexpr std::string_view own_keys[] = {"title", "witness", "base", "people", "expect", "compare"};

bool is_own(const std::string& key) {
    return std::find(std::begin(own_keys), std::end(own_keys), key) != std::end(own_keys);
}

// Reads the members of one table and complains about those nobody asked for.
class TableReader {
  public:
    TableReader(const Node& table, std::string name, Diagnostics& diagnostics)
        : table_(table), name_(std::move(name)), diagnostics_(diagnostics) {
        if (table.kind != Node::Kind::table) error(table.place, "expected a table, got " + describe(table).en);
    }
    const Node* find(std::string_view key) {
        asked_.emplace_back(key);
        return table_.kind == Node::Kind::table ? table_.find(key) : nullptr;
    }
    std::optional<std::string> text(std::string_view key) {
        const Node* node = find(key);
        return node == nullptr ? std::nullopt : scenario::read_string(*node, of(key), diagnostics_);
    }
    std::optional<double> number(std::string_view key, double low, double high) {
        const Node* node = find(key);
        return node == nullptr ? std::nullopt : scenario::read_number(*node, of(key), low, high, diagnostics_);
    }
    std::optional<int> whole(std::string_view key, int low, int high) {
        const Node* node = find(key);
        if (node == nullptr) return std::nullopt;
        const auto value = scenario::read_whole(*node, of(key), low, high, diagnostics_);
        return value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
    }
    std::optional<Day> date(std::string_view key) {
        const Node* node = find(key);
        return node == nullptr ? std::nullopt : scenario::read_date(*node, of(key), diagnostics_);
    }
    template <class Value>
    Value required(std::string_view key, std::optional<Value> value) {
        if (!value && table_.find(key) == nullptr) error(table_.place, fmt::format("lacks `{}`", key));
        return value.value_or(Value{});
    }
    void error(const Place& place, const std::string& message) {
        diagnostics_.error(place, name_, same_in_both(message));
    }
    void refuse_others() {
        if (table_.kind != Node::Kind::table) return;
        for (const Node& member : table_.children) {
            if (std::find(asked_.begin(), asked_.end(), member.key) != asked_.end()) continue;
            error(member.key_place, fmt::format("unknown key `{}`; known: {}", member.key, fmt::join(asked_, ", ")));
        }
    }
    const Place& place() const { return table_.place; }

  private:
    std::string of(std::string_view key) const { return name_ + "." + std::string(key); }
    const Node& table_;
    std::string name_;
    Diagnostics& diagnostics_;
    std::vector<std::string> asked_;
};

// --- people

// Columns of the roster, in order, and what they say when the file says nothing.
constexpr std::pair<std::string_view, std::string_view> columns[] = {{"unit", ""},
                                                                     {"post", "clerk"},
                                                                     {"sex", "male"},
                                                                     {"birth", "1990-07-01"},
                                                                     {"entry", "2014-09-15"},
                                                                     {"education", "bachelor"},
                                                                     {"channel", "open_exam"},
                                                                     {"field", "other"},
                                                                     {"post_since", ""},
                                                                     {"rank", "1"},
                                                                     {"rank_since", ""},
                                                                     {"pay_grade", ""},
                                                                     {"step", "1"},
                                                                     {"native", "no"},
                                                                     {"results", ""},
                                                                     {"away", ""},
                                                                     {"level_since", ""}};

std::string cell_text(const Node& node) {
    if (node.kind == Node::Kind::flag) return node.flag ? "yes" : "no";
    if (node.kind == Node::Kind::date) return to_text(node.date);
    if (node.kind == Node::Kind::whole) return std::to_string(node.whole);
    if (node.kind != Node::Kind::array) return node.text;
    std::string words;
    for (const Node& child : node.children) words += (words.empty() ? "" : "|") + child.text;
    return words;
}

// The grade of a new civil servant of that education, so that nobody starts with grades gained.
std::string entry_grade(const std::string& education) {
    if (education == "junior_college") return "26";
    if (education == "master") return "24";
    return education == "doctor" ? "22" : "25";
}

PersonOfFile read_person(const Node& node, Diagnostics& diagnostics) {
    PersonOfFile person;
    person.id = person.csv_row = node.key;
    TableReader reader(node, "people." + node.key, diagnostics);
    std::string education;
    for (const auto& [key, usual] : columns) {
        const Node* cell = reader.find(key);
        std::string text = cell == nullptr ? std::string(usual) : cell_text(*cell);
        if (key == "education") education = text;
        if (key == "pay_grade" && cell == nullptr) text = entry_grade(education);
        person.csv_row += "," + text;
    }
    const auto z = [&reader](std::string_view key, float& target) {
        if (const auto value = reader.number(key, -20, 20)) target = static_cast<float>(*value);
    };
    Latents& latents = person.latents;
    z("ability", latents.ability), z("learning", latents.learning), z("integrity", latents.integrity);
    z("taste", latents.taste), z("motivation", latents.motivation);
    z("administration", latents.skill[0]), z("law", latents.skill[1]), z("mass_work", latents.skill[2]);
    latents.disposition = latents.motivation;
    z("disposition", latents.disposition), z("front_line_years", latents.front_line_years);
    reader.refuse_others();
    return person;
}

// --- sentences

Subject read_subject(TableReader& reader) {
    Subject subject;
    int named = 0;
    const auto take = [&](std::string_view key, Subject::Kind kind) {
        const auto id = reader.text(key);
        if (id) subject = {kind, *id}, ++named;
    };
    take("who", Subject::Kind::person);
    take("unit", Subject::Kind::unit);
    take("newcomers", Subject::Kind::newcomers);
    if (subject.kind == Subject::Kind::newcomers && subject.id == "county") subject.id.clear();
    if (reader.find("county") != nullptr) ++named;
    if (named != 1) reader.error(reader.place(), "needs exactly one of who, unit, newcomers or county = true");
    return subject;
}

void read_sentence(TableReader& reader, Sentence& sentence) {
    sentence.line = reader.place().line;
    sentence.subject = read_subject(reader);
    sentence.on = reader.required("on", reader.date("on"));
    sentence.what = reader.required("what", reader.text("what"));
    sentence.year = reader.whole("year", 1900, 2200);
    sentence.because = reader.text("because").value_or("");
}

std::optional<Quantity> read_quantity(const Node& node) {
    if (node.kind == Node::Kind::flag) return Quantity{node.flag ? 1.0 : 0.0};
    if (node.kind == Node::Kind::whole) return Quantity{static_cast<double>(node.whole)};
    if (node.kind == Node::Kind::real) return Quantity{node.real};
    if (node.kind == Node::Kind::date) return Quantity{node.date};
    if (node.kind == Node::Kind::text) return Quantity{node.text};
    return std::nullopt;
}

Relation read_relation(TableReader& reader) {
    static constexpr std::pair<std::string_view, Relation> relations[] = {
        {"=", Relation::equal},    {"!=", Relation::unequal}, {"<", Relation::below},
        {"<=", Relation::at_most}, {">", Relation::above},    {">=", Relation::at_least}};
    const std::string word = reader.text("is").value_or("=");
    for (const auto& [sign, relation] : relations) {
        if (sign == word) return relation;
    }
    reader.error(reader.place(), fmt::format("`is` must be one of = != < <= > >=, not \"{}\"", word));
    return Relation::equal;
}

Expectation read_expectation(const Node& node, Diagnostics& diagnostics) {
    TableReader reader(node, "expect", diagnostics);
    Expectation result;
    read_sentence(reader, result);
    result.relation = read_relation(reader);
    if (const Node* value = reader.find("value")) result.value = read_quantity(*value);
    result.within = reader.number("within", 0, 1e12).value_or(result.within);
    result.probability = reader.number("probability", 0, 1);
    result.mean = reader.number("mean", -1e15, 1e15);
    const bool has_luck = result.probability || result.mean;
    const auto replications = reader.whole("replications", 1, 100'000);
    result.replications = replications.value_or(has_luck ? 400 : result.replications);
    if (result.mean ? result.value.has_value() || result.probability : !result.value) {
        reader.error(reader.place(), "needs a value, or a mean without value and probability");
    }
    if (has_luck && result.replications < 100) reader.error(reader.place(), "needs at least 100 replications");
    reader.refuse_others();
    return result;
}

Comparison read_comparison(const Node& node, Diagnostics& diagnostics) {
    static constexpr std::pair<std::string_view, Comparison::Is> words[] = {{"more", Comparison::Is::more},
                                                                            {"less", Comparison::Is::less},
                                                                            {"same", Comparison::Is::same},
                                                                            {"different", Comparison::Is::different}};
    TableReader reader(node, "compare", diagnostics);
    Comparison result;
    read_sentence(reader, result);
    const std::string is = reader.required("is", reader.text("is"));
    const auto* word = std::find_if(std::begin(words), std::end(words), [&is](const auto& w) { return w.first == is; });
    if (word == std::end(words)) {
        reader.error(reader.place(), "`is` must be one of more, less, same, different");
    } else {
        result.is = word->second;
    }
    const Node* with = reader.find("with");
    if (with == nullptr || with->kind != Node::Kind::table) {
        reader.error(reader.place(), "lacks `with`, a table of lever values");
    } else {
        for (const Node& one : with->children) result.with.push_back(one.key + " = " + toml_text(one));
    }
    result.replications = reader.whole("replications", 1, 100'000).value_or(1);
    reader.refuse_others();
    return result;
}

// --- the file

std::string text_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw InputError(same_in_both(file + ": cannot be read"));
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

void read_own(const Node& root, Situation& situation, Diagnostics& diagnostics) {
    TableReader reader(root, "", diagnostics);
    if (const Node* title = reader.find("title")) {
        situation.title = scenario::read_text(*title, "title", diagnostics).value_or(Text{});
    }
    if (situation.title.en.empty() || situation.title.zh == situation.title.en) {
        diagnostics.error(root.place, "title", same_in_both("is needed in both languages: { en = \"…\", zh = \"…\" }"));
    }
    if (const auto base = reader.text("base")) situation.base = *base;
    const auto each = [&root](std::string_view key, auto&& take) {
        const Node* list = root.find(key);
        if (list == nullptr) return;
        for (const Node& child : list->children) take(child);
    };
    each("witness", [&](const Node& key) { situation.witness.push_back(key.text); });
    each("people", [&](const Node& node) { situation.people.push_back(read_person(node, diagnostics)); });
    each("expect", [&](const Node& node) { situation.expectations.push_back(read_expectation(node, diagnostics)); });
    each("compare", [&](const Node& node) { situation.comparisons.push_back(read_comparison(node, diagnostics)); });
    if (situation.witness.empty()) diagnostics.error(root.place, "witness", same_in_both("names no lever"));
    if (situation.expectations.empty() && situation.comparisons.empty()) {
        diagnostics.error(root.place, "expect", same_in_both("there is no sentence"));
    }
}

std::string roster_text(const Situation& situation) {
    std::string text = "id";
    for (const auto& [key, usual] : columns) text += "," + std::string(key);
    text += "\n";
    for (const PersonOfFile& person : situation.people) text += person.csv_row + "\n";
    return text;
}

}  // namespace

Situation read_situation(const std::string& file) {
    Diagnostics diagnostics;
    const auto root = scenario::parse_toml(text_of(file), file, diagnostics);
    diagnostics.throw_if_errors();
    Situation situation;
    situation.file = file;
    read_own(*root, situation, diagnostics);
    diagnostics.throw_if_errors();
    if (!situation.base.empty()) {
        // A family's folder stands beside `base`.
        const auto folder = std::filesystem::absolute(file).parent_path().parent_path();
        situation.base = (folder / "base" / (situation.base + ".toml")).string();
    }
    for (const Node& member : root->children) {
        if (!is_own(member.key)) situation.scenario += member.key + " = " + toml_text(member) + "\n";
    }
    return situation;
}

scenario::Scenario load(const Situation& situation, const std::vector<std::string>& sets) {
    const tests::Folder folder;
    std::string text;
    if (!situation.base.empty()) text += "extends = " + toml_quoted(situation.base) + "\n";
    if (!situation.people.empty()) {
        folder.write("roster.csv", roster_text(situation));
        text += "roster = \"roster.csv\"\n";
    }
    const std::string file = folder.write("situation.toml", text + situation.scenario);
    return scenario::load_scenario(scenario::parse_spec(file), {sets, {}, {}});
}

}  // namespace staffsim::situations
