// Experiment files: what is read, how it expands, and what is refused with which place and words.
#include "sim/experiment/design.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/store/example.hpp"

using namespace staffsim;
using namespace staffsim::experiment;
using store::example::Folder;

namespace {

std::string written(const Folder& folder, const std::string& text) {
    const std::string path = folder.file("study.toml");
    std::ofstream(path) << text;
    return path;
}

Design design_of(const std::string& text) {
    const Folder folder;
    return read_design(written(folder, text));
}

std::vector<std::string> labels(const std::string& sweep) {
    std::vector<std::string> all;
    for (const DesignPoint& point : expanded(design_of("base = \"b.toml\"\n" + sweep))) all.push_back(point.label);
    all.erase(all.begin());  // the base
    return all;
}

std::string complaint(const std::string& text) {
    const Folder folder;
    const std::string path = written(folder, text);
    try {
        const Design design = read_design(path);
        static_cast<void>(expanded(design));
    } catch (const InputError& error) {
        std::string message = error.what();
        for (auto at = message.find(path); at != std::string::npos; at = message.find(path))
            message.replace(at, path.size(), "study.toml");
        return message;
    }
    return "(accepted)";
}

using Labels = std::vector<std::string>;
using Catch::Contains;

}  // namespace

TEST_CASE("a sweep is the product of its levers, the last one varying fastest") {
    CHECK(labels("[[sweep]]\n[sweep.levers]\na.x = [1, 2]\nb.y = [true, false]\n") ==
          Labels{"x=1, y=true", "x=1, y=false", "x=2, y=true", "x=2, y=false"});
}

TEST_CASE("ranges with a step end at or before their end and have no crumbs of binary fractions") {
    CHECK(labels("[[sweep]]\n[sweep.levers]\na.x = { from = 0, to = 0.3, step = 0.1 }\n") ==
          Labels{"x=0", "x=0.1", "x=0.2", "x=0.3"});
    CHECK(labels("[[sweep]]\n[sweep.levers]\na.x = { from = 400, to = 1000, step = 250 }\n") ==
          Labels{"x=400", "x=650", "x=900"});
    CHECK(labels("[[sweep]]\n[sweep.levers]\na.x = { from = 1, to = 2, count = 3 }\n") ==
          Labels{"x=1", "x=1.5", "x=2"});
}

TEST_CASE("levers in lockstep move together, under their labels") {
    const std::string sweep =
        "[[sweep]]\n[[sweep.lockstep]]\nlevers = [\"a.x\", \"b.y\"]\nvalues = [[1, 10], [2, 20]]\n";
    CHECK(labels(sweep) == Labels{"x=1, y=10", "x=2, y=20"});
    CHECK(labels(sweep + "labels = [\"low\", \"high\"]\n") == Labels{"low", "high"});
    const auto points = expanded(design_of("base = \"b.toml\"\n" + sweep + "labels = [\"low\", \"high\"]\n"));
    REQUIRE(points.size() == 3);
    CHECK(points[2].values[0].key == "a.x");
    CHECK(points[2].values[1].value == "20");
}

TEST_CASE("a constraint leaves points out") {
    const std::string levers = "[sweep.levers]\na.x = [1, 2, 3]\nb.y = [1, 2, 3]\n";
    CHECK(labels("[[sweep]]\nconstraints = [\"x + y == 4\"]\n" + levers) == Labels{"x=1, y=3", "x=2, y=2", "x=3, y=1"});
    CHECK(labels("[[sweep]]\nconstraints = [\"not (x < 3 or b.y * 2 > 2)\"]\n" + levers) == Labels{"x=3, y=1"});
    CHECK(labels("[[sweep]]\nconstraints = [\"x >= 2\", \"y/x < 0.4\"]\n" + levers) == Labels{"x=3, y=1"});
}

TEST_CASE("constraints compare texts and switches") {
    CHECK(labels("[[sweep]]\nconstraints = [\"regime == 'open' and on\"]\n[sweep.levers]\na.regime = [\"open\", "
                 "\"closed\"]\nb.on = [true, false]\n") == Labels{"regime=\"open\", on=true"});
}

TEST_CASE("sweeps over several scenarios come scenario by scenario, and paths are the file's") {
    const Folder folder;
    const Design design = read_design(written(folder,
                                              "base = \"b.toml\"\n[[sweep]]\nscenarios = [\"b.toml\", "
                                              "\"c.toml+d.toml\"]\n[sweep.levers]\na.x = [1, 2]\n"));
    const auto points = expanded(design);
    REQUIRE(points.size() == 5);
    CHECK(points[0].spec == folder.file("b.toml").string());
    CHECK(points[3].spec == folder.file("c.toml").string() + "+" + folder.file("d.toml").string());
    CHECK(points[4].label == "x=2");
}

