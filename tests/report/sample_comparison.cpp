#include "tests/report/sample_comparison.hpp"

#include <algorithm>
#include <cmath>

#include "sim/stats/proportion.hpp"

namespace staffsim::tests {
namespace {

using namespace analysis;
using measures::Aim;
using measures::Direction;
using stats::Verdict;

struct Row {  // an outcome, its level today, and the effect of each policy in smallest changes that matter
    const char* id;
    Text label;
    Text unit;
    Aim aim;
    Direction direction;
    double level, matters;
    int decimals;
    bool primary;
    double effects[3];
};

const std::vector<Row>& rows() {
    constexpr auto up = Direction::higher_better, down = Direction::lower_better, none = Direction::neutral;
    // clang-format off
    static const std::vector<Row> all{
        {"competence", {"Competence of serving staff", "在岗人员能力"}, {"points", "分"}, Aim::quality, up, 62.8, 1, 1, true, {3.1, 0.4, -0.2}},
        {"degree_share", {"Staff with a degree", "本科以上比例"}, {"%", "%"}, Aim::quality, up, 71.2, 2, 1, true, {1.6, 0.1, 0}},
        {"match", {"Specialty fits the post", "专业对口率"}, {"%", "%"}, Aim::quality, up, 41.4, 2, 1, true, {0.5, 2.2, 0}},
        {"mean_age", {"Mean age", "平均年龄"}, {"years", "岁"}, Aim::structure, none, 41.7, 0.5, 1, true, {-1.8, 0.1, 0}},
        {"under_35", {"Staff under 35", "35 岁以下比例"}, {"%", "%"}, Aim::structure, none, 29.3, 2, 1, true, {1.5, -0.3, 0}},
        {"women", {"Women among leaders", "女性领导干部比例"}, {"%", "%"}, Aim::structure, none, 22.0, 2, 1, true, {0.1, 0.6, 0}},
        {"empty_places", {"Empty places per township", "每乡镇空编"}, {"places", "个"}, Aim::stability, down, 2.1, 0.3, 2, true, {-1.9, 0.8, 0}},
        {"turnover", {"Staff leaving in a year", "年离岗率"}, {"%", "%"}, Aim::stability, down, 8.6, 0.5, 1, true, {-2.7, 1.4, 0.05}},
        {"tenure", {"Years served in the same township before moving on to another employer", "调离前在同一乡镇服务年限"}, {"years", "年"}, Aim::stability, up, 6.4, 0.5, 1, true, {0.7, -1.5, 0}},
        {"new_resign", {"New entrants who resign within the minimum service", "最低服务年限内辞职的新进人员"}, {"%", "%"}, Aim::stability, down, 3.1, 0.5, 1, true, {-0.4, 0.2, 0}},
        {"wait_deputy", {"Wait to deputy level", "晋升副科级等待年限"}, {"years", "年"}, Aim::vitality, down, 9.8, 0.5, 1, true, {0.1, -1.1, 0}},
        {"chain_length", {"Moves set off by one vacancy", "一个空缺引发的变动"}, {"moves", "次"}, Aim::vitality, none, 2.4, 0.2, 2, true, {0.2, 0.7, 0}},
        {"idle_leaders", {"Leadership posts empty over a year", "领导职务空缺逾一年"}, {"posts", "个"}, Aim::vitality, down, 0.7, 0.2, 2, true, {0, 0.3, 0}},
        {"cases", {"Conduct cases per 1,000 staff", "每千人违纪案件"}, {"cases", "件"}, Aim::conduct, down, 4.2, 0.5, 1, true, {-0.1, -0.1, 0}},
        {"satisfaction", {"Satisfaction with the service counter", "办事窗口满意度"}, {"points", "分"}, Aim::service, up, 71.3, 1, 1, true, {1.3, 0.6, 0}},
        {"total_cost", {"Personnel cost a year", "年人员经费"}, {"10,000 yuan", "万元"}, Aim::cost, down, 7412, 50, 0, true, {6.9, 0.2, 0.1}},
        {"cost_post", {"Cost per filled post", "每个在岗编制成本"}, {"10,000 yuan", "万元"}, Aim::cost, down, 10.8, 0, 2, true, {3, 0.2, 0}},
        {"applicants", {"Applicants per advertised seat", "每个计划报考人数"}, {"people", "人"}, Aim::vitality, up, 24.5, 2, 1, false, {2, 0, 0}},
        {"training_days", {"Training days a year", "年培训天数"}, {"days", "天"}, Aim::quality, none, 11.9, 1, 1, false, {0, 0, 0}},
        {"motivation", {"Motivation score", "工作动力评分"}, {"points", "分"}, Aim::service, up, 55.1, 1, 1, false, {2, 1, 0}},
    };
    // clang-format on
    return all;
}

measures::Outcome outcome_of(const Row& row) {
    measures::Outcome outcome;
    outcome.id = row.id;
    outcome.label = row.label;
    outcome.unit = row.unit;
    outcome.estimand = {row.label.en + ", all townships together, invented for tests.",
                        row.label.zh + "，全部乡镇合计，测试用虚构数据。"};
    outcome.aim = row.aim;
    outcome.direction = row.direction;
    outcome.matters = row.matters;
    outcome.decimals = row.decimals;
    outcome.primary = row.primary;
    outcome.latent = outcome.id == "motivation";
    return outcome;
}

// Reproducible unevenness between -1 and 1.
double wobble(std::size_t a, std::size_t b, std::size_t c) {
    return std::sin(12.9898 * static_cast<double>(a + 1) + 78.233 * static_cast<double>(b + 1) +
                    37.719 * static_cast<double>(c + 1));
}

double full_effect(std::size_t outcome, std::size_t scenario) {
    const Row& row = rows()[outcome];
    const double unit = row.matters > 0 ? row.matters : 0.2;
    return scenario == 0 ? 0 : row.effects[scenario - 1] * unit;
}

double ramp(double year) { return 1 - std::exp(-year / 5); }

stats::PairedSummary paired_of(std::size_t outcome, std::size_t scenario, int year) {
    const Row& row = rows()[outcome];
    const double unit = row.matters > 0 ? row.matters : 0.2;
    stats::PairedSummary paired;
    paired.replications = paired.pasts = paired.effective_futures = 200;
    paired.baseline = row.level;
    paired.difference = full_effect(outcome, scenario) * ramp(year) * (1 + 0.1 * wobble(outcome, scenario, 1));
    paired.value = paired.baseline + paired.difference;
    paired.standard_error = unit * (0.12 + 0.09 * std::abs(wobble(outcome, scenario, 2)));
    paired.low = paired.difference - 3.1 * paired.standard_error;
    paired.high = paired.difference + 3.1 * paired.standard_error;
    paired.discordant = 180;
    const double sign = row.direction == Direction::lower_better ? -1 : 1;
    const double better = std::clamp(0.45 + 0.15 * sign * paired.difference / unit, 0.02, 0.88);
    paired.wins = static_cast<std::uint32_t>(std::lround(200 * better));
    paired.losses = 180 - paired.wins;
    const auto range = stats::wilson_range(paired.wins, 200);
    paired.probability_better = static_cast<double>(paired.wins) / 200;
    paired.probability_low = range.low;
    paired.probability_high = range.high;
    return paired;
}

// Policy 3 shows the words that the numbers above do not bring about.
Verdict special_verdict(std::size_t outcome, stats::PairedSummary& paired, Verdict otherwise) {
    if (outcome == 0) return Verdict::depends_on_assumptions;
    if (outcome == 1) return Verdict::too_rare;
    if (outcome >= 2 && outcome <= 6) {
        paired.difference = paired.low = paired.high = paired.standard_error = 0;
        paired.value = paired.baseline;
        paired.discordant = 0;
        return Verdict::identical;
    }
    return otherwise;
}

Cell cell_of(const Comparison& comparison, std::size_t outcome, std::size_t scenario, int year) {
    const measures::Outcome& about = comparison.outcomes[outcome];
    Cell cell;
    cell.outcome = outcome;
    cell.scenario = scenario;
    cell.verdict_year = year;
    cell.paired = paired_of(outcome, scenario, year);
    cell.has_verdict = about.primary && scenario > 0;
    cell.verdict = stats::verdict_of(cell.paired, about.direction, about.matters);
    if (scenario == 3) cell.verdict = special_verdict(outcome, cell.paired, cell.verdict);
    if (cell.verdict == Verdict::too_close) cell.paired.more_needed = static_cast<std::uint32_t>(150 + 50 * outcome);
    cell.value = cell.paired.value;
    cell.value_low = cell.value - 2 * cell.paired.standard_error;
    cell.value_high = cell.value + 2 * cell.paired.standard_error;
    return cell;
}

YearlyBand band_of(std::size_t outcome, std::size_t scenario, int years) {
    const Row& row = rows()[outcome];
    const double unit = row.matters > 0 ? row.matters : 0.2;
    YearlyBand band;
    band.outcome = outcome;
    band.scenario = scenario;
    for (int year = 1; year <= years; ++year) {
        const double middle = row.level + full_effect(outcome, scenario) * ramp(year) +
                              0.15 * unit * wobble(outcome, 7, static_cast<std::size_t>(year));
        const double spread = unit * (0.5 + 0.3 * std::sqrt(year));
        band.p05.push_back(middle - 1.65 * spread);
        band.p25.push_back(middle - 0.67 * spread);
        band.p50.push_back(middle);
        band.p75.push_back(middle + 0.67 * spread);
        band.p95.push_back(middle + 1.65 * spread);
        band.mean.push_back(middle);
    }
    return band;
}

void add_scenarios(Comparison& comparison) {
    comparison.scenarios = {
        {{"Rules of 2026", "现行办法 2026"}, "base", {"scenarios/base.toml"}, {}},
        {{"Higher township pay", "提高乡镇工资"}, "salary", {"scenarios/base.toml", "scenarios/salary.toml"}, {}},
        {{"Exchange of posts between county organs and townships", "县直机关与乡镇干部双向交流"},
         "exchange",
         {"scenarios/base.toml", "scenarios/exchange.toml"},
         {}},
        {{hostile_name, hostile_name}, "hostile", {"scenarios/<b>.toml"}, {}},
    };
    comparison.scenarios[1].settings = {
        {"pay.township_allowance",
         {"Township allowance a month", "乡镇工作补贴（月）"},
         "500",
         "1200",
         "元",
         "province",
         "scenarios/salary.toml:4",
         ""},
        {"pay.remote_supplement",
         {"Supplement for remote townships", "偏远乡镇附加补贴"},
         "0",
         "400",
         "元",
         "county",
         "scenarios/salary.toml:5",
         "2028-01-01"},
    };
    comparison.scenarios[2].settings = {
        {"exchange.share",
         {"Share of posts exchanged each year", "每年交流比例"},
         "2",
         "8",
         "%",
         "county",
         "scenarios/exchange.toml:3",
         "2027-01-01"},
        {"exchange.minimum_service",
         {"Minimum service before an exchange", "交流前最低服务年限"},
         "5",
         "3",
         "年",
         "city",
         "scenarios/exchange.toml:4",
         "2027-01-01"},
    };
}

// Differences between policies, with ranges somewhat wider than those against today's rules.
void add_between(Comparison& comparison) {
    for (std::size_t outcome = 0; outcome < rows().size(); ++outcome)
        for (const int year : comparison.verdict_years)
            for (std::size_t scenario = 2; scenario < 4; ++scenario)
                for (std::size_t baseline = 1; baseline < scenario; ++baseline) {
                    stats::PairedSummary paired = paired_of(outcome, scenario, year);
                    const stats::PairedSummary base = paired_of(outcome, baseline, year);
                    paired.baseline = base.value;
                    paired.difference = paired.value - base.value;
                    paired.low = paired.difference - 4 * paired.standard_error;
                    paired.high = paired.difference + 4 * paired.standard_error;
                    comparison.between.push_back({outcome, baseline, scenario, year, paired});
                }
}

// Shares that add up to one over the scenarios.
void add_best_shares(Comparison& comparison) {
    for (std::size_t outcome = 0; outcome < rows().size(); ++outcome) {
        if (!rows()[outcome].primary || rows()[outcome].direction == Direction::neutral) continue;
        for (const int year : comparison.verdict_years)
            for (std::size_t scenario = 0; scenario < 4; ++scenario) {
                const double share = 0.25 + 0.08 * (scenario < 2 ? 1 : -1) * wobble(outcome, scenario % 2, 5);
                comparison.best_shares.push_back({outcome, scenario, year, share, share - 0.06, share + 0.06, 0});
            }
    }
}

void add_units(Comparison& comparison) {
    for (const int year : comparison.verdict_years)
        for (std::size_t unit = 0; unit < 21; ++unit)
            for (std::size_t scenario = 0; scenario < 4; ++scenario) {
                UnitLevel level;
                level.unit = (unit < 9 ? "T0" : "T") + std::to_string(unit + 1);
                level.label = {"Township " + std::to_string(unit + 1), "第" + std::to_string(unit + 1) + "镇"};
                level.outcome = 6;
                level.scenario = scenario;
                level.verdict_year = year;
                level.value = 2.2 + 1.8 * wobble(unit, 3, 1) + 0.4 * full_effect(6, scenario) * ramp(year);
                comparison.unit_levels.push_back(level);
            }
}

void add_outlook(Comparison& comparison) {
    for (int i = 0; i < comparison.years; ++i) {
        const double t = i;
        ManpowerYear year;
        year.year = comparison.start_year + i;
        year.staff = 688 - 0.8 * t;
        year.retire = 18 + 4 * std::sin(t / 2);
        year.move_up = 22 + std::cos(t);
        year.resign = 9 + 0.1 * t;
        year.other_exits = 2.1;
        year.seats_advertised = 47 + t / 3;
        year.seats_filled = 43 + t / 4;
        year.empty_places_per_township = 1.9 + 0.03 * t;
        year.empty_leadership_posts = 6.2 + 0.1 * t;
        year.payroll_wan = 7412 * std::pow(1.02, t);
        comparison.outlook.push_back(year);
    }
}

}  // namespace

analysis::Comparison sample_comparison() {
    Comparison comparison;
    comparison.title = "Three ways to staff the townships of Qingshui county";
    comparison.notes = {{"3 of 19 roster columns were empty and drawn: education, specialty, family seat",
                         "花名册 19 列中有 3 列空缺、由程序抽取"},
                        {"No history was given: compare policies, do not forecast levels", "没有历史数据：请比较办法"}};
    comparison.warnings = {
        {"T07 is 2 over establishment: no recruitment there until 2028", "T07 超编 2 人：2028 年前不招录"}};
    comparison.verdict_years = {3, 5, 10, 20};
    comparison.replications = 200;
    comparison.pasts = 20;
    comparison.seed = 20260101;
    comparison.township_count = 21;
    comparison.places = 714;
    comparison.staff = 688;
    comparison.family_size = 204;
    for (const Row& row : rows()) comparison.outcomes.push_back(outcome_of(row));
    add_scenarios(comparison);
    for (std::size_t outcome = 0; outcome < rows().size(); ++outcome)
        for (std::size_t scenario = 0; scenario < 4; ++scenario) {
            for (const int year : comparison.verdict_years)
                comparison.cells.push_back(cell_of(comparison, outcome, scenario, year));
            comparison.bands.push_back(band_of(outcome, scenario, comparison.years));
        }
    add_between(comparison);
    add_best_shares(comparison);
    add_units(comparison);
    add_outlook(comparison);
    comparison.run_record = {
        {{"Version", "版本"}, {"staffsim 0.1.0", "staffsim 0.1.0"}},
        {{"Scenario files, SHA-256", "方案文件 SHA-256"}, {"91fe0c…, 07ac55…", "91fe0c…, 07ac55…"}},
        {{"Conservation gates", "守恒检查"}, {"all passed", "全部成立"}}};
    return comparison;
}

}  // namespace staffsim::tests
