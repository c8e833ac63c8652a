// The finished store has the same bytes however often the work on it was interrupted.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <functional>
#include <thread>

#include "sim/foundation/diagnostics.hpp"
#include "sim/store/finishing.hpp"
#include "tests/store/example.hpp"

using namespace staffsim;
using namespace staffsim::store;
using example::Folder;

namespace {

// Runs `work` in a child process and waits for its end; the status of waitpid. The child never returns to the tests.
int in_child(const std::function<int()>& work) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(work());
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

bool was_killed(int status) { return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL; }
bool ended_with(int status, int code) { return WIFEXITED(status) && WEXITSTATUS(status) == code; }

int commit_then_die(const std::filesystem::path& path, std::uint32_t replications) {
    Store store = Store::open_or_create(path, example::plan());
    example::commit_until(store, replications);
    ::raise(SIGKILL);
    return 0;
}

std::string complete(const std::filesystem::path& path, std::uint32_t replications) {
    Store store = Store::open_or_create(path, example::plan());
    example::commit_until(store, replications);
    store.look_for(replications);
    store.finish();
    return example::bytes_of(path);
}

}  // namespace

TEST_CASE("a store left unfinished is continued to the same bytes") {
    const Folder folder;
    const auto path = folder.file("a.staffsim");
    for (const std::uint32_t stop : {0u, 1u, 5u, 6u}) {
        Store store = Store::open_or_create(path, example::plan());
        example::commit_until(store, stop);
    }
    CHECK(complete(path, 12) == example::undisturbed_bytes(folder, 12));
}

TEST_CASE("a store whose writer was killed again and again is continued to the same bytes") {
    const Folder folder;
    const auto path = folder.file("a.staffsim");
    for (const std::uint32_t stop : {0u, 3u, 4u, 9u}) {
        REQUIRE(was_killed(in_child([&] { return commit_then_die(path, stop); })));
        CHECK(Store::open(path).completed_replications() == stop);
    }
    CHECK(complete(path, 12) == example::undisturbed_bytes(folder, 12));
    CHECK(folder.names().size() == 2);  // nothing left beside the two stores
}

TEST_CASE("a writer killed at any moment leaves a prefix") {
    const Folder folder;
    const auto path = folder.file("a.staffsim");
    // At least 12 kills, and on until one came late enough to leave something, however slow the machine.
    const auto left_something = [&] {
        return Store::open_or_create(path, example::plan()).completed_replications() > 0;
    };
    for (int round = 0; round < 12 || (round < 60 && !left_something()); ++round) {
        const pid_t child = ::fork();
        if (child == 0) {
            Store store = Store::open_or_create(path, example::plan());
            example::commit_until(store, 100000);
            ::_exit(0);
        }
        ::usleep(static_cast<useconds_t>(500 + 2500 * round));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
    }
    const Store left = Store::open_or_create(path, example::plan());
    const std::uint32_t there = left.completed_replications();
    CHECK(there > 0);
    const auto records = left.unit_records();
    REQUIRE(records.size() == 2 * there);
    for (std::uint32_t at = 0; at < there; ++at) CHECK(records[2 * at].fingerprint == example::unit(at, 0).fingerprint);
}

TEST_CASE("a store finished early and extended has the bytes of one made at once") {
    const Folder folder;
    const auto path = folder.file("a.staffsim");
    for (const std::uint32_t stop : {2u, 2u, 7u}) {
        Store store = Store::open_or_create(path, example::plan());
        example::commit_until(store, stop);
        store.finish();
        example::commit_until(store, stop + 1);  // the same store goes on after finish
    }
    CHECK(complete(path, 12) == example::undisturbed_bytes(folder, 12));
}

