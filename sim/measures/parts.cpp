#include "sim/measures/parts.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace staffsim::measures {

namespace {

struct Named {
    std::string_view id, en, zh;
};

constexpr std::array<Named, dimension_count> dimensions{{{"unit_type", "Unit type", "单位类型"},
                                                         {"unit", "Named unit", "单位"},
                                                         {"tier", "Level of post", "职务层次"},
                                                         {"age", "Age", "年龄"},
                                                         {"sex", "Sex", "性别"},
                                                         {"channel", "Channel of entry", "进入渠道"},
                                                         {"cohort", "Year of entry", "进入年份"}}};
struct MeasureRow {
    Named named;
    std::string_view unit_en, unit_zh;
    bool is_stock;
};
constexpr std::array<MeasureRow, part_measure_count> measures{
    {{{"staff", "Staff", "在岗人数"}, "people, year end", "人，年末", true},
     {{"leavers", "Leavers", "离开"}, "people a year", "人/年", false},
     {{"resignations", "Resignations", "辞职"}, "people a year", "人/年", false},
     {{"promotions", "Promotions", "晋升"}, "people a year", "人/年", false},
     {{"pay", "Pay at year-end rates", "年末标准年工资"}, "10,000 yuan a year", "万元/年", true},
     {{"empty_places", "Empty places", "空编"}, "places, mean of the year", "个，全年平均", true}}};

constexpr std::array<Named, 2> unit_types{
    {{"township", "Townships", "乡镇"}, {"county_organ", "County organs", "县直机关"}}};
constexpr std::array<Named, 4> ladder_steps{{{"entry", "Without a title", "一般人员"},
                                             {"middle", "Middle level", "中层"},
                                             {"deputy", "Deputy section level", "副科级"},
                                             {"chief", "Section chief level", "正科级"}}};
constexpr std::array<int, 6> age_ends{29, 34, 39, 44, 49, 54};  // last years of age; above: open
constexpr std::array<Named, 7> ages{{{"under_30", "Under 30", "30岁以下"},
                                     {"30_34", "30 to 34", "30至34岁"},
                                     {"35_39", "35 to 39", "35至39岁"},
                                     {"40_44", "40 to 44", "40至44岁"},
                                     {"45_49", "45 to 49", "45至49岁"},
                                     {"50_54", "50 to 54", "50至54岁"},
                                     {"55_over", "55 and over", "55岁及以上"}}};
constexpr std::array<Named, 2> sexes{{{"male", "Men", "男"}, {"female", "Women", "女"}}};
constexpr std::array<Named, 5> channels{{{"open_exam", "Open exam", "公开招考"},
                                         {"institution_staff", "Township institution staff", "乡镇事业人员"},
                                         {"village_cadre", "Village cadres", "优秀村干部"},
                                         {"village_official", "College-graduate village officials", "大学生村官"},
                                         {"service_programme", "Service programmes", "服务基层项目"}}};

constexpr int most_new_cohorts = 4;  // the last one is open

// Last entry year of each cohort: two tens of years before the start, all earlier before them; fives from the start on.
std::vector<int> cohort_ends(int start_year, int years) {
    std::vector<int> ends{start_year - 21, start_year - 11, start_year - 1};
    const int fives = std::clamp((years + 4) / 5, 1, most_new_cohorts);
    for (int i = 1; i < fives; ++i) ends.push_back(start_year - 1 + 5 * i);
    ends.push_back(std::numeric_limits<int>::max());
    return ends;
}

template <std::size_t count>
void add_parts(std::vector<Part>& parts, Dimension dimension, const std::array<Named, count>& rows) {
    for (const Named& row : rows)
        parts.push_back({dimension, std::string(row.id), {std::string(row.en), std::string(row.zh)}});
}

Part cohort(int first, int last, bool is_first, bool is_last) {
    const std::string a = std::to_string(first), b = std::to_string(last);
    if (is_first) return {Dimension::cohort, "until_" + b, {"until " + b, b + "年及以前"}};
    if (is_last) return {Dimension::cohort, "from_" + a, {"from " + a, a + "年及以后"}};
    return {Dimension::cohort, a + "_" + b, {a + " to " + b, a + "至" + b + "年"}};
}

}  // namespace

std::string_view id_of(Dimension dimension) { return dimensions[static_cast<std::size_t>(dimension)].id; }
Text words(Dimension dimension) {
    const Named& row = dimensions[static_cast<std::size_t>(dimension)];
    return {std::string(row.en), std::string(row.zh)};
}
std::string_view id_of(PartMeasure measure) { return measures[static_cast<std::size_t>(measure)].named.id; }
Text label_of(PartMeasure measure) {
    const Named& row = measures[static_cast<std::size_t>(measure)].named;
    return {std::string(row.en), std::string(row.zh)};
}
Text unit_of(PartMeasure measure) {
    const MeasureRow& row = measures[static_cast<std::size_t>(measure)];
    return {std::string(row.unit_en), std::string(row.unit_zh)};
}
bool is_stock(PartMeasure measure) { return measures[static_cast<std::size_t>(measure)].is_stock; }

