// Every bad input is refused with the right place and words, and checking writes nothing.
#include <catch2/catch.hpp>

#include <cstdint>
#include <set>

#include "sim/scenario/scenario.hpp"
#include "tests/bad_inputs/cases.hpp"
#include "tests/scenario/folder.hpp"

using namespace staffsim;
using namespace staffsim::tests;

namespace {

const BadInput& sound_county() {
    static const BadInput county = read_cases(BAD_INPUTS_FOLDER "/good.cases").front();
    return county;
}

scenario::Scenario load(const BadInput& input) {
    scenario::LoadOptions options{input.sets, input.contexts, {"empty_places", "wait_to_deputy", "payroll"}};
    const std::string& text = input.variant.empty() ? input.check : input.variant;
    return scenario::load_scenario(scenario::parse_spec(text, input.check), options);
}

std::string message_of(const BadInput& input) {
    try {
        load(input);
    } catch (const InputError& error) {
        return error.what();
    }
    return "(accepted)";
}

std::set<std::string> names_in(const std::filesystem::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    return names;
}

std::vector<BadInput> all_cases() {
    std::vector<BadInput> all;
    for (const char* file : {"/scenario_files.cases", "/tables.cases"}) {
        for (BadInput& input : read_cases(std::string(BAD_INPUTS_FOLDER) + file)) all.push_back(std::move(input));
    }
    return all;
}

}  // namespace

TEST_CASE("the county that the bad inputs spoil is sound", "[bad_inputs]") {
    const TemporaryFolder folder;
    write_files(sound_county(), {}, folder.path());
    CHECK(load(sound_county()).input.plan.people.size() == 3);
}

TEST_CASE("every bad input is refused with its place and reason, and nothing is written", "[bad_inputs]") {
    const std::vector<BadInput> cases = all_cases();
    REQUIRE(cases.size() >= 64);
    for (const BadInput& input : cases) {
        const TemporaryFolder folder;
        write_files(sound_county(), input, folder.path());
        const std::set<std::string> before = names_in(folder.path());
        const std::string message = message_of(input);
        INFO(input.name << ":\n" << message);
        REQUIRE_FALSE(input.expected.empty());
        for (const std::string& phrase : input.expected) {
            INFO("expected: " << phrase);
            CHECK(message.find(phrase) != std::string::npos);
        }
        CHECK(names_in(folder.path()) == before);
    }
}

TEST_CASE("bad inputs have different names", "[bad_inputs]") {
    std::set<std::string> names;
    for (const BadInput& input : all_cases()) CHECK(names.insert(input.name).second);
}

TEST_CASE("a damaged file is refused or read, never a crash", "[bad_inputs]") {
    const BadInput& sound = sound_county();
    std::uint64_t state = 1;
    const auto next = [&state](std::size_t below) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::size_t>((state >> 33) % below);
    };
    const std::string marks = "\"'[]{}=.,\n|#-_09az \t\\\xE5\xFF";
    for (int round = 0; round < 300; ++round) {
        BadInput damaged = sound;
        auto file = std::next(damaged.files.begin(), static_cast<std::ptrdiff_t>(next(damaged.files.size())));
        std::string& text = file->second;
        for (std::size_t change = next(4) + 1; change > 0; --change) {
            const std::size_t at = next(text.size());
            const std::size_t length = next(6);
            text.replace(at, length, std::string(next(3), marks[next(marks.size())]));
        }
        const TemporaryFolder folder;
        write_files(damaged, {}, folder.path());
        INFO(file->first << ":\n" << text);
        CHECK_NOTHROW(message_of(damaged));
    }
}
