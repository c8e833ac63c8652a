#include "analysis/theory/retirement.hpp"

#include "analysis/theory/formulas.hpp"

namespace staffsim::theory {

namespace {

int month_number(int year, int month) { return year * 12 + month - 1; }
int month_number(Day day) { return month_number(to_civil(day).year, to_civil(day).month); }

// Rows of the reference: born in, retires in.
struct Row {
    Sex sex;
    int birth_year, birth_month, year, month;
};
constexpr Row rows[] = {{Sex::male, 1964, 12, 2024, 12},   {Sex::male, 1965, 1, 2025, 2},
                        {Sex::male, 1965, 5, 2025, 7},     {Sex::male, 1970, 6, 2031, 11},
                        {Sex::male, 1976, 9, 2039, 9},     {Sex::male, 1985, 3, 2048, 3},
                        {Sex::female, 1969, 12, 2024, 12}, {Sex::female, 1970, 1, 2025, 2},
                        {Sex::female, 1981, 9, 2039, 9},   {Sex::female, 1990, 1, 2048, 1}};

struct Law {
    int base_year, old_age;
};
Law law_of(Sex sex) { return sex == Sex::male ? Law{1965, 60} : Law{1970, 55}; }

RetentionRules reform() {
    RetentionRules rules{};
    rules.retirement_reform = true;
    rules.age_men = 60;
    rules.age_women = 55;
    return rules;
}

// The whole table written out as the law does it, a month later for each group of four birth months, against the
// simulator; the sum of the differences in months.
double difference_from_written_table(Sex sex) {
    const Law law = law_of(sex);
    double sum = 0;
    int born = month_number(law.base_year - 10, 1), delay = 0, in_group = 0;
    for (; born < month_number(law.base_year + 25, 1); ++born) {
        if (born >= month_number(law.base_year, 1)) {
            if (in_group == 0 && delay < 36) ++delay;
            in_group = (in_group + 1) % 4;
        }
        const Day birth = to_day({born / 12, born % 12 + 1, 15});
        const int retires = month_number(statutory_retirement(reform(), sex, birth));
        sum += std::abs(retires - (born + 12 * law.old_age + delay));
    }
    return sum;
}

}  // namespace

std::vector<Quantity> retirement_table_quantities(const scenario::Scenario&) {
    std::vector<Quantity> quantities;
    for (const Row& row : rows) {
        quantities.push_back(
            {worded("{} born {}-{:02}: month of retirement", "{}，{}-{:02} 出生：退休月份",
                    row.sex == Sex::male ? Text{"man", "男"} : Text{"woman", "女"}, row.birth_year, row.birth_month),
             static_cast<double>(month_number(row.year, row.month)), 0, exact});
    }
    quantities.push_back({Text{"men, every month of 35 years: difference", "男，35 年内各月出生：差异"}, 0, 0, exact});
    quantities.push_back(
        {Text{"women, every month of 35 years: difference", "女，35 年内各月出生：差异"}, 0, 0, exact});
    return quantities;
}

Observation observe_retirement_table(const scenario::Scenario&, RandomKey) {
    Observation seen;
    for (const Row& row : rows) {
        const Day birth = to_day({row.birth_year, row.birth_month, 15});
        seen.values.push_back({static_cast<double>(month_number(statutory_retirement(reform(), row.sex, birth))), 1});
    }
    seen.values.push_back({difference_from_written_table(Sex::male), 1});
    seen.values.push_back({difference_from_written_table(Sex::female), 1});
    return seen;
}

// --- the county

namespace {

constexpr int first_month = 1, months_of_rise = 175;  // 2025-02 to 2039-08: births of 140 months
constexpr int months_of_births = 180;

const RetentionRules& rules_of(const scenario::Scenario& scenario) { return scenario.input.policy.blocks[0].retention; }
bool all_men(const scenario::Scenario& scenario) {
    return scenario.input.policy.blocks[0].recruitment.share_women == 0;
}
int old_age(const scenario::Scenario& scenario) {
    return all_men(scenario) ? rules_of(scenario).age_men : rules_of(scenario).age_women;
}

// Retirements by month since the start.
class RetirementWatcher : public engine::Sink {
  public:
    RetirementWatcher(Day start, int years)
        : start_(month_number(start)), by_month_(static_cast<std::size_t>(years) * 12) {}
    void on_year(std::size_t, const County&) override {}
    bool wants_facts() const override { return true; }
    void on_facts(std::span<const Fact> facts, const County&) override {
        for (const Fact& fact : facts) {
            const bool retired =
                fact.kind == Fact::Kind::left && fact.detail == static_cast<int>(ExitCause::retirement);
            if (retired) by_month_[static_cast<std::size_t>(month_number(fact.day) - start_)] += 1;
        }
    }
    double between(int from, int until) const {
        double sum = 0;
        for (int month = from; month < until; ++month) sum += by_month_[static_cast<std::size_t>(month)];
        return sum;
    }

