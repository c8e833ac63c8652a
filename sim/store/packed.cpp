#include "sim/store/packed.hpp"

#include <emmintrin.h>

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

std::size_t divisor_of(Form fraction) {
    return static_cast<std::size_t>(fraction) - static_cast<std::size_t>(Form::first_fraction);
}

// The nearest whole number, halves away from 0 as std::round has it.
std::int64_t rounded(double x) {
    std::int64_t nearest = _mm_cvtsd_si64(_mm_set_sd(x));  // halves to the even one
    const double beyond = x - static_cast<double>(nearest);
    if (std::abs(beyond) == 0.5) [[unlikely]]
        nearest += beyond > 0 && x > 0 ? 1 : beyond < 0 && x < 0 ? -1 : 0;
    return nearest;
}

// Writes numbers one after the other into room that grows.
class Writer {
  public:
    std::size_t size() const { return size_; }
    // There must be room for what the next calls write.
    void make_room(std::size_t more) {
        if (bytes_.size() < size_ + more) bytes_.resize(2 * (size_ + more));
    }
    void write(std::uint8_t byte) { bytes_[size_++] = byte; }
    template <class Number>
    void write_at(std::size_t at, Number number) {
        std::memcpy(bytes_.data() + at, &number, sizeof number);
    }
    template <class Number>
    void write_number(Number number) {
        write_at(size_, number);
        size_ += sizeof number;
    }
    // The first number, and what each adds to the one before.
    void write_differences(std::span<const std::int64_t> numbers) {
        std::uint8_t* at = bytes_.data() + size_;
        std::int64_t last = 0;
        for (const std::int64_t number : numbers) {
            const std::int64_t more = number - last;
            auto rest = static_cast<std::uint64_t>(more) << 1 ^ static_cast<std::uint64_t>(more >> 63);
            for (; rest >= 0x80; rest >>= 7) *at++ = static_cast<std::uint8_t>(rest | 0x80);
            *at++ = static_cast<std::uint8_t>(rest);
            last = number;
        }
        size_ = static_cast<std::size_t>(at - bytes_.data());
    }
    Bytes written() const { return {bytes_.begin(), bytes_.begin() + static_cast<std::ptrdiff_t>(size_)}; }

  private:
    Bytes bytes_;
    std::size_t size_ = 0;
};

// Packs the numbers of a block; has the room that this takes.
class Packer {
  public:
    explicit Packer(std::size_t years)
        : numerators_(years),
          denominators_(years),
          numerators_before_(years),
          denominators_before_(years),
          whole_(years) {}

    Bytes packed() const { return out_.written(); }
    void begin(std::size_t outcomes) {
        out_.make_room(outcomes * end_bytes);
        for (std::size_t i = 0; i < outcomes; ++i) out_.write_number(std::uint32_t{0});
        head_ = out_.size();
    }
    void pack(std::size_t outcome, std::span<const Ratio> cells) {
        if (!are_nothing(cells)) append_groups(cells);
        out_.write_at(outcome * end_bytes, static_cast<std::uint32_t>(out_.size() - head_));
    }

  private:
    using Numbers = std::vector<double>;

    static bool are_nothing(std::span<const Ratio> cells) {
        return std::ranges::all_of(
            cells, [](const Ratio& cell) { return same_bits(cell.numerator, 0) && same_bits(cell.denominator, 0); });
    }

    void append_groups(std::span<const Ratio> cells) {
        const std::size_t years = numerators_.size();
        for (std::size_t at = 0; at < cells.size(); at += years) {
            for (std::size_t y = 0; y < years; ++y) {
                numerators_[y] = cells[at + y].numerator;
                denominators_[y] = cells[at + y].denominator;
            }
            append_years(numerators_, at == 0 ? nullptr : &numerators_before_);
            append_years(denominators_, at == 0 ? nullptr : &denominators_before_);
            numerators_.swap(numerators_before_);
            denominators_.swap(denominators_before_);
        }
    }

    void append_years(const Numbers& years, const Numbers* before) {
        constexpr std::size_t most_bytes = 10;  // of a number, however it is written
        out_.make_room(1 + most_bytes * years.size());
        const Form form = form_of(years, before);
        out_.write(static_cast<std::uint8_t>(form));
        if (form == Form::whole || form >= Form::first_fraction) out_.write_differences(whole_);
        if (form == Form::constant) out_.write_number(years.front());
        for (std::size_t y = 0; form == Form::real && y < years.size(); ++y) out_.write_number(years[y]);
    }

    // Of whole numbers and fractions whole_ is left behind.
    Form form_of(const Numbers& years, const Numbers* before) {
        const double first = years.front();
        const bool are_same = std::ranges::all_of(years, [first](double x) { return same_bits(x, first); });
        if (are_same && same_bits(first, 0)) return Form::zeros;
        if (are_same && first == 1) return Form::ones;
        if (before != nullptr && std::memcmp(years.data(), before->data(), years.size() * sizeof first) == 0)
            return Form::as_before;
        if (are_whole(years)) return Form::whole;
        for (std::size_t d = 0; d < divisors.size(); ++d) {
            if (are_fractions(years, divisors[d]))
                return static_cast<Form>(static_cast<std::size_t>(Form::first_fraction) + d);
        }
        return are_same ? Form::constant : Form::real;
    }

