// staffsim levers: what can be decided, looked up or assumed.
#include <iostream>

#include "sim/cli/commands.hpp"
#include "sim/cli/exit_codes.hpp"
#include "sim/cli/options.hpp"
#include "sim/engine/policy.hpp"
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
    Options options(
        "levers", "Lists what somebody can decide, by clause of the policy outline, with default, range and authority.",
        "  staffsim levers --all --lang zh\n  staffsim levers --format json-schema > scenario.schema.json\n");
    options.flag("all", all, "facts and assumptions, too");
    options.one_of("format", format, {"table", "json", "json-schema"}, "what stdout gets");
    options.one_of("lang", language, {"en", "zh"}, "language of the table");
    if (!options.read(words)) return success;
    const levers::Selection selection = all ? levers::Selection::all : levers::Selection::policy_only;
    const Language shown = language == "zh" ? Language::zh : Language::en;
    if (format == "table") std::cout << levers::listing_text(all_rows(), selection, shown);
    if (format == "json") std::cout << levers::listing_json(all_rows(), selection);
    if (format == "json-schema") std::cout << scenario::json_schema();
    return success;
}

}  // namespace staffsim::cli
