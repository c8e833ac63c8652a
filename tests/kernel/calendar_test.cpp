#include "sim/kernel/calendar.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>
#include <functional>

using namespace staffsim;
using namespace staffsim::kernel;

namespace {

// Ties go by the entity's number, turned around, so that key order differs from number order.
struct ByEntity {
    std::uint64_t operator()(const Event& event) const { return 1000000u - event.entity; }
};
using TestCalendar = Calendar<ByEntity>;

struct Line {
    std::int32_t day;
    std::uint32_t kind, entity, generation;
    bool operator==(const Line&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Line& line) {
    return out << "{" << line.day << " kind " << line.kind << " entity " << line.entity << " gen " << line.generation
               << "}";
}

Event event(Day day, std::uint32_t kind, std::uint32_t entity = 0, std::uint32_t generation = 0) {
    return {day, entity, generation, kind};
}

// What happens over `days` days.
std::vector<Line> lived(TestCalendar& calendar, int days, const std::function<void(const Event&)>& also = {}) {
    std::vector<Line> lines;
    for (int i = 0; i < days; ++i) {
        const Day today = calendar.today();
        calendar.run_day([&](const Event& e) {
            REQUIRE(e.day == today);
            lines.push_back({e.day.value, e.kind, e.entity, e.generation});
            if (also) also(e);
        });
    }
    return lines;
}

std::vector<Line> in_documented_order(const std::vector<Event>& events) {
    std::vector<Line> lines;
    for (const Event& e : events) lines.push_back({e.day.value, e.kind, e.entity, e.generation});
    std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
        return std::tuple(a.day, a.kind, 1000000u - a.entity, a.generation) <
               std::tuple(b.day, b.kind, 1000000u - b.entity, b.generation);
    });
    return lines;
}

}  // namespace

TEST_CASE("events come by day, kind and key, whatever the order of insertion") {
    const bool holds = rc::check("calendar order", [](std::vector<std::uint16_t> raw) {
        const Day first = Day{*rc::gen::inRange(-3000, 3000)};
        std::vector<Event> events;
        for (const std::uint16_t bits : raw) {
            events.push_back(event(first + *rc::gen::inRange(0, 1500), bits % 4u, (bits >> 2) % 5u, (bits >> 6) % 2u));
        }
        TestCalendar calendar(first, {});
        for (const Event& e : events) calendar.schedule(e);
        RC_ASSERT(lived(calendar, 1600) == in_documented_order(events));
    });
    CHECK(holds);
}

TEST_CASE("events made while days pass come in the same order as events made beforehand") {
    const bool holds = rc::check("late insertion", [] {
        const Day first = Day{*rc::gen::inRange(-600, 600)};
        std::vector<Event> events;
        const int number = *rc::gen::inRange(1, 40);
        for (int i = 0; i < number; ++i) {
            events.push_back(event(first + *rc::gen::inRange(2, 1200),
                                   static_cast<std::uint32_t>(*rc::gen::inRange(0, 3)),
                                   static_cast<std::uint32_t>(*rc::gen::inRange(0, 9))));
        }
        TestCalendar calendar(first, {});
        calendar.schedule(event(first, 9));
        std::vector<Line> lines;
        for (const int at : {0, 1}) {  // one half on the first day, from inside it; the other before the second
            if (at == 1) {
                for (std::size_t i = events.size() / 2; i < events.size(); ++i) calendar.schedule(events[i]);
            }
            const auto day = lived(calendar, at == 0 ? 1 : 1300, [&](const Event& e) {
                if (e.kind != 9) return;
                for (std::size_t i = 0; i < events.size() / 2; ++i) calendar.schedule(events[i]);
            });
            lines.insert(lines.end(), day.begin(), day.end());
        }
        lines.erase(lines.begin());
        RC_ASSERT(lines == in_documented_order(events));
    });
    CHECK(holds);
}

TEST_CASE("an event for later the same day is handled that day, in its turn") {
    TestCalendar calendar(Day{100}, {});
    calendar.schedule(event(Day{100}, 1, 5));
    calendar.schedule(event(Day{100}, 3, 5));
    const auto lines = lived(calendar, 1, [&](const Event& e) {
        if (e.kind != 1 || e.entity != 5) return;
        calendar.schedule(event(Day{100}, 2, 7));
        calendar.schedule(event(Day{100}, 4, 7));
        calendar.schedule(event(Day{100}, 1, 4));  // same kind, later key
    });
    CHECK(lines == std::vector<Line>{{100, 1, 5, 0}, {100, 1, 4, 0}, {100, 2, 7, 0}, {100, 3, 5, 0}, {100, 4, 7, 0}});
}

TEST_CASE("an event of the same day may bring about one more, any number of times") {
    TestCalendar calendar(Day{0}, {});
    calendar.schedule(event(Day{0}, 0));
    const auto lines = lived(calendar, 1, [&](const Event& e) {
        if (e.kind < 100) calendar.schedule(event(Day{0}, e.kind + 1));
    });
    CHECK(lines.size() == 101);
}

TEST_CASE("an event in the past is a defect") {
    TestCalendar calendar(Day{100}, {});
    CHECK_THROWS_AS(calendar.schedule(event(Day{99}, 1)), InvariantError);
    CHECK_NOTHROW(calendar.schedule(event(Day{100}, 1)));
}

TEST_CASE("an event whose turn of the day has passed is a defect") {
    TestCalendar calendar(Day{100}, {});
    calendar.schedule(event(Day{100}, 2, 5));
    CHECK_THROWS_AS(lived(calendar, 1, [&](const Event&) { calendar.schedule(event(Day{100}, 1)); }), InvariantError);
}

TEST_CASE("events many turns of the wheel ahead come on their day") {
    TestCalendar calendar(Day{-700}, {});
    const std::vector<std::int32_t> days{-700, -513, -512, -511, -1, 0, 1, 511, 512, 513, 1023, 1024, 5000, 20000};
    for (auto day = days.rbegin(); day != days.rend(); ++day) calendar.schedule(event(Day{*day}, 0));
    std::vector<std::int32_t> seen;
    for (const Line& line : lived(calendar, 20701)) seen.push_back(line.day);
    CHECK(seen == days);
}

TEST_CASE("a day without events passes") {
    TestCalendar calendar(Day{-1}, {});
    CHECK(lived(calendar, 3).empty());
    CHECK(calendar.today() == Day{2});
}

TEST_CASE("events of one entity and kind on one day come by generation") {
    TestCalendar calendar(Day{0}, {});
    calendar.schedule(event(Day{0}, 1, 1, 2));
    calendar.schedule(event(Day{0}, 1, 1, 1));
    CHECK(lived(calendar, 1) == std::vector<Line>{{0, 1, 1, 1}, {0, 1, 1, 2}});
}
