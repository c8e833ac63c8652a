// Addressed draws: the generator itself, independence of order, and the distributions built on it. Statistical cases
// use fixed seeds; were they redrawn, each would raise a false alarm with probability below 1e-4 (four standard
// errors).
#include "sim/foundation/random.hpp"
#include "tests/foundation/bits.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>
#include <vector>

using namespace staffsim;

namespace {

using Words = std::array<std::uint32_t, 4>;

Words philox(Words counter, std::array<std::uint32_t, 2> key) {
    const auto out = r123::Philox4x32{}({{counter[0], counter[1], counter[2], counter[3]}}, {{key[0], key[1]}});
    return {out[0], out[1], out[2], out[3]};
}

struct Moments {
    double mean = 0, variance = 0;
};
template <class Draw>
Moments moments(int n, Draw draw) {
    double sum = 0, squares = 0;
    for (int i = 0; i < n; ++i) {
        const double x = draw(DrawAddress{{static_cast<std::uint64_t>(i)}, 7, 2026, 0});
        sum += x;
        squares += x * x;
    }
    const double mean = sum / n;
    return {mean, squares / n - mean * mean};
}

constexpr int sample_size = 200000;

}  // namespace

TEST_CASE("Philox4x32-10 gives the known answers of Random123") {
    constexpr std::uint32_t ones = 0xffffffffu;
    CHECK(philox({0, 0, 0, 0}, {0, 0}) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    CHECK(philox({ones, ones, ones, ones}, {ones, ones}) == Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
          Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("an address is laid out as entity, period, purpose and sub-draw") {
    const Draws draws({11, 22});
    const auto block = draws.block({{0x1122334455667788u}, 3, -5, 9});
    const Words expected =
        philox({0x55667788u, 0x11223344u, static_cast<std::uint32_t>(-5), (3u << 16) | 9u}, {11, 22});
    CHECK(Words{block[0], block[1], block[2], block[3]} == expected);
}

TEST_CASE("a draw depends on its address alone, not on what was drawn before") {
    const Draws draws({1, 2});
    const DrawAddress a{entity_key("P0001"), 4, 2026, 0};
    const DrawAddress b{entity_key("P0002"), 4, 2026, 0};
    const double first_a = draws.uniform(a), first_b = draws.uniform(b);
    for (int i = 0; i < 10; ++i) draws.normal({entity_key("P0003"), 4, i, 0});
    CHECK(draws.uniform(b) == first_b);
    CHECK(draws.uniform(a) == first_a);
    CHECK(Draws({1, 2}).uniform(a) == first_a);
}

TEST_CASE("every part of key and address changes the draw") {
    const DrawAddress at{entity_key("P0001"), 4, 2026, 0};
    const std::set<double> different{Draws({1, 2}).uniform(at),
                                     Draws({2, 2}).uniform(at),
                                     Draws({1, 3}).uniform(at),
                                     Draws({1, 2}).uniform({entity_key("P0002"), 4, 2026, 0}),
                                     Draws({1, 2}).uniform({at.entity, 5, 2026, 0}),
                                     Draws({1, 2}).uniform({at.entity, 4, 2027, 0}),
                                     Draws({1, 2}).uniform({at.entity, 4, 2026, 1})};
    CHECK(different.size() == 7);
}

TEST_CASE("uniform draws are never 0 or 1") {
    CHECK(Draws::to_uniform(0, 0) > 0.0);
    CHECK(Draws::to_uniform(0, 0) == 0x1p-53);
    CHECK(Draws::to_uniform(0xffffffffu, 0xffffffffu) < 1.0);
    CHECK(std::isfinite(inverse_normal(Draws::to_uniform(0, 0))));
    CHECK(std::isfinite(inverse_normal(Draws::to_uniform(0xffffffffu, 0xffffffffu))));
}

TEST_CASE("uniform, normal and exponential draws have their mean and variance") {
    const Draws draws({2026, 1});
    const double root_n = std::sqrt(static_cast<double>(sample_size));
    const Moments uniform = moments(sample_size, [&](DrawAddress at) { return draws.uniform(at); });
    CHECK(std::abs(uniform.mean - 0.5) < 4 * std::sqrt(1.0 / 12) / root_n);
    CHECK(std::abs(uniform.variance - 1.0 / 12) < 4 * std::sqrt(1.0 / 180) / root_n);
    const Moments normal = moments(sample_size, [&](DrawAddress at) { return draws.normal(at); });
    CHECK(std::abs(normal.mean) < 4 / root_n);
    CHECK(std::abs(normal.variance - 1) < 4 * std::sqrt(2.0) / root_n);
    const Moments exponential = moments(sample_size, [&](DrawAddress at) { return draws.exponential(at); });
    CHECK(std::abs(exponential.mean - 1) < 4 / root_n);
    CHECK(std::abs(exponential.variance - 1) < 4 * std::sqrt(8.0) / root_n);
}

TEST_CASE("the two normals of one block are uncorrelated") {
    const Draws draws({2026, 2});
    double sum = 0;
    for (int i = 0; i < sample_size; ++i) {
        const auto pair = draws.two_normals({{static_cast<std::uint64_t>(i)}, 1, 0, 0});
        sum += pair.first * pair.second;
    }
    CHECK(std::abs(sum / sample_size) < 4 / std::sqrt(static_cast<double>(sample_size)));
}

TEST_CASE("Poisson draws have their mean and variance") {
    const Draws draws({2026, 3});
    const double root_n = std::sqrt(static_cast<double>(sample_size));
    for (const double mean : {0.3, 4.0, 30.0, 400.0}) {
        INFO("mean " << mean);
        const Moments poisson =
            moments(sample_size, [&](DrawAddress at) { return static_cast<double>(draws.poisson(at, mean)); });
        CHECK(std::abs(poisson.mean - mean) < 4 * std::sqrt(mean) / root_n);
        // var(s²) = (mu4 − mu2²)/n with mu4 = mean + 3 mean²
        CHECK(std::abs(poisson.variance - mean) < 4 * std::sqrt(mean + 2 * mean * mean) / root_n);
    }
}

TEST_CASE("a Poisson draw of mean 0 is 0") { CHECK(Draws({1, 1}).poisson({{1}, 1, 1, 0}, 0.0) == 0); }

TEST_CASE("a chance of 0 never comes and a chance of 1 always does") {
    const Draws draws({5, 5});
    for (std::uint64_t i = 0; i < 1000; ++i) {
        REQUIRE_FALSE(draws.chance({{i}, 1, 1, 0}, 0.0));
        REQUIRE(draws.chance({{i}, 1, 1, 0}, 1.0));
    }
}

TEST_CASE("an addressed engine walks the sub-draws of its address") {
    const Draws draws({3, 4});
    const DrawAddress at{entity_key("P0001"), 20, 0, 0};
    AddressedEngine engine(draws, at);
    std::vector<std::uint32_t> walked;
    for (int i = 0; i < 8; ++i) walked.push_back(engine());
    const auto first = draws.block(at), second = draws.block({at.entity, at.purpose, at.period, 1});
    CHECK(walked == std::vector<std::uint32_t>{first[0], first[1], first[2], first[3], second[0], second[1], second[2],
                                               second[3]});
}

namespace {

std::vector<EntityKey> some_entities(std::size_t n) {
    std::vector<EntityKey> entities{{0}, {~std::uint64_t{0}}, {0xffffffff00000000u}, {0x00000000ffffffffu}};
    while (entities.size() < n) entities.push_back(combine(entity_key("P"), entities.size()));
    return entities;
}

const DrawAddress addresses[] = {{{99}, 7, 2026, 0}, {{}, 65535, -5, 65535}, {{}, 0, 0, 1}};
constexpr double untouched = -77;

}  // namespace

// Every size, from entities and to results that lie at any address; what lies beside the results stays as it was.
TEST_CASE("draws of many entities are, bit for bit, those of each") {
    const auto entities = some_entities(203);
    for (const RandomKey key : {RandomKey{1, 0}, RandomKey{0xffffffffu, 0xfffffff0u}}) {
        const Draws draws(key);
        for (DrawAddress at : addresses) {
            for (std::size_t n = 0; n <= 200; ++n) {
                const std::size_t skipped = n % 4;
                const std::span from = std::span(entities).subspan(skipped, n);
                std::vector<double> uniform(n + 3, untouched), normal = uniform, exponential = uniform, first = uniform,
                                                               second = uniform;
                const auto inner = [n](std::vector<double>& all) { return std::span(all).subspan(1, n); };
                draws.uniforms(from, at, inner(uniform));
                draws.normals(from, at, inner(normal));
                draws.exponentials(from, at, inner(exponential));
                draws.two_normals(from, at, inner(first), inner(second));
                for (std::size_t i = 0; i < n; ++i) {
                    at.entity = from[i];
                    REQUIRE(bits_of(uniform[i + 1]) == bits_of(draws.uniform(at)));
                    REQUIRE(bits_of(normal[i + 1]) == bits_of(draws.normal(at)));
                    REQUIRE(bits_of(exponential[i + 1]) == bits_of(draws.exponential(at)));
                    REQUIRE(bits_of(first[i + 1]) == bits_of(draws.two_normals(at).first));
                    REQUIRE(bits_of(second[i + 1]) == bits_of(draws.two_normals(at).second));
                }
                for (const auto& all : {uniform, normal, exponential, first, second}) {
                    REQUIRE(all.front() == untouched);
                    REQUIRE(all[n + 1] == untouched);
                    REQUIRE(all[n + 2] == untouched);
                }
            }
        }
    }
}

TEST_CASE("room for more results than entities stays as it was") {
    const auto entities = some_entities(67);
    std::vector<double> out(100, untouched), second = out;
    const Draws draws({3, 3});
    draws.normals(entities, {{}, 7, 1, 0}, out);
    CHECK(out[66] == draws.normal({entities[66], 7, 1, 0}));
    CHECK(out[67] == untouched);
    draws.exponentials(entities, {{}, 7, 1, 0}, out);
    CHECK(out[66] == draws.exponential({entities[66], 7, 1, 0}));
    CHECK(out[67] == untouched);
    draws.two_normals(entities, {{}, 7, 1, 0}, out, second);
    CHECK(out[67] == untouched);
    CHECK(second[67] == untouched);
}

TEST_CASE("four draws of one block of a cohort are, bit for bit, those of its members") {
    const auto entities = some_entities(131);
    const Draws draws({3, 9});
    for (std::size_t n = 0; n <= entities.size(); ++n) {
        std::vector<std::array<double, 4>> out(n + 1, {-1, -1, -1, -1});
        draws.four_uniforms(std::span(entities).first(n), {{}, 7, -3, 2}, out);
        for (std::size_t i = 0; i < n; ++i) REQUIRE(out[i] == draws.four_uniforms({entities[i], 7, -3, 2}));
        REQUIRE(out[n][0] == -1);
    }
}

TEST_CASE("both uniforms of a cohort's blocks, and four neighbours of one entity, are those drawn one by one") {
    const auto entities = some_entities(130);
    const Draws draws({3, 9});
    std::vector<double> first(130), second(130);
    draws.two_uniforms(entities, {{}, 7, -3, 2}, first, second);
    for (std::size_t i = 0; i < entities.size(); ++i) {
        const DrawAddress at{entities[i], 7, -3, 2};
        REQUIRE(first[i] == draws.uniform(at));
        REQUIRE(second[i] == draws.second_uniform(at));
        const auto neighbours = draws.four_times_four_uniforms(at);
        for (std::uint16_t sub = 0; sub < 4; ++sub) {
            REQUIRE(neighbours[sub] == draws.four_uniforms({entities[i], 7, -3, static_cast<std::uint16_t>(2 + sub)}));
        }
        const std::array<double, 8> pairs = draws.four_times_two_uniforms(at);
        for (std::uint16_t sub = 0; sub < 4; ++sub) {
            const DrawAddress neighbour{entities[i], 7, -3, static_cast<std::uint16_t>(2 + sub)};
            REQUIRE(pairs[2 * sub] == draws.uniform(neighbour));
            REQUIRE(pairs[2 * sub + 1] == draws.second_uniform(neighbour));
        }
    }
}

TEST_CASE("the draws of a cohort do not depend on its order or company") {
    auto entities = some_entities(130);
    const Draws draws({4, 4});
    std::vector<double> forwards(130), backwards(130);
    draws.normals(entities, {{}, 7, 2026, 0}, forwards);
    std::reverse(entities.begin(), entities.end());
    draws.normals(entities, {{}, 7, 2026, 0}, backwards);
    std::reverse(backwards.begin(), backwards.end());
    CHECK(forwards == backwards);
}

TEST_CASE("four draws of one block are those of its words, never 0 or 1, and their quantiles") {
    const Draws draws({5, 6});
    const DrawAddress at{entity_key("P0001"), 4, 2026, 0};
    const auto words = draws.block(at);
    const auto uniforms = draws.four_uniforms(at), normals = draws.four_normals(at);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(uniforms[i] == (words[i] + 0.5) / 4294967296.0);
        CHECK(normals[i] == inverse_normal(uniforms[i]));
    }
    CHECK(Draws::to_uniform(0u) == 0x1p-33);
    CHECK(Draws::to_uniform(0xffffffffu) < 1.0);
}

TEST_CASE("each of four normals has its mean and variance, and no two are correlated") {
    const Draws draws({2026, 4});
    const double root_n = std::sqrt(static_cast<double>(sample_size));
    std::array<double, 4> sum{}, squares{};
    std::array<std::array<double, 4>, 4> products{};
    for (int i = 0; i < sample_size; ++i) {
        const auto z = draws.four_normals({{static_cast<std::uint64_t>(i)}, 1, 0, 0});
        for (std::size_t a = 0; a < 4; ++a) {
            sum[a] += z[a];
            squares[a] += z[a] * z[a];
            for (std::size_t b = 0; b < a; ++b) products[a][b] += z[a] * z[b];
        }
    }
    for (std::size_t a = 0; a < 4; ++a) {
        CHECK(std::abs(sum[a] / sample_size) < 4 / root_n);
        CHECK(std::abs(squares[a] / sample_size - 1) < 4 * std::sqrt(2.0) / root_n);
        for (std::size_t b = 0; b < a; ++b) CHECK(std::abs(products[a][b] / sample_size) < 4 / root_n);
    }
}

TEST_CASE("keys depend on names, and combining is not symmetric") {
    CHECK(entity_key("T01") == entity_key("T01"));
    CHECK(entity_key("T01") != entity_key("T10"));
    CHECK(combine(entity_key("a"), entity_key("b")) != combine(entity_key("b"), entity_key("a")));
    std::set<std::uint64_t> keys;
    for (std::uint64_t i = 0; i < 10000; ++i) keys.insert(combine(entity_key("T01"), i).value);
    CHECK(keys.size() == 10000);
}
