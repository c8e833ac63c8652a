// Which CSV file is an earlier table of ours and may give way to a new one. A table has no place for a mark, so it is
// known by its name and its headings: a few of them that no table of a county has together, kept from version to
// version.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace staffsim::analysis {

// Whether a file of that name with that content is a table that some command writes; an empty one is anybody's.
bool is_own_table(const std::string& name, std::string_view content);

// Before anything runs: InputError when the folder can never be filled (check_can_fill), or holds tables of other
// people's under the names of ours.
void check_can_hold_tables(const std::filesystem::path& folder, const std::string& option);

}  // namespace staffsim::analysis
