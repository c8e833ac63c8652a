#include "sim/store/connection.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

namespace staffsim::store {

namespace {

// VACUUM INTO writes the counter of the source plus one, whatever happened to the source before.
constexpr int counter_under_work = 1;
constexpr int counter_finished = counter_under_work + 1;

// Pages of the write-ahead log after which it is folded into the file: 8 MiB, so that little is left to fold when the
// last unit is there and everybody waits for it.
constexpr const char* writing_settings = "PRAGMA main.synchronous = NORMAL; PRAGMA main.wal_autocheckpoint = 512;";

// As SQLite reads names of files with options behind them: https://www.sqlite.org/uri.html
std::string name_with_options(const std::filesystem::path& path, const char* options) {
    std::string name = "file:";
    for (const char c : path.string()) {
        const bool means_something = c == '%' || c == '?' || c == '#';
        name += means_something ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
    }
    return name + "?" + options;
}

bool has_moved(SQLite::Database& database) {
    int moved = 0;
    sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0;
}

}  // namespace

void mark_unfinished(SQLite::Database& database) {
    if (database.execAndGet("PRAGMA main.schema_version").getInt() == counter_under_work) return;
    database.exec("PRAGMA main.schema_version = " + std::to_string(counter_under_work));
}

Connection::Connection(const std::string& name, int flags) : database_(name, flags, 0, checked_pages()) {
    sqlite3_extended_result_codes(database_.getHandle(), 1);  // a wrong checksum is not a disk that fails
    database_.exec("PRAGMA foreign_keys = ON");
}

Connection::Connection(const std::filesystem::path& path) : Connection(path.string(), SQLite::OPEN_READWRITE) {}

std::unique_ptr<Connection> Connection::of_unchanging(const std::filesystem::path& path) {
    const std::string name = name_with_options(path, "immutable=1");
    return std::unique_ptr<Connection>(new Connection(name, SQLite::OPEN_READONLY | SQLite::OPEN_URI));
}

void Connection::lock_for_writing() {
    if (is_locked_) return;
    database_.exec("PRAGMA main.locking_mode = EXCLUSIVE");
    database_.exec("BEGIN EXCLUSIVE; COMMIT");
    if (has_moved(database_)) throw SQLite::Exception("the file was replaced by another process", SQLITE_BUSY);
    is_locked_ = true;
}

void Connection::begin_writing() {
    if (is_writing_) return;
    lock_for_writing();
    database_.exec("PRAGMA main.journal_mode = WAL");
    database_.exec(writing_settings);
    mark_unfinished(database_);
    is_writing_ = true;
}

bool Connection::is_finished() {
    const bool has_log = database_.execAndGet("PRAGMA main.journal_mode").getString() == "wal";
    return !has_log && database_.execAndGet("PRAGMA main.schema_version").getInt() == counter_finished;
}

void Connection::fold_log() {
    lock_for_writing();
    drop_statements();
    is_writing_ = false;
    database_.exec("PRAGMA main.journal_mode = DELETE");  // none is left beside the new file
    mark_unfinished(database_);
}

// The copy is nothing before it is whole, so that nothing of it need be on the disk before its end.
void Connection::write_finished_copy(const std::filesystem::path& copy) {
    database_.exec("PRAGMA main.synchronous = OFF");
    SQLite::Statement vacuum(database_, "VACUUM INTO ?");
    vacuum.bind(1, copy.string());
    vacuum.exec();
}

SQLite::Statement& Connection::insert_unit() {
    if (!insert_unit_) insert_unit_.emplace(database_, "INSERT INTO unit_result VALUES (?, ?, ?, ?, ?)");
    return *insert_unit_;
}

SQLite::Statement& Connection::insert_value() {
    if (!insert_value_) insert_value_.emplace(database_, "INSERT INTO value VALUES (?, ?, ?, ?)");
    return *insert_value_;
}

SQLite::Statement& Connection::insert_rule() {
    if (!insert_rule_) insert_rule_.emplace(database_, "INSERT INTO rule_use VALUES (?, ?, ?)");
    return *insert_rule_;
}

void Connection::drop_statements() {
    insert_unit_.reset();
    insert_value_.reset();
    insert_rule_.reset();
}

}  // namespace staffsim::store
