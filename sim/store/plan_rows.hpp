// A Plan as rows of the store.
#pragma once

#include "sim/store/plan.hpp"

namespace SQLite {
class Database;
}

namespace staffsim::store {

// Replaces the plan in the tables, results untouched. To be called in a transaction, and with foreign keys off when
// there are results already (their references stay valid: numbers of scenarios and outcomes are positions in the plan).
void write_plan(SQLite::Database& database, const Plan& plan);

Plan read_plan(SQLite::Database& database);

}  // namespace staffsim::store
