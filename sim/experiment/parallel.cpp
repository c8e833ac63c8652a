#include "sim/experiment/parallel.hpp"

#include <oneapi/tbb/info.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace staffsim::experiment {

void in_parallel(std::size_t count, int threads, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    std::exception_ptr error;
    std::mutex mutex;
    const auto loop = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            try {
                work(i);
            } catch (...) {
                const std::lock_guard lock(mutex);
                if (!error) error = std::current_exception();
                next = count;
            }
        }
    };
    std::vector<std::jthread> helpers;
    const std::size_t at_once = std::min(static_cast<std::size_t>(thread_count(threads)), count);
    for (std::size_t t = 1; t < at_once; ++t) helpers.emplace_back(loop);
    loop();
    helpers.clear();
    if (error) std::rethrow_exception(error);
}

int thread_count(int threads) { return threads < 1 ? tbb::info::default_concurrency() : threads; }

}  // namespace staffsim::experiment
