// SHA-256: identity of files, scenarios and units of work, and of pages of a store.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace staffsim {

inline constexpr std::size_t sha256_bytes = 32;

std::array<std::uint8_t, sha256_bytes> sha256(std::span<const std::uint8_t> bytes);
// The same in lower-case hexadecimal.
std::string sha256_hex(std::string_view bytes);

}  // namespace staffsim
