// The content of a store as text, in an order that does not depend on how it was written: for telling whether two
// stores say the same, whatever the version of SQLite or the state of the file.
#pragma once

#include <iosfwd>

namespace SQLite {
class Database;
}

namespace staffsim::store {

// One line per row, tables by name, rows by key: `table|column|column…`. Texts are escaped as SQL literals, reals
// printed with 17 digits, blobs given by length and SHA-256.
void write_canonical_dump(SQLite::Database& database, std::ostream& out);

}  // namespace staffsim::store
