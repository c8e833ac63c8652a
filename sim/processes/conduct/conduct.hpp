// Conduct: what education and supervision do to it, misconduct that stays hidden or is found, inquiry and sanctions.
//
// Misconduct comes at a hazard that integrity, the climate of the unit, legal skill and feared supervision lower, and a
// pay gap and the discretion of the post raise. It is hidden. Supervision and citizens' complaints find part of it
// sooner or later; the rest can no longer be proved one day. An inquiry takes its time; meanwhile nobody is promoted or
// leaves of own will. It ends in one of six sanctions with their legal periods, or clears the person. Only the rate of
// sanctions is known of real counties: how much lies behind it follows from the assumed share found.
//
// Education keeps stocks in every unit, which fade when it stops; it and supervision may go where the public complains
// most. With `behaviour` off a constant hazard, moved by integrity alone, leads straight to a sanction: the textbook.
//
// Left out: who did it with whom, wrongdoing that is found after somebody has left, and appeals.
#pragma once

#include <array>
#include <vector>

#include "sim/levers/table.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

// What education is about: purpose and power (ideology), the right view of achievements, service.
enum class EducationContent : std::uint8_t { ideology, achievements, service };
constexpr std::size_t at(EducationContent content) { return static_cast<std::size_t>(content); }
inline constexpr std::size_t education_count = 3;

struct EducationRules {
    std::array<double, education_count> days;  // a year and person
    double gain_per_10_days, ceiling, decay;
    std::array<double, education_count> centre;  // stocks in the baseline, z
    double absence;                              // of a day, lost to the work
    Money cost_per_day;
};

struct SupervisionRules {
    double visits;  // a year and unit
    double centre;  // visits in the baseline
    double deterrence;
    double detection_effect;
    Money cost_per_visit;
    double targeting;  // share of education and supervision that goes where complaints are
};

struct DetectionRules {
    double found_share;  // of misconduct, in the baseline
    double years_to_finding;
    double by_complaint;  // share of what is found, in the baseline
    double inquiry_days;
    double cleared_share;
};

struct ConductRules {
    bool behaviour;
    double sanction;                              // per year, in the baseline
    std::array<double, 6> severity;               // warning … dismissal
    double repeat_effect;                         // per earlier sanction
    double added_period;                          // share of the period of a further sanction that is added
    double integrity_effect;                      // log hazard per z less integrity
    double law_effect;                            // log hazard per z less legal skill
    double pay_effect;                            // log hazard per log point of relative pay less
    std::array<double, ladder_count> discretion;  // log hazard by kind of post
    double centre;                                // mean log factor in the baseline
    double gaming_effect;                         // log effort per z of the view of achievements
    EducationRules education;
    SupervisionRules supervision;
    DetectionRules detection;
};
const levers::Table<ConductRules>& conduct_levers();

// --- sanctions (sanctions.cpp)

// Legal period in months: promotion is barred, and pay steps from demerit on.
int sanction_months(Sanction kind);
// Day from which a sanction imposed today no longer counts. While another one is in force, a share of the new period is
// added to what is left of the old one; never shorter than the new period alone, at most 48 months from today. Months
// are added one period after another, so that a sanction of the 29th to 31st may end up to three days early when it is
// extended.
Day sanction_end(const ConductRules& rules, const County& county, PersonId person, Sanction kind);
// A demerit or worse withholds pay steps while it is in force; a warning withholds pay grades only.
bool withholds_steps(const County& county, PersonId person);
// The sanction that a uniform draw means for somebody with so many earlier ones: each pushes towards the grave end.
Sanction severity_of(const ConductRules& rules, double uniform, int earlier);
// Imposes the sanction of the person's case of that number. True when it is dismissal (the caller lets the person
// leave).
bool impose_sanction(const ConductRules& rules, World& world, PersonId person, std::uint16_t number);
bool impose_sanction(const ConductRules& rules, World& world, PersonId person);  // of the running spell

