#include "analysis/theory/legal_clocks.hpp"

#include <algorithm>

#include "analysis/theory/bare_county.hpp"
#include "analysis/theory/formulas.hpp"

namespace staffsim::theory {

namespace {

double competent_share(const AssessmentRules& rules) {
    return 1.0 - rules.basically_competent_share - rules.incompetent_share;
}

void object_to_assessment(const scenario::Scenario& scenario, std::vector<Text>& wrong) {
    const engine::Policy& policy = policy_of(scenario);
    if (!policy.assessment.enabled || policy.assessment.timing != AssessmentTiming::county_day)
        wrong.push_back(Text{"assessment must be enabled, on one day for all", "考核应启用，且同日进行"});
    if (policy.performance.stability != 0)
        wrong.push_back(Text{"performance.stability must be 0: results of different years are independent",
                             "performance.stability 应为 0：各年结果相互独立"});
    if (policy.recruitment.probation_days != 0)
        wrong.push_back(Text{"recruitment.probation_days must be 0", "recruitment.probation_days 应为 0"});
    const bool somebody_leaves = policy.retention.resignation > 0 || policy.retention.death > 0 ||
                                 policy.retention.early_retirement > 0 || policy.retention.retirement ||
                                 policy.assessment.links_dismissal || policy.conduct.sanction > 0;
    if (somebody_leaves) wrong.push_back(Text{"nobody may leave or be sanctioned", "不得有人离开或受处分"});
}

}  // namespace

// --- H1: steps and pay grades

std::vector<Text> steps_objections(const scenario::Scenario& scenario) {
    std::vector<Text> wrong;
    object_to_assessment(scenario, wrong);
    if (policy_of(scenario).assessment.excellent_share != 0)
        wrong.push_back(
            Text{"assessment.excellent_share must be 0: an excellent year would be competent whatever the score",
                 "assessment.excellent_share 应为 0：否则优秀之年无论得分都算称职"});
    const AssessmentRules& rules = policy_of(scenario).assessment;
    if (!rules.links_step || !rules.links_grade)
        wrong.push_back(
            Text{"assessment.links.step and grade must be true", "assessment.links.step 与 grade 应为 true"});
    return wrong;
}

std::vector<Quantity> steps_quantities(const scenario::Scenario& scenario) {
    const PayRules& pay = policy_of(scenario).pay;
    const double q = competent_share(policy_of(scenario).assessment);
    const int n = scenario.input.years;
    return {{worded("steps after {} years", "{} 年后的档次晋升", n), mean_rises(n, q, pay.years_per_step)},
            {worded("pay grades after {} years", "{} 年后的级别晋升", n), mean_rises(n, q, pay.years_per_grade)}};
}

Observation observe_steps(const scenario::Scenario& scenario, RandomKey key) {
    struct Watcher : engine::Sink {
        double steps = 0, grades = 0, people = 0;
        void on_year(std::size_t, const County& county) override {
            steps = grades = people = 0;
            for (const Unit& unit : county.units()) {
                for (const PersonId person : unit.members) {
                    steps += county.pay(person).steps;
                    grades += county.pay(person).grades - grades_at_entry(county.cold(person).education);
                    people += 1;
                }
            }
        }
    } watcher;
    engine::simulate(scenario.input, key, {}, watcher);
    return {{{watcher.steps, watcher.people}, {watcher.grades, watcher.people}}};
}

// --- H3: the rank clock

std::vector<Text> rank_clock_objections(const scenario::Scenario& scenario) {
    std::vector<Text> wrong;
    object_to_assessment(scenario, wrong);
    const engine::Policy& policy = policy_of(scenario);
    if (policy.pay.rank_regime != RankRegime::parallel || policy.pay.rank_reviews_per_year != 2)
        wrong.push_back(Text{"ranks must be parallel and reviewed twice a year", "职级应并行，每年审核两次"});
    if (policy.pay.rank_minimum_years != 2 || policy.pay.rank_excellent_credit != 0.5)
        wrong.push_back(Text{"two years in rank, and half a year of credit, are those of the formula",
                             "公式以任职级两年、优秀折算半年为准"});
    if (policy.pay.rank_quota != 1 || policy.pay.rank_quota_upper != 1)
        wrong.push_back(Text{"quotas of ranks must not bind: 1", "职级比例不得构成限制：应为 1"});
    if (!policy.assessment.links_rank)
        wrong.push_back(Text{"assessment.links.rank must be true", "assessment.links.rank 应为 true"});
    const bool by_calendar = to_civil(scenario.input.plan.start).month == 1 &&
                             to_civil(scenario.input.plan.start).day_of_month == 1 &&
                             policy.pay.rank_review == MonthDay{1, 1} && policy.assessment.day == MonthDay{12, 31};
    if (!by_calendar)
        wrong.push_back(Text{"start and review are on 1 January, assessment on 31 December",
                             "起始日与审核应为 1 月 1 日，考核应为 12 月 31 日"});
    if (policy.recruitment.education[1] != 1)
        wrong.push_back(Text{"everybody must have a bachelor's degree", "人员都应为本科"});
    if (!scenario.input.plan.start_full || scenario.input.plan.units.size() != 1)
        wrong.push_back(Text{"one unit, full on the first day, is needed", "须有一个起始日满员的单位"});
    if (scenario.input.years < 3) wrong.push_back(Text{"years must be at least 3", "years 应不小于 3"});
    return wrong;
}

std::vector<Quantity> rank_clock_quantities(const scenario::Scenario& scenario) {
    // The quota makes the share of excellent exact in a pool, and with it the mean.
    const int n = scenario.input.plan.units[0].places;
    const double p = static_cast<double>(
                         excellent_quota(policy_of(scenario).assessment.excellent_share, static_cast<std::size_t>(n))) /
                     n;
    return {{Text{"years to the first rank promotion", "首次晋升职级的年数"}, 2.0 - p / 2.0, 0, Quantity::Kind::exact},
            {Text{"share who rise within three years", "三年内晋升的比例"}, 1.0, 0, Quantity::Kind::exact}};
}

Observation observe_rank_clock(const scenario::Scenario& scenario, RandomKey key) {
    struct Watcher : engine::Sink {
        double years = 0, people = 0;
        std::vector<bool> has_risen;
        void on_year(std::size_t, const County&) override {}
        bool wants_facts() const override { return true; }
        void on_facts(std::span<const Fact> facts, const County& county) override {
            const CivilDate start = to_civil(county.plan().start);
            has_risen.resize(county.people().size(), false);
            for (const Fact& fact : facts) {
                if (fact.kind != Fact::Kind::rank_raised || has_risen[fact.person.value]) continue;
                has_risen[fact.person.value] = true;
                const CivilDate date = to_civil(fact.day);
                years += (date.year - start.year) + (date.month - start.month) / 12.0;  // by the calendar
                people += 1;
            }
        }
    } watcher;
    engine::simulate(scenario.input, key, {}, watcher);
    const double staff = scenario.input.plan.units[0].places;
    return {{{watcher.years, watcher.people}, {watcher.people, staff}}};
}

// --- H4: periods of sanctions

namespace {

struct Imposed {
    Text name;
    Sanction kind;
    int times;
    double added_period;  // conduct.added_period
    int months;           // by the law
};
const Imposed imposed[] = {{{"warning", "警告"}, Sanction::warning, 1, 1, 6},
                           {{"demerit", "记过"}, Sanction::demerit, 1, 1, 12},
                           {{"major demerit", "记大过"}, Sanction::major_demerit, 1, 1, 18},
                           {{"demotion", "降级"}, Sanction::demotion, 1, 1, 24},
                           {{"removal", "撤职"}, Sanction::removal, 1, 1, 24},
                           {{"3 warnings, least", "3 次警告，最少"}, Sanction::warning, 3, 0, 6},
                           {{"3 warnings, half", "3 次警告，居中"}, Sanction::warning, 3, 0.5, 12},
                           {{"3 warnings, most", "3 次警告，最多"}, Sanction::warning, 3, 1, 18},
                           {{"3 major demerits, most", "3 次记大过，最多"}, Sanction::major_demerit, 3, 1, 48}};

bool is_blocked(const BareCounty& bare, PersonId person, SeatId seat) {
    const LadderRules& ladder = bare.policy().competition.ladder[static_cast<std::size_t>(Ladder::middle)];
    const std::vector<PersonId> eligible = eligible_candidates(ladder, bare.county, seat, Area::unit);
    return std::find(eligible.begin(), eligible.end(), person) == eligible.end();
}

// Days from the sanction to the first on which promotion, and steps, are open again.
struct Effect {
    std::int32_t promotion = 0, steps = 0;
};

Effect impose(const scenario::Scenario& scenario, RandomKey key, const Imposed& what) {
    BareCounty bare(scenario, key);
    const PersonId person = bare.settle_clerks(UnitId{0})[0];
    ConductRules rules = bare.policy().conduct;
    rules.severity = {};
    rules.severity[static_cast<std::size_t>(what.kind) - 1] = 1;
    rules.added_period = what.added_period;
    for (int i = 0; i < what.times; ++i) impose_sanction(rules, bare.world, person);
    const SeatId seat{bare.county.unit(UnitId{0}).first_seat};
    const Day start = bare.county.today();
    Effect effect;
    for (std::int32_t day = 0; day < 5 * 366; ++day) {
        if (is_blocked(bare, person, seat)) effect.promotion = day + 1;
        if (withholds_steps(bare.county, person)) effect.steps = day + 1;
        bare.county.begin_day(start + day + 1);
    }
    return effect;
}

}  // namespace

std::vector<Text> sanction_objections(const scenario::Scenario& scenario) {
    std::vector<Text> wrong;
    if (to_civil(scenario.input.plan.start).day_of_month > 28)
        wrong.push_back(
            Text{"start must be on day 1 to 28: months added one period after another lose days at month ends",
                 "start 应在每月 1 日至 28 日：否则逐期加月会在月末少算"});
    const UnitPlan& unit = scenario.input.plan.units[0];
    if (std::count_if(unit.quota.begin(), unit.quota.end(), [](int quota) { return quota > 0; }) != 1)
        wrong.push_back(Text{"the unit needs one kind of titled post, at middle level", "单位须有一种中层领导职务"});
    const LadderRules& ladder = policy_of(scenario).competition.ladder[static_cast<std::size_t>(Ladder::middle)];
    if (ladder.min_years_in_tier > 5 || ladder.min_township_years > 5 || ladder.max_age < 45)
        wrong.push_back(
            Text{"somebody of 32 with ten years of service must be eligible", "32 岁、工作十年的人员应符合条件"});
    return wrong;
}

std::vector<Quantity> sanction_quantities(const scenario::Scenario& scenario) {
    std::vector<Quantity> quantities;
    const Day start = scenario.input.plan.start;
    for (const Imposed& what : imposed) {
        const double days = add_months(start, what.months) - start;
        const double without_steps = what.kind > Sanction::warning ? days : 0;
        quantities.push_back(
            {worded("{}: days without promotion", "{}：不得晋升的天数", what.name), days, 0, Quantity::Kind::exact});
        quantities.push_back({worded("{}: days without steps", "{}：不得晋升档次的天数", what.name), without_steps, 0,
                              Quantity::Kind::exact});
    }
    return quantities;
}

Observation observe_sanctions(const scenario::Scenario& scenario, RandomKey key) {
    Observation seen;
    for (const Imposed& what : imposed) {
        const Effect effect = impose(scenario, key, what);
        seen.values.push_back({static_cast<double>(effect.promotion), 1});
        seen.values.push_back({static_cast<double>(effect.steps), 1});
    }
    return seen;
}

}  // namespace staffsim::theory
