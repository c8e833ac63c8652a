#include "sim/store/schema.hpp"

#include <SQLiteCpp/Database.h>

#include <string>

#include "sim/store/checked_pages.hpp"

namespace staffsim::store {

namespace {

// The comments are kept inside the file, for whoever opens it with another program.
constexpr const char* plan_tables = R"(
CREATE TABLE experiment (           -- one row: what was planned
  id INTEGER PRIMARY KEY CHECK (id = 1),
  model_version TEXT NOT NULL, seed INTEGER NOT NULL, start_year INTEGER NOT NULL, years INTEGER NOT NULL,
  replications INTEGER NOT NULL,    -- futures that the last run was to live; fewer are there when it did not finish
  lives INTEGER NOT NULL,           -- of the warm-up: replication i continues life i mod lives; 0: a past of its own
  confidence REAL NOT NULL, county TEXT NOT NULL, synthetic INTEGER NOT NULL, context TEXT NOT NULL) STRICT;
CREATE TABLE verdict_year (position INTEGER PRIMARY KEY, year INTEGER NOT NULL) STRICT;
CREATE TABLE outcome (
  outcome INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, label_en TEXT NOT NULL, label_zh TEXT NOT NULL,
  unit_en TEXT NOT NULL, unit_zh TEXT NOT NULL, estimand_en TEXT NOT NULL, estimand_zh TEXT NOT NULL,
  aim TEXT NOT NULL, direction TEXT NOT NULL, window TEXT NOT NULL, matters REAL NOT NULL,
  decimals INTEGER NOT NULL, is_primary INTEGER NOT NULL, is_latent INTEGER NOT NULL) STRICT;
CREATE TABLE primary_outcome (      -- the declared family, with verdict_year and scenario
  position INTEGER PRIMARY KEY, id TEXT NOT NULL REFERENCES outcome (id)) STRICT;
CREATE TABLE unit_group (           -- groups of townships and organs over which outcomes are summed
  unit_group INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, label_en TEXT NOT NULL, label_zh TEXT NOT NULL,
  kind TEXT NOT NULL) STRICT;
CREATE TABLE scenario (             -- 0 is the baseline
  scenario INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name_en TEXT NOT NULL, name_zh TEXT NOT NULL,
  unit_key TEXT NOT NULL) STRICT;
CREATE TABLE source_file (          -- rosters: hash and count only, never text
  source_file INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, is_roster INTEGER NOT NULL,
  row_count INTEGER NOT NULL, text TEXT NOT NULL, CHECK (is_roster = 0 OR text = '')) STRICT;
CREATE TABLE scenario_file (
  scenario INTEGER NOT NULL REFERENCES scenario, position INTEGER NOT NULL,
  source_file INTEGER NOT NULL REFERENCES source_file, PRIMARY KEY (scenario, position)) STRICT, WITHOUT ROWID;
CREATE TABLE setting (              -- every lever as resolved, dated steps as rows of their own
  scenario INTEGER NOT NULL REFERENCES scenario, position INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
  unit TEXT NOT NULL, origin TEXT NOT NULL, starts TEXT NOT NULL, PRIMARY KEY (scenario, position)) STRICT, WITHOUT ROWID;
CREATE TABLE point (                -- points of an experiment file; those that resolve alike share a scenario
  point INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, sweep TEXT NOT NULL,
  scenario INTEGER NOT NULL REFERENCES scenario) STRICT;
CREATE TABLE point_value (
  point INTEGER NOT NULL REFERENCES point, position INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (point, position)) STRICT, WITHOUT ROWID;
CREATE TABLE design_file (          -- the experiment file itself
  position INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, text TEXT NOT NULL) STRICT;
)";

constexpr const char* result_tables = R"(
CREATE TABLE look (                 -- every displayed comparison costs confidence: see the verdict rule
  look INTEGER PRIMARY KEY, replications INTEGER NOT NULL UNIQUE) STRICT;
CREATE TABLE unit_result (          -- unit = replication * number of scenarios + scenario
  unit INTEGER PRIMARY KEY, replication INTEGER NOT NULL, scenario INTEGER NOT NULL REFERENCES scenario,
  fingerprint INTEGER NOT NULL, events INTEGER NOT NULL) STRICT;
CREATE TABLE value (                -- all outcomes of a unit: of groups of units, of named units; see docs/results-store.md
  unit INTEGER PRIMARY KEY REFERENCES unit_result, aggregates BLOB NOT NULL, units BLOB NOT NULL,
  parts BLOB NOT NULL) STRICT;      -- breakdowns, a block of measures by part; empty when none were kept
CREATE TABLE rule_use (             -- how often rules fired that are on; 0: could have, but did not
  unit INTEGER NOT NULL REFERENCES unit_result, rule TEXT NOT NULL, times INTEGER NOT NULL,
  PRIMARY KEY (unit, rule)) STRICT, WITHOUT ROWID;
CREATE TABLE portrait (             -- what reports show of a future beside outcomes: whole numbers, 7 bits a byte, low first
  unit INTEGER NOT NULL REFERENCES unit_result, part TEXT NOT NULL, numbers BLOB NOT NULL,
  PRIMARY KEY (unit, part)) STRICT, WITHOUT ROWID;
CREATE TABLE study (                -- what was varied beside the comparison, and how (JSON); for example assumptions
  study TEXT PRIMARY KEY, design TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE study_point (          -- little-endian doubles; their meaning is the design's
  study TEXT NOT NULL REFERENCES study, point INTEGER NOT NULL, numbers BLOB NOT NULL,
  PRIMARY KEY (study, point)) STRICT, WITHOUT ROWID;
)";

}  // namespace

void create_schema(SQLite::Database& database) {
    // A unit's values are some 70 kB: with the usual pages of 4 kB each would be read and written in 18 pieces.
    database.exec("PRAGMA page_size = 16384");
    reserve_checksums(database.getHandle());
    database.exec("PRAGMA application_id = " + std::to_string(application_id));
    database.exec("PRAGMA user_version = " + std::to_string(format_version));
    database.exec(plan_tables);
    database.exec(result_tables);
}

}  // namespace staffsim::store
