// The portable real functions over the arguments that occur, in no order: branches are not learnt by heart.
#include <benchmark/benchmark.h>

#include <array>

#include "sim/foundation/random.hpp"

using namespace staffsim;

namespace {

// 4,096 values, uniform between `low` and `high`.
std::array<double, 4096> arguments(double low, double high) {
    const Draws draws({1, 0});
    std::array<double, 4096> values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = low + (high - low) * draws.uniform({{i}, 1, 0, 0});
    }
    return values;
}

// Calls follow each other without waiting for results.
void apply(benchmark::State& state, double (*function)(double), double low, double high) {
    const auto values = arguments(low, high);
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(function(values[i]));
        i = (i + 1) % values.size();
    }
    state.SetItemsProcessed(state.iterations());
}
void real_exp(benchmark::State& state) { apply(state, portable_exp, -10, 10); }
void real_log(benchmark::State& state) { apply(state, portable_log, 0, 1); }
void real_inverse_normal(benchmark::State& state) { apply(state, inverse_normal, 0, 1); }
BENCHMARK(real_exp);
BENCHMARK(real_log);
BENCHMARK(real_inverse_normal);

}  // namespace
