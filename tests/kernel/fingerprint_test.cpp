// What a fingerprint tells apart.
#include <catch2/catch.hpp>

#include "sim/kernel/fingerprint.hpp"

using namespace staffsim;
using namespace staffsim::kernel;

TEST_CASE("a fingerprint knows which facts came and how many, not in what order they were written down") {
    Fingerprint a, b, c, d;
    a.add(1);
    a.add(2);
    b.add(2);
    b.add(1);
    c.add(1);
    c.add(1);
    d.add(1);
    CHECK(a.value() == b.value());
    CHECK(a.value() != c.value());
    CHECK(a.value() != d.value());
    CHECK(a.facts() == 2);
    Fingerprint rest;
    rest.add(2);
    d.add(rest);
    CHECK(d.value() == a.value());
    CHECK(d.facts() == 2);
    d.add(0);
    CHECK(d.value() != a.value());
}
