// A bit that turns anywhere in a finished store is found: nothing else is ever read than what was written.
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "sim/foundation/diagnostics.hpp"
#include "sim/store/checked_pages.hpp"
#include "tests/store/example.hpp"

using namespace staffsim;
using namespace staffsim::store;
using example::Folder;

namespace {

// Everything that is in it, as a report reads it; how it was refused, where it was.
std::string all_of(const std::filesystem::path& path) {
    try {
        const Store store = Store::open(path);
        std::ostringstream text;
        store.write_canonical_dump(text);
        for (std::size_t outcome = 0; outcome < 3; ++outcome) text << store.load(outcome, 1, 3).size();
        text << store.rule_times(0, 3).size() << store.looks().size() << store.studies().size();
        store.for_each_portrait("lives", 0, 3, [&](std::uint32_t, std::span<const std::int64_t> numbers) {
            text << numbers.size() << (numbers.empty() ? 0 : numbers.front());
        });
        return text.str();
    } catch (const StoreError& error) {
        return std::string("store: ") + error.what();
    } catch (const InputError& error) {
        return std::string("input: ") + error.what();
    }
}

std::string finished_bytes(const Folder& folder) {
    const auto path = folder.file("whole.staffsim");
    Store store = Store::open_or_create(path, example::plan());
    for (std::uint32_t replication = 0; replication < 3; ++replication) {
        std::vector<UnitResult> units = example::units(replication);
        units[0].rules = {{"exchange", 3}};
        units[0].portrait = {{"lives", {1, 200, 30000}}};
        store.commit(replication, units);
    }
    store.look_for(3);
    store.begin_study("tornado", "{}");
    store.commit_point("tornado", 0, std::vector{1.0, 2.0});
    store.finish();
    return example::bytes_of(path);
}

}  // namespace

TEST_CASE("a bit that turned anywhere in a store is found or was not read, and the message says so") {
    const Folder folder;
    const std::string whole = finished_bytes(folder);
    const std::string expected = all_of(folder.file("whole.staffsim"));
    REQUIRE(expected.find("exchange") != std::string::npos);
    const auto path = folder.file("damaged.staffsim");
    const Draws draws({1, 1});
    constexpr std::size_t end_of_identity = 72;  // what tells a store from another file; SQLite's header goes on behind
    int found = 0;
    for (std::uint16_t round = 0; round < 400; ++round) {
        const auto drawn = draws.block({entity_key("flip"), round, 0, 0});
        const std::size_t at = end_of_identity + drawn[0] % (whole.size() - end_of_identity);
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << (drawn[1] & 7)));
        std::ofstream(path, std::ios::binary) << damaged;
        const std::string said = all_of(path);
        INFO("byte " << at << " of " << whole.size() << ": " << said.substr(0, 300));
        const bool is_found = said.starts_with("store: ") && said.find("the store is damaged: ") != std::string::npos &&
                              said.find("--fresh") != std::string::npos;
        CHECK((is_found || said == expected));
        found += is_found ? 1 : 0;
    }
    CHECK(found > 300);  // the others lie in indices that nobody asked
}

TEST_CASE("a damaged store is not continued and not written to") {
    const Folder folder;
    std::string bytes = finished_bytes(folder);
    const auto path = folder.file("whole.staffsim");
    bytes[bytes.size() - 100] = static_cast<char>(bytes[bytes.size() - 100] ^ 1);
    std::ofstream(path, std::ios::binary) << bytes;
    CHECK_THROWS_WITH(
        [&] {
            Store store = Store::open_or_create(path, example::plan());
            store.commit(3, example::units(3));
            store.finish();
        }(),
        Catch::Contains("the store is damaged: "));
    CHECK(Store::open_or_create(path, example::plan(), {.fresh = true}).completed_replications() == 0);
}

TEST_CASE("the checksum tells every single bit and every place apart") {
    std::vector<std::uint8_t> page(509, 7);
    const std::uint64_t sum = checksum_of(page, 0);
    CHECK(checksum_of(page, 512) != sum);
    for (std::size_t bit = 0; bit < page.size() * 8; ++bit) {
        page[bit / 8] ^= static_cast<std::uint8_t>(1u << bit % 8);
        REQUIRE(checksum_of(page, 0) != sum);
        page[bit / 8] ^= static_cast<std::uint8_t>(1u << bit % 8);
    }
}

TEST_CASE("a store of the format before is refused and named") {
    const Folder folder;
    finished_bytes(folder);
    const auto path = folder.file("whole.staffsim");
    std::fstream(path, std::ios::in | std::ios::out | std::ios::binary).seekp(60).write("\0\0\0\5", 4);
    CHECK_THAT(all_of(path), Catch::Contains("input: ") && Catch::Contains("format 5, this program reads format 6") &&
                                 Catch::Contains("--fresh"));
}
