// Draws of whole cohorts: Philox4x32-10 (Salmon et al. 2011) for several counters at once where the processor can.
// Tests hold it to the library's generator bit by bit.
#include <immintrin.h>

#include <algorithm>
#include <utility>

#include "sim/foundation/random.hpp"
#include "sim/foundation/registers.hpp"

namespace staffsim {

namespace {

constexpr std::size_t chunk = 64;

// Words 0 and 1, and 2 and 3, of up to `chunk` blocks as uniforms.
struct Uniforms {
    double first[chunk], second[chunk];
};

// Philox's multipliers and key increments.
constexpr std::uint32_t multiplier0 = 0xD2511F53u, multiplier1 = 0xCD9E8D57u;
constexpr std::uint32_t increment0 = 0x9E3779B9u, increment1 = 0xBB67AE85u;

void draw_one_by_one(const EntityKey* entities, std::size_t n, DrawAddress at, RandomKey key, Uniforms& out) {
    for (std::size_t i = 0; i < n; ++i) {
        at.entity = entities[i];
        const auto words = Draws(key).block(at);
        out.first[i] = Draws::to_uniform(words[0], words[1]);
        out.second[i] = Draws::to_uniform(words[2], words[3]);
    }
}

// Words of four blocks, each in the lower half of 64 bits. On the way the upper halves hold rubbish, which neither
// products nor exclusive ors bring down.
struct FourBlocks {
    __m256i word[4];
};

// What four entities share of their counters, and the keys of the ten rounds.
struct Rounds {
    __m256i period, purpose;
    __m256i key[10][2];
};
[[gnu::target("avx2")]] Rounds rounds_of(DrawAddress at, RandomKey key) {
    Rounds rounds;
    rounds.period = _mm256_set1_epi64x(static_cast<std::uint32_t>(at.period));
    rounds.purpose = _mm256_set1_epi64x((std::uint32_t{at.purpose} << 16) | at.sub);
    std::uint32_t k0 = key.seed, k1 = key.replication;
    for (auto& [first, second] : rounds.key) {
        first = _mm256_set1_epi64x(k0);
        second = _mm256_set1_epi64x(k1);
        k0 += increment0, k1 += increment1;
    }
    return rounds;
}

[[gnu::target("avx2"), gnu::always_inline]] inline FourBlocks four_blocks(__m256i entity, const Rounds& rounds) {
    const __m256i m0 = _mm256_set1_epi64x(multiplier0), m1 = _mm256_set1_epi64x(multiplier1);
    __m256i c0 = entity, c1 = _mm256_srli_epi64(entity, 32), c2 = rounds.period, c3 = rounds.purpose;
    for (const auto& [k0, k1] : rounds.key) {
        const __m256i product0 = _mm256_mul_epu32(c0, m0), product1 = _mm256_mul_epu32(c2, m1);
        c0 = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(product1, 32), c1), k0);
        c2 = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(product0, 32), c3), k1);
        c1 = product1;
        c3 = product0;
    }
    FourBlocks blocks{{c0, c1, c2, c3}};
    for (__m256i& word : blocks.word) word = _mm256_and_si256(word, _mm256_set1_epi64x(0xFFFFFFFF));
    return blocks;
}

[[gnu::target("avx2"), gnu::always_inline]] inline FourBlocks four_blocks(const EntityKey* entities,
                                                                          const Rounds& rounds) {
    return four_blocks(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(entities)), rounds);
}

// Calls take(i, entities) for so many at a time, the last ones padded.
template <std::size_t lanes, class Take>
[[gnu::always_inline]] inline void by_lanes(const EntityKey* entities, std::size_t n, Take take) {
    std::size_t i = 0;
    for (; i + lanes <= n; i += lanes) take(i, entities + i);
    if (i == n) return;
    EntityKey padded[lanes]{};
    std::copy_n(entities + i, n - i, padded);
    take(i, padded);
}

