// Addressed random draws. A draw is a pure function of where it is used:
//     key     = (seed, replication)
//     counter = (entity, purpose, calendar period, sub-draw)
// so it knows neither "how many so far" nor the scenario, and two policies that ask the same question about the
// same person in the same period get the same luck. Generator: Philox4x32-10 (Salmon et al. 2011, Random123).
#pragma once

#include <Random123/philox.h>

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

#include "sim/foundation/real.hpp"

namespace staffsim {

// What a person, post, unit, applicant or year is called, hashed. Equal names give equal keys on every machine.
struct EntityKey {
    std::uint64_t value = 0;
    constexpr auto operator<=>(const EntityKey&) const = default;
};

// Finaliser of MurmurHash3: spreads every bit of the input over the output.
constexpr std::uint64_t mix_bits(std::uint64_t x) {
    x ^= x >> 33;
    x *= 0xff51afd7ed558ccdu;
    x ^= x >> 33;
    x *= 0xc4ceb9fe1a85ec53u;
    return x ^ (x >> 33);
}
constexpr EntityKey combine(EntityKey a, std::uint64_t b) {
    return {mix_bits(a.value * 0x9E3779B97F4A7C15u + mix_bits(b + 0x632BE59BD9B4E019u))};
}
constexpr EntityKey combine(EntityKey a, EntityKey b) { return combine(a, b.value); }
// FNV-1a of the bytes, then mixed.
constexpr EntityKey entity_key(std::string_view name) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return {mix_bits(hash)};
}

// The stream of one replication: all that distinguishes one future from another.
struct RandomKey {
    std::uint32_t seed = 1;
    std::uint32_t replication = 0;
    constexpr auto operator<=>(const RandomKey&) const = default;
};

// Where a draw is used. `purpose` is an enumeration of the layer that draws (see model/purpose.hpp); `period` is a
// calendar number (year, month or day) so that it means the same under every policy.
struct DrawAddress {
    EntityKey entity;
    std::uint16_t purpose = 0;
    std::int32_t period = 0;
    std::uint16_t sub = 0;
};

class Draws {
  public:
    explicit Draws(RandomKey key) : key_(key) {}
    RandomKey key() const { return key_; }

    // Four independent 32-bit words: one Philox block.
    r123::Philox4x32::ctr_type block(DrawAddress at) const {
        const r123::Philox4x32::ctr_type counter = {
            {static_cast<std::uint32_t>(at.entity.value), static_cast<std::uint32_t>(at.entity.value >> 32),
             static_cast<std::uint32_t>(at.period), (std::uint32_t{at.purpose} << 16) | at.sub}};
        const r123::Philox4x32::key_type key = {{key_.seed, key_.replication}};
        return r123::Philox4x32{}(counter, key);
    }

    // Uniform on (0, 1), 2^52 equally spaced values, never 0 or 1.
    double uniform(DrawAddress at) const {
        const auto words = block(at);
        return to_uniform(words[0], words[1]);
    }
    // The other one of the same block.
    double second_uniform(DrawAddress at) const {
        const auto words = block(at);
        return to_uniform(words[2], words[3]);
    }
    // Standard normal by inversion.
    double normal(DrawAddress at) const { return inverse_normal(uniform(at)); }
    // Two independent standard normals from one block.
    struct Pair {
        double first, second;
    };
    Pair two_normals(DrawAddress at) const {
        const auto words = block(at);
        return {inverse_normal(to_uniform(words[0], words[1])), inverse_normal(to_uniform(words[2], words[3]))};
    }
    // Four of each from one block, with 32 bits each: for attributes, not for ties or thresholds.
    std::array<double, 4> four_uniforms(DrawAddress at) const {
        const auto words = block(at);
        return {to_uniform(words[0]), to_uniform(words[1]), to_uniform(words[2]), to_uniform(words[3])};
    }
    std::array<double, 4> four_normals(DrawAddress at) const {
        std::array<double, 4> values = four_uniforms(at);
        inverse_normals(values);
        return values;
    }
    // Unit exponential by inversion.
    double exponential(DrawAddress at) const { return -portable_log(uniform(at)); }
    bool chance(DrawAddress at, double probability) const { return uniform(at) < probability; }
    // Poisson by inversion of the distribution function; means above 400 as a sum over sub-draws, so that e^-mean stays
    // far from 0.
    std::uint32_t poisson(DrawAddress at, double mean) const {
        std::uint32_t count = 0;
        for (; mean > 400.0; mean -= 400.0, ++at.sub) count += poisson_by_inversion(uniform(at), 400.0);
        return count + poisson_by_inversion(uniform(at), mean);
    }

    static double to_uniform(std::uint32_t high, std::uint32_t low) {
        const std::uint64_t bits = (std::uint64_t{high} << 20) | (low >> 12);
        return (static_cast<double>(bits) + 0.5) * 0x1p-52;
    }

    static double to_uniform(std::uint32_t word) { return (static_cast<double>(word) + 0.5) * 0x1p-32; }

    // The same draw for many entities, where `at.entity` is none of them: out[i] is, bit for bit, what the function of
    // one entity gives at {entities[i], at.purpose, at.period, at.sub}. Several times as fast.
    void uniforms(std::span<const EntityKey> entities, DrawAddress at, std::span<double> out) const;
    void four_uniforms(std::span<const EntityKey> entities, DrawAddress at, std::span<std::array<double, 4>> out) const;
    // four_uniforms of four neighbours, the sub-draws at.sub to at.sub + 3.
    std::array<std::array<double, 4>, 4> four_times_four_uniforms(DrawAddress at) const;
    // Both uniforms of four neighbours, one block after the other.
    std::array<double, 8> four_times_two_uniforms(DrawAddress at) const;
    void normals(std::span<const EntityKey> entities, DrawAddress at, std::span<double> out) const;
    void exponentials(std::span<const EntityKey> entities, DrawAddress at, std::span<double> out) const;
    // Both uniforms of each block.
    void two_uniforms(std::span<const EntityKey> entities, DrawAddress at, std::span<double> first,
                      std::span<double> second) const;
    void two_normals(std::span<const EntityKey> entities, DrawAddress at, std::span<double> first,
                     std::span<double> second) const;

  private:
    static std::uint32_t poisson_by_inversion(double u, double mean) {
        double term = portable_exp(-mean);
        double sum = term;
        std::uint32_t count = 0;
        while (u > sum && term > 0) {
            ++count;
            term *= mean / count;
            sum += term;
        }
        return count;
    }
    RandomKey key_;
};

// Category whose cumulated share first exceeds u, 0 < u < 1; the last one takes what rounding leaves. No share is below
// 0.
template <std::size_t n>
std::size_t category(const std::array<double, n>& shares, double u) {
    std::size_t passed = 0;  // without a branch for each: where it ends cannot be foreseen
    double sum = 0;
    for (std::size_t i = 0; i + 1 < n; ++i) {
        sum += shares[i];
        passed += u >= sum ? 1 : 0;
    }
    return passed;
}

// A uniform random bit generator that walks the sub-draws of one address, for Boost.Random's integer distributions.
class AddressedEngine {
  public:
    using result_type = std::uint32_t;
    AddressedEngine(const Draws& draws, DrawAddress at) : draws_(draws), at_(at) {}
    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }
    result_type operator()() {
        if (used_ == 4) {
            words_ = draws_.block(at_);
            ++at_.sub;
            used_ = 0;
        }
        return words_[used_++];
    }

  private:
    const Draws& draws_;
    DrawAddress at_;
    r123::Philox4x32::ctr_type words_{};
    unsigned used_ = 4;
};

}  // namespace staffsim
