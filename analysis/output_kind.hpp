// What a command is about to write, and whether a file that is there already may give way to it. Only an earlier output
// of the same kind may, known by its own mark: what people made themselves (scenarios, rosters, notes, other workbooks)
// is never replaced. Stores look after themselves (sim/store).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sim/foundation/text.hpp"

namespace staffsim::analysis {

enum class OutputKind { page, workbook, pdf, store, tables };  // tables: a folder of them

struct PlannedOutput {
    std::string option;  // as the user knows it: "--report"
    std::filesystem::path path;
    OutputKind kind;
    Text named = {};  // what the message about another one of this name calls it, where that is no option
};

// Whether the file bears the mark of that kind, or is empty. A workbook that somebody has edited bears it no longer.
bool is_earlier_output(const std::filesystem::path& file, OutputKind kind);

// Before anything runs: InputError with every output that has no folder, is one itself, bears the name of another one
// of the list, or would replace something that is no earlier output of its kind.
void check_outputs(const std::vector<PlannedOutput>& planned);

// Put behind the last line of a PDF, where readers of PDF look for no more.
inline constexpr std::string_view pdf_mark = "% staffsim report\n";
// A workbook's own property, and the part of the file that holds nothing else.
inline constexpr const char* workbook_property = "program";
inline constexpr const char* program_name = "staffsim";

}  // namespace staffsim::analysis
