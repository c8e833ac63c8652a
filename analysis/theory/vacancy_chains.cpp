#include "analysis/theory/vacancy_chains.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/theory/formulas.hpp"

namespace staffsim::theory {

namespace {

// Filling takes no time, but a post that opens in a chain behind its turn of the day is filled on the next one.
constexpr int days_to_end_in = 60;
constexpr int fewest_in_stratum = 10;  // so that somebody is always there to move
constexpr int named_lengths = 4;       // with a probability of their own
constexpr int longest_class = 20;      // of the distribution; longer chains are one class

// Titled posts of the unit, the highest first.
std::vector<PostTypeId> strata_of(const CountyPlan& plan) {
    std::vector<PostTypeId> strata;
    for (std::size_t post = 0; post < plan.posts.size(); ++post) {
        if (plan.units[0].quota[post] > 0) strata.push_back(PostTypeId{post});
    }
    std::ranges::sort(strata, std::greater{}, [&plan](PostTypeId post) { return plan.posts[post.value].tier; });
    return strata;
}

double leaving_rate(const scenario::Scenario& scenario, const PostType& post) {
    return post.resignation_rate < 0 ? policy_of(scenario).retention.resignation : post.resignation_rate;
}

struct ChainModel {
    std::vector<PostTypeId> strata;
    OriginOfFills filled_from;
    std::vector<double> initial;  // of all chains, by stratum where they begin
};

ChainModel model_of(const scenario::Scenario& scenario) {
    const CountyPlan& plan = scenario.input.plan;
    ChainModel model{strata_of(plan), {}, {}};
    for (const PostTypeId post : model.strata) {
        std::vector<double> row(model.strata.size());
        for (const Origin& origin : plan.posts[post.value].filled_from) {
            const auto at = std::ranges::find(model.strata, origin.post);
            if (at != model.strata.end()) row[static_cast<std::size_t>(at - model.strata.begin())] = origin.probability;
        }
        model.filled_from.push_back(std::move(row));
        model.initial.push_back(plan.units[0].quota[post.value] * leaving_rate(scenario, plan.posts[post.value]));
    }
    const double all = std::accumulate(model.initial.begin(), model.initial.end(), 0.0);
    for (double& share : model.initial) share /= all;
    return model;
}

// Whether every stratum is filled from outside sooner or later.
bool ends(const OriginOfFills& filled_from) {
    std::vector<bool> reaches(filled_from.size());
    for (std::size_t round = 0; round <= filled_from.size(); ++round) {
        for (std::size_t i = 0; i < filled_from.size(); ++i) {
            double sum = 0;
            for (std::size_t j = 0; j < filled_from.size(); ++j) {
                sum += filled_from[i][j];
                if (filled_from[i][j] > 0 && reaches[j]) reaches[i] = true;
            }
            if (sum < 1) reaches[i] = true;
        }
    }
    return std::ranges::find(reaches, false) == reaches.end();
}

std::vector<double> length_classes(const ChainModel& model) {
    std::vector<double> classes;
    for (int length = 1; length <= longest_class; ++length)
        classes.push_back(chain_length_probability(model.filled_from, model.initial, length));
    classes.push_back(1.0 - std::accumulate(classes.begin(), classes.end(), 0.0));
    return classes;
}

// A chain by the opening that it begins with: links are openings, each caused by the one before.
struct ObservedChain {
    PostTypeId begins_in;
    int length = 0;
};

std::vector<ObservedChain> chains_begun_by(const County& county, Day last) {
    const std::vector<Opening>& openings = county.openings();
    std::vector<std::size_t> chain_of(openings.size());
    std::vector<ObservedChain> chains;
    for (std::size_t i = 0; i < openings.size(); ++i) {
        const Opening& opening = openings[i];
        if (opening.cause.exists()) {
            chain_of[i] = chain_of[opening.cause.value];
        } else {
            // Those that might not have ended lie behind all that are asked for.
            chain_of[i] = chains.size();
            chains.push_back({opening.opened <= last ? county.seat(opening.seat).post : PostTypeId::none(), 0});
        }
        ++chains[chain_of[i]].length;
    }
    std::erase_if(chains, [](const ObservedChain& chain) { return !chain.begins_in.exists(); });
    return chains;
}

class ChainWatcher : public engine::Sink {
  public:
    explicit ChainWatcher(const scenario::Scenario& scenario)
        : last_(add_years(scenario.input.plan.start, scenario.input.years) - days_to_end_in),
          years_(static_cast<std::size_t>(scenario.input.years)) {}
    void on_year(std::size_t index, const County& county) override {
        for (const auto& flows : county.tally().flows) {
            links_ += static_cast<double>(flows[static_cast<std::size_t>(Flow::chain_links)]);
            closed_ += static_cast<double>(flows[static_cast<std::size_t>(Flow::chains_closed)]);
        }
        if (index + 1 == years_) chains_ = chains_begun_by(county, last_);
    }

    std::vector<ObservedChain> chains_;
    double links_ = 0, closed_ = 0;

