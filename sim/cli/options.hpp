// Options of one command: declared once, read, checked and explained from the same declaration. The only door to
// Boost.Program_options. Wrong options are InputErrors that suggest the nearest right one.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/foundation/text.hpp"

namespace staffsim::cli {

class Options {
  public:
    // `synopsis`: "compare BASE VARIANT…"; `example`: lines as typed, after a blank of two.
    Options(std::string synopsis, std::string summary, std::string example);
    ~Options();
    Options(const Options&) = delete;
    Options& operator=(const Options&) = delete;

    // Targets keep their value when the option is not given; it is shown as the default when it is not empty.
    void flag(const std::string& name, bool& target, const std::string& help);
    void text(const std::string& name, std::string& target, const std::string& value_name, const std::string& help);
    void one_of(const std::string& name, std::string& target, const std::vector<std::string>& allowed,
                const std::string& help);
    void whole(const std::string& name, std::int64_t& target, std::int64_t low, std::int64_t high,
               const std::string& help);
    void maybe_whole(const std::string& name, std::optional<std::int64_t>& target, std::int64_t low, std::int64_t high,
                     const std::string& help);
    void list(const std::string& name, std::vector<std::string>& target, const std::string& value_name,
              const std::string& help);
    // Arguments without a name, at least `least` and at most `most` of them.
    void arguments(std::vector<std::string>& target, std::size_t least, std::size_t most, const Text& what);

    // False when --help was asked for (and printed on stdout). Throws InputError with everything that is wrong.
    bool read(const std::vector<std::string>& words);

  private:
    struct Declarations;
    std::unique_ptr<Declarations> declared_;
};

}  // namespace staffsim::cli