// As Draws::to_uniform has it, (bits + 1/2) 2^-52: the bits are put into the mantissa of 1.
[[gnu::target("avx2"), gnu::always_inline]] inline __m256d uniform_of(__m256i high, __m256i low) {
    const __m256d one = _mm256_set1_pd(1.0), half_step = _mm256_set1_pd(0x1p-53);
    const __m256i bits = _mm256_or_si256(_mm256_slli_epi64(high, 20), _mm256_srli_epi64(low, 12));
    const __m256d mantissa = _mm256_or_pd(_mm256_castsi256_pd(bits), one);
    return _mm256_add_pd(_mm256_sub_pd(mantissa, one), half_step);
}
// The same of one word, (word + 1/2) 2^-32: the word is put into the mantissa of 2^52.
[[gnu::target("avx2"), gnu::always_inline]] inline __m256d uniform_of(__m256i word) {
    const __m256d shift = _mm256_set1_pd(0x1p52);
    const __m256d whole = _mm256_sub_pd(_mm256_or_pd(_mm256_castsi256_pd(word), shift), shift);
    return _mm256_mul_pd(_mm256_add_pd(whole, _mm256_set1_pd(0.5)), _mm256_set1_pd(0x1p-32));
}

// Write up to three places behind the last one.
[[gnu::target("avx2")]] void draw_avx2(const EntityKey* entities, std::size_t n, DrawAddress at, RandomKey key,
                                       Uniforms& out) {
    const Rounds rounds = rounds_of(at, key);
    by_lanes<4>(
        entities, n, [&](std::size_t i, const EntityKey* four) __attribute__((target("avx2"))) {
            const FourBlocks blocks = four_blocks(four, rounds);
            _mm256_storeu_pd(out.first + i, uniform_of(blocks.word[0], blocks.word[1]));
            _mm256_storeu_pd(out.second + i, uniform_of(blocks.word[2], blocks.word[3]));
        });
}

// Words 0 to 3 of up to `chunk` blocks as uniforms.
struct WordUniforms {
    double of_word[4][chunk];
};
[[gnu::target("avx2")]] void draw_words_avx2(const EntityKey* entities, std::size_t n, DrawAddress at, RandomKey key,
                                             WordUniforms& out) {
    const Rounds rounds = rounds_of(at, key);
    by_lanes<4>(
        entities, n, [&](std::size_t i, const EntityKey* four) __attribute__((target("avx2"))) {
            const FourBlocks blocks = four_blocks(four, rounds);
            for (int w = 0; w < 4; ++w) _mm256_storeu_pd(out.of_word[w] + i, uniform_of(blocks.word[w]));
        });
}
void draw_words_one_by_one(const EntityKey* entities, std::size_t n, DrawAddress at, RandomKey key, WordUniforms& out) {
    for (std::size_t i = 0; i < n; ++i) {
        at.entity = entities[i];
        const std::array<double, 4> u = Draws(key).four_uniforms(at);
        for (std::size_t w = 0; w < 4; ++w) out.of_word[w][i] = u[w];
    }
}

// The same of eight at a time.
constexpr int exclusive_or = 0x96;  // of three
struct EightBlocks {
    __m512i word[4];
};
[[gnu::target("avx512f"), gnu::always_inline]] inline EightBlocks eight_blocks(const EntityKey* entities,
                                                                               DrawAddress at, RandomKey key) {
    const __m512i entity = _mm512_loadu_si512(entities);
    const __m512i m0 = _mm512_set1_epi64(multiplier0), m1 = _mm512_set1_epi64(multiplier1);
    __m512i c0 = entity, c1 = _mm512_srli_epi64(entity, 32);
    __m512i c2 = _mm512_set1_epi64(static_cast<std::uint32_t>(at.period));
    __m512i c3 = _mm512_set1_epi64((std::uint32_t{at.purpose} << 16) | at.sub);
    std::uint32_t k0 = key.seed, k1 = key.replication;
#pragma GCC unroll 10
    for (int round = 0; round < 10; ++round) {
        const __m512i product0 = _mm512_mul_epu32(c0, m0), product1 = _mm512_mul_epu32(c2, m1);
        c0 = _mm512_ternarylogic_epi64(_mm512_srli_epi64(product1, 32), c1, _mm512_set1_epi64(k0), exclusive_or);
        c2 = _mm512_ternarylogic_epi64(_mm512_srli_epi64(product0, 32), c3, _mm512_set1_epi64(k1), exclusive_or);
        c1 = product1;
        c3 = product0;
        k0 += increment0, k1 += increment1;
    }
    EightBlocks blocks{{c0, c1, c2, c3}};
    for (__m512i& word : blocks.word) word = _mm512_and_si512(word, _mm512_set1_epi64(0xFFFFFFFF));
    return blocks;
}
[[gnu::target("avx512f"), gnu::always_inline]] inline __m512d uniform_of(__m512i high, __m512i low) {
    const __m512d one = _mm512_set1_pd(1.0), half_step = _mm512_set1_pd(0x1p-53);
    const __m512i bits = _mm512_or_si512(_mm512_slli_epi64(high, 20), _mm512_srli_epi64(low, 12));
    const __m512d mantissa = _mm512_castsi512_pd(_mm512_or_si512(bits, _mm512_castpd_si512(one)));
    return _mm512_add_pd(_mm512_sub_pd(mantissa, one), half_step);
}
[[gnu::target("avx512f"), gnu::always_inline]] inline __m512d uniform_of(__m512i word) {
    const __m512d shift = _mm512_set1_pd(0x1p52);
    const __m512d mantissa = _mm512_castsi512_pd(_mm512_or_si512(word, _mm512_castpd_si512(shift)));
    const __m512d whole = _mm512_sub_pd(mantissa, shift);
    return _mm512_mul_pd(_mm512_add_pd(whole, _mm512_set1_pd(0.5)), _mm512_set1_pd(0x1p-32));
}

