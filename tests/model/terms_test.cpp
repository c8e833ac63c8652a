#include "sim/model/terms.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "sim/model/person.hpp"
#include "sim/model/tally.hpp"

using namespace staffsim;

namespace {

template <class Enum>
void check_vocabulary() {
    std::set<std::string_view> names;
    std::size_t index = 0;
    for (const Term<Enum>& entry : Vocabulary<Enum>::terms) {
        INFO(entry.name);
        CHECK(static_cast<std::size_t>(entry.value) == index++);  // term() indexes by value
        CHECK(names.insert(entry.name).second);
        CHECK(find_term<Enum>(entry.name) == entry.value);
        CHECK(find_term<Enum>(entry.zh) == entry.value);
        CHECK(find_term<Enum>(entry.en) == entry.value);
    }
}

}  // namespace

TEST_CASE("every term is found by its name in files and in both languages") {
    check_vocabulary<UnitKind>();
    check_vocabulary<Sex>();
    check_vocabulary<Education>();
    check_vocabulary<Field>();
    check_vocabulary<Channel>();
    check_vocabulary<Result>();
    check_vocabulary<ExitCause>();
    check_vocabulary<Sanction>();
    check_vocabulary<Ladder>();
    check_vocabulary<Area>();
    CHECK(find_term<Education>("本科") == Education::bachelor);
    CHECK_FALSE(find_term<Education>("kindergarten"));
}

TEST_CASE("exits and entries are counted in the order of their vocabularies") {
    const auto flow = [](Flow f) { return static_cast<std::size_t>(f); };
    CHECK(flow(Flow::exit_retirement) + static_cast<std::size_t>(ExitCause::dismissal) == flow(Flow::exit_dismissal));
    CHECK(flow(Flow::exit_retirement) + static_cast<std::size_t>(ExitCause::moved_above) ==
          flow(Flow::exit_moved_above));
    CHECK(flow(Flow::exit_failed_probation) == exit_cause_count - 1);
    CHECK(flow(Flow::entered_open_exam) + static_cast<std::size_t>(Channel::service_programme) ==
          flow(Flow::entered_service_programme));
}

TEST_CASE("the mean score is that of the years that were scored") {
    Record record;
    CHECK(record.mean_score() == 0.0f);
    record.scores = {0, 0, 3};
    record.scored_years = 1;
    CHECK(record.mean_score() == 3.0f);
    record.scores = {0, 3, 1};
    record.scored_years = 2;
    CHECK(record.mean_score() == 2.0f);
    record.scores = {3, 1, 5};
    record.scored_years = 3;
    CHECK(record.mean_score() == 3.0f);
}
