// The queues of a county's townships in motion: state between weeks, and what the engine calls.
#pragma once

#include <vector>

#include "sim/processes/service/events.hpp"
#include "sim/processes/service/service.hpp"
#include "sim/processes/service/weekly.hpp"

namespace staffsim {

class PublicService {
  public:
    explicit PublicService(std::size_t units) : townships_(units) {}

    // Weeks that have been lived are added up in the county's books: before rules change, and at the end of a year of
    // the run. Rules: those of these weeks.
    void close_books(const RulesView<ServiceRules>& rules, County& county);
    // Rules have changed, or a run begins. What is known of staff stays as it is: rules that say the same change
    // nothing.
    void adopt(const RulesView<ServiceRules>& rules, const County& county);
    // First of a quarter: hands and skills are looked at anew, the pace of the quarter is taken.
    void begin_quarter(const RulesView<ServiceRules>& rules, County& county);
    // First of a month: what the rest of the county sees of it.
    void publish(const RulesView<ServiceRules>& rules, World& world);
    // Whether the working week begins today (Monday), and a number for it.
    static bool begins_week(Day today) { return today.value % 7 == 4; }
    static std::int32_t week_number(Day today) { return (today.value + 3) / 7; }
    // The week that begins today, in all townships. The county's books are complete at the turn of each month.
    void live_week(const RulesView<ServiceRules>& rules, World& world);

  private:
    struct Township {
        ServiceStaff staff;
        double institution_staff = 0;  // looked at with the others
        ServiceDemand demand;
        Capacity capacity;
        double hands = -1, shock = 0, escalated = 0, escalated_known = -1;
        bool is_new = true, rules_are_new = true;
        double backlog = 0;  // of development work, person-days
        ServiceYear quarter;
        int weeks = 0, unbooked = 0;
        UnitService seen;
        WeeklyQueue weekly;
        EventQueue events;
    };

    void look(const County& county);
    void plan_demand(const RulesView<ServiceRules>& rules, const County& county);
    void renew_capacity(const ServiceRules& rules, Township& township) const;
    void live_week(const ServiceRules& rules, World& world, UnitId unit, std::int32_t week, std::int32_t month);
    void book(const ServiceRules& rules, County& county, UnitId unit);

    std::vector<Township> townships_;
    std::vector<ServiceStaff> staff_;
    bool is_on_ = false;               // in some township
    bool is_seen_ = false;             // by the rest of the county
    bool has_looked_ = false;          // at staff
    double workload_ = 0, shock_ = 1;  // of the year: log, factor
};

}  // namespace staffsim
