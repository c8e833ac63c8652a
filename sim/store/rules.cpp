// How often rules fired, unit of work by unit of work: rows of the rules that are on, 0 times included.

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/VariadicBind.h>

#include "sim/store/connection.hpp"
#include "sim/store/store.hpp"

namespace staffsim::store {

void Store::insert_rules(std::int64_t unit_number, const UnitResult& unit) {
    SQLite::Statement statement(connection_->database(), "INSERT INTO rule_use VALUES (?, ?, ?)");
    for (const measures::RuleCount& count : unit.rules) {
        statement.reset();
        SQLite::bind(statement, unit_number, count.rule, count.times);
        statement.exec();
    }
}

std::vector<RuleUse> Store::rule_uses(std::size_t scenario, std::uint32_t replications) const {
    std::vector<RuleUse> uses;
    const auto scenarios = static_cast<std::int64_t>(plan_.scenarios.size());
    SQLite::Statement row(connection_->database(),
                          "SELECT rule, count(*), sum(times > 0), sum(times) FROM rule_use "
                          "WHERE unit % ? = ? AND unit < ? GROUP BY rule ORDER BY rule");
    SQLite::bind(row, scenarios, static_cast<std::int64_t>(scenario), scenarios * replications);
    while (row.executeStep()) {
        uses.push_back({row.getColumn(0).getString(), row.getColumn(1).getUInt(), row.getColumn(2).getUInt(),
                        row.getColumn(3).getInt64()});
    }
    return uses;
}

}  // namespace staffsim::store
