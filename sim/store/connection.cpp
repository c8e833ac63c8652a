#include "sim/store/connection.hpp"

#include <sqlite3.h>

namespace staffsim::store {

namespace {

// VACUUM INTO writes the counter of the source plus one, whatever happened to the source before.
constexpr int counter_under_work = 1;
constexpr int counter_finished = counter_under_work + 1;

// Pages of the write-ahead log after which it is folded into the file: 64 MiB.
constexpr const char* writing_settings = "PRAGMA main.synchronous = NORMAL; PRAGMA main.wal_autocheckpoint = 4096;";

bool has_moved(SQLite::Database& database) {
    int moved = 0;
    sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0;
}

}  // namespace

void mark_unfinished(SQLite::Database& database) {
    database.exec("PRAGMA main.schema_version = " + std::to_string(counter_under_work));
}

Connection::Connection(const std::filesystem::path& path) : database_(path.string(), SQLite::OPEN_READWRITE) {
    database_.exec("PRAGMA foreign_keys = ON");
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
    mark_unfinished(database_);
    database_.exec("PRAGMA main.journal_mode = WAL");
    database_.exec(writing_settings);
    is_writing_ = true;
}

bool Connection::is_finished() {
    const bool has_log = database_.execAndGet("PRAGMA main.journal_mode").getString() == "wal";
    return !has_log && database_.execAndGet("PRAGMA main.schema_version").getInt() == counter_finished;
}

void Connection::write_finished_copy(const std::filesystem::path& copy) {
    lock_for_writing();
    drop_statements();
    is_writing_ = false;
    database_.exec("PRAGMA main.journal_mode = DELETE");  // folds the log in: none is left beside the new file
    mark_unfinished(database_);
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