TEST_CASE("what an experiment file asks is read") {
    const Design design = design_of(
        "name = \"n\"\nbase = \"b.toml\"\nscenarios = [\"V: a.x=1\"]\nreplications = 30\nseed = 7\nyears = 10\n"
        "outcomes = [\"leavers\"]\ngroups = [\"T01\"]\nverdict_years = [5, 10]\n[matters]\nleavers = 2\n");
    CHECK(design.title == "n");
    CHECK(design.scenarios.front().text == "V: a.x=1");
    CHECK(design.replications == 30);
    CHECK(design.seed == 7);
    CHECK(design.verdict_years == std::vector<int>{5, 10});
    CHECK(design.matters.at("leavers") == 2);
    CHECK_FALSE(design.precision.has_value());
    const Design precise = design_of("base = \"b.toml\"\n[precision]\nfirst = 20\nhalf_width = 0.25\n");
    REQUIRE(precise.precision.has_value());
    CHECK(precise.precision->first == 20);
    CHECK(precise.precision->half_width == 0.25);
    CHECK(precise.precision->most == stats::PrecisionRule{}.most);
}

TEST_CASE("mistakes in an experiment file are told with place and advice, all at once") {
    CHECK_THAT(complaint("scenarioz = []\n"), Contains("study.toml:1:1: scenarioz") &&
                                                  Contains("did you mean \"scenarios\"?") &&
                                                  Contains("base: is missing"));
    CHECK_THAT(complaint("base = \"b.toml\"\n[[sweep]]\n[sweep.levers]\na.x = { from = 1, to = 0, step = 1 }\n"),
               Contains("study.toml:4") && Contains("from <= to"));
    CHECK_THAT(complaint("base = \"b.toml\"\n[[sweep]]\n[sweep.levers]\na.x = { from = 1, to = 2, stop = 1 }\n"),
               Contains("did you mean \"step\"?"));
    CHECK_THAT(complaint("base = \"b.toml\"\n[[sweep]]\n[sweep.levers]\na.x = 5\n"),
               Contains("study.toml:4") && Contains("expected a list of values"));
    CHECK_THAT(complaint("base = \"b.toml\"\n[[sweep]]\nname = \"empty\"\n"), Contains("sweeps no lever"));
    CHECK_THAT(complaint("base = \"b.toml\"\n[[sweep]]\n[sweep.levers]\na.x = []\n"),
               Contains("has no value to sweep"));
    CHECK_THAT(
        complaint("base = \"b.toml\"\n[[sweep]]\n[[sweep.lockstep]]\nlevers = [\"a.x\", \"b.y\"]\nvalues = [[1]]\n"),
        Contains("study.toml:5") && Contains("a list of 2 values"));
    CHECK_THAT(complaint("base = \"b.toml\"\n[[sweep]]\n[sweep.levers]\na.x = [1]\n[[sweep.lockstep]]\nlevers = "
                         "[\"a.x\"]\nvalues = [[1]]\n"),
               Contains("is swept twice"));
    CHECK_THAT(complaint("base = \"b.toml\"\nreplications = 5\n[precision]\n"), Contains("contradicts [precision]"));
    CHECK_THAT(complaint("base = \"b.toml\"\nverdict_years = [5, 3]\n"), Contains("years must rise"));
    CHECK_THAT(complaint("base = \"b.toml\"\nreplications = 0\n"), Contains("allowed: 1 to 1000000"));
    CHECK_THAT(complaint("base = \n"), Contains("study.toml:1"));
}

TEST_CASE("mistakes in a constraint are told at their column") {
    const auto with = [](const std::string& constraint) {
        return complaint("base = \"b.toml\"\n[[sweep]]\nconstraints = [\"" + constraint +
                         "\"]\n[sweep.levers]\npay.allowance = [1, 2]\nother.allowance = [1]\nkind.regime = [\"a\"]\n");
    };
    CHECK_THAT(with("allowance < 2"), Contains("may be pay.allowance or other.allowance"));
    CHECK_THAT(with("pay.alowance < 2"), Contains("study.toml:3:17") && Contains("did you mean \"pay.allowance\"?"));
    CHECK_THAT(with("pay.allowance < "), Contains("ends too early"));
    CHECK_THAT(with("(pay.allowance < 2"), Contains("a bracket is not closed"));
    CHECK_THAT(with("pay.allowance < 2 )"), Contains("is not understood"));
    CHECK_THAT(with("regime < 2"), Contains("\"a\" is not a number"));
    CHECK_THAT(with(std::string(5000, '(')), Contains("nested too deeply"));
    CHECK_THAT(with(std::string(5000, '-') + "1"), Contains("nested too deeply"));
}

TEST_CASE("an experiment of too many points is refused before anything is loaded") {
    CHECK_THAT(
        complaint("base = \"b.toml\"\n[[sweep]]\n[sweep.levers]\na.x = { from = 1, to = 1000, step = 1 }\na.y = { "
                  "from = 1, to = 1000, step = 1 }\n"),
        Contains("more than 100000 points"));
}
