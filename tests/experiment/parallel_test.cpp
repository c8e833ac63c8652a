#include "sim/experiment/parallel.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace staffsim::experiment;

TEST_CASE("every piece of work is done once, whatever the number of threads") {
    for (const int threads : {-1, 0, 1, 2, 3, 16}) {
        for (const std::size_t count : {0u, 1u, 2u, 7u, 1000u}) {
            std::vector<std::atomic<int>> times(count);
            in_parallel(count, threads, [&times](std::size_t i) { ++times[i]; });
            for (const auto& done : times) REQUIRE(done == 1);
        }
    }
}

TEST_CASE("one thread works in order and is the calling one") {
    std::vector<std::size_t> order;
    in_parallel(50, 1, [&order, me = std::this_thread::get_id()](std::size_t i) {
        CHECK(std::this_thread::get_id() == me);
        order.push_back(i);
    });
    REQUIRE(order.size() == 50);
    for (std::size_t i = 0; i < 50; ++i) CHECK(order[i] == i);
}

TEST_CASE("no more threads work than asked for") {
    std::mutex mutex;
    std::set<std::thread::id> seen;
    in_parallel(200, 3, [&](std::size_t) {
        const std::lock_guard lock(mutex);
        seen.insert(std::this_thread::get_id());
    });
    CHECK(seen.size() <= 3);
    CHECK(seen.size() >= 1);
}

TEST_CASE("the first exception comes through, when all that had begun has ended") {
    for (const int threads : {1, 2, 4}) {
        std::atomic<int> begun = 0, ended = 0;
        std::string message;
        try {
            in_parallel(1000, threads, [&](std::size_t i) {
                ++begun;
                if (i == 5) {
                    ++ended;
                    throw std::runtime_error("piece 5");
                }
                ++ended;
            });
        } catch (const std::runtime_error& error) {
            message = error.what();
        }
        CHECK(message == "piece 5");
        CHECK(begun == ended);
        CHECK(begun >= 1);
    }
}

TEST_CASE("after an exception no further work is begun by one thread") {
    int done = 0;
    CHECK_THROWS_AS(in_parallel(1000, 1,
                                [&done](std::size_t i) {
                                    ++done;
                                    if (i == 5) throw std::logic_error("stop");
                                }),
                    std::logic_error);
    CHECK(done == 6);
}

TEST_CASE("of several exceptions one comes through") {
    CHECK_THROWS_AS(in_parallel(100, 4, [](std::size_t) { throw std::runtime_error("all fail"); }), std::runtime_error);
}

TEST_CASE("a number of threads below 1 means as many as there are processors") {
    CHECK(thread_count(1) == 1);
    CHECK(thread_count(7) == 7);
    CHECK(thread_count(0) >= 1);
    CHECK(thread_count(-3) == thread_count(0));
}
