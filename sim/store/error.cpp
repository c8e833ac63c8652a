#include "sim/store/error.hpp"

#include <sqlite3.h>

#include <string>

namespace staffsim::store {

namespace {

bool is_damage(int result_code) {
    const int general = result_code & 0xFF;
    return result_code == SQLITE_IOERR_DATA || general == SQLITE_CORRUPT || general == SQLITE_NOTADB;
}

std::string in_words(int result_code) {
    switch (result_code & 0xFF) {
        case SQLITE_FULL:
            return "the disk is full; free some space and start again, futures kept so far stay kept";
        case SQLITE_IOERR:
            return "reading or writing failed (is the disk full?); futures kept so far stay kept";
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return "another staffsim is working on it; wait until it has finished or use another --store path";
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return "it may not be written here";
        case SQLITE_CANTOPEN:
            return "it cannot be opened or created (does the folder exist, and may it be written?)";
        default:
            return "unexpected trouble";
    }
}

}  // namespace

void throw_damaged(const std::filesystem::path& path, const std::string& what) {
    throw StoreError(path.string() + ": the store is damaged: " + what +
                     ". Use another --store path, or --fresh to overwrite it.");
}

void throw_store_error(const std::filesystem::path& path, int result_code, const char* detail) {
    if (result_code == SQLITE_IOERR_DATA) throw_damaged(path, "a page is not what was written");
    if (is_damage(result_code)) throw_damaged(path, detail);
    throw StoreError(path.string() + ": " + in_words(result_code) + " (" + detail + ")");
}

}  // namespace staffsim::store
