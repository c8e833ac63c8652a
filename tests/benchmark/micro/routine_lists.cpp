// Routine lists of a county of 1,600 and of a whole partition of 16,000.
#include "sim/kernel/routine_lists.hpp"

#include <benchmark/benchmark.h>

#include "sim/foundation/random.hpp"

using namespace staffsim;
using namespace staffsim::kernel;

namespace {

RoutineLists filled(std::uint32_t entities) {
    RoutineLists lists(0);
    for (std::uint32_t who = 0; who < entities; ++who) {
        lists.join(who, static_cast<std::uint32_t>(mix_bits(who) % RoutineLists::days));
    }
    return lists;
}

// One entity leaves and joins on another day; all take turns, in no order.
void routine_lists_leave_and_join(benchmark::State& state) {
    const auto entities = static_cast<std::uint32_t>(state.range(0));
    RoutineLists lists = filled(entities);
    std::uint64_t turn = 0;
    for (auto _ : state) {
        const std::uint64_t bits = mix_bits(++turn);
        const auto who = static_cast<std::uint32_t>(bits % entities);
        lists.leave(who);
        lists.join(who, static_cast<std::uint32_t>((bits >> 32) % RoutineLists::days));
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(routine_lists_leave_and_join)->Arg(1600)->Arg(16000);

// All days of a year, everybody read once.
void routine_lists_walk_a_year(benchmark::State& state) {
    const auto entities = static_cast<std::uint32_t>(state.range(0));
    const RoutineLists lists = filled(entities);
    for (auto _ : state) {
        std::uint64_t sum = 0;
        for (std::uint32_t day = 0; day < RoutineLists::days; ++day) {
            for (const std::uint32_t who : lists.on(day)) sum += who;
        }
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * entities);
}
BENCHMARK(routine_lists_walk_a_year)->Arg(1600)->Arg(16000);

}  // namespace
