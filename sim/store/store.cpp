#include "sim/store/store.hpp"

#include <SQLiteCpp/Transaction.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <bit>

#include "sim/foundation/diagnostics.hpp"
#include "sim/store/canonical_dump.hpp"
#include "sim/store/checked_pages.hpp"
#include "sim/store/connection.hpp"
#include "sim/store/file.hpp"
#include "sim/store/plan_rows.hpp"
#include "sim/store/reading.hpp"
#include "sim/store/schema.hpp"

namespace staffsim::store {

namespace {

namespace fs = std::filesystem;

const Text way_out{"Use another --store path, or --fresh to overwrite it.",
                   "请用 --store 另给路径，或用 --fresh 覆盖。"};

// Links are followed, so that replacing the file does not replace a link to it; also one to a file that is to be made.
fs::path resolved(const fs::path& path) {
    constexpr int most_links = 40;  // as the system follows
    fs::path target = fs::absolute(path);
    std::error_code ignored;
    for (int links = 0; links < most_links && fs::is_symlink(fs::symlink_status(target, ignored)); ++links) {
        const fs::path next = fs::read_symlink(target);
        target = next.is_absolute() ? next : target.parent_path() / next;
    }
    return fs::weakly_canonical(target);
}

[[noreturn]] void refuse(const fs::path& path, const Text& reason) {
    throw InputError(worded("{}: {}", "{}：{}", path.string(), reason));
}

void refuse_foreign(const fs::path& path) {
    if (kind_of(path) == FileKind::foreign) {
        refuse(path, {"this is not a results store of staffsim and was left alone. Use another --store path.",
                      "这不是 staffsim 的结果库，未作改动。请用 --store 另给路径。"});
    }
}

void refuse_other_format(const fs::path& path) {
    if (kind_of(path) != FileKind::store) refuse(path, {"there is no results store.", "没有结果库。"});
    const std::uint32_t found = format_version_of(path);
    if (found == format_version) return;
    refuse(path, worded("the store has format {}, this program reads format {}. {}",
                        "结果库的格式为 {}，本程序读取格式 {}。{}", found, format_version, way_out));
}

void refuse_other_version(const fs::path& path, const Plan& stored, const Plan& wanted) {
    if (stored.model_version == wanted.model_version) return;
    refuse(path, worded("its results are of model version {}, this program has {}; they cannot be mixed. {}",
                        "其结果出自模型版本 {}，本程序为 {}，二者不能混用。{}", stored.model_version,
                        wanted.model_version, way_out));
}

void refuse_other_experiment(const fs::path& path, const Plan& stored, const Plan& wanted) {
    const std::vector<Text> reasons = mismatches(stored, wanted);
    if (reasons.empty()) return;
    refuse(path, worded("the store belongs to another comparison: {}. {}", "结果库属于另一次比较：{}。{}",
                        joined(reasons, {"; ", "；"}), way_out));
}

void write_new_file(const fs::path& path, const Plan& plan) {
    SQLite::Database database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0, checked_pages());
    database.exec("PRAGMA synchronous = OFF");  // the file is nothing before it is whole
    SQLite::Transaction transaction(database);
    create_schema(database);
    write_plan(database, plan);
    transaction.commit();
    mark_unfinished(database);
}

// The file appears whole or not at all. What is there before is given up only then.
void create(const fs::path& path, const Plan& plan) {
    const fs::path unfinished = unfinished_path(path);
    remove_with_side_files(unfinished);
    guarded(path, [&] { write_new_file(unfinished, plan); });
    remove_with_side_files(path);
    replace_file(unfinished, path);
}

// A store that another process works on must not be overwritten; a damaged one may.
void refuse_overwriting_in_use(const fs::path& path) {
    try {
        Connection(path).lock_for_writing();
    } catch (const SQLite::Exception& exception) {
        if ((exception.getErrorCode() & 0xFF) == SQLITE_BUSY) throw_store_error(path, SQLITE_BUSY, exception.what());
    }
}

// An empty block is bytes, not NULL.
void bind_bytes(SQLite::Statement& row, int column, const Bytes& bytes) {
    row.bindNoCopy(column, bytes.empty() ? static_cast<const void*>("") : bytes.data(), static_cast<int>(bytes.size()));
}

}  // namespace

