#include "analysis/export/own_tables.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "analysis/output_file.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/foundation/text.hpp"

namespace staffsim::analysis {

namespace fs = std::filesystem;

namespace {

struct OwnTable {
    std::string_view name;
    std::array<std::string_view, 3> headings;
};

constexpr std::array own_tables{
    OwnTable{"comparison.csv", {"scenario", "outcome", "difference"}},
    OwnTable{"yearly.csv", {"scenario", "outcome", "p25"}},
    OwnTable{"units.csv", {"scenario", "outcome", "verdict_year"}},
    OwnTable{"manpower.csv", {"scenario", "group", "move_up"}},
    OwnTable{"settings.csv", {"scenario", "key", "old"}},
    OwnTable{"rules.csv", {"scenario", "rule", "fired_in"}},
    OwnTable{"dictionary.csv", {"kind", "file", "meaning_en"}},
    OwnTable{"luck.csv", {"scenario", "outcome", "p50"}},
    OwnTable{"pilots.csv", {"part", "pilot", "outcome"}},
    OwnTable{"breakdown.csv", {"scenario", "dimension", "measure"}},
    OwnTable{"equal_cost.csv", {"scenario", "lever", "residual_percent"}},
    OwnTable{"pathways.csv", {"scenario", "outcome", "pathway"}},
    OwnTable{"structure.csv", {"scenario", "attribute", "people_p05"}},
    OwnTable{"careers.csv", {"scenario", "from", "p05"}},
    OwnTable{"chains.csv", {"scenario", "what", "p05"}},
    OwnTable{"tornado.csv", {"scenario", "key", "at_low"}},
    OwnTable{"joint.csv", {"scenario", "draws", "sign_agreement"}},
    OwnTable{"shares.csv", {"scenario", "key", "mean_absolute_effect"}},
    OwnTable{"package.csv", {"outcome", "verdict_year", "part"}},
    OwnTable{"best.csv", {"scenario", "outcome", "remains"}},
    OwnTable{"seek.csv", {"futures", "value", "share_low"}},
    OwnTable{"points.csv", {"point", "hash", "sweep"}},
    OwnTable{"long_run.csv", {"scenario", "outcome", "settled_after"}},
};

std::vector<std::string_view> headings_of(std::string_view content) {
    std::string_view line = content.substr(0, content.find('\n'));
    std::vector<std::string_view> headings;
    while (true) {
        const std::size_t comma = std::min(line.find(','), line.size());
        headings.push_back(trimmed(line.substr(0, comma)));
        if (comma == line.size()) return headings;
        line.remove_prefix(comma + 1);
    }
}

}  // namespace

bool is_own_table(const std::string& name, std::string_view content) {
    if (content.empty()) return true;
    const auto* const table = std::ranges::find(own_tables, name, &OwnTable::name);
    if (table == own_tables.end()) return false;
    const std::vector<std::string_view> headings = headings_of(content);
    return std::ranges::all_of(table->headings, [&](std::string_view heading) {
        return std::ranges::find(headings, heading) != headings.end();
    });
}

void check_can_hold_tables(const fs::path& folder, const std::string& option) {
    check_can_fill(folder, option);
    Diagnostics diagnostics;
    for (const OwnTable& table : own_tables) {
        const fs::path file = folder / table.name;
        std::error_code ignored;
        if (!fs::exists(file, ignored)) continue;
        const std::string content = read_file(file);  // empty, too, when it cannot be read
        const bool is_read = !content.empty() || (fs::is_regular_file(file, ignored) && fs::is_empty(file, ignored));
        if (is_read && is_own_table(std::string(table.name), content)) continue;
        diagnostics.error({}, option,
                          worded("{} is there already and is no table that staffsim wrote; name another folder, or "
                                 "remove it first",
                                 "{} 已存在，且不是本程序写的表格；请另给文件夹，或先移走", file.string()));
    }
    diagnostics.throw_if_errors();
}

}  // namespace staffsim::analysis
