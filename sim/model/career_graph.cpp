#include "sim/model/career_graph.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>

namespace staffsim {

namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

Graph graph_of(const std::vector<PostType>& posts) {
    Graph graph(posts.size());
    for (std::size_t to = 0; to < posts.size(); ++to) {
        for (const PostTypeId feeder : posts[to].feeders) boost::add_edge(feeder.value, to, graph);
    }
    return graph;
}

std::vector<bool> reached_from_entries(const Graph& graph, const std::vector<PostType>& posts) {
    std::vector<boost::default_color_type> colour(posts.size(), boost::white_color);
    auto colours = boost::make_iterator_property_map(colour.begin(), boost::get(boost::vertex_index, graph));
    boost::queue<Graph::vertex_descriptor> queue;
    for (std::size_t post = 0; post < posts.size(); ++post) {
        if (posts[post].is_entry() && colour[post] == boost::white_color) {
            boost::breadth_first_visit(graph, post, queue, boost::default_bfs_visitor{}, colours);
        }
    }
    std::vector<bool> reached(posts.size());
    for (std::size_t post = 0; post < posts.size(); ++post) reached[post] = colour[post] == boost::black_color;
    return reached;
}

void add_kinds_without_entry(const std::vector<PostType>& posts, std::vector<CareerGraphProblem>& problems) {
    for (const Term<UnitKind>& kind : Vocabulary<UnitKind>::terms) {
        const auto of_kind = [&kind](const PostType& post) { return post.unit_kind == kind.value; };
        const auto first = std::find_if(posts.begin(), posts.end(), of_kind);
        const bool has_entry = std::any_of(posts.begin(), posts.end(),
                                           [&](const PostType& post) { return of_kind(post) && post.is_entry(); });
        if (first == posts.end() || has_entry) continue;
        problems.push_back({PostTypeId{static_cast<std::size_t>(first - posts.begin())},
                            worded("belongs to units of kind {}, which have no entry post",
                                   "属于 {} 类单位，而该类单位没有入口职务", kind.name)});
    }
}

void check_origins(const std::vector<PostType>& posts, PostTypeId id, std::vector<CareerGraphProblem>& problems) {
    constexpr double rounding = 1e-9;  // of ten written tenths
    const PostType& post = posts[id.value];
    double sum = 0;
    for (const Origin& origin : post.filled_from) {
        sum += origin.probability;
        const bool is_feeder = std::ranges::find(post.feeders, origin.post) != post.feeders.end();
        if (is_feeder || origin.post == id) continue;
        problems.push_back(
            {id, worded("is filled from {}, which is neither one of its feeders nor the post itself",
                        "由 {} 补充，而它既不是来源职务，也不是该职务本身", posts[origin.post.value].id)});
    }
    if (sum > 1 + rounding) {
        problems.push_back({id, worded("is filled from elsewhere with probabilities that sum to {}; at most 1, the "
                                       "rest comes from outside",
                                       "由别处补充的概率合计为 {}；不得超过 1，其余来自外部", sum)});
    }
}

}  // namespace

std::vector<CareerGraphProblem> check_career_graph(const std::vector<PostType>& posts) {
    std::vector<CareerGraphProblem> problems;
    const Graph graph = graph_of(posts);
    std::vector<std::size_t> component(posts.size());
    const std::size_t components = boost::strong_components(
        graph, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, graph)));
    std::vector<std::size_t> size(components, 0);
    for (const std::size_t c : component) ++size[c];
    const std::vector<bool> reached = reached_from_entries(graph, posts);
    for (std::size_t post = 0; post < posts.size(); ++post) {
        const PostTypeId id{post};
        if (size[component[post]] > 1)
            problems.push_back({id, worded("is part of a promotion cycle", "处在晋升的循环之中")});
        if (!reached[post])
            problems.push_back({id, worded("cannot be reached from any entry post; add a feeder",
                                           "从任何入口职务都升不到；请增加来源职务")});
        for (const PostTypeId feeder : posts[post].feeders) {
            if (posts[feeder.value].tier >= posts[post].tier) {
                problems.push_back({id, worded("has tier {} but its feeder {} has tier {}; tiers must rise",
                                               "层次为 {}，而其来源职务 {} 的层次为 {}；层次应逐级升高",
                                               posts[post].tier, posts[feeder.value].id, posts[feeder.value].tier)});
            }
        }
        check_origins(posts, id, problems);
    }
    add_kinds_without_entry(posts, problems);
    return problems;
}

}  // namespace staffsim