std::vector<Part> parts_of(const CountyPlan& plan, int years) {
    std::vector<Part> parts;
    add_parts(parts, Dimension::unit_type, unit_types);
    for (const UnitPlan& unit : plan.units) parts.push_back({Dimension::unit, unit.id, unit.label});
    add_parts(parts, Dimension::tier, ladder_steps);
    add_parts(parts, Dimension::age, ages);
    add_parts(parts, Dimension::sex, sexes);
    add_parts(parts, Dimension::channel, channels);
    const std::vector<int> ends = cohort_ends(year_of(plan.start), years);
    for (std::size_t c = 0; c < ends.size(); ++c)
        parts.push_back(cohort(c == 0 ? 0 : ends[c - 1] + 1, ends[c], c == 0, c + 1 == ends.size()));
    return parts;
}

PartsObserver::PartsObserver(const CountyPlan& plan, int years)
    : plan_(plan), cohort_ends_(cohort_ends(year_of(plan.start), years)), ages_(plan.start) {
    for (const UnitPlan& unit : plan.units) is_township_.push_back(unit.kind == UnitKind::township);
    townships_only_ = std::ranges::find(is_township_, 1) != is_township_.end();
    // In the order of parts_of.
    const std::array counts{unit_types.size(), plan.units.size(), ladder_steps.size(), ages.size(),
                            sexes.size(),      channels.size(),   cohort_ends_.size()};
    static_assert(counts.size() == dimension_count);
    std::size_t parts = 0;
    for (std::size_t d = 0; d < dimension_count; ++d) first_[d] = parts, parts += counts[d];
    sums_.resize(parts);
    events_.resize(parts);
    values_ = YearlyValues(part_measure_count, parts, static_cast<std::size_t>(years));
    for (std::size_t m = 0; m < part_measure_count; ++m) {
        const bool by_unit_only = static_cast<PartMeasure>(m) == PartMeasure::empty_places;
        if (by_unit_only) continue;
        for (Ratio& value : values_.of_outcome(m)) value.denominator = 1;
    }
}

PartsObserver::Ages::Ages(Day as_of) : day(as_of) {
    const CivilDate date = to_civil(day);
    for (std::size_t band = 0; band < age_ends.size(); ++band)
        latest_birth[band] = add_years(date, -(age_ends[band] + 1));
}

std::size_t PartsObserver::Ages::band_of(Day birth) const {
    std::size_t band = 0;
    for (const Day latest : latest_birth) band += birth <= latest;
    return band;
}

const PartsObserver::Ages& PartsObserver::ages_on(Day day) {
    if (ages_.day != day) ages_ = Ages(day);
    return ages_;
}

void PartsObserver::look_at_post(Known& known, const PersonHot& hot) const {
    known.unit = hot.unit;
    known.ladder = static_cast<std::uint8_t>(plan_.posts[hot.post].ladder);
}

void PartsObserver::look_at(PersonId person, const County& county) {
    if (person.value >= known_.size()) known_.resize(person.value + 1);
    Known& known = known_[person.value];
    known.is_there = county.hot(person).in_service;
    if (!known.is_there) return;
    const PersonCold& cold = county.cold(person);
    known.birth = cold.birth;
    known.sex = static_cast<std::uint8_t>(cold.sex);
    known.channel = static_cast<std::uint8_t>(cold.channel);
    const auto entered = std::ranges::lower_bound(cohort_ends_, year_of(cold.entry)) - cohort_ends_.begin();
    known.cohort = static_cast<std::uint8_t>(entered);
    look_at_post(known, county.hot(person));
}

void PartsObserver::add_one(std::int32_t Events::*what, const Known& person, const Ages& ages) {
    const auto count = [&](Dimension dimension, std::size_t at) { ++(events_[first(dimension) + at].*what); };
    count(Dimension::unit_type, is_township(person.unit) ? 0 : 1);
    count(Dimension::unit, person.unit);
    if (!is_broken_down(person.unit)) return;
    count(Dimension::tier, person.ladder);
    count(Dimension::age, ages.band_of(person.birth));
    count(Dimension::sex, person.sex);
    count(Dimension::channel, person.channel);
    count(Dimension::cohort, person.cohort);
}

void PartsObserver::on_start(const County& county) {
    for (std::size_t slot = 0; slot < county.people().size(); ++slot)
        look_at(PersonId{static_cast<std::uint32_t>(slot)}, county);
}

void PartsObserver::on_facts(std::span<const Fact> facts, const County& county) {
    for (const Fact& fact : facts) {
        const bool is_routine = fact.kind == Fact::Kind::assessed || fact.kind == Fact::Kind::trained;
        if (!is_routine && fact.person.exists()) handle(fact, county);
    }
}

