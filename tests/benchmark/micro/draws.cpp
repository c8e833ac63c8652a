// Addressed draws, one at a time.
#include <benchmark/benchmark.h>

#include <vector>

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

// One draw for each of so many people at once.
template <class Draw>
void of_cohort(benchmark::State& state, Draw draw) {
    const Draws draws({1, 0});
    std::vector<EntityKey> people;
    for (std::int64_t i = 0; i < state.range(0); ++i)
        people.push_back(combine(entity_key("somebody"), std::uint64_t(i)));
    std::vector<double> out(people.size());
    DrawAddress at{{}, 1, 0, 0};
    for (auto _ : state) {
        draw(draws, people, at, out);
        benchmark::DoNotOptimize(out.data());
        ++at.period;
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
void cohort_uniforms(benchmark::State& state) {
    of_cohort(state, [](const Draws& draws, const auto& people, DrawAddress at, std::span<double> out) {
        draws.uniforms(people, at, out);
    });
}
void cohort_normals(benchmark::State& state) {
    of_cohort(state, [](const Draws& draws, const auto& people, DrawAddress at, std::span<double> out) {
        draws.normals(people, at, out);
    });
}
void cohort_exponentials(benchmark::State& state) {
    of_cohort(state, [](const Draws& draws, const auto& people, DrawAddress at, std::span<double> out) {
        draws.exponentials(people, at, out);
    });
}
BENCHMARK(cohort_uniforms)->Arg(4)->Arg(40)->Arg(1600);
BENCHMARK(cohort_normals)->Arg(4)->Arg(40)->Arg(1600);
BENCHMARK(cohort_exponentials)->Arg(1600);
BENCHMARK(draws_block);
BENCHMARK(draws_uniform);
BENCHMARK(draws_normal);
BENCHMARK(draws_two_normals);
BENCHMARK(draws_exponential);

}  // namespace
