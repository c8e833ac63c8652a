// What can go wrong with the store's file and is not the user's input: disk full, a failing disk, a file in use by
// another process, a damaged file. What was committed before stays; a later start continues from there.
#pragma once

#include <filesystem>

#include "sim/foundation/diagnostics.hpp"

namespace staffsim::store {

class StoreError : public WordedError {
  public:
    using WordedError::WordedError;
};

// What is in the file cannot be what was written: `what` tells how that shows. Nothing of it is to be used.
[[noreturn]] void throw_damaged(const std::filesystem::path& path, const Text& what);

// Throws a StoreError that says in words what SQLite's result code means for the user. `detail` is SQLite's own
// message.
[[noreturn]] void throw_store_error(const std::filesystem::path& path, int result_code, const char* detail);

}  // namespace staffsim::store
