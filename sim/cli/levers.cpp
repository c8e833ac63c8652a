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

int told(const std::vector<const levers::Row*>& rows, const std::string& format, Language language) {
    if (format == "json") std::cout << levers::listing_json(rows, levers::Selection::all);
    for (std::size_t i = 0; i < rows.size() && format == "table"; ++i)
        std::cout << (i == 0 ? "" : "\n") << levers::row_text(*rows[i], language);
    return success;
}

}  // namespace

int run_levers(const Words& words) {
    bool all = false;
    std::string format = "table", language = "en";
    std::vector<std::string> named;
    Options options("levers [CLAUSE|KEY]",
                    "Lists what planners decide first, by clause of the policy outline, with default, range and\n"
                    "authority; of one clause everything that can be decided; of one key, or of a table of them,\n"
                    "all that is known of it. JSON holds all of it in any case.",
                    "  staffsim levers\n  staffsim levers 3.2\n  staffsim levers pay.rank_quota\n"
                    "  staffsim levers --all --lang zh\n"
                    "  staffsim levers --format json-schema > scenario.schema.json\n");
    options.arguments(named, 0, 1, {"a clause or a key", "条款或键"});
    options.flag("all", all, "everything that can be decided, facts and assumptions, too, with their sources");
    options.one_of("format", format, {"table", "json", "json-schema"}, "what stdout gets");
    options.one_of("lang", language, {"en", "zh"}, "language of the table");
    if (!options.read(words)) return success;
    if (!named.empty() && (all || format == "json-schema"))
        throw InputError(worded("a clause or a key stands alone; leave --all and --format json-schema out",
                                "条款或键应单独使用；请去掉 --all 和 --format json-schema"));
    const Language shown = language == "zh" ? Language::zh : Language::en;
    const std::vector<const levers::Row*> of_key =
        named.empty() ? std::vector<const levers::Row*>{} : levers::of_key(all_rows(), named.front());
    if (!of_key.empty()) return told(of_key, format, shown);
    const std::vector<const levers::Row*> rows =
        named.empty() ? all_rows() : levers::of_clause(all_rows(), named.front());
    const bool is_brief = named.empty() && format == "table";
    const levers::Selection some = is_brief ? levers::Selection::everyday : levers::Selection::policy_only;
    const levers::Selection selection = all ? levers::Selection::all : some;
    if (format == "table") std::cout << levers::listing_text(rows, selection, shown);
    if (format == "json") std::cout << levers::listing_json(rows, selection);
    if (format == "json-schema") std::cout << scenario::json_schema();
    return success;
}

}  // namespace staffsim::cli
