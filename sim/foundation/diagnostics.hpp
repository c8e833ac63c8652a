// What is wrong with an input, all of it at once. Readers add problems and go on; whoever needs the result asks
// `throw_if_errors`. Exit codes: 2 wrong input, 70 broken invariant, 130 interrupted.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "sim/foundation/worded.hpp"

namespace staffsim {

struct Place {
    std::string file;  // as the user named it, or "--set"
    int line = 0;      // 1-based; 0 = the whole file
    int column = 0;    // 1-based; 0 = the whole line
};

struct Problem {
    Place place;
    std::string key;        // dotted key, column heading or empty
    Text message;           // what is wrong, allowed range, suggestion
    std::string kind = {};  // of a warning (scenario/warnings.hpp); empty for errors
};

// file:line:column: key: message
Text to_text(const Problem& problem);

// An error whose words are for the user; what() has the English ones.
class WordedError : public std::runtime_error {
  public:
    explicit WordedError(Text words) : std::runtime_error(words.en), words_(std::move(words)) {}
    const Text& words() const { return words_; }

  private:
    Text words_;
};

class InputError : public WordedError {
  public:
    explicit InputError(std::vector<Problem> problems);  // one a line
    explicit InputError(Text message);                   // one problem without a place
    const std::vector<Problem>& problems() const { return problems_; }

  private:
    std::vector<Problem> problems_;
};

// A conservation gate or an assumption of the code does not hold: a defect of the program, never of the input.
class InvariantError : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

class Diagnostics {
  public:
    void error(Place place, std::string key, Text message);
    void warning(Place place, std::string key, Text message, std::string kind);
    bool has_errors() const { return !errors_.empty(); }
    const std::vector<Problem>& errors() const { return errors_; }
    const std::vector<Problem>& warnings() const { return warnings_; }
    // Errors sorted by file, line and column.
    void throw_if_errors() const;

  private:
    std::vector<Problem> errors_;
    std::vector<Problem> warnings_;
};

}  // namespace staffsim