Store::Store(const fs::path& path) : path_(path), spare_(std::make_unique<SpareConnections>()) {
    guarded(path_, [&] { connection_ = std::make_unique<Connection>(path_); });
}
Store::Store(const Store& store, std::unique_ptr<Connection> connection)
    : path_(store.path_),
      connection_(std::move(connection)),
      spare_(std::make_unique<SpareConnections>()),
      is_unchanging_(true),
      plan_(store.plan_),
      units_(store.units_) {}
Store Store::of_unchanging(const Store& store) {
    return guarded(store.path_, [&] { return Store(store, Connection::of_unchanging(store.path_)); });
}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::open_or_create(const fs::path& named, const Plan& plan, OpenOptions options) {
    check(plan);
    const fs::path path = resolved(named);
    refuse_foreign(path);
    const bool exists = kind_of(path) == FileKind::store;
    if (exists && options.fresh) refuse_overwriting_in_use(path);
    if (exists && !options.fresh) refuse_other_format(path);
    if (!exists || options.fresh) create(path, plan);
    Store store(path);
    guarded(path, [&] { store.connection_->lock_for_writing(); });
    store.read_state();
    refuse_other_version(path, store.plan_, plan);
    refuse_other_experiment(path, store.plan_, plan);
    store.adopt(plan);
    return store;
}

Store Store::open(const fs::path& named) {
    const fs::path path = resolved(named);
    refuse_foreign(path);
    refuse_other_format(path);
    Store store(path);
    store.read_state();
    return store;
}

void Store::read_state() {
    guarded(path_, [&] {
        SQLite::Database& database = connection_->database();
        try {
            plan_ = read_plan(database);
        } catch (const InvariantError& error) {  // of what was read, not of this program
            throw_damaged(path_, same_in_both(error.what()));
        }
        const std::int64_t units = database.execAndGet("SELECT count(*) FROM unit_result").getInt64();
        const std::int64_t last = database.execAndGet("SELECT ifnull(max(unit), -1) FROM unit_result").getInt64();
        if (units != last + 1 || plan_.scenarios.empty()) {
            throw_damaged(path_, {"units of work are missing", "缺少部分推演"});
        }
        units_ = static_cast<std::uint64_t>(units);
    });
}

// Names and labels may have changed since; the numbers that results refer to have not. A plan that names no number of
// replications leaves that of the store, and none is below what is there.
void Store::adopt(Plan plan) {
    if (plan.replications == 0) plan.replications = plan_.replications;
    if (plan.replications > 0) plan.replications = std::max(plan.replications, completed_replications());
    if (plan_ == plan) return;
    guarded(path_, [&] {
        connection_->begin_writing();
        SQLite::Database& database = connection_->database();
        database.exec("PRAGMA foreign_keys = OFF");
        SQLite::Transaction transaction(database);
        write_plan(database, plan);
        transaction.commit();
        database.exec("PRAGMA foreign_keys = ON");
    });
    plan_ = std::move(plan);
}

void Store::settle_for_completed() {
    Plan plan = plan_;
    plan.replications = completed_replications();
    adopt(std::move(plan));
}

std::vector<PackedUnit> Store::packed(std::span<const UnitResult> units) const {
    const std::size_t aggregates = aggregate_groups(plan_);
    std::vector<PackedUnit> all;
    for (const UnitResult& unit : units) {
        const bool fits = unit.values.outcome_count() == plan_.outcomes.size() &&
                          unit.values.group_count() == plan_.groups.size() &&
                          unit.values.year_count() == static_cast<std::size_t>(plan_.years);
        if (!fits) throw InvariantError("store: a unit's values have not the plan's outcomes, groups and years");
        all.push_back(store::packed(unit, aggregates));
    }
    return all;
}

