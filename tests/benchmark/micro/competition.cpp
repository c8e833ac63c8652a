// Filling a post: who may stand, and the choice among them, in one township and in a county of 40.
#include "sim/processes/competition/competition.hpp"

#include <benchmark/benchmark.h>

#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

struct Field : TinyWorld {
    explicit Field(int townships) : TinyWorld(units(townships)) {
        for (int u = 0; u < townships; ++u) {
            for (int i = 0; i < 30; ++i) {
                settle(static_cast<std::size_t>(u), {.id = "P" + std::to_string(u) + "-" + std::to_string(i)});
            }
        }
        open();
    }
    static std::vector<UnitPlan> units(int townships) {
        std::vector<UnitPlan> all;
        for (int u = 0; u < townships; ++u) all.push_back(township("T" + std::to_string(u), 40, 1));
        return all;
    }
    CompetitionRules rules = defaults(competition_levers());
    PerformanceRules performance = defaults(performance_levers());
};

void candidates(benchmark::State& state) {
    const Field field(static_cast<int>(state.range(0)));
    const SeatId seat = field.seat(0, head);
    LadderRules ladder = field.rules.ladder[static_cast<std::size_t>(Ladder::middle)];
    ladder.min_years_in_tier = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(eligible_candidates(ladder, field.county, seat, Area::county));
    }
}
void choice(benchmark::State& state, Regime regime) {
    const Field field(static_cast<int>(state.range(0)));
    const SeatId seat = field.seat(0, head);
    std::vector<PersonId> everybody;
    for (std::size_t p = 0; p < field.county.people().size(); ++p) everybody.push_back(PersonId{p});
    for (auto _ : state) {
        benchmark::DoNotOptimize(choose(regime, field.rules, field.performance, field.world, seat, everybody));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(everybody.size()));
}
BENCHMARK(candidates)->Arg(1)->Arg(40);
BENCHMARK_CAPTURE(choice, seniority, Regime::seniority)->Arg(1)->Arg(40);
BENCHMARK_CAPTURE(choice, appointment, Regime::appointment)->Arg(1)->Arg(40);
BENCHMARK_CAPTURE(choice, competition, Regime::competition)->Arg(1)->Arg(40);
BENCHMARK_CAPTURE(choice, best_record, Regime::best_record)->Arg(1)->Arg(40);

}  // namespace
