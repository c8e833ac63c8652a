// Every lever of the program is complete: whoever adds a row is told here what it lacks.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <nlohmann/json.hpp>
#include <set>

#include "sim/engine/policy.hpp"
#include "sim/foundation/text.hpp"
#include "sim/levers/listing.hpp"
#include "sim/levers/words.hpp"

using namespace staffsim;
using namespace staffsim::levers;

namespace {

std::vector<const Row*> all_rows() {
    std::vector<const Row*> rows;
    for (const auto& lever : engine::all_levers()) rows.push_back(&lever.row);
    return rows;
}

bool is_number(Type type) { return type != Type::flag && type != Type::choice && type != Type::month_day; }

bool is_key(const std::string& key) {
    const auto letters = [](char c) {
        return std::islower(static_cast<unsigned char>(c)) || std::isdigit(static_cast<unsigned char>(c)) || c == '_' ||
               c == '.';
    };
    return !key.empty() && std::all_of(key.begin(), key.end(), letters) && key.find("..") == std::string::npos &&
           key.front() != '.' && key.back() != '.';
}

bool has_wide(const std::string& text) { return display_width(text) < text.size(); }

std::size_t values_of(const Row& row) {
    const auto* numbers = std::get_if<std::vector<double>>(&row.default_value);
    return numbers == nullptr ? 1 : numbers->size();
}

bool type_fits(const Row& row) {
    switch (row.type) {
        case Type::flag:
            return std::holds_alternative<bool>(row.default_value);
        case Type::choice:
            return std::holds_alternative<std::string>(row.default_value);
        case Type::month_day:
            return std::holds_alternative<MonthDay>(row.default_value);
        case Type::list:
        case Type::by_name:
            return std::holds_alternative<std::vector<double>>(row.default_value);
        default:
            return std::holds_alternative<double>(row.default_value) ||
                   std::holds_alternative<std::vector<double>>(row.default_value);
    }
}

}  // namespace

TEST_CASE("every lever has a key, both labels, a meaning and a source") {
    for (const Row* row : all_rows()) {
        INFO(row->key);
        CHECK(is_key(row->key));
        CHECK_FALSE(row->label.en.empty());
        CHECK_FALSE(has_wide(row->label.en));
        CHECK(has_wide(row->label.zh));
        CHECK_FALSE(row->meaning.empty());
        CHECK_FALSE(row->source.empty());
    }
}

TEST_CASE("every default fits its type and its range") {
    for (const Row* row : all_rows()) {
        INFO(row->key);
        CHECK(type_fits(*row));
        CHECK(complaint(*row, row->default_value).value_or(Text{}).en == "");
        if (!row->names.empty()) CHECK(values_of(*row) == row->names.size());
    }
}

TEST_CASE("every numeric lever has a unit and a range that is one") {
    for (const Row* row : all_rows()) {
        if (!is_number(row->type)) continue;
        INFO(row->key);
        CHECK_FALSE(row->unit.empty());
        CHECK(row->low < row->high);
    }
}

// Switches and choices move through all settings (experiment/factors.hpp): what is left are numbers. Both ends equal:
// for textbook models or a way to calculate, not to be varied.
TEST_CASE("every assumed number says where the truth may lie: within what is allowed, and around its default") {
    for (const Row* row : all_rows()) {
        const bool is_read = row->grade == Grade::L || row->grade == Grade::Lm;
        const auto* number = std::get_if<double>(&row->default_value);
        if (row->kind != Kind::assumption || is_read || number == nullptr) continue;
        INFO(row->key);
        REQUIRE(row->plausible);
        CHECK(row->plausible->low >= row->low);
        CHECK(row->plausible->high <= row->high);
        if (row->plausible->low == row->plausible->high) continue;
        CHECK(row->plausible->low <= *number);
        CHECK(*number <= row->plausible->high);
    }
}

TEST_CASE("every assumed table says of each name where the truth may lie, and has words for the names") {
    for (const Row* row : all_rows()) {
        const auto* numbers = std::get_if<std::vector<double>>(&row->default_value);
        INFO(row->key);
        if (numbers != nullptr) CHECK_FALSE(row->plausible);
        if (row->plausible_by_name.empty()) {
            CHECK((row->kind != Kind::assumption || numbers == nullptr || row->sums_to_one));
            continue;
        }
        REQUIRE(numbers != nullptr);
        REQUIRE(row->plausible_by_name.size() == row->names.size());
        CHECK(row->kind != Kind::policy);
        for (std::size_t i = 0; i < numbers->size(); ++i) {
            INFO(row->names[i]);
            const auto [low, high] = row->plausible_by_name[i];
            CHECK(low >= row->low);
            CHECK(high <= row->high);
            CHECK(low <= (*numbers)[i]);
            CHECK((*numbers)[i] <= high);
            CHECK(has_wide(entry_words(row->names[i]).zh));
        }
    }
}

