// load_scenario: the stages from files to a scenario, and which of them may run when an earlier one found errors.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "sim/foundation/digest.hpp"
#include "sim/levers/listing.hpp"
#include "sim/scenario/consistency.hpp"
#include "sim/scenario/file_keys.hpp"
#include "sim/scenario/file_values.hpp"
#include "sim/scenario/first_day.hpp"
#include "sim/scenario/lever_values.hpp"
#include "sim/scenario/resolved.hpp"
#include "sim/scenario/roster.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/source_text.hpp"
#include "sim/scenario/spec.hpp"
#include "sim/scenario/warnings.hpp"

namespace staffsim::scenario {

namespace {

std::vector<const levers::Row*> all_rows() {
    std::vector<const levers::Row*> rows;
    for (const auto& lever : engine::all_levers()) rows.push_back(&lever.row);
    return rows;
}

class Loader {
  public:
    Loader(const Spec& spec, const LoadOptions& options) : spec_(spec), options_(options) {}

    Scenario load() {
        layers_ = read_layers(spec_, options_, diagnostics_);
        read_values();
        if (!layers_.is_complete) diagnostics_.throw_if_errors();
        read_county();
        diagnostics_.throw_if_errors();
        compile();
        diagnostics_.throw_if_errors();
        resolve();
        scenario_.warnings = diagnostics_.warnings();
        return std::move(scenario_);
    }

  private:
    void read_values() {
        const std::vector<const levers::Row*> rows = all_rows();
        entries_ = entries_of(layers_, rows, diagnostics_);
        report_conflicts(entries_, diagnostics_);
        warn_of_hidden_values(entries_, diagnostics_);
        values_ = file_values(entries_, rows, options_.outcome_ids, diagnostics_);
        scenario_.levers = resolved_levers(entries_, rows, values_.start.value_or(Day{}), diagnostics_);
        for (const FoundValue& found : options_.found) add_found(found);
        scenario_.files = layers_.files;
        scenario_.matters = values_.matters;
        scenario_.sources = values_.sources;
        scenario_.synthetic = values_.synthetic;
        set_names();
        set_years();
    }

    void add_found(const FoundValue& found) {
        const Place place{std::string(found_origin), 0, 0};
        const auto lever = std::find_if(scenario_.levers.begin(), scenario_.levers.end(),
                                        [&](const ResolvedLever& one) { return one.row->key == found.key; });
        if (lever == scenario_.levers.end())
            return diagnostics_.error(place, found.key, worded("is not a lever", "不是参数"));
        if (!std::holds_alternative<double>(lever->row->default_value))
            return diagnostics_.error(place, found.key, worded("does not take one number", "不是单个数字的参数"));
        if (const auto wrong = levers::complaint(*lever->row, found.value))
            return diagnostics_.error(place, found.key, *wrong);
        Setting setting = lever->settings.empty() ? Setting{} : lever->settings.back();
        setting.value = found.value;
        setting.place = place;
        setting.in_root = false;
        lever->settings.push_back(std::move(setting));
    }

    void set_names() {
        scenario_.name = {};
        for (std::size_t operand = 0; operand < layers_.bases.size(); ++operand) {
            const auto named = values_.names.find(operand);
            const std::string& stem = layers_.bases[operand];
            const Text own = named != values_.names.end() ? named->second : Text{stem, stem};
            const std::string plus = operand == 0 ? "" : " + ";
            scenario_.name.en += plus + own.en;
            scenario_.name.zh += plus + own.zh;
            scenario_.id += (operand == 0 ? "" : "+") + identifier_of(stem);
        }
        if (spec_.variant.empty()) return;
        scenario_.name = {spec_.variant, spec_.variant};
        scenario_.id = identifier_of(spec_.variant);
    }

