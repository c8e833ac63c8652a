// The simulator has hazards and whole days where the chain has yearly probabilities. Wastage of a year is that of its
// days, so in a year of 365 it falls short by 0.07 %, and the first day of a run is not charged: both stay below the
// standard errors. Promotions are on the last day of a year, then the year's recruits enter, then stocks are taken.
#include "analysis/theory/push_model.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/theory/formulas.hpp"

namespace staffsim::theory {

namespace {

constexpr int push_years_discarded = 100;
// Far enough apart for snapshots to be as good as independent: .9^40 = .015.
constexpr std::size_t push_snapshot_every = 40;

// The entry post, then the titled posts that the unit has, by rising tier.
std::vector<PostTypeId> push_grades(const scenario::Scenario& scenario) {
    const CountyPlan& plan = scenario.input.plan;
    std::vector<PostTypeId> posts;
    for (std::size_t p = 0; p < plan.posts.size(); ++p) {
        if (plan.units[0].quota[p] > 0) posts.push_back(PostTypeId{p});
    }
    std::sort(posts.begin(), posts.end(),
              [&plan](PostTypeId a, PostTypeId b) { return plan.posts[a.value].tier < plan.posts[b.value].tier; });
    if (posts.empty() || plan.posts[posts[0].value].feeders.size() != 1) return {};
    posts.insert(posts.begin(), plan.posts[posts[0].value].feeders[0]);
    return posts;
}

const LadderRules& ladder_of(const scenario::Scenario& scenario, PostTypeId post) {
    const Ladder ladder = scenario.input.plan.posts[post.value].ladder;
    return policy_of(scenario).competition.ladder[static_cast<std::size_t>(ladder)];
}

double leaving_rate(const scenario::Scenario& scenario, PostTypeId post) {
    const double own = scenario.input.plan.posts[post.value].resignation_rate;
    return own >= 0 ? own : policy_of(scenario).retention.resignation;
}

PushModel push_model_of(const scenario::Scenario& scenario) {
    const std::vector<PostTypeId> posts = push_grades(scenario);
    PushModel model;
    for (std::size_t i = 0; i < posts.size(); ++i) {
        std::vector<double> row(posts.size(), 0.0);
        const double stays = std::exp(-leaving_rate(scenario, posts[i]));
        const bool is_highest = i + 1 == posts.size();
        const double push = is_highest ? 0.0 : ladder_of(scenario, posts[i + 1]).push_probability;
        row[i] = stays * (1.0 - push);
        if (!is_highest) row[i + 1] = stays * push;
        model.move.push_back(std::move(row));
        model.intake.push_back(i == 0 ? policy_of(scenario).recruitment.entrants_per_year : 0.0);
    }
    return model;
}

std::vector<double> starting_stocks(const scenario::Scenario& scenario) {
    const std::vector<PostTypeId> posts = push_grades(scenario);
    std::vector<double> stocks(posts.size(), 0.0);
    for (const PersonPlan& person : scenario.input.plan.people) {
        const auto found = std::find(posts.begin(), posts.end(), person.post);
        stocks[static_cast<std::size_t>(found - posts.begin())] += 1;
    }
    return stocks;
}

std::vector<int> push_years(const scenario::Scenario& scenario) {
    std::vector<int> years;
    for (const int year : {1, 5, 10, scenario.input.years}) {
        if (year <= scenario.input.years && (years.empty() || year > years.back())) years.push_back(year);
    }
    return years;
}

// Year-end stocks by grade.
std::vector<double> stocks_of(const County& county, const std::vector<PostTypeId>& posts) {
    std::vector<double> stocks(posts.size(), 0.0);
    for (std::size_t i = 0; i < posts.size(); ++i) {
        const auto tier = static_cast<std::size_t>(county.post_type(posts[i]).tier);
        stocks[i] = county.people_in(tier).persons;  // of the only unit
    }
    return stocks;
}

class StocksWatcher : public engine::Sink {
  public:
    StocksWatcher(std::vector<PostTypeId> posts, std::vector<int> years)
        : posts_(std::move(posts)), years_(std::move(years)) {}
    void on_year(std::size_t index, const County& county) override {
        if (std::find(years_.begin(), years_.end(), static_cast<int>(index) + 1) == years_.end()) return;
        for (const double stock : stocks_of(county, posts_)) seen.values.push_back({stock, 1});
    }
    Observation seen;

