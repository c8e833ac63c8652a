// What a random draw is for. A purpose is part of the draw's address: renumbering one changes results, so new ones are
// appended.
#pragma once

#include <cstdint>

namespace staffsim {

enum class Purpose : std::uint16_t {
    latent_ability = 1,
    latent_skill,
    latent_motivation,
    latent_learning,
    latent_integrity,
    latent_taste,
    performance_luck,
    shared_bias,
    rating_error,
    excellent_turn,
    threshold,  // + cause
    donor = 20,
    missing_field,
    applicant_count,
    applicant_score,
    applicant_attributes,
    acceptance,
    seat_fill,
    failed_probation,
    approval,
    competition_component = 40,
    appointment_bias,
    random_choice,
    open_selection,
    exchange_tie,
    front_line_tie,
    sanction_kind,
    county_shock,
    birth_day,
    start_attributes,
    promotion_tie,
    rank_tie,
    vacancy_source,
    training_luck,  // no more: the second number of performance_luck
    indicator,
    target,
    competition_held,
    network,
    trial,
    leadership_change,
    push,
    intake_number,
    borrowing,
    borrowing_extension,
    seat_condition,
    mobility,
    withdrawal,
    quits_on_probation,
    flexible_retirement,
    misconduct_case = 340,  // how long it stays hidden
    case_outcome,           // cleared or not, by complaint or not
    open_cases,             // of the first day
    training_place,         // order of chance where places are scarce
    training_turn,          // where somebody stands in a rotation
    training_no_show,
    training_day,
    front_line_place,       // whether a township has the place of which a share of townships has one
    matters_of_week = 300,  // arrivals of a unit in a week
    matter,                 // one of them: unit and kind, week, number
    matter_outcome,
    second_title = 400,
    fill_origin,  // from which stratum, or from outside, an opening is filled
};

constexpr std::uint16_t operator+(Purpose purpose) { return static_cast<std::uint16_t>(purpose); }

}  // namespace staffsim
