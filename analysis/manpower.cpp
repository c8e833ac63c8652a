#include "analysis/manpower.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "analysis/report/numbers.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/stats/ratio.hpp"

namespace staffsim::analysis {

namespace {

std::size_t known(const char* id) {
    const std::size_t index = measures::outcome_index(id);
    if (index == measures::outcomes().size()) throw InvariantError(std::string("manpower table: no outcome ") + id);
    return index;
}

// Which outcomes hold what the table needs.
struct Columns {
    std::size_t mean_age = known("mean_age"), leavers = known("leavers"), retirements = known("retirements"),
                moves_up = known("moves_up"), resignations = known("resignations"),
                applicants_per_seat = known("applicants_per_seat"), share_seats_filled = known("share_seats_filled"),
                empty_places = known("empty_places"), empty_leadership_posts = known("empty_leadership_posts"),
                payroll = known("payroll"), without_candidates = known("units_without_candidates");
};

class YearReader {
  public:
    YearReader(const Totals& totals, std::size_t group, std::size_t year)
        : totals_(totals), group_(group), year_(year) {}
    double numerator(std::size_t outcome) const { return totals_.at(outcome, group_, year_).numerator / futures(); }
    double denominator(std::size_t outcome) const { return totals_.at(outcome, group_, year_).denominator / futures(); }
    double value(std::size_t outcome) const { return stats::value_of(totals_.at(outcome, group_, year_)); }

