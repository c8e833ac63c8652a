#include "analysis/comparable.hpp"

#include <algorithm>

#include "analysis/notes.hpp"
#include "sim/engine/donors.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/scenario/origin.hpp"
#include "sim/scenario/warnings.hpp"

namespace staffsim::analysis {

namespace {

using scenario::Scenario;
using scenario::SourceFile;

const SourceFile* file_named(const Scenario& scenario, const char* key) {
    const auto found = std::ranges::find(scenario.files, key, &SourceFile::key);
    return found == scenario.files.end() ? nullptr : &*found;
}

std::string content_of(const SourceFile* table) { return table == nullptr ? "" : table->sha256; }

// The file that the user named, before any context.
std::string named_file(const Scenario& scenario) {
    const SourceFile* named = file_named(scenario, "");
    return named == nullptr ? "" : named->path;
}

// Where the chain of a scenario takes in the file that names the table; nothing when the user named that file.
const SourceFile* extended_for(const Scenario& scenario, const SourceFile& table) {
    const auto naming = std::ranges::find_if(scenario.files, [&](const SourceFile& file) {
        return file.key == "extends" && file.path == table.named_at.file;
    });
    return naming == scenario.files.end() ? nullptr : &*naming;
}

// "county/roster.csv (1546 people, named in county/baseline.toml:8, which county/allowance.toml:1 extends)"
Text people_of(const Scenario& scenario) {
    const SourceFile* roster = file_named(scenario, "roster");
    if (roster == nullptr) return {"no roster", "没有花名册"};
    const SourceFile* extended = extended_for(scenario, *roster);
    return worded("{} ({} people, named in {}{})", "{}（{} 人，写在 {}{}）", roster->path, scenario.roster.persons,
                  scenario::place_text(roster->named_at),
                  extended == nullptr
                      ? Text{}
                      : worded(", which {} extends", "，由 {} 承接", scenario::place_text(extended->named_at)));
}

Text way_out(const Scenario& base, const Scenario& variant) {
    const SourceFile* own = file_named(variant, "roster");
    const SourceFile* theirs = file_named(base, "roster");
    const SourceFile* extended = own == nullptr ? nullptr : extended_for(variant, *own);
    const std::string named = named_file(variant), baseline = named_file(base);
    if (extended != nullptr) {
        const Text other = theirs == nullptr
                               ? Text{}
                               : worded(", or name {} as roster in {} and compare with that",
                                        "，或在 {1} 中以 {0} 为 roster 再比较", theirs->path, extended->path);
        return worded("let {} extend {}{}", "请让 {} 承接 {}{}", extended->named_at.file, baseline, other);
    }
    const bool is_overlay = file_named(variant, "extends") != nullptr;
    if (own != nullptr && (is_overlay || own->named_at.file != named))
        return worded("leave the roster out of {}", "请去掉 {} 中的 roster", scenario::place_text(own->named_at));
    return worded("let {} extend {} and say only what is different", "请让 {} 承接 {}，只写不同之处", named, baseline);
}

Place place_of(const Scenario& scenario) { return {scenario.files.empty() ? "" : scenario.files.front().path, 0, 0}; }

// The line to change first.
Place place_of_people(const Scenario& scenario) {
    const SourceFile* roster = file_named(scenario, "roster");
    if (roster == nullptr) return place_of(scenario);
    const SourceFile* extended = extended_for(scenario, *roster);
    return extended == nullptr ? roster->named_at : extended->named_at;
}

void require_same_people(Diagnostics& diagnostics, const Scenario& base, const Scenario& variant) {
    if (content_of(file_named(base, "roster")) == content_of(file_named(variant, "roster"))) return;
    diagnostics.error(place_of_people(variant), "roster",
                      worded("\"{}\" begins with other people than the baseline \"{}\": {} here, {} there; the "
                             "differences would be those of the rosters, not of the policy; {}",
                             "“{}”与基准方案“{}”的起始人员不同（此处 {}，彼处 {}）；差异将是花名册之差而非政策之差；{}",
                             variant.name, base.name, people_of(variant), people_of(base), way_out(base, variant)));
}

std::vector<std::string> unit_ids(const Scenario& scenario) {
    std::vector<std::string> ids;
    for (const UnitPlan& unit : scenario.input.plan.units) ids.push_back(unit.id);
    return ids;
}

Text establishment_of(const Scenario& scenario) {
    const SourceFile* table = file_named(scenario, "establishment");
    return worded("{} units{}", "{} 个{}", scenario.input.plan.units.size(),
                  table == nullptr ? Text{} : worded(" of {}", "，见 {}", table->path));
}

void require_same_units(Diagnostics& diagnostics, const Scenario& base, const Scenario& variant) {
    if (unit_ids(base) == unit_ids(variant)) return;
    diagnostics.error(place_of(variant), "units",
                      worded("the units of \"{}\" are not those of the baseline \"{}\" ({} here, {} there)",
                             "“{}”的单位与基准方案“{}”不同（此处 {}，彼处 {}）", variant.name, base.name,
                             establishment_of(variant), establishment_of(base)));
}

template <class Value>
void require_equal(Diagnostics& diagnostics, const Scenario& variant, const char* key, const Value& base,
                   const Value& own) {
    if (base == own) return;
    diagnostics.error(place_of(variant), key,
                      worded("differs from the baseline's in \"{}\" ({} there, {} here); matched futures need the same",
                             "“{}”与基准方案不同（彼处 {}，此处 {}）；对照推演须相同", variant.name, base, own));
}

// Without its folder: warnings go into stores, which hold no path.
std::string file_name(const SourceFile& file) { return scenario::without_folders({file.path, 0, 0}).file; }

int places_in(const Scenario& scenario) {
    int places = 0;
    for (const UnitPlan& unit : scenario.input.plan.units) places += unit.places;
    return places;
}

// What the tables say in effect; a name or a comment that differs does not count.
bool have_same_units(const Scenario& a, const Scenario& b) {
    return std::ranges::none_of(scenario::differences(a, b), [](const scenario::Difference& difference) {
        return difference.key.starts_with("units.");
    });
}

}  // namespace

void check_comparable(const std::vector<Scenario>& scenarios) {
    Diagnostics diagnostics;
    const Scenario& base = scenarios.front();
    for (const Scenario& variant : scenarios) {
        require_equal(diagnostics, variant, "start", to_text(base.input.plan.start), to_text(variant.input.plan.start));
        require_equal(diagnostics, variant, "years", base.input.years, variant.input.years);
        require_equal(diagnostics, variant, "warm_up_lives", engine::lives_before(base.input),
                      engine::lives_before(variant.input));
        require_equal(diagnostics, variant, "county", base.input.plan.id, variant.input.plan.id);
        require_equal(diagnostics, variant, "start_full", base.input.plan.start_full, variant.input.plan.start_full);
        require_same_units(diagnostics, base, variant);
        require_same_people(diagnostics, base, variant);
    }
    diagnostics.throw_if_errors();
}

std::vector<ToldWarning> warnings_between(const std::vector<Scenario>& scenarios) {
    Diagnostics diagnostics;
    const Scenario& base = scenarios.front();
    const SourceFile* theirs = file_named(base, "establishment");
    for (const Scenario& variant : scenarios) {
        const SourceFile* own = file_named(variant, "establishment");
        if (own == nullptr || theirs == nullptr || own->sha256 == theirs->sha256) continue;
        if (have_same_units(base, variant)) continue;
        warn(diagnostics, own->named_at, "establishment", scenario::Warning::other_establishment, variant.name,
             file_name(*own), places_in(variant), file_name(*theirs), places_in(base));
    }
    return in_both_languages(diagnostics.warnings());
}

}  // namespace staffsim::analysis
