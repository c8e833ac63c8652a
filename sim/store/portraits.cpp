// Portraits of futures: rows of whole numbers, most of them small, seven bits a byte with the lowest first.

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/VariadicBind.h>

#include <span>

#include "sim/foundation/diagnostics.hpp"
#include "sim/store/connection.hpp"
#include "sim/store/reading.hpp"
#include "sim/store/store.hpp"

namespace staffsim::store {

namespace {

std::string bytes_of(std::span<const std::int64_t> numbers) {
    std::string bytes;
    for (const std::int64_t number : numbers) {
        if (number < 0) throw InvariantError("store: a portrait holds a negative number");
        auto rest = static_cast<std::uint64_t>(number);
        for (; rest >= 0x80u; rest >>= 7) bytes.push_back(static_cast<char>(0x80u | (rest & 0x7Fu)));
        bytes.push_back(static_cast<char>(rest));
    }
    return bytes;
}

void read_numbers(std::string_view bytes, std::vector<std::int64_t>& numbers) {
    numbers.clear();
    std::uint64_t number = 0;
    unsigned shift = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (shift < 63) number |= static_cast<std::uint64_t>(byte & 0x7Fu) << shift;
        shift += 7;
        if (byte & 0x80u) continue;
        numbers.push_back(static_cast<std::int64_t>(number));
        number = shift = 0;
    }
}

}  // namespace

void Store::insert_portrait(std::int64_t unit_number, const PackedUnit& unit) {
    if (unit.portrait.empty()) return;
    SQLite::Statement statement(connection_->database(), "INSERT INTO portrait VALUES (?, ?, ?)");
    for (const measures::PortraitPart& part : unit.portrait) {
        const std::string bytes = bytes_of(part.numbers);
        statement.reset();
        statement.bind(1, unit_number);
        statement.bind(2, part.name);
        statement.bind(3, bytes.data(), static_cast<int>(bytes.size()));
        statement.exec();
    }
}

void Store::for_each_portrait(std::string_view part, std::size_t scenario, std::uint32_t replications,
                              const VisitPortrait& visit) const {
    std::vector<std::int64_t> numbers;
    guarded(path_, [&] {
        const Reading reading(*this);
        SQLite::Statement row(reading.database(), "SELECT numbers FROM portrait WHERE unit = ? AND part = ?");
        for (std::uint32_t replication = 0; replication < replications; ++replication) {
            row.reset();
            SQLite::bind(row, static_cast<std::int64_t>(replication * plan_.scenarios.size() + scenario),
                         std::string(part));
            numbers.clear();
            if (row.executeStep()) {
                const SQLite::Column bytes = row.getColumn(0);
                read_numbers({static_cast<const char*>(bytes.getBlob()), static_cast<std::size_t>(bytes.getBytes())},
                             numbers);
            }
            visit(replication, numbers);
        }
    });
}

std::vector<std::int64_t> Store::first_portrait(std::string_view part, std::size_t scenario) const {
    std::vector<std::int64_t> numbers;
    for_each_portrait(part, scenario, 1, [&numbers](std::uint32_t, std::span<const std::int64_t> first) {
        numbers.assign(first.begin(), first.end());
    });
    return numbers;
}

}  // namespace staffsim::store
