// Addressed draws, one at a time.
#include <benchmark/benchmark.h>

#include "sim/foundation/random.hpp"

using namespace staffsim;

namespace {

// draw(draws, address) at a new address every time.
template <class Draw>
void one_at_a_time(benchmark::State& state, Draw draw) {
    const Draws draws({1, 0});
    DrawAddress at{entity_key("somebody"), 1, 0, 0};
    for (auto _ : state) {
        benchmark::DoNotOptimize(draw(draws, at));
        ++at.period;
    }
    state.SetItemsProcessed(state.iterations());
}
void draws_block(benchmark::State& state) {
    one_at_a_time(state, [](const Draws& draws, DrawAddress at) { return draws.block(at); });
}
void draws_uniform(benchmark::State& state) {
    one_at_a_time(state, [](const Draws& draws, DrawAddress at) { return draws.uniform(at); });
}
void draws_normal(benchmark::State& state) {
    one_at_a_time(state, [](const Draws& draws, DrawAddress at) { return draws.normal(at); });
}
void draws_two_normals(benchmark::State& state) {
    one_at_a_time(state, [](const Draws& draws, DrawAddress at) { return draws.two_normals(at); });
}
void draws_exponential(benchmark::State& state) {
    one_at_a_time(state, [](const Draws& draws, DrawAddress at) { return draws.exponential(at); });
}
BENCHMARK(draws_block);
BENCHMARK(draws_uniform);
BENCHMARK(draws_normal);
BENCHMARK(draws_two_normals);
BENCHMARK(draws_exponential);

}  // namespace
