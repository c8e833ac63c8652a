// Ctrl-C. The first one (or a SIGTERM) asks to stop after the futures being simulated; a second one ends the program at
// once.
#pragma once

#include <atomic>

#include "sim/foundation/text.hpp"

namespace staffsim::cli {

// In which language the first signal is answered; English unless this is called.
void answer_interruptions_in(Language language);

// From the first call on, signals are caught; true once one has come.
const std::atomic<bool>& interruption();

}  // namespace staffsim::cli