void Store::insert_unit(std::uint64_t number, const PackedUnit& unit) {
    const auto unit_number = static_cast<std::int64_t>(number);
    const auto replication = static_cast<std::uint32_t>(number / plan_.scenarios.size());
    const std::uint64_t scenario = number % plan_.scenarios.size();
    SQLite::Statement& row = connection_->insert_unit();
    row.reset();
    SQLite::bind(row, unit_number, replication, static_cast<std::int32_t>(scenario),
                 std::bit_cast<std::int64_t>(unit.fingerprint), static_cast<std::int64_t>(unit.events));
    row.exec();
    SQLite::Statement& values = connection_->insert_value();
    values.reset();
    values.bind(1, unit_number);
    bind_bytes(values, 2, unit.aggregates);
    bind_bytes(values, 3, unit.units);
    bind_bytes(values, 4, unit.parts);
    values.exec();
    insert_rules(unit_number, unit);
    insert_portrait(unit_number, unit);
}

void Store::commit(std::uint32_t replication, std::span<const UnitResult> units) {
    if (units.size() != plan_.scenarios.size()) {
        throw InvariantError(fmt::format("store: replication {} with {} units, expected {}", replication, units.size(),
                                         plan_.scenarios.size()));
    }
    commit_units(std::uint64_t{replication} * plan_.scenarios.size(), units);
}

void Store::commit_units(std::uint64_t first, std::span<const UnitResult> units) {
    commit_units(first, std::span<const PackedUnit>(packed(units)));
}

void Store::commit_units(std::uint64_t first, std::span<const PackedUnit> units) {
    const std::uint64_t left = plan_.scenarios.size() - units_ % plan_.scenarios.size();
    if (first != units_ || units.empty() || units.size() > left) {
        throw InvariantError(fmt::format("store: {} units from {} on, expected at most {} from {} on", units.size(),
                                         first, left, units_));
    }
    guarded(path_, [&] {
        connection_->begin_writing();
        SQLite::Transaction transaction(connection_->database());
        for (std::size_t i = 0; i < units.size(); ++i) insert_unit(first + i, units[i]);
        transaction.commit();
    });
    units_ += units.size();
}

std::vector<std::uint32_t> Store::looks() const {
    return guarded(path_, [&] {
        std::vector<std::uint32_t> replications;
        SQLite::Statement row(connection_->database(), "SELECT replications FROM look ORDER BY look");
        while (row.executeStep()) replications.push_back(row.getColumn(0).getUInt());
        return replications;
    });
}

int Store::look_for(std::uint32_t replications) {
    if (replications > completed_replications())
        throw InvariantError("store: a look at replications that are not there");
    const std::vector<std::uint32_t> known = looks();
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i] == replications) return static_cast<int>(i) + 1;
    }
    const int look = static_cast<int>(known.size()) + 1;
    guarded(path_, [&] {
        connection_->begin_writing();
        SQLite::Statement insert(connection_->database(), "INSERT INTO look VALUES (?, ?)");
        SQLite::bind(insert, look, replications);
        insert.exec();
    });
    return look;
}

std::vector<UnitRecord> Store::unit_records() const {
    return guarded(path_, [&] {
        std::vector<UnitRecord> records;
        SQLite::Statement row(connection_->database(), "SELECT fingerprint, events FROM unit_result ORDER BY unit");
        while (row.executeStep()) {
            records.push_back({std::bit_cast<std::uint64_t>(row.getColumn(0).getInt64()),
                               static_cast<std::uint64_t>(row.getColumn(1).getInt64())});
        }
        return records;
    });
}

void Store::write_canonical_dump(std::ostream& out) const {
    guarded(path_, [&] { store::write_canonical_dump(connection_->database(), out); });
}

}  // namespace staffsim::store