  private:
    std::vector<PostTypeId> posts_;
    std::vector<int> years_;
};

// --- steady state

// Mean and yearly counts of the years that are not discarded.
class SteadyWatcher : public engine::Sink {
  public:
    SteadyWatcher(std::vector<PostTypeId> posts, std::vector<double> expected)
        : posts_(std::move(posts)),
          expected_(std::move(expected)),
          sum_(posts_.size()),
          into_(posts_.size()),
          products_(posts_.size(), std::vector<double>(posts_.size())),
          counts_(posts_.size()),
          joint_(posts_.size() * posts_.size(), std::vector<double>(4)) {}

    void on_year(std::size_t index, const County& county) override {
        if (static_cast<int>(index) < push_years_discarded) return;
        const std::vector<double> stocks = stocks_of(county, posts_);
        years_ += 1;
        for (std::size_t i = 0; i < stocks.size(); ++i) {
            sum_[i] += stocks[i];
            into_[i] += flow_into(county, i);
            for (std::size_t j = 0; j < stocks.size(); ++j)
                products_[i][j] += (stocks[i] - expected_[i]) * (stocks[j] - expected_[j]);
            if (index % push_snapshot_every != 0) continue;
            count_stock(counts_[i], stocks[i]);
            for (std::size_t j = 0; j < i; ++j) {
                const std::size_t both = (stocks[j] > expected_[j] ? 2 : 0) + (stocks[i] > expected_[i] ? 1 : 0);
                joint_[i * stocks.size() + j][both] += 1;
            }
        }
        for (const Exposure& exposure : county.tally().exposure)
            person_years_ += static_cast<double>(exposure.person_days) / days_per_year;
        exits_ += flow(county, Flow::exit_resignation);
    }

    std::vector<PostTypeId> posts_;
    std::vector<double> expected_, sum_, into_;
    std::vector<std::vector<double>> products_, counts_;
    // Snapshots in which grades j < i were both at most as expected, the higher one above, the lower one, both.
    std::vector<std::vector<double>> joint_;
    double years_ = 0, person_years_ = 0, exits_ = 0;