TEST_CASE("asking a finished store again changes no byte and no file") {
    const Folder folder;
    const std::string bytes = example::undisturbed_bytes(folder, 5);
    const auto path = folder.file("undisturbed.staffsim");
    const auto written = std::filesystem::last_write_time(path);
    CHECK(complete(path, 5) == bytes);
    CHECK(Store::open(path).look_for(5) == 1);
    CHECK(std::filesystem::last_write_time(path) == written);
    CHECK(folder.names().size() == 1);
}

TEST_CASE("a writer killed while finishing leaves a store that can be finished") {
    const Folder folder;
    const auto path = folder.file("a.staffsim");
    for (int round = 0; round < 8; ++round) {
        const pid_t child = ::fork();
        if (child == 0) {
            Store store = Store::open_or_create(path, example::plan());
            for (std::uint32_t more = 1; more < 10000; ++more) {
                if (store.completed_replications() < 12)
                    example::commit_until(store, store.completed_replications() + 1);
                store.finish();
            }
            ::_exit(0);
        }
        ::usleep(static_cast<useconds_t>(3000 + 4000 * round));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
    }
    CHECK(complete(path, 12) == example::undisturbed_bytes(folder, 12));
    CHECK(folder.names().size() == 2);
}

TEST_CASE("results are read by several threads while the store is finished") {
    const Folder folder;
    const auto path = folder.file("100% sure? #1.staffsim");  // letters that mean something in SQLite's own names
    Store store = Store::open_or_create(path, example::plan());
    example::commit_until(store, 12);
    store.look_for(12);
    const auto expected = store.load(1, 0, 12);
    {
        Finishing finishing(store);
        std::vector<std::vector<measures::Ratio>> read(3);
        {
            std::vector<std::jthread> readers;
            for (auto& values : read) readers.emplace_back([&] { values = finishing.results().load(1, 0, 12); });
        }
        for (const auto& values : read) CHECK(values == expected);
        finishing.wait();
        CHECK(finishing.results().load(1, 0, 12) == expected);
    }
    CHECK(store.load(1, 0, 12) == expected);
    CHECK(example::bytes_of(path) == example::undisturbed_bytes(folder, 12));
    CHECK(folder.names().size() == 2);
}

TEST_CASE("a second process is refused while one is working on the store") {
    const Folder folder;
    const auto path = folder.file("a.staffsim");
    Store store = Store::open_or_create(path, example::plan());
    const auto try_it = [&](OpenOptions options) {
        return in_child([&] {
            try {
                Store::open_or_create(path, example::plan(), options);
            } catch (const StoreError& error) {
                return std::string(error.what()).find("another staffsim") != std::string::npos ? 17 : 1;
            }
            return 2;
        });
    };
    CHECK(ended_with(try_it({}), 17));
    CHECK(ended_with(try_it({.fresh = true}), 17));
    example::commit_until(store, 2);
    CHECK(ended_with(try_it({}), 17));
    CHECK(ended_with(try_it({.fresh = true}), 17));
    example::commit_until(store, 4);
    store.finish();
    CHECK(Store::open(path).completed_replications() == 4);
}

TEST_CASE("a full disk is said clearly and loses nothing that was committed") {
    const Folder folder;
    const auto path = folder.file("a.staffsim");
    const int status = in_child([&] {
        ::signal(SIGXFSZ, SIG_IGN);
        Store store = Store::open_or_create(path, example::plan());
        example::commit_until(store, 3);
        const rlimit limit{300000, 300000};  // no file may grow beyond this
        ::setrlimit(RLIMIT_FSIZE, &limit);
        try {
            example::commit_until(store, 100000);
        } catch (const StoreError& error) {
            return std::string(error.what()).find("disk") != std::string::npos ? 17 : 1;
        }
        return 2;
    });
    CHECK(ended_with(status, 17));
    std::uint32_t kept = 0;
    {
        Store store = Store::open(path);
        kept = store.completed_replications();
    }
    CHECK(kept >= 3);
    CHECK(complete(path, kept + 3) == example::undisturbed_bytes(folder, kept + 3));
}
