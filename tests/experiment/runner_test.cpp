#include "sim/experiment/runner.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <sstream>
#include <thread>

#include "sim/foundation/diagnostics.hpp"
#include "tests/store/example.hpp"

using namespace staffsim;
using namespace staffsim::experiment;
namespace example = staffsim::store::example;
using example::Folder;
using store::Store;

namespace {

const std::atomic<bool> not_interrupted = false;

// Takes longer for some replications than for others, so that they end out of order.
std::vector<UnitResult> uneven(std::uint32_t replication) {
    std::this_thread::sleep_for(std::chrono::microseconds(replication % 5 == 0 ? 3000 : 200));
    return example::units(replication);
}

struct Quiet {
    std::ostringstream out;
    Progress progress{out, {.style = ProgressStyle::quiet}};
};

std::string run_and_finish(const std::filesystem::path& path, std::uint32_t replications, int threads) {
    Quiet quiet;
    Store store = Store::open_or_create(path, example::plan());
    run_missing(store, {replications, threads}, uneven, quiet.progress, not_interrupted);
    store.look_for(replications);
    store.finish();
    return example::bytes_of(path);
}

}  // namespace

TEST_CASE("the store has the same bytes for any number of threads") {
    const Folder folder;
    const std::string one = run_and_finish(folder.file("one.staffsim"), 40, 1);
    CHECK(run_and_finish(folder.file("two.staffsim"), 40, 2) == one);
    CHECK(run_and_finish(folder.file("seven.staffsim"), 40, 7) == one);
    CHECK(one == example::undisturbed_bytes(folder, 40));
}

TEST_CASE("only what is missing is run") {
    const Folder folder;
    Store store = Store::open_or_create(folder.file("a.staffsim"), example::plan());
    Quiet quiet;
    std::mutex mutex;
    std::set<std::uint32_t> asked;
    const RunReplication run = [&](std::uint32_t replication) {
        const std::lock_guard lock(mutex);
        asked.insert(replication);
        return example::units(replication);
    };
    CHECK(run_missing(store, {4, 2}, run, quiet.progress, not_interrupted).completed == 4);
    asked.clear();
    CHECK(run_missing(store, {7, 2}, run, quiet.progress, not_interrupted).completed == 7);
    CHECK(asked == std::set<std::uint32_t>{4, 5, 6});
    asked.clear();
    CHECK(run_missing(store, {5, 2}, run, quiet.progress, not_interrupted).completed == 7);
    CHECK(asked.empty());
}

TEST_CASE("no more threads simulate at once than were asked for") {
    const Folder folder;
    for (const int threads : {1, 3}) {
        Store store = Store::open_or_create(folder.file("a.staffsim"), example::plan(), {.fresh = true});
        Quiet quiet;
        std::mutex mutex;
        std::condition_variable two_at_once;
        int now = 0, most = 0;
        const RunReplication run = [&](std::uint32_t replication) {
            std::unique_lock lock(mutex);
            most = std::max(most, ++now);
            two_at_once.notify_all();
            // The first waits for company, so that a busy machine cannot hide that several threads work.
            if (threads > 1) two_at_once.wait_for(lock, std::chrono::seconds(30), [&] { return most > 1; });
            --now;
            return example::units(replication);
        };
        run_missing(store, {30, threads}, run, quiet.progress, not_interrupted);
        CHECK(most <= threads);
        CHECK((most > 1) == (threads > 1));
    }
}

TEST_CASE("an interruption finishes what is running and keeps it") {
    const Folder folder;
    const auto path = folder.file("a.staffsim");
    {
        Store store = Store::open_or_create(path, example::plan());
        Quiet quiet;
        std::atomic<bool> interrupted = false;
        std::atomic<std::uint32_t> begun = 0;
        const RunReplication run = [&](std::uint32_t replication) {
            if (++begun == 10) interrupted = true;
            return uneven(replication);
        };
        const RunReport report = run_missing(store, {1000, 2}, run, quiet.progress, interrupted);
        CHECK(report.interrupted);
        CHECK(report.completed == begun);
        CHECK(report.completed >= 10);
        CHECK(report.completed < 30);
    }
    CHECK(run_and_finish(path, 60, 2) == example::undisturbed_bytes(folder, 60));
}

