// How often rules fired, unit of work by unit of work: rows of the rules that are on, 0 times included.

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/VariadicBind.h>

#include "sim/store/connection.hpp"
#include "sim/store/reading.hpp"
#include "sim/store/store.hpp"

namespace staffsim::store {

void Store::insert_rules(std::int64_t unit_number, const PackedUnit& unit) {
    SQLite::Statement& statement = connection_->insert_rule();
    for (const measures::RuleCount& count : unit.rules) {
        statement.reset();
        SQLite::bind(statement, unit_number, count.rule, count.times);
        statement.exec();
    }
}

std::map<std::string, std::vector<std::int64_t>> Store::rule_times(std::size_t scenario,
                                                                   std::uint32_t replications) const {
    return guarded(path_, [&] {
        std::map<std::string, std::vector<std::int64_t>> times;
        const Reading reading(*this);
        SQLite::Statement row(reading.database(),
                              "SELECT rule, replication, times FROM rule_use JOIN unit_result USING (unit) "
                              "WHERE scenario = ? AND replication < ?");
        SQLite::bind(row, static_cast<std::int64_t>(scenario), static_cast<std::int64_t>(replications));
        while (row.executeStep()) {
            std::vector<std::int64_t>& of_rule = times[row.getColumn(0).getString()];
            of_rule.resize(replications);
            of_rule[row.getColumn(1).getUInt()] = row.getColumn(2).getInt64();
        }
        return times;
    });
}

}  // namespace staffsim::store
