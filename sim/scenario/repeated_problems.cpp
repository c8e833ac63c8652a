#include "sim/scenario/repeated_problems.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <set>
#include <string>

namespace staffsim::scenario {

namespace {

constexpr std::size_t told_one_by_one = 3;  // so many of a group are not worth a summary
constexpr std::size_t most_words = 8;       // different words of one mistake that are told one by one
constexpr std::size_t lines_named = 3;

// The message without what is the line's own: words in quotes, numbers, and the hint at its end.
std::string kind_of(const Problem& problem) {
    const std::string& text = problem.message.en;
    std::string kind = problem.key + ": ";
    bool is_quoted = false;
    for (std::size_t at = 0; at < text.size() && text.compare(at, 15, "; did you mean ") != 0; ++at) {
        if (text[at] == '"') is_quoted = !is_quoted;
        const bool is_digit = text[at] >= '0' && text[at] <= '9';
        if (!is_quoted && !is_digit) kind += text[at];
    }
    return kind;
}

struct Group {
    const Problem* first = nullptr;
    std::vector<const Problem*> all;
};

void report(const Group& group, Diagnostics& diagnostics) {
    if (group.all.size() <= told_one_by_one) {
        for (const Problem* one : group.all) diagnostics.error(one->place, one->key, one->message);
        return;
    }
    std::vector<int> lines;
    for (std::size_t i = 1; i < lines_named; ++i) lines.push_back(group.all[i]->place.line);
    diagnostics.error(group.first->place, group.first->key,
                      worded("{} (and on {} more lines: {}{})", "{}（另有 {} 行同样：{}{}）", group.first->message,
                             group.all.size() - 1, fmt::format("{}", fmt::join(lines, ", ")),
                             group.all.size() > lines_named ? ", …" : ""));
}

}  // namespace

void report_repeated(const std::vector<Problem>& problems, Diagnostics& diagnostics) {
    std::map<std::string, std::set<std::string>> words;  // kind -> different messages
    for (const Problem& problem : problems) words[kind_of(problem)].insert(problem.message.en);
    std::map<std::string, Group> groups;
    std::vector<std::string> order;
    for (const Problem& problem : problems) {
        const std::string kind = kind_of(problem);
        const std::string name = words.at(kind).size() > most_words ? kind : problem.key + ": " + problem.message.en;
        Group& group = groups[name];
        if (group.all.empty()) group.first = &problem, order.push_back(name);
        group.all.push_back(&problem);
    }
    for (const std::string& name : order) report(groups.at(name), diagnostics);
}

std::vector<Problem> without_repeats(const std::vector<std::vector<Problem>>& problems) {
    std::set<std::string> told;
    std::vector<Problem> all;
    for (const std::vector<Problem>& own : problems) {
        for (const Problem& problem : own) {
            if (told.insert(to_text(problem).en).second) all.push_back(problem);
        }
    }
    return all;
}

}  // namespace staffsim::scenario
