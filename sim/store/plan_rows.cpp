#include "sim/store/plan_rows.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/VariadicBind.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "sim/foundation/diagnostics.hpp"

namespace staffsim::store {

namespace {

constexpr std::array<const char*, 7> aims{"quality", "structure", "stability", "vitality",
                                          "conduct", "service",   "cost"};
constexpr std::array<const char*, 3> directions{"higher_better", "lower_better", "neutral"};
constexpr std::array<const char*, 2> windows{"year_end", "yearly_average"};
constexpr std::array<const char*, 2> group_kinds{"aggregate", "unit"};

template <class Enum, std::size_t count>
const char* word(const std::array<const char*, count>& words, Enum value) {
    return words.at(static_cast<std::size_t>(value));
}
template <class Enum, std::size_t count>
Enum from_word(const std::array<const char*, count>& words, std::string_view text) {
    const auto found = std::find(words.begin(), words.end(), text);
    if (found == words.end()) throw InvariantError("store: unknown word " + std::string(text));
    return static_cast<Enum>(found - words.begin());
}

// One row: binds all columns in order and executes.
template <class... Columns>
void insert(SQLite::Statement& statement, const Columns&... columns) {
    statement.reset();
    SQLite::bind(statement, columns...);
    statement.exec();
}

std::int32_t number(std::size_t position) { return static_cast<std::int32_t>(position); }

void clear_plan(SQLite::Database& database) {
    database.exec(
        "DELETE FROM design_file; DELETE FROM point_value; DELETE FROM point; DELETE FROM setting; DELETE FROM "
        "scenario_file; DELETE FROM source_file; DELETE FROM scenario;"
        "DELETE FROM unit_group; DELETE FROM primary_outcome; DELETE FROM outcome; DELETE FROM verdict_year;"
        "DELETE FROM experiment");
}

void write_experiment(SQLite::Database& database, const Plan& plan) {
    SQLite::Statement statement(database, "INSERT INTO experiment VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert(statement, plan.model_version, plan.seed, plan.start_year, plan.years, plan.replications,
           static_cast<std::int64_t>(plan.lives), plan.confidence, plan.county, plan.synthetic ? 1 : 0,
           plan.context_json);
}

void write_outcomes(SQLite::Database& database, const std::vector<measures::Outcome>& outcomes) {
    SQLite::Statement statement(database, "INSERT INTO outcome VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const measures::Outcome& row = outcomes[i];
        insert(statement, number(i), row.id, row.label.en, row.label.zh, row.unit.en, row.unit.zh, row.estimand.en,
               row.estimand.zh, word(aims, row.aim), word(directions, row.direction), word(windows, row.window),
               row.matters, row.decimals, row.primary ? 1 : 0, row.latent ? 1 : 0);
    }
}

void write_family(SQLite::Database& database, const Plan& plan) {
    SQLite::Statement year(database, "INSERT INTO verdict_year VALUES (?, ?)");
    for (std::size_t i = 0; i < plan.verdict_years.size(); ++i) insert(year, number(i), plan.verdict_years[i]);
    SQLite::Statement outcome(database, "INSERT INTO primary_outcome VALUES (?, ?)");
    for (std::size_t i = 0; i < plan.primary_outcomes.size(); ++i) insert(outcome, number(i), plan.primary_outcomes[i]);
}

void write_groups(SQLite::Database& database, const std::vector<measures::Group>& groups) {
    SQLite::Statement statement(database, "INSERT INTO unit_group VALUES (?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < groups.size(); ++i) {
        insert(statement, number(i), groups[i].id, groups[i].label.en, groups[i].label.zh,
               word(group_kinds, groups[i].kind));
    }
}

// Files shared by several scenarios are stored once.
class FileTable {
  public:
    explicit FileTable(SQLite::Database& database)
        : insert_(database, "INSERT INTO source_file VALUES (?, ?, ?, ?, ?, ?)") {}
    std::int32_t number_of(const SourceFile& file) {
        const auto found = std::find(files_.begin(), files_.end(), file);
        if (found != files_.end()) return static_cast<std::int32_t>(found - files_.begin());
        insert(insert_, number(files_.size()), file.name, file.sha256, file.is_roster ? 1 : 0, file.row_count,
               file.text);
        files_.push_back(file);
        return number(files_.size() - 1);
    }

