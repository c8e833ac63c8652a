// What can go wrong with the store's file and is not the user's input: disk full, a failing disk, a file in use by
// another process, a damaged file. What was committed before stays; a later start continues from there.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace staffsim::store {

class StoreError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// What is in the file cannot be what was written: `what` tells how that shows. Nothing of it is to be used.
[[noreturn]] void throw_damaged(const std::filesystem::path& path, const std::string& what);

// Throws a StoreError that says in words what SQLite's result code means for the user. `detail` is SQLite's own
// message.
[[noreturn]] void throw_store_error(const std::filesystem::path& path, int result_code, const char* detail);

}  // namespace staffsim::store
