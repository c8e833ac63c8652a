#include "sim/scenario/synthetic_roster.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/foundation/random.hpp"
#include "sim/scenario/marginals.hpp"

namespace staffsim::scenario {

namespace {

constexpr double years_without_title = 3;  // nobody holds one in the first years of service
constexpr const char* titles[] = {"section_chief", "deputy_section", "office_head", "office_deputy"};

struct UnitRow {
    std::string id;
    const UnitClass* of_class = nullptr;
    int residents = 0;
    double km = 0;
};

// All draws of one synthetic county; each person has a key of their own.
class Drawing {
  public:
    Drawing(const Marginals& marginals, std::uint32_t seed) : m_(marginals), draws_({seed, 0}) {}

    double uniform(EntityKey key, std::uint16_t what) const { return draws_.uniform({key, what}); }
    template <std::size_t n>
    std::size_t category(EntityKey key, std::uint16_t what, const std::array<double, n>& shares) const {
        return staffsim::category(shares, uniform(key, what));
    }

    std::vector<UnitRow> units() const;
    std::string person_row(const UnitRow& unit, const std::string& title, std::size_t number) const;
    bool is_held(EntityKey seat) const { return uniform(seat, 1) < m_.staffed_leadership_share; }

  private:
    struct Ages {
        double today, at_entry;
    };
    Ages ages(EntityKey key, const TierMarginal& tier, double served) const;
    std::string month(Day day) const {
        const CivilDate date = to_civil(day);
        return fmt::format("{:04}.{:02}", date.year, date.month);
    }
    const Marginals& m_;
    Draws draws_;
};

std::vector<UnitRow> Drawing::units() const {
    std::vector<UnitRow> rows;
    const std::vector<std::string> ids = unit_ids(m_);
    for (const UnitClass& unit : m_.units) {
        for (int i = 0; i < unit.count; ++i) {
            UnitRow row;
            row.id = ids[rows.size()];
            row.of_class = &unit;
            const EntityKey key = entity_key("unit " + row.id);
            row.residents =
                static_cast<int>(unit.residents_low + uniform(key, 1) * (unit.residents_high - unit.residents_low));
            row.km = std::floor(unit.km_low + uniform(key, 2) * (unit.km_high - unit.km_low));
            rows.push_back(row);
        }
    }
    return rows;
}

// Of somebody who has served for some years at least: age within the band drawn, and the age of entry, which is any up
// to then. Nobody is younger than entry and those years allow.
Drawing::Ages Drawing::ages(EntityKey key, const TierMarginal& tier, double served) const {
    constexpr double band = 5.0;
    const double begins = 20.0 + band * static_cast<double>(category(key, 1, tier.ages));
    const double youngest = std::max(begins, m_.entry_age_low + served);
    const double age = youngest + uniform(key, 14) * std::max(begins + band - youngest, 1.0);
    const double latest = std::min(m_.entry_age_high, age - served);
    return {age, m_.entry_age_low + uniform(key, 2) * (latest - m_.entry_age_low)};
}

std::string Drawing::person_row(const UnitRow& unit, const std::string& title, std::size_t number) const {
    const std::string id = fmt::format("P{:04}", number);
    const EntityKey key = entity_key("person " + id);
    const TierMarginal& tier = m_.tiers.at(std::string(term(unit.of_class->kind).name) + "." + title);
    const bool titled = title != "clerk";
    const auto [age, entry_age] = ages(key, tier, titled ? years_without_title : 0);
    const double service = age - entry_age;
    const double drawn_years = -portable_log(uniform(key, 3)) * tier.tier_years_mean;
    // Clerks have been clerks since entry.
    const double at_tier = titled ? std::min(drawn_years, service - years_without_title) : service;
    const Sex sex = uniform(key, 4) < tier.share_women && age < 54.9 ? Sex::female : Sex::male;
    const auto education =
        static_cast<Education>(age < 40 ? category(key, 5, m_.education_young) : category(key, 5, m_.education_old));
    const auto channel = static_cast<Channel>(category(key, 6, m_.channels));
    const auto field = static_cast<Field>(category(key, 7, m_.fields));
    const auto back = [this](double years) { return m_.start - static_cast<std::int32_t>(years * days_per_year); };
    const int steps = static_cast<int>(service / 2), grades = static_cast<int>(service / 5);
    static constexpr int entry_grade[] = {26, 25, 24, 22};
    const Result results[] = {Result::excellent, Result::competent, Result::basically_competent};
    std::string record;
    for (std::uint16_t year = 0; year < 3 && service > 1.5 + year; ++year) {
        const std::size_t which = category(key, static_cast<std::uint16_t>(10 + year), m_.results);
        record += (year > 0 ? "|" : "") + std::string(term(results[which]).zh);
    }
    if (record.empty()) record = term(Result::none).zh;
    const auto shown = [this](const char* column, std::string text) {
        return std::find(m_.empty_columns.begin(), m_.empty_columns.end(), column) != m_.empty_columns.end()
                   ? std::string()
                   : text;
    };
    return fmt::format(
        "{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n", id, unit.id, title, term(sex).zh,
        month(back(age)), month(back(service)), shown("channel", std::string(term(channel).name)), term(education).zh,
        shown("field", std::string(term(field).zh)), shown("post_since", month(back(at_tier))), "", "",
        shown("pay_grade", std::to_string(entry_grade[static_cast<std::size_t>(education)] - grades)),
        shown("step", std::to_string(1 + steps)),
        shown("party", uniform(key, 8) < m_.party_share ? "中共党员" : "群众"), shown("ethnicity", "汉族"),
        shown("native", uniform(key, 9) < m_.native_share ? "是" : "否"), shown("results", record), "");
}

std::string establishment_row(const UnitRow& unit, std::size_t number) {
    const UnitClass& c = *unit.of_class;
    const bool township = c.kind == UnitKind::township;
    const std::string residents = township ? std::to_string(unit.residents) : "";
    return fmt::format("{},{}{},{} {},{},{},{},{},{},{},{},{},{},{},{},{}\n", unit.id,
                       township ? "合成乡镇" : "合成机关", unit.id, township ? "Synthetic township" : "Synthetic organ",
                       unit.id, term(c.kind).name, c.places, c.quota[0], c.quota[1], c.quota[2], c.quota[3],
                       c.institution_places, std::max(0, c.institution_places - static_cast<int>(number % 3)),
                       c.contract_staff, residents, unit.km, township ? c.remote_class : 1);
}

}  // namespace

SyntheticCounty make_synthetic_county(const std::string& marginals_file, std::uint32_t seed) {
    Diagnostics diagnostics;
    const Marginals marginals = read_marginals(marginals_file, diagnostics);
    diagnostics.throw_if_errors();
    const Drawing drawing(marginals, seed);
    SyntheticCounty county;
    county.establishment_csv =
        "单位 unit,名称 name_zh,name_en,类型 kind,行政编制 places,正科职数 section_chief,副科职数 deputy_section,"
        "中层正职 office_head,中层副职 office_deputy,事业编制 institution_places,事业实有 institution_staff,编外 "
        "contract_staff,"
        "常住人口 residents,距县城 km_to_seat,边远类别 remote_class\n";
    county.roster_csv =
        "人员代码 person_id,单位 unit,职务 post,性别 sex,出生年月 birth,进入公务员队伍 entry,来源 channel,学历 "
        "education,专业 field,"
        "现职务时间 post_since,职级 rank,现职级时间 rank_since,级别 pay_grade,档次 step,政治面貌 party,民族 "
        "ethnicity,本县人 native,"
        "近三年考核 results,在外 away\n";
    for (const UnitRow& unit : drawing.units()) {
        county.establishment_csv += establishment_row(unit, county.units++);
        const bool is_over = unit.id == marginals.over_unit;
        const EntityKey unit_key = entity_key("unit " + unit.id);
        // Rounded at random to whole people, so that shares hold in small units too.
        const double share = marginals.staffed_share * unit.of_class->places;
        int staff = is_over ? unit.of_class->places + marginals.over_by
                            : static_cast<int>(share + drawing.uniform(unit_key, 3));
        for (std::size_t title = 0; title < 4; ++title) {
            for (int seat = 0; seat < unit.of_class->quota[title] && staff > 0; ++seat) {
                const EntityKey seat_key =
                    combine(unit_key, static_cast<std::uint64_t>(title * 1000) + static_cast<std::uint64_t>(seat));
                if (!drawing.is_held(seat_key)) continue;
                county.roster_csv += drawing.person_row(unit, titles[title], ++county.people);
                --staff;
            }
        }
        for (; staff > 0; --staff) county.roster_csv += drawing.person_row(unit, "clerk", ++county.people);
    }
    return county;
}

}  // namespace staffsim::scenario
