// What every outcome divides by what, against its words; and the sums of a year that the formulas read.
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <string>

#include "sim/measures/observe.hpp"
#include "tests/support/tiny_county.hpp"

using namespace staffsim;
using namespace staffsim::measures;
using namespace staffsim::tiny;

namespace {

// A year in which no two numbers are alike, so that no sum can stand for another one.
GroupYear year_of_numbers() {
    GroupYear year;
    for (std::size_t i = 0; i < flow_count; ++i) year.flows[i] = 1001 + 7 * static_cast<std::int64_t>(i);
    for (std::size_t i = 0; i < stock_count; ++i) year.stocks[i] = 3002.5 + 11 * static_cast<double>(i);
    for (std::size_t i = 0; i < service_sum_count; ++i) year.service.sums[i] = 7003.25 + 13 * static_cast<double>(i);
    for (std::size_t i = 0; i < one_off_count; ++i) year.one_off_fen[i] = 9'000'000 + 17'000 * static_cast<int>(i);
    for (std::size_t i = 0; i < pay_component_count; ++i) {
        year.pay_milli_fen[i] = 20'000'000'000 + 19'000'000 * static_cast<std::int64_t>(i);
    }
    year.pay_total_milli_fen = 130'000'000'000;
    year.person_days = 50'000;
    year.person_days_below = {0, 29'000, 41'000, 47'000};
    year.empty_place_days = 2'900;
    year.empty_seat_days = 310;
    year.opening_days = 4'100;
    year.days = 366;
    year.units = 5;
    return year;
}

// Numerator over denominator of every outcome, as its words have it.
std::map<std::string, Ratio> by_words(const GroupYear& g) {
    const auto n = [&g](Flow which) { return g.flow(which); };
    const auto at_end = [&g](Stock which) { return g.stock(which); };
    const auto of = [&g](ServiceSum which) { return g.served(which); };
    const auto spent = [&g](OneOff on) {
        return static_cast<double>(g.one_off_fen[static_cast<std::size_t>(on)]) / 1e6;
    };
    const auto paid = [&g](PayComponent what) {
        return static_cast<double>(g.pay_milli_fen[static_cast<std::size_t>(what)]) / 1e9;  // 10,000 yuan
    };
    const double years = 366 / 365.2425, person_years = 50'000 / 365.2425, unit_days = 366.0 * 5;
    const double staff = at_end(Stock::staff), matters = of(ServiceSum::matters);
    double entrants = 0, exits = 0, one_off = 0, complaints = 0;
    for (const Flow channel : {Flow::entered_open_exam, Flow::entered_institution_staff, Flow::entered_village_cadre,
                               Flow::entered_village_official, Flow::entered_service_programme}) {
        entrants += n(channel);
    }
    for (const Flow exit :
         {Flow::exit_retirement, Flow::exit_early_retirement, Flow::exit_resignation, Flow::exit_moved_above,
          Flow::exit_death, Flow::exit_dismissal, Flow::exit_failed_probation}) {
        exits += n(exit);
    }
    for (const std::int64_t fen : g.one_off_fen) one_off += static_cast<double>(fen) / 1e6;
    for (std::size_t k = 0; k < matter_count; ++k) complaints += of(of_kind(ServiceSum::complaints_by_kind, k));
    const double leavers = exits + n(Flow::moved_to_county_organ) + n(Flow::moved_to_township);
    const double payroll = 130, filled = n(Flow::posts_by_competition) + n(Flow::posts_by_appointment);
    return {
        {"empty_places", {2'900, unit_days}},
        {"empty_leadership_posts", {310, unit_days}},
        {"leavers", {leavers, years}},
        {"resignations", {n(Flow::exit_resignation), years}},
        {"retirements", {n(Flow::exit_retirement) + n(Flow::exit_early_retirement), years}},
        {"moves_up", {n(Flow::exit_moved_above) + n(Flow::moved_to_county_organ), years}},
        {"statutory_retirements", {n(Flow::exit_retirement), years}},
        {"early_retirements", {n(Flow::exit_early_retirement), years}},
        {"moves_to_organs", {n(Flow::moved_to_county_organ), years}},
        {"moves_above", {n(Flow::exit_moved_above), years}},
        {"deaths", {n(Flow::exit_death), years}},
        {"dismissals", {n(Flow::exit_dismissal), years}},
        {"failed_probation", {n(Flow::exit_failed_probation) - n(Flow::quit_on_probation), years}},
        {"gave_up_on_probation", {n(Flow::quit_on_probation), years}},
        {"service_years", {at_end(Stock::service_years), staff}},
        {"years_in_post", {at_end(Stock::post_years), staff}},
        {"turnover", {100 * leavers, person_years}},
        {"days_to_fill", {static_cast<double>(g.opening_days), n(Flow::openings_filled)}},
        {"chain_length", {n(Flow::chain_links), n(Flow::chains_closed)}},
        {"mid_career_leaving", {100 * n(Flow::left_mid_career), at_end(Stock::mid_career)}},
        {"seats_unfilled", {n(Flow::seats_unfilled), years}},
        {"seats_cancelled", {100 * n(Flow::seats_cancelled), n(Flow::seats_advertised)}},
        {"first_year_losses",
         {100 * n(Flow::left_first_year), n(Flow::left_first_year) + n(Flow::first_years_completed)}},
        {"leaving_after_minimum_service",
         {100 * n(Flow::left_after_minimum_service), at_end(Stock::soon_after_minimum_service)}},
        {"resigning_after_minimum_service",
         {100 * n(Flow::resigned_after_minimum_service), at_end(Stock::soon_after_minimum_service)}},
        {"institution_hands_missing", {at_end(Stock::institution_hands_missing), 1}},
        {"mean_age", {at_end(Stock::age_years), staff}},
        {"share_under_35", {100 * at_end(Stock::under_35), staff}},
        {"share_women", {100 * at_end(Stock::women), staff}},
        {"share_degree", {100 * at_end(Stock::degree), staff}},
        {"share_native", {100 * at_end(Stock::native), staff}},
        {"applicants_per_seat", {n(Flow::applicants), n(Flow::seats_advertised)}},
        {"share_seats_filled", {100 * n(Flow::seats_filled), n(Flow::seats_filled) + n(Flow::seats_unfilled)}},
        {"specialty_match", {100 * at_end(Stock::field_fit), staff}},
        {"entrants_open_exam", {100 * n(Flow::entered_open_exam), entrants}},
        {"entrants_institution_staff", {100 * n(Flow::entered_institution_staff), entrants}},
        {"entrants_village_cadre", {100 * n(Flow::entered_village_cadre), entrants}},
        {"entrants_village_official", {100 * n(Flow::entered_village_official), entrants}},
        {"entrants_service_programme", {100 * n(Flow::entered_service_programme), entrants}},
        {"excellent_truly_best", {100 * n(Flow::excellent_truly_best), n(Flow::excellent)}},
        {"mean_skill", {at_end(Stock::skill), staff}},
        {"mass_work_skill", {at_end(Stock::skill_mass_work), staff}},
        {"administration_skill", {at_end(Stock::skill_administration), staff}},
        {"law_skill", {at_end(Stock::skill_law), staff}},
        {"trained_days", {n(Flow::training_milli_days) / 1000, person_years}},
        {"training_coverage", {100 * n(Flow::trainings), person_years}},
        {"true_performance", {at_end(Stock::performance), at_end(Stock::assessed_so_far)}},
        {"leader_ability", {at_end(Stock::leader_ability), at_end(Stock::leaders)}},
        {"head_ability", {at_end(Stock::head_ability), at_end(Stock::heads)}},
        {"heads_truly_best", {100 * n(Flow::heads_truly_best), n(Flow::heads_chosen)}},
        {"leaders_truly_best", {100 * n(Flow::leaders_truly_best), n(Flow::leaders_chosen)}},
        {"effort_drawn", {at_end(Stock::effort_shift), at_end(Stock::assessed_so_far)}},
        {"wait_to_deputy", {41'000 / 365.2425, n(Flow::first_promoted_to_deputy)}},
        {"wait_to_middle", {29'000 / 365.2425, n(Flow::first_promoted_to_middle)}},
        {"wait_to_chief", {47'000 / 365.2425, n(Flow::first_promoted_to_chief)}},
        {"promotions", {n(Flow::promoted_to_middle) + n(Flow::promoted_to_deputy) + n(Flow::promoted_to_chief), years}},
        {"chance_of_able", {100 * n(Flow::rises_of_able), n(Flow::rises_of_able) + at_end(Stock::able_candidates)}},
        {"chance_of_others",
         {100 * (n(Flow::rises_to_lead) - n(Flow::rises_of_able)), n(Flow::rises_to_lead) - n(Flow::rises_of_able) +
                                                                       at_end(Stock::succession_candidates) -
                                                                       at_end(Stock::able_candidates)}},
        {"share_over_10_years_lowest", {100 * at_end(Stock::over_10_years_lowest_tier), at_end(Stock::at_lowest_tier)}},
        {"succession_cover", {at_end(Stock::succession_candidates), at_end(Stock::leadership_openings_3_years)}},
        {"own_candidates", {at_end(Stock::succession_candidates), at_end(Stock::units_with_leaders)}},
        {"units_without_candidates", {at_end(Stock::units_without_candidates), 1}},
        {"share_on_exchange", {100 * at_end(Stock::away_exchange), staff}},
        {"share_borrowed", {100 * at_end(Stock::away_borrowed), staff}},
        {"people_exchanged", {n(Flow::exchanges_begun) + n(Flow::exchange_transfers), years}},
        {"heads_rotated", {n(Flow::rotations), years}},
        {"share_front_line", {100 * at_end(Stock::away_front_line), staff}},
        {"motivation", {at_end(Stock::motivation), staff}},
        {"share_by_competition", {100 * n(Flow::posts_by_competition), filled}},
        {"demotions", {n(Flow::demotions), years}},
        {"results_capped", {n(Flow::results_capped), years}},
        {"share_second_line", {100 * at_end(Stock::second_line), staff}},
        {"sanctions", {100 * n(Flow::sanctions), person_years}},
        {"misconduct", {100 * n(Flow::misconduct), person_years}},
        {"misconduct_found", {100 * n(Flow::misconduct_found), person_years}},
        {"share_found", {100 * n(Flow::misconduct_found), n(Flow::misconduct_found) + n(Flow::misconduct_lapsed)}},
        {"time_to_finding", {n(Flow::hidden_case_days) / 365.2425, n(Flow::misconduct_found)}},
        {"found_by_complaint", {100 * n(Flow::found_by_complaint), n(Flow::misconduct_found)}},
        {"sanctions_in_force", {100 * at_end(Stock::sanction_in_force), staff}},
        {"warnings_in_force", {100 * at_end(Stock::warning_in_force), staff}},
        {"demerits_in_force", {100 * at_end(Stock::demerit_in_force), staff}},
        {"major_demerits_in_force", {100 * at_end(Stock::major_demerit_in_force), staff}},
        {"demotions_in_force", {100 * at_end(Stock::demotion_in_force), staff}},
        {"removals_in_force", {100 * at_end(Stock::removal_in_force), staff}},
        {"hands_present", {100 * at_end(Stock::hands_present), at_end(Stock::places)}},
        {"days_citizens_wait", {of(ServiceSum::wait_days), matters}},
        {"matters_on_time", {100 * of(ServiceSum::on_time), matters}},
        {"escalations", {1000 * of(ServiceSum::escalated), matters}},
        {"complaints", {complaints, of(ServiceSum::resident_years)}},
        {"matters_handled", {of(ServiceSum::handled), years}},
        {"matters_resolved", {100 * (of(ServiceSum::handled) - of(ServiceSum::failed)), matters}},
        {"satisfaction", {100 * of(ServiceSum::satisfied), matters}},
        {"legal_errors", {1000 * of(ServiceSum::legal_errors), matters}},
        {"service_load", {100 * of(ServiceSum::work_minutes), of(ServiceSum::staff_minutes)}},
        {"service_attitude", {at_end(Stock::service_attitude), staff}},
        {"hands_in_training", {100 * at_end(Stock::in_training), staff}},
        {"development_days", {of(ServiceSum::development_done), years}},
        {"development_on_time", {100 * of(ServiceSum::development_on_time), of(ServiceSum::development_due)}},
        {"household_income_illustration", {of(ServiceSum::illustrated_income), 1000 * of(ServiceSum::resident_years)}},
        {"total_cost", {payroll + one_off, years}},
        {"payroll", {payroll, years}},
        {"payroll_basic", {paid(PayComponent::basic), years}},
        {"payroll_rank", {paid(PayComponent::rank), years}},
        {"payroll_bonus", {paid(PayComponent::bonus), years}},
        {"payroll_welfare", {paid(PayComponent::welfare), years}},
        {"payroll_allowance", {paid(PayComponent::allowance), years}},
        {"payroll_long_service", {paid(PayComponent::long_service) + paid(PayComponent::welfare), years}},
        {"recruitment_cost", {spent(OneOff::recruitment), years}},
        {"exchange_cost", {spent(OneOff::exchange), years}},
        {"front_line_cost", {spent(OneOff::front_line), years}},
        {"awards_cost", {spent(OneOff::awards), years}},
        {"living_conditions_cost", {spent(OneOff::living_conditions), years}},
        {"training_cost", {spent(OneOff::training), years}},
        {"training_cost_per_skill", {spent(OneOff::training), n(Flow::skill_gained_milli) / 1000}},
        {"conduct_cost", {spent(OneOff::education) + spent(OneOff::supervision), years}},
        {"cost_per_filled_place", {1e4 * (payroll + one_off), person_years}},
        {"cost_per_matter", {1e4 * (payroll + one_off), of(ServiceSum::handled)}},
    };
}

}  // namespace

TEST_CASE("every outcome divides what its words say by what its words say") {
    const GroupYear year = year_of_numbers();
    const std::map<std::string, Ratio> words = by_words(year);
    CHECK(words.size() == outcomes().size());
    for (std::size_t i = 0; i < outcomes().size(); ++i) {
        const std::string& id = outcomes()[i].id;
        INFO(id);
        REQUIRE(words.contains(id));
        const Ratio found = formulas()[i](year);
        CHECK(found.numerator == Approx(words.at(id).numerator).epsilon(1e-12));
        CHECK(found.denominator == Approx(words.at(id).denominator).epsilon(1e-12));
    }
}

TEST_CASE("a stock is that of the verdict year, a flow adds up all years up to it") {
    YearlyValues values(outcomes().size(), 1, 4);
    const std::size_t stock = outcome_index("mean_age"), flow = outcome_index("leavers");
    REQUIRE(outcomes()[stock].window == measures::Window::year_end);
    REQUIRE(outcomes()[flow].window == measures::Window::yearly_average);
    for (std::size_t year = 0; year < 4; ++year) {
        const double power = std::pow(10, static_cast<double>(year));
        values.cell(stock, 0, year) = values.cell(flow, 0, year) = {power, 2 * power};
    }
    CHECK(at_verdict_year(values, stock, 0, 1) == Ratio{1, 2});
    CHECK(at_verdict_year(values, stock, 0, 3) == Ratio{100, 200});
    CHECK(at_verdict_year(values, flow, 0, 1) == Ratio{1, 2});
    CHECK(at_verdict_year(values, flow, 0, 3) == Ratio{111, 222});
}

TEST_CASE("moves between townships and organs are lost to either group, and not to the county") {
    GroupYear year;
    year.flows[static_cast<std::size_t>(Flow::exit_resignation)] = 2;
    year.flows[static_cast<std::size_t>(Flow::moved_to_county_organ)] = 3;
    year.flows[static_cast<std::size_t>(Flow::moved_to_township)] = 4;
    CHECK(year.leavers() == 9);
    year.whole_county = true;
    CHECK(year.leavers() == 2);
}

TEST_CASE("a group of all units is the whole county, and person-years below a level are those of all lower posts") {
    TinyCounty tiny({township("T01", 4, 1, 1, 1), township("T02", 2), organ("O01", 2, 1)});
    for (const std::size_t post : {clerk, head, deputy, chief})
        tiny.settle(0, {.id = "T" + std::to_string(post), .post = post});
    tiny.settle(1, {.id = "clerk of T02"});
    tiny.settle(2, {.id = "O clerk", .post = organ_clerk});
    tiny.settle(2, {.id = "O deputy", .post = organ_deputy});
    tiny.open();
    tiny.county.settle_ledgers(tiny.county.today() + 10);
    const std::vector<GroupYear> units = sums_by_unit(tiny.county);
    REQUIRE(units.size() == 3);
    CHECK(units[0].person_days == 40);
    const auto below = [](const GroupYear& g, Ladder level) {
        return g.person_days_below[static_cast<std::size_t>(level)];
    };
    CHECK(below(units[0], Ladder::entry) == 0);
    CHECK(below(units[0], Ladder::middle) == 10);
    CHECK(below(units[0], Ladder::deputy) == 20);
    CHECK(below(units[0], Ladder::chief) == 30);
    CHECK(below(units[2], Ladder::deputy) == 10);
    CHECK_FALSE(units[0].whole_county);
    const GroupYear townships = sum_of(units, {0, 1}), all = sum_of(units, {0, 1, 2});
    CHECK_FALSE(townships.whole_county);
    CHECK(townships.units == 2);
    CHECK(townships.person_days == 50);
    CHECK(all.whole_county);
    CHECK(all.person_days == 70);
    CHECK(below(all, Ladder::deputy) == 40);
    CHECK(below(all, Ladder::middle) == 30);
    CHECK(below(all, Ladder::chief) == 60);
    CHECK(all.days == 10);
}
