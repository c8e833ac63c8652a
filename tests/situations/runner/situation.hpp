// A witness situation: a tiny county, lever values and sentences about what must happen there, read from one file. The
// format is in tests/situations/README.md. Whatever is not a key of the situation itself is ordinary scenario content
// and goes to the scenario reader as it stands.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"
#include "tests/situations/runner/quantity.hpp"

namespace staffsim::situations {

// Latent values of somebody of the first day; population z-scores.
struct Latents {
    float ability = 0, learning = 0, integrity = 0, taste = 0, motivation = 0, disposition = 0;
    std::array<float, skill_count> skill{};
    float front_line_years = 0;
};

struct PersonOfFile {
    std::string id;
    std::string csv_row;  // of the roster
    Latents latents;
};

// Whom a sentence is about: one person, the people of one unit, everybody, or those who came after the first day.
struct Subject {
    enum class Kind { person, unit, county, newcomers };
    Kind kind = Kind::county;
    std::string id;  // of the person or unit; newcomers: of the unit, empty for the whole county
};

enum class Relation { equal, unequal, below, at_most, above, at_least };

struct Sentence {
    int line = 0;
    Subject subject;
    Day on;  // looked at in the evening
    std::string what;
    std::optional<int> year;  // flows and money: of that year alone; nothing: since the start
    std::string because;
};

// In every future looked at, or in a share of them, or on average.
struct Expectation : Sentence {
    Relation relation = Relation::equal;
    std::optional<Quantity> value;  // none for a mean
    double within = 1e-6;           // numbers
    int replications = 3;
    std::optional<double> probability, mean;
};

// With other lever values, the same luck: the sum over the replications is more, less, the same or different.
struct Comparison : Sentence {
    enum class Is { more, less, same, different };
    std::vector<std::string> with;  // "key=value"
    Is is = Is::more;
    int replications = 1;
};

struct Situation {
    std::string file;  // as named
    Text title;
    std::vector<std::string> witness;  // keys of levers
    std::string base;                  // file that its scenario extends, empty for none
    std::string scenario;              // TOML text
    std::vector<PersonOfFile> people;
    std::vector<Expectation> expectations;
    std::vector<Comparison> comparisons;
};

// Throws InputError with everything that is wrong.
Situation read_situation(const std::string& file);

// The situation's scenario, with further assignments "key=value". Throws InputError.
scenario::Scenario load(const Situation& situation, const std::vector<std::string>& sets = {});

}  // namespace staffsim::situations
