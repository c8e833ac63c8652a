// Theory B: the pull model with random choice and with seniority.

#include "analysis/theory/pull_model.hpp"

#include <algorithm>

#include "analysis/theory/formulas.hpp"

namespace staffsim::theory {

namespace {

constexpr int pull_years_discarded = 60;

// Post types of the scenario's only unit kind, by rising tier.
std::vector<PostTypeId> pull_grades(const scenario::Scenario& scenario) {
    const CountyPlan& plan = scenario.input.plan;
    std::vector<PostTypeId> posts;
    for (std::size_t p = 0; p < plan.posts.size(); ++p) {
        const bool used = plan.posts[p].is_entry() ? plan.posts[p].id == "g1" : plan.units[0].quota[p] > 0;
        if (used) posts.push_back(PostTypeId{p});
    }
    std::sort(posts.begin(), posts.end(),
              [&plan](PostTypeId a, PostTypeId b) { return plan.posts[a.value].tier < plan.posts[b.value].tier; });
    return posts;
}

PullModel pull_model_of(const scenario::Scenario& scenario) {
    const CountyPlan& plan = scenario.input.plan;
    PullModel model;
    double below = plan.units[0].places;
    for (const PostTypeId post : pull_grades(scenario)) {
        model.size.push_back(plan.units[0].quota[post.value]);
        model.leaving.push_back(plan.posts[post.value].resignation_rate);
        below -= plan.units[0].quota[post.value];
    }
    model.size[0] = below;
    return model;
}

// Follows everybody from entry on: when they came to their grade.
class Follower : public engine::Sink {
  public:
    explicit Follower(const scenario::Scenario& scenario)
        : posts_(pull_grades(scenario)),
          promotions_(posts_.size()),
          waited_(posts_.size()),
          departures_(posts_.size()) {}
    void on_year(std::size_t index, const County& county) override {
        observing_ = static_cast<int>(index) + 1 >= pull_years_discarded;
        if (static_cast<int>(index) < pull_years_discarded) return;
        years_ += static_cast<double>(county.tally().days) / days_per_year;
        for (const auto& flows : county.tally().flows) {
            links_ += static_cast<double>(flows[static_cast<std::size_t>(Flow::chain_links)]);
            chains_ += static_cast<double>(flows[static_cast<std::size_t>(Flow::chains_closed)]);
        }
    }
    bool wants_facts() const override { return true; }
    void on_facts(std::span<const Fact> facts, const County& county) override {
        for (const Fact& fact : facts) take(fact, county);
    }

    std::vector<PostTypeId> posts_;
    std::vector<double> promotions_, waited_, departures_;  // by grade left
    double years_ = 0, links_ = 0, chains_ = 0, recruits_ = 0, expected_links_ = 0;

