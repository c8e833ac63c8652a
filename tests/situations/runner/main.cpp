// test_situation check FILE…        judges the sentences
// test_situation tell FILE…         the same, and prints every sentence
// test_situation ends FOLDER|FILE…  sets the witnessed levers to both ends of their ranges
// test_situation complete FOLDER    every lever has a witness, or stands in FOLDER/not_yet.txt
// test_situation measures           lists what a sentence can ask about
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "tests/situations/runner/ends.hpp"
#include "tests/situations/runner/judge.hpp"
#include "tests/situations/runner/measures.hpp"
#include "tests/situations/runner/witnesses.hpp"

using namespace staffsim;
using namespace staffsim::situations;

namespace {

namespace fs = std::filesystem;

// The situations of a folder, in order; `base` holds none.
std::vector<std::string> files_in(const std::string& path) {
    if (!fs::is_directory(path)) return {path};
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
        const bool is_situation =
            entry.path().extension() == ".toml" && entry.path().parent_path().filename() != "base";
        if (is_situation) files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<std::string> files_of(const std::vector<std::string>& arguments) {
    std::vector<std::string> files;
    for (const std::string& path : arguments) {
        for (std::string& file : files_in(path)) files.push_back(std::move(file));
    }
    return files;
}

bool check(const std::string& file, bool tells) {
    const Situation situation = read_situation(file);
    bool good = true;
    if (tells) fmt::print("{} ({})\n", situation.title.en, situation.title.zh);
    for (const Verdict& verdict : judge(situation)) {
        good = good && verdict.holds;
        if (tells && verdict.holds) fmt::print("  {}\n", verdict.told);
        if (!verdict.holds) fmt::print("{}: DOES NOT HOLD: {}\n    {}\n", file, verdict.told, verdict.found);
    }
    return good;
}

bool report(const std::string& where, const std::vector<std::string>& complaints) {
    for (const std::string& complaint : complaints) fmt::print("{}: {}\n", where, complaint);
    return complaints.empty();
}

bool complete(const std::string& folder) {
    std::vector<Situation> situations;
    for (const std::string& file : files_in(folder)) situations.push_back(read_situation(file));
    return report(folder, complaints_about_coverage(situations, folder + "/not_yet.txt"));
}

bool run(const std::string& command, const std::vector<std::string>& arguments) {
    if (command == "complete" && arguments.size() == 1) return complete(arguments[0]);
    if (command == "measures") return fmt::print("{}", list_of_measures()), true;
    const bool judges = command == "check" || command == "tell";
    if (arguments.empty() || (!judges && command != "ends")) {
        throw InputError(same_in_both("usage: test_situation check|tell|ends FILE…, test_situation complete FOLDER"));
    }
    bool good = true;
    EndsOfLevers ends;
    for (const std::string& file : files_of(arguments)) {
        try {
            good = (judges ? check(file, command == "tell") : report(file, ends.look_at(read_situation(file)))) && good;
        } catch (const std::exception& error) {
            fmt::print("{}: {}\n", file, error.what());
            good = false;
        }
    }
    // One file alone need not show everything.
    const bool is_whole = !judges && fs::is_directory(arguments[0]);
    return is_whole ? report("the situations together", ends.left_open()) && good : good;
}

}  // namespace

int main(int count, char** words) {
    const std::vector<std::string> arguments(words + 1, words + count);
    try {
        if (arguments.empty())
            throw InputError(same_in_both("usage: test_situation check|tell|ends|complete|measures …"));
        return run(arguments[0], {arguments.begin() + 1, arguments.end()}) ? 0 : 1;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 2;
    }
}
