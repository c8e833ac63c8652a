#include "sim/cli/outcome_names.hpp"

#include "sim/foundation/diagnostics.hpp"
#include "sim/foundation/text.hpp"
#include "sim/measures/outcome.hpp"

namespace staffsim::cli {

std::vector<std::size_t> outcomes_named(const std::vector<std::string>& ids, const std::string& option) {
    std::vector<std::size_t> places;
    std::vector<Problem> problems;
    for (const std::string& id : ids) {
        const std::size_t place = measures::outcome_index(id);
        places.push_back(place);
        if (place < measures::outcomes().size()) continue;
        std::vector<std::string> known;
        for (const measures::Outcome& outcome : measures::outcomes()) known.push_back(outcome.id);
        const std::string near = nearest(id, known);
        problems.push_back({{},
                            "",
                            worded("{} {}: there is no such outcome{}", "{} {}：没有这项指标{}", option, id,
                                   near.empty() ? Text{} : worded("; did you mean {}?", "；是否应为 {}？", near))});
    }
    if (!problems.empty()) throw InputError(problems);
    return places;
}

}  // namespace staffsim::cli