TEST_CASE("a failing replication is named and those before it are kept") {
    const Folder folder;
    for (const int threads : {1, 2, 4}) {
        Store store = Store::open_or_create(folder.file("a.staffsim"), example::plan(), {.fresh = true});
        Quiet quiet;
        const RunReplication run = [](std::uint32_t replication) {
            // Those behind fail at once, the first failing one late.
            if (replication == 17) std::this_thread::sleep_for(std::chrono::milliseconds(10));
            if (replication >= 17) throw InvariantError("headcount does not add up");
            return uneven(replication);
        };
        CHECK_THROWS_MATCHES(run_missing(store, {100, threads}, run, quiet.progress, not_interrupted), InvariantError,
                             Catch::Message("replication 17: headcount does not add up"));
        CHECK(store.completed_replications() == 17);
    }
}

TEST_CASE("a store that cannot be written stops the run") {
    const Folder folder;
    Store store = Store::open_or_create(folder.file("a.staffsim"), example::plan());
    Quiet quiet;
    const RunReplication run = [](std::uint32_t replication) {
        std::vector<UnitResult> units = example::units(replication);
        if (replication == 5) units.pop_back();
        return units;
    };
    CHECK_THROWS_AS(run_missing(store, {100, 2}, run, quiet.progress, not_interrupted), InvariantError);
    CHECK(store.completed_replications() == 5);
}

TEST_CASE("errors of other kinds are named, too") {
    const Folder folder;
    Store store = Store::open_or_create(folder.file("a.staffsim"), example::plan());
    Quiet quiet;
    const auto fails = [&](const RunReplication& run) {
        run_missing(store, {1, 1}, run, quiet.progress, not_interrupted);
    };
    CHECK_THROWS_MATCHES(fails([](std::uint32_t) -> std::vector<UnitResult> { throw std::runtime_error("no memory"); }),
                         std::runtime_error, Catch::Message("replication 0: no memory"));
    std::vector<Problem> problems(1);
    problems[0].place = {"a.toml", 3, 1};
    problems[0].key = "pay";
    problems[0].message = {"too high", "过高"};
    CHECK_THROWS_MATCHES(fails([&](std::uint32_t) -> std::vector<UnitResult> { throw InputError(problems); }),
                         InputError, Catch::Message("a.toml:3:1: pay: replication 0: too high"));
    CHECK_THROWS_AS(fails([](std::uint32_t) { return std::vector<UnitResult>{}; }), InvariantError);
}

TEST_CASE("runs in parts give the same store, also continued in the middle of a replication") {
    const Folder folder;
    store::Plan plan = example::plan();
    for (int s = 2; s < 40; ++s) plan.scenarios.push_back(example::scenario("s" + std::to_string(s), "k"));
    const RunPart part = [](std::uint32_t replication, std::size_t first, std::size_t count) {
        std::vector<UnitResult> units;
        for (std::size_t s = first; s < first + count; ++s)
            units.push_back(example::unit(replication, static_cast<std::uint32_t>(s)));
        return units;
    };
    const auto finished = [&](const char* name, std::uint32_t stop_after, int threads) {
        const auto path = folder.file(name);
        if (stop_after > 0) {
            Store store = Store::open_or_create(path, plan);
            Quiet quiet;
            std::atomic<bool> interrupted = false;
            std::atomic<std::uint32_t> begun = 0;
            const RunPart stopping = [&](std::uint32_t replication, std::size_t first, std::size_t count) {
                if (++begun == stop_after) interrupted = true;
                return part(replication, first, count);
            };
            CHECK(run_missing(store, {6, threads}, stopping, quiet.progress, interrupted).interrupted);
            CHECK(store.completed_units() >= stop_after * std::uint64_t{8});
            CHECK(store.completed_replications() == store.completed_units() / 40);
        }
        Quiet quiet;
        Store store = Store::open_or_create(path, plan);
        CHECK(run_missing(store, {6, threads}, part, quiet.progress, not_interrupted).completed == 6);
        store.look_for(6);
        store.finish();
        return example::bytes_of(path);
    };
    const std::string whole = finished("whole", 0, 1);
    CHECK(finished("two", 0, 2) == whole);
    CHECK(finished("stopped", 4, 1) == whole);
    CHECK(finished("stopped twice", 2, 3) == whole);
    // One replication at a time from there.
    const auto path = folder.file("mixed");
    {
        Store store = Store::open_or_create(path, plan);
        store.commit_units(0, part(0, 0, 16));
        CHECK_THROWS_AS(store.commit_units(0, part(0, 0, 16)), InvariantError);
        CHECK_THROWS_AS(store.commit_units(16, part(0, 0, 30)), InvariantError);
        Quiet quiet;
        run_missing(
            store, {6, 2}, [&](std::uint32_t r) { return part(r, 0, 40); }, quiet.progress, not_interrupted);
        store.look_for(6);
        store.finish();
    }
    CHECK(example::bytes_of(path) == whole);
}
