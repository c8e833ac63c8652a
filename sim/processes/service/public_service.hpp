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

    // Weeks that have been lived are added up in the county's books: at the end of a year of the run.
    void close_books(const RulesView<ServiceRules>& rules, County& county);
    // Some rules of the county have changed, or a run begins. A township whose rules of service say the same goes on as
    // if nothing had happened, to the last bit; the weeks of the others are added up first, under the rules of these
    // weeks. What is known of staff stays as it is. The rules must outlive this.
    void adopt(const RulesView<ServiceRules>& rules, County& county);
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
        const ServiceRules* rules = nullptr;  // that it lives under
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
    void plan_demand(const ServiceRules& rules, const County& county, UnitId unit);
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