    // Verdicts beyond the horizon are left out, so that --set years=5 works with every file.
    void set_years() {
        scenario_.input.years = values_.years;
        scenario_.input.warm_up_years = values_.warm_up_years;
        scenario_.input.warm_up_lives = values_.warm_up_lives;
        const bool has_past = values_.warm_up_years > 0 && !values_.start_full;
        if (has_past && values_.warm_up_lives == 1)
            warn(diagnostics_, values_.warm_up_lives_place, "warm_up_lives", Warning::one_past,
                 engine::CountyInput{}.warm_up_lives);
        std::vector<int> beyond;
        for (const int year : values_.verdict_years) {
            (year <= values_.years ? scenario_.verdict_years : beyond).push_back(year);
        }
        if (!beyond.empty() && values_.verdict_years_place.line > 0) {
            warn(diagnostics_, values_.verdict_years_place, "verdict_years",
                 beyond.size() == 1 ? Warning::year_beyond : Warning::years_beyond,
                 fmt::format("{}", fmt::join(beyond, ", ")), values_.years);
        }
        if (scenario_.verdict_years.empty()) scenario_.verdict_years = {values_.years};
    }

    Place root_place() const { return {layers_.files.empty() ? "" : layers_.files.front().path, 0, 0}; }

    void read_county() {
        CountyPlan& plan = scenario_.input.plan;
        plan.id = values_.county;
        plan.start_full = values_.start_full;
        plan.start_ages = values_.start_ages;
        if (values_.start_ages && !values_.start_full) {
            diagnostics_.error(
                values_.start_ages_place, "start_ages",
                worded("is for a full start; set start_full = true", "只用于满编起始；请设 start_full = true"));
        }
        if (values_.start) plan.start = *values_.start;
        if (!values_.start)
            diagnostics_.error(root_place(), "start",
                               worded("is missing: the first simulated day, for example start = 2026-01-01",
                                      "未填：即模拟起始日，如 start = 2026-01-01"));
        posts_ = posts_of(entries_, diagnostics_);
        plan.posts = posts_.types;
        if (posts_.is_sound) read_units();
    }

    void read_units() {
        CountyPlan& plan = scenario_.input.plan;
        const std::size_t before = diagnostics_.errors().size();
        const auto table = read_table(values_.establishment, "establishment", false);
        units_ = units_of(entries_, table ? &*table : nullptr, posts_, diagnostics_);
        plan.units = units_.plans;
        const bool sound = diagnostics_.errors().size() == before;
        if (plan.units.empty() && sound) {
            diagnostics_.error(root_place(), "establishment",
                               worded("is missing: name an establishment table or describe [units.<id>]",
                                      "未填：请写明编制表，或逐一填写 [units.<代码>]"));
        } else if (!plan.units.empty()) {
            check_units(entries_, plan.units, diagnostics_);
            check_phase_in(scenario_.levers, unit_ids(), diagnostics_);
            if (sound) read_roster();
        }
    }

    void read_roster() {
        if (values_.roster && values_.start_full) {
            diagnostics_.error(values_.start_full_place, "start_full",
                               worded("contradicts roster: a full start generates its people",
                                      "与 roster 矛盾：满编起始的人员由程序生成"));
        }
        // A flag that was read has a place; false says in so many words that the county begins empty.
        if (!values_.roster && values_.start_full_place.file.empty()) {
            diagnostics_.error(
                root_place(), "roster",
                worded("is missing: the people of the first day. Name a roster table (staffsim roster draws "
                       "one from totals), or set start_full = true to fill every place with generated people",
                       "未填：即起始日的人员。请写明花名册（staffsim roster 可由总数生成），或设 start_full = "
                       "true，由程序生成人员填满编制"));
        }
        const auto table = read_table(values_.roster, "roster", true);
        if (!table || !values_.start) return;
        Roster roster = roster_of(*table, scenario_.input.plan, diagnostics_);
        scenario_.input.plan.people = std::move(roster.people);
        scenario_.roster = std::move(roster.summary);
    }

    std::optional<CsvTable> read_table(const std::optional<NamedFile>& file, const std::string& key, bool is_roster) {
        if (!file) return std::nullopt;
        const auto bytes = read_file(file->path, largest_table_file, file->place, key, diagnostics_);
        if (!bytes) return std::nullopt;
        const auto text = decoded_table(*bytes, file->path, diagnostics_);
        if (!text) return std::nullopt;
        const std::string hash = sha256_hex(with_line_feeds(*text));
        scenario_.files.push_back({file->path, hash, is_roster ? "" : *text, is_roster, key, file->place});
        table_hashes_.push_back(key + " " + hash);
        return parse_csv(*text, file->path, diagnostics_);
    }