  private:
    static double flow(const County& county, Flow which) {
        double sum = 0;
        for (const auto& flows : county.tally().flows)
            sum += static_cast<double>(flows[static_cast<std::size_t>(which)]);
        return sum;
    }
    double flow_into(const County& county, std::size_t grade) const {
        if (grade == 0) return flow(county, Flow::entered_open_exam);
        const auto ladder = static_cast<std::size_t>(county.post_type(posts_[grade]).ladder);
        return flow(county, static_cast<Flow>(static_cast<std::size_t>(Flow::promoted_to_middle) + ladder - 1));
    }
    static void count_stock(std::vector<double>& counts, double stock) {
        const auto k = static_cast<std::size_t>(stock);
        if (k >= counts.size()) counts.resize(k + 1, 0.0);
        counts[k] += 1;
    }
};

bool is_poisson(const scenario::Scenario& scenario) { return policy_of(scenario).recruitment.poisson_entrants; }

// Counts that have any chance at all.
int largest_count(double mean) { return static_cast<int>(mean + 12.0 * std::sqrt(mean)) + 20; }

std::vector<double> poisson_classes(double mean) {
    std::vector<double> classes;
    for (int k = 0; k <= largest_count(mean); ++k) classes.push_back(poisson_probability(mean, k));
    return classes;
}

// P(count <= mean) of a Poisson count.
double poisson_at_most(double mean) {
    double sum = 0;
    for (int k = 0; k <= static_cast<int>(mean); ++k) sum += poisson_probability(mean, k);
    return sum;
}

void add_distributions(const std::vector<double>& steady, std::vector<Quantity>& quantities) {
    for (std::size_t i = 0; i < steady.size(); ++i) {
        quantities.push_back({worded("variance over mean, grade {}", "第 {} 级：方差与均值之比", i + 1), 1.0, 0.06});
        for (std::size_t j = 0; j < i; ++j) {
            Quantity correlation{
                worded("correlation of grades {} and {}", "第 {} 级与第 {} 级的相关系数", j + 1, i + 1), 0.0, 0.04};
            correlation.scale = 1.0;
            quantities.push_back(std::move(correlation));
            const double lower = 1.0 - poisson_at_most(steady[j]), higher = 1.0 - poisson_at_most(steady[i]);
            quantities.push_back(
                {worded("grades {} and {} are independent", "第 {} 级与第 {} 级相互独立", j + 1, i + 1),
                 0,
                 0,
                 Quantity::Kind::chi_square,
                 {(1 - lower) * (1 - higher), (1 - lower) * higher, lower * (1 - higher), lower * higher}});
        }
        quantities.push_back({worded("grade {} is Poisson({:.0f})", "第 {} 级服从泊松分布（{:.0f}）", i + 1, steady[i]),
                              0, 0, Quantity::Kind::chi_square, poisson_classes(steady[i])});
    }
}

}  // namespace

std::vector<Text> push_model_objections(const scenario::Scenario& scenario) {
    const CountyPlan& plan = scenario.input.plan;
    if (plan.units.size() != 1) return {Text{"the push model needs exactly one unit", "推动模型须恰有一个单位"}};
    const std::vector<PostTypeId> posts = push_grades(scenario);
    if (posts.size() < 2)
        return {Text{"the lowest titled post must have exactly one feeder", "最低的领导职务须恰有一个来源职务"}};
    std::vector<Text> wrong;
    const RecruitmentRules& recruitment = policy_of(scenario).recruitment;
    if (recruitment.mode != RecruitmentMode::fixed_number)
        wrong.push_back(Text{"recruitment.mode must be \"fixed_number\"", "recruitment.mode 应为 \"fixed_number\""});
    const MonthDay year_end{12, 31};
    if (recruitment.round[0].entry != year_end || policy_of(scenario).competition.push_day != year_end)
        wrong.push_back(Text{"recruitment.entry and promotion.push_day must be 12-31",
                             "recruitment.entry 与 promotion.push_day 应为 12-31"});
    if (plan.start_full)
        wrong.push_back(Text{"start_full must be false: the roster gives the starting stocks",
                             "start_full 应为 false：起始人数由花名册给出"});
    for (const PersonPlan& person : plan.people) {
        if (std::find(posts.begin(), posts.end(), person.post) != posts.end()) continue;
        return {Text{"everybody of the roster must hold a post of the chain", "花名册中的人员都应担任晋升链上的职务"}};
    }
    const PushModel model = push_model_of(scenario);
    std::vector<double> most = starting_stocks(scenario);
    for (std::size_t i = 0; i < posts.size(); ++i) {
        const PostType& post = plan.posts[posts[i].value];
        if (leaving_rate(scenario, posts[i]) <= 0)
            wrong.push_back(
                worded("posts.{}.resignation_rate must be positive", "posts.{}.resignation_rate 应大于 0", post.id));
        if (i == 0) continue;
        if (post.feeders != std::vector{posts[i - 1]})
            wrong.push_back(
                worded("posts.{}: the only feeder must be the grade below", "posts.{}：来源职务应只有下一级", post.id));
        if (ladder_of(scenario, posts[i]).regime != Regime::push)
            wrong.push_back(worded("the ladder of posts.{} must have the regime \"push\"",
                                   "posts.{} 所在阶梯的 regime 应为 \"push\"", post.id));
    }
    if (!wrong.empty()) return wrong;
    const std::vector<double> steady = steady_stocks(model);
    double staff = 0;
    for (std::size_t i = 0; i < posts.size(); ++i) {
        // Stocks rise towards the steady state or fall from the start, but may overshoot on the way up.
        most[i] = std::max(most[i], steady[i]) + (i > 0 ? most[i - 1] * 0.1 : 0.0);
        staff += most[i];
        if (i > 0 && plan.units[0].quota[posts[i].value] < most[i] + 6 * std::sqrt(most[i]))
            wrong.push_back(worded("the unit has too few posts {}: some would wait", "单位的 {} 职数太少：有人须等待",
                                   plan.posts[posts[i].value].id));
    }
    if (plan.units[0].places < staff + 6 * std::sqrt(staff))
        wrong.push_back(Text{"the unit has too few places: some would wait", "单位的编制太少：有人须等待"});
    return wrong;
}

std::vector<Quantity> push_stocks_quantities(const scenario::Scenario& scenario) {
    const PushModel model = push_model_of(scenario);
    const std::vector<double> start = starting_stocks(scenario);
    std::vector<Quantity> quantities;
    for (const int year : push_years(scenario)) {
        const std::vector<double> stocks = stocks_after(model, start, year);
        for (std::size_t i = 0; i < stocks.size(); ++i)
            quantities.push_back({worded("grade {} after {} years", "{1} 年后第 {0} 级人数", i + 1, year), stocks[i]});
    }
    return quantities;
}

Observation observe_push_stocks(const scenario::Scenario& scenario, RandomKey key) {
    StocksWatcher watcher(push_grades(scenario), push_years(scenario));
    engine::simulate(scenario.input, key, {}, watcher);
    return std::move(watcher.seen);
}

std::vector<Text> push_steady_objections(const scenario::Scenario& scenario) {
    std::vector<Text> wrong = push_model_objections(scenario);
    if (scenario.input.years < push_years_discarded + 2 * static_cast<int>(push_snapshot_every))
        wrong.push_back(worded("years must exceed the {} that are discarded by {}", "years 应比略去的 {} 年至少多 {}",
                               push_years_discarded, 2 * push_snapshot_every));
    if (policy_of(scenario).recruitment.entrants_per_year <= 0)
        wrong.push_back(
            Text{"recruitment.entrants_per_year must be positive", "recruitment.entrants_per_year 应大于 0"});
    return wrong;
}

std::vector<Quantity> push_steady_quantities(const scenario::Scenario& scenario) {
    const PushModel model = push_model_of(scenario);
    const std::vector<PostTypeId> posts = push_grades(scenario);
    const std::vector<double> steady = steady_stocks(model);
    const std::vector<double> years = years_in_grades(model, 0);
    std::vector<Quantity> quantities;
    double days_served = 0;
    for (std::size_t i = 0; i < steady.size(); ++i) {
        quantities.push_back({worded("grade {} in the long run", "第 {} 级的长期人数", i + 1), steady[i]});
        const double rate = leaving_rate(scenario, posts[i]);
        days_served += years[i] * (1.0 - std::exp(-rate)) / rate;
        if (i > 0)
            quantities.push_back({worded("P(ever grade {})", "升到第 {} 级的概率", i + 1), ever_in_grade(model, 0, i)});
    }
    quantities.push_back({Text{"completed service, year-ends seen", "在职年数（按经过的年末计）"},
                          std::accumulate(years.begin(), years.end(), 0.0)});
    quantities.push_back({Text{"completed service, exact to the day", "在职年数（按日计）"}, days_served});
    if (is_poisson(scenario)) add_distributions(steady, quantities);
    return quantities;
}

Observation observe_push_steady(const scenario::Scenario& scenario, RandomKey key) {
    const std::vector<double> steady = steady_stocks(push_model_of(scenario));
    SteadyWatcher watcher(push_grades(scenario), steady);
    engine::simulate(scenario.input, key, {}, watcher);
    Observation seen;
    for (std::size_t i = 0; i < steady.size(); ++i) {
        seen.values.push_back({watcher.sum_[i], watcher.years_});
        if (i > 0) seen.values.push_back({watcher.into_[i], watcher.into_[0]});
    }
    seen.values.push_back({std::accumulate(watcher.sum_.begin(), watcher.sum_.end(), 0.0), watcher.exits_});
    seen.values.push_back({watcher.person_years_, watcher.exits_});
    if (!is_poisson(scenario)) return seen;
    for (std::size_t i = 0; i < steady.size(); ++i) {
        seen.values.push_back({watcher.products_[i][i], steady[i] * watcher.years_});
        for (std::size_t j = 0; j < i; ++j) {
            seen.values.push_back({watcher.products_[i][j], std::sqrt(steady[i] * steady[j]) * watcher.years_});
            seen.values.push_back({0, 1, watcher.joint_[i * steady.size() + j]});
        }
        watcher.counts_[i].resize(static_cast<std::size_t>(largest_count(steady[i])) + 1, 0.0);
        seen.values.push_back({0, 1, std::move(watcher.counts_[i])});
    }
    return seen;
}

}  // namespace staffsim::theory