// Of facts only the evidence differs: what nobody has looked up has a span, unless it is a switch, a day or a way to
// calculate.
TEST_CASE("every number to look up that is assumed says where it may lie") {
    for (const Row* row : all_rows()) {
        if (row->kind != Kind::fact || row->grade != Grade::A || !is_number(row->type)) continue;
        INFO(row->key);
        const bool is_way_to_calculate = row->key == "service.reference_residents";  // the size to which rates refer
        CHECK((row->plausible || !row->plausible_by_name.empty() || is_way_to_calculate));
    }
}

TEST_CASE("the ends of every range are allowed and the values beyond are not") {
    for (const Row* row : all_rows()) {
        if (!std::holds_alternative<double>(row->default_value)) continue;
        INFO(row->key);
        CHECK_FALSE(complaint(*row, row->low));
        CHECK_FALSE(complaint(*row, row->high));
        CHECK(complaint(*row, row->low - 1));
        CHECK(complaint(*row, row->high + 1));
    }
}

TEST_CASE("shares and probabilities lie between 0 and 1") {
    for (const Row* row : all_rows()) {
        if (row->type != Type::share && row->type != Type::probability) continue;
        INFO(row->key);
        CHECK(row->low >= 0);
        CHECK(row->high <= 1);
    }
}

TEST_CASE("every choice has two or more, all different") {
    for (const Row* row : all_rows()) {
        if (row->type != Type::choice) continue;
        INFO(row->key);
        CHECK(row->choices.size() >= 2);
        CHECK(std::set<std::string>(row->choices.begin(), row->choices.end()).size() == row->choices.size());
    }
}

TEST_CASE("no two levers have the same key, and none is a table of another") {
    std::set<std::string> keys;
    for (const Row* row : all_rows()) {
        INFO(row->key);
        CHECK(keys.insert(row->key).second);
    }
    for (const std::string& key : keys) {
        for (auto dot = key.rfind('.'); dot != std::string::npos; dot = key.rfind('.', dot - 1)) {
            INFO(key);
            CHECK_FALSE(keys.contains(key.substr(0, dot)));
        }
    }
}

TEST_CASE("every policy lever says who decides and to which clause it belongs; nothing else does") {
    for (const Row* row : all_rows()) {
        INFO(row->key);
        CHECK((row->authority != Authority::none) == (row->kind == Kind::policy));
        CHECK(row->clause.empty() == (row->kind != Kind::policy));
    }
}

TEST_CASE("clauses are those of the outline, or 5 for what lies outside it") {
    const std::set<std::string> clauses{"1", "2", "3.1", "3.2", "3.3", "4", "5"};
    for (const Row* row : all_rows()) {
        if (row->kind == Kind::policy) CHECK(clauses.contains(row->clause));
    }
}

// Was a defect: pay_effect and pay_centre of leaving and of motivation cannot be told apart by their labels.
TEST_CASE("no two levers have the same label") {
    for (const Language language : {Language::en, Language::zh}) {
        std::set<std::string> labels;
        for (const Row* row : all_rows()) {
            INFO(row->key << ": " << in(row->label, language));
            CHECK(labels.insert(in(row->label, language)).second);
        }
    }
}

TEST_CASE("everything is listed at all, and policy levers alone on request") {
    CHECK(selected(all_rows(), Selection::all).size() == all_rows().size());
    for (const Row* row : selected(all_rows(), Selection::policy_only)) CHECK(row->kind == Kind::policy);
}

TEST_CASE("the everyday list is short, of every clause of the outline, and what somebody decides") {
    const std::vector<const Row*> everyday = selected(all_rows(), Selection::everyday);
    CHECK(everyday.size() <= 64);
    std::set<std::string> clauses;
    for (const Row* row : everyday) {
        INFO(row->key);
        CHECK(row->kind == Kind::policy);
        clauses.insert(row->clause);
    }
    CHECK(clauses == std::set<std::string>{"1", "2", "3.1", "3.2", "3.3", "4"});
    for (const Row* row : all_rows()) {
        INFO(row->key);
        if (row->everyday) CHECK(std::ranges::find(everyday, row) != everyday.end());
    }
}

TEST_CASE("the everyday list says how many more there are, and a clause lists all of its own") {
    const std::string brief = listing_text(all_rows(), Selection::everyday, Language::en);
    const auto more =
        selected(all_rows(), Selection::policy_only).size() - selected(all_rows(), Selection::everyday).size();
    CHECK(brief.find(std::to_string(more) + " more can be decided") != std::string::npos);
    CHECK(brief.find("exchange.rotation_years") == std::string::npos);
    const std::string clause = listing_text(of_clause(all_rows(), "3.2"), Selection::policy_only, Language::en);
    CHECK(clause.find("exchange.rotation_years") != std::string::npos);
    CHECK(clause.find("pay.township_allowance") == std::string::npos);
    CHECK(of_clause(all_rows(), "3").size() > of_clause(all_rows(), "3.2").size());
    CHECK_THROWS_WITH(of_clause(all_rows(), "9"), Catch::Contains("there are the clauses 1, 2, 3.1, 3.2, 3.3, 4, 5"));
    CHECK_THROWS_WITH(of_clause(all_rows(), "pay.rank_quot"), Catch::Contains("did you mean \"pay.rank_quota\"?"));
}