    std::vector<std::string> unit_ids() const {
        std::vector<std::string> ids;
        for (const UnitPlan& unit : scenario_.input.plan.units) ids.push_back(unit.id);
        return ids;
    }

    void compile() {
        const CountyPlan& plan = scenario_.input.plan;
        CompiledPolicy policy = compiled(scenario_.levers, unit_ids(), plan.start, values_.years);
        scenario_.input.policy = std::move(policy.timeline);
        scenario_.input.history = std::move(policy.history);
        check_origins_of_fills(scenario_.levers, policy.values, plan, diagnostics_);
        warn_of_odd_combinations(scenario_.levers, policy.values, diagnostics_);
        warn_of_small_amounts(scenario_.levers, diagnostics_);
        warn_of_calendar(scenario_.levers, policy.values, diagnostics_);
        warn_of_bygones(scenario_.levers, policy.values, plan.start, diagnostics_);
        if (values_.roster) warn_of_terms_in_service(scenario_.levers, plan.start, diagnostics_);
        warn_of_late_starts();
        warn_of_missing_facts(units_, scenario_.input.policy, diagnostics_);
        if (values_.roster) warn_of_old_roster(plan, values_.roster->path, scenario_.input.policy, diagnostics_);
    }

    void warn_of_late_starts() {
        const Day end = add_years(scenario_.input.plan.start, values_.years);
        for (const Conditions& conditions : entries_.conditions) {
            if (!conditions.starts) continue;
            const bool is_plain = conditions.phase_in_years == 1 && !conditions.new_entrants;
            if (is_plain && *conditions.starts < scenario_.input.plan.start) {
                warn(diagnostics_, conditions.starts_place, "starts", Warning::start_before,
                     to_text(*conditions.starts), to_text(scenario_.input.plan.start));
            } else if (*conditions.starts >= end) {
                warn(diagnostics_, conditions.starts_place, "starts", Warning::start_beyond,
                     to_text(*conditions.starts), values_.years);
            } else if (add_years(*conditions.starts, conditions.phase_in_years - 1) >= end) {
                warn(diagnostics_, conditions.phase_in_place, "phase_in_years", Warning::last_step_beyond,
                     conditions.phase_in_years, values_.years);
            }
        }
    }

    void resolve() {
        std::vector<ResolvedLine>& lines = scenario_.resolved;
        lines = resolved_lines(scenario_, posts_, units_);
        const CountyPlan& plan = scenario_.input.plan;
        lines.push_back({"start", to_text(plan.start), values_.start_place});
        lines.push_back({"years", std::to_string(values_.years), values_.years_place});
        lines.push_back({"warm_up_years", std::to_string(values_.warm_up_years), values_.warm_up_place});
        lines.push_back({"warm_up_lives", std::to_string(values_.warm_up_lives), values_.warm_up_lives_place});
        if (plan.start_ages) {
            lines.push_back({"start_ages", fmt::format("[{}, {}]", (*plan.start_ages)[0], (*plan.start_ages)[1]),
                             values_.start_ages_place});
        }
        lines.push_back({"start_full", plan.start_full ? "true" : "false", values_.start_full_place});
        lines.push_back({"county", plan.id, values_.county_place});
        for (const SourceFile& file : scenario_.files) {
            if (file.is_roster) lines.push_back({"roster", "content " + file.sha256.substr(0, 12), {file.path, 0, 0}});
        }
        scenario_.resolved_hash = hash_of(scenario_, table_hashes_);
    }

    const Spec& spec_;
    const LoadOptions& options_;
    Diagnostics diagnostics_;
    Layers layers_;
    Entries entries_;
    FileValues values_;
    Posts posts_;
    Units units_;
    std::vector<std::string> table_hashes_;
    Scenario scenario_;
};

}  // namespace

Scenario load_scenario(const Spec& spec, const LoadOptions& options) {
    if (spec.files.empty()) throw InputError(worded("no scenario file is named", "没有写明方案文件"));
    return Loader(spec, options).load();
}

std::string json_schema() { return levers::scenario_schema(all_rows(), file_keys_schema()); }

}  // namespace staffsim::scenario