    bool are_whole(const Numbers& years) {
        for (std::size_t y = 0; y < years.size(); ++y) {
            if (!(std::abs(years[y]) < largest_whole)) return false;
            whole_[y] = static_cast<std::int64_t>(years[y]);
            if (!same_bits(static_cast<double>(whole_[y]), years[y])) return false;
        }
        return true;
    }

    // Whether all are whole numbers divided by `divisor`, to the last bit.
    bool are_fractions(const Numbers& years, double divisor) {
        for (std::size_t y = 0; y < years.size(); ++y) {
            const double scaled = years[y] * divisor;
            if (!(std::abs(scaled) < largest_whole)) return false;
            whole_[y] = rounded(scaled);
            if (!same_bits(static_cast<double>(whole_[y]) / divisor, years[y])) return false;
        }
        return true;
    }

    Numbers numerators_, denominators_, numerators_before_, denominators_before_;
    std::vector<std::int64_t> whole_;
    Writer out_;
    std::size_t head_ = 0;
};

// The cells of the groups [first, first + count); those that are not held are 0 / 0. `room` may be used for it.
std::span<const Ratio> cells_of(std::span<const Ratio> held, std::size_t first, std::size_t count,
                                std::vector<Ratio>& room) {
    if (first >= held.size()) return {};
    if (first + count <= held.size()) return held.subspan(first, count);
    room.assign(held.begin() + static_cast<std::ptrdiff_t>(first), held.end());
    room.resize(count);
    return room;
}

// Reads on from a place and remembers when there was too little.
class Cursor {
  public:
    explicit Cursor(std::span<const std::uint8_t> bytes) : at_(bytes.data()), end_(at_ + bytes.size()) {}
    bool is_sound() const { return is_sound_; }
    bool is_at_end() const { return at_ == end_; }

    std::uint8_t byte() {
        if (at_ == end_) [[unlikely]]
            return is_sound_ = false, std::uint8_t{0};
        return *at_++;
    }
    double real() {
        double number = 0;
        if (static_cast<std::size_t>(end_ - at_) < sizeof number) return is_sound_ = false, number;
        std::memcpy(&number, at_, sizeof number);
        at_ += sizeof number;
        return number;
    }
    // Most numbers have one byte or two.
    std::int64_t varint() {
        std::uint64_t rest = byte();
        if (rest < 0x80) return signed_of(rest);
        rest &= 0x7Fu;
        for (int shift = 7; shift < 64; shift += 7) {
            const std::uint8_t next = byte();
            rest |= std::uint64_t{next & 0x7Fu} << shift;
            if (next < 0x80) return signed_of(rest);
        }
        return is_sound_ = false, 0;
    }

  private:
    static std::int64_t signed_of(std::uint64_t zigzag) {
        return static_cast<std::int64_t>(zigzag >> 1 ^ (~(zigzag & 1) + 1));
    }

    const std::uint8_t *at_, *end_;
    bool is_sound_ = true;
};

// `cursor` by value while it reads, so that it stays in registers.
template <class Convert>
void read_numbers(Cursor& from, std::span<Ratio> years, Part part, Convert convert) {
    Cursor cursor = from;
    std::int64_t number = 0;
    for (Ratio& year : years) {
        number += cursor.varint();
        year.*part = convert(number);
    }
    from = cursor;
}

void read_whole(Cursor& cursor, std::span<Ratio> years, Part part) {
    read_numbers(cursor, years, part, [](std::int64_t number) { return static_cast<double>(number); });
}

void read_fractions(Cursor& cursor, std::span<Ratio> years, Part part, double divisor) {
    read_numbers(cursor, years, part, [divisor](std::int64_t number) { return static_cast<double>(number) / divisor; });
}

bool read_years(Cursor& cursor, std::span<Ratio> years, Years before, Part part) {
    const auto form = static_cast<Form>(cursor.byte());
    if (form == Form::zeros || form == Form::ones) {
        for (Ratio& year : years) year.*part = form == Form::ones ? 1 : 0;
    } else if (form == Form::as_before && !before.empty()) {
        for (std::size_t y = 0; y < years.size(); ++y) years[y].*part = before[y].*part;
    } else if (form == Form::whole) {
        read_whole(cursor, years, part);
    } else if (form == Form::constant) {
        const double number = cursor.real();
        for (Ratio& year : years) year.*part = number;
    } else if (form == Form::real) {
        for (Ratio& year : years) year.*part = cursor.real();
    } else if (form >= Form::first_fraction && divisor_of(form) < divisors.size()) {
        read_fractions(cursor, years, part, divisors[divisor_of(form)]);
    } else {
        return false;
    }
    return cursor.is_sound();
}

}  // namespace

Bytes packed_groups(const measures::YearlyValues& values, std::size_t first, std::size_t count) {
    const std::size_t outcomes = values.outcome_count(), years = values.year_count();
    if (count == 0 || outcomes == 0) return {};
    Packer packer(years);
    std::vector<Ratio> room;
    packer.begin(outcomes);
    for (std::size_t outcome = 0; outcome < outcomes; ++outcome)
        packer.pack(outcome, cells_of(values.of_outcome(outcome), first * years, count * years, room));
    return packer.packed();
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
