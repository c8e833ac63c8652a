// The file of a theory case that needs no county: a few numbers of its own in TOML. Problems are collected, with their
// places, and thrown together; `--set key=value` takes the place of a value of the file.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/scenario/node.hpp"

namespace staffsim::theory {

class OwnNumbers {
  public:
    // InputError: a file that is missing or broken, a --set of a key that the file has not.
    OwnNumbers(const std::string& file, const std::vector<std::string>& sets);

    // A value that is missing, of another kind or outside the range is a problem, and 0 or nothing is given.
    double number(const std::string& key, double low, double high);
    std::int64_t whole(const std::string& key, std::int64_t low, std::int64_t high);
    std::vector<double> numbers(const std::string& key, double low, double high);
    // A list of matrices of whole numbers, each a list of rows of equal length.
    struct Matrix {
        std::size_t rows = 0, columns = 0;
        std::vector<std::int64_t> cells;  // row by row
    };
    std::vector<Matrix> matrices(const std::string& key, std::int64_t low, std::int64_t high);

    // What keeps the formula from applying.
    void object(const std::string& key, const Text& message);
    // InputError with all problems, keys that nobody asked for among them (a name is nobody's).
    void throw_if_wrong();

  private:
    const scenario::Node* at(const std::string& key);
    void refuse_unread(const scenario::Node& table, const std::string& prefix);

    scenario::Node root_;
    std::vector<std::string> read_;
    Diagnostics diagnostics_;
};

}  // namespace staffsim::theory