  private:
    SQLite::Statement insert_;
    std::vector<SourceFile> files_;
};

void write_settings(SQLite::Database& database, std::int32_t scenario, const std::vector<SettingRow>& settings) {
    SQLite::Statement statement(database, "INSERT INTO setting VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < settings.size(); ++i) {
        const SettingRow& row = settings[i];
        insert(statement, scenario, number(i), row.key, row.value, row.unit, row.origin, row.starts);
    }
}

void write_scenarios(SQLite::Database& database, const std::vector<PlannedScenario>& scenarios) {
    SQLite::Statement scenario(database, "INSERT INTO scenario VALUES (?, ?, ?, ?, ?)");
    SQLite::Statement scenario_file(database, "INSERT INTO scenario_file VALUES (?, ?, ?)");
    FileTable files(database);
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        const PlannedScenario& row = scenarios[i];
        insert(scenario, number(i), row.id, row.name.en, row.name.zh, row.unit_key);
        for (std::size_t at = 0; at < row.files.size(); ++at) {
            insert(scenario_file, number(i), number(at), files.number_of(row.files[at]));
        }
        write_settings(database, number(i), row.settings);
    }
}

void write_points(SQLite::Database& database, const Plan& plan) {
    SQLite::Statement point(database, "INSERT INTO point VALUES (?, ?, ?, ?, ?)");
    SQLite::Statement value(database, "INSERT INTO point_value VALUES (?, ?, ?, ?)");
    for (std::size_t i = 0; i < plan.points.size(); ++i) {
        const PlannedPoint& row = plan.points[i];
        insert(point, number(i), row.name, row.hash, row.group, number(row.scenario));
        for (std::size_t at = 0; at < row.values.size(); ++at) {
            insert(value, number(i), number(at), row.values[at].first, row.values[at].second);
        }
    }
    SQLite::Statement file(database, "INSERT INTO design_file VALUES (?, ?, ?, ?)");
    for (std::size_t i = 0; i < plan.design_files.size(); ++i) {
        const SourceFile& row = plan.design_files[i];
        insert(file, number(i), row.name, row.sha256, row.text);
    }
}

std::string text(SQLite::Statement& row, int column) { return row.getColumn(column).getString(); }
bool flag(SQLite::Statement& row, int column) { return row.getColumn(column).getInt() != 0; }
Text both(SQLite::Statement& row, int column) { return {text(row, column), text(row, column + 1)}; }

void read_experiment(SQLite::Database& database, Plan& plan) {
    SQLite::Statement row(database, "SELECT * FROM experiment");
    if (!row.executeStep()) throw InvariantError("store: no experiment in it");
    plan.model_version = text(row, 1);
    plan.seed = row.getColumn(2).getUInt();
    plan.start_year = row.getColumn(3).getInt();
    plan.years = row.getColumn(4).getInt();
    plan.replications = row.getColumn(5).getUInt();
    plan.lives = static_cast<std::size_t>(row.getColumn(6).getInt());
    plan.confidence = row.getColumn(7).getDouble();
    plan.county = text(row, 8);
    plan.synthetic = flag(row, 9);
    plan.context_json = text(row, 10);
}

measures::Outcome outcome_from(SQLite::Statement& row) {
    measures::Outcome outcome{
        .id = text(row, 1), .label = both(row, 2), .unit = both(row, 4), .estimand = both(row, 6)};
    outcome.aim = from_word<measures::Aim>(aims, text(row, 8));
    outcome.direction = from_word<measures::Direction>(directions, text(row, 9));
    outcome.window = from_word<measures::Window>(windows, text(row, 10));
    outcome.matters = row.getColumn(11).getDouble();
    outcome.decimals = row.getColumn(12).getInt();
    outcome.primary = flag(row, 13);
    outcome.latent = flag(row, 14);
    return outcome;
}

measures::Group group_from(SQLite::Statement& row) {
    return {text(row, 1), both(row, 2), from_word<measures::Group::Kind>(group_kinds, text(row, 4))};
}

void read_lists(SQLite::Database& database, Plan& plan) {
    SQLite::Statement year(database, "SELECT year FROM verdict_year ORDER BY position");
    while (year.executeStep()) plan.verdict_years.push_back(year.getColumn(0).getInt());
    SQLite::Statement primary(database, "SELECT id FROM primary_outcome ORDER BY position");
    while (primary.executeStep()) plan.primary_outcomes.push_back(text(primary, 0));
    SQLite::Statement outcome(database, "SELECT * FROM outcome ORDER BY outcome");
    while (outcome.executeStep()) plan.outcomes.push_back(outcome_from(outcome));
    SQLite::Statement group(database, "SELECT * FROM unit_group ORDER BY unit_group");
    while (group.executeStep()) plan.groups.push_back(group_from(group));
}

std::vector<SourceFile> read_files(SQLite::Database& database, std::int32_t scenario) {
    SQLite::Statement row(database,
                          "SELECT name, sha256, text, is_roster, row_count FROM scenario_file JOIN source_file "
                          "USING (source_file) WHERE scenario = ? ORDER BY position");
    row.bind(1, scenario);
    std::vector<SourceFile> files;
    while (row.executeStep()) {
        files.push_back({text(row, 0), text(row, 1), text(row, 2), flag(row, 3), row.getColumn(4).getInt64()});
    }
    return files;
}

std::vector<SettingRow> read_settings(SQLite::Database& database, std::int32_t scenario) {
    SQLite::Statement row(database, "SELECT * FROM setting WHERE scenario = ? ORDER BY position");
    row.bind(1, scenario);
    std::vector<SettingRow> settings;
    while (row.executeStep()) {
        settings.push_back({text(row, 2), text(row, 3), text(row, 4), text(row, 5), text(row, 6)});
    }
    return settings;
}

void read_scenarios(SQLite::Database& database, Plan& plan) {
    SQLite::Statement row(database, "SELECT * FROM scenario ORDER BY scenario");
    while (row.executeStep()) {
        const std::int32_t scenario = row.getColumn(0).getInt();
        plan.scenarios.push_back({text(row, 1), both(row, 2), text(row, 4), read_files(database, scenario),
                                  read_settings(database, scenario)});
    }
}

void read_points(SQLite::Database& database, Plan& plan) {
    SQLite::Statement row(database, "SELECT name, hash, sweep, scenario FROM point ORDER BY point");
    while (row.executeStep()) {
        plan.points.push_back(
            {text(row, 0), text(row, 1), text(row, 2), static_cast<std::size_t>(row.getColumn(3).getInt()), {}});
    }
    SQLite::Statement value(database, "SELECT point, key, value FROM point_value ORDER BY point, position");
    while (value.executeStep()) {
        const auto point = static_cast<std::size_t>(value.getColumn(0).getInt());
        if (point >= plan.points.size()) throw InvariantError("store: a value of no point");
        plan.points[point].values.emplace_back(text(value, 1), text(value, 2));
    }
    SQLite::Statement file(database, "SELECT name, sha256, text FROM design_file ORDER BY position");
    while (file.executeStep()) plan.design_files.push_back({text(file, 0), text(file, 1), text(file, 2), false, 0});
}

}  // namespace

void write_plan(SQLite::Database& database, const Plan& plan) {
    clear_plan(database);
    write_experiment(database, plan);
    write_outcomes(database, plan.outcomes);
    write_family(database, plan);
    write_groups(database, plan.groups);
    write_scenarios(database, plan.scenarios);
    write_points(database, plan);
}

Plan read_plan(SQLite::Database& database) {
    Plan plan;
    read_experiment(database, plan);
    read_lists(database, plan);
    read_scenarios(database, plan);
    read_points(database, plan);
    return plan;
}

}  // namespace staffsim::store
