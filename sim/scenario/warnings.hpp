// Every warning that a reader of scenarios and rosters can give, in English and Chinese, at one place. A reader warns
// only by naming one of them (a check of the sources sees to it), and a warning without its Chinese text does not
// compile.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "sim/foundation/diagnostics.hpp"

namespace staffsim::scenario {

enum class Warning : std::uint8_t {
    over_establishment,
    nobody_in_roster,
    same_name,
    other_establishment,
    unknown_fields,
    more_titles_than_places,
    year_beyond,
    years_beyond,
    start_beyond,
    start_before,
    one_past,
    last_step_beyond,
    conditions_of_nothing,
    hides_conditions,
    hides_value,
    one_way_transfer,
    no_effect_while_false,
    no_effect_while_zero,
    lets_nobody_go,
    weight_without_clients,
    clients_without_weight,
    long_service_under_ranks,
    long_service_and_treatment,
    calendar_over_a_year,
    family_planning_over,
    below_one_yuan,
    no_residents,
    no_distance,
    no_remote_class,
    old_roster,
    past_retirement,
    rank_since_without_rank,
    shortens_terms,
    lengthens_terms,
    count
};

// `id` is the warning's kind, for whoever treats some of them in their own way. {} stands for a name or number; in the
// Chinese text {0}, {1} … for what stood in the first, second …
struct WarningText {
    Warning warning;
    std::string_view id, en, zh;
};

// One for each warning, in their order.
std::span<const WarningText> warning_texts();
std::string_view id_of(Warning warning);

template <typename... Values>
void warn(Diagnostics& diagnostics, Place place, std::string key, Warning warning, const Values&... values) {
    const WarningText& text = warning_texts()[static_cast<std::size_t>(warning)];
    const auto said = [&](std::string_view words, [[maybe_unused]] Language language) {
        return fmt::vformat(words, fmt::make_format_args(spoken(values, language)...));
    };
    diagnostics.warning(std::move(place), std::move(key), {said(text.en, Language::en), said(text.zh, Language::zh)},
                        std::string(text.id));
}

}  // namespace staffsim::scenario
