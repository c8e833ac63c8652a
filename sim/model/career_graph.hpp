// Post types and the career graph they form: nodes are post types, an edge leads from a feeder post to the post it may
// be promoted to. The graph is scenario data; it is checked on load.
#pragma once

#include <string>
#include <vector>

#include "sim/foundation/ids.hpp"
#include "sim/foundation/text.hpp"
#include "sim/foundation/worded.hpp"
#include "sim/model/terms.hpp"

namespace staffsim {

// Regime fixed_probabilities: the chance that an opening is filled from that post type.
struct Origin {
    PostTypeId post;
    double probability = 0;
};

struct PostType {
    std::string id;     // "township_deputy"; the establishment's quota column and the roster's post column name `title`
    std::string title;  // "deputy_section": the same title may exist in townships and in county organs
    Text label;
    UnitKind unit_kind = UnitKind::township;
    int tier = 0;                     // 0 lowest; orders fills and "highest title"
    Ladder ladder = Ladder::entry;    // entry posts hold everyone without a title
    Area area = Area::unit;           // where candidates come from
    std::vector<PostTypeId> feeders;  // post types from which one may be promoted here
    // Of the feeders and the post itself (a move to an equal post), by id; what lacks to 1 comes from outside.
    std::vector<Origin> filled_from{};
    double pay_level = 0;          // multiples of the post pay step (clerk 0, deputy section 1, section chief 2)
    double resignation_rate = -1;  // per year, overrides the general rate; negative = not set (theory scenarios)

    bool is_entry() const { return ladder == Ladder::entry; }
    // Of the statutory ladder, below which middle posts stand: clerks and heads of offices 0, deputies 1, chiefs 2.
    int statutory_level() const { return is_leadership(ladder) ? (ladder == Ladder::deputy ? 1 : 2) : 0; }
};

// What is wrong with the graph, one sentence each, empty when nothing is: a promotion cycle, a post that cannot be
// reached from an entry post, a tier that does not rise along an edge, a unit kind without an entry post, an origin
// that is no feeder, origins whose probabilities exceed 1.
struct CareerGraphProblem {
    PostTypeId post;
    Text message;
};
std::vector<CareerGraphProblem> check_career_graph(const std::vector<PostType>& posts);

}  // namespace staffsim