// Write up to seven places behind the last one.
[[gnu::target("avx512f")]] void draw_avx512(const EntityKey* entities, std::size_t n, DrawAddress at, RandomKey key,
                                            Uniforms& out) {
    by_lanes<8>(
        entities, n, [&](std::size_t i, const EntityKey* eight) __attribute__((target("avx512f"))) {
            const EightBlocks blocks = eight_blocks(eight, at, key);
            _mm512_storeu_pd(out.first + i, uniform_of(blocks.word[0], blocks.word[1]));
            _mm512_storeu_pd(out.second + i, uniform_of(blocks.word[2], blocks.word[3]));
        });
}
[[gnu::target("avx512f")]] void draw_words_avx512(const EntityKey* entities, std::size_t n, DrawAddress at,
                                                  RandomKey key, WordUniforms& out) {
    by_lanes<8>(
        entities, n, [&](std::size_t i, const EntityKey* eight) __attribute__((target("avx512f"))) {
            const EightBlocks blocks = eight_blocks(eight, at, key);
            for (int w = 0; w < 4; ++w) _mm512_storeu_pd(out.of_word[w] + i, uniform_of(blocks.word[w]));
        });
}

// Of one entity, the sub-draws at.sub to at.sub + 3.
using FourTimesFour = std::array<std::array<double, 4>, 4>;
[[gnu::target("avx2")]] FourTimesFour neighbours_avx2(DrawAddress at, RandomKey key) {
    Rounds rounds = rounds_of(at, key);
    rounds.purpose = _mm256_add_epi64(rounds.purpose, _mm256_setr_epi64x(0, 1, 2, 3));
    const FourBlocks blocks = four_blocks(_mm256_set1_epi64x(static_cast<std::int64_t>(at.entity.value)), rounds);
    double by_word[4][4];
    for (int w = 0; w < 4; ++w) _mm256_storeu_pd(by_word[w], uniform_of(blocks.word[w]));
    FourTimesFour out;
    for (std::size_t sub = 0; sub < 4; ++sub) {
        for (std::size_t w = 0; w < 4; ++w) out[sub][w] = by_word[w][sub];
    }
    return out;
}
FourTimesFour neighbours_one_by_one(DrawAddress at, RandomKey key) {
    FourTimesFour out;
    for (std::array<double, 4>& block : out) {
        block = Draws(key).four_uniforms(at);
        ++at.sub;
    }
    return out;
}

