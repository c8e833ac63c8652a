// Tables of the results store. STRICT tables, explicit integer keys, no AUTOINCREMENT, no clock: equal content is equal
// bytes once the file is finished.
#pragma once

#include <cstdint>

namespace SQLite {
class Database;
}

namespace staffsim::store {

inline constexpr std::uint32_t application_id = 0x53544653;  // "STFS", in the header of every store
inline constexpr std::uint32_t format_version = 6;           // changes whenever the tables do

// Marks the empty database as a store and makes the tables. To be called in a transaction.
void create_schema(SQLite::Database& database);

}  // namespace staffsim::store