  private:
    std::size_t grade_of(const County& county, SeatId seat) const {
        if (!seat.exists()) return 0;
        const auto found = std::find(posts_.begin(), posts_.end(), county.seat(seat).post);
        return static_cast<std::size_t>(found - posts_.begin());
    }
    void take(const Fact& fact, const County& county) {
        // Whoever was there on the first day came to the grade on that day.
        if (fact.person.value >= since_.size()) since_.resize(fact.person.value + 1, county.plan().start);
        Day& since = since_[fact.person.value];
        if (fact.kind == Fact::Kind::entered) {
            since = fact.day;
            if (observing_) recruits_ += 1;
        } else if (fact.kind == Fact::Kind::left) {
            const std::size_t grade = grade_of(county, fact.seat);
            if (observing_) {
                departures_[grade] += 1;
                expected_links_ += static_cast<double>(grade + 1);
            }
        } else if (fact.kind == Fact::Kind::appointed) {
            const std::size_t from = grade_of(county, fact.seat) - 1;
            if (observing_) {
                promotions_[from] += 1;
                waited_[from] += years_between(since, fact.day);
            }
            since = fact.day;
        }
    }
    std::vector<Day> since_;
    bool observing_ = false;
};

}  // namespace

std::vector<Text> pull_model_objections(const scenario::Scenario& scenario) {
    std::vector<Text> wrong;
    const CountyPlan& plan = scenario.input.plan;
    if (plan.units.size() != 1) return {Text{"the pull model needs exactly one unit", "拉动模型须恰有一个单位"}};
    const std::vector<PostTypeId> posts = pull_grades(scenario);
    for (std::size_t i = 0; i < posts.size(); ++i) {
        const PostType& post = plan.posts[posts[i].value];
        if (post.resignation_rate <= 0)
            wrong.push_back(
                worded("posts.{}.resignation_rate must be positive", "posts.{}.resignation_rate 应大于 0", post.id));
        if (i > 0 && post.feeders != std::vector{posts[i - 1]})
            wrong.push_back(
                worded("posts.{}: the only feeder must be the grade below", "posts.{}：来源职务应只有下一级", post.id));
    }
    const engine::Policy& policy = scenario.input.policy.blocks[0];
    if (policy.recruitment.mode != RecruitmentMode::continuous || policy.recruitment.lead_days != 0)
        wrong.push_back(
            Text{"recruitment must be continuous with lead_days 0", "招录应为 continuous，且 lead_days 为 0"});
    if (policy.recruitment.approved_share != 1)
        wrong.push_back(Text{"recruitment.approved_share must be 1", "recruitment.approved_share 应为 1"});
    for (const Ladder ladder : {Ladder::middle, Ladder::deputy}) {
        if (policy.competition.ladder[static_cast<std::size_t>(ladder)].lead_days != 0)
            wrong.push_back(Text{"promotion lead_days must be 0", "晋升的 lead_days 应为 0"});
    }
    if (scenario.input.years <= pull_years_discarded)
        wrong.push_back(
            worded("years must exceed the {} that are discarded", "years 应大于略去的 {} 年", pull_years_discarded));
    return wrong;
}

std::vector<Quantity> pull_model_quantities(const scenario::Scenario& scenario) {
    const PullModel model = pull_model_of(scenario);
    const bool seniority =
        scenario.input.policy.blocks[0].competition.ladder[static_cast<std::size_t>(Ladder::middle)].regime ==
        Regime::seniority;
    const std::vector<double> flow = flow_into_grades(model);
    std::vector<Quantity> quantities{{Text{"recruits a year", "每年录用人数"}, flow[0]}};
    for (std::size_t grade = 1; grade < flow.size(); ++grade) {
        quantities.push_back(
            {worded("promotions a year into grade {}", "每年升入第 {} 级人数", grade + 1), flow[grade]});
        quantities.push_back({worded("P(ever grade {} from {})", "由第 {1} 级升到第 {0} 级的概率", grade + 1, grade),
                              promotion_probability(model, grade - 1)});
        const double wait = seniority ? seniority_wait(model, grade - 1) : random_wait(model, grade - 1);
        quantities.push_back({worded("years to promotion into grade {}", "升入第 {} 级所需年数", grade + 1), wait});
    }
    quantities.push_back({Text{"moves a year", "每年变动次数"}, moves_a_year(model)});
    quantities.push_back(
        {Text{"length of chains less grade of the exit", "补缺连锁长度减去离开者的级别"}, 0, 0, Quantity::Kind::exact});
    return quantities;
}

Observation observe_pull_model(const scenario::Scenario& scenario, RandomKey key) {
    Follower follower(scenario);
    engine::simulate(scenario.input, key, {}, follower);
    Observation seen;
    seen.values.push_back({follower.recruits_, follower.years_});
    for (std::size_t grade = 1; grade < follower.posts_.size(); ++grade) {
        const double promoted = follower.promotions_[grade - 1];
        seen.values.push_back({promoted, follower.years_});
        seen.values.push_back({promoted, promoted + follower.departures_[grade - 1]});
        seen.values.push_back({follower.waited_[grade - 1], promoted});
    }
    seen.values.push_back({follower.links_, follower.years_});
    seen.values.push_back({follower.links_ - follower.expected_links_, 1});
    return seen;
}

}  // namespace staffsim::theory
