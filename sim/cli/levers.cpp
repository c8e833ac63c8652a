// staffsim levers: what can be decided, looked up or assumed.
#include <iostream>

#include "sim/cli/commands.hpp"
#include "sim/cli/exit_codes.hpp"
#include "sim/cli/options.hpp"
#include "sim/engine/policy.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/levers/listing.hpp"
#include "sim/scenario/scenario.hpp"

namespace staffsim::cli {

namespace {

std::vector<const levers::Row*> all_rows() {
    std::vector<const levers::Row*> rows;
    for (const auto& lever : engine::all_levers()) rows.push_back(&lever.row);
    return rows;
}

}  // namespace

int run_levers(const Words& words) {
    bool all = false;
    std::string format = "table", language = "en";
    std::vector<std::string> clauses;
    Options options("levers [CLAUSE]",
                    "Lists what planners decide first, by clause of the policy outline, with default, range and\n"
                    "authority; of one clause everything that can be decided. JSON holds all of it in any case.",
                    "  staffsim levers\n  staffsim levers 3.2\n  staffsim levers --all --lang zh\n"
                    "  staffsim levers --format json-schema > scenario.schema.json\n");
    options.arguments(clauses, 0, 1, "a clause");
    options.flag("all", all, "everything that can be decided, facts and assumptions, too, with their sources");
    options.one_of("format", format, {"table", "json", "json-schema"}, "what stdout gets");
    options.one_of("lang", language, {"en", "zh"}, "language of the table");
    if (!options.read(words)) return success;
    if (!clauses.empty() && (all || format == "json-schema"))
        throw InputError("a clause holds what can be decided; leave --all and --format json-schema out");
    const std::vector<const levers::Row*> rows =
        clauses.empty() ? all_rows() : levers::of_clause(all_rows(), clauses.front());
    const bool is_brief = clauses.empty() && format == "table";
    const levers::Selection some = is_brief ? levers::Selection::everyday : levers::Selection::policy_only;
    const levers::Selection selection = all ? levers::Selection::all : some;
    const Language shown = language == "zh" ? Language::zh : Language::en;
    if (format == "table") std::cout << levers::listing_text(rows, selection, shown);
    if (format == "json") std::cout << levers::listing_json(rows, selection);
    if (format == "json-schema") std::cout << scenario::json_schema();
    return success;
}

}  // namespace staffsim::cli
