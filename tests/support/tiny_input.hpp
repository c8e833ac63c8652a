// Inputs of whole runs: small counties with a roster, defaults for everything, and a sink that keeps what each year
// counted.
#pragma once

#include <string>
#include <vector>

#include "sim/engine/simulate.hpp"
#include "tests/support/tiny_county.hpp"

namespace staffsim::tiny {

inline engine::PolicyTimeline forever(const engine::Policy& policy, std::size_t units) {
    return {{policy}, {{Day{-10000000}, 0, std::vector<std::size_t>(units, 0)}}};
}

// Another block for all units from a day on.
inline void change(engine::PolicyTimeline& timeline, Day from, const engine::Policy& policy) {
    timeline.blocks.push_back(policy);
    const std::size_t block = timeline.blocks.size() - 1;
    timeline.steps.push_back(
        {from, block, std::vector<std::size_t>(timeline.steps.front().block_of_unit.size(), block)});
}

// Roster of a unit: the first people hold its titles, highest first; ages from 23 to 58, service since the age of 22.
inline void staff(CountyPlan& plan, std::size_t unit, int people) {
    std::vector<std::size_t> titles;
    for (const std::size_t post : {chief, deputy, head, organ_deputy}) {
        titles.insert(titles.end(), static_cast<std::size_t>(plan.units[unit].quota[post]), post);
    }
    for (int i = 0; i < people; ++i) {
        PersonPlan person;
        person.id = plan.units[unit].id + "-" + std::to_string(i);
        person.unit = UnitId{unit};
        const bool titled = static_cast<std::size_t>(i) < titles.size();
        const bool township = plan.units[unit].kind == UnitKind::township;
        person.post = PostTypeId{titled ? titles[static_cast<std::size_t>(i)] : township ? clerk : organ_clerk};
        const int age = 58 - (i * 7 + static_cast<int>(unit) * 3) % 36;
        person.birth = day(plan.start.value / 365 + 1970 - age, 1 + (i * 5) % 12, 1 + (i * 11) % 28);
        person.entry = add_years(person.birth, 22);
        person.post_since = std::max(person.entry, plan.start - 900 - 37 * i);
        person.sex = i % 5 < 3 ? Sex::male : Sex::female;
        plan.people.push_back(person);
    }
}

// Two townships of 14 places and a county organ of 10, nearly full; ten years, no warm-up.
inline engine::CountyInput small_county(const engine::Policy& policy = engine::default_policy()) {
    engine::CountyInput input;
    input.plan = {.id = "small",
                  .start = day(2026, 1, 1),
                  .posts = posts(),
                  .units = {township("T01", 14, 3, 2, 1), township("T02", 14, 3, 2, 1), organ("O01", 10, 2)},
                  .people = {}};
    staff(input.plan, 0, 13);
    staff(input.plan, 1, 12);
    staff(input.plan, 2, 9);
    input.policy = forever(policy, input.plan.units.size());
    input.history = policy;
    input.warm_up_years = 0;
    input.years = 10;
    return input;
}

// Rules of a textbook: nothing happens but what the test turns on.
inline engine::Policy textbook() {
    engine::Policy policy = engine::default_policy();
    policy.retention.behaviour = policy.retention.retirement = false;
    policy.retention.resignation = policy.retention.early_retirement = policy.retention.death = 0;
    policy.retention.moved_above = {};
    policy.retention.early_retirement_needs_service = false;
    policy.conduct.behaviour = false;
    policy.conduct.sanction = 0;
    policy.training.initial_days = 0;
    policy.training.will.no_show = 0;
    policy.training.use_effect = 0;
    policy.conduct.integrity_effect = 0;
    policy.assessment.enabled = false;
    policy.exchange.pairs_per_year = 0;
    policy.exchange.borrowed_share = 0;
    policy.performance.disruption_share = 0;
    policy.front_line.places = {};
    policy.motivation.enabled = false;
    policy.environment.shocks = false;
    policy.pay.rank_regime = RankRegime::none;
    policy.recruitment.mode = RecruitmentMode::continuous;
    policy.recruitment.lead_days = 0;
    policy.recruitment.approved_share = 1;
    policy.recruitment.seats = {1, 0, 0, 0, 0};
    policy.recruitment.open_selection_share = 0;
    policy.recruitment.minimum_service_years = 0;
    policy.recruitment.probation_days = 0;
    policy.competition.exam_days = policy.competition.notice_days = policy.competition.trial.days = 0;
    for (LadderRules& ladder : policy.competition.ladder) {
        ladder.regime = Regime::random;
        ladder.lead_days = 0;
        ladder.min_years_in_tier = 0;
        ladder.max_age = 1000;
    }
    return policy;
}

// Keeps every year's tally.
struct Years : engine::Sink {
    std::vector<YearTally> tallies;
    void on_year(std::size_t, const County& county) override { tallies.push_back(county.tally()); }
    std::int64_t flow(Flow which) const {
        std::int64_t sum = 0;
        for (const YearTally& year : tallies) {
            for (const auto& cell : year.flows) sum += cell[static_cast<std::size_t>(which)];
        }
        return sum;
    }
    double stock(Stock which, std::size_t year) const {
        double sum = 0;
        for (const auto& cell : tallies[year].stocks) sum += cell[static_cast<std::size_t>(which)];
        return sum;
    }
};

inline bool same_years(const std::vector<YearTally>& a, const std::vector<YearTally>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t y = 0; y < a.size(); ++y) {
        bool same = a[y].year == b[y].year && a[y].flows == b[y].flows && a[y].stocks == b[y].stocks &&
                    a[y].days == b[y].days && a[y].empty_place_days == b[y].empty_place_days &&
                    a[y].empty_seat_days == b[y].empty_seat_days && a[y].opening_days == b[y].opening_days &&
                    a[y].one_off_fen == b[y].one_off_fen && a[y].opening_staff == b[y].opening_staff &&
                    a[y].joined == b[y].joined && a[y].departed == b[y].departed && a[y].service == b[y].service &&
                    a[y].exposure.size() == b[y].exposure.size();
        for (std::size_t c = 0; same && c < a[y].exposure.size(); ++c) {
            const Exposure &left = a[y].exposure[c], &right = b[y].exposure[c];
            same = left.person_days == right.person_days && left.pay_milli_fen == right.pay_milli_fen &&
                   left.pay_total_milli_fen == right.pay_total_milli_fen;
        }
        if (!same) return false;
    }
    return true;
}

struct Lived {
    engine::RunSummary summary;
    Years years;
};
inline Lived live(const engine::CountyInput& input, RandomKey key = {1, 1}) {
    Lived lived;
    lived.summary = engine::simulate(input, key, engine::WarmUp(input, key.seed), lived.years);
    return lived;
}

}  // namespace staffsim::tiny
