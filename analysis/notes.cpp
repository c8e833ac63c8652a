#include "analysis/notes.hpp"

#include "sim/scenario/origin.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace staffsim::analysis {

namespace {

// "channel, field (12 people), native"
std::string drawn_list(const scenario::RosterSummary& roster) {
    std::vector<std::string> parts;
    for (const auto& [column, people] : roster.drawn) {
        if (people == 0) continue;
        parts.push_back(people == roster.persons ? column
                                                 : fmt::format("{} ({} of {} people)", column, people, roster.persons));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

void add_drawn(std::vector<std::string>& notes, const scenario::RosterSummary& roster) {
    const std::string drawn = drawn_list(roster);
    const std::size_t columns = roster.present.size() + roster.absent.size();
    if (!roster.absent.empty()) {
        notes.push_back(fmt::format("{} of {} roster columns are missing", roster.absent.size(), columns));
    }
    if (!drawn.empty()) notes.push_back("Drawn, because the roster does not say it: " + drawn);
    if (roster.other_fields > 0) {
        notes.push_back(fmt::format("Field of study counted as \"other\" for {} people", roster.other_fields));
    }
    if (roster.away > 0)
        notes.push_back(fmt::format("{} people are noted as away; that is not simulated", roster.away));
}

}  // namespace

std::vector<std::string> notes_of(const scenario::Scenario& baseline) {
    std::vector<std::string> notes;
    if (baseline.roster.persons > 0) add_drawn(notes, baseline.roster);
    if (baseline.input.plan.start_full)
        notes.push_back("No roster: every place is filled with generated people on the first day");
    notes.push_back("No history was given to check against: compare policies, do not forecast levels");
    return notes;
}

std::vector<std::string> warnings_of(const std::vector<scenario::Scenario>& scenarios) {
    std::vector<std::string> warnings;
    for (const scenario::Scenario& scenario : scenarios) {
        for (Problem problem : scenario.warnings) {
            problem.place = scenario::without_folders(problem.place);
            std::string text = to_text(problem);
            if (std::ranges::find(warnings, text) == warnings.end()) warnings.push_back(std::move(text));
        }
    }
    return warnings;
}

}  // namespace staffsim::analysis
