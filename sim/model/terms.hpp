// The closed vocabularies of the field, with the names they bear in files. Two-language labels are for people.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "sim/foundation/text.hpp"

namespace staffsim {

enum class UnitKind : std::uint8_t { township, county_organ };
enum class Sex : std::uint8_t { male, female };
enum class Education : std::uint8_t { junior_college, bachelor, master, doctor };
enum class Field : std::uint8_t { law, agriculture, economics, engineering, administration, other };
enum class Channel : std::uint8_t { open_exam, institution_staff, village_cadre, village_official, service_programme };
enum class Result : std::uint8_t { none, excellent, competent, basically_competent, incompetent };  // 考核等次
enum class ExitCause : std::uint8_t {
    retirement,
    early_retirement,
    resignation,
    moved_above,
    death,
    dismissal,
    failed_probation
};
enum class Sanction : std::uint8_t { none, warning, demerit, major_demerit, demotion, removal, dismissal };
// Which group of promotion levers governs a post type; entry posts have none.
enum class Ladder : std::uint8_t { entry, middle, deputy, chief };
// Where candidates for a post may come from.
enum class Area : std::uint8_t { unit, same_kind, county };
enum class Skill : std::uint8_t { administration, law, mass_work };

// Competent or better.
constexpr bool is_competent(Result result) { return result == Result::excellent || result == Result::competent; }

// Posts at deputy section level and above.
constexpr bool is_leadership(Ladder ladder) { return ladder == Ladder::deputy || ladder == Ladder::chief; }

inline constexpr std::size_t channel_count = 5;
inline constexpr std::size_t exit_cause_count = 7;
inline constexpr std::size_t ladder_count = 4;
inline constexpr std::size_t skill_count = 3;
inline constexpr std::size_t sanction_count = 7;

template <class Enum>
struct Term {
    Enum value;
    std::string_view name;  // in files
    std::string_view en, zh;
};

// All terms of a vocabulary, in the order of the enumeration.
template <class Enum>
struct Vocabulary;

#define STAFFSIM_VOCABULARY(Enum, count)                  \
    template <>                                           \
    struct Vocabulary<Enum> {                             \
        static const std::array<Term<Enum>, count> terms; \
    }
STAFFSIM_VOCABULARY(UnitKind, 2);
STAFFSIM_VOCABULARY(Sex, 2);
STAFFSIM_VOCABULARY(Education, 4);
STAFFSIM_VOCABULARY(Field, 6);
STAFFSIM_VOCABULARY(Channel, 5);
STAFFSIM_VOCABULARY(Result, 5);
STAFFSIM_VOCABULARY(ExitCause, 7);
STAFFSIM_VOCABULARY(Sanction, 7);
STAFFSIM_VOCABULARY(Ladder, 4);
STAFFSIM_VOCABULARY(Area, 3);
#undef STAFFSIM_VOCABULARY

template <class Enum>
const Term<Enum>& term(Enum value) {
    return Vocabulary<Enum>::terms[static_cast<std::size_t>(value)];
}
// The value of that name in English or Chinese (本科, bachelor), or nothing.
template <class Enum>
std::optional<Enum> find_term(std::string_view name) {
    for (const Term<Enum>& candidate : Vocabulary<Enum>::terms) {
        if (candidate.name == name || candidate.zh == name || candidate.en == name) return candidate.value;
    }
    return std::nullopt;
}

}  // namespace staffsim
