// The store as a file: what is there before SQLite touches it, and how one file takes another's place without a moment
// in which neither is whole.
#pragma once

#include <cstdint>
#include <filesystem>

namespace staffsim::store {

enum class FileKind {
    absent,
    empty,    // 0 bytes, as left by mktemp: treated like absent
    store,    // an SQLite file with this program's application id
    foreign,  // anything else, folders included: refused and never touched
};
// Reads the first 100 bytes only; SQLite is not involved, so that a foreign file stays as it is.
FileKind kind_of(const std::filesystem::path& path);

// The format version in the header of a store.
std::uint32_t format_version_of(const std::filesystem::path& path);

// Where a new or finished store is put together before it takes its place: beside it, so that a rename suffices.
std::filesystem::path unfinished_path(const std::filesystem::path& path);

// Removes `path` and SQLite's files beside it (-wal, -shm, -journal), those that there are.
void remove_with_side_files(const std::filesystem::path& path);

// Brings `from` to the disk and renames it over `to`: whoever looks sees the old file or the new one, never a part.
// StoreError when that fails; `to` is then unchanged.
void replace_file(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace staffsim::store
