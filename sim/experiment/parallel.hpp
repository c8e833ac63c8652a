// Independent pieces of work on several threads.
#pragma once

#include <cstddef>
#include <functional>

namespace staffsim::experiment {

// work(0) … work(count - 1) in any order, at most `threads` at once, the calling thread included (below 1: as many as
// there are processors). The first exception is thrown again when all work that had begun has ended.
void in_parallel(std::size_t count, int threads, const std::function<void(std::size_t)>& work);

// `threads`, or the number of processors when it is below 1.
int thread_count(int threads);

}  // namespace staffsim::experiment
