// One open store file and the ways of writing to it. Internal to this layer.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "sim/store/error.hpp"

namespace staffsim::store {

// Runs `work`; SQLite's exceptions leave as StoreError.
template <class Work>
auto guarded(const std::filesystem::path& path, Work&& work) {
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        throw_store_error(path, exception.getErrorCode(), exception.what());
    }
}

class Connection {
  public:
    // Opens an existing file for reading; nothing is written until lock_for_writing.
    explicit Connection(const std::filesystem::path& path);
    // For reading alone, of a file that nobody changes as long as the connection is open: without locks, and without
    // looking whether somebody did. Whoever closes such a connection loses all locks of this process on the file.
    static std::unique_ptr<Connection> of_unchanging(const std::filesystem::path& path);

    // Makes this process the only one that may use the file until the connection is closed. StoreError when another one
    // uses it, or when the file was replaced since it was opened. Writes nothing.
    void lock_for_writing();
    bool is_locked() const { return is_locked_; }

    // lock_for_writing, then a write-ahead log: a commit appends to it, and a killed process leaves whole commits only.
    void begin_writing();

    // The finished file is a copy in which every row has the place that follows from its content alone. A copy is told
    // from a file under work by the schema counter of its header, so that a finished store is not copied again.
    bool is_finished();
    // Before the copy is written: all that is committed goes into the file itself, which is not changed any more.
    void fold_log();
    void write_finished_copy(const std::filesystem::path& copy);

    SQLite::Database& database() { return database_; }
    SQLite::Statement& insert_unit();
    SQLite::Statement& insert_value();
    SQLite::Statement& insert_rule();

  private:
    Connection(const std::string& name, int flags);
    void drop_statements();

    SQLite::Database database_;
    std::optional<SQLite::Statement> insert_unit_;
    std::optional<SQLite::Statement> insert_value_;
    std::optional<SQLite::Statement> insert_rule_;
    bool is_locked_ = false;
    bool is_writing_ = false;
};

// Marks a file as under work, unless it is marked already. Also for files just made.
void mark_unfinished(SQLite::Database& database);

}  // namespace staffsim::store
