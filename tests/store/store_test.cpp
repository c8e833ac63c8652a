#include "sim/store/store.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "sim/foundation/diagnostics.hpp"
#include "tests/store/example.hpp"

using namespace staffsim;
using namespace staffsim::store;
using example::Folder;

namespace {

std::string refusal(const std::filesystem::path& path, const Plan& plan) {
    try {
        Store::open_or_create(path, plan);
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

std::string dump(const Store& store) {
    std::ostringstream text;
    store.write_canonical_dump(text);
    return text.str();
}

}  // namespace

TEST_CASE("what is committed is read back bit by bit") {
    const Folder folder;
    Store store = Store::open_or_create(folder.file("a.staffsim"), example::plan());
    example::commit_until(store, 3);
    CHECK(store.completed_replications() == 3);
    for (const bool finished : {false, true}) {
        if (finished) store.finish();
        for (std::size_t outcome = 0; outcome < 3; ++outcome) {
            const auto values = store.load(outcome, 1, 3);
            REQUIRE(values.size() == 3 * 8);
            for (std::uint32_t replication = 0; replication < 3; ++replication) {
                const UnitResult expected = example::unit(replication, 1);
                const auto cells = expected.values.of_outcome(outcome);
                CHECK(std::equal(cells.begin(), cells.end(), values.begin() + replication * 8));
            }
        }
        CHECK(store.load(0, 0, 2).size() == 16);
        const auto records = store.unit_records();
        REQUIRE(records.size() == 6);
        CHECK(records[5] == UnitRecord{example::unit(2, 1).fingerprint, 1002});
    }
}

TEST_CASE("a store knows how many futures its run was to live, whoever ended it") {
    const Folder folder;
    const auto path = folder.file("a.staffsim");
    Plan plan = example::plan();
    plan.replications = 5;
    {
        Store store = Store::open_or_create(path, plan);
        example::commit_until(store, 3);
    }  // without finish, as after a kill
    CHECK(Store::open(path).plan().replications == 5);
    // Who names no number, or a smaller one than is there, takes nothing back.
    CHECK(Store::open_or_create(path, example::plan()).plan().replications == 5);
    plan.replications = 2;
    CHECK(Store::open_or_create(path, plan).plan().replications == 3);
    plan.replications = 9;
    Store store = Store::open_or_create(path, plan);
    CHECK(store.plan().replications == 9);
    store.settle_for_completed();
    store.finish();
    CHECK(Store::open(path).plan().replications == 3);
}

TEST_CASE("the plan is read back as it was declared") {
    const Folder folder;
    const auto path = folder.file("a.staffsim");
    Store::open_or_create(path, example::plan());
    CHECK(Store::open(path).plan() == example::plan());
}

TEST_CASE("a replication is committed whole, in order and in the plan's shape") {
    const Folder folder;
    Store store = Store::open_or_create(folder.file("a.staffsim"), example::plan());
    CHECK_THROWS_AS(store.commit(1, example::units(1)), InvariantError);
    CHECK_THROWS_AS(store.commit(0, std::vector{example::unit(0, 0)}), InvariantError);
    const UnitResult wrong{1, 1, measures::YearlyValues(3, 2, 5)};
    CHECK_THROWS_AS(store.commit(0, std::vector{wrong, wrong}), InvariantError);
    CHECK(store.completed_replications() == 0);
    CHECK_THROWS_AS(store.load(0, 0, 1), InvariantError);
}

TEST_CASE("every new number of replications shown is a look, an old one is not") {
    const Folder folder;
    const auto path = folder.file("a.staffsim");
    {
        Store store = Store::open_or_create(path, example::plan());
        example::commit_until(store, 6);
        CHECK(store.look_for(4) == 1);
        CHECK(store.look_for(6) == 2);
        CHECK(store.look_for(4) == 1);
        CHECK_THROWS_AS(store.look_for(7), InvariantError);
    }
    Store again = Store::open(path);
    CHECK(again.looks() == std::vector<std::uint32_t>{4, 6});
    CHECK(again.look_for(5) == 3);
}

TEST_CASE("a file that is not a store is refused and not touched") {
    const Folder folder;
    const auto path = folder.file("thesis.docx");
    const std::string content(500, 'x');
    std::ofstream(path) << content;
    CHECK(refusal(path, example::plan()).find("not a results store") != std::string::npos);
    CHECK_THROWS_AS(Store::open_or_create(path, example::plan(), {.fresh = true}), InputError);
    CHECK_THROWS_AS(Store::open(path), InputError);
    CHECK(example::bytes_of(path) == content);
    CHECK(folder.names().size() == 1);
}

TEST_CASE("a link to a store that is not there yet stays a link, and the store is made where it points to") {
    const Folder folder;
    std::filesystem::create_directory(folder.file("kept"));
    std::filesystem::create_symlink("kept/b.staffsim", folder.file("a.staffsim"));
    Store::open_or_create(folder.file("a.staffsim"), example::plan()).finish();
    CHECK(std::filesystem::is_symlink(folder.file("a.staffsim")));
    CHECK(std::filesystem::is_regular_file(folder.file("kept/b.staffsim")));
    std::filesystem::create_symlink("no/such/b.staffsim", folder.file("c.staffsim"));
    CHECK_THROWS_AS(Store::open_or_create(folder.file("c.staffsim"), example::plan()), StoreError);
    CHECK(std::filesystem::is_symlink(folder.file("c.staffsim")));
}

TEST_CASE("another program's database is refused, too") {
    const Folder folder;
    const auto path = folder.file("other.sqlite");
    std::string content("SQLite format 3\0", 16);
    content.resize(4096);
    std::ofstream(path, std::ios::binary) << content;
    CHECK(refusal(path, example::plan()).find("not a results store") != std::string::npos);
    CHECK(example::bytes_of(path) == content);
}

TEST_CASE("a folder, a missing folder and a missing store are input errors or store errors with the path") {
    const Folder folder;
    CHECK_THROWS_AS(Store::open_or_create(folder.file("."), example::plan()), InputError);
    CHECK_THROWS_AS(Store::open(folder.file("none.staffsim")), InputError);
    CHECK_THROWS_WITH(Store::open_or_create(folder.file("no/such/a.staffsim"), example::plan()),
                      Catch::Contains("a.staffsim") && Catch::Contains("cannot be opened"));
}

TEST_CASE("an empty file becomes a store") {
    const Folder folder;
    const auto path = folder.file("a.staffsim");
    std::ofstream{path};
    CHECK(Store::open_or_create(path, example::plan()).completed_replications() == 0);
}

TEST_CASE("a store of another model version is refused") {
    const Folder folder;
    const auto path = folder.file("a.staffsim");
    Store::open_or_create(path, example::plan());
    Plan newer = example::plan();
    newer.model_version = "1.1";
    const std::string message = refusal(path, newer);
    CHECK(message.find("model version 1.0") != std::string::npos);
    CHECK(message.find("1.1") != std::string::npos);
    CHECK(message.find("--fresh") != std::string::npos);
}

TEST_CASE("another comparison is refused and the message says what differs") {
    const Folder folder;
    const auto path = folder.file("a.staffsim");
    Store::open_or_create(path, example::plan());
    const auto said = [&](auto change, const char* expected) {
        Plan other = example::plan();
        change(other);
        const std::string message = refusal(path, other);
        INFO(message);
        CHECK(message.find(expected) != std::string::npos);
        CHECK(message.find("--store") != std::string::npos);
    };
    said([](Plan& other) { other.seed = 7; }, "the seed is 4294967295 there and 7 here");
    said([](Plan& other) { other.years = 5; }, "the number of years is 4 there and 5 here");
    said([](Plan& other) { other.start_year = 2025; }, "the first year");
    said([](Plan& other) { other.scenarios[1].unit_key = "edited"; }, "scenario 2 (\"salary\") has other settings");
    said(
        [](Plan& other) {
            other.scenarios[1].unit_key = "edited";
            other.scenarios[1].settings[1].value = "450";
        },
        "than \"salary\" there (pay.level from 2027-01-01 is 2 there and 450 here)");
    said(
        [](Plan& other) {
            other.scenarios[1].unit_key = "edited";
            other.scenarios[1].files[1].sha256 = "dd";
            for (const char* key : {"a", "b", "c"}) other.scenarios[1].settings.push_back({key, "1", "", "", ""});
        },
        "(roster.csv has another content, a is nothing there and 1 here, b is nothing there and 1 here, 1 more)");
    said([](Plan& other) { std::swap(other.scenarios[0], other.scenarios[1]); }, "scenario 1 (\"salary\")");
    said(
        [](Plan& other) {
            other.scenarios.pop_back();
            other.points.clear();
        },
        "the number of scenarios is 2 there and 1 here");
    said([](Plan& other) { other.verdict_years = {4}; }, "the verdict years differ");
    said([](Plan& other) { other.primary_outcomes = {"cost"}; }, "the primary outcomes differ");
    said([](Plan& other) { other.outcomes[0].matters = 1; }, "the smallest changes that matter differ");
    said([](Plan& other) { other.confidence = 0.9; }, "the confidence");
    said([](Plan& other) { other.groups.pop_back(); }, "the groups of units differ");
}

TEST_CASE("a corrected name is adopted and the results are kept") {
    const Folder folder;
    const auto path = folder.file("a.staffsim");
    {
        Store store = Store::open_or_create(path, example::plan());
        example::commit_until(store, 2);
        store.finish();
    }
    Plan renamed = example::plan();
    renamed.scenarios[1].name.en = "higher salary";
    renamed.scenarios[1].files[0].text += "# a remark\n";
    Store store = Store::open_or_create(path, renamed);
    CHECK(store.completed_replications() == 2);
    CHECK(Store(std::move(store)).plan() == renamed);
    CHECK(Store::open(path).plan() == renamed);
}

TEST_CASE("fresh overwrites another experiment") {
    const Folder folder;
    const auto path = folder.file("a.staffsim");
    {
        Store store = Store::open_or_create(path, example::plan());
        example::commit_until(store, 2);
    }
    Plan other = example::plan();
    other.seed = 7;
    CHECK(Store::open_or_create(path, other, {.fresh = true}).completed_replications() == 0);
    CHECK(Store::open(path).plan().seed == 7);
}

TEST_CASE("the text of a roster never enters a store") {
    const Folder folder;
    Plan plan = example::plan();
    plan.scenarios[0].files[1].text = "name,born\nZhang,1980\n";
    CHECK_THROWS_AS(Store::open_or_create(folder.file("a.staffsim"), plan), InvariantError);
    CHECK(folder.names().empty());
}

TEST_CASE("a damaged store is refused and can be overwritten") {
    const Folder folder;
    const auto path = folder.file("a.staffsim");
    {
        Store store = Store::open_or_create(path, example::plan());
        example::commit_until(store, 2);
        store.finish();
    }
    std::fstream(path, std::ios::in | std::ios::out | std::ios::binary)
        .seekp(100)
        .write(std::string(3000, '\xff').data(), 3000);
    CHECK_THROWS_AS(Store::open_or_create(path, example::plan()), StoreError);
    CHECK_THROWS_AS(Store::open(path), StoreError);
    CHECK(Store::open_or_create(path, example::plan(), {.fresh = true}).completed_replications() == 0);
}

TEST_CASE("the canonical dump tells content apart and nothing else") {
    const Folder folder;
    Store first = Store::open_or_create(folder.file("a.staffsim"), example::plan());
    Store second = Store::open_or_create(folder.file("b.staffsim"), example::plan());
    example::commit_until(first, 2);
    example::commit_until(second, 2);
    second.finish();
    CHECK(dump(first) == dump(second));
    example::commit_until(second, 3);
    CHECK(dump(first) != dump(second));
}

TEST_CASE("portraits are read back number by number, small and large, and are empty where none was kept") {
    const Folder folder;
    Store store = Store::open_or_create(folder.file("a.staffsim"), example::plan());
    std::vector<UnitResult> units = example::units(0);
    const std::vector<std::int64_t> numbers{0, 1, 127, 128, 16383, 16384, 9007199254740993, 9223372036854775807};
    units[1].portrait = {{"people", numbers}, {"nothing", {}}};
    store.commit(0, units);
    store.commit(1, example::units(1));
    for (const bool finished : {false, true}) {
        if (finished) store.finish();
        std::vector<std::vector<std::int64_t>> read;
        store.for_each_portrait("people", 1, 2, [&](std::uint32_t replication, std::span<const std::int64_t> future) {
            CHECK(replication == read.size());
            read.emplace_back(future.begin(), future.end());
        });
        CHECK(read == std::vector<std::vector<std::int64_t>>{numbers, {}});
        CHECK(store.first_portrait("people", 1) == numbers);
        CHECK(store.first_portrait("people", 0).empty());
        CHECK(store.first_portrait("nothing", 1).empty());
    }
    units = example::units(2);
    units[0].portrait = {{"people", {-1}}};
    CHECK_THROWS_AS(store.commit(2, units), InvariantError);
}
