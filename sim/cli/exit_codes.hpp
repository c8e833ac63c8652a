// How the program ends, as scripts see it.
#pragma once

namespace staffsim::cli {

inline constexpr int success = 0;
inline constexpr int failure = 1;            // something unforeseen
inline constexpr int wrong_input = 2;        // nothing was written
inline constexpr int broken_invariant = 70;  // a defect of the program
inline constexpr int cannot_write = 74;      // disk full, file in use, damaged store
inline constexpr int interrupted = 130;      // what is finished is kept

}  // namespace staffsim::cli
