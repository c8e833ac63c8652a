// Studies beside the comparison: points in order, continued, given up when their design changes.
#include <catch2/catch.hpp>

#include "sim/foundation/diagnostics.hpp"
#include "sim/store/store.hpp"
#include "tests/store/example.hpp"

using namespace staffsim;
using namespace staffsim::store;
using example::Folder;

namespace {

void commit(Store& store, const std::string& study, std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t p = from; p < to; ++p) store.commit_point(study, p, std::vector<double>{p * 1.5, -0.0, 1e300});
}

}  // namespace

TEST_CASE("points of studies are read back bit by bit, also from a finished store opened again") {
    const Folder folder;
    const auto path = folder.file("a.staffsim");
    {
        Store store = Store::open_or_create(path, example::plan());
        example::commit_until(store, 2);
        CHECK(store.begin_study("tornado", "{}") == 0);
        commit(store, "tornado", 0, 3);
        CHECK(store.begin_study("joint", "{1}") == 0);
        store.finish();
    }
    const auto studies = Store::open(path).studies();
    REQUIRE(studies.size() == 2);
    CHECK(studies[0].name == "joint");
    CHECK(studies[0].points.empty());
    CHECK(studies[1].design == "{}");
    CHECK(studies[1].points ==
          std::vector<std::vector<double>>{{0, -0.0, 1e300}, {1.5, -0.0, 1e300}, {3, -0.0, 1e300}});
}

TEST_CASE("a study is continued under the same design and begun anew under another one") {
    const Folder folder;
    const auto path = folder.file("a.staffsim");
    {
        Store store = Store::open_or_create(path, example::plan());
        store.begin_study("tornado", "first");
        commit(store, "tornado", 0, 4);
    }
    Store store = Store::open_or_create(path, example::plan());
    CHECK(store.begin_study("tornado", "first") == 4);
    CHECK_THROWS_AS(store.commit_point("tornado", 3, std::vector<double>{1}), InvariantError);
    CHECK_THROWS_AS(store.commit_point("tornado", 5, std::vector<double>{1}), InvariantError);
    CHECK(store.begin_study("tornado", "second") == 0);
    CHECK(store.studies().front().points.empty());
}

TEST_CASE("a study interrupted and continued gives the same finished bytes as one in a single go") {
    const Folder folder;
    const auto whole = folder.file("whole.staffsim"), parts = folder.file("parts.staffsim");
    {
        Store store = Store::open_or_create(whole, example::plan());
        example::commit_until(store, 1);
        store.begin_study("joint", "d");
        commit(store, "joint", 0, 50);
        store.finish();
    }
    {
        Store store = Store::open_or_create(parts, example::plan());
        example::commit_until(store, 1);
        store.begin_study("joint", "other");
        commit(store, "joint", 0, 7);
        store.begin_study("joint", "d");
        commit(store, "joint", 0, 20);
    }
    {
        Store store = Store::open_or_create(parts, example::plan());
        commit(store, "joint", store.begin_study("joint", "d"), 50);
        store.finish();
    }
    CHECK(example::bytes_of(whole) == example::bytes_of(parts));
}
