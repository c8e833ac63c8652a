// Every page of a store ends in a checksum, which is looked at whenever the page is read: a disk or a copy that turns a
// bit must never give another number. SQLite leaves the room free (its reserved bytes) and reads and writes through a
// layer of its own (VFS) that this file adds; other programs read such a store without looking. Not checked: the
// write-ahead log, whose frames SQLite checks itself when it takes them up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

struct sqlite3;

namespace staffsim::store {

// For opening a store. Files without the checksums, such as stores of an older format, are taken for damaged.
const char* checked_pages();

// Leaves room for the checksums in an empty database.
void reserve_checksums(sqlite3* database);

inline constexpr int checksum_bytes = 8;

// The first bytes of a SHA-256: any change gives another one, but for one in 2^64. `offset`: where the page stands, so
// that pages that changed places are found, too.
std::uint64_t checksum_of(std::span<const std::uint8_t> page, std::uint64_t offset);

}  // namespace staffsim::store
