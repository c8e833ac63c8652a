#include "sim/store/checked_pages.hpp"

#include <sqlite3.h>

#include <bit>
#include <cstring>
#include <stdexcept>
#include <vector>

#include "sim/foundation/digest.hpp"

namespace staffsim::store {

namespace {

constexpr const char* layer_name = "staffsim-checked-pages";
constexpr int least_page = 512;  // SQLite's smallest; what is shorter is a part of the header

// One of ours; SQLite's own file stands behind it in the same piece of memory.
struct CheckedFile {
    sqlite3_file base;
    static sqlite3_file* inner(sqlite3_file* file) {
        return reinterpret_cast<sqlite3_file*>(reinterpret_cast<CheckedFile*>(file) + 1);
    }
};

sqlite3_vfs* system_layer(sqlite3_vfs* own) { return static_cast<sqlite3_vfs*>(own->pAppData); }

bool is_page(int amount, sqlite3_int64 offset) {
    return amount >= least_page && std::has_single_bit(static_cast<unsigned>(amount)) && offset % amount == 0;
}

std::span<const std::uint8_t> content_of(const void* page, int amount) {
    return {static_cast<const std::uint8_t*>(page), static_cast<std::size_t>(amount - checksum_bytes)};
}

int read(sqlite3_file* file, void* buffer, int amount, sqlite3_int64 offset) {
    sqlite3_file* inner = CheckedFile::inner(file);
    const int result = inner->pMethods->xRead(inner, buffer, amount, offset);
    if (result != SQLITE_OK || !is_page(amount, offset)) return result;
    std::uint64_t kept = 0;
    std::memcpy(&kept, static_cast<const std::uint8_t*>(buffer) + amount - checksum_bytes, sizeof kept);
    return kept == checksum_of(content_of(buffer, amount), static_cast<std::uint64_t>(offset)) ? SQLITE_OK
                                                                                               : SQLITE_IOERR_DATA;
}

// The page is SQLite's; the checksum goes into a copy.
int write(sqlite3_file* file, const void* buffer, int amount, sqlite3_int64 offset) {
    sqlite3_file* inner = CheckedFile::inner(file);
    if (!is_page(amount, offset)) return inner->pMethods->xWrite(inner, buffer, amount, offset);
    thread_local std::vector<std::uint8_t> page;
    const auto* bytes = static_cast<const std::uint8_t*>(buffer);
    page.assign(bytes, bytes + amount);
    const std::uint64_t sum = checksum_of(content_of(buffer, amount), static_cast<std::uint64_t>(offset));
    std::memcpy(page.data() + amount - checksum_bytes, &sum, sizeof sum);
    return inner->pMethods->xWrite(inner, page.data(), amount, offset);
}

// Everything else is SQLite's own. No memory mapping, which would go round the checks.
sqlite3_io_methods file_methods() {
    sqlite3_io_methods own{};
    own.iVersion = 2;
    own.xRead = read;
    own.xWrite = write;
    own.xClose = [](sqlite3_file* file) {
        sqlite3_file* inner = CheckedFile::inner(file);
        return inner->pMethods->xClose(inner);
    };
    own.xTruncate = [](sqlite3_file* file, sqlite3_int64 size) {
        sqlite3_file* inner = CheckedFile::inner(file);
        return inner->pMethods->xTruncate(inner, size);
    };
    own.xSync = [](sqlite3_file* file, int flags) {
        sqlite3_file* inner = CheckedFile::inner(file);
        return inner->pMethods->xSync(inner, flags);
    };
    own.xFileSize = [](sqlite3_file* file, sqlite3_int64* size) {
        sqlite3_file* inner = CheckedFile::inner(file);
        return inner->pMethods->xFileSize(inner, size);
    };
    own.xLock = [](sqlite3_file* file, int lock) {
        sqlite3_file* inner = CheckedFile::inner(file);
        return inner->pMethods->xLock(inner, lock);
    };
    own.xUnlock = [](sqlite3_file* file, int lock) {
        sqlite3_file* inner = CheckedFile::inner(file);
        return inner->pMethods->xUnlock(inner, lock);
    };
    own.xCheckReservedLock = [](sqlite3_file* file, int* is_locked) {
        sqlite3_file* inner = CheckedFile::inner(file);
        return inner->pMethods->xCheckReservedLock(inner, is_locked);
    };
    own.xFileControl = [](sqlite3_file* file, int wish, void* argument) {
        sqlite3_file* inner = CheckedFile::inner(file);
        return inner->pMethods->xFileControl(inner, wish, argument);
    };
    own.xSectorSize = [](sqlite3_file* file) {
        sqlite3_file* inner = CheckedFile::inner(file);
        return inner->pMethods->xSectorSize(inner);
    };
    own.xDeviceCharacteristics = [](sqlite3_file* file) {
        sqlite3_file* inner = CheckedFile::inner(file);
        return inner->pMethods->xDeviceCharacteristics(inner);
    };
    own.xShmMap = [](sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
        sqlite3_file* inner = CheckedFile::inner(file);
        return inner->pMethods->xShmMap(inner, region, size, extend, memory);
    };
    own.xShmLock = [](sqlite3_file* file, int offset, int count, int flags) {
        sqlite3_file* inner = CheckedFile::inner(file);
        return inner->pMethods->xShmLock(inner, offset, count, flags);
    };
    own.xShmBarrier = [](sqlite3_file* file) {
        sqlite3_file* inner = CheckedFile::inner(file);
        inner->pMethods->xShmBarrier(inner);
    };
    own.xShmUnmap = [](sqlite3_file* file, int is_deleted) {
        sqlite3_file* inner = CheckedFile::inner(file);
        return inner->pMethods->xShmUnmap(inner, is_deleted);
    };
    return own;
}

// Logs and journals are left to SQLite.
int open(sqlite3_vfs* own, const char* name, sqlite3_file* file, int flags, int* flags_out) {
    static const sqlite3_io_methods methods = file_methods();
    sqlite3_vfs* system = system_layer(own);
    if ((flags & SQLITE_OPEN_MAIN_DB) == 0) return system->xOpen(system, name, file, flags, flags_out);
    file->pMethods = nullptr;
    const int result = system->xOpen(system, name, CheckedFile::inner(file), flags, flags_out);
    if (result == SQLITE_OK) file->pMethods = &methods;
    return result;
}

sqlite3_vfs layer_above(sqlite3_vfs* system) {
    sqlite3_vfs own{};
    own.iVersion = 1;
    own.szOsFile = static_cast<int>(sizeof(CheckedFile)) + system->szOsFile;
    own.mxPathname = system->mxPathname;
    own.zName = layer_name;
    own.pAppData = system;
    own.xOpen = open;
    own.xDelete = [](sqlite3_vfs* layer, const char* name, int sync) {
        return system_layer(layer)->xDelete(system_layer(layer), name, sync);
    };
    own.xAccess = [](sqlite3_vfs* layer, const char* name, int flags, int* answer) {
        return system_layer(layer)->xAccess(system_layer(layer), name, flags, answer);
    };
    own.xFullPathname = [](sqlite3_vfs* layer, const char* name, int size, char* full) {
        return system_layer(layer)->xFullPathname(system_layer(layer), name, size, full);
    };
    own.xRandomness = [](sqlite3_vfs* layer, int size, char* bytes) {
        return system_layer(layer)->xRandomness(system_layer(layer), size, bytes);
    };
    own.xSleep = [](sqlite3_vfs* layer, int microseconds) {
        return system_layer(layer)->xSleep(system_layer(layer), microseconds);
    };
    own.xCurrentTime = [](sqlite3_vfs* layer, double* now) {
        return system_layer(layer)->xCurrentTime(system_layer(layer), now);
    };
    own.xGetLastError = [](sqlite3_vfs* layer, int size, char* text) {
        return system_layer(layer)->xGetLastError(system_layer(layer), size, text);
    };
    return own;
}

const char* registered() {
    sqlite3_vfs* system = sqlite3_vfs_find(nullptr);
    if (system == nullptr) throw std::runtime_error("SQLite has no access to files");
    static sqlite3_vfs own = layer_above(system);
    if (sqlite3_vfs_register(&own, 0) != SQLITE_OK) throw std::runtime_error("SQLite takes no checked files");
    return layer_name;
}

}  // namespace

const char* checked_pages() {
    static const char* name = registered();
    return name;
}

void reserve_checksums(sqlite3* database) {
    int bytes = checksum_bytes;
    sqlite3_file_control(database, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
}

std::uint64_t checksum_of(std::span<const std::uint8_t> page, std::uint64_t offset) {
    thread_local std::vector<std::uint8_t> placed;
    placed.assign(page.begin(), page.end());
    for (std::size_t byte = 0; byte < sizeof offset; ++byte) {
        placed.push_back(static_cast<std::uint8_t>(offset >> (8 * byte)));
    }
    std::uint64_t sum = 0;
    std::memcpy(&sum, sha256(placed).data(), sizeof sum);
    return sum;
}

}  // namespace staffsim::store