void PartsObserver::handle(const Fact& fact, const County& county) {
    if (fact.person.value >= known_.size()) known_.resize(fact.person.value + 1);
    const Known before = known_[fact.person.value];
    if (fact.kind == Fact::Kind::left && before.is_there) {
        const Ages& ages = ages_on(fact.day);
        add_one(&Events::leavers, before, ages);
        if (static_cast<ExitCause>(fact.detail) == ExitCause::resignation) add_one(&Events::resignations, before, ages);
        known_[fact.person.value].is_there = false;
        return;
    }
    if (fact.kind == Fact::Kind::entered || !before.is_there) look_at(fact.person, county);
    Known& known = known_[fact.person.value];
    if (!county.hot(fact.person).in_service) return;
    look_at_post(known, county.hot(fact.person));
    if (before.is_there && is_township(before.unit) != is_township(known.unit))
        add_one(&Events::leavers, before, ages_on(fact.day));
    if (fact.kind != Fact::Kind::appointed) return;
    const PostType& reached = plan_.posts[county.seat(fact.seat).post.value];
    if (reached.tier <= plan_.posts[fact.detail].tier) return;
    Known promoted = known;
    promoted.unit = fact.unit.value;
    promoted.ladder = static_cast<std::uint8_t>(reached.ladder);
    add_one(&Events::promotions, promoted, ages_on(fact.day));
}

void PartsObserver::on_year(std::size_t index, const County& county) {
    count_people(county);
    write_people();
    write_events();
    write_empty_places(county.tally());
    year_ = std::min(index + 1, values_.year_count() - 1);
}

// By unit type not yet: that is the sum over its units.
void PartsObserver::count_people(const County& county) {
    const Ages& ages = ages_on(county.today());
    known_.resize(std::max(known_.size(), county.people().size()));
    std::ranges::fill(sums_, Sum{});
    const auto sums_by = [this](Dimension dimension) { return sums_.data() + first(dimension); };
    Sum *const by_unit = sums_by(Dimension::unit), *const by_ladder = sums_by(Dimension::tier),
               *const by_age = sums_by(Dimension::age), *const by_sex = sums_by(Dimension::sex),
               *const by_channel = sums_by(Dimension::channel), *const by_cohort = sums_by(Dimension::cohort);
    for (std::size_t slot = 0; slot < county.people().size(); ++slot) {
        const PersonHot& hot = county.people()[slot];
        if (!hot.in_service) continue;
        Known& known = known_[slot];
        if (!known.is_there) look_at(PersonId{slot}, county);
        look_at_post(known, hot);
        const std::int64_t fen = county.pay(PersonId{slot}).monthly.fen;
        by_unit[known.unit].add(fen);
        if (!is_broken_down(known.unit)) continue;
        by_ladder[known.ladder].add(fen);
        by_age[ages.band_of(known.birth)].add(fen);
        by_sex[known.sex].add(fen);
        by_channel[known.channel].add(fen);
        by_cohort[known.cohort].add(fen);
    }
}

void PartsObserver::write_people() {
    Sum* const by_type = sums_.data() + first(Dimension::unit_type);
    for (std::uint32_t u = 0; u < is_township_.size(); ++u) {
        const Sum& unit = sums_[first(Dimension::unit) + u];
        Sum& type = by_type[is_township(u) ? 0 : 1];
        type.staff += unit.staff, type.fen += unit.fen;
    }
    for (std::size_t part = 0; part < sums_.size(); ++part) {
        cell(PartMeasure::staff, part).numerator = static_cast<double>(sums_[part].staff);
        cell(PartMeasure::pay, part).numerator = static_cast<double>(12 * sums_[part].fen) / 1e6;
    }
}

void PartsObserver::write_events() {
    for (std::size_t part = 0; part < events_.size(); ++part) {
        cell(PartMeasure::leavers, part).numerator = events_[part].leavers;
        cell(PartMeasure::resignations, part).numerator = events_[part].resignations;
        cell(PartMeasure::promotions, part).numerator = events_[part].promotions;
    }
    std::ranges::fill(events_, Events{});
}

void PartsObserver::write_empty_places(const YearTally& tally) {
    for (std::uint32_t u = 0; u < is_township_.size(); ++u) {
        const Ratio empty{static_cast<double>(tally.empty_place_days[u]), static_cast<double>(tally.days)};
        const std::size_t type = is_township(u) ? 0 : 1;
        cell(PartMeasure::empty_places, first(Dimension::unit) + u) = empty;
        Ratio& of_type = cell(PartMeasure::empty_places, first(Dimension::unit_type) + type);
        of_type = {of_type.numerator + empty.numerator, empty.denominator};
    }
}

}  // namespace staffsim::measures
