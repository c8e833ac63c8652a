// The words under which a situation asks for what is counted: of units, flows, stocks, the service to the public,
// money.
#pragma once

#include <cstddef>
#include <string_view>

#include "sim/model/county.hpp"

namespace staffsim::situations {

struct FlowWord {
    std::string_view word;
    Flow flow;
    double parts = 1;  // counted in so many parts of one
};
inline constexpr FlowWord flow_words[] = {{"exit_retirement", Flow::exit_retirement},
                                          {"exit_early_retirement", Flow::exit_early_retirement},
                                          {"exit_resignation", Flow::exit_resignation},
                                          {"exit_moved_above", Flow::exit_moved_above},
                                          {"exit_death", Flow::exit_death},
                                          {"exit_dismissal", Flow::exit_dismissal},
                                          {"exit_failed_probation", Flow::exit_failed_probation},
                                          {"moved_to_county_organ", Flow::moved_to_county_organ},
                                          {"moved_to_township", Flow::moved_to_township},
                                          {"moved_in", Flow::moved_in},
                                          {"entered_open_exam", Flow::entered_open_exam},
                                          {"entered_institution_staff", Flow::entered_institution_staff},
                                          {"entered_village_cadre", Flow::entered_village_cadre},
                                          {"entered_village_official", Flow::entered_village_official},
                                          {"entered_service_programme", Flow::entered_service_programme},
                                          {"promoted_to_middle", Flow::promoted_to_middle},
                                          {"promoted_to_deputy", Flow::promoted_to_deputy},
                                          {"promoted_to_chief", Flow::promoted_to_chief},
                                          {"first_promoted_to_deputy", Flow::first_promoted_to_deputy},
                                          {"seats_advertised", Flow::seats_advertised},
                                          {"seats_filled", Flow::seats_filled},
                                          {"applicants", Flow::applicants},
                                          {"competitions", Flow::competitions},
                                          {"competitions_too_few", Flow::competitions_too_few},
                                          {"seats_left_empty", Flow::seats_left_empty},
                                          {"lost_competitions", Flow::lost_competitions},
                                          {"openings_filled", Flow::openings_filled},
                                          {"chains_closed", Flow::chains_closed},
                                          {"chain_links", Flow::chain_links},
                                          {"assessed", Flow::assessed},
                                          {"excellent", Flow::excellent},
                                          {"excellent_truly_best", Flow::excellent_truly_best},
                                          {"basically_competent", Flow::basically_competent},
                                          {"incompetent", Flow::incompetent},
                                          {"sanctions", Flow::sanctions},
                                          {"trainings", Flow::trainings},
                                          {"training_days", Flow::training_milli_days, 1000},
                                          {"exchanges_begun", Flow::exchanges_begun},
                                          {"exchanges_not_found", Flow::exchanges_not_found},
                                          {"front_line_begun", Flow::front_line_begun},
                                          {"rank_promotions", Flow::rank_promotions},
                                          {"seats_cancelled", Flow::seats_cancelled},
                                          {"seats_unfilled", Flow::seats_unfilled},
                                          {"withdrawals", Flow::withdrawals},
                                          {"specialty_seats", Flow::specialty_seats},
                                          {"local_seats", Flow::local_seats},
                                          {"degree_seats", Flow::degree_seats},
                                          {"quit_on_probation", Flow::quit_on_probation},
                                          {"left_first_year", Flow::left_first_year},
                                          {"first_years_completed", Flow::first_years_completed},
                                          {"left_after_minimum_service", Flow::left_after_minimum_service},
                                          {"minimum_service_ended", Flow::minimum_service_ended},
                                          {"retired_flexibly", Flow::retired_flexibly},
                                          {"moves_refused", Flow::moves_refused},
                                          {"misconduct", Flow::misconduct},
                                          {"misconduct_found", Flow::misconduct_found},
                                          {"found_by_complaint", Flow::found_by_complaint},
                                          {"misconduct_lapsed", Flow::misconduct_lapsed},
                                          {"hidden_case_days", Flow::hidden_case_days},
                                          {"cases_cleared", Flow::cases_cleared},
                                          {"training_no_shows", Flow::training_no_shows},
                                          {"training_without_place", Flow::training_without_place},
                                          {"training_credits_short", Flow::training_credits_short},
                                          {"demotions", Flow::demotions},
                                          {"stepped_down", Flow::stepped_down},
                                          {"trials", Flow::trials},
                                          {"trials_failed", Flow::trials_failed},
                                          {"leaders_rotated", Flow::leaders_rotated},
                                          {"posts_by_competition", Flow::posts_by_competition},
                                          {"posts_by_appointment", Flow::posts_by_appointment},
                                          {"targets_missed", Flow::targets_missed},
                                          {"targets_waived", Flow::targets_waived},
                                          {"results_capped", Flow::results_capped},
                                          {"merits", Flow::merits},
                                          {"left_mid_career", Flow::left_mid_career},
                                          {"budget_bound", Flow::budget_bound},
                                          {"rank_waits_for_quota", Flow::rank_waits_for_quota},
                                          {"borrowings_begun", Flow::borrowings_begun},
                                          {"exchange_transfers", Flow::exchange_transfers},
                                          {"rotations", Flow::rotations},
                                          {"dismissals_by_result", Flow::dismissals_by_result},
                                          {"steps_back_by_result", Flow::steps_back_by_result},
                                          {"fields_widened", Flow::fields_widened},
                                          {"sanctions_added", Flow::sanctions_added},
                                          {"borrowings_extended", Flow::borrowings_extended},
                                          {"terms_ended", Flow::terms_ended},
                                          {"second_titles", Flow::second_titles}};

struct StockWord {
    std::string_view word;
    Stock stock;
};
// Headcounts of the evening (staff, empty places …) need no stock.
inline constexpr StockWord stock_words[] = {{"stock.titled_seats", Stock::titled_seats},
                                            {"stock.empty_titled_seats", Stock::empty_titled_seats},
                                            {"stock.under_35", Stock::under_35},
                                            {"stock.women", Stock::women},
                                            {"stock.degree", Stock::degree},
                                            {"stock.native", Stock::native},
                                            {"stock.over_10_years_lowest_tier", Stock::over_10_years_lowest_tier},
                                            {"stock.at_lowest_tier", Stock::at_lowest_tier},
                                            {"stock.away_exchange", Stock::away_exchange},
                                            {"stock.away_front_line", Stock::away_front_line},
                                            {"stock.succession_candidates", Stock::succession_candidates},
                                            {"stock.leadership_openings_3_years", Stock::leadership_openings_3_years},
                                            {"stock.sanction_in_force", Stock::sanction_in_force},
                                            {"stock.warning_in_force", Stock::warning_in_force},
                                            {"stock.demerit_in_force", Stock::demerit_in_force},
                                            {"stock.major_demerit_in_force", Stock::major_demerit_in_force},
                                            {"stock.demotion_in_force", Stock::demotion_in_force},
                                            {"stock.removal_in_force", Stock::removal_in_force},
                                            {"stock.under_inquiry", Stock::under_inquiry},
                                            {"stock.second_line", Stock::second_line},
                                            {"stock.away_borrowed", Stock::away_borrowed}};

struct UnitWord {
    std::string_view word, phrase;
    double (*of)(const County&, UnitId);
};
inline constexpr UnitWord unit_words[] = {
    {"staff", "staff", [](const County& c, UnitId u) { return 1.0 * c.unit(u).staff; }},
    {"places", "places", [](const County& c, UnitId u) { return 1.0 * c.unit(u).places; }},
    {"empty_places", "empty places", [](const County& c, UnitId u) { return 1.0 * c.empty_places(u); }},
    {"empty_leadership", "empty leadership posts",
     [](const County& c, UnitId u) { return 1.0 * c.unit(u).empty_leadership; }},
    {"institution_staff", "institution staff at work",
     [](const County& c, UnitId u) { return 1.0 * c.unit(u).institution_staff; }},
    {"institution_missing", "institution staff missing",
     [](const County& c, UnitId u) { return 1.0 * c.unit(u).institution_missing; }},
    {"competitors", "people who meet the conditions of a higher post",
     [](const County& c, UnitId u) { return 1.0 * c.unit(u).competitors; }},
    {"away", "staff away from home", [](const County& c, UnitId u) { return 1.0 * c.unit(u).away; }},
    {"present", "hands present", [](const County& c, UnitId u) { return c.unit(u).present; }},
    {"titled", "staff with a title", [](const County& c, UnitId u) { return 1.0 * c.unit(u).titled; }},
    {"supernumerary", "supernumerary places", [](const County& c, UnitId u) { return 1.0 * c.unit(u).supernumerary; }},
    {"approved_entrants", "recruits on their way",
     [](const County& c, UnitId u) { return 1.0 * c.unit(u).approved_entrants; }},
    {"in_training", "hands away for training and education",
     [](const County& c, UnitId u) { return c.unit(u).in_training; }},
    {"climate.ideology", "stock of education on purpose and power",
     [](const County& c, UnitId u) { return c.unit(u).climate.ideology; }},
    {"climate.achievements", "stock of education on achievements",
     [](const County& c, UnitId u) { return c.unit(u).climate.achievements; }},
    {"climate.service", "stock of education on service",
     [](const County& c, UnitId u) { return c.unit(u).climate.service; }},
    {"climate.learning", "stock of guidance to learning",
     [](const County& c, UnitId u) { return c.unit(u).climate.learning; }},
    {"climate.gaming", "factor on effort drawn to indicators",
     [](const County& c, UnitId u) { return c.unit(u).climate.gaming; }},
    {"recent_openings", "openings that people remember",
     [](const County& c, UnitId u) { return c.unit(u).recent_openings; }},
    {"living", "living conditions", [](const County& c, UnitId u) { return c.unit(u).living; }},
    {"fairness", "fairness of results, 0 before any differ",
     [](const County& c, UnitId u) { return c.unit(u).fairness.value_or(0.0); }},
    {"seen.load", "load of citizens' matters that people feel, log above the centre",
     [](const County& c, UnitId u) { return static_cast<double>(c.unit(u).service.load); }},
    {"seen.satisfaction", "satisfaction of citizens above the centre",
     [](const County& c, UnitId u) { return static_cast<double>(c.unit(u).service.satisfaction); }},
    {"seen.people_served", "people served a year and hand",
     [](const County& c, UnitId u) { return static_cast<double>(c.unit(u).service.people_served); }}};

// Sums of the service to the public, since the start or in `year`; `.share` is per matter.
struct ServiceWord {
    std::string_view word, phrase;
    ServiceSum sum, over;
};
inline constexpr ServiceSum undivided = ServiceSum::count;
inline constexpr ServiceWord service_words[] = {
    {"service.matters", "matters", ServiceSum::matters, undivided},
    {"service.wait_days", "mean working days until matters are finished", ServiceSum::wait_days, ServiceSum::matters},
    {"service.queue_days", "mean working days in the queue", ServiceSum::queue_days, ServiceSum::matters},
    {"service.on_time", "share of matters on time", ServiceSum::on_time, ServiceSum::matters},
    {"service.handled", "share of matters handled", ServiceSum::handled, ServiceSum::matters},
    {"service.failed", "share of matters that failed", ServiceSum::failed, ServiceSum::matters},
    {"service.legal_errors", "share of matters with a legal error", ServiceSum::legal_errors, ServiceSum::matters},
    {"service.escalated", "share of matters that escalate", ServiceSum::escalated, ServiceSum::matters},
    {"service.satisfied", "share of matters with satisfied citizens", ServiceSum::satisfied, ServiceSum::matters},
    {"service.minutes", "working minutes a matter", ServiceSum::work_minutes, ServiceSum::matters},
    {"service.load", "work over working time for citizens", ServiceSum::work_minutes, ServiceSum::staff_minutes},
    {"service.staff_minutes", "working minutes for citizens", ServiceSum::staff_minutes, undivided},
    {"service.complaints.certificates", "complaints about certificates", of_kind(ServiceSum::complaints_by_kind, 0),
     undivided},
    {"service.complaints.land", "complaints about land", of_kind(ServiceSum::complaints_by_kind, 1), undivided},
    {"service.complaints.benefits", "complaints about benefits", of_kind(ServiceSum::complaints_by_kind, 2), undivided},
    {"service.complaints.disputes", "complaints about disputes", of_kind(ServiceSum::complaints_by_kind, 3), undivided},
    {"service.complaints.requests", "complaints about requests", of_kind(ServiceSum::complaints_by_kind, 4), undivided},
    {"development.due", "person-days of development work planned", ServiceSum::development_due, undivided},
    {"development.done", "person-days of development work done", ServiceSum::development_done, undivided},
    {"development.on_time", "share of planned development work done in time", ServiceSum::development_on_time,
     ServiceSum::development_due},
    {"development.income", "yuan of income, an illustration", ServiceSum::illustrated_income, undivided}};

struct MoneyWord {
    std::string_view word, phrase;
    std::size_t index;
};
inline constexpr MoneyWord one_off_words[] = {{"spent.recruitment", "yuan spent on recruitment", 0},
                                              {"spent.training", "yuan spent on training", 1},
                                              {"spent.exchange", "yuan spent on exchange", 2},
                                              {"spent.front_line", "yuan spent on front-line exercise", 3},
                                              {"spent.education", "yuan spent on education in conduct", 6},
                                              {"spent.supervision", "yuan spent on supervision", 7},
                                              {"spent.awards", "yuan spent on awards", 4},
                                              {"spent.living_conditions", "yuan spent on living conditions", 5}};
inline constexpr MoneyWord payroll_words[] = {
    {"payroll.basic", "yuan of basic pay", 0},      {"payroll.rank", "yuan of rank pay", 1},
    {"payroll.allowance", "yuan of allowances", 2}, {"payroll.long_service", "yuan of long-service pay", 3},
    {"payroll.bonus", "yuan of year-end bonus", 4}, {"payroll.welfare", "yuan of welfare", 5}};

}  // namespace staffsim::situations
