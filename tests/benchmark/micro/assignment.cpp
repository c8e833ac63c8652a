// The assignment of planned exchange on random costs: ten rows by thirty columns, and 70 by the 1,600 of a whole
// county.
#include "sim/kernel/assignment.hpp"

#include <benchmark/benchmark.h>

#include "sim/foundation/random.hpp"

using namespace staffsim;
using namespace staffsim::kernel;

namespace {

CostMatrix random_costs(std::size_t rows, std::size_t columns) {
    CostMatrix costs{rows, columns, {}};
    for (std::size_t i = 0; i < rows * columns; ++i) {
        costs.cost.push_back(static_cast<std::int64_t>(mix_bits(i + 1) % 1'000'000));
    }
    return costs;
}

void cheapest_assignment_of(benchmark::State& state) {
    const CostMatrix costs =
        random_costs(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
    for (auto _ : state) benchmark::DoNotOptimize(cheapest_assignment(costs));
}
BENCHMARK(cheapest_assignment_of)->Args({10, 30})->Args({70, 1600});

}  // namespace