using FourTimesTwo = std::array<double, 8>;
[[gnu::target("avx2")]] FourTimesTwo pairs_of_neighbours_avx2(DrawAddress at, RandomKey key) {
    Rounds rounds = rounds_of(at, key);
    rounds.purpose = _mm256_add_epi64(rounds.purpose, _mm256_setr_epi64x(0, 1, 2, 3));
    const FourBlocks blocks = four_blocks(_mm256_set1_epi64x(static_cast<std::int64_t>(at.entity.value)), rounds);
    const __m256d first = uniform_of(blocks.word[0], blocks.word[1]);
    const __m256d second = uniform_of(blocks.word[2], blocks.word[3]);
    const __m256d even = _mm256_unpacklo_pd(first, second), odd = _mm256_unpackhi_pd(first, second);
    FourTimesTwo out;
    _mm256_storeu_pd(out.data(), _mm256_permute2f128_pd(even, odd, 0x20));
    _mm256_storeu_pd(out.data() + 4, _mm256_permute2f128_pd(even, odd, 0x31));
    return out;
}
FourTimesTwo pairs_of_neighbours_one_by_one(DrawAddress at, RandomKey key) {
    FourTimesTwo out;
    for (std::size_t sub = 0; sub < 4; ++sub, ++at.sub) {
        out[2 * sub] = Draws(key).uniform(at);
        out[2 * sub + 1] = Draws(key).second_uniform(at);
    }
    return out;
}

// take(from, n, uniforms) for chunk after chunk.
template <class Take>
void for_chunks(std::span<const EntityKey> entities, DrawAddress at, RandomKey key, Take&& take) {
    static const auto draw_chunk = widest(draw_one_by_one, draw_avx2, draw_avx512);
    Uniforms uniforms;
    for (std::size_t from = 0; from < entities.size(); from += chunk) {
        const std::size_t n = std::min(chunk, entities.size() - from);
        draw_chunk(entities.data() + from, n, at, key, uniforms);
        take(from, n, std::as_const(uniforms));
    }
}

}  // namespace

void Draws::uniforms(std::span<const EntityKey> entities, DrawAddress at, std::span<double> out) const {
    for_chunks(entities, at, key_, [&out](std::size_t from, std::size_t n, const Uniforms& drawn) {
        std::copy_n(drawn.first, n, out.data() + from);
    });
}

std::array<std::array<double, 4>, 4> Draws::four_times_four_uniforms(DrawAddress at) const {
    static const auto draw = widest(neighbours_one_by_one, neighbours_avx2, neighbours_avx2);
    return draw(at, key_);
}

std::array<double, 8> Draws::four_times_two_uniforms(DrawAddress at) const {
    static const auto draw = widest(pairs_of_neighbours_one_by_one, pairs_of_neighbours_avx2, pairs_of_neighbours_avx2);
    return draw(at, key_);
}

void Draws::four_uniforms(std::span<const EntityKey> entities, DrawAddress at,
                          std::span<std::array<double, 4>> out) const {
    static const auto draw_chunk = widest(draw_words_one_by_one, draw_words_avx2, draw_words_avx512);
    WordUniforms drawn;
    for (std::size_t from = 0; from < entities.size(); from += chunk) {
        const std::size_t n = std::min(chunk, entities.size() - from);
        draw_chunk(entities.data() + from, n, at, key_, drawn);
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t w = 0; w < 4; ++w) out[from + i][w] = drawn.of_word[w][i];
        }
    }
}

void Draws::normals(std::span<const EntityKey> entities, DrawAddress at, std::span<double> out) const {
    uniforms(entities, at, out);
    inverse_normals(out.first(entities.size()));
}

void Draws::exponentials(std::span<const EntityKey> entities, DrawAddress at, std::span<double> out) const {
    uniforms(entities, at, out);
    minus_logs(out.first(entities.size()));
}

void Draws::two_uniforms(std::span<const EntityKey> entities, DrawAddress at, std::span<double> first,
                         std::span<double> second) const {
    for_chunks(entities, at, key_, [&](std::size_t from, std::size_t n, const Uniforms& drawn) {
        std::copy_n(drawn.first, n, first.data() + from);
        std::copy_n(drawn.second, n, second.data() + from);
    });
}

void Draws::two_normals(std::span<const EntityKey> entities, DrawAddress at, std::span<double> first,
                        std::span<double> second) const {
    two_uniforms(entities, at, first, second);
    inverse_normals(first.first(entities.size()));
    inverse_normals(second.first(entities.size()));
}

}  // namespace staffsim