  private:
    Day last_;
    std::size_t years_;
};

}  // namespace

std::vector<Text> chain_objections(const scenario::Scenario& scenario) {
    const CountyPlan& plan = scenario.input.plan;
    if (plan.units.size() != 1) return {Text{"vacancy chains need exactly one unit", "补缺连锁须恰有一个单位"}};
    std::vector<Text> wrong;
    const UnitPlan& unit = plan.units[0];
    if (std::accumulate(unit.quota.begin(), unit.quota.end(), 0) != unit.places)
        wrong.push_back(Text{"every place must be a titled post", "各编制都应为领导职务"});
    const CompetitionRules& rules = policy_of(scenario).competition;
    bool some_leave = false;
    for (const PostTypeId id : strata_of(plan)) {
        const PostType& post = plan.posts[id.value];
        const LadderRules& ladder = rules.ladder[static_cast<std::size_t>(post.ladder)];
        if (ladder.regime != Regime::fixed_probabilities)
            wrong.push_back(worded("posts.{}: the regime must be \"fixed_probabilities\"",
                                   "posts.{}：regime 应为 \"fixed_probabilities\"", post.id));
        if (ladder.lead_days != 0)
            wrong.push_back(worded("posts.{}: lead_days must be 0", "posts.{}：lead_days 应为 0", post.id));
        if (unit.quota[id.value] < fewest_in_stratum)
            wrong.push_back(worded("posts.{}: at least {} posts, so that somebody can move",
                                   "posts.{}：至少 {} 个职数，才有人可以调动", post.id, fewest_in_stratum));
        for (const Origin& origin : post.filled_from) {
            if (origin.probability > 0 && unit.quota[origin.post.value] == 0)
                wrong.push_back(worded("posts.{}: nobody holds {}", "posts.{}：无人担任 {}", post.id,
                                       plan.posts[origin.post.value].id));
        }
        some_leave = some_leave || leaving_rate(scenario, post) > 0;
    }
    if (rules.notice_days != 0)
        wrong.push_back(Text{"promotion.notice_days must be 0", "promotion.notice_days 应为 0"});
    if (rules.trial.days != 0) wrong.push_back(Text{"promotion.trial.days must be 0", "promotion.trial.days 应为 0"});
    if (rules.second_title_share != 0)
        wrong.push_back(Text{"promotion.second_title_share must be 0", "promotion.second_title_share 应为 0"});
    if (!some_leave)
        wrong.push_back(Text{"somebody must leave: posts.….resignation_rate", "须有人离开：posts.….resignation_rate"});
    if (wrong.empty() && !ends(model_of(scenario).filled_from))
        wrong.push_back(
            Text{"some chains never end: from every post a way must lead to one that is filled from outside",
                 "有的补缺连锁不会终止：从每个职务出发，都应能通到由外部补充的职务"});
    return wrong;
}

std::vector<Quantity> chain_quantities(const scenario::Scenario& scenario) {
    const ChainModel model = model_of(scenario);
    const std::vector<double> lengths = mean_chain_lengths(model.filled_from);
    const double overall = std::inner_product(lengths.begin(), lengths.end(), model.initial.begin(), 0.0);
    std::vector<Quantity> quantities;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        if (model.initial[i] <= 0) continue;
        const std::string& id = scenario.input.plan.posts[model.strata[i].value].id;
        quantities.push_back(
            {worded("moves of a chain that begins in {}", "始于 {} 的补缺连锁的变动次数", id), lengths[i]});
    }
    quantities.push_back({Text{"moves of a chain", "补缺连锁的变动次数"}, overall});
    quantities.push_back({Text{"moves of a chain by the tally", "补缺连锁的变动次数（按累计）"}, overall});
    const std::vector<double> classes = length_classes(model);
    for (int length = 1; length <= named_lengths; ++length) {
        const double share = classes[static_cast<std::size_t>(length - 1)];
        if (share > 0) quantities.push_back({worded("P(chain of {})", "补缺连锁长 {} 的概率", length), share});
    }
    quantities.push_back({Text{"distribution of lengths", "长度的分布"}, 0, 0, Quantity::Kind::chi_square, classes});
    return quantities;
}

Observation observe_chains(const scenario::Scenario& scenario, RandomKey key) {
    const ChainModel model = model_of(scenario);
    ChainWatcher watcher(scenario);
    engine::simulate(scenario.input, key, {}, watcher);
    std::vector<double> chains(model.strata.size()), moves(model.strata.size()), counts(longest_class + 1);
    for (const ObservedChain& chain : watcher.chains_) {
        const auto at =
            static_cast<std::size_t>(std::ranges::find(model.strata, chain.begins_in) - model.strata.begin());
        chains[at] += 1;
        moves[at] += chain.length;
        counts[static_cast<std::size_t>(std::min(chain.length, longest_class + 1) - 1)] += 1;
    }
    const double all = std::accumulate(chains.begin(), chains.end(), 0.0);
    Observation seen;
    for (std::size_t i = 0; i < chains.size(); ++i) {
        if (model.initial[i] > 0) seen.values.push_back({moves[i], chains[i]});
    }
    seen.values.push_back({std::accumulate(moves.begin(), moves.end(), 0.0), all});
    seen.values.push_back({watcher.links_, watcher.closed_});
    const std::vector<double> classes = length_classes(model);
    for (std::size_t length = 0; length < named_lengths; ++length) {
        if (classes[length] > 0) seen.values.push_back({counts[length], all});
    }
    seen.values.push_back({0, 1, std::move(counts)});
    return seen;
}

}  // namespace staffsim::theory