TEST_CASE("a key gives its lever, a table its levers, whoever decides them") {
    const auto one = of_key(all_rows(), "pay.rank_quota");
    REQUIRE(one.size() == 1);
    const std::string text = row_text(*one.front(), Language::en);
    for (const std::string& part : {one.front()->key, one.front()->label.en, std::string("source, grade")})
        CHECK(text.find(part) != std::string::npos);
    CHECK(row_text(*one.front(), Language::zh).find(one.front()->label.zh) != std::string::npos);
    const auto table = of_key(all_rows(), "leaving");
    CHECK(table.size() > 1);
    CHECK(std::ranges::any_of(table, [](const Row* row) { return row->kind == Kind::assumption; }));
    CHECK(of_key(all_rows(), "pay.rank_quot").empty());
    const std::string regime = row_text(*of_key(all_rows(), "promotion.middle.regime").front(), Language::en);
    CHECK(regime.find("competition_share") != std::string::npos);
}

TEST_CASE("an age of 200 is told to be none") {
    const auto limit = of_key(all_rows(), "promotion.middle.max_age");
    REQUIRE(limit.size() == 1);
    REQUIRE(limit.front()->none == 200.0);
    CHECK(range_text(*limit.front()).en.find("; 200 means none") != std::string::npos);
    const std::string line = listing_text(limit, Selection::all, Language::zh);
    CHECK(line.find("200 表示不限") != std::string::npos);
    for (const Row* row : all_rows()) {
        if (row->none && *row->none < row->high) CHECK(range_text(*row).en.find("means none") == std::string::npos);
    }
}

// Was a defect: clause 5 (leaving, outside the outline's four parts) is printed as a bare number.
TEST_CASE("every clause with levers has a title in both languages") {
    for (const Language language : {Language::en, Language::zh}) {
        const std::string text = "\n" + listing_text(all_rows(), Selection::policy_only, language);
        for (const char* clause : {"1", "2", "3.1", "3.2", "3.3", "4", "5"}) {
            INFO("clause " << clause << (language == Language::zh ? ", zh" : ", en"));
            CHECK(text.find("\n" + std::string(clause) + "\n") == std::string::npos);
        }
    }
}

TEST_CASE("the listing names every lever and keeps to 78 columns") {
    for (const Language language : {Language::en, Language::zh}) {
        const std::string text = listing_text(all_rows(), Selection::all, language);
        for (const Row* row : all_rows()) CHECK(text.find(row->key) != std::string::npos);
        std::size_t begin = 0;
        while (begin < text.size()) {
            const std::size_t end = text.find('\n', begin);
            const std::string line = text.substr(begin, end - begin);
            INFO(line);
            CHECK(display_width(line) <= 78);
            begin = end + 1;
        }
    }
}

TEST_CASE("an empty list of levers says so") {
    CHECK(listing_text({}, Selection::all, Language::en) == "There are no levers to list.\n");
    CHECK(listing_json({}, Selection::all) == "[]\n");
}

TEST_CASE("the JSON list repeats every row") {
    const auto list = nlohmann::json::parse(listing_json(all_rows(), Selection::all));
    REQUIRE(list.size() == all_rows().size());
    for (const auto& row : list) {
        INFO(row["key"]);
        CHECK(row["label"]["en"].is_string());
        CHECK(row["label"]["zh"].is_string());
        CHECK(row.contains("default"));
        CHECK((row["low"].is_null() == row["high"].is_null()));
        CHECK(row["everyday"].is_boolean());
    }
}

TEST_CASE("the default policy holds the defaults of the rows") {
    const engine::Policy policy = engine::default_policy();
    CHECK(policy.pay.township_allowance == from_yuan(400));
    CHECK(policy.recruitment.round[0].entry == MonthDay{9, 15});
    CHECK(policy.competition.ladder[static_cast<std::size_t>(Ladder::deputy)].max_age == 40);
    CHECK(policy.competition.ladder[static_cast<std::size_t>(Ladder::chief)].max_age == 45);
    CHECK(policy.assessment.raters == std::array<double, 4>{1, 8, 0, 0});
    CHECK(policy.retention.behaviour);
    CHECK(policy.competition.ladder[static_cast<std::size_t>(Ladder::middle)].regime == Regime::appointment);
}