// --- hazard (misconduct.cpp)

// The person's yearly hazard of misconduct before the unit's factor; with behaviour off, of a sanction. For one person;
// terms.hpp has the steps for many at once.
float sanction_hazard(const ConductRules& rules, World& world, PersonId person);
// Whether a hazard depends on what training moves, so that it must be looked at after a training day.
bool depends_on_training(const ConductRules& rules);
// Factor on the hazards of a unit this month, by climate and supervision. With behaviour on.
double conduct_pressure(const ConductRules& rules, const World& world, UnitId unit);
// The same for many units one after another, of which most have the same climate and as many visits.
class PressureOfConduct {
  public:
    double of(const ConductRules& rules, const World& world, UnitId unit);

  private:
    RememberedLog log_of_visits_;
    RememberedExp exp_;
};
// Base hazard of misconduct behind the known rate of sanctions.
double misconduct_rate(const ConductRules& rules);

// --- what the public says (complaints.cpp)

// Whether anybody counts the unit's complaints.
bool knows_complaints(const County& county, UnitId unit);
// Complaints a year and resident of a unit over those of the county's townships; 1 where nobody counts complaints.
double complaint_ratio(const County& county, UnitId unit);
// Share of a unit's complaints that a content of education is about, times the number of contents; 1 where nobody
// counts.
double content_ratio(const County& county, UnitId unit, std::size_t content);

// --- cases (cases.cpp)

// Yearly hazards of a hidden case in a unit as of today: found on supervision, on a complaint; no longer provable.
struct CaseHazards {
    double by_supervision = 0, by_complaint = 0, lapse = 0;
    double finding() const { return by_supervision + by_complaint; }
};
CaseHazards case_hazards(const ConductRules& rules, const World& world, UnitId unit);
// The hazard fired: a hidden case begins.
void commit_misconduct(const ConductRules& rules, World& world, PersonId person);
// Cases that were open before the first day, as many as the baseline has at any time. Once.
void begin_with_open_cases(const RulesView<ConductRules>& rules, World& world);
// Once a month, before the month's events: which cases are found in it, which lapse.
void review_cases(const RulesView<ConductRules>& rules, World& world);
// Found today: an inquiry begins.
void open_inquiry(const ConductRules& rules, World& world, PersonId person);
// An inquiry ends today. True when the person is dismissed.
bool close_inquiry(const ConductRules& rules, World& world, PersonId person);

// --- education and supervision (climate.cpp)

// Stocks of a unit on the first day: those of the baseline.
void begin_climate(const RulesView<ConductRules>& rules, World& world);
// Once a month: where effort goes; education moves the stocks; days and money are booked.
void review_climate(const RulesView<ConductRules>& rules, World& world);
// Visits a year to a unit, as aimed this month.
double visits_to(const ConductRules& rules, const World& world, UnitId unit);

// --- where effort goes (targeting.cpp)

// Factors on the planned visits and days of education of units, by complaints a resident. Units that aim deal out among
// themselves the share that each of them aims, so that visits, and person-days of education, of all together stay those
// of the plan. Units whose complaints nobody counts keep theirs. Dealt out once, when this is made: on the first of a
// month, for the month.
class Aim {
  public:
    Aim(const RulesView<ConductRules>& rules, const World& world);
    double of_visits(UnitId unit) const { return shares_.empty() ? 1.0 : shares_[unit.value].visits; }
    double of_days(UnitId unit) const { return shares_.empty() ? 1.0 : shares_[unit.value].days; }

  private:
    struct Share {
        double visits = 1, days = 1;
    };
    std::vector<Share> shares_;  // by unit; empty where nobody aims
};
// Days of education a year and person by content: what the unit's complaints are about moves days from one content to
// another and leaves their sum. All stays as planned where they are about none that has days.
std::array<double, education_count> days_by_content(const ConductRules& rules, const County& county, UnitId unit);

}  // namespace staffsim
