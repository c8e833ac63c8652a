// How far a run is, for whoever waits: on a terminal one line that is redrawn, elsewhere (a log, a pipe) a line per 10
// %. Belongs on stderr; results never depend on it. Assumes futures of about equal length for the time left.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>

#include "sim/foundation/text.hpp"

namespace staffsim::experiment {

enum class ProgressStyle { quiet, lines, bar };

struct ProgressOptions {
    ProgressStyle style = ProgressStyle::lines;
    bool colour = false;  // only with style bar
    Language language = Language::en;
};

// quiet when asked for; bar when stderr is a terminal; lines otherwise. Colour on a terminal unless NO_COLOR is set to
// something (https://no-color.org).
ProgressOptions progress_options(bool quiet, Language language);

class Progress {
  public:
    using Clock = std::function<double()>;  // seconds since some moment; never goes back

    Progress(std::ostream& out, ProgressOptions options);
    Progress(std::ostream& out, ProgressOptions options, Clock clock);

    // `done` of `total` futures are there from an earlier run; they do not count for the rate. Nothing is written when
    // nothing is left to do.
    void start(std::uint32_t done, std::uint32_t total);
    void advance();  // one more future
    void finish();   // ends the line; also after an interruption. Harmless when called again

  private:
    void show_line(std::uint32_t before);
    void redraw();
    std::string status() const;

    std::ostream& out_;
    ProgressOptions options_;
    Clock clock_;
    std::uint32_t already_ = 0;
    std::uint32_t done_ = 0;
    std::uint32_t total_ = 0;
    double started_ = 0;
    double drawn_ = 0;
    bool line_is_open_ = false;
};

}  // namespace staffsim::experiment
