// A lever row: everything the program knows about one number, choice or switch that a scenario may set. Rows stand
// beside the rule they move; readers, checks, lists, schema and reports walk rows and know no lever by name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/foundation/date.hpp"
#include "sim/foundation/worded.hpp"

namespace staffsim::levers {

enum class Type {
    flag,         // true / false
    share,        // 0..1
    probability,  // 0..1
    rate,         // per year
    days,         // whole days
    years,        // years, may be fractional
    age,          // years of age
    month_day,    // "09-15"
    money,        // yuan per month or yuan
    count,        // whole number
    coefficient,  // pure number or z-score
    choice,       // one of `choices`
    list,         // numbers, one per entry of `names` in that order
    by_name       // table of numbers with keys from `names`
};
// policy: somebody decides it; fact: somebody can look it up; assumption: the analyst has to assume it.
enum class Kind { policy, fact, assumption };
enum class Authority { none, centre, province, city, county, township };
// L law read · Lm law from memory · P published figure · A assumption
enum class Grade { L, Lm, P, A };
// county: one value for the whole county; unit: may differ between units (pilot townships); person: may moreover hold
// for new entrants only, because whoever reads it has a person in hand.
enum class Scope { county, unit, person };

// Most yearly steps in which a scenario may phase a value in.
inline constexpr int longest_phase_in = 50;

// `list` and `by_name` values hold one number per entry of the row's `names`.
using Value = std::variant<bool, double, std::string, MonthDay, std::vector<double>>;

struct Row {
    std::string key;
    Type type = Type::coefficient;
    std::string unit;
    Value default_value;
    double low = 0;
    double high = 1;
    std::vector<std::string> choices = {};
    std::vector<std::string> names = {};
    bool sums_to_one = false;
    Kind kind = Kind::assumption;
    Authority authority = Authority::none;
    Scope scope = Scope::county;
    std::string clause = {};  // of the policy outline: 1, 2, 3.1, 3.2, 3.3, 4 … (policy levers)
    Text label = {};
    std::string meaning = {};
    std::string source = {};
    Grade grade = Grade::A;
    bool whole = false;  // takes whole numbers only
    // Where the truth may lie, for studies that vary what is assumed; nothing: anywhere from `low` to `high`, and for a
    // fact nowhere else. Both ends equal: not to be varied (for textbook models, or a way to calculate).
    struct Span {
        double low, high;
    };
    std::optional<Span> plausible = {};
    std::vector<Span> plausible_by_name = {};  // lists and tables of numbers: one per entry of `names`
    // A value that stands for "none" or "no limit": between it and others there is nothing, so that no phase-in leads
    // there or away from it.
    std::optional<double> none = {};
    // Of the levers that somebody may decide: one of those that planners ask for first. Lists show these, and the rest
    // when asked.
    bool everyday = false;
};

std::string_view name(Type type);
std::string_view name(Kind kind);
std::string_view name(Authority authority);
std::string_view name(Grade grade);
std::string_view name(Scope scope);

// "400", "true", "competition", "09-15", "[0, 100, 200]", "{ open_exam = 0.8, … }": as it would stand in a scenario
// file.
std::string to_text(const Row& row, const Value& value);
// "0 to 5000 yuan/month", "one of seniority, appointment, competition".
Text range_text(const Row& row);
// Nothing when the value is allowed; otherwise what is wrong, with the allowed range.
std::optional<Text> complaint(const Row& row, const Value& value);

// Whether a value can move in steps: numbers, lists and tables of numbers can, choices, switches and days cannot.
bool is_numeric(const Row& row);
// `share` (0..1) of the way from one allowed value to another, linear in every number; whole numbers are rounded,
// halves away from zero. Shares that sum to one keep doing so. The ends are exact. For numeric rows only.
Value between(const Row& row, const Value& from, const Value& to, double share);

}  // namespace staffsim::levers
