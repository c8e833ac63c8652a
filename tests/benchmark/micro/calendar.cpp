// The rare-event wheel: what it costs to put an event in, near or far, and to live through a day of n events.
#include "sim/kernel/calendar.hpp"

#include <benchmark/benchmark.h>

#include "sim/foundation/random.hpp"

using namespace staffsim;
using namespace staffsim::kernel;

namespace {

struct ByName {
    std::uint64_t operator()(const Event& event) const { return mix_bits(event.entity); }
};
using Wheel = Calendar<ByName>;

constexpr int batch = 1000;

// A batch into an empty wheel, whose buckets have to grow; `ahead` days, spread over `spread` days.
void schedule(benchmark::State& state, std::int32_t ahead, std::uint32_t spread) {
    for (auto _ : state) {
        state.PauseTiming();
        Wheel wheel(Day{0}, {});
        state.ResumeTiming();
        for (std::uint32_t i = 0; i < batch; ++i) {
            wheel.schedule({Day{ahead + static_cast<std::int32_t>(mix_bits(i) % spread)}, i, 0, 0});
        }
        benchmark::DoNotOptimize(wheel);
        state.PauseTiming();  // so that its end is not timed
        { const Wheel discarded = std::move(wheel); }
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * batch);
}
void calendar_schedule_within_the_ring(benchmark::State& state) { schedule(state, 1, 400); }
void calendar_schedule_beyond_the_ring(benchmark::State& state) { schedule(state, 600, 7000); }
BENCHMARK(calendar_schedule_within_the_ring);
BENCHMARK(calendar_schedule_beyond_the_ring);

// Every event handled puts itself in again, so that each day has n events: the whole life of an event in the wheel.
void calendar_run_day(benchmark::State& state) {
    const auto events = static_cast<std::uint32_t>(state.range(0));
    Wheel wheel(Day{0}, {});
    for (std::uint32_t i = 0; i < events; ++i) wheel.schedule({Day{0}, i, 0, i % 4});
    for (auto _ : state) {
        wheel.run_day([&](const Event& event) {
            wheel.schedule({event.day + 1, event.entity, event.generation + 1, event.kind});
        });
    }
    state.SetItemsProcessed(state.iterations() * events);
}
BENCHMARK(calendar_run_day)->Arg(0)->Arg(1)->Arg(10)->Arg(100)->Arg(1000);

}  // namespace
