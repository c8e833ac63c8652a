// Stocks of education: where they settle, and where they stand on the first day.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>

#include "sim/processes/conduct/conduct.hpp"
#include "sim/processes/shared/stock.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("a stock settles where months of the same effort lead, below its ceiling, with diminishing returns") {
    const StockRules rules{0.03, 0.8, 0.5};
    double stock = 0, last_step = 1;
    for (const double days : {0.5, 1.0, 1.5, 2.0}) {
        double lived = 0;
        for (int month = 0; month < 600; ++month) lived = month_later(rules, lived, days);
        CHECK(lived == Approx(settled(rules, days)).epsilon(1e-9));
        CHECK(lived < rules.ceiling);
        CHECK(lived - stock < last_step);
        last_step = lived - stock;
        stock = lived;
    }
    CHECK(settled(rules, 0) == 0);
    CHECK(month_later(rules, 0.4, 0) == Approx(0.4 * std::exp(-0.5 / 12)));
}

TEST_CASE("the stocks of the first day are those to which the baseline's days lead") {
    const ConductRules rules = defaults(conduct_levers());
    const EducationRules& education = rules.education;
    for (std::size_t content = 0; content < education_count; ++content) {
        const StockRules stock{education.gain_per_10_days / 10, education.ceiling, education.decay};
        CHECK(settled(stock, education.days[content] / 12) == Approx(education.centre[content]).margin(2e-4));
    }
}
