#include <SQLiteCpp/Transaction.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>

#include <cstring>

#include "sim/foundation/diagnostics.hpp"
#include "sim/store/connection.hpp"
#include "sim/store/store.hpp"

namespace staffsim::store {

namespace {

std::vector<double> doubles(const SQLite::Column& blob) {
    std::vector<double> numbers(static_cast<std::size_t>(blob.getBytes()) / sizeof(double));
    if (!numbers.empty()) std::memcpy(numbers.data(), blob.getBlob(), numbers.size() * sizeof(double));
    return numbers;
}

}  // namespace

std::uint32_t Store::count_points(const std::string& study) const {
    SQLite::Statement count(connection_->database(), "SELECT count(*) FROM study_point WHERE study = ?");
    count.bind(1, study);
    count.executeStep();
    return count.getColumn(0).getUInt();
}

std::uint32_t Store::begin_study(const std::string& name, const std::string& design) {
    return guarded(path_, [&] {
        SQLite::Database& database = connection_->database();
        {
            SQLite::Statement known(database, "SELECT design FROM study WHERE study = ?");
            known.bind(1, name);
            if (known.executeStep() && known.getColumn(0).getString() == design) return count_points(name);
        }
        connection_->begin_writing();
        SQLite::Transaction transaction(database);
        for (const char* table : {"study_point", "study"}) {
            SQLite::Statement drop(database, fmt::format("DELETE FROM {} WHERE study = ?", table));
            drop.bind(1, name);
            drop.exec();
        }
        SQLite::Statement insert(database, "INSERT INTO study VALUES (?, ?)");
        SQLite::bind(insert, name, design);
        insert.exec();
        transaction.commit();
        return 0u;
    });
}

void Store::commit_point(const std::string& study, std::uint32_t point, std::span<const double> numbers) {
    guarded(path_, [&] {
        if (point != count_points(study)) throw InvariantError("store: not the next point of study " + study);
        connection_->begin_writing();
        SQLite::Statement insert(connection_->database(), "INSERT INTO study_point VALUES (?, ?, ?)");
        insert.bind(1, study);
        insert.bind(2, point);
        insert.bindNoCopy(3, numbers.data(), static_cast<int>(numbers.size_bytes()));
        insert.exec();
    });
}

std::vector<Store::Study> Store::studies() const {
    return guarded(path_, [&] {
        std::vector<Study> all;
        SQLite::Statement study(connection_->database(), "SELECT study, design FROM study ORDER BY study");
        while (study.executeStep()) all.push_back({study.getColumn(0).getString(), study.getColumn(1).getString(), {}});
        for (Study& one : all) {
            SQLite::Statement point(connection_->database(),
                                    "SELECT numbers FROM study_point WHERE study = ? ORDER BY point");
            point.bind(1, one.name);
            while (point.executeStep()) one.points.push_back(doubles(point.getColumn(0)));
        }
        return all;
    });
}

}  // namespace staffsim::store
