// Service to the public. Citizens bring matters of five kinds to each township: certificates, land, benefits, disputes
// and requests that come with development work. They arrive as a Poisson stream by residents and kind and are handled
// by those present: civil servants by their hands and skills, institution and contract staff as numbers. Each kind
// needs its own skill, working minutes and promised time, and some need an approval. What is late or goes wrong
// escalates to the county and gives complaints. Development work is done with the time planned for it.
//
// Assumptions: staff are split over the kinds in proportion to their work (or all windows take everything); working
// time follows a plan that gives way to citizens' matters, up to a limit, when these are too many; skills are looked at
// once a quarter, hands every week; people wait in one queue a kind and give up, to the county, after a long time.
// Left out: appointments, matters of firms, who complains how often.
#pragma once

#include <array>

#include "sim/levers/table.hpp"
#include "sim/model/unit_service.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

// weekly: an aggregate of each week (congestion.hpp); events: every matter for itself on a clock of working minutes
// (events.hpp), the oracle; off: nobody comes, and nothing reacts.
enum class ServiceQueue : std::uint8_t { weekly, events, off };
enum class Windows : std::uint8_t { by_matter, one_stop };
// Who is next at windows that take everything.
enum class QueueOrder : std::uint8_t { first_come, urgent_first };
enum class TimeUse : std::uint8_t { citizens, development, internal };
inline constexpr std::size_t time_use_count = 3;

inline constexpr double weeks_per_year = days_per_year / 7.0;

using ByMatter = std::array<double, matter_count>;
using ByTimeUse = std::array<double, time_use_count>;

struct ServiceRules {
    ServiceQueue queue;
    // matters
    ByMatter rates;    // a year and 1,000 residents, in a township of the reference size
    ByMatter minutes;  // of work, far from hurry, at the baseline's skill
    double scale_elasticity, reference_residents;
    ByMatter promised_days;
    ByMatter law_share, mass_work_share;  // of the skill that is needed; the rest is administration
    ByMatter difficulty;                  // share that fails for lack of skill
    ByMatter legal_risk;                  // share with an error of law or procedure
    ByMatter approval_share, approval_days;
    // staff
    ByTimeUse time, institution_time, contract_time;
    double contract_efficiency, other_skill;
    double days_per_year, minutes_per_day;
    double target_load, flex;
    Windows windows;
    QueueOrder order;
    double one_stop_loss;
    // what skill, procedure and hurry do
    double skill_centre, law_centre;
    double time_effect, failure_effect, error_effect;
    double procedure, procedure_centre, procedure_error_effect, procedure_failure_effect, procedure_approval_saving,
        procedure_minutes;
    double hurry_effect;
    // what becomes of it
    double patience_days;
    double escalates_late, escalates_failed, escalation_minutes, escalation_most;
    double complains_late, complains_failed, complains_manner, manner_effect, manner_centre;
    double satisfied_well, satisfied_late, satisfied_failed, satisfaction_per_day;
    // development work
    double development_days, development_slack_weeks, development_effect, requests_per_100_days;
    Money income_per_day;  // of development work: an illustration
    // what the rest of the county sees
    double load_centre, satisfaction_centre;
    bool operator==(const ServiceRules&) const = default;
};
const levers::Table<ServiceRules>& service_levers();

// Hands and skills of a township, as of the quarter.
struct ServiceStaff {
    std::array<double, skill_count> skill{};  // mean of those present
    double motivation = 0;
    double attitude = 0;  // to service, of the unit (education)
    double hands = 0;     // over which the means were taken
    bool operator==(const ServiceStaff&) const = default;
};

// What follows from rules, residents and skills, whoever is present: constant for months.
struct ServiceDemand {
    ByMatter arrivals{};  // a week, before the year's workload
    ByMatter minutes{};   // of work each
    ByMatter failed{};    // share, without hurry
    ByMatter errors{};    // share, part of those that fail
    ByMatter approval_days{};
    double manner = 0;                                   // share that complains about manner
    double development_due = 0, development_output = 0;  // person-days a week; delivered per day worked
    double other_minutes = 0, other_development = 0;     // institution and contract staff: a week, effective
    double week = 0, day = 0;                            // working minutes of a hand
    bool operator==(const ServiceDemand&) const = default;
};

ServiceDemand demand_of(const ServiceRules& rules, const UnitPlan& unit, double institution_staff,
                        const ServiceStaff& staff);

// One queue of a township: servers, and what each can do.
struct Window {
    double arrivals = 0;  // a week
    double minutes = 0;   // of work each
    double capacity = 0;  // matters a week
    int servers = 0;
    double speed = 1;   // of a server: hands
    double spread = 1;  // E[S^2] / 2 E[S]^2
    bool operator==(const Window&) const = default;
};

// How the working time of a week is used.
struct Capacity {
    std::array<Window, matter_count> windows{};  // one-stop: the first one alone has servers
    double load = 0;                             // work over working time for citizens
    double citizens = 0;                         // minutes a week
    double work = 0;
    double development = 0;  // person-days a week
    double hurry = 1;        // factor of failures and errors
    bool operator==(const Capacity&) const = default;
};
// `shock`: factor of the year's workload. `escalated`: matters a week that were taken to the county of late.
Capacity capacity_of(const ServiceRules& rules, const ServiceDemand& demand, double hands, double shock,
                     double escalated);

// Means over the people who work in each township today, guests included.
void look_at_staff(const County& county, std::vector<ServiceStaff>& staff);

}  // namespace staffsim
