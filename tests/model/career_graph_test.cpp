#include "sim/model/career_graph.hpp"

#include <catch2/catch.hpp>

#include "tests/support/tiny_county.hpp"

using namespace staffsim;

namespace {

bool says(const std::vector<CareerGraphProblem>& problems, std::size_t post, const std::string& phrase) {
    for (const CareerGraphProblem& problem : problems) {
        if (problem.post == PostTypeId{post} && problem.message.en.find(phrase) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("a career that leads from the entrance to every post has no problem") {
    CHECK(check_career_graph(tiny::posts()).empty());
}

TEST_CASE("a post without feeders cannot be reached") {
    auto posts = tiny::posts();
    posts[tiny::deputy].feeders.clear();
    const auto problems = check_career_graph(posts);
    CHECK(says(problems, tiny::deputy, "cannot be reached"));
    CHECK_FALSE(says(problems, tiny::chief, "cannot be reached"));  // the organ's deputy still leads there
    CHECK_FALSE(says(problems, tiny::head, "cannot be reached"));
}

TEST_CASE("posts behind one that cannot be reached cannot be reached either") {
    auto posts = tiny::posts();
    posts[tiny::head].feeders.clear();
    posts[tiny::chief].feeders = {PostTypeId{tiny::deputy}};
    const auto problems = check_career_graph(posts);
    CHECK(says(problems, tiny::head, "cannot be reached"));
    CHECK(says(problems, tiny::deputy, "cannot be reached"));
    CHECK(says(problems, tiny::chief, "cannot be reached"));
}

TEST_CASE("a promotion cycle is reported at every post in it") {
    auto posts = tiny::posts();
    posts[tiny::head].feeders.push_back(PostTypeId{tiny::chief});
    const auto problems = check_career_graph(posts);
    CHECK(says(problems, tiny::head, "promotion cycle"));
    CHECK(says(problems, tiny::deputy, "promotion cycle"));
    CHECK(says(problems, tiny::chief, "promotion cycle"));
    CHECK_FALSE(says(problems, tiny::clerk, "promotion cycle"));
    CHECK(says(problems, tiny::head, "tiers must rise"));
}

TEST_CASE("a post that feeds itself does not rise") {
    auto posts = tiny::posts();
    posts[tiny::head].feeders.push_back(PostTypeId{tiny::head});
    CHECK(says(check_career_graph(posts), tiny::head, "has tier 1 but its feeder head has tier 1; tiers must rise"));
}

TEST_CASE("an empty career has no problem") { CHECK(check_career_graph({}).empty()); }

// Was a defect: the header promises this check, and newcomers of such a unit would have no post type.
TEST_CASE("a unit kind with posts but no entry post is a problem") {
    auto posts = tiny::posts();
    posts.erase(posts.begin() + tiny::organ_clerk);  // the organ's deputy is fed from townships
    posts.back().feeders = {PostTypeId{tiny::head}};
    posts[tiny::chief].feeders = {PostTypeId{tiny::deputy}};
    CHECK_FALSE(check_career_graph(posts).empty());
}
