#include "sim/store/packed.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace staffsim::store {

static_assert(std::endian::native == std::endian::little, "the store's blobs are little-endian");

namespace {

using measures::Ratio;
using Part = double Ratio::*;  // numerator or denominator
using Years = std::span<const Ratio>;

constexpr double largest_whole = 9007199254740992.0;  // 2^53: beyond it not every whole number is a double
constexpr int end_bytes = 4;

bool same_bits(double a, double b) { return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b); }
bool is_whole(double x) { return std::abs(x) < largest_whole && same_bits(static_cast<double>(std::int64_t(x)), x); }

// Whether the number is a whole one divided by `divisor`, to the last bit.
bool is_fraction(double x, double divisor) {
    const double scaled = std::round(x * divisor);
    return std::abs(scaled) < largest_whole && same_bits(static_cast<double>(std::int64_t(scaled)) / divisor, x);
}

template <class Test>
bool all_are(Years years, Part part, Test test) {
    return std::ranges::all_of(years, [&](const Ratio& year) { return test(year.*part); });
}

bool are_equal(Years a, Years b, Part part) {
    return std::ranges::equal(a, b, [&](const Ratio& x, const Ratio& y) { return same_bits(x.*part, y.*part); });
}

Form fraction(std::size_t divisor) {
    return static_cast<Form>(static_cast<std::size_t>(Form::first_fraction) + divisor);
}

std::size_t divisor_of(Form fraction) {
    return static_cast<std::size_t>(fraction) - static_cast<std::size_t>(Form::first_fraction);
}

Form form_of(Years years, Years before, Part part) {
    if (all_are(years, part, [](double x) { return same_bits(x, 0); })) return Form::zeros;
    if (all_are(years, part, [](double x) { return x == 1; })) return Form::ones;
    if (!before.empty() && are_equal(years, before, part)) return Form::as_before;
    if (all_are(years, part, is_whole)) return Form::whole;
    for (std::size_t d = 0; d < divisors.size(); ++d) {
        if (all_are(years, part, [d](double x) { return is_fraction(x, divisors[d]); })) return fraction(d);
    }
    const double first = years.front().*part;
    return all_are(years, part, [first](double x) { return same_bits(x, first); }) ? Form::constant : Form::real;
}

template <class Number>
void append(Bytes& bytes, Number number) {
    const std::size_t at = bytes.size();
    bytes.resize(at + sizeof number);
    std::memcpy(bytes.data() + at, &number, sizeof number);
}

void append_varint(Bytes& bytes, std::int64_t number) {
    auto rest = static_cast<std::uint64_t>(number) << 1 ^ static_cast<std::uint64_t>(number >> 63);
    for (; rest >= 0x80; rest >>= 7) bytes.push_back(static_cast<std::uint8_t>(rest | 0x80));
    bytes.push_back(static_cast<std::uint8_t>(rest));
}

void append_whole(Bytes& bytes, Years years, Part part, double divisor) {
    std::int64_t last = 0;
    for (const Ratio& year : years) {
        const auto number = static_cast<std::int64_t>(std::round(year.*part * divisor));
        append_varint(bytes, number - last);
        last = number;
    }
}

void append_years(Bytes& bytes, Years years, Years before, Part part) {
    const Form form = form_of(years, before, part);
    bytes.push_back(static_cast<std::uint8_t>(form));
    if (form == Form::whole) append_whole(bytes, years, part, 1);
    if (form >= Form::first_fraction) append_whole(bytes, years, part, divisors[divisor_of(form)]);
    if (form == Form::constant) append(bytes, years.front().*part);
    for (std::size_t y = 0; form == Form::real && y < years.size(); ++y) append(bytes, years[y].*part);
}

void append_outcome(Bytes& bytes, std::span<const Ratio> cells, std::size_t years) {
    if (std::ranges::all_of(
            cells, [](const Ratio& cell) { return same_bits(cell.numerator, 0) && same_bits(cell.denominator, 0); }))
        return;
    for (std::size_t at = 0; at < cells.size(); at += years) {
        const Years before = at == 0 ? Years{} : cells.subspan(at - years, years);
        append_years(bytes, cells.subspan(at, years), before, &Ratio::numerator);
        append_years(bytes, cells.subspan(at, years), before, &Ratio::denominator);
    }
}

// Reads on from a place and remembers when there was too little.
class Cursor {
  public:
    explicit Cursor(std::span<const std::uint8_t> bytes) : at_(bytes.data()), end_(at_ + bytes.size()) {}
    bool is_sound() const { return is_sound_; }
    bool is_at_end() const { return at_ == end_; }

