#include "sim/store/cells.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace staffsim::store {

static_assert(std::endian::native == std::endian::little, "the store's blobs are little-endian");

namespace {

double double_at(const void* bytes, std::size_t position) {
    double number = 0;
    std::memcpy(&number, static_cast<const char*>(bytes) + position * sizeof number, sizeof number);
    return number;
}

bool is_count(measures::Ratio ratio) { return ratio.denominator == 1; }

}  // namespace

void split(std::span<const measures::Ratio> ratios, Cells& cells) {
    while (!ratios.empty() && ratios.back() == measures::Ratio{}) ratios = ratios.first(ratios.size() - 1);
    cells.numerators.clear();
    for (const measures::Ratio ratio : ratios) cells.numerators.push_back(ratio.numerator);
    cells.denominators.reset();
    if (std::ranges::all_of(ratios, is_count)) return;
    cells.denominators.emplace();
    for (const measures::Ratio ratio : ratios) cells.denominators->push_back(ratio.denominator);
}

void join(const void* numerators, const void* denominators, std::size_t count, std::span<measures::Ratio> ratios) {
    for (std::size_t i = 0; i < count; ++i) {
        ratios[i] = {double_at(numerators, i), denominators == nullptr ? 1.0 : double_at(denominators, i)};
    }
    std::ranges::fill(ratios.subspan(count), measures::Ratio{});
}

}  // namespace staffsim::store