  private:
    double futures() const { return totals_.replications; }
    const Totals& totals_;
    std::size_t group_, year_;
};

ManpowerYear row(const YearReader& read, double units) {
    static const Columns columns;
    ManpowerYear row;
    row.staff = read.denominator(columns.mean_age);
    row.retire = read.numerator(columns.retirements);
    row.move_up = read.numerator(columns.moves_up);
    row.resign = read.numerator(columns.resignations);
    row.other_exits = std::max(0.0, read.numerator(columns.leavers) - row.retire - row.move_up - row.resign);
    row.seats_advertised = read.denominator(columns.applicants_per_seat);
    row.seats_filled = read.numerator(columns.share_seats_filled) / 100.0;
    row.empty_places_per_township = read.value(columns.empty_places);
    row.empty_leadership_posts = read.value(columns.empty_leadership_posts) * units;
    row.payroll_wan = read.numerator(columns.payroll);
    row.units_without_candidates = read.numerator(columns.without_candidates);
    return row;
}

// What is left of the year's change of staff.
double others_arriving(const ManpowerYear& before, const ManpowerYear& now) {
    const double left = now.retire + now.move_up + now.resign + now.other_exits;
    const double arrived = now.staff - before.staff + left - now.seats_filled;
    constexpr double rounding = 1e-9;
    return std::abs(arrived) < rounding ? 0 : arrived;
}

// "2026: 3, 2027: 5", of the years of which the value is known.
Text year_by_year(std::span<const ManpowerYear> years, double ManpowerYear::*value, int decimals) {
    Text list;
    for (const ManpowerYear& year : years) {
        if (std::isnan(year.*value)) continue;
        const std::string one = fmt::format("{}: {}", year.year, plain_number(year.*value, decimals));
        list.en += (list.en.empty() ? "" : ", ") + one;
        list.zh += (list.zh.empty() ? "" : "，") + one;
    }
    return list;
}

double sum_of_known(std::span<const ManpowerYear> years, double ManpowerYear::*value) {
    double sum = 0;
    for (const ManpowerYear& year : years) sum += std::isnan(year.*value) ? 0.0 : year.*value;
    return sum;
}

}  // namespace

std::vector<ManpowerYear> manpower_of(const Totals& totals, std::size_t group, std::size_t units, int start_year) {
    std::vector<ManpowerYear> table;
    for (std::size_t year = 0; year < totals.years; ++year) {
        table.push_back(row(YearReader(totals, group, year), static_cast<double>(units)));
        table.back().year = start_year + static_cast<int>(year);
        if (year > 0) table[year].others_arrive = others_arriving(table[year - 1], table[year]);
    }
    return table;
}

void add_leaders_due(std::vector<ManpowerYear>& table, const Context& context) {
    for (std::size_t year = 0; year < std::min(table.size(), context.leaders_due.size()); ++year) {
        table[year].leaders_due = context.leaders_due[year];
        if (year < context.leaders_stepping_down.size()) {
            table[year].leaders_stepping_down = context.leaders_stepping_down[year];
        }
    }
}

Text arrivals_sentence(const std::vector<ManpowerYear>& table) {
    const Text by_year = year_by_year(table, &ManpowerYear::others_arrive, 1);
    if (by_year.en.empty()) return {};
    return {"Beside the seats filled there arrive from elsewhere in the county: " + by_year.en + ".",
            "招录之外从县内其他单位调入：" + by_year.zh + "。"};
}

Text leaders_due_sentence(const std::vector<ManpowerYear>& table, std::size_t leaders) {
    if (leaders == 0) return {};
    const Text by_year = year_by_year(table, &ManpowerYear::leaders_due, 0);
    if (by_year.en.empty()) return {};
    const double all = sum_of_known(table, &ManpowerYear::leaders_due),
                 step_down = sum_of_known(table, &ManpowerYear::leaders_stepping_down);
    if (step_down == 0) {
        return {
            fmt::format("Leaders of the first day who reach retirement age: {}; {:.0f} of {} together.", by_year.en,
                        all, leaders),
            fmt::format("起始日在任领导达到退休年龄人数：{}；合计 {:.0f} 人（共 {} 人）。", by_year.zh, all, leaders)};
    }
    return {
        fmt::format("Leaders of the first day who give up their post by age, if they stay until then: {}; {:.0f} of "
                    "{} together, of whom {:.0f} step down to the second line and {:.0f} retire.",
                    by_year.en, all, leaders, step_down, all - step_down),
        fmt::format("起始日在任领导因年龄离开岗位人数（如届时仍在任）：{}；合计 {:.0f} 人（共 {} 人），其中退居二线 "
                    "{:.0f} 人，退休 {:.0f} 人。",
                    by_year.zh, all, leaders, step_down, all - step_down)};
}

Text without_candidates_sentence(const std::vector<ManpowerYear>& table, std::size_t leaders) {
    if (leaders == 0 || table.empty()) return {};
    const std::size_t years_told = std::min<std::size_t>(years_of_leaders_told, table.size());
    const std::span told = std::span(table).first(years_told);
    if (std::ranges::all_of(told, [](const ManpowerYear& year) { return year.units_without_candidates == 0; })) {
        const int first = told.front().year, last = told.back().year;
        return {
            fmt::format("In every unit somebody of its own may be chosen for a leadership post at year end, {} to {}.",
                        first, last),
            fmt::format("{} 至 {} 年各年年末，各单位均有合格领导后备人选。", first, last)};
    }
    const Text by_year = year_by_year(told, &ManpowerYear::units_without_candidates, 1);
    return {fmt::format("Units where nobody of their own may be chosen for a leadership post, at year end: {}.",
                        by_year.en),
            fmt::format("年末本单位无合格领导后备人选的单位数：{}。", by_year.zh)};
}

std::vector<std::size_t> manpower_outcomes() {
    const Columns c;
    return {c.mean_age,          c.leavers,
            c.retirements,       c.moves_up,
            c.resignations,      c.applicants_per_seat,
            c.empty_places,      c.share_seats_filled,
            c.payroll,           c.empty_leadership_posts,
            c.without_candidates};
}

std::vector<ManpowerTable> manpower_tables(const store::Plan& plan, std::size_t scenario, const Totals& totals) {
    const Context context = context_of(plan.context_json);
    const std::size_t headline = headline_group(plan);
    const std::size_t units = context.township_count > 0 ? context.township_count : context.units.size();
    std::vector<ManpowerTable> tables;
    for (std::size_t group = 0; group < plan.groups.size(); ++group) {
        const bool is_unit = plan.groups[group].kind == measures::Group::Kind::unit;
        if (!is_unit && group != headline) continue;
        tables.push_back({plan.scenarios[scenario].id, plan.scenarios[scenario].name, plan.groups[group].id,
                          plan.groups[group].label, is_unit,
                          manpower_of(totals, group, is_unit ? 1 : units, plan.start_year)});
        if (is_unit) continue;
        tables.back().leaders = context.leaders;
        add_leaders_due(tables.back().years, context);
    }
    return tables;
}

}  // namespace staffsim::analysis