  private:
    int start_;
    std::vector<double> by_month_;
};

// Share of a month's births who retire in that month of the run.
double expected_in_month(bool reform, int month) {
    double births = 0;
    for (int born = 0; born < months_of_births; ++born) {
        if (born + (reform ? retirement_delay(born) : 0) == month) births += 1;
    }
    return births;
}

double expected_rate(bool reform, int from, int until) {
    double births = 0;
    for (int month = from; month < until; ++month) births += expected_in_month(reform, month);
    return births / (until - from);
}

}  // namespace

std::vector<Text> retirement_objections(const scenario::Scenario& scenario) {
    std::vector<Text> wrong;
    const CountyPlan& plan = scenario.input.plan;
    const engine::Policy& policy = scenario.input.policy.blocks[0];
    if (plan.start != first_of_year(2025) || scenario.input.years != 15)
        wrong.push_back(Text{"start must be 2025-01-01 and years 15", "start 应为 2025-01-01，years 应为 15"});
    if (policy.recruitment.share_women != 0 && policy.recruitment.share_women != 1)
        wrong.push_back(Text{"recruitment.share_women must be 0 or 1", "recruitment.share_women 应为 0 或 1"});
    if (rules_of(scenario).age_men != 60 || rules_of(scenario).age_women != 55)
        wrong.push_back(Text{"the old ages must be 60 and 55", "原退休年龄应为 60 和 55"});
    if (!rules_of(scenario).retirement)
        wrong.push_back(Text{"retirement.enabled must be true", "retirement.enabled 应为 true"});
    if (rules_of(scenario).flexible_share != 0)
        wrong.push_back(Text{"retirement.flexible_share must be 0", "retirement.flexible_share 应为 0"});
    if (policy.recruitment.approved_share != 0)
        wrong.push_back(Text{"recruitment.approved_share must be 0", "recruitment.approved_share 应为 0"});
    if (!wrong.empty()) return wrong;
    const double oldest = old_age(scenario);
    if (!plan.start_full || !plan.start_ages || *plan.start_ages != std::array<double, 2>{oldest - 15, oldest})
        wrong.push_back(worded("start_full must be true and start_ages [{}, {}]",
                               "start_full 应为 true，start_ages 应为 [{}, {}]", oldest - 15, oldest));
    return wrong;
}

std::vector<Quantity> retirement_quantities(const scenario::Scenario& scenario) {
    const bool rises = rules_of(scenario).retirement_reform;
    const int end = first_month + months_of_rise;
    std::vector<Quantity> quantities{
        {Text{"retirements over the old rate, to 2039-08", "退休人数与原有水平之比，至 2039-08"},
         expected_rate(rises, first_month, end)},
        {Text{"… from 2039-09", "……自 2039-09 起"}, expected_rate(rises, end, 15 * 12), 0.02},
        {Text{"… in 2025", "……2025 年"}, expected_rate(rises, 0, 12), 0.02}};
    if (rises)
        quantities.push_back(
            {Text{"retirements in months that nobody reaches", "无人到龄月份的退休人数"}, 0, 0, exact});
    return quantities;
}

Observation observe_retirement(const scenario::Scenario& scenario, RandomKey key) {
    RetirementWatcher watcher(scenario.input.plan.start, scenario.input.years);
    engine::simulate(scenario.input, key, {}, watcher);
    const double births_a_month = static_cast<double>(scenario.input.plan.units[0].places) / months_of_births;
    const int end = first_month + months_of_rise;
    const auto rate = [&](int from, int until) -> Observation::Value {
        return {watcher.between(from, until), births_a_month * (until - from)};
    };
    Observation seen{{rate(first_month, end), rate(end, 15 * 12), rate(0, 12)}};
    if (!rules_of(scenario).retirement_reform) return seen;
    double none = 0;
    for (int month = 0; month < end; month += 5) none += watcher.between(month, month + 1);
    seen.values.push_back({none, 1});
    return seen;
}

}  // namespace staffsim::theory
