#include "sim/scenario/posts.hpp"

#include <algorithm>

#include "sim/scenario/standard_posts.hpp"
#include "sim/scenario/words.hpp"

namespace staffsim::scenario {

namespace {

struct PostDraft {
    PostType type;
    const Node* feeders = nullptr;
    const Node* filled_from = nullptr;
};

class PostReader {
  public:
    PostReader(Posts& posts, Diagnostics& diagnostics) : posts_(posts), diagnostics_(diagnostics) {}

    void read(const Entry& entry) {
        PostDraft& draft = draft_of(entry);
        posts_.places[entry.key] = entry.node->place;
        const std::string& field = entry.path[2];
        if (field == "label") return label(entry, draft.type);
        if (field == "title") return title(entry, draft.type);
        if (field == "unit_kind") return word(entry, draft.type.unit_kind);
        if (field == "ladder") return word(entry, draft.type.ladder);
        if (field == "area") return word(entry, draft.type.area);
        if (field == "feeders") return void(draft.feeders = entry.node);
        if (field == "filled_from") return void(draft.filled_from = entry.node);
        if (field == "tier") return tier(entry, draft.type);
        number(entry, field == "pay_level" ? draft.type.pay_level : draft.type.resignation_rate);
    }

    void finish() {
        for (PostDraft& draft : drafts_) {
            complete(draft.type);
            if (draft.feeders != nullptr) feeders(draft);
            if (draft.filled_from != nullptr) origins(draft);
            posts_.types.push_back(draft.type);
        }
        report_equal_titles();
    }

  private:
    PostDraft& draft_of(const Entry& entry) {
        const std::string& id = entry.path[1];
        for (PostDraft& draft : drafts_) {
            if (draft.type.id == id) return draft;
        }
        posts_.places["posts." + id] = entry.node->key_place;
        drafts_.emplace_back().type.id = id;
        return drafts_.back();
    }

    void label(const Entry& entry, PostType& type) {
        if (const auto text = read_text(*entry.node, entry.key, diagnostics_)) type.label = *text;
    }

    void title(const Entry& entry, PostType& type) {
        if (const auto text = read_string(*entry.node, entry.key, diagnostics_)) type.title = *text;
    }

    template <class Enum>
    void word(const Entry& entry, Enum& target) {
        const auto text = read_string(*entry.node, entry.key, diagnostics_);
        if (!text) return;
        const auto value = find_word<Enum>(*text);
        if (value) target = *value;
        if (!value) diagnostics_.error(entry.node->place, entry.key, unknown_word<Enum>(*text));
    }

    void tier(const Entry& entry, PostType& type) {
        if (const auto value = read_whole(*entry.node, entry.key, 0, 20, diagnostics_))
            type.tier = static_cast<int>(*value);
    }

    void number(const Entry& entry, double& target) {
        if (const auto value = read_number(*entry.node, entry.key, 0, 20, diagnostics_)) target = *value;
    }

    void complete(PostType& type) {
        if (type.label.en.empty()) type.label = {type.id, type.id};
        for (const char* key : {"title", "unit_kind", "tier", "ladder"}) {
            if (posts_.places.contains("posts." + type.id + "." + key)) continue;
            diagnostics_.error(posts_.places["posts." + type.id], "posts." + type.id,
                               worded("lacks {}", "缺少 {}", key));
        }
    }

    void feeders(PostDraft& draft) {
        const std::string key = "posts." + draft.type.id + ".feeders";
        if (draft.feeders->kind != Node::Kind::array) {
            diagnostics_.error(
                draft.feeders->place, key,
                worded("expected a list of post ids, got {}", "应为职务代码列表，写成了{}", describe(*draft.feeders)));
            return;
        }
        for (const Node& element : draft.feeders->children) {
            const auto id = read_string(element, key, diagnostics_);
            if (id) feeder(draft, *id, element.place, key);
        }
    }

    // An error and none when there is no such post.
    PostTypeId post_named(const std::string& id, const Place& place, const std::string& key) {
        std::vector<std::string> ids;
        for (const PostDraft& other : drafts_) ids.push_back(other.type.id);
        const auto found = std::find(ids.begin(), ids.end(), id);
        if (found != ids.end()) return PostTypeId{static_cast<std::size_t>(found - ids.begin())};
        diagnostics_.error(place, key, worded("there is no post \"{}\"{}", "没有职务“{}”{}", id, suggestion(id, ids)));
        return PostTypeId::none();
    }

    void feeder(PostDraft& draft, const std::string& id, const Place& place, const std::string& key) {
        const PostTypeId post = post_named(id, place, key);
        std::vector<PostTypeId>& list = draft.type.feeders;
        if (!post.exists()) return;
        if (std::find(list.begin(), list.end(), post) != list.end()) {
            diagnostics_.error(place, key, worded("names \"{}\" twice", "“{}”写了两次", id));
        } else {
            list.push_back(post);
        }
    }

    // By id, so that the order in a file moves no draw.
    void origins(PostDraft& draft) {
        const std::string key = "posts." + draft.type.id + ".filled_from";
        if (draft.filled_from->kind != Node::Kind::table) {
            diagnostics_.error(draft.filled_from->place, key,
                               worded("expected a table such as {{ clerk = 0.9 }}, got {}",
                                      "应为表，如 {{ clerk = 0.9 }}，写成了{}", describe(*draft.filled_from)));
            return;
        }
        std::map<std::string, Origin> sorted;
        for (const Node& member : draft.filled_from->children) {
            const PostTypeId post = post_named(member.key, member.key_place, key);
            const auto chance = read_number(member, key + "." + member.key, 0, 1, diagnostics_);
            if (post.exists() && chance) sorted[member.key] = {post, *chance};
        }
        for (const auto& [id, origin] : sorted) draft.type.filled_from.push_back(origin);
    }

    void report_equal_titles() {
        for (std::size_t i = 0; i < posts_.types.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const PostType& a = posts_.types[i];
                const PostType& b = posts_.types[j];
                if (a.title.empty() || a.title != b.title || a.unit_kind != b.unit_kind) continue;
                const std::string key = "posts." + a.id + ".title";
                diagnostics_.error(
                    posts_.places[key], key,
                    worded("\"{}\" is the title of {} as well", "“{}”也是 {} 的职务名称", a.title, b.id));
            }
        }
    }

    Posts& posts_;
    Diagnostics& diagnostics_;
    std::vector<PostDraft> drafts_;
};

// Where a planner can mend it: origins, feeders or tier, whichever is not a standard one.
Place place_of_problem(const Posts& posts, const std::string& key) {
    for (const char* field : {".filled_from", ".feeders", ".tier"}) {
        const auto found = posts.places.find(key + field);
        if (found != posts.places.end() && found->second.file != standard_posts_name) return found->second;
    }
    return posts.places.at(key);
}

}  // namespace

Posts posts_of(const Entries& entries, Diagnostics& diagnostics) {
    Posts posts;
    const std::size_t before = diagnostics.errors().size();
    PostReader reader(posts, diagnostics);
    for (const Entry& entry : entries.others) {
        if (entry.path.size() == 3 && entry.path[0] == "posts") reader.read(entry);
    }
    reader.finish();
    posts.is_sound = diagnostics.errors().size() == before;
    if (!posts.is_sound) return posts;
    for (const CareerGraphProblem& problem : check_career_graph(posts.types)) {
        const std::string key = "posts." + posts.types[problem.post.value].id;
        diagnostics.error(place_of_problem(posts, key), key, problem.message);
        posts.is_sound = false;
    }
    return posts;
}

}  // namespace staffsim::scenario