    std::uint8_t byte() {
        if (at_ == end_) return is_sound_ = false, std::uint8_t{0};
        return *at_++;
    }
    double real() {
        double number = 0;
        if (static_cast<std::size_t>(end_ - at_) < sizeof number) return is_sound_ = false, number;
        std::memcpy(&number, at_, sizeof number);
        at_ += sizeof number;
        return number;
    }
    std::int64_t varint() {
        std::uint64_t rest = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::uint8_t next = byte();
            rest |= std::uint64_t{next & 0x7Fu} << shift;
            if (next < 0x80) return static_cast<std::int64_t>(rest >> 1 ^ (~(rest & 1) + 1));
        }
        return is_sound_ = false, 0;
    }

  private:
    const std::uint8_t *at_, *end_;
    bool is_sound_ = true;
};

void read_whole(Cursor& cursor, std::span<Ratio> years, Part part, double divisor) {
    std::int64_t number = 0;
    for (Ratio& year : years) {
        number += cursor.varint();
        year.*part = static_cast<double>(number) / divisor;
    }
}

bool read_years(Cursor& cursor, std::span<Ratio> years, Years before, Part part) {
    const auto form = static_cast<Form>(cursor.byte());
    if (form == Form::zeros || form == Form::ones) {
        for (Ratio& year : years) year.*part = form == Form::ones ? 1 : 0;
    } else if (form == Form::as_before && !before.empty()) {
        for (std::size_t y = 0; y < years.size(); ++y) years[y].*part = before[y].*part;
    } else if (form == Form::whole) {
        read_whole(cursor, years, part, 1);
    } else if (form == Form::constant) {
        const double number = cursor.real();
        for (Ratio& year : years) year.*part = number;
    } else if (form == Form::real) {
        for (Ratio& year : years) year.*part = cursor.real();
    } else if (form >= Form::first_fraction && divisor_of(form) < divisors.size()) {
        read_whole(cursor, years, part, divisors[divisor_of(form)]);
    } else {
        return false;
    }
    return cursor.is_sound();
}

}  // namespace

Bytes packed_groups(const measures::YearlyValues& values, std::size_t first, std::size_t count) {
    const std::size_t outcomes = values.outcome_count(), years = values.year_count();
    Bytes ends, bytes;
    for (std::size_t outcome = 0; outcome < outcomes && count > 0; ++outcome) {
        append_outcome(bytes, values.of_outcome(outcome).subspan(first * years, count * years), years);
        append(ends, static_cast<std::uint32_t>(bytes.size()));
    }
    ends.insert(ends.end(), bytes.begin(), bytes.end());
    return ends;
}

bool PackedBlock::read(std::size_t outcome, std::span<Ratio> cells) const {
    const std::size_t head = outcomes_ * end_bytes;
    if (bytes_.size() < head || cells.size() != groups_ * years_) return false;
    const auto end_of = [&](std::size_t of) {
        std::uint32_t end = 0;
        std::memcpy(&end, bytes_.data() + of * end_bytes, end_bytes);
        return std::size_t{end};
    };
    const std::size_t begin = outcome == 0 ? 0 : end_of(outcome - 1), end = end_of(outcome);
    if (begin > end || end > bytes_.size() - head) return false;
    if (begin == end) return std::ranges::fill(cells, Ratio{}), true;
    Cursor cursor(bytes_.subspan(head + begin, end - begin));
    for (std::size_t at = 0; at < cells.size(); at += years_) {
        const Years before = at == 0 ? Years{} : cells.subspan(at - years_, years_);
        const std::span<Ratio> own = cells.subspan(at, years_);
        if (!read_years(cursor, own, before, &Ratio::numerator)) return false;
        if (!read_years(cursor, own, before, &Ratio::denominator)) return false;
    }
    return cursor.is_at_end();
}

PackedUnit packed(const UnitResult& unit, std::size_t aggregate_groups) {
    const std::size_t groups = unit.values.group_count(), aggregates = std::min(aggregate_groups, groups);
    return {unit.fingerprint,
            unit.events,
            packed_groups(unit.values, 0, aggregates),
            packed_groups(unit.values, aggregates, groups - aggregates),
            packed_groups(unit.parts, 0, unit.parts.group_count()),
            unit.rules,
            unit.portrait};
}

}  // namespace staffsim::store
